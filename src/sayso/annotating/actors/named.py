"""A name over tokens and what it stands for, as the files of names, mentions and places share it.

In: nothing. Out: :class:`Named`, its table by token, and the country of a place's name.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from sayso.annotating.actors.lexicon import word_list
from sayso.annotating.places.words import words
from sayso.knowledge import Entry
from sayso.knowledge.gazetteer import fold, gazetteer, importance
from sayso.knowledge.unmapped import unmapped


class Named(msgspec.Struct, frozen=True):
    """A name over tokens ``first`` to ``last`` (inclusive); ``entry`` is None for a name known only by its shape.

    ``others`` are the further states that a plural means: "the two Koreas".
    """

    first: int
    last: int
    text: str
    kind: str
    entry: Entry | None
    former: bool = False
    others: tuple[Entry, ...] = ()


class Names(dict[int, Named]):
    """The names of an article by every token that they cover; ``near`` are the countries that it is on the ground of."""

    near: frozenset[str] = frozenset()


def put(by_token: dict[int, Named], named: Named) -> None:
    for i in range(named.first, named.last + 1):
        by_token[i] = named


_WELL_KNOWN = 4.5  # importance, about that of a provincial capital
_KNOWN = 4.2  # less than that: a place of the news that the gazetteer lacks is rather meant


@lru_cache(maxsize=8_192)
def country(
    place: str, near: frozenset[str] = frozenset(), least: int = 4, known_from: float = _WELL_KNOWN
) -> str | None:
    """The country of the most important place of a name, or of its foremost namesake in one of the countries ``near``.

    Where these are known, a small town somewhere else is not meant, but for one that only the news knows; names of less than
    ``least`` letters are none of places. ``known_from`` is the importance from which a town is meant wherever the article plays.
    """
    if (
        len(place) < least
        or place in words().never
        or place in words().common
        or place.lower() in word_list("of_bodies") | word_list("regions")
    ):
        return None
    known, elsewhere = gazetteer().lookup(place), unmapped(place)
    first = known[0] if known else None
    if elsewhere is not None and (
        elsewhere in near or first is None or importance(first) < _KNOWN or fold(first.name) != fold(place)
    ):
        return elsewhere
    here = next((k.country for k in known if k.country in near), None)
    return here or (first.country if first and (not near or importance(first) >= known_from) else None)
