"""The ledger's commands, over a ledger made without the parser."""

from __future__ import annotations

import json

import pytest
import typer
from making import article, event, party, put
from typer.testing import CliRunner

from sayso.ledger import Ledger
from sayso.ledger_cli import COMMANDS, register

USA, TALIBAN = party("USA", "GOV", "United States"), party("AFG", "REB", "Taliban")


@pytest.fixture
def run(tmp_path):
    app = typer.Typer()
    register(app)
    with Ledger(tmp_path / "l.db") as book:
        for n in range(2):
            told = event(f"a{n}", "CONSULT", date="2019-03-11", who=[USA, TALIBAN], dead=n + 1)
            put(book, article(f"a{n}", f"2019-03-{12 + n}"), told)

    def call(*arguments, ledger="l.db"):
        return CliRunner().invoke(app, [*map(str, arguments), "--ledger", str(tmp_path / ledger)])

    return call


def lines(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_events_prints_the_contracts_records_as_of_any_day(run):
    (now,) = lines(run("events", "--format", "jsonl"))
    (then,) = lines(run("events", "--format", "jsonl", "--as-of", "2019-03-12"))
    assert (now["articles"], then["articles"]) == (["a0", "a1"], ["a0"])
    assert list(now)[:5] == ["id", "date", "enddate", "date_text", "event"]
    assert set(now["actor"][0]) == {"code", "sector", "entity_text", "identifier_text", "identifier_id", "office"}


@pytest.mark.parametrize("shape", ["csv", "table"])
def test_events_come_in_other_shapes(run, shape):
    assert "CONSULT" in run("events", "--format", shape).stdout


def test_show_tells_the_reasons_and_the_numbers(run):
    said = run("show", "a1-0").stdout
    assert "same_day +3" in said
    assert "2 dead" in said


def test_history_articles_and_status_are_json(run):
    assert [s["articles"] for s in lines(run("history", "a0-0"))] == [["a0"], ["a1"]]
    assert [a["id"] for a in lines(run("articles"))] == ["a0", "a1"]
    assert lines(run("status"))[0]["events"] == 1


def test_an_export_is_imported_elsewhere(run, tmp_path):
    assert run("export", "--output", tmp_path / "x.jsonl").exit_code == 0
    assert run("import", tmp_path / "x.jsonl", ledger="copy.db").exit_code == 0
    assert lines(run("events", "--format", "jsonl", ledger="copy.db")) == lines(run("events", "--format", "jsonl"))


def test_rebuild_verify_and_backup_end_well(run, tmp_path):
    for command in (["rebuild"], ["verify"], ["backup", "--output", tmp_path / "b.db"]):
        assert run(*command).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["show", "nothing"], "there is no event"), (["events", "--as-of", "soon"], "not an ISO 8601 date")],
)
def test_a_wrong_call_ends_with_one_line_and_two(run, arguments, said):
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_every_command_says_what_it_does():
    assert all(command.__doc__ for command in COMMANDS.values())
