"""Who is given something, where the parser hangs the receiver on the thing.

"Given *Kenya* six boats", "handed 40 tents for families *to Nepal*".

In: a verb of giving or carrying. Out: the words for the receiver.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.agents import NATIONAL

_CARRYING = frozenset(
    (
        "hand give deliver send ship fly bring extradite return transfer surrender deport repatriate donate sell lend truck ferry "
        "turn pass"
    ).split()
)
_WITHIN = ("acl", "relcl", "pobj", "prep", "dobj", "conj", "amod")


def given(thing: Any, verb: Any) -> list[Any]:
    """The name between a verb and the number or article of what is given, which the parser takes for a part of that."""
    for c in thing.children:
        if (
            c.dep_ in ("nmod", "compound", "npadvmod", "poss")
            and c.ent_type_ in NATIONAL
            and c.left_edge.i == verb.i + 1
        ):
            after = c.nbor(1)
            if after.head == thing and (after.like_num or after.tag_ in ("DT", "PRP$", "$")):
                return [c]
    return []


def carried_to(verb: Any) -> list[Any]:
    """The named goal behind the last "to" of the thing's own phrase: "extradited a man wanted for fraud *to Canada*"."""
    if verb.lemma_ not in _CARRYING:
        return []
    things = [c for c in verb.children if c.dep_ in ("dobj", "prep") and c.i > verb.i]
    for thing in reversed(things):
        goals = [p for p in thing.subtree if p.lower_ == "to" and p.dep_ == "prep" and p.head.dep_ in _WITHIN]
        found = [o for p in goals[-1:] for o in p.children if o.dep_ == "pobj"]
        if found and any(t.ent_type_ in NATIONAL for o in found for t in (o, *o.children)):
            return found
    return []
