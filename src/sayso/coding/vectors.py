"""Word vectors: what words are near one another in meaning, so that a model trained on "condemned" also knows "lambasted".

In: ``data/words.npz``, which ``python -m sayso.training.vectors`` makes from a sentence encoder's answers to single words. Out: the
vector of a lemma, of length one, or None for a word that is not known.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import Any

import msgspec


class Vectors(msgspec.Struct, frozen=True):
    """``matrix`` has a row a word, in whole numbers that only their direction counts of."""

    rows: dict[str, int]
    matrix: Any

    @property
    def width(self) -> int:
        return int(self.matrix.shape[1])

    def of(self, word: str) -> Any:
        import numpy as np

        row = self.rows.get(word)
        if row is None:
            return None
        vector = self.matrix[row].astype("float32")
        return vector / (float(np.sqrt(vector @ vector)) or 1.0)


@cache
def vectors() -> Vectors:
    """The vectors that come with sayso."""
    import numpy as np

    with as_file(files("sayso.coding").joinpath("data", "words.npz")) as path, np.load(path) as stored:
        words = str(stored["words"]).split("\n")
        return Vectors({w: i for i, w in enumerate(words)}, stored["matrix"])
