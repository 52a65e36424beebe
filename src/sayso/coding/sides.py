"""The side that somebody is on: a spokesman's group, an official's or a ministry's state, or their own."""

from __future__ import annotations

from sayso import ontology
from sayso.knowledge import state_name
from sayso.knowledge.states import OF_STATE, PEOPLE, breakaway
from sayso.model import Actor, Party

_UNIONS = {"UNO": "United Nations", "EUR": "European Union"}  # for which their own officers speak
AGAINST = frozenset({"REB", "SEP"})  # whoever fights a state bears its name, and does not speak for it
HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})  # what one side does to another against its will
_BESIDE = frozenset({"PTY", "LAB", "AGR", "SOC", "OPP"})  # nor do parties and unions, whatever they are called


def side(a: Actor) -> str:
    """The name of the side somebody is on."""
    if a.code == "UNO" and a.sector == "MIL":
        return "United Nations"  # for whose missions' soldiers all of it speaks
    if a.kind == "person" and a.office and a.side is None and a.code in _UNIONS:
        return _UNIONS[a.code]
    if (apart := breakaway(a.code, a.side or a.identifier_text)) is not None:
        return apart
    if a.kind in ("person", "generic", "organization", "pronoun"):
        if a.sector in OF_STATE and a.code and a.code not in ontology.load().codes:
            return state_name(a.code)
        own = a.sector in AGAINST or (a.kind in ("organization", "generic") and a.sector in _BESIDE)
        if a.side and not (own and a.code and a.side == state_name(a.code)):
            return a.side
    return a.identifier_text or a.text


def is_nobody(a: Actor) -> bool:
    """Whether people are of no side that could speak: those who died and those who mourn them are not one party."""
    return a.kind == "generic" and a.identifier_text == "people"


def has_a_side(a: Actor) -> bool:
    """Whether somebody speaks for a state, a group or a body, and not as one of a crowd."""
    if a.kind == "generic" and not a.side:
        return False
    return is_party(a) and not (a.sector in PEOPLE and a.kind != "group")


def is_party(a: Actor) -> bool:
    """Whether somebody has a side that can be party to an event: of a state, a body or a group, and not only people in number."""
    return bool(a.code or a.kind == "group") and not is_nobody(a)


def is_counted(a: Actor) -> bool:
    """Whether people are known by their number alone: the "eleven" of a headline are whoever the story says."""
    return is_nobody(a) and "people" not in a.text.lower()


def party_of(a: Actor, own: str | None = None) -> Party:
    """An actor as an event's record holds it, with the side that it is on: ``own`` where that is not the usual one."""
    return Party(a.code, a.sector, a.text, a.identifier_text, a.identifier_id, a.office, a.entity, own or side(a))
