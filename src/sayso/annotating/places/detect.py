"""Finds the mentions of named places in a parsed article.

In: the parse with its entities. Out: mentions, each the shortest name that a reader would point at on the map ("the US
embassy in Kabul": US, Kabul). A run of capitalized words is read from left to right, taking the longest name that the
gazetteer knows; the entity recognizer, the words around it and how well the place is known decide whether the name
is used for a place. What is found with good evidence once is then found everywhere in the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sayso.annotating.places.words import Words, words
from sayso.knowledge.gazetteer import Entry, demonyms, fold, gazetteer, importance
from sayso.model import Article

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LONGEST = 6
_COUNTRY = 9.0
_FAMOUS = 7.0
_WELL_KNOWN = 5.7
_HARDLY_KNOWN = 4.3
_A_TOWN = 5.0
_DATELINE = 14
_LANDFORMS = frozenset({"STM", "FRST", "MTS", "VAL", "LK", "DSRT", "STRT", "CMP"})
_WITHIN = frozenset({"in", "near", "across", "outside"})
_PARTING = frozenset({"in", "on"})
_DASHES = frozenset({"-", "–", "—", "--"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place's name in the text: offsets, first and last token, what it may be, and the features its head word asks for
    ("province": ADM1)."""

    start: int
    end: int
    name: str
    first: int
    last: int
    entries: tuple[Entry, ...]
    features: tuple[str, ...] = ()
    after: bool = False


def mentions(article: Article) -> list[Mention]:
    """All mentions in the order of the text, none overlapping another."""
    return _Reader(article).read()


class _Reader:
    """Reads one article: names of persons first, then its runs of capitalized words, then what was found again."""

    def __init__(self, article: Article) -> None:
        self.doc = article.parse
        self.text = article.text
        self.lists: Words = words()
        self.paragraphs = _paragraph_starts(article)
        self.filed = article.dateline.place if article.dateline else None
        self.persons = self._person_words()
        self.sure: set[str] = set()
        self.edges: set[int] = set()

    def _capital(self, token: Any) -> bool:
        """Whether the article writes the token with a capital, or with one behind an article as in "al-Bab"."""
        text = token.text
        if text[:1].isupper() or (len(text) > 3 and text[2] == "-" and text[0].islower() and text[3].isupper()):
            return True
        return self._lowered(token)

    def _lowered(self, token: Any) -> bool:
        """Whether it is a word of a headline that was lowered for the parser."""
        return bool(token.text[:1].islower() and self.text[token.idx].isupper())

    def _written(self, i: int, j: int) -> str:
        """The tokens from i to j as the article writes them, in one line."""
        last = self.doc[j - 1]
        return " ".join(self.text[self.doc[i].idx : last.idx + len(last)].split())

    def read(self) -> list[Mention]:
        runs = list(self._runs())
        found = [m for first, end in runs for m in self._in_run(first, end)]
        known = {fold(m.name) for m in found}
        self.sure = known
        self.edges = {m.first for m in found} | {m.last for m in found}
        if known:
            found = [m for first, end in runs for m in self._in_run(first, end)]
        return found

    def _person_words(self) -> frozenset[str]:
        """Words that occur in the names of persons, and so do not name a place when they stand alone."""
        parts: set[str] = set()
        for e in self.doc.ents:
            names = [t for t in e if t.text[:1].isupper()]
            if e.label_ == "PERSON" and 2 <= len(names) <= 4 and not self._well_known(e.text):
                parts.update(t.text for t in names if len(t.text) > 2)
        return frozenset(parts)

    def _well_known(self, name: str) -> bool:
        entries = gazetteer().lookup(name)
        return bool(entries) and importance(entries[0]) >= _WELL_KNOWN

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Stretches of tokens that may hold names: capitalized words, with the small words that names hold inside."""
        doc, n = self.doc, len(self.doc)
        i = 0
        while i < n:
            if not self._capital(doc[i]):
                i += 1
                continue
            end = i + 1
            while end < n and not doc[end].is_sent_start:
                tight = not doc[end].whitespace_ and not doc[end - 1].whitespace_
                if self._capital(doc[end]) or (doc[end].text in {"-", "–"} and tight):
                    end += 1
                elif (hyphened := self._hyphened(end)) is not None:
                    end = hyphened
                elif doc[end].lower_ in self.lists.joining and end + 1 < n and self._capital(doc[end + 1]):
                    end += 2
                else:
                    break
            yield i, end
            i = end

    def _hyphened(self, i: int) -> int | None:
        """Past the small word at i, where hyphens bind it to a capital: "Ain al-Hilweh", "Port-au-Prince"."""
        doc = self.doc
        if i + 2 >= len(doc) or doc[i].lower_ not in self.lists.joining or doc[i].whitespace_:
            return None
        bound = doc[i + 1].text == "-" and not doc[i + 1].whitespace_ and doc[i + 2].text[:1].isupper()
        return i + 3 if bound else None

    def _in_run(self, first: int, end: int) -> Iterator[Mention]:
        i = first
        while i < end:
            taken = None
            for j in range(min(end, i + _LONGEST), i, -1):
                if self._capital(self.doc[i]) and self._capital(self.doc[j - 1]):
                    taken = self._mention(i, j, first, end)
                    if taken is not None:
                        yield taken
                        break
            i = taken.last + 1 if taken is not None else i + 1

    def _mention(self, i: int, j: int, first: int, end: int) -> Mention | None:
        doc = self.doc
        name = self._written(i, j)
        stop = doc[j - 1].idx + len(doc[j - 1])
        entries: tuple[Entry, ...] = ()
        if j < len(doc) and doc[j].text == "." and not doc[j - 1].whitespace_ and gazetteer().abbreviation(name + "."):
            name, stop = name + ".", stop + 1
        if j == i + 1 and "-" in name:
            left = name.split("-")[0]
            if (alias := gazetteer().abbreviation(left)) and alias.use == "exact":
                return Mention(doc[i].idx, doc[i].idx + len(left), left, i, i, (alias.entry,))
        entries = gazetteer().lookup(name)
        if not entries and not self._is_unlisted_place(name, i, j, first, end):
            return None
        if entries and not self._is_place(name, i, j, first, end, entries):
            return None
        alias = gazetteer().abbreviation(name)
        return Mention(
            doc[i].idx, stop, name, i, j - 1, entries, self._features(i, j), alias is not None and alias.use == "after"
        )

    def _is_alone(self, i: int, j: int, first: int, end: int) -> bool:
        """Whether the tokens are all that is capitalized there, or a preposition parts them from the rest ("Alicante on Sunday")."""
        starts = i == first or self.doc[i - 1].lower_ in _PARTING
        ends = j == end or self.doc[j].lower_ in _PARTING
        return starts and ends and not any(t.lower_ in _PARTING for t in self.doc[i:j])

    def _head_before(self, i: int) -> bool:
        """Whether "the town of" or the like stands before the name."""
        doc = self.doc
        return i >= 2 and doc[i - 1].lower_ == "of" and doc[i - 2].lower_ in self.lists.heads_before

    def _features(self, i: int, j: int) -> tuple[str, ...]:
        """The features that a head word beside the name asks for: "province" behind it, "the town of" before it."""
        doc = self.doc
        behind = doc[j].lower_ if j < len(doc) else ""
        found = self.lists.heads_behind.get(behind)
        if found is None and i >= 2 and doc[i - 1].lower_ == "of":
            found = self.lists.heads_before.get(doc[i - 2].lower_)
        if found is None and i >= 1:
            found = self.lists.heads_before.get(doc[i - 1].lower_) if doc[i - 1].text[:1].islower() else None
        return found or ()

    def _is_place(self, name: str, i: int, j: int, first: int, end: int, entries: tuple[Entry, ...]) -> bool:
        doc, lists = self.doc, self.lists
        if name in demonyms() or name in lists.never:
            return False
        alias = gazetteer().abbreviation(name)
        if alias is not None:
            if alias.use == "after":
                return i >= 2 and doc[i - 1].text == "," and self._capital(doc[i - 2])
            return alias.use == "exact"
        if len(name) <= 2 or (len(name) == 3 and name.isupper()):
            return False
        if self._names_something_else(i, j, entries):
            return False
        if self._inside_person(i, j):
            return False
        known = importance(entries[0])
        dateline = self._is_dateline(i, j)
        if name.isupper() and not dateline and j == i + 1 and known < _WELL_KNOWN:
            return False
        labels = {t.ent_type_ for t in doc[i:j]}
        own = bool(labels & _PLACE_LABELS)
        alone = self._is_alone(i, j, first, end)
        if dateline:
            return True
        if j == i + 1 and name in self.persons:
            return self._beside_town_or_area(i, j) or (own and self._stands_in_places(name))
        if j == i + 1 and name in lists.personal:
            certain = known >= _COUNTRY or fold(name) in self.sure
            return certain or (self._located(i) and own) or self._beside_town_or_area(i, j)
        if not own and any(self._lowered(t) for t in doc[i:j]):
            return known >= _FAMOUS
        if fold(name) in self.sure or (alone and self._in_list_of_places(i, j)):
            return True
        beside = self._beside_town_or_area(i, j)
        if beside or self._features(i, j):
            return own or not labels & {"PERSON"} or self._located(i) or beside or (self._head_before(i) and alone)
        if own:
            return self._whole_name(i, j, first, end, known)
        if known >= _WELL_KNOWN:
            if entries[0].is_listed and "PERSON" not in labels:
                return True  # seas, rivers and regions on the list are hardly ever anything else
            unmarked = any(not t.ent_type_ and t.text[:1].isupper() for t in doc[i:j])
            sure = known >= _COUNTRY and alone and name not in self.persons
            return unmarked or sure or not labels & {"PERSON", "WORK_OF_ART", "PRODUCT"} or self._located(i)
        if self._located(i) and (alone or self._office_follows(j, end)):
            return known >= _HARDLY_KNOWN or not labels - {""} or bool(labels & {"PERSON", "ORG"} and known >= 3.3)
        if known < _HARDLY_KNOWN:
            return False
        named_for = j == end and i - 2 >= first and doc[i - 1].lower_ == "of" and doc[i - 2].text in lists.offices
        return named_for or (i == first and self._office_follows(j, end))

    def _names_something_else(self, i: int, j: int, entries: tuple[Entry, ...]) -> bool:
        """Whether the words around make it a street, a newspaper, a company, a team, or a direction."""
        doc, lists = self.doc, self.lists
        behind = doc[j].text if j < len(doc) else ""
        if behind in lists.streets or behind in lists.media:
            return True
        if i and doc[i - 1].text in lists.before_team:
            return True
        listed = entries[0].is_listed
        if j - i > 1 and doc[j - 1].text in lists.streets and not listed and entries[0].population < 50_000:
            return True
        return not listed and all(t.text in lists.compass or t.text == "Coast" for t in doc[i:j])

    def _stands_in_places(self, name: str) -> bool:
        """Whether the article says somewhere that something is in or near what is also a person's name."""
        return any(t.text == name and self._preposition(t.i) in _WITHIN for t in self.doc)

    def _preposition(self, i: int) -> str:
        """The word before a name, an article and a compass word between them left out; empty at the text's start."""
        i -= 1
        while i >= 0 and self.doc[i].lower_ in self.lists.between:
            i -= 1
        return self.doc[i].lower_ if i >= 0 else ""

    def _in_list_of_places(self, i: int, j: int) -> bool:
        """Whether the name is one of a list of which a neighbour is known to be a place ("Regina, Saskatoon and Halifax")."""
        doc = self.doc
        before = i >= 2 and doc[i - 1].lower_ in {",", "and", "or"} and i - 2 in self.edges
        behind = j + 1 < len(doc) and doc[j].lower_ in {",", "and", "or"} and j + 1 in self.edges
        known = {"", "GPE", "LOC"} | ({"PERSON"} if self._is_town(i, j) else set())
        return (before and behind) or ((before or behind) and doc[i].ent_type_ in known)

    def _is_town(self, i: int, j: int) -> bool:
        """Whether the name is one of a fair-sized town and not also a usual name of persons."""
        name = self._written(i, j)
        entries = gazetteer().lookup(name)
        usual = name in self.lists.personal or name in self.persons
        return bool(entries) and importance(entries[0]) >= _A_TOWN and not usual

    def _is_unlisted_place(self, name: str, i: int, j: int, first: int, end: int) -> bool:
        """Whether a name that the gazetteer lacks is a place's: the recognizer says so, and a head word or a preposition."""
        doc = self.doc
        if not self._is_alone(i, j, first, end) or name in demonyms() or len(name) < 4 or name.isupper():
            return False
        if self._head_before(i) and self.lists.heads_before[doc[i - 2].lower_] == ("PPL",):
            return not any(t.text in self.lists.never for t in doc[i:j])
        if any(t.text in self.persons or t.text in self.lists.never for t in doc[i:j]):
            return False
        labels = {t.ent_type_ for t in doc[i:j]}
        if labels <= {"GPE", "LOC"}:
            return self._located(i) or bool(self._features(i, j))
        return "PERSON" not in labels and bool(_LANDFORMS.intersection(self._features(i, j)))

    def _inside_person(self, i: int, j: int) -> bool:
        """Whether the name is part of a longer name of a person ("Paris Hilton", "Michael Jordan", "Jack London")."""
        doc = self.doc
        if doc[i].ent_type_ != "PERSON":
            return False
        ent = next((e for e in doc[i:j].sent.ents if e.start <= i < e.end), None)
        if ent is None or (ent.start == i and ent.end <= j):
            return False
        rest = [t for t in ent if not i <= t.i < j and t.text[:1].isupper()]
        return bool(rest) and not any(t.text in self.lists.offices for t in rest)

    def _is_dateline(self, i: int, j: int) -> bool:
        """Whether the name opens a paragraph in capitals before a dash, an agency or a state: "KABUL (Reuters) -"."""
        doc = self.doc
        if self.filed is not None and self.filed.start <= doc[i].idx and doc[j - 1].idx < self.filed.end:
            return True
        shouted = all(t.text.isupper() for t in doc[i:j] if t.is_alpha)
        if i not in self.paragraphs:
            return shouted and bool(doc[i].is_sent_start) and j < len(doc) and doc[j].text in _DASHES
        if not shouted and doc[i].ent_type_ not in _PLACE_LABELS:
            return False
        for t in doc[j : j + _DATELINE]:
            if t.text in _DASHES:
                return shouted or t.i - j <= 6
            if t.i in self.paragraphs:
                break
        return shouted and len(doc[i]) > 3

    def _located(self, i: int) -> bool:
        """Whether a preposition of place stands before the name, perhaps with an article or a compass word between."""
        doc = self.doc
        k = i - 1
        while k >= 0 and (doc[k].lower_ in self.lists.between):
            k -= 1
        if k >= 1 and doc[k].lower_ == "of" and (doc[k - 1].text == "," or doc[k - 1].lower_ in self.lists.before_of):
            return True
        return k >= 0 and doc[k].lower_ in self.lists.locative

    def _beside_town_or_area(self, i: int, j: int) -> bool:
        """Whether an area that holds the place follows behind a comma: "Pandi, Bulacan", "Paris, Ky."."""
        doc = self.doc
        if j + 1 >= len(doc) or doc[j].text != ",":
            return False
        for stop in range(min(len(doc), j + 4), j + 1, -1):
            text = doc[j + 1 : stop].text
            for name in (text, text + "."):
                alias = gazetteer().abbreviation(name)
                holders = (alias.entry,) if alias else gazetteer().lookup(name)[:5]
                inside = gazetteer().lookup(self._written(i, j))
                for h in holders:
                    if (
                        (h.is_country or h.feature == "ADM1")
                        and text[:1].isupper()
                        and any(
                            e.country == h.country and (h.is_country or e.admin1 == h.admin1) and e != h for e in inside
                        )
                    ):
                        return True
        return False

    def _whole_name(self, i: int, j: int, first: int, end: int, known: float) -> bool:
        """Whether what the recognizer marked as a place is this name and not a longer one of which it is a part."""
        doc = self.doc
        ent = next((e for e in doc[i:j].sent.ents if e.start < j and e.end > i), None)
        if ent is None:
            return True
        words_of = [t for t in ent if t.text[:1].isupper() and t.text not in self.lists.never]
        covered = [t for t in words_of if i <= t.i < j]
        if len(covered) == len(words_of):
            return True
        rest = [t.text for t in words_of if t not in covered]
        if all(r in self.lists.offices or r in self.lists.compass for r in rest):
            return True
        return known >= _WELL_KNOWN

    def _office_follows(self, j: int, end: int) -> bool:
        """Whether the next words of the run are of an office or institution that is named for its place."""
        return any(t.text in self.lists.offices for t in self.doc[j : min(end, j + 4)])


def _paragraph_starts(article: Article) -> frozenset[int]:
    """Indexes of the tokens that open a block or a line."""
    text = article.text
    blocks = {b.start for b in article.blocks}
    found = set()
    for t in article.parse:
        k = t.idx - 1
        while k >= 0 and text[k] in " \t\"“'‘":
            k -= 1
        if k < 0 or text[k] == "\n" or t.idx in blocks:
            found.add(t.i)
    return frozenset(found)
