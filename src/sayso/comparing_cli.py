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
