"""The word lists of the places layer, from ``annotating/data/places/words.csv``."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Words:
    """``joining`` words stand inside names ("of", "de")."""

    joining: frozenset[str]


@cache
def words() -> Words:
    """The lists, read once."""
    path = files("sayso.annotating") / "data" / "places" / "words.csv"
    lists: dict[str, set[str]] = {}
    with path.open(encoding="utf-8", newline="") as f:
        for row in csv.DictReader(f):
            lists.setdefault(row["list"], set()).add(row["word"])
    return Words(joining=frozenset(lists["joining"]))
