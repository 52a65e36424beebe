"""The objects of a preposition on a word, wherever the parser hangs it.

In: a token, a preposition and the trigger's other words. Out: the tokens that stand behind it, coordinated ones included.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.phrases import PASSIVE, with_conjuncts
from sayso.coding.receivers import carried_to

_MAKING = frozenset(
    """make issue publish release put level voice launch submit lodge file bring raise announce call lay plant set place hide fire
    throw hurl toss lob drop mail send post aim direct detonate mount stage""".split()
)


_BESIDE = frozenset({"dobj", "prep", "prt", "attr", "xcomp", "acomp"})


def prepositional(token: Any, word: str, extra: tuple[Any, ...]) -> list[Any]:
    """The objects of a preposition on the word, on the trigger's other words, or on the word's object or particle."""
    found: list[Any] = []
    for t in (token, *extra):
        found += _objects_of(t, word)
    if not found:
        for c in token.children:
            # "Hurled bottles and bricks *at* the police": the parser hangs it on the last of them, and that on the verb.
            last = c.dep_ == "conj" and c.tag_ in ("NN", "NNS")
            if (c.dep_ in _BESIDE or last) and c.i > token.i and c not in extra:
                for x in (c, *(with_conjuncts([c])[1:] if c.dep_ == "dobj" else ())):
                    found += _objects_of(x, word)
    if not found:
        # "Agreed at dawn *on* a government": the parser hangs the rest on the hour.
        hours = [o for p in token.children if p.dep_ == "prep" for o in p.children if _is_time(o)]
        found += [x for o in hours for x in _objects_of(o, word) if o.i > token.i]
    if not found and word == "by" and token.pos_ == "NOUN":
        # "The claim made on Monday by the army".
        found += [o for c in token.children if c.dep_ == "acl" and c.lemma_ in _MAKING for o in _objects_of(c, word)]
    if not found and token.dep_ in ("dobj", "attr", "pobj") and token.head.pos_ in ("VERB", "ADP"):
        found += [x for x in _objects_of(token.head, word) if x.i > token.i]
    if not found and word in ("between", "with") and token.dep_ in ("nsubj", *PASSIVE) and token.head.lemma_ in _HELD:
        found += _objects_of(token.head, word)  # "a meeting took place in Vienna *between* A and B"
    if not found and word == "with" and token.pos_ == "NOUN":
        # "Trucks loaded *with sorghum*", "planes carrying tents".
        for c in token.children:
            if c.dep_ == "acl" and c.lemma_ in _LOADED:
                found += _objects_of(c, word)
            elif c.dep_ == "acl" and c.tag_ == "VBG" and c.lemma_ in _BEARING:
                found += [o for o in c.children if o.dep_ == "dobj"]
    if not found and word == "to" and token.pos_ == "VERB":
        found += carried_to(token)
    if found:
        found += [x for p in token.children if p.lower_ == "including" for x in _objects_of(p, word)]
    return with_conjuncts(found)


# Verbs by which a noun for a deed is only said to have been.
_HELD = frozenset("take hold occur happen begin start open resume continue end conclude conduct convene".split())


def _is_time(token: Any) -> bool:
    return token.dep_ == "pobj" and (token.ent_type_ in ("DATE", "TIME") or token.lemma_ in _HOURS)


_LOADED = frozenset({"load", "laden", "lade", "fill", "pack", "stack", "pile", "stuff"})
_BEARING = frozenset({"carry", "bring", "haul", "bear", "deliver", "transport"})
_HOURS = frozenset("dawn dusk noon midday midnight night morning evening sunrise sunset daybreak hour".split())


def _objects_of(token: Any, word: str) -> list[Any]:
    return [
        x
        for p in token.children
        if p.dep_ in ("prep", "agent", "dative", "prt") and p.lower_ == word and token.lower_ != "according"
        for o in p.children
        if o.dep_ in ("pobj", "pcomp") and o.ent_type_ not in ("DATE", "TIME")
        for x in _meant(o, token)
    ]


def _meant(pronoun: Any, verb: Any) -> list[Any]:
    """The nouns for which "which" may stand: "Friday's *ambush* near Kidal, in which six died"; of others, the word itself."""
    if pronoun.tag_ != "WDT" or verb.dep_ != "relcl":
        return [pronoun]
    noun = verb.head
    found = [noun]
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head.head
        found.append(noun)
    return found
