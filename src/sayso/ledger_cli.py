"""The ledger's commands: each a few lines over :class:`sayso.ledger.Ledger`.

In: arguments and standard input. Out: data on standard output, messages on standard error; exit status 0 all done, 1 some inputs
failed, 2 the call is wrong. :func:`register` adds the commands to the front door.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from sayso.model import DEFAULT_MODEL, Settings
from sayso.options import (
    Columns,
    Frames,
    GazetteerFile,
    Knowledge,
    LedgerName,
    Model,
    Output,
    Paths,
    Published,
    Shape,
    columns_of,
    shape_of,
)

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.model import Article, Event

Name = Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, or of a report of it.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="As published by then: an ISO 8601 date (its end, UTC) or time.")
]
Known = Annotated[
    str | None, typer.Option(help="As this ledger had it by then: an ISO 8601 date (its end, UTC) or time.")
]


class Exported(StrEnum):
    """Shapes of an export: ``ledger`` is everything kept, for ``sayso import``; the others are merged events."""

    ledger = "ledger"
    jsonl = "jsonl"
    csv = "csv"


def register(app: typer.Typer) -> None:
    """Add the ledger's commands to an app."""
    for name, command in COMMANDS.items():
        app.command(name)(command)


def add(
    paths: Paths,
    ledger: LedgerName,
    published: Published = None,
    column: Columns = None,
    frames: Frames = None,
    model: Model = DEFAULT_MODEL,
    knowledge: Knowledge = None,
    gazetteer: GazetteerFile = None,
) -> None:
    """Add articles to a ledger; an article that is there already changes nothing."""
    from sayso.coding import coder
    from sayso.knowledge.own import using
    from sayso.terminal import Run, say

    counts = {"new": 0, "version": 0, "recoded": 0, "known": 0}
    settings = Settings(
        model=model, published=published, frames=tuple(frames or ()), knowledge=knowledge, gazetteer=gazetteer
    )
    run = Run(paths, settings, columns_of(column), answers=True)
    with using(knowledge), opened(ledger, create=True) as book:
        for article, events in run.articles():
            counts[book.add(article, events, paragraphs(article), coder(settings))] += 1
        said = f"{counts['new']} new articles, {counts['version']} new versions, {counts['known']} known"
        say(said + (f", {counts['recoded']} coded anew" if counts["recoded"] else ""))
        if counts["recoded"]:
            _moved(book)
    run.finish()


def paragraphs(article: Article) -> list[tuple[list[str], float]]:
    """The words of an article's own paragraphs and what sharing one weighs, as the reading room tells reprints."""
    from sayso.reading import reprints

    return list(reprints.paragraphs(article))


def events(
    ledger: LedgerName,
    format: Shape = None,
    as_of: AsOf = None,
    known: Known = None,
    party: Annotated[str | None, typer.Option(help="Only events with this party: a code or a name.")] = None,
    place: Annotated[str | None, typer.Option(help="Only events at this place, or in this area or country.")] = None,
    country: Annotated[str | None, typer.Option(help="Only events in this country, by its code.")] = None,
    kind: Annotated[str | None, typer.Option("--type", help="Only events of this PLOVER type.")] = None,
    since: Annotated[str | None, typer.Option(help="Only events that ended on this date or later.")] = None,
    before: Annotated[str | None, typer.Option(help="Only events that began before this date.")] = None,
    limit: Annotated[int | None, typer.Option(help="At most so many.")] = None,
    knowledge: Knowledge = None,
    output: Output = None,
) -> None:
    """Print the merged events of a ledger."""
    from sayso.knowledge.own import using
    from sayso.terminal import need_knowledge, written

    failed = need_knowledge(knowledge)
    with using(knowledge), opened(ledger) as book, written(output) as out:
        found = book.events(
            as_of=as_of,
            known=known,
            party=party,
            place=place,
            country=country,
            kind=kind,
            since=since,
            before=before,
            limit=limit,
        )
        _printed(found, shape_of(format, output).value, out)
    if failed:
        raise typer.Exit(1)


def show(
    event: Name,
    ledger: LedgerName,
    as_of: AsOf = None,
    known: Known = None,
    beside: Annotated[
        str | None, typer.Option("--with", help="Another event or report: why the two are one or not.")
    ] = None,
) -> None:
    """Print one event: its claims, why each report was joined to it, and why those like it were not."""
    from rich.console import Console

    from sayso.views.table import show as line

    with opened(ledger) as book:
        if beside is not None:
            print(f"{event} and {beside}: {_why(book.compare(event, beside))}")
            return
        found = book.show(event, as_of=as_of, known=known)
    line(Console(highlight=False, file=sys.stdout), found.event, explain=True)
    print(f"  {found.event.independent_sources} independent sources, {len(found.reports)} reports:")
    for report, article, match in found.reports:
        print(f"  {report}  {article}  {_why(match)}")
    for n in found.apart:
        print(f"  not {n.event}: {n.report}  {n.article}  {_why(n.match)}")
    for c in found.sizes:
        said = ", ".join(f"{n} {k}" for k, n in msgspec.structs.asdict(c.size).items() if n is not None)
        print(f"  {c.moment or 'undated'}  {said} ({c.source}, {c.article})")
    for e in found.edits:
        for what, claims in (("dropped", e.dropped), ("added", e.added)):
            for s in claims:
                who = " ".join(filter(None, (", ".join(s.actor), s.event, ", ".join(s.recipient))))
                print(f"  version {e.version} of {e.article} {what}: {s.source} {s.stance}: {who} ({s.factuality})")
    for d in found.decisions:
        print(f"  decision {d.key}: {d.kind} by {d.user}, {d.made}" + (f": {d.reason}" if d.reason else ""))


def articles(ledger: LedgerName, output: Output = None) -> None:
    """Print every version of every article of a ledger and what its edit changed in claims, one JSON object a line."""
    from sayso.terminal import written

    with opened(ledger) as book, written(output) as out:
        _lines(book.articles(), out)


def history(event: Name, ledger: LedgerName, as_of: AsOf = None, known: Known = None, output: Output = None) -> None:
    """Print how an event's status moved and which articles moved it, one JSON object a publication."""
    from sayso.terminal import written

    with opened(ledger) as book, written(output) as out:
        _lines(book.history(event, as_of=as_of, known=known), out)


def changes(
    ledger: LedgerName,
    since: Annotated[str, typer.Option(help="An ISO 8601 date (its end, UTC) or time.")],
    as_of: AsOf = None,
    known: Known = None,
    output: Output = None,
) -> None:
    """Print the events whose status, or whose articles, changed since a moment, each with the status it had."""
    from sayso.terminal import written
    from sayso.views.records import event as record

    with opened(ledger) as book, written(output) as out:
        for c in book.changes(since, as_of=as_of, known=known):
            said = {"was": c.was, **record(c.event), "status": c.now, "edits": msgspec.to_builtins(c.edits)}
            print(json.dumps(said, ensure_ascii=False), file=out)


def status(ledger: LedgerName, as_of: AsOf = None, known: Known = None) -> None:
    """Print how many articles, reports, events and decisions a ledger holds, as one JSON object."""
    with opened(ledger) as book:
        print(json.dumps(book.status(as_of=as_of, known=known)))


def rebuild(ledger: LedgerName) -> None:
    """Compute events and statuses of a ledger again from what it keeps."""
    from sayso.terminal import say

    with opened(ledger) as book:
        book.rebuild()
        say(f"{book.status()['events']} events")
        _moved(book)


def verify(ledger: LedgerName) -> None:
    """Check a ledger from end to end; exit status 1 when anything is wrong."""
    from sayso.terminal import say

    with opened(ledger) as book:
        problems = book.verify()
    for problem in problems:
        say(problem)
    if problems:
        raise typer.Exit(1)
    say("the ledger is whole")


def export(
    ledger: LedgerName,
    format: Annotated[Exported, typer.Option(help="ledger: everything kept; else merged events.")] = Exported.ledger,
    output: Output = None,
) -> None:
    """Write a ledger as JSON lines that `sayso import` reads, or its merged events."""
    from sayso.terminal import written

    with opened(ledger) as book, written(output) as out:
        if format is Exported.ledger:
            out.writelines(line + "\n" for line in book.export())
        else:
            _printed(book.events(), format.value, out)


def load(
    path: Annotated[str, typer.Argument(metavar="PATH", help="An exported ledger; - for standard input.")],
    ledger: LedgerName,
) -> None:
    """Add everything that an exported ledger holds; what is there already changes nothing."""
    from sayso.terminal import say

    with opened(ledger, create=True) as book:
        try:
            with open(0 if path == "-" else path, encoding="utf8", closefd=path != "-") as lines:
                new = book.load(lines)
        except (OSError, UnicodeDecodeError) as error:
            say(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})")
            raise typer.Exit(2) from None
    say(f"{new} lines were new")


def _backup(ledger: LedgerName, output: Annotated[str, typer.Option(help="The file of the copy.")]) -> None:
    """Copy a SQLite ledger while it is in use."""
    with opened(ledger) as book:
        book.backup(output)


COMMANDS: dict[str, Callable[..., None]] = {
    "add": add,
    "events": events,
    "show": show,
    "articles": articles,
    "history": history,
    "changes": changes,
    "status": status,
    "rebuild": rebuild,
    "verify": verify,
    "backup": _backup,
    "export": export,
    "import": load,
}


@contextmanager
def opened(ledger: str, create: bool = False) -> Iterator[Ledger]:
    """An open ledger; what goes wrong with it is said in one line and ends the command."""
    from sayso.ledger import Ledger, LedgerError
    from sayso.terminal import say

    try:
        with Ledger(ledger, create=create) as book:
            yield book
    except LedgerError as error:
        say(error)
        raise typer.Exit(2) from None


def _printed(found: Iterator[Event], shape: str, out: Any) -> None:
    if shape == "table":
        from rich.console import Console

        from sayso.views.table import show as line

        console = Console(file=out, highlight=False)
        for event in found:
            line(console, event, explain=False)
    elif shape == "csv":
        import csv

        from sayso.views.flat import COLUMNS, row

        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row(e) for e in found)
    else:
        from sayso.views.records import event as record

        for e in found:
            print(json.dumps(record(e), ensure_ascii=False), file=out)


def _lines(found: Any, out: Any) -> None:
    for x in found:
        print(json.dumps(msgspec.to_builtins(x), ensure_ascii=False), file=out)


def _moved(book: Ledger) -> None:
    """Say where newer codings now agree with what people decided, or contradict it."""
    from sayso.terminal import say

    for r in book.rulings():
        for f in r.findings:
            about = ", ".join(r.events) or "no event now"
            say(f"decision {r.decision.key} by {r.decision.user} ({about}): {f.said}")


def _why(match: Any) -> str:
    if match is None:
        return "the only report"
    if match.conflict:
        return f"conflict: {match.conflict}"
    points = ", ".join(f"{name} {points:+g}" for name, points in match.reasons)
    return f"{match.score:g} of {match.bar:g}: {points}"


if __name__ == "__main__":
    from sayso.terminal import guarded

    _app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    register(_app)
    guarded(_app)
