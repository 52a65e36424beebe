"""The places layer: named places in an article, each resolved to one entry of the gazetteer.

In: an Article with its parse. Out: ``article.places``, in the order of the text. :mod:`.detect` finds the mentions,
:mod:`.resolve` decides which namesake each one means from the whole article. A capital that acts ("Washington rejected") is
its government and no place; other names of countries and capitals that stand for governments are left to the coder, who says
whether one is where an event happened.
"""

from __future__ import annotations

from sayso.annotating.houses import lies_in
from sayso.annotating.places.detect import mentions
from sayso.annotating.places.resolve import Resolution, resolve
from sayso.model import Article, Candidate, Place, Settings

__all__ = ["add"]

_EXPLAINED = 10
_CAPITAL = "PPLC"


def add(article: Article, settings: Settings) -> None:
    """Fill ``article.places`` from the parse, the source and the publication of the article."""
    found = [] if article.parse is None else resolve(article, mentions(article))
    acting = {(a.start, a.end) for a in article.actors if a.kind == "state" and article.parse[a.head].dep_ == "nsubj"}
    found = [
        r for r in found if not (r.entry and r.entry.feature == _CAPITAL and (r.mention.start, r.mention.end) in acting)
    ]
    found = [r for r in found if not _is_only_a_name(article, r, found)]
    article.places = [_place(article, r, settings.explain) for r in found]


def _is_only_a_name(article: Article, r: Resolution, found: list[Resolution]) -> bool:
    """Whether it is only what a house in another country is called: "the *Paris* cafe in Jalalabad"."""
    span = article.parse.char_span(r.mention.start, r.mention.end, alignment_mode="expand")
    lies = [] if span is None else [o.idx for o in lies_in(span.root)]
    there = {x.entry.country for x in found if x.entry for i in lies if x.mention.start <= i < x.mention.end}
    return r.entry is not None and bool(there) and r.entry.country not in there


def _place(article: Article, r: Resolution, explain: bool) -> Place:
    m = r.mention
    place = Place(m.start, m.end, article.text[m.start : m.end], candidates=_candidates(r) if explain else [])
    if r.entry is not None:
        e = r.entry
        place.name, place.geonameid, place.lat, place.lon = e.name, e.geonameid, e.lat, e.lon
        place.country, place.admin1, place.feature = e.country, e.admin1 or None, e.feature
    elif r.country is not None:
        place.country = r.country
    return place


def _candidates(r: Resolution) -> list[Candidate]:
    best = sorted(r.candidates, key=lambda c: -c.score)[:_EXPLAINED]
    return [
        Candidate(
            c.entry.name,
            c.entry.country,
            c.entry.geonameid,
            c.entry.lat,
            c.entry.lon,
            c.entry.feature,
            round(c.score, 3),
            {why: round(weight, 3) for why, weight in c.reasons.items() if weight},
        )
        for c in best
    ]
