"""Deeds that are denied in words of their own, asides to a denial, "we" of a spokesman, both countries; goods brought; days."""

from __future__ import annotations

import pytest


def only(events, kind):
    (event,) = [e for e in events if e.event == [kind]]
    return event


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        (
            "Chad reportedly expelled a Kenyan diplomat on Monday, an unnamed envoy said. "
            '"No employee of the Kenyan embassy has been expelled from Chad," Chadian minister Ali Sani said.',
            "SANCTION",
            "denied",
        ),
        (
            'Peru has denied that Chile delivered 300 tonnes of rice on Sunday, as Santiago claims. "We have received no rice from Chile," '
            "Peruvian minister Jorge Luna said.",
            "AID",
            "disputed",
        ),
        (
            "Ghana's police arrested a Togolese priest on Monday, Togo's bishops said. Minister Kofi Addo denied that police had arrested "
            'any Togolese. "No such person has been arrested," he told reporters.',
            "COERCE",
            "disputed",
        ),
        (
            "Miners went on strike in Peru against the government on Tuesday, their union said. The labour minister denied that any "
            "strike had taken place.",
            "PROTEST",
            "disputed",
        ),
        (
            "Farmers in Ghana blocked a road against the government on Tuesday, their league said. The government denied that there had "
            "been a blockade.",
            "PROTEST",
            "disputed",
        ),
    ],
)
def test_what_is_said_not_to_have_been_is_the_deed_told_before(coded, text, kind, status):
    assert only(coded(text, published="2015-06-10"), kind).status == status


def test_what_a_minister_says_that_we_did_his_state_did(coded):
    event = only(coded('"We freed the Chilean pilots," Peruvian minister Jorge Luna said.'), "RETREAT")
    assert [p.identifier_text for p in event.actor] == ["Peru"]


@pytest.mark.parametrize(
    "both", ["both governments said", "officials of the two countries said", "both sides confirmed"]
)
def test_both_countries_are_also_that_of_the_people_acted_on(coded, both):
    event = only(coded(f"Peru freed two Chilean pilots on Monday, {both}.", published="2015-06-10"), "RETREAT")
    assert event.status == "confirmed_by_all"


@pytest.mark.parametrize(
    ("text", "giver", "given"),
    [
        ("A Kenyan cargo plane brought 200 tents and 2,000 blankets to Mogadishu.", "KEN", "SOM"),
        ("The tents that Iran flew to Herat came from a stock in Mashhad.", "IRN", "AFG"),
        ("A consignment of Indian vaccines arrived in Nairobi.", "IND", "KEN"),
    ],
)
def test_goods_brought_to_those_in_need_are_aid(coded, text, giver, given):
    event = only(coded(text), "AID")
    assert ([p.code for p in event.actor], [p.code for p in event.recipient]) == ([giver], [given])


def test_a_trader_gives_no_aid(coded):
    assert not coded("Smugglers brought fuel to Benin.")


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "In January 2008, during the coldest winter for decades, Norway gave Mali 300 tonnes of flour.",
            "AID",
            "2008-01-01",
        ),
        (
            "Two pilots were freed by Peru on May 3, Chile acknowledged on Friday. It withdrew its statement of Tuesday. "
            "Chile freed a Peruvian sailor on the same day.",
            "RETREAT",
            "2015-05-03",
        ),
    ],
)
def test_the_day_is_that_of_the_deed(coded, text, kind, day):
    assert {e.date for e in coded(text, published="2015-06-10") if e.event == [kind]} == {day}


@pytest.mark.parametrize(
    "text",
    [
        "Iran set five Iraqi sailors free.",
        "Iran set free five Iraqi sailors.",
        "Iran said it had set five Iraqi sailors free.",
    ],
)
def test_those_set_free_are_released(coded, text):
    event = only(coded(text), "RETREAT")
    assert ([p.code for p in event.actor], [p.code for p in event.recipient]) == (["IRN"], ["IRQ"])


@pytest.mark.parametrize(
    "text",
    [
        "Peru says that Chile freed its pilots on Monday, while Chile says that it did not.",
        "Peru says its pilots were freed by Chile. Chile insists that they were not.",
    ],
)
def test_a_clause_that_only_says_no_denies_what_was_told_before_it(coded, text):
    assert only(coded(text, published="2015-06-10"), "RETREAT").status == "disputed"


@pytest.mark.parametrize(
    "text",
    [
        "Chad refused entry to a Kenyan lawyer.",
        "A Kenyan lawyer was refused entry by Chad.",
        "Chad barred a Kenyan lawyer from entering the country.",
        "A Kenyan lawyer was turned away at the border by Chad.",
    ],
)
def test_who_is_not_let_in_is_rejected_in_no_other_mode(coded, text):
    event = only(coded(text), "REJECT")
    assert (event.mode, [p.code for p in event.actor], [p.code for p in event.recipient]) == ([], ["TCD"], ["KEN"])


def test_the_news_and_what_it_recalls_are_two(coded):
    text = (
        "Chad has denied that it agreed with Sudan on a joint border force. There is history behind it. "
        "In Tripoli in February 2013 Chad and Sudan agreed to close the border."
    )
    assert [e.status for e in coded(text, published="2015-06-10") if e.event == ["AGREE"]] == ["denied", "reported"]


def test_a_visit_of_ones_own_minister_is_no_rejection_of_him(coded):
    event = only(coded("Peru cancelled its foreign minister's visit to Quito."), "REJECT")
    assert {p.code for p in event.recipient} <= {"ECU"}


def test_talks_between_two_are_not_in_the_country_of_one(coded):
    event = only(
        coded("The envoy stayed on after Tuesday's talks between Japan and Mongolia.", published="2015-06-10"),
        "CONSULT",
    )
    assert (event.mode, event.event_loc) == ([], None)


def test_who_was_taken_by_whom_and_when_is_told_beside_the_release(coded):
    text = "Chad on Monday released nine Kenyan truckers whom its army had detained on June 2."
    assert {e.event[0]: e.date for e in coded(text, published="2015-06-10")} == {
        "RETREAT": "2015-06-08",
        "COERCE": "2015-06-02",
    }


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("A planned visit to Athens by Albania's prime minister has been postponed.", ["ALB"], ["GRC"]),
        ("The Kenyan president's trip to Uganda was put off.", ["KEN"], ["UGA"]),
        ("Talks between Chad and Sudan were called off on Monday.", ["TCD", "SDN"], []),
        ("A summit between Peru and Chile was cancelled.", ["PER", "CHL"], []),
    ],
)
def test_meetings_that_are_put_off_are_of_those_who_were_to_meet(coded, text, who, whom):
    event = only(coded(text, published="2015-06-10"), "REJECT")
    assert ([p.code for p in event.actor], [p.code for p in event.recipient]) == (who, whom)


@pytest.mark.parametrize(
    "said",
    [
        "The rebels of Mali said they had no part in the mine attack on Tuesday in which nine sailors died near Gao.",
        "The rebels of Mali denied involvement in the mine attack on Tuesday in which nine sailors died near Gao.",
        "The rebels of Mali had nothing to do with Tuesday's attack near Gao, in which nine sailors were killed, their spokesman said.",
    ],
)
def test_who_denies_a_part_in_a_deed_leaves_it_told(coded, said):
    event = only(coded(said, published="2015-06-11"), "ASSAULT")
    assert (event.date, event.size.dead) == ("2015-06-09", 9)
    assert {c.stance for c in event.claims} == {"asserts", "denies"}


def test_who_disowns_a_thing_that_nobody_told_of_denies_no_deed_told_before(coded):
    text = "The rebels of Mali said they had shelled Gao on Monday. In the same statement they said they had nothing to do with a fire at a bank."
    event = only(coded(text, published="2015-06-11"), "ASSAULT")
    assert "denies" not in {c.stance for c in event.claims}


@pytest.mark.parametrize(
    "said",
    [
        "Niger's army denied that the two men shot in the raid had been armed.",
        "The year in which forty miners died was a bad one, Mali's army said.",
    ],
)
def test_what_is_denied_of_those_struck_is_no_part_in_it(coded, said):
    assert not [
        c
        for e in coded(said, published="2015-06-11")
        if e.event == ["ASSAULT"]
        for c in e.claims
        if c.stance == "denies"
    ]


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Chad rejected Niger's claim that its troops had shelled a Nigerien post on Monday.", "TCD", "NER"),
        ("Kenya denied Somalia's charge that its jets bombed two villages.", "KEN", "SOM"),
    ],
)
def test_in_a_charge_it_is_whoever_rejects_it(coded, text, who, whom):
    event = only(coded(text), "ASSAULT")
    assert ({p.code for p in event.actor}, {p.code for p in event.recipient}) == ({who}, {whom})


def test_in_a_charge_of_what_was_suffered_it_is_whoever_makes_it(coded):
    event = only(
        coded("Chad rejected Niger's claim that its drone had been shot down by a Chadian fighter."), "ASSAULT"
    )
    assert {p.code for p in event.recipient} == {"NER"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has denied that its forces were behind the raid.",
        "Iran denied that its navy was responsible for the attack.",
    ],
)
def test_who_denies_that_his_own_did_it_accuses_nobody(coded, text):
    assert "ACCUSE" not in [t for e in coded(text) for t in e.event]
