"""Whether a ledger is whole: the database itself, what is kept, and that what is derived fits it.

In: a connection. Out: what is wrong, one line each; nothing is changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, select, text

from sayso.ledger import decisions
from sayso.ledger import tables as t
from sayso.ledger.grouping import grouped
from sayso.ledger.refreshing import current
from sayso.ledger.reports import Shelf
from sayso.ledger.storing import Kept, digest_of
from sayso.ledger.storing import current as current_reports


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
    wanted = set(current_reports(connection))
    b, h = t.bearing.c, t.happening.c
    stories: dict[int, list[int]] = defaultdict(list)
    named: dict[int, str | None] = {}
    for row in connection.execute(select(b.report, b.story, b.event)):
        stories[row.story].append(row.report)
        named[row.report] = row.event
    if wanted != set(named):
        yield f"{len(wanted ^ set(named))} reports are not where they belong; run rebuild"
        return
    records = {row.event: row.record for row in connection.execute(select(h.event, h.record))}
    for keys in stories.values():
        reports = shelf.get(connection, sorted(keys))
        decided = decisions.standing(connection, reports)
        for members in grouped(reports, decisions.constraints(decided)):
            event = current(connection, members, decided)
            found = records.pop(members[0].id, None)
            if any(named[r.key] != members[0].id for r in members) or found != (
                msgspec.json.encode(event) if event else None
            ):
                yield f"event {members[0].id} is not what its reports make; run rebuild"
    for name in records:
        yield f"event {name} has no reports; run rebuild"
