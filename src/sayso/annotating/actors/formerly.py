"""Those whom only a place tells belong to the state that had it on the day of the text: doctors in Sverdlovsk in 1990.

In: the names of an article, its actors with their countries, and its day. Out: the actors, changed in place, where the place's
state of today did not exist yet and no words of the article name it or anything of its own; soldiers of whom nothing tells whose
they are belong there even where it is named.
"""

from __future__ import annotations

from sayso.annotating.actors.named import Named
from sayso.knowledge.names import state_names
from sayso.knowledge.states import state_then
from sayso.model import Actor

_BY_PLACE = frozenset({"capital", "place"})


def formerly(names: dict[int, Named], found: list[Actor], day: str | None) -> None:
    """Put each actor whom only a place gave a country under the state that the place belonged to on the day."""
    then = {a.code: state_then(a.code, day) for a in found if a.code}
    if all(code == former for code, former in then.items()):
        return
    named = {n.entry.code for n in names.values() if n.entry and n.kind not in _BY_PLACE}
    for a in found:
        if a.code is None or then[a.code] == a.code:
            continue
        if a.code in named and (a.sector != "MIL" or a.kind != "generic" or _is_of_nation(names, a.head)):
            continue
        before, a.code = a.code, then[a.code]
        a.entity = a.entity.replace(f"|{before}", f"|{a.code}")
        if a.side == state_names().get(before):
            a.side = state_names().get(a.code)


def _is_of_nation(names: dict[int, Named], head: int) -> bool:
    """Whether a nationality stands before a noun: "Lithuanian tanks"."""
    before = (names.get(i) for i in range(max(0, head - 3), head + 1))
    return any(n is not None and n.kind not in _BY_PLACE for n in before)
