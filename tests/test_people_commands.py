"""Deciding about a ledger's events from scripts and, through a real terminal, from the keyboard."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
import time

import pytest
import typer
from typer.testing import CliRunner

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "ledger"))
from making import article, claim, event, party, put

from sayso.ledger import Ledger
from sayso.ledger_cli import register as register_ledger
from sayso.model import Evidence
from sayso.people_cli import register

USA, TALIBAN = party("USA", "GOV", "United States"), party("AFG", "REB", "Taliban")


def talks(name, date, **more):
    told = claim(name, **more)
    told.evidence = Evidence(name, 4, 8, "text")
    return event(name, "CONSULT", date=date, who=[USA, TALIBAN], text=f"Only {name}.", claims=[told])


@pytest.fixture
def place(tmp_path):
    with Ledger(tmp_path / "l.db") as book:
        put(book, article("a", "2019-03-12"), talks("a", "2019-03-11", source="unnamed", stance="reports"))
        put(book, article("b", "2019-03-20"), talks("b", "2019-03-18", source="unnamed", stance="reports"))
        put(book, article("c", "2019-04-02"), talks("c", "2019-04-01"))
    return tmp_path / "l.db"


@pytest.fixture
def run(place):
    app = typer.Typer()
    register_ledger(app)
    register(app)

    def call(*arguments):
        return CliRunner().invoke(app, [*map(str, arguments), "--ledger", str(place)])

    return call


def lines(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def events(run):
    return {e["id"]: e for e in lines(run("events", "--format", "jsonl"))}


def test_a_script_decides_lists_and_undoes(run):
    done = run(
        "decide", "a-0", "correct", "date=2019-03-10", "mode=phone", "--by", "ann", "--reason", "per the ministry"
    )
    assert done.stdout == "1\n"
    assert (events(run)["a-0"]["date"], events(run)["a-0"]["mode"]) == ("2019-03-10", ["phone"])
    run("decide", "b-0", "note", "ask", "Bob", "--by", "ann")
    assert [(d["kind"], d["user"], d["reason"], d["events"]) for d in lines(run("decisions", "--format", "jsonl"))] == [
        ("correct", "ann", "per the ministry", ["a-0"]),
        ("note", "ann", None, ["b-0"]),
    ]
    assert run("undo", "1", "--by", "bob").exit_code == 0
    assert events(run)["a-0"]["date"] == "2019-03-11"
    said = run("decisions", "--event", "a-0", "--format", "table").stdout
    assert "correct a-0: date 2019-03-10; mode phone; enddate 2019-03-10 (per the ministry), undone by 3" in said


def test_events_are_joined_split_and_dismissed_by_scripts(run):
    run("decide", "a-0", "join", "b-0", "--by", "ann", "--reason", "one meeting")
    assert sorted(e["articles"] for e in events(run).values()) == [["a", "b"], ["c"]]
    run("decide", "a-0", "split", "b", "--by", "ann", "--reason", "two after all")
    run("decide", "c-0", "dismiss", "--by", "ann", "--reason", "no meeting")
    assert sorted(e["articles"] for e in events(run).values()) == [["a"], ["b"]]
    assert lines(run("decisions", "--by", "bob", "--format", "jsonl")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a-0", "dismiss"], "needs a --reason"),
        (["a-0", "correct", "--reason", "x"], "FIELD=VALUE"),
        (["a-0", "accept", "b-0"], "nothing more"),
        (["a-0", "correct", "colour=red", "--reason", "x"], "is no correction"),
        (["nothing", "accept"], "there is no event"),
        (["a-0", "join", "nothing", "--reason", "x"], "there is no event"),
    ],
)
def test_a_wrong_decision_ends_with_one_line_and_two(run, arguments, said):
    result = run("decide", *arguments, "--by", "ann")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert said in result.stderr
    assert lines(run("decisions", "--format", "jsonl")) == []


def test_coding_again_says_what_contradicts_people(run, place):
    run("decide", "a-0", "correct", "date=2019-03-10", "--by", "ann", "--reason", "x")
    with Ledger(place) as book:
        put(book, article("a", "2019-03-12"), talks("a", "2019-03-08"), coder="test 2")
    said = run("rebuild").stderr
    assert "decision 1 by ann (a-0): date corrected to 2019-03-10; the machine now says 2019-03-08" in said
    assert [d["decision"] for d in lines(run("decisions", "--moved", "--format", "jsonl"))] == [1]


class Terminal:
    """A program at a terminal of its own, spoken to as a person would."""

    def __init__(self, *arguments):
        master, slave = pty.openpty()
        self.end = master
        self.said = ""
        self.program = subprocess.Popen(
            [sys.executable, "-m", "sayso", *map(str, arguments)],
            stdin=slave, stdout=slave, stderr=slave, start_new_session=True, env={**os.environ, "TERM": "dumb", "COLUMNS": "120"},
        )  # fmt: skip
        os.close(slave)

    def until(self, words, seconds=60):
        """What is printed until these words stand there."""
        start, last = len(self.said), time.monotonic() + seconds
        while words not in self.said[start:]:
            ready, _, _ = select.select([self.end], [], [], max(0, last - time.monotonic()))
            try:
                part = os.read(self.end, 65536) if ready else b""
            except OSError:  # Linux: the program has gone
                part = b""
            assert part, f"{words!r} was not said: {self.said[start:]!r}"
            self.said += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", part.decode())
        return self.said[start:]

    def type(self, line, until="> "):
        os.write(self.end, line.encode())
        return self.until(until)

    def close(self):
        self.program.kill()
        self.program.wait()
        os.close(self.end)


@pytest.fixture
def terminal(place):
    made = Terminal("review", "--ledger", place, "--by", "ann")
    yield made
    made.close()


def decided(place):
    with Ledger(place) as book:
        return [(r.decision.kind, r.decision.user, r.decision.reason, r.undone_by) for r in book.rulings()]


def test_a_reviewer_corrects_notes_joins_and_accepts_at_the_keyboard(terminal, place):
    first = terminal.until("> ")
    assert "a-0: unconfirmed" in first
    assert "unnamed reports" in first  # who claims it, and the words
    assert "The text of a." in first
    again = terminal.type("c date=2019-03-10 mode=phone\n", "reason: ") + terminal.type("from the minutes\n")
    assert "2019-03-10" in again
    assert "phone" in again
    assert "note: " in terminal.type("n\n", "note: ")
    terminal.type("check with Bob\n")
    assert "b-0" in terminal.type("a\n")
    assert "reason: " in terminal.type("j a-0\n", "reason: ")
    terminal.type("one meeting\n", "nothing is left")
    assert terminal.program.wait(30) == 0
    assert [d[0] for d in decided(place)] == ["correct", "note", "accept", "join"]
    with Ledger(place) as book:
        assert sorted(e.articles for e in book.events()) == [["a", "b"], ["c"]]


def test_a_reviewer_undoes_and_quits_and_nothing_else_was_decided(terminal, place):
    terminal.until("> ")
    terminal.type("d\n", "reason: ")
    assert "b-0: unconfirmed" in terminal.type("a rumour\n")
    assert "a-0: unconfirmed" in terminal.type("u\n")
    assert "no key" in terminal.type("x\n")
    assert "not done" in terminal.type("d\n", "reason: ") + terminal.type("\n")
    assert "is no correction" in terminal.type("c colour=red\n", "reason: ") + terminal.type("why\n")
    assert "split" in terminal.type("?\n")
    assert "b-0: unconfirmed" in terminal.type("k\n")
    assert "0 decisions" in terminal.type("q\n", "decisions")
    assert decided(place) == [("dismiss", "ann", "a rumour", 2), ("undo", "ann", None, None)]


def test_the_end_of_input_ends_a_review(terminal, place):
    terminal.until("> ")
    terminal.type("\x04", "0 decisions")
    assert terminal.program.wait(30) == 0


def test_a_review_needs_a_terminal(run):
    result = run("review")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
