"""From a PATH to Records: files and folders, each file read by what it holds.

In: a path as a user gives it. Out: Records one at a time, and a Problem for everything that cannot be read; nothing
here raises for a bad input.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sayso.reading import formats
from sayso.reading.problems import Problem, UnreadableError
from sayso.reading.records import Input, Limits, Record

Report = Callable[[Problem], None]


def from_path(path: Path, limits: Limits, on_problem: Report, columns: Mapping[str, str]) -> Iterator[Record]:
    """The articles of a file, or of every file of a folder and its folders in the order of their names."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        on_problem(Problem(str(path), _why(error)))
        return
    except ValueError:
        on_problem(Problem(str(path).replace("\0", "?"), "is not a path"))
        return
    if not stat.S_ISDIR(mode):
        yield from _from_file(path, limits, on_problem, columns)
        return
    empty = True
    for file in _files(path, on_problem):
        empty = False
        yield from _from_file(file, limits, on_problem, columns)
    if empty:
        on_problem(Problem(str(path), "is a folder without files to read"))


def _files(folder: Path, on_problem: Report) -> Iterator[Path]:
    def report(error: OSError) -> None:
        on_problem(Problem(str(error.filename), _why(error)))

    for root, folders, names in os.walk(folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(root, name)
            if not name.startswith(".") and (file.is_file() or file.is_symlink()):
                yield file


def _from_file(path: Path, limits: Limits, on_problem: Report, columns: Mapping[str, str]) -> Iterator[Record]:
    try:
        with path.open("rb", buffering=1 << 16) as stream:
            yield from formats.records(
                Input(
                    name=path.name,
                    place=str(path),
                    stream=stream,
                    limits=limits,
                    on_problem=on_problem,
                    columns=columns,
                )
            )
    except OSError as error:
        on_problem(Problem(str(path), _why(error)))
    except UnreadableError as error:
        on_problem(error.problem(str(path)))
    except Exception as error:  # a fault of the reader's own: the other inputs are still read
        on_problem(Problem(str(path), f"cannot be read (fault in the reader: {error!r:.120})"))


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    return f"cannot be read ({error.strerror or type(error).__name__})"
