"""The lines of a text, and how it breaks its paragraphs.

In: a text. Out: its `Line`s without white space around them, and the width at which they are wrapped, if they are.
"""

from __future__ import annotations

from itertools import pairwise

import msgspec

_FULL_STOPS = frozenset(".!?…")
_CLOSERS = "\"'”’»)]* "
_OTHER_BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # what ends a line beside "\n"
_WRAP = range(40, 121)


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line without the white space around it; ``group`` counts the stretches between blank lines.

    ``sentence`` says whether it ends as one.
    """

    start: int
    end: int
    text: str
    group: int
    indent: int
    sentence: bool


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    found: list[Line] = []
    add = found.append
    stops = _FULL_STOPS
    group = at = 0
    others = any(mark in text for mark in _OTHER_BREAKS)
    broken, step = (text.splitlines(keepends=True), 0) if others else (text.split("\n"), 1)
    for line in broken:
        if not line:
            group += 1
            at += step
            continue
        stripped = line.strip()
        if len(stripped) == len(line):
            add(Line(at, at + len(line), line, group, 0, line[-1] in stops or ends_sentence(line)))
        elif stripped:
            indent = len(line) - len(line.lstrip())
            start = at + indent
            sentence = stripped[-1] in stops or ends_sentence(stripped)
            add(Line(start, start + len(stripped), stripped, group, indent, sentence))
        else:
            group += 1
        at += len(line) + step
    return found


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a full stop, question or exclamation mark, before any closing quotes and brackets."""
    return line.rstrip(_CLOSERS)[-1:] in _FULL_STOPS


def wrap_width(lines: list[Line]) -> int:
    """The width at which the text's lines are wrapped; 0 when they are not."""
    width = 0
    for line in lines:
        if len(line.text) > width:
            width = len(line.text)
            if width >= _WRAP.stop:
                return 0
    if width not in _WRAP:
        return 0
    full = breaks = 0
    for line, after in pairwise(lines):
        if line.group != after.group:
            continue
        breaks += 1
        next_word = after.text.find(" ") if " " in after.text else len(after.text)
        if len(line.text) + 1 + next_word > width - 6 and not line.sentence:
            full += 1
    return width if breaks and full >= 0.4 * breaks else 0


def ends_here(line: Line, after: Line, width: int) -> bool:
    """Whether a paragraph of wrapped lines ends with this line: the next word would have had room, or is indented."""
    if after.indent > line.indent + 1:
        return True
    room = width - len(line.text) - 1 - len(after.text.partition(" ")[0])
    return room > 12 and line.sentence
