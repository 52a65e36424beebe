"""Whom a later word means of those told of before, and words that are a deed's, a house's or a street's and nobody's."""

from __future__ import annotations

import pytest


def told(article, phrase):
    """Name, country and sector of the mention with these words that stands last."""
    return [(a.identifier_text, a.code, a.sector) for a in article.actors if a.text == phrase][-1]


@pytest.mark.parametrize(
    ("text", "phrase", "who"),
    [
        (
            "Dutch marines came ashore near Tobruk. A village elder said the Dutch were polite.",
            "the Dutch",
            ("Dutch marines", "NLD", "MIL"),
        ),
        (
            "Canadian engineers and Polish policemen worked in Mostar. Residents said the Canadians had mended the bridge.",
            "the Canadians",
            ("Canadian engineers", "CAN", "CVL"),
        ),
        (
            "Members of the presidential guard surrounded the villa in Conakry. The officers let nobody in.",
            "The officers",
            ("Members of the presidential guard", "GIN", "MIL"),
        ),
        (
            "Lao foreign minister Thongloun Sisoulith left. Thongloun denied the report.",
            "Thongloun",
            ("Thongloun Sisoulith", "LAO", "GOV"),
        ),
        (
            "Chinese spokesman Ma Zhaoxu read out the note. Ma said that no ship had been held.",
            "Ma",
            ("Ma Zhaoxu", "CHN", "GOV"),
        ),
        (
            "Gordon Brown told Britain's parliament of the plan. The outgoing premier will go on Friday.",
            "The outgoing premier",
            ("Gordon Brown", "GBR", "GOV"),
        ),
    ],
)
def test_who_is_told_of_again_is_the_one_of_before(annotated, text, phrase, who):
    article = annotated(text, "2010-05-01")
    assert told(article, phrase) == who


def test_a_group_s_men_do_nothing_to_the_group_itself(annotated):
    article = annotated("Herders left Kidal. The MNLA promised that its men would not harm them.", "2012-05-01")
    assert told(article, "them")[0] == "Herders"


@pytest.mark.parametrize(
    ("text", "phrase", "code", "sector"),
    [
        ("Divers blew a hole in the HMS Tamar, killing nine sailors.", "nine sailors", "GBR", "MIL"),
        ("Egyptian jets bombed Derna, where villagers hid in cellars.", "villagers", "LBY", "CVL"),
        (
            "Malian jets struck near Gao. A rebel commander said two boys had been hurt.",
            "A rebel commander",
            "MLI",
            "REB",
        ),
        ("Iranian boats lay off Manama. The king wept.", "The king", "BHR", "GOV"),
        ("A fire gutted the house of a Jewish charity in Montevideo.", "a Jewish charity in Montevideo", "URY", "SOC"),
        ("Oman forced down a Lufthansa jet over Duqm.", "a Lufthansa jet", "DEU", "BUS"),
        ("Looters emptied shops in Concepcion. Michelle Bachelet sent nobody.", "Looters", "CHL", "CRM"),
        ("Kenya fed displaced Somali families.", "Somali families", "SOM", "REF"),
        ("Haitian survivors dug in Jacmel. Cuba sent rescuers.", "rescuers", "CUB", "SOC"),
    ],
)
def test_whose_those_are_of_whom_only_ships_places_or_senders_tell(annotated, text, phrase, code, sector):
    assert told(annotated(text, "2014-05-01"), phrase)[1:] == (code, sector)


def test_soldiers_are_of_the_state_of_the_day_even_where_todays_is_named(annotated):
    article = annotated("Tanks rolled into Vilnius. The Popular Front of Lithuania called a strike.", "1989-03-01")
    assert told(article, "Tanks") == ("Tanks", "SUN", "MIL")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The bloc said it would not use force against Gambia.", "force"),
        ("Peru's president declared a state of emergency in Cusco.", "a state of emergency"),
        ("Somali pirates held two Thai sailors hostage near Hobyo.", "hostage"),
        ("The Zambian minister must appear in court on Monday.", "court"),
        ("Bandits shot two nuns in a church near Kaduna.", "a church near Kaduna"),
        ("Students cheered on Avenue Kasavubu in Kinshasa.", "Avenue Kasavubu"),
        ("Two boys hiding from police died in Aulnay-sous-Bois.", "Aulnay"),
        ("Irish and Danish envoys met in Accra.", "Danish"),
        ("The envoys signed a pact at the White House.", "the White House"),
        ("Elders from Arnhem Land sang.", "Arnhem Land"),
        ("Survivors dug with shovels in Herat province.", "Herat"),
    ],
)
def test_a_deed_a_house_a_street_and_half_of_a_row_are_nobody(annotated, text, wrong):
    assert wrong not in [a.text for a in annotated(text, "2012-05-01").actors]


def test_a_number_of_guests_is_taken_hostage_and_no_hostage_is_theirs(annotated):
    article = annotated("Rebels took dozens of hotel guests hostage in Nalchik.", "2008-05-01")
    assert "hotel guests" in [a.identifier_text for a in article.actors]


def test_the_agency_is_not_the_united_nations(annotated):
    article = annotated(
        "Nurses joined a UN team in Port Vila. The weather agency in Vanuatu asked sailors to wait.", "2015-03-10"
    )
    assert told(article, "The weather agency in Vanuatu")[1:] == ("VUT", "GOV")


def test_more_is_no_part_of_a_name(annotated):
    assert told(annotated("Kabul asked Norway for more soldiers.", "2009-05-01"), "more soldiers")[0] == "soldiers"


def test_a_first_name_that_two_share_means_neither(annotated):
    article = annotated("South Korean envoy Kim Sung-won met North Korean envoy Kim Kye-song. Kim denied it.")
    assert told(article, "Kim")[0] == "Kim"
