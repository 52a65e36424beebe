"""Calendar arithmetic in TIMEX3 values: writing them, moving them by units, and the days that one spans.

In and out: dates, and ISO 8601 based TIMEX3 values ("2018-07", "2018-W41", "2018-SU", "2018-Q3", "199").
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import cache

from sayso.annotating.times.lexicon import data
from sayso.resources import rows

_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 14)}
_DAY = timedelta(days=1)
_SPANS = re.compile(
    r"""(?P<day>\d{4}-\d\d-\d\d)(?:T.*)?
      | (?P<week>\d{4}-W\d\d?)(?P<weekend>-WE)?(?:-(?P<weekday>[1-7])(?:T.*)?)?
      | (?P<month>\d{4}-\d\d)(?:-XX)?
      | (?P<year>\d{4})-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|AU|WI))
      | (?:FY)?(?P<digits>\d{2,4})(?:X{0,2}|-XX|-XX-XX|-WXX)""",
    re.VERBOSE,
)


def span_of(value: str) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 DATE or TIME value, or of two with "/" between; None where no days are known."""
    first, slash, last = value.strip().partition("/")
    if slash:
        ends = span_of(first), span_of(last)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] and ends[0][0] <= ends[1][1] else None
    match = _SPANS.fullmatch(first)
    if match is None:
        return None
    try:
        return _span(match)
    except (ValueError, OverflowError):
        return None


def _span(match: re.Match[str]) -> tuple[date, date] | None:
    if match["day"]:
        day = date.fromisoformat(match["day"])
        return day, day
    if match["week"]:
        year, week = int(match["week"][:4]), int(match["week"][6:])
        first, last = (6, 7) if match["weekend"] else (int(match["weekday"] or 1), int(match["weekday"] or 7))
        return date.fromisocalendar(year, week, first), date.fromisocalendar(year, week, last)
    if match["month"]:
        return months(int(match["month"][:4]), int(match["month"][5:]), 1)
    if match["digits"]:
        digits = match["digits"]
        if len(digits) + match[0].removeprefix("FY")[len(digits) :].split("-")[0].count("X") not in (4, len(digits)):
            return None
        years = 10 ** (4 - len(digits))
        first_year = int(digits) * years
        return date(first_year, 1, 1), date(first_year + years - 1, 12, 31)
    year = int(match["year"])
    if match["season"]:
        first, last = _SEASON_MONTHS[match["season"]]
        return months(year, first, last - first + 1)
    if match["half"]:
        return months(year, 6 * int(match["half"]) - 5, 6)
    return months(year, 3 * int(match["quarter"]) - 2, 3)


def months(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of so many months from that one on."""
    after = year * 12 + month - 1 + count
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1) - _DAY


def valid(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]


def week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def moved(day: date, count: int, unit: str) -> date:
    """The day so many units on; a day that the month lacks becomes its last. Raises OverflowError or ValueError."""
    if unit in ("D", "W", "2W", "WE"):
        return day + timedelta(days=count * {"D": 1, "W": 7, "2W": 14, "WE": 7}[unit])
    step = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}[unit]
    total = day.year * 12 + day.month - 1 + count * step
    year, month = total // 12, total % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def value_at(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit that the day lies in."""
    if unit in ("W", "2W"):
        return week_value(day)
    if unit == "WE":
        return week_value(day) + "-WE"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return {
        "D": day.isoformat(),
        "M": f"{day:%Y-%m}",
        "Y": f"{day.year:04}",
        "DE": f"{day.year // 10:03}",
        "CE": f"{day.year // 100:02}",
        "ML": f"{day.year // 1000}",
    }[unit]


UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "2W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
    "ML": "X",
}
"""The value of a unit of which nothing is known."""


def holiday(name: str, year: int) -> date | None:
    """The day of a named holiday in that year; None when the name is not one."""
    rule = data("holidays.toml").get(name)
    if rule is None:
        return None
    if rule.startswith("E"):
        return easter(year) + timedelta(days=int(rule[1:]))
    if rule.startswith("O"):
        return orthodox_easter(year) + timedelta(days=int(rule[1:]))
    if rule.startswith("="):
        return next((first for first, _ in movable(name) if first.year == year), None)
    if ":" not in rule:
        return date(year, int(rule[:2]), int(rule[3:]))
    month, weekday, nth = int(rule[:2]), int(rule[3]), rule[5]
    return nth_weekday(year, month, weekday, -1 if nth == "L" else int(nth))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The n-th such weekday of a month, -1 the last; None when the month has not so many."""
    first, last = months(year, month, 1)
    if nth < 0:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return day if day <= last else None


@cache
def movable(name: str) -> tuple[tuple[date, date], ...]:
    """First and last day of each time that a holiday of a lunar or solar calendar fell; none for others.

    Islamic days follow the calendar of Umm al-Qura; where the moon is sighted they may be a day off.
    """
    rule = str(data("holidays.toml").get(name, ""))
    if not rule.startswith("="):
        return ()
    days = [r for r in rows("sayso.annotating", "times/movable.csv") if r["name"] == rule[2:]]
    return tuple((date.fromisoformat(r["first"]), date.fromisoformat(r["last"] or r["first"])) for r in days)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar, 1900 to 2099 (Meeus' Julian algorithm, 13 days on)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    total = moon + weekday + 114
    return date(year, total // 31, total % 31 + 1) + timedelta(days=13)


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Jones, Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    total = epact + weekday - 7 * correction + 114
    return date(year, total // 31, total % 31 + 1)
