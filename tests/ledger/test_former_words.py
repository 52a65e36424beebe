"""Words of before: denials that are over, retractions of a whole report, deeds told again in the past perfect."""

from __future__ import annotations

import msgspec
import pytest
from making import article, claim, event, party, put

from sayso.model import Evidence
from sayso.ontology.status import is_former, status

A, B = party("ARM", "GOV", "Armenia"), party("AZE", "GOV", "Azerbaijan")


def clash(id, *claims, **more):
    return event(
        id,
        who=[A],
        whom=[B],
        mode=["firearms"],
        claims=list(claims),
        text=f"Only {id}.",
        **{"date": "2021-03-01"} | more,
    )


def says(id, stance="asserts", factuality="CT+", cue=None, **more):
    return msgspec.structs.replace(claim(id, "Armenia", "Armenia", stance, factuality, **more), cue=cue)


@pytest.mark.parametrize("cue", ["had denied", "denied at first", "initially denied", "had previously ruled out"])
def test_words_beside_the_cue_put_a_claim_before_its_story(cue):
    assert is_former(says("a", cue=cue))


@pytest.mark.parametrize("cue", ["denied", "denies", "has denied", None])
def test_other_cues_are_of_the_storys_own_time(cue):
    assert not is_former(says("a", cue=cue))


def test_an_undated_confirmation_outweighs_what_was_denied_at_first():
    yes = says("a", "confirms", cue="admitted")
    for before in ("had denied", "denied at first"):
        assert status([yes, says("a", "denies", "CT-", cue=before)], {"Armenia", "Azerbaijan"}) == "confirmed_by_one"
    assert status([yes, says("a", "denies", "CT-", cue="denied")], {"Armenia", "Azerbaijan"}) == "denied"


def test_a_later_story_that_tells_an_old_denial_does_not_renew_it(ledger):
    put(ledger, article("a", "2021-03-02"), clash("a", says("a", "confirms", cue="confirmed")))
    put(ledger, article("b", "2021-03-05"), clash("b", says("b", "denies", "CT-", cue="had denied")))
    assert next(ledger.events()).status == "confirmed_by_one"
    put(ledger, article("c", "2021-03-06"), clash("c", says("c", "denies", "CT-", cue="denied")))
    assert next(ledger.events()).status == "denied"


def test_an_undated_denial_beside_the_admission_in_one_story_came_before_it(ledger):
    admitted = says("a", "confirms", cue="admitted")
    put(ledger, article("a", "2021-03-02"), clash("a", admitted, says("a", "denies", "CT-", cue="denied", start=90)))
    assert next(ledger.events()).status == "confirmed_by_one"


def test_an_old_denial_is_all_that_there_is_of_one_who_never_spoke_since(ledger):
    put(ledger, article("a", "2021-03-02"), clash("a", says("a", "denies", "CT-", cue="had denied")))
    assert next(ledger.events()).status == "denied"


@pytest.mark.parametrize("who", ["author", "the Times"])
def test_a_paper_that_withdraws_its_report_takes_back_what_its_sources_said_there(ledger, who):
    told = [claim("a", "medics", "medics"), claim("a", start=60)]
    put(ledger, article("a", "2021-03-02", source="The Sanaa Times"), clash("a", *told))
    back = claim("b", who, None, "retracts", "CT-")
    put(ledger, article("b", "2021-03-03", source="The Sanaa Times"), clash("b", back))
    assert next(ledger.events(as_of="2021-03-02")).status == "reported"
    assert next(ledger.events()).status == "retracted"


def test_another_papers_report_outlives_the_retraction(ledger):
    put(ledger, article("a", "2021-03-02", source="The Sanaa Times"), clash("a", claim("a", "medics", "medics")))
    put(ledger, article("b", "2021-03-02", source="Aden Post"), clash("b", claim("b", "nurses", "nurses")))
    back = claim("c", "author", None, "retracts", "CT-")
    put(ledger, article("c", "2021-03-03", source="The Sanaa Times"), clash("c", back))
    found = next(ledger.events())
    assert found.status == "reported"
    assert {c.source for c in found.claims if c.stance == "asserts"} >= {"nurses"}


def retold(id, words):
    return msgspec.structs.replace(claim(id), evidence=Evidence(id, 0, len(words), words))


@pytest.mark.parametrize(
    ("words", "events"),
    [
        ("Armenian troops had fired on Azerbaijani soldiers.", 1),
        ("Armenian troops fired on Azerbaijani soldiers.", 2),
        ("Armenian troops had no mercy and fired.", 2),
    ],
)
def test_a_deed_told_in_the_past_perfect_may_be_weeks_old(ledger, words, events):
    put(ledger, article("a", "2021-03-02"), clash("a", claim("a")))
    put(ledger, article("b", "2021-03-22"), clash("b", retold("b", words), date=None, enddate=None))
    assert len(list(ledger.events())) == events
