"""The command that keeps a ledger up to date: polls feeds, reads their new pages, codes and adds them.

In: addresses of feeds and OPML lists. Out: articles in the ledger, one summary line a round on standard error.
"""

from __future__ import annotations

import re
import signal
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.ledger_cli import opened, paragraphs
from sayso.model import DEFAULT_MODEL, Settings
from sayso.options import AllowPrivate, Frames, Knowledge, LedgerName, Model, Warc

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.reading import Problem
    from sayso.reading.watching import Watch

_UNITS = {"s": 1, "m": 60, "h": 3600}


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(watch)


def watch(
    feeds: Annotated[
        list[str], typer.Argument(metavar="FEED…", help="RSS or Atom feeds, OPML lists (address or file).")
    ],
    ledger: LedgerName,
    every: Annotated[str, typer.Option(help="The time between two rounds: 30s, 10m, 2h.")] = "10m",
    once: Annotated[bool, typer.Option("--once", help="One round, then end.")] = False,
    warc: Warc = None,
    state: Annotated[
        str | None, typer.Option(help="Where to remember what was seen. Default: beside the ledger's file.")
    ] = None,
    allow_private: AllowPrivate = False,
    frames: Frames = None,
    model: Model = DEFAULT_MODEL,
    knowledge: Knowledge = None,
) -> None:
    """Watch feeds: fetch their new and changed articles politely, code them and add them to a ledger."""
    from sayso.knowledge.own import using
    from sayso.reading.fetch import Fetcher
    from sayso.reading.problems import UnreadableError
    from sayso.reading.warc_writing import WarcFile
    from sayso.reading.watching import Watch
    from sayso.terminal import need_pipeline, say

    seconds = _seconds(every)
    settings = Settings(model=model, frames=tuple(frames or ()), knowledge=knowledge)
    if state is None and "://" in ledger:
        say("a ledger on a server has no file beside which to remember what was seen; name one with --state")
        raise typer.Exit(2)
    need_pipeline(model)
    stop = _stopping()
    failed: list[Problem] = []

    def report(problem: Problem) -> None:
        failed.append(problem)
        say(problem)

    def pause(left: float) -> None:
        stop.wait(left)

    with ExitStack() as stack:
        stack.enter_context(using(knowledge))
        book = stack.enter_context(opened(ledger, create=True))
        kept = stack.enter_context(WarcFile(Path(warc))) if warc else None
        keep: dict[str, Any] = {"keep": kept.add} if kept else {}
        fetcher = Fetcher(allow_private=allow_private, sleep=pause, **keep)
        path = Path(state or f"{ledger}.watch.json")
        try:
            watched = Watch(feeds, fetcher, path, every=seconds, on_problem=report, stopped=stop.is_set)
            while not stop.is_set():
                failed.clear()
                say(_round(watched, book, settings, report) + f", {len(failed)} problems")
                if once:
                    break
                stop.wait(seconds)
        except UnreadableError as error:
            say(error.problem(str(path)))
            raise typer.Exit(2) from None
        except OSError as error:
            say(f"{path}: cannot be written ({error.strerror})")
            raise typer.Exit(2) from None
    if once and failed:
        raise typer.Exit(1)


def _round(watched: Watch, book: Ledger, settings: Settings, report: Any) -> str:
    """One round; what came of it in one line."""
    from sayso.coding import coder
    from sayso.pipeline import coded_articles

    counts = {"new": 0, "version": 0, "recoded": 0, "known": 0}
    for article, events in coded_articles(watched.round(), settings, report, answers=True):
        counts[book.add(article, events, paragraphs(article), coder(settings))] += 1
    said = f"{watched.polled} feeds asked: {counts['new']} new articles, {counts['version']} new versions"
    return f"{said}, {counts['known'] + counts['recoded']} known"


def _seconds(every: str) -> float:
    from sayso.terminal import say

    match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,3})?)\s*([smh])", every.strip().lower())
    if match is None or float(match[1]) == 0:
        say(f"--every is {every!r}; write a number with s, m or h, such as 10m")
        raise typer.Exit(2)
    return float(match[1]) * _UNITS[match[2]]


def _stopping() -> threading.Event:
    """Set by the first Ctrl-C or SIGTERM, after which the article at hand is finished; a second one ends at once."""
    stop = threading.Event()

    def end(number: int, frame: Any) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, end)
        signal.signal(signal.SIGTERM, end)
    return stop
