"""The text as tokens that a time grammar can use: words, the shapes of numbers, punctuation, paragraph breaks.

In: text and, where there is one, its parse (only its tags are used). Out: ``Token`` with offsets into the text and the
classes it may stand for. The parser's own tokens are not used because they cut "30-day", "5pm" and "'80s" unhelpfully.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.annotating.times.lexicon import CASED, Lexicon, lexicon

_TOKEN = re.compile(
    r"""
      (?P<ISODATE>\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-]))
    | (?P<NUMDATE>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/])|\d{1,2}\.\d{1,2}\.\d{4}(?!\.?\d))
    | (?P<CLOCK>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
    | (?P<DECADE>\d{3}0['’]?s\b)
    | (?P<DECADE_SHORT>['’‘`]\d0s\b|\b\d0s\b)
    | (?P<YY>['’‘]\d{2}(?!\w))
    | (?P<DAYORD>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<QN>[Qq][1-4]\b|[1-4][Qq]\b)
    | (?P<FRACTION>\d/\d(?![\d/])|[¼½¾])
    | (?P<NUMBER>\d+(?:,\d{3})*(?:\.\d+)?)
    | (?P<BREAK>\n\s*\n)
    | (?P<OCLOCK>o['’]clock\b)
    | (?P<POSS>['’][sS]\b)
    | (?P<WORD>[AaPp]\.\ ?[Mm]\.?(?![A-Za-z])|[^\W\d_]+)
    | (?P<MARK>\S)
    """,
    re.VERBOSE,
)
_DECADE_WORDS = {
    f"{w}ies": f"{n}0s"
    for n, w in ((2, "twent"), (3, "thirt"), (5, "fift"), (6, "sixt"), (7, "sevent"), (8, "eight"), (9, "ninet"))
}
_MARKS = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch ``text[start:end]``; ``norm`` is its lower-case form, ``kinds`` the classes that it may stand for."""

    start: int
    end: int
    norm: str
    kinds: frozenset[str]
    capital: bool = False


def tokenize(text: str, tags: dict[int, str]) -> Iterator[Token]:
    """Tokens of the text; ``tags`` gives the part-of-speech tag of what begins at an offset."""
    words = lexicon()
    for match in _TOKEN.finditer(text):
        shape = match.lastgroup or "MARK"
        surface = match[0]
        start = match.start()
        if shape == "WORD":
            norm, capital = surface.lower().replace(" ", ""), surface[0].isupper()
            yield Token(start, match.end(), norm, _word_kinds(words, norm, capital, tags.get(start, "")), capital)
        elif shape == "BREAK":
            yield Token(start, match.end(), "\n", _BREAK)
        else:
            norm = surface.lower().translate(_MARKS)
            yield Token(start, match.end(), norm, shape_kinds(shape, norm))


_BREAK = frozenset({"BREAK"})


def shape_kinds(shape: str, norm: str) -> frozenset[str]:
    """The classes of a token that is not a word."""
    if shape == "MARK":
        return _mark(norm)
    if shape != "NUMBER":
        return _single(shape)
    digits = norm.isdigit()
    value = int(norm) if digits and len(norm) < 6 else 0
    return _number(
        1 <= value <= 31 and len(norm) <= 2,
        len(norm) == 4 and 1000 <= value <= 2100,
        digits and len(norm) == 4 and value < 2400 and value % 100 < 60,
    )


@cache
def _number(day: bool, year: bool, hhmm: bool) -> frozenset[str]:
    return frozenset({"NUMBER"} | {k for k, on in (("DAYNUM", day), ("YEAR", year), ("HHMM", hhmm)) if on})


@cache
def _single(kind: str) -> frozenset[str]:
    return frozenset({kind})


def _mark(norm: str) -> frozenset[str]:
    return lexicon().words.get(norm, NONE)


NONE: frozenset[str] = frozenset()


def _word_kinds(words: Lexicon, norm: str, capital: bool, tag: str) -> frozenset[str]:
    if norm in _DECADE_WORDS:
        return _single("DECADE_SHORT")
    kinds = words.words.get(norm, NONE)
    if not kinds:
        return kinds
    if tag and norm in words.not_tagged and tag.startswith(words.not_tagged[norm]):
        return NONE
    if tag and norm in words.only_tagged and not tag.startswith(words.only_tagged[norm]):
        return NONE
    return kinds if capital else uncapitalized(kinds)


@cache
def uncapitalized(kinds: frozenset[str]) -> frozenset[str]:
    """What is left of a word's classes where it is not capitalized."""
    return kinds - CASED


@cache
def pieces(phrase: str) -> tuple[str, ...]:
    """The norms of the tokens that a phrase of the lexicon or grammar is made of."""
    found = []
    for match in _TOKEN.finditer(phrase):
        norm = match[0].lower().replace(" ", "") if match.lastgroup == "WORD" else match[0].lower().translate(_MARKS)
        found.append(norm)
    return tuple(found)


def decade_of(norm: str) -> str:
    """The digits of a decade's token: "1990s" and "'90s" give "1990s" and "90s", "eighties" "80s"."""
    return _DECADE_WORDS.get(norm, norm).replace("'", "").replace("`", "")


def tags_of(doc: Any) -> dict[int, str]:
    """Offset -> tag, for a spaCy Doc or None; what reads as a person's name of two words or more has the tag PERSON."""
    if doc is None:
        return {}
    tags = {t.idx: t.tag_ for t in doc}
    for entity in doc.ents:
        if entity.label_ == "PERSON" and len(entity) > 1:
            tags.update((t.idx, "PERSON") for t in entity)
    for t in doc:
        if t.tag_ == "NNP" and t.dep_ == "compound" and t.head.i == t.i + 1:
            tags[t.head.idx] = "PERSON"
    return tags
