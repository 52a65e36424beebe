"""Keeping articles: each once, edits as versions, nothing lost, and clear words when the database refuses."""

from __future__ import annotations

import json
import sqlite3

import pytest
from making import article, event, party, put

from sayso.ledger import Ledger, LedgerError
from sayso.model import Dateline, Span

IRAN, IRAQ = party("IRN", "GOV", "Iran"), party("IRQ", "GOV", "Iraq")


def talks(id, **more):
    return event(id, "CONSULT", date="2012-05-23", who=[IRAN, IRAQ], **more)


def test_an_article_added_twice_is_one(ledger):
    art = article("a", "2012-05-24")
    assert put(ledger, art, talks("a")) == "new"
    before = list(ledger.events()), ledger.status()
    assert put(ledger, art, talks("a")) == "known"
    assert (list(ledger.events()), ledger.status()) == before


def test_an_edited_article_is_a_new_version_and_its_claims_take_the_place_of_the_old(ledger):
    put(ledger, article("a", "2012-05-24T08:00:00Z", "They met."), talks("a"))
    edited = event("a", "ACCUSE", date="2012-05-23", who=[IRAN], whom=[IRAQ], n=1)
    assert put(ledger, article("a", "2012-05-25T08:00:00Z", "They quarrelled."), edited) == "version"
    assert [e.event for e in ledger.events()] == [["ACCUSE"]]
    assert [e.event for e in ledger.events(as_of="2012-05-24")] == [["CONSULT"]]
    assert [a.version for a in ledger.articles()] == [1, 2]
    assert ledger.article("a", version=1).text == "They met."


def test_the_same_address_is_the_same_article(ledger):
    put(ledger, article("a", "2012-05-24", "One.", url="https://www.paper.example/x?utm_source=mail"), talks("a"))
    assert put(ledger, article("b", "2012-05-24", "One.", url="http://paper.example/x/"), talks("b")) == "known"


def test_a_newer_coder_takes_the_place_of_the_older(ledger):
    put(ledger, article("a", "2012-05-24"), talks("a"))
    better = event("a", "CONSULT", date="2012-05-23", who=[IRAN, IRAQ], mode=["phone"])
    assert put(ledger, article("a", "2012-05-24"), better, coder="test 2") == "recoded"
    assert [e.mode for e in ledger.events()] == [["phone"]]
    assert ledger.verify() == []


def test_a_rebuild_gives_the_same_events(ledger):
    for n in range(5):
        put(ledger, article(f"a{n}", f"2012-05-{24 + n}"), talks(f"a{n}"))
    before = list(ledger.events())
    ledger.rebuild()
    assert list(ledger.events()) == before
    assert ledger.verify() == []


def test_an_export_loads_into_the_same_ledger_and_loading_it_again_changes_nothing(ledger, tmp_path):
    for n in range(3):
        put(ledger, article(f"a{n}", f"2012-05-{24 + n}"), talks(f"a{n}"))
    note = ledger.decide("ann", "correct", ["a0-0"], {"mode": ["phone"]}, "they called")
    ledger.undo("ann", note)
    ledger.decide("bob", "correct", ["a0-0"], {"mode": ["visit"]})
    lines = list(ledger.export())
    with Ledger(tmp_path / "copy.db") as copy:
        assert copy.load(lines) == 6
        assert copy.load(lines) == 0
        assert list(copy.events()) == list(ledger.events())
        assert copy.verify() == []


def test_what_is_known_of_a_publication_is_kept_and_exported(ledger, tmp_path):
    art = article("a", "2012-05-24T08:00:00+05:30", "DELHI, May 23 (PTI) - They met.")
    art.precision, art.offset_inferred, art.dateline = "minute", True, Dateline(0, 21, Span(0, 5), "2012-05-23")
    put(ledger, art, talks("a"))
    with Ledger(tmp_path / "copy.db") as other:
        other.load(list(ledger.export()))
        for book in (ledger, other):
            found = book.article("a")
            assert (found.precision, found.offset_inferred, found.dateline) == ("minute", True, art.dateline)


def test_a_ledger_from_before_precision_was_kept_opens_and_takes_more(ledger, tmp_path):
    put(ledger, article("a", "2012-05-24"), talks("a"))
    with sqlite3.connect(tmp_path / "l.db") as file:
        (record,) = file.execute("SELECT record FROM sayso_article").fetchone()
        old = {k: v for k, v in json.loads(record).items() if k not in ("precision", "offset_inferred", "dateline")}
        file.execute("UPDATE sayso_article SET record = ?", (json.dumps(old).encode(),))
    found = ledger.article("a")
    assert (found.published, found.precision, found.offset_inferred, found.dateline) == (
        "2012-05-24",
        None,
        False,
        None,
    )
    assert put(ledger, article("a", "2012-05-24"), talks("a")) == "known"
    assert ledger.verify() == []


def test_a_line_of_something_else_is_not_loaded(ledger):
    with pytest.raises(LedgerError, match="line 1"):
        ledger.load([json.dumps({"id": "x"})])


def test_verify_tells_what_was_tampered_with(ledger, tmp_path):
    put(ledger, article("a", "2012-05-24"), talks("a"))
    with sqlite3.connect(tmp_path / "l.db") as db:
        db.execute("UPDATE sayso_happening SET record = '{}'")
    assert "run rebuild" in ledger.verify()[0]
    with sqlite3.connect(tmp_path / "l.db") as db:
        db.execute("UPDATE sayso_article SET digest = 'x'")
    assert "not the one that was added" in ledger.verify()[0]


def test_a_backup_is_a_whole_ledger(ledger, tmp_path):
    put(ledger, article("a", "2012-05-24"), talks("a"))
    ledger.backup(tmp_path / "b.db")
    with Ledger(tmp_path / "b.db", create=False) as copy:
        assert list(copy.events()) == list(ledger.events())


def test_events_are_found_by_party_place_type_and_time(ledger):
    put(ledger, article("a", "2014-01-02"), event("a", date="2014-01-01", whom=[IRAN], place="Kano"), talks("a", n=1))
    assert [e.id for e in ledger.events(party="Iraq")] == ["a-1"]
    assert [e.id for e in ledger.events(party="IRN", kind="ASSAULT")] == ["a-0"]
    assert [e.id for e in ledger.events(country="NGA")] == ["a-0"]
    assert [e.id for e in ledger.events(before="2014-01-01")] == ["a-1"]
    assert [e.id for e in ledger.events(since="2014-01-01")] == ["a-0"]


def test_another_programs_database_is_left_alone(tmp_path):
    with sqlite3.connect(tmp_path / "x.db") as db:
        db.execute("CREATE TABLE diary (line TEXT)")
    with pytest.raises(LedgerError, match="another program's"):
        Ledger(tmp_path / "x.db")
    with sqlite3.connect(tmp_path / "x.db") as db:
        assert [row[0] for row in db.execute("SELECT name FROM sqlite_master")] == ["diary"]


def test_a_newer_ledger_is_not_touched(ledger, tmp_path):
    with sqlite3.connect(tmp_path / "l.db") as db:
        db.execute("UPDATE sayso_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match="newer sayso"):
        Ledger(tmp_path / "l.db")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no/such/folder/l.db", "folder does not exist"),
        (".", "is a folder"),
        ("nonsense://x", "no database address"),
    ],
)
def test_a_place_that_cannot_hold_a_ledger_is_said_in_one_line(tmp_path, name, said):
    with pytest.raises(LedgerError, match=said) as raised:
        Ledger(name if "://" in name else tmp_path / name)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_no_database_is_said(tmp_path):
    (tmp_path / "x.db").write_text("This is a letter, and a long one. " * 100)
    with pytest.raises(LedgerError, match="no SQLite database"):
        Ledger(tmp_path / "x.db")


def test_a_ledger_that_is_not_there_is_not_made_by_reading(tmp_path):
    with pytest.raises(LedgerError, match="no such ledger"):
        Ledger(tmp_path / "l.db", create=False)
    assert not (tmp_path / "l.db").exists()


def test_a_read_only_file_is_read_but_not_written(ledger, tmp_path):
    put(ledger, article("a", "2012-05-24"), talks("a"))
    with Ledger(f"sqlite:///file:{tmp_path / 'l.db'}?mode=ro&uri=true") as closed:
        assert len(list(closed.events())) == 1
        with pytest.raises(LedgerError, match="may only be read"):
            put(closed, article("b", "2012-05-24"), talks("b"))


def test_a_full_disk_loses_nothing_that_was_added(ledger):
    put(ledger, article("a", "2012-05-24"), talks("a"))
    with ledger._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LedgerError, match="disk is full"):
        put(ledger, article("b", "2012-05-24", "x" * 1_000_000), talks("b"))
    with ledger._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert [a.id for a in ledger.articles()] == ["a"]
    assert ledger.verify() == []
    assert put(ledger, article("b", "2012-05-24"), talks("b")) == "new"
    assert ledger.verify() == []
