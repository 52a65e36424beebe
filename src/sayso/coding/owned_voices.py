"""Speakers whom their own words tie to a fighting side: "the rebels' envoy in Oslo, Jon Aru", "Maoist commander Bimal", "the movement's
northern command", and ministries of somebody's government ("a report that his government's army had denied").

In: an annotated Article, an attribution and the actor who speaks by it. Out: the actor on the side of whoever owns his office; a town in
which he lives or a rank that soldiers have too makes him nobody else's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.coding.sides import AGAINST, side
from sayso.coding.voices import offices
from sayso.knowledge.states import OF_STATE, state_name
from sayso.model import Actor, Article, Attribution

_BRANCHES = frozenset(
    "front wing branch command bureau office council leadership unit brigade battalion column statement".split()
)
_OF = frozenset({"of", "for", "from"})


class OwnedVoices:
    """Whose the speakers of one article are."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.doc = article.parse
        self._by_head = {x.head: x for x in article.actors}
        self._main = {x.entity: x for x in reversed(article.actors) if x.kind != "pronoun"}
        fighters = {x.entity: x for x in article.actors if x.sector in AGAINST and x.kind in ("group", "generic")}
        self._fighters = list(fighters.values())
        self._owner: dict[str, Actor] = {}
        for x in article.actors:
            if x.kind in ("person", "organization", "generic") and x.entity not in self._owner:
                owner = next(self._owners(x.start, x.end), None)
                owner = self._titled(x) if owner is None and x.kind == "person" else owner
                if owner is not None:
                    self._owner[x.entity] = owner

    def of(self, a: Attribution, actor: Actor | None) -> Actor | None:
        """Who speaks, on the side of his owner where the text tells one."""
        if actor is None:
            owner = next((o for s in a.source for o in self._owners(s.start, s.end)), None)
            return (
                self._put(msgspec.structs.replace(owner, identifier_text=a.speaker), owner)
                if owner and a.speaker
                else None
            )
        owner = self._owner.get(actor.entity)
        if owner is None or owner.entity == actor.entity:
            return self._of_government(actor) if actor.kind == "organization" else actor
        return self._put(actor, owner)

    def _put(self, actor: Actor, owner: Actor) -> Actor:
        if side(actor) == side(owner) and actor.kind != "group":
            return actor
        return msgspec.structs.replace(
            actor, kind="person", code=owner.code, sector=owner.sector, identifier_id=None, side=side(owner)
        )

    def _owners(self, start: int, end: int) -> Iterator[Actor]:
        """The fighting sides that own an office among the words between two offsets, or a branch."""
        for t in self.doc.char_span(start, end, alignment_mode="expand") or ():
            if t.dep_ == "poss":
                over = t.head
            elif t.dep_ == "pobj" and t.head.lower_ in _OF:
                over = t.head.head
            else:
                continue
            x = self._by_head.get(t.i)
            owned = over.lemma_.lower() in offices() | _BRANCHES or (t.dep_ == "poss" and over.pos_ == "PROPN")
            if x is not None and owned and over.idx >= start and x.sector in AGAINST and x.kind != "person":
                owner = self._main.get(x.entity, x)
                if owner.kind in ("group", "generic"):
                    yield owner

    def _titled(self, x: Actor) -> Actor | None:
        """The fighters after whom somebody is titled: "*Maoist* commander Bimal", "*rebel* spokesman Jon Aru" where one side rebels."""
        words = x.text.split()
        name = (x.identifier_text or "").split()
        title = [w for w in words[:3] if w not in name and w.lower() not in ("the", "a")]
        if not title or not offices() & {w.lower() for w in words}:
            return None
        for f in self._fighters:
            if any(w[:1].isupper() and w in {v.removesuffix("s") for v in f.text.split()} for w in title):
                return self._main.get(f.entity, f)
        if title[0].lower() in ("rebel", "guerrilla", "separatist", "insurgent") and len(self._fighters) == 1:
            return self._main.get(self._fighters[0].entity, self._fighters[0])
        return None

    def _of_government(self, actor: Actor) -> Actor:
        """A body of the government of somebody whose state is told elsewhere: "*his government's* defence ministry"."""
        head: Any = self.doc[actor.head]
        owning = next((c for c in head.children if c.dep_ == "poss" and c.lemma_ == "government"), None)
        x = self._by_head.get(owning.i) if owning is not None else None
        whose = self._main.get(x.entity) if x is not None else None
        if whose is None or whose.kind != "person" or not whose.code or actor.sector not in OF_STATE:
            return actor
        return msgspec.structs.replace(actor, code=whose.code, side=state_name(whose.code))
