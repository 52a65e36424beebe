"""The actors layer: every mention of somebody who can act, with country, sector, name and office.

In: a parsed Article. Out: ``article.actors`` in the order of the text. Pronouns, short names and "the group" are left to
coreference; an outlet is an actor of sector JRN.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.counted import counted
from sayso.annotating.actors.identity import Identity
from sayso.annotating.actors.lexicon import agent, is_facing, word_list
from sayso.annotating.actors.mentions import Reader
from sayso.annotating.actors.owners import as_owner
from sayso.annotating.actors.placing import place
from sayso.annotating.actors.roles import is_named_to_office, is_stricken
from sayso.annotating.actors.where import is_only_a_name
from sayso.knowledge.families import group_led
from sayso.knowledge.names import state_names
from sayso.knowledge.states import OF_STATE, breakaway
from sayso.model import Actor, Article, Settings

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_CAPITAL_ROLES = {"nsubj", "nsubjpass", "poss", "dobj", "dative"}
_CAPITAL_PREPOSITIONS = {"with", "between", "by", "against", "for"}


def add(article: Article, settings: Settings) -> None:
    """Find the mentions of actors in a parsed article."""
    reader = Reader(article)
    found: list[Actor] = []
    for token in article.parse:
        pos = token.pos_
        if pos in _NOMINAL or token.i in reader.names or (pos == "VERB" and is_stricken(token)):
            found += [_actor(article, i, token) for i in _mentioned(reader, token)]
        if (number := counted(token)) is not None:
            found.append(_actor(article, number, token))
    if article.dateline is not None:  # "ROME - The Foreign Ministry said"
        found = [a for a in found if a.end <= article.dateline.start or article.dateline.end <= a.start]
    found = _outermost(found)
    _named_beside(article, found)
    place(article, reader.names, found)
    article.actors = sorted(found, key=lambda a: (a.start, a.end))


def _named_beside(article: Article, found: list[Actor]) -> None:
    """ "Its *neighbour Uganda*", "Kenya's *ally, Oman*": the state that the next word names."""
    states = {a.start: a for a in found if a.kind == "state"}
    for a in found:
        named = states.get(a.end + (2 if article.text[a.end : a.end + 1] == "," else 1))
        noun = article.parse[a.head].lemma_.lower()
        if named is not None and a.kind == "generic" and noun in word_list("states_beside"):
            a.identifier_text, a.kind, a.code, a.sector = named.identifier_text, named.kind, named.code, named.sector
            a.entity, a.side, a.office = named.entity, None, None
            a.end, a.text = named.end, article.text[a.start : named.end]


def _mentioned(reader: Reader, token: Any) -> list[Identity]:
    named = reader.names.get(token.i)
    if named is None:
        if token.dep_ == "pobj" and token.head.lower_ in word_list("locative") and _is_building(token):
            return []
        if token.dep_ in ("compound", "amod", "nmod"):
            if _is_given(token):
                return reader.at(token)
            return reader.at(token) if _owns(token) and not reader.at(token.head) else []
        if token.dep_ == "npadvmod" and token.head.pos_ != "VERB":  # "hunted *two brothers*" may be taken for a time
            return []
        if token.pos_ == "PROPN" and token.dep_ == "pobj" and token.head.lower_ in word_list("locative") - {"on"}:
            return reader.at(token) if _is_called_in(token) else []
        return reader.at(token)
    if token.i != named.last or (named.kind == "place" and _modifies(token, named.first)):
        return []
    if is_only_a_name(reader.names, token):
        return []
    apart = (
        named.kind == "person" and token.nbor(1).pos_ in ("CCONJ", "PUNCT") if token.i + 1 < len(token.doc) else False
    )
    apart = apart or (named.kind == "person" and is_named_to_office(token))
    if _modifies(token, named.first) and not apart:
        head = _topmost(token).head
        if reader.at(head) or (head.dep_ == "compound" and head.head.i > head.i and reader.at(head.head)):
            return []
        return [as_owner(reader, named)] if named.entry and named.kind != "person" else reader.at(token)
    if named.kind == "capital" and not _acts(token):
        return []
    if (
        named.kind in ("seat", "metonym")
        and token.dep_ == "pobj"
        and token.head.lower_ in ("in", "at", "outside", "near")
    ):
        return []
    if named.kind == "state" and token.dep_ == "pobj" and token.head.lower_ in word_list("locative") - {"at", "on"}:
        return []
    return reader.at(token)


def _is_building(token: Any) -> bool:
    """Whether a noun is that of a house, which is only where something happens: "in *a church* near Kilifi"."""
    return token.lemma_.lower() in word_list("buildings") and token.pos_ == "NOUN"


def _owns(token: Any) -> bool:
    """Whether people say whose a thing or deed is: "army bases", "a rebel attack"."""
    if token.dep_ not in ("compound", "amod") or token.lower_ in word_list("weapons"):
        return False
    return token.head.lemma_.lower() in word_list("of_somebody")


def _is_given(token: Any) -> bool:
    """Whether somebody is given something, which the parser takes for a thing of his: "offered the *former president* asylum"."""
    thing = token.head
    if thing.dep_ != "dobj" or token.i != thing.i - 1 or thing.lemma_.lower() not in word_list("given"):
        return False
    the = any(c.dep_ == "det" for c in (*thing.lefts, *token.lefts))
    noun = agent([token.lower_], token.lemma_.lower())
    return the and thing.head.lemma_.lower() in word_list("giving") and noun is not None


def _is_called_in(token: Any) -> bool:
    """Whether a body is sent somewhere and no place: "called in *the National Guard*"."""
    preposition = token.head
    sent = preposition.head.lemma_.lower() in word_list("sending") and preposition.i == preposition.head.i + 1
    return bool(preposition.lower_ == "in" and sent and any(c.lower_ == "the" for c in token.lefts))


_CLIMB = 60  # names in a row


def _modifies(token: Any, first: int) -> bool:
    """Whether a name stands before the noun it belongs to: "US envoy", "Taliban attack"."""
    top = _topmost(token)
    return top.dep_ in ("compound", "amod", "nmod", "npadvmod") and top.head.i > token.i


def _topmost(token: Any) -> Any:
    """The first of the words in a row: "French" for the "American" of "French and American envoys"."""
    top = token
    for _ in range(_CLIMB):
        if top.dep_ != "conj" or top.head.i > top.i:
            break
        top = top.head
    return top


def _acts(token: Any) -> bool:
    """Whether a capital's name stands for its government: it does something, or something is done with it."""
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ == "pobj":
        return token.head.lower_ in _CAPITAL_PREPOSITIONS or _is_compared(token.head) or _is_addressed(token.head)
    if token.dep_ == "attr" and any(c.lower_ == "it" for c in token.head.lefts):  # "it was Moscow that broke the deal"
        return any(c.dep_ in ("relcl", "ccomp", "acl", "advcl") for t in (token, token.head) for c in t.rights)
    if token.dep_ == "dobj" and token.head.lemma_.lower() in word_list("taking"):
        return False
    return token.dep_ in _CAPITAL_ROLES


def _is_compared(preposition: Any) -> bool:
    """ "Unlike London", "without Washington", but no "cities like London"."""
    above = preposition.head
    place = above.pos_ in ("NOUN", "PROPN") and above.lemma_.lower() in word_list("settlements")
    return preposition.lower_ in _COMPARING and not place


_COMPARING = frozenset({"without", "like", "unlike", "except", "including", "than", "alongside", "besides"})


def _is_addressed(preposition: Any) -> bool:
    """ "Supporters of Kiev", "an explanation from Washington", "loyal to Baghdad"."""
    head, word = preposition.head, preposition.lower_
    if (
        word == "from"
        and head.pos_ == "VERB"
        and any(c.dep_ in ("nsubj", "dobj") and c.lemma_.lower() in word_list("sent_by_states") for c in head.children)
    ):
        return True
    if word in ("to", "of", "from", "about") and head.pos_ == "VERB":
        return head.lemma_.lower() in word_list({"to": "addressing", "about": "speaking_of"}.get(word, "getting_from"))
    if word == "to":
        return head.lemma_.lower() in word_list("addressing") | word_list("addressed")
    if word == "on":
        return head.lemma_.lower() in word_list("burdening")
    person = agent([head.lower_], head.lemma_.lower()) is not None
    person = person or head.lemma_.lower() in word_list("standing_to")
    return head.pos_ == "NOUN" and ((word == "of" and person) or (word == "from" and not person))


def _actor(article: Article, identity: Identity, head: Any) -> Actor:
    doc = article.parse
    start, end = doc[identity.first].idx, doc[identity.last].idx + len(doc[identity.last])
    side = _side(identity)
    if identity.sector == "PRE":  # a state that others do not recognise
        identity.sector, identity.other_sectors = "GOV", [*identity.other_sectors, "PRE"]
    actor = Actor(
        start,
        end,
        article.text[start:end],
        identity.name,
        None,
        identity.code,
        identity.sector,
        identity.other_sectors,
        identity.office,
        "",
        identity.kind,
        [],
        side,
        head.i,
    )
    actor.entity = _key(actor)
    return actor


def _side(identity: Identity) -> str | None:
    """On whose behalf somebody acts: a group or body, or, for people of a state's own bodies, the state."""
    owner = identity.owner if not is_facing(identity.noun) else None
    state = state_names().get(identity.code or "")
    led = group_led(identity.office or "") if identity.kind == "person" else None
    if owner and owner.kind == "state" and owner.sector == "PRE":
        return owner.name  # "the Abkhaz foreign minister"
    if led and breakaway(identity.code, led):
        return led
    if identity.kind == "person" and state and identity.sector in OF_STATE and (owner is None or owner.kind != "group"):
        return state
    if owner and owner.kind == "generic" and owner.sector in OF_STATE and owner.owner and owner.owner.kind == "state":
        return owner.owner.name  # "commanders of the Thai and Lao armies"
    if owner and owner.kind in ("group", "state", "organization") and owner is not identity:
        return owner.name
    return led


def _key(actor: Actor) -> str:
    """The entity of a mention before coreference: the same name in the same country is the same."""
    return f"{(actor.identifier_text or actor.text).casefold()}|{actor.code or ''}" + (
        "" if actor.kind in ("state", "group", "organization", "person") else f"|{actor.sector or ''}"
    )


def _outermost(found: list[Actor]) -> list[Actor]:
    """One mention a span and entity; a person's role phrase is not a second mention of the person."""
    kept: dict[tuple[int, str], Actor] = {}
    for a in found:
        old = kept.get((a.head, a.entity))
        if old is None or a.end - a.start > old.end - old.start:
            kept[(a.head, a.entity)] = a
    return list({(a.start, a.end, a.entity): a for a in kept.values()}.values())
