"""The gazetteer: every place that a name may stand for, most important first.

In: a name as a text writes it. Out: entries with coordinates, country, administrative areas, feature and population,
from three sources: a read-only SQLite file of towns and administrative areas (GeoNames, CC BY 4.0; see
:mod:`sayso.knowledge.build_gazetteer`), and the CSV files of countries, of seas, mountains and regions, and of
former and other names, which a user can correct line by line. The SQLite file is the packaged one, or one that a user
built from the full dump and named with :func:`use`.
"""

from __future__ import annotations

import math
import os
import re
import sqlite3
import unicodedata
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import NamedTuple

from sayso import resources

APPLICATION = 0x73617967  # "sayg", what SQLite's header says the file is for
VERSION = 1
ENVIRONMENT = "SAYSO_GAZETTEER"  # names a file as use() does
VILLAGE = "PPLL"  # the feature of what only a list of post offices has, without an id
_HEADER = ((16, 18), (28, 32), (60, 64), (68, 72))  # bytes of page size, page count, user version, application id
_MOST = 100  # namesakes looked at, the best known first
_DATA = files("sayso.knowledge") / "data" / "places"
PACKAGED = _DATA / "gazetteer.sqlite"
_SPELLED = {"st": "saint", "ste": "saint", "mt": "mount", "ft": "fort"}
_GAPS = re.compile(r"[\s\-–—/_]+")
_DROPPED = re.compile(r"[.'’‘ʻʼ`´,]")


class Entry(NamedTuple):
    """A place: degrees north and east, PLOVER's country code, GeoNames codes of the areas that hold it and of its feature."""

    geonameid: int | None
    name: str
    lat: float
    lon: float
    country: str | None
    admin1: str
    admin2: str
    feature: str
    population: int

    @property
    def is_country(self) -> bool:
        return self.feature.startswith("PCL")

    @property
    def is_area(self) -> bool:
        """Whether it is a country or an administrative area rather than a point in one."""
        return self.feature.startswith(("PCL", "ADM", "CONT"))

    @property
    def is_wide(self) -> bool:
        """Whether it is too wide for its point to tell what is near: a country, a first-order area or a continent."""
        return self.is_area and not self.feature.startswith("ADM2")

    @property
    def is_listed(self) -> bool:
        """Whether it is on the list of seas, rivers, regions and well-known sites, which few other things are named like."""
        return self.geonameid is None and self.feature != VILLAGE


class Alias(NamedTuple):
    """Another name of an entry: ``exact`` matches case for case, ``after`` only behind a town's name and a comma."""

    entry: Entry
    use: str


@lru_cache(maxsize=1 << 15)  # an article's few names are asked about again and again, and against every candidate's
def fold(name: str) -> str:
    """A name as the gazetteer keys it: lower case, no accents, no points, blanks for hyphens, "saint" for "St."."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(ch for ch in plain if not unicodedata.combining(ch)).lower()
    plain = (
        plain.replace("ø", "o")
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("ı", "i")
        .replace("ß", "ss")
        .replace("æ", "ae")
    )
    words = _GAPS.sub(" ", _DROPPED.sub("", plain)).split()
    return " ".join(_SPELLED.get(w, w) for w in words)


def distance(a: Entry, b: Entry) -> float:
    """Kilometres between two entries along a great circle."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


class Gazetteer:
    """Looks names up; open one with :func:`gazetteer`."""

    def __init__(self, path: Path) -> None:
        self._db = _opened(path)
        self._listed: dict[str, list[Entry]] = {}
        for entry, names in (*_countries(), *_regions()):
            for name in names:
                self._listed.setdefault(fold(name), []).append(entry)
        self._listed_ids = {e.geonameid for entries in self._listed.values() for e in entries}
        self._folded: dict[str, Entry] = {}
        self._exact: dict[str, Alias] = {}
        self._capitals = {(code, fold(name)) for code, name in capitals().items()}
        for row in _rows("aliases.csv"):
            self._add_alias(row)

    def _add_alias(self, row: dict[str, str]) -> None:
        within, _, admin1 = row["country"].partition(".")
        found = [
            e
            for e in self._known(fold(row["name"]))
            if (e.country == within and e.admin1 == (admin1 or e.admin1))
            or (not within and (e.is_country or e.is_listed))
        ]
        if not found:
            return
        asked, asked_as = fold(row["name"]), fold(row["alias"])
        entry = max(
            found, key=lambda e: (fold(e.name) == asked, bool(admin1) or not e.feature.startswith("ADM"), importance(e))
        )
        if row["use"] == "named":
            self._folded[asked_as] = entry._replace(name=row["alias"])
        elif row["use"]:
            self._exact[row["alias"]] = Alias(entry, row["use"])
            if row["alias"].endswith(".") and row["alias"].count(".") == 1:
                self._exact.setdefault(row["alias"][:-1], Alias(entry, "after"))
        else:
            self._folded[asked_as] = entry

    @lru_cache(maxsize=20_000)  # noqa: B019  (one gazetteer lives as long as the process)
    def _known(self, key: str) -> tuple[Entry, ...]:
        stored = self._db.execute(
            "SELECT p.id, p.name, p.lat, p.lon, p.country, p.admin1, p.admin2, p.feature, p.population "
            "FROM name n CROSS JOIN place p ON p.id = n.place WHERE n.key = ? ORDER BY n.rank LIMIT ?",
            (key, _MOST),
        )
        rows = [
            Entry(i if i > 0 else None, name, lat / 1e4, lon / 1e4, country or None, *rest)
            for i, name, lat, lon, country, *rest in stored
            if i not in self._listed_ids
        ]
        rows = [e._replace(feature="PPLC") if self._is_capital(e, rows) else e for e in rows]
        return tuple(sorted([*self._listed.get(key, []), *rows], key=importance, reverse=True))

    def _is_capital(self, entry: Entry, namesakes: list[Entry]) -> bool:
        """Whether it is the capital, which the packaged list of towns does not mark: the largest town of that name."""
        if entry.feature != "PPL" or (entry.country, fold(entry.name)) not in self._capitals:
            return False
        return entry.population == max(
            e.population for e in namesakes if e.country == entry.country and e.feature == "PPL"
        )

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All places of that name, the most important first; a name that is an alias has its target first."""
        if len(name) > 80:
            return ()
        alias = self._exact.get(name)
        if alias is not None:
            return (alias.entry,)
        key = fold(name)
        known = self._known(key)
        first = self._folded.get(key)
        if first is None:
            return known
        return (first, *(e for e in known if e.geonameid != first.geonameid))

    def usual(self, name: str) -> Entry | None:
        """The place that the list of other names says a name usually means, whatever larger namesakes it has."""
        return self._folded.get(fold(name))

    def abbreviation(self, name: str) -> Alias | None:
        """What an abbreviation written exactly so stands for, and whether it does so only after a town ("Paris, Ky.")."""
        return self._exact.get(name)

    @lru_cache(maxsize=4_096)  # noqa: B019
    def area(self, country: str, admin1: str, admin2: str = "") -> Entry | None:
        """The first- or second-order administrative area with those codes."""
        row = self._db.execute(
            "SELECT id, name, lat, lon, country, admin1, admin2, feature, population FROM place "
            "WHERE feature IN ('ADM1', 'ADM2') AND country = ? AND admin1 = ? AND admin2 = ? AND feature = ?",
            (country, admin1, admin2, "ADM2" if admin2 else "ADM1"),
        ).fetchone()
        if row is None:
            return None
        return Entry(row[0], row[1], row[2] / 1e4, row[3] / 1e4, *row[4:])


def importance(entry: Entry) -> float:
    """How far and wide a place is known, from its feature and population; about 0 (hamlet) to 12 (great power)."""
    if entry.is_listed and entry.population == 0 and not entry.is_area:
        return 7.0  # seas, rivers and regions that somebody thought worth a line
    return weight(entry.feature, entry.population)


def weight(feature: str, population: int) -> float:
    """The importance of a place of which only the GeoNames feature code and the population are known."""
    size = math.log10(population + 10)
    if feature.startswith("PCL"):
        return 5.0 + 0.6 * size if feature != "PCLH" else 8.0
    if feature == "CONT":
        return 12.0
    if feature == "ADM1":
        return size + 1.0
    if feature.startswith("ADM"):
        return size - 1.0
    if feature == "PPLC" and population:
        return size + 1.5
    return size


def _opened(path: Path) -> sqlite3.Connection:
    """A connection to a gazetteer file; raises ValueError for a file that is none, or none of this version."""
    remedy = "build one with: sayso gazetteer build allCountries.zip"
    if not path.is_file():
        raise ValueError(f"{path}: no such gazetteer file; {remedy}")
    with path.open("rb") as file:
        header = file.read(100)  # its fields are in section 1.3 of SQLite's file format
    size, pages, version, kind = (int.from_bytes(header[a:b], "big") for a, b in _HEADER)
    if not header.startswith(b"SQLite format 3\0") or kind != APPLICATION:
        raise ValueError(f"{path}: not a gazetteer; {remedy}")
    if version != VERSION:
        raise ValueError(f"{path}: a gazetteer of another version of sayso ({version}, not {VERSION}); build it again")
    if pages * size != path.stat().st_size:
        raise ValueError(f"{path}: the gazetteer is cut short; build it again")
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


_chosen: Path | None = None


def use(path: str | Path | None) -> None:
    """Make :func:`gazetteer` give the file that a user built, or the packaged one; raises ValueError for another file."""
    global _chosen
    chosen = None if path is None else Path(path).absolute()
    if chosen is not None:
        _open(chosen)
    _chosen = chosen


def gazetteer() -> Gazetteer:
    """The gazetteer that :func:`use` named, or the environment's ``SAYSO_GAZETTEER``, or the packaged one."""
    if _chosen is None and (named := os.environ.get(ENVIRONMENT)):
        use(named)
    return _open(_chosen)


@cache
def _open(path: Path | None) -> Gazetteer:
    if path is not None:
        return Gazetteer(path)
    with as_file(PACKAGED) as packaged:
        return Gazetteer(packaged)


@cache
def demonyms() -> dict[str, str]:
    """Country codes by nationality ("Afghans": AFG); where several countries share one, the most populous."""
    found: dict[str, tuple[int, str]] = {}
    for row in _rows("countries.csv"):
        for word in filter(None, row["demonyms"].split("|")):
            found[word] = max(found.get(word, (0, "")), (int(row["population"]), row["code"]))
    return {word: code for word, (_, code) in found.items()}


@cache
def country_codes() -> dict[str, str]:
    """PLOVER's country codes by ISO 3166 alpha-2."""
    return {row["alpha2"]: row["code"] for row in _rows("countries.csv")}


@cache
def capitals() -> dict[str, str]:
    """The capital's name by country code."""
    return {row["code"]: row["capital"] for row in _rows("countries.csv") if row["capital"]}


def _countries() -> list[tuple[Entry, list[str]]]:
    found = []
    for r in _rows("countries.csv"):
        entry = Entry(
            int(r["geonameid"]),
            r["name"],
            float(r["lat"]),
            float(r["lon"]),
            r["code"],
            "",
            "",
            "PCLI",
            int(r["population"]),
        )
        found.append((entry, [r["name"]]))
    return found


def _regions() -> list[tuple[Entry, list[str]]]:
    found = []
    for r in _rows("regions.csv"):
        key = int(r["geonameid"]) if r["geonameid"] else None
        entry = Entry(key, r["name"], float(r["lat"]), float(r["lon"]), r["country"] or None, "", "", r["feature"], 0)
        found.append((entry, [r["name"], *filter(None, r["aliases"].split("|"))]))
    return found


def _rows(name: str) -> list[dict[str, str]]:
    return resources.rows("sayso.knowledge", f"places/{name}")
