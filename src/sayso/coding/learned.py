"""A small linear model for what two mentions have to do with one another, beside the frames.

In: a parse and two spans. Out: a probability for each PLOVER type, from the lemmas of the sentence, between the mentions and on the
dependency path that joins them. The weights are in ``data/relation.npz``; ``python -m sayso.training`` makes them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import Any

import msgspec

from sayso.model import Span

_PASSED = ("DET", "NUM", "PROPN", "PUNCT", "SPACE")
_TELLING = ("prt", "neg", "dobj", "xcomp", "acomp", "prep", "aux", "attr", "ccomp")
_STEPS = 15


class Weights(msgspec.Struct, frozen=True):
    """``matrix`` has a row a feature and a column a type; ``bias`` a value a type."""

    types: tuple[str, ...]
    rows: dict[str, int]
    matrix: Any
    bias: Any


@cache
def weights() -> Weights:
    import numpy as np

    with as_file(files("sayso.coding").joinpath("data", "relation.npz")) as path, np.load(path) as stored:
        names = str(stored["features"]).split("\n")
        return Weights(
            tuple(str(stored["types"]).split("\n")),
            {n: i for i, n in enumerate(names)},
            stored["matrix"].astype("float32"),
            stored["bias"].astype("float32"),
        )


def probabilities(doc: Any, actor: Span, recipient: Span) -> dict[str, float]:
    """How likely each type is between two mentions of a parse."""
    import numpy as np

    w = weights()
    score = w.bias.copy()
    for name, value in features(doc, actor, recipient).items():
        row = w.rows.get(name)
        if row is not None:
            score += value * w.matrix[row]
    score = np.exp(score - score.max())
    return {t: float(p) for t, p in zip(w.types, score / score.sum(), strict=True)}


def features(doc: Any, actor: Span, recipient: Span) -> dict[str, float]:
    """The named features of two mentions, each with its weight in the sum."""
    found: dict[str, float] = {}

    def add(name: str, value: float) -> None:
        found[name] = max(value, found.get(name, 0.0))

    a = doc.char_span(actor.start, actor.end, alignment_mode="expand")
    r = doc.char_span(recipient.start, recipient.end, alignment_mode="expand")
    inside = {t.i for t in a} | {t.i for t in r}
    for i in sorted({t.i for t in a.root.sent} | {t.i for t in r.root.sent}):
        token = doc[i]
        lemma = token.lemma_.lower()
        if i in inside:
            if token.pos_ in ("NOUN", "VERB"):
                add(("R=" if r.start <= i < r.end else "A=") + lemma, 1.0 if r.start <= i < r.end else 0.5)
            continue
        if token.pos_ in _PASSED:
            continue
        add("w=" + lemma, 1.0 if token.pos_ in ("VERB", "NOUN", "ADJ") else 0.5)
        if a.end <= i < r.start or r.end <= i < a.start:
            add("m=" + lemma, 1.0)
        if token.dep_ == "neg":
            add("neg=" + token.head.lemma_.lower(), 1.0)
        if token.tag_ == "MD":
            add("md=" + lemma, 1.0)
            add(f"md={lemma}_{token.head.lemma_.lower()}", 0.7)
    for side, path in zip("ar", _joining(a.root, r.root), strict=True):
        for token in path:
            lemma = token.lemma_.lower()
            add("p=" + lemma, 1.5)
            add(f"p{side}={lemma}{token.pos_[:1]}", 1.0)
            for c in token.children:
                if c.dep_ in _TELLING and c.i not in inside:
                    add(f"pc={lemma}_{c.lemma_.lower()}", 1.2)
                    add("c=" + c.lemma_.lower(), 1.0)
    add("da=" + a.root.dep_, 0.5)
    add("dr=" + r.root.dep_, 0.5)
    return found


def _joining(a: Any, r: Any) -> tuple[list[Any], list[Any]]:
    """The words above each mention up to and with the first that is above both."""
    above = [_above(a), _above(r)]
    shared = {t.i for t in above[0]} & {t.i for t in above[1]}
    paths = []
    for words in above:
        last = next((n for n, t in enumerate(words) if t.i in shared), len(words) - 1)
        paths.append(words[1 : last + 1])
    return paths[0], paths[1]


def _above(token: Any) -> list[Any]:
    found = [token]
    while token.head != token and len(found) < _STEPS:
        token = token.head
        found.append(token)
    return found
