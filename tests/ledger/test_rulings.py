"""Decisions outlive codings: what people decided holds for what a newer coder makes of the same words, and differences are told."""

from __future__ import annotations

import msgspec
import pytest
from making import article, claim, event, party, put

from sayso.ledger import LedgerError

USA, TALIBAN = party("USA", "GOV", "United States"), party("AFG", "REB", "Taliban")


def talks(article, date, id=None, kind="CONSULT", **more):
    made = event(article, kind, date=date, who=[USA, TALIBAN], text=f"Only {article}.", **more)
    return msgspec.structs.replace(made, id=id) if id else made


@pytest.fixture
def book(ledger):
    put(ledger, article("a", "2019-03-12"), talks("a", "2019-03-11"))
    put(ledger, article("b", "2019-03-13"), talks("b", "2019-03-11"))
    put(ledger, article("c", "2019-03-20"), talks("c", "2019-03-18"))
    return ledger


def recode(book, name, published, *events):
    assert put(book, article(name, published), *events, coder="test 2") == "recoded"


def merged(book):
    return sorted(sorted(e.articles) for e in book.events())


def findings(book):
    return [f for r in book.rulings() for f in r.findings]


def test_a_correction_holds_for_the_newer_coding_that_has_another_id_and_type(book):
    book.decide("ann", "correct", ["c-0"], ["date=2019-03-17", "place=Doha"], "the paper was late")
    recode(book, "c", "2019-03-20", talks("c", "2019-03-18", id="c-new", kind="AGREE"))
    e = book.event("c-new")
    assert (e.event, e.date, e.event_loc.name) == (["AGREE"], "2019-03-17", "Doha")
    assert findings(book) == []  # the machine says of these fields what it said then
    book.rebuild()
    assert book.event("c-new").date == "2019-03-17"
    assert book.verify() == []


def test_a_join_holds_for_newer_codings_with_other_ids_whatever_is_rebuilt(book):
    book.decide("ann", "join", ["a-0", "c-0"])
    recode(book, "c", "2019-03-20", talks("c", "2019-03-18", id="c-new", kind="AGREE"))
    assert merged(book) == [["a", "b", "c"]]
    book.rebuild()
    assert merged(book) == [["a", "b", "c"]]
    assert book.verify() == []


def test_a_split_and_a_dismissal_hold_for_newer_codings(book):
    book.decide("ann", "split", ["b-0"])
    book.decide("ann", "dismiss", ["c-0"])
    recode(book, "b", "2019-03-13", talks("b", "2019-03-11", id="b-new"))
    recode(book, "c", "2019-03-20", talks("c", "2019-03-18", id="c-new"))
    assert merged(book) == [["a"], ["b"]]


def test_a_correction_that_the_machine_now_makes_itself_is_told(book):
    book.decide("ann", "correct", ["c-0"], {"date": "2019-03-17", "mode": ["phone"]})
    recode(book, "c", "2019-03-20", talks("c", "2019-03-17", mode=["visit"]))
    found = {f.field: f for f in findings(book)}
    assert found["date"].agrees
    assert not found["mode"].agrees
    assert found["mode"].said == "mode corrected to phone; the machine now says visit, said nothing"


def test_what_somebody_accepted_and_the_machine_now_says_otherwise_is_told(book):
    book.decide("ann", "accept", ["c-0"])
    assert findings(book) == []
    recode(book, "c", "2019-03-20", talks("c", "2019-03-19"))
    assert {f.field for f in findings(book)} == {"date", "enddate"}


def test_new_reports_of_an_accepted_event_contradict_nobody(book):
    book.decide("ann", "accept", ["a-0"])
    put(book, article("d", "2019-03-14"), talks("d", "2019-03-11", claims=[claim("d", "Taliban", "Taliban", "denies")]))
    assert findings(book) == []


def test_joined_reports_that_are_no_longer_made_are_told(book):
    book.decide("ann", "join", ["a-0", "c-0"])
    recode(book, "c", "2019-03-20")
    assert merged(book) == [["a", "b"]]
    (found,) = findings(book)
    assert not found.agrees
    assert "no longer" in found.said


def test_a_join_that_the_machine_now_makes_itself_is_told(book):
    book.decide("ann", "join", ["a-0", "c-0"])
    recode(book, "c", "2019-03-20", talks("c", "2019-03-11"))
    (found,) = findings(book)
    assert found.agrees


def test_a_dismissed_event_that_the_machine_no_longer_reports_is_agreed_on(book):
    book.decide("ann", "dismiss", ["c-0"])
    recode(book, "c", "2019-03-20")
    (found,) = findings(book)
    assert found.agrees


def test_a_decision_that_was_undone_is_no_longer_held_against_the_machine(book):
    key = book.decide("ann", "correct", ["c-0"], {"date": "2019-03-17"})
    book.undo("bob", key)
    recode(book, "c", "2019-03-20", talks("c", "2019-03-10"))
    first, second = book.rulings()
    assert (first.undone_by, first.findings, second.decision.kind) == (second.decision.key, [], "undo")
    with pytest.raises(LedgerError, match="undone already"):
        book.undo("bob", key)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("colour=red", "is no correction"),
        ("mode=telepathy", "no mode of CONSULT"),
        ("type=DANCE", "no type"),
        ("date=2019-13-01", "YYYY-MM-DD"),
        ("date=2019-03-20", None),
        ("enddate=2019-03-01", "before it begins"),
        ("dead=many", "takes a number"),
        ("size=3", "one by one"),
        ("place=Doha, XXX", "no place"),
        ("actor=Taliban [AFG-XYZ]", "no sector"),
    ],
)
def test_a_correction_in_words_is_taken_or_refused_in_one_line(book, words, said):
    if said is None:
        book.decide("ann", "correct", ["a-0"], [words])
        assert (book.event("a-0").date, book.event("a-0").enddate) == ("2019-03-20", "2019-03-20")
    else:
        with pytest.raises(LedgerError, match=said) as error:
            book.decide("ann", "correct", ["a-0"], [words])
        assert "\n" not in str(error.value)
        assert book.decisions() == []


def test_corrected_parties_get_the_codes_that_are_known_and_a_corrected_type_its_scores(book):
    book.decide("ann", "correct", ["a-0"], ["actor=Pakistan;Hezb [AFG-REB]", "recipient=", "type=THREATEN", "dead=2"])
    e = book.event("a-0")
    assert [(p.code, p.sector) for p in e.actor] == [("PAK", "GOV"), ("AFG", "REB")]
    assert (e.event, e.quad_code, e.event_scale < 0, e.size.dead, e.recipient) == (["THREATEN"], 3, True, 2, [])


def test_a_split_takes_articles_out_by_their_ids(book):
    book.decide("ann", "split", ["a-0", "b"])
    assert merged(book) == [["a"], ["b"], ["c"]]
    with pytest.raises(LedgerError, match="tells nothing"):
        book.decide("ann", "split", ["a-0", "c"])
    with pytest.raises(LedgerError, match="leave others"):
        book.decide("ann", "split", ["a-0"])
