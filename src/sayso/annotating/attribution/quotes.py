"""Quotation marks alone: which mark closes which, in one pass over the text.

In: a text and the bounds of its paragraphs. Out: quotations with offsets into that text, marks included. Straight,
curly and ``TeX'' marks, guillemets either way round, low marks and corner brackets are read, and a curly mark that was set the wrong
way round; apostrophes, inch marks and minutes are not quotation marks. A
quotation that its paragraph leaves open ends with that paragraph, and goes on in the next one when that begins with a
mark.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

import msgspec

_OPENERS = {"“": "”", "«": "»", "„": "”", "``": "''", "‹": "›", "「": "」", "『": "』"}
_CLOSERS = frozenset(_OPENERS.values())
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0([{—–―-:;,/“‘\"'`")


class Quotation(msgspec.Struct, frozen=True):
    """A stretch in quotation marks, its marks included.

    ``depth`` is 0 for a quotation that stands in no other; ``closed`` is False where the closing mark is missing;
    ``continues`` tells that it carries on one that the paragraph before left open.
    """

    start: int
    end: int
    depth: int = 0
    closed: bool = True
    continues: bool = False


_DEEPEST = 6  # nobody nests quotations deeper; more open marks than that are noise


def pair(text: str, paragraphs: Iterable[tuple[int, int]] | None = None) -> list[Quotation]:
    """The quotations of ``text`` in order of their start; ``paragraphs`` are (start, end), the lines by default."""
    found: list[Quotation] = []
    left_open = False
    for start, end in _lines(text) if paragraphs is None else paragraphs:
        here, left_open = _paragraph(text, start, end, left_open)
        found.extend(here)
    return found


def _lines(text: str) -> Iterable[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)


def _paragraph(text: str, start: int, end: int, left_open: bool) -> tuple[list[Quotation], bool]:
    """The quotations of one paragraph, and whether it leaves one open."""
    stack: list[tuple[int, str]] = []
    found: list[Quotation] = []
    first = len(text[start:end]) - len(text[start:end].lstrip()) + start
    for at, mark in _marks(text, start, end):
        mark = _meant(text, at, mark, stack[-1][1] if stack else "", start, end)
        closes = bool(stack) and _closes(text, at, mark, stack[-1][1], start, end)
        if not closes and mark in _CLOSERS and mark not in _OPENERS and mark != "''":
            if any(_closes(text, at, mark, m, start, end) for _, m in stack):
                while not _closes(text, at, mark, stack[-1][1], start, end):
                    stack.pop()
                closes = True
            else:
                continue
        if closes:
            opened, _ = stack.pop()
            continues = left_open and opened == first and not stack
            found.append(Quotation(opened, at + len(mark), len(stack), continues=continues))
        elif len(stack) < _DEEPEST and _opens(text, at, mark, start, end):
            stack.append((at, _OPENERS.get(mark, mark if mark != "‘" else "’")))
    still = [opened for opened, mark in stack if mark not in ("’", "'")]
    if still:
        stop = len(text[start:end].rstrip()) + start
        found = [q for q in found if q.start < still[0]] + [
            msgspec.structs.replace(q, depth=max(q.depth, 1)) for q in found if q.start > still[0]
        ]
        found.append(Quotation(still[0], stop, 0, closed=False, continues=left_open and still[0] == first))
    found.sort(key=lambda q: (q.start, -q.end))
    return found, bool(still)


def _meant(text: str, at: int, mark: str, wanted: str, start: int, end: int) -> str:
    """The mark that a curly or pointed one stands for where it is set the wrong way round, or in German or Danish order.

    What opens stands after a space and before a word, what closes the other way about.
    """
    turned = _TURNED.get(mark)
    if turned is None:
        return mark
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    opens = (before.isspace() or before in "([—–―") and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    if mark in "”»›" and opens and not closes and wanted != mark:
        return turned
    if mark in "“«‹" and closes and not opens and wanted in ("”", turned):
        return turned
    return mark


_TURNED = {"”": "“", "“": "”", "»": "«", "«": "»", "›": "‹", "‹": "›"}


def _marks(text: str, start: int, end: int) -> Iterable[tuple[int, str]]:
    at = start
    while at < end:
        mark = text[at]
        if mark in "'`" and text[at : at + 2] in ("''", "``") and at + 2 <= end:
            yield at, text[at : at + 2]
            at += 2
            continue
        if mark in "“”„«»‹›「」『』\"‘’'":
            yield at, mark
        at += 1


def _closes(text: str, at: int, mark: str, wanted: str, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark)] if at + len(mark) < end else " "
    if mark == '"' and wanted == "”":
        return not before.isspace() and not after.isalnum()
    if mark == "”" and wanted == '"':
        return True
    if mark != wanted:
        return False
    if mark in ("’", "'"):
        if after.isalnum():
            return False
        return not (before == "s" and after == " " and text[at + 2 : at + 3].islower() and _later(text, at, mark, end))
    if mark in ('"', "''"):
        return not before.isspace() or not (after.isalnum() or after in "“‘")
    return True


def _later(text: str, at: int, mark: str, end: int) -> bool:
    """Whether a mark that must close, after punctuation, follows a plural's apostrophe within 200 characters."""
    window = text[at + 1 : min(end, at + 200)]
    return any(stop + mark in window for stop in ".,?!")


def _opens(text: str, at: int, mark: str, start: int, end: int) -> bool:
    if mark in _OPENERS:
        return True
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark)] if at + len(mark) < end else " "
    if after.isspace() or before not in _BEFORE_OPENING:
        return False
    if mark == '"' or mark == "''":
        return True
    if mark in ("‘", "'"):
        return after.isalpha() and not _elision(text[at + 1 : at + 5])
    return False


def _elision(rest: str) -> bool:
    """Words that begin with an apostrophe: 'em, 'til, 'tis, 'cause."""
    word = "".join(takewhile(str.isalpha, rest.lower()))
    return word in ("em", "til", "tis", "twas", "cau", "caus", "n", "s", "re", "ve", "ll", "m", "d")
