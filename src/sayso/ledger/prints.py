"""Reprints: which articles carry the same text, told from fingerprints of their paragraphs alone.

In: each article's paragraphs as words with what sharing one weighs, as reading makes them. Out: groups of articles. Unlike
reading's index, which takes articles as they come, this looks only at the articles of one event and gives the same groups in any order.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

import msgspec

_SHINGLE = 3
_SKETCH = 8  # the smallest hashes by which paragraphs that may be alike are found
_FEWEST_WORDS = 5
_SIMILAR = 0.55  # the share of a paragraph's shingles that the other text has
_BRIEF, _SIMILAR_BRIEF = 40, 0.8  # texts of a sentence or two are like others by chance
_SHARED_WORDS = 20
_SHARE = 0.4  # of the shorter article
_PART, _PARAGRAPHS = 0.25, 3  # or less of it, in several paragraphs


class Paragraph(msgspec.Struct, frozen=True, array_like=True):
    """A paragraph's shingles as hashes, in order, and its weight in words."""

    weight: float
    hashes: tuple[int, ...]


def prints(paragraphs: Sequence[tuple[list[str], float]]) -> bytes:
    """The fingerprints of an article's paragraphs, to be stored with it."""
    made = [Paragraph(weight, _hashes(words)) for words, weight in paragraphs if len(words) >= _FEWEST_WORDS]
    return msgspec.msgpack.encode(made)


def groups(stored: dict[int, bytes]) -> dict[int, int]:
    """For each article's key the smallest key of the articles that carry its text."""
    if len(stored) == 1:
        return {key: key for key in stored}
    texts = {key: msgspec.msgpack.decode(blob, type=list[Paragraph]) for key, blob in stored.items()}
    root = {key: key for key in texts}

    def find(key: int) -> int:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for a, b in _candidates(texts):
        one, other = sorted((find(a), find(b)))
        if one != other and _one_text(texts[a], texts[b]):
            root[other] = one
    return {key: find(key) for key in texts}


def _candidates(texts: dict[int, list[Paragraph]]) -> list[tuple[int, int]]:
    holders: dict[int, set[int]] = defaultdict(set)
    for key, paragraphs in texts.items():
        for p in paragraphs:
            for h in p.hashes[:_SKETCH]:
                holders[h].add(key)
    return sorted({pair for keys in holders.values() for pair in combinations(sorted(keys), 2)})


def _one_text(a: list[Paragraph], b: list[Paragraph]) -> bool:
    if sum(p.weight for p in b) < sum(p.weight for p in a):
        a, b = b, a
    total = sum(p.weight for p in a)
    there = {h for p in b for h in p.hashes}  # of all paragraphs: an outlet may set two as one
    least = _SIMILAR if total >= _BRIEF else _SIMILAR_BRIEF
    alike = [p.weight for p in a if sum(h in there for h in p.hashes) >= least * len(p.hashes)]
    shared = sum(alike)
    if shared < _SHARED_WORDS:  # a lone sentence may be told alike by two; only the same lone sentence is one text
        return bool(shared) and sum(p.weight for p in b) <= total / _SIMILAR_BRIEF
    return shared >= _SHARE * total or (len(alike) >= _PARAGRAPHS and shared >= _PART * total)


def _hashes(words: list[str]) -> tuple[int, ...]:
    shingles = {" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}
    return tuple(sorted({zlib.crc32(s.encode()) for s in shingles}))
