"""What people call themselves: "who identified himself as a *spokesman* for the Front", "a man claiming to speak for the Front".

In: the head token of a mention. Out: the nouns by which they do, and the words of whom they say they speak for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.annotating.actors.lexicon import word_list

_SELF = frozenset({"himself", "herself", "themselves", "themself"})
_CLAUSES = frozenset({"relcl", "acl"})


def professed(head: Any) -> Iterator[Any]:
    """The nouns for what somebody says that he is, or is told to have been known as."""
    for verb in _clauses(head):
        for v in (verb, *(c for c in verb.children if c.dep_ in ("xcomp", "ccomp"))):
            own = v == verb or v.lemma_ == "be"
            yield from (c for c in v.children if own and c.dep_ in ("attr", "oprd"))
        if any(c.lower_ in _SELF for c in verb.children) or verb.dep_ == "acl":
            yield from (o for p in verb.children if p.lower_ == "as" for o in p.children if o.dep_ == "pobj")


def speaking(head: Any) -> Iterator[Any]:
    """The verbs by which somebody says that he speaks for another: "who claimed to *speak* for the Front"."""
    for verb in _clauses(head):
        yield from (c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ == "speak")


def _clauses(head: Any) -> Iterator[Any]:
    """The clauses in which somebody tells who he is."""
    said = word_list("professing")
    yield from (c for c in head.children if c.dep_ in _CLAUSES and c.lemma_.lower() in said)
    if head.dep_ == "nsubj":  # "Ali Noor, calling himself the commander, said"
        yield from (c for c in head.head.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_.lower() in said)
        if head.head.dep_ in ("advcl", "ccomp") and head.head.tag_ == "VBG" and head.head.lemma_.lower() in said:
            yield head.head
