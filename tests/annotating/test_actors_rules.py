"""Names in longer names, bare family names, rows of owners, and where those without an owner belong."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.model import Settings, Source
from sayso.reading import read_text


def coded(article, phrase):
    """Name, country and sector of every mention with exactly these words."""
    return [(a.identifier_text, a.code, a.sector) for a in article.actors if a.text == phrase]


@pytest.mark.parametrize("place", ["South China Sea", "Latin America", "New Mexico"])
def test_a_state_inside_a_longer_places_name_is_no_actor(annotated, place):
    article = annotated(f"The frigate's crew trained in {place} for a week.", "2015-05-01")
    assert not [a for a in article.actors if a.code in ("CHN", "USA", "MEX")]


@pytest.mark.parametrize(
    ("day", "name", "code"), [("1992-03-01", "George H. W. Bush", "USA"), ("2005-03-01", "George W. Bush", "USA")]
)
def test_a_bare_family_name_is_the_office_holder_of_the_day(annotated, day, name, code):
    assert coded(annotated("Bush said that the talks had failed.", day), "Bush") == [(name, code, "GOV")]


def test_a_full_name_in_the_article_goes_before_the_office_holder(annotated):
    article = annotated("The farmer Otto Merkel lost his cows. Merkel said that he would sue.", "2010-03-01")
    assert {name for name, _, _ in coded(article, "Merkel")} == {"Otto Merkel"}


def test_a_row_of_owners_gives_each_its_mention(annotated):
    article = annotated("French and German troops guarded the bridge.", "1999-06-01")
    assert {code for _, code, _ in coded(article, "French and German troops")} == {"FRA", "DEU"}


def test_foreign_forces_are_not_the_countrys_own(annotated):
    article = annotated("The presence of foreign forces in Mali angered the imam.", "2015-05-01")
    assert all(a.code != "MLI" for a in article.actors if "forces" in a.text)


def test_a_town_gives_its_police_their_country(annotated):
    article = annotated("Recife police arrested two brothers.", "2015-05-01")
    assert coded(article, "Recife police") == [("Recife police", "BRA", "COP")]


def test_troops_that_somebody_sends_are_the_senders(annotated):
    article = annotated("Uganda sent troops to Somalia.", "2010-05-01")
    assert coded(article, "troops") == [("troops", "UGA", "MIL")]


def test_it_of_made_it_clear_is_no_mention(annotated):
    article = annotated("Norway made it clear that the vote would go ahead.", "2010-05-01")
    assert coded(article, "it") == []


def test_an_infinitives_possessive_is_who_was_told_to_act(annotated):
    article = annotated("The court ordered Peru to open its archives.", "2010-05-01")
    assert coded(article, "its") == [("Peru", "PER", "GOV")]


def test_a_ministers_side_is_the_state(annotated):
    article = annotated("Chilean defence ministry spokeswoman Rosa Lagos denied the report.", "2010-05-01")
    (person,) = [a for a in article.actors if a.kind == "person"]
    assert (person.code, person.side) == ("CHL", "Chile")


def test_an_acronym_may_be_written_as_a_word(annotated):
    article = annotated("Officials in Brussels said Nato would open an office.", "2010-05-01")
    assert [code for _, code, _ in coded(article, "Nato")] == ["IGO"]


def found(text, published="2018-05-01"):
    article = annotate(read_text(text, published=published), Settings())
    return article, {a.text: a for a in reversed(article.actors)}


def test_parties_to_a_conflict_are_its_sides_and_no_political_parties():
    article, actors = found("Ethiopia and Eritrea fought over the town. The UN urged all parties to remain calm.")
    sides = {a.entity: a.code for a in article.actors}
    assert {sides[m] for m in actors["all parties"].members} == {"ETH", "ERI"}


def test_both_sides_are_the_opponents_rather_than_those_who_speak_of_them():
    _, actors = found(
        "Sudan's army and the Rapid Support Forces fought in Khartoum. "
        "Saudi Arabia and the United States said both sides had agreed to meet.",
        "2023-05-10",
    )
    assert all(m.endswith("|SDN") for m in actors["both sides"].members)


def test_the_government_delegation_is_of_the_state_whose_talks_these_are_not_of_their_host():
    _, actors = found(
        "Colombia's government and the ELN opened talks in Quito on Tuesday, at a ceremony hosted by Ecuador. "
        "The head of the government delegation said they would last a month.",
        "2017-02-08",
    )
    assert (actors["The head of the government delegation"].side, actors["the government delegation"].code) == (
        "Colombia",
        "COL",
    )


def test_an_embassy_is_of_the_state_that_possesses_it_not_of_where_it_stands():
    _, actors = found(
        "Ecuador gave him asylum in its London embassy. Iran condemned the strike on its consulate in Syria."
    )
    assert (actors["its London embassy"].code, actors["its consulate in Syria"].code) == ("ECU", "IRN")


def test_an_armys_weapons_are_the_army():
    _, actors = found("The Israeli military's fighter jets struck Gaza.")
    assert actors["The Israeli military's fighter jets"].identifier_text == "Israeli military"


def test_a_capital_letter_at_the_beginning_of_a_sentence_makes_no_name():
    article, _ = found("Clashes erupted in Tripoli. Negotiations stalled.")
    assert not article.actors


def test_a_town_is_in_the_state_named_after_it():
    _, actors = found("Officers in Pasco, Washington, shot a worker.")
    assert actors["Officers in Pasco"].code == "USA"


def test_the_mediator_does_not_belong_to_the_country_of_the_talks():
    _, actors = found("The chief mediator met the president of Zimbabwe in Harare.")
    assert actors["The chief mediator"].code is None


def test_soldiers_attacked_by_soldiers_are_the_other_states():
    _, actors = found("Russian coast guards rammed a tug of the Ukrainian navy and seized 24 sailors.")
    assert actors["24 sailors"].code == "UKR"


def test_whoever_is_named_after_a_long_role_holds_it():
    _, actors = found("The deputy governor of the Bank of Uganda, Louis Kasekende, denied that he would resign.")
    assert actors["he"].identifier_text == "Louis Kasekende"


def test_a_group_does_not_exist_before_its_founding():
    _, actors = found("Wagner Group fighters killed ten villagers in Mali.", "2005-05-01")
    assert not [a for a in actors.values() if a.kind == "group"]


def test_leaders_of_a_party_without_a_name_are_the_party_s():
    _, actors = found("Myanmar's army detained other leaders of the ruling party.")
    assert actors["other leaders of the ruling party"].sector == "PTY"


def test_a_king_is_known_by_his_first_name_and_his_country():
    _, actors = found("Saudi King Abdullah congratulated the army of Egypt.", "2013-07-04")
    assert actors["Saudi King Abdullah"].identifier_text == "Abdullah bin Abdulaziz"


def test_an_ambassador_beside_an_embassy_serves_its_state():
    _, actors = found("Gunmen attacked the US consulate in Benghazi, killing Ambassador Jane Doe.")
    assert actors["Ambassador Jane Doe"].code == "USA"


def test_a_body_that_every_state_has_is_that_of_the_states_which_the_article_names():
    _, actors = found("Soldiers seized Honduran President Manuel Zelaya. The Supreme Court had ordered the arrest.")
    assert actors["The Supreme Court"].code == "HND"


def test_its_stands_for_the_side_of_the_one_who_speaks():
    _, actors = found("Taliban spokesman Zabihullah Mujahid said its delegation met US envoy Jane Doe in Doha.")
    assert actors["its delegation"].identifier_text == "Taliban"


def test_victims_of_a_ship_s_own_loss_are_its_own():
    _, actors = found("A South Korean navy ship sank near the coast, killing 46 sailors.")
    assert actors["46 sailors"].code == "KOR"


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("Tunisia's president fled to Saudi Arabia after the army refused to shoot.", "the army", "TUN"),
        ("The Thai prime minister was overthrown by the army while in New York.", "the army", "THA"),
        ("Haiti's police chief said Colombian gunmen had murdered the president.", "the president", "HTI"),
        (
            "Ecuadorian police broke into the Mexican embassy to seize a former vice-president.",
            "a former vice-president",
            "ECU",
        ),
    ],
)
def test_where_somebody_goes_or_is_abroad_tells_nothing_of_those_at_home(annotated, text, phrase, code):
    assert {c for _, c, _ in coded(annotated(text, "2015-05-01"), phrase)} == {code}


def test_a_warship_is_its_navys(annotated):
    article = annotated("Two men attacked the destroyer USS Cole in Aden.", "2000-10-12")
    assert coded(article, "the destroyer USS Cole") == [("USS Cole", "USA", "MIL")]


def test_people_of_a_nation_are_known_by_their_nouns_ending(annotated):
    assert coded(annotated("Norwegian glassblowers wrote a letter.", "2000-08-14"), "Norwegian glassblowers")[0][
        1:
    ] == ("NOR", "CVL")


def test_bombers_that_are_shot_down_are_aircraft(annotated):
    article = annotated("Turkey shot down a Russian bomber. A bomber killed ten people in Ankara.", "2015-11-24")
    assert coded(article, "a Russian bomber")[0][1:] == ("RUS", "MIL")
    assert coded(article, "A bomber")[0][2] == "REB"


def test_what_somebody_asks_for_or_does_to_another_is_not_his_own(annotated):
    article = annotated(
        "Belarus arrested the blogger Jan Nowak. Lithuania's president demanded his release.", "2021-05-23"
    )
    assert {name for name, _, _ in coded(article, "his")} == {"Jan Nowak"}


def test_a_place_that_is_a_first_name_or_a_saints_is_no_state(annotated):
    article = annotated("Georgia Stevens, a teacher, prayed in St. John's church in Leeds.", "2018-05-01")
    assert not {a.code for a in article.actors} & {"GEO", "ATG"}


def test_the_end_of_a_longer_name_is_not_another_body(annotated):
    article = annotated("The United Civic Party of Belarus said its leader was held.", "2018-05-01")
    assert "HKG" not in {a.code for a in article.actors}


def test_our_troops_are_the_speakers(annotated):
    article = annotated('"Our troops will stay," said Defence Minister Ali Rahimi of Afghanistan.', "2018-05-01")
    assert coded(article, "Our troops")[0][1] == "AFG"


def test_representatives_of_people_who_are_no_state_are_theirs(annotated):
    article = annotated("Student representatives and union officials met in a house.", "2018-05-01")
    assert coded(article, "Student representatives")[0][2] == "CVL"
    assert not coded(article, "a house")


def test_who_holds_no_office_is_of_his_country(annotated):
    article = annotated("Alexei Navalny collapsed. Doctors in Berlin found a nerve agent.", "2020-08-20")
    assert coded(article, "Alexei Navalny")[0][1] == "RUS"


@pytest.mark.parametrize(
    ("text", "words", "code", "sector"),
    [
        ("Opponents of President Assad accused Iran of sending troops.", "Opponents of President Assad", "SYR", "OPP"),
        ("Supporters of Ukraine rallied in Berlin.", "Supporters of Ukraine", "DEU", "CVL"),
        ("Supporters of Hezbollah blocked a road in Beirut.", "Supporters of Hezbollah", "LBN", "CVL"),
        ("Kenyan critics of the president met.", "Kenyan critics of the president", "KEN", "CVL"),
    ],
)
def test_those_who_stand_towards_somebody_are_neither_he_nor_speak_for_him(text, words, code, sector, annotated):
    (found,) = [a for a in annotated(text, "2014-06-12").actors if a.text == words]
    assert (found.code, found.sector, found.side) == (code, sector, None)


def test_a_spokesman_of_whom_nothing_is_said_speaks_for_whoever_spoke_last(annotated):
    text = "KINSHASA - The Ugandan army said it left Bunia on Sunday. A spokesman, Major Moses Okello, said 400 men had gone."
    found = annotated(text, "2003-05-27").actors
    assert [(a.code, a.side) for a in found if a.text == "Major Moses Okello"] == [("UGA", "Uganda")]


def test_the_last_word_of_a_groups_name_is_the_group(annotated):
    text = "The Tamil Tigers denied it. The navy said that the Tigers were responsible."
    assert {n for n, _, _ in coded(annotated(text, "2005-05-27"), "the Tigers")} == {"Liberation Tigers of Tamil Eelam"}


def test_human_rights_ministers_are_not_from_uman(annotated):
    text = "Congo's government met in Kinshasa. Human Rights Minister Joseph Mukadi said so."
    assert {a.code for a in annotated(text, "2003-05-27").actors if "Mukadi" in a.text} == {"COD"}


def test_a_counterpart_of_another_nation_is_on_its_side(annotated):
    text = "India's national security adviser met his Pakistani counterpart. The two national security advisers agreed."
    found = annotated(text, "2012-03-18").actors
    assert [a.side for a in found if a.text == "his Pakistani counterpart"] == ["Pakistan"]
    assert [len(a.members) for a in found if a.text == "The two national security advisers"] == [2]


def test_a_paper_that_reports_from_abroad_does_not_mean_its_own_army():
    text = "Maoist rebels in Nepal released nine soldiers on Tuesday. The army and the rebels have not commented."
    article = read_text(text, published="2004-09-22")
    article.source = Source("BBC News", None)
    annotate(article, Settings())
    assert {a.code for a in article.actors if a.text == "The army"} == {"NPL"}


def test_a_town_that_shares_a_capitals_name_is_where_the_other_towns_are(annotated):
    text = "Taxi drivers blocked a road south of Comayagua. Lorries stood as far as Siguatepeque. Guests from La Paz waited."
    assert {a.code for a in annotated(text, "2012-09-10").actors if a.text == "Taxi drivers"} == {"HND"}


def test_a_village_of_the_same_name_far_away_is_not_meant(annotated):
    text = "KINSHASA - The Ugandan army left Bunia. Traders said four hundred men had crossed the border at Goli."
    assert "CIV" not in {a.code for a in annotated(text, "2003-05-27").actors}
