"""Decisions that were carried out: "regretted Poland's decision to recall its ambassador", "after the decision to expel them".

In: the noun over an infinitive. Out: whether the text looks back on what was decided, so that the infinitive tells what was done.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any


def is_carried_out(noun: Any, words: Mapping[str, Set[str]]) -> bool:
    """Whether somebody judges a decision as one judges deeds, or tells what came after it."""
    if noun.lemma_.lower() not in words["decided"]:
        return False
    if not any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in noun.lefts):
        return False
    over = noun.head
    if over.dep_ in ("prep", "mark", "agent") or over.pos_ in ("ADP", "SCONJ"):
        return over.lower_ in words["since"] or over.head.lemma_.lower() in words["stirred"] | words["judging"]
    return over.pos_ == "VERB" and over.tag_ != "VB" and over.lemma_.lower() in words["judging"]
