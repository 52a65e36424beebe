"""Titles: the first line that looks like one, lines that repeat it, second headlines, and headings between paragraphs.

In: the lines of a text and what each looks like by itself. Out: the same kinds, with titles marked among them.
"""

from __future__ import annotations

import re
from functools import cached_property

from sayso.model import BlockKind
from sayso.reading.datelines import Opening, dateline, dateline_at
from sayso.reading.lines import Line

_NO_TITLE_ENDS = frozenset(".…:,")
_INITIALS = re.compile(r"\b(?:[A-Z]\.)+$")
_WORD = re.compile(r"\w+")
_LETTERED = re.compile(r"[^\W\d_][\w'’-]*")
_LONGEST = 220
_LONGEST_HEADING = 70
_FEWEST_SPACES = 3
_BRIEF = 2
_HEAD = 8
_LONGEST_WITH_STOP = 140
_STEM = 5
_STOP_INSIDE = re.compile(r"[a-z0-9”’\"'][.!?][\"'”’)]*\s+\S")
_OPENS_LEAD = re.compile(
    r"(?:The|An?|I|He|She|It|We|They|His|Her|Its|Our|Their|This|That|These|Those|There|In|On|At)\b"
)
_TOLD = re.compile(r"\b(?:said|told|was|were|had|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")


def mark_titles(text: str, lines: list[Line], kinds: list[BlockKind], title: str | None, wrapped: bool) -> None:
    """Mark the first line if it looks like a title, lines that repeat it, and headings between paragraphs."""
    known = [title] if title else []
    first = next((i for i, kind in enumerate(kinds) if kind in ("body", "title")), None)
    if first is not None and first <= 4 and _is_title(text, lines, kinds, first, bool(title)):
        kinds[first] = "title"
        known.append(lines[first].text)
        second = first + 1
        if second < len(lines) and lines[second].group == lines[first].group and _goes_on_title(lines, kinds, first):
            kinds[second] = "title"
            known.append(f"{lines[first].text} {lines[second].text}")
    if first is not None and kinds[first] == "title":
        _mark_decks(text, lines, kinds, first)
    repeated = _Titles(known)
    longest_sentence = max(repeated.longest, _LONGEST_HEADING)
    for i, line in enumerate(lines):
        if len(line.text) > (longest_sentence if line.sentence else _LONGEST) or kinds[i] != "body":
            continue
        if repeated.has(line) or (len(line.text) <= _LONGEST_HEADING and _is_heading(lines, kinds, i, wrapped)):
            kinds[i] = "title"


def _is_title(text: str, lines: list[Line], kinds: list[BlockKind], at: int, known: bool) -> bool:
    """Whether a line is the article's title; ``known`` says that the title is known already."""
    line = lines[at]
    if len(line.text) > _LONGEST or line.text.count(" ") > 30 or at + 1 >= len(lines) or dateline(line.text + " "):
        return False
    after = lines[at + 1]
    apart = after.group != line.group or kinds[at + 1] in ("date", "byline")
    initials = line.text[-2:-1].isupper() and _INITIALS.search(line.text) is not None
    last = line.text.rstrip("\"'”’)")[-1:]
    if last in _NO_TITLE_ENDS and not initials:
        return apart and last == "." and _is_title_with_stop(text, lines, kinds, at, known)
    if apart or (_is_title_case(line.text) and len(after.text) > len(line.text)):
        return True
    if len(line.text) > 140 or line.sentence:
        return False
    dated = line.text.count(" ") >= _FEWEST_SPACES and any(kind in ("date", "byline") for kind in kinds[:at])
    return dated or _is_head(lines, kinds, at + 1)


def _is_title_with_stop(text: str, lines: list[Line], kinds: list[BlockKind], at: int, known: bool) -> bool:
    """Whether a line that ends in a full stop is a title: by its capitals, a dateline under it, or a lead that tells it again."""
    line = lines[at].text
    if _is_title_case(line):
        return True
    if len(line) > _LONGEST_WITH_STOP or _STOP_INSIDE.search(line) is not None:
        return False
    if _dateline_under(text, lines, kinds, at) is not None:
        return True
    return not known and _is_headline(line) and _tells_again(line, lines[at + 1].text)


def _is_headline(line: str) -> bool:
    """Whether a line has nothing that leads have and headlines leave out: an article to open, a past, a weekday."""
    return line[:1].isupper() and _OPENS_LEAD.match(line) is None and _TOLD.search(line) is None


def _tells_again(headline: str, lead: str) -> bool:
    """Whether a longer paragraph has most of the words of a headline, whatever their endings."""
    stems = {word.casefold()[:_STEM] for word in _LETTERED.findall(headline) if len(word) > 3}
    return (
        len(stems) >= _FEWEST_SPACES
        and len(lead) > len(headline)
        and len(stems & {word.casefold()[:_STEM] for word in _LETTERED.findall(lead)}) >= 0.5 * len(stems)
    )


def _dateline_under(text: str, lines: list[Line], kinds: list[BlockKind], at: int) -> int | None:
    """The next paragraph that opens with a dateline, when a sentence or two in brief at most stand over it."""
    brief = 0
    for i in range(at + 1, min(at + _HEAD, len(lines))):
        if kinds[i] != "body":
            continue
        opening = dateline_at(text, lines[i].start)
        if opening is not None and (opening.credit or opening.day or _is_shouted(opening)):
            return i
        brief += 1
        if brief > _BRIEF or len(lines[i].text) > _LONGEST:
            return None
    return None


def _is_shouted(opening: Opening) -> bool:
    return opening.place is not None and opening.place.partition(",")[0].isupper()


def _is_head(lines: list[Line], kinds: list[BlockKind], at: int) -> bool:
    """Whether a date line or byline comes before the prose, over which stands a sentence or two in brief at most."""
    brief = 0
    for i in range(at, min(at + _HEAD, len(lines))):
        if kinds[i] in ("date", "byline"):
            return True
        if kinds[i] == "body" and (lines[i].sentence or len(lines[i].text) > 300):
            brief += 1
            if brief > _BRIEF or len(lines[i].text) > _LONGEST:
                return False
    return False


def _goes_on_title(lines: list[Line], kinds: list[BlockKind], first: int) -> bool:
    """Whether the line under the title is its second half: short, before a blank line, without a full stop."""
    after = lines[first + 1]
    if kinds[first + 1] != "body" or len(after.text) > 160 or after.sentence:
        return False
    return first + 2 < len(lines) and lines[first + 2].group != after.group


def _mark_decks(text: str, lines: list[Line], kinds: list[BlockKind], title: int) -> None:
    """What stands between the title and the dateline, byline or date line: second headlines, standfirsts, captions.

    Over a date line alone only what is no sentence counts, since dates stand under leads too.
    """
    head = _dateline_under(text, lines, kinds, title) or _byline_under(lines, kinds, title)
    i = title + 1
    while i < len(lines) and (i < head or _is_head(lines, kinds, i)):
        if kinds[i] == "body" and (i < head or not lines[i].sentence):
            kinds[i] = "title"
        i += 1


def _byline_under(lines: list[Line], kinds: list[BlockKind], title: int) -> int:
    """The byline right under a sentence in brief, when paragraphs follow it; 0 where there is none."""
    at = title + 2
    if kinds[title + 1 : at + 1] != ["body", "byline"] or len(lines[title + 1].text) > _LONGEST:
        return 0
    return at if kinds[at : at + _HEAD].count("body") >= _BRIEF else 0


def _is_heading(lines: list[Line], kinds: list[BlockKind], at: int, wrapped: bool) -> bool:
    """A short line alone between paragraphs, neither a sentence nor a part of one."""
    line = lines[at]
    if not 0 < at < len(lines) - 1 or line.text.count(" ") > 9:
        return False
    first, last = line.text.lstrip("'‘\"“")[:1], line.text[-1]
    if not first.isalnum() or first.islower() or not (last.isalnum() or last in "?'’)") or line.text.endswith("said"):
        return False
    before, after = lines[at - 1], lines[at + 1]
    if line.sentence and last != "?":
        return False
    if line.group not in (before.group, after.group):
        return True
    return not wrapped and len(after.text) > 70 and (kinds[at - 1] != "body" or before.sentence)


def _is_title_case(line: str) -> bool:
    words = [w for w in _LETTERED.findall(line) if len(w) > 3]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _words(line: str) -> frozenset[str]:
    return frozenset(_WORD.findall(line.casefold()))


class _Titles:
    """The titles that are known, and whether a line says one of them again."""

    def __init__(self, known: list[str]) -> None:
        self._known = known
        self._bare = {_bare(title) for title in known}
        self.longest = max(map(len, known), default=0) + 4

    @cached_property
    def _words(self) -> list[frozenset[str]]:
        return [words for title in self._known if (words := _words(title))]

    def has(self, line: Line) -> bool:
        """A sentence repeats a title only word for word; any other line also when it is cut short or put otherwise."""
        text = line.text
        if line.sentence:
            return len(text) <= self.longest and _bare(text) in self._bare
        count = text.count(" ") + 1
        near = [title for title in self._words if 0.5 * len(title) <= count <= 2 * len(title)]
        if not near or count < 3:
            return False
        words = _words(text)
        return any(len(words & title) >= 0.85 * len(words) and len(words) >= 0.6 * len(title) for title in near)


def _bare(line: str) -> str:
    return line.casefold().rstrip(".!?…\"'”’ ").lstrip("\"'“‘# ")
