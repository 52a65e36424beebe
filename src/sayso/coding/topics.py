"""Deeds that are only spoken about, or told once more as the first of their kind.

In: the head of a trigger. Out: whether it tells no event.
"""

from __future__ import annotations

from typing import Any

_TOPIC_VERBS = frozenset("discuss debate consider mull weigh study negotiate".split())


# What is told of as a state of things wherever it only is so.
_LASTING = frozenset({"trade", "commerce", "cooperation"})
_WORKS = frozenset("book film novel play opera documentary memoir exhibition poem ballad musical biography".split())
_ORDINALS = frozenset({"first", "second", "third", "fourth", "latest", "last"})


def is_topic(head: Any) -> bool:
    """A deed that is only spoken about: "spoke about the release of captives", "to discuss a withdrawal"."""
    if head.pos_ != "NOUN":
        return False
    beside = head.dep_ == "attr" and any(c.dep_ == "xcomp" for c in head.head.children)
    if (head.dep_ == "appos" or beside) and any(c.lower_ in _ORDINALS for c in head.lefts):
        return True  # "will visit Riga on Friday, the first visit by a king since 1922"
    if head.lemma_.lower() in _LASTING and head.dep_ == "nsubj" and head.head.lemma_ == "be":
        return True  # "trade between the two is small"
    if head.dep_ == "dobj" and any(c.dep_ == "nsubj" and c.lemma_.lower() in _WORKS for c in head.head.children):
        return True  # "the book recounts the murder of a poet"
    return (head.dep_ == "pobj" and head.head.lower_ == "about") or (
        head.dep_ == "dobj" and head.head.lemma_ in _TOPIC_VERBS
    )
