"""One regular expression for many words: beginnings that they share are written once, so that each is tried once.

In: words. Out: the source of a pattern that matches the longest of them; its cost hardly grows with their number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """The source of a pattern for any of the words; of words that begin each other the longest is tried first."""
    tails: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if word:
            tails.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    if not tails:
        return ""
    branches = "|".join(re.escape(first) + any_of(rest) for first, rest in sorted(tails.items()))
    return f"(?:{branches})?" if ends else f"(?:{branches})" if len(tails) > 1 else branches
