"""Whom a deed concerns where its own words do not say, and who is in charge of what nobody is said to have done."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "The Congolese rebels would not sign a truce until Kinshasa frees their commander.",
            ("REJECT", "", "COD", "COD"),
        ),
        (
            "Kenya condemned what it called the reckless conduct of the Ugandan navy.",
            ("ACCUSE", "disapprove", "KEN", "UGA"),
        ),
        (
            "Chad offered on Monday to hold talks, but Libya dismissed the offer as a trick.",
            ("AGREE", "", "TCD", "LBY"),
        ),
        (
            "Chad offered on Monday to hold talks, but Libya dismissed the offer as a trick.",
            ("REJECT", "", "LBY", "TCD"),
        ),
        ("The UN appealed for help for Malawi. Norway pledged 20 million dollars.", ("AGREE", "", "NOR", "UNO")),
        (
            "Zambia's parliament passed the media law last week. The European Union criticised the law on Friday.",
            ("ACCUSE", "disapprove", "EUR", "ZMB"),
        ),
        (
            "Mongolian students marched in Ulan Bator. The government of Mongolia said nothing.",
            ("PROTEST", "demo", "MNG", "MNG"),
        ),
        (
            "Nurses marched in Lusaka. Later Zambian police made 12 arrests.",
            ("COERCE", "arrest", "ZMB", "ZMB"),
        ),
        (
            "Two journalists were arrested in Lusaka on Monday. Zambian police gave no reason.",
            ("COERCE", "arrest", "ZMB", "ZMB"),
        ),
    ],
)
def test_the_other_party_is_told_elsewhere(coded, text, event):
    found = {(e[0], e[1] if len(e) == 4 else "", *e[-2:]) for e in told(coded(text))}
    assert event in found


@pytest.mark.parametrize(
    "text",
    [
        "Thousands marched in Lusaka in solidarity with the flood victims. The government of Zambia sent tents.",
        "Kenya's parliament sent a team to the camp to investigate. The Somali army was absent.",
    ],
)
def test_nobody_is_concerned_who_is_only_near(coded, text):
    assert all(not e.recipient for e in coded(text) if e.event[0] in ("PROTEST", "ACCUSE"))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru moved troops to the border with Ecuador on Saturday.", ("MOBILIZE", "troops", "PER", "ECU")),
        ("Peru moved two companies of soldiers to the border with Ecuador.", ("MOBILIZE", "troops", "PER", "ECU")),
        ("Nicaragua massed tanks along the Honduran frontier.", ("MOBILIZE", "weapons", "NIC", "HND")),
        ("Poland withdrew its troops from the border with Belarus.", ("RETREAT", "withdraw", "POL", "BLR")),
    ],
)
def test_whoever_is_behind_a_border_is_whom_troops_there_concern(coded, text, event):
    assert event in told(coded(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Thai gunboats shelled a fishing harbour off Sihanoukville on Monday.",
            ("ASSAULT", "heavy-weapons", "THA", "KHM"),
        ),
        ("Norway flew tents to Sanaa on Tuesday.", ("AID", "NOR", "YEM")),
        (
            "Chad's army chief spoke of Libyan patrols on Friday. Chad sent two battalions to the border on Sunday.",
            ("MOBILIZE", "troops", "TCD", "LBY"),
        ),
        (
            "Bolivia expelled two Chilean diplomats on Friday. Chile pulled its soldiers back from the frontier.",
            ("RETREAT", "withdraw", "CHL", "BOL"),
        ),
    ],
)
def test_whose_place_it_is_or_who_lives_behind_the_border_is_concerned(coded, text, event):
    assert event in told(coded(text))


def test_a_fight_of_two_of_one_country_on_foreign_ground_is_not_against_its_owner(coded):
    events = coded("Burundian rebels and the Burundian army fought near Uvira on Monday.")
    assert all("COD" not in {p.code for p in e.recipient} for e in events)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Mali has sent 90 soldiers up to the wells, Burkina Faso's defence ministry said.",
            ("MOBILIZE", "troops", "MLI", "BFA"),
        ),
        ("FARC guerrillas blew up a radar mast near Leticia on Friday.", ("ASSAULT", "explosives", "COL", "COL")),
        ("Six Syrian soldiers were wounded as Israeli jets struck a depot.", ("ASSAULT", "aerial", "ISR", "SYR")),
        ("Peru's navy seized a Chilean supply ship on Monday.", ("COERCE", "seize", "PER", "CHL")),
        (
            "Estonia freed a Russian colonel on Sunday. The colonel had been convicted in Tallinn in May.",
            ("SANCTION", "convict", "EST", "RUS"),
        ),
    ],
)
def test_neighbours_who_tell_owners_and_those_who_came_to_harm_are_concerned(coded, text, event):
    assert event in told(coded(text))


def test_a_test_shot_at_sea_does_not_concern_the_neighbour_who_tells_it(coded):
    found = told(coded("North Korea fired a missile into the sea on Monday, South Korea's army said."))
    assert [e for e in found if e[0] == "MOBILIZE"] == [("MOBILIZE", "weapons", "PRK", "")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels and the government of Chad signed a pact in the Gabonese capital, Libreville.", "SUPPORT"),
        ("Qatari ministers met Sudan's president. Sudan sent 300 troops to Kassala.", "MOBILIZE"),
    ],
)
def test_what_is_given_up_signed_or_moved_concerns_no_third_who_was_only_met(coded, text, kind):
    assert [e.recipient for e in coded(text) if e.event == [kind]] == [[]]


def test_those_of_both_sides_who_fell_are_no_recipients_where_both_fight(coded):
    text = "Troops clashed with Taliban men in Kunduz on Monday. Three soldiers and eight Taliban men were killed in the clash."
    assert {("ASSAULT", "AFG+AFG", "")} <= {(e[0], *e[-2:]) for e in told(coded(text))}


@pytest.mark.parametrize(
    "text",
    [
        "Border guards were deployed in Accra, Tamale and Kumasi in Ghana last night.",
        "The government of Ghana was angry. Ghanaian minister Ama Kofi announced that she would resign.",
    ],
)
def test_guards_deployed_at_home_and_who_resigns_face_nobody(coded, text):
    assert all(not e.recipient for e in coded(text))
