"""What another does as well: "France did the same on Tuesday", "the Netherlands took the same step last week", "Oslo followed suit".

In: the event mentions of an article. Out: the same, with a mention for each such clause, of the deed told last before it (or, where none
is, first behind it), by another doer. Who was acted on before and does the same does it to whoever did it to him.
"""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.coding.anchors import Anchors
from sayso.coding.arguments import subjects
from sayso.coding.extraction import Mention
from sayso.coding.parties import Roles
from sayso.coding.phrases import contents
from sayso.coding.sides import is_party, side
from sayso.model import Actor, Article, Span

_STEPS = frozenset({"step", "measure", "decision", "action", "move", "course"})
_TAKING = frozenset({"take", "make", "follow"})
_ALIKE = frozenset({"same", "similar", "identical", "like"})
_DOING = frozenset({"likewise", "similarly"})
# What one side may do as another does; who kills or speaks "the same" is told in words of its own.
_KINDS = frozenset({"SANCTION", "COERCE", "MOBILIZE", "RETREAT", "AID", "SUPPORT", "CONCEDE", "COOPERATE", "REJECT"})
_RECOGNIZING = frozenset("recognise recognize establish ratify sign open reopen resume restore endorse".split())
_WITHIN = 4  # sentences
_BETWEEN_STATES = frozenset({"SANCTION", "MOBILIZE", "COERCE", "RETREAT"})


def with_likewise(found: list[Mention], article: Article, roles: Roles, anchors: Anchors) -> list[Mention]:
    """The mentions with those of deeds that are told as done by another as well."""
    heads = [t for t in article.parse if t.pos_ in ("VERB", "AUX") and _does_alike(t)]
    made = [m for head in heads if (m := _told(head, found, article, roles, anchors)) is not None]
    return sorted([*found, *made], key=lambda m: int(m.head.i)) if made else found


def _does_alike(verb: Any) -> bool:
    """Whether a verb says that somebody has done what was told: neither denied nor only to come."""
    children = list(verb.children)
    helping = {c.lower_ for c in children if c.dep_ == "aux"}
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helping & {"has", "have", "had", "'ve", "'d"}))
    if not past or any(c.dep_ in ("neg", "mark", "auxpass") for c in children):
        return False
    things = [c for c in children if c.dep_ in ("dobj", "oprd", "attr")]
    if verb.lemma_ == "do":
        return any(t.lower_ in _ALIKE for t in things) or any(c.lower_ in _DOING for c in children)
    if verb.lemma_ == "follow":
        return any(t.lower_ == "suit" for t in things)
    return verb.lemma_ in _TAKING and any(
        t.lemma_.lower() in _STEPS and any(c.lower_ in _ALIKE for c in t.lefts) for t in things
    )


def _told(head: Any, found: list[Mention], article: Article, roles: Roles, anchors: Anchors) -> Mention | None:
    """The mention of a clause; None where nobody known does it, or no deed is told before it that he may do too."""
    doers = [a for t in subjects(head) for w in contents(t) for a in roles.at(w) if is_party(a)]
    told = [m for m in found if m.actors and not m.definite and (m.event != "SUPPORT" or m.head.lemma_ in _RECOGNIZING)]
    before = [m for m in told if m.head.i < head.i]
    if not doers or not told:
        return None
    model = before[-1] if before else told[0]  # a story may begin with what was done in answer
    first, last = sorted((model.head.idx, head.idx))
    apart = sum(1 for s in article.sentences if first < s.start <= last)
    mine, theirs = {side(a) for a in doers}, {side(a) for a in model.actors}
    if model.event not in _KINDS or model.auxiliary or apart > _WITHIN or mine & theirs:
        return None
    start, end = head.left_edge.idx, head.right_edge.idx + len(head.right_edge)
    things = [t.text for t in head.subtree if t.dep_ in ("dobj", "ROOT")]
    return msgspec.structs.replace(
        model, head=head, actors=doers, recipients=_named(head, roles) or _done_to(model, mine), time=anchors.time(head),
        place=anchors.place(head), size=None, words=" ".join(things) or head.text, evidence=Span(start, end), sentence=head.sent,
        told_by_another=False, host=None, title=False, answers="", reasons=frozenset(), tokens=frozenset({head.i}), old=False, of_two=0,
        claimed=False,
    )  # fmt: skip


def _named(head: Any, roles: Roles) -> list[Actor]:
    """Those to whom the clause itself says it was done: "did the same *to a Colombian officer*"."""
    words = [
        w
        for p in head.children
        if p.dep_ == "prep" and p.lower_ in ("to", "with")
        for t in p.children
        for w in contents(t)
    ]
    return [a for w in words for a in roles.at(w) if is_party(a)]


def _done_to(model: Mention, mine: set[str]) -> list[Actor]:
    """Those to whom the other does it: the same, or whoever did it to him."""
    if any(side(a) in mine for a in model.recipients):
        return model.actors if model.event in _BETWEEN_STATES else []
    return model.recipients
