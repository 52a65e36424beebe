"""Decisions outlive codings: which report of an article's latest coding took the place of one that people decided about.

In: the reports of a story, or of an article, and the ids that decisions name. Out: for each of those that the latest coding does not make
the id of the report that now tells the same words. A newer coder may give an event another type or extent, and so another id; what a
person said of it still holds.
"""

from __future__ import annotations

import msgspec

from sayso.ledger.decisions import Decision
from sayso.ledger.editions import Editions, coded
from sayso.ledger.moments import NOW, Then
from sayso.ledger.reports import Report
from sayso.model import Event


def heirs(reports: list[Report], known: Editions, wanted: set[str], then: Then = NOW) -> dict[str, str]:
    """By the ids in ``wanted`` that the coding of then no longer makes, the ids that took their place; without one, none."""
    current = coded(reports, known, then) if wanted else []
    ids = {r.id for r in current}
    found: dict[str, str] = {}
    for old in sorted((r for r in reports if r.id in wanted and r.id not in ids), key=lambda r: r.key):
        ranked = [
            (rank, r.id) for r in current if r.told.key == old.told.key and (rank := _likeness(old.event, r.event))
        ]
        if ranked:
            found[old.id] = max(ranked)[1]
    return found


def renamed(d: Decision, names: dict[str, str]) -> Decision:
    """The decision as it reads with these ids for those it was made with."""
    if not names:
        return d
    value = [names.get(i, i) for i in d.value] if d.kind == "split" else d.value
    return msgspec.structs.replace(d, reports=list(dict.fromkeys(names.get(i, i) for i in d.reports)), value=value)


def named(decisions: list[Decision]) -> set[str]:
    """Every report that decisions name."""
    return {i for d in decisions for i in (*d.reports, *(d.value if d.kind == "split" else []))}


def _likeness(old: Event, new: Event) -> tuple[bool, bool, float] | None:
    """How surely two events of one text are one, by trigger, type and words; None where they share too little."""
    trigger = bool({w.casefold() for w in old.event_text} & {w.casefold() for w in new.event_text})
    kind = old.event == new.event
    share = max((_share(a, b) for a in _extents(old) for b in _extents(new)), default=0.0)
    return (trigger, kind, share) if share > 0 and (trigger or kind) else None


def _extents(e: Event) -> list[tuple[int, int]]:
    return [(c.evidence.start, c.evidence.end) for c in e.claims] or [(e.text_info.start, e.text_info.end)]


def _share(a: tuple[int, int], b: tuple[int, int]) -> float:
    """The part of both extents together that they have in common."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return max(common, 0) / max(max(a[1], b[1]) - min(a[0], b[0]), 1)
