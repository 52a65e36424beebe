"""Which names are places, and which of its namesakes each one is."""

from __future__ import annotations

import pytest

from sayso.annotating import language, places
from sayso.model import Article, Block, Place, Settings


def read(text: str, settings: Settings | None = None) -> list[Place]:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(at, at + len(line)))
        at += len(line) + 1
    article = Article("a", text, blocks=blocks)
    language.add(article, Settings())
    places.add(article, settings or Settings())
    return article.places


def named(text: str) -> list[tuple[str, str | None]]:
    return [(p.text, p.country) for p in read(text)]


def test_a_place_inside_a_longer_name_is_found() -> None:
    assert named("The US embassy in Kabul declined to comment on the statement.") == [("US", "USA"), ("Kabul", "AFG")]
    assert ("Oxford", "GBR") in named("A student of the University of Oxford was arrested on Monday by the police.")


def test_a_place_carries_name_coordinates_and_id() -> None:
    (doha,) = read("The delegations met in Doha on Friday and agreed to meet again.")
    assert (doha.name, doha.geonameid, doha.country, doha.feature) == ("Doha", 290030, "QAT", "PPLC")
    assert doha.lat == pytest.approx(25.29, abs=0.05)
    assert doha.lon == pytest.approx(51.53, abs=0.05)


def test_what_follows_a_comma_says_which_namesake_is_meant() -> None:
    texas = read("A driver from Paris, Texas, was taken to hospital after the crash.")[0]
    kentucky = read("A driver from Paris, Ky., was taken to hospital after the crash.")[0]
    assert (texas.admin1, kentucky.admin1) == ("TX", "KY")
    assert named("Floods reached Pandi, Bulacan, on Friday, the mayor said.")[0] == ("Pandi", "PHL")


def test_the_rest_of_the_article_says_which_namesake_is_meant() -> None:
    text = (
        "The sheriff of Lamar County in Texas said that two men were held.\n"
        "They had fled from Dallas and from Texarkana, Texas.\nBoth were caught in Paris late on Monday."
    )
    paris = next(p for p in read(text) if p.text == "Paris")
    assert (paris.country, paris.admin1) == ("USA", "TX")
    assert named("The ministers met in Paris on Monday.") == [("Paris", "FRA")]


def test_a_dateline_is_a_place_and_says_which_country_the_report_is_from(annotated) -> None:
    def of(opening: str) -> dict[str, str | None]:
        text = f"Two Men Held After Robbery\n\n{opening}Two men from San Fernando were held by the police on Monday after a bank was robbed, a judge said."
        return {p.text: p.country for p in annotated(text, published="2018-10-15").places}

    assert of("Manila, Oct. 14 (IANS) ") == {"Manila": "PHL", "San Fernando": "PHL"}


def test_a_head_word_tells_the_province_from_the_city() -> None:
    assert [p.feature for p in read("Fighters attacked a post in Kandahar province, officials said.")] == ["ADM1"]
    assert [p.feature for p in read("Fighters attacked the airport in Kandahar on Sunday.")] == ["PPL"]


def test_a_name_keeps_one_sense_in_an_article() -> None:
    text = "Police in London, Ontario, closed a road.\nThe mayor of London spoke later.\nLondon is a town of students."
    assert {p.geonameid for p in read(text) if p.text == "London"} == {6058560}


def test_nationalities_are_not_places() -> None:
    assert named("Afghan and Iranian officials rejected the German proposal.") == []


def test_a_person_called_like_a_place_is_not_a_place() -> None:
    assert named("Michael Jordan thanked the crowd. Jordan then left the hall.") == []


def test_newspapers_and_streets_are_not_places() -> None:
    assert named("The shop on Hertford Road closed, the Seattle Times reported.") == []


def test_a_body_named_for_the_law_is_in_no_town_of_that_name() -> None:
    assert named("Forty were held, according to the Law Society of Zambia.") == [("Zambia", "ZMB")]


def test_a_dateline_in_capitals_is_a_place() -> None:
    assert named("KABUL (Reuters) - The army killed four people on Monday, officials said.")[0] == ("KABUL", "AFG")


def test_a_capital_that_stands_for_its_government_is_a_place() -> None:
    (washington,) = read("Washington has repeatedly rejected the initiative.")
    assert washington.geonameid == 4140963


def test_a_place_that_the_gazetteer_lacks_stays_without_coordinates() -> None:
    found = read("Troops took the village of Qorbazan in Kandahar province on Sunday.")
    assert [(p.lat, p.country) for p in found if p.text == "Qorbazan"] == [(None, "AFG")]  # the text says where it lies
    assert [p.text for p in found if p.lat is not None] == ["Kandahar"]


def test_explain_gives_candidates_and_what_decided() -> None:
    best, second, *_ = read("A driver from Paris, Texas, was hurt.", Settings(explain=True))[0].candidates
    assert (best.geonameid, best.country) == (4717560, "USA")
    assert best.score > second.score
    assert best.reasons["contained"] > 0
    assert sum(best.reasons.values()) == pytest.approx(best.score, abs=0.01)
    assert read("A driver from Paris, Texas, was hurt.")[0].candidates == []


def test_offsets_point_at_the_words() -> None:
    text = "Shells fell near Donetsk.\nRussia and Ukraine met in Istanbul, Turkey."
    found = read(text)
    assert [text[p.start : p.end] for p in found] == [p.text for p in found]
    assert [p.country for p in found] == ["UKR", "RUS", "UKR", "TUR", "TUR"]


def test_a_capital_that_acts_is_its_government_and_no_place(annotated):
    article = annotated("Washington rejected the offer. Talks went on in Washington, and London welcomed them.")
    assert [p.start for p in article.places] == [article.text.index("Washington,")]


def test_a_known_person_whose_first_name_is_a_towns_is_no_place() -> None:
    for somebody in ("Milan Kucan", "Carolina Barco"):
        assert named(f"{somebody} met Ghana's president on Monday.") == [("Ghana", "GHA")]
    assert ("Milan", "ITA") in named("The trial in Milan ended on Monday.")


@pytest.mark.parametrize(
    ("text", "village"),
    [
        ("Rebels moved into Bokande on Monday, the army of Chad said.", "Bokande"),
        ("A truck burned near Kolmansk in the hills of Georgia.", "Kolmansk"),
        ("The brigadiers met at Rakh-da-Kot on Thursday.", "Rakh-da-Kot"),
        ("Generals met at the Rakh-da-Kot crossing on Thursday.", "Rakh-da-Kot"),
    ],
)
def test_what_stands_where_only_places_stand_is_one(text: str, village: str) -> None:
    assert [(p.text, p.lat) for p in read(text) if p.text == village] == [(village, None)]


def test_a_town_of_the_countries_told_of_comes_before_a_greater_one_that_has_the_name_beside_its_own() -> None:
    found = read("Ivorian soldiers held nine men in Tai, on the road from Tabou to Guiglo in Ivory Coast.")
    assert [p.country for p in found if p.text == "Tai"] == ["CIV"]


def test_a_village_is_in_no_country_that_nothing_else_is_of() -> None:
    found = read("The convoy left Bunia for Mongbwalu in Ituri when shots fell near the village of Bali.")
    assert [p.geonameid for p in found if p.text == "Bali"] == [None]


def test_a_village_is_in_no_third_country_where_all_else_is_of_two() -> None:
    found = read(
        "Shells from Movses in Armenia fell on the village of Alibeyli, Baku said; Yerevan and Dilijan were calm, Tovuz was not."
    )
    assert [p.geonameid for p in found if p.text == "Alibeyli"] == [None]


def test_what_lies_so_far_from_a_place_is_one_in_its_country() -> None:
    found = read(
        "The men were taken from Wambuzi, some 180 km north of Bunia, by rebels under Kabongo, 12 km from Goma."
    )
    assert [(p.text, p.country) for p in found] == [("Wambuzi", "COD"), ("Bunia", "COD"), ("Goma", "COD")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Food reached the besieged Syrian town of Madaya on Monday.", "SYR"),
        ("Troops left the Honduran border town of La Paz.", "HND"),
        ("Troops left the town of La Paz.", "BOL"),
    ],
)
def test_a_nationality_before_town_of_says_where_it_is(annotated, text, country):
    assert [p.country for p in annotated(text).places] == [country]
