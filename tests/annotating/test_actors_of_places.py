"""Those whom only a place tells: places that no gazetteer has, and the states to which places belonged before."""

from __future__ import annotations

import pytest


def codes(article, phrase):
    """The countries of every mention with exactly these words."""
    return [a.code for a in article.actors if a.text == phrase]


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        pytest.param("Gunmen burned a clinic in Bunagana.", "Gunmen", "COD", id="a border post"),
        pytest.param("Police beat students near Khan al-Ahmar, a Danish aid worker said.", "Police", "PSE", id="a hamlet"),
        pytest.param("Miners clashed with police in El Alto.", "Miners", "BOL", id="a town with small namesakes"),
        pytest.param("Herders left Qamishli, and soldiers let them pass.", "soldiers", "SYR", id="another spelling"),
    ],
)  # fmt: skip
def test_places_of_the_news_place_people(annotated, text, phrase, code):
    assert codes(annotated(text, "2016-05-01"), phrase) == [code]


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        pytest.param("Police beat nurses in Omsk.", "1990-11-02", "SUN", id="the Soviet Union"),
        pytest.param("Police beat nurses in Omsk.", "1992-11-02", "RUS", id="after it"),
        pytest.param("Police beat nurses in Russia.", "1990-11-02", "RUS", id="a republic that is named"),
        pytest.param("Police beat nurses in Kosice.", "1992-03-02", "CSK", id="Czechoslovakia"),
        pytest.param("Police beat nurses in Malakal.", "2008-03-02", "SDN", id="before independence"),
        pytest.param("Police beat nurses in Asmara.", "1991-01-02", "ETH", id="before secession"),
    ],
)
def test_people_are_of_the_state_that_a_place_belonged_to_on_the_day(annotated, text, day, code):
    assert codes(annotated(text, day), "Police") == [code]


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        pytest.param("Soldiers shut a market in Zinder, and a Belgian diplomat left.", "Soldiers", "NER", id="a diplomat"),
        pytest.param("Rebels entered Kaga-Bandoro. A Gabonese captain fired once.", "Rebels", "CAF", id="an officer abroad"),
        pytest.param("Herders told a Swiss doctor in Rubkona that soldiers had come.", "Herders", "SSD", id="a small town"),
        pytest.param("Traders from Mannar accused Indian sailors of theft.", "Traders", "LKA", id="from where people are"),
        pytest.param("Villagers fled to Batticaloa. The army gave out bread.", "The army", "LKA", id="where people flee to"),
        pytest.param("Refugees streaming over a bridge from Uvira were counted by soldiers.", "Refugees", "COD", id="from where they flee"),
        pytest.param("Policemen ran away from Bossangoa, a French nurse said.", "Policemen", "CAF", id="from where they run"),
        pytest.param("The delegation travelled to Palermo.", "The delegation", None, id="where officials go"),
    ],
)  # fmt: skip
def test_people_are_of_their_places_rather_than_of_a_strangers_country(annotated, text, phrase, code):
    assert codes(annotated(text, "2016-05-01"), phrase) == [code]


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        pytest.param("Albanian fighters held the hills above Tetovo.", "Albanian fighters", "MKD", id="kin of another state"),
        pytest.param("Albanian fighters left Tirana. Albania's army counted them.", "Albanian fighters", "ALB", id="a state's own"),
        pytest.param("Indian farmers barred a road near Cochabamba.", "Indian farmers", "BOL", id="natives of America"),
        pytest.param("Muscovites queued for bread.", "Muscovites", "RUS", id="people of a city"),
        pytest.param("Guatemalan troops shot a boy near Belize.", "a boy", "GTM", id="near another country"),
        pytest.param("Chilean police came. The Metro workers' union met.", "The Metro workers' union", "CHL", id="no town"),
        pytest.param("Gulf troops drove into Manama.", "Gulf troops", None, id="of several states"),
    ],
)  # fmt: skip
def test_people_are_where_their_kin_or_their_city_is(annotated, text, phrase, code):
    assert codes(annotated(text, "2016-05-01"), phrase) == [code]


def test_where_a_mans_envoy_is_tells_of_nobody_else(annotated):
    text = "Gunmen held a school in Vladikavkaz. Maskhadov's envoy in London, Akhmed Zakayev, wept with mothers."
    assert codes(annotated(text, "2004-09-03"), "mothers") == ["RUS"]


@pytest.mark.parametrize(
    ("text", "named", "code"),
    [
        ("Gunmen attacked the Moscow hotel in Kabul.", "Moscow", "AFG"),
        ("A bomb went off at the London restaurant in Mogadishu.", "London", "SOM"),
        ("Jets hit al-Thawra hospital in Hodeidah.", "al-Thawra", "YEM"),
        ("Police searched Victoria College in Lahore.", "Victoria", "PAK"),
        ("Troops surrounded the Baghdad cafe in Tripoli.", "Baghdad", "LBY"),
    ],
)
def test_what_a_house_is_called_is_not_where_it_lies(annotated, text, named, code):
    article = annotated(text)
    assert {a.code for a in article.actors} <= {code}
    assert named not in {p.text for p in article.places}


def test_a_house_of_a_town_beside_another_of_its_country_lies_there(annotated):
    article = annotated("Jets hit a Damascus hospital in Mazzeh.")
    assert "Damascus" in {p.text for p in article.places}
