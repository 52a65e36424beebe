"""Where those who are named only by what they are belong: "police in Ramadi", "Boston police", gunmen in an article on Mali.

In: a parse and its names. Out: country codes, from states and capitals by name and from other places by the gazetteer.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.answering import (
    answers_for,
    beside,
    own_dead,
    owned_to,
    same_force,
    tells_of,
    told_before,
    told_by_own,
    who_acted,
)
from sayso.annotating.actors.belonging import hunted, mandate, not_victims, of_body, of_owner, of_throne, own_loss
from sayso.annotating.actors.dealings import (
    asked,
    attacker,
    followed,
    of_embassy,
    opposite,
    opposite_number,
    sender,
)
from sayso.annotating.actors.elsewhere import is_from_elsewhere, is_out_of_place
from sayso.annotating.actors.formerly import formerly
from sayso.annotating.actors.home import filed_in, home
from sayso.annotating.actors.kin import of_kin
from sayso.annotating.actors.lexicon import back, word_list
from sayso.annotating.actors.named import Named
from sayso.annotating.actors.officers import for_whom, is_body, is_officer, stand_for_state
from sayso.annotating.actors.opened import opened_in
from sayso.annotating.actors.origins import left_behind, origin, told_of_home
from sayso.annotating.actors.pronouns import clause
from sayso.annotating.actors.scene import (
    Spot,
    field,
    focus,
    is_abroad,
    is_done_to,
    is_goal,
    is_seat,
    is_told_of_another,
    places_of,
    spots,
    weights,
    where,
)
from sayso.annotating.actors.sounding import of_all, sounding
from sayso.annotating.actors.where import country_at
from sayso.knowledge.names import state_names
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor, Article

_LOCAL = frozenset(
    "GOV MIL COP JUD LEG CVL UAF REB PTY SPY PRM CRM LAB EDU REL MED AGR BUS JRN ELI".split()
)  # sectors that a place's people have
_AT_WORK = frozenset({"GOV", "MIL", "COP", "SPY"})  # a state's own bodies
_NATIVE = frozenset({"LAB", "AGR"})  # unions and growers' leagues, which are of one country


def place(article: Article, names: dict[int, Named], found: list[Actor]) -> None:
    """Give generic actors without a country that of their sentence's places, else the one that the article is about."""
    doc = article.parse
    desk = filed_in(article)
    sents = list(doc.sents)
    everywhere = {sent.start: spots(sent, names) for sent in sents}
    there = {
        sent.start: [] if everywhere[sent.start] and _is_of_talks(sent) else everywhere[sent.start] for sent in sents
    }
    scenes = {start: here[0].code for start, here in there.items() if len({s.code for s in here}) == 1}
    places = places_of(doc, names, (s for here in everywhere.values() for s in here))
    at_home = home(article)
    scene = {s.code for here in there.values() for s in here}
    if desk is None and scene and at_home not in scene | {a.code for a in found if a.sector != "JRN"}:
        at_home = None  # a paper that reports from another country
    if desk is not None and is_told_of_another(weights(doc, places, scenes, found, None, 0.6), desk):
        at_home = None  # "NEW YORK - The UN chief condemned": filed in one country, told of another
    counts = {False: weights(doc, places, scenes, found, desk or at_home, 0.6)}
    about = focus(counts[False])
    codes = {a.code for a in found if a.code and a.sector != "JRN"}
    only = about if len(codes) == 1 else None
    # A body that comes before any state's is the one at home; after "Ukraine's security service", "the ministry" is Ukraine's.
    told = min(
        (a.start for a in found if a.code in state_names() and a.sector in OF_STATE and not _only_tells_whose(doc, a)),
        default=len(article.text),
    )
    battle = field(names, doc)
    by_head = {a.head: a for a in found if a.code}
    heads = {a.head: a for a in found}
    named_first = sorted(found, key=lambda a: a.kind != "person")
    persons = [a for a in named_first if a.kind == "person" and a.code is None]
    for actor in named_first:
        if at_home is None and actor.kind != "person" and persons:
            at_home, persons = of_all(persons), []
        if actor.sector == "REF" and actor.code is None and actor.kind == "generic":
            actor.code = origin(doc[actor.head], "REF", names)
        helps = doc[actor.head].lemma_.lower() in word_list("rescuing")
        if (
            actor.code is not None
            or (actor.sector not in (*_LOCAL, None) and actor.kind != "person" and not helps)
            or actor.kind not in ("generic", "organization", "person")
        ):
            continue
        head = doc[actor.head]
        sent = _is_sent(actor)
        if (is_from_elsewhere(head) and not sent) or _is_owned(head, actor.kind == "person"):
            continue
        if head.lemma_.lower() in word_list("listeners") and _is_told(head):
            continue
        if actor.kind == "generic" and (before_it := told_before(doc, actor, found)) is not None:
            actor.code, actor.side = before_it.code, before_it.side
            actor.sector = actor.sector or before_it.sector
            actor.entity = f"{(actor.identifier_text or actor.text).casefold()}|{actor.code or ''}|{actor.sector or ''}"
            continue
        if head.lemma_.lower() in word_list("peacekeeping"):
            actor.code = asked(head, by_head) or mandate(head, found)
            continue
        if (head.lower_ in word_list("of_many") and actor.sector != "PTY") or _are_parties(head):
            continue
        start = back(head, head.i)
        around = everywhere if actor.sector in _CIVIL else there
        here = where(around[start], head, actor.sector)
        named = head.i in names and not (actor.kind == "generic" and names[head.i].kind == "people")
        if named and actor.office is not None and (code := of_embassy(actor, head, found, names)):
            actor.code = code
            continue
        if named and actor.office is None:
            of_state = at_home if actor.sector in OF_STATE and actor.kind == "organization" else None
            if actor.sector in OF_STATE and actor.kind == "person" and at_home in codes:
                of_state = at_home  # "Interior Ministry spokesman Shota Utiashvili" in a Georgian paper
            native = actor.kind == "person" or actor.sector in _NATIVE or actor.sector in _AT_WORK
            actor.code = only or of_state or (about or here if native else None)
            if actor.kind == "person":
                actor.code = sounding(actor.identifier_text or actor.text, actor.code, counts[False], at_home)
            if actor.code and actor.sector in OF_STATE and (actor.kind == "organization" or of_state):
                actor.side = state_names().get(actor.code or "")
            continue
        throne = of_throne(head, found, places, (article.published or "")[:10] or None)
        sends = heads.get(sender(head))
        if sends is not None and sends.code is None and is_from_elsewhere(doc[sends.head]):
            continue  # "West African leaders sent a force to Liberia"
        own = sends.code if sends else asked(head, by_head) or followed(head, by_head) or _in_clause(head, names)
        own = (
            own
            or of_owner(actor, head, found)
            or owned_to(head, actor.sector, by_head)
            or told_of_home(head, names, by_head)
        )
        own = own or origin(head, actor.sector, names)
        if own is None and actor.sector in OF_STATE and (opened := opened_in(head, names)) in codes:
            own = opened
        if own is None and at_home is None:
            own = answers_for(head, actor.sector, by_head, "answering")
        own = own or throne or of_embassy(actor, head, found, names) or own_loss(actor, head, by_head)
        foe = attacker(actor, head, by_head)
        if foe and not own:
            actor.code = opposite(foe, found)
        elif sent:
            actor.code = own or _governed(doc, found) or here or about
            actor.side = state_names().get(actor.code or "")
            actor.sector = actor.sector or ("GOV" if actor.code else None)
        else:
            against = opposite_number(actor, head, by_head)
            if actor.sector == "MIL" and True not in counts:
                counts[True] = weights(doc, places, scenes, found, desk or at_home, 1.0)
            focused = focus(counts[actor.sector == "MIL"], against)
            here = None if here in against else here
            before = _before(head, around) if actor.sector not in _ANYWHERE else None
            before = None if before in against else before
            body = is_body(doc, actor, head) or is_officer(actor, head)
            mine = at_home if body and at_home not in against and (at_home in codes or actor.start < told) else None
            if mine and here not in (None, mine) and not _is_located(head, names):
                here = mine  # "the ministry said its envoys had met in New York"
            rather = not_victims(actor, head, by_head, at_home, focused)
            if here and (foes := hunted(actor, head, by_head)) and not _is_located(head, names):
                here = foes
            here = here if mine else answers_for(head, actor.sector, by_head) or here
            if (body or _are_officials(head)) and not mine and (at_home is None or at_home not in codes):
                own = own or tells_of(head, actor.sector, by_head)
            own = (
                own
                or here
                or (told_by_own(head, actor.sector, by_head) if body else None)
                or of_body(actor, head, found)
                or left_behind(head, names)
            )
            own = own or own_dead(head, actor.sector, by_head) or beside(head, actor.sector, by_head)
            own = own or (battle if actor.sector in _FIGHTING and battle not in against else None)
            before_people = before if actor.sector in _CIVIL else None
            actor.code = own or mine or before_people or rather or before
            if actor.kind == "person" and own is None:
                actor.code = sounding(actor.identifier_text or actor.text, actor.code, counts[False], at_home)
            if body:
                actor.code = actor.code or same_force(head, actor.sector, found)
            if actor.code is None and actor.kind == "generic":
                actor.code = who_acted(head, actor.sector, by_head)
            actor.code = actor.code or _beside(actor, head, found, by_head, against)
            if actor.code is None and actor.sector == "CVL" and at_home in codes - against:
                actor.code = at_home  # "youths threw stones" where a paper of the place tells of two countries
            if actor.code is None and actor.sector == "MIL" and len({s.code for s in there[start]}) == 1:
                actor.code = there[start][0].code  # "troops entered Kidal"
            if actor.sector == "MIL" or head.lemma_.lower() in word_list("settling"):
                actor.code = _ARMIES.get(actor.code or "", actor.code)
            if body and actor.code:
                codes.add(actor.code)
                if actor.sector in ("GOV", "MIL") and actor.code in (own, here, at_home, only):
                    actor.side = state_names().get(actor.code)
        if not named:
            actor.entity = f"{(actor.identifier_text or actor.text).casefold()}|{actor.code or ''}|{actor.sector or ''}"
            stand_for_state(doc, actor, head)
    for actor in found:
        if actor.side is None and is_out_of_place(actor):
            actor.code = None
            actor.entity = f"{(actor.identifier_text or actor.text).casefold()}||{actor.sector or ''}"
    of_kin(found, places)
    for_whom(doc, found)
    formerly(names, found, (article.published or "")[:10] or None)


def _only_tells_whose(doc: Any, a: Actor) -> bool:
    """Whether a state is named only for a thing of its own: "the Kazakh flour"."""
    return a.kind == "state" and doc[a.head].dep_ in ("amod", "compound", "nmod")


def _is_told(head: Any) -> bool:
    """Whether somebody is only who hears it: "told reporters"."""
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ in ("to", "with") else head.head
    heard = verb.lemma_.lower() in ("tell", "say", "speak", "talk", "address", "brief", "inform")
    return heard and head.dep_ in ("dobj", "dative", "pobj")


def _is_located(head: Any, names: dict[int, Named]) -> bool:
    """Whether a noun's own clause says where: "in Ramadi, police shot two men"."""
    return any(
        t.dep_ == "pobj"
        and t.head.lower_ in word_list("locative")
        and clause(t) == clause(head)
        and country_at(names, t)
        for t in head.sent
    )


def _are_officials(head: Any) -> bool:
    """ "Officials said", of whom nothing tells whose they are."""
    return head.lower_ == "officials" and not any(c.dep_ in ("prep", "relcl") for c in head.children)


_ARMIES = {"PSE": "ISR"}  # whose the soldiers are in a country that has none of its own


def _is_of_talks(sent: Any) -> bool:
    """Whether a sentence tells of talks, whose place says nothing of the officials in it."""
    return any(t.lemma_ in word_list("meeting") for t in sent)


_CIVIL = frozenset({"CVL", "COP", "JUD", "CRM", "MED", "EDU", "AGR", "LAB", "REL", "UAF"})


def _are_parties(head: Any) -> bool:
    """ "The parties" to a conflict, no political ones."""
    return head.lower_ == "parties" and not any(c.dep_ in ("amod", "compound") for c in head.children)


_ANYWHERE = frozenset({"MIL", None})
_FIGHTING = frozenset({"REB", "PRM", "UAF"})


def _before(head: Any, there: dict[int, list[Spot]]) -> str | None:
    """The one country of the places of the sentence before."""
    start = back(head, head.i)
    if start == 0:
        return None
    sent = head.doc[start - 1].sent
    return where(there[sent.start], head, None)


def _is_sent(actor: Actor) -> bool:
    """ "The government delegation", "the head of the government team": they are those of the state whose talks these are."""
    words = set(actor.text.lower().split())
    return "government" in words and not words.isdisjoint(word_list("delegated"))


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


def _in_clause(head: Any, names: dict[int, Named]) -> str | None:
    """The country of a place that a clause tells of: "Mali, where rebels held the north"."""
    verb = head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        return country_at(names, verb.head)
    return None


def _is_owned(head: Any, named: bool) -> bool:
    """Whether a possessive says whose somebody is: left to coreference."""
    if head.lemma_.lower() in word_list("taken_by_others"):
        return False  # "its victims" are of where it struck, and none of its own
    roles = [head]
    if named:
        roles += [*(c for c in head.children if c.dep_ == "appos"), *([head.head] if head.dep_ == "appos" else [])]
    return any(c.tag_ == "PRP$" or _is_country(c) for role in roles for c in role.children)


def _is_country(possessor: Any) -> bool:
    """ "The country's army": left to coreference, which knows the country."""
    return possessor.dep_ == "poss" and possessor.lemma_ in word_list("countries")


_FAR = 150  # tokens


def _beside(
    actor: Actor, head: Any, found: list[Actor], by_head: dict[int, Actor], against: frozenset[str]
) -> str | None:
    """In a sentence of several countries: a state's body is the last one's, an attacker that of whom it attacks."""
    if actor.sector in ("REB", "UAF") and head.dep_ == "nsubj":
        attacked = next((by_head[c.i] for c in head.head.children if c.dep_ == "dobj" and c.i in by_head), None)
        if attacked is not None and (is_abroad(attacked) or _is_elsewhere(head)):
            return None
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
        and a.code not in against
        and a.sector != "JRN"
        and not is_goal(head.doc[a.head])
        and not is_seat(head.doc[a.head])
        and not is_abroad(a)
        and not (actor.sector in _RULING and a.sector in _OUTLAWS and a.kind == "generic")
    ]
    at_home = [a for a in before if a.sector != "MIL" or a.kind != "generic"] if actor.sector != "MIL" else []
    before = at_home or before
    if before:
        return max(before, key=lambda a: a.head).code
    around = {
        a.code
        for a in found
        if a.code in state_names()
        and a.code not in against
        and head.sent.start <= a.head < head.sent.end
        and not is_goal(head.doc[a.head])
        and not is_done_to(a, head)
    }
    return around.pop() if len(around) == 1 and actor.sector not in ("REB", "CRM") else None


def _is_elsewhere(head: Any) -> bool:
    """Whether a sentence names a place that is not known: "killed three Swiss engineers in Jibla"."""
    return any(t.dep_ == "pobj" and t.pos_ == "PROPN" and t.head.lower_ in ("in", "near", "at") for t in head.sent)


_RULING = {"GOV", "LEG", "JUD", "ELI"}
_OUTLAWS = {"UAF", "REB", "CRM", "PRM"}
