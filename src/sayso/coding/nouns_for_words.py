"""Nouns for what was said or done, as an answer uses them: "no withdrawal", "the claim that …", "…, a claim rejected by".

In: the noun's token. Out: how it stands to what was told.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.clauses import governor
from sayso.model import Actor


def is_none(noun: Any) -> bool:
    """Whether a noun is of something that is said not to have been: "no withdrawal", "there has not been any meeting"."""
    words = {c.lower_ for c in noun.lefts}
    if noun.pos_ != "NOUN" or not words & {"no", "any"}:
        return False
    return "no" in words or any(c.dep_ == "neg" for c in governor(noun).children)


def has_text(noun: Any) -> bool:
    """Whether a noun for words says itself what they are: "suggestions *that they were spies*" are of no deed told before; "*the* claim
    that they had been there" may be."""
    if any(c.lower_ in ("the", "this", "that", "these", "those") for c in noun.lefts):
        return False
    clauses = [c for c in noun.children if c.dep_ in ("acl", "ccomp") and c.pos_ in ("VERB", "AUX")]
    return any(c.dep_ in ("nsubj", "nsubjpass") for v in clauses for c in v.children)


def is_beside(noun: Any, cue: int) -> bool:
    """Whether a noun for words stands beside the clause that it means: "sent 200 men there, *a claim* rejected by the other side"."""
    answered = any(c.i == cue and c.dep_ in ("acl", "relcl") for c in noun.children)
    return (
        answered
        and any(c.lower_ in ("a", "an", "something") for c in (noun, *noun.lefts))
        and noun.i > noun.sent.start + 2
    )


def is_what(head: Any, cue: Any) -> bool:
    """Whether a deed stands behind a preposition or in a clause about such a thing, and is not what the clause itself denies."""
    while head != cue and head.head != head:
        if head.dep_ in ("pobj", "pcomp"):
            return True
        head = head.head
    return False


def of_something_new(inside: Any) -> bool:
    """Whether words disown a thing that nobody has told of: "had nothing to do with *a fire* at a bank"."""
    things = (
        t for t in inside if t.dep_ == "pobj" and t.pos_ == "NOUN" and t.head.lower_ in ("with", "in", "for", "behind")
    )
    first = next(things, None)
    return first is not None and any(c.lower_ in ("a", "an") for c in first.lefts)


def pointing_back(words: list[Any], actors: list[Actor]) -> list[Any]:
    """Those of a denial's words that can mean something told before: none of "that *it* was preparing for *war*"."""
    somebody = {x.head for x in actors if x.kind == "pronoun" and x.code}
    words = [t for t in words if t.i not in somebody or t.head.pos_ != "VERB"]
    return [t for t in words if [*t.lefts] or t.head.lower_ != "for" or t.head.head.pos_ != "VERB"]
