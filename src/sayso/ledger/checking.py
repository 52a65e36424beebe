"""Whether a ledger is whole: the database itself, what is kept, and that what is derived fits it.

In: a connection. Out: what is wrong, one line each; nothing is changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, func, select, text

from sayso.ledger import refreshing
from sayso.ledger import tables as t
from sayso.ledger.reports import Shelf, batches
from sayso.ledger.storing import Kept, digest_of


def problems(connection: Connection, shelf: Shelf) -> Iterator[str]:
    """Everything that is wrong, the most basic first."""
    yield from _database(connection)
    broken = list(_kept(connection))
    yield from broken
    if not broken:
        yield from _derived(connection, shelf)


def _database(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for row in connection.execute(text("PRAGMA integrity_check")):
        if row[0] != "ok":
            yield f"the file is damaged: {row[0]}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"a row of {row[0]} points to nothing"


def _kept(connection: Connection) -> Iterator[str]:
    a = t.article.c
    for row in connection.execute(select(a.id, a.version, a.digest, a.record), execution_options={"yield_per": 500}):
        try:
            if digest_of(msgspec.json.decode(row.record, type=Kept)) != row.digest:
                yield f"article {row.id}, version {row.version}: its text is not the one that was added"
        except msgspec.DecodeError:
            yield f"article {row.id}, version {row.version}: cannot be read"


def _derived(connection: Connection, shelf: Shelf) -> Iterator[str]:
    b, h, g, r = t.bearing.c, t.happening.c, t.heading.c, t.report.c
    lost = select(func.count()).select_from(t.report).outerjoin(t.bearing, b.report == r.key).where(b.report.is_(None))
    if count := connection.execute(lost).scalar_one():
        yield f"{count} reports are not where they belong; run rebuild"
        return
    seen = under = 0
    for stories in batches(connection.execute(select(b.story).distinct().order_by(b.story)).scalars().all()):
        bearing = {
            row.report: row.event for row in connection.execute(select(b.report, b.event).where(b.story.in_(stories)))
        }
        stored = refreshing.stored(connection, stories)
        seen += len(stored)
        under += sum(len(json.loads(row["headings"])) for row in stored.values())
        for story in refreshing.told(connection, shelf, stories):
            for members in story.events:
                row = refreshing.row(story, members)
                if stored.pop(row["event"], None) != row or any(bearing.pop(m.key) != row["event"] for m in members):
                    yield f"event {row['event']} is not what its reports make; run rebuild"
        if stored or any(bearing.values()):
            yield f"{', '.join(sorted({*stored, *filter(None, bearing.values())}))}: reports make no such event; run rebuild"
    placed = select(func.count()).select_from(t.heading).join(t.happening, h.event == g.event)
    placed = placed.where(g.reach == h.reach, g.first == h.first)
    for query, wanted in (
        (select(func.count()).select_from(t.happening), seen),
        (placed, under),
        (select(func.count(g.name)), under),
    ):
        if connection.execute(query).scalar_one() != wanted:
            yield "events stand where nothing tells of them, or are not found under their names; run rebuild"
            return
