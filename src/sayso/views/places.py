"""The places of an article as a reader checks them: each with its candidates and what decided among them.

In: an annotated Article whose settings asked to explain. Out: lines on a stream.
"""

from __future__ import annotations

from typing import IO

from sayso.model import Article, Candidate, Place


def show(out: IO[str], article: Article) -> None:
    """Write the article's places in the order of the text; without candidates, the places alone."""
    print(article.title or article.id, file=out)
    for place in article.places:
        print(f"  {place.text} [{place.start}-{place.end}]: {_chosen(place)}", file=out)
        for candidate in place.candidates:
            print(f"    {candidate.score:6.2f}  {_candidate(candidate)}", file=out)
    out.flush()


def _chosen(place: Place) -> str:
    if place.name is None or place.lat is None or place.lon is None:
        return "a place that the gazetteer does not know"
    where = [x for x in (place.name, place.admin1, place.country, place.feature) if x]
    return f"{', '.join(where)}, at {place.lat:.2f} {place.lon:.2f}, GeoNames {place.geonameid or 'none'}"


def _candidate(c: Candidate) -> str:
    why = ", ".join(f"{reason} {weight:+.1f}" for reason, weight in sorted(c.reasons.items(), key=lambda x: -abs(x[1])))
    where = ", ".join(x for x in (c.name, c.country, c.feature) if x)
    return f"{where} ({c.lat:.2f} {c.lon:.2f}): {why}"
