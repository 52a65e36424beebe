"""Reading a user's knowledge files: CSV or TOML in, checked rows out, and a Problem for each line that is left out.

In: the files of a directory, named ``states``, ``organizations``, ``groups``, ``officeholders``, ``outlets`` or ``agents``, or lying
in a folder of that name. Out: rows by table. A bad line is left out and told; the rest is used.
"""

from __future__ import annotations

import csv
import difflib
import io
import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from sayso.knowledge.forms import CHANGES, FORMS, Row, apart, faults
from sayso.knowledge.tables import packaged, state_codes
from sayso.model import Problem

Files = list[tuple[Path, bytes]]
_Line = tuple[Path, int, Row]


def content(folder: Path) -> Files:
    """The CSV and TOML files of a folder and its sub-folders; ValueError in one line when there is nothing to read."""
    if not folder.is_dir():
        raise ValueError(
            f"{folder}: there is no such directory; give the one that holds {', '.join(FORMS)} (.csv or .toml)"
        )
    paths = sorted(p for p in folder.rglob("*") if p.suffix.lower() in (".csv", ".toml") and p.is_file())
    if not paths:
        raise ValueError(f"{folder}: holds no knowledge files; name them {', '.join(FORMS)} (.csv or .toml)")
    try:
        return [(p, p.read_bytes()) for p in paths]
    except OSError as error:
        raise ValueError(f"{error.filename}: cannot be read ({error.strerror})") from None


def parsed(files: Files) -> tuple[dict[str, list[Row]], list[Problem]]:
    """The good rows of the files by table, each with ``change`` and ``where`` it stands, and what is wrong with the others."""
    problems: list[Problem] = []
    lines: dict[str, list[_Line]] = {table: [] for table in FORMS}
    for path, data in files:
        table = next((t for t in FORMS if t in (path.stem.lower(), path.parent.name.lower())), None)
        if table is None:
            problems.append(Problem(str(path), "is not a knowledge file", None, f"name it one of {', '.join(FORMS)}"))
            continue
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            problems.append(Problem(str(path), "is not UTF-8 text", line, "save it as UTF-8; the file is left out"))
            continue
        read = _toml if path.suffix.lower() == ".toml" else _csv
        before = len(problems)
        found = list(read(path, text, table, problems))
        if not found and len(problems) == before:
            problems.append(
                Problem(str(path), "holds no rows", None, "add some below the names of the columns, or take it away")
            )
        lines[table] += found
    codes = state_codes() | _new_codes(lines["states"])
    return {table: _good(table, lines[table], codes, problems) for table in FORMS if lines[table]}, problems


def _new_codes(states: list[_Line]) -> set[str]:
    """Codes that a user's states bring with them: three capital letters of a state that the package does not know."""
    known = {FORMS["states"].key(r) for r in packaged("states")}
    return {
        row["code"]
        for _, _, row in states
        if len(row.get("code", "")) == 3
        and row["code"].isalpha()
        and row["code"].isupper()
        and FORMS["states"].key(row) not in known
    }


def _good(table: str, lines: list[_Line], codes: Collection[str], problems: list[Problem]) -> list[Row]:
    form = FORMS[table]
    found: list[Row] = []
    seen: dict[tuple[str, ...], list[tuple[str, Row]]] = {}
    known = {form.key(r) for r in packaged(table)}
    for path, line, row in lines:
        where = f"{path.name}, line {line}"
        wrong = list(_faults(table, row, codes, known))
        same = seen.setdefault(form.key(row), [])
        if not wrong:
            first = next((at for at, other in same if not apart(row, other)), None)
            if first is not None:
                wrong = [(f"says of {row[form.about[0]]!r} at the same time what {first} says", "keep one of the two")]
        if wrong:
            problems += [
                Problem(str(path), what, line, f"{remedy}; the line is left out") for what, remedy in wrong[:1]
            ]
            continue
        same.append((where, row))
        found.append(
            {column: row.get(column, "") for column in form.columns} | {"change": row["change"], "where": where}
        )
    return found


def _faults(
    table: str, row: Row, codes: Collection[str], known: Collection[tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    row["change"] = row.get("change", "").lower() or CHANGES[0]
    if row["change"] not in CHANGES:
        yield f"change is {row['change']!r}", f"write {' or '.join(CHANGES)}, or nothing"
    elif row["change"] == "remove":
        key = FORMS[table].key(row)
        if key not in known:
            near = difflib.get_close_matches(key[0], [k[0] for k in known], 1, 0.7)
            said = "; ".join(filter(None, (f"nearest is {near[0]!r}" if near else "", _about(table))))
            yield "removes what the package does not have", said
    else:
        yield from faults(table, row, codes)


def _about(table: str) -> str:
    return f"a row is known by {', '.join(FORMS[table].about)}"


def _csv(path: Path, text: str, table: str, problems: list[Problem]) -> Iterator[_Line]:
    header = text.partition("\n")[0]
    if not header.strip():
        problems.append(Problem(str(path), "is empty", 1, f"begin with the columns: {','.join(FORMS[table].columns)}"))
        return
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns: list[str] = []
    try:
        for cells in reader:
            line = reader.line_num
            if not columns:
                columns = [c.strip().lower() for c in cells]
                if not _columns_fit(path, line, columns, table, problems):
                    return
            elif len(cells) > len(columns) and any(c.strip() for c in cells[len(columns) :]):
                what = f"has {len(cells)} cells for {len(columns)} columns"
                problems.append(
                    Problem(str(path), what, line, 'put a cell with commas in "quotes"; the line is left out')
                )
            elif any(c.strip() for c in cells):
                yield path, line, _known_cells(table, dict(zip(columns, cells, strict=False)))
    except csv.Error as error:
        problems.append(
            Problem(str(path), f"is no CSV from here on ({error})", reader.line_num, "save it again as CSV")
        )


def _columns_fit(path: Path, line: int, columns: list[str], table: str, problems: list[Problem]) -> bool:
    """Tell of columns that the table does not have; whether those are there without which a row says nothing."""
    form = FORMS[table]
    allowed = (*form.columns, "change")
    for column in columns:
        if column not in allowed:
            near = difflib.get_close_matches(column, allowed, 1)
            meant = f"{near[0]!r} is meant? " if near else ""
            remedy = f"{meant}known are {', '.join(allowed)}; the column is left out"
            problems.append(Problem(str(path), f"unknown column {column!r}", line, remedy))
    missing = [c for c in form.needed if c not in columns]
    if missing:
        remedy = f"the first line must name the columns: {','.join(form.columns)}; the file is left out"
        problems.append(Problem(str(path), f"has no column {' and '.join(missing)}", line, remedy))
    return not missing


def _toml(path: Path, text: str, table: str, problems: list[Problem]) -> Iterator[_Line]:
    """The tables of ``[[…]]`` in a TOML file; lists stand for several values of a cell."""
    form = FORMS[table]
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(str(path), f"is no TOML ({error})", None, "the file is left out"))
        return
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith("[[")]
    entries = [e for value in tables.values() for e in (value if isinstance(value, list) else [value])]
    for n, entry in enumerate(entries):
        line = lines[n] if n < len(lines) else 1
        if not isinstance(entry, dict):
            problems.append(Problem(str(path), "is not a list of tables", line, f"write [[{table}]] above each entry"))
            continue
        row = {k.lower(): _cell(v, form.separator) for k, v in entry.items()}
        for key in [k for k in row if k not in (*form.columns, "change")]:
            remedy = f"known are {', '.join((*form.columns, 'change'))}; it is left out"
            problems.append(Problem(str(path), f"unknown column {key!r}", line, remedy))
        yield path, line, _known_cells(table, row)


def _cell(value: Any, separator: str) -> str:
    return separator.join(map(str, value)) if isinstance(value, list) else str(value)


def _known_cells(table: str, row: Row) -> Row:
    """The cells of known columns without stray blanks; ``|`` parts the values of a list in every file."""
    form = FORMS[table]
    cells = {c: " ".join((row.get(c) or "").split()) for c in (*form.columns, "change") if c in row}
    for column in form.lists:
        if cells.get(column):
            parts = cells[column].replace("|", form.separator).split(form.separator)
            cells[column] = form.separator.join(dict.fromkeys(p.strip() for p in parts if p.strip()))
    return cells
