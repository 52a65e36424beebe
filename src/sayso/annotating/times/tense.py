"""Whether a time expression looks back or ahead, from the verb it hangs on.

In: a spaCy Doc and the offsets of an expression. Out: -1 for the past, 1 for the future, 0 where the words do not tell.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import Any

from sayso.annotating.times.lexicon import data

_CLIMB = 12


class Tenses:
    """Directions of the expressions of one parsed text; without a parse nothing is known of any."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
        self._starts = [t.idx for t in doc] if doc is not None else []

    def direction(self, start: int, end: int) -> int:
        """-1, 0 or 1 for the expression at these offsets of the text."""
        if not self._starts:
            return 0
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = max(bisect_right(self._starts, end - 1) - 1, first)
        before = self._doc[first - 1].lower_ if first else ""
        if before in _words("past_prepositions"):
            return -1
        if before in _words("open_ended"):
            return -1 if self._had_been(self._doc[first - 1]) else 1
        found = self._climb(self._doc[first : last + 1].root, first)
        return 1 if found == 0 and before in _words("future_prepositions") else found

    def _had_been(self, preposition: Any) -> bool:
        """Whether the verb of "until Thursday" is a past perfect: "until Thursday they *had* not known"."""
        return any(c.lower_ == "had" and c.dep_ == "aux" for c in preposition.head.children)

    def _climb(self, token: Any, start: int) -> int:
        """The direction of the nearest finite verb above, or of a word of planning on the way to it."""
        for _ in range(_CLIMB):
            if token.pos_ in ("VERB", "AUX"):
                found = 1 if _plans_to(token, start) else _of_verb(token)
                if found is not None:
                    return found
            elif token.lemma_.lower() in _words("future_heads") and token.pos_ in ("ADJ", "ADV"):
                return 1
            if token.head.i == token.i:
                return 0
            token = token.head
        return 0


def _of_verb(verb: Any) -> int | None:
    """Where the verb looks; None for one that is not finite and leaves it to what governs it."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in auxiliaries}
    if words & _words("future_auxiliaries") or ("would" in words and "have" not in words):
        return 1
    finite = [c for c in auxiliaries if c.tag_ in ("VBD", "VBZ", "VBP")]
    if any(c.tag_ == "VBD" or c.lower_ in ("has", "have") for c in finite):
        return -1 if verb.tag_ != "VBG" else 0
    if verb.tag_ == "VBD":
        return -1
    if finite:
        ongoing = verb.tag_ == "VBG" and "to" not in words
        return 1 if ongoing or _plans(verb) or verb.lemma_.lower() in _words("planning_to") else 0
    if words & {"may", "might", "could", "can", "must", "should"}:
        return 0 if "have" not in words else -1
    if verb.tag_ in ("VBZ", "VBP"):
        planned = any(c.dep_ == "attr" and c.lemma_.lower() in _words("future_heads") for c in verb.children)
        return 1 if planned or _plans(verb) or verb.lemma_.lower() in _words("timetable_verbs") else 0
    if verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp", "acl", "advcl") and "to" in words:
        if verb.dep_ == "advcl" and _of_verb(verb.head) == -1:
            return None  # "staged a parade to mark the victory on Friday"
        return None if verb.head.lemma_.lower() in _words("raising_verbs") else 1
    if verb.tag_ == "VBN":
        told = verb.dep_ in ("acl", "amod", "advcl", "appos") or (
            not auxiliaries and verb.head.pos_ in ("NOUN", "PROPN")
        )
        return 1 if _plans(verb) else -1 if told else None
    return None


def _plans_to(verb: Any, start: int) -> bool:
    """Whether the verb is one of planning whose plan stands before the expression: "planned to leave on Thursday", "has
    scheduled a debate Thursday"."""
    if verb.lemma_.lower() not in _words("planning_to") or any(
        c.lemma_.lower() in _words("no_plans") for c in verb.children
    ):
        return False
    if any(c.lower_ in _words("set_otherwise") for c in verb.children):
        return False  # "set free two tourists on Monday"
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if (
        not passive
        and verb.dep_ not in ("acl", "amod")
        and any(c.dep_ == "dobj" and c.i < start for c in verb.children)
    ):
        return True
    return any(c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VB" and c.i < start for c in verb.children)


def _plans(verb: Any) -> bool:
    """Whether the verb is one of planning ("is scheduled for Friday"), not itself in the past ("scheduled Friday")."""
    return verb.lemma_.lower() in _words("future_heads") and verb.tag_ in ("VBN", "VBZ", "VBP", "VBG")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(data("tense.toml")[name])
