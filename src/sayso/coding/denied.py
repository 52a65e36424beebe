"""Denials of something beside a deed, which leave the deed standing: "denied that *a ransom had been paid* for the tourists", "denied
that *the victims were shoppers*", "denied that its men had fired *first*".

In: an attribution by which a side denies something, and the deed told before. Out: whether what it denies holds on to the deed, by its
people, its things or by what only goes with a deed, and is neither the deed nor a part in it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sayso.coding.answer_words import VERBAL, deeds, patterns
from sayso.coding.clauses import is_presupposed
from sayso.coding.extraction import Mention
from sayso.coding.granted import words_said
from sayso.coding.sides import side
from sayso.coding.targets import reference
from sayso.model import Article, Attribution

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "either", "both"})
# What a deed may lead to: who denies it leaves the deed.
OUTCOMES = frozenset("kill wound injure hurt die hit damage harm".split())
_SAME = frozenset({"conj", "xcomp", "ccomp"})


def denied_clause(article: Article, a: Attribution) -> list[Any]:
    """The verbs of the clause that a denial governs: "denied that any tank *had been brought*"."""
    cue = article.parse[a.cue_head] if a.cue_head >= 0 else None
    below = [c for t in (cue, *(cue.children if cue is not None else ())) if t is not None for c in t.children]
    return [c for c in below if c.dep_ in ("ccomp", "acl", "pcomp") and c.pos_ in ("VERB", "AUX")]


def presupposed(verb: Any) -> frozenset[str]:
    """The types of deeds that a denied clause takes for granted: "denied that tariffs had been raised *in Wednesday's call*"."""
    found: set[str] = set()
    for t in verb.subtree:
        points = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in t.lefts)
        if points and t.dep_ == "pobj" and t.pos_ == "NOUN" and t.head.lower_ in _WHEN:
            found |= reference(t) or frozenset()
    return frozenset(found)


_WHEN = frozenset({"in", "during", "at", "after", "before"})


def denies_beside(article: Article, a: Attribution, group: list[Mention], own: str | None) -> bool:
    """Whether a denial leaves standing the deed of ``group``; ``own`` is the side that denies."""
    if a.stance != "denies" or not a.content or group[0].event in VERBAL:
        return False
    said = list(words_said(article, a))
    if denies_how(article, a):
        return True
    lo, hi = min(s.start for s in a.content), max(s.end for s in a.content)
    verbs = [v for c in denied_clause(article, a) for v in (c, *(x for x in c.subtree if x.dep_ in _SAME))]
    if _tells_it(verbs, group) or patterns("part").search(article.text, lo, hi):
        return False
    if group[0].event == "CONSULT" and patterns("of_talks").search(article.text, lo, hi):
        return True
    if patterns("beside").search(article.text, lo, hi) or any(_grants(v, group[0].event) for v in verbs):
        return True
    kin = any(group[0].event in deeds(v) and v.lemma_ not in OUTCOMES for v in verbs)
    suffers = own is not None and all(own != side(p) for m in group for p in m.actors)
    return suffers and bool(verbs) and not kin and _holds_on(article, said, group)


def same_deed(article: Article, a: Attribution, groups: list[list[Mention]]) -> list[int]:
    """The event told before whose own verb a denied clause has, whatever else it leaves out: "denied that he *had spoken* to her"."""
    if a.stance != "denies" or not a.content:
        return []
    lo, hi = min(s.start for s in a.content), max(s.end for s in a.content)
    own = {v.lemma_.lower() for v in denied_clause(article, a)}
    sides = {side(x) for x in article.actors if lo <= x.start < hi}
    before = [
        n
        for n, g in enumerate(groups)
        if g[0].event not in VERBAL and own & {m.head.lemma_.lower() for m in g if m.head.idx < lo}
        if sides <= {side(x) for m in g for x in (*m.actors, *m.recipients)}
    ]
    return before[-1:]


def is_of_others(article: Article, a: Attribution, group: list[Mention], own: str | None) -> bool:
    """Whether a side denies to have done something, and the deed is told as done by others alone: "denied that *it* had carried out any
    operation", of what its foes did."""
    doers = {side(p) for m in group for p in m.actors}
    if a.stance != "denies" or own is None or not doers or own in doers:
        return False
    subjects = [c for v in denied_clause(article, a) for c in v.children if c.dep_ == "nsubj"]
    return any(c.lower_ in _OWN or any(x.tag_ == "PRP$" for x in c.lefts) for c in subjects)


_OWN = frozenset({"it", "they", "we", "he", "she"})


def is_given(deed: Any, cue: int) -> bool:
    """Whether a deed only says whom or when a denial means: "denied that he had been put in irons *after his arrest*"."""
    points = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in deed.lefts)
    dates = points and deed.dep_ == "pobj" and deed.head.lower_ in _WHEN - {"in", "at"}
    return bool(dates) or is_presupposed(deed, cue)


def denies_how(article: Article, a: Attribution) -> bool:
    """Whether a denial is only of how a deed was done: "denied that its men had fired *first*"."""
    lo, hi = min(s.start for s in a.content), max(s.end for s in a.content)
    return a.stance == "denies" and patterns("how").search(article.text[lo:hi]) is not None


def _grants(verb: Any, event: str) -> bool:
    """Whether a denied clause takes a deed for granted: "*the closure* had anything to do with it", "discussed *at the meeting*"."""
    if event in presupposed(verb):
        return True
    subjects = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ == "NOUN")
    anything = any(c.lower_ == "anything" for c in verb.children)
    return verb.lemma_ in _AIMED + ("have",) * anything and any(event in (reference(c) or ()) for c in subjects)


_AIMED = ("aim", "direct", "mean", "intend", "link", "connect", "relate", "target", "concern")


def _tells_it(verbs: list[Any], group: list[Mention]) -> bool:
    """Whether verbs are the deed's own."""
    heads = {x for m in group for x in (*m.lemmas, m.head.lemma_.lower())}
    return any(v.lemma_.lower() in heads for v in verbs)


def _holds_on(article: Article, said: list[Any], group: list[Mention]) -> bool:
    """Whether words name again whom or what a deed struck: "that *the jet* had been in Syrian airspace"."""
    at = {t.i for t in said}
    people = {p.entity for m in group for p in m.recipients if p.kind != "state"}
    if any(x.entity in people and x.head in at for x in article.actors):
        return True
    if any(t.lower_ in ("it", "them") and t.dep_ == "pobj" for t in said):
        return True
    return bool({*_pointed(said)} & {t.lemma_.lower() for m in group for t in m.sentence if t.pos_ == "NOUN"})


def _pointed(said: list[Any]) -> Collection[str]:
    """The nouns behind an article or the like that are no deeds themselves."""
    nouns = (t for t in said if t.pos_ == "NOUN" and reference(t) is None)
    return [t.lemma_.lower() for t in nouns if {c.lower_ for c in t.lefts} & _DEFINITE]
