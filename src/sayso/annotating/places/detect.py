"""Finds the mentions of named places in a parsed article.

In: the parse with its entities. Out: mentions, each the shortest name that a reader would point at on the map ("the US
embassy in Kabul": US, Kabul). A run of capitalized words is read from left to right, taking the longest name that the
gazetteer knows; the entity recognizer, the words around it and how well the place is known decide whether the name
is used for a place. What is found with good evidence once is then found everywhere in the article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.annotating.places.surroundings import LANDFORMS, PLACE_LABELS, WELL_KNOWN, Surroundings
from sayso.knowledge import lookup
from sayso.knowledge.gazetteer import Entry, demonyms, fold, gazetteer, importance
from sayso.model import Article

_LONGEST = 6
_COUNTRY = 9.0
_FAMOUS = 7.0
_HARDLY_KNOWN = 4.3
_A_VILLAGE = 3.0
_PASSES = 3
_SHARED = 0.6
_OTHERS = frozenset(
    {"DATE", "TIME", "MONEY", "QUANTITY", "EVENT", "LAW", "LANGUAGE"}
)  # labels of what is no name of a place


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
    never: bool = False  # a name that is on the list as no place's, whose parts are none either


_SEAT = re.compile(r"[DRI]-(?=[A-Z])")  # a lawmaker's party before the place of the seat


def mentions(article: Article) -> list[Mention]:
    """All mentions in the order of the text, none overlapping another."""
    return _Reader(article).read()


class _Reader(Surroundings):
    """Reads one article: names of persons first, then its runs of capitalized words, then what was found again."""

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self.sure: set[str] = set()

    def read(self) -> list[Mention]:
        runs = list(self._runs())
        found: list[Mention] = []
        for _ in range(_PASSES):
            before = len(found)
            found = [m for first, end in runs for m in self._in_run(first, end)]
            self.sure = {fold(m.name) for m in found}
            self.edges = {m.first for m in found} | {m.last for m in found}
            self.areas = _shared_areas(found)
            if len(found) == before:
                break
        return found

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Stretches of tokens that may hold names: capitalized words, with the small words that names hold inside."""
        doc, n = self.doc, len(self.doc)
        i = 0
        while i < n:
            if not self.capital(doc[i]) or self._only_opens(i):
                i += 1
                continue
            end = i + 1
            while end < n and not doc[end].is_sent_start:
                tight = not doc[end].whitespace_ and not doc[end - 1].whitespace_
                if self.capital(doc[end]) or (doc[end].text in {"-", "–"} and tight):
                    end += 1
                elif (hyphened := self._hyphened(end)) is not None:
                    end = hyphened
                elif doc[end].lower_ in self.lists.joining and end + 1 < n and self.capital(doc[end + 1]):
                    end += 2
                else:
                    break
            yield i, end
            i = end

    def _only_opens(self, i: int) -> bool:
        """Whether the word is a small one that has its capital from the sentence's start: "The Bristol speedway", "In Lima"."""
        doc = self.doc
        if not doc[i].is_sent_start or doc[i].lower_ not in self.lists.opening or i + 1 >= len(doc):
            return False
        return not gazetteer().lookup(self.written(i, i + 2))

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
                if self.capital(self.doc[i]) and self.capital(self.doc[j - 1]):
                    taken = self._mention(i, j, first, end)
                    if taken is not None:
                        break
            if taken is not None and not taken.never:
                yield taken
            i = taken.last + 1 if taken is not None else i + 1

    def _mention(self, i: int, j: int, first: int, end: int) -> Mention | None:
        doc = self.doc
        name = self.written(i, j)
        stop = doc[j - 1].idx + len(doc[j - 1])
        entries: tuple[Entry, ...] = ()
        if j < len(doc) and doc[j].text == "." and not doc[j - 1].whitespace_ and gazetteer().abbreviation(name + "."):
            name, stop = name + ".", stop + 1
        if j == i + 1 and "-" in name:
            left = name.split("-")[0]
            if (alias := gazetteer().abbreviation(left)) and alias.use == "exact":
                return Mention(doc[i].idx, doc[i].idx + len(left), left, i, i, (alias.entry,))
        start = doc[i].idx
        if j > i + 1 and (((listed := gazetteer().abbreviation(name)) and listed.use == "never") or _is_somebody(name)):
            return Mention(start, stop, name, i, j - 1, (), never=True)
        if (seat := _SEAT.match(name)) and (entries := gazetteer().lookup(name[seat.end() :])):
            return Mention(start + seat.end(), stop, name[seat.end() :], i, j - 1, entries)  # "Lisa Baker, R-Luzerne"
        entries = gazetteer().lookup(name)
        if not entries and not self._is_unlisted_place(name, i, j, first, end):
            return None
        if entries and not self._is_place(name, i, j, first, end, entries):
            return None
        alias = gazetteer().abbreviation(name)
        return Mention(
            start, stop, name, i, j - 1, entries, self.features(i, j), alias is not None and alias.use == "after"
        )

    def _is_place(self, name: str, i: int, j: int, first: int, end: int, entries: tuple[Entry, ...]) -> bool:
        doc, lists = self.doc, self.lists
        if name in demonyms() or name in lists.never or self.is_road(i, j):
            return False
        alias = gazetteer().abbreviation(name)
        if alias is not None:
            if alias.use == "after":
                return i >= 2 and doc[i - 1].text == "," and self.capital(doc[i - 2])
            return alias.use == "exact"
        if len(name) <= 2 or (len(name) == 3 and name.isupper()):
            return False
        if self.names_something_else(i, j, entries):
            return False
        if self.inside_person(i, j) or (j == i + 1 and self.of_kin(i)):
            return False
        known = importance(entries[0])
        dateline = self.is_dateline(i, j)
        if name.isupper() and not dateline and j == i + 1 and known < WELL_KNOWN:
            return False
        labels = {t.ent_type_ for t in doc[i:j]}
        own = bool(labels & PLACE_LABELS)
        alone = self.is_alone(i, j, first, end)
        if dateline:
            return True
        if j == i + 1 and name in self.persons:
            return self.beside_town_or_area(i, j) or (own and self.stands_in_places(name))
        if j == i + 1 and name in lists.personal:
            certain = known >= _COUNTRY or fold(name) in self.sure
            if certain or (self.located(i) and own) or self.beside_town_or_area(i, j):
                return True
            within = self.preposition(i) in lists.inside or self.in_coherent_list(i, j, entries)
            return alone and within and self.coherent(entries)
        if not own and any(self.lowered(t) for t in doc[i:j]):
            return known >= _FAMOUS
        if fold(name) in self.sure or (alone and self.in_list_of_places(i, j)):
            return True
        beside = self.beside_town_or_area(i, j)
        if beside or self.features(i, j):
            headed = self.head_before(i) or self.local_noun_follows(i, j)
            return own or not labels & {"PERSON"} or self.located(i) or beside or (headed and alone)
        if self.is_county(i, j, entries) or (alone and self.in_coherent_list(i, j, entries)):
            return True
        if own:
            return self.whole_name(i, j, first, end, known)
        if known >= WELL_KNOWN:
            if entries[0].is_listed and "PERSON" not in labels:
                return True  # seas, rivers and regions on the list are hardly ever anything else
            unmarked = any(not t.ent_type_ and t.text[:1].isupper() for t in doc[i:j])
            sure = known >= _COUNTRY and alone and name not in self.persons
            if unmarked or sure or not labels & {"PERSON", "WORK_OF_ART", "PRODUCT"} or self.located(i):
                return True
        if self.is_common(i, j):
            return False
        if alone and self.of_people(i):
            return True
        if self.located(i) and (alone or self.office_follows(j, end)):
            strong = self.preposition(i) in lists.inside and not labels & _OTHERS
            strong |= (
                known >= _A_VILLAGE and doc[i - 1].lower_ == "of" and not labels & {"DATE", "TIME", "ORG", "PERSON"}
            )
            return (
                known >= _HARDLY_KNOWN
                or strong
                or not labels - {""}
                or bool(labels & {"PERSON", "ORG"} and known >= 3.3)
            )
        if known >= _A_VILLAGE and alone and (self.local_noun_follows(i, j) or self.leads_to(i)):
            return True
        if known < _HARDLY_KNOWN:
            return False
        if alone and j > i + 1 and self.coherent(entries) and "PERSON" not in labels:
            return True
        named_for = j == end and i - 2 >= first and doc[i - 1].lower_ == "of" and doc[i - 2].text in lists.offices
        return named_for or (i == first and self.office_follows(j, end))

    def _is_unlisted_place(self, name: str, i: int, j: int, first: int, end: int) -> bool:
        """Whether a name that the gazetteer lacks is a place's: the recognizer says so, and a head word or a preposition."""
        doc = self.doc
        if not self.is_alone(i, j, first, end) or name in demonyms() or len(name) < 4 or name.isupper():
            return False
        if self.head_before(i) and self.lists.heads_before[doc[i - 2].lower_] == ("PPL",):
            return not any(t.text in self.lists.never for t in doc[i:j])
        if any(t.text in self.persons or t.text in self.lists.never for t in doc[i:j]):
            return False
        if self.located(i) and self._is_measured(j):
            return True
        labels = {t.ent_type_ for t in doc[i:j]}
        if labels <= {"GPE", "LOC"}:
            return self.located(i) or bool(self.features(i, j))
        if self._stands_as_village(name, i, j):
            return True
        return "PERSON" not in labels and bool(LANDFORMS.intersection(self.features(i, j)))

    def _is_measured(self, j: int) -> bool:
        """Whether what follows says how far from another place a name lies: "Mahagi, *some 180 km north of Bunia*"."""
        behind = self.doc[j : j + _WORDS_OF_A_WAY]
        last = next((n for n, t in enumerate(behind) if n and t.lower_ in self.lists.beside), None)
        if last is None or behind[0].text != "," or not any(t.like_num for t in behind[:last]):
            return False
        known = self.lists.apart | self.lists.between
        return all(t.like_num or t.lower_ in known for t in behind[:last]) and any(
            t.lower_ in _UNITS for t in behind[:last]
        )

    def _stands_as_village(self, name: str, i: int, j: int) -> bool:
        """Whether a name that nothing else is known of stands where only places do: "moved into Rumamer", "at Chakan-da-Bagh"; what
        stood so once is the place elsewhere too."""
        doc = self.doc
        before = doc[i - 1].lower_ if i else ""
        headed = name.count("-") > 1 and bool(self.features(i, j))  # "the Chakan-da-Bagh crossing"
        if (before not in self.lists.locative and not headed) or any(
            t.pos_ not in ("PROPN", "NOUN", "PUNCT", "X") for t in doc[i:j]
        ):
            return False
        if any(
            t.text in self.lists.personal or t.text in self.lists.common or t.text in self.lists.offices
            for t in doc[i:j]
        ):
            return False
        if j < len(doc) and doc[j].text in ("'s", "’s", "'", "’"):
            return False
        compound = name.count("-") > 1
        return (compound or before in _ONLY_BEFORE_PLACES or fold(name) in self.sure) and not lookup(name)


_WORDS_OF_A_WAY = 10
_UNITS = frozenset("km kms kilometre kilometres kilometer kilometers mile miles".split())
_ONLY_BEFORE_PLACES = frozenset({"near", "into", "outside", "around", "inside"})


def _is_somebody(name: str) -> bool:
    """Whether a name of several words is known as a person's alone: "Theresa May", whatever Theresa is elsewhere."""
    known = lookup(name)
    return bool(known) and all(e.kind == "person" for e in known) and not gazetteer().lookup(name)


def _shared_areas(found: list[Mention]) -> frozenset[tuple[str | None, str]]:
    """The first-order areas that the names found have namesakes in, each name's say split among its areas."""
    votes: Counter[tuple[str | None, str]] = Counter()
    for entries in {m.name: m.entries for m in found}.values():
        areas = {(e.country, e.admin1) for e in entries if e.admin1}
        for area in areas:
            votes[area] += 1 / len(areas)  # type: ignore[assignment]
    return frozenset(area for area, n in votes.items() if n >= _SHARED)
