"""A speaker who goes on: "said the law was unjust and warned that …", "told reporters that talks had failed, blaming …".

In: the Page and a cue verb. Out: the cue verb before it whose speaker it shares, where the parser joins it to that one's content.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import cues, lemma_of
from sayso.annotating.attribution.page import Page, subject

_PAST_OR_PRESENT = ("VBD", "VBZ")


def resumed(page: Page, verb: Any) -> Any | None:
    """The earlier cue verb whose source speaks on with this one; None where the verb is part of what was said."""
    entry = cues("verb").get(lemma_of(verb))
    if entry is None or not entry.takes & {"clause", "quote"} or subject(verb) is not None:
        return None
    if verb.dep_ == "conj" and verb.tag_ in _PAST_OR_PRESENT:
        first = verb.head
        while first.dep_ == "conj":
            first = first.head
        outer = _cue_over(first)
        if outer is None or outer.tag_ != verb.tag_ or not _speaks(verb):
            return None
    elif verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl") and _after_comma(page, verb):
        outer = next((o for a in _up(verb) if (o := _cue_over(a)) is not None), None)
    else:
        return None
    if outer is None or outer.i >= verb.i or page.paragraph[outer.i] != page.paragraph[verb.i]:
        return None
    return outer if page.quote[outer.i] == page.quote[verb.i] else None


def _up(verb: Any) -> list[Any]:
    """The verbs above a participle, the nearest first."""
    found: list[Any] = []
    at = verb
    while at.head.i != at.i and len(found) < 6:
        at = at.head
        found.append(at)
    return found


def _cue_over(clause: Any) -> Any | None:
    """The verb of speech, before a clause, whose complement the clause is."""
    over = clause.head
    entry = cues("verb").get(lemma_of(over))
    spoken = entry is not None and entry.kind in ("speech", "social") and bool(entry.takes & {"clause", "quote"})
    return over if clause.dep_ == "ccomp" and spoken and over.i < clause.i and subject(over) is not None else None


def _speaks(verb: Any) -> bool:
    """Whether the joined verb has words of its own to hand on, or tells somebody to do something."""
    return any(c.dep_ in ("ccomp", "xcomp", "dobj", "prep") and c.i > verb.i for c in verb.children)


def _after_comma(page: Page, verb: Any) -> bool:
    before = verb.left_edge.i - 1
    return bool(before > 0 and page.doc[before].text == ",")
