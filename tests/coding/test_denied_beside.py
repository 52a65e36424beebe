"""Denials of something beside a deed leave the deed; what only shows that it happened affirms it."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.coding import code
from sayso.model import Settings
from sayso.reading import read_text


def stances(text, event, side):
    """What a side says of the first event of a type."""
    found = code(annotate(read_text(text, published="2011-08-17"), Settings()), Settings())
    deed = next(e for e in found if event in e.event)
    return {"denies" if c.factuality == "CT-" else c.stance for c in deed.claims if c.side == side}


RAID = """Warplanes over Mocoa

Peruvian jets bombed a Colombian barracks near Mocoa on Monday, Colombia's defence ministry said. {}"""

FREED = """Drivers go home

Algeria freed nine Tunisian lorry drivers on Monday, the interior ministry in Algiers said. {}"""


@pytest.mark.parametrize(
    "said",
    [
        "Peru denied that there were women among the dead.",
        "Peru denied that its pilots had acted under pressure.",
        "Peru denied that it had aimed at the hospital.",
        "Peru's air force commander apologised for the raid.",
        "Peru rejected criticism of the way in which it had been done.",
        "Peru denied that it had bombed the barracks deliberately.",
        "Peru suspended the pilot who led the raid.",
        "Lima regretted the loss of life and proposed talks.",
        '"Our crews carried out the mission and all came home," the Peruvian defence minister told parliament.',
    ],
)
def test_who_denies_only_what_goes_with_his_deed_or_makes_amends_affirms_it(said):
    assert stances(RAID.format(said), "ASSAULT", "Peru") <= {"asserts", "confirms"}
    assert stances(RAID.format(said), "ASSAULT", "Peru")


@pytest.mark.parametrize(
    "said",
    [
        "Peru denied that it had bombed any barracks.",
        "Peru denied any role in the raid.",
        "Peru's air force said the barracks had been blown up by its own ammunition.",
        "Peru denied that its jets were in the area.",
        "The jets had not left their base, a Peruvian general said.",
    ],
)
def test_who_denies_the_deed_or_his_part_in_it_denies_it(said):
    assert stances(RAID.format(said), "ASSAULT", "Peru") == {"denies"}


@pytest.mark.parametrize(
    "said",
    ["Peru demanded an apology for an older raid.", "A Peruvian spokesman said: “I don't have anything on that.”"],
)
def test_an_apology_that_is_asked_for_or_a_word_on_nothing_affirms_no_deed(said):
    assert not stances(RAID.format(said), "ASSAULT", "Peru") & {"asserts", "confirms", "denies"}


@pytest.mark.parametrize(
    "said",
    [
        "Tunisia denied that it had given anything in return.",
        "Tunisia denied that a ransom had been paid for the drivers.",
        "Tunisia denied that the release had anything to do with its elections.",
        "“We are grateful for the release,” the Tunisian foreign minister said.",
    ],
)
def test_whose_people_came_free_affirms_it_by_denying_its_price_or_by_thanks(said):
    assert "denies" not in stances(FREED.format(said), "RETREAT", "Tunisia")
    assert stances(FREED.format(said), "RETREAT", "Tunisia")


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("Colombia shot down a Peruvian helicopter near Leticia on Monday, an officer in Bogota said.", "Peru said that all its helicopters had returned to base."),
        ("Colombian soldiers captured a Peruvian lieutenant near Leticia on Monday, an officer in Bogota said.", "The Peruvian army said that all its lieutenants were accounted for."),
    ],
)  # fmt: skip
def test_who_has_all_that_he_is_said_to_have_lost_denies_its_loss(deed, said):
    assert stances(f"Loss in the forest\n\n{deed} {said}", "ASSAULT", "Peru") == {"denies"}


def test_a_state_that_denies_what_it_plans_denies_no_deed_told_before():
    assert "denies" not in stances(
        RAID.format("Peru had denied on Friday that it was planning for war."), "ASSAULT", "Peru"
    )


def test_reasons_why_goods_were_stopped_are_no_denial():
    text = """Lorries wait

Peru turned back 30 Bolivian lorries on Monday, Bolivia's transport minister said. {}"""
    said = "Peru's customs office said that the papers of the lorries were not in order."
    assert "denies" not in stances(text.format(said), "COERCE", "Peru")


def test_what_only_says_when_something_was_is_not_denied():
    said = "Algeria's army denied that the drivers had been put in irons after their arrest."
    text = f"Drivers held\n\nAlgeria arrested nine Tunisian lorry drivers on Monday, Tunisia's army said. {said}"
    assert "denies" not in stances(text, "COERCE", "Algeria")


TALKS = """Leaders talk

The presidents of Chad and Niger spoke by telephone on Monday, Niger's government said. {}"""


@pytest.mark.parametrize(
    "said",
    [
        "Chad denied that the border had been discussed.",
        "Chad denied that the subject had come up.",
        "Chad denied that the call had been made at its request.",
        "Chad denied that it had sought the conversation.",
    ],
)
def test_who_denies_what_was_said_at_talks_grants_them(said):
    assert stances(TALKS.format(said), "CONSULT", "Chad") <= {"asserts", "confirms"}
    assert stances(TALKS.format(said), "CONSULT", "Chad")


@pytest.mark.parametrize(
    "said", ["Chad denied that its president had spoken to him.", "Chad denied that the call had taken place."]
)
def test_who_denies_the_talks_by_their_own_verb_or_noun_denies_them(said):
    assert stances(TALKS.format(said), "CONSULT", "Chad") == {"denies"}


def test_who_denies_a_promise_made_there_says_nothing_of_the_talks():
    assert not stances(TALKS.format("Chad denied that it had promised to open the border."), "CONSULT", "Chad")


def test_who_denies_that_its_own_did_anything_denies_no_deed_of_its_foes():
    text = """Coalition: Houthi shells hit Hodeidah

    The Saudi-led coalition denied on Friday that it had carried out any operation in Hodeidah the day before."""
    assert not stances(text, "ASSAULT", "Saudi Arabia") & {"denies"}
