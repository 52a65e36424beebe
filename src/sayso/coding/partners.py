"""The other side of talks that a telling leaves out: who speaks of them, or whose deed the sentence goes on to tell.

In: the event mentions of an article. Out: the same; talks with one side ("Tuesday's session *with China*", "two hours *with the envoy*")
have the side of whoever says it, or of the subject before which the phrase stands ("*Back from* talks with X, Y said"); whoever mediated
an exchange stands with those of whom it was told.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.enclosing import enclosing
from sayso.coding.extraction import Mention
from sayso.coding.parties import Roles
from sayso.coding.phrases import NOBODY, PASSIVE
from sayso.coding.sides import side
from sayso.model import Actor

_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "PTY", "OPP", "SPY", "REB", "SEP", "COP", "PRM", "JUD", "BUS"})
_NOBODY = NOBODY | {"one", "neither"}
_NOBODYS = frozenset({"between", "by", "of"})


def with_partners(found: list[Mention], roles: Roles) -> list[Mention]:
    """The mentions with the side of talks that speaks of them."""
    for m in found:
        if m.event == "CONSULT" and "visit" not in m.mode and _is_half(m):
            m.actors = [*m.actors, *_partners(m, roles)]
        elif m.event == "CONSULT" and m.head.lemma_ in _MEDIATING and len(m.actors) == 1:
            m.actors = [*m.actors, *_mediated(m, found)]
    return found


_MEDIATING = frozenset({"mediate", "broker", "facilitate"})
_BETWEEN = frozenset({"RETREAT", "CONSULT", "AGREE", "CONCEDE", "SUPPORT", "COOPERATE"})
_NEAR = 250  # tokens


def _mediated(m: Mention, found: list[Mention]) -> list[Actor]:
    """ "Qatar mediated *the exchange*": between those of whom the story told it before."""
    mine = {side(a) for a in m.actors}
    for x in reversed([x for x in found if 0 < m.head.i - x.head.i < _NEAR and x.event in _BETWEEN]):
        others = {a.code: a for a in reversed((*x.actors, *x.recipients)) if a.code and side(a) not in mine}
        if len(others) > 1:
            return list(others.values())
    return []


def _is_half(m: Mention) -> bool:
    """Whether a noun for talks is told with one side only, as the one that they were held with."""
    sides = {side(a) for a in m.actors}
    if len(sides) != 1:
        return False
    if m.head.pos_ == "VERB" and any(c.dep_ in ("nsubj", *PASSIVE) and c.lower_ in _NOBODY for c in m.head.children):
        return True  # "nobody from this ministry has met the envoy"
    if m.head.pos_ != "NOUN":
        return False
    if any(c.dep_ == "poss" and c.i in _heads(m) for c in m.head.children):
        return False
    prepositions = {c.lower_ for t in (m.head, m.head.head) for c in t.children if c.dep_ == "prep"}
    return "with" in prepositions and not any(c.lower_ in _NOBODYS and _heads(m) & _below(c) for c in m.head.children)


def _heads(m: Mention) -> set[int]:
    return {a.head for a in m.actors}


def _below(preposition: Any) -> set[int]:
    return {o.i for o in preposition.children}


def _partners(m: Mention, roles: Roles) -> list[Actor]:
    """Who the other side is: the subject that a phrase at the head of its clause belongs to, else whoever says it."""
    told = {side(a) for a in m.actors}
    owner = [a for t in _subject_over(m.head) for a in roles.at(t)]
    spoken = [roles.for_all(a) for a in roles.speakers(enclosing(roles.article, m.head.idx))]
    for some in (owner, spoken):
        other = [a for a in some if a.code and a.sector in _OFFICIAL and side(a) not in told]
        if other:
            return other[:1]
    return []


def _subject_over(noun: Any) -> list[Any]:
    """The subject of the clause that a phrase opens: "After an hour with the envoy, *the minister* said"."""
    at = noun
    while at.dep_ in ("pobj", "prep", "advmod", "conj", "pcomp", "npadvmod") and at.head != at:
        at = at.head
    if at.pos_ not in ("VERB", "AUX") or at.i < noun.i:
        return []
    return [c for c in at.children if c.dep_ in ("nsubj", *PASSIVE) and c.i > noun.i]
