"""Where those who are named only by what they are belong: "police in Ramadi", "Boston police", gunmen in an article on Mali.

In: a parse and its names. Out: country codes, from states and capitals by name and from other places by the gazetteer.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.home import home
from sayso.annotating.actors.lexicon import agent, word_list
from sayso.annotating.actors.named import Named, country
from sayso.annotating.actors.pronouns import clause
from sayso.annotating.actors.where import country_at, spoken_of
from sayso.knowledge.names import state_names
from sayso.model import Actor, Article

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
_LOCAL |= {"AGR", "BUS", "JRN", "ELI"}


def is_from_elsewhere(head: Any) -> bool:
    """Whether a noun's own words say that it does not belong to the country around it: "foreign forces"."""
    before = {c.lower_ for c in head.children if c.i < head.i}
    if head.tag_ in ("NN", "NNP") and head.lemma_.lower() in word_list("foreign_offices"):
        return False  # "the Foreign Ministry" is the home country's
    if "government" in before and head.lower_ in word_list("delegated"):  # "government envoys in Quito"
        return True
    return head.lemma_ in word_list("strangers") or not before.isdisjoint(word_list("from_elsewhere"))


def place(article: Article, names: dict[int, Named], found: list[Actor]) -> None:
    """Give generic actors without a country that of their sentence's places, else the one that the article is about."""
    doc = article.parse
    filed = article.dateline.place if article.dateline else None
    focus = _focus(doc, names, found, country(filed.of(article.text)) if filed else None)
    codes = {a.code for a in found if a.code}
    only = focus if len(codes) == 1 else None
    at_home = home(article)
    # A body that comes before any state's is the one at home; after "Ukraine's security service", "the ministry" is Ukraine's.
    told = min((a.start for a in found if a.code in state_names() and a.sector in _OF_STATE), default=len(article.text))
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
        sent = _is_sent(actor)
        if (is_from_elsewhere(head) and not sent) or any(c.tag_ == "PRP$" or _is_country(c) for c in head.children):
            continue
        if (head.lower_ in word_list("of_many") and actor.sector != "PTY") or _are_parties(head):
            continue
        start = head.sent.start
        if start not in there:
            talks = any(t.lemma_ in word_list("meeting") for t in head.sent)
            there[start] = None if talks else _where(head.sent, names)
        named = head.i in names
        if named and actor.office is not None and (code := _of_embassy(actor, head, found, doc)):
            actor.code = code
            continue
        if named and actor.office is None:
            of_state = at_home if actor.sector in _OF_STATE and actor.kind == "organization" else None
            actor.code = only or of_state or (focus or there[start] if actor.kind == "person" else None)
            if actor.kind == "organization" and actor.sector in _OF_STATE:
                actor.side = state_names().get(actor.code or "")
            continue
        sender = _sender(head, by_head)
        own = sender.code if sender else _asked(head, by_head) or _followed(head, by_head) or _in_clause(head, names)
        own = own or _of_embassy(actor, head, found, doc)
        attacker = _attacker(actor, head, by_head)
        if attacker and not own:
            actor.code = _opposite(attacker, found)
        elif sent:
            actor.code = own or _governed(doc, found) or there[start] or focus
            actor.side = state_names().get(actor.code or "")
            actor.sector = actor.sector or ("GOV" if actor.code else None)
        else:
            body = _is_body(doc, actor, head) or _is_officer(actor, head)
            here = at_home if body and (at_home in codes or actor.start < told) else None
            if here and there[start] not in (None, here) and _where(head.sent, names, clause(head)) is None:
                actor.code = own or here  # "the ministry said its envoys had met in New York"
            actor.code = actor.code or own or there[start] or here or _not_victims(actor, head, by_head, at_home, focus)
            actor.code = actor.code or _beside(actor, head, found, by_head)
            if body and actor.code:
                codes.add(actor.code)
            if body and actor.sector in ("GOV", "MIL") and actor.code in (own, there[start], at_home, only):
                actor.side = state_names().get(actor.code or "")
        if not named:
            actor.entity = f"{(actor.identifier_text or actor.text).casefold()}|{actor.code or ''}|{actor.sector or ''}"
            _stand_for_state(doc, actor, head)
    _for_whom(doc, found)


def _is_body(doc: Any, actor: Actor, head: Any) -> bool:
    """Whether somebody is one of the state's bodies or speaks for it: "the ministry", "police", "an army spokesman"; not "officials"."""
    noun = agent([t.lower_ for t in doc[max(head.sent.start, head.i - 3) : head.i + 1]], head.lemma_.lower())
    if (
        noun is None
        or noun.owner
        or noun.noun in _NOT_STATES
        or actor.sector not in _OF_STATE
        or any(c.tag_ == "CD" for c in head.children)
    ):
        return False
    speaks = noun.kind == "spokesperson"
    return speaks or (noun.kind == "body" and not any(c.lower_ in ("a", "an") for c in head.children))


_OF_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


def _is_officer(actor: Actor, head: Any) -> bool:
    """Whether somebody holds an office of a state that needs no naming at home: "the oil minister", "Finance Minister Musokotwane"."""
    named = actor.kind == "person" and actor.office is not None
    the_one = head.tag_ == "NN" and any(c.lower_ == "the" for c in head.lefts)
    return actor.sector == "GOV" and (named or (actor.kind == "generic" and actor.office is not None and the_one))


def _for_whom(doc: Any, found: list[Actor]) -> None:
    """Who speaks for a body is on its side: "a spokesman for the ministry" that the context places."""
    by_head = {a.head: a for a in found}
    for a in found:
        if a.kind != "generic" or doc[a.head].lemma_.lower() not in word_list("speaking_for"):
            continue
        if a.side not in (None, a.identifier_text) and not (a.side or "").islower():
            continue
        below = [o.i for p in doc[a.head].children if p.lower_ in ("for", "of", "at") for o in p.children]
        below += [c.i for c in doc[a.head].children if c.dep_ == "poss"]
        body = next((by_head[i] for i in below if i in by_head), None)
        if body is not None and body.code:
            a.code, a.sector, a.side = body.code, a.sector or body.sector, body.side


def _are_parties(head: Any) -> bool:
    """ "The parties" to a conflict, no political ones."""
    return head.lower_ == "parties" and not any(c.dep_ in ("amod", "compound") for c in head.children)


def _sender(head: Any, by_head: dict[int, Actor]) -> Actor | None:
    """Whose the troops and envoys are that somebody sends: the subject's."""
    if head.dep_ != "dobj" or head.head.lemma_.lower() not in word_list("sending"):
        return None
    subject = next((c for c in head.head.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.tag_ in ("WDT", "WP") and head.head.dep_ == "relcl":
        subject = head.head.head
    return by_head.get(subject.i) if subject is not None else None


def _of_embassy(actor: Actor, head: Any, found: list[Actor], doc: Any) -> str | None:
    """The country of an ambassador beside whose embassy he is named: "attacked the US consulate, killing the ambassador"."""
    if not word_list("of_embassies") & {head.lemma_.lower(), actor.office or ""}:
        return None
    near = [a for a in found if a.code in state_names() and doc[a.head].sent == head.sent]
    return next((a.code for a in near if set(a.text.lower().split()) & word_list("embassies")), None)


def _is_sent(actor: Actor) -> bool:
    """ "The government delegation", "the head of the government team": they are those of the state whose talks these are."""
    words = set(actor.text.lower().split())
    return "government" in words and not words.isdisjoint(word_list("delegated"))


def _asked(head: Any, by_head: dict[int, Actor]) -> str | None:
    """Whose the troops are that somebody is asked for: "asked Russia for troops"."""
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "for" else None
    if verb is None or verb.lemma_.lower() not in word_list("asking"):
        return None
    return next((by_head[c.i].code for c in verb.children if c.dep_ == "dobj" and c.i in by_head), None)


def _attacker(actor: Actor, head: Any, by_head: dict[int, Actor]) -> str | None:
    """The country of the soldiers who attack other soldiers: "shelled an island, killing two marines"."""
    verb = head.head
    if actor.sector != "MIL" or head.dep_ != "dobj" or verb.lemma_.lower() not in word_list("attacking"):
        return None
    while verb.dep_ in ("advcl", "conj", "xcomp") and not any(c.dep_ == "nsubj" for c in verb.children):
        if verb.dep_ == "advcl" and verb.head.lemma_.lower() not in word_list(
            "attacking"
        ):  # "it sank, killing 40 sailors"
            return None
        verb = verb.head
    subject = next((by_head.get(c.i) for c in verb.children if c.dep_ == "nsubj"), None)
    return subject.code if subject is not None and subject.sector == "MIL" else None


def _opposite(code: str, found: list[Actor]) -> str | None:
    """The one other country that an article on two names."""
    others = {a.code for a in found if a.code in state_names()} - {code}
    return others.pop() if len(others) == 1 else None


def _governed(doc: Any, found: list[Actor]) -> str | None:
    """The state whose government an article speaks of by name, else the state that acts in it most; hosts do not count."""
    count: dict[str, float] = {}
    for a in found:
        if a.kind != "state" or a.sector != "GOV" or a.code not in state_names():
            continue
        token = doc[a.head]
        while token.dep_ in ("conj", "pobj", "agent") and token.head != token:
            token = token.head
        if {token.lemma_, token.head.lemma_} & word_list("hosting"):
            continue
        count[a.code] = count.get(a.code, 0.0) + (2.0 if "government" in a.text.lower() else 1.0)
    return max(count, key=lambda c: count[c]) if count else None


def _not_victims(
    actor: Actor, head: Any, by_head: dict[int, Actor], at_home: str | None, focus: str | None
) -> str | None:
    """The country that the article tells of; who acts on its people is rather of where it was written: "tribesmen freed two Italians"."""
    if actor.sector not in _ROUGH or head.dep_ != "nsubj" or at_home is None:
        return focus
    acted_on = next((by_head[c.i].code for c in head.head.children if c.dep_ == "dobj" and c.i in by_head), None)
    return at_home if acted_on is not None and focus in (None, acted_on) else focus


_ROUGH = frozenset({"CVL", "UAF", "REB", "CRM", "PRM"})


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


_FAR = 150  # tokens


def _beside(actor: Actor, head: Any, found: list[Actor], by_head: dict[int, Actor]) -> str | None:
    """In a sentence of several countries: a state's body is the last one's, an attacker that of whom it attacks."""
    if actor.sector in ("REB", "UAF") and head.dep_ == "nsubj":
        attacked = next((by_head[c.i] for c in head.head.children if c.dep_ == "dobj" and c.i in by_head), None)
        if attacked is not None and attacked.code in state_names():
            return attacked.code
    if actor.sector in ("BUS", "REF", "SOC", "UAF", None):
        return None
    first = max(head.sent.start, head.i - _FAR)
    before = [
        a
        for a in found
        if first <= a.head < head.i
        and a.kind != "organization"
        and a.code in state_names()
        and not _is_goal(head.doc[a.head])
        and not _is_abroad(a)
        and not (actor.sector in _RULING and a.sector in _OUTLAWS and a.kind == "generic")
    ]
    if before:
        return max(before, key=lambda a: a.head).code
    around = {
        a.code
        for a in found
        if a.code in state_names() and head.sent.start <= a.head < head.sent.end and not _is_goal(head.doc[a.head])
    }
    return around.pop() if len(around) == 1 and actor.sector not in ("REB", "CRM") else None


_RULING = {"GOV", "LEG", "JUD", "ELI"}
_OUTLAWS = {"UAF", "REB", "CRM", "PRM"}


def _is_abroad(a: Actor) -> bool:
    """Whether somebody is named for a country because he is not in it: an embassy, an ambassador, peacekeepers."""
    return a.kind != "state" and not word_list("abroad").isdisjoint(a.text.lower().split())


def _is_goal(name: Any) -> bool:
    """Whether a name is only where somebody goes, comes from or stays: "flew him to Costa Rica", "while in New York"."""
    if name.dep_ != "pobj":
        return False
    preposition = name.head
    above = preposition.head
    if preposition.lower_ in word_list("goals"):
        return bool(above.lemma_.lower() in word_list("moving"))
    if preposition.lower_ not in ("in", "at"):
        return False
    while_there = any(c.dep_ == "mark" and c.lower_ == "while" for c in above.children) or (
        preposition.i > 0 and preposition.nbor(-1).lower_ == "while"
    )
    return bool(while_there or (above.lemma_ == "be" and any(c.dep_ == "nsubj" for c in above.children)))


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


def _where(sent: Any, names: dict[int, Named], verb: Any = None) -> str | None:
    """The one country in which a sentence's places lie, or those of the clause of a ``verb``, if it is one."""
    found = set()
    for token in sent:
        if token.dep_ == "pobj" and token.head.lower_ in word_list("locative") and not _is_goal(token):
            if verb is not None and clause(token) != verb:
                continue
            code = country_at(names, token)
            if code:
                found.add(code)
    return found.pop() if len(found) == 1 else None


def _focus(doc: Any, names: dict[int, Named], found: list[Actor], filed: str | None) -> str | None:
    """The country that the article tells of: named half as often again as the next, as actor or place, the first rather.

    ``filed`` is the country from where it was filed.
    """
    count: dict[str, float] = {filed: 1.0} if filed else {}
    for a in found:
        if a.code in state_names() and a.sector not in ("JRN", "BUS"):
            once = 0.3 if _is_goal(doc[a.head]) or _is_abroad(a) else 1.0
            count[a.code or ""] = count.get(a.code or "", 0.5 if not count else 0.0) + once
    for code in _places(doc, names):
        count[code] = count.get(code, 0.5 if not count else 0.0) + 0.7
    ranked = sorted(count.items(), key=lambda x: -x[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
        return None
    return ranked[0][0]


def _places(doc: Any, names: dict[int, Named]) -> list[str]:
    """The countries of the article's places, once for each that it names: capitals, states, and towns of the gazetteer."""
    near = spoken_of(names)
    named = {n.first: n.entry.code for n in names.values() if n.kind in ("capital", "state", "place") and n.entry}
    towns = {
        e.start: country(e.text, near)
        for e in doc.ents
        if e.label_ in ("GPE", "LOC") and not any(i in names for i in range(e.start, e.end))
    }
    acting = {i for i in named if doc[i].dep_ in ("nsubj", "nsubjpass", "dobj", "poss")}
    passed = {i for i in (*named, *towns) if _is_goal(doc[i])}
    return [c for i, c in sorted({**named, **towns}.items()) if c in state_names() and i not in acting | passed]
