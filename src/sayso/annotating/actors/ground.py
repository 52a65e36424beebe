"""The countries that an article is on the ground of, by which towns of the same name are told apart.

In: a parsed article and the names of states, nationalities and capitals in it. Out: country codes: of the states that it names, of
where it was written; where neither is said, those in which most of its places lie, each place's namesakes counted.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from sayso.annotating.actors.home import filed_in, home
from sayso.annotating.actors.lexicon import agents, word_list
from sayso.annotating.actors.named import Named, put
from sayso.knowledge import Entry
from sayso.knowledge.gazetteer import gazetteer, importance
from sayso.knowledge.unmapped import unmapped
from sayso.model import Article

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_OF_STATES = frozenset({"state", "adjective", "people"})
_SHARED = 2  # places that a country must have for it to be where the article plays
_NAMESAKES = 40
_PROVINCE = 6.5  # importance


def ground(article: Article, names: dict[int, Named]) -> frozenset[str]:
    """The countries; where only its places tell, capitals in ``names`` become their namesakes there."""
    doc = article.parse
    near = {
        n.entry.code
        for n in names.values()
        if n.entry and n.entry.code and n.kind in _OF_STATES and not _tells_of_stranger(doc, n)
    }
    near |= {code for code in (home(article), filed_in(article)) if code}
    near = near or {n.entry.code for n in names.values() if n.kind == "person" and n.entry and n.entry.code}
    if not near:
        count = Counter(code for text in _place_names(article.parse, names) for code in _countries(text, foremost=True))
        most = max(count.values(), default=0)
        near = {code for code, n in count.items() if n == most >= _SHARED}
        _without_namesakes(names, near)
    capitals = {n.entry.code for n in names.values() if n.entry and n.entry.code and n.kind == "capital"}
    return frozenset(near | capitals)


def _tells_of_stranger(doc: Any, named: Named) -> bool:
    """Whether a nationality is only that of somebody who may be anywhere: "a French researcher", "two Swiss nurses"."""
    noun = doc[named.last].head
    if named.kind != "adjective" or doc[named.last].dep_ not in ("amod", "compound") or noun.pos_ != "NOUN":
        return False
    one = any(c.lower_ in word_list("few") and c.i < named.first for c in noun.children)
    return one and noun.lemma_.lower() in agents()


def _without_namesakes(names: dict[int, Named], near: set[str]) -> None:
    """Take capitals that have a namesake where the article plays for that town: La Paz in Honduras."""
    for i, named in list(names.items()):
        if named.kind != "capital" or i != named.first or named.entry is None or named.entry.code in near:
            continue
        here = near & _countries(named.text)
        if len(here) == 1:
            put(names, Named(i, named.last, named.text, "place", Entry(named.text, "place", here.pop(), None)))


def _place_names(doc: Any, names: dict[int, Named]) -> set[str]:
    """What stands where places may stand: the parser's places and names after prepositions; not the capitals."""
    found = {e.text for e in doc.ents if e.label_ in _PLACES and e.end - 1 not in names}
    return found | {t.text for t in doc if t.pos_ == "PROPN" and t.dep_ == "pobj" and t.i not in names}


def _countries(text: str, foremost: bool = False) -> set[str]:
    """Where a place's namesakes lie; ``foremost``: only the first where others are far less known: Ontario is no town of California."""
    if len(text) <= 3 or text.lower() in word_list("of_bodies"):
        return set()
    bearers = gazetteer().lookup(text)[:_NAMESAKES]
    if foremost and len(bearers) > 1 and importance(bearers[0]) > max(_PROVINCE, importance(bearers[1]) + 1):
        bearers = bearers[:1]
    found = {e.country for e in bearers if e.country}
    return found | {code for code in (unmapped(text),) if code}
