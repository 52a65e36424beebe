"""The field's actors and agents dictionaries as a user's own knowledge files.

In: PETRARCH, PETRARCH2, Phoenix or TABARI dictionaries. Out: a directory for ``--knowledge``, whole or not at all, with their names, dates,
codes and nouns in sayso's columns; and a Problem for each line that could not be carried over.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from sayso.knowledge import petrarch
from sayso.knowledge.cameo import Coded, coded
from sayso.knowledge.forms import FORMS, Row, apart
from sayso.knowledge.imported_actors import rows_of
from sayso.knowledge.imported_agents import agent_rows
from sayso.knowledge.own import own
from sayso.knowledge.tables import OWN, state_codes
from sayso.knowledge.times_of_codes import spans
from sayso.model import Problem


class Imported(msgspec.Struct):
    """What an import did: rows by table, entries read, names left to what sayso knows, and what was left out."""

    rows: dict[str, int] = {}
    entries: int = 0
    known: int = 0
    places: int = 0
    problems: list[Problem] = []


def convert(files: Iterable[Path], directory: Path) -> Imported:
    """Write the dictionaries into a new directory; ValueError, in one line, where that cannot be done."""
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise ValueError(f"{directory}: is there already; give a new directory, perhaps inside it, or take it away")
    done, tables = Imported(), {table: _Table(table) for table in FORMS}
    for path in files:
        _read(path, tables, done)
    done.rows = {name: len(t.rows) for name, t in tables.items() if t.rows}
    if not done.rows:
        raise ValueError(f"{directory}: nothing is written, for no entry could be carried over" + _because(done))
    _write(tables, directory)
    return done


def _because(done: Imported) -> str:
    if done.problems:
        return f"; the first problem: {done.problems[0]}"
    return "; sayso knows all of them already" if done.known else "; give an actors or an agents dictionary"


class _Table:
    """The rows of one table, those about the same thing at the same time made one."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list[Row] = []
        self._of: dict[tuple[str, ...], list[tuple[Row, str]]] = {}

    def add(self, row: Row, where: str) -> str | None:
        """Take a row in; where another says something else at that time, the place of that one."""
        form = FORMS[self.name]
        same = self._of.setdefault(form.key(row), [])
        for other, at in same:
            if apart(row, other):
                continue
            plain = [c for c in form.columns if c not in form.lists]
            if any(row.get(c, "") != other.get(c, "") for c in plain):
                return at
            for column in form.lists:
                both = form.values(other, column) + form.values(row, column)
                other[column] = form.separator.join(dict.fromkeys(both))
            return None
        same.append((row, where))
        self.rows.append(row)
        return None


def _read(path: Path, tables: dict[str, _Table], done: Imported) -> None:
    try:
        lines = petrarch.Lines(path, path.read_bytes())
    except OSError as error:
        done.problems.append(
            Problem(str(path), f"cannot be read ({error.strerror})", None, "give an actors or an agents file")
        )
        return
    if lines.is_verbs:
        what, remedy = "is a dictionary of verbs", "only actors and agents are imported; write frames for --frames"
        done.problems.append(Problem(str(path), what, None, remedy))
        return
    before = done.entries
    if lines.is_agents:
        for entry in petrarch.agents(lines):
            done.entries += 1
            _agent(entry, lines, tables["agents"], done)
    else:
        for actor in petrarch.actors(lines):
            done.entries += 1
            _actor(actor, lines, tables, done)
    if done.entries == before and not lines.problems:
        lines.problems.append(Problem(str(path), "holds no entries", None, "write NAME [CODE] on a line"))
    done.problems += sorted(lines.problems, key=lambda p: p.line or 0)


def _agent(entry: petrarch.Agent, lines: petrarch.Lines, table: _Table, done: Imported) -> None:
    try:
        found = agent_rows(entry)
    except ValueError as error:
        lines.problem(entry.line, str(error), "use CAMEO's codes")
        return
    done.known += not found
    for row in found:
        at = table.add(row, f"{lines.path}, line {entry.line}")
        if at is not None:
            lines.problem(entry.line, f"says of {row['noun']!r} otherwise than {at}", "keep one of the two")


def _actor(actor: petrarch.Actor, lines: petrarch.Lines, tables: dict[str, _Table], done: Imported) -> None:
    codes: list[tuple[Coded | None, str | None, str | None, bool]] = []
    for c in actor.codes:
        try:
            codes.append((coded(c.code, state_codes()), c.since, c.until, c.always))
        except ValueError as error:
            lines.problem(c.line, f"{error}", "use a country's three letters or CAMEO's codes")
    if not codes:
        return
    found, places = rows_of(actor.names, spans(codes))
    done.places += places
    done.known += not found and not places
    for table, row in found:
        at = tables[table].add(row, f"{lines.path}, line {actor.line}")
        if at is not None:
            name = row[FORMS[table].about[0]]
            lines.problem(actor.line, f"says of {name!r} at the same time otherwise than {at}", "keep one of the two")


def _write(tables: dict[str, _Table], directory: Path) -> None:
    """The files in a directory that takes its name only when it is complete and sayso itself has read it without fault."""
    try:
        directory.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=f".{directory.name}.", dir=directory.parent))
    except OSError as error:
        raise ValueError(f"{directory}: cannot be written ({error.strerror}); choose another directory") from None
    try:
        for name, table in tables.items():
            if table.rows:
                (part / f"{name}.csv").write_text(_csv(name, table.rows), encoding="utf8", newline="")
        wrong = own(part).problems
        if wrong:
            raise ValueError(f"{directory}: nothing is written, for {wrong[0].what} ({Path(wrong[0].place).name})")
        part.chmod(0o755)
        os.replace(part, directory)
    except OSError as error:
        raise ValueError(f"{directory}: cannot be written ({error.strerror}); nothing is written") from None
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _csv(name: str, rows: list[Row]) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [*FORMS[name].columns, OWN], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def told(done: Imported, directory: Path) -> str:
    """One line on what an import did."""
    rows = ", ".join(f"{n:,} {name}" for name, n in Counter(done.rows).most_common())
    left = f"; entries that say what sayso knows: {done.known:,}" if done.known else ""
    left += f"; names of places, left to the gazetteer: {done.places:,}" if done.places else ""
    return f"{directory}: rows: {rows}; entries read: {done.entries:,}{left}; use it with --knowledge {directory}"
