"""Reprints: which articles carry the same text, cut short, under another headline or with an outlet's own words added.

In: Articles, one at a time and in any order. Out: groups of them, and the agency that the text comes from if it is
known. Each paragraph of an article's own prose becomes a MinHash of its three-word shingles (Broder 1997), found again
by locality-sensitive hashing, so an article costs the same however many are stored. Two articles are one text when the
paragraphs that they share make up enough of the shorter one; a shared quotation or a background paragraph is not enough.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from sayso.knowledge.outlets import outlet_named
from sayso.model import Article
from sayso.reading.sketches import Sketches
from sayso.resources import table

_QUOTATION = re.compile(r"[\"“][^\"“”]{10,}[\"”]?")
_WORD = re.compile(r"\w+")
_DROPPED = str.maketrans("", "", ".'’‘")


class Rule(msgspec.Struct, frozen=True):
    """When two articles are one text.

    ``similar`` is the Jaccard similarity of two paragraphs that are one; ``words`` the fewest words of a paragraph that
    counts and ``shared_words`` the fewest shared ones; ``share`` of the shorter article must be shared, or ``part`` of
    it when that is ``paragraphs`` paragraphs or more.
    """

    similar: float = 0.55
    words: int = 5
    shared_words: int = 20
    share: float = 0.4
    part: float = 0.25
    paragraphs: int = 3


class Group(msgspec.Struct):
    """Articles that carry one text, in the order in which they came; ``agency`` is whose it is, None when unknown."""

    articles: list[str]
    agency: str | None


class _Stored(msgspec.Struct):
    id: str
    weight: float
    agencies: list[str]


class Reprints:
    """An index of articles by their text, to which articles are added one at a time."""

    _BOILERPLATE_GROUPS = 6

    def __init__(self, rule: Rule | None = None, folder: Path | None = None) -> None:
        """``folder`` is where the index puts its temporary files."""
        self._rule = rule or Rule()
        self.paragraphs = Sketches(self._rule.similar, folder)
        self._articles: list[_Stored] = []
        self._parent: list[int] = []

    def add(self, article: Article) -> list[str]:
        """Store an article; the ids of the stored articles, at most a few dozen, that it carries the same text as."""
        own = [(words, weight) for words, weight in paragraphs(article) if len(words) >= self._rule.words]
        number = len(self._articles)
        total = sum(weight for _, weight in own)
        self._articles.append(_Stored(article.id, total, _agencies(article)))
        self._parent.append(number)
        same = self._same(own, number, total)
        for other in same:
            self._join(number, other)
        return [self._articles[other].id for other in same]

    def groups(self) -> Iterator[Group]:
        """The groups of two articles or more, in the order of their first."""
        members: dict[int, list[int]] = {}
        for number in range(len(self._articles)):
            members.setdefault(self._root(number), []).append(number)
        for numbers in members.values():
            if len(numbers) > 1:
                named = Counter(agency for n in numbers for agency in self._articles[n].agencies)
                agency = max(named, key=lambda a: named[a]) if named else None
                yield Group([self._articles[n].id for n in numbers], agency)

    def _same(self, paragraphs: list[tuple[list[str], float]], number: int, total: float) -> list[int]:
        """The stored articles that share enough paragraphs, while these are stored too."""
        shared: dict[int, float] = {}
        count: Counter[int] = Counter()
        like = self.paragraphs.add([words for words, _ in paragraphs], number)
        for found, (_, weight) in zip(like, paragraphs, strict=True):
            holders: set[int] = set()
            for paragraph in found:
                stored = self.paragraphs.holders(paragraph)
                if not self._is_boilerplate(stored):
                    holders.update(other for other in stored if other != number)
            for other in holders:
                shared[other] = shared.get(other, 0) + weight
                count[other] += 1
        return sorted(other for other in shared if self._is_one_text(shared[other], count[other], total, other))

    def _is_one_text(self, shared: float, paragraphs: int, total: float, other: int) -> bool:
        rule = self._rule
        shorter = min(total, self._articles[other].weight)
        if shared < min(rule.shared_words, shorter):
            return False
        return shared >= rule.share * shorter or (paragraphs >= rule.paragraphs and shared >= rule.part * shorter)

    def _is_boilerplate(self, holders: list[int]) -> bool:
        """Whether the articles that have a paragraph are many texts that are otherwise different."""
        if len(holders) <= self._BOILERPLATE_GROUPS:
            return False
        return len({self._root(number) for number in holders}) > self._BOILERPLATE_GROUPS

    def _root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def _join(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parent[second] = first


def reprints(articles: Iterable[Article], rule: Rule | None = None) -> Iterator[Group]:
    """The groups of articles that carry the same text."""
    index = Reprints(rule)
    for article in articles:
        index.add(article)
    yield from index.groups()


def paragraphs(article: Article) -> Iterator[tuple[list[str], float]]:
    """The words of each paragraph of the article's own prose, in one spelling, and what sharing it weighs.

    A paragraph that is mostly quotation weighs half its words: whoever heard the speaker has the same ones.
    """
    for block in article.blocks:
        if block.kind == "body":
            text = article.text[block.start : block.end]
            words = [_spelled(word) for word in _WORD.findall(text.translate(_DROPPED).casefold())]
            quoted = sum(len(quotation) for quotation in _QUOTATION.findall(text)) > 0.5 * len(text)
            yield words, 0.5 * len(words) if quoted else float(len(words))


@cache
def _spellings() -> tuple[dict[str, str], dict[str, str]]:
    data = table("sayso.reading", "spellings.toml")
    return data["words"], data["endings"]


def _spelled(word: str) -> str:
    words, endings = _spellings()
    if word in words:
        return words[word]
    if len(word) >= 7 and "is" in word[-8:]:
        for ending, other in endings.items():
            if word.endswith(ending):
                return word[: -len(ending)] + other
    return word


def _agencies(article: Article) -> list[str]:
    outlets = (outlet_named(name) for name in article.credits)
    return [outlet.name for outlet in outlets if outlet is not None and outlet.kind == "agency"]
