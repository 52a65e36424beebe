"""People spoken of by their number alone: "the four", "all seven", "the three of them".

In: a parse and the mentions with those before them. Out: new mentions for such numbers, and the people of that number told of before.
"""

from __future__ import annotations

from typing import Any

from sayso.model import Actor

_DEFINITE = frozenset({"the", "all", "those", "these"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
_WORDS = {
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
}
_TEENS = {"eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "twenty": "20"}


def numbers(doc: Any, known: list[Actor]) -> list[Actor]:
    """A mention for every number that stands for people and has none yet."""
    heads = {a.head for a in known}
    return [
        Actor(t.left_edge.idx, t.idx + len(t), doc.text[t.left_edge.idx : t.idx + len(t)], kind="pronoun", head=t.i)
        for t in doc
        if t.i not in heads and is_number(t)
    ]


def is_number(token: Any) -> bool:
    """Whether a word is a definite number with no noun of its own: "the four", "all six"."""
    if token.tag_ != "CD" or token.dep_ not in _ROLES or token.ent_type_ != "CARDINAL":
        return False
    before = {c.lower_ for c in token.lefts}
    return bool(before & _DEFINITE) and before <= _DEFINITE and not any(c.lower_ == "of" for c in token.rights)


def those(doc: Any, earlier: list[Actor], number: Any) -> Actor | None:
    """The people of that number whom the article told of first: they are whom it is about."""
    for a in earlier:
        counted = [c for c in doc[a.head].children if c.dep_ == "nummod"]
        if a.kind == "generic" and any(_value(c) == _value(number) for c in counted):
            return a
    return None


def _value(number: Any) -> str:
    low = str(number.lower_)
    return _WORDS.get(low) or _TEENS.get(low) or low
