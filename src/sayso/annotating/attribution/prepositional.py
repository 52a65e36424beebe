"""Cues that are prepositions or adverbs: "according to", "per", "reportedly", "the alleged".

In: the Page. Out: one Found for each; adverbs and modifiers have no source.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sayso.annotating.attribution.lexicon import Cue, cues, words
from sayso.annotating.attribution.page import Found, Page, Range


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Cue]]]:
    """The prepositional cues by first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for phrase, entry in cues("prep").items():
        parts = tuple(phrase.split())
        table.setdefault(parts[0], []).append((parts, entry))
    for entries in table.values():
        entries.sort(key=lambda e: -len(e[0]))
    return table


def find(page: Page) -> Iterator[Found]:
    phrases = _phrases()
    adverbs, modifiers = cues("adv"), cues("modifier")
    for token in page.doc:
        lower = token.lower_
        for parts, entry in phrases.get(lower, ()):
            if tuple(page.lower(token.i + k) for k in range(len(parts))) == parts:
                made = _source_follows(page, token, len(parts), entry)
                if made is not None:
                    yield made
                break
        if lower in adverbs and token.pos_ == "ADV":
            content = _hedged(page, token)
            if content:
                yield Found(None, (token.i, token.i + 1), content, token.i, adverbs[lower])
        elif lower in modifiers and token.dep_ == "amod" and token.head.i > token.i:
            content = [r for r in (page.trim(token.i + 1, token.head.i + 1),) if r]
            if content:
                yield Found(None, (token.i, token.i + 1), content, token.i, modifiers[lower])


def _source_follows(page: Page, token: Any, length: int, entry: Cue) -> Found | None:
    doc = page.doc
    last = doc[token.i + length - 1]
    holder = next((c for c in last.children if c.dep_ in ("pobj", "dobj") and c.i > last.i), None)
    if holder is None and token.i + length < len(doc):
        follows = doc[token.i + length]
        holder = follows
        while (
            holder.head.i > holder.i
            and holder.head.sent == last.sent
            and holder.dep_ in ("det", "compound", "amod", "poss", "nmod", "nummod", "quantmod", "advmod", "case")
        ):
            holder = holder.head
    if holder is None or holder.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"):
        end = _to_the_next_break(page, last.i + 1)
        if end is None or length < 2:
            return None
    elif not _measures(page, token, holder):
        return None
    else:
        end = page.noun_phrase(holder)[1]
    source = (token.i + length, end)
    content = _beside(page, token, source)
    if not content:
        return None
    return Found(source, (token.i, token.i + length), content, token.i, entry)


def _to_the_next_break(page: Page, start: int) -> int | None:
    """The end of a source that the parser made no phrase of: the next break, if a noun stands before it."""
    for i in range(start, min(start + 12, len(page.doc))):
        if page.doc[i].is_punct and page.doc[i].text != "-":
            return i if i > start and any(t.pos_ in ("NOUN", "PROPN") for t in page.doc[start:i]) else None
    return None


# Prepositions that name a source only before a word of one of the named lists: "in a poll", "by one estimate".
_ONLY = {"in": "polls", "by": "reckonings"}


_HELD_BY = frozenset({"stand", "stick", "abide", "swear", "live"})


def _measures(page: Page, token: Any, holder: Any) -> bool:
    """Whether a phrase says by what something was found out, not a rate, and nothing is compared ("than in other polls")."""
    if token.lower_ == "per":
        return holder.lemma_ not in words("rates")
    if token.lower_ not in _ONLY:
        return True
    compared = token.i > 0 and page.doc[token.i - 1].pos_ in ("ADP", "SCONJ")
    compared |= token.head.lemma_ in _HELD_BY  # "stood by its account"
    if compared or holder.lemma_.lower() not in words(_ONLY[token.lower_]):
        return False
    return token.is_sent_start or token.head.pos_ in ("VERB", "AUX", "NOUN")


def _beside(page: Page, token: Any, source: Range) -> list[Range]:
    """The clause that an "according to" stands in, without it."""
    doc = page.doc
    start, end = page.sentence_start(token.i), page.sentence_end(token.i)
    left = page.trim(start, token.i)
    after = source[1]
    if after < end and doc[after].text in (",", "—", "–", "--", ")"):
        right = page.trim(after + 1, end)
    else:
        right = page.trim(after, end) if left is None else None
    if left is not None and not any(doc[i].pos_ in ("VERB", "AUX", "NOUN") for i in range(*left)):
        left = None
    if left is not None and right is not None:
        opener = doc[right[0]]
        clause_before = any(doc[i].dep_ in ("nsubj", "nsubjpass", "ROOT") for i in range(*left))
        if clause_before and (opener.dep_ in ("cc", "mark") or opener.tag_ in ("VBG", "WDT", "WP", "WRB", "IN")):
            right = None
    if left is not None and page.quote[left[0]] < 0:
        left = page.without_opener(left)
    return [r for r in (left, right) if r]


def _hedged(page: Page, adverb: Any) -> list[Range]:
    """The clause that an adverb hedges, around it."""
    verb = adverb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return [r for r in (page.trim(adverb.i + 1, verb.right_edge.i + 1),) if r] if verb.i > adverb.i else []
    start, end = verb.left_edge.i, verb.right_edge.i + 1
    for child in verb.children:
        if child.i < adverb.i and child.dep_ in ("mark", "cc", "advcl"):
            start = max(start, child.right_edge.i + 1)
        if child.i > verb.i and child.dep_ in ("advcl", "cc"):
            end = min(end, child.left_edge.i)
            break
    return [r for r in (page.trim(start, adverb.i), page.trim(adverb.i + 1, end)) if r]
