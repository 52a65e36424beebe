"""The contexts of an event, PLOVER's *why*: from the words of its sentence, and from its paragraph where several agree.

In: the article and a trigger's sentence. Out: a :class:`ContextUse` for each word that speaks for one of the contexts found, at most three.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from sayso import ontology
from sayso.model import Article, ContextUse
from sayso.resources import table

_MOST = 3
_BESIDE = 2  # different words of the paragraph's other sentences that together speak for a context


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Contexts by the lemma that speaks for them."""
    by_word: dict[str, tuple[str, ...]] = {}
    for context, words in table("sayso.coding", "contexts.toml").items():
        for word in words:
            by_word[word] = (*by_word.get(word, ()), context)
    return by_word


def contexts(article: Article, sentence: Any) -> list[ContextUse]:
    """The words that speak for the contexts of an event in a sentence, in the ontology's order of contexts."""
    found = _spoken_for(sentence)
    for context, uses in _spoken_for(_beside(article, sentence)).items():
        if context not in found and len({u.word.lower() for u in uses}) >= _BESIDE:
            found[context] = uses
    order = list(ontology.load().contexts)
    inside = (sentence.start_char, sentence.end_char)
    best = sorted(
        found, key=lambda c: (not inside[0] <= found[c][0].start < inside[1], -len(found[c]), order.index(c))
    )[:_MOST]
    return [use for c in sorted(best, key=order.index) for use in found[c]]


def _spoken_for(tokens: Iterable[Any]) -> dict[str, list[ContextUse]]:
    known = _words()
    found: dict[str, list[ContextUse]] = {}
    for t in tokens:
        for context in dict.fromkeys(c for w in (t.lemma_.lower(), t.lower_) for c in known.get(w, ())):
            found.setdefault(context, []).append(ContextUse(context, t.text, t.idx, t.idx + len(t)))
    return found


def _beside(article: Article, sentence: Any) -> list[Any]:
    """The words of the other sentences of its paragraph."""
    at = sentence.start_char
    block = next((b for b in article.blocks if b.start <= at < b.end and b.kind == "body"), None)
    if block is None:
        return []
    paragraph = article.parse.char_span(block.start, block.end, alignment_mode="expand") or []
    return [t for t in paragraph if not sentence.start <= t.i < sentence.end]
