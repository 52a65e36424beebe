"""Of what force people are who serve somebody: a police chief's men, the interior minister's men, the president's guards, a tank's crew.

In: whose they are and their noun. Out: the force's sector, or None where they are of none.
"""

from __future__ import annotations

from sayso.annotating.actors.lexicon import Agent, forces_of_ministers, word_list
from sayso.model import Actor

_FORCES = frozenset({"MIL", "COP", "REB", "PRM", "CRM"})
_CREWS = frozenset({"crew", "gunner", "driver", "pilot"})


def force_of(owner: Actor, noun: Agent) -> str | None:
    """The sector of those who serve an officer, fighter, minister or ruler, or aboard an army's vehicle."""
    men = noun.noun in word_list("men")
    serving = men or noun.sector in ("MIL", "COP") or noun.noun.split()[-1] == "unit"
    if owner.sector in _FORCES and owner.kind != "state" and (serving or noun.noun in _CREWS):
        return owner.sector
    words = (owner.office or "").split()
    if (
        owner.sector == "GOV"
        and words
        and words[-1] in ("minister", "secretary", "chief")
        and (men or noun.noun == "officer")
    ):
        return next((forces_of_ministers()[w] for w in words if w in forces_of_ministers()), None)
    if is_guard(noun) and words and words[-1] in word_list("rulers"):
        return "MIL"
    return None


def is_guard(noun: Agent) -> bool:
    return noun.noun in ("guard", "guards", "bodyguard", "bodyguards")
