"""Whoever has expelled, arrested or freed somebody and then speaks of him as such: "The man must leave by Friday, the ministry said".

In: an annotated Article and its events as groups of mentions. Out: for each such statement the event that it affirms: one that the text
has just told as done by the speaker's own side, of people of whom the statement gives the terms, the reasons or the circumstances.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.coding.extraction import Mention
from sayso.coding.granted import words_said
from sayso.coding.own_words import just_told
from sayso.coding.sides import side
from sayso.model import Actor, Article, Attribution

_WAYS = frozenset({"expel", "deport", "arrest", "release"})
_IGNORANT = frozenset({"know", "hear", "hold", "see", "arrest", "detain", "expel", "release", "free", "deport"})

_HELD = frozenset({"arrest", "custody", "detention", "hand", "prison", "jail", "cell"})


def accounted(article: Article, groups: list[list[Mention]], of: Any) -> Iterator[tuple[int, Attribution, Actor]]:
    """The statements about those to whom the speaker's side did something, with the index of the event; ``of`` gives the speakers."""
    deeds = [(n, g) for n, g in enumerate(groups) if any(_WAYS & {*m.mode} for m in g) and any(m.actors for m in g)]
    if not deeds:
        return
    denied = {side(s) for a in article.attributions if a.stance == "denies" for s in of(a) if s is not None}
    for a in article.attributions:
        if a.stance != "asserts" or a.factuality != "CT+" or not a.content or _knows_nothing(article, a):
            continue
        lo = min(s.start for s in a.content)
        about = {x.entity for x in article.actors if any(s.start <= x.start < s.end for s in a.content)}
        for speaker in of(a):
            if speaker is None or side(speaker) in denied:
                continue
            for n, group in deeds:
                if _is_done_by(group, speaker) and _concerns(article, group, about, lo):
                    yield n, a, speaker
                    break


def _is_done_by(group: list[Mention], speaker: Actor) -> bool:
    return any(side(a) == side(speaker) and a.code for m in group for a in m.actors)


def _concerns(article: Article, group: list[Mention], about: set[str], at: int) -> bool:
    """Whether a statement behind an event's telling speaks of one of those to whom it was done, people and no state."""
    whom = {a.entity for m in group for a in m.recipients if a.kind in ("generic", "person")}
    return bool(whom & about) and any(just_told(article, m, at) for m in group)


def _knows_nothing(article: Article, a: Attribution) -> bool:
    """Whether a statement says that the speaker knows of nobody, or holds nobody: "he *is not* in custody", "*no* such man"."""
    words = list(words_said(article, a))
    if any(t.lower_ == "no" and t.dep_ == "det" and t.head.dep_ in ("dobj", "nsubjpass") for t in words):
        return True
    return any(t.dep_ == "neg" and (t.head.lemma_ in _IGNORANT or _is_where(t.head)) for t in words)


def _is_where(verb: Any) -> bool:
    """Whether a verb says in whose hands somebody is: "*is* under arrest"."""
    held = [o.lemma_.lower() for p in verb.children if p.dep_ == "prep" for o in p.children if o.dep_ == "pobj"]
    return verb.lemma_ == "be" and bool(_HELD & {*held})
