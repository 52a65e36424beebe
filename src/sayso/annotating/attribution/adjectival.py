"""Cues that are adjectives: "is sure that", "are afraid of", "were frustrated that".

In: the Page and an adjective of the lexicon, or what the parser took for its passive. Out: one Found for each with a content.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.annotating.attribution.extent import prepositions, ranges, under
from sayso.annotating.attribution.lexicon import cues
from sayso.annotating.attribution.page import Found, Page, Range, negated, subject, verb_group
from sayso.annotating.attribution.sources import source_of


def felt(page: Page, verb: Any) -> Iterator[Found]:
    """ "Were frustrated that", "is worried about": an adjective of the lexicon that the parser took for a passive."""
    entry = cues("adj").get(verb.lower_)
    if entry is None or any(c.dep_ == "agent" for c in verb.children):
        return
    content: list[Range] = []
    end = verb.i + 1
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep_ == "ccomp"
            and "clause" in entry.takes
            and page.lower(child.left_edge.i) == "that"
        ):
            content = ranges(page, (child.left_edge.i, child.right_edge.i + 1))
        elif child.i == end and child.dep_ == "prep" and child.lower_ in prepositions(entry) - {"by"}:
            content, end = under(page, child), end + 1
        if content:
            break
    holder = subject(verb)
    if content and holder is not None:
        yield Found(page.noun_phrase(holder), (verb_group(verb)[0], end), content, verb.i, entry, negated(verb))


def copular(page: Page, adjective: Any) -> Iterator[Found]:
    """ "is sure that", "are afraid of", "were reluctant to"."""
    entry = cues("adj").get(adjective.lemma_.lower())
    verb = adjective.head
    if entry is None or adjective.dep_ not in ("acomp", "oprd") or verb.pos_ not in ("AUX", "VERB"):
        return
    end = adjective.i + 1
    content: list[Range] = []
    for child in (*adjective.children, *verb.children):
        if child.i < adjective.i:
            continue
        if (child.dep_ == "ccomp" and "clause" in entry.takes) or (child.dep_ == "xcomp" and "inf" in entry.takes):
            content = ranges(page, (max(child.left_edge.i, end), child.right_edge.i + 1))
        elif child.dep_ == "prep" and child.lower_ in prepositions(entry) and child.head.i == adjective.i:
            content = under(page, child)
            end = child.i + 1
        if content:
            break
    if not content:
        return
    source = None if entry.kind == "appearance" else source_of(page, verb, verb)
    yield Found(source, (verb_group(verb)[0], end), content, adjective.i, entry, negated(verb))
