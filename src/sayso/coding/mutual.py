"""What two states do to each other, as two deeds: "Kenya and Somalia expelled each other's consuls".

In: the event mentions of an article. Out: the same, with a mention for either direction where one sentence tells both.
"""

from __future__ import annotations

from itertools import permutations
from typing import Any

import msgspec

from sayso.coding.extraction import Mention
from sayso.coding.phrases import below
from sayso.model import Actor

# Two who do these to each other do two things, each on a day of its own and each with a word of its own for it.
_APART = frozenset({"SANCTION"})
_EACH = frozenset({"each", "the", "one"})
_OTHER = frozenset({"other", "another"})
_TRADING = frozenset({"trade", "exchange", "swap"})


def both_ways(found: list[Mention]) -> list[Mention]:
    """The mentions, with one for each direction where two states did the same to each other."""
    return [one for m in found for one in (_directions(m) or [m])]


def _directions(m: Mention) -> list[Mention]:
    sides = [a for a in m.actors if a.code and a.sector in ("GOV", None)]
    if m.event not in _APART or len(sides) != 2 or sides[0].code == sides[1].code or not _is_mutual(m, sides):
        return []
    return [
        msgspec.structs.replace(m, actors=[one], recipients=[other], of_two=n + 1)
        for n, (one, other) in enumerate(permutations(sides))
    ]


def _is_mutual(m: Mention, sides: list[Actor]) -> bool:
    """Whether it was done to "each other", "the other's" people, or traded; not to a third."""
    if any(a.code and a.code not in {s.code for s in sides} for a in m.recipients):
        return False
    if m.head.lemma_ in _TRADING:
        return True
    return any(t.lower_ in _OTHER and t.i and t.nbor(-1).lower_ in _EACH for t in below(m.head) if _stands_alone(t))


def _stands_alone(other: Any) -> bool:
    """Whether "other" is somebody, and not one more of what the noun behind it says ("the other diplomats")."""
    return other.dep_ not in ("amod", "det")
