"""Zone names to offsets from UTC, for one moment and one country.

In: a name as a date line writes it ("IST", "GMT+3", "Eastern time"), the local time it stands with, and what is known
of the country. Out: a fixed offset and whether it had to be inferred. A name with several meanings takes the one of the
country; without a country it takes the meaning marked as the default in ``data/zones.csv``, which is its most common
use in English-language date lines (IST: India), unless that one is out of season; without a default there is no offset.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from sayso.reading.alternation import any_of
from sayso.resources import rows


class Zone(msgspec.Struct, frozen=True):
    """One meaning of a zone name: a fixed ``offset`` in minutes or an IANA zone, and where it is meant so."""

    name: str
    offset: int | None
    iana: str | None
    countries: frozenset[str]
    default: bool
    season: str | None
    places: frozenset[str]


class Offset(msgspec.Struct, frozen=True):
    """Minutes east of UTC; ``inferred`` when the name alone does not settle it."""

    minutes: int
    inferred: bool


_NUMERIC = re.compile(r"(?:GMT|UTC|UT)?\s*([+\-−–])\s*(\d{1,2}):?([0-5]\d)?", re.IGNORECASE)


@cache
def zones() -> dict[str, tuple[Zone, ...]]:
    """Every meaning of every zone name, by the name in capitals."""
    found: dict[str, list[Zone]] = {}
    for row in rows("sayso.reading", "zones.csv"):
        found.setdefault(row["name"].upper(), []).append(
            Zone(
                name=row["name"],
                offset=minutes_of(row["offset"]) if row["offset"] else None,
                iana=row["iana"] or None,
                countries=frozenset(filter(None, row["countries"].split(";"))),
                default=row["default"] == "1",
                season=row["season"] or None,
                places=frozenset(p.casefold() for p in row["places"].split(";") if p),
            )
        )
    return {name: tuple(meanings) for name, meanings in found.items()}


@cache
def name_pattern() -> str:
    """A regular expression for the known zone names; abbreviations only in capitals."""
    names = {zone.name for meanings in zones().values() for zone in meanings}
    spelled = any_of(sorted(name.lower() for name in names if " " in name))
    return f"(?:(?i:{spelled})|{any_of(sorted(name for name in names if ' ' not in name))})"


def minutes_of(offset: str) -> int | None:
    """Minutes of ``+05:30``, ``GMT+3`` or ``UTC -0400``; None for anything else or more than 14 hours."""
    match = _NUMERIC.fullmatch(offset.strip())
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    if minutes > 14 * 60:
        return None
    return -minutes if match[1] != "+" else minutes


def resolve(
    name: str, local: datetime, country: str | None = None, places: frozenset[str] = frozenset()
) -> Offset | None:
    """The offset that a zone name means at a local time; None where nothing settles it.

    ``country`` is an ISO 3166 alpha-3 code, ``places`` names in the article's own dateline, case-folded.
    """
    minutes = minutes_of(name)
    if minutes is not None:
        return Offset(minutes, inferred=False)
    meanings = zones().get(" ".join(name.upper().split()), ())
    if not meanings:
        return None
    chosen = _chosen(meanings, local, country, places)
    if chosen is None:
        return None
    at = chosen.offset if chosen.iana is None else _offset_in(chosen.iana, local)
    return None if at is None else Offset(at, inferred=len(meanings) > 1)


def _chosen(meanings: tuple[Zone, ...], local: datetime, country: str | None, places: frozenset[str]) -> Zone | None:
    if len(meanings) == 1:
        return meanings[0]
    for zone in meanings:
        if country in zone.countries:
            return zone
    if places:
        there = _countries_of(places)
        for zone in meanings:
            if zone.places & places or zone.countries & there:
                return zone
    for zone in meanings:
        if zone.default and (zone.season is None or _is_eu_summer(local)):
            return zone
    return None


@lru_cache(maxsize=1_000)
def _countries_of(places: frozenset[str]) -> frozenset[str]:
    """The countries (alpha-3) of the best known places of these names."""
    from sayso.knowledge.gazetteer import gazetteer

    known = (gazetteer().lookup(place) for place in places)
    return frozenset(found[0].country for found in known if found and found[0].country)


def _is_eu_summer(local: datetime) -> bool:
    return _offset_in("Europe/London", local) == 60


def _offset_in(iana: str, local: datetime) -> int | None:
    try:
        offset = local.replace(tzinfo=ZoneInfo(iana)).utcoffset()
    except (ZoneInfoNotFoundError, OverflowError):
        return None
    return None if offset is None else int(offset.total_seconds() // 60)


def with_offset(local: datetime, minutes: int) -> datetime:
    """The local time with a fixed offset in minutes."""
    return local.replace(tzinfo=timezone(timedelta(minutes=minutes)))
