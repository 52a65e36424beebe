"""Who speaks, leads and sits at the table for fighters: "the rebels' spokesman", "a rebel commander", "the militia's delegation".

In: a parse and the mentions with their coreference. Out: those people and bodies on the side of the fighters they belong to, the
group by its name where the article gives one.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agent, agents, spelled
from sayso.model import Actor

_TITLE = 4  # words before a name
_BANDS = frozenset({"REB", "PRM", "SEP", "CRM"})


def of_bands(doc: Any, mentions: list[Actor]) -> None:
    """Put whoever belongs to fighters on their side; a body that stands for its owner is the fighters themselves."""
    fighters = [m for m in mentions if m.kind in ("group", "generic") and m.sector in _BANDS]
    by_head = {m.head: m for m in fighters}
    for m in mentions:
        if m.kind not in ("generic", "organization", "state", "person") or m.head < 0:
            continue
        token = doc[m.head]
        roles = [token, *(c for c in token.children if c.dep_ == "appos")] if m.kind == "person" else [token]
        for role in roles:
            owner = _owner(role, m, by_head) or _named_before(role, m, fighters)
            if owner is None or owner.entity == m.entity:
                continue
            noun = agent(spelled(doc[max(0, role.i - 2) : role.i + 1]), role.lemma_.lower())
            if noun is not None and noun.owner and m.kind != "person":
                _be(m, owner)
            elif (noun is not None or m.kind == "person") and m.kind != "state" and m.side is None:
                m.side, m.code, m.sector = owner.side or owner.identifier_text, owner.code, owner.sector
            break


def _owner(role: Any, m: Actor, by_head: dict[int, Actor]) -> Actor | None:
    """The fighters in the possessive before a role."""
    return next(
        (by_head[c.i] for c in role.children if c.dep_ == "poss" and c.i in by_head and by_head[c.i] is not m), None
    )


def _named_before(role: Any, m: Actor, fighters: list[Actor]) -> Actor | None:
    """The fighters of "a rebel spokesman": the only group of that kind that the article tells of, or those it calls rebels."""
    before = role.doc[max(role.left_edge.i, role.i - _TITLE) : role.i]
    kinds = {c.lemma_.lower() for c in before if c.dep_ in ("compound", "amod") and role in (c.head, c.head.head)}
    kinds = {k for k in kinds if (known := agents().get(k)) is not None and known.sector in _BANDS}
    if not kinds:
        return None
    alike = [f for f in fighters if f is not m and m.sector in (None, f.sector) and m.code in (None, f.code)]
    groups = {f.entity: f for f in alike if f.kind == "group"}
    if groups:
        return next(iter(groups.values())) if len(groups) == 1 else None
    doc = role.doc
    return next((f for f in alike if f.kind == "generic" and doc[f.head].lemma_.lower() in kinds), None)


def _be(m: Actor, owner: Actor) -> None:
    m.identifier_text, m.identifier_id, m.entity, m.kind = (
        owner.identifier_text,
        owner.identifier_id,
        owner.entity,
        owner.kind,
    )
    m.code, m.sector, m.other_sectors = owner.code, owner.sector, owner.other_sectors
    m.side, m.office, m.members = owner.side, None, []
