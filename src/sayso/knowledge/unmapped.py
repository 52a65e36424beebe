"""Places that the news tells of and the gazetteer lacks, of which only the country is known: villages, quarters, camps, passes, prisons.

In: ``data/places/unmapped.csv``, a line a country with its names. Out: the country of a name.
"""

from __future__ import annotations

from functools import cache

from sayso import resources
from sayso.knowledge.gazetteer import fold


def unmapped(place: str) -> str | None:
    """The code of the country where a place of that name lies."""
    return _by_name().get(fold(place))


@cache
def _by_name() -> dict[str, str]:
    return {
        fold(name): r["country"]
        for r in resources.rows("sayso.knowledge", "places/unmapped.csv")
        for name in r["names"].split("|")
    }
