"""Who stands at the end of a frame's role paths: a mention, a collective's members, whoever says "we", a place's country.

In: an annotated Article and a frame's match. Out: the actors of each role.
"""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.coding.arguments import reach
from sayso.coding.enclosing import enclosing
from sayso.coding.frames import Path, classes
from sayso.coding.kinds_of_people import BODIES, FIRST_PERSON
from sayso.coding.phrases import contents
from sayso.coding.sides import side
from sayso.coding.triggers import Match, Surroundings
from sayso.knowledge import state_name
from sayso.model import Actor, Article, Attribution, Place

_UNKNOWN_NAMES = ("organization", "person")
_NO_SPEAKERS = ("collective", "pronoun")
_OF_A_DEED = ("by", "from")
_BESIDE = ("of", *_OF_A_DEED, "in", "with", "to", "against", "on")
_LIES = frozenset({"in", "near", "of", "inside", "outside", "around"})


class Roles:
    """Who stands at the end of a frame's role paths."""

    def __init__(self, article: Article, around: Surroundings) -> None:
        self.article = article
        self.around = around
        self.by_entity: dict[str, Actor] = {}
        for a in article.actors:
            if a.kind != "pronoun":
                self.by_entity.setdefault(a.entity, a)

    def fill(
        self, match: Match, alternatives: tuple[tuple[Path, ...], ...], taken: list[Actor], places: bool = False
    ) -> list[Actor]:
        """The actors of the first alternative that leads to any, without those already taken.

        With ``places``, a place's name stands for its country: "recalled its ambassador from Belgrade".
        """
        entities = {a.entity for a in taken}
        for joint in alternatives:
            found: list[Actor] = []
            for path in joint:
                for token in reach(match.head, path, match.parts):
                    for word in contents(token):
                        found += [
                            a
                            for a in self.at(word) or (self._country_of(word) if places else [])
                            if a.entity not in entities and a.entity not in {f.entity for f in found}
                        ]
            if found:
                return found
        return []

    def at(self, token: Any) -> list[Actor]:
        """The actors of a word: its own, a collective's members, or the one it belongs to ("Serbia's decision")."""
        own = [self.article.actors[n] for n in self.around.actors.get(token.i, [])]
        # A town's name that nothing else is known of is the town, whatever the parser takes it for, and where somebody goes the more.
        if token.i in self.around.places:
            own = [a for a in own if a.kind not in _UNKNOWN_NAMES or a.sector or (a.code and not _is_goal(token))]
        if not own:
            own = self._inside(token) or self._speaking(token) or self._that_vessel(token)
        if any(c.lower_ == "our" for c in token.children):
            own = [self._ours(a, token) for a in own]
        found: list[Actor] = []
        for a in own:
            members = [self.by_entity[e] for e in (a.members or self._shared(a)) if e in self.by_entity]
            found += members or ([a] if a.kind != "collective" else [])
        return found

    def _speaking(self, token: Any) -> list[Actor]:
        """Who is meant by the "we" of his own words."""
        if token.lower_ not in FIRST_PERSON:
            return []
        spoken = self.speakers(enclosing(self.article, token.idx))
        return [self._many(a) for a in spoken] if token.lower_ == "we" else spoken

    def _many(self, a: Actor) -> Actor:
        """The state for which a minister or spokesman says "we", or the union or movement."""
        name = state_name(a.code or "")
        if a.kind == "person" and a.side and a.sector in BODIES and a.side != name:
            named = [b for b in self.article.actors if b.identifier_text == a.side and b.kind not in _NO_SPEAKERS]
            body = named[0] if named else a
            return msgspec.structs.replace(body, code=body.code or a.code)
        if a.kind != "person" or a.sector != "GOV" or side(a) != name:
            return a
        entity = f"{name.casefold()}|{a.code}"
        own = self.by_entity.get(entity)
        return own or msgspec.structs.replace(
            a, kind="state", identifier_text=name, side=None, office=None, entity=entity
        )

    def speakers(self, sayings: list[Attribution]) -> list[Actor]:
        """The innermost source of what is told, where it is a party and no journalist."""
        if not sayings:
            return []
        speaker = self.by_entity.get(sayings[0].speaker_entity or "") or next(
            (a for a in self.article.actors for s in sayings[0].source if s.start <= a.start and a.end <= s.end), None
        )
        return [speaker] if speaker is not None and speaker.kind not in _NO_SPEAKERS and speaker.sector != "JRN" else []

    def _ours(self, a: Actor, token: Any) -> Actor:
        """ "Our envoy" is of the speaker's country, where nothing else says whose he is; a rebel's "our men" are his group."""
        speaker = next(iter(self.speakers(enclosing(self.article, token.idx))), None)
        if a.kind != "generic" or speaker is None:
            return a
        group = self.by_entity.get(f"{(speaker.side or '').casefold()}|{speaker.code}")
        if group is not None and group.kind == "group" and token.lemma_ in classes()["own_men"]:
            return group
        if a.code:
            return a
        return msgspec.structs.replace(a, code=speaker.code, side=speaker.side or speaker.identifier_text)

    def _shared(self, a: Actor) -> list[str]:
        """The members of a collective that somebody belongs to: "the two countries' ministers"."""
        if a.kind != "generic":
            return []
        owners = [c.i for c in self.article.parse[a.head].children if c.dep_ == "poss"]
        return next(
            (x.members for i in owners for n in self.around.actors.get(i, []) if (x := self.article.actors[n]).members),
            [],
        )

    def _country_of(self, word: Any) -> list[Actor]:
        """The country of a place as a party, or of what lies in it: "sites in northern Iraq"."""
        below = [o for p in word.children if p.dep_ == "prep" and p.lower_ in _LIES for o in p.children]
        return next((found for t in (word, *below) if (found := self.of_place(t))), [])

    def of_place(self, token: Any) -> list[Actor]:
        """The country of a named place as a party."""
        place = self.around.places.get(token.i)
        return [self.state_of(place, token.i)] if place is not None and place.country else []

    def named_state(self, code: str | None, at: int) -> Actor | None:
        """The mention of a state by its name that stands nearest to a token."""
        known = [a for a in self.article.actors if a.kind == "state" and a.code == code]
        return min(known, key=lambda a: abs(a.head - at), default=None)

    def nearest(self, code: str, at: int, sectors: frozenset[str]) -> Actor | None:
        """The mention nearest to a token of anybody of a country and of one of these sectors."""
        known = [a for a in self.article.actors if a.code == code and a.sector in sectors]
        return min(known, key=lambda a: abs(a.head - at), default=None)

    def state_of(self, place: Place, at: int) -> Actor:
        """The state that a place is in, as a party named there."""
        code = place.country or ""
        name = state_name(code)
        entity = f"{name.casefold()}|{code}"
        return Actor(
            place.start, place.end, place.text, name, None, code, "GOV", [], None, entity, "state", [], None, at
        )

    def _inside(self, token: Any) -> list[Actor]:
        if token.lower_ in ("those", "that") and token.pos_ == "PRON":  # "its officials and those of Sudan"
            whose = [o for p in token.children if p.lower_ == "of" for o in p.children if o.i in self.around.actors]
            return [a for o in whose for a in self._placed(o)]
        if token.pos_ not in ("NOUN", "PROPN"):
            return []
        for deps in (("poss",), ("compound", "nmod", "amod")):
            for c in token.children:
                if c.dep_ in deps and c.i in self.around.actors:
                    return self._placed(c)
        # Of a deed, who did it: whom it was done to stands behind the others ("a strike on a hospital").
        deed = token.lemma_.lower() in classes()["violence"]
        for p in token.children:
            if p.dep_ == "prep" and p.lower_ in (_OF_A_DEED if deed else _BESIDE):
                for o in p.children:
                    if o.dep_ == "pobj" and o.i in self.around.actors:
                        return self._placed(o)
        return []

    def _that_vessel(self, token: Any) -> list[Actor]:
        """ "The ship", "the vessel": of whatever state the last one was that the article named by its flag."""
        vessels = classes()["vessel"]
        if token.lemma_.lower() not in vessels or not any(c.lower_ in ("the", "that", "this") for c in token.lefts):
            return []
        before = (t for t in reversed(self.article.parse[: token.i]) if t.lemma_.lower() in vessels)
        flagged = ([self.article.actors[n] for n in self.around.actors.get(t.i, [])] or self._inside(t) for t in before)
        return next((found for found in flagged if any(a.code for a in found)), [])

    def _placed(self, token: Any) -> list[Actor]:
        """The actors of a word; a town of which nothing else is known is of its country."""
        place = self.around.places.get(token.i)
        country = place.country if place is not None else None
        return [
            msgspec.structs.replace(a, code=country) if country and not a.code and a.kind == "organization" else a
            for a in (self.article.actors[n] for n in self.around.actors[token.i])
        ]


def _is_goal(token: Any) -> bool:
    return bool(token.dep_ == "pobj" and token.head.lower_ in ("to", "into", "in", "near", "at"))
