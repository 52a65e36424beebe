"""The countries of the places that a text names.

In: a parse and its names. Out: country codes, of states and capitals by name and of other places by the gazetteer.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import word_list
from sayso.annotating.actors.named import Named, Names, country
from sayso.annotating.houses import IN, lies_in
from sayso.knowledge.gazetteer import gazetteer


def country_at(names: dict[int, Named], token: Any) -> str | None:
    """The country of the place that a token ends or is part of, if it names one."""
    if is_only_a_name(names, token):
        return None
    named = names.get(token.i)
    within = _state_after(names, token)
    if within is not None:
        return within
    if named is not None and named.entry is not None:
        return named.entry.code if named.kind in ("state", "capital", "place") else None
    stands = token.dep_ == "pobj" and token.head.lower_ in IN
    taken = token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in word_list("taking")
    sited = stands or taken or _is_told_of(token)
    if token.ent_type_ not in _PLACES and (token.pos_ != "PROPN" or (token.ent_type_ and not sited)):
        return None
    first, last = token.i, token.i
    if named is not None and named.kind != "adjective":
        first, last = named.first, named.last  # "Guadalupe Carney" is no Carney
    while not token.doc[first].is_sent_start and token.doc[first - 1].pos_ == "PROPN" and first - 1 not in names:
        first -= 1
    if stands and last + 2 < len(token.doc) and token.doc[last + 1].text == "-" and token.doc[last + 2].text.istitle():
        last += 2  # "Jalal-Abad", which the parser cuts
    return country(token.doc[first : last + 1].text, spoken_of(names), 3 if stands else 4)


def where_it_lies(names: dict[int, Named], name: Any) -> str | None:
    """The country in which a house is said to lie before whose noun a name stands."""
    return next((code for o in lies_in(name) if (code := country_at(names, o))), None)


def is_only_a_name(names: dict[int, Named], token: Any) -> bool:
    """Whether a place is no more than what a house elsewhere is called: "the *Moscow* hotel in Kabul", "al-Thawra hospital in Hodeidah"."""
    there, named = where_it_lies(names, token), names.get(token.i)
    if there is None or (named is not None and named.kind not in ("capital", "place", "state")):
        return False
    own = named.entry.code if named is not None and named.entry is not None else country(token.text, frozenset())
    return own != there


_PLACES = ("GPE", "LOC", "FAC")


def _is_told_of(token: Any) -> bool:
    """Whether a clause says what happens at a place: "Rustavi, *where residents hid*"."""
    return any(c.dep_ == "relcl" and any(w.lower_ == "where" for w in c.children) for c in token.rights)


def spoken_of(names: dict[int, Named]) -> frozenset[str]:
    """The countries of which a town in the text rather is."""
    return names.near if isinstance(names, Names) else frozenset()


def _state_after(names: dict[int, Named], token: Any) -> str | None:
    """The country of the region or state after a town, where the gazetteer has such a town there: "Pasco, Washington"."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].text != "," or not doc[token.i + 2].text[:1].isupper():
        return None
    outer = names.get(token.i + 2)
    code = outer.entry.code if outer and outer.entry and outer.kind in ("state", "capital", "place") else None
    code = code or country(doc[token.i + 2].text, spoken_of(names))
    return code if any(p.country == code for p in gazetteer().lookup(token.text)) else None
