"""Attacks that are told only by those who take responsibility for them: "claimed responsibility for Friday's bomb at a bank".

In: the words of the claim and the time found for it. Out: whether the attack's own noun carries its day, so that it is one that the
story takes for known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sayso.model import Time


def claimed(head: Any, parts: Sequence[Any], time: Time | None) -> bool:
    """Whether somebody takes responsibility for an attack that is told with its day: "for *Tuesday's bomb* at a bank"."""
    if not any(p.lemma_ == "responsibility" for p in parts):
        return False
    deeds = [o for p in (head, *parts) for c in p.children if c.lower_ == "for" for o in c.children if o.dep_ == "pobj"]
    return any(_has_day(o, time) for o in deeds)


def told_elsewhere(day: Time | None, others: Sequence[tuple[Time | None, bool]]) -> bool:
    """Whether the article itself tells an attack that the claim may be of: one of that day or of none, by nobody else that it names.

    ``others`` gives the day of each attack told, and whether it names who did it.
    """
    first = day.first if day is not None else None
    return any(not named and (time is None or time.first == first) for time, named in others)


def _has_day(noun: Any, time: Time | None) -> bool:
    """Whether a noun's own words, no clause of another deed, say on which day it was."""
    if time is None or not time.first or time.first != time.last:
        return False
    span = noun.doc.char_span(time.start, time.end, alignment_mode="expand")
    return span is not None and (noun == span.root or noun.is_ancestor(span.root))
