"""Whom short, collective and unusual words mean: people of a body named before, the wounded, powers, those who are given something."""

from __future__ import annotations

import pytest

from sayso.annotating import actors, coreference, language
from sayso.model import Settings
from sayso.reading import read_text


def found(text, day="2014-06-12"):
    """Every mention's words with its country and sector."""
    article = read_text(text, published=day)
    for layer in (language, actors, coreference):
        layer.add(article, Settings())
    return {a.text: (a.code, a.sector) for a in article.actors}


@pytest.mark.parametrize(
    ("text", "whom", "who"),
    [
        ("NATO bombed a depot in Tripoli. An alliance official denied it.", "An alliance official", ("IGO", "MIL")),
        ("The IMF lent Kenya money. The fund's economists came.", "The fund's economists", ("IGO", "BUS")),
        ("Oxfam left Kabul. The charity's president wept.", "The charity's president", ("NGO", "SOC")),
        (
            "Amnesty International blamed Qatar. A nurse for the group was held.",
            "A nurse for the group",
            ("NGO", "MED"),
        ),
        ("Toyota closed a plant in Puebla. It met airline pilots in Dallas.", "airline pilots", ("USA", "CVL")),
    ],
)
def test_people_of_a_body_named_before_are_known_by_its_bare_noun(text, whom, who):
    assert found(text)[whom] == who


@pytest.mark.parametrize(
    ("text", "whom", "who"),
    [
        ("Nurses in Kunduz counted the wounded.", "the wounded", ("AFG", "CVL")),
        ("The six powers gave Iran a week.", "The six powers", (None, "GOV")),
        ("Greek police hunted two brothers after the attack.", "two brothers", ("GRC", "CVL")),
        ("The governor of Ohio called in the National Guard.", "the National Guard", ("USA", "MIL")),
        ("Peru offered the former president asylum.", "president", ("PER", "ELI")),
        ("A deputy of the Socialist Party of Chile spoke.", "A deputy of the Socialist Party of Chile", ("CHL", "LEG")),
        ("The foreign ministry summoned the Iranian ambassador.", "The foreign ministry", (None, "GOV")),
        ("The Home Office deported forty Nigerians.", "The Home Office", (None, "GOV")),
        ("Health ministers from nine countries met in Accra.", "Health ministers", (None, "GOV")),
        ("The Gulf monarchies met in Jeddah.", "The Gulf monarchies", (None, "GOV")),
        ("Mali named a new governor of Gao.", "a new governor of Gao", ("MLI", "GOV")),
        ("The regional governor in Agadez spoke.", "The regional governor in Agadez", ("NER", "GOV")),
        ("Rebels chased white farmers from their land in Zimbabwe.", "their", ("ZWE", "AGR")),
        ("The Moldovan premier and his foreign minister left.", "his foreign minister", ("MDA", "GOV")),
    ],
)
def test_unusual_words_for_people_are_understood(text, whom, who):
    assert found(text)[whom] == who


def test_a_country_in_the_clause_before_owns_nobody():
    assert found("The men had gone to Yemen, Belgian prosecutors said.", "2015-01-12")["Belgian prosecutors"] == (
        "BEL",
        "JUD",
    )


@pytest.mark.parametrize(
    ("text", "whom", "who"),
    [
        ("The president of Chad fled, and his guards sold their rifles.", "his guards", ("TCD", "MIL")),
        ("The Peruvian interior minister said his men would come.", "his men", ("PER", "COP")),
        (
            "Officers of the presidential guard mutinied in Niger.",
            "Officers of the presidential guard",
            ("NER", "MIL"),
        ),
        ("Guinean officers arrested the president at dawn.", "Guinean officers", ("GIN", "MIL")),
        ("Chiefs and rebels met in Arawa. The latter handed over rifles.", "The latter", ("PNG", "REB")),
        ("Kenyan police beat marchers. Many of them were freed at night.", "them", ("KEN", "CVL")),
        ("A Kenyan judge ordered the arrest of a lawmaker. The army handed him over.", "him", ("KEN", "LEG")),
        ("Kurdish fighters said the Americans had bombed a bridge.", "Kurdish fighters", (None, "REB")),
        ("The assembly in Bangui elected Jane Moyo speaker.", "Jane Moyo", ("CAF", "LEG")),
        ("Nurses struck in Lusaka. The Chamber of Mines sent help.", "The Chamber of Mines", ("ZMB", "BUS")),
        ("The Kenya Tea Growers Association met.", "The Kenya Tea Growers Association", ("KEN", "AGR")),
        ("Malta's national carrier was grounded.", "Malta's national carrier", ("MLT", "BUS")),
        ("The BJP-led government fell.", "The BJP-led government", ("IND", "GOV")),
        ("Thousands sought shelter in Juba.", "Thousands", ("SSD", "CVL")),
        ("Rioters fled. The International Committee of the Red Cross registered them in Lima.", "them", ("PER", "CVL")),
    ],
)
def test_whose_force_people_are_of_and_whom_order_or_fate_means(text, whom, who):
    assert found(text)[whom] == who


def test_the_three_are_those_in_a_row():
    article = read_text("Peru, Chile and Cuba signed. The three will meet in May.", published="2010-03-01")
    for layer in (language, actors, coreference):
        layer.add(article, Settings())
    assert len(next(a for a in article.actors if a.text == "The three").members) == 3


@pytest.mark.parametrize(
    ("text", "whom", "who"),
    [
        ("Cyprus was poor. Moscow offered the island a loan.", "the island", ("CYP", "GOV")),
        ("Tanks rolled to Bahrain. Riyadh said the emirate had asked.", "the emirate", ("BHR", "GOV")),
        ("Slovenia left Yugoslavia. The federation sent tanks.", "The federation", ("YUG", "GOV")),
        ("Hungary built a fence. Its southern neighbour protested.", "Its southern neighbour", (None, "GOV")),
        ("Unlike London, the Danes kept quiet.", "London", ("GBR", "GOV")),
        ("Orders came from Moscow.", "Moscow", ("RUS", "GOV")),
        ("It was Ankara that broke the deal.", "Ankara", ("TUR", "GOV")),
    ],
)
def test_states_are_known_where_they_are_compared_or_called_by_what_they_are(text, whom, who):
    assert found(text, "1998-06-12")[whom] == who


@pytest.mark.parametrize("text", ["A storm hit the island.", "The island is small."])
def test_an_island_that_is_no_state_is_nobody(text):
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Parliament named Hashim Thaci president on Friday.", "KOS"),
        ("The assembly elected Michel Aoun president.", "LBN"),
        ("The council named Khalifa Haftar commander.", "LBY"),
    ],
)
def test_somebody_known_who_is_named_to_an_office_is_found_beside_it(text, whom):
    assert whom in {code for code, _ in found(text).values()}


@pytest.mark.parametrize(
    "text",
    [
        "BUDAPEST, Feb 6 - Romania's Foreign Ministry called in Hungary's ambassador on Monday, the ministry said.",
        "BUDAPEST, Feb 6 - The Romanian Foreign Ministry has called in Hungary's ambassador. It was a protest, the ministry said.",
    ],
)
def test_a_ministry_told_of_is_the_ministry_wherever_the_story_was_filed(text):
    assert found(text)["the ministry"] == ("ROU", "GOV")
