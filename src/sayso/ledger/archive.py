"""A ledger as JSON lines and back: every article, coding and decision, and nothing that can be derived.

In: a connection, or lines. Out: lines, one object each whose ``line`` is article, coding or decision, or what a line holds.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from sayso.ledger import decisions
from sayso.ledger import tables as t
from sayso.ledger.errors import LedgerError
from sayso.ledger.storing import Kept
from sayso.model import Event

FORMAT = 1


class Line(msgspec.Struct):
    """A coding of a version of an article, with that article."""

    article: Kept
    name: str
    prints: bytes
    coder: str
    added: str
    events: list[Event]


def lines(connection: Connection) -> Iterator[str]:
    """The whole ledger, codings in the order in which they were added, then decisions."""
    yield json.dumps({"line": "ledger", "format": FORMAT})
    a, c, r = t.article.c, t.coding.c, t.report.c
    rows = connection.execute(
        select(c.key, c.coder, c.added, a.id, a.record, a.prints).join(t.article, a.key == c.article).order_by(c.key),
        execution_options={"yield_per": 200},
    )
    for row in rows:
        records = connection.execute(select(r.record).where(r.coding == row.key).order_by(r.n)).scalars()
        yield json.dumps(
            {
                "line": "article",
                "name": row.id,
                "article": json.loads(row.record),
                "prints": base64.b64encode(row.prints).decode(),
                "coder": row.coder,
                "added": row.added,
                "events": [json.loads(x) for x in records],
            },
            ensure_ascii=False,
        )
    for d in decisions.every(connection):
        yield json.dumps({"line": "decision", **msgspec.to_builtins(d)}, ensure_ascii=False)


def read(line: str, number: int) -> Line | decisions.Decision | None:
    """What a line holds; None for the first. Raises LedgerError for what is no line of a ledger."""
    try:
        row: dict[str, Any] = json.loads(line)
        kind = row.pop("line")
        if kind == "ledger":
            if row["format"] > FORMAT:
                raise LedgerError(f"line {number}: was written by a newer sayso; install that version")
            return None
        if kind == "article":
            return msgspec.convert(row, Line)
        return msgspec.convert(row, decisions.Decision)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, LedgerError):
            raise
        raise LedgerError(f"line {number}: is no line of an exported ledger ({error})") from None
