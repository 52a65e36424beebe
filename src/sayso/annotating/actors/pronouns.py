"""Pronouns: which stand for somebody, and for whom of those named before.

In: a pronoun's token and the earlier mentions. Out: the antecedent by agreement, nearness and grammatical role: the subject
of the nearest clause or sentence that agrees wins.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agent, words
from sayso.model import Actor

HE = {"he", "she", "him", "her", "his", "hers", "himself", "herself"}
IT = {"it", "its", "itself"}
THEY = {"they", "them", "their", "theirs", "themselves"}
REACH = 3  # sentences back in which a pronoun's antecedent is looked for


def is_expletive(


def _agrees(


def _is_person(


def antecedent(


def _controller(


def _binds(


def clause(


def _same_clause(


def salience(
