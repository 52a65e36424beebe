"""A transformer behind the same interface: real code on a tiny network that the test makes itself, with nothing downloaded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app

pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

ROOT = Path(__file__).parent.parent.parent
PAIRS = ROOT / "examples" / "pairs.jsonl"


def run(*words):
    return CliRunner().invoke(app, [str(w) for w in words])


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """A random BERT of two layers with a vocabulary of the examples' words, without a classifier of any types."""
    folder = tmp_path_factory.mktemp("base")
    texts = [
        json.loads(line)["text"] for name in ("rows", "pairs") for line in (ROOT / "examples" / f"{name}.jsonl").open()
    ]
    words = sorted({w.strip(".").lower() for t in texts for w in t.split()} | set("[]/ar."))
    (folder / "vocab.txt").write_text(
        "\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words]), encoding="utf8"
    )
    transformers.BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=len(words) + 5, hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32
    )
    transformers.BertModel(config).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def tuned(base, tmp_path_factory):
    target = tmp_path_factory.mktemp("tuned")
    done = run("train", ROOT / "examples" / "rows.jsonl", "--alone", "--base", base, "--epochs", 2, "--output", target)
    assert done.exit_code == 0, done.stderr
    assert "epoch 2 of 2: loss" in done.stderr
    return target


def test_a_fine_tuned_folder_answers_relate_with_plover_types(tuned):
    done = run("relate", PAIRS, "--weights", tuned)
    assert done.exit_code == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["id"] for a in answers] == ["pair1", "pair2"]
    assert {a["event"] for a in answers} <= {"ACCUSE", "AID", "CONSULT"}


def test_it_gives_probabilities_as_the_small_model_does(tuned, annotated):
    from sayso.coding.learned import model
    from sayso.model import Span

    article = annotated("Kenya accused Somalia of sheltering pirates.")
    likely = model(str(tuned)).probabilities(article.parse, Span(0, 5), Span(14, 21), {})
    assert set(likely) == {"ACCUSE", "AID", "CONSULT"}
    assert sum(likely.values()) == pytest.approx(1)


def test_a_folder_whose_labels_are_no_types_is_refused_with_the_remedy(base, tmp_path):
    network = transformers.BertForSequenceClassification.from_pretrained(base)
    network.save_pretrained(tmp_path)
    transformers.BertTokenizer.from_pretrained(base).save_pretrained(tmp_path)
    done = run("relate", PAIRS, "--weights", tmp_path)
    assert done.exit_code == 2
    assert "no PLOVER types; train it with `sayso train" in done.stderr


def test_an_empty_folder_is_refused_with_one_line_and_nothing_is_fetched(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    done = run("relate", PAIRS, "--weights", tmp_path)
    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 1
