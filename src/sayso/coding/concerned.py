"""Whom a deed concerns where none of its tellings names them: those of its own clauses, whose thing it is about, its other side.

In: the events of an article, each as its tellings. Out: the same, with recipients for deeds that are done to somebody, and with whoever is
in charge of what nobody is said to have done ("63 people were arrested"). Only parties that the article names are taken, and only where
no telling has any.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sayso.coding.abroad import behind_the_border, of_its_own, of_the_place, of_who_speaks_of_it, of_who_tells_it
from sayso.coding.addressed import allowed, burdened, listeners, repaid
from sayso.coding.arguments import objects, subjects
from sayso.coding.authority import in_charge
from sayso.coding.extraction import Mention
from sayso.coding.parties import Roles
from sayso.coding.phrases import below, contents, is_passive
from sayso.coding.sides import side
from sayso.knowledge import state_name
from sayso.model import Actor
from sayso.resources import table


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    return {name: tuple(ways) for name, ways in table("sayso.coding", "concerned.toml")["ways"].items()}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("sayso.coding", "concerned.toml")["words"][name])


Events = list[list[Mention]]


def with_those_concerned(groups: Events, roles: Roles) -> Events:
    """The events with the parties that only their surroundings name."""
    seeking = Seeking(groups, roles)
    for group in groups:
        lead = next((m for m in group if not m.definite), group[0])
        if not any(m.recipients for m in group) and any(m.actors for m in group):
            lead.recipients = seeking.recipients(group, lead)
        elif lead.event == "ASSAULT" and not any(m.recipients for m in group):
            lead.recipients = [a for m in group for a in seeking.victims(m)][:1]
        elif not any(m.actors for m in group) and any(m.recipients for m in group):
            lead.actors = in_charge(group, lead, roles, seeking.told)
    return groups


class Seeking:
    """Looks through one article's parse and events for whom an event concerns."""

    def __init__(self, groups: Events, roles: Roles) -> None:
        self.groups = groups
        self.roles = roles
        self.doc = roles.article.parse
        self.told = sorted((m for g in groups for m in g if not m.definite), key=lambda m: int(m.head.i))

    def recipients(self, group: list[Mention], lead: Mention) -> list[Actor]:
        """Those concerned, by the first way that leads to anybody."""
        acting = {a.entity for m in group for a in m.actors}
        mine = {side(a) for m in group for a in m.actors}
        if lead.event in _MUTUAL and len(mine) > 1:
            return []  # "the rebels and the government signed it": with one another
        ways = next(
            (w for m in lead.mode if (w := _kinds().get(f"{lead.event} {m}")) is not None), _kinds().get(lead.event, ())
        )
        for way in ways:
            for m in group:
                if m.definite:
                    continue
                found = [a for a in _WAYS[way](self, m) if a.entity not in acting]
                if way not in _AT_HOME:
                    found = [a for a in found if side(a) not in mine]
                if found:
                    return found
        return []

    def in_clauses(self, m: Mention) -> Iterator[Actor]:
        """ "Would not talk *until the government* frees them", "withdrew *to coax the rebels* into talks"."""
        hosts = [m.head, *[c for c in m.head.children if c.dep_ in ("xcomp", "ccomp")]]
        if m.head.dep_ in ("xcomp", "ccomp"):
            hosts.append(m.head.head)
        for host in hosts:
            for clause in host.children:
                if clause.dep_ != "advcl" or clause.pos_ not in ("VERB", "AUX"):
                    continue
                marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod")}
                if marks & _words("conditions"):
                    yield from self._officials(subjects(clause))
                elif clause.tag_ == "VB" and clause.i > host.i and clause.lemma_ in _words("aims"):
                    yield from self._officials(objects(clause, ()))

    def across_border(self, m: Mention) -> Iterator[Actor]:
        """Whoever is behind the border that forces go to or leave."""
        return behind_the_border(m, self.roles, self.told)

    def listener(self, m: Mention) -> Iterator[Actor]:
        """To whom it is promised or told."""
        return (a for a in listeners(m, self.roles) if self._is_side(a))

    def let_do(self, m: Mention) -> Iterator[Actor]:
        """Who is to be let do something."""
        return (a for a in allowed(m, self.roles) if a.code)

    def in_return(self, m: Mention) -> Iterator[Actor]:
        """Who gives something in return for it."""
        return (a for a in repaid(m, self.roles) if a.code)

    def laid_on(self, m: Mention) -> Iterator[Actor]:
        """On whom lies what is given up, or of whom it was demanded."""
        return (a for a in burdened(m, self.roles) if a.code)

    def at_place(self, m: Mention) -> Iterator[Actor]:
        """The state in whose territory something is hit, delivered or placed."""
        return of_the_place(m, self.roles)

    def victims(self, m: Mention) -> Iterator[Actor]:
        """Who came to harm by it: "*ten fighters* were killed when jets bombed the camp", "*nine people* died as shells fell"."""
        verb = m.head.head
        if m.head.dep_ == "advcl" and (verb.lemma_ in _words("harmed") and (is_passive(verb) or verb.lemma_ == "die")):
            subjects_of = [c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj")]
            yield from [a for t in subjects_of for w in contents(t) for a in self.roles.at(w) if a.code or a.sector]

    def at_own_place(self, m: Mention) -> Iterator[Actor]:
        """The state or the people whose things somebody of their country hits."""
        return of_its_own(m, self.roles)

    def teller(self, m: Mention) -> Iterator[Actor]:
        """The neighbour whose official tells what a state's forces do."""
        return of_who_tells_it(m, self.roles)

    def speaks_of_it(self, m: Mention) -> Iterator[Actor]:
        """The state whose official speaks of what another state did with its own envoys, or to a thing of nobody named."""
        return of_who_speaks_of_it(m, self.roles)

    def in_own_words(self, m: Mention) -> Iterator[Actor]:
        """ "Condemned what it called *Guinea's* use of force", "turned down a proposal for a meeting with *Greece's premier*"."""
        mine = {side(a) for a in m.actors}
        about = [
            c for c in m.head.children if c.dep_ in ("dobj", "ccomp", "xcomp", "prep", "dative") and c.i > m.head.i
        ]
        # "Lodged a complaint *with the bloc*", "took it *to the court*": where somebody complains is not of whom.
        ways = _ABOUT - {"with", "to"} if m.event == "ACCUSE" else _ABOUT
        about = [c for c in about if c.dep_ != "prep" or c.lower_ in ways]
        for phrase in about:
            for t in below(phrase):
                where = _WHERE | {"with", "to"} if m.event == "ACCUSE" else _WHERE
                if t.dep_ == "pobj" and t.head.lower_ in where:
                    continue
                found = [a for a in self.roles.at(t) if self._is_side(a)] if t.i in self.roles.around.actors else []
                if any(side(a) not in mine for a in found):
                    yield from found
                    return

    def of_thing(self, m: Mention) -> Iterator[Actor]:
        """ "Praised *the law*", "resisted the move": whoever a story's earlier words give the thing to."""
        verbs = [m.head, *[c for c in m.head.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB"]]
        things = [o for v in verbs for o in objects(v, ()) if o.pos_ in ("NOUN", "PROPN")]
        things += [
            o
            for v in verbs
            for p in v.children
            if p.dep_ == "prep" and p.lower_ in ("against", "of", "for", "to", "over", "with", "at")
            for o in p.children
            if o.dep_ == "pobj" and o.pos_ in ("NOUN", "PROPN")
        ]
        for thing in [c for t in things for c in contents(t)]:
            yield from self._owners_before(thing)

    def _owners_before(self, thing: Any) -> list[Actor]:
        lemma = thing.lemma_.lower()
        if lemma in _words("moves"):
            last = [x for x in self.told if x.head.i < thing.i and thing.i - x.head.i < _NEAR and x.actors]
            return list(last[-1].actors) if last and thing.sent != last[-1].sentence else []
        if not any(c.lower_ in _DEFINITE for c in thing.lefts):
            return []
        for i in range(thing.i - 1, max(thing.i - _FAR, -1), -1):
            t = self.doc[i]
            if t.lemma_.lower() != lemma or t.pos_ not in ("NOUN", "PROPN"):
                continue
            verb = t.head if t.dep_ in ("dobj", "pobj") else None
            if verb is not None and verb.dep_ == "prep":
                verb = verb.head
            makers = self._officials(subjects(verb)) if verb is not None and verb.pos_ == "VERB" else []
            owners = [a for c in t.children if c.dep_ == "poss" for a in self.roles.at(c)]
            owners += [
                a
                for p in t.children
                if p.dep_ in ("prep", "agent") and p.lower_ == "by"
                for o in p.children
                for a in self.roles.at(o)
            ]
            if owners or makers:
                return owners or list(makers)
        return []

    def other_side(self, m: Mention) -> Iterator[Actor]:
        """Whom the last event told before, in which the doers of this one had a part, was with or against; of a deed, also the next."""
        mine = {side(a) for a in m.actors}
        if m.old or (len({a.code for a in m.actors}) > 1 and len(mine) > 1):
            return  # what was done in another time, or what two states do to one another
        after = _NEAR if m.event in _DEEDS else 0
        near = [
            x
            for x in self.told
            if x.event in _words("between")
            and not (m.event in _HOSTILE and x.event in _FRIENDLY)
            and -_NEAR <= x.head.i - m.head.i <= after
            and x.head.i != m.head.i
        ]
        for x in sorted(near, key=lambda x: (x.head.i > m.head.i, abs(x.head.i - m.head.i))):
            doers, done_to = {side(a) for a in x.actors}, {side(a) for a in x.recipients}
            if mine & doers:
                others = x.recipients or [a for a in x.actors if side(a) not in mine]
            elif mine & done_to and not (m.event in _HOSTILE and x.head.lemma_ in _URGING):
                others = x.actors
            else:
                continue
            found = [a for a in others if self._is_side(a)]
            if found:
                yield from found
                return

    def barred(self, m: Mention) -> Iterator[Actor]:
        """Whose goods or people were barred, in the same sentence, by what is lifted: "suspended since May, revoked on Monday"."""
        for x in self.told:
            if x.event in ("SANCTION", "COERCE") and x.sentence == m.sentence and not x.actors:
                yield from x.recipients

    def asker(self, m: Mention) -> Iterator[Actor]:
        """Who asked for what is promised, or offered what is refused: "The UN appealed for aid. Japan pledged $25 million."."""
        before = ("REQUEST", "AGREE") if m.event == "REJECT" else ("REQUEST",)
        mine = {side(a) for a in m.actors}
        for x in reversed(self.told):
            if x.head.i < m.head.i and m.head.i - x.head.i < _SOON and x.event in before:
                if m.event != "REJECT" or not x.recipients or mine & {side(a) for a in x.recipients}:
                    yield from [a for a in x.actors if self._is_side(a)]
                return

    def answerer(self, m: Mention) -> Iterator[Actor]:
        """Who right behind accepts or refuses what somebody offers: "He offered elections, but the alliance dismissed it"."""
        for x in self.told:
            if 0 < x.head.i - m.head.i < _AT_ONCE and x.event in ("REJECT", "AGREE") and x.head.pos_ == "VERB":
                yield from [a for a in x.actors if self._is_side(a)]
                return

    def crowd(self, m: Mention) -> Iterator[Actor]:
        """Those who protest, of whom police just told of arrest some or scatter all."""
        code = {a.code for a in m.actors}
        if not any(a.sector in _OFFICIAL for a in m.actors):
            return
        near = [
            x
            for x in self.told
            if x.event == "PROTEST" and x.actors and -_SOON < m.head.i - x.head.i < _NEAR and x != m
        ]
        for x in sorted(near, key=lambda x: (x.head.i > m.head.i, abs(m.head.i - x.head.i))):
            found = [a for a in x.actors if a.code in code or a.code is None]
            if found:
                yield from found
                return

    def government(self, m: Mention) -> Iterator[Actor]:
        """The government of those who protest, refuse or demand, where the story speaks of it and no other cause is named."""
        codes = {a.code for a in m.actors if a.code and a.sector not in _OFFICIAL}
        phrase = below(m.head)
        if (
            len(codes) != 1
            or any(t.lemma_.lower() in _words("no_protest") for t in phrase)
            or m.head.lemma_ in _OWN_STEP
        ):
            return
        if any(t.lower_ in ("against", "over") or (t.lemma_ == "protest" and objects(t, ())) for t in phrase):
            return  # what they protest is told, though not whose it is
        code = codes.pop()
        if state_name(code) == code or any(a.sector in _OFFICIAL for a in m.actors):
            return  # a world body has none; who is in it himself speaks to others
        known = [a for a in self.roles.article.actors if a.code == code and a.sector == "GOV" and a.kind != "pronoun"]
        if known:
            yield min(known, key=lambda a: (a.kind != "state", abs(a.head - m.head.i)))

    def _officials(self, tokens: list[Any]) -> list[Actor]:
        return [a for t in tokens for w in contents(t) for a in self.roles.at(w) if self._is_side(a)]

    def _is_side(self, a: Actor) -> bool:
        return a.code is not None and (a.sector in _SIDES or a.kind in ("state", "organization", "group"))


_SIDES = frozenset({"GOV", "MIL", "REB", "PTY", "LEG", "OPP", "SEP", "PRE", "LAB", "JUD", "COP", "BUS"})
# What is done to a foe. Who is praised, or urges somebody to hold back, is none.
_HOSTILE = frozenset({"ASSAULT", "MOBILIZE", "SANCTION", "THREATEN", "COERCE"})
_FRIENDLY = frozenset({"SUPPORT", "CONSULT", "AGREE"})
_URGING = frozenset({"urge", "appeal", "call", "plead", "encourage", "implore", "advise"})
_MUTUAL = frozenset({"SUPPORT", "AGREE", "CONCEDE"})
_DEEDS = frozenset({"ASSAULT", "MOBILIZE", "SANCTION", "RETREAT"})
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "COP", "JUD"})
_OWN_STEP = frozenset({"resign", "quit", "step", "retire"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
# Ways by which a people and its own government meet.
_AT_HOME = frozenset({"government", "crowd", "own place", "victims"})
_ABOUT = frozenset({"to", "with", "of", "for", "on", "against", "from", "over", "at", "by"})
_WHERE = frozenset({"in", "at", "near", "into", "outside", "inside", "around", "across"})
_AT_ONCE = 30  # tokens
_SOON = 60
_NEAR = 150
_FAR = 400

_WAYS = {
    "border": Seeking.across_border,
    "barred": Seeking.barred,
    "listener": Seeking.listener,
    "let": Seeking.let_do,
    "in return": Seeking.in_return,
    "laid on": Seeking.laid_on,
    "place": Seeking.at_place,
    "own place": Seeking.at_own_place,
    "teller": Seeking.teller,
    "speaks of it": Seeking.speaks_of_it,
    "victims": Seeking.victims,
    "own words": Seeking.in_own_words,
    "answerer": Seeking.answerer,
    "clauses": Seeking.in_clauses,
    "thing": Seeking.of_thing,
    "other side": Seeking.other_side,
    "asker": Seeking.asker,
    "crowd": Seeking.crowd,
    "government": Seeking.government,
}
