"""What stories of several articles taught: wordings by which an event is dated, denied, counted or attributed."""

from __future__ import annotations

import pytest

from sayso.model import Settings
from sayso.pipeline import articles_of

PUBLISHED = "2012-10-27"  # a Saturday


def events(text: str):
    return [
        e for _, found in articles_of(f"{text}\n\nNothing else happened.", Settings(published=PUBLISHED)) for e in found
    ]


def test_a_deed_so_long_before_another_does_not_take_its_day():
    found = events(
        "The rebels freed a Danish engineer in Mopti on Thursday, two weeks after they abducted him near Gao."
    )
    days = {e.event[0]: (e.date, e.enddate) for e in found}
    assert days["RETREAT"] == ("2012-10-25", "2012-10-25")
    assert days["ASSAULT"] == ("2012-10-08", "2012-10-14")


def test_a_claim_of_responsibility_is_not_the_day_of_the_deed():
    found = events(
        "Boko Haram claimed responsibility on Friday for the killing of a Nigerian senator in Jos on Tuesday."
    )
    assert [(e.event, e.date) for e in found] == [(["ASSAULT"], "2012-10-23")]


def test_whoever_denies_something_else_does_not_deny_the_event():
    found = events(
        "Rebels freed two French sailors on Monday.\n\nFrance confirmed the release. It denied that a ransom had been paid."
    )
    assert [c.stance for e in found for c in e.claims if c.side == "France"] == ["confirms"]


def test_an_official_who_is_not_to_be_named_is_no_side():
    found = events(
        "Israeli jets bombed a depot near Homs on Monday, an Israeli official said on condition of anonymity."
    )
    assert [(c.source, c.side) for e in found for c in e.claims] == [("Israeli official", None)]


def test_a_toll_that_is_told_as_such_is_the_events():
    found = events(
        "Two more people have died of wounds they suffered when Turkish planes bombed the camp near Sinjar on Monday, bringing the death toll to six."
    )
    assert [e.size.dead for e in found if e.event == ["ASSAULT"]] == [6]


def test_what_answers_a_deed_was_not_done_by_whoever_answers():
    found = events(
        "Denmark expelled two Serbian diplomats on Friday in response to the expulsion of two Danish envoys a week ago."
    )
    assert [[p.code for p in e.actor] for e in found if any(p.code == "DNK" for p in e.recipient)] == [[]]


@pytest.mark.parametrize("verb", ["withdrew", "retracted"])
def test_a_report_that_is_taken_back_still_says_what_it_told(verb):
    found = events(f"The newspaper {verb} its report that police had shot two protesters in Lima on Monday.")
    assert [c.stance for e in found if e.event == ["ASSAULT"] for c in e.claims] == ["retracts"]
