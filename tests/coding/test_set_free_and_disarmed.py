"""Captives let go and arms laid down, in the words of news: set free, sent home, at liberty, in jail abroad; handed in, burned."""

from __future__ import annotations

import pytest

from sayso.model import Settings
from sayso.pipeline import articles_of

PUBLISHED = "2022-06-16"  # a Thursday


def events(text: str):
    found = articles_of(f"{text}\n\nNothing else happened.", Settings(published=PUBLISHED))
    return [e for _, es in found for e in es]


def parties(text: str, event: str):
    return [({p.code for p in e.actor}, {p.code for p in e.recipient}) for e in events(text) if e.event == [event]]


@pytest.mark.parametrize(
    "text",
    [
        "Eritrea set free three Djiboutian herders on Tuesday.",
        "Eritrea handed three Djiboutian fishermen over on Tuesday.",
        "Eritrea sent three Djiboutian fishermen back on Tuesday.",
        "Eritrea freed three Djiboutian herders on Tuesday. The herders were handed to the International Committee of the Red Cross.",
        "Eritrea has liberated three Djiboutian bus drivers.",
        "Three Djiboutian herders came home from Eritrean captivity on Tuesday.",
        "Three Djiboutian herders left Eritrean jails on Tuesday.",
        "Eritrea handed three Djiboutian herders over to Djibouti's ambassador on Tuesday.",
        "Eritrea allowed a Djiboutian reporter to leave on Tuesday.",
        "Three Djiboutian herders jailed in Eritrea regained their freedom on Tuesday.",
        "Eritrea gave three Djiboutian herders their freedom back on Tuesday.",
        "Eritrea's release of a Djiboutian film-maker came on Tuesday.",
        'The Eritrean army spokesman Yonas Kidane said: "We released the Djiboutian film-maker."',
    ],
)
def test_whoever_lets_captives_go_acts(text):
    assert parties(text, "RETREAT") == [({"ERI"}, {"DJI"})]


@pytest.mark.parametrize(
    "text",
    [
        "Eritrea released a statement on three Djiboutian herders.",
        "Three Djiboutian herders left Eritrea on Tuesday.",
        "Pupils went home on Monday after the school in Djibouti closed.",
    ],
)
def test_not_all_that_is_released_or_goes_home_is_a_captive(text):
    assert not parties(text, "RETREAT")


@pytest.mark.parametrize(
    "text",
    [
        "The ELN handed in their mortars and rifles in Colombia on Tuesday.",
        "The ELN burned their rifles at a ceremony in Colombia on Tuesday.",
        "The ELN abandoned its armed struggle on Tuesday.",
        "Colombia's defence minister praised the handover of heavy weapons by the ELN.",
    ],
)
def test_arms_given_away_are_a_retreat(text):
    assert {"COL"} in [actors for actors, _ in parties(text, "RETREAT")]


def test_us_in_capitals_is_nobody_who_speaks():
    text = "The Islamic Emirate freed a US citizen on Tuesday, its spokesman Zabihullah Mujahid said."
    assert parties(text, "RETREAT") == [({"AFG"}, {"USA"})]


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        ("Rebels returned 30 of the 42 pupils whom they had taken from a school in Kaya.", 1),
        ("The kidnappers returned two nurses on Sunday.", 1),
        ("The rebels returned fire.", 0),
        ("The rebels returned two weeks later.", 0),
    ],
)
def test_captors_who_return_people_set_them_free(coded, text, freed):
    assert sum(e.event == ["RETREAT"] for e in coded(text)) == freed
