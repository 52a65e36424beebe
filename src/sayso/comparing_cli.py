"""The commands that set sides and coders beside one another: positions and agreement.

In: a ledger, or exported events. Out: tables, CSV or JSON lines.
"""

from __future__ import annotations

import csv
import json
from typing import Annotated

import msgspec
import typer

from sayso.ledger_cli import AsOf, Known, opened
from sayso.options import Format, Knowledge, LedgerName, Output, Shape, shape_of

_WIDTH = 160  # columns of a table in a pipe or a file


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(positions)
    app.command()(agreement)


def positions(
    ledger: LedgerName,
    between: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Only what lies between two sides, by their names.")
    ] = None,
    party: Annotated[str | None, typer.Option(help="Only this side's positions.")] = None,
    issue: Annotated[str | None, typer.Option(help="Only issues with these words.")] = None,
    as_of: AsOf = None,
    known: Known = None,
    knowledge: Knowledge = None,
    format: Shape = None,
    output: Output = None,
) -> None:
    """Print what each side demands, offers, accepts, rejects and insists on, since when and until when."""
    from sayso.knowledge.own import using
    from sayso.terminal import need_knowledge, written
    from sayso.views.positions import COLUMNS, row, table

    failed = need_knowledge(knowledge)
    shape = shape_of(format, output)
    sides = between or ((party,) if party is not None else ())
    with using(knowledge), opened(ledger) as book, written(output) as out:
        found = book.positions(between=sides, issue=issue, as_of=as_of, known=known)
        if shape is Format.table:
            from rich.console import Console

            table(Console(file=out, highlight=False, width=None if out.isatty() else _WIDTH), found)
        elif shape is Format.csv:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(map(row, found))
        else:
            for s in found:
                print(json.dumps(msgspec.to_builtins(s), ensure_ascii=False), file=out)
    if failed:
        raise typer.Exit(1)


def agreement(
    a: Annotated[str, typer.Argument(metavar="A", help="A file of events (jsonl); with --ledger a user, or machine.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    ledger: Annotated[str | None, typer.Option("--ledger", help="Compare decisions in this ledger.")] = None,
    units: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write each unit here: why it was matched, and what differs.")
    ] = None,
    format: Shape = None,
    output: Output = None,
) -> None:
    """Print how far two coders agree, field by field: share of units and Krippendorff's alpha."""
    from sayso.ledger import LedgerError
    from sayso.ledger.agreement import agreements, pairs
    from sayso.ledger.coders import of_lines
    from sayso.terminal import say, written

    shape = shape_of(format, output)
    try:
        if ledger is None:
            one, other = (of_lines(_lines(path), path) for path in (a, b))
        else:
            with opened(ledger) as book:
                one, other = book.coders(a, b)
        matched = pairs(one, other)
        found = agreements(matched, judged=ledger is not None)
    except LedgerError as error:
        say(error)
        raise typer.Exit(2) from None
    if units is not None:
        with written(units) as out:
            for p in matched:
                record = {"a": p.a and p.a.id, "b": p.b and p.b.id, "article": (p.a or p.b).article, "why": p.why}  # type: ignore[union-attr]
                judged = [u.found if u is not None else False for u in (p.a, p.b)]
                print(json.dumps({**record, "found": judged, "differ": p.differ}, ensure_ascii=False), file=out)
    with written(output) as out:
        if shape is Format.table:
            print(f"{'field':<15} {'units':>6} {'agree':>7} {'alpha':>7}", file=out)
        elif shape is Format.csv:
            print("field,units,agree,alpha", file=out)
        for x in found:
            agree, alpha = (None if n is None else round(n, 4) for n in (x.agree, x.alpha))
            if shape is Format.table:
                shown = "" if agree is None else f"{agree:.1%}", "" if alpha is None else f"{alpha:.3f}"
                print(f"{x.field:<15} {x.units:>6} {shown[0]:>7} {shown[1]:>7}", file=out)
            elif shape is Format.csv:
                print(
                    x.field, x.units, "" if agree is None else agree, "" if alpha is None else alpha, sep=",", file=out
                )
            else:
                print(json.dumps({"field": x.field, "units": x.units, "agree": agree, "alpha": alpha}), file=out)


def _lines(path: str) -> list[str]:
    """The lines of a file; ends the command with one line where it cannot be read."""
    from sayso.terminal import say

    try:
        with open(path, encoding="utf-8-sig") as f:
            return f.readlines()
    except (OSError, UnicodeDecodeError) as error:
        say(
            f"{path}: cannot be read ({getattr(error, 'strerror', None) or 'not UTF-8'}); give events as JSON lines, or --ledger and users"
        )
        raise typer.Exit(2) from None
