"""Cues that are nouns: "his claim that", "made a promise to", "fears of".

In: the Page. Out: one Found for each noun of the lexicon with a clause or phrase as its content.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.annotating.attribution.lexicon import cues, words
from sayso.annotating.attribution.page import Found, Page, Range, negated, subject, verb_group
from sayso.annotating.falsified import found_false


def find(page: Page) -> Iterator[Found]:
    table = cues("noun")
    for noun in page.doc:
        entry = table.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
        if entry is None:
            continue
        content, end = _content(page, noun, entry.takes)
        if content is None or found_false(noun):
            continue
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        verb = noun.head
        if owner is not None:
            source: Range | None = (owner.left_edge.i, owner.right_edge.i + 1)
            cue = (owner.right_edge.i + 1, end)
            minus = False
        elif (
            noun.dep_ in ("dobj", "pobj")
            and verb.pos_ == "VERB"
            and verb.lemma_ in words("finding" if entry.kind == "knowledge" else "light")
        ):
            holder = subject(verb)
            if verb.dep_ in ("acl", "relcl") and holder is None:
                holder = verb.head
            source = page.noun_phrase(holder) if holder is not None else None
            cue = (verb_group(verb)[0], end)
            minus = negated(verb)
        else:
            source = _by(page, noun)
            cue = (_determiner(noun), end)
            minus = False
        minus = minus or any(c.lower_ == "no" for c in noun.children)
        yield Found(source, cue, [content], noun.i, entry, minus)


def _determiner(noun: Any) -> int:
    start = int(noun.i)
    while start > noun.left_edge.i and noun.doc[start - 1].dep_ in ("amod", "det", "advmod", "compound"):
        start -= 1
    return start


def _by(page: Page, noun: Any) -> Range | None:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "among"):
            for obj in child.children:
                if obj.dep_ == "pobj":
                    return page.noun_phrase(obj)
    return None


def _content(page: Page, noun: Any, takes: frozenset[str]) -> tuple[Range | None, int]:
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in ("acl", "relcl", "ccomp", "appos", "xcomp") and child.pos_ in ("VERB", "AUX"):
            first = page.lower(child.left_edge.i)
            clause = first in ("that", "whether", "how", "why", "what") and not _relative(child)
            if ("clause" in takes and clause) or ("inf" in takes and first in ("to", "not")):
                return page.trim(child.left_edge.i, child.right_edge.i + 1), noun.i + 1
        if child.dep_ == "prep" and child.lower_ in takes and child.lower_ not in ("clause", "inf"):
            if child.lower_ == "of" and not any(c.dep_ == "pcomp" or c.pos_ == "NOUN" for c in child.children):
                continue
            return page.trim(child.i + 1, child.right_edge.i + 1), child.i + 1
    return None, -1


def _relative(verb: Any) -> bool:
    """Whether the clause's "that" is its subject or object, so that the clause only describes the noun; unverified accounts say it."""
    if any(c.lower_ in words("unconfirmed") for c in verb.head.children) and any(c.dep_ == "nsubj" for c in verb.lefts):
        return False
    return any(c.lower_ == "that" and c.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") for c in verb.children)
