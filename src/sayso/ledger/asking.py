"""Answers from the derived tables: events as of any moment, one event by name, and what is nearly one with it.

In: a connection and what is asked for. Out: events. What a moment cannot have changed is read as it is stored; the
stories in which something was published or added since are computed again.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from functools import partial
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from sayso.ledger import tables as t
from sayso.ledger.editions import name_of
from sayso.ledger.edits import Edit, edits
from sayso.ledger.errors import LedgerError
from sayso.ledger.grouping import why
from sayso.ledger.linking import met
from sayso.ledger.matching import Match
from sayso.ledger.moments import EVER, Then, moment
from sayso.ledger.refreshing import Story, told
from sayso.ledger.reports import Report, Shelf, batches
from sayso.ledger.searching import GONE, Wanted, held
from sayso.model import Event, Status

_decode = msgspec.json.Decoder(Event).decode
_NEIGHBOURS = 12  # other events that are told of as nearly one with an event
_COMPARED = 24  # reports of an event that are compared with those around it


class Neighbour(msgspec.Struct, frozen=True):
    """Another event's report that was looked at and not joined, and why."""

    event: str
    report: str
    article: str
    match: Match


class Change(msgspec.Struct, frozen=True):
    """An event whose status moved: None before it was told of, and None once no version of an article tells of it."""

    was: Status | None
    now: Status | None
    event: Event
    edits: list[Edit]


def events(connection: Connection, shelf: Shelf, wanted: Wanted, then: Then, limit: int | None) -> Iterator[Event]:
    """The events that fit, by date, undated ones first."""
    if then.now:
        for row in _rows(connection, wanted, limit):
            yield _decode(row.record)
        return
    changed = _changed(connection, then) | _gone(connection)
    again = (e for e in _again(connection, shelf, changed, then) if wanted.fits(e))
    stored = _stored(connection, shelf, msgspec.structs.replace(wanted, status=None), then, changed)
    yield from heapq.merge(sorted(again, key=_by_date), (e for e in stored if wanted.fits(e)), key=_by_date)


def find(connection: Connection, shelf: Shelf, name: str, then: Then, ledger: str) -> tuple[Story, list[Report]]:
    """The story and the reports of the event of that id, or of the one that a report of that id tells."""
    b, r = t.bearing.c, t.report.c
    rows = connection.execute(select(b.report, b.story).where(b.event == name)).all()
    if not rows:
        query = select(b.report, b.story).join(t.report, r.key == b.report).where(r.id == name).order_by(r.key.desc())
        rows = connection.execute(query.limit(1)).all()
    if not rows:
        raise LedgerError(f"{ledger}: there is no event {name}; `sayso events --ledger {ledger}` lists them")
    keys = {row.report for row in rows}
    for story in told(connection, shelf, [rows[0].story], then):
        members = max(story.events, key=lambda found: sum(m.key in keys for m in found), default=[])
        if any(m.key in keys for m in members):
            return story, members
    raise LedgerError(f"{ledger}: event {name} was not known then")


def neighbours(connection: Connection, shelf: Shelf, members: list[Report]) -> list[Neighbour]:
    """The reports of other events that were compared with these, the most alike of each event, most alike first."""
    own = {m.key for m in members}
    compared = {key for m in members[:_COMPARED] for key, _, _ in met(connection, m.facts)} - own
    b = t.bearing.c
    names: dict[int, str] = {}
    for keys in batches(sorted(compared)):
        query = select(b.report, b.event).where(b.report.in_(keys), b.event.is_not(None))
        names |= {row.report: row.event for row in connection.execute(query)}
    best: dict[str, Neighbour] = {}
    for r in shelf.get(connection, sorted(names)):
        found = Neighbour(names[r.key], r.id, r.told.id, why(r, members))
        if found.event not in best or _likeness(found) > _likeness(best[found.event]):
            best[found.event] = found
    return sorted(best.values(), key=lambda n: (*(-x for x in _likeness(n)), n.event))[:_NEIGHBOURS]


def changes(connection: Connection, shelf: Shelf, since: str, then: Then) -> Iterator[Change]:
    """The events of then whose status, or whose articles' claims, changed after ``since``."""
    a = t.article.c
    stories = _told_by(connection, select(a.id).where(a.moment > since, a.moment <= then.published))
    for keys in batches(sorted(stories), 100):
        for story in told(connection, shelf, keys, then):
            for members in story.events:
                now, before = story.event(members), story.event(members, Then(since, then.added))
                changed = [
                    e for e in _edits(connection, story, members) if since < moment(e.published) <= then.published
                ]
                was, status = (e.status if e else None for e in (before, now))
                event = now or before
                if event is not None and (changed or was != status):
                    yield Change(was, status, event, changed)


def counts(connection: Connection, shelf: Shelf, then: Then) -> dict[str, Any]:
    """How much there is, and the events by status."""
    a, c, g = t.article.c, t.coding.c, t.heading.c
    by: dict[str, int] = {}
    if then.now:
        rows = connection.execute(
            select(g.name, func.count()).where(g.name > "status ", g.name < "status~").group_by(g.name).order_by(g.name)
        )
        by = {row[0].removeprefix("status "): row[1] for row in rows}
    else:
        for e in events(connection, shelf, Wanted(), then, None):
            by[e.status] = by.get(e.status, 0) + 1
    had = [a.added <= then.added]
    if then.published != EVER:
        had += [a.moment != "", a.moment <= then.published]
    reports = select(func.count(t.bearing.c.event))
    if not then.now:
        reports = select(func.count()).select_from(t.report).join(t.coding).join(t.article, a.key == c.article)
        reports = reports.where(c.added <= then.added, *had)
    made = t.decision.c.made <= then.added

    def count(query: Any) -> int:
        return int(connection.execute(query).scalar_one())

    return {
        "articles": count(select(func.count(a.id.distinct())).where(*had)),
        "versions": count(select(func.count()).select_from(t.article).where(*had)),
        "reports": count(reports),
        "events": sum(by.values()),
        "decisions": count(select(func.count()).select_from(t.decision).where(made)),
        "by_status": dict(sorted(by.items())),
    }


def _by_date(e: Event) -> tuple[str, str]:
    return (e.date or "", e.id)


def _likeness(n: Neighbour) -> tuple[bool, float]:
    return (n.match.conflict is None, n.match.score)


def _rows(connection: Connection, wanted: Wanted, limit: int | None = None) -> Iterator[Any]:
    asked = wanted.queries(partial(held, connection), limit)
    found = [connection.execute(q, execution_options={"yield_per": 200}) for q in asked]
    last = None
    for row in heapq.merge(*found, key=lambda row: (row.first, row.event)):
        if row.event != last:
            yield row
        last = row.event


def _stored(connection: Connection, shelf: Shelf, wanted: Wanted, then: Then, changed: set[int]) -> Iterator[Event]:
    """Events of stories that did not change; those told on both sides of the moment are computed again."""
    for row in _rows(connection, wanted):
        if row.story in changed or row.oldest > then.published:
            continue
        if row.newest <= then.published:
            yield _decode(row.record)
        else:
            for story in told(connection, shelf, [row.story], then):
                found = (story.event(m) for m in story.events if name_of(m[0], story.editions) == row.event)
                yield from (e for e in found if e is not None)


def _again(connection: Connection, shelf: Shelf, stories: set[int], then: Then) -> Iterator[Event]:
    for keys in batches(sorted(stories), 100):
        for story in told(connection, shelf, keys, then):
            found = map(story.event, story.events)
            yield from (e for e in found if e is not None)


def _gone(connection: Connection) -> set[int]:
    """Stories with events that are no more, edited away or dismissed, but may have been then."""
    g, h = t.heading.c, t.happening.c
    query = select(h.story).join(t.heading, g.event == h.event).where(g.name == GONE)
    return set(connection.execute(query).scalars())


def _edits(connection: Connection, story: Story, members: list[Report]) -> list[Edit]:
    """The edits of the articles that tell an event, those that changed claims."""
    edited = {r.told.id for r in members if len({e.version for e in story.editions[r.told.id]}) > 1}
    return [e for e in edits(connection, sorted(edited)) if e.added or e.dropped]


def _changed(connection: Connection, then: Then) -> set[int]:
    """Stories to which something was added, or about which something was decided, after then."""
    if then.added == EVER:
        return set()
    a, b, c, r, d, of = t.article.c, t.bearing.c, t.coding.c, t.report.c, t.decision.c, t.decided.c
    added = select(a.id).join(t.coding, c.article == a.key).where(c.added > then.added)
    ruled = select(b.story).join(t.report, r.key == b.report).join(t.decided, of.report == r.id)
    ruled = ruled.join(t.decision, d.key == of.decision).where(d.made > then.added)
    return _told_by(connection, added) | set(connection.execute(ruled.distinct()).scalars())


def _told_by(connection: Connection, articles: Select[Any]) -> set[int]:
    """The stories that any version of these articles tells, by any coding."""
    a, b, r = t.article.c, t.bearing.c, t.report.c
    query = select(b.story).join(t.report, r.key == b.report).join(t.article, a.key == r.article)
    return set(connection.execute(query.where(a.id.in_(articles)).distinct()).scalars())
