"""Time expressions by themselves: hours without a day, two that bound a range, and the days so long before another.

In: an article's times. Out: times.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from sayso.model import Time

_RANGED = {"between": ("and",), "from": ("to", "until", "till", "through")}
_CLOCK = re.compile(
    r"(?:(?:around|about|at|shortly|just|before|after|nearly|exactly) )?(?:\w+ )?\d{0,2}[.:h]?\d*\s?"
    r"(?:[ap]\.?m\.?|hours?|o'clock|gmt|noon|midnight|dawn|dusk|in the (?:morning|afternoon|evening)|at night)[\s.,]*(?:local time|gmt)?",
    re.I,
)


def is_bare_clock(time: Time) -> bool:
    """Whether a time is an hour alone, whose day the story has to give: "at around 2 p.m.", "at four in the morning"."""
    return time.type == "TIME" and _CLOCK.fullmatch(time.text.strip()) is not None


def with_ranges(times: list[Time], text: str) -> list[Time]:
    """The times, two that bound a range ("between 3 and 7 May", "from March to June") made into one."""
    found: list[Time] = []
    for t in times:
        last = found[-1] if found else None
        if last is not None and last.first and t.last and last.first < t.last:
            between = text[last.end : t.start].strip().lower()
            before = text[: last.start].rstrip().rsplit(maxsplit=1)[-1:]
            word = before[0].lower() if before else ""
            if between in _RANGED.get(word, ()) or between in ("-", "–"):
                whole = text[last.start : t.end]
                found[-1] = msgspec.structs.replace(
                    last, end=t.end, text=whole, value=f"{last.value}/{t.value}", last=t.last
                )
                continue
        found.append(t)
    return found


_LENGTH = re.compile(r"P(\d+)([DWMY])")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}


def earlier(later: Time, length: Time) -> Time | None:
    """The days so long before a time, give or take half the unit it is counted in."""
    counted = _LENGTH.fullmatch(length.value)
    if counted is None or not later.first or not later.last:
        return None
    unit = _DAYS[counted[2]]
    back = timedelta(int(counted[1]) * unit)
    slack = timedelta(unit // 2)
    try:
        first, last = date.fromisoformat(later.first) - back - slack, date.fromisoformat(later.last) - back + slack
    except (ValueError, OverflowError):
        return None
    return msgspec.structs.replace(length, type="DATE", value=f"{first}/{last}", first=str(first), last=str(last))
