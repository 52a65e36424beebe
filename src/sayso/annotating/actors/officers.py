"""A state's bodies and officers that need no country's name at home: "the ministry", "an army spokesman", "the oil minister".

In: an actor, its noun's token. Out: yes and no, and whom a spokesman speaks for. :mod:`.placing` gives them their country.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agent, word_list
from sayso.annotating.attribution.lexicon import cues
from sayso.knowledge.names import state_names
from sayso.knowledge.states import OF_STATE, PEOPLE, epithets
from sayso.model import Actor

NOT_STATES = frozenset(
    [
        "side",
        "team",
        "state",
        "nation",
        "country",
        "kingdom",
        "emirate",
        "monarchy",
        "sultanate",
        "sheikhdom",
        "theocracy",
        "city-state",
        "island",
        "mainland",
        "archipelago",
        "republic",
        "leaders",
        "mission",
        "envoys",
        "officials",
        "diplomats",
    ]
)


def is_body(doc: Any, actor: Actor, head: Any) -> bool:
    """Whether somebody is one of the state's bodies or speaks for it: "the ministry", "police", "an army spokesman"; not "officials"."""
    noun = agent([t.lower_ for t in doc[max(head.sent.start, head.i - 3) : head.i + 1]], head.lemma_.lower())
    if (
        noun is None
        or noun.owner
        or noun.noun in NOT_STATES
        or actor.sector not in OF_STATE
        or any(c.tag_ == "CD" for c in head.children)
    ):
        return False
    speaks = noun.kind == "spokesperson"
    return speaks or (noun.kind == "body" and not any(c.lower_ in ("a", "an") for c in head.children))


def is_officer(actor: Actor, head: Any) -> bool:
    """Whether somebody holds an office of a state that needs no naming at home: "the oil minister", "Finance Minister Musokotwane"."""
    named = actor.kind == "person" and actor.office is not None
    the_one = head.tag_ == "NN" and any(c.lower_ == "the" for c in head.lefts)
    return actor.sector == "GOV" and (named or (actor.kind == "generic" and actor.office is not None and the_one))


def for_whom(doc: Any, found: list[Actor]) -> None:
    """Who speaks for a body or leads it is on its side: "a spokesman for the ministry", "the head of the commission"."""
    by_head = {a.head: a for a in found}
    speaking = word_list("speaking_for") | word_list("leading")
    for a in found:
        if a.kind == "person":
            _for_people(doc[a.head], a, by_head)
        if a.kind != "generic" or doc[a.head].lemma_.lower() not in speaking:
            continue
        if a.side not in (None, a.identifier_text) and not (a.side or "").islower():
            continue
        below = [o.i for p in doc[a.head].children if p.lower_ in ("for", "of", "at") for o in p.children]
        below += [c.i for c in doc[a.head].children if c.dep_ == "poss"]
        body = next((by_head[i] for i in below if i in by_head), None)
        if body is None and not below:
            body = _speaking_before(doc, found, doc[a.head])
        if body is None or not body.code:
            continue
        named = (by_head[c.i] for c in doc[a.head].children if c.dep_ == "appos" and c.i in by_head)
        for x in (a, *(n for n in named if n.kind == "person" and n.side is None)):
            x.code, x.sector, x.side = body.code, a.sector or body.sector, body.side or _own(body)


def _for_people(head: Any, a: Actor, by_head: dict[int, Actor]) -> None:
    """Make of "Ana Lopez, a spokeswoman *for the protesters*", or "Ana Lopez, *for the rebels*", one of those for whom she speaks."""
    roles = [c for c in head.children if c.dep_ == "appos"] + ([head.head] if head.dep_ == "appos" else [])
    roles = [r for r in roles if r.lemma_.lower() in word_list("speaking_for")]
    below = [p for r in roles for p in r.children if p.lower_ == "for"]
    if head.i + 2 < len(head.doc) and head.nbor(1).text == "," and head.nbor(2).lower_ == "for":
        last = head.nbor(2).right_edge
        below += [head.nbor(2)] if last.i + 1 < len(head.doc) and last.nbor(1).text == "," else []
    people = next((by_head[o.i] for p in below for o in p.children if o.i in by_head), None)
    if people is not None and people.kind in ("generic", "group") and people.sector in PEOPLE | {"REB", "PRM"}:
        a.code, a.sector, a.side = people.code or a.code, people.sector, people.side or people.identifier_text


def _own(body: Actor) -> str | None:
    return body.identifier_text if body.kind in ("group", "state") else None


def _speaking_before(doc: Any, found: list[Actor], spokesman: Any) -> Actor | None:
    """The body that spoke last before "a spokesman" of whom nothing else is said: "The army said … A spokesman added …"."""
    if any(c.dep_ in ("amod", "compound", "nmod", "poss") for c in spokesman.children):
        return None
    near = [
        a
        for a in found
        if a.head < spokesman.i
        and ((a.kind in ("group", "organization", "state") and a.sector != "JRN") or is_body(doc, a, doc[a.head]))
    ]
    start = spokesman.sent.start
    start = doc[start - 1].sent.start if start else 0
    speaking = [
        a
        for a in near
        if a.head >= start and doc[a.head].dep_ == "nsubj" and doc[a.head].head.lemma_.lower() in cues("verb")
    ]
    return speaking[-1] if speaking else None


def stand_for_state(doc: Any, actor: Actor, head: Any) -> None:
    """ "Officials" of a country that only the context gives are the country's; "the kingdom" is none that has no king."""
    epithet = epithets().get(head.lemma_.lower())
    if epithet is not None and epithet.codes and actor.code is not None and actor.code not in epithet.codes:
        actor.code, actor.side = None, None
        actor.entity = f"{(actor.identifier_text or actor.text).casefold()}||{actor.sector or ''}"
        return
    noun = agent([t.lower_ for t in doc[max(0, head.i - 2) : head.i + 1]], head.lemma_.lower())
    own = state_names().get(actor.code or "")
    if noun is not None and noun.owner and own and noun.noun not in NOT_STATES:
        actor.identifier_text, actor.kind, actor.sector = own, "state", "GOV"
        actor.entity = f"{own.casefold()}|{actor.code}"
