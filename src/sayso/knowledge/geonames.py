"""Reads GeoNames dumps in their documented formats: places ("allCountries.zip") and alternate names ("alternateNamesV2.zip").

In: a zip archive or its text file. Out: rows worth keeping in a gazetteer. A row that cannot be right (too few columns, coordinates
off the globe) is left out with one line that says where it stands; a file of another kind, or cut short, is a ValueError.
"""

from __future__ import annotations

import math
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from sayso.knowledge.gazetteer import country_codes

Problems = Callable[[str], None]
Progress = Callable[[int, int], None]

_COLUMNS = 19
_ALTERNATE_COLUMNS = 8
_KEPT_CLASSES = frozenset("APHTLV")
_WITHOUT_COUNTRY = frozenset("HTL")
_KEPT_SPOTS = frozenset(
    {"AIRP", "AIRB", "AIRF", "AIRQ", "PRT", "NVB", "INSM", "FT", "UNIV", "DAM", "BDG", "CMP", "CMPRF", "MNMT", "SQR"}
    | {"PRN", "MFGN", "MN", "OILF", "OILR", "PS", "PSH", "PSN", "PSTB"}
)
_LANGUAGES = frozenset({"", "en"})
_REPORT_EVERY = 20_000


class Row(NamedTuple):
    """A place as it is stored; ``names`` are all its spellings, the first one canonical; ``country`` is empty for a sea."""

    id: int
    names: tuple[str, ...]
    lat: float
    lon: float
    country: str
    admin1: str
    admin2: str
    feature: str
    population: int


def latin_name(name: str) -> bool:
    """Whether an alternate name is one that English text may print: Latin letters, capitalized, no airport code."""
    return (
        4 <= len(name) <= 40
        and name[0].isupper()
        and not name.isupper()
        and all(ch < "\u0250" or ch in "’‘ʻʼ" or "\u1e00" <= ch <= "\u1eff" for ch in name)
        and not any(ch.isdigit() or ch in "(),;/" for ch in name)
    )


def places(source: Path, problem: Problems, progress: Progress) -> Iterator[Row]:
    """The places of a dump: populated places, areas, waters, heights, regions, forests, and spots that news names.

    Countries are left to the gazetteer's own table. Raises ValueError for a file that is no such dump.
    """
    codes = country_codes()
    for number, cells in _table(source, _COLUMNS, "GeoNames dump of places", problem, progress):
        feature_class, feature, country = cells[6], cells[7], cells[8]
        if feature_class not in _KEPT_CLASSES and feature not in _KEPT_SPOTS:
            continue
        if feature.startswith("PCL") or not (country in codes or (not country and feature_class in _WITHOUT_COUNTRY)):
            continue
        try:
            yield _place(cells, codes.get(country, ""))
        except ValueError as error:
            problem(f"{source}, line {number}: {error}; the row is left out")


def _place(cells: list[str], country: str) -> Row:
    key, name, ascii_name, others = cells[:4]
    if not key.isdecimal() or not name:
        raise ValueError("it has no number or no name")
    lat, lon = _degrees(cells[4], 90, "latitude"), _degrees(cells[5], 180, "longitude")
    people = cells[14] or "0"
    if not people.isdecimal():
        raise ValueError(f"the population is {people[:20]!r}")
    names = (name, ascii_name, *(n for n in others.split(",") if latin_name(n)))
    return Row(int(key), names, lat, lon, country, cells[10], cells[11], cells[7], int(people))


def _degrees(cell: str, most: int, what: str) -> float:
    try:
        value = float(cell)
    except ValueError:
        raise ValueError(f"the {what} is {cell[:20]!r}") from None
    if not (math.isfinite(value) and abs(value) <= most):
        raise ValueError(f"the {what} {cell[:20]} is out of range")
    return value


def alternates(source: Path, problem: Problems, progress: Progress) -> Iterator[tuple[int, str]]:
    """GeoNames ids with their other names, English ones and those of no language, former names among them."""
    for _, cells in _table(source, _ALTERNATE_COLUMNS, "GeoNames file of alternate names", problem, progress):
        if cells[2] in _LANGUAGES and cells[1].isdecimal() and latin_name(cells[3]):
            yield int(cells[1]), cells[3]


def _table(
    source: Path, columns: int, kind: str, problem: Problems, progress: Progress
) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line that has the columns, with its number; the first line decides whether the file is of the kind."""
    with _opened(source) as (raw, size):
        done = 0
        for number, line in enumerate(raw, 1):
            done += len(line)
            if number % _REPORT_EVERY == 0:
                progress(done, size)
            try:
                cells = line.decode().rstrip("\r\n").split("\t")
            except UnicodeDecodeError:
                cells = []
            if (len(cells) == columns) or (columns == _ALTERNATE_COLUMNS and 4 <= len(cells) <= 10):
                yield number, cells
                continue
            if number == 1:
                found = (
                    f"its first line has {len(cells)} columns instead of {columns}" if cells else "it is no UTF-8 text"
                )
                raise ValueError(f"{source}: not a {kind}: {found}")
            problem(f"{source}, line {number}: {len(cells)} columns instead of {columns}; the row is left out")


@contextmanager
def _opened(source: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The text inside an archive, or the text file itself, with its size in bytes."""
    with source.open("rb") as file:
        start = file.read(4)
        file.seek(0)
        if not start.startswith(b"PK"):
            if b"\0" in file.read(4096) or source.suffix.lower() == ".zip":
                raise ValueError(f"{source}: neither a zip archive nor a text file of GeoNames")
            file.seek(0)
            yield file, source.stat().st_size
            return
        try:
            with zipfile.ZipFile(file) as archive:
                members = [m for m in archive.infolist() if m.filename.endswith(".txt") and not _notes(m.filename)]
                if not members:
                    raise ValueError(f"{source}: no table of GeoNames in this archive")
                largest = max(members, key=lambda m: m.file_size)
                with archive.open(largest) as raw:
                    yield raw, largest.file_size
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise ValueError(f"{source}: the archive is damaged or cut short; fetch it again") from None


def _notes(name: str) -> bool:
    return name.lower().startswith(("readme", "iso-language"))
