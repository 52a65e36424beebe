"""Whether people are by their own words of another country than the one around them, or of several: "foreign forces", "the Gulf states".

In: the head token of a noun phrase. Out: yes or no.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agents, homelands, word_list
from sayso.annotating.actors.roles import core
from sayso.model import Actor


def is_from_elsewhere(head: Any) -> bool:
    """Whether a noun's own words say that it does not belong to the country around it: "foreign forces"."""
    before = {c.lower_ for h in (head, core(head)) for c in h.children if c.i < head.i}
    head = core(head)
    if head.tag_ not in ("NNS", "NNPS"):  # "the foreign minister", "a regional court"
        offices = (agents().get(f"{w} {head.lemma_.lower()}") for w in before)
        if any(o is not None and o.sector in ("GOV", "LEG", "JUD") for o in offices):
            return False
    if "government" in before and head.lower_ in word_list("delegated"):  # "government envoys in Quito"
        return True
    if _are_of_several(head):
        return True
    if before & {"regional", "jewish"} and head.tag_ == "NN" and any(p.lower_ == "in" for p in head.children):
        return False  # "the regional governor in Agadez", "a Jewish school in Antwerp"
    return head.lemma_.lower() in word_list("strangers") or not before.isdisjoint(word_list("from_elsewhere"))


def _are_of_several(head: Any) -> bool:
    """Whether people are of several states or of another one: "ministers of nine countries", "the Gulf monarchies"."""
    if head.tag_ in ("NNS", "NNPS") and head.lemma_.lower() in word_list("states_of_a_region"):
        region = head.lemma_.lower() in _MONARCHIES or any(
            c.dep_ in ("compound", "amod") and c.pos_ == "PROPN" for c in head.lefts
        )
        if region and head.lemma_.lower() not in ("leader", "government"):
            return True
    for prep in (c for c in head.children if c.dep_ == "prep" and c.lower_ in ("of", "from")):
        for o in (c for c in prep.children if c.dep_ == "pobj" and c.lemma_.lower() in word_list("countries")):
            words = {c.lower_ for c in o.lefts}
            if "another" in words or (o.tag_ == "NNS" and not words & (word_list("pairing") | {"these", "those"})):
                return True
    return False


def is_out_of_place(a: Actor) -> bool:
    """Whether people of a nation without a state have been given a country that none of them lives in: Kurds of America."""
    if a.kind != "generic" or a.code is None:
        return False
    lands = next((lands for w in a.text.split() if (lands := homelands().get(w))), None)
    return lands is not None and a.code not in lands


_MONARCHIES = frozenset({"monarchy", "nation", "country"})
