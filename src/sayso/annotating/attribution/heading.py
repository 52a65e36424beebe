"""Lines that name a speaker and then what is said: headlines and transcripts of the kind "Speaker: words".

In: the Page. Out: one Found for each such line, the colon being its cue.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotating.attribution.lexicon import Cue, words
from sayso.annotating.attribution.page import Found, Page

_COLON = Cue(":", "punct", "speech", frozenset(("quote",)), "asserts", "CT+")
_LONGEST_NAME = 9


def find(page: Page) -> Iterator[Found]:
    doc = page.doc
    starts = [i for i in range(len(doc)) if i == 0 or page.paragraph[i] != page.paragraph[i - 1]]
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(doc)
        while start < end and doc[start].is_space:
            start += 1
        signed = _signed(page, start, end)
        if signed is not None:
            yield signed
            continue
        colon = next((i for i in range(start, min(end, start + _LONGEST_NAME)) if doc[i].text == ":"), None)
        if colon is None or colon == start or not _is_name(page, start, colon):
            continue
        content = page.trim(colon + 1, end)
        if content is not None:
            topic = next((i for i in range(start + 1, colon) if page.lower(i) == "on"), colon)
            yield Found((start, topic), (topic, colon + 1), [content], colon, _COLON)


def _signed(page: Page, start: int, end: int) -> Found | None:
    """A paragraph that is a quotation with its speaker's name after a dash."""
    doc = page.doc
    while end > start and doc[end - 1].is_space:
        end -= 1
    dash = next(
        (i for i in range(end - 1, max(start, end - 30), -1) if doc[i].text in ("―", "—", "–", "--", "-")), None
    )
    if dash is None or not page.opens(start) or page.quote[dash] >= 0:
        return None
    before = dash - 1
    while before > start and doc[before].is_space:
        before -= 1
    if not page.closes(before) or dash + 1 >= end or not doc[dash + 1].text[0].isupper():
        return None
    name = page.trim(dash + 1, end)
    return Found(name, (dash, dash + 1), [(start, before + 1)], dash, _COLON) if name is not None else None


def _is_name(page: Page, start: int, colon: int) -> bool:
    tokens = page.doc[start:colon]
    if page.lower(start) in words("not_speakers") or page.quote[start] >= 0:
        return False
    if any(t.pos_ in ("VERB", "AUX") and t.lemma_ != "be" and not t.is_title and not t.is_upper for t in tokens):
        return False
    return any(t.pos_ in ("PROPN", "NOUN") and t.text[0].isupper() for t in tokens)
