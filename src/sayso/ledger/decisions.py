"""What people decide: joined, split, dismissed, accepted, corrected or noted, each with user, time and reason, never overwriting.

In: a decision about reports. Out: rows that are only ever added; an undo is a row of its own. :func:`constraints` and
:func:`applied` are how they weigh on what is derived.
"""

from __future__ import annotations

import json
from typing import Any, Literal, get_args

import msgspec
from sqlalchemy import Connection, insert, select

from sayso.ledger import tables as t
from sayso.ledger.correcting import check, consistent
from sayso.ledger.errors import LedgerError
from sayso.ledger.grouping import Constraints
from sayso.ledger.moments import EVER, now
from sayso.ledger.reports import Report, batches
from sayso.model import Event

Kind = Literal["join", "split", "dismiss", "accept", "correct", "note", "undo"]
KINDS: tuple[str, ...] = get_args(Kind)


class Decision(msgspec.Struct, frozen=True):
    """``reports`` are ids of reports; of a split they are taken from the reports in ``value``; a correction's ``value`` is its fields."""

    key: int
    made: str
    user: str
    kind: Kind
    reports: list[str]
    value: Any
    reason: str | None
    undoes: int | None


def record(
    connection: Connection,
    user: str,
    kind: Kind,
    reports: list[str],
    value: Any,
    reason: str | None,
    undoes: int | None = None,
    made_at: str | None = None,
) -> int:
    """Store a decision; its key. Raises LedgerError for a kind or a field that there is none of."""
    if kind not in KINDS:
        raise LedgerError(f"{kind!r} is no decision; they are {', '.join(KINDS)}")
    if kind == "correct":
        check(value)
    made = connection.execute(
        insert(t.decision).values(
            made=made_at or now(), user=user, kind=kind, reports=json.dumps(reports), value=None if value is None else json.dumps(value),
            reason=reason, undoes=undoes,
        )
    )  # fmt: skip
    key = int(made.inserted_primary_key[0])  # type: ignore[index]
    about = sorted({*reports, *(value if kind == "split" else [])})
    if about:
        connection.execute(insert(t.decided), [{"report": r, "decision": key} for r in about])
    return key


def every(connection: Connection) -> list[Decision]:
    """All decisions in the order in which they were made."""
    return [_decision(row) for row in connection.execute(select(t.decision).order_by(t.decision.c.key))]


def standing(connection: Connection, reports: list[Report], until: str = EVER) -> list[Decision]:
    """The decisions about these reports that were made, and not undone, by then."""
    ids = [r.id for r in reports]
    d, of = t.decision.c, t.decided.c
    found: dict[int, Decision] = {}
    for part in batches(ids):
        rows = connection.execute(select(t.decision).join(t.decided, of.decision == d.key).where(of.report.in_(part)))
        found |= {row.key: _decision(row) for row in rows}
    found = {key: d for key, d in found.items() if d.made <= until}
    undone = {x.undoes for x in found.values() if x.kind == "undo"}
    return [x for _, x in sorted(found.items()) if x.kind != "undo" and x.key not in undone]


def constraints(decisions: list[Decision]) -> Constraints:
    """Which reports are one event, and which are not; a later decision wins over an earlier one."""
    made = Constraints()
    for d in decisions:
        if d.kind == "join":
            pairs = {frozenset((a, b)) for a in d.reports for b in d.reports if a != b}
            made.joined |= pairs
            made.apart -= pairs
        elif d.kind == "split":
            pairs = {frozenset((a, b)) for a in d.reports for b in d.value if a != b}
            made.apart |= pairs
            made.joined -= pairs
    return made


def applied(event: Event, reports: list[Report], decisions: list[Decision]) -> Event | None:
    """The event with people's corrections; None when it was dismissed. A decision holds for the event that has its first report."""
    ids = {r.id for r in reports}
    for d in decisions:
        if not d.reports or d.reports[0] not in ids:
            continue
        if d.kind == "dismiss":
            return None
        if d.kind == "correct":
            event = corrected(event, d)
    return event


def corrected(event: Event, d: Decision) -> Event:
    """The event with the fields of one correction; quad code and scale follow its type and modes."""
    fields = {f.name: f.type for f in msgspec.structs.fields(Event)}
    event = msgspec.structs.replace(event, **{k: msgspec.convert(v, fields[k]) for k, v in d.value.items()})
    return consistent(event) if {"event", "mode"} & set(d.value) else event


def _decision(row: Any) -> Decision:
    return Decision(
        row.key, row.made, row.user, row.kind, json.loads(row.reports), None if row.value is None else json.loads(row.value),
        row.reason, row.undoes,
    )  # fmt: skip
