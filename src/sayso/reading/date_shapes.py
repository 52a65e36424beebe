"""The shapes in which a line writes dates and times.

In: one line of text. Out: `Parts`: its dates as `Stamp`s, the times in the rest of it, and that rest. What a time and a label
belong to, and which day of two a date means, is for `dates` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from sayso.model import Precision
from sayso.reading import zones

Label = Literal["published", "updated", "other"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_MONTHS = {
    m: i for i, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])\.?"
_WEEKDAYS = {d: i for i, d in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
_WEEKDAY_ENDS = ("day", *_WEEKDAYS, "tues", "wednes", "thur", "thurs", "satur")
_WEEKDAY_LAST = re.compile(rf"\b({_WEEKDAY})[ ,.-]*$", re.IGNORECASE)
WEEKDAY = re.compile(rf"\b{_WEEKDAY}", re.IGNORECASE)
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DATE = re.compile(
    rf"""(?:(?<![\w.:])|(?<=[12]\d\d\d)(?=[A-Z][a-z])) (?:
      (?P<iy>{_YEAR})(?P<isep>[-/]|\.\s?)(?P<im>\d{{1,2}})(?P=isep)(?P<id>\d{{1,2}})(?!\d)
    | (?P<jy>{_YEAR})年\s?(?P<jm>\d{{1,2}})月\s?(?P<jd>\d{{1,2}})日
    | (?P<ky>(?:19|20)\d\d)(?P<km>[01]\d)(?P<kd>[0-3]\d)(?=T\d|(?![\d\w]))
    | (?P<cy>{_YEAR})[\s,-]{{1,3}}(?P<cm>{_MONTH})[\s,-]{{0,3}}(?P<cd>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)
    | (?P<am>{_MONTH})[\s.,/-]{{0,3}}(?P<ad>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])
        (?:[\s,./-]{{0,4}}(?P<ay>{_YEAR})|[\s,]*['’](?P<ay2>\d\d)(?!\d))?
    | (?P<bd>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?:day\s+)?of)?[\s.,/-]{{0,3}}(?P<bm>{_MONTH})
        (?!\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR})
        (?:[\s.,/-]{{0,4}}(?P<by>{_YEAR})|(?:-|[\s,]*['’])(?P<by2>\d\d)(?![\d:]))?
    | (?P<n1>\d{{1,2}})(?P<nsep>[/.-])(?P<n2>\d{{1,2}})(?P=nsep)(?P<ny>{_YEAR}|\d\d(?![\d:]))
    )""",
    re.IGNORECASE | re.VERBOSE,
)


# where a date may start: at a digit, or at letters that a digit follows soon
_DATE_START = re.compile(r"[0-9JFMASOND](?:(?<=\d)|[a-z]{2,8}+[\s.,/-]{0,3}+(?=\d))", re.IGNORECASE)
_TIME_SIGN = re.compile(r"\d|noon|midnight", re.IGNORECASE)


@cache
def time_pattern() -> re.Pattern[str]:
    fraction = r"(?:[.,]\d{1,9})?"
    return re.compile(
        rf"""(?<![\d:.,/+\-])
        (?: (?P<h>\d{{1,2}})(?:[:.h](?P<m>[0-5]\d)(?::(?P<s>[0-5]\d){fraction})?)?
              \s{{0,2}}(?P<ap>[ap])(?:\.\s?m\b\.?|m(?-i:(?![a-z])))
          | (?P<h2>[01]?\d|2[0-4])\s?[:.hH]\s?(?P<m2>[0-5]\d)(?::(?P<s2>[0-5]\d){fraction})?(?!\d|[.,:]\d)
          | (?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)
              (?=\s*(?:(?:hrs?|hours|(?-i:{zones.name_pattern()}))\b|[+-]\d\d:?\d\d\b))
          | (?P<word>noon|midnight)(?![a-z])
        )
        (?:\s*(?:hrs?|hours)\b\.?|\s+(?i:uhr)\b)?
        (?P<zone>\s*[\(\[,]?\s*(?:
            (?:GMT|UTC|UT)\s*[+\-−–]\s*\d{{1,2}}(?::?[0-5]\d)?(?!\d)
          | [+\-−]\d\d:?[0-5]\d(?!\d)
          | (?-i:{zones.name_pattern()})(?![\w+])
        ))?""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def lone_zone() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:(?:GMT|UTC)\s*[+\-−–]\s*\d{{1,2}}(?::?[0-5]\d)?|{zones.name_pattern()})(?![\w])")


def _times(line: str) -> Iterable[re.Match[str]]:
    return time_pattern().finditer(line) if _TIME_SIGN.search(line) is not None else ()


class Stamp(msgspec.Struct, frozen=True):
    """A date found in a line, with the time that goes with it.

    ``start`` and ``end`` are offsets in the line; ``days`` the days it can mean (two for 4/5/2018), none when no year
    stands there; ``of_year`` the month and day then; ``zone`` the zone's name as written.
    """

    start: int
    end: int
    days: tuple[date, ...]
    clock: time | None = None
    precision: Precision = "day"
    zone: str | None = None
    label: Label | None = None
    numeric: bool = False
    of_year: tuple[int, int] | None = None


class Parts(NamedTuple):
    """The dates of a line, the times in the rest of it, and that rest, with blanks for the dates."""

    dates: list[Stamp]
    times: list[re.Match[str]]
    rest: str


@lru_cache(maxsize=16)  # a line is asked about when it is found to be a date line, and again for the date on it
def parts(line: str) -> Parts:
    """The dates and times of a line."""
    dates = _dates(line)
    rest = _blanked(line, dates)
    return Parts(dates, list(_times(rest)), rest)


def first_day(line: str) -> Stamp | None:
    """The first date of a line, without any time that goes with it."""
    return next(iter(_dates(line)), None)


def _dates(line: str) -> list[Stamp]:
    """The dates of a line; `_DATE` is tried only where one may start."""
    found: list[Stamp] = []
    at = 0
    while (start := _DATE_START.search(line, at)) is not None:
        m = _DATE.match(line, start.start())
        if m is None:
            at = start.start() + 1
            continue
        at = m.end()
        if (stamp := _stamp(line, m)) is not None:
            found.append(stamp)
    return found


def _stamp(line: str, m: re.Match[str]) -> Stamp | None:
    """The date that a match of `_DATE` gives, with a weekday before it; None when it is none."""
    start = m.start()
    before = line[max(0, start - 14) : start]
    weekday = _WEEKDAY_LAST.search(before) if before.lower().rstrip(" ,.-").endswith(_WEEKDAY_ENDS) else None
    days = _days(m, _WEEKDAYS[weekday[1][:3].lower()] if weekday else None)
    if days is None:
        return None
    shape = _shape(m)
    of_year = (_month(m[shape + "m"]), int(m[shape + "d"])) if shape in "ab" and not days else None
    start -= len(weekday[0]) if weekday else 0
    return Stamp(start, m.end(), days, numeric=shape == "n", of_year=of_year)


def _shape(m: re.Match[str]) -> str:
    """Which shape of `_DATE` a match has: the letter that the names of its groups begin with."""
    return (m.lastgroup or "")[0]


def _days(m: re.Match[str], weekday: int | None) -> tuple[date, ...] | None:
    """The days that a match can mean: none when no year stands there, None when it is no date at all."""
    shape = _shape(m)
    if shape in "ijk":
        return _real((m[shape + "y"], m[shape + "m"], m[shape + "d"]))
    if shape == "c":
        return _real((m["cy"], _month(m["cm"]), m["cd"]))
    if shape in "ab":
        year = m[shape + "y"] or _century(m[shape + "y2"])
        day = m[shape + "d"]
        return _real((year, _month(m[shape + "m"]), day)) if year else (() if 0 < int(day) < 32 else None)
    year = m["ny"] if len(m["ny"]) == 4 else _century(m["ny"])
    day_first = _real((year, m["n2"], m["n1"])) or ()
    month_first = _real((year, m["n1"], m["n2"])) or ()
    if m["nsep"] == "." and day_first:
        return day_first
    both = tuple(dict.fromkeys(day_first + month_first))
    if len(both) == 2 and weekday is not None:
        fitting = tuple(d for d in both if d.weekday() == weekday)
        both = fitting or both
    return both or None


def _real(parts: tuple[str | int | None, str | int, str | int]) -> tuple[date, ...] | None:
    try:
        return (date(int(parts[0] or 0), int(parts[1]), int(parts[2])),)
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def _century(two: str | None) -> str | None:
    return None if two is None else ("20" if int(two) < 70 else "19") + two


def time_of_day(m: re.Match[str]) -> tuple[time, Precision] | None:
    """The time of day and how exactly it was given."""
    if m["word"]:
        return time(12 if m["word"].lower() == "noon" else 0), "hour"
    hour = int(m["h"] or m["h2"] or m["h3"])
    minute = int(m["m"] or m["m2"] or m["m3"] or 0)
    second = m["s"] or m["s2"]
    if m["ap"] and hour <= 12:
        hour = hour % 12 + (12 if m["ap"].lower() == "p" else 0)
    if hour > 23:
        return None
    precision: Precision = "second" if second else "minute" if m["m"] or m["m2"] or m["m3"] else "hour"
    return time(hour, minute, int(second or 0)), precision


def _blanked(line: str, dates: list[Stamp]) -> str:
    for d in dates:
        line = line[: d.start] + " " * (d.end - d.start) + line[d.end :]
    return line
