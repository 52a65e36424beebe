"""The commands of the reading room: see what was read, group reprints, fetch pages.

In: paths or addresses. Out: Articles as JSON lines, or the text with what is body and what is not marked.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.model import Article
from sayso.options import AllowPrivate, Columns, Knowledge, Output, Paths, Published, Warc, columns_of

if TYPE_CHECKING:
    from sayso.reading import Problem


def register(app: typer.Typer) -> None:
    """Add this room's commands."""
    app.command()(read)
    app.command()(reprints)
    app.command()(fetch)


def read(
    paths: Paths,
    column: Columns = None,
    published: Published = None,
    knowledge: Knowledge = None,
    output: Output = None,
) -> None:
    """Print what reading makes of inputs: jsonl, or on a terminal the text with body and furniture marked."""
    from sayso.terminal import written

    with _problems(knowledge) as problems, written(output) as out:
        for article in _read(paths, problems, column, published):
            if output is None and sys.stdout.isatty():
                _marked(article)
            else:
                print(json.dumps(_record(article), ensure_ascii=False), file=out, flush=True)


def reprints(paths: Paths, column: Columns = None, knowledge: Knowledge = None, output: Output = None) -> None:
    """Group articles that carry the same text: one JSON object a group, with the agency it comes from, if known."""
    from sayso.reading.reprints import reprints as grouped
    from sayso.terminal import written

    with _problems(knowledge) as problems, written(output) as out:
        for group in grouped(_read(paths, problems, column, None)):
            print(
                json.dumps({"articles": group.articles, "agency": group.agency}, ensure_ascii=False),
                file=out,
                flush=True,
            )


def fetch(
    urls: Annotated[list[str], typer.Argument(metavar="URL…", help="Pages or feeds, http or https.")],
    warc: Warc = None,
    allow_private: AllowPrivate = False,
    knowledge: Knowledge = None,
    output: Output = None,
) -> None:
    """Fetch pages and feeds politely and print their articles as JSON lines."""
    from contextlib import nullcontext

    from sayso.reading.fetch import Fetcher
    from sayso.reading.fetch import fetch as fetched
    from sayso.reading.warc_writing import WarcFile
    from sayso.terminal import written

    with (
        _problems(knowledge) as problems,
        written(output) as out,
        WarcFile(Path(warc)) if warc else nullcontext() as kept,
    ):
        fetcher = Fetcher(allow_private=allow_private, keep=kept.add) if kept else Fetcher(allow_private=allow_private)
        wanted = [u for u in urls if kept is None or u not in kept.held]
        for article in fetched(wanted, fetcher, on_problem=problems.append):
            print(json.dumps(_record(article), ensure_ascii=False), file=out, flush=True)


class _Problems(list[Any]):
    """Problems, each told on standard error as it comes."""

    def append(self, problem: Problem) -> None:
        from sayso.terminal import say

        super().append(problem)
        say(problem)


@contextmanager
def _problems(knowledge: str | None) -> Iterator[_Problems]:
    """Collects problems, with the user's knowledge in use, and ends the command with the contract's exit status."""
    from sayso.knowledge.own import using
    from sayso.terminal import need_knowledge

    failed = need_knowledge(knowledge)
    found = _Problems()
    with using(knowledge):
        yield found
    if found or failed:
        raise typer.Exit(1)


def _read(paths: list[str], problems: _Problems, columns: list[str] | None, published: str | None) -> Iterator[Article]:
    from sayso.reading import read as articles
    from sayso.terminal import say

    stdin = sys.stdin.buffer if "-" in paths else None
    try:
        yield from articles(
            paths, published=published, stdin=stdin, on_problem=problems.append, columns=columns_of(columns)
        )
    except ValueError as error:
        say(error)
        raise typer.Exit(2) from None


def _record(a: Article) -> dict[str, Any]:
    from sayso.views.records import dateline

    return {
        "id": a.id,
        "title": a.title,
        "published": a.published,
        "precision": a.precision,
        "offset_inferred": a.offset_inferred,
        "source": {"name": a.source.name, "url": a.source.url} if a.source else None,
        "url": a.url,
        "credits": a.credits,
        "dateline": dateline(a),
        "language": a.language,
        "text": a.text,
        "blocks": [{"start": b.start, "end": b.end, "kind": b.kind} for b in a.blocks],
    }


_STYLES = {"body": "", "title": "bold", "date": "cyan", "byline": "magenta", "credit": "magenta"}


def _told(article: Article) -> Iterator[tuple[str, str]]:
    """What is known of an article, as the terminal shows it."""
    when = article.published or "unknown"
    exact = [f"to the {article.precision}"] if article.precision else []
    if article.offset_inferred:
        exact.append("offset inferred")
    elif "T" in when and not re.search(r"[+-]\d\d:\d\d$", when):
        exact.append("offset unknown")
    yield "published", f"{when} ({', '.join(exact)})" if exact else when
    if (line := article.dateline) is not None:
        place = " ".join(line.place.of(article.text).split()) if line.place else ""
        yield "dateline", ", ".join(filter(None, (place, line.day)))
    yield "credits", ", ".join(article.credits) or "none"


def _marked(article: Article) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    console.print(Text(article.id, "bold underline"))
    for name, value in _told(article):
        console.print(Text(f"{name:>9} ", "dim") + Text(value, "cyan"))
    for b in article.blocks:
        console.print(
            Text(f"{b.kind:>9} ", "dim") + Text(article.text[b.start : b.end], _STYLES.get(b.kind, "dim strike"))
        )
