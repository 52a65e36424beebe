"""The world as dated facts: states, organizations, groups, offices and who held them, outlets, places."""

from __future__ import annotations

from functools import cache


@cache
def name_words() -> frozenset[str]:
    """The capitalized words of every name known here."""
    return frozenset()
