"""The contexts of an event, PLOVER's *why*: from the words of its sentence.

In: the tokens around a trigger. Out: context names in the ontology's order, at most three, the best supported first found.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sayso import ontology
from sayso.resources import table

_MOST = 3


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Contexts by the lemma that speaks for them."""
    by_word: dict[str, tuple[str, ...]] = {}
    for context, words in table("sayso.coding", "contexts.toml").items():
        for word in words:
            by_word[word] = (*by_word.get(word, ()), context)
    return by_word


def contexts(sentence: Any) -> list[str]:
    """The contexts that a sentence's words speak for, at most three."""
    count: dict[str, int] = {}
    known = _words()
    for token in sentence:
        for word in {token.lemma_.lower(), token.lower_}:
            for context in known.get(word, ()):
                count[context] = count.get(context, 0) + 1
    order = list(ontology.load().contexts)
    best = sorted(count, key=lambda c: (-count[c], order.index(c)))[:_MOST]
    return sorted(best, key=order.index)
