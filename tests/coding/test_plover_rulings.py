"""PLOVER's rulings that coders get wrong, a sentence or two each."""

from __future__ import annotations

import pytest


def told(events):
    return {(e.event[0], *e.mode) for e in events}


@pytest.mark.parametrize(
    ("ruling", "text", "expected", "never"),
    [
        ("a cooperative act to come is an agreement", "Canada will send food to Somalia.", ("AGREE",), "AID"),
        ("so is a meeting to come", "Greece will hold talks with Turkey next week.", ("AGREE",), "CONSULT"),
        ("so is support to come", "Chile said it would recognise Kosovo.", ("AGREE",), "SUPPORT"),
        ("ground to be given is a concession", "Sudan said it would withdraw its troops from Abyei.", ("CONCEDE",), "RETREAT"),
        ("a concession to come stays one", "Egypt will lift the curfew in Cairo next week.", ("CONCEDE",), "RETREAT"),
        ("calling in an ambassador is a complaint", "Italy summoned the Egyptian ambassador over the death of a student.", ("ACCUSE", "disapprove"), "CONSULT"),
        ("prisoners freed are a retreat", "Myanmar freed 20 political prisoners.", ("RETREAT", "release"), "CONCEDE"),
        ("prisoners pardoned are a concession", "The president of Egypt pardoned two journalists.", ("CONCEDE",), "RETREAT"),
        ("hostages rescued are aid", "Nigerian troops rescued 40 hostages from Boko Haram.", ("AID",), "RETREAT"),
        ("debt forgiven is aid", "Japan cancelled $2 billion of Myanmar's debt.", ("AID",), "CONCEDE"),
        ("diplomats expelled are a sanction", "Poland expelled three Russian diplomats.", ("SANCTION", "expel"), "COERCE"),
        ("individuals deported are coercion", "Turkey deported a Dutch journalist.", ("COERCE", "deport"), "SANCTION"),
        ("a meeting called off is a refusal", "Mexico's president cancelled a meeting with Donald Trump.", ("REJECT", "meet"), "CONSULT"),
        ("fighters captured in combat are abducted", "Hezbollah fighters captured two Israeli soldiers in a raid.", ("ASSAULT", "abduct"), "COERCE"),
        ("a warrant in absence is a threat", "A French court issued an arrest warrant for Bashar al-Assad.", ("THREATEN", "arrest"), "COERCE"),
        ("refugees who flee are driven out", "The Myanmar army drove 700,000 Rohingya into Bangladesh.", ("SANCTION", "expel"), "COERCE"),
        ("joint exercises are cooperation", "India and Japan held joint naval exercises.", ("COOPERATE",), "MOBILIZE"),
        ("one's own exercises mobilize", "China held military exercises near Taiwan.", ("MOBILIZE",), "COOPERATE"),
        ("mobilizing beside an assault is part of it", "Turkish troops deployed along the border and shelled Kurdish positions in Syria.", ("ASSAULT", "heavy-weapons"), "MOBILIZE"),
        ("a protest's demand is part of it", "Thousands of Georgians marched in Tbilisi to demand that the government resign.", ("PROTEST", "demo"), "REQUEST"),
        ("an allegation that ends in conviction is a sanction", "A Malaysian court convicted former premier Najib Razak, who was accused of corruption.", ("SANCTION", "convict"), "ACCUSE"),
        ("a threat is a threat, not an attack to come", "Iran threatened to attack Israel.", ("THREATEN", "violence"), "ASSAULT"),
        ("nor is a harm that its doer announces", "Iran said it would attack Israel.", ("THREATEN", "violence"), "ASSAULT"),
        ("a party's call to end its own conflict is an agreement", "The Ukrainian government called for an end to the fighting with Russia.", ("AGREE",), "REQUEST"),
    ],
)  # fmt: skip
def test_a_ruling_of_the_codebook_is_kept(coded, ruling, text, expected, never):
    events = coded(text, "2020-03-02")
    assert expected in told(events) or ((expected[0],) in {t[:1] for t in told(events)} and len(expected) == 1), told(
        events
    )
    assert never not in {e.event[0] for e in events}, told(events)


def test_a_harm_that_others_expect_keeps_its_type_and_is_to_come(coded):
    [e] = coded("The Iraqi government will extend the curfew in Baghdad next week.", "2020-03-02")
    assert (e.event, e.mode, e.auxiliary) == (["COERCE"], ["curfew"], ["future"])


def test_compound_actors_are_one_record(coded):
    [e] = coded("France, Germany and Spain condemned Belarus.", "2020-03-02")
    assert {p.code for p in e.actor} == {"FRA", "DEU", "ESP"}
    assert [p.code for p in e.recipient] == ["BLR"]


def test_reciprocal_events_have_all_as_actors_and_no_recipient(coded):
    [e] = coded("Soldiers of Chad and Sudan clashed near the border.", "2020-03-02")
    assert e.event == ["ASSAULT"]
    assert {p.code for p in e.actor} == {"TCD", "SDN"}
    assert e.recipient == []
