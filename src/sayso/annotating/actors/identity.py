"""Who a noun phrase is: what the actor layer works out of it before it becomes a mention.

In: an agent noun and its owner. Out: an :class:`Identity`, with the country and sector that the two give together.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.annotating.actors.lexicon import Agent, is_facing, states_own, word_list
from sayso.knowledge.names import state_names

ActorKind = Literal["state", "organization", "group", "person", "generic", "pronoun", "collective"]


class Identity(msgspec.Struct):
    """Who a noun phrase is; ``owned_by`` is the head token of an owner that coreference must resolve."""

    name: str
    code: str | None
    sector: str | None
    kind: ActorKind
    first: int
    last: int
    office: str | None = None
    other_sectors: list[str] = []
    owned_by: int | None = None
    owner: Identity | None = None
    stands_for_owner: bool = False
    spokesperson: bool = False
    noun: str | None = None
    plural: bool = False


_ARMED = frozenset({"MIL", "REB", "PRM", "CRM"})
_FORCES = frozenset({"MIL", "COP", "SPY"})
_BANDS = frozenset({"REB", "PRM", "CRM"})
_HOUSES = frozenset({"EDU", "REL", "MED", "BUS"})
_IN_HOUSES = frozenset({"CVL", "LAB", "REF", "UAF", "CRM", "REB", "COP", "MIL"})
OWN_HEADS = frozenset({"SOC", "BUS", "EDU", "REL", "MED", "LAB", "JRN", "PTY", "AGR", "REB", "CRM"})


def placed(noun: Agent, owner: Identity | None) -> tuple[str | None, str | None]:
    """Country and sector of a role: a group's or body's people take its sector, a state's that of the role."""
    if owner is None:
        return None, noun.sector
    if is_facing(noun.noun):
        return owner.code, noun.sector
    if owner.kind in ("group",):
        return owner.code, owner.sector
    if owner.kind == "organization" and owner.noun in word_list("embassies") and noun.sector == "LAB":
        return owner.code, owner.sector  # an embassy's staff are diplomats
    if owner.kind == "organization" and owner.noun and owner.sector == "GOV" and noun.sector and not noun.owner:
        return owner.code, noun.sector  # "mourners in the city"
    apart = owner.code in state_names() or owner.code is None
    if owner.noun and owner.sector in _FORCES and noun.noun.split()[0] in word_list("of_forces"):
        if noun.sector in ("GOV", "MIL", "COP", None):
            return owner.code, owner.sector  # officers of the presidential guard, the army's chief of staff
    if (
        owner.kind == "state"
        and owner.sector == "GOV"
        and noun.noun in ("neighbour", "neighbor", "neighbours", "neighbors")
    ):
        return None, "GOV"  # "Burkina's neighbours"
    if owner.kind == "person" and owner.sector in _ARMED and noun.noun in word_list("men"):
        return owner.code, owner.sector  # a rebel leader's men
    if noun.noun in ("guard", "guards", "bodyguard") and owner.noun in word_list("rulers"):
        return owner.code, "MIL"  # the president's guards
    if owner.kind == "organization" and owner.sector is None and noun.sector == "GOV" and apart:
        return owner.code, None  # the president of an association
    if owner.kind == "organization" and owner.sector in ("BUS", "EDU") and noun.sector == "LAB":
        return owner.code, noun.sector  # an airline's union
    if owner.noun and owner.sector in _BANDS and noun.sector == "MIL":
        return owner.code, owner.sector  # the rebels' commander
    if owner.code == "NGO" and (noun.sector in ("CVL", "LAB") or (noun.sector == "GOV" and owner.sector is None)):
        return owner.code, "SOC"  # a Red Cross worker
    if owner.kind == "organization" and owner.sector in _HOUSES and noun.noun in word_list("weapons"):
        return owner.code, owner.sector  # an airline's jet
    if owner.kind == "organization" and owner.sector in _HOUSES and noun.sector in _IN_HOUSES:
        return owner.code, noun.sector  # students at a university
    if owner.kind == "person" and noun.sector == "GOV" and noun.kind == "person":
        return owner.code, owner.sector or noun.sector  # an opposition leader's aide
    if owner.kind == "organization" and noun.kind == "spokesperson" and owner.code in ("UNO", "IGO", "EUR"):
        return owner.code, owner.sector or "GOV"
    if owner.kind == "organization" or (noun.owner and owner.noun):
        return owner.code, owner.sector or noun.sector
    if noun.sector == "GOV" and owner.sector in OWN_HEADS and owner.noun and not owner.plural:
        return owner.code, owner.sector  # the president of a football association
    if owner.kind == "state" and owner.sector == "PRE" and noun.sector == "MIL":
        return owner.code, "REB"  # the soldiers of a breakaway republic
    if (
        owner.kind == "state" and owner.sector != "CVL" and noun.noun in states_own()
    ):  # "Israeli snipers", "the US attorney"
        return owner.code, states_own()[noun.noun]
    if noun.kind == "body" and noun.sector is None and not noun.owner and owner.kind == "state":
        return owner.code, None  # "Pakistan-based groups"
    return owner.code, noun.sector or owner.sector
