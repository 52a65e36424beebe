"""An attack told again in other words is one record; another victim, weapon or day is another."""

from __future__ import annotations

import pytest


def assaults(coded, text):
    return [e for e in coded(text, published="2014-06-12") if e.event == ["ASSAULT"]]


def test_a_named_victim_is_killed_once_whatever_the_killer_is_called(coded):
    [deed] = assaults(
        coded,
        "A policeman shot dead Judge Amina Haddad in Tunis on Tuesday. The killing of Haddad shocked the country. "
        "Haddad was gunned down by a member of an elite unit, a minister said.",
    )
    assert len(deed.claims) >= 2


def test_the_gunman_is_the_one_told_before(coded):
    [deed] = assaults(
        coded, "A soldier opened fire at a market in Bria on Monday. The gunman shot at traders from a roof."
    )
    assert deed.date == "2014-06-09"


def test_who_was_hurt_in_the_attack_is_its_toll(coded):
    [deed] = assaults(coded, "Rebels attacked a village near Goma on Sunday. Three farmers were wounded in the attack.")
    assert deed.size.injured == 3


def test_bombings_that_somebody_claimed_keep_their_toll(coded):
    [deed] = assaults(
        coded, "Kurdish militants claimed responsibility for bombings in Izmir on May 4 that killed 12 people."
    )
    assert deed.size.dead == 12
    assert deed.date == "2014-05-04"


def test_an_attack_on_others_is_another(coded):
    found = assaults(
        coded,
        "Gunmen attacked a mosque in Kano on Friday. The attack on a church in Jos killed two people on Saturday.",
    )
    assert len(found) == 2


def test_the_headlines_attack_is_the_storys(coded):
    text = "Drone strike hits clinic in Taiz\n\nTaiz, June 12, 2014\n\nA drone strike on a clinic in Taiz killed nine people on Monday, medics said."
    [deed] = assaults(coded, text)
    assert deed.size.dead == 9
    assert [p.sector for p in deed.recipient] == ["CVL"]


@pytest.mark.parametrize(
    "source",
    [
        "“Gabon has deported our citizen,” Togo's ambassador said.",
        "A Gabonese police spokesman said that the Togolese had been deported for his own good.",
        "Togo's Foreign Ministry confirmed that he had been put across the border by the Gabonese.",
    ],
)
def test_what_a_source_says_was_done_to_one_of_a_country_is_what_the_story_tells(coded, source):
    text = f"Gabon deported the Togolese trader Kossi Adjo on Tuesday after two weeks in custody.\n\n{source}"
    assert len([e for e in coded(text) if e.event == ["COERCE"] and "deport" in e.mode]) == 1


def test_another_of_the_same_country_is_another_deed(coded):
    text = "Gabon deported a Togolese trader on Tuesday.\n\nGabon has deported another Togolese trader, Togo's ambassador said."
    assert len([e for e in coded(text) if e.event == ["COERCE"] and "deport" in e.mode]) == 2
