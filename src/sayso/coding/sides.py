"""The side that somebody is on: a spokesman's group, an official's or a ministry's state, or their own."""

from __future__ import annotations

from sayso import ontology
from sayso.knowledge import state_name
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor

AGAINST = frozenset({"REB", "SEP"})  # whoever fights a state bears its name, and does not speak for it
_BESIDE = frozenset({"PTY", "LAB", "AGR", "SOC", "OPP"})  # nor do parties and unions, whatever they are called


def side(a: Actor) -> str:
    """The name of the side somebody is on."""
    if a.code == "UNO" and a.sector == "MIL":
        return "United Nations"  # for whose missions' soldiers all of it speaks
    if a.kind in ("person", "generic", "organization", "pronoun"):
        # "Officials" that only the context places speak for nobody in particular.
        if a.sector in OF_STATE and (a.side or a.kind != "generic") and a.code and a.code not in ontology.load().codes:
            return state_name(a.code)
        own = a.sector in AGAINST or (a.kind == "organization" and a.sector in _BESIDE)
        if a.side and not (own and a.code and a.side == state_name(a.code)):
            return a.side
    return a.identifier_text or a.text


def is_nobody(a: Actor) -> bool:
    """Whether people are of no side that could speak: those who died and those who mourn them are not one party."""
    return a.kind == "generic" and a.identifier_text == "people"


def is_counted(a: Actor) -> bool:
    """Whether people are known by their number alone: the "eleven" of a headline are whoever the story says."""
    return is_nobody(a) and "people" not in a.text.lower()
