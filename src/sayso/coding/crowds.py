"""Whether a crowd told of again is the one told of before: "the demonstrators", their union, its members.

In: the mentions of a protest and one more. Out: yes or no.
"""

from __future__ import annotations

from sayso.coding.at_home import PLACED, stems
from sayso.coding.extraction import Mention
from sayso.coding.kinds_of_people import BODIES
from sayso.coding.sides import side
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor


def is_that_crowd(group: list[Mention], m: Mention) -> bool:
    """ "The demonstrators demanded": whoever marched in the story before."""
    doc = m.sentence.doc
    those = [a for a in m.actors if any(c.lower_ in ("the", "these", "those") for c in doc[a.head].lefts)]
    crowds = {(a.code, a.sector) for x in group for a in x.actors if a.kind == "generic"}
    return any(a.kind == "generic" and (a.code, a.sector) in crowds for a in those)


def is_in_it(group: list[Mention], m: Mention) -> bool:
    """ "Teachers went on strike. 90 percent of its members had joined *the strike*, the union said.": who is said to be in it."""
    doc = m.sentence.doc
    before = [c for i in m.tokens if doc[i].lemma_.lower() in _PROTESTS for c in doc[i].lefts]
    if m.place is not None or not any(c.lower_ == "the" and c.dep_ == "det" for c in before):
        return False
    crowds = {(a.code, sector) for x in group for a in x.actors for sector in (a.sector, None, "CVL", "LAB")}
    whose = any(c.dep_ == "poss" for c in before)  # "joined the doctors' strike"
    return not whose and bool(m.actors) and all((a.code, a.sector) in crowds for a in m.actors)


def is_their_body(group: list[Mention], m: Mention) -> bool:
    """ "Workers blocked the road. "We blocked it," said the union's secretary": of one crowd, a body of its country speaks or is named."""
    against = {side(a) for a in m.recipients} <= {side(a) for x in group for a in (*x.recipients, *x.actors)}
    told = m.told_by_another and m.place is None and against  # "the union said that 9,000 of its members had marched"
    bodies = [
        a
        for a in m.actors
        if (a.sector in BODIES and (a.kind == "organization" or (told and a.code is None)))
        or (told and m.sentence.doc[a.head].lemma_ in _LEAGUES)
    ]
    crowd = [a for x in group for a in x.actors if a.kind in ("generic", "pronoun") and a.sector not in OF_STATE]
    same = any(b.code in (None, a.code) for b in bodies for a in crowd)
    return same and len(bodies) == len(m.actors) and all("negation" not in x.auxiliary for x in group)


def are_its_members(group: list[Mention], m: Mention) -> bool:
    """ "Nurses went on strike. The Nurses' Union said that its members had stayed away": one crowd by two names."""
    before, now = (
        [a for a in actors if a.kind in ("generic", "pronoun") and a.sector not in OF_STATE]
        for actors in ([a for x in group for a in x.actors], m.actors)
    )
    return any(a.code == b.code and _kind(a) & _kind(b) for a in before for b in now)


def _kind(a: Actor) -> set[str]:
    """What people are by the words before their place: "nurses" of "nurses in Porto", "nurses" and "union" of the union's members."""
    return stems(PLACED.split(f"{a.identifier_text or a.text} ")[0]) - _MANY


_LEAGUES = frozenset("member supporter union federation association league syndicate".split())
_PROTESTS = frozenset(
    "strike walkout stoppage march rally protest demonstration boycott blockade picket sit-in".split()
)
_MANY = frozenset({"severa", "hundre", "thousa", "dozens", "people", "protes", "demons", "march", "other", "crowd"})
