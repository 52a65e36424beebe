"""How far two coders agree, field by field: percent agreement and Krippendorff's alpha, on units matched for reasons that are told.

In: what each coder made of some articles. Out: :class:`Pair` per unit, and :class:`Agreement` per field. Alpha is NLTK's (nominal distance;
for lists of modes or parties MASI, Passonneau 2006), after K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import Any

import msgspec

from sayso.ledger.errors import LedgerError
from sayso.ledger.facts import folded

SETS = ("mode", "context", "auxiliary", "actor", "recipient", "actor_code", "recipient_code")
FIELDS = ("type", *SETS, "date", "place", "size", "status")


class Unit(msgspec.Struct, frozen=True):
    """One event as one coder has it; ``extents`` are where its article tells it; ``found`` is false for one dismissed."""

    id: str
    article: str
    extents: tuple[tuple[int, int], ...]
    triggers: frozenset[str]
    values: dict[str, Any]
    found: bool = True


class Pair(msgspec.Struct, frozen=True):
    """Two codings of one happening and why they are taken for that; one of them is None where only one coder found it."""

    a: Unit | None
    b: Unit | None
    why: str

    @property
    def differ(self) -> dict[str, list[Any]]:
        """The fields that differ, with both values."""
        if self.a is None or self.b is None or not (self.a.found and self.b.found):
            return {}
        one, other = self.a.values, self.b.values
        return {f: [one[f], other[f]] for f in FIELDS if _plain(one[f]) != _plain(other[f])}


class Agreement(msgspec.Struct, frozen=True):
    """Of ``units``, the share (0 to 1) on which the coders agree exactly, and alpha: None where all have one value or there are too few."""

    field: str
    units: int
    agree: float | None
    alpha: float | None


def unit(id: str, article: str, e: Any, found: bool = True) -> Unit:
    """A unit of an Event, or of anything with an event's fields."""

    def parties(side: list[Any]) -> tuple[list[str], list[str]]:
        names = sorted({folded(p.identifier_text or p.entity_text) for p in side})
        return names, sorted({"-".join(x for x in (p.code, p.sector) if x) for p in side} - {""})

    actor, actor_code = parties(e.actor)
    recipient, recipient_code = parties(e.recipient)
    size = {k: n for k, n in msgspec.structs.asdict(e.size).items() if n is not None} if e.size is not None else {}
    values = {
        "type": e.event[0], "mode": sorted(e.mode), "context": sorted(e.context), "auxiliary": sorted(e.auxiliary),
        "actor": actor, "recipient": recipient, "actor_code": actor_code, "recipient_code": recipient_code,
        "date": "/".join(dict.fromkeys(x for x in (e.date, e.enddate) if x)) or None,
        "place": (e.event_loc.geonameid or folded(e.event_loc.name)) if e.event_loc is not None else None,
        "size": ", ".join(f"{n} {k}" for k, n in size.items()) or None, "status": e.status,
    }  # fmt: skip
    extents = [(c.evidence.start, c.evidence.end) for c in e.claims if c.evidence.article == article]
    if not extents and e.text_info.article == article:
        extents = [(e.text_info.start, e.text_info.end)]
    return Unit(id, article, tuple(extents), frozenset(w.casefold() for w in e.event_text), values, found)


def pairs(a: Sequence[Unit], b: Sequence[Unit]) -> list[Pair]:
    """Match units one to one: first by equal ids, then in each article by how much of their words they share, the most alike first."""
    by_id = {(u.article, u.id): u for u in b}
    found = [Pair(u, by_id.pop((u.article, u.id)), "same id") for u in a if (u.article, u.id) in by_id]
    left, right = ({id(u): u for u in us} for us in (a, b))
    for p in found:
        left.pop(id(p.a))
        right.pop(id(p.b))
    in_article: dict[str, list[Unit]] = defaultdict(list)
    for u in right.values():
        in_article[u.article].append(u)
    ranked = sorted(
        ((*_alike(x, y), n, m, x, y) for n, x in enumerate(left.values()) for m, y in enumerate(in_article[x.article])),
        key=lambda r: (-r[0], r[2], r[3]),
    )
    for points, why, _, _, x, y in ranked:
        if points > 0 and id(x) in left and id(y) in right:
            found.append(Pair(left.pop(id(x)), right.pop(id(y)), why))
    found += [Pair(u, None, "only the first coder has it") for u in left.values()]
    return found + [Pair(None, u, "only the second coder has it") for u in right.values()]


def agreements(matched: Sequence[Pair], judged: bool = False) -> list[Agreement]:
    """How far the coders agree that there is an event, and on each field of those that both have.

    ``judged`` says that both looked at every unit; else what neither found is not seen, and alpha of "found" has no meaning.
    """
    there = [(p.a is not None and p.a.found, p.b is not None and p.b.found) for p in matched]
    same = sum(x == y for x, y in there) / len(there) if there else None
    made = [Agreement("found", len(there), same, alpha(there) if judged else None)]
    both = [
        (p.a.values, p.b.values) for p in matched if p.a is not None and p.b is not None and p.a.found and p.b.found
    ]
    for field in FIELDS:
        values = [(_plain(x[field]), _plain(y[field])) for x, y in both]
        agree = sum(x == y for x, y in values) / len(values) if values else None
        made.append(Agreement(field, len(values), agree, alpha(values, sets=field in SETS)))
    return made


def alpha(units: Sequence[tuple[Hashable, Hashable]], sets: bool = False) -> float | None:
    """Krippendorff's alpha of two coders' values, nominal or, for frozensets, by the MASI distance.

    None where it is not defined: fewer than two units, or one value throughout. Raises LedgerError without NLTK.
    """
    try:
        from nltk.metrics.agreement import AnnotationTask
        from nltk.metrics.distance import binary_distance, masi_distance
    except ImportError:
        raise LedgerError("agreement needs NLTK; install it with: pip install 'sayso[agreement]'") from None
    if len(units) < 2 or len({x for pair in units for x in pair}) < 2:
        return None
    rows = [(coder, n, value) for n, pair in enumerate(units) for coder, value in zip("ab", pair, strict=True)]
    return float(AnnotationTask(rows, masi_distance if sets else binary_distance).alpha())


def _plain(value: Any) -> Hashable:
    """A value to compare: lists as sets, an empty one as the set of nothing, which MASI can measure."""
    if isinstance(value, list):
        return frozenset(value) or frozenset({""})
    return value if value is not None else ""


def _alike(x: Unit, y: Unit) -> tuple[float, str]:
    """How much two units of an article look like one, and the reasons; no points where they share no words."""
    share = max((_share(p, q) for p in x.extents for q in y.extents), default=0.0)
    if share == 0:
        return 0.0, ""
    same = [("same type", x.values["type"] == y.values["type"]), ("same trigger", bool(x.triggers & y.triggers))]
    reasons = [name for name, holds in same if holds]
    return share + len(reasons), ", ".join([f"{share:.0%} of their words shared", *reasons])


def _share(a: tuple[int, int], b: tuple[int, int]) -> float:
    """The part of the shorter extent that both have."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return max(common, 0) / max(min(a[1] - a[0], b[1] - b[0]), 1)
