"""Whose words an event is told in: the attributions around it.

In: an annotated Article and an offset. Out: the attributions whose content holds it, the innermost first.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.clauses import is_presupposed
from sayso.coding.phrases import is_passive
from sayso.model import Article, Attribution, Time


def enclosing(article: Article, at: int, thoughts: bool = False) -> list[Attribution]:
    """The attributions whose content holds an offset, the innermost first; a wish or plan is no saying, unless ``thoughts``
    asks for what somebody hopes, fears or wonders in a whole clause ("hopes that they will meet")."""
    holding = [
        (sum(s.end - s.start for s in a.content), n)
        for n, a in enumerate(article.attributions)
        if any(s.start <= at < s.end for s in a.content)
        and not any(s.start <= at < s.end for s in a.cue)
        and (not (a.stance == "asserts" and a.factuality == "Uu") or (thoughts and _thought(article, a)))
    ]
    return [article.attributions[n] for _, n in sorted(holding)]


def _thought(article: Article, a: Attribution) -> bool:
    """Whether a cue that leaves its content open governs a whole clause, of which its holder thinks one way or another."""
    if a.cue_head < 0 or not a.source:
        return False
    return any(c.dep_ == "ccomp" and c.i > a.cue_head for c in article.parse[a.cue_head].children)


def answer(head: Any, sayings: list[Attribution]) -> str:
    """The stance of one who tells it to deny or confirm it; none where it only says which are meant."""
    if not sayings or sayings[0].stance not in ("denies", "confirms") or is_presupposed(head, sayings[0].cue_head):
        return ""
    return sayings[0].stance


def was_said_before(head: Any, sayings: list[Attribution]) -> bool:
    """Whether words that are an event were not spoken by those that tell of it: "denied on Friday that it had promised"."""
    return bool(answer(head, sayings)) or any(c.dep_ == "aux" and c.lower_ == "had" for c in head.children)


def is_of_the_described(article: Article, a: Attribution, day: Time) -> bool:
    """Whether a day that the parser hangs on a verb of saying is that of what is spoken of: "described the talks *on May 4* as useful"."""
    inside = any(s.start <= day.start < s.end for s in a.content)
    return inside and article.parse[a.cue_head].lemma_ in _DESCRIBING


_DESCRIBING = frozenset("describe call term characterise characterize depict portray recall remember label".split())


def is_named_as(head: Any, cue: int) -> bool:
    """Whether a deed is what somebody calls the words that he rejects: "dismissed the report *as an attempt to mislead*"."""
    at = head
    while at.head != at and at.head.i != cue:
        if any(c.lower_ == "that" and c.dep_ == "mark" for c in at.children):
            return False  # "dismissed as hearsay that police had arrested him"
        at = at.head
    if at.head.i != cue or at == head:
        return False
    below = (t for t in at.subtree if t.lower_ == "as" and t.dep_ == "prep" and t.head in (at, at.head))
    return any(t.is_ancestor(head) for t in below)


def is_asked_about(head: Any) -> bool:
    """Whether a deed is only told as what somebody was asked: "asked *whether Oslo favoured talks*, he said"."""
    at = head
    while at.head != at:
        if at.head.lemma_.lower() == "ask" and any(
            c.lower_ in ("whether", "if") and c.dep_ == "mark" for c in at.children
        ):
            return True
        at = at.head
    return False


def on_trust(verb: Any) -> bool:
    """Whether a deed is told as far as somebody can be trusted: "if two fishermen are to be believed"."""
    clauses = [c for t in (verb, verb.head) for c in t.children if c.dep_ == "advcl"]
    clauses = [c for c in clauses if any(m.lower_ == "if" for m in c.children)]
    return any(v.lemma_ in ("believe", "credit", "trust") and is_passive(v) for c in clauses for v in (c, *c.children))


def is_told_beside(verb: Any, cue: Any, plain: frozenset[str]) -> bool:
    """Whether a clause stands beside the one that denies: "said that the report was false and that rebels *had attacked*"."""
    if cue.lemma_ not in plain:
        return False
    while verb.dep_ == "conj" and verb.pos_ in ("VERB", "AUX"):
        verb = verb.head
    return bool(verb.dep_ == "ccomp" and verb.head == cue)


def is_said_again(verb: Any, cue: Any) -> bool:
    """Whether a deed is denied in a clause of its own beside the denial: "refuted it: none was shot at"."""
    return bool(cue != verb and (cue in verb.subtree or any(t.text == ":" for t in verb.doc[cue.i : verb.i])))


def is_aside(article: Article, a: Attribution) -> bool:
    """Whether a source is only named beside another that says the same: "he said that they had left, as Uganda had announced"."""
    said = article.parse[a.cue_head] if a.cue_head >= 0 else None
    return said is not None and said.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ in _AS for c in said.children)


_AS = ("mark", "advmod")
