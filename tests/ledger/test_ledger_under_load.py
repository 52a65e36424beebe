"""Killed while adding, written and read by many at once, and a server that goes away: nothing lost, nothing twice."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import writing

from sayso.ledger import Ledger, LedgerError

pytestmark = pytest.mark.slow
KILLS = int(os.environ.get("SAYSO_TEST_KILLS", "40"))
PROGRAM = Path(__file__).with_name("writing.py")


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


def killed(place, first, seconds, opening):
    """The numbers that a writer said it had added before it was killed, while opening the ledger or after its first article."""
    child, pipe = writing.forked(place, first, first + 1000)
    if not opening:
        select.select([pipe], [], [], 60)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with open(pipe) as said:
        return [int(line) for line in said.read().splitlines(keepends=True) if line.endswith("\n")]


def test_killed_at_random_moments_nothing_is_lost_and_nothing_twice(place, tmp_path):
    draw = random.Random(KILLS)
    done = 0
    for n in range(KILLS):
        added = killed(place, done, draw.uniform(0.0, 0.1), opening=n % 4 == 0)
        assert added == list(range(done, done + len(added)))
        done += len(added)
        if n % 10 == 0 or n == KILLS - 1:
            with Ledger(place) as book:
                assert book.verify() == []
                kept = sorted((a.id, a.version) for a in book.articles())
                assert kept in (writing.names(done), writing.names(done + 1))  # one may be in that nobody heard of
    with Ledger(place) as book, Ledger(tmp_path / "unhurt.db") as unhurt:
        for n in range(done + 20):
            if n >= done:
                writing.add(book, n)
            writing.add(unhurt, n)
        assert done >= KILLS // 2
        assert book.verify() == []
        assert sorted((a.id, a.version) for a in book.articles()) == writing.names(done + 20)
        assert list(book.events()) == list(unhurt.events())
        book.rebuild()
        assert list(book.events()) == list(unhurt.events())


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
                    time.sleep(0.05)
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
        assert sorted((a.id, a.version) for a in book.articles()) == writing.names(90)
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
