"""Dates and times of publication, as the date lines of news pages write them.

In: one line of text. Out: `Stamp`s, each a day or a moment with its place in the line, its label ("published",
"updated") and its zone as written; `moment` turns one into ISO 8601, as exact as it was given. A date without a year
is no publication time, and a date of three numbers counts only if nothing else can be meant or the country settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import msgspec

from sayso.model import Precision
from sayso.reading import zones
from sayso.reading.alternation import any_of
from sayso.reading.date_shapes import WEEKDAY, Label, Stamp, lone_zone, parts, time_of_day, time_pattern
from sayso.resources import table


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
    dates, times, rest = parts(line)
    if not dates:
        return []
    times = [m for m in times if time_of_day(m) is not None]
    cuts = _labels(rest)
    bounds = [0, *(c[0] for c in cuts), len(line)]
    labels: list[Label | None] = [None, *(c[1] for c in cuts)]
    found: list[Stamp] = []
    for label, start, end in zip(labels, bounds, bounds[1:], strict=False):
        inside = [d for d in dates if start <= d.start < end]
        found.extend(_timed(inside, [t for t in times if start <= t.start() < end], label))
    return _one_zone(found, rest)


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
_WORD = re.compile(r"[^\W\d_][\w.'’&-]*")
_NAMED = re.compile(r"\b(?:editor|author|source|writer)\s*:\s*[\w.-]+", re.IGNORECASE)


def is_date_line(line: str) -> bool:
    """Whether a line is nothing but dates, times, their labels and a few names (section, place, agency, author)."""
    if len(line) > 200 or _DIGIT.search(line) is None:
        return False
    if _DATED.search(line) is None and _MONTHED.search(line.lower()) is None:
        return False
    fields = line.split(" | ")  # "Local news | Radio Luz, Cusco | 13 May 2015"
    if 1 < len(fields) <= _FIELDS and max(map(len, fields)) <= _LONGEST_FIELD and any(map(is_date_line, fields)):
        return True
    if len(line) > 60 and _is_prose(line):
        return False
    dates, times, rest = parts(line)
    if not dates and not times:
        return False
    if not any(d.days for d in dates) and not (times or len(line) < 40):
        return False
    for m in reversed(times):
        rest = rest[: m.start()] + " " * (m.end() - m.start()) + rest[m.end() :]
    if rest.isspace():
        return True
    rest = WEEKDAY.sub(" ", rest)
    if ":" in rest:
        rest = _NAMED.sub(" ", rest)
    if any(word.isalpha() and word.islower() for word in set(_WORD.findall(rest)) - _small_words()):
        return False
    rest, labelled = _label_pattern().subn(" ", rest)
    rest = lone_zone().sub(" ", rest)
    beside = _beside()
    left = [w for w in _WORD.findall(rest) if w.lower().strip(".") not in beside]
    if any(w[0].islower() for w in left) or (
        left and re.search(r"[.!?][\"'”’]?\s*$", rest) and not re.search(r"\b[A-Z]\.\s*$", rest)
    ):
        return False
    if not dates and not labelled and left:
        return False
    divided = labelled or re.search(r"(?i)^by\s|[|•·/—–»(]|\s-\s", line) is not None
    return len(left) <= (9 if divided else 4)


_FIELDS = 5
_LONGEST_FIELD = 48


def _is_prose(line: str) -> bool:
    """Whether a line has more words in small letters than names after a colon and a time in words can account for."""
    others = sum(1 for word in set(line.split()) - _small_words() if word.isalpha() and word.islower())
    return others > 4 + line.count(":")


@cache
def _small_words() -> frozenset[str]:
    """The words in small letters that a date line may have beside its names."""
    spelled = [*_label_of(), *_beside(), *(name for name in zones.zones() if " " in name)]
    return frozenset(word for phrase in spelled for word in phrase.lower().split())


def _settled(stamp: Stamp, country: str | None) -> date | None:
    if len(stamp.days) < 2:
        return stamp.days[0] if stamp.days else None
    habits = settings()["numeric"]
    if country is None or country in habits["mixed"]:
        return None
    return stamp.days[1 if country in habits["month_first"] else 0]


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
        clock = time_of_day(near[0]) if near else None
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
    written = {m[0].strip("([, ") for m in lone_zone().finditer(rest)}
    written |= {m["zone"].strip(" \t([,") for m in time_pattern().finditer(rest) if m["zone"]}
    if len(written) != 1:
        return found
    zone = written.pop()
    return [s if s.zone or s.clock is None else msgspec.structs.replace(s, zone=zone) for s in found]
