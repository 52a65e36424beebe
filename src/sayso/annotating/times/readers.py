"""What a match of the grammar says, before it is known when the article was written.

In: a ``Match``. Out: the ``Meaning`` of each expression in it (a range holds two), or None where the words only look
like a time here. One reader a ``kind`` of rule, in the table at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from sayso.annotating.times import calendar, counted, quarters
from sayso.annotating.times.grammar import Match
from sayso.annotating.times.lexicon import lexicon
from sayso.annotating.times.meaning import (
    RELATION,
    Base,
    Meaning,
    clock_in,
    ends_clause,
    entry,
    meaning_of,
    month_of,
    ordinal_of,
    unit_of,
    weekday_of,
    year_of,
)
from sayso.annotating.times.tokens import decade_of
from sayso.model import TimeType

Reader = Callable[[Match], list[Meaning] | None]

_FROM_THEN = {
    "the following": 1,
    "following": 1,
    "the next": 1,
    "next": 1,
    "very next": 1,
    "the previous": -1,
    "previous": -1,
    "preceding": -1,
    "the same": 0,
    "same": 0,
    "very same": 0,
    "that": 0,
    "that same": 0,
    "before": -1,
    "after": 1,
}
_PREFIXES = frozenset(
    {
        "in",
        "since",
        "of",
        "by",
        "from",
        "until",
        "till",
        "before",
        "after",
        "during",
        "to",
        "and",
        "early",
        "late",
        "year",
        "through",
        "between",
        "(",
        "mid",
        "around",
        "about",
        "circa",
        "-",
    }
)


def _iso(m: Match) -> list[Meaning] | None:
    text = m.text("iso").upper()
    if not calendar.valid(int(text[:4]), int(text[5:7]), int(text[8:10])):
        return None
    clock = text[10:16]
    return [meaning_of(m, "TIME" if clock else "DATE", value=text[:10] + clock)]


def _numeric(m: Match) -> list[Meaning] | None:
    """Month and day in whichever order makes a date; both orders possible leave the day unknown unless equal."""
    first, second, last = (int(x) for x in re.split(r"[/.]", m.text("numeric")))
    year = last if last > 99 else last + (2000 if last < 50 else 1900)
    orders = {(a, b) for a, b in ((first, second), (second, first)) if calendar.valid(year, a, b)}
    if "." in m.text("numeric"):
        orders &= {(second, first)}
    if not orders:
        return None
    month, day = orders.pop()
    return [meaning_of(m, "DATE", value=f"{year:04}" if orders else f"{year:04}-{month:02}-{day:02}")]


def _calendar(m: Match) -> list[Meaning] | None:
    if m.has("clock") and not clock_in(m):
        return None
    year = _short_year(m) if m.has("short") else year_of(m)
    if year and m.last - m.first <= 5 and not (m.has("month") or m.has("season")) and not _is_year(m, year):
        return None
    after = m.tokens[m.last].norm if m.last < len(m.tokens) else ""
    if m.text("month") == "march" and not (year or m.has("day")) and after in ("for", "of", "on"):
        return None
    month, season = month_of(m), str(entry("SEASON", m, "season") or "")
    if m.has("holiday") and not any(t.capital for t in m.words("holiday")):
        return None
    relation, base, years = _relations(m)
    day = ordinal_of(m.text("day")) if m.has("day") else None
    if m.has("rest"):
        return [meaning_of(m, "DATE", year=year, quarterly=True)]
    if not (year or month or season or m.has("weekday") or m.has("holiday")) or (m.has("day") and not day):
        return None
    clock = clock_in(m)
    return [
        meaning_of(
            m,
            "TIME" if clock else "DATE",
            year=year,
            month=month,
            day=day,
            weekday=weekday_of(m),
            season=season,
            holiday=m.phrase("holiday"),
            relation=relation,
            base=base,
            years=years,
            clock=clock,
        )
    ]


def _short_year(m: Match) -> int:
    number = int(m.text("short")[-2:])
    return number + (1900 if number > 40 else 2000)


def _relations(m: Match) -> tuple[int | None, Base, int | None]:
    """The relation to now or then, and the year counted from the present one ("March last year")."""
    text = m.text("rel")
    if text in ("the following", "following", "the previous", "previous", "the same", "that", "that same"):
        return _FROM_THEN[text], "then", None
    relation = RELATION.get(text)
    if m.has("month") and relation is not None and _ends_in_year(m):
        return None, "now", relation
    if m.has("season") and relation is not None and _ends_in_year(m):
        return None, "now", relation
    return relation, "now", None


def _ends_in_year(m: Match) -> bool:
    return m.tokens[m.last - 1].norm == "year"


def _is_year(m: Match, year: int) -> bool:
    """Whether a bare number of four digits is a year here."""
    at = m.groups["year"][0]
    before = m.tokens[at - 1].norm if at else ""
    after = m.tokens[m.last].norm if m.last < len(m.tokens) else ""
    if before in lexicon().classes["NOT_YEAR_AFTER"] or after in lexicon().classes["NOT_YEAR_BEFORE"]:
        return False
    if before == "least":
        return False
    if "UNITS" in (m.tokens[m.last].kinds if m.last < len(m.tokens) else ()):
        return False
    if after in (":", "/") or before in ("/",):
        return before == "(" or after == ":"
    if not m.text("year").isdigit():
        return before in _PREFIXES or m.groups["year"][0] > m.first or "hundred" not in m.text("year")
    return 1900 <= year <= 2100 or (year >= 1000 and (before in _PREFIXES or m.groups["year"][0] > m.first))


def _calendar_range(m: Match) -> list[Meaning] | None:
    month, year = month_of(m), year_of(m)
    ends = []
    for group, day in (("first", "day"), ("second", "day2")):
        start, end = m.groups[group]
        ends.append(Meaning(start, end, "DATE", year=year, month=month, day=ordinal_of(m.text(day))))
    if m.last > ends[1].last:
        ends[1] = replace(ends[1], last=m.last)
    return ends if all(ends) and ends[0].day < ends[1].day else None  # type: ignore[operator]


def _night_between(m: Match) -> list[Meaning] | None:
    day = ordinal_of(m.text("day"))
    return [meaning_of(m, "TIME", year=year_of(m), month=month_of(m), day=day, clock="TNI")] if day else None


def _nth_weekday(m: Match) -> list[Meaning] | None:
    nth = -1 if m.text("nth") == "last" else ordinal_of(m.text("nth"))
    if not nth or nth > 5:
        return None
    return [meaning_of(m, "DATE", year=year_of(m), month=month_of(m), weekday=weekday_of(m), nth=nth)]


def _week_from(m: Match) -> list[Meaning] | None:
    return [meaning_of(m, "DATE", weekday=weekday_of(m), relation=1, shift=7, unit="D")]


def _month_range(m: Match) -> list[Meaning] | None:
    first, second = month_of(m), lexicon().payload("MONTH", m.text("month2"))
    year = year_of(m)
    if first is None or year is None:
        return None
    (a, b), (c, d) = m.groups["first"], m.groups["second"]
    return [
        Meaning(a, b, "DATE", year=year - (first > second), month=first),
        Meaning(c, d, "DATE", year=year, month=second),
    ]


def _year_range(m: Match) -> list[Meaning] | None:
    first, second = int(m.text("year")), m.text("year2")
    if not second.isdigit() or len(second) not in (2, 4):
        return None
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if not (1500 <= first < last <= first + 99 and last <= 2100):
        return None
    (a, b), (c, d) = m.groups["first"], m.groups["second"]
    return [Meaning(a, b, "DATE", year=first), Meaning(c, d, "DATE", year=last)]


def _deictic(m: Match) -> list[Meaning] | None:
    if m.has("clock") and not clock_in(m):
        return None
    clock = clock_in(m)
    kind: TimeType = "TIME" if clock else "DATE"
    if m.has("today"):
        return [meaning_of(m, kind, shift=0, unit="D", base="then")]
    shift = lexicon().payload("DEICTIC", m.phrase("deictic")) if m.has("deictic") else 0
    return [meaning_of(m, kind, shift=shift, unit="D", clock=clock)]


def _part(m: Match) -> list[Meaning] | None:
    rel = m.text("rel")
    clock = clock_in(m)
    if m.has("clock") and not clock:
        return None
    if rel == "the":
        if not (m.has("clock") or m.has("phase")):
            return None
        return [meaning_of(m, "TIME", shift=0, unit="D", base="then", clock=clock)]
    if rel in ("this", "last"):
        back = -1 if rel == "last" else 0
        return [meaning_of(m, "TIME", shift=back, unit="D", clock=clock)]
    return [meaning_of(m, "TIME", shift=_FROM_THEN[rel], unit="D", base="then", clock=clock)]


def _clock_time(m: Match) -> list[Meaning] | None:
    clock = clock_in(m)
    if not clock or (m.text("clock").count(":") and len(m.text("clock").split()) == 1 and not _like_clock(m)):
        return None
    return [meaning_of(m, "TIME", shift=0, unit="D", base="then", clock=clock)]


def _like_clock(m: Match) -> bool:
    """Whether "9:30" alone is a time and not a score or a verse: it is zoned or follows a preposition of time."""
    before = m.tokens[m.first - 1].norm if m.first else ""
    return (
        before in ("at", "by", "until", "from", "before", "after", "around", "about", ",", "since", "till", "to")
        or m.last - m.first > 1
    )


def _neighbour(m: Match) -> list[Meaning] | None:
    shift = _FROM_THEN[m.text("rel")] if m.has("rel") else 0
    clock = clock_in(m)
    if m.text("rel") in ("before", "after") and not ends_clause(m):
        return None
    if m.text("unit") == "night":
        return [meaning_of(m, "TIME", shift=shift, unit="D", base="then", clock="TNI")]
    return [meaning_of(m, "TIME" if clock else "DATE", shift=shift, unit=unit_of(m), base="then", clock=clock)]


def _before_day(m: Match) -> list[Meaning] | None:
    relation = RELATION.get(m.text("rel2"))
    return [meaning_of(m, "DATE", weekday=weekday_of(m), relation=relation, shift=_FROM_THEN[m.text("rel")], unit="D")]


def _relative(m: Match) -> list[Meaning] | None:
    if m.has("weekof"):
        name = m.text("month2").removesuffix(" .")
        month = month_of(m) or lexicon().payload("MONTH", name) or lexicon().payload("MONTH_SHORT", name)
        day = ordinal_of(m.text("day") or m.text("day2"))
        return [meaning_of(m, "DATE", year=year_of(m), month=month, day=day, unit="W")]
    unit = unit_of(m)
    if unit in ("CE", "ML") and not m.has("rel"):
        return None
    rel = m.text("rel")
    if m.text("unit") == "year" and m.text("edge") == "end" and m.words("edge")[0].start > m.words("unit")[0].start:
        return [meaning_of(m, "DATE", shift=0, unit="Y", holiday="new year's eve")]
    inside = {t.norm for t in m.tokens[m.first : m.last]}
    if rel == "that" or (not rel and "that" in inside):
        return [meaning_of(m, "DATE", shift=0, unit=unit, base="then")]
    shift = RELATION.get(rel)
    if not rel:
        shift = -1 if "last" in inside else 1 if "next" in inside else 0
    return [meaning_of(m, "DATE", shift=shift, unit=unit, relation=None if rel else 0)]


def _decade(m: Match) -> list[Meaning] | None:
    digits = decade_of(m.text("decade"))[:-1]
    if len(digits) == 4:
        return [meaning_of(m, "DATE", value=digits[:3])]
    if digits == "00" or m.tokens[m.first].norm not in ("the", "early", "late", "mid", "'" + digits + "s"):
        return None
    return [meaning_of(m, "DATE", value=("19" if int(digits) >= 20 else "20") + digits[0])]


def _century(m: Match) -> list[Meaning] | None:
    nth = ordinal_of(m.text("nth"))
    return [meaning_of(m, "DATE", value=f"{nth - 1:02}")] if nth else None


def _fixed(m: Match) -> list[Meaning] | None:
    value = m.rule.value
    for name in ("VAGUE_TIME", "LOOSE", "WHILE"):
        value = value or str(entry(name, m, "fixed") or "")
    return [meaning_of(m, cast(TimeType, m.rule.type), value=value)]


def _holiday_week(m: Match) -> list[Meaning] | None:
    return [meaning_of(m, "DATE", holiday=m.phrase("holiday"), unit=unit_of(m))]


def _nothing(m: Match) -> list[Meaning] | None:
    return []


READERS: dict[str, Reader] = {
    "iso": _iso,
    "numeric": _numeric,
    "calendar": _calendar,
    "calendar_range": _calendar_range,
    "night_between": _night_between,
    "nth_weekday": _nth_weekday,
    "week_from": _week_from,
    "month_range": _month_range,
    "year_range": _year_range,
    "deictic": _deictic,
    "part": _part,
    "clock": _clock_time,
    "neighbour": _neighbour,
    "before_day": _before_day,
    "relative": _relative,
    "offset": counted.offset,
    "duration": counted.duration,
    "every": counted.every,
    "rate": counted.rate,
    "decade": _decade,
    "century": _century,
    "quarter": quarters.quarter,
    "that_quarter": quarters.that_quarter,
    "fixed": _fixed,
    "holiday_week": _holiday_week,
    "nothing": _nothing,
}


def read(match: Match) -> list[Meaning] | None:
    """The meanings of a match; an empty list consumes its words without a time, None leaves them to other rules."""
    return READERS[match.rule.kind](match)
