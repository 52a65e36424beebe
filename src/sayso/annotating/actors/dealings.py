"""Where somebody belongs by what others do with him: troops that a state sends, envoys that it expels, soldiers who kill soldiers.

In: a mention, its noun's token and the mentions by their tokens. Out: a country code, or those that it cannot be.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import back, word_list
from sayso.annotating.actors.named import Named
from sayso.annotating.actors.scene import is_abroad
from sayso.annotating.actors.where import country_at
from sayso.knowledge.names import state_names
from sayso.model import Actor


def sender(head: Any) -> int:
    """The token of whose the troops and envoys are that somebody sends: the subject's; -1 if none."""
    verb = head.head
    if head.dep_ == "pobj" and verb.lower_ == "in" and verb.i == verb.head.i + 1:  # "sent in the army"
        verb = verb.head
    elif head.dep_ != "dobj":
        return -1
    home = any(c.lower_ in ("home", "back") for c in verb.children) and verb.lemma_.lower() in word_list("homecoming")
    if verb.lemma_.lower() not in word_list("sending") and not home:
        return -1
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        subject = verb.head
    return int(subject.i) if subject is not None else -1


def of_embassy(actor: Actor, head: Any, found: list[Actor], names: dict[int, Named]) -> str | None:
    """The country of an ambassador beside whose embassy he is named: "attacked the US consulate, killing the ambassador"."""
    if any(c.dep_ == "compound" and c.lower_ in word_list("embassies") for c in head.lefts):  # "an embassy spokesman"
        named = [a for a in found if a.code in state_names() and a.head < head.i - 1]
        told = (a.code for a in reversed(named) if set(a.text.lower().split()) & word_list("embassies"))
        return next(told, None)
    if head.lemma_.lower() in _MISSIONS and actor.kind != "person":
        host = next(
            (c for p in head.rights if p.lower_ == "in" for o in p.children if (c := country_at(names, o))), None
        )
        return _of_strangers(head, found) or (opposite(host, found) if host else None)
    if not word_list("of_embassies") & {head.lemma_.lower(), actor.office or ""}:
        return None
    start = back(head, head.i)
    start = back(head.doc[start - 1], start) if start else 0
    near = [a for a in found if a.code in state_names() and start <= a.head < head.i]
    return next((a.code for a in near if set(a.text.lower().split()) & word_list("embassies")), None)


_MISSIONS = frozenset({"embassy", "consulate"})


def _of_strangers(head: Any, found: list[Actor]) -> str | None:
    """The country of the diplomats or of the lone foreigner told of before "the embassy": "expelled three Russian diplomats"."""
    before = [a for a in found if a.head < head.i and a.code in state_names() and a.kind != "person"]
    abroad = word_list("of_embassies") | word_list("abroad")
    strangers = [a for a in before if is_abroad(a) or {w.lower().rstrip("s") for w in a.text.split()} & abroad]
    return max(strangers, key=lambda a: a.head).code if strangers else None


def asked(head: Any, by_head: dict[int, Actor]) -> str | None:
    """Whose the troops are that somebody is asked for: "asked Russia for troops"."""
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "for" else None
    if verb is None or verb.lemma_.lower() not in word_list("asking"):
        return None
    return next((by_head[c.i].code for c in verb.children if c.dep_ == "dobj" and c.i in by_head), None)


def attacker(actor: Actor, head: Any, by_head: dict[int, Actor]) -> str | None:
    """The country of the soldiers who attack soldiers ("killing two marines"), or of the state that frees soldiers and expels envoys."""
    envoy = head.lemma_.lower() in word_list("envoys")
    verb = head.head
    parts = verb.lemma_.lower() in word_list("parting") and (actor.sector == "MIL" or envoy)
    if actor.sector == "MIL" or envoy:  # "the soldiers freed by Peru"
        told = [c for c in head.children if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in word_list("parting")]
        by = [o.i for v in told for p in v.children if p.dep_ == "agent" for o in p.children]
        doer = next((by_head[i] for i in by if i in by_head), None)
        if doer is not None and doer.kind == "state":
            return doer.code
    if head.dep_ in ("nsubjpass", "nsubj") and (actor.sector == "MIL" or envoy):
        passive = [v for v in (verb, *verb.conjuncts) if v.lemma_.lower() in word_list("parting")]
        by = [o.i for v in passive for p in v.children if p.dep_ == "agent" for o in p.children]
        doer = next((by_head[i] for i in by if i in by_head), None)
        return doer.code if doer is not None and doer.kind == "state" else None
    if head.dep_ != "dobj" or not (parts or (actor.sector == "MIL" and verb.lemma_.lower() in word_list("attacking"))):
        return None
    while verb.dep_ in ("advcl", "conj", "xcomp") and not any(c.dep_ == "nsubj" for c in verb.children):
        if verb.dep_ == "advcl" and verb.head.lemma_.lower() not in word_list(
            "attacking"
        ):  # "it sank, killing 40 sailors"
            return None
        verb = verb.head
    subject = subject_of(verb, by_head)
    if subject is None:
        return None
    parting = parts and (subject.kind == "state" or (envoy and subject.sector == "GOV"))
    return subject.code if subject.sector == "MIL" or parting else None


def subject_of(verb: Any, by_head: dict[int, Actor]) -> Actor | None:
    """Who does what a verb says; of a role with a name behind it, the one who bears both: "*the premier, Ali Noor*, expelled"."""
    subjects = (c for c in verb.children if c.dep_ == "nsubj")
    known = (by_head.get(t.i) for s in subjects for t in (s, *(c for c in s.children if c.dep_ == "appos")))
    return next((a for a in known if a is not None), None)


def opposite(code: str, found: list[Actor]) -> str | None:
    """The one other country that an article on two names."""
    others = {a.code for a in found if a.code in state_names()} - {code}
    return others.pop() if len(others) == 1 else None


def followed(head: Any, by_head: dict[int, Actor]) -> str | None:
    """The country of whom somebody is loyal to: "gunmen loyal to the general"."""
    for loyal in (c for c in head.children if c.lower_ in ("loyal", "allied", "close") and c.i > head.i):
        for prep in (c for c in loyal.children if c.dep_ == "prep"):
            for led in (c for c in prep.children if c.dep_ == "pobj" and c.i in by_head):
                return by_head[led.i].code
    return None


def opposite_number(actor: Actor, head: Any, by_head: dict[int, Actor]) -> frozenset[str]:
    """The states that somebody's own state deals with: "the president apologised to Washington"."""
    if actor.sector not in ("GOV", "MIL") or head.dep_ not in ("nsubj", "nsubjpass"):
        return frozenset()
    verb = head.head
    others = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    others += [
        o for p in verb.children if p.lower_ in ("to", "with", "against") for o in p.children if o.dep_ == "pobj"
    ]
    if head.dep_ == "nsubjpass":
        others = [o for p in verb.children if p.dep_ == "agent" for o in p.children if o.dep_ == "pobj"]
    met = [by_head[o.i] for o in others if o.i in by_head]
    return frozenset(a.code for a in met if a.code and a.kind == "state" and a.sector == "GOV")
