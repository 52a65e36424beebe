"""PLOVER 2: event types, modes, scores, contexts, sectors, actor codes and the CAMEO table, as data with one loader.

In: the CSV files of ``data/``. Out: :func:`load`, one immutable :class:`Ontology`. The facts are those of the PLOVER
codebook of the Open Event Data Alliance (CC BY-SA 4.0); the codebook prints ACCUSE's score as 3, while its modes and
text are negative, so -3 stands here.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from sayso.resources import rows


class EventType(msgspec.Struct, frozen=True):
    """One of the sixteen types; ``recipient`` says whether a record of it needs one."""

    name: str
    quad: int
    score: float
    recipient: Literal["required", "optional", "none"]
    means: str
    modes: dict[str, float]


class Cameo(msgspec.Struct, frozen=True):
    """What a CAMEO code becomes in PLOVER."""

    code: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    description: str


class Ontology(msgspec.Struct, frozen=True):
    types: dict[str, EventType]
    contexts: dict[str, str]
    sectors: dict[str, str]
    codes: dict[str, str]
    cameo: dict[str, Cameo]

    def scale(self, event: str, modes: list[str]) -> float:
        """The event's score: its most extreme mode's, else its type's."""
        kind = self.types[event]
        scores = [kind.modes[m] for m in modes if m in kind.modes]
        return max(scores, key=abs) if scores else kind.score


def _rows(name: str) -> list[dict[str, str]]:
    return rows(__name__, name)


@cache
def load() -> Ontology:
    """The ontology, read once."""
    modes: dict[str, dict[str, float]] = {}
    for r in _rows("modes.csv"):
        modes.setdefault(r["type"], {})[r["mode"]] = float(r["score"])
    types = {
        r["type"]: EventType(
            name=r["type"],
            quad=int(r["quad"]),
            score=float(r["score"]),
            recipient=msgspec.convert(r["recipient"], Literal["required", "optional", "none"]),
            means=r["means"],
            modes=modes.get(r["type"], {}),
        )
        for r in _rows("types.csv")
    }
    return Ontology(
        types=types,
        contexts={r["context"]: r["means"] for r in _rows("contexts.csv")},
        sectors={r["sector"]: r["means"] for r in _rows("sectors.csv")},
        codes={r["code"]: r["means"] for r in _rows("codes.csv")},
        cameo={
            r["cameo"]: Cameo(
                r["cameo"],
                r["type"],
                r["mode"] or None,
                tuple(c for c in r["context"].split("|") if c),
                r["description"],
            )
            for r in _rows("cameo.csv")
        },
    )
