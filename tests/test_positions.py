"""Positions: what sides demand, offer and reject, over several articles, from their words to the matrix."""

from __future__ import annotations

import csv
import io
import json

import pytest
from typer.testing import CliRunner

import sayso
from sayso.cli import app
from sayso.ledger import Ledger

PUBLISHED = "2019-05-02"


def issues(text):
    return [(i.position, i.topic, i.words) for e in sayso.code(text, published=PUBLISHED) for i in e.issues]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Chad demanded the withdrawal of Libyan troops.", ("demands", "withdrawal of troop", "withdrawal of Libyan troops")),
        ("Libya refused to withdraw its troops.", ("rejects", "withdrawal of troop", "withdraw its troops")),
        ("The rebels demanded that Chad free all prisoners.", ("demands", "release of prisoner", "Chad free all prisoners")),
        ("Kenya offered to resume trade talks with Uganda.", ("offers", "trade talks", "trade talks with Uganda")),
        ("Kenya insisted on a ceasefire before any negotiations.", ("insists on", "ceasefire", "ceasefire before any negotiations")),
        ("Uganda ruled out a truce with Kenya.", ("rejects", "ceasefire", "truce with Kenya")),
        ("Rwanda accepted the proposal for a truce.", ("accepts", "ceasefire", "truce")),
        ("Libya will not give up its chemical weapons.", ("rejects", "give up weapon", "Libya will not give up its chemical weapons")),
        ("Egypt rejected any unilateral filling of the dam.", ("rejects", "filling of dam", "unilateral filling of the dam")),
    ],
)  # fmt: skip
def test_an_issue_is_named_by_what_the_stance_word_is_about(text, said):
    assert issues(text) == [said]


def test_what_is_rejected_by_another_name_is_what_the_other_side_named():
    found = issues("Chad has long called for direct talks with Libya. Tripoli rejected the proposal.")
    assert [f[0] for f in found] == ["demands", "rejects"]
    assert found[0][1:] == found[1][1:]


def test_nothing_is_taken_from_what_was_not_or_only_perhaps_demanded():
    assert issues("Chad did not demand the withdrawal of Libyan troops.") == []
    assert issues("Chad might reject the truce.") == []


ARTICLES = [
    ("one", "2019-02-04", "Chad demanded the withdrawal of Libyan troops on Sunday. Libya rejected the demand, insisting that the withdrawal must be gradual."),
    ("two", "2019-03-12", "Chad again demanded the immediate withdrawal of Libyan troops. Kenya urged Uganda to lift its sanctions."),
    ("three", "2019-05-21", "Libya agreed on Monday to withdraw its troops. Chad welcomed the announcement."),
    ("four", "2019-09-10", "Libya has repeatedly rejected talks with Chad, but in August it offered direct talks."),
]  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("positions")
    lines = [json.dumps({"id": i, "text": t, "published": d}) for i, d, t in ARTICLES]
    (folder / "articles.jsonl").write_text("\n".join(lines), encoding="utf8")
    done = CliRunner().invoke(app, ["add", str(folder / "articles.jsonl"), "--ledger", str(folder / "l.db")])
    assert done.exit_code == 0, done.stderr
    return folder / "l.db"


def printed(place, *arguments):
    result = CliRunner().invoke(app, ["positions", "--ledger", str(place), *arguments])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def stands(place, *arguments):
    found = map(json.loads, printed(place, "--format", "jsonl", *arguments).splitlines())
    return {(s["actor"], s["position"], s["issue"]): s for s in found}


def test_a_demand_told_twice_is_one_and_a_rejection_lasts_until_it_is_given_up(place):
    found = stands(place, "--between", "Chad", "Libya", "--issue", "withdrawal")
    demand = found["Chad", "demands", "withdrawal of troop"]
    assert (demand["since"], demand["until"], demand["toward"]) == ("2019-02-03", None, ["Libya"])
    assert [x["article"] for x in demand["said"]] == ["one", "two"]
    assert demand["words"] == "immediate withdrawal of Libyan troops"
    rejection = found["Libya", "rejects", "withdrawal of troop"]
    assert (rejection["since"], rejection["told"], rejection["until"]) == (None, "2019-02-04", "2019-05-20")
    assert found["Libya", "accepts", "withdrawal of troop"]["since"] == "2019-05-20"
    assert found["Libya", "accepts", "withdrawal of troop"]["until"] is None


def test_what_somebody_insists_on_ends_with_the_rejection_it_stood_beside(place):
    insisted = stands(place, "--party", "Libya")["Libya", "insists on", "withdrawal"]
    assert (insisted["words"], insisted["until"]) == ("the withdrawal must be gradual", "2019-05-20")


def test_a_position_told_as_held_before_ends_with_the_contrary_that_its_article_dates(place):
    found = stands(place, "--issue", "direct talks")
    assert found["Libya", "rejects", "talks"]["until"] == "2019-08"
    assert found["Libya", "offers", "talks"]["since"] == "2019-08"


def test_positions_are_asked_for_as_of_a_day(place):
    then = stands(place, "--between", "Chad", "Libya", "--as-of", "2019-03-31")
    assert then["Libya", "rejects", "withdrawal of troop"]["until"] is None
    assert ("Libya", "accepts", "withdrawal of troop") not in then


def test_only_what_lies_between_two_sides_is_printed_between_them(place):
    assert {a for a, _, _ in stands(place, "--between", "Tchad", "Libya")} == {"Chad", "Libya"}
    assert {a for a, _, _ in stands(place)} >= {"Chad", "Libya", "Kenya"}


def test_positions_come_as_a_table_and_as_csv(place):
    assert "insists on" in printed(place, "--format", "table")
    rows = list(csv.DictReader(io.StringIO(printed(place, "--format", "csv"))))
    assert {"Libya": "2019-05-20"}.items() <= {r["actor"]: r["until"] for r in rows if r["position"] == "rejects" and r["issue"] == "withdrawal of troop"}.items()  # fmt: skip


def test_people_correct_and_dismiss_positions_like_any_event(place, tmp_path):
    with Ledger(place) as book, Ledger(tmp_path / "copy.db") as copy:
        copy.load(book.export())
        event = next(e for e in copy.events(kind="REQUEST", party="Kenya"))
        copy.decide("ann", "correct", [event.id], ["actor=Tanzania"])
        assert [s.actor for s in copy.positions(issue="sanctions")] == ["Tanzania"]
        copy.decide("ann", "dismiss", [event.id])
        assert copy.positions(issue="sanctions") == []
