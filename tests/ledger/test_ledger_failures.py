"""What users meet when a database refuses, run as the commands they run: one clear line, and nothing lost."""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.ledger import Ledger, LedgerError

pytestmark = pytest.mark.slow
ARTICLES = [
    {
        "id": f"n{n}",
        "published": f"2019-04-{n + 2:02}",
        "text": f"Kenya's president met the leader of Uganda on April {n + 1}.",
    }
    for n in range(24)
]


def sayso(*arguments, articles=(), **more):
    """A command's exit status and what it said on standard error, its progress aside."""
    run = subprocess.run(
        [sys.executable, "-m", "sayso", *map(str, arguments)],
        input="".join(json.dumps(a) + "\n" for a in articles),
        capture_output=True,
        text=True,
        timeout=300,
        **more,
    )
    return run.returncode, run.stderr.strip()


def refused(result, said):
    """The command ended as the contract says, with one line that says what is wrong."""
    status, told = result
    assert status == 2, told
    assert said in told
    assert "\n" not in told


def add(ledger, articles):
    """Add articles where nothing is in the way."""
    lines = "".join(json.dumps(a) + "\n" for a in articles)
    run = CliRunner().invoke(app, ["add", "--ledger", str(ledger), "-"], input=lines)
    assert run.exit_code == 0, run.stderr


def whole(ledger, ids):
    """Verify finds nothing, and these articles are in."""
    run = CliRunner().invoke(app, ["verify", "--ledger", str(ledger)])
    assert (run.exit_code, run.stderr.strip()) == (0, "sayso: the ledger is whole")
    with Ledger(ledger) as book:
        assert {a.id for a in book.articles()} >= set(ids)
        return [a.id for a in book.articles()]


@pytest.fixture
def small_disk(tmp_path):
    """A file system of three megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("a file system can be mounted by root only")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_said_and_what_was_added_stays(small_disk):
    ledger = small_disk / "l.db"
    add(ledger, ARTICLES[:2])
    free = os.statvfs(small_disk)
    (small_disk / "other").write_bytes(b"x" * (free.f_bavail * free.f_frsize - 200_000))
    refused(sayso("add", "--ledger", ledger, "-", articles=ARTICLES), "the disk is full")
    (small_disk / "other").unlink()
    whole(ledger, ["n0", "n1"])
    add(ledger, ARTICLES)
    assert len(whole(ledger, [])) == len(ARTICLES)


def test_a_quota_that_is_used_up_is_said_and_what_was_added_stays(tmp_path):
    ledger = tmp_path / "l.db"
    add(ledger, ARTICLES[:2])

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    refused(sayso("add", "--ledger", ledger, "-", articles=ARTICLES, preexec_fn=limit), "a quota is used up")
    kept = whole(ledger, ["n0", "n1"])
    add(ledger, ARTICLES)
    assert len(whole(ledger, kept)) == len(ARTICLES)


def test_a_ledger_on_a_disk_that_may_only_be_read_is_read_and_not_written(small_disk):
    ledger = small_disk / "l.db"
    add(ledger, ARTICLES[:2])
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with Ledger(ledger) as book:
        assert list(book.events())
    whole(ledger, ["n0", "n1"])
    refused(sayso("add", "--ledger", ledger, "-", articles=ARTICLES), "it may only be read")


def test_another_programs_database_and_a_newer_ledger_are_left_alone(tmp_path):
    Ledger(tmp_path / "newer.db").close()
    done = {"diary": "CREATE TABLE diary (line TEXT)", "newer": "UPDATE sayso_version SET version_num = '9999'"}
    for name, change in done.items():
        with closing(sqlite3.connect(tmp_path / f"{name}.db")) as db, db:
            db.execute(change)
    before = {name: (tmp_path / name).read_bytes() for name in ("diary.db", "newer.db")}
    refused(sayso("add", "--ledger", tmp_path / "diary.db", "-", articles=ARTICLES[:1]), "another program's database")
    refused(sayso("add", "--ledger", tmp_path / "newer.db", "-", articles=ARTICLES[:1]), "a newer sayso")
    assert before == {name: (tmp_path / name).read_bytes() for name in before}


def test_a_server_lost_while_adding_is_said_and_what_was_added_stays(server):
    with Ledger(server.url) as book, book._engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    Ledger(server.url).close()
    many = [{**a, "id": f"{a['id']}-{k}"} for k in range(20) for a in ARTICLES]
    adding = subprocess.Popen(
        [sys.executable, "-m", "sayso", "add", "--ledger", server.url, "-"],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    adding.stdin.write("".join(json.dumps(a) + "\n" for a in many))
    adding.stdin.close()
    kept = []
    with Ledger(server.url) as book:
        for _ in range(600):
            kept = [a.id for a in book.articles()]
            if len(kept) >= 3 or adding.poll() is not None:
                break
            time.sleep(0.1)
    server.stop()
    try:
        told = adding.stderr.read().strip()
        refused((adding.wait(), told), "the connection to the server is lost")
        refused(sayso("events", "--ledger", server.url), "the connection to the server is lost")
        with pytest.raises(LedgerError, match="connection to the server is lost"):
            Ledger(server.url)
    finally:
        server.start()
    assert len(kept) >= 3
    whole(server.url, kept)
    add(server.url, many[: len(kept) + 2])
    assert len(set(now := whole(server.url, kept))) == len(now)
