"""A user's own knowledge files, laid over the packaged ones for as long as they are in use.

In: a directory of CSV or TOML files of the packaged form. Out: :class:`Own`, its rows with the problems found in it; and
:func:`using`, which puts it in force for the code under it. Several directories may be in use in one process, each in its
own thread or task: whatever is derived from the knowledge files is kept with the files that it came from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from sayso.knowledge.forms import Row
from sayso.model import Problem

_P = ParamSpec("_P")
_T = TypeVar("_T")
_KEPT = 8  # sets of files remembered at a time


class Own:
    """What a directory of knowledge files says: rows by table, and one Problem for each thing that was left out.

    ``digest`` names the content of its files, whatever the directory is called; it is empty for no directory.
    """

    def __init__(
        self,
        directory: str = "",
        rows: dict[str, list[Row]] | None = None,
        problems: Iterable[Problem] = (),
        digest: str = "",
    ) -> None:
        self.directory = directory
        self.rows = rows or {}
        self.problems = tuple(problems)
        self.digest = digest
        self.derived: dict[Any, Any] = {}

    @property
    def stamp(self) -> str:
        """What names the files in the version that events carry; empty without any."""
        return f"knowledge:{self.digest}" if self.digest else ""


_PACKAGED = Own()
_in_use: ContextVar[Own] = ContextVar("knowledge", default=_PACKAGED)
_remembered: dict[tuple[str, str], Own] = {}


def current() -> Own:
    """The user's files that are in use here; those of nobody when there are none."""
    return _in_use.get()


def own(directory: str | Path) -> Own:
    """Read the files of a directory, or remember them while their content is the same; ValueError when it has none."""
    from sayso.knowledge.own_files import content, parsed

    name = str(directory)
    files = content(Path(directory))
    digest = hashlib.blake2b(digest_size=8)
    for path, data in files:
        digest.update(f"{path.name}\n{len(data)}\n".encode() + data)
    key = (name, digest.hexdigest())
    if key not in _remembered:
        if len(_remembered) >= _KEPT:
            del _remembered[next(iter(_remembered))]
        rows, problems = parsed(files)
        _remembered[key] = Own(name, rows, problems, key[1])
    return _remembered[key]


@contextmanager
def using(directory: str | Path | None) -> Iterator[Own]:
    """Use the files of a directory for what runs inside; None leaves in use what is.

    Files are read once on the way in, so an article is coded by one state of them. Raises ValueError for no such directory.
    """
    if directory is None or str(directory) == current().directory:
        yield current()
        return
    with _in_force(own(directory)) as put:
        yield put


@contextmanager
def _in_force(files: Own) -> Iterator[Own]:
    token = _in_use.set(files)
    try:
        yield files
    finally:
        _in_use.reset(token)


def within(directory: str | Path | None, found: Iterable[_T]) -> Iterator[_T]:
    """The items of an iterator whose every step runs with the files in use, which whoever takes the items does not see."""
    if directory is None:
        yield from found
        return
    files = own(directory)
    steps = iter(found)
    while True:
        with _in_force(files):
            try:
                item = next(steps)
            except StopIteration:
                return
        yield item


def kept(make: Callable[_P, _T]) -> Callable[_P, _T]:
    """Work a function's result out once for each set of files in use; its arguments are positional and hashable."""

    @wraps(make)
    def given(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        derived = _in_use.get().derived
        key = (make, args)
        if key not in derived:
            derived[key] = make(*args, **kwargs)
        result: _T = derived[key]
        return result

    return given
