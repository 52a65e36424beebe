"""Whom a deed across a border concerns, by where it is done: the state whose village is shelled, to whose border troops go.

In: a telling of a deed without recipients and the events of its article. Out: the state that the place or the border belongs to beside
the doer's own; nothing where that leaves it open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from sayso.coding.arguments import objects
from sayso.coding.enclosing import enclosing
from sayso.coding.extraction import Mention
from sayso.coding.kinds_of_people import OUTLAWS
from sayso.coding.parties import Roles
from sayso.coding.phrases import below
from sayso.coding.sides import side
from sayso.knowledge import state_name
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
    yield _state(country, m, roles)


def _state(code: str, m: Mention, roles: Roles) -> Actor:
    """A state as the article names it nearest, else by the deed's place or by one of its own."""
    if (known := roles.named_state(code, m.head.i)) is not None:
        return known
    if m.place is not None and m.place.country == code:
        return roles.state_of(m.place, m.head.i)
    name = state_name(code)
    own = {"kind": "state", "sector": "GOV", "identifier_text": name, "office": None, "side": None}
    return msgspec.structs.replace(m.actors[0], entity=f"{name.casefold()}|{code}", **own)


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


def of_its_own(m: Mention, roles: Roles) -> Iterator[Actor]:
    """Whose a thing is that somebody of the country hits: the state's what rebels blow up, its people's what its forces shell."""
    codes, sectors = {a.code for a in m.actors}, {a.sector for a in m.actors}
    code = next(iter(codes), None)
    elsewhere = m.place is not None and m.place.country not in (None, code)
    afar = any(m.sentence.doc[a.head].head.lower_ == "from" for a in m.actors)  # "shells fired *from Syria*"
    if code is None or len(codes) > 1 or elsewhere or afar or len({side(a) for a in m.actors}) > 1:
        return
    things = _things(m)
    if not things:
        return
    peoples = any(t.lemma_.lower() in _words("of_people") for t in things)
    from_afar = (_FROM_AFAR | {"explosives", "destroy"}) & {*m.mode}
    if sectors <= OUTLAWS and not peoples:
        yield _state(code, m, roles)
    elif sectors <= OUTLAWS or (sectors <= OF_STATE and from_afar and _is_at_home(code, m, roles)):
        people = {"kind": "generic", "sector": "CVL", "identifier_text": "people", "entity": f"people|{code}|CVL"}
        yield msgspec.structs.replace(_state(code, m, roles), **people)


def _is_at_home(code: str, m: Mention, roles: Roles) -> bool:
    """Whether a deed is done in the doer's country: its place is there, or the article speaks of no other state."""
    if m.place is not None and m.place.country == code:
        return True
    return {a.code for a in roles.article.actors if a.code in borders()} <= {code}


def _things(m: Mention) -> list[Any]:
    """What a deed is done to, where that is named: "attacked a bar", "the bombing of a market"."""
    things = objects(m.head, ()) if m.head.pos_ == "VERB" else []
    words = [m.head, *(t for t in m.sentence if t.i in m.tokens)]
    things += [
        o for t in words for p in t.children if p.lower_ in ("on", "of", "at") for o in p.children if o.dep_ == "pobj"
    ]
    return [t for t in things if t.pos_ in ("NOUN", "PROPN") and t.i not in m.tokens]


def of_who_tells_it(m: Mention, roles: Roles) -> Iterator[Actor]:
    """The neighbour whose official says so: "Thailand has sent 300 soldiers to the hill, *Cambodia's defence ministry* said"."""
    codes = {a.code for a in m.actors if a.code}
    if len(codes) != 1 or not all(a.sector in OF_STATE or a.kind == "state" for a in m.actors):
        return
    for saying in enclosing(roles.article, m.head.idx):
        for a in roles.speakers([saying]):
            if a.sector in OF_STATE and a.code in borders().get(next(iter(codes)), ()):
                yield roles.named_state(a.code, m.head.i) or a
                return


def of_who_speaks_of_it(m: Mention, roles: Roles) -> Iterator[Actor]:
    """The state whose official speaks of what another did: "Denmark's recall of its ambassador was a mistake, *Iran* said"."""
    codes = {a.code for a in m.actors if a.code}
    if len(codes) != 1 or not all(a.sector in OF_STATE or a.kind == "state" for a in m.actors):
        return
    for saying in enclosing(roles.article, m.head.idx)[:1]:
        for a in roles.speakers([saying]):
            if a.sector in OF_STATE and a.code and a.code not in codes and state_name(a.code) != a.code:
                yield roles.named_state(a.code, m.head.i) or a
                return


def behind_the_border(m: Mention, roles: Roles, told: list[Mention]) -> Iterator[Actor]:
    """ "Moved troops to the border *with Ecuador*", "to the *Honduran* frontier", however the parser joins the words.

    A border of which nothing is said is with the neighbour that the article speaks of, rather one that takes part in its events.
    """
    facing = [o for t in below(m.head) if t.lower_ in _words("facing") for o in (*t.children, *_behind(t))]
    if faced := [a for t in facing for a in _of(t, roles) if a.code not in {b.code for b in m.actors}]:
        yield from faced
        return
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


def _behind(preposition: Any) -> list[Any]:
    """What stands behind "across *from*", "within sight *of*"."""
    return [o for p in preposition.children if p.dep_ == "prep" for o in p.children]


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
                known = roles.named_state(meant[0], m.head.i) or roles.nearest(meant[0], m.head.i, OF_STATE)
                if known is not None:
                    yield known
            return
