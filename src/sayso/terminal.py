"""What the commands share at the terminal: problems on standard error, progress, whole files, and quiet endings.

In: paths and Settings. Out: articles with their events, an exit status, and one clear line for each problem.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import typer

from sayso.model import Article, Event, Settings

if TYPE_CHECKING:
    from sayso.reading import Problem

_NOTES_SHOWN = 3


def say(message: object) -> None:
    """One line on standard error."""
    print(f"sayso: {message}", file=sys.stderr)


class Run:
    """One command over its inputs, with their ``answers`` for a ledger: counts what failed, shows progress, ends with the exit status."""

    def __init__(
        self, paths: list[str], settings: Settings, columns: Mapping[str, str] | None = None, answers: bool = False
    ) -> None:
        self.paths = paths
        self.settings = settings
        self.columns = columns or {}
        self.answers = answers
        self.failed = need_knowledge(settings.knowledge)
        self.notes = 0

    def articles(self) -> Iterator[tuple[Article, list[Event]]]:
        from sayso.pipeline import coded

        self.failed += need_frames(self.settings.frames)
        need_pipeline(self.settings.model)
        need_gazetteer(self.settings.gazetteer)
        stdin = sys.stdin.buffer if "-" in self.paths else None
        with _progress(len(self.paths)) as advance:
            try:
                for found in coded(
                    self.paths, self.settings, self._problem, stdin, self._note, self.columns, self.answers
                ):
                    advance()
                    yield found
            except ValueError as error:
                say(error)
                raise typer.Exit(2) from None

    def _problem(self, problem: Problem) -> None:
        self.failed += 1
        say(problem)

    def _note(self, note: str) -> None:
        self.notes += 1
        if self.notes <= _NOTES_SHOWN:
            say(note)

    def finish(self) -> None:
        """Raise the exit status."""
        if self.notes > _NOTES_SHOWN:
            say(f"{self.notes - _NOTES_SHOWN} more articles have no publication date")
        if self.failed:
            raise typer.Exit(1)


def need_frames(paths: tuple[str, ...]) -> int:
    """Read a user's frames now and say what is wrong with each row that is left out; how many there are."""
    if not paths:
        return 0
    from sayso.coding.frames import FrameError
    from sayso.coding.own_frames import laid

    try:
        problems = laid(paths).problems
    except FrameError as error:
        say(error)
        raise typer.Exit(2) from None
    for problem in problems:
        say(problem)
    return len(problems)


def need_knowledge(directory: str | None) -> int:
    """Read a user's knowledge files now and say what is wrong with each line that is left out; how many there are."""
    if directory is None:
        return 0
    from sayso.knowledge.own import own

    try:
        problems = own(directory).problems
    except ValueError as error:
        say(error)
        raise typer.Exit(2) from None
    for problem in problems:
        say(problem)
    return len(problems)


def need_pipeline(name: str) -> None:
    """Load the pipeline now, so that a wrong name ends the command with one line."""
    from sayso.annotating.language import pipeline

    try:
        pipeline(name)
    except OSError:
        say(f"there is no spaCy pipeline {name!r} here; install it (pip install …) or leave --model out")
        raise typer.Exit(2) from None


def need_weights(path: str | None) -> None:
    """Open the weights now, so that a wrong file or folder ends the command with one line."""
    from sayso.coding.learned import WeightsError, model

    try:
        model(path)
    except WeightsError as error:
        say(error)
        raise typer.Exit(2) from None


def need_gazetteer(path: str | None) -> None:
    """Open the gazetteer now, so that a wrong file ends the command with one line."""
    from sayso.knowledge.gazetteer import use

    try:
        use(path)
    except ValueError as error:
        say(error)
        raise typer.Exit(2) from None


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error for many inputs at a terminal."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("coding", total=total)
        yield lambda: bar.advance(task)


@contextmanager
def written(path: str | None) -> Iterator[IO[str]]:
    """Standard output, or a file that takes its name only when it is complete."""
    if path is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf8")
        yield sys.stdout
        return
    target = Path(path)
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        say(f"{path}: cannot be written ({error.strerror}); choose another --output")
        raise typer.Exit(2) from None
    try:
        with os.fdopen(handle, "w", encoding="utf8", newline="") as f:
            yield f
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def relations(path: str, settings: Settings, out: IO[str]) -> int:
    """Answer each line of a relations file; the number of lines that could not be read."""
    from sayso.annotating import annotate
    from sayso.coding.relating import relate
    from sayso.knowledge.own import using
    from sayso.model import Span
    from sayso.reading import read_text

    failed = need_frames(settings.frames) + need_knowledge(settings.knowledge)
    need_pipeline(settings.model)
    need_weights(settings.weights)
    try:
        stream = sys.stdin.buffer if path == "-" else open(path, "rb")  # noqa: SIM115 - closed by the with below
    except OSError as error:
        say(f"{path}: {error.strerror}; give a file of JSON lines, or - for standard input")
        return 1
    with stream, using(settings.knowledge):
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                row = _relation_row(line)
            except ValueError as error:
                say(f"{path}, line {number}: {error}; the line is left out")
                failed += 1
                continue
            article = annotate(read_text(row["text"], id=str(row["id"])), settings)
            found = relate(article, Span(*row["actor"]), Span(*row["recipient"]), settings)
            print(
                json.dumps(
                    {
                        "id": row["id"],
                        "event": found.event,
                        "mode": found.mode,
                        "auxiliary": found.auxiliary,
                        "quad_code": found.quad_code,
                        "score": found.score,
                    },
                    ensure_ascii=False,
                ),
                file=out,
                flush=True,
            )
    return failed


def _relation_row(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise ValueError("this is no JSON object") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise ValueError("a line needs id, text, actor and recipient")
    for side in ("actor", "recipient"):
        span: Any = row.get(side)
        good = isinstance(span, list) and len(span) == 2 and all(isinstance(x, int) for x in span)
        if not (good and 0 <= span[0] < span[1] <= len(row["text"])):
            raise ValueError(f"{side} must be [start, end] inside the text")
    return row


def show_ontology(event: str | None) -> None:
    """Print the types, or one type with its modes, as a table."""
    from rich.console import Console
    from rich.table import Table

    from sayso import ontology

    known = ontology.load()
    if event is not None and event.upper() not in known.types:
        say(f"{event} is no PLOVER type; they are {', '.join(known.types)}")
        raise typer.Exit(2)
    table = Table(box=None, pad_edge=False)
    if event is None:
        for column in ("type", "quad", "score", "modes", "means"):
            table.add_column(column)
        for t in known.types.values():
            table.add_row(t.name, str(t.quad), f"{t.score:g}", ", ".join(t.modes), t.means)
    else:
        t = known.types[event.upper()]
        for column in (f"{t.name}: {t.means}", "score"):
            table.add_column(column)
        table.add_row(f"quad {t.quad}, recipient {t.recipient}", f"{t.score:g}")
        for mode, score in t.modes.items():
            table.add_row(f"  mode {mode}", f"{score:g}")
        for c in (c for c in known.cameo.values() if c.type == t.name):
            table.add_row(f"  CAMEO {c.code} {c.description}" + (f" (mode {c.mode})" if c.mode else ""), "")
    Console(highlight=False).print(table)


def guarded(app: Callable[[], None]) -> None:
    """Run the command line; Ctrl-C and a closed pipe end it without a traceback."""
    try:
        app()
    except KeyboardInterrupt:
        say("stopped")
        os._exit(130)
    except SystemExit as end:
        # Typer makes an exit without a word of Ctrl-C.
        if isinstance(getattr(end.__context__, "__cause__", None), KeyboardInterrupt):
            say("stopped")
        raise
    except BrokenPipeError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
