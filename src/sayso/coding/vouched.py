"""A deed vouched for: what a source says was done to one of a country is what the story has told of one, unless it was another.

Talks of others with those who have talked are other talks.

In: the mentions of an event and one that may tell it again. Out: whether it does.
"""

from __future__ import annotations

from sayso.coding.extraction import Mention
from sayso.model import Actor


def codes_of(actors: list[Actor]) -> set[str]:
    return {a.code or "" for a in actors}


def is_vouched_for(group: list[Mention], m: Mention) -> bool:
    """ "Uganda deported a trader. "Uganda has deported our citizen," Kigali said.": a source tells without a day of its own what the same
    side did in the same way to as many of the same country."""
    modes = {y for x in group for y in x.mode}
    if m.time is not None or m.body != group[0].body or not modes & {*m.mode} or not m.told_by_another:
        return False
    if not codes_of(m.actors) <= {c for x in group for c in codes_of(x.actors)}:
        return False
    known = {a.entity for x in group for a in x.recipients}
    if any(a.kind in ("person", "pronoun") and a.entity not in known for a in m.recipients):
        return False  # somebody whom the story knows by name
    codes = {a.code for x in group for a in x.recipients if a.code}
    return (
        bool(codes) and {a.code for a in m.recipients} == codes and any(_as_many(x, m) for x in group if x.recipients)
    )


def _as_many(x: Mention, m: Mention) -> bool:
    """Whether two tellings speak of one alike or of several alike."""
    doc = m.sentence.doc
    one, other = ({doc[a.head].tag_ in ("NNS", "NNPS") or len(y.recipients) > 1 for a in y.recipients} for y in (x, m))
    return one == other


def is_of_another(m: Mention) -> bool:
    """Whether it was done to somebody else: "deported another trader"."""
    doc = m.sentence.doc
    return any(c.lower_ in _ANOTHER for a in m.recipients for c in doc[a.head].lefts)


DONE_TO = frozenset({"COERCE", "SANCTION", "RETREAT"})
_ANOTHER = frozenset({"another", "second", "third"})


def with_others(group: list[Mention], m: Mention) -> bool:
    """ "The two commanders spoke by phone. … Malaysia's premier phoned both": talks of others with those who talked are other talks."""
    told = set[str]().union(*(codes_of(x.actors + x.recipients) for x in group))
    now = codes_of(m.actors + m.recipients)
    return (
        m.event == "CONSULT"
        and m.head.pos_ == "VERB"
        and len(told) > 1
        and len(now) > 1
        and told < now
        and not m.refers_back
    )
