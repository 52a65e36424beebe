"""What another does as well: "did the same", "took the same step", "followed suit"."""

from __future__ import annotations

import pytest

FIRST = "Mali suspended its aid to Chad on Monday, the finance ministry in Bamako said. "


def sanctions(events):
    return [
        ({p.code for p in e.actor}, {p.code for p in e.recipient}, e.date) for e in events if e.event == ["SANCTION"]
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Ghana did the same on Tuesday.",
        "Ghana took the same step on Tuesday.",
        "Ghana followed suit on Tuesday.",
        "On Tuesday Ghana had done likewise.",
    ],
)
def test_what_another_did_as_well_is_a_deed_of_his(coded, told):
    found = sanctions(coded(FIRST + told, published="2019-05-16"))
    assert found == [({"MLI"}, {"TCD"}, "2019-05-13"), ({"GHA"}, {"TCD"}, "2019-05-14")]


def test_whom_it_was_done_to_does_the_same_to_whoever_did_it(coded):
    text = "Norway expelled two Omani diplomats on Monday. Oman did the same on Tuesday, its foreign ministry said."
    found = sanctions(coded(text, published="2019-05-16"))
    assert found == [({"NOR"}, {"OMN"}, "2019-05-13"), ({"OMN"}, {"NOR"}, "2019-05-14")]


@pytest.mark.parametrize(
    "told",
    [
        "Ghana did not do the same.",
        "It urged Ghana to do the same.",
        "Ghana would do the same on Friday, an official said.",
        "Prices did the same on Tuesday.",
        "Mali did the same on Tuesday.",
    ],
)
def test_what_is_denied_wished_or_done_by_nobody_else_is_no_deed(coded, told):
    assert len(sanctions(coded(FIRST + told, published="2019-05-16"))) == 1


def test_a_story_that_begins_with_the_answer_tells_to_whom_it_was_done(coded):
    text = "Oman did the same to a Norwegian officer on Tuesday. Norway expelled two Omani diplomats on Monday."
    found = sanctions(coded(text, published="2019-05-16"))
    assert ({"OMN"}, {"NOR"}, "2019-05-14") in found


def test_thanks_are_no_deed_that_another_does_as_well(coded):
    text = "Fiji thanked Japan on Monday for the tents. Australia took a similar step on Tuesday."
    assert not [e for e in coded(text, published="2019-05-16") if {p.code for p in e.actor} == {"AUS"}]
