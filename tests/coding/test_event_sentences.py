"""The gold sentences: well formed, balanced over the types, and apart from the eventless ones."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from sayso import ontology

DATA = Path(__file__).parent / "data"


def rows(name):
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf8").splitlines()]


def test_every_gold_event_is_of_the_ontology():
    kinds = ontology.load().types
    for row in rows("events"):
        assert row["events"], row["id"]
        for e in row["events"]:
            assert not e["mode"] or e["mode"] in kinds[e["event"]].modes, row["id"]
            assert set(e["auxiliary"]) <= {"historical", "future", "hypothetical", "negation"}, row["id"]
            assert all(len(e[side]) in (0, 3) for side in ("actor", "recipient")), row["id"]


def test_each_type_is_told_often_in_both_halves():
    for half in (0, 1):
        found = Counter(
            kind
            for n, row in enumerate(rows("events"), 1)
            if n % 2 == half
            for kind in {e["event"] for e in row["events"]}
        )
        assert set(found) == set(ontology.load().types)
        assert min(found.values()) >= 12


@pytest.mark.parametrize(("name", "count"), [("events", 600), ("eventless", 400)])
def test_no_sentence_or_id_comes_twice(name, count):
    found = rows(name)
    assert len({r["text"] for r in found}) == len({r["id"] for r in found}) == count


def test_eventless_sentences_have_no_event():
    assert not any(r["events"] for r in rows("eventless"))
