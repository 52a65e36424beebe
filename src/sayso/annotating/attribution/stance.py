"""The position that a cue gives its source: the cue's own, turned by negation, by refusing, and by what it is about.

In: the Page and a Found. Out: one of the model's stances. "Claimed the attack" claims responsibility, "neither side
confirmed" does not confirm, "rejected the allegation" denies while "rejected the plan" does not.
"""

from __future__ import annotations

from sayso.annotating.attribution.lexicon import words
from sayso.annotating.attribution.page import Found, Page
from sayso.model import Stance

_TAKING = frozenset(("claim", "take", "assume", "accept", "admit"))
_ACTS = frozenset(("promises", "offers", "threatens", "demands", "retracts"))


def stance(page: Page, found: Found) -> Stance:
    """The stance of one candidate."""
    lemma, plain = found.entry.cue, found.entry.stance
    first = lemma.split()[0]
    minus = found.negated or bool(found.governor)
    nouns = _nouns(page, found)
    if minus and first in words("comment") and (first != "say" or found.governor):
        return "declines to comment"
    if lemma in ("decline", "refuse") and _silent(page, found):
        return "declines to comment"
    if minus and (plain == "confirms" or lemma in words("confirming")):
        return "does not confirm"
    if minus and plain == "denies":
        return "does not confirm" if found.entry.kind != "rejection" else "asserts"
    if first in _TAKING and nouns & words("responsibility"):
        return "claims responsibility"
    if lemma == "claim" and nouns & words("violence") and not _has_clause(page, found):
        return "claims responsibility"
    if plain == "retracts" and not nouns & words("retractable"):
        return "asserts"
    if plain == "denies" and found.entry.kind == "rejection" and not nouns & words("deniable"):
        return "asserts"
    if minus and plain in _ACTS:
        return "asserts"
    if plain == "confirms" and first == "agree" and any(c.dep_ == "xcomp" for c in page.doc[found.head].children):
        return "promises"
    return plain


def _silent(page: Page, found: Found) -> bool:
    """ "Declined to comment", "refused to answer questions": the first verb of the content is one of speaking."""
    verbs = [page.doc[i] for r in found.content for i in range(*r) if page.doc[i].pos_ == "VERB"]
    return bool(verbs) and verbs[0].lemma_.lower() in words("comment")


def _nouns(page: Page, found: Found) -> set[str]:
    doc = page.doc
    return {doc[i].lemma_.lower() for r in found.content for i in range(*r) if doc[i].pos_ in ("NOUN", "PROPN")}


def _has_clause(page: Page, found: Found) -> bool:
    return any(c.dep_ in ("ccomp", "xcomp") for c in page.doc[found.head].children)
