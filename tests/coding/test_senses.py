"""Words of deeds that mean something else here: papers released, attacks in words, plans met with opposition, storms that kill."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The candidate released his tax returns on Friday.",
        "Kenya's central bank released its new figures.",
        "Residents huddled in shelters as shells fell on the city.",
        "A bridge collapsed and killed 30 people in Genoa.",
        "A strike by lightning killed two farmers in Kenya.",
    ],
)
def test_a_word_of_a_deed_in_another_sense_makes_no_record(coded, text):
    assert coded(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The senator attacked Trump, saying he had offended veterans.", "ACCUSE"),
        ("The minister attacked the BBC.", "ACCUSE"),
        ("Rebels attacked the town, killing two farmers and saying nothing.", "ASSAULT"),
        ("The rebels released their hostages on Monday.", "RETREAT"),
        ("A strike by US drones killed two farmers in Yemen.", "ASSAULT"),
    ],
)
def test_an_attack_by_politicians_or_with_words_is_disapproval(coded, text, event):
    assert [e.event[0] for e in coded(text)][:1] == [event]
