"""Nouns for those who act, from the knowledge file ``agents.csv``: their PLOVER sector, what they are and whom they stand for.

In: a noun phrase's words. Out: the longest agent noun that ends it. The file's columns: ``noun``; ``sector``; ``kind``:
person, spokesperson or body; ``stands_for``: owner when the words mean the state or group they belong to ("US officials").
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from sayso.knowledge import tables
from sayso.knowledge.own import kept
from sayso.resources import table


class Agent(msgspec.Struct, frozen=True):
    """An agent noun; ``sector`` is None when it is its owner's ("leader", "member")."""

    noun: str
    sector: str | None
    kind: str
    owner: bool


def is_facing(noun: str | None) -> bool:
    """Whether a noun says how its people stand towards somebody: "opponents of the president", "China's critics"."""
    return noun in word_list("facing")


@kept
def agents() -> dict[str, Agent]:
    return {
        r["noun"]: Agent(r["noun"], r["sector"] or None, r["kind"], r["stands_for"] == "owner")
        for r in tables.rows("agents")
    }


@kept
def _ends() -> frozenset[str]:
    """The last words of agent nouns."""
    return frozenset(noun.rsplit(" ", 1)[-1] for noun in agents())


@cache
def called(noun: str) -> frozenset[str] | None:
    """The sectors and codes of the bodies that "the union", "the company" may mean; None where any may be."""
    kinds = table("sayso.annotating", "actor_words.toml")["called"].get(noun)
    return None if kinds is None else frozenset(kinds)


@cache
def word_list(use: str) -> frozenset[str]:
    """The words of a list in ``data/actor_words.toml``."""
    return frozenset(table("sayso.annotating", "actor_words.toml")[use].split())


class Colour(msgspec.Struct, frozen=True):
    """The other sector of a noun's people, words of a sentence that give it, and words that keep it from them.

    ``nation``: a nationality before the noun gives it too ("Chadian officers").
    """

    sector: str
    by: frozenset[str]
    unless: frozenset[str]
    nation: bool


@cache
def colours() -> dict[str, Colour]:
    rules = table("sayso.annotating", "actor_words.toml")["coloured"]

    def words(uses: list[str]) -> frozenset[str]:
        return frozenset(w for use in uses for w in word_list(use))

    return {
        noun: Colour(r["sector"], words(r["by"]), words(r["unless"]), r.get("nation", False))
        for noun, r in rules.items()
    }


@cache
def states_own() -> dict[str, str]:
    """Nouns whose people, where a state's name says whose they are, have another sector: its sector by the noun."""
    return dict(table("sayso.annotating", "actor_words.toml")["states_own"])


@cache
def homelands() -> dict[str, frozenset[str]]:
    """The countries in which nations without a state live, by the word for them."""
    lands = table("sayso.annotating", "actor_words.toml")["homelands"]
    return {word: frozenset(codes) for words, codes in lands.items() for word in words.split("|")}


@cache
def kin() -> dict[str, frozenset[str]]:
    """The countries in which people called by another state's nation are at home, by the word for them."""
    lands = table("sayso.annotating", "actor_words.toml")["kin"]
    return {word: frozenset(codes) for words, codes in lands.items() for word in words.split("|")}


@cache
def forces_of_ministers() -> dict[str, str]:
    """The sector of a minister's men by a word of his office."""
    return dict(table("sayso.annotating", "actor_words.toml")["forces_of_ministers"])


def back(token: Any, words: int) -> int:
    """The index so many words before a token, or where its sentence starts; ``token.sent`` is slow."""
    i = token.i
    while words and i and not token.is_sent_start:
        i, words, token = i - 1, words - 1, token.nbor(-1)
    return int(i)


def spelled(tokens: Any) -> list[str]:
    """The words of tokens in lower case, those joined by hyphens as one: "secretary-general"."""
    words: list[str] = []
    for token in tokens:
        if words and (token.text == "-" or words[-1].endswith("-")) and not words[-1].startswith("-"):
            words[-1] += token.lower_
        else:
            words.append(token.lower_)
    return words


def agent(words: list[str], lemma: str) -> Agent | None:
    """The longest agent noun at the end of ``words`` (lower case), the last also tried as its ``lemma``."""
    known, ends = agents(), _ends()
    lasts = [last for last in (words[-1], lemma, words[-1].removesuffix("s")) if last in ends]
    if not lasts:
        return None
    for start in range(max(0, len(words) - 4), len(words)):
        before = words[start:-1]
        for last in lasts:
            hit = known.get(" ".join([*before, last]))
            if hit:
                return hit
    return None
