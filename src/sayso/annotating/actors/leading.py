"""Whose side those are on who head, serve or speak for a group or body that only the text before them tells: its secretary-general,
"who speaks for the party", "a spokeswoman for the mission".

In: the mentions of a parsed article, resolved. Out: the same, with the body's side, country and sector on all mentions of such a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.annotating.actors.lexicon import agent, spelled, word_list
from sayso.annotating.actors.pronouns import REACH, salience
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor

_BODIES = ("group", "organization")


def tie_to_bodies(doc: Any, sentence: dict[int, int], mentions: list[Actor]) -> None:
    """Give persons without a side that of the body which they are said to lead, serve or speak for."""
    bodies = {m.head: m for m in mentions if m.kind in _BODIES and m.sector != "JRN"}
    bodies |= {m.head: m for m in mentions if m.head not in bodies and _is_body(doc[m.head], m)}
    if not bodies:
        return
    known: dict[str, Actor] = {}
    for m in mentions:
        if m.kind != "person" or m.side is not None or m.entity in known:
            continue
        named = next((bodies[i] for i in _whose(doc[m.head]) if i in bodies and bodies[i].entity != m.entity), None)
        named = named or _spoken_of(doc, sentence, bodies, m)
        if named is not None and (named.kind != "group" or named.code == m.code):
            known[m.entity] = named
    for m in mentions:
        body = known.get(m.entity)
        if body is None or m.side is not None:
            continue
        m.side = body.side or body.identifier_text
        if body.kind != "group" and m.code != body.code and body.code:
            m.code = body.code
        if body.sector and (m.sector is None or (m.sector in OF_STATE and body.sector not in OF_STATE)):
            m.sector = body.sector


def _is_body(head: Any, m: Actor) -> bool:
    """Whether a noun without a name means a party, a union or the like: "the union"."""
    if m.kind != "generic" or m.sector in OF_STATE or m.sector is None or head.tag_ not in ("NN", "NNP"):
        return False
    noun = agent(spelled(head.doc[max(0, head.i - 2) : head.i + 1]), head.lemma_.lower())
    return noun is not None and noun.kind == "body"


def _roles(head: Any) -> Iterator[Any]:
    """A person's name and the words in apposition to it."""
    yield head
    yield from (c for c in head.children if c.dep_ == "appos")
    if head.dep_ == "appos":
        yield head.head


def _whose(head: Any) -> Iterator[int]:
    """The tokens of whom somebody is said to belong to, to lead or to speak for."""
    for role in _roles(head):
        yield from (c.i for c in role.children if c.dep_ == "poss")
        for c in role.children:
            if c.lower_ in ("of", "for"):
                yield from (o.i for o in c.children if o.dep_ == "pobj")
            elif c.dep_ == "relcl" and c.lemma_.lower() in word_list("heading"):
                yield from (o.i for o in c.children if o.dep_ == "dobj")
                if c.lemma_ == "speak":
                    yield from (o.i for p in c.children if p.lower_ == "for" for o in p.children)


def _spoken_of(doc: Any, sentence: dict[int, int], bodies: dict[int, Actor], m: Actor) -> Actor | None:
    """The body whose "secretary-general" somebody is called without its name: the one spoken of last and most."""
    titles = [
        r for r in _roles(doc[m.head]) if r.lower_ in word_list("heads_of_bodies") and r.i != m.head and _is_the(r)
    ]
    if not titles or any(
        c.lower_ in ("of", "for") or c.dep_ in ("poss", "compound") for t in titles for c in t.children
    ):
        return None
    here = sentence[m.head]
    near = [b for i, b in bodies.items() if i < m.head and here - sentence[i] <= REACH and b.sector not in OF_STATE]
    return max(near, key=lambda b: salience(doc[b.head]) - 1.6 * (here - sentence[b.head]), default=None)


def _is_the(title: Any) -> bool:
    return any(c.lower_ == "the" for c in title.lefts)
