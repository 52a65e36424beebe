"""The parties of a merged event: what several reports call them, each once.

In: the reports of one event. Out: its actors and recipients; a party that is only part or another name of one with a name of its
own is left to that one, and one told on both sides stands where more reports put it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from sayso.knowledge.states import is_private, of_nationals, state_name
from sayso.ledger.facts import RECIPROCAL, Who, folded, head_words, is_described, is_where, stems, who_of
from sayso.ledger.matching import fit, unnamed_armed
from sayso.ledger.rules import rules
from sayso.model import Claim, Event, Location, Party

_ONE = 0.6
_NAME = re.compile(r"[^\W\d_a-z][\w'-]+(?: [^\W\d_a-z][\w'-]+)*")  # capitalized words in a row


class _Seat(msgspec.Struct):
    party: Party
    who: Who
    texts: set[int]
    first: int


def parties(events: list[tuple[Event, int]]) -> tuple[list[Party], list[Party]]:
    """Actors and recipients over events, each with the text that tells it, in canonical order."""
    mutual = events[0][0].event[0] in RECIPROCAL and "visit" not in events[0][0].mode and not _one_way(events)
    seen = [(p, who_of(p), text) for e, text in events for p in e.actor]
    met = [(p, who_of(p), text) for e, text in events for p in e.recipient if not is_where(p, e.event_loc)]
    met = met or [(p, who_of(p), text) for e, text in events for p in e.recipient]
    if mutual:  # the town where two others met is no third party
        elsewhere = [(p, who_of(p), text) for e, text in events for p in e.actor if not is_where(p, e.event_loc)]
        seen = elsewhere if len({w.side for _, w, _ in elsewhere}) > 1 else seen
    who, whom = _seats(seen), _seats(met)
    if mutual:
        return [s.party for s in _without_parts(_joined(who, whom))], []
    who, whom = _one_side(who, whom)
    return [s.party for s in _without_parts(who)], [s.party for s in _without_parts(whom)]


def _one_way(events: list[tuple[Event, int]]) -> bool:
    """Whether most who tell of a cooperation or promise say whose it is to whom: "extradited him to Spain", "promised Aden generators"."""
    if events[0][0].event[0] not in _GIVEN:
        return False
    directed = sum(1 for e, _ in events if e.actor and e.recipient)
    return directed > sum(1 for e, _ in events if len(e.actor) > 1 and not e.recipient)


_GIVEN = frozenset({"COOPERATE", "AGREE"})


def struck(actors: list[Party], recipients: list[Party], place: Location | None) -> list[Party]:
    """The recipients without the town where it happened, unless another country's party struck it."""
    foreign = {p.code for p in actors if p.code}
    return [p for p in recipients if not is_where(p, place) or foreign - {p.code}]


def sides(kind: str, actors: list[Party], recipients: list[Party]) -> set[str]:
    """The names of the sides whose word makes a status: those with a code; without actors, only who was acted on."""
    apart = kind in RECIPROCAL and len({p.code for p in (*actors, *recipients) if p.code}) == 1
    if apart:  # a ministry that meets a union speaks for itself alone
        return {_side(p) for p in (*actors, *recipients) if p.code}
    marching = [p for p in actors if kind == "PROTEST" and p.identifier_text == "people"]
    abroad = of_nationals(actors, recipients) if kind not in RECIPROCAL else set()
    among = _speaking(actors, recipients, abroad)
    actors, recipients = [*_spoken_for(actors, among), *marching], _spoken_for(recipients, among)
    if kind not in (*RECIPROCAL, "SUPPORT") and not actors:
        return {_side(p) for p in recipients}
    acting = {_side(p) for p in actors if _heard(p, abroad)}
    found = acting | {_side_apart(p, acting) for p in recipients if _heard(p, abroad)} | abroad
    led = {**_crowds(actors), **_crowds(recipients)}
    return {led.get(side, side) for side in found}


def _speaking(actors: list[Party], recipients: list[Party], abroad: set[str]) -> set[str]:
    """The codes of the states between which it is, two or more: each speaks for its people, on whichever side of the deed they are."""
    state = rules().sectors["state"] - {""}
    codes = {p.code for p in (*actors, *recipients) if p.code and p.sector in state}
    codes |= {p.code for p in recipients if p.code and state_name(p.code) in abroad}
    return codes if len(codes) > 1 else set()


def _crowds(parties: list[Party]) -> dict[str, str]:
    """The sides that stand together as people of one country, each with the one that speaks: their union, else the first told of."""
    crowds: dict[str, list[Party]] = {}
    codes = {p.code for p in parties if p.code}
    for p in parties:
        code = p.code or (min(codes) if len(codes) == 1 else None)
        if code and (_are_people(p) or is_league(_side(p))):
            crowds.setdefault(code, []).append(p)
    led: dict[str, str] = {}
    for crowd in crowds.values():
        named = [_side(p) for p in crowd]
        led |= dict.fromkeys(named, next((n for n in named if is_league(n)), named[0]))
    return led


def _are_people(p: Party) -> bool:
    """Whether a party is a number of people without a name of their own: "teachers", "its members"."""
    words = head_words(p.identifier_text or p.entity_text)
    several = any(w.endswith("s") or w in ("people", "men", "women", "youth") for w in words[-1:])
    nameless = several and (len(words) == 1 or words[-1].islower()) and not (p.office or p.identifier_id)
    return nameless and (words[-1] in ("members", "supporters") or p.sector in rules().sectors["people"] - {"REF"})


def is_league(name: str) -> bool:
    """Whether a name is that of a union, a party or the like, which speaks for its members."""
    words = name.split()
    acronym = any(len(w) > 2 and w.isupper() and w.isalpha() for w in words)
    return acronym or not rules().speakers["leagues"].isdisjoint(folded(name).split())


def _heard(p: Party, abroad: set[str]) -> bool:
    """Whether a party has a word of its own: of a country, and not people for whom their state speaks."""
    return bool(p.code) and not (is_private(p) and state_name(p.code or "") in abroad)


def _side_apart(p: Party, acting: set[str]) -> str:
    """Whose word is a recipient's: one on whom his own state acts speaks for himself."""
    found = _side(p)
    return p.side if found in acting and p.office and p.side else found


def _spoken_for(parties: list[Party], among: set[str]) -> list[Party]:
    """The parties without people for whom their state speaks: nameless ones where it is a party itself, any where it is one of several."""
    state, people = rules().sectors["state"] - {""}, rules().sectors["people"] - {""}
    speaking = {p.code for p in parties if p.code and p.sector in state}

    def alone(p: Party) -> bool:
        if p.sector not in people or p.code in among:
            return p.sector not in people
        return p.code not in speaking or (who_of(p).proper and who_of(p).side == who_of(p).name)

    parties = [
        p for p in parties if p.identifier_text != "people"
    ]  # those who died, and those who mourn them, are no side
    return [p for n, p in enumerate(parties) if alone(p) and not any(_are_fighters_of(p, q) for q in parties[:n])]


def _nameless(p: Party) -> bool:
    """Whether fighters have no group's name: "the Donetsk separatists"."""
    words = p.entity_text.split()
    crowd = len(words) == 1 and words[0].endswith("s") and p.sector in rules().sectors["people"]  # "Nurses"
    armed = p.sector in rules().sectors["armed"]
    return not p.identifier_id and (
        crowd or (is_described(p.entity_text) if armed else bool(words) and words[-1].islower())
    )


def _are_fighters_of(p: Party, other: Party) -> bool:
    """Whether fighters without a name are those of one named before: "one of the separatists' units", "separatist fighters"."""
    armed = rules().sectors["armed"]
    if p.sector not in armed or other.sector not in armed or p.code != other.code or not _nameless(p):
        return False
    stems = [{w[:6] for w in folded(x.identifier_text or x.entity_text).split()} for x in (p, other)]
    return bool(stems[0] & stems[1])


_UN = "United Nations"


class Speakers:
    """Whom an office speaks for that no state is named with: by the states that take part in an event."""

    def __init__(self, actors: list[Party], recipients: list[Party]) -> None:
        state = rules().sectors["state"] - {""}
        self._sides: dict[str, str] = {}
        acting = {_side(p) for p in actors if p.code}
        self._apart = {p.office: p.side for p in recipients if p.office and _side_apart(p, acting) != _side(p)}
        self._parties = {_side(p) for p in (*actors, *recipients)} | set(self._apart.values())
        for p in (*actors, *recipients):
            if p.code and p.sector in state:
                self._sides.setdefault(p.code, _side(p))
        crowds = {*rules().sectors["armed"], *(rules().sectors["people"] - {""})}
        self._fighters = {
            _side(p): stems(folded(" ".join(head_words(p.identifier_text or p.entity_text))))
            for p in (*actors, *recipients)
            if p.sector in crowds and _nameless(p)
        }
        self._bands = {
            _side(p) for p in (*actors, *recipients) if p.sector in rules().sectors["armed"] and _nameless(p)
        }
        self._of_kind: dict[str, set[str]] = {}
        for p in (*actors, *recipients):
            self._of_kind.setdefault(p.sector or "", set()).add(_side(p))
        self._un = {_side(p) for p in (*actors, *recipients) if p.code == "UNO"}
        self._states = {state_name(p.code) for p in (*actors, *recipients) if p.code}
        self._led = {**_crowds(actors), **_crowds(recipients)}
        people = set(self._led.values())
        self._people = people.pop() if len(people) == 1 else None
        only = next(iter(self._sides), None)
        self._only = only if len(self._sides) == 1 and any(p.code == only for p in actors) else None

    def placed(self, c: Claim) -> Claim:
        """The claim with the side of its source, where that is an office of a state that takes part, or a union of the people who do."""
        found = self._state(c)
        side = found.side or ""
        if side in self._led:
            return msgspec.structs.replace(found, side=self._led[side])
        if self._people and side not in self._parties | self._states and (is_league(found.source) or is_league(side)):
            return msgspec.structs.replace(found, side=self._people)
        return found

    def _state(self, c: Claim) -> Claim:
        if c.side is None and not rules().speakers["institutions"] & set(folded(c.source).split()):
            return c  # the author, or officials who would not be named: nobody's word but their own
        if c.side not in self._parties and (
            own := next((s for o, s in self._apart.items() if o and (c.side or "").endswith(o)), None)
        ):
            return msgspec.structs.replace(c, side=own)  # "the prime minister" of one article is named in another
        short = (c.side or "").split()
        if len(short) == 1 and short[0].islower() and c.side not in self._parties:
            longer = [s for s in self._parties if s.lower().split()[-1] == short[0]]
            if len(longer) == 1:
                return msgspec.structs.replace(c, side=longer[0])  # "the union" is the "Academic Staff Union"
        if c.side == _UN and c.side not in self._parties and len(self._un) == 1:
            return msgspec.structs.replace(c, side=next(iter(self._un)))  # "the UN agency" is the World Food Programme
        said_by = (c.source, c.side or "") if c.side not in self._states else ()
        words = {w[:6] for x in said_by for w in folded(x).split()}
        loose = c.side in (None, c.source) or c.side in self._bands or not {c.side, c.source} & self._parties
        if loose and (same := [s for s, own in self._fighters.items() if own & words]):
            return msgspec.structs.replace(c, side=same[0])  # "the Donetsk separatists" are the "separatist fighters"
        if (
            c.side not in (None, c.source)
            or c.side in self._parties  # a group named after an army and a country speaks for itself
            or not rules().speakers["bodies"] & set(folded(c.source).split())
        ):
            return c
        named = _countries(c.source)
        kinds = {k for w in folded(c.source).split() if (k := rules().speakers_of.get(w)) is not None}
        bodies = set().union(*(self._of_kind.get(k, set()) for k in kinds))
        if not named and len(bodies) == 1:  # "the national police" are the police who made the arrest
            return msgspec.structs.replace(c, side=next(iter(bodies)))
        code = self._only if not named else next(iter(named)) if len(named) == 1 else None
        side = self._sides.get(code or "")
        return msgspec.structs.replace(c, side=side) if side else c


@lru_cache(maxsize=4096)
def _countries(source: str) -> frozenset[str]:
    """The countries of the places that a source is named with."""
    from sayso.knowledge.gazetteer import gazetteer

    names = (name for name in _NAME.findall(source) if name.casefold() not in rules().speakers["bodies"])
    found = (gazetteer().lookup(name) for name in names)
    return frozenset(str(entries[0].country) for entries in found if entries and entries[0].country)


def _side(p: Party) -> str:
    """Whose word is the party's: a teacher's nationality does not make his state a party."""
    own = p.identifier_text or p.entity_text
    ship = rules().speakers["vessels"] & set(folded(p.entity_text).split())
    if p.sector and p.sector in rules().sectors["people"]:
        led = p.side if p.side and p.side != own and p.side != state_name(p.code or "") else None  # a company's chief
        return state_name(p.code) if ship and p.code else led or own
    nobodys = p.side in (None, own, p.entity_text) and not p.identifier_id and p.sector in rules().sectors["bodies"]
    return state_name(p.code) if nobodys and p.code else p.side or own


def _seats(found: Iterable[tuple[Party, Who, int]]) -> list[_Seat]:
    seats: dict[tuple[str, str, str], _Seat] = {}
    for n, (party, who, text) in enumerate(found):
        seat = seats.setdefault((who.name, who.code, who.sector), _Seat(party, who, set(), n))
        seat.texts.add(text)
    return list(seats.values())


def _joined(a: list[_Seat], b: list[_Seat]) -> list[_Seat]:
    made = {(s.who.name, s.who.code, s.who.sector): s for s in a}
    for s in b:
        key = (s.who.name, s.who.code, s.who.sector)
        if key in made:
            made[key].texts |= s.texts
        else:
            made[key] = s
    return list(made.values())


def _one_side(who: list[_Seat], whom: list[_Seat]) -> tuple[list[_Seat], list[_Seat]]:
    here = {s.who.name: len(s.texts) for s in who}
    there = {s.who.name: len(s.texts) for s in whom}
    return (
        [s for s in who if here[s.who.name] >= there.get(s.who.name, 0)],
        [s for s in whom if there[s.who.name] > here.get(s.who.name, 0)],
    )


def _without_parts(seats: list[_Seat]) -> list[_Seat]:
    """Without those that are part of, or less exactly named than, one that stays; the best told first decides."""
    ranked = sorted(
        seats,
        key=lambda s: (bool(s.who.code), s.who.proper, bool(s.who.sector), _is_side(s), len(s.texts), -s.first),
        reverse=True,
    )
    kept: list[_Seat] = []
    for s in ranked:
        home = next((k for k in kept if _part(s, k)), None)
        if home is None:
            kept.append(s)
        else:
            home.texts |= s.texts
    return sorted(kept, key=lambda s: s.first)


def _part(s: _Seat, of: _Seat) -> bool:
    if s.party.office and s.party.office == of.party.office and s.who.code == of.who.code and _is_unnamed(s.party):
        return not _is_unnamed(of.party)  # "the prime minister" beside his name
    if s.party.office and s.who.proper and of.who.name != s.who.name:  # a named person stays beside the side
        return bool(s.who.words) and of.party.office is not None and s.who.words <= of.who.words
    if s.who.loose and not of.who.loose and s.who.code != of.who.code:
        return True  # "the trader" beside the Rwandan who was told of before
    if unnamed_armed(s.who) and of.who.proper:
        return fit(s.who, of.who) > 0
    armed = rules().sectors["armed"]
    fighters = s.who.sector in armed or (s.who.sector == "PRM" and is_described(s.party.entity_text))
    if not s.who.proper and fighters and of.who.sector in armed and of.who.proper:
        return True  # "eleven militants", "the militia" beside the group that was hit
    return fit(s.who, of.who) >= _ONE


def _is_unnamed(p: Party) -> bool:
    """Whether an officeholder is known by the office alone: "Comoran prime minister"."""
    return bool(p.office) and folded(p.identifier_text or p.entity_text).endswith(p.office or "")


def _is_side(s: _Seat) -> bool:
    return s.who.side == s.who.name
