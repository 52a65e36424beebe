"""Dealings of two states in the words of news: barriers lifted, drills together, suspects handed over, gifts that arrive, pacts made."""

from __future__ import annotations

import pytest

from sayso.model import Settings
from sayso.pipeline import articles_of

PUBLISHED = "2022-06-16"  # a Thursday


def parties(text: str, event: str):
    found = articles_of(f"{text}\n\nNothing else happened.", Settings(published=PUBLISHED))
    return [
        ({p.code for p in e.actor}, {p.code for p in e.recipient}) for _, es in found for e in es if e.event == [event]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Peru rescinded its boycott of Chilean grapes on Monday.",
        "Peru voided the entry ban for Chileans on Monday.",
        "Peru revoked the suspension of grape imports from Chile.",
        "Peru did away with the restrictions on Chilean lorries on Monday.",
        "Peru struck Chile from its list of unsafe countries on Monday.",
        "Peru expressed regret to Chile over the crash on Monday.",
        "The lifting by Peru of its ban on Chilean grapes was welcome.",
    ],
)
def test_barriers_taken_away_are_conceded(text):
    assert parties(text, "CONCEDE") == [({"PER"}, {"CHL"})]


@pytest.mark.parametrize("text", ["Peru imposed a ban on Chilean grapes.", "Peru kept its ban on Chilean grapes."])
def test_barriers_put_up_or_kept_are_not(text):
    assert not parties(text, "CONCEDE")


@pytest.mark.parametrize(
    "text",
    [
        "A Chilean destroyer joined a Peruvian frigate for a drill on Monday.",
        "Peruvian and Chilean warships sailed together on Monday.",
        "The Peruvian and Chilean navies drilled together on Monday.",
        "Peru and Chile began naval manoeuvres on Monday.",
    ],
)
def test_what_two_navies_drill_is_done_by_both(text):
    assert parties(text, "COOPERATE") == [({"PER", "CHL"}, set())]


@pytest.mark.parametrize(
    "text",
    [
        "Peru has extradited a Chilean smuggler, Chile's police said on Monday.",
        "A Chilean banker was extradited from Peru on Tuesday.",
        "Peru handed over a blogger to Chile on Monday under an extradition order.",
        "Peru delivered an alleged smuggler to Chile on Monday.",
        "Peru sent a banker to Chile to stand trial.",
    ],
)
def test_suspects_go_to_the_state_that_wants_them(text):
    assert parties(text, "COOPERATE") == [({"PER"}, {"CHL"})]


@pytest.mark.parametrize(
    "text",
    [
        "A Peruvian navy ship unloaded two field hospitals for Chile on Monday.",
        "Forty Peruvian generators arrived in Chile on Monday.",
        "Chile took delivery of forty Peruvian generators on Monday.",
        "Peru presented Chile with forty ambulances on Monday.",
        "A Peruvian gift of forty ambulances reached Chile on Monday.",
        "Peru lent Chile 100 million dollars on Monday.",
    ],
)
def test_gifts_that_arrive_are_aid(text):
    assert parties(text, "AID") == [({"PER"}, {"CHL"})]


@pytest.mark.parametrize(
    "text", ["Peruvian tourists arrived in Chile on Monday.", "A Peruvian ship unloaded coal in Chile on Monday."]
)
def test_not_all_that_arrives_is_aid(text):
    assert not parties(text, "AID")


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile came to terms on fishing on Monday.",
        "Peru and Chile put their names to a pact on Monday.",
        "Peru and Chile renewed their fishing agreement on Monday.",
        "Peru agreed with Chile on a hotline on Monday.",
        "Peru's pact with Chile was sealed on Monday.",
    ],
)
def test_pacts_are_made_by_both(text):
    assert [actors | others for actors, others in parties(text, "SUPPORT")] == [{"PER", "CHL"}]


@pytest.mark.parametrize(
    "text",
    [
        "Peru moved howitzers to the border with Chile on Monday.",
        "Peruvian fighters flew along the border with Chile on Monday.",
        "Peru sent six warplanes towards Chile on Monday.",
    ],
)
def test_arms_brought_to_a_border_are_mobilized(text):
    assert parties(text, "MOBILIZE") == [({"PER"}, {"CHL"})]


def test_guns_are_put_where_they_face_somebody():
    assert parties("Peru stationed howitzers at Tacna, facing Chile, on Monday.", "MOBILIZE") == [({"PER"}, {"CHL"})]


def test_what_is_concluded_is_the_pact_and_not_its_matter():
    text = "A spokesman defended the pact on migration that Peru concluded with Chile on Monday."
    assert [a | r for a, r in parties(text, "SUPPORT")] == [{"PER", "CHL"}]


def test_captives_let_go_to_a_state_are_its_own():
    text = "Peru's navy said that it had let the eight sailors go to Chile."
    assert parties(text, "RETREAT") == [({"PER"}, {"CHL"})]


def test_a_suspension_revoked_is_of_whose_goods_it_barred():
    text = "Import of Chilean grapes, suspended since March, is legal after Peru's ministry revoked the suspension on Monday."
    assert parties(text, "CONCEDE") == [({"PER"}, {"CHL"})]


def test_who_assures_that_something_was_done_promises_nothing():
    text = "Chile's minister assured parliament that Peru had lifted its freeze on trade with Chile."
    assert not parties(text, "AGREE")
    assert parties(text, "CONCEDE") == [({"PER"}, {"CHL"})]
