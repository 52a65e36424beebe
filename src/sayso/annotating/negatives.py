"""Phrases that deny their predicate: "neither side", "no talks", "at no time", "into no village".

In: a word of a parse and the word lists of ``data/factuality.toml``. Out: whether it denies the verb that it stands beside.
"""

from __future__ import annotations

from typing import Any


def negative_phrase(noun: Any, words: dict[str, frozenset[str]]) -> bool:
    """Whether a subject or object denies its predicate: "neither side", "no talks", "none of them"."""
    if noun.lower_ in words["negative_subject"] or noun.left_edge.lower_ == "not":  # "not one marine has left"
        return True
    return any(c.lower_ in words["negative_subject"] and c.dep_ in ("det", "neg", "preconj") for c in noun.children)


def at_none(preposition: Any, words: dict[str, frozenset[str]]) -> bool:
    """Whether a phrase denies its predicate: "*at no time* fired", "had fired *on nobody*", "had crossed *into no village*"."""
    if preposition.lower_ in words["to_none"]:  # "agreed to nothing", "met with nobody"
        return any(c.dep_ == "pobj" and c.lower_ in words["negative_subject"] for c in preposition.children)
    if preposition.lower_ not in words["at_none"]:
        return False
    return any(
        c.dep_ == "pobj" and negative_phrase(c, words) and c.lemma_.lower() not in words["at_no_price"]
        for c in preposition.children
    )


def not_that_one(verb: Any) -> bool:
    """Whether a clause is about somebody that it was not: "*it is not* our planes *that bombed* the town"."""
    be = verb.head.head
    if verb.dep_ != "relcl" or verb.head.dep_ != "attr" or be.lemma_ != "be":
        return False
    it = any(c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in be.children)
    return it and any(c.dep_ == "neg" for c in be.children)
