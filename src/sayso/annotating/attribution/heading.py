"""Lines that name a speaker and then what is said: headlines and transcripts of the kind "Speaker: words".

In: the Page. Out: one Found for each such line, the colon being its cue.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotating.attribution.lexicon import Cue, words
from sayso.annotating.attribution.page import Found, Page
from sayso.model import Span

_COLON = Cue(":", "punct", "speech", frozenset(("quote",)), "asserts", "CT+")
_LONGEST_NAME = 9


def find(page: Page) -> Iterator[Found]:
    doc = page.doc
    starts = [i for i in range(len(doc)) if _begins(page, i)]
    names = frozenset(t.text for t in doc if t.ent_type_ in _NAMES)
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(doc)
        while start < end and doc[start].is_space:
            start += 1
        signed = _signed(page, start, end)
        signed = signed or _trailing(page, start, end)
        if signed is not None:
            yield signed
            continue
        while start < end and page.opens(start) and doc[start].is_punct:
            start += 1
        colon = next((i for i in range(start, min(end, start + _LONGEST_NAME)) if doc[i].text == ":"), None)
        if colon is None or colon == start or not _prose(page, start):
            continue
        topic = next((i for i in range(start + 1, colon) if page.lower(i) == "on"), colon)
        content = page.trim(colon + 1, end)
        if content is not None and _is_name(page, start, topic, names) and not _is_locator(page, start, content):
            yield Found((start, topic), (topic, colon + 1), [content], colon, _COLON)


def _begins(page: Page, index: int) -> bool:
    """Whether a paragraph begins at a token, or a line of one with a quotation."""
    if index == 0 or page.paragraph[index] != page.paragraph[index - 1]:
        return True
    before = page.doc[index - 1]
    gap = page.text[before.idx + (0 if before.is_space else len(before)) : page.doc[index].idx]
    return "\n" in gap and page.opens(index)


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


def _trailing(page: Page, start: int, end: int) -> Found | None:
    """A headline with its source after a dash or colon: "Rebels killed 20 soldiers - army", "Laos recalls envoy: diplomats"."""
    doc = page.doc
    while end > start and doc[end - 1].is_space:
        end -= 1
    block = page.paragraph[start] if start < end else 0
    if block >= len(page.article.blocks) or page.article.blocks[block].kind != "title":
        return None
    dash = next((i for i in range(end - 2, max(start + 2, end - 6), -1) if doc[i].text in _TRAILING), None)
    if dash is None or not doc[dash].whitespace_ or bool(doc[dash - 1].whitespace_) == (doc[dash].text == ":"):
        return None
    if any(doc[i].pos_ in ("VERB", "AUX") for i in range(dash, end)):
        return None
    if doc[dash].text == ":" and not any(doc[i].pos_ in ("VERB", "AUX") for i in range(start, dash)):
        return None  # "Floods in Fiji: army to the rescue"
    lo, hi = doc[dash + 1].idx, doc[end - 1].idx + len(doc[end - 1])
    named = any(
        (a.start, a.end) == (lo, hi) for a in page.actors_near(Span(lo, hi)) if a.kind not in ("generic", "pronoun")
    )
    if not named and doc[end - 1].lemma_.lower() not in words("line_speakers"):
        return None
    return Found((dash + 1, end), (dash, dash + 1), [(start, dash)], dash, _COLON)


def _prose(page: Page, index: int) -> bool:
    """Whether a line is a title or the article's own prose, not a link to another article or a caption."""
    blocks = page.article.blocks
    at = page.paragraph[index]
    return at >= len(blocks) or blocks[at].kind in ("title", "body")


def _is_name(page: Page, start: int, colon: int, names: frozenset[str]) -> bool:
    """Whether the words before a colon name somebody: written as a name and known as one, or a noun for a source."""
    tokens = page.doc[start:colon]
    shouted = all(t.is_upper or not t.is_alpha for t in tokens)
    after = start + 1 if page.lower(start) == "the" else start
    if (
        page.lower(start) in words("not_speakers")
        or page.lower(after) in words("not_speakers")
        or (page.quote[start] >= 0 and not shouted)
    ):
        return False
    if any(t.pos_ in ("VERB", "AUX") and t.lemma_ != "be" and not t.is_upper for t in tokens):
        return False
    if not all(t.text[0].isupper() or not t.is_alpha or t.lower_ in _INSIDE_NAMES for t in tokens):
        return False
    if shouted or any(t.lemma_.lower() in words("line_speakers") or t.ent_type_ in _NAMES for t in tokens):
        return any(t.is_alpha for t in tokens)
    if len(tokens) <= 2 and (tokens[-1].text in names or all(t.pos_ == "PROPN" for t in tokens)):
        return True
    first, last = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    return any(first <= a.start < last for a in page.actors_near(Span(first, last)))


def _is_locator(page: Page, start: int, content: tuple[int, int]) -> bool:
    """Whether a country before a headline's colon says where its story happens: "Nigeria: Gunmen kidnap students in Kaduna"."""
    at = page.doc[start].idx
    block = page.paragraph[start]
    if block >= len(page.article.blocks) or page.article.blocks[block].kind != "title":
        return False
    if _is_scene(page, start):
        return True
    country = next((a.code for a in page.article.actors if a.start == at and a.kind == "state"), None)
    lo, hi = page.doc[content[0]].idx, page.doc[content[1] - 1].idx
    return country is not None and any(p.country == country and lo <= p.start <= hi for p in page.article.places)


def _is_scene(page: Page, start: int) -> bool:
    """Whether a town before the colon is where the story's events are put: "Minsk: Leaders agree truce"."""
    name = page.doc[start].text
    return any(
        t.text == name and t.dep_ == "pobj" and t.head.lower_ in ("in", "at", "near") and t.i != start for t in page.doc
    )


_TRAILING = ("-", "–", "—", "--", ":")
_INSIDE_NAMES = frozenset(("of", "the", "and", "de", "van", "von", "al", "bin", "in", "a", "an"))
_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
