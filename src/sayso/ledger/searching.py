"""Which events are asked for: by party, place, type, status and time.

In: what a user names. Out: queries over the headings under which events are kept, each in the order of their dates, and the same
test for an event that is computed on the way. An event stands under each of its names, in one of three classes by the length of
its span, so that "from this date on" begins in the index where the first of its class may.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, func, select

from sayso.knowledge import lookup
from sayso.ledger import tables as t
from sayso.ledger.facts import areas, folded
from sayso.ledger.moments import day
from sayso.model import Event, Party

_REACH = (8, 366, None)  # the longest span of each class, in days
GONE = "gone"


class Wanted(msgspec.Struct, frozen=True):
    """``party`` and ``place`` are codes or names; ``since`` and ``before`` bound the dates; None asks for all."""

    party: str | None = None
    place: str | None = None
    country: str | None = None
    kind: str | None = None
    status: str | None = None
    since: str | None = None
    before: str | None = None

    def queries(self, held: Callable[[str], int], limit: int | None = None) -> list[Select[Any]]:
        """The events by date, undated ones first: a query for each name and class of spans, to be merged; some come twice.

        ``held`` says how many events stand under a heading, or that they are many: the rarest is gone through, the others looked up.
        """
        names, *others = self.headings()
        beside = [name for (name,) in others]
        under = [sorted([n, *beside], key=held) if beside else [n] for n in names]
        return [self._query(n, reach, days, limit) for n in under for reach, days in enumerate(_REACH)]

    def fits(self, e: Event) -> bool:
        """Whether an event is among those asked for."""
        found = set(headings(e))
        return (
            all(found.intersection(names) for names in self.headings())
            and (self.since is None or (e.enddate or "") >= self.since)
            and (self.before is None or (e.date is not None and e.date < self.before))
        )

    def headings(self) -> list[list[str]]:
        """The headings under which an event that fits must stand: one of each list; only the first may be a choice."""
        asked = {
            "where": self.place and folded(self.place),
            "in": self.country and self.country.casefold(),
            "type": self.kind,
            "status": self.status,
        }
        found = [[f"{k} {v}"] for k, v in asked.items() if v is not None]
        if self.party is not None:
            found.insert(0, [f"who {n}" for n in self._parties(self.party)])
        return found or [[""]]

    def _parties(self, party: str) -> list[str]:
        """A party as it is given, and the name under which events have what it is another name of ("Taleban")."""
        known = [folded(e.name) for e in lookup(party) if e.kind not in ("place", "outlet")]
        return list(dict.fromkeys([folded(party), *known]))

    def _query(self, names: list[str], reach: int, days: int | None, limit: int | None) -> Select[Any]:
        h, g = t.happening.c, t.heading.alias()
        query = select(g.c.first, g.c.event, h.story, h.oldest, h.newest, h.record)
        found: Any = g
        for name in names[1:]:
            other = t.heading.alias()
            found = found.join(other, and_(other.c.name == name, *(other.c[k] == g.c[k] for k in _PLACED)))
        query = query.select_from(found.join(t.happening, h.event == g.c.event))
        query = query.where(g.c.name == names[0], g.c.reach == reach)
        if self.since is not None:
            query = query.where(g.c.first >= (_earlier(self.since, days) if days else "0"), h.last >= self.since)
        if self.before is not None:
            query = query.where(g.c.first < self.before, g.c.first != "")
        return query.order_by(g.c.first, g.c.event).limit(limit)


def held(connection: Connection, name: str) -> int:
    """How many events stand under a heading, counted no further than tells a rare one from a common one."""
    some = select(t.heading.c.event).where(t.heading.c.name == name).limit(_MANY).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


_MANY = 5000
_PLACED = ("reach", "first", "event")


def reach(e: Event) -> int:
    """The class of an event's span."""
    first, last = day(e.date), day(e.enddate)
    if first is None or last is None:
        return 0
    return next(n for n, days in enumerate(_REACH) if days is None or last - first <= days)


def headings(e: Event) -> list[str]:
    """Everything that an event is found by."""
    found = {"", *(f"type {k}" for k in e.event), f"status {e.status}"}
    found |= {f"who {n}" for p in (*e.actor, *e.recipient) for n in names(p)}
    if e.event_loc is not None:
        place = e.event_loc
        found |= {f"where {folded(n)}" for n in (place.name, *areas(place))}
        if place.country:
            found |= {f"in {place.country.casefold()}", f"where {place.country.casefold()}"}
    return sorted(found)


def names(p: Party) -> list[str]:
    """What a party is found by: its code, its name, its side."""
    return [n for n in ((p.code or "").casefold(), folded(p.identifier_text or p.entity_text), folded(p.side)) if n]


def _earlier(since: str, days: int) -> str:
    try:
        return (date.fromisoformat(since[:10]) - timedelta(days)).isoformat()
    except (ValueError, OverflowError):
        return "0"
