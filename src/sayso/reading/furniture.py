"""What a line of a page looks like by itself: prose, or a date, byline, credit, caption, link or other furniture.

In: lines. Out: their kinds. What each kind looks like stands in ``data/furniture.toml``. Most lines are plainly prose, so
what shows that is asked first and costs little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

from sayso.model import BlockKind
from sayso.reading import dates
from sayso.reading.lines import Line, ends_sentence
from sayso.resources import table

_LONGEST = 420
_SHORT = 25
_BEFORE_WORDS = " *•·»>-–—[(|\"“'‘"
_OPENS_ODDLY = frozenset("([*»›>©#")
_OPENING = 6
_HALVES_OF_DAY = frozenset([".m.", ".M."])
# how most sentences end: with a letter and a full stop (not "p.m."), or with a full stop inside quotation marks
_PLAIN_ENDS = frozenset(
    [letter + stop for letter in "abcdefghijklnopqrstuvwxyz" for stop in ".!?"]
    + [stop + mark for stop in ".!?" for mark in "\"'”’"]
)
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S")


def kinds_of(lines: list[Line], cues: list[int]) -> list[BlockKind]:
    """What each line of a text looks like by itself; ``cues`` are the ends of words that furniture has inside."""
    kinds: list[BlockKind] = []
    add = kinds.append
    for line in lines:
        words = line.text
        plain = (
            words[-2:] in _PLAIN_ENDS
            and _SHORT < len(words) <= _LONGEST
            and not _may_open(words[:_OPENING])
            and "/" not in words
            and ":" not in words
        )
        add("body" if plain else _kind(words, line.sentence, False))
    for at in _lines_at(lines, cues):
        kinds[at] = _kind(lines[at].text, lines[at].sentence, True)
    return kinds


def _lines_at(lines: list[Line], ends: list[int]) -> Iterator[int]:
    """The numbers of the lines that have words with these ends, in their order."""
    at = 0
    for end in ends:
        while at < len(lines) and lines[at].end < end:
            at += 1
        if at < len(lines) and lines[at].start < end:
            yield at


@lru_cache(maxsize=20_000)
def _may_open(opening: str) -> bool:
    """Whether a line of furniture may begin with these characters."""
    if opening[0] in _OPENS_ODDLY:
        return True
    bare = opening.lstrip(_BEFORE_WORDS).lower()
    return any(
        cue.startswith(bare) or bare.startswith(cue) for cues in _patterns().opening_cues.values() for cue in cues
    )


def kind_of(line: str) -> BlockKind:
    """What a line looks like by itself."""
    return _kind(line, ends_sentence(line), any(word in line for word in _patterns().inside))


def _kind(line: str, sentence: bool, inside: bool) -> BlockKind:
    """What a line looks like; ``inside`` says whether it has words that furniture has inside."""
    length = len(line)
    if length > _LONGEST:
        return "body"
    if line[0] == "#" and length <= 220 and _MARKDOWN_HEADING.match(line):
        return "title"
    if line[0] in "*_" and line[-1] == line[0] and (bare := line.strip("*_ ")):
        return kind_of(bare)
    likely = inside or length <= (_SHORT if sentence else 100) or _may_be_furniture(line)
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
    if likely and (kind := patterns.matching(line, plain)) is not None:
        return kind
    return "body"


class Patterns:
    """``data/furniture.toml``, ready for use."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.whole: dict[str, BlockKind] = {}
        self.starts: dict[str, BlockKind] = {}
        self.opens: dict[str, list[tuple[str, BlockKind]]] = {}
        self.opening_cues = _by_first_word(data["sentence"]["opening"])
        self.closing = re.compile(data["sentence"]["closing"], re.IGNORECASE)
        self.labelled = re.compile(data["sentence"]["labelled"], re.IGNORECASE)
        self.inside: list[str] = data["sentence"]["inside"]
        self._matches: list[tuple[re.Pattern[str], BlockKind]] = []
        self._always: list[int] = []
        needs: dict[str, list[int]] = {}
        for entry in data["line"]:
            self._add_words(entry)
            if "matches" in entry:
                for word in entry.get("needs", ()):
                    needs.setdefault(word, []).append(len(self._matches))
                if "needs" not in entry:
                    self._always.append(len(self._matches))
                whole = "|".join(f"(?:{pattern})" for pattern in entry["matches"])
                self._matches.append((re.compile(whole, 0 if entry.get("case") else re.IGNORECASE), entry["kind"]))
        self._needs = AhoCorasick(list(needs), implementation=Implementation.DFA)
        self._needed_by = list(needs.values())

    def _add_words(self, entry: dict[str, Any]) -> None:
        for words in map(str.casefold, entry.get("whole", ())):
            self.whole.setdefault(_bare(words), entry["kind"])
        for words in map(str.casefold, entry.get("starts", ())):
            self.starts.setdefault(words, entry["kind"])
        for words in map(str.casefold, entry.get("opens", ())):
            self.opens.setdefault(words.partition(" ")[0], []).append((words, entry["kind"]))

    def matching(self, line: str, plain: str) -> BlockKind | None:
        """The kind of the first pattern that matches a line; tried are those of whose words the case-folded line has one."""
        tried = set(self._always)
        for number, _, _ in self._needs.find_matches_as_indexes(plain, overlapping=True):
            tried.update(self._needed_by[number])
        for number in sorted(tried):
            pattern, kind = self._matches[number]
            if pattern.fullmatch(line) is not None:
                return kind
        return None


@cache
def _patterns() -> Patterns:
    return Patterns(table("sayso.reading", "furniture.toml"))


def _by_first_word(cues: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for cue in cues:
        first = cue.partition(" ")[0]
        found[first] = (*found.get(first, ()), cue)
    return found


def announces(line: str) -> bool:
    """Whether a line announces other stories without naming one."""
    bare = _bare(line.casefold())
    return bare in _patterns().whole or bare in _patterns().starts


def _bare(line: str) -> str:
    return line.strip(" \t\u00a0.,:;!?|/\\-–—_*#•·»«›‹>→<()[]{}\"'“”0123456789") or line


_DIVIDER = re.compile(r"[:|—–»›>→-]")
_LONGEST_START = 64
_STARTED = re.compile(r"[\W_]{0,6}([\w'’+ -]{2,40}?)\s*(?::|\||»|›|>|→|\s[-–—]\s|—)")


def _started(plain: str, patterns: Patterns) -> BlockKind | None:
    match = _STARTED.match(plain) if _DIVIDER.search(plain, 0, _LONGEST_START) is not None else None
    return None if match is None else patterns.starts.get(match[1])


def _opened(plain: str, patterns: Patterns) -> BlockKind | None:
    plain = plain.lstrip(" *•·»>-–—[(|")
    for words, kind in patterns.opens.get(plain.partition(" ")[0], ()):
        if plain.startswith(words) and not plain[len(words) : len(words) + 1].isalnum():
            return kind
    return None


def _may_be_furniture(line: str) -> bool:
    """Whether a line of some length opens or closes as furniture does."""
    patterns = _patterns()
    opening = line[:40].lstrip(_BEFORE_WORDS).lower()
    cues = patterns.opening_cues.get(opening.partition(" ")[0].rstrip(":|,.-–—"))
    if cues is not None and opening.startswith(cues):
        return True
    last, second = line[-1], line[-2]
    if line[0] in "([*»›>©" or (second.isdigit() and len(line) <= 200):
        return True
    tail = line[-80:]
    coloned, slashed = ":" in tail, "/" in tail
    if coloned and patterns.labelled.search(tail):
        return True
    open_ = slashed or "(" in tail or "[" in tail or tail[-3:] in _HALVES_OF_DAY
    closed = slashed or coloned or last in ")]" or second in ")]m"
    return open_ and closed and patterns.closing.search(tail) is not None
