"""The agents of passives that stand where the parser does not hang them on their verb.

In: a passive verb. Out: who did it: named after the last of several passives, hung on a place or thing between, or on whose orders it
was done.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.frames import classes

# A deed behind these is another's, or an earlier one: "expelled two in response to the expulsion of two", "fled after a raid".
APART = frozenset("after following since despite amid before".split())
NATIONAL = frozenset({"GPE", "NORP", "ORG", "PERSON"})


def agents_of_the_next(passive: Any) -> list[Any]:
    """Whoever is named after the last of several passives did them all: "two were killed and several wounded by X"."""
    for c in passive.conjuncts:
        for verb in (c, *[k for k in c.children if k.dep_ == "acl"]):
            if passive.i < verb.i <= passive.i + 4 and verb.tag_ == "VBN":
                for by in verb.children:
                    if by.dep_ == "agent":
                        return [o for o in by.children if o.dep_ == "pobj"]
    return []


def opening(verb: Any) -> list[Any]:
    """The name that opens a headline right before its verb, whatever the parser makes of it: "*Nauru* cuts ties with Taiwan"."""
    if verb.tag_ not in ("VBZ", "VBD", "VBP") or verb.dep_ != "ROOT" or verb.i == verb.sent.start:
        return []
    before = verb.nbor(-1)
    named = before.ent_type_ in ("GPE", "ORG", "NORP") and before.tag_ in ("NNP", "NNPS")
    astray = before.head == verb and before.dep_ in ("npadvmod", "advmod", "dep", "intj", "nmod", "compound")
    return [before] if named and astray and before.left_edge.i == verb.sent.start else []


def agents_astray(passive: Any) -> list[Any]:
    """The agent that the parser hangs on a place or thing between: "denied access to the village *by separatists*"."""
    after = [
        c for c in passive.children if c.i > passive.i and c.dep_ in ("dobj", "prep", "pcomp") and c.lower_ not in APART
    ]
    for _ in range(_ASTRAY_STEPS):
        found = []
        for t in after:
            for c in t.children:
                if c.i <= t.i or c.dep_ not in ("dobj", "prep", "pobj", "pcomp") or c.lower_ in APART:
                    continue
                if c.dep_ == "prep" and c.lower_ == "by" and t.lemma_.lower() not in classes()["violence"]:
                    return [o for o in c.children if o.dep_ == "pobj" and _may_act(o)]
                found.append(c)
        after = found
    return []


def on_orders(passive: Any) -> list[Any]:
    """On whose orders a thing was done of which nobody else is said to have done it: "was cut *on government orders*"."""
    for prep in passive.children:
        if prep.dep_ != "prep" or prep.lower_ not in ("on", "under", "upon"):
            continue
        for order in prep.children:
            if order.dep_ == "pobj" and order.lemma_.lower() in _ORDERS:
                given = [o for p in order.children if p.lower_ in ("of", "from", "by") for o in p.children]
                return given or [c for c in order.children if c.dep_ in ("poss", "compound", "amod", "nmod")]
    return []


_ORDERS = frozenset("order instruction command directive decree".split())
_ASTRAY_STEPS = 4
_ACTING = ("force", "police", "court", "body", "official", "office_holder", "diplomat", "attacker", "crowd")


def _may_act(noun: Any) -> bool:
    """Whether a noun may name whoever did something, and no day, measure or way."""
    known = any(noun.lemma_.lower() in classes()[k] for k in _ACTING)
    acting = known or noun.tag_ in ("NNS", "NNP", "NNPS") or noun.ent_type_ in NATIONAL
    return acting and noun.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL")
