"""The watch command from end to end: a server that changes, a ledger, a restart, a clean stop."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.ledger import Ledger
from sayso.reading import read

sys.path.insert(0, str(Path(__file__).parent / "reading"))
from test_watching import Site, feed, page


@pytest.fixture
def site():
    made = Site()
    for n in (1, 2):
        made.put(f"/page{n}", page(n))
    made.put("/feed", feed(made.base, 1, 2))
    yield made
    made.end()


def call(tmp_path, *arguments):
    ledger = ["--ledger", str(tmp_path / "l.db"), "--once", "--allow-private"]
    return CliRunner().invoke(app, ["watch", *map(str, arguments), *ledger])


def test_two_rounds_an_edited_article_and_a_warc_file(site, tmp_path):
    warc = tmp_path / "kept.warc.gz"
    first = call(tmp_path, f"{site.base}/feed", "--warc", warc)
    assert first.exit_code == 0, first.output
    assert first.stderr.splitlines()[-1] == "sayso: 1 feeds asked: 2 new articles, 0 new versions, 0 known, 0 problems"
    site.put("/page1", page(1, "Corrected: the army of Chad attacked another town in Niger on Friday."))
    site.put("/feed", feed(site.base, 1, 2, edited={1: "corrected"}))
    second = call(tmp_path, f"{site.base}/feed", f"{site.base}/gone", "--warc", warc)
    assert second.exit_code == 1, second.stderr
    assert f"sayso: {site.base}/gone: answered 404 Not Found" in second.stderr.splitlines()
    assert "0 new articles, 1 new versions, 0 known, 1 problems" in second.stderr
    with Ledger(tmp_path / "l.db", create=False) as book:
        assert [(a.id.rpartition("/")[2], a.version) for a in book.articles()] == [
            ("page1", 1),
            ("page1", 2),
            ("page2", 1),
        ]
        assert "another town" in book.article(f"{site.base}/page1").text
        assert book.verify() == []
    assert sorted(a.id for a in read([warc])) == [f"{site.base}/page1", f"{site.base}/page1", f"{site.base}/page2"]


def test_a_private_address_is_refused_unless_allowed(site, tmp_path):
    run = CliRunner().invoke(app, ["watch", f"{site.base}/feed", "--ledger", str(tmp_path / "l.db"), "--once"])
    assert run.exit_code == 1
    assert "private address 127.0.0.1" in run.stderr
    assert not site.took()


@pytest.mark.parametrize(
    ("more", "said"),
    [(["--every", "soon"], "--every is 'soon'"), (["--every", "0m"], "--every is '0m'")],
)
def test_a_wrong_call_is_one_line_and_two(tmp_path, more, said):
    run = call(tmp_path, "http://paper.example/feed", *more)
    assert run.exit_code == 2
    assert said in run.stderr
    assert run.stderr.count("\n") == 1


def test_a_ledger_on_a_server_needs_a_place_for_the_state():
    run = CliRunner().invoke(app, ["watch", "http://paper.example/feed", "--ledger", "postgresql://h/x", "--once"])
    assert run.exit_code == 2
    assert "--state" in run.stderr


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_watch_runs_round_after_round_and_ends_cleanly(site, tmp_path, sign):
    command = ["watch", f"{site.base}/feed", "--ledger", str(tmp_path / "l.db"), "--every", "0.5s", "--allow-private"]
    process = subprocess.Popen([sys.executable, "-m", "sayso", *command], stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and not any(a == "304 /feed" for a in site.asked):
        time.sleep(0.1)
    process.send_signal(sign)
    _, error = process.communicate(timeout=60)
    assert process.returncode == 0, error
    assert "Traceback" not in error
    assert "2 new articles" in error.splitlines()[0]
    assert "0 new articles" in error.splitlines()[1]
    state = json.loads((tmp_path / "l.db.watch.json").read_text())
    assert len(state["feeds"][f"{site.base}/feed"]["seen"]) == 2
