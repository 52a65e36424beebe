"""Quotations that a sentence about their speaker introduces: "The governor was there: 'They gave themselves up'".

In: the Page and the attributions found so far. Out: one Found for each quotation behind a colon that nobody claims, its source whoever
the sentence before the colon is about, or the name and post that stand there alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.annotating.attribution.lexicon import Cue
from sayso.annotating.attribution.page import Found, Page, Range
from sayso.model import Span

_COLON = Cue(":", "punct", "speech", frozenset(("quote",)), "asserts", "CT+")
_SHORTEST = 4
_LONGEST_NAME = 14
_SPEAKING = frozenset({"person", "organization", "state", "group", "pronoun", "collective"})
_PRONOUNS = frozenset({"he", "she", "they"})
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "REB", "PTY", "OPP", "SPY"})


def find(page: Page, found: list[Found]) -> Iterator[Found]:
    """Each quotation behind a colon that no other attribution holds."""
    taken = {page.quote[i] for f in found for start, end in f.content for i in range(start, end)}
    cued = {f.head for f in found}
    for n, q in enumerate(page.quotations):
        start, end = page.ranges[n]
        colon = start - 1
        if q.depth or n in taken or end - start < _SHORTEST or colon < 1 or page.doc[colon].text != ":":
            continue
        if colon in cued or page.paragraph[colon] != page.paragraph[start] or page.quote[colon] >= 0:
            continue
        if not any(t.pos_ in ("VERB", "AUX") for t in page.doc[start:end]):
            continue  # a name or a title
        source = _speaker(page, page.sentence_start(colon), colon)
        if source is not None:
            yield Found(source, (colon, colon + 1), [(start, end)], colon, _COLON)


def _speaker(page: Page, start: int, colon: int) -> Range | None:
    """Whoever the words before the colon are about."""
    before = [t for t in page.doc[start:colon] if page.quote[t.i] < 0]
    verbs = [t for t in before if t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP", "MD")]
    if not verbs:
        named = page.trim(start, colon)
        alone = named is not None and colon - start <= _LONGEST_NAME and _has_person(page, start, colon)
        return named if alone else None
    subjects = [t for t in before if t.dep_ == "nsubj" and t.head.i < colon and t.head.dep_ not in _LOWER]
    for subject in sorted(subjects, key=_depth):
        if _may_speak(page, subject):
            return page.noun_phrase(subject)
    return None


_LOWER = frozenset({"relcl", "acl", "advcl", "pcomp", "csubj"})


def _depth(token: Any) -> tuple[int, int]:
    return sum(1 for _ in token.ancestors), int(token.i)


def _may_speak(page: Page, token: Any) -> bool:
    if token.lower_ in _PRONOUNS or token.ent_type_ == "PERSON":
        return True
    at = token.idx
    return any(
        a.head == token.i and (a.kind in _SPEAKING or a.sector in _OFFICIAL)
        for a in page.actors_near(Span(at, at + len(token)))
    )


def _has_person(page: Page, start: int, colon: int) -> bool:
    tokens = page.doc[start:colon]
    at = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
    return any(a.kind == "person" and at.start <= a.start < at.end for a in page.actors_near(at))
