"""Collectives: "both sides", "the two countries", "the parties", and the members that they stand for.

In: a mention and those before it. Out: the mention with the two sides last spoken of together as its members.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agent, word_list
from sayso.annotating.actors.pronouns import REACH, clause, salience
from sayso.annotating.actors.reference import are_apart
from sayso.annotating.actors.shortened import take
from sayso.knowledge import state_name
from sayso.knowledge.names import state_names
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor


def pair(token: Any) -> bool:
    """ "both sides", "the two countries", "neither side"."""
    lemma, before = token.lemma_.lower(), {c.lower_ for c in token.lefts}
    if lemma in ("party", "side") and token.tag_ == "NNS" and before & word_list("opposed"):
        return True
    if lemma not in word_list("sides") or not before & word_list("pairing"):
        return False
    if lemma in word_list("envoys") and any(c.ent_type_ in ("NORP", "GPE") for c in token.lefts):
        return False  # "the two Italian diplomats" are of one country
    return lemma in ("side", "party") or bool(before - {"two"} & word_list("definite_pair"))


def is_both(token: Any) -> bool:
    """ "The two", "both", where no noun says of what."""
    if token.lower_ not in ("two", "both") or token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "dative"):
        return False
    if any(c.dep_ in ("prep", "compound", "amod", "nmod") for c in token.children) or token.ent_type_ in (
        "DATE",
        "TIME",
    ):
        return False
    return bool(token.lower_ == "both" or (token.i > 0 and token.nbor(-1).lower_ == "the"))


def both(doc: Any, sentence: dict[int, int], earlier: list[Actor], m: Actor) -> None:
    """Those whom "the two" means: two named by their number, joined by "and", or doer and done-to of one verb, the last such."""
    near = [a for a in earlier if a.kind != "collective" and a.code and sentence[m.head] - sentence[a.head] <= 2]
    near = [a for a in near if clause(doc[a.head]) != clause(doc[m.head])]
    for a in reversed(near):
        if any(c.lower_ == "two" for c in doc[a.head].children):
            m.members, m.entity = [], a.entity
            m.identifier_text, m.code, m.sector, m.side, m.kind = a.identifier_text, a.code, a.sector, a.side, a.kind
            return
    for together in (_are_joined, are_apart, _is_dealt_with):
        for a in reversed(near):
            others = [b for b in near if b.entity != a.entity and together(doc[a.head], doc[b.head])]
            others = [b for b in others if _is_body(doc, a) == _is_body(doc, b)]
            if len({b.entity for b in others}) == 1:
                m.members, m.identifier_text, m.code, m.sector = [others[0].entity, a.entity], m.text, None, None
                m.entity = "+".join(sorted(m.members))
                return
    m.kind = "generic"


def _are_joined(one: Any, other: Any) -> bool:
    return other in one.conjuncts


def _is_body(doc: Any, a: Actor) -> bool:
    noun = agent([doc[a.head].lower_], doc[a.head].lemma_.lower())
    return a.kind not in ("person", "pronoun") and (a.kind != "generic" or (noun is not None and noun.kind == "body"))


def _is_dealt_with(one: Any, other: Any) -> bool:
    """Whether the subject of a sentence has dealings with another: "*Mills* will go to Lome for talks with *his counterpart*"."""
    met, host = (other, one) if other.i > one.i else (one, other)
    return bool(
        met.dep_ == "pobj"
        and met.head.lower_ == "with"
        and host.dep_ == "nsubj"
        and host.head.is_ancestor(met)
        and not any(t.dep_ in ("ccomp", "relcl") for t in met.ancestors if host.head.is_ancestor(t))
    )


def parties(doc: Any, earlier: list[Actor], token: Any) -> bool:
    """ "The parties", where two opponents have been spoken of and no political party has."""
    if token.lower_ != "parties" or any(c.dep_ in ("amod", "compound", "poss") for c in token.children):
        return False
    return not any(a.sector == "PTY" for a in earlier) and len(_opponents(doc, earlier)) > 1


def collective(doc: Any, sentence: dict[int, int], earlier: list[Actor], m: Actor) -> None:
    """The two sides last spoken of together: parties of different sides, the nearest and most prominent."""
    here = sentence[m.head]
    doer = _speakers(doc[m.head])
    outside = _codes_outside(doc[m.head], earlier)
    opposed = _opponents(doc, earlier)
    people = doc[m.head].lemma_.lower() in ("man", "woman")
    countries = doc[m.head].lemma_.lower() in word_list("countries")
    governments = doc[m.head].lemma_.lower() in word_list("of_governments")
    weight: dict[str, float] = {}
    example: dict[str, Actor] = {}
    facing: set[str] = set()
    near = [a for a in earlier if here - sentence[a.head] <= REACH and a.kind != "pronoun" and a.head not in doer]
    fighting = [a for a in near if a.sector not in _BYSTANDERS]
    none = _BYSTANDERS if len({a.entity for a in fighting}) > 1 else {"JRN"}
    for a in earlier:
        distance = here - sentence[a.head]
        abroad = a.sector == "CVL" and a.side == state_name(a.code or "")  # "nine Honduran fishermen": Honduras's
        if a.sector == "JRN" or (a.sector in none and a.head not in opposed and not (governments or abroad)):
            continue
        if distance > 2 * REACH or a.code in (None, "IGO", "UNO", "NGO", "MNC"):
            continue
        if a.head in doer or (distance == 0 and (a.head > m.head or doc[a.head].is_ancestor(doc[m.head]))):
            continue
        if people and a.kind not in ("person", "pronoun"):
            continue
        if countries and state_name(a.code) == a.code:
            continue  # a union of states is none of "the two countries"
        if _is_go_between(doc[a.head]) or doc[a.head].lemma_.lower() in word_list("of_many"):
            continue
        for side in a.members or [a.entity if people else _side(a, earlier)]:
            weight[side] = weight.get(side, 0.0) + (0.5 + salience(doc[a.head])) / (1 + distance) / (1 + 3 * abroad)
            weight[side] += 1.0 if a.head in opposed else 0.0
            facing |= {side} if a.head in opposed else set()
            if a.entity == side or side not in example:
                example[side] = a
    own = governments or doc[m.head].lemma_.lower() in word_list("one_a_state")
    ranked = sorted(weight, key=lambda s: -weight[s])
    sides = [s for s in ranked if s in example and (s in facing or example[s].sector not in _BYSTANDERS)]
    codes = [example[s].code for s in sides]
    outside = {
        c for c in outside if codes.count(c) == 1
    }  # who has two sides of his own country before him speaks of those
    ranked = [s for s in ranked if s not in example or example[s].code not in outside]
    if any(c.lower_ == "all" for c in doc[m.head].lefts):
        ranked = [s for s in ranked if s in facing]
        if len(ranked) < 2:
            return  # "all the main parties": who is meant by "all" nobody knows
    best = _of_two_states(ranked, example, own)[:2]
    m.kind, m.members = "collective", best if len(best) > 1 or people else []
    m.identifier_text = m.text
    m.sector = None
    m.code = None
    m.entity = "+".join(sorted(m.members)) or m.entity


def _is_go_between(head: Any) -> bool:
    """Whether somebody is told of as host, mediator or friend: "Oman mediated", "Oslo offered to send a facilitator"."""
    verb = clause(head)
    does = (verb, *(c for c in verb.children if c.dep_ == "xcomp"))
    if any(v.lemma_ in word_list("hosting") for v in does):
        return True
    return any(o.lemma_.lower() in word_list("go_betweens") for v in does for o in v.children if o.dep_ == "dobj")


def _codes_outside(token: Any, earlier: list[Actor]) -> set[str | None]:
    """The states of those who deal with two sides, and are none of them: "*the United States* urged both sides"."""
    if token.dep_ not in ("dobj", "pobj", "dative"):
        return set()
    verb = clause(token)
    for _ in range(_CLIMB):
        own = {t.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") for t in c.subtree}
        if own or verb.dep_ not in ("conj", "xcomp"):
            return {a.code for a in earlier if a.head in own and token.i not in own}
        verb = clause(verb.head)
    return set()


def other_side(doc: Any, sentence: dict[int, int], earlier: list[Actor], m: Actor, token: Any) -> bool:
    """Make of "the other side" the opponent of who speaks of it or deals with it; whether there is one."""
    words = {c.lower_ for c in token.lefts}
    if token.lemma_.lower() not in ("side", "party") or token.tag_ != "NN" or not {"the", "other"} <= words:
        return False
    verb = clause(token)
    doers = _speakers(token) | {t.i for c in verb.lefts if c.dep_ == "nsubj" and c != token for t in c.subtree}
    mine = {a.code: a.sector for a in earlier if a.head in doers and doc[a.head].dep_ != "poss"}
    sides = Actor(m.start, m.end, m.text, head=m.head)
    collective(doc, sentence, earlier, sides)
    both = [next(a for a in reversed(earlier) if a.entity == e) for e in sides.members]
    others = [a for a in both if a.code not in mine]
    if len(others) != 1 or not mine:
        return False
    like = (a for a in reversed(earlier) if a.code == others[0].code and a.sector in mine.values())
    take(m, next(like, others[0]))  # an army blames the other army
    return True


def _of_two_states(ranked: list[str], example: dict[str, Actor], own: bool) -> list[str]:
    """Sides with two offices of one state as one: "its deputy premier and foreign minister" are not the two sides of a call."""
    first: dict[str, str] = {}
    for s in ranked:
        a = example.get(s)
        office = a is not None and ((a.kind == "generic" and a.sector in OF_STATE) or (own and a.code in state_names()))
        first.setdefault(f"|{a.code}" if a is not None and office else s, s)
    return list(first.values()) if len(first) > 1 else ranked


def _speakers(token: Any) -> set[int]:
    """The tokens of those who act on or speak of the two sides in the clauses above: "the UN said both sides had agreed"."""
    found: set[int] = set()
    if any(t.lower_ == "with" for t in token.ancestors):
        return found
    verb = clause(token)
    while True:
        for c in verb.children:
            if c.dep_ in ("nsubj", "nsubjpass") and c != token and not c.is_ancestor(token):
                found |= {t.i for t in c.subtree}
        if verb.dep_ not in ("ccomp", "xcomp"):
            return found
        verb = clause(verb.head)


def _opponents(doc: Any, earlier: list[Actor]) -> set[int]:
    """The heads of those who fight, meet or sign with each other: subjects of such a verb, or "between A and B"."""
    found: set[int] = set()
    for a in earlier:
        top = doc[a.head]
        while top.dep_ in ("conj", "poss") and top.head != top:
            top = top.head
        beside = top.dep_ == "pobj" and top.head.lower_ in ("between", "with", "against")
        hits = any(c.dep_ == "prep" and c.lower_ == "against" for c in clause(top).rights)
        if beside or (top.dep_ in ("nsubj", "dobj") and (hits or clause(top).lemma_ in word_list("opposing"))):
            found.add(a.head)
    return found


_BYSTANDERS = frozenset({"CVL", "MED", "REF", "JRN"})
_CLIMB = 4  # verbs that share a subject
_OWN = frozenset(
    {"LAB", "PTY", "REB", "AGR", "SOC", "EDU", "MED", "BUS", "OPP"}
)  # who stand beside their state, or against it


def _side(a: Actor, earlier: list[Actor]) -> str:
    """The entity of the side that somebody is on: a spokesman's group, a minister's state."""
    if a.kind in ("person", "generic", "pronoun") and a.side:
        for other in reversed(earlier):
            if other.identifier_text == a.side:
                return other.entity
    if a.kind in ("person", "generic", "organization", "pronoun") and a.code and a.sector not in _OWN:
        for other in reversed(earlier):
            if other.kind == "state" and other.code == a.code:
                return other.entity
    return a.entity
