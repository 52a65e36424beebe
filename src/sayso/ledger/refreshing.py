"""Derived tables: events are computed again for the stories that a change touches, or for all.

In: keys of reports that came or went. Out: bearings and happenings that fit what is kept.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from sayso.ledger import decisions
from sayso.ledger import tables as t
from sayso.ledger.deriving import Versions, derived
from sayso.ledger.grouping import grouped
from sayso.ledger.linking import link
from sayso.ledger.reports import Report, Shelf
from sayso.ledger.searching import names
from sayso.model import Event


def came(connection: Connection, shelf: Shelf, keys: list[int]) -> set[int]:
    """Link new reports; the stories that they change."""
    stories = set()
    for report in shelf.get(connection, keys):
        stories.add(link(connection, shelf, report, _joined_by_hand(connection, report)))
    b = t.bearing.c
    return set(connection.execute(select(b.story).where(b.report.in_(keys)).distinct()).scalars()) if keys else stories


def went(connection: Connection, shelf: Shelf, keys: list[int]) -> None:
    """Unlink reports, and link again those that they may have held together."""
    b = t.bearing.c
    stories = list(connection.execute(select(b.story).where(b.report.in_(keys)).distinct()).scalars())
    members = list(connection.execute(select(b.report).where(b.story.in_(stories))).scalars())
    _clear(connection, stories)
    connection.execute(delete(t.bearing).where(b.story.in_(stories)))
    connection.execute(delete(t.anchor).where(t.anchor.c.report.in_(members)))
    refresh(connection, shelf, came(connection, shelf, sorted(set(members) - set(keys))))


def refresh(connection: Connection, shelf: Shelf, stories: Iterable[int]) -> None:
    """Compute the events of these stories again."""
    b = t.bearing.c
    for story in sorted(stories):
        keys = connection.execute(select(b.report).where(b.story == story)).scalars()
        reports = shelf.get(connection, sorted(keys))
        decided = decisions.standing(connection, reports)
        _clear(connection, [story])
        for members in grouped(reports, decisions.constraints(decided)):
            name = members[0].id
            connection.execute(update(t.bearing).where(b.report.in_([r.key for r in members])).values(event=name))
            event = current(connection, members, decided)
            if event is not None:
                _insert(connection, story, event)


def current(
    connection: Connection, members: list[Report], decided: list[decisions.Decision], until: str = "~"
) -> Event | None:
    """An event as it stands, people's corrections applied."""
    event = derived(members, versions(connection, members), until)
    return decisions.applied(event, members, decided) if event is not None else None


def versions(connection: Connection, reports: list[Report]) -> Versions:
    """The versions of those articles that have more than one."""
    ids = sorted({r.told.id for r in reports})
    a = t.article.c
    found: Versions = {}
    for at in range(0, len(ids), 500):
        for row in connection.execute(select(a.id, a.moment, a.version).where(a.id.in_(ids[at : at + 500]))):
            found.setdefault(row.id, []).append((row.moment, row.version))
    return {id: all_of for id, all_of in found.items() if len(all_of) > 1}


def edited(connection: Connection, article: str) -> set[int]:
    """The stories in which any version of an article is told."""
    a, r, b = t.article.c, t.report.c, t.bearing.c
    query = select(b.story).join(t.report, r.key == b.report).join(t.article, a.key == r.article).where(a.id == article)
    return set(connection.execute(query.distinct()).scalars())


def restory(connection: Connection, shelf: Shelf, ids: list[str]) -> None:
    """Compute again after a decision about reports: these are linked anew, so that a join or an undone one holds."""
    r, b = t.report.c, t.bearing.c
    keys = list(connection.execute(select(r.key).join(t.bearing, b.report == r.key).where(r.id.in_(ids))).scalars())
    stories = list(connection.execute(select(b.story).where(b.report.in_(keys)).distinct()).scalars())
    members = list(connection.execute(select(b.report).where(b.story.in_(stories))).scalars())
    _clear(connection, stories)
    connection.execute(delete(t.bearing).where(b.story.in_(stories)))
    connection.execute(delete(t.anchor).where(t.anchor.c.report.in_(members)))
    refresh(connection, shelf, came(connection, shelf, sorted(members)))


def _joined_by_hand(connection: Connection, report: Report) -> set[int]:
    joins = [d for d in decisions.standing(connection, [report]) if d.kind == "join"]
    ids = {i for d in joins for i in d.reports} - {report.id}
    if not ids:
        return set()
    r, b = t.report.c, t.bearing.c
    return set(connection.execute(select(r.key).join(t.bearing, b.report == r.key).where(r.id.in_(ids))).scalars())


def _clear(connection: Connection, stories: list[int]) -> None:
    h = t.happening.c
    events = select(h.event).where(h.story.in_(stories))
    connection.execute(delete(t.party).where(t.party.c.event.in_(events)))
    connection.execute(delete(t.happening).where(h.story.in_(stories)))


def _insert(connection: Connection, story: int, e: Event) -> None:
    place = e.event_loc
    connection.execute(
        insert(t.happening).values(
            event=e.id, story=story, kind=e.event[0], first=e.date, last=e.enddate, country=place.country if place else None,
            geonameid=place.geonameid if place else None, status=e.status, record=msgspec.json.encode(e),
        )
    )  # fmt: skip
    found = sorted({n for p in (*e.actor, *e.recipient) for n in names(p)})
    if found:
        connection.execute(insert(t.party), [{"event": e.id, "name": n, "first": e.date} for n in found])
