"""Soldiers who are put somewhere and go again, guns that fall silent, captives whom their holders send home."""

from __future__ import annotations

import pytest

from sayso.model import Settings
from sayso.pipeline import articles_of

PUBLISHED = "2014-06-12"  # a Thursday


def told(text: str):
    """The kinds, ways and doers of what is told."""
    return [
        (e.event[0], e.mode, sorted(p.code or "" for p in e.actor))
        for _, found in articles_of(f"{text}\n\nNothing else happened.", Settings(published=PUBLISHED))
        for e in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Indian soldiers have gone from the ridge.",
        "The Indian troops left the ridge on Friday.",
        "India has pulled its men off the hill.",
        "India withdrew the launchers on Sunday night.",
    ],
)
def test_soldiers_and_guns_that_are_gone_have_been_withdrawn(text):
    assert told(text) == [("RETREAT", ["withdraw"], ["IND"])]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("India put three hundred soldiers on the hill on Thursday.", "troops"),
        ("India sent three companies up on Thursday.", "troops"),
        ("India brought up four howitzers on Monday.", "weapons"),
    ],
)
def test_soldiers_and_guns_are_brought_up(text, way):
    assert told(text) == [("MOBILIZE", [way], ["IND"])]


def test_whoever_held_captives_frees_them_where_nobody_else_is_said_to():
    found = told("Twelve policemen held by Nepal's Maoists since last autumn were set free on Thursday.")
    assert ("RETREAT", ["release"], ["NPL"]) in found


@pytest.mark.parametrize(
    "text",
    [
        "Nepal sent a dozen captives home on Thursday.",
        "Nepal unlocked the cells of seven rebel prisoners on Friday.",
    ],
)
def test_captives_are_sent_home_or_their_cells_opened(text):
    assert told(text) == [("RETREAT", ["release"], ["NPL"])]


@pytest.mark.parametrize(
    "text",
    [
        "Chile's foreign minister received a telephone call on Monday from his Peruvian counterpart.",
        "Chile's foreign minister took a call from Peru's president on Monday.",
    ],
)
def test_who_is_called_talks_as_well_as_who_calls(text):
    assert told(text) == [("CONSULT", ["phone"], ["CHL", "PER"])]
