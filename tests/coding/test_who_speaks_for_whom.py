"""Whose word is whose: nationals abroad, both governments, spokesmen of whoever spoke last, sources beside a source, papers abroad."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Syria freed 18 Lebanese on March 4, which both governments confirmed at the time.", "confirmed_by_all"),
        ("Iran expelled two French teachers on Monday, Iran's foreign ministry said.", "confirmed_by_one"),
        ("Chad's police arrested three teachers in Abeche, Chad's interior ministry said.", "confirmed_by_one"),
    ],
)
def test_the_state_of_people_whom_another_state_holds_speaks_for_them(coded, text, status):
    assert [e.status for e in coded(text, published="1998-03-20")] == [status]


def test_a_source_named_beside_another_does_not_take_its_word_away(coded):
    (event,) = coded("The government of Chad said that Sudanese troops left Abeche on 6 May, as Sudan had announced.")
    assert {c.side for c in event.claims} == {"Chad", "Sudan"}


def test_rebels_named_after_an_animal_are_no_disaster(coded):
    found = coded("Tamil Tiger rebels killed eight sailors in the district of Trincomalee, the navy said.")
    assert "ASSAULT" in {e.event[0] for e in found}


def test_what_sources_told_a_newspaper_is_theirs(coded):
    (event,) = coded("Envoys of Chad and Sudan met in Doha on Monday, officials told this newspaper.")
    assert [c.source for c in event.claims] == ["officials"]


def test_soldiers_whom_only_the_place_tells_are_on_their_state_s_side(coded):
    text = "Soldiers shot dead two herders in Gao on Monday. Mali's army said that they had shot the herders in Gao."
    (event,) = coded(text)
    assert {p.side for p in event.actor} == {"Mali"} <= {c.side for c in event.claims}


def test_a_union_that_a_country_has_is_not_the_country(coded):
    text = "Union leaders in Guinea refused to meet the head of the army on Friday."
    (event,) = coded(text)
    assert ([p.sector for p in event.actor], [p.sector for p in event.recipient]) == (["LAB"], ["MIL"])


def test_the_secretary_general_speaks_for_the_united_nations(coded):
    (event,) = coded("The United Nations sent food to Chad on Monday, António Guterres said.", published="2019-05-02")
    assert [c.side for c in event.claims] == ["United Nations"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "Zintan tribesmen released two Dutch diplomats on Tuesday. Sheikh Ahmed al-Zintani said that his men had released the Dutch "
            "diplomats on Tuesday morning.",
            "Zintan tribesmen",
        ),
        (
            "Tribesmen in Marib kidnapped a Dutch engineer on Monday. Sheikh Ali al-Awlaki admitted that tribesmen of his had kidnapped the "
            "engineer.",
            "Tribesmen in Marib",
        ),
    ],
)
def test_a_leader_who_tells_what_his_men_did_speaks_for_them(coded, text, side):
    (event,) = coded(text, published="2015-06-11")
    assert side in {c.side for c in event.claims if c.stance in ("asserts", "confirms")}


def test_a_general_who_tells_what_his_soldiers_did_speaks_for_his_state(coded):
    text = "Nepal's army freed two rebels on Monday. General Rana said his soldiers had freed the rebels."
    (event,) = coded(text, published="2015-06-11")
    assert {c.side for c in event.claims if c.side} == {"Nepal"}


def test_the_state_of_somebody_of_whom_only_his_country_is_known_speaks_for_him(coded):
    text = "Armenia let Private Ruslan Aliyev of Azerbaijan go on Monday. Azerbaijan's government said that Armenia had let Aliyev go."
    assert "confirmed_by_one" in {e.status for e in coded(text, published="2015-06-11") if e.event == ["RETREAT"]}
