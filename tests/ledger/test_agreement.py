"""Agreement of two coders: units matched for reasons that are told, and alpha as the literature computes it."""

from __future__ import annotations

import importlib.util
import json

import msgspec
import pytest
from making import article, claim, event, party, put
from typer.testing import CliRunner

from sayso.cli import app
from sayso.ledger import LedgerError
from sayso.ledger.agreement import agreements, alpha, pairs, unit

if importlib.util.find_spec("nltk") is None:
    pytest.skip("sayso[agreement] is not installed", allow_module_level=True)

USA, TALIBAN = party("USA", "GOV", "United States"), party("AFG", "REB", "Taliban")


def test_alpha_is_the_one_that_krippendorff_computes_by_hand():
    # K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), example B: two observers, twelve units, nominal data.
    meg = "a a b b d c c c e d d a".split()
    owen = "b a b b b c c c e d d d".split()
    assert alpha(list(zip(meg, owen, strict=True))) == pytest.approx(0.692, abs=0.0005)
    # The same source, example A: two observers, ten units, binary data.
    jon = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    han = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert alpha(list(zip(jon, han, strict=True))) == pytest.approx(0.095, abs=0.0005)


def test_alpha_of_lists_counts_overlap_by_masi():
    # By hand: observed (0 + 2/3 + 0) / 3; expected, over the 30 ordered pairs of the six values, 2 (3·2/3 + 6·1 + 2·2/3) / 30.
    a, ab, b = frozenset("a"), frozenset("ab"), frozenset("b")
    observed, expected = 2 / 9, 2 * (2 + 6 + 4 / 3) / 30
    assert alpha([(a, a), (a, ab), (b, b)], sets=True) == pytest.approx(1 - observed / expected)


def test_alpha_is_not_defined_where_nothing_varies_or_one_unit_is_all():
    assert alpha([("x", "x"), ("x", "x")]) is None
    assert alpha([("x", "y")]) is None
    assert alpha([]) is None


def told(name, kind, start, id=None, words="met", **more):
    e = event(name, kind, date="2019-03-11", who=[USA], claims=[claim(name, start=start)], **more)
    return msgspec.structs.replace(e, id=id or f"{name}-{start}", event_text=[words])


def units(*events):
    return [unit(e.id, e.articles[0], e) for e in events]


def test_units_are_matched_by_id_then_by_the_words_they_share_and_the_rest_is_left():
    a = units(told("x", "CONSULT", 0), told("x", "REJECT", 100, words="refused"), told("x", "ACCUSE", 200))
    b = units(told("x", "CONSULT", 0), told("x", "THREATEN", 102, words="refused"), told("y", "ACCUSE", 200))
    found = [(p.a and p.a.id, p.b and p.b.id, p.why) for p in pairs(a, b)]
    assert found == [
        ("x-0", "x-0", "same id"),
        ("x-100", "x-102", "60% of their words shared, same trigger"),
        ("x-200", None, "only the first coder has it"),
        (None, "y-200", "only the second coder has it"),
    ]


def test_a_unit_is_matched_once_and_with_what_is_most_like_it():
    a = units(told("x", "CONSULT", 0, id="1"), told("x", "CONSULT", 3, id="2"))
    b = units(told("x", "CONSULT", 3, id="3"))
    assert [(p.a and p.a.id, p.b and p.b.id) for p in pairs(a, b)] == [("2", "3"), ("1", None)]


def test_each_field_has_its_share_and_its_alpha():
    a = units(told("x", "CONSULT", 0, mode=["visit"]), told("x", "REJECT", 100), told("x", "ACCUSE", 200))
    b = units(told("x", "CONSULT", 0, mode=["phone"]), told("x", "REJECT", 100))
    found = {x.field: x for x in agreements(pairs(a, b))}
    assert (found["found"].units, found["found"].agree, found["found"].alpha) == (3, pytest.approx(2 / 3), None)
    assert (found["type"].units, found["type"].agree, found["type"].alpha) == (2, 1.0, 1.0)
    assert found["mode"].agree == 0.5
    assert found["actor"].alpha is None  # one value throughout


@pytest.fixture
def book(ledger):
    for n, day in enumerate(("2019-01-02", "2019-02-02", "2019-03-02", "2019-04-02")):
        put(ledger, article(f"a{n}", day), event(f"a{n}", "CONSULT", date=day, who=[USA, TALIBAN]))
    return ledger


def fields(book, a, b):
    return {x.field: x for x in agreements(pairs(*book.coders(a, b)), judged=True)}


def test_two_people_are_compared_on_what_both_judged(book):
    for user in ("ann", "bob"):
        book.decide(user, "accept", ["a0-0"])
    book.decide("ann", "correct", ["a1-0"], ["mode=phone"])
    book.decide("bob", "correct", ["a1-0"], ["mode=visit", "date=2019-02-01"])
    book.decide("ann", "dismiss", ["a2-0"])
    book.decide("bob", "accept", ["a2-0"])
    book.decide("ann", "accept", ["a3-0"])
    found = fields(book, "ann", "bob")
    assert (found["found"].units, found["found"].agree) == (3, pytest.approx(2 / 3))
    assert (found["mode"].units, found["mode"].agree, found["date"].agree) == (2, 0.5, 0.5)
    assert found["type"].agree == 1.0


def test_a_person_is_compared_with_the_machine_also_after_it_coded_anew(book):
    book.decide("ann", "correct", ["a1-0"], ["mode=phone"])
    book.decide("ann", "accept", ["a0-0"])
    assert fields(book, "ann", "machine")["mode"].agree == 0.5
    put(
        book,
        article("a1", "2019-02-02"),
        event("a1", date="2019-02-02", kind="CONSULT", who=[USA], mode=["phone"]),
        coder="test 2",
    )
    assert fields(book, "machine", "ann")["mode"].agree == 1.0
    assert fields(book, "machine", "ann")["actor"].agree == 0.5


def test_later_corrections_add_to_earlier_ones_and_undone_ones_do_not_count(book):
    book.decide("ann", "correct", ["a1-0"], ["mode=phone"])
    book.decide("ann", "correct", ["a1-0"], ["date=2019-02-01"])
    wrong = book.decide("ann", "correct", ["a1-0"], ["type=REJECT"])
    book.undo("ann", wrong)
    ((unit,), _) = book.coders("ann", "machine")
    assert (unit.values["mode"], unit.values["date"], unit.values["type"]) == (["phone"], "2019-02-01", "CONSULT")


def test_who_decided_nothing_is_no_coder(book):
    book.decide("ann", "accept", ["a0-0"])
    with pytest.raises(LedgerError, match="bob accepted, corrected or dismissed nothing; ann did"):
        book.coders("ann", "bob")


def test_files_of_events_are_compared_at_the_command_line(tmp_path):
    def write(name, *events):
        (tmp_path / name).write_text("".join(msgspec.json.encode(e).decode() + "\n" for e in events), encoding="utf8")

    def call(*arguments):
        return CliRunner().invoke(app, ["agreement", *map(str, arguments)])

    write("a.jsonl", told("x", "CONSULT", 0), told("x", "REJECT", 100))
    write("b.jsonl", told("x", "CONSULT", 0), told("x", "ACCUSE", 101))
    files = (tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    done = call(*files, "--format", "jsonl", "--units", tmp_path / "units.jsonl")
    assert done.exit_code == 0, done.stderr
    rows = {r["field"]: r for r in map(json.loads, done.stdout.splitlines())}
    assert (rows["type"]["units"], rows["type"]["agree"]) == (2, 0.5)
    seconds = [json.loads(line) for line in (tmp_path / "units.jsonl").read_text().splitlines()]
    assert seconds[1]["differ"] == {"type": ["REJECT", "ACCUSE"]}
    assert call(*files, "--format", "table").stdout.startswith("field")
    assert call(*files, "--format", "csv").stdout.startswith("field,units,agree,alpha\n")

    (tmp_path / "bad.jsonl").write_text('{"id": 3}\n')
    for wrong, said in ((tmp_path / "bad.jsonl", "line 1: is no event"), (tmp_path / "none.jsonl", "cannot be read")):
        result = call(files[0], wrong)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert said in result.stderr
