"""Sides inside one country: the minister whom his own state's soldiers hold, and the union that speaks for those on strike.

In: an annotated Article, an event's parties and claims. Out: the names of recipients who stand for themselves and no longer for the
state that acts on them, and the claims on the sides of those for whom they are made.
"""

from __future__ import annotations

import re

import msgspec

from sayso.coding.sides import side
from sayso.knowledge.states import OF_STATE, state_name
from sayso.model import Actor, Article, Claim
from sayso.resources import table

_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
_BODIES = frozenset({"LAB", "SOC", "CVL", "EDU", "MED", "AGR", "BUS", "REL", "JUD", None})
_WE = re.compile(r"\b(?:we|our|us)\b", re.I)
PLACED = re.compile(r" (?:who|in|of|from|at|near|on) ")
_WORD = re.compile(r"[^\W\d_]{4,}")


def by_themselves(kind: str, actors: list[Actor], recipients: list[Actor]) -> dict[str, str]:
    """By their entity, the names of officials on whom their own state acts, and of those who protest: they are not the state then."""
    if kind in _MUTUAL:
        return {}
    if kind == "PROTEST":
        return {a.entity: _name(a) for a in actors if _is_crowd(a) and a.code and side(a) == state_name(a.code)}
    acting = {side(a) for a in actors if a.code} | {
        state_name(a.code) for a in actors if a.code and a.sector in OF_STATE
    }
    return {r.entity: _name(r) for r in recipients if r.office and r.code and side(r) in acting}


def _name(a: Actor) -> str:
    return a.identifier_text or a.text


def _is_crowd(a: Actor) -> bool:
    return a.kind in ("generic", "pronoun") and a.sector not in OF_STATE


def placed(
    article: Article, kind: str, actors: list[Actor], recipients: list[Actor], claims: list[Claim]
) -> list[Claim]:
    """The claims, each on the side for which its source speaks among the parties of one country."""
    own = by_themselves(kind, actors, recipients)
    lost = {side(a) for a in (*actors, *recipients) if a.entity in own}
    taken = {own.get(a.entity) or side(a) for a in (*actors, *recipients)}
    made = []
    for c in claims:
        new = None
        if own and c.side in lost:
            new = _of_whom(article, c.source, own)
        if new is None and kind == "PROTEST" and c.side is not None and c.side not in taken:
            speaker = _mentions(article, c.source)[:1]
            new = next(
                (own.get(a.entity) or side(a) for m in speaker for a in actors if speaks_for(article, m, a)), None
            )
        made.append(msgspec.structs.replace(c, side=new) if new else c)
    return made


def speaks_for(article: Article, speaker: Actor, crowd: Actor) -> bool:
    """Whether somebody of a union, a league or the like speaks for the nameless people who strike or march."""
    if not _is_crowd(crowd) or speaker.sector not in _BODIES:
        return False
    if speaker.code and crowd.code and speaker.code != crowd.code:
        return False
    named = " ".join(filter(None, (speaker.side, speaker.text, speaker.identifier_text)))
    if stems(named) & stems(PLACED.split(crowd.text)[0]) or (speaker.sector == "LAB" and speaker.side):
        return True
    if speaker.kind == "generic" and noun(speaker) in table("sayso.coding", "voices.toml")["nouns"]["taking_part"]:
        return True
    if speaker.kind == "generic" and speaker.side is None:
        return False
    said = (s for a in article.attributions if a.speaker_entity == speaker.entity and a.quoted for s in a.content)
    return bool(speaker.side) and any(_WE.search(s.of(article.text)) for s in said)


def noun(a: Actor) -> str:
    """The noun of a mention of people, whatever they are called again: "students" of "more than 280 students in the town"."""
    words = PLACED.split(a.identifier_text or a.text)[0].split()
    return words[-1].casefold() if words else ""


def stems(words: str) -> set[str]:
    """The beginnings of the longer words, by which two names for people are alike."""
    return {w[:6].casefold() for w in _WORD.findall(words)}


def _mentions(article: Article, name: str) -> list[Actor]:
    return [a for a in article.actors if a.kind != "pronoun" and name in (a.identifier_text, a.text)]


def _of_whom(article: Article, source: str, own: dict[str, str]) -> str | None:
    """The name of the official who speaks himself, or whose aide, lawyer or wife does."""
    mine = _mentions(article, source)
    for m in mine:
        if m.entity in own:
            return own[m.entity]
    heads = {a.head: a.entity for a in article.actors if a.entity in own}
    for m in mine:
        head = article.parse[m.head]
        roles = [head, *(c for c in head.children if c.dep_ == "appos"), *([head.head] if head.dep_ == "appos" else [])]
        for role in roles:
            below = {t.i for c in role.children if c.dep_ in ("poss", "prep") for t in c.subtree}
            met = next((heads[i] for i in sorted(below) if i in heads), None)
            if met is not None:
                return own[met]
    return None
