"""The structure of a page's text: which lines are its title, date, byline, credits, captions, furniture and prose.

In: the text of an article. Out: `Block`s that lie in the text in order, do not overlap and leave out only white space.
Paragraphs end at blank lines; where the text uses single line breaks as paragraph ends each line is a block, and where
lines are wrapped at a fixed width they are joined. What each kind of line looks like stands in ``data/furniture.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import msgspec

from sayso.model import Block, BlockKind
from sayso.reading import dates
from sayso.reading.datelines import Opening, dateline
from sayso.resources import table

_FULL_STOPS = frozenset(".!?…")
_LONGEST_FURNITURE = 420
_NO_TITLE_ENDS = frozenset(".…:,")
_INITIALS = re.compile(r"\b(?:[A-Z]\.)+$")
_WORD = re.compile(r"\w+")
_LETTERED = re.compile(r"[^\W\d_][\w'’-]*")
_BEFORE_WORDS = " *•·»>-–—[(|\"“'‘"
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S")
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


def blocks(text: str, title: str | None = None) -> tuple[list[Block], list[tuple[int, Opening]]]:
    """The blocks of a text and the datelines that its first paragraphs open with, each with the offset of its paragraph.

    ``title`` is the article's title where metadata gives it; a line that repeats it is a title too.
    """
    lines = list(_lines(text))
    width = _wrap_width(lines)
    kinds = _kinds(text, lines, title, width)
    found: list[Block] = []
    datelines: list[tuple[int, Opening]] = []
    paragraphs = 0
    for start, end, kind in _joined(lines, kinds, width):
        if kind == "body":
            paragraphs += 1
            if paragraphs <= 3 and (opening := dateline(text[start : start + 200])) is not None:
                datelines.append((start, opening))
                rest = start + opening.end
                while rest < end and text[rest].isspace():
                    rest += 1
                stop = start + len(text[start : min(rest, end)].rstrip())
                found.append(Block(start, stop, "date"))
                if rest < end:
                    found.append(Block(rest, end, "body"))
                continue
        found.append(Block(start, end, kind))
    return found, datelines


def _lines(text: str) -> Iterator[Line]:
    group = at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            indent = 0 if line[0] == stripped[0] else len(line) - len(line.lstrip())
            start = at + indent
            yield Line(start, start + len(stripped), stripped, group, indent, ends_sentence(stripped))
        else:
            group += 1
        at += len(line)


def _kinds(text: str, lines: list[Line], title: str | None, width: int) -> list[BlockKind]:
    inside = tuple(cue for cue in _patterns().inner_cues if cue in text)
    kinds = [_kind(line.text, line.sentence, inside) for line in lines]
    if width:
        _unmark_wrapped(lines, kinds, width)
    _mark_titles(lines, kinds, title, width > 0)
    return kinds


def kind_of(line: str) -> BlockKind:
    """What a line looks like by itself."""
    return _kind(line, ends_sentence(line), _patterns().inner_cues)


def _kind(line: str, sentence: bool, inside: tuple[str, ...]) -> BlockKind:
    """``inside`` are the inner cues of furniture that the line's whole text has: mostly none, so no line is searched."""
    length = len(line)
    if length > _LONGEST_FURNITURE:
        return "body"
    if line[0] == "#" and length <= 220 and _MARKDOWN_HEADING.match(line):
        return "title"
    likely = length <= (25 if sentence else 100) or _may_be_furniture(line, inside)
    if sentence and not likely:
        return "body"
    if dates.is_date_line(line):
        return "date"
    patterns = _patterns()
    plain = line.casefold()
    if len(line) < 100 and (kind := patterns.whole.get(_bare(plain))) is not None:
        return kind
    if (kind := _started(plain, patterns)) is not None:
        return kind
    if not sentence and line.count(" ") < 25 and (kind := _opened(plain, patterns)) is not None:
        return kind
    if likely:
        for pattern, kind, needs in patterns.matches:
            if _has_one(plain, needs) and pattern.fullmatch(line) is not None:
                return kind
    return "body"


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a full stop, question or exclamation mark, before any closing quotes and brackets."""
    return line.rstrip("\"'”’»)]* ")[-1:] in _FULL_STOPS


class Patterns(msgspec.Struct, frozen=True):
    """``data/furniture.toml``, ready for use."""

    whole: dict[str, BlockKind]
    starts: dict[str, BlockKind]
    opens: dict[str, list[tuple[str, BlockKind]]]
    matches: list[tuple[re.Pattern[str], BlockKind, tuple[str, ...]]]
    opening_cues: dict[str, tuple[str, ...]]
    closing_cues: re.Pattern[str]
    inner_cues: tuple[str, ...]


@cache
def _patterns() -> Patterns:
    data = table("sayso.reading", "furniture.toml")
    found = Patterns(
        {},
        {},
        {},
        [],
        _by_first_word(data["sentence"]["opening"]),
        re.compile(data["sentence"]["closing"], re.IGNORECASE),
        tuple(data["sentence"]["inside"]),
    )
    for entry in data["line"]:
        kind: BlockKind = entry["kind"]
        for words in entry.get("whole", ()):
            found.whole.setdefault(_bare(words.casefold()), kind)
        for words in entry.get("starts", ()):
            found.starts.setdefault(words.casefold(), kind)
        for words in entry.get("opens", ()):
            found.opens.setdefault(words.casefold().partition(" ")[0], []).append((words.casefold(), kind))
        if "matches" in entry:
            whole = "|".join(f"(?:{pattern})" for pattern in entry["matches"])
            pattern = re.compile(whole, 0 if entry.get("case") else re.IGNORECASE)
            found.matches.append((pattern, kind, tuple(entry.get("needs", ()))))
    return found


def _by_first_word(cues: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for cue in cues:
        first = cue.partition(" ")[0]
        found[first] = (*found.get(first, ()), cue)
    return found


def _bare(line: str) -> str:
    return line.strip(" \t\u00a0.,:;!?|/\\-–—_*#•·»«›‹>→<()[]{}\"'“”0123456789") or line


_DIVIDERS = ":-|—–»›>→"
_STARTED = re.compile(r"[\W_]{0,6}([\w'’+ ]{2,40}?)\s*(?::|\||»|›|>|→|\s[-–—]\s|—)")


def _started(plain: str, patterns: Patterns) -> BlockKind | None:
    match = _STARTED.match(plain) if any(divider in plain for divider in _DIVIDERS) else None
    return None if match is None else patterns.starts.get(match[1])


def _opened(plain: str, patterns: Patterns) -> BlockKind | None:
    plain = plain.lstrip(" *•·»>-–—[(|")
    for words, kind in patterns.opens.get(plain.partition(" ")[0], ()):
        if plain.startswith(words) and not plain[len(words) : len(words) + 1].isalnum():
            return kind
    return None


def _may_be_furniture(line: str, inside: tuple[str, ...]) -> bool:
    """Whether a line of some length has any of the words that furniture has."""
    patterns = _patterns()
    opening = line[:40].lstrip(_BEFORE_WORDS).lower()
    cues = patterns.opening_cues.get(opening.partition(" ")[0].rstrip(":|,.-–—"))
    if cues is not None and opening.startswith(cues):
        return True
    last, second = line[-1], line[-2]
    if line[0] in "([*»›>©" or (second.isdigit() and len(line) <= 200):
        return True
    tail = line[-80:]
    if (last in ")]" or second in ")]m" or "/" in tail or ":" in tail) and patterns.closing_cues.search(tail):
        return True
    return bool(inside) and any(cue in line for cue in inside)


def _has_one(line: str, words: tuple[str, ...]) -> bool:
    """Whether a line has one of the words inside, or no word is asked for."""
    for word in words:
        if word in line:
            return True
    return not words


def _wrap_width(lines: list[Line]) -> int:
    """The width at which the text's lines are wrapped; 0 when they are not."""
    full = breaks = 0
    width = max((len(line.text) for line in lines), default=0)
    if width not in _WRAP:
        return 0
    for line, after in pairwise(lines):
        if line.group != after.group:
            continue
        breaks += 1
        next_word = after.text.find(" ") if " " in after.text else len(after.text)
        if len(line.text) + 1 + next_word > width - 6 and not line.sentence:
            full += 1
    return width if breaks and full >= 0.4 * breaks else 0


def _unmark_wrapped(lines: list[Line], kinds: list[BlockKind], width: int) -> None:
    """A line that goes on from a full line of prose is prose, whatever it looks like alone."""
    for i in range(1, len(lines)):
        before, line = lines[i - 1], lines[i]
        if kinds[i] == "body" or kinds[i - 1] != "body" or before.group != line.group:
            continue
        if not _ends_here(before, line, width):
            kinds[i] = "body"


def _ends_here(line: Line, after: Line, width: int) -> bool:
    """Whether a paragraph of wrapped lines ends with this line: the next word would have had room, or is indented."""
    if after.indent > line.indent + 1:
        return True
    room = width - len(line.text) - 1 - len(after.text.partition(" ")[0])
    return room > 12 and line.sentence


def _joined(lines: list[Line], kinds: list[BlockKind], width: int) -> Iterator[tuple[int, int, BlockKind]]:
    """Blocks of one line, or of the wrapped lines of one paragraph."""
    at = 0
    while at < len(lines):
        last = at
        while last + 1 < len(lines) and _goes_on(lines, kinds, last, width):
            last += 1
        yield lines[at].start, lines[last].end, kinds[at]
        at = last + 1


def _goes_on(lines: list[Line], kinds: list[BlockKind], at: int, width: int) -> bool:
    line, after = lines[at], lines[at + 1]
    if line.group != after.group or kinds[at] != kinds[at + 1] or kinds[at] not in ("body", "title"):
        return False
    if width:
        return not _ends_here(line, after, width)
    if kinds[at] != "body" or line.sentence:
        return False
    open_ended = line.text[-1].isalnum() or line.text[-1] in ",'’"
    return after.text[0].islower() or (len(line.text) >= 60 and open_ended and after.text[0].isalnum())


def _mark_titles(lines: list[Line], kinds: list[BlockKind], title: str | None, wrapped: bool) -> None:
    """The first line if it looks like a title, lines that repeat it, and headings between paragraphs."""
    known = [_words(title)] if title else []
    first = next((i for i, kind in enumerate(kinds) if kind in ("body", "title")), None)
    if first is not None and first <= 4 and _is_title(lines, kinds, first):
        kinds[first] = "title"
        known.append(_words(lines[first].text))
        second = first + 1
        if second < len(lines) and lines[second].group == lines[first].group and _goes_on_title(lines, kinds, first):
            kinds[second] = "title"
            known.append(known[-1] | _words(lines[second].text))
    if first is not None and kinds[first] == "title":
        _mark_decks(lines, kinds, first)
    _mark_lists(lines, kinds)
    most_words = 2 * max(map(len, known), default=0)
    for i, line in enumerate(lines):
        if len(line.text) > 220 or kinds[i] != "body":
            continue
        if (line.text.count(" ") < most_words and _repeats(line.text, known)) or _is_heading(lines, kinds, i, wrapped):
            kinds[i] = "title"


def _is_title(lines: list[Line], kinds: list[BlockKind], at: int) -> bool:
    line = lines[at]
    if len(line.text) > 220 or line.text.count(" ") > 30 or at + 1 >= len(lines) or dateline(line.text + " "):
        return False
    after = lines[at + 1]
    apart = after.group != line.group or kinds[at + 1] in ("date", "byline")
    initials = line.text[-2:-1].isupper() and _INITIALS.search(line.text) is not None
    if line.text.rstrip("\"'”’)")[-1:] in _NO_TITLE_ENDS and not initials:
        return apart and line.text.endswith(".") and _is_title_case(line.text)
    if apart or (_is_title_case(line.text) and len(after.text) > len(line.text)):
        return True
    return len(line.text) <= 140 and not line.sentence and _is_head(lines, kinds, at + 1)


def _is_head(lines: list[Line], kinds: list[BlockKind], at: int) -> bool:
    """Whether a date line or byline comes before the first sentence."""
    for i in range(at, min(at + 8, len(lines))):
        if kinds[i] in ("date", "byline"):
            return True
        if kinds[i] == "body" and (lines[i].sentence or len(lines[i].text) > 300):
            return False
    return False


def _goes_on_title(lines: list[Line], kinds: list[BlockKind], first: int) -> bool:
    """Whether the line under the title is its second half: short, before a blank line, without a full stop."""
    after = lines[first + 1]
    if kinds[first + 1] != "body" or len(after.text) > 160 or after.sentence:
        return False
    return first + 2 < len(lines) and lines[first + 2].group != after.group


def _mark_decks(lines: list[Line], kinds: list[BlockKind], title: int) -> None:
    """What stands between the title and the date line or byline and is no sentence: second headlines, captions."""
    i = title + 1
    while i < len(lines) and _is_head(lines, kinds, i):
        if kinds[i] == "body":
            kinds[i] = "title"
        i += 1


def _mark_lists(lines: list[Line], kinds: list[BlockKind]) -> None:
    """The headlines that follow a bare "Related stories" or "Keep reading", up to the next sentence."""
    listing = False
    for i, line in enumerate(lines):
        if kinds[i] == "body":
            if listing and len(line.text) <= 120 and line.text.count(" ") < 18 and not _is_sentence(line):
                kinds[i] = "related"
            else:
                listing = False
        elif kinds[i] == "related" and _is_bare(line.text):
            listing = True


def _is_sentence(line: Line) -> bool:
    return line.sentence and not line.text.endswith("?")


def _is_bare(line: str) -> bool:
    """Whether a line announces other stories without naming one."""
    bare = _bare(line.casefold())
    return bare in _patterns().whole or bare in _patterns().starts


def _is_heading(lines: list[Line], kinds: list[BlockKind], at: int, wrapped: bool) -> bool:
    """A short line alone between paragraphs, neither a sentence nor a part of one."""
    line = lines[at]
    if len(line.text) > 70 or not 0 < at < len(lines) - 1 or line.text.count(" ") > 9:
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


def _repeats(line: str, known: Iterable[frozenset[str]]) -> bool:
    count = line.count(" ") + 1
    near = [title for title in known if title and 0.5 * len(title) <= count <= 2 * len(title)]
    if not near or count < 3:
        return False
    # what repeats a title has hardly a word that is not in it, so mostly the first few words settle it
    early = {word for word in line.casefold().split(None, 8)[:8] if word.isalnum()}.difference(*near)
    if len(early) > 0.18 * max(map(len, near)):
        return False
    words = _words(line)
    return any(len(words & title) >= 0.85 * len(words) and len(words) >= 0.6 * len(title) for title in near)
