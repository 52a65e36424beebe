"""The arguments and options that several commands take, each worded once.

In: what stands on the command line. Out: annotations for the commands' parameters, and the values that need more than a type.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH…", help="Files, folders, archives, or - for JSON lines on standard input.")
]
Columns = Annotated[
    list[str] | None, typer.Option("--column", help="Which column of a table holds a field: text=body.")
]
Published = Annotated[str | None, typer.Option(help="ISO 8601 date or time for inputs that carry none.")]
Model = Annotated[str, typer.Option(help="An installed spaCy pipeline.")]
Frames = Annotated[
    list[str] | None,
    typer.Option("--frames", metavar="FILE", help="Frames of your own, CSV or TOML, over the packaged ones."),
]
Output = Annotated[str | None, typer.Option(help="Write to this file, which appears whole or not at all.")]
Knowledge = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="A directory of your own knowledge files, laid over the packaged ones."),
]
GazetteerFile = Annotated[
    str | None,
    typer.Option(
        "--gazetteer",
        metavar="FILE",
        envvar="SAYSO_GAZETTEER",
        help="A gazetteer made by: sayso gazetteer build allCountries.zip",
    ),
]
LedgerName = Annotated[str, typer.Option("--ledger", help="A file, or a database URL (postgresql://…).")]
Warc = Annotated[
    str | None, typer.Option(help="Also keep what was fetched in this WARC file; what it holds is not fetched again.")
]
AllowPrivate = Annotated[bool, typer.Option(help="Allow private, loopback and link-local addresses.")]


class Format(StrEnum):
    """Shapes of events and of quotes."""

    jsonl = "jsonl"
    csv = "csv"
    table = "table"


Shape = Annotated[Format | None, typer.Option("--format", help="Default: table on a terminal, jsonl in a pipe.")]


def columns_of(given: list[str] | None) -> dict[str, str]:
    """Which column holds which field; ends the command with one line for what is no FIELD=NAME."""
    if not given:
        return {}
    from sayso.reading.tables import FIELDS
    from sayso.terminal import say

    pairs = [c.partition("=") for c in given]
    if any(not (field and middle and name) for field, middle, name in pairs):
        say("--column takes FIELD=NAME, such as text=body")
        raise typer.Exit(2)
    if unknown := [field for field, _, _ in pairs if field not in FIELDS]:
        say(f"--column: there is no field {unknown[0]!r}; the fields are {', '.join(FIELDS)}")
        raise typer.Exit(2)
    return {field: name for field, _, name in pairs}


def shape_of(given: Format | None, output: str | None) -> Format:
    """The shape asked for, or the one that suits where the output goes."""
    import sys

    return given or (Format.table if sys.stdout.isatty() and output is None else Format.jsonl)
