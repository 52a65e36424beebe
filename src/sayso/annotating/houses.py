"""Houses called after a place where they do not lie: "the *Moscow* hotel in Kabul".

In: the token of a name. Out: the words that say where the house lies before whose noun it stands.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import word_list

IN = frozenset({"in", "near", "outside", "around", "at", "off", "across"})
_BEFORE = ("compound", "nmod", "amod", "poss")


def lies_in(name: Any) -> list[Any]:
    """The words for where a house lies before whose noun a name stands; the parser may hang them on the verb before."""
    house = name.head
    while (
        house.dep_ in _BEFORE and house.lemma_.lower() not in word_list("called_after_places") and house.head != house
    ):
        house = house.head
    if name.dep_ not in _BEFORE or house.lemma_.lower() not in word_list("called_after_places"):
        return []
    after = [t for t in (*house.rights, *house.doc[house.i + 1 : house.i + 2]) if t.lower_ in IN]
    return [o for p in after for o in p.children if o.dep_ == "pobj"]
