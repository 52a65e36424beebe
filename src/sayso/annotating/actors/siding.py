"""On whose side people are who lead, serve or speak for somebody: "a spokesman for the movement", "the party's treasurer, Roy Moyo",
"a rebel commander", "the ministry denied it … spokesman Ali Noor said", "Ana Rios of Peru".

In: a parse and the article's mentions, resolved. Out: the same, with side, country and sector of the body or state whose such people
are, on all mentions of each. :data:`_WAYS` lists how the text tells it, the surest first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from sayso.annotating.actors.lexicon import agent, agents, spelled, word_list
from sayso.annotating.actors.professed import professed, speaking
from sayso.annotating.actors.pronouns import REACH, salience
from sayso.annotating.attribution.lexicon import cues
from sayso.knowledge.names import state_names
from sayso.knowledge.states import OF_STATE, breakaway
from sayso.model import Actor

_FIGHTERS = frozenset({"REB", "PRM", "SEP", "CRM"})
_OF = ("of", "for", "from", "with", "in")
_BODIES_AS_ADJECTIVES = frozenset({"military", "presidential", "naval"})  # "military spokesman Ali Noor"
_FADING = 1.6  # of salience, a sentence


class _Told:
    """The mentions of an article and those among them that have people: groups, parties, ministries, fighters."""

    def __init__(self, doc: Any, sentence: dict[int, int], mentions: list[Actor]) -> None:
        self.doc, self.sentence, self.mentions = doc, sentence, mentions

    def noun(self, token: Any) -> Any:
        """What is known of a noun for people or bodies."""
        words = self.doc[max(token.sent.start, token.i - 3) : token.i + 1]
        return agent(spelled(words), token.lemma_.lower())

    def back(self, m: Actor, a: Actor) -> int:
        """How many sentences before ``m`` another mention stands; below 0 where it comes later."""
        return self.sentence[m.head] - self.sentence[a.head]

    @cached_property
    def states(self) -> dict[int, Actor]:
        return {m.head: m for m in self.mentions if m.kind == "state" and m.code}

    @cached_property
    def bodies(self) -> dict[int, Actor]:
        """Groups, organizations and "the union", but outlets and a state's own bodies without a name."""
        named = {m.head: m for m in self.mentions if m.kind in ("group", "organization") and m.sector != "JRN"}
        return named | {m.head: m for m in self.mentions if m.head not in named and self._is_private(m)}

    def body(self, i: int) -> Actor | None:
        """The body that a token names, or means: "*its* leader"."""
        if i in self.bodies:
            return self.bodies[i]
        meant = next((m.entity for m in self.mentions if m.head == i and m.kind == "pronoun"), None)
        return next((b for b in self.bodies.values() if b.entity == meant), None) if meant is not None else None

    @cached_property
    def speakers(self) -> list[Actor]:
        """Bodies that have spokesmen: a ministry, an army, an armed group."""
        return [m for m in self.mentions if self._has_spokesmen(m)]

    @cached_property
    def fighters(self) -> list[Actor]:
        return [m for m in self.mentions if m.kind in ("group", "generic") and m.sector in _FIGHTERS]

    def _is_private(self, m: Actor) -> bool:
        head = self.doc[m.head]
        if m.kind != "generic" or m.sector in OF_STATE or m.sector is None or head.tag_ not in ("NN", "NNP"):
            return False
        noun = self.noun(head)
        return noun is not None and noun.kind == "body"

    def _has_spokesmen(self, m: Actor) -> bool:
        if m.kind == "group":
            return True
        if m.kind not in ("organization", "generic") or m.sector == "JRN" or not m.code:
            return False
        head = self.doc[m.head]
        noun = self.noun(head)
        if m.kind == "generic":
            one = head.tag_ in ("NN", "NNP") or head.lower_ == head.lemma_.lower()  # "police" is a plural
            return noun is not None and noun.kind == "body" and one
        return noun is None or noun.kind == "body"


def take_sides(doc: Any, sentence: dict[int, int], mentions: list[Actor]) -> None:
    """Place the mentions; ``sentence`` numbers the sentence of each token."""
    told = _Told(doc, sentence, mentions)
    _name_persons(told)
    _stand_for_fighters(told)
    for way in _WAYS:
        _settle(told, way)
    _everywhere(mentions)
    _settle(told, _spoken_for)
    for m in mentions:
        if m.kind == "generic" and (same := _that_spokesman(told, m)) is not None and m.side != same.side:
            m.code, m.sector, m.side = same.code or m.code, same.sector or m.sector, same.side


def _settle(told: _Told, way: Way) -> None:
    """Put those on a side whom a way ties to one: a person wherever he is mentioned, others there alone."""
    taken = {m.entity for m in told.mentions if m.kind == "person" and m.side}
    found: dict[str, Actor] = {}
    for m in told.mentions:
        if m.side is not None or m.entity in taken or m.entity in found or m.kind not in ("person", "generic"):
            continue
        body = way(told, m)
        if body is None or body.entity == m.entity:
            continue
        if m.kind == "person":
            found[m.entity] = body
        else:
            _join(m, body)
            m.entity = f"{(m.identifier_text or m.text).casefold()}|{m.code or ''}|{m.sector or ''}"
    for m in told.mentions:
        if m.entity in found and m.side is None and m.kind in ("person", "pronoun"):
            _join(m, found[m.entity])


def _join(m: Actor, body: Actor) -> None:
    sector = m.sector if m.sector == "ELI" else body.sector or m.sector  # a former president who leads a party
    m.code, m.sector, m.side = body.code or m.code, sector, _side(body)


def _side(body: Actor) -> str | None:
    """The state whose body it is, or the territory that broke away from it, else the body."""
    if (apart := breakaway(body.code, body.side or body.identifier_text)) is not None:
        return apart
    state = state_names().get(body.code or "")
    return state if state and body.sector in OF_STATE and body.kind != "group" else body.side or body.identifier_text


def _roles(head: Any) -> Iterator[Any]:
    """A name or noun and the words in apposition to it, or by which its bearer says who he is."""
    yield head
    yield from (c for c in head.children if c.dep_ == "appos")
    yield from professed(head)
    if head.dep_ == "appos":
        yield head.head


def _below(token: Any, words: tuple[str, ...]) -> Iterator[int]:
    """The tokens to which a preposition ties a word: "of the commission"."""
    yield from (o.i for p in token.children if p.lower_ in words for o in p.children if o.dep_ == "pobj")


def _whose(head: Any) -> Iterator[int]:
    """The tokens of whom somebody is said to belong to, to lead or to speak for."""
    for verb in speaking(head):
        yield from _below(verb, ("for",))
    for role in _roles(head):
        yield from (c.i for c in role.children if c.dep_ == "poss")
        yield from _below(role, ("of", "for"))
        for c in role.children:
            if c.dep_ == "relcl" and c.lemma_.lower() in word_list("heading"):
                yield from (o.i for o in c.children if o.dep_ == "dobj")
                yield from _below(c, ("for",)) if c.lemma_ == "speak" else ()


def _led(told: _Told, m: Actor) -> Actor | None:
    """ "The party's treasurer, Roy Moyo", "Roy Moyo, who speaks for the party", or its "secretary-general" where no party is named."""
    if m.kind != "person" or not told.bodies:
        return None
    head = told.doc[m.head]
    owners = (told.body(i) for i in _whose(head))
    named = next((b for b in owners if b is not None and b.entity != m.entity), None)
    named = named or _titled(told, m, head) or _chairing(told, m, head)
    placed = m.entity.endswith("|")  # his country was only guessed
    return named if named is not None and (named.kind != "group" or placed or named.code == m.code) else None


def _titled(told: _Told, m: Actor, head: Any) -> Actor | None:
    """The body whose "secretary-general" somebody is called without its name: the one spoken of last and most."""
    titles = [
        r
        for r in _roles(head)
        if r.lower_ in word_list("heads_of_bodies") and r.i != m.head and any(c.lower_ == "the" for c in r.lefts)
    ]
    if not titles or any(
        c.lower_ in ("of", "for") or c.dep_ in ("poss", "compound") for t in titles for c in t.children
    ):
        return None
    near = [b for i, b in told.bodies.items() if i < m.head and told.back(m, b) <= REACH and b.sector not in OF_STATE]
    return max(near, key=lambda b: salience(told.doc[b.head]) - _FADING * told.back(m, b), default=None)


def _chairing(told: _Told, m: Actor, head: Any) -> Actor | None:
    """The body, told of before, of which somebody is called the head by its noun alone: "*union* chairman Krzysztof Bielak"."""
    first = told.doc.char_span(m.start, m.start + 1, alignment_mode="expand").start
    for t in told.doc[max(first, head.sent.start + 1) : head.i]:
        noun = t.nbor(-1)
        if t.lower_ not in word_list("heads_of_bodies") | {"secretary"} or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        known, word = agent([noun.lower_], noun.lower_), noun.lower_
        if known is not None and known.kind == "body" and known.sector not in OF_STATE:
            near = [b for i, b in told.bodies.items() if i < noun.i and told.back(m, b) <= 2 * REACH]
            return next(
                (b for b in reversed(near) if told.doc[b.head].lower_ == word or b.text.lower().endswith(word)), None
            )
    return None


def _of_fighters(told: _Told, m: Actor) -> Actor | None:
    """ "The rebels' spokesman", "a rebel commander": the fighters, by their name where the article gives one."""
    if m.head < 0:
        return None
    for role in _roles(told.doc[m.head]) if m.kind == "person" else [told.doc[m.head]]:
        fighters = _fighters_of(told, role, m)
        if fighters is not None and (m.kind == "person" or told.noun(role) is not None):
            return fighters
    return None


def _fighters_of(told: _Told, role: Any, m: Actor) -> Actor | None:
    """The fighters in the possessive before a role, or those that an adjective means: the only group of the kind, or those called so."""
    owners = {c.i for c in role.children if c.dep_ == "poss"}
    owner = next((f for f in told.fighters if f.head in owners and f is not m), None)
    if owner is not None:
        return owner
    before = [t for t in role.lefts if t.dep_ in ("compound", "amod")]
    before += [c for t in before for c in t.lefts if c.dep_ in ("compound", "amod")]
    kinds = {t.lemma_.lower() for t in before}
    kinds = {k for k in kinds if (known := agents().get(k)) is not None and known.sector in _FIGHTERS}
    if not kinds:
        return None
    alike = [f for f in told.fighters if f is not m and m.sector in (None, f.sector) and m.code in (None, f.code)]
    groups = {f.entity: f for f in alike if f.kind == "group"}
    if groups:
        return next(iter(groups.values())) if len(groups) == 1 else None
    return next((f for f in alike if f.kind == "generic" and told.doc[f.head].lemma_.lower() in kinds), None)


def _of_group(told: _Told, m: Actor) -> Actor | None:
    """ "A spokesman for the movement", "a man claiming to speak for the group": whoever the group is; "fighters of his group"."""
    head = told.doc[m.head]
    if m.kind != "generic" or (head.tag_ != "NN" and m.sector not in _FIGHTERS):
        return None
    noun = told.noun(head)
    if noun is None or noun.kind not in ("person", "spokesperson"):
        return None
    below = [i for role in (head, *professed(head)) for i in _below(role, _OF)]
    below += [i for verb in speaking(head) for i in _below(verb, ("for",))]
    bodies = [b for i in below if (b := told.bodies.get(i)) is not None]
    return next((b for b in bodies if b.kind == "group" or (b.side and b.sector in _FIGHTERS)), None)


def _named_of_state(told: _Told, m: Actor) -> Actor | None:
    """ "The ministers of Peru and Chile met … Ana Rios *of Peru* said": who is named of a state whose officials were told of is one."""
    if m.kind != "person" or m.sector is not None:
        return None
    state = next((told.states[i] for i in _below(told.doc[m.head], ("of",)) if i in told.states), None)
    if state is None:
        return None
    officials = (
        o
        for o in told.mentions
        if o.kind == "generic" and o.sector == "GOV" and o.side and told.doc[o.head].tag_ == "NNS"
    )
    return state if any(o.code == state.code and 0 <= told.back(m, o) <= REACH for o in officials) else None


def _spoken_for(told: _Told, m: Actor) -> Actor | None:
    """ "The ministry denied it … (ministry) spokesman Ali Noor said", "Noor of the commission": the body that spoke last before."""
    if m.kind != "person":
        return None
    head = told.doc[m.head]
    role = _spokesman(told, m, head)
    if role is None:
        of = set(_below(head, ("of", "for")))
        return next((b for b in told.speakers if b.head in of), None)
    own = agent([c.lower_ for c in role.lefts if c.dep_ == "amod"] + [role.lower_], role.lemma_.lower())
    if any(c.dep_ == "poss" for c in role.children) or (own is not None and own.sector and " " in own.noun):
        return None  # "a provincial spokesman, Omar Zwak," of no band told of before
    near = [b for b in told.speakers if b.head < role.i and 0 <= told.back(m, b) <= REACH]
    beside = [c for c in role.lefts if c.dep_ == "compound" or c.lower_ in _BODIES_AS_ADJECTIVES]
    served = [o for p in role.rights if p.lower_ in ("for", "of") for o in p.children if o.pos_ == "NOUN"]
    named = beside[-1].lemma_.lower() if beside else served[0].lemma_.lower() if served else None
    if named is None and role.i > head.sent.start and (before := role.nbor(-1)).pos_ == "NOUN":
        named = before.lemma_.lower()
    if named is not None:
        known = agent([named], named)
        if known is None or known.kind != "body":  # "KDF spokesman": by the short name that a body was given before
            return next((a for a in told.mentions if a.text.lower() == named and a.code and a.kind != "person"), None)
        body = next((b for b in reversed(near) if told.doc[b.head].lemma_.lower() == named), None)
        return body or (_state_that_spoke(told, m) if known.sector in OF_STATE else None)
    speaking = [b for b in near if _speaks(told.doc[b.head])]
    return (speaking or near)[-1] if near else _state_that_spoke(told, m, acts=True)


def _state_that_spoke(told: _Told, m: Actor, acts: bool = False) -> Actor | None:
    """ "*Pakistan* denied it … Foreign Office spokesman Tariq Lodhi said": whose words go on, or whose deed a spokesman tells."""
    near = [a for a in told.mentions if a.kind == "state" and a.code and a.head < m.head and told.back(m, a) in (1, 2)]
    if acts:
        near = [a for a in near if a.code == m.code]
        return next((a for a in reversed(near) if told.doc[a.head].dep_ == "nsubj"), None)
    return next((a for a in reversed(near) if _speaks(told.doc[a.head])), None)


def _that_spokesman(told: _Told, m: Actor) -> Actor | None:
    """ "A spokesman for the movement denied it … *the spokesman* said": the one who spoke before, for whomever he did."""
    head = told.doc[m.head]
    lemma = head.lemma_.lower()
    if lemma not in word_list("speaking_for") or [c.lower_ for c in head.children if c.dep_ != "relcl"] != ["the"]:
        return None
    before = [a for a in told.mentions if a.head < m.head and 0 <= told.back(m, a) <= 2 * REACH and a.side]
    return next(
        (
            a
            for a in reversed(before)
            if a.kind in ("generic", "person")
            and (told.doc[a.head].lemma_.lower() == lemma or a.office == lemma or lemma in a.text.lower().split())
        ),
        None,
    )


def _spokesman(told: _Told, m: Actor, head: Any) -> Any | None:
    """The noun by which a name is said to be somebody's who speaks for others."""
    first = told.doc.char_span(m.start, m.start + 1, alignment_mode="expand").start
    beside = (c for c in head.children if c.dep_ == "appos")
    return next(
        (t for t in (*told.doc[first : head.i], *beside) if t.lemma_.lower() in word_list("speaking_for")), None
    )


def _speaks(head: Any) -> bool:
    """Whether a body is told to say, confirm or deny something."""
    return head.dep_ == "nsubj" and head.head.lemma_.lower() in cues("verb")


def _name_persons(told: _Told) -> None:
    """Names that are taken for a body's, though "spokesman" stands before them, are a person's."""
    for m in told.mentions:
        if m.kind == "organization" and m.sector is None and m.code is None and m.head > 0:
            before = told.doc[told.doc[m.head].left_edge.i : m.head]
            if any(t.lemma_.lower() in word_list("speaking_for") for t in before):
                entity = m.entity
                for x in told.mentions:
                    x.kind = "person" if x.entity == entity and x.kind == "organization" else x.kind


def _stand_for_fighters(told: _Told) -> None:
    """ "The rebels' delegation": a body that stands for its owner is the fighters themselves."""
    for m in told.mentions:
        if m.kind not in ("generic", "organization", "state") or m.head < 0:
            continue
        noun = told.noun(told.doc[m.head])
        fighters = _fighters_of(told, told.doc[m.head], m) if noun is not None and noun.owner else None
        if fighters is not None and fighters.entity != m.entity:
            m.identifier_text, m.identifier_id = fighters.identifier_text, fighters.identifier_id
            m.entity, m.kind, m.side = fighters.entity, fighters.kind, fighters.side
            m.code, m.sector, m.other_sectors = fighters.code, fighters.sector, fighters.other_sectors
            m.office, m.members = None, []


def _everywhere(mentions: list[Actor]) -> None:
    """Whose somebody is that one mention of him tells, in all others of that name."""
    known: dict[str, Actor] = {}
    for m in mentions:
        if m.kind == "person" and m.code and m.identifier_text:
            known.setdefault(m.identifier_text, m)
    for m in mentions:
        told = known.get(m.identifier_text or "")
        if told is not None and m.code is None and m.kind in ("person", "pronoun"):
            m.code, m.sector, m.side, m.entity = told.code, told.sector or m.sector, told.side, told.entity


def _of_the_only_group(told: _Told, m: Actor) -> Actor | None:
    """A known fighter in an article that names one group of such fighters: "The FARC freed a nurse … Pastor Alape said"."""
    if m.kind != "person" or m.sector not in _FIGHTERS or not m.code:
        return None
    groups = {f.entity: f for f in told.fighters if f.kind == "group" and (f.code, f.sector) == (m.code, m.sector)}
    return next(iter(groups.values())) if len(groups) == 1 else None


Way = Callable[[_Told, Actor], Actor | None]
_WAYS: tuple[Way, ...] = (_led, _of_fighters, _of_group, _named_of_state, _of_the_only_group)
