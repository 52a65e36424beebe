"""On whose side people are that their words alone place: "a spokesman for the movement", "Ana Rios of Peru".

In: the parse and the article's mentions once they are resolved. Out: the same, with country, sector and side of those who lead or
speak for a group, and of who is named of a state whose officials were told of.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agent, spelled
from sayso.annotating.actors.pronouns import REACH
from sayso.model import Actor

_OF = ("of", "for", "from", "with", "in")


def take_sides(doc: Any, sentence: dict[int, int], mentions: list[Actor]) -> None:
    """Place the mentions; ``sentence`` numbers the sentence of each token."""
    _of_groups(doc, mentions)
    _named_of(doc, sentence, mentions)
    _everywhere(mentions)


def _of_groups(doc: Any, mentions: list[Actor]) -> None:
    """ "A spokesman for the movement", "a leader of the group": whoever the group is."""
    groups = {m.head: m for m in mentions if m.kind == "group"}
    for m in mentions:
        if m.kind != "generic" or m.side is not None or not groups or doc[m.head].tag_ != "NN":
            continue
        head = doc[m.head]
        below = [o.i for p in head.children if p.lower_ in _OF for o in p.children if o.dep_ == "pobj"]
        group = next((groups[i] for i in below if i in groups), None)
        noun = agent(spelled(doc[max(0, m.head - 2) : m.head + 1]), head.lemma_.lower())
        if group is not None and noun is not None and noun.kind in ("person", "spokesperson"):
            m.code, m.sector, m.side = group.code, group.sector, group.identifier_text
            m.entity = f"{(m.identifier_text or m.text).casefold()}|{m.code or ''}|{m.sector or ''}"


def _named_of(doc: Any, sentence: dict[int, int], mentions: list[Actor]) -> None:
    """ "The ministers of Peru and Chile met … Ana Rios *of Peru* said": who is named of a state whose officials were told of is one."""
    states = {m.head: m for m in mentions if m.kind == "state" and m.code}
    officials = [
        m for m in mentions if m.kind == "generic" and m.sector == "GOV" and m.side and doc[m.head].tag_ == "NNS"
    ]
    members: dict[str, Actor] = {}
    for m in mentions:
        if m.kind == "person" and m.sector is None and m.side is None:
            below = [o.i for p in doc[m.head].children if p.lower_ == "of" for o in p.children]
            state = next((states[i] for i in below if i in states), None)
            if state is not None and any(
                o.code == state.code and 0 <= sentence[m.head] - sentence[o.head] <= REACH for o in officials
            ):
                members[m.entity] = state
    for m in mentions:
        if m.entity in members:
            state = members[m.entity]
            m.code, m.sector, m.side = state.code, "GOV", state.identifier_text


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
