"""The gazetteer: names to places, and the file it is built into."""

from __future__ import annotations

import pytest

from sayso.knowledge.gazetteer import capitals, demonyms, distance, fold, gazetteer, importance


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
        found = (
            gazetteer().abbreviation(row["alias"])
            if row["use"] not in ("", "named")
            else gazetteer().usual(row["alias"])
        )
        assert found is not None, row


def test_an_area_is_found_by_its_codes_and_by_an_index() -> None:
    area = gazetteer().area("USA", "KY")
    assert area is not None
    assert area.name == "Kentucky"
    assert gazetteer().area("USA", "ZZ") is None


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
