"""Whose official somebody is of whom the text gives no country: the one of its states of which his name sounds.

In: a name, the country that the context gives, and how much the article tells of each country. Out: the country that all that
together makes likely, "Energy Minister Alparslan Bayraktar" being Turkey's in an article on Turkey and Somalia.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from sayso.knowledge.bearers import sounds_of
from sayso.knowledge.names import state_names
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor

_CONTEXT = 2.0  # how much what the article tells of says, in the measure of sounds
_HOME = 2.0  # and that a paper names its own officials so
_CLEAR = 1.5  # a lead that decides
_LITTLE = 0.2  # of the weight of the country told of most


def sounding(name: str, context: str | None, told: dict[str, float], home: str | None) -> str | None:
    """The country of whom a name is borne; that of the context where the sound decides nothing."""
    weight = {c: w for c, w in told.items() if c in state_names()}
    if home is not None:
        weight[home] = weight.get(home, 0.0) + 1.0
    if context is not None:
        weight[context] = weight.get(context, 0.0) + 1.0
    most = max(weight.values(), default=0.0)
    likely = {c: _CONTEXT * math.log(w / most) for c, w in weight.items() if w >= _LITTLE * most}
    if home is not None:
        likely[home] = likely.get(home, 0.0) + _HOME
    found = sounds_of(name, likely)
    return found[0] if found is not None and found[1] >= _CLEAR else context


def of_all(officials: Iterable[Actor]) -> str | None:
    """The one state of all officials whom an article names without saying whose they are: where it is at home."""
    codes = {a.code for a in officials if a.sector in OF_STATE and a.code in state_names()}
    return codes.pop() if len(codes) == 1 else None
