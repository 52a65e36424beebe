"""The actors and agents dictionaries of TABARI, PETRARCH and Phoenix, read line by line.

In: a dictionary's bytes. Out: :class:`Actor` and :class:`Agent` entries with the line that each begins on, and a Problem for each line that
cannot be read. Actors::

    HAMID_KARZAI_ [AFGGOV]        a name, perhaps with a code that holds at other times
    +KARZAI_                      another name for it
        [AFGGOV >011222]          a code from a day, until a day (<DATE) or between two (DATE-DATE); YYMMDD or YYYYMMDD

Agents, where ``{}`` gives an irregular plural or none, and a set stands for each of its words::

    !PERSON! = MAN, WOMAN
    POLICE!PERSON! [~COP]
    AIR_FORCE {} [~MIL]

``#`` and ``;`` begin comments, ``<!-- -->`` holds one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from sayso.model import Problem

_BRACKET = re.compile(r"\[([^\]\[}]*)[\]}]")
_SET = re.compile(r"^\s*!([^!\s]+)!\s*=(.*)$")
_MARK = re.compile(r"!([^!\s]+)!")
_PLURAL = re.compile(r"\{([^}]*)\}")
_DAY = r"[0-9]{4,8}|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|(?:[0-9]{1,2}\s+)?[A-Za-z]{3,9}\.?\s+[0-9]{4}"
_BETWEEN = re.compile(rf"({_DAY})\s*(?:-|–|to)\s*({_DAY})")
_BOUND = re.compile(rf"([<>])\s*({_DAY})")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_PIVOT = 30  # years 00 to 30 are of this century, as the programs that read these files have it


class Dated(msgspec.Struct, frozen=True):
    """A code between two days (ISO 8601, None is open); ``always`` for one without dates."""

    code: str
    since: str | None
    until: str | None
    line: int
    always: bool = False


class Actor(msgspec.Struct):
    """An entry of an actors dictionary: its names as written, and its codes in order."""

    names: list[str]
    codes: list[Dated]
    line: int


class Agent(msgspec.Struct, frozen=True):
    """An entry of an agents dictionary: a noun as written, its irregular plural if any, and its code with the ``~``."""

    noun: str
    plural: str
    code: str
    line: int


class Lines:
    """A dictionary's lines without comments, and the problems found in them."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.lines = list(self._read(data))

    def problem(self, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(str(self.path), what, line, f"{remedy}; it is left out"))

    @property
    def is_agents(self) -> bool:
        """Whether its codes are those of agents (~GOV)."""
        return any("~" in inside for _, text in self.lines for inside in _BRACKET.findall(text))

    @property
    def is_verbs(self) -> bool:
        """Whether it is a dictionary of verbs, whose patterns begin with a hyphen and have a star in them."""
        return sum(text.startswith("- ") and "*" in text for _, text in self.lines) > 2

    def _read(self, data: bytes) -> Iterator[tuple[int, str]]:
        inside = False
        for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
            try:
                text = raw.decode("utf8")
            except UnicodeDecodeError:
                self.problem(number, "is not UTF-8 text", "save the file as UTF-8")
                continue
            text, inside = _without_markup(text, inside)
            text = re.split(r"[#;]", text, maxsplit=1)[0].rstrip()
            if text.strip() and not (text.lstrip().startswith("<") and text.endswith(">")):
                yield number, text


def _without_markup(text: str, inside: bool) -> tuple[str, bool]:
    """A line without its ``<!-- -->`` comments, and whether one goes on after it."""
    kept = ""
    while text:
        if inside:
            _, end, text = text.partition("-->")
            inside = not end
        else:
            before, begin, text = text.partition("<!")
            kept += before
            inside = bool(begin)
            if inside and "-->" not in text and text.rstrip().endswith(">"):  # <! comment>
                return kept, False
    return kept, inside


def actors(lines: Lines) -> list[Actor]:
    """The entries of an actors dictionary."""
    found: list[Actor] = []
    told: set[int] = set()  # entries whose codes are told to be unreadable
    lost = False  # the entry above could not be read
    for number, text in lines.lines:
        name = text.partition("[")[0].strip()
        codes = _codes(lines, number, text)
        unread = "[" in text and len(codes) < text.count("[")
        if name.startswith("+"):
            name = name[1:].strip(" _")
            if not found or lost:
                lines.problem(number, f"another name {_shown(name)} without an entry above it", "write the entry first")
            elif not name:
                lines.problem(number, "a + without a name", "write the name after it")
            else:
                found[-1].names.append(name)
                found[-1].codes += codes
                told |= {found[-1].line} if unread else set()
        elif name.strip("_ "):
            lost = "]" in name or "{" in name
            if lost:
                lines.problem(number, f"{_shown(name)} is no name", "write NAME [CODE]")
            else:
                found.append(Actor([name], codes, number))
                told |= {number} if unread else set()
        elif not found or lost:
            if codes:
                lines.problem(number, f"a code {codes[0].code} without an entry above it", "write the entry first")
        else:
            found[-1].codes += codes
            told |= {found[-1].line} if unread else set()
    for entry in found:
        if not entry.codes and entry.line not in told:
            lines.problem(entry.line, f"{_shown(entry.names[0])} has no code", "write one in square brackets")
    return [e for e in found if e.codes]


def _shown(name: str) -> str:
    return repr(" ".join(name.replace("_", " ").split()))


def _codes(lines: Lines, number: int, text: str) -> list[Dated]:
    """The codes in brackets on a line; the brackets that cannot be read are told."""
    found: list[Dated] = []
    brackets = _BRACKET.findall(text)
    if "[" in text and len(brackets) < text.count("["):
        lines.problem(number, "a bracket that does not end", "close it with ]")
    for inside in brackets:
        code, _, when = inside.strip().partition(" ")
        bound = re.match(r"([^<>\s]+)([<>].*)", code)
        if bound:
            code, when = bound[1], f"{bound[2]} {when}"
        try:
            since, until = _time(when.strip())
        except ValueError as error:
            lines.problem(number, f"[{inside}]: {error}", "write <DATE, >DATE or DATE-DATE, dates as YYYYMMDD")
            continue
        found.append(Dated(code, since, until, number, not when.strip()))
    return found


def _time(when: str) -> tuple[str | None, str | None]:
    """The two ends of a date restriction; ValueError where it is none."""
    if not when:
        return None, None
    bound = _BOUND.fullmatch(when)
    if bound:
        day = iso(bound[2])
        return (day, None) if bound[1] == ">" else (None, day)
    between = _BETWEEN.fullmatch(when)
    if not between:
        raise ValueError(f"{when!r} is no restriction of dates")
    since, until = iso(between[1]), iso(between[2])
    if since > until:
        raise ValueError(f"it ends ({until}) before it begins ({since})")
    return since, until


def iso(text: str) -> str:
    """A dictionary's date as ISO 8601, as exact as it is: 930101, 19930101, 1993, 1993-01-01, Jan 1993, 1 Jan 1993."""
    words = text.replace(".", " ").split()
    if len(words) > 1:
        month = words[-2][:3].casefold()
        if month not in _MONTHS:
            raise ValueError(f"{text!r} is no date")
        at = _MONTHS.index(month) + 1
        return f"{words[-1]}-{at:02}" if len(words) == 2 else _day(text, int(words[-1]), at, int(words[0]))
    digits = text.replace("-", "")
    if not digits.isdigit():
        raise ValueError(f"{text!r} is no date")
    if len(digits) == 4:
        return digits
    if len(digits) == 6 and "-" in text:
        return f"{digits[:4]}-{digits[4:]}"
    if len(digits) == 8:
        return _day(text, int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if len(digits) == 6:
        year = int(digits[:2])
        return _day(text, year + (2000 if year <= _PIVOT else 1900), int(digits[2:4]), int(digits[4:]))
    raise ValueError(f"{text!r} is no date")


def _day(text: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise ValueError(f"{text!r} is no day of the calendar") from None


def agents(lines: Lines) -> list[Agent]:
    """The entries of an agents dictionary, with its sets put in."""
    sets: dict[str, list[str]] = {}
    found: list[Agent] = []
    for number, text in lines.lines:
        marker = _SET.match(text)
        if marker and "[" not in text:
            sets[marker[1]] = [w.strip() for w in marker[2].split(",") if w.strip()]
            continue
        codes = _BRACKET.findall(text)
        phrase = text.partition("[")[0].strip()
        if not codes or "~" not in codes[0]:
            lines.problem(number, f"{_shown(phrase)} has no agent's code", "write one as [~GOV]")
            continue
        plural = _PLURAL.search(phrase)
        if "{" in phrase and plural is None:
            lines.problem(number, f"{_shown(phrase)}: a brace that does not end", "close it with }")
            continue
        noun = _PLURAL.sub(" ", phrase).strip()
        unknown = [m for m in _MARK.findall(noun) if m not in sets]
        if unknown or noun.count("!") % 2:
            which = f"the set !{unknown[0]}! is not defined" if unknown else "a ! without its partner"
            lines.problem(number, f"{_shown(noun)}: {which}", "define it above as !NAME! = WORD, WORD")
            continue
        for each in _expanded(noun, sets):
            found.append(Agent(each, plural[1].strip() if plural else "", codes[0].strip(), number))
    return found


def _expanded(noun: str, sets: dict[str, list[str]]) -> Iterator[str]:
    marker = _MARK.search(noun)
    if marker is None:
        yield noun
        return
    for word in sets[marker[1]]:
        yield from _expanded(noun[: marker.start()] + word + noun[marker.end() :], sets)
