"""Finds the mentions of named places in a parsed article.

In: the parse with its entities. Out: mentions, each the shortest name that a reader would point at on the map ("the US
embassy in Kabul": US, Kabul). A run of capitalized words is read from left to right, taking the longest name that the
gazetteer knows; what the entity recognizer, the words around it and the rest of the article say decides whether that
name is used for a place here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sayso.annotating.places.words import words
from sayso.knowledge.gazetteer import Entry, demonyms, gazetteer
from sayso.model import Article

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LONGEST = 6
_LOCATIVE = frozenset(
    "in at near from outside around across toward towards throughout inside into via between beyond to off".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place's name in the text; ``head`` and ``last`` are its first and last token, ``kind`` a feature it must have."""

    start: int
    end: int
    name: str
    first: int
    last: int
    entries: tuple[Entry, ...]
    kind: str = ""


def mentions(article: Article) -> list[Mention]:
    """All mentions in the order of the text, none overlapping another."""
    doc = article.parse
    found: list[Mention] = []
    for first, end in _runs(doc):
        found.extend(_in_run(doc, first, end))
    return found


def _runs(doc: Any) -> Iterator[tuple[int, int]]:
    """Stretches of tokens that may hold names: capitalized words, with the small words that names hold inside."""
    i, n = 0, len(doc)
    while i < n:
        if not _capital(doc[i]):
            i += 1
            continue
        end = i + 1
        while end < n and not doc[end].is_sent_start:
            if _capital(doc[end]) or (doc[end].text in {"-", "–"} and not doc[end].whitespace_ and not doc[end - 1].whitespace_):
                end += 1
            elif doc[end].lower_ in words().joining and end + 1 < n and _capital(doc[end + 1]):
                end += 2
            else:
                break
        yield i, end
        i = end


def _capital(token: Any) -> bool:
    text = token.text
    return bool(text[:1].isupper() or (len(text) > 3 and text[:3].lower() in {"al-", "el-", "as-", "ar-"} and text[3:4].isupper()))


def _in_run(doc: Any, first: int, end: int) -> Iterator[Mention]:
    i = first
    while i < end:
        taken = None
        for j in range(min(end, i + _LONGEST), i, -1):
            if not _capital(doc[j - 1]):
                continue
            taken = _mention(doc, i, j, first, end)
            if taken is not None:
                yield taken
                i = j
                break
        if taken is None:
            i += 1


def _mention(doc: Any, i: int, j: int, first: int, end: int) -> Mention | None:
    name = doc[i:j].text
    entries = gazetteer().lookup(name)
    if not entries:
        return None
    if not _is_place(doc, i, j, first, end, entries):
        return None
    start = doc[i].idx
    return Mention(start, doc[j - 1].idx + len(doc[j - 1]), name, i, j - 1, entries)


def _is_place(doc: Any, i: int, j: int, first: int, end: int, entries: tuple[Entry, ...]) -> bool:
    name = doc[i:j].text
    if name in demonyms():
        return False
    alias = gazetteer().abbreviation(name)
    if alias is not None and alias.use == "after":
        return i >= 2 and doc[i - 1].text == "," and _capital(doc[i - 2])
    if name.isupper() and len(name) <= 3 and alias is None:
        return False
    labels = {t.ent_type_ for t in doc[i:j]}
    return bool(labels & _PLACE_LABELS)
