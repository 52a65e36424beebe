"""What the learned part looks at: the lemmas of a sentence, between two mentions and on the dependency path that joins them.

In: a parse and two spans. Out: named features with a value each, and the meaning of their words as one row of numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.coding.vectors import vectors
from sayso.model import Span

_PASSED = ("DET", "NUM", "PROPN", "PUNCT", "SPACE")
_TELLING = ("prt", "neg", "dobj", "xcomp", "acomp", "prep", "aux", "attr", "ccomp")
_STEPS = 15


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


# The features whose words are read for their meaning, a block of numbers each.
BLOCKS = ("p=", "m=", "w=", "c=", "pa=", "pr=", "pc=")


def meanings(named: Mapping[str, float]) -> Any:
    """The vectors of the features' words, added up by block and scaled by the root of their number."""
    import numpy as np

    known = vectors()
    row = np.zeros((len(BLOCKS), known.width), "float32")
    count = [0] * len(BLOCKS)
    for name, value in named.items():
        block, word = _word(name, value)
        vector = known.of(word) if block >= 0 else None
        if vector is not None:
            row[block] += vector
            count[block] += 1
    return (row / np.sqrt(np.maximum(count, 1))[:, None]).astype("float32").reshape(-1)


def _word(name: str, value: float) -> tuple[int, str]:
    """The block of a feature and the word that stands for its meaning; a block of -1 for those that have none."""
    kind, _, word = name.partition("=")
    kind += "="
    if kind not in BLOCKS or (kind in ("w=", "m=") and value < 1.0):
        return -1, ""
    if kind in ("pa=", "pr="):
        return (BLOCKS.index(kind), word[:-1]) if word.endswith("V") else (-1, "")
    return BLOCKS.index(kind), word.rsplit("_", 1)[-1]


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
