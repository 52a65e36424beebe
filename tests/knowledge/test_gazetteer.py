"""The gazetteer: names to places, and the file it is built into."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from sayso.knowledge.build_gazetteer import build
from sayso.knowledge.gazetteer import Gazetteer, capitals, demonyms, distance, fold, gazetteer, importance


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("St. John's", "saint johns"),
        ("Bogotá", "bogota"),
        ("Deir ez-Zor", "deir ez zor"),
        ("U.S.", "us"),
        ("Łódź", "lodz"),
    ],
)
def test_spellings_of_a_name_share_one_key(written: str, key: str) -> None:
    assert fold(written) == key


@pytest.mark.parametrize(
    ("name", "country", "geonameid"),
    [
        ("Doha", "QAT", 290030),
        ("Kabul", "AFG", 1138958),
        ("Kyiv", "UKR", 703448),
        ("Pandi", "PHL", 1695462),
        ("Turkey", "TUR", 298795),
        ("Kentucky", "USA", 6254925),
        ("Kosovo", "KOS", 831053),
    ],
)
def test_the_best_known_place_of_a_name_comes_first(name: str, country: str, geonameid: int) -> None:
    first = gazetteer().lookup(name)[0]
    assert (first.country, first.geonameid) == (country, geonameid)


@pytest.mark.parametrize(
    ("former", "name"),
    [
        ("Kiev", "Kyiv"),
        ("Rangoon", "Yangon"),
        ("Saigon", "Ho Chi Minh City"),
        ("Burma", "Myanmar"),
        ("Swaziland", "Eswatini"),
    ],
)
def test_a_former_name_finds_the_place(former: str, name: str) -> None:
    assert gazetteer().lookup(former)[0].name == name


def test_namesakes_are_all_there() -> None:
    homes = {(e.country, e.admin1) for e in gazetteer().lookup("Paris")}
    assert {("USA", "TX"), ("USA", "KY"), ("CAN", "08")} <= homes
    assert gazetteer().lookup("Paris")[0].country == "FRA"


def test_regions_without_a_country_have_coordinates_and_no_invented_id() -> None:
    kashmir = gazetteer().lookup("Kashmir")[0]
    assert kashmir.country is None
    assert kashmir.geonameid is None
    assert abs(kashmir.lat - 34) < 2
    assert abs(kashmir.lon - 76) < 2


def test_an_abbreviation_is_read_case_for_case() -> None:
    assert gazetteer().lookup("US")[0].country == "USA"
    assert not any(e.is_country for e in gazetteer().lookup("us"))
    alias = gazetteer().abbreviation("TX")
    assert alias is not None
    assert (alias.entry.name, alias.use) == ("Texas", "after")


def test_every_other_name_in_the_list_has_a_place() -> None:
    import csv
    from importlib.resources import files

    path = files("sayso.knowledge") / "data" / "places" / "aliases.csv"
    for row in csv.DictReader(path.read_text("utf-8").splitlines()):
        found = gazetteer().abbreviation(row["alias"]) if row["use"] else gazetteer().usual(row["alias"])
        assert found is not None, row


def test_the_capital_outranks_its_namesakes_and_importance_grows_with_people() -> None:
    washington = gazetteer().lookup("Washington")[0]
    assert washington.feature == "PPLC"
    assert [e.feature for e in gazetteer().lookup("Washington")].count("PPLC") == 1
    assert importance(washington) > importance(washington._replace(population=1_000))


def test_demonyms_and_capitals_name_countries() -> None:
    assert demonyms()["Afghans"] == "AFG"
    assert demonyms()["Congolese"] == "COD"
    assert capitals()["KOS"] == "Pristina"


def test_distance_is_in_kilometres() -> None:
    berlin, paris = gazetteer().lookup("Berlin")[0], gazetteer().lookup("Paris")[0]
    assert distance(berlin, paris) == pytest.approx(878, abs=15)


def _dump(path: Path) -> Path:
    def line(key: int, name: str, alternates: str, kind: str, feature: str, admin1: str, people: int) -> str:
        cells = [
            str(key),
            name,
            name,
            alternates,
            "10.5",
            "20.25",
            kind,
            feature,
            "TD",
            "",
            admin1,
            "",
            "",
            "",
            str(people),
        ]
        return "\t".join([*cells, "", "", "Africa/Ndjamena", "2020-01-01"])

    rows = [
        line(1, "Testville", "Oldtown,ABC", "P", "PPL", "01", 90_000),
        line(2, "Test Area", "", "A", "ADM1", "01", 0),
        line(3, "Test Hotel", "", "S", "HTL", "01", 0),
        line(4, "Chad", "", "A", "PCLI", "00", 15_000_000),
    ]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("TD.txt", "\n".join(rows) + "\n")
    return path


def test_a_dump_is_built_into_a_gazetteer(tmp_path: Path) -> None:
    assert build(_dump(tmp_path / "TD.zip"), tmp_path / "g.sqlite") == 2
    built = Gazetteer(tmp_path / "g.sqlite")
    found = built.lookup("Oldtown")[0]
    assert (found.geonameid, found.country, found.lat, found.lon) == (1, "TCD", 10.5, 20.25)
    assert built.lookup("Test Hotel") == ()
    assert [e.geonameid for e in built.lookup("Chad")] == [2434508]


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    source = _dump(tmp_path / "TD.zip")
    build(source, tmp_path / "a.sqlite")
    build(source, tmp_path / "b.sqlite")
    assert (tmp_path / "a.sqlite").read_bytes() == (tmp_path / "b.sqlite").read_bytes()
