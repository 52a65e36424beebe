"""A user's own frames over the packaged ones: rows to add, to put in place of others, or to take away.

In: CSV files with the columns of the packaged ones and ``event`` and ``action``, or TOML files with ``[[frame]]`` tables and word
classes of their own. Out: :class:`Laid`: the frames that count, a message for each row that cannot be used, and a stamp that names
the files.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from sayso import ontology
from sayso.coding.frames import COLUMNS, Classes, Frame, FrameError, classes, frame, index, packaged

Frames = Mapping[str, tuple[Frame, ...]]
_ACTIONS = ("add", "replace", "remove")


class Laid(msgspec.Struct, frozen=True):
    """The frames by the lemma of their head, what was wrong with the user's rows, and the user's files as ``name:hash``."""

    frames: Frames
    problems: tuple[str, ...] = ()
    stamp: str = ""


class _Row(msgspec.Struct, frozen=True):
    line: int
    cells: Mapping[str, str | None]


def laid(paths: tuple[str, ...] = ()) -> Laid:
    """The packaged frames with the files of ``paths`` laid over them in turn, read anew when one changes.

    Raises FrameError for a file that cannot be read at all.
    """
    try:
        return _laid(tuple((p, (s := Path(p).stat()).st_mtime_ns, s.st_size) for p in paths))
    except OSError as error:
        raise FrameError(
            f"{error.filename}: cannot be read ({error.strerror}); give a CSV or TOML file of frames"
        ) from None


@lru_cache(maxsize=8)
def _laid(files: tuple[tuple[str, int, int], ...]) -> Laid:
    known: list[Frame] = list(packaged())
    problems: list[str] = []
    stamps: list[str] = []
    for name, _, _ in files:
        raw = Path(name).read_bytes()
        stamps.append(f"{Path(name).name}:{hashlib.blake2b(raw, digest_size=4).hexdigest()}")
        known = _over(known, name, raw, problems)
    return Laid(index(known), tuple(problems), " ".join(stamps))


def _over(below: list[Frame], name: str, raw: bytes, problems: list[str]) -> list[Frame]:
    """The frames of a file over those below it."""
    try:
        text = raw.decode("utf8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise FrameError(f"{name}: is not UTF-8; save it as UTF-8") from None

    def wrong(line: int, what: object, left_out: str = "the row is left out") -> None:
        problems.append(f"{name}, line {line}: {what}; {left_out}")

    if name.lower().endswith(".toml"):
        rows, own = _toml(name, text, wrong)
    else:
        rows, own = list(_csv(name, text)), {}
    words = {**classes(), **{k: v | classes().get(k, frozenset()) for k, v in own.items()}}
    mine: list[Frame] = []
    for row in rows:
        try:
            found, below = _applied(row, below, mine, Path(name).name, words)
        except FrameError as error:
            wrong(row.line, error)
            continue
        mine += found
    return below + mine


def _applied(
    row: _Row, below: list[Frame], mine: list[Frame], file: str, words: Classes
) -> tuple[list[Frame], list[Frame]]:
    """What a row adds, and what it leaves of the frames below."""
    action = (row.cells.get("action") or "add").strip()
    if action not in _ACTIONS:
        raise FrameError(f"action is {action!r}; write add, replace or remove, or leave it empty")
    if None in row.cells:
        raise FrameError("there are more cells than columns; put a cell with a comma in quotes")
    if action == "remove":
        event = (row.cells.get("event") or "").strip()
        kinds = list(ontology.load().types)
        given = frame({**row.cells, "event": event or kinds[0], "mode": None}, file, row.line, words)
        mode = (row.cells.get("mode") or "").strip()
        left = _without(below, given, lambda f: event in ("", f.event) and mode in ("", f.mode))
        if len(left) == len(below) and left == below:
            raise FrameError(f"there is no frame {given.words!r} to take away; `sayso frames WORD` shows what there is")
        return [], left
    new = frame(row.cells, file, row.line, words, own=True)
    if action == "replace":
        return [new], _without(below, new, lambda f: True)
    for other in (*mine, *below):
        if other.sense == new.sense and (other in mine or (other.event, other.mode) == (new.event, new.mode)):
            raise FrameError(f"this is {other.file}, line {other.line}, once more; keep one of them")
    return [new], below


def _without(frames: list[Frame], given: Frame, meant: Any) -> list[Frame]:
    """The frames less the words of a trigger; a row with several alternatives keeps the others."""
    left: list[Frame] = []
    for f in frames:
        fits = f.pos == given.pos and len(f.trigger) == len(given.trigger) and meant(f)
        if not fits or not all(a & b for a, b in zip(f.trigger, given.trigger, strict=True)):
            left.append(f)
            continue
        for n, slot in enumerate(f.trigger):
            if slot - given.trigger[n]:
                before = tuple(a & b for a, b in zip(f.trigger[:n], given.trigger[:n], strict=True))
                kept = (*before, slot - given.trigger[n], *f.trigger[n + 1 :])
                left.append(msgspec.structs.replace(f, trigger=kept))
    return left


def _csv(name: str, text: str) -> Iterator[_Row]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    columns = reader.fieldnames or []
    strange = [c for c in columns if c not in (*COLUMNS, "action")]
    missing = [c for c in ("trigger", "pos") if c not in columns]
    if missing or strange:
        what = f"there is no column {missing[0]!r}" if missing else f"there is a column {strange[0]!r}"
        raise FrameError(f"{name}, line 1: {what}; the columns are action, {', '.join(COLUMNS)}")
    event = {} if "event" in columns else {"event": Path(name).stem}
    try:
        for cells in reader:
            yield _Row(reader.line_num, {**cells, **event})
    except csv.Error as error:
        raise FrameError(f"{name}, line {reader.line_num}: is no CSV ({error}); look for an open quote") from None


def _toml(name: str, text: str, wrong: Any) -> tuple[list[_Row], dict[str, frozenset[str]]]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FrameError(f"{name}: is no TOML ({error}); mend that line") from None
    lines = text.splitlines()
    starts = [n for n, line in enumerate(lines, 1) if re.match(r"\s*\[\[\s*frame\s*\]\]", line)]
    listed = table.get("frame", [])
    for key in table.keys() - {"frame", "classes"}:
        wrong(_line_of(lines, key), f"there is no {key!r} in a frame file", "write [[frame]] or [classes]")
    rows = []
    for n, cells in enumerate(listed if isinstance(listed, list) else []):
        line = starts[n] if n < len(starts) else 1
        strange = [k for k, v in cells.items() if k not in (*COLUMNS, "action") or not isinstance(v, str)]
        if strange:
            wrong(line, f"{strange[0]!r} is no column with words in quotes; use action, {', '.join(COLUMNS)}")
        else:
            rows.append(_Row(line, cells))
    return rows, _own_classes(table.get("classes", {}), lines, wrong)


def _own_classes(given: Any, lines: list[str], wrong: Any) -> dict[str, frozenset[str]]:
    """The user's word classes with those that they name by ``@`` put in; a circle of names and a name of nothing are told."""
    open_: dict[str, set[str]] = {}
    for name, words in (given if isinstance(given, dict) else {}).items():
        if isinstance(words, list) and words and all(isinstance(w, str) for w in words):
            open_[name] = set(words)
        else:
            wrong(_line_of(lines, name), f"the class {name!r} is no list of words in quotes", "the class is left out")
    done: dict[str, frozenset[str]] = {}
    while open_:
        ready = [n for n, words in open_.items() if not any(w[1:] in open_ for w in words if w.startswith("@"))]
        for name in ready:
            words = open_.pop(name)
            named = {w[1:] for w in words if w.startswith("@")}
            for lost in sorted(named - done.keys() - classes().keys()):
                wrong(
                    _line_of(lines, name), f"there is no word class @{lost}", "define it, or leave it out of the class"
                )
            found = [done.get(n, frozenset()) | classes().get(n, frozenset()) for n in named]
            done[name] = frozenset(w for w in words if not w.startswith("@")).union(*found)
        if not ready:
            circle = _circle(open_)
            said = " → ".join(f"@{n}" for n in [*circle, circle[0]])
            wrong(
                _line_of(lines, circle[0]), f"word classes name one another in a circle, {said}", "these are left out"
            )
            for name in circle:
                del open_[name]
    return done


def _circle(open_: dict[str, set[str]]) -> list[str]:
    """A circle among classes of which each names another."""
    walked = [next(iter(open_))]
    while True:
        following = next(w[1:] for w in sorted(open_[walked[-1]]) if w.startswith("@") and w[1:] in open_)
        if following in walked:
            return walked[walked.index(following) :]
        walked.append(following)


def _line_of(lines: list[str], key: str) -> int:
    """The line that begins with a key of a TOML file."""
    pattern = re.compile(rf"\s*[\[\"']*{re.escape(key)}[\]\"']*\s*(=|$)")
    return next((n for n, line in enumerate(lines, 1) if pattern.match(line)), 1)
