"""What a line is by the lines around it: lists of other stories, captions over their credits, a lead over the dateline.

In: the lines of a text and what each looks like by itself. Out: the same kinds, where prose that is none is marked.
"""

from __future__ import annotations

import re

from sayso.model import BlockKind
from sayso.reading.date_shapes import first_day
from sayso.reading.datelines import Opening, dateline_at, place_alone
from sayso.reading.furniture import announces
from sayso.reading.lines import Line

_RULE = re.compile(r"-{3,}|\+{3,}")
_FIELD = re.compile(r"[A-Za-z][\w -]{0,30}:(?:\s.*)?|\s*- .*")
_LONGEST_FIELDS = 40
_HEAD = 8
_SKIPPED = re.compile(r"skip (?:past|over) (?:the )?(.{3,60})", re.IGNORECASE)
_LONGEST_SKIPPED = 12


def mark_neighbours(text: str, lines: list[Line], kinds: list[BlockKind]) -> None:
    """Mark what is no prose because of what stands before or after it."""
    if lines and _RULE.fullmatch(lines[0].text):
        _mark_fields(lines, kinds)
    if "related" in kinds:
        _mark_lists(lines, kinds)
    if "furniture" in kinds:
        _mark_skipped(lines, kinds)
    if "caption" in kinds:
        _mark_captions(lines, kinds)
    _mark_lead(text, lines, kinds)


def mark_place(lines: list[Line], kinds: list[BlockKind]) -> tuple[int, Opening] | None:
    """A dateline in three lines at the head: an agency or byline, a date, and a place; where its place stands, and what it says."""
    head = kinds[:_HEAD]
    if "byline" not in head or "date" not in head:
        return None
    for i in range(len(head) - 2):
        three = range(i, i + 3)
        if sorted(kinds[i : i + 3]) == ["body", "byline", "date"]:
            at = next(j for j in three if kinds[j] == "body")
            place = place_alone(lines[at].text)
            if place is not None:
                kinds[at] = "date"
                day = next(first_day(lines[j].text) for j in three if j != at and kinds[j] == "date")
                return lines[at].start, Opening(len(lines[at].text), place, day, None)
    return None


def _mark_fields(lines: list[Line], kinds: list[BlockKind]) -> None:
    """The fields between two rules that open a Markdown file."""
    for i in range(1, min(len(lines), _LONGEST_FIELDS)):
        if _RULE.fullmatch(lines[i].text):
            kinds[:i] = ["furniture" if kind == "body" else kind for kind in kinds[:i]]
            return
        if not _FIELD.fullmatch(lines[i].text):
            return


def _mark_lists(lines: list[Line], kinds: list[BlockKind]) -> None:
    """The headlines that follow a bare "Related stories" or "Keep reading", up to the next sentence."""
    listing = False
    for i, line in enumerate(lines):
        if kinds[i] == "body":
            if listing and len(line.text) <= 120 and line.text.count(" ") < 18 and not _is_sentence(line):
                kinds[i] = "related"
            else:
                listing = False
        elif kinds[i] == "related" and announces(line.text):
            listing = True


def _is_sentence(line: Line) -> bool:
    return line.sentence and not line.text.endswith("?")


def _mark_skipped(lines: list[Line], kinds: list[BlockKind]) -> None:
    """What stands between "skip past newsletter promotion" and "after newsletter promotion"."""
    for i, line in enumerate(lines):
        if kinds[i] == "furniture" and (skipped := _SKIPPED.fullmatch(line.text)) is not None:
            end = f"after {skipped[1]}".casefold()
            for j in range(i + 1, min(i + _LONGEST_SKIPPED, len(lines))):
                if lines[j].text.casefold() == end:
                    kinds[i : j + 1] = ["furniture"] * (j + 1 - i)
                    break


def _mark_captions(lines: list[Line], kinds: list[BlockKind]) -> None:
    """A line that is no sentence right over a caption or its credit."""
    for i in range(len(lines) - 1):
        line, after = lines[i], lines[i + 1]
        if kinds[i] == "body" and kinds[i + 1] == "caption" and line.group == after.group:
            if not line.sentence and len(line.text) <= 200 and (i == 0 or kinds[i - 1] != "body"):
                kinds[i] = "caption"


def _mark_lead(text: str, lines: list[Line], kinds: list[BlockKind]) -> None:
    """Lines without a full stop over the paragraph that the dateline opens: points of a summary, second headlines."""
    first = next((i for i, kind in enumerate(kinds) if kind == "body" and lines[i].sentence), None)
    if first is None or "body" not in kinds[:first] or dateline_at(text, lines[first].start) is None:
        return
    kinds[:first] = ["title" if kind == "body" else kind for kind in kinds[:first]]
