"""People without a name by the nearer of several countries; whom the two, both and their pronouns mean."""

from __future__ import annotations

import pytest


def coded(article, phrase):
    """Country and sector of every mention with exactly these words."""
    return [(a.code, a.sector) for a in article.actors if a.text == phrase]


@pytest.mark.parametrize(
    ("text", "phrase", "code", "sector"),
    [
        pytest.param("Bandits shot a Danish nurse north of Garoua.", "Bandits", "CMR", "CRM", id="beside a place"),
        pytest.param("A Polish envoy met judges in Dakar.", "judges", "SEN", "JUD", id="talks place who lives there"),
        pytest.param("Two Ghanaian welders were beaten in Tomsk. Police held youths.", "Police", "RUS", "COP", id="a few foreigners"),
        pytest.param("A gang seized a Swiss priest in Jacmel. The governor promised help.", "The governor", "HTI", "GOV", id="a foreigner"),
        pytest.param("Peruvian workers leaving Chile said officers had robbed them.", "officers", "CHL", "COP", id="leaving a country"),
        pytest.param("Settlers blocked a road near Hebron.", "Settlers", "ISR", "CVL", id="settlers"),
        pytest.param("Fishermen from Negombo met a minister.", "Fishermen", "LKA", "AGR", id="people from a town"),
        pytest.param("Policemen in Spanish Town shot a goat.", "Policemen in Spanish Town", "JAM", "COP", id="a town named for a nation"),
        pytest.param("KAMPALA - Farmers marched, and soldiers beat them.", "Farmers", "UGA", "AGR", id="the first word is no name"),
        pytest.param("The ministry in Nairobi said Ethiopian troops had killed rebels.", "rebels", "ETH", "REB", id="whose rebels soldiers hunt"),
        pytest.param("Kosovo Serbs met the mayor.", "Kosovo Serbs", "KOS", "CVL", id="a people in another country"),
        pytest.param("Ali Noor of the Sudan Liberation Army met envoys.", "Ali Noor", "SDN", "REB", id="whom a person is of"),
        pytest.param("Chadian intelligence arrested a trader.", "Chadian intelligence", "TCD", "SPY", id="a nation's intelligence"),
        pytest.param("A Red Cross worker was shot in Juba.", "A Red Cross worker", "NGO", "SOC", id="a relief worker"),
        pytest.param("Abkhazia closed the bridge.", "Abkhazia", "GEO", "GOV", id="a state that nobody recognises"),
        pytest.param("The chief told reporters in Oslo that he would go.", "reporters", None, "JRN", id="those who are told"),
    ],
)  # fmt: skip
def test_people_are_of_the_nearer_country(annotated, text, phrase, code, sector):
    assert coded(annotated(text, "2014-05-01"), phrase) == [(code, sector)]


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        pytest.param("Villagers wept. A policeman told them to go home.", "them", "Villagers", id="whom police deal with"),
        pytest.param("Nurses asked troops to guard their hostel.", "their", "Nurses", id="what one asks for is one's own"),
        pytest.param("A gunman shot Maria Lopez in Quito. Her party mourned.", "Her", "Maria Lopez", id="a woman's name"),
        pytest.param("Peru closed a bridge. Chile blamed its neighbour.", "its neighbour", "Peru", id="the other of two"),
        pytest.param("Angela Merkel met David Cameron. Cameron warned her.", "her", "Angela Merkel", id="nobody warns himself"),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means(annotated, text, phrase, name):
    found = [a.identifier_text for a in annotated(text, "2014-05-01").actors if a.text in (phrase, f"{phrase} party")]
    assert found
    assert all(name in str(f) for f in found)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Salva Kiir and Riek Machar met in Juba. Both signed a truce.", "Both"),
        ("Kenya and Uganda quarrelled. The African Union said the two would talk.", "the two"),
    ],
)
def test_both_and_the_two_are_those_named_together(annotated, text, phrase):
    actors = annotated(text, "2014-05-01").actors
    (both,) = [a for a in actors if a.text == phrase]
    assert set(both.members) == {a.entity for a in actors[:2]}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The general turned to Moscow for help.", "Russia"),
        ("The firm resumed deliveries to Tbilisi.", "Georgia"),
        ("Islanders complained about Canberra.", "Australia"),
    ],
)
def test_a_capital_that_is_asked_or_given_something_is_its_government(annotated, text, state):
    assert state in {a.identifier_text for a in annotated(text, "2014-05-01").actors if a.kind == "state"}


def test_who_has_been_ousted_is_no_longer_in_office_but_who_is_being_ousted_is(annotated):
    (gone,) = {
        a.sector
        for a in annotated("Soldiers guard Mohamed Morsi, the deposed president.", "2013-07-03").actors
        if a.kind == "person"
    }
    assert gone == "ELI"
    (still,) = {
        a.sector
        for a in annotated("Soldiers had ousted President Mohamed Morsi.", "2013-07-03").actors
        if a.kind == "person"
    }
    assert still == "GOV"


@pytest.mark.parametrize(("day", "sector"), [("2005-01-09", "REB"), ("2005-01-10", "MIL")])
def test_on_the_day_of_the_accord_the_rebels_are_rebels(annotated, day, sector):
    article = annotated("Khartoum and the Sudan People's Liberation Army signed an accord.", day)
    assert {a.sector for a in article.actors if a.kind == "group"} == {sector}
