"""Who stands at the end of a frame's role paths: a mention, a collective's members, whoever says "we", a place's country.

In: an annotated Article and a frame's match. Out: the actors of each role.
"""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.coding.arguments import reach
from sayso.coding.enclosing import enclosing
from sayso.coding.frames import Path, classes
from sayso.coding.kinds_of_people import BODIES, is_first_person
from sayso.coding.marked import home, marks
from sayso.coding.phrases import NOBODY, contents, whose
from sayso.coding.scenes import names_a_blow
from sayso.coding.sides import HARMS, side
from sayso.coding.triggers import Match, Surroundings
from sayso.coding.weapons import beside, is_bare, is_shot, is_weapon, launchers
from sayso.knowledge import state_name
from sayso.knowledge.states import PEOPLE
from sayso.model import Actor, Article, Attribution, Place

_BOUND = frozenset({"loyal", "allied", "aligned", "answerable", "linked", "affiliated", "tied"})
_SEATS = frozenset({"seat", "stronghold", "bastion", "headquarters", "capital", "hometown"})
_STAFF = frozenset("employee staff staffer worker official driver volunteer guard member contractor personnel".split())
_WORLD = frozenset({"UNO", "NGO", "IGO", "EUR"})
_UNKNOWN_NAMES = ("organization", "person")
_NO_SPEAKERS = ("collective", "pronoun")
_OF_A_DEED = ("by", "from")
_COMING_OVER = frozenset({"raid", "incursion", "infiltration"})  # from a country, by whoever crosses its border
_BESIDE = ("of", *_OF_A_DEED, "in", "with", "to", "against", "on")
_LIES = frozenset({"in", "near", "of", "inside", "outside", "around"})


# Who may be anybody's, and what somebody does who has others do it for him.
_ANYBODY = frozenset({None, "CVL", "UAF", "CRM", "SPY", "ELI", "UNK"})
_SENDING = frozenset("send hire dispatch pay order employ recruit commission instruct".split())


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
                        if match.frame.event == "ASSAULT" and names_a_blow(word, self.around.places.get(word.i)):
                            continue
                        found += [
                            a
                            for a in self.at(word)
                            or (self._country_of(word) if places else [])
                            or (self._of_whom(word) if match.frame.event in HARMS else [])
                            if a.entity not in entities
                            and a.entity not in {f.entity for f in found}
                            and not (path == _UNTIL and a.sector in PEOPLE)
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
            own = self._inside(token) or self._speaking(token) or self._that_vessel(token) or self._all_of_them(token)
        if all(a.kind == "generic" and a.sector in _ANYBODY for a in own):
            own = self._sent_by(token) or self._loyal_to(token) or self._whose(token) or own
        own = [self._marked(a, token) for a in own]
        if is_weapon(token) and is_bare(token, self.around.actors):
            own = self._armed_with(token, own)
        if any(c.lower_ == "our" for c in token.children):
            own = [self._ours(a, token) for a in own]
        found: list[Actor] = []
        for a in own:
            members = [self.by_entity[e] for e in (a.members or self._shared(a)) if e in self.by_entity]
            found += members or ([a] if a.kind != "collective" else [])
        return found

    def _sent_by(self, token: Any) -> list[Actor]:
        """Who stands behind people of whom only that is known: "two men sent by the Mossad", "gunmen hired by the secret service"."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return []
        beside = [o for p in token.children if p.dep_ == "prep" and p.lower_ in ("on", "in") for o in p.children]
        for t in (token, *beside):
            for verb in (c for c in t.children if c.dep_ == "acl" and c.lemma_ in _SENDING):
                behind = [
                    o for by in verb.children if by.dep_ in ("agent", "prep") and by.lower_ == "by" for o in by.children
                ]
                found = [a for o in behind if o.dep_ == "pobj" for a in self.at(o)]
                if found:
                    return found
        return []

    def _marked(self, a: Actor, token: Any) -> Actor:
        """Somebody whom only the story places, of the state whose flag he flies or of the town that he is said to be from."""
        if a.kind == "generic" and (body := self._employer(token)) is not None:
            return msgspec.structs.replace(a, code=body.code, side=side(body))
        if a.kind != "generic" or a.side:
            return a
        under = [b for m in marks(token) for n in self.around.actors.get(m.i, []) if (b := self.article.actors[n]).code]
        where = home(token)
        if not under and where is not None:
            under = self.of_place(where)
        if not under or under[0].code == a.code:
            return a
        return msgspec.structs.replace(a, code=under[0].code, side=state_name(under[0].code or ""))

    def _employer(self, token: Any) -> Actor | None:
        """The world body whose staff people are, whatever their passport: "nine Yemeni employees of *United Nations agencies*"."""
        if token.lemma_ not in _STAFF:
            return None
        bodies = [o for p in token.children if p.lower_ in ("of", "for", "with", "from") for o in p.children]
        found = [self.article.actors[n] for o in bodies for n in self.around.actors.get(o.i, [])]
        return next((b for b in found if b.code in _WORLD), None)

    def _loyal_to(self, token: Any) -> list[Actor]:
        """Whose armed men they are of whom only that is known: "gunmen *loyal to President Saleh*"."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return []
        bound = [
            c for c in token.children if c.dep_ in ("amod", "acl", "relcl") and c.lower_ in _BOUND and c.i > token.i
        ]
        found = [
            o for t in bound for p in t.children if p.lower_ in ("to", "with") for o in p.children if o.dep_ == "pobj"
        ]
        return [a for o in found for a in self.at(o) if a.code or a.kind == "group"]

    def _whose(self, token: Any) -> list[Actor]:
        """The group of "the movement *whose men* stormed the post"."""
        over = whose(token) if token.lemma_.lower() in classes()["own_men"] else None
        return [a for a in self.at(over) if a.kind == "group"] if over is not None else []

    def _armed_with(self, weapon: Any, own: list[Actor]) -> list[Actor]:
        """Whose a weapon is that no word of its own gives to anybody; one that is sent across to others is not the country's it hits."""
        if any(a.kind != "generic" for a in own):
            return own
        first = beside(weapon)
        behind = [a for t in launchers(weapon) for a in self.at(t)] or (self.at(first) if first is not None else [])
        return behind or ([] if is_shot(weapon) else own)

    def _speaking(self, token: Any) -> list[Actor]:
        """Who is meant by the "we" of his own words, and by the "our" of "burned *our* huts"."""
        if not is_first_person(token) and not self._is_own_thing(token):
            return []
        spoken = self.speakers(enclosing(self.article, token.idx))
        return [self.for_all(a) for a in spoken] if token.lower_ in ("we", "our") else spoken

    def _is_own_thing(self, token: Any) -> bool:
        """Whether a word gives a thing to who speaks: "*our* huts"; "our consul" is somebody himself."""
        return token.dep_ == "poss" and token.lower_ in ("our", "my") and token.head.i not in self.around.actors

    def for_all(self, a: Actor) -> Actor:
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
        children = list(self.article.parse[a.head].children)
        owners = [c.i for c in children if c.dep_ == "poss"]
        owners += [o.i for p in children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"]
        named = [self.article.actors[n] for i in owners for n in self.around.actors.get(i, [])]
        each = [x.entity for x in named if x.kind == "generic"]  # "the two armies", one of each state
        return next((x.members for x in named if x.members), each if len(set(each)) > 1 else [])

    def _of_whom(self, nobody: Any) -> list[Actor]:
        """Those of whom it is said that none did something: "nobody in Caracas", "none of its soldiers"."""
        if nobody.lower_ not in _NOBODY:
            return []
        held = [o for p in nobody.children if p.lower_ in ("in", "of", "at", "from", "among") for o in p.children]
        return next((found for o in held if (found := self.at(o) or self.of_place(o))), [])

    def _country_of(self, word: Any) -> list[Actor]:
        """The country of a place as a party, or of what lies in it: "sites in northern Iraq", but not "talks in Geneva"."""
        met = word.lemma_.lower() in classes()["meeting"]
        below = [o for p in word.children if p.dep_ == "prep" and p.lower_ in _LIES and not met for o in p.children]
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
                if c.dep_ in deps and c.i in self.around.actors and not names_a_blow(c, self.around.places.get(c.i)):
                    beside = [k for k in c.conjuncts if k.i in self.around.actors and k.i < token.i]
                    return [a for k in (c, *beside) for a in self._placed(k)]  # "Russian and Ukrainian guns"
        for c in (m for m in marks(token) if m.i in self.around.actors):
            return self._placed(c)
        for c in token.children:
            if c.dep_ == "appos" and c.i > token.i and (called := self.at(c)):
                return called  # "the Sea Champion, a Greek-flagged ship", "Mekelle, the seat of the rebels"
        # Of a deed, who did it: whom it was done to stands behind the others ("a strike on a hospital").
        deed = token.lemma_.lower() in classes()["violence"]
        for p in token.children:
            ways = _BESIDE if not deed else ("by",) if token.lemma_.lower() in _COMING_OVER else _OF_A_DEED
            if p.dep_ == "prep" and p.lower_ in ways:
                for o in p.children:
                    if o.dep_ == "pobj" and o.i in self.around.actors:
                        return self._placed(o)
                    if o.dep_ == "pobj" and o.i in self.around.places and p.lower_ in ("in", "of"):
                        seat = [c for c in o.children if c.dep_ == "appos" and c.lemma_ in _SEATS]
                        if found := [a for c in seat for a in self.at(c)]:
                            return found  # "a playground in Mekelle, the seat of the rebels"
        return []

    def _that_vessel(self, token: Any) -> list[Actor]:
        """ "The ship", "the vessel": of whatever state the last one was that the article named by its flag."""
        vessels = classes()["vessel"]
        if token.lemma_.lower() not in vessels or not any(c.lower_ in ("the", "that", "this") for c in token.lefts):
            return []
        before = (t for t in reversed(self.article.parse[: token.i]) if t.lemma_.lower() in vessels)
        flagged = ([self.article.actors[n] for n in self.around.actors.get(t.i, [])] or self._inside(t) for t in before)
        return next((found for found in flagged if any(a.code for a in found)), [])

    def _all_of_them(self, token: Any) -> list[Actor]:
        """ "Gunmen abducted four observers; *all* were set free": the people last told of to whom something was done."""
        if token.lower_ not in ("all", "both") or token.dep_ != "nsubjpass" or any(token.children):
            return []
        start = token.sent.start if token.i > token.sent.start + 1 else max(token.i - 1, 0)
        before = [a for a in self.article.actors if self.article.parse[start].sent.start <= a.head < token.i]
        done_to = [
            a for a in before if self.article.parse[a.head].dep_ in ("dobj", "nsubjpass") and a.kind == "generic"
        ]
        return [done_to[-1]] if done_to and self.article.parse[done_to[-1].head].tag_ in ("NNS", "NNPS") else []

    def _placed(self, token: Any) -> list[Actor]:
        """The actors of a word; a town of which nothing else is known is of its country."""
        place = self.around.places.get(token.i)
        country = place.country if place is not None else None
        return [
            msgspec.structs.replace(a, code=country) if country and not a.code and a.kind == "organization" else a
            for a in (self.article.actors[n] for n in self.around.actors[token.i])
        ]


_UNTIL = ("when", "subj")  # "would not talk until *the government* yields", but not "until the hostages are free"
_NOBODY = NOBODY | {"one", "somebody", "someone"}


def _is_goal(token: Any) -> bool:
    return bool(token.dep_ == "pobj" and token.head.lower_ in ("to", "into", "in", "near", "at"))
