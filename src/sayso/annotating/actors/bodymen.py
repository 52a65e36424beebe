"""People and things of a body that only its bare noun names: "an alliance official", "the charity's president", "a researcher
for the group".

In: the mention of such people and the mentions before it. Out: the mention with the country, sector and side of the body named last that
is called so.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.bands import band_spoken_for
from sayso.annotating.actors.identity import Identity, placed
from sayso.annotating.actors.lexicon import Agent, agent, called, word_list
from sayso.annotating.actors.pronouns import IT, REACH
from sayso.annotating.actors.reference import are_apart, bears, may_be_called
from sayso.annotating.actors.reported import speaker
from sayso.annotating.actors.shortened import take
from sayso.knowledge.names import state_names
from sayso.knowledge.states import OF_STATE, state_name
from sayso.model import Actor


def of_body_before(
    doc: Any, sentence: dict[int, int], earlier: list[Actor], m: Actor, token: Any, noun: Agent | None
) -> bool:
    """Make of the people of "the agency" those of the agency named before; whether there is one."""
    holder = _holder(token)
    if holder is None or noun is None or _is_told_whose(doc, m, token, holder):
        return False
    body = _meant(doc, sentence, earlier, m, holder)
    if body is None or (
        body.code == "MNC" and noun.sector in ("LAB", "CVL", "COP")
    ):  # a firm's workers are of the place
        return False
    if noun.owner and noun.kind != "spokesperson":
        take(m, body)
        return True
    owner = Identity(body.identifier_text or "", body.code, body.sector, body.kind, 0, 0)
    m.code, m.sector = placed(noun, owner)
    state = state_name(body.code or "") if body.sector in OF_STATE else None
    m.side = state if state and state != body.code else body.side or body.identifier_text
    m.entity = f"{(m.identifier_text or m.text).casefold()}|{m.code or ''}|{m.sector or ''}"
    return True


def body_spoken_for(doc: Any, earlier: list[Actor], pronoun: Any) -> Actor | None:
    """The body that "it" means in what its people say: "an *army* spokesman said *it* would pay"."""
    at, _ = speaker(pronoun)
    m = next((a for a in reversed(earlier) if a.head == at and a.kind in ("generic", "person")), None)
    if m is None or pronoun.lower_ not in IT:
        return None
    role = next(
        (t for t in doc[doc[at].left_edge.i : at + 1] if t.lemma_.lower() in word_list("of_bodies_people")), None
    )
    before = (
        [c for c in role.lefts if c.dep_ == "compound" and (c.pos_ == "NOUN" or c.is_sent_start)]
        if role is not None
        else []
    )
    known = agent([before[-1].lower_], before[-1].lemma_.lower()) if before else None
    if known is None or known.kind != "body":
        return None
    state = state_name(m.code or "")
    named = m.side is not None and m.side != state and m.side[:1].isupper()
    name, sector = (m.side or "", m.sector) if named else (known.noun, known.sector or m.sector)
    same = (a for a in reversed(earlier) if a.code == m.code and a.kind in ("organization", "generic", "group"))
    told = next((a for a in same if a.identifier_text == name or doc[a.head].lemma_.lower() == known.noun), None)
    if told is not None:
        return told
    side = m.side if not named else None
    entity = f"{name.casefold()}|{m.code or ''}|{sector or ''}"
    return Actor(
        m.start, m.end, m.text, name, code=m.code, sector=sector, entity=entity, kind="organization", side=side, head=at
    )


def own_party(doc: Any, mentions: list[Actor]) -> None:
    """Place the party or body that is somebody's own: "Nawaz Sharif was jailed. *His* Muslim League …"."""
    by_head: dict[int, Actor] | None = None
    for m in mentions:
        if m.kind != "organization" or m.code is not None or doc[m.head].pos_ != "PROPN":
            continue
        by_head = by_head if by_head is not None else {a.head: a for a in mentions if a.code}
        whose = next((by_head[c.i] for c in doc[m.head].children if c.dep_ == "poss" and c.i in by_head), None)
        if whose is None or whose.kind not in ("person", "pronoun") or whose.code not in state_names():
            continue
        ruling = whose.sector in ("GOV", "ELI", "PTY", "LEG", "OPP")
        m.code, m.sector = whose.code, m.sector or ("PTY" if ruling else None)
        m.entity = f"{(m.identifier_text or m.text).casefold()}|{m.code}"


def speaks_for(doc: Any, mentions: list[Actor], m: Actor) -> Actor | None:
    """The body, itself somebody's own, for which people without a country speak: "a spokesman for *their association*"."""
    below = {
        o.i
        for p in doc[m.head].children
        if p.lower_ in ("of", "for") and p.dep_ == "prep"
        for o in p.children
        if o.dep_ == "pobj" and any(c.tag_ == "PRP$" for c in o.children)
    }
    return next((a for a in mentions if a.head in below and a.code and a.kind != "pronoun"), None) if below else None


def _holder(token: Any) -> Any | None:
    """The bare noun of a body before its people: "alliance", "the charity's"."""
    bodies = word_list("bodies") | word_list("bodies_of_people")
    for c in token.lefts:
        bare = c.pos_ == "NOUN" or (c.pos_ == "PROPN" and c.is_sent_start)
        if c.dep_ in ("compound", "nmod", "poss") and bare and c.lemma_.lower() in bodies:
            owned = any(t.dep_ in ("compound", "amod", "nmod", "poss", "prep") for t in c.children)
            the = any(t.lower_ in ("the", "that", "this") for t in c.lefts)
            fighters = c.lemma_.lower() in word_list("bands_only") | {"gang", "cartel"}
            any_such = token.tag_ == "NNS" and not any(t.dep_ == "det" for t in token.lefts)
            any_such = any_such and (fighters or token.dep_ != "nsubj")
            if not owned and (the if c.dep_ == "poss" else not any_such):  # "met airline pilots" of any airline
                return c
    for prep in token.rights:
        if prep.lower_ in ("of", "for", "from", "at") and prep.dep_ == "prep" and token.pos_ == "NOUN":
            for c in prep.children:
                bare = not any(t.dep_ in ("compound", "amod", "nmod", "poss", "prep", "relcl") for t in c.children)
                if bare and c.tag_ == "NN" and c.lemma_.lower() in bodies and any(t.lower_ == "the" for t in c.lefts):
                    return c
    return None


def _is_told_whose(doc: Any, m: Actor, token: Any, holder: Any) -> bool:
    """Whether other words say whose they are: "Turkish bank officials", "union leaders in Peru"."""
    if any(c.dep_ in ("poss", "nmod", "compound") and c != holder and c.i < token.i for c in token.children):
        return True
    if any(c.dep_ == "amod" and c.ent_type_ in ("NORP", "GPE") for c in token.children):
        return True
    if any(c.lower_ in ("in", "of", "for") and not c.is_ancestor(holder) for c in token.rights):
        return True
    return m.kind not in ("generic", "organization", "state")


def _meant(doc: Any, sentence: dict[int, int], earlier: list[Actor], m: Actor, holder: Any) -> Actor | None:
    lemma = holder.lemma_.lower()
    for a in reversed(earlier):
        if sentence[holder.i] - sentence[a.head] > REACH:
            return None
        if a.kind not in ("organization", "group") or not a.code or a.sector == "JRN" or a.head >= holder.i:
            continue
        if not (a.identifier_text or "")[:1].isupper() or are_apart(doc[a.head], holder):
            continue
        if lemma in word_list("bands_only") and a.kind != "group" and a.sector not in ("REB", "PTY", "PRM"):
            continue
        if bears(lemma, a) or (lemma in word_list("bodies") and called(lemma) is None) or _is_called(lemma, a):
            return a
    return band_spoken_for(sentence, earlier, m, holder)


def _is_called(lemma: str, a: Actor) -> bool:
    return called(lemma) is not None and may_be_called(lemma, a)
