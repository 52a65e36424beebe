"""Of which of several states somebody's name sounds: "Cho Seung-hwan" of South Korea rather than of Japan.

In: a person's name and the codes of states. Out: the likeliest of them and by how much, judged by the names of all office-holders and
public figures that are known: the words in them, and the letters of the words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from sayso.knowledge.names import index, plain, state_names
from sayso.knowledge.own import kept

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = (2, 3, 4)
_SMOOTHING = 1200.0  # features of the world's names that each state is lent


def sounds_of(name: str, states: Mapping[str, float]) -> tuple[str, float] | None:
    """The state whose people's names a name is most like, and its lead over the next; None where fewer than two are asked for.

    The states are given with how likely each is without the name, in the same measure.
    """
    ranked = sorted(((_likeness(name, c) + before, c) for c, before in states.items()), reverse=True)
    return (ranked[0][1], ranked[0][0] - ranked[1][0]) if len(ranked) > 1 else None


def _likeness(name: str, code: str) -> float:
    """How much likelier a name is in a state than in the world: about 1 a clear sign, 0 none."""
    everywhere, by_state = _borne()
    there, features = by_state.get(code, _NOBODY), parts(name)
    if not features:
        return 0.0
    whole, own = everywhere.total + 1, there.total
    told = 0.0
    for f in features:
        base = (everywhere.borne[f] + 0.5) / whole
        told += math.log((there.borne[f] + _SMOOTHING * base) / (own + _SMOOTHING) / base)
    return told / math.sqrt(len(features))


def parts(name: str) -> frozenset[str]:
    """The words of a name and all that are two to four letters long in them, their ends marked."""
    found: set[str] = set()
    for word in _WORD.findall(plain(name)):
        marked = f"^{word}$"
        found |= {marked} if len(word) > 2 else set()
        found |= {marked[i : i + n] for n in _LETTERS for i in range(len(marked) - n + 1)}
    return frozenset(found)


class _Names(NamedTuple):
    """How often each part of a name is borne, and how many parts that are in all."""

    borne: Counter[str]
    total: int


_NOBODY = _Names(Counter(), 0)


@kept
def _borne() -> tuple[_Names, dict[str, _Names]]:
    """The names of the world and of each state."""
    people = {(e.name, e.code) for found in index().values() for e in found if e.kind == "person"}
    everywhere: Counter[str] = Counter()
    by_state: dict[str, Counter[str]] = {}
    for name, code in people:
        if code in state_names():
            features = parts(name)
            everywhere.update(features)
            by_state.setdefault(code, Counter()).update(features)
    return _Names(everywhere, everywhere.total()), {c: _Names(found, found.total()) for c, found in by_state.items()}
