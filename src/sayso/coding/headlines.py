"""A headline's deed and the one that the story opens with: "Guards killed in clash" and "Afghan fighters shot dead two Iranian guards".

In: the tellings so far and the next. Out: whether one of them is the headline of the other, though the headline's own short words
name nobody, or only people whose country it leaves to the story.
"""

from __future__ import annotations

from sayso import ontology
from sayso.coding.extraction import Mention
from sayso.coding.sides import side
from sayso.model import Actor

_SOON = 90  # tokens from the headline to the story's own telling
# What is only said, asked or charged may be said of much; a headline's deed is one.
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID", "MOBILIZE", "PROTEST", "CONCEDE"})


def is_of_headline(group: list[Mention], m: Mention) -> bool:
    """Whether a story's first telling of a kind of deed is that of its headline, whose parties do not gainsay it."""
    if m.event not in _DEEDS or m.title or m.definite or not all(x.title for x in group):
        return False
    if m.head.i - group[-1].head.i > _SOON or m.old or m.refers_back or not any(_is_short(x) for x in group):
        return False
    doers = [a for x in group for a in x.actors]
    done_to = [a for x in group for a in x.recipients]
    return _may_be(doers, m.actors) and _may_be(done_to, m.recipients)


def _is_short(x: Mention) -> bool:
    """Whether a headline leaves one side out, or names it by what people are alone."""
    return not x.actors or not x.recipients or any(is_unplaced(a) for a in (*x.actors, *x.recipients))


def _may_be(short: list[Actor], full: list[Actor]) -> bool:
    known = [a for a in short if not is_unplaced(a)]
    named = [a for a in full if not is_unplaced(a)]
    if not known or not named:
        return True
    return bool({side(a) for a in known} & {side(a) for a in named} or _codes(known) & _codes(named))


def _codes(actors: list[Actor]) -> set[str]:
    """The states that actors are of; a group, a league or a firm is known by its name alone."""
    return {a.code for a in actors if a.code and a.kind != "group" and a.code not in ontology.load().codes}


def is_unplaced(a: Actor) -> bool:
    """Whether people are of a country only by what stands around them: "guards", "schoolgirls", "soldiers in the hills"."""
    return a.kind == "generic" and not a.side


def tellings(group: list[Mention], role: str) -> list[list[Actor]]:
    """The parties of each telling by role, a headline's short words for people only where the story has none of its own."""
    told: list[list[Actor]] = [getattr(m, role) for m in group]
    own = [a for m in group if not m.title for a in getattr(m, role)]
    if not own:
        return told
    known = {a.entity for a in own}
    return [
        [a for a in parties if not (m.title and is_unplaced(a) and a.entity not in known)]
        for m, parties in zip(group, told, strict=True)
    ]
