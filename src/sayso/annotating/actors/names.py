"""The names in an article that may be actors: those known to the knowledge files and those the parser's entities add.

In: a parsed Article. Out: :class:`Named` token spans with what each name stands for on the day of publication; none
overlap. A person's name read as a place's, and entity spans that swallow a title or a nationality, are put right here.
"""

from __future__ import annotations

from typing import Any

import msgspec

from sayso import knowledge
from sayso.annotating.actors.lexicon import agents
from sayso.knowledge import Entry
from sayso.model import Article

_ACTING = {"PERSON", "ORG", "NORP"}


class Named(msgspec.Struct, frozen=True):
    """A name over tokens ``first`` to ``last`` (inclusive); ``entry`` is None for a name known only by its shape."""

    first: int
    last: int
    text: str
    kind: str
    entry: Entry | None
    former: bool = False


def names(article: Article) -> dict[int, Named]:
    """The names of the article by every token that they cover."""
    doc = article.parse
    day = (article.published or "")[:10] or None
    by_token: dict[int, Named] = {}
    people = [e for e in doc.ents if e.label_ == "PERSON"]
    for found in knowledge.find(doc.text):
        span = doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is None or not any(t.pos_ in ("PROPN", "NOUN", "ADJ", "X", "NUM") for t in span):
            continue
        entry = choose(found.entries, day)
        if entry.kind != "person" and any(_part_of_person(span, p) for p in people):
            continue
        former = (
            entry.kind == "person"
            and day is not None
            and bool(entry.until)
            and not entry.holds(day)
            and (entry.until is not None and entry.until <= day[: len(entry.until)])
        )
        _put(by_token, Named(span.start, span.end - 1, doc.text[found.start : found.end], entry.kind, entry, former))
    for ent in doc.ents:
        if ent.label_ in _ACTING:
            first, last = _trimmed(doc, ent)
            if first <= last and not any(i in by_token for i in range(first, last + 1)):
                kind = {"PERSON": "person", "ORG": "organization"}.get(ent.label_, "organization")
                _put(by_token, Named(first, last, doc[first : last + 1].text, kind, None))
    return by_token


def choose(entries: tuple[Entry, ...], day: str | None) -> Entry:
    """The fact that holds on the day; for people the office held then, else the last one before it, else the next."""
    holding = [e for e in entries if e.holds(day)]
    if holding:
        return max(holding, key=lambda e: (_RANK.get(e.kind, 0), e.since or ""))
    before = [e for e in entries if day and e.until and e.until <= day]
    pool = before or list(entries)
    return max(pool, key=lambda e: (_RANK.get(e.kind, 0), e.until or e.since or ""))


# Of the things that one name stands for, the commoner reading in news first.
_RANK = {
    "state": 9,
    "group": 8,
    "organization": 7,
    "person": 6,
    "seat": 5,
    "metonym": 5,
    "adjective": 4,
    "people": 4,
    "capital": 3,
}


def _put(by_token: dict[int, Named], named: Named) -> None:
    for i in range(named.first, named.last + 1):
        by_token[i] = named


def _part_of_person(span: Any, person: Any) -> bool:
    """A country or capital inside a longer personal name: "Michael Jordan", but not "US envoy Jane Doe"."""
    inside = person.start <= span.start and span.end <= person.end and len(person) > len(span)
    return inside and person.end == span.end and span[0].text[0].isupper() and not person[0].text.isupper()


def _trimmed(doc: Any, ent: Any) -> tuple[int, int]:
    """An entity's tokens without titles, determiners and the possessive ending."""
    first, last = ent.start, ent.end - 1
    known = agents()
    while first < last and (
        doc[first].lower_ in known or doc[first].pos_ in ("DET", "PUNCT") or doc[first].lower_ in _HONORIFICS
    ):
        first += 1
    while last >= first and (doc[last].tag_ == "POS" or doc[last].pos_ in ("PUNCT", "SPACE")):
        last -= 1
    if last >= first and not doc[last].text[0].isupper() and not doc[first].text[0].isupper():
        return 1, 0
    return first, last


_HONORIFICS = frozenset(
    ["mr", "mrs", "ms", "mr.", "mrs.", "ms.", "dr", "dr.", "sir", "lord", "lady", "prof.", "gen.", "col.", "lt.", "maj.", "capt.", "sgt.", "sen.", "rep.", "gov."]
)
