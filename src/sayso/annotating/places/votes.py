"""What the names of an article say together before any of them is decided: the areas in which many of them have a namesake.

In: each name's candidates. Out: for a candidate, the votes of the other names for its area and its neighbourhood. A name with
namesakes in many areas says little: its vote is split among them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import NamedTuple

from sayso.knowledge.gazetteer import Entry

_CELLS = 1.0  # cells a degree


class Vote(NamedTuple):
    """How many other names speak for a candidate's first-order area, and for what lies around it."""

    area: float
    near: float


class Votes:
    """Counted once for an article."""

    def __init__(self, senses: dict[str, list[Entry]]) -> None:
        self._areas: Counter[tuple[str, str]] = Counter()
        self._cells: Counter[tuple[int, int]] = Counter()
        self._own: dict[str, tuple[dict[tuple[str, str], float], dict[tuple[int, int], float]]] = {}
        for key, entries in senses.items():
            areas = {_area(e) for e in entries if e.admin1}
            around: dict[tuple[int, int], float] = defaultdict(float)
            cells = {_cell(e) for e in entries if not e.is_wide}
            for y, x in cells:
                for cell in ((y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)):
                    around[cell] = 1 / len(cells)
            own = {a: 1 / len(areas) for a in areas}
            self._own[key] = own, dict(around)
            self._areas.update(own)
            self._cells.update(around)

    def of(self, key: str, entry: Entry) -> Vote:
        """The votes of the names other than ``key`` for an entry."""
        own_areas, own_cells = self._own[key]
        area, cell = _area(entry), _cell(entry)
        in_area = self._areas[area] - own_areas.get(area, 0.0) if entry.admin1 else 0.0
        near = 0.0 if entry.is_wide else self._cells[cell] - own_cells.get(cell, 0.0)
        return Vote(max(0.0, in_area), max(0.0, near))


def _area(entry: Entry) -> tuple[str, str]:
    return entry.country or "", entry.admin1


def _cell(entry: Entry) -> tuple[int, int]:
    return math.floor(entry.lat * _CELLS), math.floor(entry.lon * _CELLS)
