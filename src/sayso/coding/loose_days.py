"""Days that are only a speaker's: "today" in somebody's words, an hour without a day.

In: a mention. Out: whether its day may be another one's by one.
"""

from __future__ import annotations

import re
from datetime import date

from sayso.coding.extraction import Mention

_SPOKEN = re.compile(r"(?:this|today|tonight|earlier today)(?: (?:morning|afternoon|evening))?", re.I)
_OF_THE_CLOCK = re.compile(
    r"[^\d]*(?:\d{1,2}(?:[.:]\d\d)?|[a-z]+)(?: o'clock)? ?(?:[ap]\.?m\.?|in the \w+|at night)?", re.I
)


def one_time(x: Mention, m: Mention) -> bool:
    """Whether two tellings may be of one time; a speaker's "today" may be the day before his words were printed."""
    if x.time is None or m.time is None or not (x.time.first and x.time.last and m.time.first and m.time.last):
        return True
    if _is_loose(m) or _is_loose(x):
        return min(abs(_days(x.time.first, m.time.last)), abs(_days(m.time.first, x.time.last))) <= 1
    return x.time.first <= m.time.last and m.time.first <= x.time.last


def _is_loose(m: Mention) -> bool:
    if m.time is None or not m.told_by_another:
        return False
    return bool(_SPOKEN.fullmatch(m.time.text)) or (
        m.time.type == "TIME" and bool(_OF_THE_CLOCK.fullmatch(m.time.text))
    )


def _days(a: str, b: str) -> int:
    return date.fromisoformat(a).toordinal() - date.fromisoformat(b).toordinal()
