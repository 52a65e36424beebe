"""Which events are asked for: by party, place, type and time.

In: what a user names. Out: a query over the merged events, and the same test for an event that is computed on the way.
"""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Select, func, select

from sayso.knowledge import lookup
from sayso.ledger import tables as t
from sayso.ledger.facts import folded
from sayso.model import Event, Party


class Wanted(msgspec.Struct, frozen=True):
    """``party`` is a code or a name; ``since`` and ``before`` bound the dates; None asks for all."""

    party: str | None = None
    country: str | None = None
    kind: str | None = None
    since: str | None = None
    before: str | None = None

    def query(self) -> Select[Any]:
        """The events by date, undated ones first."""
        h = t.happening.c
        query = select(h.event, h.record).order_by(func.coalesce(h.first, ""), h.event)
        if self.party is not None:
            query = query.where(h.event.in_(select(t.party.c.event).where(t.party.c.name.in_(self._names()))))
        if self.country is not None:
            query = query.where(h.country == self.country)
        if self.kind is not None:
            query = query.where(h.kind == self.kind)
        if self.since is not None:
            query = query.where(h.last >= self.since)
        if self.before is not None:
            query = query.where(h.first < self.before)
        return query

    def fits(self, e: Event) -> bool:
        """Whether an event is among those asked for."""
        place = e.event_loc.country if e.event_loc else None
        return (
            (self.party is None or any(set(names(p)) & set(self._names()) for p in (*e.actor, *e.recipient)))
            and self.country in (None, place)
            and (self.kind is None or self.kind in e.event)
            and (self.since is None or (e.enddate or "") >= self.since)
            and (self.before is None or (e.date is not None and e.date < self.before))
        )

    def _names(self) -> list[str]:
        """The party as it is given, and the name under which events have what it is another name of ("Taleban")."""
        if self.party is None:
            return []
        known = [folded(e.name) for e in lookup(self.party) if e.kind not in ("place", "outlet")]
        return list(dict.fromkeys([self.party, folded(self.party), *known]))


def names(p: Party) -> list[str]:
    """What a party is found by: its code, its name, its side."""
    return [n for n in (p.code, folded(p.identifier_text or p.entity_text), folded(p.side)) if n]
