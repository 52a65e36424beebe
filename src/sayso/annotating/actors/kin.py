"""People called by the nation of a state in which they do not live: Albanian rebels in Macedonia, Indian miners in Bolivia.

In: the actors found, placed, and the places of the article. Out: such people with the country that is told of.
"""

from __future__ import annotations

from collections import Counter

from sayso.annotating.actors.lexicon import kin
from sayso.model import Actor

_FIGHTING = frozenset({"REB", "PRM"})
_OF_THE_LAND = frozenset({"CVL", "AGR", "LAB", "REF", *_FIGHTING})
_COMMUNITY = frozenset({"community", "minority"})
_AT_HOME = frozenset({"CVL", "PTY", "AGR", "LAB", "EDU", "REL"})


def of_kin(found: list[Actor], places: list[str]) -> None:
    """Give fighters and communities of a kindred nation, and natives of America, the country where the article finds them."""
    for a in found:
        words = a.text.split()
        word = next((w for w in words if w in kin()), None) if a.kind in ("generic", "person") and a.code else None
        if word is None or not _are_at_home(a, word, words):
            continue
        others = [b for b in found if b.code and word not in b.text.split()]
        if a.code in places or any(b.code == a.code and b.sector == "GOV" for b in others):
            continue  # the state that the nation is named for is told of too
        homes = [c for c in places if c in kin()[word]] or [b.code for b in others if b.code in kin()[word]]
        if homes:
            a.code, a.side = Counter(homes).most_common(1)[0][0], None
            name = (a.identifier_text or a.text).casefold()
            a.entity = f"{name}|{a.code}|{a.sector or ''}" if a.kind == "generic" else f"{name}|{a.code}"


def _are_at_home(a: Actor, word: str, words: list[str]) -> bool:
    """Whether people so called are rather of the land than of the state: not soldiers, nor one who may be anywhere."""
    if word.startswith("Indian"):
        return a.sector in _OF_THE_LAND
    several = a.kind == "generic" and words[0].lower() not in ("a", "an", "one")
    return a.sector in _FIGHTING or not _COMMUNITY.isdisjoint(words) or (several and a.sector in _AT_HOME)
