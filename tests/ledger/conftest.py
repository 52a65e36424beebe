"""A new ledger for each test, and one PostgreSQL server for all that need one."""

from __future__ import annotations

import subprocess

import pytest
from servers import Server, programs

from sayso.ledger import Ledger


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "l.db") as made:
        yield made


@pytest.fixture(scope="session")
def server():
    pytest.importorskip("psycopg", reason="sayso[postgres] is not installed")
    if programs() is None:
        pytest.skip("PostgreSQL's programs are not installed")
    try:
        made = Server()
    except (KeyError, OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"PostgreSQL does not start here: {error}")
    yield made
    made.remove()
