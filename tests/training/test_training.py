"""A user's own labelled rows: read with an eye on each line, trained on, and used by `sayso relate --weights`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.training.rows import packaged, read

ROOT = Path(__file__).parent.parent.parent
ROWS = ROOT / "examples" / "rows.jsonl"


def run(*words):
    return CliRunner().invoke(app, [str(w) for w in words])


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    target = tmp_path_factory.mktemp("weights") / "mine.npz"
    done = run("train", ROWS, "--alone", "--output", target)
    assert done.exit_code == 0, done.stderr
    return target


def test_the_packaged_rows_are_of_every_type_and_nearly_every_mode_and_context():
    from sayso import ontology

    known = ontology.load()
    rows = packaged()
    assert len(rows) >= 3000
    assert {r.event for r in rows} == set(known.types)
    assert {c for r in rows for c in r.contexts} == set(known.contexts)
    modes = {(r.event, r.mode) for r in rows}
    assert [(t.name, m) for t in known.types.values() for m in t.modes if (t.name, m) not in modes] == []


def test_weights_from_own_rows_are_used_by_relate(weights):
    pairs = ROOT / "examples" / "pairs.jsonl"
    done = run("relate", pairs, "--weights", weights)
    assert done.exit_code == 0, done.stderr
    assert [json.loads(line)["event"] for line in done.stdout.splitlines()] == ["ACCUSE", "AID"]


def test_the_same_rows_give_the_same_file_byte_for_byte(weights, tmp_path):
    again = tmp_path / "again.npz"
    assert run("train", ROWS, "--alone", "--output", again).exit_code == 0
    assert again.read_bytes() == weights.read_bytes()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("no json", "this is no JSON object"),
        ('{"text": "A met B."}', "actor must be [start, end] inside the text"),
        ('{"text": "A met B.", "actor": [0, 1], "recipient": [6, 99], "event": "CONSULT"}', "recipient must be"),
        ('{"text": "A met B.", "actor": [0, 1], "recipient": [6, 7], "event": "MEET"}', "'MEET' is no PLOVER type"),
        (
            '{"text": "A met B.", "actor": [0, 1], "recipient": [6, 7], "event": "CONSULT", "mode": "tea"}',
            "has no mode 'tea'",
        ),
        ('{"text": "A met B.", "actor": [0, 1], "recipient": [1, 2], "event": "CONSULT"}', "recipient marks no word"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_line(tmp_path, line, said):
    file = tmp_path / "rows.jsonl"
    file.write_text(ROWS.read_text(encoding="utf8").splitlines()[0] + "\n" + line + "\n", encoding="utf8")
    problems = []
    assert len(list(read(file, problems.append))) == 1
    [problem] = problems
    assert str(problem).startswith(f"{file}, line 2: ")
    assert said in str(problem)
    assert str(problem).endswith("the line is left out")


def test_training_goes_on_past_bad_rows_and_ends_with_status_1(tmp_path):
    file = tmp_path / "rows.jsonl"
    file.write_text(ROWS.read_text(encoding="utf8") + "{}\n", encoding="utf8")
    done = run("train", file, "--alone", "--output", tmp_path / "w.npz")
    assert done.exit_code == 1
    assert f"{file}, line 10: a line needs text, actor, recipient and event; the line is left out" in done.stderr
    assert (tmp_path / "w.npz").exists()


@pytest.mark.parametrize("words", [["nowhere.jsonl"], [str(ROWS), "--alone", "--output", "/nowhere/w.npz"]])
def test_what_cannot_be_read_or_written_ends_with_one_line(words):
    done = run("train", *words)
    assert done.exit_code == 2
    assert "Traceback" not in done.stderr


def test_own_rows_may_be_tab_separated_with_marked_mentions(tmp_path):
    file = tmp_path / "rows.tsv"
    file.write_text(
        "event\tmode\tcontext\tsentence\nAID\t\thealth\t[A Cuba] sent doctors to [R Haiti].\n", encoding="utf8"
    )
    [row] = read(file, print)
    assert (row.event, row.text, row.actor.of(row.text), row.recipient.of(row.text)) == (
        "AID",
        "Cuba sent doctors to Haiti.",
        "Cuba",
        "Haiti",
    )


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"\x93NUMPY no array"])
def test_a_file_that_holds_no_weights_is_refused_with_one_line(tmp_path, content):
    file = tmp_path / "bad.npz"
    file.write_bytes(content)
    done = run("relate", ROOT / "examples" / "pairs.jsonl", "--weights", file)
    assert done.exit_code == 2
    assert done.stderr.strip() == f"sayso: {file}: holds no weights; give a file that `sayso train` made"


def test_weights_that_are_not_there_are_named(tmp_path):
    done = run("relate", ROOT / "examples" / "pairs.jsonl", "--weights", tmp_path / "none.npz")
    assert done.exit_code == 2
    assert "No such file" in done.stderr
