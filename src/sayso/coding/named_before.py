"""Words for a town that the text has named: "on the capital", "marched in the city", "held talks here", "met at the Foreign Office".

In: an annotated Article. Out: such words as the places that they mean; "the capital" is the one capital of which the text speaks, "the
town" the one named last, not too far above, "here" and a state's houses are in the town of the dateline.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.model import Article, Place

_CAPITAL = "capital"
_TOWNS = frozenset({"city", "town", "village"})
_INTO = frozenset("in at on into through across around outside inside near over within throughout".split())
_FAR = 60  # tokens
_HOUSES = frozenset({"ministry", "parliament", "palace", "embassy", "courthouse", "headquarters", "office", "assembly"})


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
    found = [
        msgspec.structs.replace(town, start=token.idx, end=token.idx + len(token))
        for token, town in _filed_from(article, [p for _, p in known])
    ]
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


def _filed_from(article: Article, known: list[Place]) -> Iterator[tuple[Any, Place]]:
    """What the story puts where it was filed: "here" in its own words, the ministry or embassy of which it names no town."""
    at = article.dateline.place if article.dateline else None
    town = next((p for p in known if at is not None and at.start <= p.start < at.end), None)
    if town is None:
        return
    quoted = [s for a in article.attributions if a.quoted for s in a.content]
    named = {
        article.parse.char_span(p.start, p.end, alignment_mode="expand").root.sent.start for p in known if p is not town
    }
    for token in article.parse:
        here = token.lower_ == "here" and token.dep_ == "advmod" and token.head.pos_ in ("VERB", "NOUN", "PROPN")
        house = token.lemma_.lower() in _HOUSES and _is_at(token) and token.sent.start not in named
        if (here or house) and not any(s.start <= token.idx < s.end for s in quoted):
            yield token, town


def _is_at(token: Any) -> bool:
    """Whether something is put in or before a definite house: "at the Foreign Office", "outside the embassy"."""
    there = token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "outside", "inside", "near")
    return there and any(c.lower_ == "the" for c in token.lefts) and not any(c.dep_ == "prep" for c in token.rights)


def _is_where(token: Any) -> bool:
    """Whether a definite noun without a name of its own says where something is."""
    if token.dep_ != "pobj" or token.head.lower_ not in _INTO or token.tag_ != "NN":
        return False
    if not any(c.lower_ in ("the", "that", "this") for c in token.lefts):
        return False
    return not any(c.dep_ in ("appos", "compound", "poss", "prep", "nmod") or c.pos_ == "PROPN" for c in token.children)
