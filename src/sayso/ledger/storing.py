"""Articles into the store: each once, an edited text as a new version, a newer coding beside the older one.

In: an Article, its events and the fingerprints of its paragraphs. Out: rows that are only ever added, and what became of the article.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Literal

import msgspec
from sqlalchemy import Connection, func, insert, or_, select

from sayso.ledger import tables as t
from sayso.ledger.moments import moment, now
from sayso.model import ANSWER, Article, Block, Dateline, Event, Precision, Source

Outcome = Literal["new", "version", "recoded", "known"]
_TRACKING = re.compile(r"[?&](?:utm_\w+|fbclid|gclid)=[^&]*")


class Kept(msgspec.Struct):
    """What the ledger keeps of an article: all that reading found, none of the layers, which can be made again."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    precision: Precision | None = None
    offset_inferred: bool = False
    source: Source | None = None
    url: str | None = None
    language: str | None = None
    credits: list[str] = []
    dateline: Dateline | None = None
    blocks: list[Block] = []


class Stored(msgspec.Struct, frozen=True):
    """``article`` is its id in the ledger, ``reports`` are the keys of what was added."""

    outcome: Outcome
    article: str = ""
    reports: list[int] = []


def kept(article: Article) -> Kept:
    """What is kept of an article."""
    return Kept(**{f.name: getattr(article, f.name) for f in msgspec.structs.fields(Kept)})


def store(
    connection: Connection, article: Kept, events: list[Event], prints: bytes, coder: str, added: str | None = None
) -> Stored:
    """Add an article and its coding; nothing changes when both are there."""
    a, c = t.article.c, t.coding.c
    address = address_of(article.url)
    same = a.id == article.id if address is None else or_(a.id == article.id, a.address == address)
    versions = connection.execute(select(a.key, a.id, a.digest).where(same).order_by(a.key)).all()
    digest = digest_of(article)
    added = added or now()
    key = next((row.key for row in versions if row.digest == digest), None)
    outcome: Outcome = "version" if versions else "new"
    if key is not None:
        coders = connection.execute(select(c.coder).where(c.article == key)).scalars().all()
        if coder in coders:
            return Stored("known")
        outcome = "recoded"
    else:
        name = versions[0].id if versions else article.id
        number = connection.execute(select(func.count()).where(a.id == name)).scalar_one()
        key = _insert_article(connection, article, name, number + 1, digest, prints, added)
    made = connection.execute(
        insert(t.coding).values(article=key, coder=coder, digest=_digest(msgspec.json.encode(events)), added=added)
    )
    coding = int(made.inserted_primary_key[0])  # type: ignore[index]
    rows = [
        {"coding": coding, "article": key, "n": n, "id": e.id, "record": msgspec.json.encode(e)}
        for n, e in _numbered(events)
    ]
    if rows:
        connection.execute(insert(t.report), rows)
    return Stored(outcome, versions[0].id if versions else article.id, _keys(connection, coding))


def _numbered(events: list[Event]) -> Iterator[tuple[int, Event]]:
    """The events of an article from 0 up, its answers, which are none, from -1 down."""
    answers = [e for e in events if e.event == [ANSWER]]
    yield from enumerate(e for e in events if e.event != [ANSWER])
    yield from ((-n, e) for n, e in enumerate(answers, 1))


def address_of(url: str | None) -> str | None:
    """An address in one spelling: without scheme, "www.", fragment, tracking marks and closing slash."""
    if not url:
        return None
    plain = _TRACKING.sub("", url.partition("#")[0].partition("://")[2] or url)
    return plain.removeprefix("www.").rstrip("/?&") or None


def digest_of(article: Kept) -> str:
    """What makes a version of an article: its title and text."""
    return _digest(f"{article.title or ''}\n{article.text}".encode("utf8", "surrogatepass"))


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _insert_article(
    connection: Connection, article: Kept, name: str, version: int, digest: str, prints: bytes, added: str
) -> int:
    made = connection.execute(
        insert(t.article).values(
            id=name, version=version, digest=digest, address=address_of(article.url), published=article.published,
            moment=moment(article.published), title=article.title, source=article.source.name if article.source else None,
            record=msgspec.json.encode(article), prints=prints, added=added,
        )
    )  # fmt: skip
    return int(made.inserted_primary_key[0])  # type: ignore[index]


def _keys(connection: Connection, coding: int) -> list[int]:
    r = t.report.c
    return list(connection.execute(select(r.key).where(r.coding == coding).order_by(r.key)).scalars())
