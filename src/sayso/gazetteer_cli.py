"""The gazetteer's command: an index made once from a GeoNames dump, for ``--gazetteer`` of the commands that read places.

In: GeoNames' files as they are fetched. Out: one file, whole or not at all; progress and rows left out on standard error.
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

_ROWS_SHOWN = 10
_SECONDS_BETWEEN = 10.0


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(no_args_is_help=True, help="Make a gazetteer from a GeoNames dump.")
    group.callback()(lambda: None)
    group.command()(build)
    app.add_typer(group, name="gazetteer")


def build(
    dump: Annotated[Path, typer.Argument(metavar="DUMP", help="allCountries.zip or another dump of GeoNames.")],
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Default: beside the dump, as .gazetteer.")] = None,
    alternate_names: Annotated[
        Path | None, typer.Option(metavar="FILE", help="GeoNames' alternateNamesV2.zip, for more names.")
    ] = None,
) -> None:
    """Make the index that --gazetteer takes; it appears whole or not at all."""
    from sayso.knowledge.build_gazetteer import build as built
    from sayso.terminal import say

    target = out or dump.with_suffix(".gazetteer")
    left_out = 0

    def problem(line: str) -> None:
        nonlocal left_out
        left_out += 1
        if left_out <= _ROWS_SHOWN:
            say(line)

    start = time.monotonic()
    try:
        with _stoppable(), _progress() as progress:
            count = built(dump, target, other_names=alternate_names, problem=problem, progress=progress)
    except KeyboardInterrupt:
        say("stopped; nothing was built")
        raise typer.Exit(130) from None
    except ValueError as error:
        say(error)
        raise typer.Exit(1) from None
    except OSError as error:
        say(f"{error.filename or target}: {error.strerror or error}; nothing was built")
        raise typer.Exit(1) from None
    if left_out > _ROWS_SHOWN:
        say(f"{left_out - _ROWS_SHOWN} more rows are left out")
    say(
        f"{target}: {count:,} places, {target.stat().st_size / 1e6:,.0f} MB, in {time.monotonic() - start:,.0f} s; "
        f"use it with --gazetteer {target}"
    )
    if left_out:
        raise typer.Exit(1)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Treat a request to terminate like Ctrl-C, so that what was begun is taken away."""

    def stop(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar at a terminal, else a line now and then, on standard error."""
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("reading the dump")
            yield lambda done, size: bar.update(task, completed=done, total=size)
        return
    from sayso.terminal import say

    last = time.monotonic()

    def line(done: int, size: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _SECONDS_BETWEEN:
            last = time.monotonic()
            say(f"read {done / max(size, 1):.0%}")

    yield line
