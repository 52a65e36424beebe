"""Which words name many people without arms, fighters, those outside the law, police, people of any trade, those who speak for a side,
or two sides at once, by what the article's actors are.

In: an annotated Article. Out: the indices of such words, for the conditions ``civil``, ``armed``, ``outlaw``, ``law``, ``anybody``,
``statesman`` and ``two_sides`` of frames: "the federation's members" and a union leader's "we" block a road as workers do, the ELN
leads people away as gunmen do, "the two ministers" and "Indian and Chinese officers" see each other.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.enclosing import enclosing
from sayso.coding.frames import classes
from sayso.coding.phrases import whose, with_conjuncts
from sayso.coding.sides import side
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor, Article

FIRST_PERSON = frozenset({"we", "i", "us", "me"})  # whoever speaks
_MANY = frozenset({"we", "us", "they", "them"})
_COMPANY = frozenset({"guest", "host", "visitor", "interlocutor"})
_CIVIL = frozenset({"CVL", "LAB", "EDU", "MED", "REL", "SOC", "AGR", "REF", "OPP"})
BODIES = frozenset({"LAB", "SOC", "AGR", "CVL"})  # whose deeds are their members'
_ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "SEP"})
OUTLAWS = frozenset({"REB", "PRM", "UAF", "SEP", "CRM"})
_LAW = frozenset({"COP", "SPY"})
_POLITICAL = frozenset({"GOV", "MIL", "LEG", "PTY", "OPP", "SPY", "REB", "SEP", "COP"})
_TRADES = frozenset("CVL BUS MIL COP JRN EDU REL MED AGR LAB REF".split())  # people and not sides of a contest


def civil(article: Article) -> frozenset[int]:
    """The words for people in number, or for what they are organized in, who serve no state and bear no arms."""
    found = {a.head for a in article.actors if a.head >= 0 and _is_civil(a, article.parse[a.head])} - armed(article)
    return frozenset(found | _speaking(article, BODIES | {"EDU", "MED", "OPP"}))


def armed(article: Article) -> frozenset[int]:
    """The words for soldiers, rebels and gunmen, one or many, and for what they belong to."""
    return _of(article, _ARMED)


def outlaws(article: Article) -> frozenset[int]:
    """The words for rebels, gunmen and bandits, and for what they belong to."""
    return _of(article, OUTLAWS)


def law(article: Article) -> frozenset[int]:
    """The words for police and agents, and for what they belong to."""
    return _of(article, _LAW)


def anybody(article: Article) -> frozenset[int]:
    """The nouns of people that no list of words need name: "three woodcutters", "a corporal"; who is beaten in a match is a side."""
    heads = ((a, article.parse[a.head]) for a in article.actors if a.kind == "generic" and a.head >= 0)
    return frozenset(
        head.i
        for a, head in heads
        if a.sector in _TRADES
        and (head.tag_ == "NNS" or any(c.lower_ in ("a", "an", "one", "another") for c in head.lefts))
        and head.lemma_.lower() not in classes()["team"]
    )


def is_first_person(token: Any) -> bool:
    """Whether a word stands for whoever speaks; "US" in capitals is a state."""
    if token.lower_ in ("our", "my"):
        return token.head.lemma_ in _COMPANY  # "was our guest"
    return token.lower_ in FIRST_PERSON and token.text != "US"


def statesmen(article: Article) -> frozenset[int]:
    """The words for people who meet others for a state, an army, a party or a group, by their names or offices: "the Greek
    foreign minister", "Mr Fidan", "an Israeli envoy", "a delegation from Quito"."""
    found = set()
    for a in article.actors:
        if a.head < 0 or not (a.code or a.side) or a.sector not in _POLITICAL:
            continue
        noun = article.parse[a.head].lemma_.lower()
        held = (
            noun in classes()["office_holder"] | classes()["diplomat"] or noun in classes()["envoys"] or bool(a.office)
        )
        if a.kind in ("person", "pronoun") or (a.kind in ("generic", "state") and held):
            found.add(a.head)
    return frozenset(found)


def several(article: Article) -> frozenset[int]:
    """The words for two sides or more: "Indian and Chinese officers", "they" for both, either of "the army and the rebels"."""
    by_entity = {a.entity: a for a in reversed(article.actors) if a.kind != "pronoun"}
    sides: dict[int, set[str]] = {}
    for a in article.actors:
        members = [by_entity[e] for e in a.members if e in by_entity] or ([a] if a.kind != "collective" else [])
        own = {m.code if m.code and m.sector in OF_STATE else side(m) for m in members if m.code or m.sector}
        sides.setdefault(a.head, set()).update(own)
    doc = article.parse
    joined: dict[int, set[str]] = {}
    for i in (i for i in sides if i >= 0):
        beside = (*doc[i].conjuncts, *with_conjuncts([doc[i]]))
        joined[i] = sides[i].union(*(sides.get(t.i, set()) for t in beside))
    return frozenset(i for i, found in joined.items() if len(found) > 1)


def _of(article: Article, sectors: frozenset[str]) -> frozenset[int]:
    found = {a.head for a in article.actors if a.head >= 0 and a.sector in sectors}
    men = [t for t in article.parse if t.tag_ == "WP$" and t.head.lemma_.lower() in classes()["own_men"]]
    found |= {t.head.i for t in men if (over := whose(t.head)) is not None and over.i in found}
    return frozenset(found | _speaking(article, sectors))


def selves(article: Article) -> frozenset[int]:
    """The pronouns by which those who speak mean themselves: "the rebels said that they were behind it", "we did it"."""
    found = set()
    for a in article.actors:
        if a.kind == "pronoun" and (sayings := enclosing(article, a.start)) and sayings[0].speaker_entity == a.entity:
            found.add(a.head)
    return frozenset(found | {t.i for t in article.parse if t.lower_ in ("we", "i") and enclosing(article, t.idx)})


def _is_civil(a: Actor, head: Any) -> bool:
    if a.kind == "generic":
        many = head.tag_ in ("NNS", "NNPS") or head.lemma_.lower() in ("people", "youth")
        return a.sector in (_CIVIL if many else BODIES - {"CVL"})
    if a.kind == "pronoun":
        return a.sector in _CIVIL and head.lower_ in _MANY
    return a.kind in ("organization", "group") and a.sector in BODIES


def _speaking(article: Article, sectors: frozenset[str]) -> set[int]:
    """The "we" of those of these sectors who speak."""
    by_entity = {a.entity: a.sector for a in reversed(article.actors) if a.kind != "pronoun"}
    found = set()
    for t in article.parse:
        if t.lower_ in ("we", "us") and is_first_person(t):
            sayings = enclosing(article, t.idx)
            if sayings and by_entity.get(sayings[0].speaker_entity or "") in sectors:
                found.add(t.i)
    return found
