"""What needs a person's look: events that are in doubt, of little credibility, or nearly one with another.

In: a connection. Out: :class:`Look` per event, with the reasons. An event that somebody accepted, corrected or dismissed is seen, until a
report comes or is coded anew after that.
"""

from __future__ import annotations

from functools import cache

import msgspec
from sqlalchemy import Connection, select

from sayso.ledger import asking
from sayso.ledger import tables as t
from sayso.ledger.asking import Neighbour
from sayso.ledger.editions import name_of
from sayso.ledger.grouping import why
from sayso.ledger.moments import NOW
from sayso.ledger.refreshing import Story, told
from sayso.ledger.reports import Report, Shelf
from sayso.ledger.searching import Wanted
from sayso.model import Event
from sayso.resources import table

_SEEN = frozenset({"accept", "correct", "dismiss"})


class Rules(msgspec.Struct, frozen=True):
    statuses: frozenset[str]
    credibility: int
    margin: float


class Look(msgspec.Struct, frozen=True):
    """An event to look at: the reasons in words, and the reports of other events that it is nearly one with."""

    event: Event
    reasons: list[str]
    near: list[Neighbour]


@cache
def rules() -> Rules:
    return msgspec.convert(table("sayso.ledger", "review.toml"), Rules)


def names(connection: Connection, wanted: Wanted) -> list[str]:
    """The ids of the events that are asked for, by date."""
    return [e.id for e in asking.events(connection, Shelf(), wanted, NOW, None)]


def look(connection: Connection, shelf: Shelf, name: str) -> Look | None:
    """Why an event needs a look; None when it needs none, is gone or was looked at."""
    story = connection.execute(select(t.happening.c.story).where(t.happening.c.event == name)).scalar()
    for found in told(connection, shelf, [story]) if story is not None else ():
        for members in found.events:
            if name_of(members[0], found.editions) == name:
                return _look(connection, shelf, found, members)
    return None


def _look(connection: Connection, shelf: Shelf, story: Story, members: list[Report]) -> Look | None:
    event = story.event(members)
    if event is None or _seen(story, members):
        return None
    r = rules()
    reasons = [event.status.replace("_", " ")] if event.status in r.statuses else []
    if event.credibility >= r.credibility:
        reasons.append(f"credibility {event.credibility} of 6")
    near = [
        n for n in asking.neighbours(connection, shelf, members) if _nearly(n) and not _told_apart(story, members, n)
    ]
    reasons += [f"nearly one with {n.event}: {n.match.score:g} of {n.match.bar:g}" for n in near]
    for m in members:
        others = [x for x in members if x is not m]
        match = why(m, others) if others else None
        if match is not None and match.conflict is None and match.bar <= match.score < match.bar + r.margin:
            reasons.append(f"{m.id} barely belongs to it: {match.score:g} of {match.bar:g}")
    return Look(event, reasons, near) if reasons else None


def _nearly(n: Neighbour) -> bool:
    return n.match.conflict is None and n.match.bar - rules().margin <= n.match.score


def _seen(story: Story, members: list[Report]) -> bool:
    ids = {m.id for m in members}
    said = [d.made for d in story.decided if d.kind in _SEEN and d.reports and d.reports[0] in ids]
    return bool(said) and all(_added(story, m) <= max(said) for m in members)


def _added(story: Story, r: Report) -> str:
    return next(e.added for e in story.editions[r.told.id] if e.coding == r.coding)


def _told_apart(story: Story, members: list[Report], n: Neighbour) -> bool:
    """Whether somebody has split the two already."""
    ids = {m.id for m in members}
    return any(
        d.kind == "split" and ({n.report} & {*d.reports, *d.value}) and ids & {*d.reports, *d.value}
        for d in story.decided
    )
