"""Whether a sentence says of a claim that it is false: "the report that rebels fired turned out to be untrue".

In: the noun for what was said. Out: True where its own predicate says that it is false, or not true.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import words
from sayso.annotating.attribution.page import negated

_TURNING_OUT = frozenset(("be", "prove", "turn", "become", "remain", "find", "show"))


def found_false(noun: Any) -> bool:
    """Whether the verb that a noun is the subject of calls what it names false."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_ not in _TURNING_OUT or verb.dep_ == "ccomp":
        return False  # where somebody says so it is his denial
    if not {noun.lemma_.lower()} & (words("deniable") | words("retractable")):
        return False
    chain = [verb, *(c for c in verb.children if c.dep_ in ("xcomp", "prt"))]
    chain += [c for v in chain[1:] for c in v.children if c.dep_ == "xcomp"]
    said = {
        c.lemma_.lower() for v in chain for c in v.children if c.dep_ in ("acomp", "attr", "oprd", "dobj", "advmod")
    }
    said |= {v.lemma_.lower() for v in chain[1:]}
    minus = any(negated(v) for v in chain)
    return bool(said & words("falsity")) != minus if said & words("falsity") else bool(said & words("truth")) and minus
