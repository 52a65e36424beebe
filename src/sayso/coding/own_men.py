"""Leaders who tell what their own men did: "Sheikh Ahmed said that *his men* had released the Italians", "tribesmen *of his*".

In: an annotated Article and an event's mentions. Out: for each such leader, by what claims call him, the side of those whom the story else
names as having done it; nothing where it names nobody else. And whether men are told of by no more than whose they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.coding.extraction import Mention
from sayso.coding.sides import side
from sayso.knowledge.states import OF_STATE, PEOPLE, state_name
from sayso.model import Actor, Article


def leaders(article: Article, group: list[Mention]) -> dict[str, str]:
    """By the leader's name, whose side he is on."""
    owned = {id(a): owner for m in group for a in m.actors if (owner := _owner(article, a)) is not None}
    if not owned:
        return {}
    others = [a for m in group for a in m.actors if id(a) not in owned and a.code and a.sector not in OF_STATE]
    named = next((_name(a) for a in others if a.kind in ("generic", "group")), None)
    return {o.identifier_text or o.text: named for o in owned.values()} if named is not None else {}


def _name(a: Actor) -> str:
    """The side of those who did it: people of a country are not that state."""
    own = a.identifier_text or a.text
    return own if a.sector in PEOPLE and side(a) == state_name(a.code or "") else side(a)


def is_somebodys(doc: Any, a: Actor) -> bool:
    """Whether men are only told as those of a person: "his men", "tribesmen of his"."""
    if a.kind != "generic" or a.sector in OF_STATE or a.head < 0:
        return False
    return any(doc[i].lower_ in ("his", "her", "my") for i in _possessives(doc[a.head]))


def _owner(article: Article, a: Actor) -> Actor | None:
    """The person whose men somebody is said to be."""
    if a.head < 0 or a.kind not in ("generic", "group"):
        return None
    heads = set(_possessives(article.parse[a.head]))
    if not heads:
        return None
    owner = next((x for x in article.actors if x.head in heads and x.kind in ("pronoun", "person")), None)
    if owner is None:
        return None
    return next((x for x in article.actors if x.entity == owner.entity and x.kind == "person"), None)


def _possessives(noun: Any) -> Iterator[int]:
    yield from (c.i for c in noun.children if c.dep_ == "poss")
    yield from (o.i for p in noun.children if p.lower_ == "of" for o in p.children if o.dep_ in ("pobj", "poss"))
