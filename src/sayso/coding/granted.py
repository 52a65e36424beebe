"""Events that a party's words take for granted: "the expulsion was regrettable", "our operation is over", "the decision stands", "we had
no choice".

In: an attribution by a side of an event, and what its words hold. Out: the words that refer to a deed as done. Whoever speaks so of his
own side's deed, or of what was done to it, affirms that it happened (presupposition, as in Karttunen 1973).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from sayso.coding.clauses import MODALS, governor
from sayso.coding.extraction import Mention
from sayso.coding.sides import HARMS, side
from sayso.knowledge.states import of_nationals
from sayso.model import Article, Attribution
from sayso.resources import table

_POINTING = frozenset({"the", "this", "that", "our", "its", "their", "his", "her", "my", "these", "those"})
# What those who did it do not call it; whoever says so may speak of another's deed.
_ANOTHERS = frozenset(
    """attack bombing killing blast explosion shooting assault abduction kidnapping clash massacre assassination ambush incident
    violence aggression invasion responsibility involvement role ban""".split()
)
_NO_DEEDS = frozenset(
    {"figure", "toll", "number", "count", "offer", "promise", "responsibility", "involvement", "role"}
)


def nouns(a: Attribution, inside: Any) -> Iterator[Any]:
    """The nouns in a speaker's words that point to something as done; none in what is only possible, asked or doubted."""
    if a.stance != "asserts" or a.factuality != "CT+":
        return
    for t in inside:
        if t.pos_ != "NOUN" or t.lemma_.lower() in _NO_DEEDS or not {c.lower_ for c in t.lefts} & _POINTING:
            continue
        verb = governor(t)
        beside = {c.lower_ for c in verb.children if c.dep_ in ("aux", "mark")}
        if (
            beside & MODALS
            or beside & {"if", "whether", "unless", "until", "to"}
            or any(c.dep_ == "neg" for c in verb.children)
        ):
            continue
        yield t


def spoken_of(a: Attribution, doc: Any) -> list[Any]:
    """The nouns of what somebody is said to speak of: "“They broke the lock,” she said *of the raid*"."""
    if a.cue_head < 0:
        return []
    preps = [
        p for p in doc[a.cue_head].children if p.dep_ == "prep" and p.lower_ in ("of", "about") and p.i > a.cue_head
    ]
    return [o for p in preps for o in p.children if o.dep_ == "pobj" and o.pos_ == "NOUN"]


@cache
def _reasons() -> re.Pattern[str]:
    return re.compile("|".join(table("sayso.coding", "references.toml")["reasons"]["patterns"]))


_OTHERWISE = re.compile(r"\b(?:will|would|could|should|may|might|shall|if|unless|whether|until|never|wo|'ll)\b")


def explains(a: Attribution, inside: Any) -> bool:
    """Whether words give a reason or an excuse for a deed that they do not name: "had no choice", "acted in self-defence"."""
    if a.stance != "asserts" or a.factuality != "CT+":
        return False
    said = " ".join(t.lower_ for t in inside)
    found = _reasons().search(said)
    return found is not None and _OTHERWISE.search(said, 0, found.start()) is None


class Sides(msgspec.Struct, frozen=True):
    """Of an event: its type, the sides that did it and those it was done to; none of what has not happened."""

    event: str
    acting: frozenset[str]
    struck: frozenset[str]


def sides_of(group: list[Mention]) -> Sides:
    """The sides of an event that can be taken for granted."""
    if any({"hypothetical", "future", "negation"} & set(m.auxiliary) for m in group):
        return Sides(group[0].event, frozenset(), frozenset())
    actors, recipients = [p for m in group for p in m.actors], [p for m in group for p in m.recipients]
    struck = {side(p) for p in recipients} | of_nationals(actors, recipients)
    return Sides(group[0].event, frozenset(side(p) for p in actors), frozenset(struck))


def concerns(noun: Any, event: Sides, mine: set[str]) -> bool:
    """Whether a party that speaks of an event by this noun affirms it: what was done to it, or its own deed by no word of blame."""
    if event.event not in HARMS:
        return bool(mine & (event.acting | event.struck))
    if mine & event.acting:
        return noun.lemma_.lower() not in _ANOTHERS
    return bool(mine & event.struck) and not is_judged(noun)


def is_judged(noun: Any) -> bool:
    """Whether a speaker's words only judge a deed: "the move was groundless", "called the step unfriendly", "regretted the decision"."""
    verb = governor(noun)
    if {c.lower_ for c in verb.children} & _THANKFUL:
        return False
    return verb.lemma_ in JUDGING and noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "pobj", "compound")


_THANKFUL = frozenset({"grateful", "thankful", "sorry", "indebted"})
JUDGING = frozenset(
    """be call describe term brand label regret condemn deplore denounce slam criticize criticise welcome reject protest blast
    lament consider view see find""".split()
)


def words_said(article: Article, a: Attribution) -> Iterator[Any]:
    """The tokens of what is said."""
    for s in a.content:
        yield from article.parse.char_span(s.start, s.end, alignment_mode="expand") or ()


def only_judges(article: Article, a: Attribution, nouns: list[Any]) -> bool:
    """Whether somebody calls a deed good or bad and says no more: "said that the sanctions were unjust", "condemned the raid";
    ``nouns`` are those of his words that refer to deeds."""
    cue = article.parse[a.cue_head] if a.cue_head >= 0 else None
    asks = cue is not None and any(c.lower_ in ("for", "on", "upon") for c in cue.children)  # "called for compensation"
    if cue is not None and cue.lemma_ in JUDGING and not (cue.lemma_ == "call" and asks):
        return True
    return bool(nouns) and all(is_judged(t) for t in nouns)
