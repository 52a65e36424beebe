"""Goods that come to those in need: sent, flown, lent, given or arrived, by whatever carries them."""

from __future__ import annotations

import pytest

from sayso.model import Settings
from sayso.pipeline import articles_of

PUBLISHED = "2014-06-12"  # a Thursday


def events(text: str):
    return [
        e for _, found in articles_of(f"{text}\n\nNothing else happened.", Settings(published=PUBLISHED)) for e in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya on Friday sent two lorries with 60 tonnes of maize, drinking water and roofing sheets to Somalia.",
        "A Kenyan air force transport flew twenty crates of medicines to Somalia on Tuesday.",
        "Kenya trucked 40 tonnes of maize across the border into Somalia on Monday.",
        "The tarpaulins flown in by Kenya are being given out in Somalia.",
        "Kenya has lent forty doctors to Somalia.",
        "Kenya gave two landing barges to Somalia's provincial administration on Monday.",
        "The pumps which Kenya gave to Somalia have been running since Sunday.",
        "The flour from Kenya has all been distributed in Kismayo, Somalia.",
    ],
)
def test_goods_for_those_in_need_are_aid(text):
    found = [([p.code for p in e.actor], {p.code for p in e.recipient}) for e in events(text) if e.event == ["AID"]]
    assert found == [(["KEN"], {"SOM"})]


def test_goods_that_are_sold_or_sent_home_are_none():
    assert not [
        e for e in events("Kenya exported tea to Somalia. The general sent books to his wife.") if "AID" in e.event
    ]


def test_the_host_of_a_visit_at_which_two_talked_is_no_visitor():
    found = events(
        "Kenya's foreign minister visited Somalia on Wednesday. The two ministers talked about fishing, Somalia's Foreign Ministry said."
    )
    assert [({p.code for p in e.actor}, {p.code for p in e.recipient}) for e in found if e.event == ["CONSULT"]] == [
        ({"KEN"}, {"SOM"})
    ]
