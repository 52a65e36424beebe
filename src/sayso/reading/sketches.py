"""An index of paragraphs by what they say: those like a given one are found at the same cost however many are stored.

In: the words of an article's paragraphs. Out: for each the numbers of the stored paragraphs that are like it. A paragraph is
a MinHash (Broder 1997) of its three-word shingles, found by locality-sensitive hashing: its hashes are cut into bands, and
two paragraphs meet where a whole band is equal. Each band is a table of buckets, which name the latest paragraph in them;
each paragraph names the one before it in each of its buckets. Tables grow with what is stored, so buckets stay short, and
all of it stands in temporary files, so the index may outgrow memory.
"""

from __future__ import annotations

import zlib
from array import array
from functools import cache
from pathlib import Path
from typing import Any

from sayso.reading.columns import Column

HASHES = 64
_BANDS = 21
_ROWS = 3  # 21 bands of 3 find 94 in 100 of the paragraphs half alike and 99.8 of those two thirds alike
_SHINGLE = 3
_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_AT_ONCE = 1 << 13


class Sketches:
    """The index; paragraphs are numbered from 0 in the order in which they are first seen."""

    FEWEST_BUCKETS = 1 << 12
    MOST_OF_A_BUCKET = 32
    MOST_TRIED = 256
    MOST_FOUND = 24
    MOST_HOLDERS = 24

    def __init__(self, similar: float, folder: Path | None = None) -> None:
        """``folder`` is where its files are put, instead of where temporary ones are."""
        self._similar = similar
        self._stored = 0
        # sixteen bits of each hash differ for different words but for once in 65,536
        self._sketches = Column("u2", HASHES, folder)
        self._before = Column("u4", _BANDS, folder)  # numbers here and in buckets are from 1, since 0 is none
        self._buckets = Column("u4", 1, folder)
        self._width = self.FEWEST_BUCKETS
        self._buckets.cleared(_BANDS * self._width)
        # who has a paragraph: for each the latest of its chain, whose links are an article and the link before it
        self._latest = Column("u4", 1, folder)
        self._links = array("I", [0, 0])

    def add(self, paragraphs: list[list[str]], article: int) -> list[list[int]]:
        """Store that an article has these paragraphs; for each its number, then those of stored ones like it, best first."""
        import numpy as np

        if not paragraphs:
            return []
        sketches = _of_words(paragraphs)
        found = self._alike(sketches)
        new: dict[bytes, int] = {}
        for which, (like, same) in enumerate(found):
            number = like[0] if same else new.setdefault(sketches[which].tobytes(), self._stored + len(new))
            found[which] = [number, *(other for other in like if other != number)], same
        if new:
            self.store(np.frombuffer(b"".join(new), dtype="u2").reshape(len(new), HASHES))
        for like, _ in found:
            self._hold(like[0], article)
        return [like for like, _ in found]

    def store(self, sketches: Any) -> None:
        """Store paragraphs by their sketches alone, a row each, which no article has yet."""
        first, self._stored = self._stored, self._stored + len(sketches)
        for column in (self._sketches, self._before, self._latest):
            column.reach(self._stored)
        self._sketches.rows[first : self._stored] = sketches
        if self._stored <= self._width:
            self._link(first, sketches)
            return
        self._width *= 2
        self._buckets.cleared(_BANDS * self._width)
        for start in range(0, self._stored, _AT_ONCE):
            self._link(start, self._sketches.rows[start : min(start + _AT_ONCE, self._stored)])

    def holders(self, paragraph: int) -> list[int]:
        """The first articles that have a paragraph."""
        found = []
        link = int(self._latest.rows[paragraph, 0])
        while link:
            found.append(self._links[link])
            link = self._links[link + 1]
        return found[::-1]

    def _hold(self, paragraph: int, article: int) -> None:
        held = self.holders(paragraph)
        if len(held) < self.MOST_HOLDERS and article not in held[-1:]:
            link = len(self._links)
            self._links.extend((article, int(self._latest.rows[paragraph, 0])))
            self._latest.rows[paragraph, 0] = link

    def _alike(self, sketches: Any) -> list[tuple[list[int], bool]]:
        """For each sketch the stored paragraphs most like it, and whether the first is the same."""
        import numpy as np

        which, numbers = self._near(sketches)
        equal = self._sketches.rows[numbers] == sketches[which]
        shares = equal.mean(axis=1)
        close = np.flatnonzero(shares >= self._similar)
        found: list[list[tuple[float, int]]] = [[] for _ in sketches]
        for at, number, share in zip(
            which[close].tolist(), numbers[close].tolist(), shares[close].tolist(), strict=True
        ):
            found[at].append((-share, number))
        ranked = [sorted(like)[: self.MOST_FOUND] for like in found]
        return [([number for _, number in like], bool(like) and like[0][0] == -1) for like in ranked]

    def _near(self, sketches: Any) -> tuple[Any, Any]:
        """Pairs of a sketch and a stored paragraph that share a bucket; of very many that do, the latest."""
        import numpy as np

        slots = self._slots(sketches)
        band = np.tile(np.arange(_BANDS), len(sketches))
        which = np.repeat(np.arange(len(sketches)), _BANDS)
        latest = self._buckets.rows[slots, 0].astype(np.int64)
        pairs = []
        for _ in range(self.MOST_OF_A_BUCKET):
            there = latest.nonzero()[0]
            if not len(there):
                break
            latest, band, which = latest[there] - 1, band[there], which[there]
            pairs.append(which << 32 | latest)
            latest = self._before.rows[latest, band].astype(np.int64)
        if not pairs:
            return which[:0], which[:0]
        once = np.unique(np.concatenate(pairs))
        which, numbers = once >> 32, once & 0xFFFFFFFF
        ends = np.searchsorted(which, which, side="right")
        tried = ends - np.arange(len(once)) <= self.MOST_TRIED
        return which[tried], numbers[tried]

    def _link(self, first: int, sketches: Any) -> None:
        """Put paragraphs, numbered from ``first``, into their buckets."""
        import numpy as np

        slots = self._slots(sketches)
        order = np.argsort(slots, kind="stable")
        slots = slots[order]
        numbers = (first + 1 + order // _BANDS).astype(np.uint32)
        again = np.empty(len(slots), dtype=bool)
        again[0] = False
        np.equal(slots[1:], slots[:-1], out=again[1:])
        before = self._buckets.rows[slots, 0]
        before[1:][again[1:]] = numbers[:-1][again[1:]]
        self._before.rows[first : first + len(sketches)].reshape(-1)[order] = before
        self._buckets.rows[slots, 0] = numbers  # of several for one slot the last counts

    def _slots(self, sketches: Any) -> Any:
        """Where the buckets of some sketches are: one a band, equal where the band's hashes are."""
        import numpy as np

        bands = sketches[:, : _BANDS * _ROWS].reshape(-1, _BANDS, _ROWS).astype(np.uint64)
        mixed = (bands * np.array(_MIX, dtype=np.uint64)).sum(axis=2, dtype=np.uint64)
        mixed ^= mixed >> np.uint64(29)
        mixed *= np.uint64(_MIX[1])
        bucket = (mixed >> np.uint64(20)) & np.uint64(self._width - 1)
        return (bucket + np.arange(_BANDS, dtype=np.uint64) * np.uint64(self._width)).astype(np.int64).reshape(-1)


def _of_words(paragraphs: list[list[str]]) -> Any:
    """The MinHashes of paragraphs, a row each."""
    import numpy as np

    sketches = np.empty((len(paragraphs), HASHES), dtype=np.uint16)
    for row, words in zip(sketches, paragraphs, strict=True):
        sketch = _blank().copy()
        count = max(1, len(words) - _SHINGLE + 1)
        sketch.update_batch([" ".join(words[i : i + _SHINGLE]).encode() for i in range(count)])
        row[:] = sketch.hashvalues & np.uint64(0xFFFF)
    return sketches


@cache
def _blank() -> Any:
    """The MinHash of no words; its copies share its hash functions."""
    from datasketch import MinHash

    return MinHash(num_perm=HASHES, hashfunc=zlib.crc32)
