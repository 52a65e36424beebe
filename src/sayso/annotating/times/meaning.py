"""What one expression says before it is known when the article was written, and the parts that all readers share.

In: a ``Match`` of the grammar. Out: a ``Meaning``, or the month, weekday, unit or time of day that a capture names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, cast

from sayso.annotating.times.grammar import Match
from sayso.annotating.times.lexicon import lexicon
from sayso.annotating.times.numbers import spoken_year
from sayso.model import TimeType

Base = Literal["now", "then"]
"""Counted from the publication, or from the time last told of."""


RELATION = {
    "last": -1,
    "this past": -1,
    "past": -1,
    "the past": -1,
    "the last": -1,
    "this": 0,
    "the current": 0,
    "current": 0,
    "the present": 0,
    "the": 0,
    "the latest": 0,
    "next": 1,
    "this coming": 1,
    "coming": 1,
    "the next": 1,
    "the coming": 1,
}
"""Which one the words before a unit mean: the last, this, or the next."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One expression at tokens ``first`` to ``last`` (exclusive).

    Either ``value`` is final, or the fields name a part of the calendar, or ``shift`` counts ``unit``s from ``base``
    (None: uncounted). ``relation`` is -1, 0, 1 for last, this, next; ``clock`` a time of day as "T10:00" or "TMO";
    ``nth`` says which such weekday of the month, -1 the last.
    """

    first: int
    last: int
    type: TimeType
    value: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    season: str = ""
    quarter: int | None = None
    half: int | None = None
    holiday: str = ""
    relation: int | None = None
    years: int | None = None
    shift: int | None = None
    unit: str = ""
    base: Base = "now"
    clock: str = ""
    quarterly: bool = False


def meaning_of(m: Match, kind: TimeType, **fields: object) -> Meaning:
    return replace(Meaning(m.first, m.last, kind), **fields)  # type: ignore[arg-type]


def entry(name: str, m: Match, group: str) -> object:
    return lexicon().payload(name, m.phrase(group))


def month_of(m: Match) -> int | None:
    name = m.text("month").removesuffix(" .")
    found = lexicon().payload("MONTH", name) or lexicon().payload("MONTH_SHORT", name)
    return cast("int | None", found)


def weekday_of(m: Match) -> int | None:
    name = m.text("weekday").removesuffix(" .")
    found = lexicon().payload("WEEKDAY", name) or lexicon().payload("WEEKDAY_SHORT", name)
    return cast("int | None", found)


def ordinal_of(text: str) -> int:
    words = lexicon().classes["ORDINAL"]
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else int(words.get(text.replace(" - ", "-"), 0))


def year_of(m: Match, group: str = "year") -> int | None:
    text = m.text(group)
    if text.startswith("'"):
        return 1900 + int(text[1:]) if int(text[1:]) > 40 else 2000 + int(text[1:])
    return int(text) if text.isdigit() else spoken_year(text) if text else None


def unit_of(m: Match) -> str:
    for name in ("UNIT", "UNITS", "UNIT_SHORT"):
        found = lexicon().payload(name, m.phrase("unit"))
        if found is not None:
            return str(found)
    return ""


def clock_in(m: Match) -> str:
    """The time of day that the match names, empty where it names none."""
    if m.has("clock"):
        return clock_of(m.text("clock"))
    for group in ("part", "part2"):
        if m.has(group) and m.text(group):
            found = entry("PART", m, group) or entry("TONIGHT", m, group) or entry("PARTS", m, group)
            return str(found or "")
    return ""


def clock_of(text: str) -> str:
    """ "T17:30" for "5:30 p.m.", empty for what is no time of day ("25:70")."""
    words = lexicon().classes
    for word, value in words["CLOCK_WORD"].items():
        if text == word:
            return str(value)
    late = any(w in text.split() for w in (*_afternoon(), "afternoon", "evening"))
    early = not late and any(words["AMPM"].get(w) == 0 for w in text.split())
    past = 30 if text.startswith("half") else 15 if "past" in text else -15 if text.startswith("quarter to") else 0
    forms = (r"(\d{1,2})[:.](\d\d)", r"\b(\d\d)(\d\d)\b", r"(\d+)")
    digits = next((found for form in forms if (found := re.search(form, text))), None)
    if digits:
        hour, minute = int(digits[1]), int(digits[2]) if digits.lastindex == 2 else 0
    else:
        counted = next(
            (
                lexicon().payload("DIGIT_WORD", w)
                for w in reversed(text.split())
                if lexicon().payload("DIGIT_WORD", w) is not None
            ),
            None,
        )
        if counted is None:
            return ""
        hour, minute = int(counted), 0
    if late and hour < 12:
        hour += 12
    if early and hour == 12:
        hour = 0
    total = hour * 60 + minute + past
    return f"T{total // 60:02}:{total % 60:02}" if 0 <= total < 1440 and minute < 60 else ""


def _afternoon() -> list[str]:
    return [w for w, hours in lexicon().classes["AMPM"].items() if hours]


def ends_clause(m: Match) -> bool:
    """Whether nothing follows that "before" or "after" could be before or after."""
    return m.last >= len(m.tokens) or m.tokens[m.last].norm in (".", ",", ";", "\n", ")", "-")
