"""Who stands behind a deed: what is presupposed, silence after words, both sides' ministries, denials of before."""

from __future__ import annotations

import pytest


def claims(events, kind):
    """Source, stance and cue of the claims of the events of a type."""
    return {(c.source, c.stance, c.cue) for e in events if e.event == [kind] for c in e.claims}


@pytest.mark.parametrize(
    ("text", "presupposed", "denied"),
    [
        ("Rebels denied on Monday that the nurses abducted last week had been freed.", "ASSAULT", "RETREAT"),
        ("Norway denied that the consul who was expelled in May had been arrested by police.", "SANCTION", "COERCE"),
    ],
)
def test_what_only_says_which_are_meant_is_not_denied(coded, text, presupposed, denied):
    events = coded(text, published="2015-06-10")
    assert claims(events, presupposed) == {("author", "asserts", None)}
    assert {stance for _, stance, _ in claims(events, denied)} == {"denies"}


def test_what_is_denied_in_a_clause_of_its_own_is_denied(coded):
    assert claims(coded("Chad denied that it had expelled the envoy."), "SANCTION") == {("Chad", "denies", "denied")}


def test_who_told_something_is_not_silent_on_it(coded):
    text = "Zambia said it had arrested three Malawian fishermen. Zambia declined to comment further on the arrests."
    assert claims(coded(text), "COERCE") == {("Zambia", "asserts", "said")}
    text = "Malawi said Zambia had arrested three fishermen. Zambia declined to comment on the arrests."
    assert {(who, stance) for who, stance, _ in claims(coded(text), "COERCE")} == {
        ("Malawi", "asserts"),
        ("Zambia", "declines to comment"),
    }


def test_the_ministries_of_both_countries_speak_for_both(coded):
    text = "Kenya and Somalia met on Monday. The foreign ministries of both countries said that gunmen had shot dead a trader."
    assert claims(coded(text, published="2015-06-10"), "ASSAULT") == {
        ("Kenya", "asserts", "said"),
        ("Somalia", "asserts", "said"),
    }


@pytest.mark.parametrize("cue", ["had denied", "denied at first", "initially denied", "previously denied"])
def test_a_cue_keeps_the_words_that_put_it_before_the_storys_own_time(coded, cue):
    events = coded(f"Togo {cue} that its soldiers had shot two Ghanaian fishermen.")
    [(who, stance, words)] = claims(events, "ASSAULT")
    assert (who, stance) == ("Togo", "denies")
    assert set(words.split()) == set(cue.split())


def test_a_denial_of_before_is_over_once_the_side_admits(coded):
    told = "that its soldiers had shot two Ghanaian fishermen"
    events = coded(f"Togo initially denied {told}. Togo admitted on Tuesday {told}.", published="2015-06-10")
    assert {e.status for e in events if e.event == ["ASSAULT"]} == {"confirmed_by_one"}


def test_one_whom_the_story_names_later_is_the_one_told_of_before(coded):
    text = "Police in Zambia deported a reporter on Monday. Ivan Petrov said he had been deported."
    [deed] = [e for e in coded(text, published="2015-06-10") if e.event == ["COERCE"]]
    assert {c.source for c in deed.claims} == {"author", "Ivan Petrov"}


def test_officials_are_not_who_is_named_later(coded):
    text = "Police in Zambia deported a minister on Monday. Ivan Petrov said he had been deported."
    assert len([e for e in coded(text, published="2015-06-10") if e.event == ["COERCE"]]) == 2
