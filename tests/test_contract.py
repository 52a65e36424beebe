"""The commands as users script them: contract, schema, exit status, errors."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from sayso import pipeline
from sayso.cli import app
from sayso.views.records import schema

SAMPLE = Path(__file__).parent.parent / "examples" / "talks.txt"


def sayso(*args, text=None):
    return CliRunner().invoke(app, [*map(str, args)], input=text)


def lines(run):
    return [json.loads(x) for x in run.stdout.splitlines()]


@pytest.fixture(scope="module")
def events():
    return lines(sayso("code", SAMPLE))


def test_every_event_fits_the_schema(events):
    assert events
    for e in events:
        jsonschema.validate(e, schema("code"))


def test_every_article_fits_the_schema_and_its_spans_their_text():
    [article] = lines(sayso("annotate", SAMPLE))
    jsonschema.validate(article, schema("annotate"))
    text = article["text"]
    assert text == SAMPLE.read_text(encoding="utf8")
    for layer in ("actors", "times", "places"):
        assert article[layer]
        for x in article[layer]:
            assert text[x["start"] : x["end"]] == x["text"]
    for e in article["events"]:
        for c in e["claims"]:
            assert text[c["evidence"]["start"] : c["evidence"]["end"]] == c["evidence"]["text"]


def test_the_printed_schema_is_the_one_that_is_checked():
    for name in ("code", "annotate"):
        assert json.loads(sayso("schema", name).stdout) == schema(name)


def test_the_same_input_gives_the_same_output_in_another_process(events):
    command = [sys.executable, "-m", "sayso", "code", str(SAMPLE)]
    assert lines(subprocess.run(command, capture_output=True, encoding="utf8", check=True)) == events


def test_csv_has_a_row_an_event(events):
    rows = list(csv.DictReader(io.StringIO(sayso("code", SAMPLE, "--format", "csv").stdout)))
    assert [r["id"] for r in rows] == [e["id"] for e in events]


def test_the_table_has_a_line_an_event_and_explains_with_words(events):
    plain = sayso("code", SAMPLE, "--format", "table").stdout
    assert sum(e["event"][0] in plain for e in events) == len(events)
    assert "“" in sayso("code", SAMPLE, "--format", "table", "--explain").stdout


def test_relate_answers_each_line_in_order():
    rows = [
        {"id": "a", "text": "France accused Chad of fraud.", "actor": [0, 6], "recipient": [15, 19]},
        {"id": "b", "text": "Chad gave food to Niger.", "actor": [0, 4], "recipient": [18, 23]},
    ]
    found = lines(sayso("relate", "-", text="".join(json.dumps(r) + "\n" for r in rows)))
    assert [(f["id"], f["event"]) for f in found] == [("a", "ACCUSE"), ("b", "AID")]
    assert all(0 <= f["score"] <= 1 for f in found)


def test_a_bad_relation_line_is_named_and_the_rest_answered():
    good = json.dumps({"id": "a", "text": "France accused Chad of fraud.", "actor": [0, 6], "recipient": [15, 19]})
    run = sayso("relate", "-", text=f'{good}\n{{"id": 1}}\n{good}\n')
    assert run.exit_code == 1
    assert len(lines(run)) == 2
    assert "line 2" in run.stderr


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda p: None, "does not exist"),
        (lambda p: p.write_bytes(b""), "empty"),
        (lambda p: p.write_bytes(bytes(range(256)) * 40), "not text"),
        (lambda p: p.write_bytes(b"Caf\xe9 talks were held on Monday in the capital, officials said.\n" * 5), "utf-8"),
        (
            lambda p: p.write_text(
                "Le ministre des affaires étrangères a rencontré ses homologues à Paris pour des discussions. " * 5
            ),
            "language",
        ),
    ],
)
def test_bad_input_is_one_line_and_the_rest_is_done(tmp_path, make, said):
    bad = tmp_path / "bad.txt"
    make(bad)
    run = sayso("code", bad, SAMPLE)
    assert run.exit_code == 1
    told = [x for x in run.stderr.splitlines() if "bad" in x]
    assert len(told) == 1
    assert said in told[0].lower()
    assert "Traceback" not in run.stderr
    assert lines(run)


def test_a_broken_json_line_is_named_by_number(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"id": "x", "text": "Chad attacked Niger."}\n{broken\n{"id": "y", "text": "Chad attacked Mali."}\n'
    )
    run = sayso("code", path)
    assert run.exit_code == 1
    assert "line 2" in run.stderr
    assert [e["articles"] for e in lines(run)] == [["x"], ["y"]]


@pytest.mark.slow
def test_a_text_of_fifty_megabytes_is_refused_quickly(tmp_path):
    path = tmp_path / "big.txt"
    path.write_text("The army attacked the town on Monday. " * 1_400_000)
    start = time.perf_counter()
    run = sayso("code", path)
    assert run.exit_code == 1
    assert len(run.stderr.splitlines()) == 1
    assert time.perf_counter() - start < 30


def test_an_article_without_a_date_is_coded_with_a_word_about_it(tmp_path):
    path = tmp_path / "undated.txt"
    path.write_text("Chad attacked Niger on Friday.\n")
    run = sayso("code", path)
    assert run.exit_code == 0
    assert len([x for x in run.stderr.splitlines() if "publication date" in x]) == 1
    assert lines(run)[0]["date"] is None


def test_a_wrong_call_exits_with_two():
    assert sayso("code").exit_code == 2
    assert sayso("code", SAMPLE, "--format", "stone").exit_code == 2
    run = sayso("code", SAMPLE, "--model", "no_such_pipeline")
    assert run.exit_code == 2
    assert "no_such_pipeline" in run.stderr
    assert sayso("code", SAMPLE, "--published", "yesterday").exit_code == 2


def test_the_version_is_printed():
    assert sayso("--version").stdout.startswith("sayso ")


def test_an_output_file_appears_whole(tmp_path, events):
    target = tmp_path / "events.jsonl"
    assert sayso("code", SAMPLE, "--output", target).exit_code == 0
    assert [json.loads(x) for x in target.read_text(encoding="utf8").splitlines()] == events


def test_ctrl_c_leaves_no_half_written_file(tmp_path):
    source = tmp_path / "many.jsonl"
    text = SAMPLE.read_text(encoding="utf8")
    source.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n in range(500)))
    target = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        [sys.executable, "-m", "sayso", "code", str(source), "--output", str(target)], stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not any(
        p.stat().st_size for p in tmp_path.iterdir() if p.name.startswith(".out")
    ):
        time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "Traceback" not in error
    assert error.splitlines()[-1] == "sayso: stopped"
    assert [p.name for p in tmp_path.iterdir()] == ["many.jsonl"]


def test_importing_is_fast():
    code = "import time; t = time.process_time(); import sayso; print(time.process_time() - t)"
    best = min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout) for _ in range(3)
    )
    assert best < 0.3
    loaded = subprocess.run(
        [sys.executable, "-c", "import sayso, sys; print('spacy' in sys.modules)"], capture_output=True, text=True
    ).stdout
    assert loaded.strip() == "False"


def test_python_gives_what_the_command_gives(events):
    import sayso as package

    assert [e.id for e in package.code(SAMPLE)] == [e["id"] for e in events]
    [article] = package.annotate("Chad attacked Niger.")
    assert article.actors
    assert package.relate("France accused Chad of fraud.", (0, 6), (15, 19)).event == "ACCUSE"


def test_python_raises_one_clear_error_for_a_bad_call(tmp_path):
    import sayso as package

    with pytest.raises(ValueError, match="does not lie in the text"):
        package.relate("short", (0, 6), (1, 2))
    with pytest.raises(ValueError, match="does not exist"):
        package.code(tmp_path / "missing.txt")


def test_an_article_that_our_own_code_fails_on_is_named_and_the_rest_is_coded(monkeypatch):
    from sayso.coding import code
    from sayso.model import Settings

    def broken(article, settings):
        if article.id == "b":
            raise RecursionError("too deep")
        return code(article, settings)

    monkeypatch.setattr("sayso.coding.code", broken)
    lines = "".join(
        json.dumps({"id": i, "text": "Ghana's president met Togo's on Monday.", "published": "2015-06-10"}) + "\n"
        for i in "abc"
    )
    problems = []
    told = list(pipeline.coded(["-"], Settings(), problems.append, io.BytesIO(lines.encode())))
    assert [article.id for article, _ in told] == ["a", "c"]
    assert all(events for _, events in told)
    (line,) = map(str, problems)
    assert line.startswith("b: this article could not be coded: RecursionError in test_contract.py")
