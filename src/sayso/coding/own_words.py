"""Parties that own up to a deed in words of their own: "We parked our cars across both lanes", behind the report of a blockade.

In: an annotated Article and its events as groups of mentions. Out: for each such quotation the event that it affirms; only deeds that
the text has just told of the speaker's own side, and only words that say what "we" did.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.coding.at_home import speaks_for
from sayso.coding.enclosing import enclosing
from sayso.coding.extraction import Mention
from sayso.coding.granted import words_said
from sayso.coding.sides import side
from sayso.model import Actor, Article, Attribution

# Deeds that whoever has done them tells with pride; of a killing "we were there" says nothing.
_OWNED = frozenset({"PROTEST", "CONSULT", "RETREAT", "AID"})
_FAR = 3  # sentences
_WE = frozenset({"we", "i"})
_OURS = frozenset({"our", "my"})
_NOBODY = frozenset({"nobody", "none", "never", "nothing", "no"})
# What "we" do beside a deed: see, know and say of it.
_BESIDE = frozenset(
    """be have see hear know think believe say tell ask read learn understand want wish hope expect condemn regret deplore welcome receive
    wait offer propose call urge warn promise need like feel fear try investigate study look apologise apologize""".split()
)


def owned(article: Article, groups: list[list[Mention]], of: Any) -> Iterator[tuple[int, Attribution, Actor]]:
    """The quotations in which a party says what it did, with the index of the event; ``of`` gives an attribution's speakers."""
    denied = {side(s) for a in article.attributions if a.stance == "denies" for s in of(a) if s is not None}
    for a in article.attributions:
        if not a.quoted or a.stance != "asserts" or not _tells_own_deed(article, a):
            continue
        lo, hi = min(s.start for s in a.content), max(s.end for s in a.content)
        if any(lo <= m.head.idx < hi for g in groups for m in g):
            continue  # its content tells an event itself
        for speaker in of(a):
            if speaker is None or side(speaker) in denied:
                continue
            near = [(m.head.idx, n) for n, g in enumerate(groups) for m in g if just_told(article, m, lo)]
            for _, n in sorted(near, reverse=True)[:1]:
                if groups[n][0].event in _OWNED and _is_party(article, speaker, groups[n]):
                    yield n, a, speaker


def just_told(article: Article, m: Mention, at: int) -> bool:
    """Whether a deed that has happened is told in one of the sentences before an offset."""
    if not m.body or m.auxiliary or m.head.idx >= at:
        return False
    between = sum(1 for s in article.sentences if m.head.idx < s.start < at)
    return between <= _FAR and not any(x.stance == "denies" for x in enclosing(article, m.head.idx)[:1])


def _is_party(article: Article, speaker: Actor, group: list[Mention]) -> bool:
    actors = [a for m in group for a in m.actors]
    if group[0].event == "PROTEST" and any(speaks_for(article, speaker, a) for a in actors):
        return True
    mine = side(speaker)
    return any(mine == side(a) and (a.code or a.kind == "group") for a in actors)


def _tells_own_deed(article: Article, a: Attribution) -> bool:
    """Whether quoted words say, in the past and without a "not", what "we" or "our members" did."""
    words = list(words_said(article, a))
    if any(t.lower_ in _NOBODY for t in words):
        return False  # "our minister spent that day at home, and no one else travelled for us"
    for t in words:
        if t.tag_ != "VBD" or t.lemma_.lower() in _BESIDE or t.dep_ in ("relcl", "advcl", "aux", "auxpass"):
            continue
        children = list(t.children)
        if any(c.dep_ == "neg" for c in children):
            continue
        subject = next((c for c in children if c.dep_ == "nsubj"), None)
        if subject is not None and (subject.lower_ in _WE or any(c.lower_ in _OURS for c in subject.lefts)):
            return True
    return False
