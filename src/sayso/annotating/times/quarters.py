"""Readers of quarters and halves of years: "the third quarter", "the quarter ended July 31", "a year earlier".

In: a ``Match``. Out: its ``Meaning``s, or None where the words only look like a time here.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.annotating.times.grammar import Match
from sayso.annotating.times.lexicon import lexicon
from sayso.annotating.times.meaning import RELATION, Meaning, meaning_of, ordinal_of, year_of

_MIDDLE = 20  # a quarter that ends before this day of a month has most of its last month in the one before


def quarter(m: Match) -> list[Meaning] | None:
    year, relation = year_of(m), RELATION.get(m.text("rel")) if m.has("rel") else None
    if m.has("halfyear"):
        return [meaning_of(m, "DATE", year=year, half=1)]
    if m.has("q"):
        digit = next(c for c in m.text("q") if c.isdigit())
        return [meaning_of(m, "DATE", year=year, quarter=int(digit))]
    nth = {"final": 0, "last": 0, "latter": 0}.get(m.text("nth"), ordinal_of(m.text("nth")))
    half = m.text("what") == "half"
    if half:
        return [meaning_of(m, "DATE", year=year, half=nth or 2, years=relation)] if nth <= 2 else None
    if nth > 4:
        return None
    if m.has("ago"):
        return [meaning_of(m, "DATE", quarter=nth, years=-1)]
    return [meaning_of(m, "DATE", year=year, quarter=nth or 4, years=relation)]


def _ended(m: Match) -> int | None:
    """The quarter of the calendar that "the quarter ended July 31" mostly lies in; None where no such day follows."""
    words = [t.norm for t in m.tokens[m.last : m.last + 4]]
    if len(words) < 3 or words[0] not in ("ended", "ending"):
        return None
    month = lexicon().payload("MONTH", words[1]) or lexicon().payload("MONTH_SHORT", words[1])
    day = next((w for w in words[2:] if w.isdigit()), "")
    if not month or not day:
        return None
    middle = int(month) - 1 - (int(day) < _MIDDLE)
    return (middle - 1) % 12 // 3 + 1


def that_quarter(m: Match) -> list[Meaning] | None:
    if not (m.has("ago") or m.has("bare")):
        if (nth := _ended(m)) is not None:
            return [meaning_of(m, "DATE", quarter=nth)]
        return [meaning_of(m, "DATE", quarterly=True, shift=0, unit="Q")]
    first = m.groups["skip"][1] if m.has("skip") else m.first
    return [replace(meaning_of(m, "DATE", quarterly=True, shift=-1, unit="Y"), first=first)]
