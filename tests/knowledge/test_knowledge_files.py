"""The form of the knowledge files: columns, codes, sectors, dates, duplicates and blanks.

In: every CSV of ``sayso/knowledge/data`` that the table below names, as far as it is there. Out: for each check, the
lines that break it, so that one run shows all there is to mend.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

import sayso.knowledge
from sayso.ontology import load

DATA = Path(sayso.knowledge.__file__).parent / "data"


class Form(NamedTuple):
    """What a file must look like: its columns, which of them hold names, and the sign between several values."""

    columns: str
    names: tuple[str, ...]
    separator: str = "|"


FORMS = {
    "states.csv": Form("code,name,names,adjectives,people,capital,metonyms,sector,from,to", ("name", "names")),
    "organizations.csv": Form("name,aliases,acronyms,code,sector,from,to", ("name", "aliases")),
    "groups.csv": Form("name,aliases,acronyms,code,sector,from,to", ("name",)),
    "outlets.csv": Form("name,aliases,code,domain,kind,from,to", ("name",), ";"),
    "officeholders/*.csv": Form("person,aliases,code,office,sector,from,to", ("person", "code", "office")),
}
LISTS = {"names", "aliases", "acronyms", "adjectives", "people", "capital", "metonyms", "domain"}
NEVER_EMPTY = {"name", "person", "office", "kind"}
CODE_MAY_BE_EMPTY = {"outlets.csv"}

# ISO 3166-1 alpha-3, less the dependencies that PLOVER codes under their state; then Kosovo, and the former states
# of ISO 3166-3 that are not an older name of one still there.
ISO = """
AFG AGO ALB AND ARE ARG ARM ATA ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA
CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH
FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HKG HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA
JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL
MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK
PRT PRY PSE QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA
TJK TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR URY USA UZB VAT VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
KOS CSK DDR SCG SKM SUN VDR YMD YUG
"""
STATES = set(ISO.split())

Row = dict[str, str]


def paths() -> list[tuple[str, Path]]:
    return [(pattern, path) for pattern in FORMS for path in sorted(DATA.glob(pattern))]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, restkey="surplus", restval=""))


def values(cell: str, separator: str) -> list[str]:
    return [value for value in cell.split(separator) if value]


def first_day(text: str) -> date:
    """The first day of a year, month or day; ``from`` and ``to`` are compared by it when they are equally exact."""
    year, month, day = ([int(part) for part in text.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def is_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        return False
    try:
        first_day(text)
    except ValueError:
        return False
    return True


def comes_before(one: str, other: str) -> bool:
    """Whether the date ``one`` surely lies before ``other``, as far as both are known."""
    exact = min(len(one), len(other))
    return one[:exact] < other[:exact]


def apart(one: Row, other: Row) -> bool:
    """Whether one row ends before, or when, the other begins."""
    return any(
        early["to"] and late["from"] and not comes_before(late["from"], early["to"])
        for early, late in ((one, other), (other, one))
    )


def keys(row: Row, form: Form) -> Iterator[str]:
    """What two rows of a file may not share at the same time."""
    single = [column for column in form.names if column not in LISTS]
    if len(single) > 1:
        yield " / ".join(row[column] for column in single)
        return
    found: set[str] = set()
    for column in form.names:
        found.update(values(row[column], form.separator) if column in LISTS else [row[column]])
    yield from sorted(found)


each_file = pytest.mark.parametrize(("pattern", "path"), paths(), ids=lambda value: getattr(value, "name", ""))


def test_the_states_and_the_organizations_are_there() -> None:
    assert len(rows(DATA / "states.csv")) > 250
    assert len(rows(DATA / "organizations.csv")) > 280


def test_every_state_has_a_row_of_its_own_code() -> None:
    assert {row["code"] for row in rows(DATA / "states.csv")} == STATES


@each_file
def test_a_file_has_its_columns_and_no_line_more_or_fewer_cells(pattern: str, path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    columns = FORMS[pattern].columns.split(",")
    assert lines[0] == columns
    assert [line for line in lines if len(line) != len(columns)] == []


@each_file
def test_every_code_is_a_states_or_one_of_plovers(pattern: str, path: Path) -> None:
    known = STATES | set(load().codes) | ({""} if pattern in CODE_MAY_BE_EMPTY else set())
    assert [row for row in rows(path) if row["code"] not in known] == []


@each_file
def test_every_sector_is_one_of_plovers_or_empty(pattern: str, path: Path) -> None:
    known = set(load().sectors) | {""}
    assert [row for row in rows(path) if row.get("sector", "") not in known] == []
    cells = [cell for row in rows(path) for cell in values(row.get("metonyms", ""), "|")]
    assert [cell for cell in cells if ":" in cell and cell.rpartition(":")[2] not in known - {""}] == []


@each_file
def test_dates_are_years_months_or_days_and_in_order(pattern: str, path: Path) -> None:
    for row in rows(path):
        assert all(not row[end] or is_date(row[end]) for end in ("from", "to")), row
        assert not (row["from"] and row["to"] and comes_before(row["to"], row["from"])), row


@each_file
def test_no_two_rows_claim_one_name_at_the_same_time(pattern: str, path: Path) -> None:
    owners: dict[str, list[Row]] = defaultdict(list)
    for row in rows(path):
        for key in keys(row, FORMS[pattern]):
            owners[key].append(row)
    clashes = [
        (key, one["from"], one["to"], other["from"], other["to"])
        for key, claimants in owners.items()
        for index, one in enumerate(claimants)
        for other in claimants[index + 1 :]
        if not apart(one, other)
    ]
    assert clashes == []


@each_file
def test_cells_have_no_stray_blanks_and_lists_no_empty_or_repeated_value(pattern: str, path: Path) -> None:
    separator = FORMS[pattern].separator
    for row in rows(path):
        for column, cell in row.items():
            parts = cell.split(separator) if column in LISTS and cell else [cell]
            assert all(part == part.strip() and "  " not in part and "\n" not in part for part in parts), row
            assert len(set(parts)) == len(parts), row
            assert all(parts) or (not cell and column not in NEVER_EMPTY), row


def test_dates_of_different_exactness_are_compared_only_as_far_as_both_are_known() -> None:
    assert comes_before("1991", "1992-01-01")
    assert not comes_before("1991-12-25", "1991")
    assert not is_date("1991-13")
    assert not is_date("91")
    assert apart({"from": "", "to": "1991"}, {"from": "1991-12-25", "to": ""})
    assert not apart({"from": "", "to": ""}, {"from": "1991", "to": ""})


def test_figures_have_a_state_and_stand_once() -> None:
    figures = rows(DATA / "figures.csv")
    sectors = {*load().sectors, ""}
    wrong = [r for r in figures if r["code"] not in STATES or r["sector"] not in sectors or not r["person"].strip()]
    names = [n for r in figures for n in {r["person"], *values(r["aliases"], "|")}]
    assert not wrong
    assert len(names) == len(set(names))


def test_a_place_of_which_only_the_country_is_known_is_of_one_country() -> None:
    places = rows(DATA / "places" / "unmapped.csv")
    listed = [(name, row["country"]) for row in places for name in values(row["names"], "|")]
    assert {country for _, country in listed} <= STATES
    assert len({name for name, _ in listed}) == len(listed)


def test_land_belonged_to_one_state_at_a_time() -> None:
    former = rows(DATA / "predecessors.csv")
    assert {row[column] for row in former for column in ("code", "former")} <= STATES
    assert all(date.fromisoformat(row["until"]) for row in former)
    assert len({(row["code"], row["until"]) for row in former}) == len(former)
