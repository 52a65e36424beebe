"""Which mentions a trained coder would record: words and plans that no side of politics or conflict stands behind are left out.

In: the event mentions of an article. Out: those that deserve a record. `relate` asks about two given mentions and does not come here.
"""

from __future__ import annotations

from sayso.coding.extraction import Mention
from sayso.model import Actor

# Words and deeds of goodwill are somebody's; what nobody in the text asks, offers or threatens is no event.
_NEEDS_A_DOER = frozenset({"AGREE", "CONSULT", "COOPERATE", "MOBILIZE", "REQUEST", "SUPPORT", "THREATEN"})
_OF_STATE = frozenset({"GOV", "MIL", "LEG"})


def recorded(found: list[Mention]) -> list[Mention]:
    """The mentions worth a record; those that refer back ("the meeting") are kept for merging."""
    return [m for m in found if m.definite or not (_nobodys(m) or _only_meant(m) or _is_reporting(m))]


def _is_reporting(m: Mention) -> bool:
    """ "A commander contacted by AFP": journalists at their work hold no consultations."""
    return m.event == "CONSULT" and any(a.sector == "JRN" for a in (*m.actors, *m.recipients))


def _nobodys(m: Mention) -> bool:
    harmless = m.event == "ASSAULT" and m.answers == "denies"  # "denied that anybody had been hurt"
    return not m.actors and (m.event in _NEEDS_A_DOER or harmless)


def _only_meant(m: Mention) -> bool:
    """ "Worked to support students": what somebody means to do, by no condition or modal, where no two sides are concerned."""
    meant = "hypothetical" in m.auxiliary and not m.reasons & {"condition", "hedge"}
    return meant and len(_sides([*m.actors, *m.recipients])) < 2


def _sides(parties: list[Actor]) -> set[tuple[str, str]]:
    return {
        (a.code, a.sector) for a in parties if a.code and a.sector and (a.kind != "person" or a.sector in _OF_STATE)
    }
