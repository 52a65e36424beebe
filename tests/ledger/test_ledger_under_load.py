"""Killed while adding, written and read by many at once, and a server that goes away: nothing lost, nothing twice."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import writing
from servers import Server, programs

from sayso.ledger import Ledger, LedgerError

pytestmark = pytest.mark.slow
KILLS = int(os.environ.get("SAYSO_TEST_KILLS", "8"))
PROGRAM = Path(__file__).with_name("writing.py")


@pytest.fixture(scope="module")
def server():
    pytest.importorskip("psycopg")
    if programs() is None:
        pytest.skip("PostgreSQL is not installed")
    try:
        made = Server()
    except (KeyError, OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"PostgreSQL does not start here: {error}")
    yield made
    made.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """Where a new, empty ledger goes."""
    if request.param == "sqlite":
        return str(tmp_path / "l.db")
    url = request.getfixturevalue("server").url
    with Ledger(url) as book, book._engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    return url


def writer(place, first, last):
    arguments = [sys.executable, str(PROGRAM), place, str(first), str(last)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_killed_at_random_moments_nothing_is_lost_and_nothing_twice(place):
    draw = random.Random(7)
    added, done = set(), 0
    for _ in range(KILLS):
        process = writer(place, done, done + 1000)
        assert process.stdout.readline() == "open\n", process.stderr.read()
        time.sleep(draw.uniform(0.0, 0.3))
        process.kill()
        said = [int(line) for line in process.communicate()[0].splitlines()]
        added.update(said)
        done = max(done, *said, 0) if said else done
    with Ledger(place) as book:
        assert book.verify() == []
        kept = [a.id for a in book.articles()]
        assert len(kept) == len(set(kept))
        assert {f"a{n}" for n in added} <= set(kept)
        for n in range(done + 20):
            writing.add(book, n)
        assert book.verify() == []
        assert len(list(book.articles())) == max(done + 20, len(kept))
        before = list(book.events())
        book.rebuild()
        assert list(book.events()) == before


def test_two_writers_and_four_readers_at_once(place):
    Ledger(place).close()
    writers = [writer(place, 0, 60), writer(place, 30, 90)]
    errors, counts = [], []

    def read():
        try:
            with Ledger(place) as book:
                while any(w.poll() is None for w in writers):
                    counts.append(len(list(book.events())))
                    book.status()
        except Exception as error:
            errors.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for r in readers:
        r.start()
    said = [w.communicate() for w in writers]
    for r in readers:
        r.join()
    assert errors == []
    assert [w.returncode for w in writers] == [0, 0], said
    with Ledger(place) as book:
        assert book.status()["articles"] == 90
        assert book.verify() == []
        assert len(counts) >= 4


def test_one_ledger_is_the_same_in_both_databases(server, tmp_path, place):
    with Ledger(place) as one, Ledger(tmp_path / "other.db") as other:
        for n in range(40):
            writing.add(one, n)
            writing.add(other, 39 - n)
        assert list(one.events()) == list(other.events())


def test_a_server_that_goes_away_is_said_and_loses_nothing(server):
    with Ledger(server.url) as book:
        writing.add(book, 5000)
        server.stop()
        try:
            with pytest.raises(LedgerError, match="connection to the server is lost") as raised:
                writing.add(book, 5001)
            assert "\n" not in str(raised.value)
        finally:
            server.start()
        assert writing.add(book, 5000) == "known"
        assert writing.add(book, 5001) == "new"
        assert book.verify() == []
