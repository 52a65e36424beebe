"""Whom a deed across a border concerns, by where it is done: the state whose village is shelled, to whose border troops go.

In: a telling of a deed without recipients and the events of its article. Out: the state that the place or the border belongs to beside
the doer's own; nothing where that leaves it open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from sayso.coding.extraction import Mention
from sayso.coding.parties import Roles
from sayso.coding.phrases import below
from sayso.coding.sides import side
from sayso.knowledge.states import OF_STATE, borders
from sayso.model import Actor
from sayso.resources import table


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("sayso.coding", "concerned.toml")["words"][name])


_FROM_AFAR = frozenset({"aerial", "drone", "heavy-weapons"})
_OWNING = frozenset({"amod", "compound", "poss", "nmod"})


def of_the_place(m: Mention, roles: Roles) -> Iterator[Actor]:
    """The state in which something is hit, delivered or placed: "bombed the barracks at Assab", "flew tents to Bam"."""
    codes = {a.code for a in m.actors if a.code}
    if m.place is None or m.place.country is None or m.place.lat is None:
        yield from (a for a in _whose_town(m, roles) if codes and a.code not in codes)
        return
    country = m.place.country
    if not codes or country in codes:
        return
    if len({side(a) for a in m.actors}) > 1 and not _FROM_AFAR & {*m.mode}:
        return  # who fight with one another there are both named
    known = [a for a in roles.article.actors if a.kind == "state" and a.code == country and a.sector == "GOV"]
    yield min(known, key=lambda a: abs(a.head - m.head.i), default=roles.state_of(m.place, m.head.i))


def _whose_town(m: Mention, roles: Roles) -> list[Actor]:
    """The state of a place that its own words give: "Malahit, the *Yemeni* town where they say jets bombed a market"."""
    clauses = [t for t in (m.head, *m.head.ancestors) if t.dep_ == "relcl"]
    inside = [
        o for p in below(m.head) if p.dep_ == "prep" and p.lower_ in _INSIDE for o in p.children if o.dep_ == "pobj"
    ]
    towns = [t.head for t in clauses if any(c.lower_ == "where" for v in (t, m.head) for c in v.children)] + inside
    for town in (x for t in towns for x in (t, *(c for c in t.children if c.dep_ == "appos"))):
        found = [a for c in town.children if c.dep_ in _OWNING for a in roles.at(c) or roles.of_place(c)]
        if found:
            return found
    return []


_INSIDE = frozenset({"in", "at", "near", "on", "outside", "to"})


def behind_the_border(m: Mention, roles: Roles, told: list[Mention]) -> Iterator[Actor]:
    """ "Moved troops to the border *with Ecuador*", "to the *Honduran* frontier", however the parser joins the words.

    A border of which nothing is said is with the neighbour that the article speaks of, rather one that takes part in its events.
    """
    lines = [t for t in below(m.head) if t.lemma_.lower() in _words("borders")]
    for line in lines:
        beside = [p for t in (line, m.head) for p in t.children if p.lower_ == "with" and p.i > line.i]
        named = [o for p in beside for o in p.children] + [c for c in line.children if c.dep_ in _OWNING]
        mine = {a.code for a in m.actors}
        found = [a for t in named for a in _of(t, roles) if a.code not in mine]
        if found:
            yield from found
            return
    if lines or any(t.lemma_.lower() in _words("borders") for t in m.sentence):
        yield from _neighbour(m, roles, told)


def _of(token: Any, roles: Roles) -> list[Actor]:
    return roles.at(token) or roles.of_place(token)


def _neighbour(m: Mention, roles: Roles, told: list[Mention]) -> Iterator[Actor]:
    codes = {a.code for a in m.actors if a.code}
    near = frozenset[str]().union(*(borders().get(c, frozenset()) for c in codes if c)) - codes
    taking_part = Counter(a.code for x in told for a in (*x.actors, *x.recipients) if a.code in near)
    named = Counter(
        a.code for a in roles.article.actors if a.code in near and (a.sector in OF_STATE or a.kind == "state")
    )
    for counted in (taking_part, named):
        if counted:
            most = max(counted.values())
            meant = [c for c, n in counted.items() if n == most]
            if len(meant) == 1:
                known = [a for a in roles.article.actors if a.code == meant[0] and a.kind == "state"]
                known = known or [a for a in roles.article.actors if a.code == meant[0] and a.sector in OF_STATE]
                if known:
                    yield min(known, key=lambda a: abs(a.head - m.head.i))
            return
