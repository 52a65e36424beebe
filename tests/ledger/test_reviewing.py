"""What a person should look at, and what was looked at already."""

from __future__ import annotations

import pytest
from making import article, claim, event, party, put

USA, TALIBAN, PAKISTAN = (
    party("USA", "GOV", "United States"),
    party("AFG", "REB", "Taliban"),
    party("PAK", "GOV", "Pakistan"),
)


def told(name, date, who=(USA, TALIBAN), **more):
    said = {k: more.pop(k) for k in ("source", "side", "stance", "factuality") if k in more}
    more.setdefault("text", f"Only {name}.")
    return event(name, "CONSULT", date=date, who=who, claims=[claim(name, **said)], **more)


def looks(book, **wanted):
    return {x.event.id: x.reasons for x in book.looks(**wanted)}


@pytest.fixture
def book(ledger):
    put(ledger, article("flat", "2019-01-03"), told("flat", "2019-01-02"))
    put(ledger, article("hedged", "2019-03-03"), told("hedged", "2019-03-02", source="unnamed", stance="reports"))
    return ledger


def test_events_in_doubt_are_looked_at_and_others_are_not(book):
    assert looks(book) == {"hedged-0": ["unconfirmed"]}


def test_an_event_of_little_credibility_is_looked_at(book):
    put(book, article("wish", "2019-05-03"), told("wish", "2019-05-02", factuality="Uu"))
    assert "credibility 6 of 6" in looks(book)["wish-0"]


def test_two_events_that_are_nearly_one_are_looked_at_until_somebody_tells_them_apart(book):
    # some day of that week, with one party of two: half a point below the bar
    week = {"date": "2019-01-01", "enddate": "2019-01-05"}
    put(book, article("near", "2019-01-06"), told("near", who=(USA, PAKISTAN), text="Envoys spoke again.", **week))
    found = next(x for x in book.looks() if x.event.id == "flat-0")
    assert [n.event for n in found.near] == ["near-0"]
    assert any("nearly one with near-0" in r for r in found.reasons)
    book.decide("ann", "join", ["flat-0", "near-0"])
    book.decide("ann", "split", ["near-0"])
    assert "flat-0" not in looks(book)


@pytest.mark.parametrize(("kind", "value"), [("accept", None), ("correct", {"mode": ["phone"]}), ("dismiss", None)])
def test_what_was_looked_at_comes_again_only_when_something_new_is_told(book, kind, value):
    key = book.decide("ann", kind, ["hedged-0"], value)
    assert looks(book) == {}
    book.undo("ann", key)
    assert list(looks(book)) == ["hedged-0"]


def test_a_new_report_or_coding_brings_an_accepted_event_back(book):
    book.decide("ann", "accept", ["hedged-0"])
    put(book, article("later", "2019-03-04"), told("later", "2019-03-02", source="unnamed", stance="reports"))
    assert list(looks(book)) == ["hedged-0"]
    book.decide("ann", "accept", ["hedged-0"])
    put(book, article("later", "2019-03-04"), told("later", "2019-03-02", source="x", stance="denies"), coder="test 2")
    assert list(looks(book)) == ["hedged-0"]


def test_looks_may_be_narrowed(book):
    assert looks(book, party="Pakistan") == looks(book, since="2019-06-01") == looks(book, status="disputed") == {}
    assert list(looks(book, party="taliban")) == ["hedged-0"]
