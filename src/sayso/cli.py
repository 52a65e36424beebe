"""The command line: each command a few lines over the public functions.

In: arguments and standard input. Out: data on standard output, messages and progress on standard error; exit status 0 all done, 1 some
inputs failed, 2 the call is wrong.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from importlib.metadata import version
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso import (
    comparing_cli,
    gazetteer_cli,
    knowledge_cli,
    ledger_cli,
    looking_cli,
    people_cli,
    reading_cli,
    training_cli,
    watch_cli,
)
from sayso.model import DEFAULT_MODEL, Settings
from sayso.options import (
    Columns,
    Format,
    Frames,
    GazetteerFile,
    Knowledge,
    Model,
    Output,
    Paths,
    Published,
    Shape,
    columns_of,
    shape_of,
)

if TYPE_CHECKING:
    from sayso.model import Article, Event

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help=__doc__.split("\n\n")[0] if __doc__ else None,
)


class Listed(StrEnum):
    """Shapes of what is found in an article; the table is of its places."""

    jsonl = "jsonl"
    table = "table"


class Printed(StrEnum):
    """Outputs that have a schema."""

    code = "code"
    annotate = "annotate"


@app.callback(invoke_without_command=True)
def _root(show_version: Annotated[bool, typer.Option("--version", help="Print name and version.")] = False) -> None:
    if show_version:
        print(f"sayso {version('sayso')}")
        raise typer.Exit


@app.command()
def code(
    paths: Paths,
    format: Shape = None,
    explain: Annotated[
        bool,
        typer.Option(help="Each event's frame and context words: under its line in the table, as 'grounds' in jsonl."),
    ] = False,
    merge: Annotated[bool, typer.Option(help="One record a happening; without, one a mention.")] = True,
    published: Published = None,
    column: Columns = None,
    frames: Frames = None,
    model: Model = DEFAULT_MODEL,
    knowledge: Knowledge = None,
    gazetteer: GazetteerFile = None,
    output: Output = None,
) -> None:
    """Print the events of articles."""
    from sayso.terminal import Run, written

    run = Run(
        paths,
        Settings(
            model=model,
            published=published,
            merge=merge,
            frames=tuple(frames or ()),
            explain=explain,
            knowledge=knowledge,
            gazetteer=gazetteer,
        ),
        columns_of(column),
    )
    with written(output) as out:
        _events_as(shape_of(format, output), run.articles(), explain, out)
    run.finish()


def _events_as(shape: Format, articles: Iterator[tuple[Article, list[Event]]], explain: bool, out: Any) -> None:
    if shape is Format.table:
        from rich.console import Console

        from sayso.views.table import show

        console = Console(file=out, highlight=False)
        for article, events in articles:
            console.print(
                f"[bold underline]{article.title or article.id}[/]"
                + (f"  {article.published}" if article.published else "")
            )
            for event in events:
                show(console, event, explain)
        return
    if shape is Format.csv:
        import csv

        from sayso.views.flat import COLUMNS, row

        writer = csv.writer(out, lineterminator="\n")
        writer.writerow((*COLUMNS, "frames") if explain else COLUMNS)
        for _, events in articles:
            writer.writerows(row(e) for e in events)
            out.flush()
        return
    from sayso.views.records import event as record

    for _, events in articles:
        for e in events:
            print(json.dumps(record(e), ensure_ascii=False), file=out)
        out.flush()


@app.command()
def annotate(
    paths: Paths,
    format: Annotated[
        Listed | None, typer.Option(help="Default: jsonl; with --explain on a terminal, a table of the places.")
    ] = None,
    explain: Annotated[
        bool, typer.Option(help="Under each place, the candidates for it and what decided among them.")
    ] = False,
    published: Published = None,
    column: Columns = None,
    frames: Frames = None,
    model: Model = DEFAULT_MODEL,
    knowledge: Knowledge = None,
    gazetteer: GazetteerFile = None,
    output: Output = None,
) -> None:
    """Print everything found in articles, in place, one JSON object an article."""
    from sayso.terminal import Run, written
    from sayso.views.places import show
    from sayso.views.records import article as record

    run = Run(
        paths,
        Settings(
            model=model,
            published=published,
            frames=tuple(frames or ()),
            explain=explain,
            knowledge=knowledge,
            gazetteer=gazetteer,
        ),
        columns_of(column),
    )
    shape = format or (Listed.table if explain and output is None and sys.stdout.isatty() else Listed.jsonl)
    with written(output) as out:
        for article, events in run.articles():
            if shape is Listed.table:
                show(out, article)
            else:
                print(json.dumps(record(article, events, explain), ensure_ascii=False), file=out, flush=True)
    run.finish()


@app.command()
def relate(
    path: Annotated[
        str, typer.Argument(metavar="PATH", help="JSON lines with id, text, actor and recipient; - for standard input.")
    ],
    frames: Frames = None,
    weights: Annotated[
        str | None, typer.Option(metavar="PATH", help="Weights made by sayso train, or a transformer's local folder.")
    ] = None,
    model: Model = DEFAULT_MODEL,
    knowledge: Knowledge = None,
    output: Output = None,
) -> None:
    """Print the event between two given mentions of each line's text."""
    from sayso.terminal import relations, written

    with written(output) as out:
        failed = relations(
            path, Settings(model=model, frames=tuple(frames or ()), weights=weights, knowledge=knowledge), out
        )
    raise typer.Exit(int(failed))


@app.command()
def ontology(
    event: Annotated[str | None, typer.Argument(metavar="TYPE", help="One of the sixteen types.")] = None,
) -> None:
    """Show PLOVER's event types, or one with its modes."""
    from sayso.terminal import show_ontology

    show_ontology(event)


@app.command()
def schema(output: Annotated[Printed, typer.Argument(help="The command whose output to describe.")]) -> None:
    """Print the JSON Schema of an output."""
    from sayso.views.records import schema as described

    print(json.dumps(described(output.value), indent=2))


reading_cli.register(app)
looking_cli.register(app)
ledger_cli.register(app)
people_cli.register(app)
comparing_cli.register(app)
watch_cli.register(app)
gazetteer_cli.register(app)
knowledge_cli.register(app)
training_cli.register(app)


def main() -> None:
    """Run the command line; a broken pipe or Ctrl-C ends it quietly."""
    from sayso.terminal import guarded

    guarded(app)


if __name__ == "__main__":
    main()
