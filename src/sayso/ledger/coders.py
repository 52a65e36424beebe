"""Coders to compare: what a person decided in a ledger, what the machine says there, or the events of an exported file.

In: a connection and a user's name, or lines. Out: the units of each, for ``agreement``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection

from sayso.ledger import decisions
from sayso.ledger.agreement import Unit, unit
from sayso.ledger.errors import LedgerError
from sayso.ledger.reports import Shelf
from sayso.ledger.rulings import judged
from sayso.model import Claim, Location, Party, Size, Status, TextInfo

MACHINE = "machine"
_JUDGES = ("accept", "correct", "dismiss")


class Row(msgspec.Struct):
    """An event of a file, with what is compared; what a coder of one's own leaves out is empty."""

    id: str
    event: list[str]
    text_info: TextInfo
    mode: list[str] = []
    context: list[str] = []
    auxiliary: list[str] = []
    actor: list[Party] = []
    recipient: list[Party] = []
    event_loc: Location | None = None
    size: Size | None = None
    date: str | None = None
    enddate: str | None = None
    status: Status | None = None
    event_text: list[str] = []
    claims: list[Claim] = []


def of_lines(lines: Iterable[str], name: str) -> list[Unit]:
    """The events of JSON lines as `sayso code` prints them. Raises LedgerError that names the line."""
    decode = msgspec.json.Decoder(Row).decode
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = decode(line)
            found.append(unit(row.id, row.text_info.article, row))
        except (msgspec.DecodeError, IndexError) as error:
            raise LedgerError(f"{name}, line {number}: is no event as `sayso code` prints it ({error})") from None
    return found


def of_ledger(connection: Connection, shelf: Shelf, a: str, b: str, ledger: str) -> tuple[list[Unit], list[Unit]]:
    """The events that both coders judged: accepted, corrected or dismissed; the machine judges all. Raises LedgerError."""
    every = decisions.every(connection)
    undone = {d.undoes for d in every if d.kind == "undo"}
    standing = [d for d in every if d.kind in _JUDGES and d.key not in undone]
    for name in (a, b):
        if name != MACHINE and name not in {d.user for d in standing}:
            users = ", ".join(sorted({d.user for d in standing})) or "nobody"
            raise LedgerError(
                f"{ledger}: {name} accepted, corrected or dismissed nothing; {users} did, and there is {MACHINE!r}"
            )
    if a == b:
        raise LedgerError(f"{ledger}: {a} is one coder; name two")
    of: dict[str, dict[str, Unit]] = {a: {}, b: {}}
    for d in standing:
        if d.user in of:
            _judge(connection, shelf, d, of)
    if MACHINE in of:
        person = of[b if a == MACHINE else a]
        of[MACHINE] = {k: u for k, u in of[MACHINE].items() if k in person}
    both = sorted(of[a].keys() & of[b].keys())
    return [of[a][k] for k in both], [of[b][k] for k in both]


def _judge(connection: Connection, shelf: Shelf, d: decisions.Decision, of: dict[str, dict[str, Unit]]) -> None:
    """Note what one decision makes of its event, upon what the same person decided about it before."""
    key, was, now = judged(connection, shelf, d)
    if now is not None and MACHINE in of:
        of[MACHINE][key] = unit(key, now.text_info.article, now)
    if was is None:
        return
    mine = of[d.user]
    before: dict[str, Any] = mine[key].values if key in mine and d.kind != "accept" else {}
    event = decisions.corrected(was, d) if d.kind == "correct" else was
    made = unit(key, was.text_info.article, event, found=d.kind != "dismiss")
    fields = _fields(d) if d.kind == "correct" else set(made.values)
    mine[key] = msgspec.structs.replace(
        made, values={**made.values, **{k: v for k, v in before.items() if k not in fields}}
    )
    if now is None and MACHINE in of:
        of[MACHINE][key] = unit(key, was.text_info.article, was, found=False)


def _fields(d: decisions.Decision) -> set[str]:
    """The compared fields that a correction sets."""
    named: dict[str, tuple[str, ...]] = {"event": ("type",), "enddate": ("date",), "event_loc": ("place",)}
    named |= {side: (side, f"{side}_code") for side in ("actor", "recipient")}
    return {name for k in d.value for name in named.get(k, (k,))}
