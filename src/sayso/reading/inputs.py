"""From a PATH to Records: files and folders, each file read by what it holds.

In: a path as a user gives it. Out: Records one at a time, and a Problem for everything that cannot be read; nothing
here raises for a bad input.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from sayso.reading import formats
from sayso.reading.problems import Problem, UnreadableError
from sayso.reading.records import HEAD, Input, Limits, Record

_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_AHEAD = 100_000  # characters
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
        yield from _from_file(str(path), path.name, limits, on_problem, columns)
        return
    yield from _ahead(_from_folder(str(path), limits, on_problem, columns))


def _from_folder(folder: str, limits: Limits, on_problem: Report, columns: Mapping[str, str]) -> Iterator[Record]:
    empty = True
    for file, name in _files(folder, on_problem):
        empty = False
        yield from _from_file(file, name, limits, on_problem, columns)
    if empty:
        on_problem(Problem(folder, "is a folder without files to read"))


def _ahead(records: Iterator[Record]) -> Iterator[Record]:
    """Records read some at a time: to open a small file and take its text apart by turns costs a tenth more."""
    held: list[Record] = []
    room = _AHEAD
    for record in records:
        held.append(record)
        room -= len(record.text)
        if room <= 0:
            yield from held
            held.clear()
            room = _AHEAD
    yield from held


def _files(folder: str, on_problem: Report) -> Iterator[tuple[str, str]]:
    """The paths and names of a folder's files, then of its folders' files."""
    folders = [folder]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda e: e.name)
        except OSError as error:
            on_problem(Problem(folder, _why(error)))
            continue
        folders.extend(entry.path for entry in reversed(found) if entry.is_dir(follow_symlinks=False))
        for entry in found:
            if entry.is_file(follow_symlinks=False) or (entry.is_symlink() and not entry.is_dir()):
                yield (entry.name if folder == "." else entry.path), entry.name


def _from_file(
    path: str, name: str, limits: Limits, on_problem: Report, columns: Mapping[str, str]
) -> Iterator[Record]:
    try:
        with _opened(path) as stream:
            yield from formats.records(
                Input(name=name, place=path, stream=stream, limits=limits, on_problem=on_problem, columns=columns)
            )
    except OSError as error:
        on_problem(Problem(path, _why(error)))
    except UnreadableError as error:
        on_problem(error.problem(path))
    except Exception as error:  # a fault of the reader's own: the other inputs are still read
        on_problem(Problem(path, f"cannot be read (fault in the reader: {error!r:.120})"))


def _opened(path: str) -> BinaryIO:
    """A file's bytes: of a small file all at once, else as they are asked for."""
    file = os.open(path, _READING)
    try:
        status = os.fstat(file)
        if stat.S_ISREG(status.st_mode) and status.st_size < HEAD:
            data = os.read(file, HEAD)
            if len(data) == status.st_size:
                os.close(file)
                return io.BytesIO(data)
            os.lseek(file, 0, os.SEEK_SET)
        return open(file, "rb", buffering=HEAD)
    except BaseException:
        os.close(file)
        raise


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    return f"cannot be read ({error.strerror or type(error).__name__})"
