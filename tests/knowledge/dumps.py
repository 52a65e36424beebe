"""GeoNames dumps made up for tests: 19 columns, tab-separated, alternate names in the fourth, as the real ones have.

    python tests/knowledge/dumps.py OUT.zip ROWS     also writes one by hand, for measuring

The rows of the packaged gazetteer come first, with their own ids, so that articles read the same with the index; the rest
are hamlets, streams and hills with made-up names, many of them namesakes.
"""

from __future__ import annotations

import io
import random
import sqlite3
import sys
import zipfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from sayso.knowledge.gazetteer import country_codes

_HEADS = "Al Ba Bel Ca Da El Fa Ga Ha Ka La Lo Ma Mo Na Or Pa Qa Ra Sa San Sha Ta Um Va Wa Ya Za".split()
_MIDDLES = "bar den gor hir kan lam mir nor pur rab sen tal van wel zar lin dor mas rik tum".split()
_TAILS = "a abad an ato berg da eh el ersk i ia in ka la na o os ov stan ville ya".split()
_KINDS = [("P", "PPL")] * 6 + [
    ("H", "STM"),
    ("H", "LK"),
    ("T", "HLL"),
    ("T", "MT"),
    ("L", "LCTY"),
    ("S", "HTL"),
    ("S", "CH"),
]


def line(
    key: int,
    name: str,
    others: str = "",
    kind: tuple[str, str] = ("P", "PPL"),
    lat: object = 10.5,
    lon: object = 20.25,
    country: str = "TD",
    admin1: str = "01",
    admin2: str = "",
    people: object = 0,
) -> str:
    """One row, without its line end."""
    cells = [
        key,
        name,
        name,
        others,
        lat,
        lon,
        *kind,
        country,
        "",
        admin1,
        admin2,
        "",
        "",
        people,
        "",
        "",
        "",
        "2020-01-01",
    ]
    return "\t".join(map(str, cells))


def packaged() -> Iterator[str]:
    """The packaged gazetteer as rows of a dump."""
    path = files("sayso.knowledge") / "data" / "places" / "gazetteer.sqlite"
    alpha2 = {code: short for short, code in country_codes().items()}
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        for i, name, lat, lon, code, admin1, admin2, feature, people in db.execute("SELECT * FROM place ORDER BY id"):
            kind = ("A" if feature.startswith("ADM") else "P", feature)
            yield line(i, name, "", kind, lat / 1e4, lon / 1e4, alpha2[code], admin1, admin2, people)


def made_up(count: int, first_id: int = 100_000_000, seed: int = 1) -> Iterator[str]:
    """So many invented rows; about one name in thirty is that of a large family of namesakes."""
    rng = random.Random(seed)
    countries = sorted(country_codes())
    families = [_name(rng) for _ in range(500)]
    for i in range(count):
        name = f"San {families[int(rng.random() ** 3 * 500)]}" if rng.random() < 0.03 else f"{_name(rng)} {_name(rng)}"
        others = ",".join(_name(rng) + _name(rng).lower() for _ in range(rng.choice((0, 0, 1, 2))))
        people = int(10 ** rng.uniform(1, 4)) if rng.random() < 0.1 else 0
        lat, lon = round(rng.uniform(-60, 70), 5), round(rng.uniform(-180, 180), 5)
        yield line(
            first_id + i,
            name,
            others,
            rng.choice(_KINDS),
            lat,
            lon,
            rng.choice(countries),
            f"{rng.randrange(30):02}",
            str(rng.randrange(999)),
            people,
        )


def _name(rng: random.Random) -> str:
    return rng.choice(_HEADS) + rng.choice(_MIDDLES) + rng.choice(_TAILS)


def write(path: Path, rows: Iterator[str] | list[str], member: str = "allCountries.txt") -> Path:
    """Write the rows as an archive."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(member, "w") as raw,
        io.TextIOWrapper(raw, "utf-8", newline="\n") as out,
    ):
        out.writelines(row + "\n" for row in rows)
    return path


def _main() -> None:
    def rows() -> Iterator[str]:
        yield from packaged()
        yield from made_up(int(sys.argv[2]))

    write(Path(sys.argv[1]), rows())


if __name__ == "__main__":
    _main()
