"""The ground that a report stands on, told by other things than places' names.

In: an article with its source and credits. Out: areas with weights: the home of a local paper, the telephone numbers that
readers are asked to call, words that only one country's or province's papers use. ``knowledge/data/area_codes.csv`` and
``annotating/data/places/clues.csv`` say what tells what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sayso.knowledge.gazetteer import Entry, distance
from sayso.knowledge.local_outlets import home_town, towns_in_name
from sayso.knowledge.outlets import country_at, outlet_at, outlet_named
from sayso.model import Article
from sayso.resources import rows

_TELEPHONE = re.compile(r"(?<![\d-])\(?([2-9]\d\d)\)?[-. /]{1,2}\d{3}[-.]\d{4}(?!\d)")
_NEARBY = 120.0
_HOME, _CALLED, _WORDED, _NATIONAL, _MOST = 3.0, 3.0, 2.0, 1.0, 4.5
_FROM_AFAR = 0.5  # what the home counts for a report of an agency
_SAME_TOWN = 2.0


class Area(NamedTuple):
    """A country, or an area of one with a point in it, and how much tells for it."""

    why: str
    weight: float
    country: str
    admin1: str = ""
    point: Entry | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """The areas; ``towns`` are those that an unlisted paper's name may hold, ``local`` how surely it is a local report, 0 to 1."""

    areas: tuple[Area, ...]
    towns: tuple[Entry, ...] = ()

    @property
    def local(self) -> float:
        told = sum(a.weight for a in self.areas if a.admin1)
        return min(1.0, max(told, 1.5 * bool(self.towns)) / _HOME)

    def nations(self) -> Iterator[tuple[str, float]]:
        """Countries with their weights."""
        yield from ((a.country, a.weight) for a in self.areas)

    def reasons(self, entry: Entry) -> dict[str, float]:
        """What the ground adds to a candidate's score."""
        found: dict[str, float] = {}
        for a in self.areas:
            near = a.point is not None and not entry.is_area and distance(a.point, entry) < _NEARBY
            if a.country != entry.country and not near:
                continue
            part = 1.0 if near or (a.admin1 and a.admin1 == entry.admin1) else 0.35
            found[a.why] = min(_MOST, found.get(a.why, 0.0) + part * a.weight)
            if a.point is not None and a.why == "home" and entry.geonameid == a.point.geonameid:
                found["outlet's town"] = _SAME_TOWN
        if entry in self.towns:
            found["outlet's name"] = _SAME_TOWN
        return found


def ground(article: Article) -> Ground:
    """What tells where the article is at home."""
    source = article.source
    name, url = (source.name, source.url) if source is not None else (None, None)
    url = url or article.url
    areas = [*_telephones(article.text), *_worded(article.text)]
    share = _FROM_AFAR if _is_from_agency(article) else 1.0
    national = outlet_named(name) if name else None
    national = national or (outlet_at(url) if url else None)
    town = home_town(name, url) if national is None else None
    towns: tuple[Entry, ...] = ()
    if town is not None:
        areas.append(Area("home", _HOME * share, town.country or "", town.admin1, town))
    elif national is not None and national.kind != "agency" and national.code:
        areas.append(Area("home", _NATIONAL, national.code))
    elif national is None:
        country = country_at(url) if url else None
        towns = tuple(e for e in towns_in_name(name, url) if country in (None, e.country))
        if country is not None:
            areas.append(Area("home", _NATIONAL, country))
    return Ground(tuple(areas), towns)


def _is_from_agency(article: Article) -> bool:
    credited = (outlet_named(c) for c in article.credits)
    return any(o is not None and o.kind == "agency" for o in credited)


def _telephones(text: str) -> Iterator[Area]:
    codes = {m[1] for m in _TELEPHONE.finditer(text)} & _area_codes().keys()
    for code in sorted(codes)[:2]:
        yield _area_codes()[code]


def _worded(text: str) -> Iterator[Area]:
    pattern, areas = _clues()
    told = {areas[m[0]] for m in pattern.finditer(text)}
    for country, admin1 in sorted(told):
        if sum(c != country for c, _ in told) == 0:  # words of two countries tell of neither
            yield Area("words", _WORDED if admin1 else _NATIONAL, country, admin1)


@cache
def _area_codes() -> dict[str, Area]:
    found = {}
    for r in rows("sayso.knowledge", "area_codes.csv"):
        point = Entry(None, r["code"], float(r["lat"]), float(r["lon"]), r["country"], r["admin1"], "", "AREA", 0)
        found[r["code"]] = Area("telephone", _CALLED, r["country"], r["admin1"], point)
    return found


@cache
def _clues() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    listed = {r["phrase"]: (r["country"], r["admin1"]) for r in rows("sayso.annotating", "places/clues.csv")}
    longest_first = sorted(map(re.escape, listed), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)"), listed
