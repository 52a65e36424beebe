"""The packaged data files, read one way: CSV as rows, TOML as tables.

In: a room's package name and a file's path under its ``data`` folder. Out: rows as dicts, or a parsed table.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def rows(room: str, name: str) -> list[dict[str, str]]:
    """The rows of a CSV file; none when the file is not there."""
    path = files(room).joinpath("data", name)
    if not path.is_file():
        return []
    return list(csv.DictReader(path.read_text(encoding="utf8").splitlines()))


@cache
def table(room: str, name: str) -> dict[str, Any]:
    """The table of a TOML file, read once: not to be changed."""
    return tomllib.loads(files(room).joinpath("data", name).read_text(encoding="utf8"))


def names(room: str, folder: str, ending: str) -> list[str]:
    """The files of a data folder with that ending, in order, as paths for :func:`rows` and :func:`table`."""
    found = files(room).joinpath("data", folder)
    return sorted(f"{folder}/{p.name}" for p in found.iterdir() if p.name.endswith(ending)) if found.is_dir() else []
