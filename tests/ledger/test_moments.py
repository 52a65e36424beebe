"""What was known when: by what had been published, by what the ledger had, and what edits changed."""

from __future__ import annotations

import pytest
from making import article, claim, event, party, put

from sayso.ledger import Ledger, book, decisions, storing

A, B = party("ARM", "GOV", "Armenia"), party("AZE", "GOV", "Azerbaijan")


@pytest.fixture
def clock(monkeypatch):
    """Sets the day on which the ledger gets what is put into it."""

    def on(day):
        for module in (storing, decisions):
            monkeypatch.setattr(module, "now", lambda: f"{day}T12:00:00.000000Z")

    return on


def clash(id, *claims, day="2021-03-01", **more):
    return event(id, date=day, who=[A], whom=[B], mode=["firearms"], claims=list(claims), text=f"Only {id}.", **more)


def says(id, who, stance="asserts", factuality="CT+"):
    return claim(id, who.identifier_text, who.identifier_text, stance, factuality)


@pytest.fixture
def late(ledger, clock):
    """A denial that was published on the 3rd reached the ledger on the 20th."""
    clock("2021-03-10")
    put(ledger, article("a", "2021-03-02"), clash("a", says("a", B)))
    clock("2021-03-20")
    put(ledger, article("b", "2021-03-03"), clash("b", says("b", A, "denies", "CT-")))
    put(ledger, article("c", "2021-03-15"), event("c", "AID", date="2021-03-14", who=[A], whom=[B]))
    return ledger


def test_known_counts_what_the_ledger_had_and_as_of_what_had_been_published(late):
    def stories(**when):
        return [(e.id, e.status) for e in late.events(**when)]

    assert stories() == [("a-0", "disputed"), ("c-0", "reported")]
    assert stories(as_of="2021-03-05") == [("a-0", "disputed")]
    assert stories(known="2021-03-15") == [("a-0", "confirmed_by_one")]
    assert stories(as_of="2021-03-02", known="2021-03-25") == [("a-0", "confirmed_by_one")]
    assert stories(known="2021-03-09") == []
    assert stories(known="2021-03-15", status="disputed") == []


def test_known_holds_for_one_event_its_history_the_changes_and_the_counts(late):
    assert late.event("b-0").status == "disputed"
    assert late.show("a-0", known="2021-03-15").event.status == "confirmed_by_one"
    assert [s.status for s in late.history("a-0", known="2021-03-15")] == ["confirmed_by_one"]
    assert [c.now for c in late.changes("2021-03-02", known="2021-03-15")] == []
    assert [c.now for c in late.changes("2021-03-02")] == ["disputed", "reported"]
    assert late.status(known="2021-03-15")["by_status"] == {"confirmed_by_one": 1}
    assert late.status(known="2021-03-15")["articles"] == 1
    assert late.status(as_of="2021-03-05")["articles"] == 2


def test_known_recalls_the_coding_and_the_decisions_of_then(ledger, clock):
    clock("2021-03-10")
    put(ledger, article("a", "2021-03-02"), event("a", "CONSULT", date="2021-03-01", who=[A, B]))
    clock("2021-03-12")
    ledger.decide("ann", "correct", ["a-0"], {"mode": ["phone"]})
    clock("2021-03-14")
    put(ledger, article("a", "2021-03-02"), clash("a"), coder="test 2")

    def told(known):
        return [(e.event[0], e.mode) for e in ledger.events(known=known)]

    assert told("2021-03-11") == [("CONSULT", [])]
    assert told("2021-03-13") == [("CONSULT", ["phone"])]
    assert [e.event[0] for e in ledger.events()] == ["ASSAULT"]
    assert ledger.verify() == []


def test_an_edit_that_uses_an_id_anew_makes_an_event_of_its_own(ledger):
    put(ledger, article("a", "2021-03-02", "They fought."), clash("a", says("a", B)))
    put(ledger, article("a", "2021-03-03", "They sent food."), event("a", "AID", date="2021-03-01", who=[A], whom=[B]))
    assert [(e.id, e.event) for e in ledger.events()] == [("a-0v2", ["AID"])]
    assert [(e.id, e.event) for e in ledger.events(as_of="2021-03-02")] == [("a-0", ["ASSAULT"])]
    assert ledger.event("a-0v2").event == ["AID"]
    ledger.rebuild()
    assert ledger.verify() == []


def test_what_an_edit_changed_in_claims_is_told(ledger):
    put(ledger, article("a", "2021-03-02", "B says so."), clash("a", says("a", B), claim("a", "police")))
    put(
        ledger,
        article("a", "2021-03-04", "A says no."),
        clash("a", says("a", A, "denies", "CT-"), claim("a", "police")),
    )
    (edit,) = ledger.show("a-0").edits
    assert [(s.source, s.stance) for s in edit.dropped] == [("Azerbaijan", "asserts")]
    assert [(s.source, s.stance) for s in edit.added] == [("Armenia", "denies")]
    assert [a.edit for a in ledger.articles()] == [None, edit]
    (change,) = ledger.changes("2021-03-03")
    assert (change.was, change.now, change.edits) == ("confirmed_by_one", "disputed", [edit])


def test_an_event_that_its_article_no_longer_tells_is_a_change(ledger):
    put(ledger, article("a", "2021-03-02", "They fought."), clash("a", says("a", B)))
    put(ledger, article("a", "2021-03-04", "Nothing happened."))
    (change,) = ledger.changes("2021-03-03")
    assert (change.was, change.now, change.event.id) == ("confirmed_by_one", None, "a-0")


def test_show_names_what_was_looked_at_and_not_joined(ledger):
    put(ledger, article("a", "2021-03-02"), clash("a"))
    put(
        ledger,
        article("b", "2021-03-09"),
        event("b", date="2021-03-01", enddate="2021-03-03", who=[B], whom=[A], mode=["aerial"]),
    )
    (other,) = ledger.show("a-0").apart
    assert (other.event, other.article) == ("b-0", "b")
    assert other.match.conflict == "modes differ: aerial / firearms"


def test_events_are_found_by_a_place_and_by_what_holds_it(ledger):
    put(ledger, article("a", "2014-05-06"), event("a", date="2014-05-05", whom=[B], place="Borno"))
    for name in ("Borno", "borno", "NGA", "Nigeria"):
        assert [e.id for e in ledger.events(place=name)] == ["a-0"], name
    assert list(ledger.events(place="Kano")) == []
    assert list(ledger.events(place="Borno", party="Armenia")) == []
    assert len(list(ledger.events(place="Borno", party="Azerbaijan", kind="ASSAULT"))) == 1


def test_a_page_of_events_is_in_the_order_of_dates_whatever_their_spans(ledger):
    spans = [
        ("2019-01-01", "2022-12-31"),
        ("2021-03-05", None),
        ("2021-03-01", "2021-03-31"),
        (None, None),
        ("2021-02-27", None),
    ]
    for n, (first, last) in enumerate(spans):
        put(
            ledger,
            article(f"a{n}", "2021-04-01"),
            event(f"a{n}", "AID", date=first, enddate=last, who=[party(f"X{n}", "GOV", f"X{n}")]),
        )
    found = [e.date for e in ledger.events()]
    assert found == sorted(found, key=lambda d: d or "")
    assert [e.date for e in ledger.events(limit=3)] == found[:3]
    assert [e.date for e in ledger.events(since="2021-03-04")] == ["2019-01-01", "2021-03-01", "2021-03-05"]


def test_an_older_ledger_is_brought_up_to_date_and_tells_the_same(ledger, tmp_path):
    from alembic import command
    from alembic.config import Config

    from sayso.ledger import opening

    put(ledger, article("a", "2021-03-02"), clash("a", says("a", B)))
    put(ledger, article("b", "2021-03-03"), clash("b", says("b", A, "denies", "CT-")))
    before = list(ledger.events())
    config = Config()
    config.set_main_option("script_location", str(book.Path(opening.__file__).parent / "migrations"))
    with opening.writing(ledger._engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
        connection.exec_driver_sql("CREATE TABLE sayso_party (event TEXT)")  # as the first schema had one
    with Ledger(tmp_path / "l.db") as again:
        assert list(again.events()) == before
        assert again.verify() == []
