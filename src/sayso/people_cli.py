"""The commands by which people correct a ledger: decide, undo, decisions and review.

In: arguments, or keys at a terminal. Out: decisions in the ledger, each with user, time and reason; the machine's record stays as it is.
"""

from __future__ import annotations

import json
import sys
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from sayso.ledger_cli import Name, opened
from sayso.options import Format, LedgerName, Output, Shape, shape_of

if TYPE_CHECKING:
    from sayso.ledger.rulings import Ruling

User = Annotated[
    str | None, typer.Option("--by", metavar="USER", envvar="SAYSO_USER", help="Who decides; default: the login name.")
]
Reason = Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")]


class Decided(Enum):
    """What somebody may decide about an event."""

    accept = "accept"
    dismiss = "dismiss"
    correct = "correct"
    join = "join"
    split = "split"
    note = "note"


_NEEDS_REASON = {Decided.dismiss, Decided.correct, Decided.join, Decided.split}
_TAKES = {
    Decided.correct: "FIELD=VALUE, such as date=2019-03-11 or 'actor=Taliban;United States'",
    Decided.join: "the other event's id",
    Decided.split: "the ids of articles, or reports, to take out",
    Decided.note: "the note's text",
}


def register(app: typer.Typer) -> None:
    """Add these commands."""
    for command in (decide, undo, decisions, review):
        app.command()(command)


def decide(
    event: Name,
    what: Annotated[Decided, typer.Argument(metavar="accept|dismiss|correct|join|split|note")],
    ledger: LedgerName,
    more: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FIELD=VALUE…|OTHER…|ARTICLE…|TEXT]", help="For correct, join, split and note."),
    ] = None,
    by: User = None,
    reason: Reason = None,
) -> None:
    """Record what somebody decides about an event; prints the decision's number, by which it is undone."""
    given = more or []
    if (what in _TAKES) != bool(given):
        raise _wrong(f"{what.value} takes {_TAKES.get(what, 'nothing more')}")
    if what in _NEEDS_REASON and not reason:
        raise _wrong(f"{what.value} needs a --reason: it will be read by others")
    with opened(ledger) as book:
        print(made(book, user(by), what, event, given, reason))


def made(book: Any, who: str, what: Decided, event: str, given: list[str], reason: str | None) -> int:
    """Record one decision; its number. Raises LedgerError."""
    names = [event, *given] if what in (Decided.join, Decided.split) else [event]
    value: Any = {Decided.correct: given, Decided.note: " ".join(given)}.get(what)
    return int(book.decide(who, what.value, names, value, reason))


def undo(
    decision: Annotated[int, typer.Argument(metavar="NUMBER", help="As sayso decisions lists it.")],
    ledger: LedgerName,
    by: User = None,
    reason: Reason = None,
) -> None:
    """Take a decision back; both stay on record."""
    with opened(ledger) as book:
        print(book.undo(user(by), decision, reason))


def decisions(
    ledger: LedgerName,
    event: Annotated[str | None, typer.Option(help="Only decisions about this event.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="USER", help="Only this user's.")] = None,
    moved: Annotated[
        bool, typer.Option("--moved", help="Only those where the machine has moved since, to them or away.")
    ] = False,
    format: Shape = None,
    output: Output = None,
) -> None:
    """Print what people decided, what of it was undone, and where a newer coding now agrees or contradicts."""
    from sayso.terminal import written

    shape = shape_of(format, output)
    with opened(ledger) as book, written(output) as out:
        about = {event, book.event(event).id} if event is not None else set()
        found = [
            r
            for r in book.rulings()
            if (event is None or about & {*r.events, *r.decision.reports})
            and (by is None or r.decision.user == by)
            and (r.findings or not moved)
        ]
        if shape is Format.csv:
            import csv

            writer = csv.DictWriter(out, list(_COLUMNS), lineterminator="\n")
            writer.writeheader()
            writer.writerows(_row(r) for r in found)
        for r in found if shape is not Format.csv else ():
            print(_line(r) if shape is Format.table else json.dumps(_record(r), ensure_ascii=False), file=out)


_COLUMNS = ("decision", "made", "user", "kind", "events", "value", "reason", "undone_by", "findings")


def _record(r: Ruling) -> dict[str, Any]:
    d = msgspec.to_builtins(r.decision)
    return {
        "decision": d.pop("key"),
        **{k: d[k] for k in ("made", "user", "kind")},
        "events": r.events,
        **{k: d[k] for k in ("reports", "value", "reason", "undoes")},
        "undone_by": r.undone_by,
        "findings": msgspec.to_builtins(r.findings),
    }


def _row(r: Ruling) -> dict[str, Any]:
    record = _record(r)
    value = record["value"]
    told = {
        "events": ";".join(r.events),
        "value": value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False),
        "findings": ";".join(f.said for f in r.findings),
    }
    return {k: told.get(k, record[k]) for k in _COLUMNS}


def _line(r: Ruling) -> str:
    d = r.decision
    said = f"{d.key}  {d.made[:16]}  {d.user}  {d.kind} {', '.join(r.events) or ', '.join(d.reports)}"
    if d.kind == "correct":
        from sayso.ledger.rulings import written as words

        said += f": {words(d.value)}"
    elif d.kind == "note":
        said += f": {d.value}"
    elif d.kind == "undo":
        said += f": takes {d.undoes} back"
    said += f" ({d.reason})" if d.reason else ""
    said += f", undone by {r.undone_by}" if r.undone_by is not None else ""
    return "".join((said, *(f"\n    {f.said}" for f in r.findings)))


def review(
    ledger: LedgerName,
    by: User = None,
    party: Annotated[str | None, typer.Option(help="Only events with this party: a code or a name.")] = None,
    status: Annotated[str | None, typer.Option(help="Only events of this status.")] = None,
    since: Annotated[str | None, typer.Option(help="Only events that ended on this date or later.")] = None,
) -> None:
    """Walk through the events that need a look: in doubt, of low credibility, or nearly one with another."""
    from sayso.review import Review
    from sayso.terminal import say

    if not sys.stdin.isatty():
        raise _wrong("review needs a terminal; scripts use sayso decide")
    with opened(ledger) as book:
        session = Review(book, user(by))
        session.run(book.looks(party=party, status=status, since=since))
    say(f"{session.seen} events looked at, {session.decided} decisions")


def user(given: str | None) -> str:
    """Who decides: as given, else the login name."""
    if given is not None and given.strip():
        return given.strip()
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise _wrong("who decides is not known here; give --by") from None


def _wrong(message: str) -> typer.Exit:
    """The end of a command that was called wrongly, with one line that says how."""
    from sayso.terminal import say

    say(message)
    return typer.Exit(2)
