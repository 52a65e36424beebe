"""A person told of first by what he is and then by name: "arrested a Rwandan trader. Jean Habimana was held at Mbarara".

In: a parse and its mentions, tied to one another. Out: the same; somebody without an office who is held, freed or sent away has the country
of the one person just told to be held, freed or sent away, whose own words say where he is from.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agent, word_list
from sayso.knowledge import state_name
from sayso.model import Actor

_FAR = 120  # tokens
_ONE = frozenset({"a", "an", "another"})
_DEEDS = frozenset(
    "arrest detention deportation abduction kidnapping expulsion capture imprisonment release extradition jailing".split()
)


def introduced(doc: Any, mentions: list[Actor]) -> None:
    """Give persons who are named after it was told what they are the country of what they are."""
    known = [a for a in mentions if _tells_from_where(doc, a)]
    if not known:
        return
    settled: set[str] = set()
    for m in mentions:
        if m.kind != "person" or m.office or m.side or m.sector not in (None, "CVL") or m.entity in settled:
            continue
        if not is_taken(doc[m.head]):
            continue
        settled.add(m.entity)
        before = [a for a in known if 0 < m.head - a.head < _FAR]
        if not before:
            continue
        a, entity = before[-1], m.entity
        for x in mentions:
            if x.entity == entity:
                x.code, x.sector = a.code, x.sector or a.sector
                x.entity = f"{(x.identifier_text or x.text).casefold()}|{a.code}"
        a.entity, a.identifier_text = m.entity, m.identifier_text


def _tells_from_where(doc: Any, a: Actor) -> bool:
    """Whether a mention is one nameless person of a country, who is held, freed or sent away: "a Rwandan national"."""
    head = doc[a.head]
    if a.kind not in ("generic", "state") or not a.code or a.side != state_name(a.code):
        return False
    noun = agent([head.lemma_.lower()], head.lemma_.lower())
    if (
        head.pos_ == "PROPN"
        or (noun is not None and noun.kind == "body")
        or any(c.dep_ == "appos" for c in head.children)
    ):
        return False
    one = head.tag_ == "NN" and any(c.lower_ in _ONE for c in head.lefts)
    top = head
    if head.tag_ == "NNS" and head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ == "one":
        one, top = True, head.head.head
    return one and is_taken(top)


def is_taken(head: Any) -> bool:
    """Whether somebody is arrested, held, abducted, freed or deported."""
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ in ("dobj", "nsubjpass"):
        return head.head.lemma_.lower() in word_list("catching") | word_list("freeing") | word_list("done_to_persons")
    return head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_.lower() in _DEEDS
