"""The sentences of an article by offset.

In: an annotated Article, whose sentences stand in order, and offsets into its text. Out: indices of sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from sayso.model import Article, Sentence


def touched(article: Article, start: int, end: int) -> range:
    """The sentences that a stretch touches."""
    first = bisect_right(article.sentences, start, key=_start) - 1
    if first < 0 or article.sentences[first].end <= start:
        first += 1
    return range(first, bisect_left(article.sentences, end, key=_start))


def holding(article: Article, offsets: Iterable[int]) -> list[int]:
    """The sentences that hold any of the offsets, in their order."""
    return sorted({n for at in offsets for n in touched(article, at, at + 1)})


def _start(s: Sentence) -> int:
    return s.start
