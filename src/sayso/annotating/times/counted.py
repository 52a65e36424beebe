"""Readers of what is counted: so many units from now or then, durations, and sets ("every other week").

In: a ``Match``. Out: its ``Meaning``s, or None where the words only look like a time here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.annotating.times.grammar import Match
from sayso.annotating.times.lexicon import lexicon
from sayso.annotating.times.meaning import (
    Base,
    Meaning,
    clock_in,
    ends_clause,
    entry,
    meaning_of,
    month_of,
    unit_of,
)
from sayso.annotating.times.numbers import Count, number_of


def _count(m: Match) -> Count:
    return number_of(m.text("count"), _half(m))


def _half(m: Match) -> float:
    words = {t.norm for t in m.tokens[m.first : m.last]}
    fraction = next((w for w in words if re.fullmatch(r"\d/\d|[¼½¾]", w)), "")
    if fraction:
        return {"¼": 0.25, "½": 0.5, "¾": 0.75}.get(fraction) or int(fraction[0]) / max(int(fraction[2]), 1)
    tokens = [t.norm for t in m.tokens[m.first : m.last]]
    return 0.5 if "half" in words and "and" in words and tokens.index("half") > tokens.index("and") else 0.0


_BACK = frozenset({"ago", "earlier", "before", "previously", "beforehand"})


def offset(m: Match) -> list[Meaning] | None:
    if m.has("vaguely"):
        if m.text("dir") != "ago":
            return [Meaning(m.first, m.last - 1, "DURATION", value=_vague_duration(m, "vaguely"))]
        return [meaning_of(m, "DATE", value="PAST_REF")]
    direction = "ago" if m.has("dirago") else m.text("dir")
    if direction in ("on",):
        return None
    if direction in ("before", "after") and not ends_clause(m):
        return [replace(x, last=m.last - 1) for x in duration(m) or []] or None
    base: Base = "now" if direction in ("ago", "hence", "from now", "from today") else "then"
    back = direction in _BACK
    count = _count(m)
    unit = unit_of(m)
    if count.digits is None or unit[0] == "T":
        if base == "then":
            return [replace(x, last=m.groups["dir"][0]) for x in duration(m) or []] or None
        if count.digits is None:
            return [meaning_of(m, "DATE", value="PAST_REF" if back else "FUTURE_REF")]
        return [meaning_of(m, "TIME", shift=round(-count.number if back else count.number), unit=unit)]
    number = count.number
    if unit == "DE" or (unit == "CE" and number != int(number)):
        number, unit = number * (10 if unit == "DE" else 100), "Y"
    if number != int(number):
        number, unit = (number * 12, "M") if unit == "Y" else (int(number), unit)
    return [meaning_of(m, "DATE", shift=-int(number) if back else int(number), unit=unit, base=base)]


def _vague_duration(m: Match, group: str) -> str:
    unit = str(lexicon().payload("UNITS", m.text(group)))
    return duration_value(Count(None, 0.0), unit)


def duration_value(count: Count, unit: str) -> str:
    """The TIMEX3 value of so many units: "P3D", "PT5H30M", "PXM"."""
    unit = {"2W": "W", "WE": "D"}.get(unit, unit) if count.digits is None else unit
    clock, unit = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if count.digits is None:
        return f"P{clock}X{ {'DE': 'Y', 'CE': 'C', 'ML': 'L'}.get(unit, unit) }"
    times = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "2W": (2, "W"), "WE": (2, "D")}
    scale, unit = times.get(unit, (1, unit))
    number = count.number * scale
    whole = int(number)
    finer = {("T", "H"): (60, "M"), ("T", "M"): (60, "S"), ("", "Y"): (12, "M")}.get((clock, unit))
    rest = number - whole
    if not rest or finer is None or "." in count.digits:
        return f"P{clock}{number:g}{unit}" if number < 1e6 else f"P{clock}{whole}{unit}"
    part = round(rest * finer[0])
    return f"P{clock}{whole or ''}{unit if whole else ''}{part}{finer[1]}"


def duration(m: Match) -> list[Meaning] | None:
    count = _count(m) if m.has("count") else Count(None, 0.0)
    if m.has("low"):
        count = Count(None, 0.0)
    unit = unit_of(m)
    if m.has("coming"):
        return [meaning_of(m, "DATE", value="FUTURE_REF")]
    singular = m.text("unit") in lexicon().classes["UNIT"]
    if not m.has("count") and singular:
        count = Count("1", 1.0)
    if m.has("count") and not singular and count.digits is None and not m.text("count").strip():
        return None
    if unit == "WE" and not m.has("count"):
        return None
    if m.text("unit") == "seconds" and not m.has("count"):
        return None
    found = meaning_of(m, "DURATION", value=duration_value(count, unit))
    return [replace(found, first=m.groups["skip"][1]) if m.has("skip") else found]


def every(m: Match) -> list[Meaning] | None:
    if m.has("often"):
        return [meaning_of(m, "SET", value=str(entry("OFTEN", m, "often")))]
    if m.has("weekday") or m.has("weekday2"):
        name = m.text("weekday") or m.text("weekday2")
        day = lexicon().payload("WEEKDAY", name) or lexicon().payload("WEEKDAYS", name)
        return [meaning_of(m, "SET", value=f"XXXX-WXX-{day}" + (clock_in(m) or ""))]
    if m.has("month"):
        return [meaning_of(m, "SET", value=f"XXXX-{month_of(m):02}")]
    if m.has("season"):
        season = lexicon().payload("SEASON", m.text("season")) or lexicon().payload("SEASONS", m.text("season"))
        return [meaning_of(m, "SET", value=f"XXXX-{season}")]
    if m.has("part"):
        return [meaning_of(m, "SET", value=f"XXXX-XX-XX{clock_in(m)}")]
    if m.has("holiday"):
        rule = str(lexicon().payload("HOLIDAY", m.phrase("holiday")))
        return [meaning_of(m, "SET", value=f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX")]
    count = _count(m) if m.has("count") else Count("1", 1.0)
    if m.has("other"):
        count = Count("2", 2.0)
    return [meaning_of(m, "SET", value=duration_value(count, unit_of(m)))]


def rate(m: Match) -> list[Meaning] | None:
    """ "a year" after an amount is how often; elsewhere how long, which the rules of durations read."""
    before = m.tokens[m.first - 1] if m.first else None
    amount = before is not None and bool(before.kinds & {"RATE", "NUMBER", "DIGIT_WORD", "SCALE"})
    if not amount and m.tokens[m.first].norm != "per":
        return None
    return [meaning_of(m, "SET", value=duration_value(Count("1", 1.0), unit_of(m)))]
