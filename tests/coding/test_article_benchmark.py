"""The benchmark of whole articles counts as it says it does."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (
    "Kenyan troops shot two traders in Mandera on Monday. Uganda expelled a Kenyan envoy. "
    "Ghana praised Togo. Peru has a new anthem, and Chile sent food to Nepal."
)


def wanted(event, quote, actor, recipient, **more):
    told = {"event": event, "mode": [], "actor": actor, "recipient": recipient, "date": None, "place": None}
    return told | {"quote": quote, "sources": [{"who": "outlet", "stance": "asserts"}]} | more


@pytest.fixture
def benchmark(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("benchmark_articles", ROOT / "benchmarks" / "articles.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "DATA", tmp_path)
    return module


def put(folder, number, *events):
    (folder / f"{number}.txt").write_text(TEXT, "utf8")
    (folder / f"{number}.json").write_text(json.dumps({"published": "2015-06-10", "events": events}), "utf8")


SHOT = wanted("ASSAULT", "Kenyan troops shot", ["KEN:MIL"], ["KEN:BUS"], mode=["firearms"], date="2015-06-08")
SHOT_BY_OTHERS = SHOT | {"actor": ["UGA:MIL"], "date": "2015-06-07", "mode": []}
EXPELLED = wanted("SANCTION", "Uganda expelled", ["UGA:GOV"], ["KEN:GOV"], mode=["expel"])
PRAISED = wanted("SUPPORT", "Ghana praised", ["GHA:GOV"], ["TGO:GOV"])
FED = wanted("AID", "Chile sent food", ["CHL:GOV"], ["NPL:GOV"])
SUNG = wanted("PROTEST", "Peru has a new anthem", ["PER:CVL"], [])


def test_all_found_and_nothing_else_is_one(benchmark, tmp_path):
    put(tmp_path, "01", SHOT, EXPELLED, PRAISED, FED)
    assert set(benchmark.figures("develop").values()) == {1.0}


def test_what_is_missed_lowers_recall_and_what_nothing_wants_precision(benchmark, tmp_path):
    put(tmp_path, "01", SHOT, EXPELLED, PRAISED, SUNG)
    found = benchmark.figures("develop")
    assert (found["recall"], found["precision"], found["events_f1"]) == (0.75, 0.75, 0.75)
    assert found["both"] == 1.0


def test_optional_events_count_neither_found_nor_missed(benchmark, tmp_path):
    put(
        tmp_path,
        "01",
        SHOT,
        EXPELLED,
        PRAISED | {"optional": True},
        FED | {"optional": True},
        SUNG | {"optional": True},
    )
    found = benchmark.figures("develop")
    assert (found["recall"], found["precision"]) == (1.0, 1.0)


def test_of_those_found_wrong_actors_modes_and_days_are_counted(benchmark, tmp_path):
    put(tmp_path, "01", SHOT_BY_OTHERS, EXPELLED, PRAISED, FED)
    found = benchmark.figures("develop")
    assert found["events_f1"] == 1.0
    assert [found[k] for k in ("actors", "recipients", "both", "mode", "day")] == [0.75, 1.0, 0.75, 0.75, 0.75]


def test_claims_are_found_by_who_and_kind_of_stance(benchmark, tmp_path):
    said = [{"who": "the army of Kenya", "stance": "denies"}]
    put(
        tmp_path,
        "01",
        SHOT | {"sources": said},
        EXPELLED | {"sources": [{"who": "outlet", "stance": "confirms"}]},
        PRAISED,
        FED,
    )
    assert benchmark.figures("develop")["claims_f1"] == 0.75


def test_even_numbers_up_to_24_are_held_back_and_all_others_are_for_development(benchmark, tmp_path):
    for number in ("01", "25", "26"):
        put(tmp_path, number, SHOT, EXPELLED, PRAISED, FED)
    for number in ("02", "24"):
        put(tmp_path, number, SUNG)
    assert [p.stem for p in benchmark.paths("develop")] == ["01", "25", "26"]
    assert [p.stem for p in benchmark.paths("held")] == ["02", "24"]
    assert benchmark.figures("held")["recall"] == 0.0
