"""Whose a weapon is: "drones *launched by the Houthis*", "a torpedo fired *from a North Korean submarine*", "British jets and frigates".

In: the word for a weapon. Out: the words for whose it is. One that no word of its phrase gives to anybody is nobody's: that it
comes down in a country does not make it that country's.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.agents import NATIONAL
from sayso.coding.arguments import subjects
from sayso.coding.frames import classes
from sayso.coding.phrases import with_conjuncts

_LAUNCHING = frozenset(
    "launch fire send fly operate lob direct drop guide shoot release deliver hurl loose control pilot aim dispatch plant unleash".split()
)
_OWNING = ("poss", "compound", "nmod", "amod")
_SHOT = ("salvo", "flown")  # what is sent across to others
_MANNED = ("gun", "aircraft", "warship")


def is_shot(token: Any) -> bool:
    """Whether a word is for what flies at its target, a rocket or a drone."""
    return any(token.lemma_.lower() in classes()[c] for c in _SHOT)


def is_weapon(token: Any) -> bool:
    """Whether a word is for a weapon of any kind, manned or not."""
    return is_shot(token) or any(token.lemma_.lower() in classes()[c] for c in _MANNED)


def is_bare(token: Any, known: dict[int, list[int]]) -> bool:
    """Whether no word before or after a noun says whose it is; ``known`` are the indices of words for actors."""
    near = [c for c in token.children if c.dep_ in _OWNING]
    near += [o for p in token.children if p.dep_ == "prep" and p.lower_ in ("of", "by") for o in p.children]
    near += [k for c in near for k in c.children]
    return not any(c.i in known or c.ent_type_ in NATIONAL for c in near)


def is_launch(verb: Any) -> bool:
    """Whether a verb says of a weapon who sent it, or from where: "rockets *fired* from Gaza"."""
    return verb.dep_ in ("acl", "relcl") and verb.lemma_ in _LAUNCHING and is_weapon(verb.head)


def launchers(token: Any) -> list[Any]:
    """Who sent it, or the place, ship or line from which it came."""
    beside = [token, *(c for c in token.conjuncts if c.i > token.i and is_weapon(c))]
    for t in beside:
        for verb in (c for c in t.children if is_launch(c)):
            doers = [s for s in subjects(verb) if s not in beside and s.tag_ not in ("WDT", "WP")]
            if doers or (doers := _from(verb)):
                return doers
    return next((found for t in beside if (found := _from(t))), [])


def _from(token: Any) -> list[Any]:
    found = [o for p in token.children if p.dep_ == "prep" and p.lower_ == "from" for o in p.children]
    return with_conjuncts([o for o in found if o.dep_ == "pobj"])


def beside(token: Any) -> Any | None:
    """The weapon before it in a list, whose owner is its own: "American and British aircraft *and submarines*"."""
    return token.head if token.dep_ == "conj" and is_weapon(token.head) else None
