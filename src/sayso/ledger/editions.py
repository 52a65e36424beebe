"""Which reports count at a moment: of each article the version published last, of each version the coding made last.

In: every version and coding of the articles that make some reports. Out: those reports that had been published, and that the
ledger had, by the moments asked for.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select

from sayso.ledger import tables as t
from sayso.ledger.moments import Then
from sayso.ledger.reports import Report, batches


class Edition(msgspec.Struct, frozen=True):
    """A coding of a version of an article: when that version was published, and when the ledger got the coding."""

    coding: int
    version: int
    moment: str
    added: str


Editions = dict[str, list[Edition]]  # by the article's id


def editions(connection: Connection, reports: list[Report]) -> Editions:
    """All codings of all versions of the articles that make these reports."""
    a, c = t.article.c, t.coding.c
    ids = sorted({r.told.id for r in reports})
    found: Editions = {}
    for part in batches(ids):
        rows = connection.execute(
            select(a.id, c.key, a.version, a.moment, c.added).join(t.coding, c.article == a.key).where(a.id.in_(part))
        )
        for row in rows:
            found.setdefault(row.id, []).append(Edition(row.key, row.version, row.moment or "~", row.added))
    return found


def coded(reports: list[Report], known: Editions, then: Then) -> list[Report]:
    """The reports of each version's latest coding that the ledger had: what events are made of."""
    latest: dict[tuple[str, int], int] = {}
    for article in {r.told.id for r in reports}:
        for e in known[article]:
            if e.added <= then.added:
                latest[article, e.version] = max(latest.get((article, e.version), 0), e.coding)
    return [r for r in reports if latest.get((r.told.id, r.told.version)) == r.coding]


def live(reports: list[Report], known: Editions, then: Then) -> list[Report]:
    """Of coded reports those published by then, of each article only its version of then."""
    newest: dict[str, int] = {}
    for article in {r.told.id for r in reports}:
        had = [(e.moment, e.version) for e in known[article] if e.moment <= then.published and e.added <= then.added]
        if had:
            newest[article] = max(had)[1]
    return [r for r in reports if newest.get(r.told.id) == r.told.version]


def name_of(first: Report, known: Editions) -> str:
    """What an event is called that this is the first report of; an article that was edited may use its ids anew."""
    versions = sorted({(e.moment, e.version) for e in known[first.told.id]})
    place = [v for _, v in versions].index(first.told.version)
    return f"{first.id}v{place + 1}" if place else first.id
