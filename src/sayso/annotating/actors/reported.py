"""Pronouns in what somebody tells: the one who tells it, those robbed by whom he tells of, and those he tells of who are not himself.

Also who is accused in a charge that he rejects. In: a pronoun's token and the mentions of its sentence. Out: tokens by which the pronoun
is likely, or unlikely, meant; -1 if none.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import word_list
from sayso.annotating.attribution.lexicon import cues
from sayso.model import Actor

_ATTACKING = frozenset({"REB", "UAF", "MIL", "COP", "CRM", "PRM", "SPY"})
_SUFFERING = frozenset({"CVL", "AGR", "REF", "LAB", "REL", "MED", "EDU", "BUS", "JRN", "SOC", "ELI"})
_TELLING_OF_OTHERS = frozenset({"COP", "JUD", "MED"})
_CHAIN = 5


def teller(verb: Any) -> int:
    """The token of who says what a verb tells: "*farmers* said soldiers had burned their huts", "*refugees* who said …"."""
    for _ in range(_CHAIN):
        if verb.dep_ == "ccomp":
            break
        if verb.dep_ not in ("conj", "xcomp") or verb.head.pos_ not in ("VERB", "AUX"):
            return -1
        verb = verb.head
    says = verb.head
    if verb.dep_ != "ccomp" or says.i > verb.i or says.lemma_.lower() not in cues("verb"):
        return -1
    subject = next((c for c in says.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.i > verb.i:
        return -1
    if subject.tag_ in ("WP", "WDT") and says.dep_ == "relcl":
        return int(says.head.i)
    return int(subject.i)


def speaker(pronoun: Any) -> tuple[int, float]:
    """The token of who says something of himself, and how much that counts: "after *Washington* said it was sorry"."""
    verb = pronoun.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ != "ccomp" or verb.head.i > pronoun.i:
        return -1, 0.0
    said_by = next((c for c in verb.head.children if c.dep_ == "nsubj" and c.i < pronoun.i), None)
    if said_by is None:
        return -1, 0.0
    if (
        said_by.tag_ in ("WP", "WDT") and verb.head.dep_ == "relcl"
    ):  # "asked *the ministry*, which said it knew nothing"
        return int(verb.head.head.i), 2.5
    return int(said_by.i), 1.0


def robbed(pronoun: Any, near: list[Actor]) -> tuple[int, int]:
    """Those who tell that others took or hurt what is theirs, and those others: "*herders* said gunmen had taken *their* goats"."""
    thing = pronoun.head
    verb = thing.head
    if pronoun.tag_ != "PRP$" or thing.dep_ != "dobj" or verb.pos_ != "VERB":
        return -1, -1
    if verb.lemma_.lower() not in word_list("harming") | word_list("robbing"):
        return -1, -1
    if thing.lemma_.lower() in word_list("carried") | word_list("weapons"):
        return -1, -1
    told_by = teller(verb)
    doer = next((c for v in _row(verb) for c in v.children if c.dep_ == "nsubj"), None)
    if told_by < 0 or doer is None:
        return -1, -1
    by_head = {a.head: a for a in near}
    victim, attacker = by_head.get(told_by), by_head.get(doer.i)
    if victim is None or attacker is None or victim.entity == attacker.entity:
        return -1, -1
    if victim.sector in _SUFFERING and attacker.sector in _ATTACKING:
        return told_by, int(doer.i)
    return -1, -1


def accused(pronoun: Any) -> int:
    """The token of who rejects a charge of what he or his did: "*Kenya* denied Somalia's charge that its jets bombed a village"."""
    doer = pronoun.head if pronoun.tag_ == "PRP$" else pronoun
    deed = doer.head
    charge = deed.head
    if (
        doer.dep_ != "nsubj"
        or deed.dep_ not in ("acl", "ccomp", "relcl")
        or charge.lemma_.lower() not in word_list("charges")
    ):
        return -1
    if charge.lemma_.lower() in _OF_ANYTHING and deed.lemma_.lower() not in word_list("harming") | word_list("robbing"):
        return -1  # "rejected the rebels' claim that they had won"
    says = charge.head
    if charge.dep_ != "dobj" or says.lemma_.lower() not in word_list("rejecting") | {"deny"}:
        return -1
    return next((int(c.i) for c in says.children if c.dep_ == "nsubj" and c.i < charge.i), -1)


_OF_ANYTHING = word_list("charges") - {"accusation", "allegation", "charge", "complaint", "insinuation"}


def _row(verb: Any) -> list[Any]:
    """A verb and those to which it is joined, from it upwards."""
    row = [verb]
    while row[-1].dep_ == "conj" and len(row) < _CHAIN:
        row.append(row[-1].head)
    return row


def told_of(pronoun: Any, near: list[Actor]) -> int:
    """The token of who tells of another and cannot mean himself: "*the sheriff* said he had fled", "*the mayor* said she had died",
    "*a spokesman* said the rebels had freed her", "her *lawyer* said she had been beaten"."""
    verb = pronoun.head
    if pronoun.dep_ in ("dobj", "dative") and pronoun.lower_ in _ONE:
        return _told_by_doers(verb, near)
    if pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return -1
    lemma = verb.lemma_.lower()
    said_by = teller(verb)
    if said_by >= 0:
        if lemma in ("die", "drown", "perish") or _is_of_the_one(verb.doc[said_by], pronoun):
            return said_by
        sector = next((a.sector for a in near if a.head == said_by), None)
        suffers = pronoun.dep_ == "nsubjpass" and lemma in word_list("done_to_people") | word_list("harming")
        if sector in _TELLING_OF_OTHERS and (suffers or lemma in word_list("doing_of_suspects")):
            return said_by
    if verb.dep_ == "advcl" and lemma in word_list("going_away") and verb.head.lemma_.lower() in word_list("coming_to"):
        if any(c.lower_ in ("after", "when", "until") for c in verb.children):  # "soldiers came after they had left"
            return next((int(c.i) for c in verb.head.children if c.dep_ == "nsubj"), -1)
    return -1


def _told_by_doers(verb: Any, near: list[Actor]) -> int:
    """The token of who tells what was done to another, as a spokesman or as one of those who did it; -1 if none."""
    said_by = teller(verb)
    done = word_list("done_to_people") | word_list("harming") | word_list("catching") | word_list("freeing")
    if said_by < 0 or verb.lemma_.lower() not in done:
        return -1
    by_head = {a.head: a for a in near}
    told_by = by_head.get(said_by)
    doer = next((by_head.get(c.i) for v in _row(verb) for c in v.children if c.dep_ == "nsubj"), None)
    roles = (verb.doc[said_by], *verb.doc[said_by].subtree)
    speaks = any(t.lemma_.lower() in word_list("speaking_for") for t in roles if t.i <= verb.head.i)
    own = told_by is not None and doer is not None and told_by.code == doer.code and told_by.sector == doer.sector
    return said_by if speaks or (own and told_by is not None and told_by.sector in _ATTACKING) else -1


def _is_of_the_one(told_by: Any, pronoun: Any) -> bool:
    """Whether who tells it speaks on behalf of the one it is about: "*her* lawyer said *she* …"."""
    role = next((t for t in (told_by, *told_by.children) if t.lemma_.lower() in word_list("speaking_for_one")), None)
    return role is not None and any(c.dep_ == "poss" and c.lower_ in _SAME.get(pronoun.lower_, ()) for c in role.lefts)


_ONE = frozenset({"him", "her"})
_SAME = {"she": ("her",), "he": ("his",)}
