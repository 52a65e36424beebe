"""Which side speaks or acts in each sentence of an article, whether or not a word of saying stands there.

In: an annotated Article and a function that gives an attribution's speakers. Out: for each sentence and side a :class:`Spoken`: who it
is, the attributions that hold the sentence and the verbs whose doer or object that side is there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from sayso.coding.granted import words_said
from sayso.coding.lines import holding, touched
from sayso.coding.sides import side
from sayso.model import Actor, Article, Attribution

Key = tuple[int, str]


class Spoken(msgspec.Struct):
    """A side in a sentence: ``speaker`` is the first who stands for it, ``parts`` the grammatical role and verb of each mention."""

    speaker: Actor
    attributions: list[Attribution] = []
    parts: list[tuple[str, Any]] = []


def spoken(article: Article, speakers: Callable[[Attribution], list[Actor | None]]) -> dict[Key, Spoken]:
    """By the index of the sentence and the side."""
    found: dict[Key, Spoken] = {}
    for a in article.attributions:
        held = sorted({n for x in (*a.content, *a.cue) for n in touched(article, x.start, x.end)})
        for who in (w for w in speakers(a) if w is not None):
            for n in held:
                found.setdefault((n, side(who)), Spoken(who)).attributions.append(a)
    by_entity: dict[str, Actor] = {}
    for x in article.actors:
        by_entity.setdefault(x.entity, x)
    said = {t.i for a in article.attributions for t in words_said(article, a)}
    for x in article.actors:
        part = _part(article.parse[x.head])
        if part is None or x.head in said:
            continue  # whoever is only spoken of says nothing himself
        for n in holding(article, [x.start]):
            for member in [by_entity[m] for m in x.members if m in by_entity] or [x]:
                found.setdefault((n, side(member)), Spoken(member)).parts.append(part)
    return found


def _part(token: Any) -> tuple[str, Any] | None:
    """The role of a mention by its head word, where it is a subject, an agent, their owner or the sentence's own head; with the verb."""
    if token.dep_ == "conj":
        token = token.head
    if token.dep_ in ("nsubj", "nsubjpass"):
        return token.dep_, token.head
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return "agent", token.head.head
    if token.dep_ == "poss" and token.head.dep_ in ("nsubj", "nsubjpass"):
        return "poss", token.head.head
    return ("root", token) if token.dep_ in ("ROOT", "npadvmod") else None
