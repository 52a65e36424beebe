"""The paragraphs with their places that were written for the project: reading them, and scoring the places layer on them.

In: ``data/passages.txt``. Out: passages, and how many of their places are found and put where their author meant them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from sayso.knowledge.gazetteer import Entry, distance
from sayso.model import Place

DATA = Path(__file__).parent / "data" / "passages.txt"
NEAR = 161.0
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


@dataclass(frozen=True)
class Meant:
    """A place in a passage: its offsets, and "lat,lon", a country's code, or "?"."""

    start: int
    end: int
    what: str

    def is_at(self, place: Place) -> bool:
        """Whether a resolved place is the one meant, within 161 km or by country."""
        if self.what == "?":
            return True
        if place.lat is None or place.lon is None:
            return False
        if self.what.isalpha():
            return place.country == self.what and (place.feature or "").startswith("PCL")
        lat, lon = map(float, self.what.split(","))
        there = Entry(None, "", lat, lon, None, "", "", "", 0)
        return distance(there, there._replace(lat=place.lat, lon=place.lon)) <= NEAR


@dataclass
class Score:
    """Counts over passages, and one line for each thing that went wrong."""

    meant: int = 0
    found: int = 0
    both: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def detection(self) -> float:
        return 2 * self.both / max(self.meant + self.found, 1)

    @property
    def resolution(self) -> float:
        return self.right / max(self.both, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.meant + self.found, 1)

    def add(self, text: str, meant: list[Meant], found: list[Place]) -> None:
        places = {(p.start, p.end): p for p in found}
        self.meant += len(meant)
        self.found += len(found)
        for m in meant:
            place = places.pop((m.start, m.end), None)
            if place is None:
                self.wrong.append(f"missed {text[m.start : m.end]!r}: {text[:50]}")
                continue
            self.both += 1
            self.right += m.is_at(place)
            if not m.is_at(place):
                self.wrong.append(
                    f"{place.text} put at {place.name} {place.country} {place.lat} {place.lon}: {text[:50]}"
                )
        self.wrong += [f"no place {p.text!r}: {text[:50]}" for p in places.values()]


def passages() -> list[tuple[str, list[Meant]]]:
    """Texts with their places, in the order of the file: the first for developing, the second held back, and so on."""
    found = []
    for line in DATA.read_text(encoding="utf8").splitlines():
        if line.startswith("#"):
            continue
        text, meant, last = "", [], 0
        for mark in _MARK.finditer(line):
            text += line[last : mark.start()]
            meant.append(Meant(len(text), len(text) + len(mark[1]), mark[2]))
            text += mark[1]
            last = mark.end()
        found.append((text + line[last:], meant))
    return found
