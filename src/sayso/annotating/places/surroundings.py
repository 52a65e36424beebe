"""What stands around a name in its article: prepositions, head words, neighbours, labels, persons.

In: the parse with its entities, a stretch of tokens. Out: answers to single questions, which :mod:`.detect` weighs.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.places.words import Words, words
from sayso.knowledge.gazetteer import Entry, gazetteer, importance
from sayso.model import Article

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
WELL_KNOWN = 5.7
_A_TOWN = 5.0
_DATELINE = 14
LANDFORMS = frozenset({"STM", "FRST", "MTS", "VAL", "LK", "DSRT", "STRT", "CMP"})
_WITHIN = frozenset({"in", "near", "across", "outside"})
_PARTING = frozenset({"in", "on"})
_DASHES = frozenset({"-", "–", "—", "--"})


class Surroundings:
    """Asks one article; ``edges`` are the first and last tokens of what was found in it so far, ``areas`` what that shares."""

    def __init__(self, article: Article) -> None:
        self.doc = article.parse
        self._entities = {t.i: e for e in article.parse.ents for t in e}
        self.text = article.text
        self.lists: Words = words()
        self.paragraphs = _paragraph_starts(article)
        self.filed = article.dateline.place if article.dateline else None
        self.persons = self._person_words()
        self.edges: set[int] = set()
        self.areas: frozenset[tuple[str | None, str]] = frozenset()

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
        return bool(entries) and importance(entries[0]) >= WELL_KNOWN

    def capital(self, token: Any) -> bool:
        """Whether the article writes the token with a capital, or with one behind an article as in "al-Bab"."""
        text = token.text
        if text[:1].isupper() or (len(text) > 3 and text[2] == "-" and text[0].islower() and text[3].isupper()):
            return True
        return self.lowered(token)

    def lowered(self, token: Any) -> bool:
        """Whether it is a word of a headline that was lowered for the parser."""
        return bool(token.text[:1].islower() and self.text[token.idx].isupper())

    def written(self, i: int, j: int) -> str:
        """The tokens from i to j as the article writes them, in one line."""
        last = self.doc[j - 1]
        return " ".join(self.text[self.doc[i].idx : last.idx + len(last)].split())

    def is_alone(self, i: int, j: int, first: int, end: int) -> bool:
        """Whether the tokens are all that is capitalized there, or a preposition parts them from the rest ("Alicante on Sunday")."""
        starts = i == first or self.doc[i - 1].lower_ in _PARTING
        ends = j == end or self.doc[j].lower_ in _PARTING
        return starts and ends and not any(t.lower_ in _PARTING for t in self.doc[i:j])

    def head_before(self, i: int) -> bool:
        """Whether "the town of" or the like stands before the name."""
        doc = self.doc
        return i >= 2 and doc[i - 1].lower_ == "of" and doc[i - 2].lower_ in self.lists.heads_before

    def features(self, i: int, j: int) -> tuple[str, ...]:
        """The features that a head word beside the name asks for: "province" behind it, "the town of" before it."""
        doc = self.doc
        behind = doc[j].lower_ if j < len(doc) else ""
        found = self.lists.heads_behind.get(behind)
        if found is None and i >= 2 and doc[i - 1].lower_ == "of":
            found = self.lists.heads_before.get(doc[i - 2].lower_)
        if found is None and i >= 1:
            found = self.lists.heads_before.get(doc[i - 1].lower_) if doc[i - 1].text[:1].islower() else None
        return found or ()

    def names_something_else(self, i: int, j: int, entries: tuple[Entry, ...]) -> bool:
        """Whether the words around make it a street, a newspaper, a company, a team, or a direction."""
        doc, lists = self.doc, self.lists
        behind = doc[j].text if j < len(doc) else ""
        if behind in lists.streets or behind in lists.media:
            return True
        if i and doc[i - 1].text in lists.before_team:
            return True
        if self.is_saint(i, j):
            return True
        if doc[j - 1].is_alpha and behind in lists.waters and self.capital(doc[j]) and not self.located(j):
            return True  # "the Maury River" is a river's name, whatever Maury is
        listed = entries[0].is_listed
        if j - i > 1 and doc[j - 1].text in lists.streets and not listed and entries[0].population < 50_000:
            return True
        return not listed and all(t.text in lists.compass or t.text == "Coast" for t in doc[i:j])

    def is_saint(self, i: int, j: int) -> bool:
        """Whether it is a church, school or hospital that is named for a saint: "St. Paul's", "St. Mary Church"."""
        doc = self.doc
        if doc[i].text not in self.lists.saints or j - i < 2:
            return False
        behind = doc[j].text if j < len(doc) else ""
        return behind in {"'s", "’s"} or any(t.text in self.lists.hallowed for t in doc[j : j + 3])

    def stands_in_places(self, name: str) -> bool:
        """Whether the article says somewhere that something is in or near what is also a person's name."""
        return any(t.text == name and self.preposition(t.i) in _WITHIN for t in self.doc)

    def preposition(self, i: int) -> str:
        """The word before a name, an article and a compass word between them left out; empty at the text's start."""
        i -= 1
        while i >= 0 and self.doc[i].lower_ in self.lists.between:
            i -= 1
        return self.doc[i].lower_ if i >= 0 else ""

    def in_list_of_places(self, i: int, j: int) -> bool:
        """Whether the name is one of a list of which a neighbour is known to be a place ("Regina, Saskatoon and Halifax")."""
        doc = self.doc
        before = i >= 2 and doc[i - 1].lower_ in {",", "and", "or"} and i - 2 in self.edges
        behind = j + 1 < len(doc) and doc[j].lower_ in {",", "and", "or"} and j + 1 in self.edges
        known = {"", "GPE", "LOC"} | ({"PERSON"} if self.is_town(i, j) else set())
        if (before and behind) or ((before or behind) and doc[i].ent_type_ in known):
            return True
        return (
            before and doc[i].ent_type_ not in {"DATE", "TIME"} and self.list_is_located(i) and not self.is_common(i, j)
        )

    def coherent(self, entries: tuple[Entry, ...]) -> bool:
        """Whether the name has a namesake in a first-order area that several names found so far have one in."""
        return any(e.admin1 and (e.country, e.admin1) in self.areas for e in entries)

    def in_coherent_list(self, i: int, j: int, entries: tuple[Entry, ...]) -> bool:
        """Whether the name is joined to a place and lies in the area of the others: "*Hudson* and River Falls"."""
        doc = self.doc
        before = i >= 2 and doc[i - 1].lower_ in {",", "and", "or"} and i - 2 in self.edges
        behind = j + 1 < len(doc) and doc[j].lower_ in {",", "and", "or"} and j + 1 in self.edges
        return (before or behind) and self.coherent(entries)

    def list_is_located(self, i: int) -> bool:
        """Whether the list of names that ends before the name at i is one behind a preposition: "in Flint, Troy and *Pella*"."""
        doc = self.doc
        k = i - 1
        while k >= 1 and doc[k].lower_ in {",", "and", "or"} and k - 1 in self.edges:
            while k >= 1 and (k - 1 in self.edges or self.capital(doc[k - 1])):
                k -= 1
            if self.located(k):
                return True
            k -= 1
        return False

    def is_county(self, i: int, j: int, entries: tuple[Entry, ...]) -> bool:
        """Whether the name ends in "County" or the like and is one of an area: those are hardly ever anything else."""
        return j - i > 1 and self.doc[j - 1].text in self.lists.counties and any(e.feature == "ADM2" for e in entries)

    def is_common(self, i: int, j: int) -> bool:
        """Whether the name is one common English word ("Republic", "Congress") that somebody also named a village."""
        return j == i + 1 and self.doc[i].text in self.lists.common

    def local_noun_follows(self, i: int, j: int) -> bool:
        """Whether a noun follows that papers put a town's name before: "a *Darlington* man", "*Marion* police said"."""
        doc = self.doc
        if j >= len(doc) or doc[j].text not in self.lists.local_nouns:
            return False
        opens = bool(doc[i].is_sent_start) or i in self.paragraphs
        return opens or doc[i - 1].lower_ in self.lists.before_local or doc[i - 1].pos_ in {"NUM", "VERB"}

    def is_road(self, i: int, j: int) -> bool:
        """Whether it is a state's abbreviation in the name of a road: "N.C. 8"."""
        doc = self.doc
        return j < len(doc) and doc[j].like_num and gazetteer().abbreviation(doc[i].text) is not None

    def of_people(self, i: int) -> bool:
        """Whether the name says where people are from: "villagers from Croscombe"."""
        doc = self.doc
        if i < 2 or doc[i - 1].lower_ not in {"from", "of"}:
            return False
        return doc[i - 2].lower_ in self.lists.people or (
            doc[i - 2].ent_type_ == "PERSON" and doc[i - 2].text[:1].isupper()
        )

    def of_kin(self, i: int) -> bool:
        """Whether the name is of somebody's relative: "her father Chad"."""
        return i >= 1 and self.doc[i - 1].lower_ in self.lists.kin

    def leads_to(self, i: int) -> bool:
        """Whether "bound for" or the like stands before the name."""
        doc = self.doc
        return i >= 2 and doc[i - 1].lower_ == "for" and doc[i - 2].lower_ in self.lists.bound

    def is_town(self, i: int, j: int) -> bool:
        """Whether the name is one of a fair-sized town and not also a usual name of persons."""
        name = self.written(i, j)
        entries = gazetteer().lookup(name)
        usual = name in self.lists.personal or name in self.persons
        return bool(entries) and importance(entries[0]) >= _A_TOWN and not usual

    def inside_person(self, i: int, j: int) -> bool:
        """Whether the name is part of a longer name of a person ("Paris Hilton", "Michael Jordan", "Jack London")."""
        doc = self.doc
        if doc[i].ent_type_ != "PERSON":
            return False
        ent = next((e for e in doc[i:j].sent.ents if e.start <= i < e.end), None)
        if ent is None or (ent.start == i and ent.end <= j):
            return False
        rest = [t for t in ent if not i <= t.i < j and t.text[:1].isupper()]
        return bool(rest) and not any(t.text in self.lists.offices for t in rest)

    def is_dateline(self, i: int, j: int) -> bool:
        """Whether the name opens a paragraph in capitals before a dash, an agency or a state: "KABUL (Reuters) -"."""
        doc = self.doc
        if self.filed is not None and self.filed.start <= doc[i].idx and doc[j - 1].idx < self.filed.end:
            return True
        shouted = all(t.text.isupper() for t in doc[i:j] if t.is_alpha)
        if i not in self.paragraphs:
            return shouted and bool(doc[i].is_sent_start) and j < len(doc) and doc[j].text in _DASHES
        if not shouted and doc[i].ent_type_ not in PLACE_LABELS:
            return False
        for t in doc[j : j + _DATELINE]:
            if t.text in _DASHES:
                return shouted or t.i - j <= 6
            if t.i in self.paragraphs:
                break
        return shouted and len(doc[i]) > 3

    def located(self, i: int) -> bool:
        """Whether a preposition of place stands before the name, perhaps with an article or a compass word between."""
        doc = self.doc
        k = i - 1
        while k >= 0 and (doc[k].lower_ in self.lists.between):
            k -= 1
        if k >= 1 and doc[k].lower_ == "of" and (doc[k - 1].text == "," or doc[k - 1].lower_ in self.lists.before_of):
            return True
        return k >= 0 and doc[k].lower_ in self.lists.locative

    def beside_town_or_area(self, i: int, j: int) -> bool:
        """Whether an area that holds the place follows behind a comma: "Pandi, Bulacan", "Paris, Ky."."""
        doc = self.doc
        if j + 1 >= len(doc) or doc[j].text != ",":
            return False
        for stop in range(min(len(doc), j + 4), j + 1, -1):
            text = doc[j + 1 : stop].text
            for name in (text, text + "."):
                alias = gazetteer().abbreviation(name)
                holders = (alias.entry,) if alias else gazetteer().lookup(name)[:5]
                inside = gazetteer().lookup(self.written(i, j))
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

    def whole_name(self, i: int, j: int, first: int, end: int, known: float) -> bool:
        """Whether what the recognizer marked as a place is this name and not a longer one of which it is a part."""
        ent = next((self._entities[k] for k in range(i, j) if k in self._entities), None)
        if ent is None:
            return True
        words_of = [t for t in ent if t.text[:1].isupper() and t.text not in self.lists.never]
        covered = [t for t in words_of if i <= t.i < j]
        if len(covered) == len(words_of):
            return True
        rest = [t.text for t in words_of if t not in covered]
        if all(r in self.lists.offices or r in self.lists.compass for r in rest):
            return True
        return known >= WELL_KNOWN

    def office_follows(self, j: int, end: int) -> bool:
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
