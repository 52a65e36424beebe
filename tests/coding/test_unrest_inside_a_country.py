"""Unrest and war inside a country: who blocks roads and lays down work, what police do to them, whom gunmen lead away, and where
soldiers come and go; all by what people are, whatever they are called."""

from __future__ import annotations

import pytest

from sayso.model import Settings
from sayso.pipeline import articles_of

PUBLISHED = "2014-06-12"  # a Thursday


def events(text: str):
    return [
        e for _, found in articles_of(f"{text}\n\nNothing else happened.", Settings(published=PUBLISHED)) for e in found
    ]


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("The federation's members had shut the bridge for two hours on Monday.", "PROTEST", "obstruct"),
        ("Peruvian farmers cut the Pan-American highway at Tacna on Monday.", "PROTEST", "obstruct"),
        ("Taxi drivers parked their cabs across the road in Lima on Monday.", "PROTEST", "obstruct"),
        ("Villagers sat down on the railway line in Bihar on Monday.", "PROTEST", "obstruct"),
        ("Police said that teachers had led the blockade of the highway at Tela on Monday.", "PROTEST", "obstruct"),
        ("Kenyan soldiers closed the highway at Garissa on Monday.", "COERCE", "restrict"),
        ("Dock workers stayed away from the port of Beira on Monday.", "PROTEST", "strike"),
        ("Riot police drove strikers off a road in Durban on Monday with rubber bullets.", "ASSAULT", "crowd-control"),
        ("Policemen chased workers off the square in Dhaka with gas on Monday.", "ASSAULT", "crowd-control"),
    ],
)
def test_people_block_roads_and_lay_down_work_and_police_drive_them_off(text, kind, mode):
    assert [(e.event[0], e.mode) for e in events(text)] == [(kind, [mode])]


def test_who_is_said_to_have_joined_the_strike_is_in_the_one_told_before(coded):
    text = "Teachers in Chad went on strike on Tuesday. The union said that most of its members had joined the strike."
    assert len([e for e in coded(text, published="2022-05-12") if e.event == ["PROTEST"]]) == 1


def test_we_of_a_union_are_those_who_blocked_the_road():
    (event,) = events(
        "Bangladeshi workers blocked the road on Monday. “We blocked the road because nobody paid us,” said Rehana Akter, "
        "general secretary of the Garment Workers Federation."
    )
    assert event.event == ["PROTEST"]
    assert [c.source for c in event.claims] == ["author", "Rehana Akter"]


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Gunmen of the FARC stopped a bus near Cali on Monday and led away three policemen.", "ASSAULT", "abduct"),
        ("Fighters dragged two councillors out of their homes in Ituri on Monday.", "ASSAULT", "abduct"),
        ("Agents in plain clothes led six teachers out of a hall in Lima on Monday.", "COERCE", "arrest"),
        ("Policemen in Vitebsk carried off the paper's computers on Monday.", "COERCE", "seize"),
        ("Belarus put a Polish correspondent over the border on Friday.", "COERCE", "deport"),
    ],
)
def test_gunmen_abduct_whom_they_lead_away_and_police_arrest(text, kind, mode):
    assert [(e.event[0], e.mode) for e in events(text)] == [(kind, [mode])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ethiopia on Tuesday brought two battalions up to the Kenyan border at Moyale.",
            ("ETH", "MOBILIZE", "KEN", "Moyale"),
        ),
        ("Ugandan troops entered the Congolese town of Beni on Monday.", ("UGA", "MOBILIZE", "COD", "Beni")),
        ("The last Ugandan soldiers flew out of Isiro on Sunday.", ("UGA", "RETREAT", "COD", "Isiro")),
        ("Ethiopian troops gave up their post at Baidoa on Monday.", ("ETH", "RETREAT", "SOM", "Baidoa")),
        ("Ethiopia closed its base at Baidoa on Monday.", ("ETH", "RETREAT", "SOM", "Baidoa")),
    ],
)
def test_soldiers_come_and_go(text, expected):
    assert [
        (e.actor[0].code, e.event[0], e.recipient[0].code, e.event_loc.name if e.event_loc else None)
        for e in events(text)
    ] == [expected]


def test_a_denial_in_somebody_s_own_words_has_not_the_day_on_which_he_spoke():
    (event,) = events(
        "Al-Shabaab fighters seized six trucks near Bardera in Somalia on Saturday. “We have not taken any truck, and we do not eat "
        "that food,” the group's spokesman, Sheikh Abdi Dheere, said in a broadcast on Monday evening."
    )
    assert event.date == "2014-06-07"
    assert event.claims[-1].factuality == "CT-"


def test_the_men_of_whom_a_policewoman_speaks_are_those_arrested():
    (event,) = events(
        "Police in Benue State arrested 14 men in Ogwule on Saturday, a spokesperson said. She said the men, aged 19 to 43, had been "
        "picked up in their homes."
    )
    assert (event.recipient[0].entity_text, len(event.claims)) == ("14 men", 2)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kikuyu and Kalenjin youths fought with bows and pangas in Molo in Kenya on Monday.", "ASSAULT"),
        ("Farmers fought with herders in Benue in Nigeria on Monday.", "ASSAULT"),
        ("Students clashed with police in Dhaka on Monday.", "PROTEST"),
    ],
)
def test_people_who_fight_one_another_do_not_protest(text, kind):
    assert [e.event for e in events(text)] == [[kind]]


def test_a_fight_of_neighbours_told_again_by_a_noun_is_one():
    (event,) = events(
        "Nine people died on Sunday when youths of two villages in Benue in Nigeria fought with machetes. A curfew is feared after Sunday's "
        "bloodletting between young men of the neighbours."
    )
    assert event.size.dead == 9


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Rumour had it that Chadian soldiers shot two herders near Abeche on Sunday.", "reports"),
        ("Unconfirmed posts had it that Chadian soldiers shot two herders near Abeche on Sunday.", "reports"),
        ("The army in Chad dismissed as false the story that soldiers had fired on people in Abeche.", "denies"),
    ],
)
def test_what_rumour_has_is_hedged_and_a_story_called_false_is_denied(text, stance):
    assert [c.stance for e in events(text) for c in e.claims] == [stance]


def test_who_says_that_they_were_behind_an_attack_charges_nobody():
    (event,) = events("The Tamil Tigers said that they were behind the attack on an army post at Vavuniya.")
    assert (event.event, event.claims[0].stance) == (["ASSAULT"], "claims responsibility")


def test_members_of_whom_a_union_speaks_are_those_who_marched():
    (event,) = events(
        "Hundreds of teachers marched through Lima on Monday. The teachers' union said that thousands of its members had marched."
    )
    assert (event.event, len(event.claims)) == (["PROTEST"], 2)


def test_a_curfew_that_was_put_on_a_town_is_one():
    found = events("Kenya's government put a night curfew on the town of Lamu on Tuesday.")
    assert [(e.event[0], e.mode) for e in found] == [("COERCE", ["curfew"])]
