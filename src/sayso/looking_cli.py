"""The commands that show what sayso knows and hears: who is who, what a word may mean, who said what.

In: a name, a word, or articles. Out: readable lines, or rows for other programs.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.model import DEFAULT_MODEL, Settings
from sayso.options import (
    Columns,
    Format,
    Frames,
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
    from sayso.model import Article


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(who)
    app.command()(frames)
    app.command()(quotes)


def who(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day to ask for, ISO 8601.")] = None,
    knowledge: Knowledge = None,
) -> None:
    """Show what is known of a name, and what held on a day."""
    from sayso.knowledge.own import using
    from sayso.knowledge.who import who as known
    from sayso.terminal import need_knowledge, say

    failed = need_knowledge(knowledge)
    try:
        with using(knowledge):
            lines = known(name, on)
    except ValueError as error:
        say(f"--on: {error}")
        raise typer.Exit(2) from None
    for line in lines:
        print(line)
    if failed:
        raise typer.Exit(1)


def frames(
    word: Annotated[str, typer.Argument(metavar="WORD", help="The lemma of a trigger's first word.")],
    own: Frames = None,
) -> None:
    """Show the frames of a word, the most specific first, and where each is written."""
    from rich.console import Console
    from rich.table import Table

    from sayso.coding.own_frames import laid
    from sayso.terminal import need_frames, say

    files = tuple(own or ())
    failed = need_frames(files)
    found = laid(files).frames.get(word.lower(), ())
    if not found:
        say(f"no frame begins with {word!r}; give a verb or noun in its dictionary form")
        raise typer.Exit(1)
    table = Table(box=None, pad_edge=False)
    for column in ("event", "mode", "trigger", "actor", "recipient", "when", "note", "written in"):
        table.add_column(column, overflow="fold")
    for f in found:
        sides = f.roles("actor"), f.roles("recipient")
        table.add_row(f.event, f.mode or "", f.words, *sides, f.conditions(), f.note, f"{f.file} line {f.line}")
    Console(highlight=False, width=None if sys.stdout.isatty() else 200).print(table)
    if failed:
        raise typer.Exit(1)


def quotes(
    paths: Paths,
    format: Shape = None,
    published: Published = None,
    column: Columns = None,
    model: Model = DEFAULT_MODEL,
    knowledge: Knowledge = None,
    output: Output = None,
) -> None:
    """List who said what."""
    from sayso.terminal import Run, written

    run = Run(paths, Settings(model=model, published=published, knowledge=knowledge), columns_of(column))
    with written(output) as out:
        rows = (row for article, _ in run.articles() for row in _said(article))
        _print_rows(shape_of(format, output), rows, out)
    run.finish()


def _said(article: Article) -> list[dict[str, Any]]:
    """One row an attribution: who speaks and for whom, how, and the words; "…" stands where others' words interrupt them."""

    def words(spans: list[Any]) -> str:
        return " … ".join(" ".join(s.of(article.text).split()) for s in spans)

    sides = {a.entity: a.side for a in reversed(article.actors) if a.side}
    return [
        {
            "article": article.id,
            "speaker": a.speaker,
            "speaks_for": sides.get(a.speaker_entity or ""),
            "source": words(a.source),
            "cue": words(a.cue),
            "stance": a.stance,
            "factuality": a.factuality,
            "quoted": a.quoted,
            "content": words(a.content),
            "start": min(s.start for s in a.content),
            "end": max(s.end for s in a.content),
        }
        for a in article.attributions
    ]


_COLUMNS = (
    "article",
    "speaker",
    "speaks_for",
    "source",
    "cue",
    "stance",
    "factuality",
    "quoted",
    "content",
    "start",
    "end",
)


def _print_rows(shape: Format, rows: Any, out: Any) -> None:
    if shape is Format.jsonl:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False), file=out, flush=True)
    elif shape is Format.csv:
        import csv

        writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    else:
        _print_table(rows, out)


def _print_table(rows: Any, out: Any) -> None:
    """A line each: who, by which words, the stance where the words do not say it, and what; a heading for each article."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False)
    article = None
    for row in rows:
        if row["article"] != article:
            article = row["article"]
            console.print(Text(str(article), "underline"), soft_wrap=True)
        who = row["speaker"] or row["source"] or "unnamed"
        if row["speaks_for"] and row["speaks_for"] not in who:
            who += f" (for {row['speaks_for']})"
        cue = row["cue"].rstrip(" :")
        how = cue if row["stance"] == "asserts" else f"{cue} [{row['stance']}]"
        console.print(Text(f"{who} ", "bold") + Text(f"{how}: ", "cyan") + Text(row["content"]), soft_wrap=True)
