"""A headline's deed is the story's, though it names nobody; whose a ship, band of people or town is by what marks it."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Guards killed in border clash\n\nTurkmen soldiers shot dead three Afghan border guards near Torghundi on Monday.",
            ("ASSAULT", "firearms", "TKM", "AFG"),
        ),
        (
            "Teacher shot dead in Hebron\n\nIsraeli soldiers shot a Palestinian teacher in Hebron on Monday.",
            ("ASSAULT", "firearms", "ISR", "PSE"),
        ),
        (
            "Palau cuts ties with Laos\n\nPalau said that it had broken off relations with Laos on Monday.",
            ("SANCTION", "discontinue", "PLW", "LAO"),
        ),
    ],
)
def test_a_headline_and_its_story_are_one_deed(coded, text, event):
    assert told(coded(text)) == {event}


def test_a_headline_of_another_side_is_another_deed(coded):
    events = coded("Israeli troops kill nine men in Rafah\n\nRussian troops killed nine Ukrainians on Monday.")
    assert len([e for e in events if e.event == ["ASSAULT"]]) == 2


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Rockets hit the Sea Rose, a Greek-flagged ship with grain for Aden.", "GRC"),
        ("Ugandan police seized nine tankers with Kenyan plates on Monday.", "KEN"),
        ("The Sri Lankan navy arrested nine fishermen from Chennai on Monday.", "IND"),
        ("A Sudanese jet bombed a school in Kauda, the stronghold of the SPLM-N.", "SDN"),
    ],
)
def test_what_marks_them_says_whose_they_are(coded, text, event):
    assert {event} == {p.code for e in coded(text) for p in e.recipient}


def test_gunmen_loyal_to_somebody_are_his(coded):
    [event] = coded("Gunmen loyal to General Haftar shot nine protesters in Benghazi.")
    assert [p.identifier_text for p in event.actor] == ["Khalifa Haftar"]
