"""Where those who are named only by what they are belong: "police in Ramadi", "Boston police", gunmen in an article on Mali.

In: a parse and its names. Out: country codes, from states and capitals by name and from other places by the gazetteer.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agent, word_list
from sayso.annotating.actors.named import Named, country
from sayso.knowledge.names import state_names
from sayso.model import Actor

_LOCAL = {
    "GOV",
    "MIL",
    "COP",
    "JUD",
    "LEG",
    "CVL",
    "UAF",
    "REB",
    "PTY",
    "SPY",
    "PRM",
    "CRM",
    "LAB",
    "EDU",
    "REL",
    "MED",
}
_LOCAL |= {"AGR", "BUS"}


def country_at(names: dict[int, Named], token: Any) -> str | None:
    """The country of the place that a token ends or is part of, if it names one."""
    named = names.get(token.i)
    if named is not None and named.entry is not None:
        return named.entry.code if named.kind in ("state", "capital", "place") else None
    if token.pos_ != "PROPN" or token.ent_type_ not in ("GPE", "LOC", "FAC", ""):
        return None
    first = token.i
    while first > token.sent.start and token.doc[first - 1].pos_ == "PROPN" and first - 1 not in names:
        first -= 1
    return country(token.doc[first : token.i + 1].text)


def is_from_elsewhere(head: Any) -> bool:
    """Whether a noun's own words say that it does not belong to the country around it: "foreign forces"."""
    return head.lemma_ in word_list("strangers") or any(
        c.lower_ in word_list("from_elsewhere") for c in head.children if c.i < head.i
    )


def place(doc: Any, names: dict[int, Named], found: list[Actor]) -> None:
    """Give generic actors without a country that of their sentence's places, else the one that the article is about."""
    focus = _focus(doc, names, found)
    only = focus if len({a.code for a in found if a.code}) == 1 else None
    there: dict[int, str | None] = {}
    by_head = {a.head: a for a in found if a.code}
    for actor in found:
        if (
            actor.code is not None
            or actor.sector not in (*_LOCAL, None)
            or actor.kind not in ("generic", "organization", "person")
        ):
            continue
        head = doc[actor.head]
        if is_from_elsewhere(head) or any(c.tag_ == "PRP$" or _is_country(c) for c in head.children):
            continue
        start = head.sent.start
        if start not in there:
            talks = any(t.lemma_ in word_list("meeting") for t in head.sent)
            there[start] = None if talks else _where(head.sent, names)
        named = head.i in names
        if named and actor.office is None:
            actor.code = only or (focus or there[start] if actor.kind == "person" else None)
            continue
        sender = _sender(head, by_head)
        own = sender.code if sender else _followed(head, by_head) or _in_clause(head, names)
        actor.code = own or there[start] or focus or _beside(actor, head, found, by_head)
        if not named:
            actor.entity = f"{(actor.identifier_text or actor.text).casefold()}|{actor.code or ''}|{actor.sector or ''}"
            _stand_for_state(doc, actor, head)


def _sender(head: Any, by_head: dict[int, Actor]) -> Actor | None:
    """Whose the troops and envoys are that somebody sends: the subject's."""
    if head.dep_ != "dobj" or head.head.lemma_.lower() not in word_list("sending"):
        return None
    subject = next((c for c in head.head.children if c.dep_ == "nsubj"), None)
    return by_head.get(subject.i) if subject is not None else None


def _followed(head: Any, by_head: dict[int, Actor]) -> str | None:
    """The country of whom somebody is loyal to: "gunmen loyal to the general"."""
    for loyal in (c for c in head.children if c.lower_ in ("loyal", "allied", "close") and c.i > head.i):
        for prep in (c for c in loyal.children if c.dep_ == "prep"):
            for led in (c for c in prep.children if c.dep_ == "pobj" and c.i in by_head):
                return by_head[led.i].code
    return None


def _in_clause(head: Any, names: dict[int, Named]) -> str | None:
    """The country of a place that a clause tells of: "Mali, where rebels held the north"."""
    verb = head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        return country_at(names, verb.head)
    return None


def _is_country(possessor: Any) -> bool:
    """ "The country's army": left to coreference, which knows the country."""
    return possessor.dep_ == "poss" and possessor.lemma_ in word_list("countries")


def _beside(actor: Actor, head: Any, found: list[Actor], by_head: dict[int, Actor]) -> str | None:
    """In a sentence of several countries: a state's body is the last one's, an attacker that of whom it attacks."""
    if actor.sector in ("REB", "UAF") and head.dep_ == "nsubj":
        attacked = next((by_head[c.i] for c in head.head.children if c.dep_ == "dobj" and c.i in by_head), None)
        if attacked is not None and attacked.code in state_names():
            return attacked.code
    if actor.sector in ("BUS", "REF", "SOC", "UAF", None):
        return None
    before = [
        a for a in found if a.kind != "organization" and a.code in state_names() and head.sent.start <= a.head < head.i
    ]
    return max(before, key=lambda a: a.head).code if before else None


def _stand_for_state(doc: Any, actor: Actor, head: Any) -> None:
    """ "Officials" of a country that only the context gives are the country's."""
    noun = agent([t.lower_ for t in doc[max(0, head.i - 2) : head.i + 1]], head.lemma_.lower())
    own = state_names().get(actor.code or "")
    if noun is not None and noun.owner and own and noun.noun not in _NOT_STATES:
        actor.identifier_text, actor.kind, actor.sector = own, "state", "GOV"
        actor.entity = f"{own.casefold()}|{actor.code}"


_NOT_STATES = frozenset(
    [
        "side",
        "team",
        "state",
        "nation",
        "country",
        "kingdom",
        "republic",
        "leaders",
        "mission",
        "envoys",
        "officials",
        "diplomats",
    ]
)


def _where(sent: Any, names: dict[int, Named]) -> str | None:
    """The one country in which a sentence's places lie, if it is one."""
    found = set()
    for token in sent:
        if token.dep_ == "pobj" and token.head.lower_ in word_list("locative"):
            code = country_at(names, token)
            if code:
                found.add(code)
    return found.pop() if len(found) == 1 else None


def _focus(doc: Any, names: dict[int, Named], found: list[Actor]) -> str | None:
    """The country that the article tells of: named half as often again as the next, as actor or place, the first rather."""
    count: dict[str, float] = {}
    for a in found:
        if a.code in state_names() and a.sector not in ("JRN", "BUS"):
            count[a.code or ""] = count.get(a.code or "", 0.5 if not count else 0.0) + 1
    for code in _places(doc, names):
        count[code] = count.get(code, 0.5 if not count else 0.0) + 0.7
    ranked = sorted(count.items(), key=lambda x: -x[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
        return None
    return ranked[0][0]


def _places(doc: Any, names: dict[int, Named]) -> list[str]:
    """The countries of the article's places, once for each that it names: capitals, states, and towns of the gazetteer."""
    named = {n.first: n.entry.code for n in names.values() if n.kind in ("capital", "state", "place") and n.entry}
    towns = {
        e.start: country(e.text)
        for e in doc.ents
        if e.label_ in ("GPE", "LOC") and not any(i in names for i in range(e.start, e.end))
    }
    acting = {i for i in named if doc[i].dep_ in ("nsubj", "nsubjpass", "dobj", "poss")}
    return [c for i, c in sorted({**named, **towns}.items()) if c in state_names() and i not in acting]
