"""The places layer: named places in an article, each resolved to one entry of the gazetteer.

In: an Article with its parse. Out: ``article.places``, in the order of the text. :mod:`.detect` finds the mentions,
:mod:`.resolve` decides which namesake each one means from the whole article. Names of countries and capitals that
stand for governments are places too: whether one is where an event happened is for the coder to say.
"""

from __future__ import annotations

from sayso.annotating.places.detect import Mention, mentions
from sayso.annotating.places.resolve import Resolution, resolve
from sayso.model import Article, Place, Settings

__all__ = ["Mention", "Resolution", "add", "explain"]


def add(article: Article, settings: Settings) -> None:
    """Fill ``article.places`` from the parse, the source and the publication of the article."""
    article.places = [_place(article, r) for r in _resolved(article)]


def explain(article: Article, place: Place) -> list[tuple[str, str | None, int | None, float, dict[str, float]]]:
    """The candidates of a place, best first: name, country, geonameid, score, and what each reason added to it."""
    for r in _resolved(article):
        if (r.mention.start, r.mention.end) == (place.start, place.end):
            return [
                (c.entry.name, c.entry.country, c.entry.geonameid, round(c.score, 3), dict(c.reasons))
                for c in sorted(r.candidates, key=lambda c: -c.score)
            ]
    return []


def _resolved(article: Article) -> list[Resolution]:
    if article.parse is None:
        return []
    return resolve(article, mentions(article))


def _place(article: Article, r: Resolution) -> Place:
    m = r.mention
    text = article.text[m.start : m.end]
    e = r.entry
    if e is None:
        return Place(m.start, m.end, text)
    return Place(
        m.start,
        m.end,
        text,
        name=e.name,
        geonameid=e.geonameid,
        lat=e.lat,
        lon=e.lon,
        country=e.country,
        admin1=e.admin1 or None,
        feature=e.feature,
    )
