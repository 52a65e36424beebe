"""Every known name with what it stands for and when, and a matcher that finds the names in a text.

In: the CSV files of ``data/`` (states, organizations, groups, officeholders, figures without an office, outlets). Out: :class:`Entry`
facts, looked up by name and day, and :func:`find`, which lists the longest known names of a text in one pass.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from sayso import resources
from sayso.knowledge import tables
from sayso.knowledge.forms import Row
from sayso.knowledge.own import kept

Kind = Literal[
    "state", "adjective", "people", "capital", "seat", "metonym", "organization", "group", "person", "outlet", "place"
]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")


class Entry(msgspec.Struct, frozen=True):
    """What a name stands for between two days (ISO 8601, as exact as known; None is open).

    ``name`` is the canonical name ("United States" for "Washington"), ``code`` and ``sector`` PLOVER's; ``office`` is
    held by a person. ``where`` is the file and line that says so, ``own`` whether that is the user's.
    """

    name: str
    kind: Kind
    code: str | None
    sector: str | None
    office: str | None = None
    since: str | None = None
    until: str | None = None
    where: str = ""
    own: bool = False

    @property
    def dated(self) -> int:
        """How many ends of its time are known: of two facts that hold on a day the tighter is meant."""
        return bool(self.since) + bool(self.until)

    def holds(self, on: str | None) -> bool:
        """Whether the fact holds on a day, or at some time in a month or year; without a day, whether it still holds."""
        if on is None:
            return self.until is None
        return not (
            (self.since and on[: len(self.since)] < self.since[: len(on)])
            or (self.until and on[: len(self.until)] > self.until[: len(on)])
        )


class Found(msgspec.Struct, frozen=True):
    """A known name in a text, with all that it may stand for."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def key(name: str) -> tuple[str, ...]:
    """A name as its words, without the dots of abbreviations; letter case is kept."""
    return tuple(_written(w) for w in _WORD.findall(name))


def _written(word: str) -> str:
    return word.replace(".", "") if "." in word else word


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """Names match in any case and without accents, but for short capital words such as US and WHO, which must be written so."""
    return tuple(w if w.isupper() and len(w) <= 4 else w.casefold() if w.isascii() else plain(w) for w in words)


def lookup(name: str, on: str | None = None) -> list[Entry]:
    """All that the name stands for, what holds on the day first."""
    entries = index().get(_folded(key(_without_article(name))), ())
    return sorted(entries, key=lambda e: not e.holds(on))


def best(entries: tuple[Entry, ...] | list[Entry], day: str | None) -> Entry:
    """The fact that a name means on a day; for people the office held then, else the last one before it, else the next."""
    holding = [e for e in entries if e.holds(day)]
    if holding:
        return max(holding, key=lambda e: (e.own, _RANK[e.kind], e.dated, e.since or ""))
    before = [e for e in entries if day is None or (e.until and e.until <= day)]
    if before:
        return max(before, key=lambda e: (e.own, _RANK[e.kind], e.until or e.since or ""))
    return min(entries, key=lambda e: (not e.own, -_RANK[e.kind], e.since or ""))


def nation(entries: tuple[Entry, ...] | list[Entry], day: str | None) -> Entry | None:
    """The most populous of several states that share an adjective ("Congolese", "Korean"); None for other names."""
    shared = [e for e in entries if e.kind in ("adjective", "people") and e.holds(day)]
    if len({e.code for e in shared}) < 2 or len(shared) < len([e for e in entries if e.holds(day)]):
        return None
    size = _populations()
    return max(
        shared,
        key=lambda e: (e.own, size.get(e.code or "", 0) if e.name == state_names().get(e.code or "") else -1, e.dated),
    )


@cache
def _populations() -> dict[str, int]:
    """How many live in a state, by its code."""
    return {r["code"]: int(r["population"] or 0) for r in resources.rows("sayso.knowledge", "places/countries.csv")}


# Of the things that one name stands for, the commoner reading in news first.
_RANK: dict[Kind, int] = {
    "state": 9,
    "group": 8,
    "organization": 7,
    "person": 6,
    "seat": 5,
    "metonym": 5,
    "adjective": 4,
    "people": 4,
    "capital": 3,
    "outlet": 2,
    "place": 1,
}


# Letters that are written as others where a keyboard has none: "Yıldırım", "Jørgen", "Lech Wałęsa".
_AS_OTHERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"}
)


def plain(name: str) -> str:
    """A name without case, accents and hyphens."""
    letters = unicodedata.normalize("NFD", name.casefold().replace("-", " "))
    return "".join(c for c in letters if not unicodedata.combining(c)).translate(_AS_OTHERS)


@kept
def state_names() -> dict[str, str]:
    """The name of a state by its code, the first that the file gives."""
    found: dict[str, str] = {}
    for row in tables.rows("states"):
        found.setdefault(row["code"], row["name"])
    return found


def find(text: str) -> list[Found]:
    """The longest known names of the text, left to right, none overlapping; each starts with a capital letter."""
    words = [(m.start(), m.end(), _written(m[0])) for m in _WORD.finditer(text)]
    known, longest = index(), _longest()
    found: list[Found] = []
    i = 0
    while i < len(words):
        start, _, word = words[i]
        best = 0
        if word[0].isupper() or word in _LOWER_STARTS or word[0].isdigit():
            for n in range(min(longest.get(_fold(word), 0), len(words) - i), 0, -1):
                run = tuple(w for _, _, w in words[i : i + n])
                if _folded(run) in known and _unbroken(text, words, i, n) and _capitalized(text, words[i : i + n]):
                    best = n
                    break
        if best:
            end = words[i + best - 1][1]
            found.append(Found(start, end, known[_folded(tuple(w for _, _, w in words[i : i + best]))]))
        i += best or 1
    return found


_LOWER_STARTS = frozenset({"al", "an", "el"})
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "de",
        "al",
        "el",
        "an",
        "on",
        "to",
        "la",
        "le",
        "e",
        "y",
        "s",
        "d",
        "l",
        "da",
        "do",
        "dos",
        "das",
        "bloc",
        "regional",
    ]
) | {"di", "du", "von", "van", "der", "den", "bin", "ibn", "ben", "ul", "ur", "as", "ash", "ad"}


def _capitalized(text: str, run: list[tuple[int, int, str]]) -> bool:
    """Whether a name's words have capitals, but for small ones and what follows a hyphen ("Ki-moon")."""
    return any(w[0].isupper() for _, _, w in run) and all(
        w[0].isupper() or w[0].isdigit() or w in _SMALL or text[start - 1 : start] == "-" for start, _, w in run
    )


def _unbroken(text: str, words: list[tuple[int, int, str]], i: int, n: int) -> bool:
    """Only blanks, hyphens, apostrophes, ampersands and the dots of abbreviations may stand inside a name."""
    return all(
        not text[words[j][1] : words[j + 1][0]].strip(" -–'’&./") or text[words[j][1] : words[j + 1][0]] == ", "
        for j in range(i, i + n - 1)
    ) and all("\n\n" not in text[words[j][1] : words[j + 1][0]] for j in range(i, i + n - 1))


def _fold(word: str) -> str:
    return _folded((word,))[0]


def _without_article(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


def _listed(cell: str) -> list[str]:
    return [x for x in cell.split("|") if x]


def _entries() -> Iterator[tuple[str, Entry]]:
    """Every (written name, fact) of the data files."""
    for r in tables.rows("states"):
        yield from _of_state(r)
    for r in tables.rows("organizations"):
        entry = _entry(r, "organization")
        for n in [r["name"], *_listed(r["aliases"]), *_listed(r["acronyms"])]:
            yield n, entry
    for r in tables.rows("groups"):
        entry = _entry(r, "group")
        for n in [r["name"], *_listed(r["aliases"]), *_listed(r["acronyms"])]:
            yield n, entry
            if n.endswith("is") and " " not in n and len(n) > 5:
                yield n[:-1], entry  # "Houthi fighters"
    for r in tables.rows("officeholders"):
        entry = _entry(r, "person", r["person"])
        for n in [r["person"], *_listed(r["aliases"])]:
            yield n, entry
        if r["office"] in _BY_FIRST_NAME:
            yield f"{r['office'].title()} {r['person'].split()[0]}", entry
    for line, r in enumerate(resources.rows("sayso.knowledge", "figures.csv"), 2):
        figure = Entry(r["person"], "person", r["code"], r["sector"] or None, where=f"figures.csv, line {line}")
        for n in [r["person"], *_listed(r["aliases"])]:
            yield n, figure
    for r in tables.rows("outlets"):
        entry = _entry({**r, "from": "", "sector": "JRN"}, "outlet")
        for n in [r["name"], *r["aliases"].split(";")]:
            yield n, entry
    for line, r in enumerate(resources.rows("sayso.knowledge", "peoples.csv"), 2):
        for n in _listed(r["forms"]):
            yield n, Entry(r["people"], "people", r["code"], "CVL", where=f"peoples.csv, line {line}")
    for line, r in enumerate(resources.rows("sayso.knowledge", "places/regions.csv"), 2):
        where = f"places/regions.csv, line {line}"
        for n in [r["name"], *_listed(r["aliases"])]:
            yield n, Entry(r["name"], "place", r["country"] or None, None, where=where)


_BY_FIRST_NAME = frozenset(["king", "queen", "emperor", "sultan", "emir", "pope", "crown prince"])
"""Offices whose holders are called by their first names: "King Abdullah"."""


def _of_state(r: Row) -> Iterator[tuple[str, Entry]]:
    sector = r["sector"] or "GOV"
    columns: tuple[tuple[str, Kind], ...] = (
        ("names", "state"),
        ("adjectives", "adjective"),
        ("people", "people"),
        ("capital", "capital"),
    )
    yield r["name"], _entry(r, "state", sector=sector)
    for column, kind in columns:
        for n in _listed(r[column]):
            yield n, _entry(r, kind, sector=sector)
    for n in _listed(r["metonyms"]):
        # A seat marked "=" is the state's government speaking; other bodies act under their own name.
        name, _, its = n.removeprefix("=").partition(":")
        if n.startswith("="):
            yield name, _entry(r, "seat", sector=its or sector)
        else:
            yield name, _entry(r, "metonym", name, its or sector)


def _entry(r: Row, kind: Kind, name: str | None = None, sector: str | None = None) -> Entry:
    return Entry(
        name or r["name"],
        kind,
        r["code"] or None,
        sector or r["sector"] or None,
        r.get("office") or None,
        r["from"] or None,
        r["to"] or None,
        r["where"],
        tables.OWN in r,
    )


@kept
def index() -> dict[tuple[str, ...], tuple[Entry, ...]]:
    """All facts by the words of each name."""
    found: dict[tuple[str, ...], dict[Entry, None]] = {}
    for name, entry in _entries():
        words = _folded(key(_without_article(name)))
        if words:
            found.setdefault(words, {})[entry] = None
    return {k: tuple(v) for k, v in found.items()}


def known_names() -> list[str]:
    """Every known name as it is matched: its words in lower case, but for short capital ones."""
    return [" ".join(words) for words in index()]


def written(words: str) -> str:
    """A known name as its file writes it, from its words as :func:`known_names` gives them."""
    return _writings()[tuple(words.split(" "))]


@kept
def _writings() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for name, _ in _entries():
        found.setdefault(_folded(key(_without_article(name))), name)
    return found


@kept
def _longest() -> dict[str, int]:
    """The number of words of the longest name that starts with a word."""
    longest: dict[str, int] = {}
    for words in index():
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


@kept
def name_words() -> frozenset[str]:
    """Every word of four letters or more in a known name, in lower case, but for words that names borrow from the language."""
    words: dict[str, int] = {}
    for run, entries in index().items():
        if len(run) == 1 and any(e.kind not in ("outlet", "place") for e in entries):
            words[run[0].casefold()] = 1
    for run, entries in index().items():
        if any(e.kind == "person" for e in entries):
            words.update({w.casefold(): 1 for w in run[1:]})
    return frozenset(words)
