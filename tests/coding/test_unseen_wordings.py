"""Wordings that whole articles use and single sentences seldom show: offers turned down, terms set, ways by which something is said."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Iran offered Iraq a loan on Monday. Baghdad turned it down as an insult.", ("REJECT", "IRQ", "IRN")),
        ("Ecuador let the ousted Honduran minister stay at its embassy.", ("AID", "ECU", "HND")),
        ("Malian soldiers put the French reporter on a flight to Paris.", ("COERCE", "deport", "MLI", "FRA")),
        ("The Kenya Red Cross distributed maize to displaced Somali families.", ("AID", "NGO", "SOM")),
        ("Togo's president promised to keep the border with Ghana closed.", ("THREATEN", "restrict", "TGO", "GHA")),
        ("Nepal's Maoists will not come back to the talks.", ("REJECT", "meet", "NPL", "")),
        ("Bolivian miners lifted a roadblock on Tuesday.", ("CONCEDE", "BOL", "")),
        ("Peru's government agreed to an independent recount of the vote.", ("AGREE", "PER", "")),
        ("Police in Fiji hit Samoan sailors with batons.", ("ASSAULT", "beat", "FJI", "WSM")),
        ("Sri Lankan rebels handed over 11 Indian boys to UNICEF.", ("RETREAT", "release", "LKA", "IND")),
        (
            "The United Nations suspended the patrols of its observers in Tajikistan.",
            ("SANCTION", "discontinue", "UNO", "TJK"),
        ),
        ("Zambia's government summoned a British second secretary.", ("ACCUSE", "disapprove", "ZMB", "GBR")),
        ("Ugandan and Rwandan troops traded accusations over the shelling.", ("ACCUSE", "allege", "RWA+UGA", "")),
        ("Laotian and Thai troops traded mortar fire.", ("ASSAULT", "heavy-weapons", "THA+LAO", "")),
        ("The Basque group vowed to step up attacks on Spanish police.", ("THREATEN", "violence", "ESP", "ESP")),
        ("Unidentified men in a car shot dead two Yemeni judges.", ("ASSAULT", "firearms", "YEM", "YEM")),
        ("Kenyan rangers closed the valves of a pipeline to Somalia.", ("COERCE", "withhold", "KEN", "SOM")),
    ],
)
def test_reports_wordings(coded, text, event):
    assert event in told(coded(text))


def test_what_will_not_be_done_unless_the_other_gives_way_is_refused(coded):
    events = coded("Nepal's Maoists said they would not return to the talks unless the king gave up his powers.")
    assert ("REJECT", "meet", "NPL", "NPL") in told(events)


def test_a_movement_of_the_same_country_condemns_its_army(coded):
    events = coded(
        "Colombian troops killed three Colombian farmers on Sunday. The Colombian farmers' union condemned the killing."
    )
    assert ("ACCUSE", "disapprove", "COL", "COL") in told(events)


def test_a_letter_that_asks_for_something_is_no_meeting(coded):
    events = coded("Malawi's president wrote to the Zambian president asking him to free two traders.")
    assert {e.event[0] for e in events} == {"REQUEST"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Nepal's Maoists agreed to cease fire from Monday.", ("CONCEDE", "NPL", "")),
        ("Colombia's government promised to suspend the eradication of coca.", ("CONCEDE", "COL", "")),
        ("Moscow was ready to withdraw two regiments from Georgia.", ("CONCEDE", "RUS", "GEO")),
        ("Norway agreed to lend Iceland $90 million.", ("AGREE", "NOR", "ISL")),
    ],
)
def test_ground_still_to_be_given_is_a_concession_and_help_an_agreement(coded, text, event):
    assert event in told(coded(text))


def test_who_mediates_an_exchange_stands_with_those_of_whom_it_was_told(coded):
    events = coded("Russia and Ukraine exchanged 40 prisoners on Monday. Qatar mediated the exchange.")
    assert any(e.event == ["CONSULT"] and {p.code for p in e.actor} == {"QAT", "RUS", "UKR"} for e in events)


def test_an_inquiry_without_an_object_is_into_the_deed_before_it(coded):
    events = coded("Kenyan police shot dead two students on Monday. Kenya's ombudsman has opened an investigation.")
    assert any(e.event == ["ACCUSE"] and [p.sector for p in e.recipient] == ["COP"] for e in events)


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("The ELN claimed responsibility on Monday for the killing of bus drivers in eastern Colombia.", ["LAB"]),
        ("The Taliban claimed responsibility for the attack in a video on Facebook.", []),
    ],
)
def test_who_claims_a_deed_struck_people_and_not_where_it_was_or_was_said(coded, text, struck):
    event = next(e for e in coded(text) if e.event == ["ASSAULT"])
    assert [p.sector for p in event.recipient] == struck
