"""Spokesmen who are named without whom they speak for: "the ministry denied it … spokesman Ali Noor said", "Noor of the commission".

In: a parse and its resolved mentions. Out: the persons among them take country, sector and side of the body that was spoken of last
before, which their own words may name again ("ministry spokesman").
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agent, spelled, word_list
from sayso.annotating.attribution.lexicon import cues
from sayso.knowledge.names import state_names
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor

_REACH = 5  # sentences back in which a body has been spoken of


def speak_for(doc: Any, sentence: dict[int, int], mentions: list[Actor]) -> None:
    """Give spokesmen the side of their body, in all mentions of each."""
    owned = {m.entity for m in mentions if m.kind == "person" and m.side}
    found: dict[str, Actor] = {}
    for n, m in enumerate(mentions):
        if m.kind != "person" or m.entity in owned or m.entity in found:
            continue
        body = _body_of(doc, sentence, mentions, n)
        if body is not None:
            found[m.entity] = body
    for m in mentions:
        body = found.get(m.entity)
        if body is not None and m.kind in ("person", "pronoun"):
            m.code, m.sector, m.side = body.code, body.sector or m.sector, _side(body)


def _body_of(doc: Any, sentence: dict[int, int], mentions: list[Actor], n: int) -> Actor | None:
    """The body that a person speaks for."""
    m, head = mentions[n], doc[mentions[n].head]
    role = _role(doc, m, head)
    if role is None:
        of = {o.i for p in head.children if p.lower_ in ("of", "for") for o in p.children if o.dep_ == "pobj"}
        return next((a for a in mentions if a.head in of and _is_body(doc, a)), None)
    if any(c.dep_ == "poss" for c in role.children):
        return None
    named = next((c.lemma_.lower() for c in reversed(list(role.lefts)) if c.dep_ == "compound" and c.i >= 0), None)
    if named is None and role.i > head.sent.start and (before := role.nbor(-1)).pos_ == "NOUN":
        named = before.lemma_.lower()
    near = [
        a
        for a in mentions[:n]
        if _is_body(doc, a) and 0 <= sentence[m.head] - sentence[a.head] <= _REACH and a.head < role.i
    ]
    if named is not None:
        known = agent([named], named)
        if known is None or known.kind != "body":
            return None
        return next((a for a in reversed(near) if doc[a.head].lemma_.lower() == named), None)
    speaking = [a for a in near if _speaks(doc[a.head])]
    return (speaking or near)[-1] if near else None


def _role(doc: Any, m: Actor, head: Any) -> Any | None:
    """The noun by which a name is said to be somebody's who speaks for others."""
    first = doc.char_span(m.start, m.start + 1, alignment_mode="expand").start
    before = [t for t in doc[first : head.i] if t.lemma_.lower() in word_list("speaking_for")]
    beside = [c for c in head.children if c.dep_ == "appos" and c.lemma_.lower() in word_list("speaking_for")]
    return next(iter([*before, *beside]), None)


def _is_body(doc: Any, a: Actor) -> bool:
    """Whether a mention is of a body that has spokesmen: a ministry, an army, an armed group; no outlet."""
    if a.kind == "group":
        return True
    if a.kind not in ("organization", "generic") or a.sector == "JRN" or not a.code:
        return False
    head = doc[a.head]
    noun = agent(spelled(doc[max(head.sent.start, head.i - 3) : head.i + 1]), head.lemma_.lower())
    if a.kind == "generic":
        return noun is not None and noun.kind == "body" and head.tag_ in ("NN", "NNP")
    return noun is None or noun.kind == "body"


def _speaks(head: Any) -> bool:
    """Whether a body is told to say, confirm or deny something."""
    return head.dep_ == "nsubj" and head.head.lemma_.lower() in cues("verb")


def _side(body: Actor) -> str | None:
    """Whose side a body's spokesman is on: the state whose body it is, else its own."""
    state = state_names().get(body.code or "")
    return state if state and body.sector in OF_STATE and body.kind != "group" else body.side or body.identifier_text
