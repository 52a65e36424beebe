"""Who holds whom, told in several deeds: those who are freed were taken before, those who were taken are whom somebody holds.

In: the events of an article, each as its tellings. Out: the same, with doers and recipients that only the other deed done to the same
people or vessel names: "Gunmen freed two Italians. They had been kidnapped in May." Who frees hostages from others is not who took them.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.extraction import Mention
from sayso.coding.frames import classes
from sayso.coding.kinds_of_people import OUTLAWS
from sayso.coding.sides import is_nobody, side
from sayso.model import Actor

_TAKING = frozenset({"abduct", "arrest", "seize"})
_KIDNAPPERS = OUTLAWS | {"CVL"}


def with_captors(groups: list[list[Mention]], doc: Any) -> list[list[Mention]]:
    """The events with what the deeds done to the same captives tell of one another."""
    held = [g for g in groups if _TAKING & {*g[0].mode} or "release" in g[0].mode]
    for group in held:
        others = [g for g in held if g is not group and ("release" in g[0].mode) != ("release" in group[0].mode)]
        others += [g for g in held if g is not group and g[0].mode == group[0].mode]
        for other in sorted(others, key=lambda g: abs(g[0].head.i - group[0].head.i)):
            _complete(group, other, doc)
    return groups


def _complete(group: list[Mention], other: list[Mention], doc: Any) -> None:
    """Give an event what it lacks from another that is told of the same captives."""
    lead, again = group[0], group[0].mode == other[0].mode
    doers, captives = _all(group, "actors"), _all(group, "recipients")
    their, theirs = _all(other, "actors"), _all(other, "recipients")
    if not theirs or {"negation", "hypothetical"} & {*other[0].auxiliary}:
        return
    if again and (other[0].head.i > lead.head.i or (doers and their and not _met(doers, their))):
        return  # the like done by others
    if (
        len({a.code for a in doers}) > 1
        or len({a.code for a in their}) > 1
        or _takes_things(group)
        or _takes_things(other)
    ):
        return  # an exchange of captives, or no captives at all
    if not doers and their and captives and all(a.kind == "pronoun" for a in captives) and _met(captives, their):
        # "Militants released two engineers. They were abducted in June."
        for m in group:
            m.recipients = []
        captives = []
    if again or not _may_be_captors(group, their):
        their = []
    if captives and _same_captives(captives, theirs, doc):
        if not doers and their:
            lead.actors = list(their)
        for m in group:
            m.recipients = [_known(a, theirs) for a in m.recipients]
    elif not captives and their and (_met(doers, their) if doers else not lead.definite) and not again:
        lead.recipients = list(theirs)
        lead.actors = lead.actors or ([] if doers else list(their))


def _all(group: list[Mention], role: str) -> list[Actor]:
    return [a for m in group for a in getattr(m, role)]


def _met(some: list[Actor], others: list[Actor]) -> bool:
    return bool(
        {side(a) for a in some} & {side(a) for a in others} or {a.entity for a in some} & {a.entity for a in others}
    )


def _may_be_captors(group: list[Mention], doers: list[Actor]) -> bool:
    """Whether whoever did the other deed may have done this one: no state kidnaps whom it frees."""
    if "abduct" in group[0].mode:
        return all(a.sector in _KIDNAPPERS or a.kind == "group" for a in doers)
    return bool(doers)


def _same_captives(some: list[Actor], others: list[Actor], doc: Any) -> bool:
    """Whether people are those of another deed: by who they are, or one without a country by what happened to them alone."""
    if {a.entity for a in some} & {a.entity for a in others if not is_nobody(a)}:
        return True
    mine, theirs = {a.code for a in some} - {None}, {a.code for a in others} - {None}
    if mine and theirs and not mine & theirs:
        return False
    return len(some) == len(others) == 1 and _is_one(doc, some[0]) == _is_one(doc, others[0]) and not (mine and theirs)


def _is_one(doc: Any, a: Actor) -> bool:
    return a.kind == "person" or doc[a.head].tag_ in ("NN", "NNP")


def _known(a: Actor, others: list[Actor]) -> Actor:
    """Somebody without a country as the captive of the other deed."""
    if a.code is not None or a.kind == "state":
        return a
    return next((b for b in others if b.code is not None), a)


def _takes_things(group: list[Mention]) -> bool:
    """Whether what is seized is no vessel, nor anybody: drugs, land, arms."""
    if "seize" not in group[0].mode:
        return False
    things = [c for m in group for c in m.head.children if c.dep_ in ("dobj", "nsubjpass")]
    return not any(t.lemma_.lower() in classes()["vessel"] or t.pos_ == "PRON" or _is_somebody(t) for t in things)


def _is_somebody(token: Any) -> bool:
    """Whether a noun is for people."""
    return bool(token.ent_type_ == "PERSON" or token.lemma_.lower() in classes()["prisoner"])
