"""Nouns for a town that the text has named: "on the capital", "marched in the city".

In: an annotated Article. Out: such nouns as the places that they mean; "the capital" is the one capital of which the text speaks, "the
town" the one named last, not too far above.
"""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.model import Article, Place

_CAPITAL = "capital"
_TOWNS = frozenset({"city", "town", "village"})
_INTO = frozenset("in at on into through across around outside inside near over within throughout".split())
_FAR = 60  # tokens


def named_before(article: Article) -> list[Place]:
    """The places that are meant by nouns for them."""
    doc = article.parse
    known = [
        (span.root.i, p)
        for p in article.places
        if p.lat is not None
        and (p.feature or "").startswith("PPL")
        and (span := doc.char_span(p.start, p.end, alignment_mode="expand")) is not None
    ]
    if not known:
        return []
    capitals = {p.geonameid: p for _, p in known if p.feature == "PPLC"}
    found = []
    for token in doc:
        lemma = token.lemma_.lower()
        if (lemma != _CAPITAL and lemma not in _TOWNS) or not _is_where(token):
            continue
        if lemma == _CAPITAL:
            meant = next(iter(capitals.values())) if len(capitals) == 1 else None
        else:
            meant = next((p for i, p in reversed(known) if 0 < token.i - i <= _FAR), None)
        if meant is not None:
            end = token.idx + len(token)
            found.append(msgspec.structs.replace(meant, start=token.idx, end=end))
    return found


def _is_where(token: Any) -> bool:
    """Whether a definite noun without a name of its own says where something is."""
    if token.dep_ != "pobj" or token.head.lower_ not in _INTO or token.tag_ != "NN":
        return False
    if not any(c.lower_ in ("the", "that", "this") for c in token.lefts):
        return False
    return not any(c.dep_ in ("appos", "compound", "poss", "prep", "nmod") or c.pos_ == "PROPN" for c in token.children)
