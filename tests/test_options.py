"""The options that several commands share, as the commands take them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app

TEXT = "The army of Chad attacked a town in Niger on Friday, the foreign minister of Niger said."


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "articles.csv"
    path.write_text(f'no,day,story\n7,2019-03-15,"{TEXT}"\n', encoding="utf8")
    return path


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["code", "--format", "jsonl"], lambda r: r["articles"]),
        (["annotate"], lambda r: [r["id"]]),
        (["quotes"], lambda r: [r["article"]]),
        (["read"], lambda r: [r["id"]]),
    ],
)
def test_every_command_that_reads_takes_a_tables_columns(table, command, told):
    mapped = ["--column", "text=story", "--column", "id=no", "--column", "published=day"]
    run = CliRunner().invoke(app, [*command, str(table), *mapped])
    assert run.exit_code == 0, run.output
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    assert rows
    assert all(told(r) == ["7"] for r in rows)


def test_a_ledger_takes_a_tables_columns(table, tmp_path):
    ledger = ["--ledger", str(tmp_path / "l.db")]
    mapped = ["--column", "text=story", "--column", "id=no", "--column", "published=day"]
    assert CliRunner().invoke(app, ["add", str(table), *mapped, *ledger]).exit_code == 0
    (row,) = CliRunner().invoke(app, ["articles", *ledger]).stdout.splitlines()
    assert (json.loads(row)["id"], json.loads(row)["published"]) == ("7", "2019-03-15")


@pytest.mark.parametrize("command", [["code"], ["annotate"], ["quotes"], ["read"], ["reprints"]])
def test_a_column_that_is_no_pair_ends_the_command_with_one_line(table, command):
    run = CliRunner().invoke(app, [*command, str(table), "--column", "story"])
    assert (run.exit_code, run.stderr) == (2, "sayso: --column takes FIELD=NAME, such as text=body\n")


def test_a_table_without_the_named_column_is_one_problem(table):
    run = CliRunner().invoke(app, ["code", str(table), "--column", "text=body"])
    assert run.exit_code == 1
    assert run.stderr.count("\n") == 1
    assert "'body'" in run.stderr


def test_a_column_for_an_unknown_field_ends_the_command_with_one_line(table):
    run = CliRunner().invoke(app, ["read", str(table), "--column", "body=story"])
    assert run.exit_code == 2
    assert "there is no field 'body'; the fields are id, text" in run.stderr
