"""Whoever is expelled or deported is not of the state that does it."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Gabon deported 40 traders on Monday. Benin was angry.", ("COERCE", "deport", "GAB", "BEN")),
        (
            "Laos confirmed that an employee of the Thai consular section was expelled on Friday.",
            ("SANCTION", "expel", "LAO", "THA"),
        ),
        (
            "A Latvian consul was expelled on Friday, the Belarusian foreign ministry said.",
            ("SANCTION", "expel", "BLR", "LVA"),
        ),
    ],
)
def test_those_sent_away_are_of_another_state(coded, text, event):
    assert event in told(coded(text))


def test_who_tells_of_the_expulsion_of_his_own_has_not_expelled_him(coded):
    events = coded("A Dutch consul was expelled from Hanoi on Friday, the Netherlands said.")
    assert all("NLD" not in {p.code for p in e.actor} for e in events)


def test_those_and_what_is_theirs_are_two_sides(coded):
    assert ("CONSULT", "visit", "SDN", "EGY") in told(
        coded("Egypt said its officials and those of Sudan had talks in Cairo.")
    )
