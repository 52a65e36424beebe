"""Whose official answers for a deed: "Peru's navy seized the boat, a government spokeswoman confirmed".

In: the head of an official of whom the text does not say whose he is, and the actors with a country by their heads. Out: the country
whose own soldiers or police did what he confirms or admits.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import word_list
from sayso.annotating.actors.pronouns import clause
from sayso.annotating.attribution.lexicon import cues
from sayso.knowledge.names import state_names
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor


def tells_of(head: Any, sector: str | None, by_head: dict[int, Actor]) -> str | None:
    """The country whose deed is told before the body that announces it: "Turkey freed two sailors, the foreign ministry said"."""
    verb = clause(head)
    if sector not in OF_STATE or head.dep_ != "nsubj" or verb.lemma_.lower() not in cues("verb"):
        return None
    for deed in (c for c in verb.lefts if c.dep_ == "ccomp"):
        doers = [c for c in deed.lefts if c.dep_ == "nsubj" and c.i < head.i]
        codes = {a.code for d in doers if (a := by_head.get(d.i)) is not None and a.sector in OF_STATE}
        if len(codes) == 1 and (code := codes.pop()) in state_names():
            return code
    return None


def answers_for(head: Any, sector: str | None, by_head: dict[int, Actor], verbs: str = "answering_for") -> str | None:
    """The country of whoever did the deed that an official owns to, or, by a wider list of verbs, denies."""
    verb = clause(head)
    if sector not in OF_STATE or verb.lemma_.lower() not in word_list(verbs):
        return None
    told = [c for c in verb.children if c.dep_ in ("ccomp", "parataxis")]
    if verb.dep_ in ("ccomp", "parataxis", "conj") and verb.head.i < verb.i:
        told.append(verb.head)
    for deed in told:
        for c in deed.children:
            doers = [c] if c.dep_ == "nsubj" else [o for o in c.children if c.dep_ == "agent"]
            for doer in doers:
                a = by_head.get(doer.i)
                if (
                    a is not None
                    and doer != head
                    and a.kind != "state"
                    and a.sector in OF_STATE
                    and a.code in state_names()
                ):
                    return a.code
    return None
