"""What an edit of an article changed in its claims.

In: the versions of an article in the ledger. Out: for each version after the first the claims that it no longer makes, and those
that it makes anew.
"""

from __future__ import annotations

from collections import Counter

import msgspec
from sqlalchemy import Connection, func, select

from sayso.ledger import tables as t
from sayso.ledger.reports import batches
from sayso.model import Event, Factuality, Stance

_decode = msgspec.json.Decoder(Event).decode


class Said(msgspec.Struct, frozen=True):
    """A claim as an edit adds or drops it: who says what of which parties' doings, and in which words."""

    event: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    source: str
    stance: Stance
    factuality: Factuality
    text: str


class Edit(msgspec.Struct, frozen=True):
    """A later version of an article; ``dropped`` and ``added`` are claims."""

    article: str
    version: int
    published: str | None
    dropped: list[Said]
    added: list[Said]


def edits(connection: Connection, articles: list[str]) -> list[Edit]:
    """What each later version of these articles changed, in the order of articles and versions."""
    found: list[Edit] = []
    for ids in batches(articles):
        found += _edits(connection, list(ids))
    return found


def edited(connection: Connection) -> list[str]:
    """The ids of the articles that were edited."""
    a = t.article.c
    return list(connection.execute(select(a.id).where(a.version == 2).order_by(a.id)).scalars())


def _edits(connection: Connection, ids: list[str]) -> list[Edit]:
    a, c, r = t.article.c, t.coding.c, t.report.c
    latest = select(func.max(c.key)).where(c.article == a.key).scalar_subquery()
    rows = connection.execute(
        select(a.id, a.version, a.published, r.record)
        .select_from(t.article)
        .outerjoin(t.report, (r.article == a.key) & (r.coding == latest))
        .where(a.id.in_(ids))
        .order_by(a.id, a.version, r.n)
    ).all()
    said: dict[tuple[str, int], tuple[str | None, list[Said]]] = {}
    for row in rows:
        claims = said.setdefault((row.id, row.version), (row.published, []))[1]
        if row.record is not None:
            claims += _said(_decode(row.record))
    return [
        Edit(article, version, published, _without(said[article, version - 1][1], now), _without(now, said[article, version - 1][1]))
        for (article, version), (published, now) in said.items()
        if version > 1
    ]  # fmt: skip


def _said(e: Event) -> list[Said]:
    who, whom = (tuple(p.identifier_text or p.entity_text for p in side) for side in (e.actor, e.recipient))
    return [Said(e.event[0], who, whom, c.source, c.stance, c.factuality, c.evidence.text) for c in e.claims]


def _without(these: list[Said], those: list[Said]) -> list[Said]:
    """The claims that are not among those, whatever words they rest on."""
    left = Counter(map(_key, those))
    found = []
    for s in these:
        if left[_key(s)]:
            left[_key(s)] -= 1
        else:
            found.append(s)
    return found


def _key(s: Said) -> Said:
    return msgspec.structs.replace(s, text="")
