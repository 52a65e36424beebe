"""Whoever is expelled or deported is somebody else's: the consul whom Belarus sends home is no Belarusian.

In: the events of an article, each as its tellings. Out: the same, with recipients whose country was only taken from around them given that
of their own words, of who tells it, of the other side, or of the one other state that the article names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sayso.coding.enclosing import enclosing
from sayso.coding.extraction import Mention
from sayso.coding.parties import Roles
from sayso.knowledge import state_name
from sayso.model import Actor

_ABROAD = (("SANCTION", "expel"), ("COERCE", "deport"))
_PEOPLE = frozenset({"generic", "person", "pronoun", "organization"})


def with_foreigners(groups: list[list[Mention]], roles: Roles) -> list[list[Mention]]:
    """The events in which states send away those of others."""
    for group in groups:
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
