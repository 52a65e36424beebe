"""The knowledge files, packaged and a user's own: which columns each has, what a row may hold, and which row wins.

In: the packaged CSV files, and a directory of CSV or TOML files of the same form. Out: rows as dicts of strings. A user's
rows replace the packaged rows of the same thing (a state, group, organization or outlet of that name; a person in that
office), so a correction gives all the periods that it wants to keep; new things are simply added.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sayso import ontology, resources

Row = dict[str, str]

# The columns of each file, the first ones naming what a row is about.
_COLUMNS = {
    "states": ("name", "code", "names", "adjectives", "people", "capital", "metonyms", "sector", "from", "to"),
    "organizations": ("name", "aliases", "acronyms", "code", "sector", "from", "to"),
    "groups": ("name", "aliases", "acronyms", "code", "sector", "from", "to"),
    "officeholders": ("person", "office", "code", "aliases", "sector", "from", "to"),
    "outlets": ("name", "aliases", "code", "domain", "kind", "from", "to"),
}
_KEYS = {"officeholders": ("person", "office", "code")}
_NEEDED = {"states": ("name", "code"), "officeholders": ("person", "office", "code")}
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_own: dict[str, list[Row]] = {}


def rows(table: str) -> list[Row]:
    """The rows of a table: the user's first, then the packaged ones that they do not replace."""
    own = _own.get(table, [])
    replaced = {_key(table, r) for r in own}
    return own + [r for r in _packaged(table) if _key(table, r) not in replaced]


def is_own(table: str, name: str) -> bool:
    """Whether the user's files speak of a name."""
    first = _COLUMNS[table][0]
    return any(r[first] == name for r in _own.get(table, ()))


def lay(directory: str | Path | None) -> None:
    """Lay the files of a directory over the packaged ones, or none; raises ValueError with file and line for a bad row."""
    found: dict[str, list[Row]] = {}
    if directory is not None:
        folder = Path(directory)
        if not folder.is_dir():
            raise ValueError(f"{folder}: not a directory of knowledge files")
        for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in (".csv", ".toml")):
            table = next((t for t in _COLUMNS if t in (path.stem, path.parent.name)), None)
            if table is None:
                raise ValueError(f"{path}: not a knowledge file; name it one of {', '.join(_COLUMNS)} (.csv or .toml)")
            read = _csv if path.suffix.lower() == ".csv" else _toml
            for line, row in read(path, table):
                _check(table, row, f"{path}:{line}")
                found.setdefault(table, []).append({c: row.get(c, "").strip() for c in _COLUMNS[table]})
    _own.clear()
    _own.update(found)


def _packaged(table: str) -> list[Row]:
    if table == "officeholders":
        files = resources.names("sayso.knowledge", "officeholders", ".csv")
        return [r for file in files for r in resources.rows("sayso.knowledge", file)]
    return resources.rows("sayso.knowledge", f"{table}.csv")


def _key(table: str, row: Row) -> tuple[str, ...]:
    return tuple(row[c].casefold() for c in _KEYS.get(table, ("name",)))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: cannot be read as UTF-8 text ({error})") from None


def _csv(path: Path, table: str) -> list[tuple[int, Row]]:
    reader = csv.DictReader(io.StringIO(_text(path), newline=""), restkey="", restval="")
    unknown = [c for c in reader.fieldnames or () if c not in _COLUMNS[table]]
    if unknown:
        raise ValueError(f"{path}:1: unknown column {unknown[0]!r}; known are {', '.join(_COLUMNS[table])}")
    found = []
    for row in reader:
        if "" in row:
            raise ValueError(f"{path}:{reader.line_num}: more cells than columns")
        found.append((reader.line_num, row))
    return found


def _toml(path: Path, table: str) -> list[tuple[int, Row]]:
    """The tables of ``[[…]]`` in a TOML file; lists stand for several values of a cell."""
    text = _text(path)
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: {error}") from None
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith("[[")]
    entries = [e for value in parsed.values() for e in (value if isinstance(value, list) else [value])]
    found = []
    for n, entry in enumerate(entries):
        line = lines[n] if n < len(lines) else 1
        if not isinstance(entry, dict):
            raise ValueError(f"{path}:{line}: expected [[{table}]] tables")
        separator = ";" if table == "outlets" else "|"
        found.append((line, {k: _cell(v, separator) for k, v in entry.items()}))
    return found


def _cell(value: Any, separator: str) -> str:
    return separator.join(map(str, value)) if isinstance(value, list) else str(value)


def _check(table: str, row: Row, where: str) -> None:
    """Raise ValueError for the first thing that is wrong with a row."""
    known = ontology.load()
    for column in row:
        if column not in _COLUMNS[table]:
            raise ValueError(f"{where}: unknown column {column!r}; known are {', '.join(_COLUMNS[table])}")
    for column in _NEEDED.get(table, ("name",)):
        if not row.get(column, "").strip():
            raise ValueError(f"{where}: {column} is empty")
    code, sector = row.get("code", "").strip(), row.get("sector", "").strip()
    if code and code not in known.codes and code not in _country_codes():
        raise ValueError(
            f"{where}: unknown code {code!r}; use a country's three letters or one of {', '.join(known.codes)}"
        )
    if sector and sector not in known.sectors:
        raise ValueError(f"{where}: unknown sector {sector!r}; known are {', '.join(known.sectors)}")
    since, until = row.get("from", "").strip(), row.get("to", "").strip()
    for date in filter(None, (since, until)):
        if not _DATE.fullmatch(date):
            raise ValueError(f"{where}: {date!r} is no date; write a year, year-month or year-month-day")
    exact = min(len(since), len(until))
    if exact and until[:exact] < since[:exact]:
        raise ValueError(f"{where}: ends ({until}) before it begins ({since})")


@cache
def _country_codes() -> frozenset[str]:
    return frozenset(r["code"] for r in _packaged("states"))
