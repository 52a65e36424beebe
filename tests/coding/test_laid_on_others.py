"""Sides that lay what they are said to have done on others."""

from __future__ import annotations

import pytest

SHOT = "Soldiers in Nigeria shot 40 villagers near Maradun, Amnesty International said. "
MINISTER = "Nigeria's defence minister, Bello Matawalle, "


def stances(events, kind="ASSAULT", actor="MIL"):
    """What Nigeria says of the deeds of its soldiers."""
    done = [e for e in events if e.event[0] == kind and any(p.sector == actor for p in e.actor)]
    return {c.stance for e in done for c in e.claims if c.side == "Nigeria"}


@pytest.mark.parametrize(
    "said",
    [
        "said the killings had been carried out by bandits.",
        "said the killings may have been committed by bandits in stolen uniforms.",
        "said bandits were behind the killings.",
        "said the massacre was the work of bandits.",
        "said the attack had been staged by bandits.",
        "said it was bandits who had shot the villagers.",
        "blamed bandits for the killings.",
    ],
)
def test_who_says_that_others_did_it_denies_it(coded, said):
    assert stances(coded(SHOT + MINISTER + said, "2021-07-08")) == {"denies"}


@pytest.mark.parametrize(
    "said",
    [
        "said the soldiers had shot the villagers by mistake.",
        "said the soldiers were behind the killings.",
        "said: “Our men carried out the killings.”",
    ],
)
def test_who_says_that_his_own_men_did_it_does_not(coded, said):
    assert "denies" not in stances(coded(SHOT + MINISTER + said, "2021-07-08"))


def test_another_deed_of_others_is_no_denial(coded):
    text = SHOT + MINISTER + "said bandits had burned two schools in Zaria last year."
    assert "denies" not in stances(coded(text, "2021-07-08"))


def test_a_state_that_blames_fighters_for_what_gunmen_did_denies_nothing(coded):
    text = "Gunmen shot 40 villagers near Maradun in Nigeria. " + MINISTER + "said bandits were behind the killings."
    assert not any(c.stance == "denies" for e in coded(text, "2021-07-08") for c in e.claims)
