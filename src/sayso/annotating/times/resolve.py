"""Meanings to TIMEX3 values, in the light of the publication date, the tense, and the times told before.

In: ``Meaning``s in the order of the text, with the direction their verb looks (-1, 0, 1). Out: their values. What
cannot be known keeps X in its value: nothing is ever counted from today's date.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sayso.annotating.times import calendar
from sayso.annotating.times.calendar import UNKNOWN, moved, span_of, value_at, week_value
from sayso.annotating.times.lexicon import lexicon
from sayso.annotating.times.meaning import Meaning

_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_NEAR_QUARTER = 600
"""How many characters after a quarter was named "a year earlier" still means that quarter."""
_NEAR_DAY = 300
"""How many characters after a day was named a bare "10 p.m." still means that day, rather than that of publication."""
_AHEAD_DAYS = 150
"""An undated month or day without a tense to tell is at most so far ahead of the publication."""
_NEAR_DAYS, _FAR_DAYS = 62, 270
"""A day nearer than the one and, in the other direction, farther than the other is the one meant."""


def published_on(published: str | None) -> date | None:
    """The day an article was published, in its own zone; None where it is not given as a day in any usual form."""
    text = (published or "").strip()
    match = re.match(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)", text) or re.match(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", text)
    if match:
        year, month, day = (int(g) for g in match.groups())
        return date(year, month, day) if calendar.valid(year, month, day) else None
    if not re.search(r"\d{4}", text) or not re.search(r"[A-Za-z]{3}", text):
        return None
    return _worded(text)


def _worded(text: str) -> date | None:
    """A date with the month in words ("14 Oct 2018 17:42 IST", "October 14, 2018"); all three parts must be there."""
    year = re.search(r"\b([12]\d{3})\b", text)
    word = re.search(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", text.lower())
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?!:)", text)
    if not (year and word and day):
        return None
    month = int(lexicon().payload("MONTH_SHORT", word[1]) or 5)
    return date(int(year[1]), month, int(day[1])) if calendar.valid(int(year[1]), month, int(day[1])) else None


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Context:
    """What is known while an article is read: its publication, the time last told of, the quarter last named."""

    def __init__(self, published: str | None) -> None:
        self.published = published_on(published)
        clock = re.match(r"\S{8,10}[T ](\d\d):(\d\d)", published or "")
        self._clock = time(int(clock[1]), int(clock[2])) if clock and clock[1] < "24" and clock[2] < "60" else None
        self.mentioned: str | None = None
        self._day: str | None = None
        self._day_at = self._at = 0
        self._quarter: tuple[str, int] | None = None

    def value(self, meaning: Meaning, direction: int, offset: int) -> str:
        """The value of the meaning found at that offset of the text, remembered for what follows."""
        self._at = offset
        try:
            value = self._resolve(meaning, direction, offset)
        except (ValueError, OverflowError):
            value = "XXXX-XX-XX"
        if meaning.type in ("DATE", "TIME") and value.startswith("XXXX"):
            self.mentioned = self._day = None
        elif meaning.type in ("DATE", "TIME") and span_of(value):
            if not (meaning.shift == 0 and meaning.base == "now" and meaning.unit in ("Y", "M", "W")):
                self.mentioned = value
                if _DAY.match(value):
                    self._day, self._day_at = value, offset
            if "-Q" in value and not (meaning.quarterly and meaning.shift):
                self._quarter = value, offset
        return value

    def _resolve(self, m: Meaning, direction: int, offset: int) -> str:
        if m.value:
            return m.value
        if m.quarterly:
            return self._that_quarter(m, offset)
        if m.holiday:
            return self._holiday(m, direction)
        if m.weekday and m.month is None:
            return self._weekday(m, direction)
        if m.month:
            return self._month(m, direction)
        if m.season:
            return self._season(m, direction)
        if m.quarter or m.half:
            return self._part_of_year(m, direction)
        if m.year:
            return f"{m.year:04}"
        return self._shifted(m, direction)

    # ---- parts of the calendar

    def _month(self, m: Meaning, direction: int) -> str:
        month, day = m.month or 1, m.day
        if m.nth is not None:
            return self._nth_weekday(m, direction)
        year = m.year if m.year is not None else self._year_of_month(m, direction)
        if day is None:
            return f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"
        if not calendar.valid(year or 2000, month, day):
            return "XXXX-XX-XX"
        if m.unit == "W" and year:
            return week_value(date(year, month, day))
        value = f"{year:04}-{month:02}-{day:02}" if year else f"XXXX-{month:02}-{day:02}"
        return value + m.clock

    def _nth_weekday(self, m: Meaning, direction: int) -> str:
        year = m.year if m.year is not None else self._year_of_month(replace(m, weekday=None), direction)
        day = calendar.nth_weekday(year, m.month or 1, m.weekday or 1, m.nth or 1) if year else None
        return day.isoformat() if day else "XXXX-XX-XX"

    def _year_of_month(self, m: Meaning, direction: int) -> int | None:
        month = m.month or 1
        if m.base == "then":
            return self._from_then(m.relation or 0, month)
        now = self.published
        if now is None:
            return None
        if m.years is not None:
            return now.year + m.years
        if m.relation is not None:
            return _related_year(now, month, m.relation)
        if m.day is None:
            return _nearest(
                now, lambda year: date(year, month, 1), date(now.year, now.month, 1), direction, trusted=direction < 0
            )
        day = m.day
        if m.weekday:
            fits = [
                y
                for y in range(now.year - 1, now.year + 2)
                if calendar.valid(y, month, day) and date(y, month, day).isoweekday() == m.weekday
            ]
            if len(fits) == 1:
                return fits[0]
        return _nearest(now, lambda year: date(year, month, min(day, 28)), now, direction)

    def _from_then(self, relation: int, month: int) -> int | None:
        span = span_of(self.mentioned or "") or (self.published and (self.published, self.published))
        if not span:
            return None
        year = span[0].year
        if relation > 0 and month <= span[1].month:
            return year + 1
        if relation < 0 and month >= span[0].month:
            return year - 1
        return year

    def _weekday(self, m: Meaning, direction: int) -> str:
        weekday = m.weekday or 1
        now = self.published
        if m.base == "then":
            now = self._day_then() or now
        if now is None:
            return f"XXXX-WXX-{weekday}{m.clock}"
        back = (now.isoweekday() - weekday) % 7
        if m.base == "then":
            relation = m.relation or 0
            day = now - timedelta(days=back) if relation <= 0 else now + timedelta(days=(-back) % 7 or 7)
        elif m.relation == -1:
            day = now - timedelta(days=back or 7)
        elif m.relation == 1 or (m.relation == 0 and direction >= 0):
            day = now + timedelta(days=(-back) % 7 or (7 if m.relation else 0))
        elif direction > 0:
            day = now + timedelta(days=(-back) % 7)
        else:
            day = now - timedelta(days=back)
        if m.shift:
            day += timedelta(days=m.shift)
        return day.isoformat() + m.clock

    def _season(self, m: Meaning, direction: int) -> str:
        now, start = self.published, _SEASON_START[m.season]
        year = m.year
        if year is None and m.base == "then":
            year = self._from_then(m.relation or 0, start)
        elif year is None and now is not None and m.years is not None:
            year = now.year + m.years
        elif year is None and now is not None:
            season_year = now.year - 1 if m.season == "WI" and now.month < (3 if direction > 0 else 5) else now.year
            over = start + 2 < now.month
            begun = start <= now.month or season_year < now.year
            if m.relation == -1:
                year = season_year if begun and over else season_year - 1
            elif m.relation == 1:
                year = season_year + 1 if begun else season_year
            elif m.relation == 0 or begun or direction > 0:
                year = season_year + 1 if over and direction > 0 and m.relation is None else season_year
            else:
                year = season_year - 1 if direction < 0 or start - now.month > 4 else season_year
        return f"{year:04}-{m.season}" if year else f"XXXX-{m.season}"

    def _part_of_year(self, m: Meaning, direction: int) -> str:
        name, width, number = ("Q", 3, m.quarter) if m.quarter else ("H", 6, m.half)
        first = width * ((number or 1) - 1) + 1
        year = m.year
        now = self.published
        if year is None and now is not None:
            if m.years is not None:
                year = now.year + m.years
            else:
                year = now.year if first <= now.month or direction > 0 else now.year - 1
                if direction > 0 and first + width + 2 < now.month:
                    year += 1
        return f"{year:04}-{name}{number}" if year else f"XXXX-{name}{number}"

    def _movable(self, m: Meaning, direction: int, spans: Sequence[tuple[date, date]]) -> str:
        """A holiday of another calendar, which may fall twice in a year: the one of the year told, else the nearest."""
        now = self.published
        year = m.year
        if year is None and now is not None and m.relation is not None:
            year = now.year + m.relation
        if year is not None:
            found = [s for s in spans if s[0].year == year]
            span = found[0] if len(found) == 1 else None
        elif now is None or not spans[0][0] <= now <= spans[-1][0]:
            span = None
        else:
            after = bisect_right([s[0] for s in spans], now)
            past, coming = spans[after - 1], spans[min(after, len(spans) - 1)]
            span = past if _looks_back((now - past[0]).days, (coming[0] - now).days, direction) else coming
        if span is None:
            return "XXXX-XX-XX"
        return span[0].isoformat() + m.clock if span[0] == span[1] else f"{span[0].isoformat()}/{span[1].isoformat()}"

    def _holiday(self, m: Meaning, direction: int) -> str:
        now = self.published
        if spans := calendar.movable(m.holiday):
            return self._movable(m, direction, spans)
        year = m.year
        if year is None and now is None:
            rule = str(lexicon().payload("HOLIDAY", m.holiday) or "")
            return f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX"
        if now is not None and year is None:

            def of(year: int) -> date:
                return calendar.holiday(m.holiday, year) or date(year, 1, 1)

            year = (
                _related_year(now, of(now.year).month, m.relation)
                if m.relation is not None
                else (now.year if m.unit == "Y" else _nearest(now, of, now, direction))
            )
        day = calendar.holiday(m.holiday, year or 0)
        if day is None:
            return "XXXX-XX-XX"
        return value_at(day, m.unit) if m.unit in ("W", "WE") else day.isoformat() + m.clock

    # ---- counted from now or then

    def _day_then(self) -> date | None:
        """The day last told of, where it is known to the day."""
        match = _DAY.match(self._day or "")
        return date.fromisoformat(match[0]) if match else None

    def _shifted(self, m: Meaning, direction: int) -> str:
        shift = m.shift or 0
        anchor = self.published
        if m.base == "then":
            far = bool(m.clock) and not m.shift and self._at - self._day_at > _NEAR_DAY
            anchor = (anchor if far else None) or self._anchor_then(m.unit) or anchor
        if anchor is None and m.unit.startswith("T"):
            return "XXXX-XX-XXTXX:XX"
        if anchor is None:
            return UNKNOWN[m.unit] + (m.clock if m.unit == "D" else "")
        if m.unit.startswith("T"):
            return self._hours(anchor, timedelta(**{{"TH": "hours", "TM": "minutes", "TS": "seconds"}[m.unit]: shift}))
        if m.unit == "WE":
            return self._weekend(anchor, shift, direction)
        return value_at(moved(anchor, shift, m.unit), m.unit) + (m.clock if m.unit == "D" else "")

    def _hours(self, day: date, step: timedelta) -> str:
        """So many hours or minutes from the publication; without its time of day only the day is known."""
        if self._clock is None:
            return f"{day.isoformat()}TXX:XX"
        return f"{datetime.combine(day, self._clock) + step:%Y-%m-%dT%H:%M}"

    def _anchor_then(self, unit: str) -> date | None:
        if unit == "D":
            return self._day_then()
        span = span_of(self.mentioned or "")
        if span is None:
            return None
        if unit == "M" and (span[1] - span[0]).days > 31:
            return None
        return span[0]

    def _weekend(self, anchor: date, shift: int, direction: int) -> str:
        if shift == 0 and direction <= 0 and anchor.isoweekday() < 4:
            shift = -1
        return value_at(anchor + timedelta(days=7 * shift), "WE")

    def _that_quarter(self, m: Meaning, offset: int) -> str:
        """ "The quarter", "the year-earlier period", "a year earlier": after the quarter just named, else of now."""
        now = self.published
        if self._quarter is not None and offset - self._quarter[1] < _NEAR_QUARTER:
            value = self._quarter[0]
            if m.year:
                return f"{m.year:04}{value[4:]}"
            if not m.shift and now is not None and value == value_at(now, "Q"):
                return value_at(moved(now, -1, "Q"), "Q")
            return f"{int(value[:4]) + (m.shift or 0):04}{value[4:]}"
        if m.year:
            return f"{m.year:04}"
        if m.shift:
            return self._shifted(replace(m, unit="Y"), 0)
        return value_at(moved(now, -1, "Q"), "Q") if now else UNKNOWN["Q"]


def _related_year(now: date, month: int, relation: int) -> int:
    """The year of "last/this/next March" as of now."""
    if relation < 0:
        return now.year if month < now.month else now.year - 1
    if relation > 0:
        return now.year if month > now.month else now.year + 1
    return now.year


def _nearest(now: date, of: Callable[[int], date], bound: date, direction: int, trusted: bool = False) -> int:
    """The year in which a recurring day lies: the latest one past, or the next one where the words look ahead.

    What is near on one side and most of a year away on the other is near, whatever the tense, unless that is trusted.
    """
    past = now.year if of(now.year) <= bound else now.year - 1
    behind, ahead = (bound - of(past)).days, (of(past + 1) - bound).days
    return past if _looks_back(behind, ahead, direction, trusted) else past + 1


def _looks_back(behind: int, ahead: int, direction: int, trusted: bool = False) -> bool:
    """Whether of two days, so many days ago and ahead, the words mean the one behind."""
    if behind == 0 or (behind < _NEAR_DAYS and ahead > _FAR_DAYS):
        return True
    if ahead < _NEAR_DAYS and behind > _FAR_DAYS and not trusted:
        return False
    if direction:
        return direction < 0
    return not ahead < min(behind, _AHEAD_DAYS)
