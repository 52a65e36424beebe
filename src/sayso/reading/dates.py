"""Dates and times of publication, as the date lines of news pages write them.

In: one line of text. Out: `Stamp`s, each a day or a moment with its place in the line, its label ("published",
"updated") and its zone as written; `moment` turns one into ISO 8601, as exact as it was given. A date without a year
is no publication time, and a date of three numbers counts only if nothing else can be meant or the country settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from functools import cache
from typing import Any, Literal

import msgspec

from sayso.model import Precision
from sayso.reading import zones
from sayso.reading.alternation import any_of
from sayso.resources import table

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
_WEEKDAY_FIRST = re.compile(rf"\b{_WEEKDAY}", re.IGNORECASE)
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
def _time() -> re.Pattern[str]:
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
def _lone_zone() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:(?:GMT|UTC)\s*[+\-−–]\s*\d{{1,2}}(?::?[0-5]\d)?|{zones.name_pattern()})(?![\w])")


def _times(line: str) -> Iterable[re.Match[str]]:
    return _time().finditer(line) if _TIME_SIGN.search(line) is not None else ()


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


class Moment(msgspec.Struct, frozen=True):
    """ISO 8601 ``value``, to the day or with a time; ``inferred`` when its offset was (an ambiguous zone name).

    ``precision`` is what was stated: "5 pm" is an hour, though its value has minutes and seconds.
    """

    value: str
    inferred: bool = False
    precision: Precision = "day"


@cache
def settings() -> dict[str, Any]:
    """The words and habits of ``data/dates.toml``."""
    return table("sayso.reading", "dates.toml")


def stamps(line: str) -> list[Stamp]:
    """The dates of a line, in order, each with its time, zone and label."""
    dates = _dates(line)
    if not dates:
        return []
    rest = _blanked(line, dates)
    times = [m for m in _times(rest) if _clock(m) is not None]
    cuts = _labels(rest)
    bounds = [0, *(c[0] for c in cuts), len(line)]
    labels: list[Label | None] = [None, *(c[1] for c in cuts)]
    found: list[Stamp] = []
    for label, start, end in zip(labels, bounds, bounds[1:], strict=False):
        inside = [d for d in dates if start <= d.start < end]
        found.extend(_timed(inside, [t for t in times if start <= t.start() < end], label))
    return _one_zone(found, rest)


def first_day(line: str) -> Stamp | None:
    """The first date of a line, without any time that goes with it."""
    return next(iter(_dates(line)), None)


def moment(stamp: Stamp, country: str | None = None, places: frozenset[str] = frozenset()) -> Moment | None:
    """The stamp as ISO 8601; None when it has no year or its numbers stay ambiguous.

    ``country`` (alpha-3) is the outlet's, ``places`` the case-folded names of the article's dateline.
    """
    day = _settled(stamp, country)
    if day is None:
        return None
    if stamp.clock is None:
        return Moment(day.isoformat())
    local = datetime.combine(day, stamp.clock)
    offset = zones.resolve(stamp.zone, local, country, places) if stamp.zone else None
    if offset is None:
        return Moment(local.isoformat(), precision=stamp.precision)
    return Moment(zones.with_offset(local, offset.minutes).isoformat(), offset.inferred, stamp.precision)


_ISO = re.compile(
    r"\d{8}(?:T\d{4}(?:\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
    r"|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)


def normal(value: str, country: str | None = None) -> Moment | None:
    """A date as metadata gives it (ISO 8601, RFC 2822 or a date line's shape) as a moment; None when it is none."""
    value = value.strip()
    if _ISO.fullmatch(value):
        try:
            parsed = datetime.fromisoformat(value.replace(",", "."))
        except ValueError:
            return None
        if len(value) in (8, 10):
            return Moment(parsed.date().isoformat())
        clock = re.split(r"[Zz+-]", re.split("[Tt ]", value)[1])[0]
        return Moment(parsed.isoformat(), precision="second" if sum(c.isdigit() for c in clock) > 4 else "minute")
    if len(value) > 120:
        return None
    for stamp in stamps(value):
        found = moment(stamp, country)
        if found is not None:
            return found
    return None


_DIGIT = re.compile(r"[0-9]")
_DATED = re.compile(r"[0-9](?:[:./hH-][0-9]|年|\.\s[0-9]|\s?[apAP]\.?\s?[mM]|[0-9]{3}(?:[0-9]|\s*(?:[A-Za-z]|hrs?)))")
_MONTHED = re.compile(  # of lower-case words
    r"[jfmasond](?<!\w\w)(?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)"
    r"(?<=jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b"
)
_NAMED = re.compile(r"\b(?:editor|author|source|writer)\s*:\s*[\w.-]+", re.IGNORECASE)


def is_date_line(line: str) -> bool:
    """Whether a line is nothing but dates, times, their labels and a few names (section, place, agency, author)."""
    if len(line) > 200 or _DIGIT.search(line) is None:
        return False
    if _DATED.search(line) is None and _MONTHED.search(line.lower()) is None:
        return False
    if len(line) > 60 and _is_prose(line):
        return False
    dates = _dates(line)
    rest = _blanked(line, dates)
    times = list(_times(rest))
    if not dates and not times:
        return False
    if not any(d.days for d in dates) and not (times or len(line) < 40):
        return False
    for m in reversed(times):
        rest = rest[: m.start()] + " " * (m.end() - m.start()) + rest[m.end() :]
    if rest.isspace():
        return True
    if ":" in rest:
        rest = _NAMED.sub(" ", rest)
    rest, labelled = _label_pattern().subn(" ", rest)
    rest = _lone_zone().sub(" ", rest)
    rest = _WEEKDAY_FIRST.sub(" ", rest)
    beside = _beside()
    words = re.findall(r"[^\W\d_][\w.'’&-]*", rest)
    left = [w for w in words if w.lower().strip(".") not in beside]
    if any(w[0].islower() for w in left) or (
        left and re.search(r"[.!?][\"'”’]?\s*$", rest) and not re.search(r"\b[A-Z]\.\s*$", rest)
    ):
        return False
    if not dates and not labelled and left:
        return False
    divided = labelled or re.search(r"(?i)^by\s|[|•·/—–»(]|\s-\s", line) is not None
    return len(left) <= (9 if divided else 4)


def _is_prose(line: str) -> bool:
    """Whether a line has more words in small letters than names after a colon and a time in words can account for."""
    others = sum(1 for word in set(line.split()) - _small_words() if word.isalpha() and word.islower())
    return others > 4 + line.count(":")


@cache
def _small_words() -> frozenset[str]:
    """The words in small letters that a date line may have beside its names."""
    spelled = [*_label_of(), *_beside(), *(name for name in zones.zones() if " " in name)]
    return frozenset(word for phrase in spelled for word in phrase.lower().split())


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


def _settled(stamp: Stamp, country: str | None) -> date | None:
    if len(stamp.days) < 2:
        return stamp.days[0] if stamp.days else None
    habits = settings()["numeric"]
    if country is None or country in habits["mixed"]:
        return None
    return stamp.days[1 if country in habits["month_first"] else 0]


def _real(parts: tuple[str | int | None, str | int, str | int]) -> tuple[date, ...] | None:
    try:
        return (date(int(parts[0] or 0), int(parts[1]), int(parts[2])),)
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def _century(two: str | None) -> str | None:
    return None if two is None else ("20" if int(two) < 70 else "19") + two


def _clock(m: re.Match[str]) -> tuple[time, Precision] | None:
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


@cache
def _label_of() -> dict[str, Label]:
    return {word: label for label, words in settings()["labels"].items() for word in words}


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({any_of(_label_of())})(?!\w)", re.IGNORECASE)


@cache
def _beside() -> frozenset[str]:
    return frozenset(settings()["beside"]["words"])


def _labels(line: str) -> list[tuple[int, Label]]:
    return [(m.start(), _label_of()[m[1].lower()]) for m in _label_pattern().finditer(line)]


def _timed(dates: list[Stamp], times: list[re.Match[str]], label: Label | None) -> Iterator[Stamp]:
    """Pair the dates of a segment with its times: times come first where the segment opens with one."""
    before = bool(times and dates and times[0].start() < dates[0].start)
    for i, d in enumerate(dates):
        low = dates[i - 1].end if i else 0
        high = dates[i + 1].start if i + 1 < len(dates) else 1 << 30
        if before:
            near = [t for t in times if low <= t.start() < d.start] or [t for t in times if d.end <= t.start()]
        else:
            near = [t for t in times if d.end <= t.start() < high]
        clock = _clock(near[0]) if near else None
        if clock is None:
            yield msgspec.structs.replace(d, label=label)
            continue
        zone = near[0]["zone"]
        yield msgspec.structs.replace(
            d, label=label, clock=clock[0], precision=clock[1], zone=zone.strip(" \t([,") if zone else None
        )


def _one_zone(found: list[Stamp], rest: str) -> list[Stamp]:
    """Give the line's only zone to times that stand without one."""
    if all(s.zone or s.clock is None for s in found):
        return found
    written = {m[0].strip("([, ") for m in _lone_zone().finditer(rest)}
    written |= {m["zone"].strip(" \t([,") for m in _time().finditer(rest) if m["zone"]}
    if len(written) != 1:
        return found
    zone = written.pop()
    return [s if s.zone or s.clock is None else msgspec.structs.replace(s, zone=zone) for s in found]
