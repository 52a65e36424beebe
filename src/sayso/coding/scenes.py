"""Blows that bear the name of the town where they fell: "the *Quetta* blast", "the *Kismayo* bombing".

In: the words for a place. Out: whether they name such a blow, whose town is where it was and nobody who did it.
"""

from __future__ import annotations

from typing import Any

from sayso.model import Place

_BLOWS = frozenset(
    """bombing blast attack explosion shooting massacre killing raid assault ambush siege kidnapping abduction shelling stabbing murder
    airstrike clash riot bloodshed bloodbath""".split()
)


def names_a_blow(root: Any, place: Place | None) -> bool:
    """Whether a town stands before a word for a blow as its name."""
    if place is None or not (place.feature or "").startswith("PPL"):
        return False
    return root.dep_ in ("compound", "nmod") and root.pos_ == "PROPN" and root.head.lemma_.lower() in _BLOWS
