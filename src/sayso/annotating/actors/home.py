"""Where a report is at home: the country whose bodies it calls "the ministry", "the army", "parliament".

In: an article with its dateline, source and credits. Out: a country code; None where none of these says.
"""

from __future__ import annotations

from sayso.annotating.actors.named import country
from sayso.knowledge import lookup
from sayso.knowledge.gazetteer import gazetteer, importance
from sayso.knowledge.local_outlets import home_town
from sayso.knowledge.names import state_names
from sayso.knowledge.outlets import outlet_at, outlet_named
from sayso.model import Article

_A_TOWN = 4.5  # importance, about that of a provincial capital


def home(article: Article) -> str | None:
    """The country of the dateline's place, else the outlet's; no outlet's where an agency wrote it."""
    if article.dateline is not None and article.dateline.place is not None:
        return filed_in(article)
    if any((outlet := outlet_named(c)) is not None and outlet.kind == "agency" for c in article.credits):
        return None
    return _of_outlet(article)


def filed_in(article: Article) -> str | None:
    """The country of the dateline's place: of "LUSAKA", of "BAIDOA, Somalia"."""
    if article.dateline is None or article.dateline.place is None:
        return None
    place = article.dateline.place.of(article.text)
    town, _, region = place.rpartition(",")
    states = {e.code for e in lookup(region.strip()) if e.kind == "state"} if town else set()
    return country(place) or (states.pop() if len(states) == 1 else country(town.split(",")[0].strip()))


def _of_outlet(article: Article) -> str | None:
    name, url = (article.source.name, article.source.url) if article.source is not None else (None, None)
    listed = (outlet_named(name) if name else None) or (outlet_at(url) if url else None)
    if listed is not None:
        return listed.code if listed.kind != "agency" and listed.code in state_names() else None
    town = home_town(name, url)
    return town.country if town is not None else _in_name(name or "")


def _in_name(name: str) -> str | None:
    """The country of the state, people or town that a paper bears in its name: "Nuku'alofa Weekly", "The Malawi Post"."""
    words = [w for w in name.split() if w.lower() != "the"]
    for n in (2, 1):
        head = " ".join(words[:n])
        if len(words) <= n:
            continue
        states = {e.code for e in lookup(head) if e.kind in ("state", "adjective", "capital")}
        if len(states) == 1 and (code := states.pop()) in state_names():
            return code
        towns = [e for e in gazetteer().lookup(head) if e.feature.startswith("PPL") and importance(e) >= _A_TOWN]
        if towns:
            return towns[0].country
    return None
