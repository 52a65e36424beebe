"""Whoever is expelled or deported is somebody else's: the consul whom Belarus sends home is no Belarusian; whoever is jailed abroad is
jailed by the state where it is done.

In: the events of an article, each as its tellings. Out: the same, with recipients whose country was only taken from around them given that
of their own words, of who tells it, of the other side, or of the one other state that the article names; and with the state as the doer of
arrests of foreigners in it, and of their release from its prisons, that nobody else is said to have done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sayso.coding.enclosing import enclosing
from sayso.coding.extraction import Mention
from sayso.coding.kinds_of_people import OUTLAWS
from sayso.coding.parties import Roles
from sayso.knowledge import state_name
from sayso.model import Actor

_ABROAD = (("SANCTION", "expel"), ("COERCE", "deport"))
_PEOPLE = frozenset({"generic", "person", "pronoun", "organization"})


def with_foreigners(groups: list[list[Mention]], roles: Roles) -> list[list[Mention]]:
    """The events in which states send away those of others."""
    for group in groups:
        if "release" in group[0].mode:
            _sent_home(group, roles)
        if not any((group[0].event, mode) in _ABROAD for mode in group[0].mode):
            continue
        told_by = {a.code for m in group for s in enclosing(roles.article, m.head.idx) for a in roles.speakers([s])}
        mine = {a.code for m in group for a in m.actors if a.code} or (told_by - {None})
        theirs = [a for m in group for a in m.recipients]
        if len(mine) != 1 or not theirs or any(a.code not in (None, *mine) for a in theirs):
            continue
        code = next(iter(mine))
        whose = next((c for c in _whose(group, groups, roles) if c != code), None)
        if whose is not None and all(a.kind in _PEOPLE for a in theirs):
            for m in group:
                m.recipients = [_of(a, whose) for a in m.recipients]
    return groups


def _sent_home(group: list[Mention], roles: Roles) -> None:
    """Give captives let go *to Italy* that country, where no word of their own says whose they are."""
    mine = {a.code for m in group for a in m.actors}
    for m in group:
        goals = [o for t in m.head.subtree if t.lower_ == "to" and t.dep_ == "prep" for o in t.children]
        codes = {a.code for o in goals for a in roles.at(o) or roles.of_place(o) if a.kind == "state"} - mine
        if len(codes) == 1 and all(a.kind == "generic" and a.code in mine | {None} for a in m.recipients):
            code = next(iter(codes))
            heads = [roles.article.parse[a.head] for a in m.recipients]
            if code and not any(c.dep_ in _OWN_WORDS and c.ent_type_ for h in heads for c in h.children):
                m.recipients = [_of(a, code) for a in m.recipients]


_OWN_WORDS = frozenset({"amod", "compound", "poss", "nmod"})


def with_jailers(groups: list[list[Mention]], roles: Roles) -> list[list[Mention]]:
    """The events in which the state that foreigners are held in is who holds them: "five Colombians detained in Venezuela"."""
    for group in groups:
        lead = group[0]
        jailed = "arrest" in lead.mode or ("release" in lead.mode and any(m.lemmas & _PRISONS for m in group))
        place = next((m.place for m in group if m.place is not None and m.place.country), None)
        captives = [a for m in group for a in m.recipients]
        if not jailed or not captives or any(m.actors or m.definite for m in group):
            continue
        holders = [roles.state_of(place, lead.head.i)] if place is not None else _whose_prison(group, roles)
        if holders and all(a.code and a.code != holders[0].code and a.sector not in OUTLAWS for a in captives):
            lead.actors = holders[:1]
    return groups


def _whose_prison(group: list[Mention], roles: Roles) -> list[Actor]:
    """The state of "an *Eritrean* jail"."""
    prisons = [t for m in group for t in (roles.article.parse[i] for i in m.tokens) if t.lemma_ in _PRISONS]
    return [a for t in prisons for c in t.children if c.dep_ in _OWN_WORDS for a in roles.at(c) if a.kind == "state"]


_PRISONS = frozenset({"prison", "jail", "custody", "detention", "cell", "sentence"})


def _of(a: Actor, code: str) -> Actor:
    own = f"{(a.identifier_text or a.text).casefold()}|{code}" + ("" if a.kind == "person" else f"|{a.sector or ''}")
    return msgspec.structs.replace(a, code=code, side=state_name(code), entity=own)


def _whose(group: list[Mention], groups: list[list[Mention]], roles: Roles) -> Iterator[str]:
    """The countries that people sent away may be of, the likeliest first."""
    doc, around, every = roles.article.parse, roles.around, roles.article.actors
    for m in group:
        for a in m.recipients:
            yield from _states(
                every[n] for t in doc[a.head].subtree for n in around.actors.get(t.i, []) if every[n] != a
            )
    for m in group:
        for saying in enclosing(roles.article, m.head.idx):
            start = min((s.start for s in saying.source), default=-1)
            yield from _states(a for a in every if a.start <= start < a.end)
    mine = {a.code for m in group for a in m.actors}
    for other in groups:
        codes = {p.code for m in other for p in (*m.actors, *m.recipients)}
        if other is not group and mine & codes:
            yield from _states(p for m in other for p in (*m.actors, *m.recipients))
    named = {a.code for a in every if a.kind == "state"} - mine
    if len(named) == 1:
        yield from _states(a for a in every if a.kind == "state" and a.code in named)


def _states(actors: Iterable[Actor]) -> Iterator[str]:
    for a in actors:
        if a.code and state_name(a.code) != a.code:
            yield a.code
