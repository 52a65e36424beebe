"""A new ledger for each test."""

from __future__ import annotations

import pytest

from sayso.ledger import Ledger


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "l.db") as made:
        yield made
