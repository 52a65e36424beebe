"""Labelled sentences: one a line, with the actor's mention in ``[A …]`` and the recipient's in ``[R …]``.

In: tab-separated files with the columns event, mode, context, sentence. Out: :class:`Row` with offsets into the plain sentence;
a line that cannot be used raises ValueError with the file and its number.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from sayso import ontology
from sayso.model import Span

_MARK = re.compile(r"\[([AR]) (.*?)\]")


class Row(msgspec.Struct, frozen=True):
    """One sentence with the event between its two marked mentions."""

    event: str
    mode: str | None
    text: str
    actor: Span
    recipient: Span


def packaged() -> list[Row]:
    """The rows written for this project, in a fixed order."""
    return [
        row
        for path in sorted((Path(__file__).parent / "data").glob("*.tsv"))
        for row in read(path)
        if path.stem in _RELATIONS
    ]


_RELATIONS = ("material", "verbal")


def read(path: Path) -> list[Row]:
    """The rows of a file."""
    lines = path.read_text(encoding="utf8").splitlines()
    return [_row(path, number, line) for number, line in enumerate(lines[1:], 2) if line.strip()]


def _row(path: Path, number: int, line: str) -> Row:
    cells = line.split("\t")
    kinds = ontology.load().types
    if len(cells) != 4 or cells[0] not in kinds or (cells[1] and cells[1] not in kinds[cells[0]].modes):
        raise ValueError(
            f"{path}, line {number}: write event, mode, context and sentence, with a type and mode of PLOVER"
        )
    spans: dict[str, Span] = {}
    text, at = "", 0
    for mark in _MARK.finditer(cells[3]):
        text += cells[3][at : mark.start()]
        spans[mark[1]] = Span(len(text), len(text) + len(mark[2]))
        text += mark[2]
        at = mark.end()
    text += cells[3][at:]
    if set(spans) != {"A", "R"}:
        raise ValueError(f"{path}, line {number}: mark one mention as [A …] and one as [R …]")
    return Row(cells[0], cells[1] or None, text, spans["A"], spans["R"])
