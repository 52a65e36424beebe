"""What people decide holds, is never lost, and can be undone."""

from __future__ import annotations

import pytest
from making import article, event, party, put

from sayso.ledger import LedgerError

USA, TALIBAN = party("USA", "GOV", "United States"), party("AFG", "REB", "Taliban")


def talks(id, date, **more):
    return event(id, "CONSULT", date=date, who=[USA, TALIBAN], text=f"Only {id}.", **more)


@pytest.fixture
def book(ledger):
    put(ledger, article("a", "2019-03-12"), talks("a", "2019-03-11"))
    put(ledger, article("b", "2019-03-13"), talks("b", "2019-03-11"))
    put(ledger, article("c", "2019-03-20"), talks("c", "2019-03-18"))
    return ledger


def merged(book):
    return sorted(sorted(e.articles) for e in book.events())


def test_a_join_makes_one_event_and_its_undoing_two_again(book):
    key = book.decide("ann", "join", ["a-0", "c-0"], reason="the date was misprinted")
    assert merged(book) == [["a", "b", "c"]]
    book.rebuild()
    assert merged(book) == [["a", "b", "c"]]
    book.undo("bob", key)
    assert merged(book) == [["a", "b"], ["c"]]
    assert [(d.kind, d.user) for d in book.decisions()] == [("join", "ann"), ("undo", "bob")]
    assert book.verify() == []


def test_a_split_takes_a_report_out_and_holds_for_what_comes_later(book):
    book.decide("ann", "split", ["b-0"])
    assert merged(book) == [["a"], ["b"], ["c"]]
    put(book, article("d", "2019-03-14"), talks("d", "2019-03-11"))
    assert merged(book) == [["a", "d"], ["b"], ["c"]]


def test_a_correction_changes_the_event_and_not_the_machines_record(book):
    book.decide("ann", "correct", ["a-0"], {"mode": ["phone"], "date": "2019-03-10"})
    e = book.event("a-0")
    assert (e.mode, e.date) == (["phone"], "2019-03-10")
    assert book.show("b-0").decisions[0].value["mode"] == ["phone"]
    assert '"mode": []' in next(line for line in book.export() if '"name": "a"' in line)


def test_a_dismissed_event_is_not_listed(book):
    key = book.decide("ann", "dismiss", ["c-0"])
    assert merged(book) == [["a", "b"]]
    book.undo("ann", key)
    assert merged(book) == [["a", "b"], ["c"]]


def test_a_join_survives_coding_again(book):
    book.decide("ann", "join", ["a-0", "c-0"])
    put(book, article("c", "2019-03-20"), talks("c", "2019-03-18", mode=["visit"]), coder="test 2")
    assert merged(book) == [["a", "b", "c"]]


@pytest.mark.parametrize("value", [{"colour": "red"}, {"mode": "phone"}, "x"])
def test_a_correction_that_fits_no_field_is_refused(book, value):
    with pytest.raises(LedgerError):
        book.decide("ann", "correct", ["a-0"], value)
    assert book.decisions() == []
