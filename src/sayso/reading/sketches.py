"""An index of paragraphs by what they say: those like a given one are found at the same cost however many are stored.

In: the words of a paragraph. Out: the numbers of the stored paragraphs that are like it. A paragraph is a MinHash
(Broder 1997) of its three-word shingles, found by locality-sensitive hashing: its hashes are cut into bands, and two paragraphs
meet where a whole band is equal. The bands stand in SQLite, in memory or in a file, so the index may outgrow memory.
"""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path
from typing import Any

_HASHES = 64
_BANDS = 21
_ROWS = 3  # 21 bands of 3 find 94 in 100 of the paragraphs half alike and 99.8 of those two thirds alike
_SHINGLE = 3
_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)

_OF_A_BAND = "SELECT paragraph FROM band WHERE key = ? ORDER BY paragraph DESC LIMIT ?"


class Sketches:
    """The index; paragraphs are numbered from 0 in the order in which they are first seen."""

    MOST_OF_A_BAND = 64
    MOST_TRIED = 256
    MOST_FOUND = 24
    MOST_HOLDERS = 24

    def __init__(self, similar: float, path: Path | None = None) -> None:
        from datasketch import MinHash

        self._similar = similar
        self._blank: Any = MinHash(num_perm=_HASHES, hashfunc=zlib.crc32)
        self._db = sqlite3.connect(":memory:" if path is None else path, isolation_level=None)
        self._db.executescript(
            """PRAGMA page_size = 8192; PRAGMA cache_size = -262144;
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
            CREATE TABLE band (key INTEGER, paragraph INTEGER, PRIMARY KEY (key, paragraph)) WITHOUT ROWID;
            CREATE TABLE paragraph (id INTEGER PRIMARY KEY, words TEXT, sketch BLOB);
            CREATE INDEX words ON paragraph (words);
            CREATE TABLE holder (paragraph INTEGER, article INTEGER, PRIMARY KEY (paragraph, article)) WITHOUT ROWID;"""
        )

    def add(self, words: list[str], article: int) -> list[int]:
        """Store that an article has a paragraph; the stored paragraphs like it, itself first, before that."""
        key = _digest(words)
        stored = self._db.execute("SELECT id, sketch FROM paragraph WHERE words = ?", (key,)).fetchone()
        if stored is not None:
            number, sketch = stored[0], _unpacked(stored[1])
        else:
            sketch = self._sketch(words)
            number = self._db.execute(
                "INSERT INTO paragraph (words, sketch) VALUES (?, ?)", (key, sketch.tobytes())
            ).lastrowid
        keys = _band_keys(sketch)
        found = [number, *self._alike(number, sketch, keys)]
        if stored is None:
            self._db.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", [(key, number) for key in keys])
        held = self._db.execute("SELECT count(*) FROM holder WHERE paragraph = ?", (number,)).fetchone()[0]
        if held < self.MOST_HOLDERS:
            self._db.execute("INSERT OR IGNORE INTO holder VALUES (?, ?)", (number, article))
        return found

    def holders(self, paragraph: int) -> list[int]:
        """The first articles that have a paragraph."""
        rows = self._db.execute("SELECT article FROM holder WHERE paragraph = ? ORDER BY article", (paragraph,))
        return [row[0] for row in rows]

    def _alike(self, number: int, sketch: Any, keys: list[int]) -> list[int]:
        """The paragraphs most like a sketch; of very many that may be, the latest are tried."""
        near: set[int] = set()
        for key in keys:
            near.update(row[0] for row in self._db.execute(_OF_A_BAND, (key, self.MOST_OF_A_BAND)))
        tried = sorted(near - {number}, reverse=True)[: self.MOST_TRIED]
        marks = ",".join("?" * len(tried))
        rows = self._db.execute(f"SELECT id, sketch FROM paragraph WHERE id IN ({marks})", tried).fetchall()
        if not rows:
            return []
        sketches = _unpacked(b"".join(blob for _, blob in rows)).reshape(len(rows), -1)
        shares = (sketches == sketch).mean(axis=1).tolist()
        alike = [(share, other) for share, (other, _) in zip(shares, rows, strict=True)]
        best = sorted((-share, other) for share, other in alike if share >= self._similar)
        return [other for _, other in best[: self.MOST_FOUND]]

    def _sketch(self, words: list[str]) -> Any:
        import numpy as np

        sketch = self._blank.copy()
        shingles = {" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}
        sketch.update_batch([shingle.encode() for shingle in sorted(shingles)])
        return np.asarray(sketch.hashvalues).astype(np.uint32)  # crc32's hashes have 32 bits


def _unpacked(blob: bytes) -> Any:
    import numpy as np

    return np.frombuffer(blob, dtype=np.uint32)


def _band_keys(sketch: Any) -> list[int]:
    """One key a band: equal where the band's hashes are."""
    import numpy as np

    bands = sketch[: _BANDS * _ROWS].reshape(_BANDS, _ROWS).astype(np.uint64)
    mixed = (bands * np.array(_MIX, dtype=np.uint64)).sum(axis=1, dtype=np.uint64)
    numbered = mixed ^ (np.arange(_BANDS, dtype=np.uint64) * np.uint64(_MIX[0]))
    return [int(key) for key in numbered.view(np.int64)]


def _digest(words: list[str]) -> str:
    import hashlib

    return hashlib.blake2b(" ".join(words).encode(), digest_size=12).hexdigest()
