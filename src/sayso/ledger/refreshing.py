"""Derived tables: events are computed again for the stories that a change touches, or for all.

In: keys of reports that came, or stories. Out: bearings, happenings and headings that fit what is kept.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from sayso.ledger import decisions, heirs
from sayso.ledger import tables as t
from sayso.ledger.deriving import derived
from sayso.ledger.editions import Editions, coded, editions, name_of
from sayso.ledger.grouping import grouped
from sayso.ledger.linking import link, link_all, merge
from sayso.ledger.moments import EVER, NOW, Then
from sayso.ledger.reports import Report, Shelf, batches
from sayso.ledger.searching import GONE, headings, reach
from sayso.model import Event

_AT_ONCE = 200  # stories computed together


class Story(msgspec.Struct):
    """The reports of a story with what deriving needs beside them; ``reports`` are all, ``events`` those of then, grouped."""

    key: int
    reports: list[Report]
    events: list[list[Report]]
    editions: Editions
    decided: list[decisions.Decision]
    then: Then = NOW

    def event(self, members: list[Report], then: Then | None = None) -> Event | None:
        """One of the events as it stands, people's corrections applied; None when it is gone, or was not known then."""
        event = derived(members, self.editions, then or self.then)
        return decisions.applied(event, members, self.decided) if event is not None else None

    def about(self, members: list[Report]) -> list[decisions.Decision]:
        """What was decided about one of the events."""
        ids = {r.id for r in members}
        return [d for d in self.decided if ids & {*d.reports, *(d.value if d.kind == "split" else [])}]


def came(connection: Connection, shelf: Shelf, keys: list[int]) -> set[int]:
    """Link new reports; the stories that they change."""
    for report in shelf.get(connection, keys):
        link(connection, report, _joined_by_hand(connection, report))
    if keys:
        a = t.report.c
        _inherit(connection, shelf, connection.execute(select(a.article).where(a.key == keys[0])).scalars().all())
    return stories_of(connection, keys)


def stories_of(connection: Connection, reports: list[int]) -> set[int]:
    """The stories of reports by their keys."""
    b = t.bearing.c
    query = select(b.story).where(b.report.in_(reports)).distinct()
    return set(connection.execute(query).scalars()) if reports else set()


def refresh(connection: Connection, shelf: Shelf, stories: Iterable[int]) -> None:
    """Compute the events of these stories again; what stays the same is left alone."""
    for keys in batches(sorted(stories), _AT_ONCE):
        old = stored(connection, keys)
        new: dict[str, dict[str, Any]] = {}
        bearing: dict[int, str | None] = {}
        for story in told(connection, shelf, keys):
            bearing |= dict.fromkeys((r.key for r in story.reports), None)
            for members in story.events:
                made = row(story, members)
                new[made["event"]] = made
                bearing |= dict.fromkeys((r.key for r in members), made["event"])
        _bear(connection, bearing)
        _replace(
            connection, [r for e, r in old.items() if new.get(e) != r], [r for e, r in new.items() if old.get(e) != r]
        )


def told(connection: Connection, shelf: Shelf, stories: Sequence[int], then: Then = NOW) -> Iterator[Story]:
    """Stories with their events, as the ledger knew them then."""
    b = t.bearing.c
    by_story: dict[int, list[int]] = defaultdict(list)
    for row in connection.execute(select(b.story, b.report).where(b.story.in_(stories)).order_by(b.report)):
        by_story[row.story].append(row.report)
    reports = {r.key: r for r in shelf.get(connection, [k for keys in by_story.values() for k in keys])}
    known = editions(connection, list(reports.values()))
    decided = decisions.standing(connection, list(reports.values()), then.added)
    names = heirs.heirs(list(reports.values()), known, heirs.named(decided), then)
    decided = [heirs.renamed(d, names) for d in decided]
    constraints = decisions.constraints(decided)
    for story, keys in sorted(by_story.items()):
        members = [reports[k] for k in keys]
        yield Story(story, members, grouped(coded(members, known, then), constraints), known, decided, then)


def rebuilt(connection: Connection, shelf: Shelf | None = None) -> None:
    """Compute everything that is derived again."""
    shelf = shelf or Shelf()
    for table in t.DERIVED:
        connection.execute(delete(table))
    keys = connection.execute(select(t.report.c.key).order_by(t.report.c.key)).scalars().all()
    link_all(connection, (shelf.get(connection, list(part)) for part in batches(keys, _AT_ONCE)))
    r, of = t.report.c, t.decided.c
    decided = select(r.article).join(t.decided, of.report == r.id).distinct().order_by(r.article)
    _inherit(connection, shelf, connection.execute(decided).scalars().all())
    for d in decisions.every(connection):
        if d.kind == "join":
            _gather(connection, d.reports)
    refresh(connection, shelf, connection.execute(select(t.bearing.c.story).distinct()).scalars().all())


def edited(connection: Connection, article: str) -> set[int]:
    """The stories in which any version of an article is told."""
    a, r, b = t.article.c, t.report.c, t.bearing.c
    query = select(b.story).join(t.report, r.key == b.report).join(t.article, a.key == r.article).where(a.id == article)
    return set(connection.execute(query.distinct()).scalars())


def decided(connection: Connection, shelf: Shelf, ids: list[str], joins: bool = False) -> None:
    """Compute again after a decision about reports, by their ids; those joined come into one story, where they stay."""
    refresh(
        connection, shelf, {_gather(connection, ids)} if joins else stories_of(connection, keys_of(connection, ids))
    )


def _gather(connection: Connection, ids: list[str]) -> int:
    stories = stories_of(connection, keys_of(connection, ids))
    merge(connection, min(stories), stories)
    return min(stories)


def _inherit(connection: Connection, shelf: Shelf, articles: Sequence[int]) -> None:
    """Bring the reports of newer codings of these versions into the stories of those that people decided about."""
    c, r, of = t.coding.c, t.report.c, t.decided.c
    for part in batches(articles):
        again = select(c.article).where(c.article.in_(part)).group_by(c.article).having(func.count() > 1)
        coded_again = connection.execute(again).scalars().all()
        if not coded_again:
            continue
        codings = select(c.key).where(c.article.in_(coded_again))
        rows = connection.execute(select(r.key, r.id).where(r.coding.in_(codings)).order_by(r.key)).all()
        wanted = {
            i
            for ids in batches([row.id for row in rows])
            for i in connection.execute(select(of.report).where(of.report.in_(ids))).scalars()
        }
        reports = shelf.get(connection, [row.key for row in rows]) if wanted else []
        for old, new in heirs.heirs(reports, editions(connection, reports), wanted).items():
            _gather(connection, [old, new])


def keys_of(connection: Connection, ids: Iterable[str]) -> list[int]:
    """The reports of these ids by their keys."""
    r, b = t.report.c, t.bearing.c
    return list(
        connection.execute(select(r.key).join(t.bearing, b.report == r.key).where(r.id.in_(list(ids)))).scalars()
    )


def _joined_by_hand(connection: Connection, report: Report) -> set[int]:
    joins = [d for d in decisions.standing(connection, [report]) if d.kind == "join"]
    ids = {i for d in joins for i in d.reports}
    return set(keys_of(connection, ids)) - {report.key} if ids else set()


def row(story: Story, members: list[Report]) -> dict[str, Any]:
    """An event as it is stored; one that is gone without a record."""
    e = story.event(members)
    moments = [r.told.moment or EVER for r in members]
    return {
        "event": name_of(members[0], story.editions),
        "story": story.key,
        "first": (e.date if e else None) or "",
        "last": (e.enddate if e else None) or "",
        "reach": reach(e) if e else 0,
        "oldest": min(moments),
        "newest": max(moments),
        "headings": json.dumps(headings(e) if e else [GONE], ensure_ascii=False),
        "record": msgspec.json.encode(e) if e else None,
    }


def stored(connection: Connection, stories: Sequence[int]) -> dict[str, dict[str, Any]]:
    rows = connection.execute(select(t.happening).where(t.happening.c.story.in_(stories))).mappings()
    return {found["event"]: dict(found) for found in rows}


def _replace(connection: Connection, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> None:
    h = t.heading.c
    if old:
        columns = ("name", "reach", "first", "event")
        connection.execute(delete(t.heading).where(*(h[k] == bindparam(f"old_{k}") for k in columns)), [
            {f"old_{k}": v for k, v in row.items()} for row in _under(old)
        ])  # fmt: skip
        connection.execute(
            delete(t.happening).where(t.happening.c.event == bindparam("old")), [{"old": r["event"]} for r in old]
        )
    if new:
        connection.execute(insert(t.happening), new)
        connection.execute(insert(t.heading), _under(new))


def _under(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"name": name, "reach": r["reach"], "first": r["first"], "event": r["event"]}
        for r in rows
        for name in json.loads(r["headings"])
    ]


def _bear(connection: Connection, wanted: dict[int, str | None]) -> None:
    """Note which event each report tells of, where that changed."""
    b = t.bearing.c
    moved = []
    for keys in batches(list(wanted)):
        rows = connection.execute(select(b.report, b.event).where(b.report.in_(keys)))
        moved += [{"key": row.report, "to": wanted[row.report]} for row in rows if row.event != wanted[row.report]]
    if moved:
        connection.execute(update(t.bearing).where(b.report == bindparam("key")).values(event=bindparam("to")), moved)
