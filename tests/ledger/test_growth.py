"""What an article costs does not grow with the ledger; the benchmark with its million events, in small."""

from __future__ import annotations

import importlib.util
from functools import partial
from pathlib import Path

import pytest

from sayso.ledger import Ledger

pytestmark = pytest.mark.slow
EVENTS = 4000


@pytest.fixture(scope="module")
def growth():
    path = Path(__file__).parents[2] / "benchmarks" / "ledger_growth.py"
    spec = importlib.util.spec_from_file_location("ledger_growth", path)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def full(growth, tmp_path_factory):
    with Ledger(tmp_path_factory.mktemp("growth") / "full.db") as book:
        growth.seed(book, EVENTS)
        yield book


def test_an_article_costs_the_same_in_an_empty_and_in_a_full_ledger(growth, full, tmp_path):
    with Ledger(tmp_path / "empty.db") as empty:
        small, large = growth.compared(full, empty)
    assert large / small <= 1.5


def test_what_is_stored_in_bulk_is_a_whole_ledger(growth, full):
    assert full.status()["events"] >= EVENTS
    assert full.verify() == []


def test_every_query_is_answered_through_an_index(growth, full):
    """No plan reads a table from end to end or sorts what it found."""
    from sayso.ledger.searching import Wanted, held

    asked = [
        Wanted(),
        Wanted(party="AKT"),
        Wanted(place="Town 7 of AKT"),
        Wanted(since="2010-01-01"),
        Wanted(party="AKT", kind="AID", since="2010-01-01"),
    ]
    with full._reading() as connection:
        for wanted in asked:
            for query in wanted.queries(partial(held, connection), 100):
                text = str(query.compile(connection, compile_kwargs={"literal_binds": True}))
                plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
                assert not [step for step in plan if step.startswith("SCAN") or "TEMP B-TREE" in step], plan


def test_what_is_asked_for_is_gone_through_by_its_rarest_name():
    """A party of thousands of events in a town of few is looked up from the town's."""
    from sayso.ledger.searching import Wanted

    counts = {"who akt": 5000, "where town 7 of foy": 3, "type AID": 400}
    [query, *_] = Wanted(party="AKT", kind="AID", place="Town 7 of FOY").queries(counts.__getitem__)
    text = str(query.compile(compile_kwargs={"literal_binds": True}))
    assert text.index("'where town 7 of foy'") > text.index("WHERE")
    assert text.index("'who akt'") < text.index("WHERE")
