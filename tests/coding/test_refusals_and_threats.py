"""What news says will not be, what it threatens by its usual formulas, and what it calls by bad names."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ('M23 would not withdraw "by one metre", Bertrand Bisimwa said.', ("REJECT", "yield", "COD", "")),
        (
            "Sudan's minister said his government would not return the boats until Egypt gave way.",
            ("REJECT", "yield", "SDN", "EGY"),
        ),
        (
            "Turkey has no intention of withdrawing its troops from Syria, a minister said.",
            ("REJECT", "yield", "TUR", "SYR"),
        ),
        ("South Korea has no plans to send weapons to Ukraine.", ("REJECT", "assist", "KOR", "UKR")),
        (
            "Britain will not send troops to Mali, Prime Minister David Cameron said.",
            ("REJECT", "assist", "GBR", "MLI"),
        ),
        ('"We will not leave Crimea," Russian President Vladimir Putin said.', ("REJECT", "yield", "RUS", "UKR")),
        ("President Nicolas Maduro vowed never to resign.", ("REJECT", "yield", "VEN", "")),
        ("Angela Merkel ruled out lifting the sanctions on Russia.", ("REJECT", "yield", "DEU", "RUS")),
        ("China said it opposed sanctions on North Korea.", ("REJECT", "CHN", "PRK")),
    ],
)
def test_what_somebody_says_will_not_be_is_refused(coded, text, event):
    assert told(coded(text)) == {event}


def test_a_vow_neither_to_talk_nor_to_pay_is_no_agreement(coded):
    events = told(
        coded("Nigeria's president vowed that he would neither negotiate with bandits nor pay ransom to them.")
    )
    assert {e[:2] for e in events} == {("REJECT", "meet"), ("REJECT", "yield")}


@pytest.mark.parametrize(
    "text",
    [
        "The train will not leave the station before noon.",
        "The spokesman would not say when the talks would resume.",
        "Prices will not ease before June, the central bank said.",
        "If the US attacked, Iran would not surrender.",
        '"We will respond to the letter in due course," the ministry in Harare said.',
        "Kenya can expect more rain, the weather office said.",
        "The French economy will pay a price, analysts said.",
        "Police described the suspect as dangerous.",
    ],
)
def test_what_is_no_refusal_threat_or_judgement_is_not_recorded(coded, text):
    assert coded(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ('"We will not hesitate to respond," the Rwandan army said.', ("THREATEN", "violence", "RWA", "")),
        ('The Kremlin said Latvia could expect a "mirror response".', ("THREATEN", "RUS", "LVA")),
        ("Russia reserves the right to respond to the US sanctions.", ("THREATEN", "violence", "RUS", "USA")),
        ("The rebels will pay a heavy price, Syria's president said.", ("THREATEN", "violence", "SYR", "SYR")),
        ('"There will be consequences for Moscow," Barack Obama said.', ("THREATEN", "USA", "RUS")),
        ("A harsh response awaits Israel, Iran's army said.", ("THREATEN", "IRN", "ISR")),
        ("Any incursion would be met with force, the Lebanese army said.", ("THREATEN", "violence", "LBN", "")),
    ],
)
def test_threats_have_their_formulas(coded, text, event):
    assert told(coded(text)) == {event}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Iran branded the US sanctions illegal.", ("ACCUSE", "disapprove", "IRN", "USA")),
        ("Poland's prime minister described Russia's vote as a sham.", ("ACCUSE", "disapprove", "POL", "RUS")),
        (
            "The Israeli minister labelled the Palestinian strike an act of terrorism.",
            ("ACCUSE", "disapprove", "ISR", "PSE"),
        ),
        ('Russia\'s ministry said the US expulsions were "a hostile step".', ("ACCUSE", "disapprove", "RUS", "USA")),
        ("Congo's army and M23 rebels blamed each other for the shelling.", ("ACCUSE", "allege", "COD+COD", "")),
    ],
)
def test_a_bad_name_is_an_accusation(coded, text, event):
    assert told(coded(text)) == {event}


def test_what_an_event_called_an_outrage_was_is_the_doers(coded):
    events = told(
        coded(
            "Sri Lankan sailors arrested 33 Indian fishermen. Narendra Modi termed the arrests a deliberate provocation."
        )
    )
    assert ("ACCUSE", "disapprove", "IND", "LKA") in events
