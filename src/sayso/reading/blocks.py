"""The structure of a page's text: which lines are its title, date, byline, credits, captions, furniture and prose.

In: the text of an article. Out: `Block`s that lie in the text in order, do not overlap and leave out only white space.
Paragraphs end at blank lines; where the text uses single line breaks as paragraph ends each line is a block, and where
lines are wrapped at a fixed width they are joined. What each kind of line looks like stands in ``data/furniture.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, starmap

from sayso.model import Block, BlockKind
from sayso.reading.datelines import Opening, dateline_at
from sayso.reading.furniture import kinds_of
from sayso.reading.lines import Line, ends_here, lines_of, wrap_width
from sayso.reading.neighbours import mark_neighbours, mark_place
from sayso.reading.sighted import Sighted
from sayso.reading.titles import mark_titles

_HOUR = re.compile(
    r"((?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\.?)?(?: (?:GMT|UTC|BST|CES?T|EE?S?T|[ECMP][SD]?T|IST|MSK))?)\s*[-–—:|]?\s+(?=[A-Z\"“‘'])"
)
_FEWEST_HOURS = 2
_WITH_DATELINES = 3
PARAGRAPH = 60  # characters that make a paragraph of prose, and no point of a list over it


def blocks(text: str, seen: Sighted, title: str | None = None) -> tuple[list[Block], list[tuple[int, Opening]]]:
    """The blocks of a text and its datelines, with the offset of the paragraph that each opens, or of a line with its place.

    ``seen`` is what is sighted in the text, ``title`` the article's title where metadata gives it; a line that repeats it is a title too.
    """
    lines = lines_of(text)
    width = wrap_width(lines)
    kinds = kinds_of(lines, seen.furniture)
    if width:
        _unmark_wrapped(lines, kinds, width)
    standing = mark_place(lines, kinds)
    mark_neighbours(text, lines, kinds)
    mark_titles(text, lines, kinds, title, width > 0)
    found: list[Block] = []
    datelines: list[tuple[int, Opening]] = []
    paragraphs = 0
    joined = _joined(lines, kinds, width)
    for start, end, kind in joined:
        opening = None
        if kind == "body":
            paragraphs += end - start > PARAGRAPH
            if paragraphs > _WITH_DATELINES:
                found.append(Block(start, end, kind))
                break
            opening = dateline_at(text, start)
        if opening is None:
            found.append(Block(start, end, kind))
        else:
            datelines.append((start, opening))
            found.extend(_parted(text, start, end, opening))
    found.extend(starmap(Block, joined))
    if standing is not None:
        datelines.append(standing)
    return _without_hours(text, found), datelines


def _without_hours(text: str, found: list[Block]) -> list[Block]:
    """The blocks of a running report with the hours that open its paragraphs apart: "14:35 The minister says …"."""
    hours = {b: m for b in found if b.kind == "body" and text[b.start].isdigit() and (m := _HOUR.match(text, b.start))}
    if len(hours) < _FEWEST_HOURS:
        return found
    parted = []
    for b in found:
        if (hour := hours.get(b)) is not None:
            parted += [Block(b.start, hour.end(1), "date"), Block(hour.end(), b.end, "body")]
        else:
            parted.append(b)
    return parted


def _parted(text: str, start: int, end: int, opening: Opening) -> Iterator[Block]:
    """A paragraph's dateline and what follows it."""
    rest = start + opening.end
    while rest < end and text[rest].isspace():
        rest += 1
    yield Block(start, start + len(text[start : min(rest, end)].rstrip()), "date")
    if rest < end:
        yield Block(rest, end, "body")


def _unmark_wrapped(lines: list[Line], kinds: list[BlockKind], width: int) -> None:
    """A line that goes on from a full line of prose is prose, whatever it looks like alone."""
    for i in range(1, len(lines)):
        before, line = lines[i - 1], lines[i]
        if kinds[i] == "body" or kinds[i - 1] != "body" or before.group != line.group:
            continue
        if not ends_here(before, line, width):
            kinds[i] = "body"


def _joined(lines: list[Line], kinds: list[BlockKind], width: int) -> Iterator[tuple[int, int, BlockKind]]:
    """Blocks of one line, or of the wrapped lines of one paragraph."""
    if not lines:
        return
    first = before = lines[0]
    kind = kinds[0]
    for line, its in islice(zip(lines, kinds, strict=True), 1, None):
        if before.group != line.group or kind != its or not _goes_on(before, line, its, width):
            yield first.start, before.end, kind
            first, kind = line, its
        before = line
    yield first.start, before.end, kind


def _goes_on(line: Line, after: Line, kind: BlockKind, width: int) -> bool:
    """Whether two lines of one kind without an empty one between are one paragraph."""
    if kind not in ("body", "title"):
        return False
    if width:
        return not ends_here(line, after, width)
    if kind != "body" or line.sentence:
        return False
    open_ended = line.text[-1].isalnum() or line.text[-1] in ",'’"
    return after.text[0].islower() or (len(line.text) >= 60 and open_ended and after.text[0].isalnum())
