"""Sources for whom nobody stands by name: "judicial sources", officers who asked not to be named; papers without a name ("a local
newspaper"), and the paper itself, which says "we".

In: an annotated Article. Out: of an attribution, whether its source is such a one. What they say is on no side, whatever their
country: "a Jakarta newspaper" does not speak for Indonesia.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sayso.coding.whose_word import named_in
from sayso.model import Article, Attribution
from sayso.resources import table

_INDEFINITE = frozenset("a an one two three four five six some several many other another various".split())
_POINTING = frozenset("the this that these those".split())
_OF_SOMEBODY = _POINTING | {"of", "from"}


Words = tuple[int, ...]  # where the words for a source and for its saying begin


def _words_of(a: Attribution) -> Words:
    """What tells an attribution from others, whatever stance it is given."""
    return (a.cue_head, *(s.start for s in (*a.source, *a.content)))


@cache
def _words() -> dict[str, frozenset[str]]:
    """The lists of nouns and of words before them."""
    return {name: frozenset(words) for name, words in table("sayso.coding", "voices.toml")["nouns"].items()}


def offices() -> frozenset[str]:
    """The words for those by whom a body speaks."""
    return _words()["offices"]


@cache
def _pattern() -> re.Pattern[str]:
    """What says that a source is not to be named."""
    return re.compile("|".join(table("sayso.coding", "voices.toml")["nameless"]["patterns"]))


class Voices:
    """The nameless sources of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.doc = article.parse
        self._nameless: set[Words] | None = None

    def is_nameless(self, a: Attribution) -> bool:
        """Whether nobody stands for what an attribution tells."""
        if self._nameless is None:
            self._nameless = self._found()
        return _words_of(a) in self._nameless or self._is_unnamed(a)

    def is_paper(self, a: Attribution) -> bool:
        """Whether the paper speaks of itself outside of anybody's words: "we reported", "this newspaper"."""
        words = " ".join(s.of(self.article.text) for s in a.source).lower().split()
        if not words or not (words == ["we"] or (words[0] in ("this", "our") and words[-1] in _words()["own"])):
            return False
        at = a.source[0].start
        others = (b for b in self.article.attributions if b is not a)
        return not any(s.start <= at < s.end for b in others for s in b.content)

    def _found(self) -> set[Words]:
        """Attributions by sources that are nameless here or, told of by the same noun, elsewhere: "two officers … the officers"."""
        found: set[Words] = set()
        told: list[tuple[Attribution, str, bool]] = []
        for a in self.article.attributions:
            head = self._head(a)
            if head is not None and head.pos_ != "PROPN":
                told.append((a, head.lemma_.lower(), self._points_back(head)))
            if self._is_unnamed(a):
                found.add(_words_of(a))
        hidden = self._asked_not_to_be_named()
        found |= {_words_of(a) for a, noun, _ in told if noun in hidden}
        for n, (a, noun, back) in enumerate(told):
            before = [k for k in range(n) if told[k][1] == noun]
            if back and before and (_words_of(a) in found) != (_words_of(told[before[-1]][0]) in found):
                found |= {_words_of(a), _words_of(told[before[-1]][0])}
        nameless = {noun for a, noun, _ in told if _words_of(a) in found}
        return found | {_words_of(a) for a, noun, _ in told if noun in nameless and self._is_of_headline(a)}

    def _is_of_headline(self, a: Attribution) -> bool:
        """Whether a headline names a source by nothing but a noun, which the text may tell more of: "…, official says"."""
        head = self._head(a)
        first = next((s for s in self.article.sentences if s.body), None)
        return head is not None and first is not None and head.idx < first.start and not any(head.children)

    def _asked_not_to_be_named(self) -> set[str]:
        """The nouns in the plural for people of whom a clause says so, whatever else they do: "the officers, who asked not to be named"."""
        if not _pattern().search(self.article.text.lower()):
            return set()
        clauses = [t for t in self.doc if t.dep_ == "relcl" and t.head.tag_ == "NNS"]
        return {
            t.head.lemma_.lower()
            for t in clauses
            if _pattern().search(" ".join(w.lower_ for w in t.subtree)) is not None
        }

    def _is_unnamed(self, a: Attribution) -> bool:
        head = self._head(a)
        if head is not None and head.pos_ != "PROPN":
            lemma = head.lemma_.lower()
            if lemma in _words()["sources"] or (lemma in _words()["envoys"] and self._is_of_no_state(head)):
                return True
        return a.cue_head >= 0 and _pattern().search(self._beside(a)) is not None

    def _is_of_no_state(self, head: Any) -> bool:
        """Whether the words before a noun name no state: "Western diplomats", "a senior diplomat in Lima"."""
        if any(t.dep_ in ("poss", "appos") or t.lower_ in _OF_SOMEBODY for t in head.children):
            return False
        return not named_in(self.article.text[head.left_edge.idx : head.idx])

    def is_outlet(self, a: Attribution) -> bool:
        """Whether a source is some paper or station or other: "a newspaper in Sanaa"; a state's own television speaks for it."""
        head, nouns = self._head(a), _words()
        if head is None or head.pos_ == "PROPN":
            return False
        before = [t for t in head.lefts if t.dep_ != "prep"]
        lemma = head.lemma_.lower()
        noun = f"news {lemma}" if any(t.lower_ == "news" for t in before) else lemma
        if not {noun, lemma} & nouns["outlets"] or any(t.lower_ in nouns["official"] for t in before):
            return False
        after = [*head.children, *([head.nbor(1)] if head.i + 1 < len(head.doc) else [])]
        if any(c.dep_ == "appos" or (c.pos_ == "PROPN" and c.i > head.i) for c in after):
            return False  # "the daily Vijesti"
        owned = any(t.dep_ == "poss" or t.lower_ in _POINTING for t in before)
        return any(t.lower_ in _INDEFINITE for t in before) or not owned

    def is_private(self, a: Attribution) -> bool:
        """Whether somebody speaks as the relative or friend of another, or as one who only watches: no state does."""
        head = self._head(a)
        return (
            head is not None and head.pos_ == "NOUN" and head.lemma_.lower() in _words()["kin"] | _words()["watchers"]
        )

    def outlet(self, a: Attribution) -> str:
        """The words for an outlet without a name, with the article that tells it from a name."""
        words = " ".join(s.of(self.article.text) for s in a.source)
        return words[:1].lower() + words[1:] if words.split()[0].lower() in ("a", "an") else words

    def _points_back(self, head: Any) -> bool:
        """Whether a noun means somebody told of before."""
        return any(t.lower_ in _POINTING for t in head.lefts)

    def _head(self, a: Attribution) -> Any | None:
        """The head of the words for a source."""
        if not a.source:
            return None
        span = self.doc.char_span(a.source[0].start, a.source[0].end, alignment_mode="expand")
        if span is None:
            return None
        head = span.root
        if head.tag_ in ("WP", "WDT") and head.head.dep_ == "relcl":
            return head.head.head  # "the officers, who asked for anonymity"
        return next((t for t in head.children if t.dep_ == "pobj"), head) if head.pos_ == "ADP" else head

    def _beside(self, a: Attribution) -> str:
        """The words that stand with a source and its verb of saying, without those that it says."""
        held = [range(s.start, s.end) for s in a.content]
        spoken = [self.doc[a.cue_head]]
        for s in a.source:
            spoken += self.doc.char_span(s.start, s.end, alignment_mode="expand") or ()
        beside = {t.i: t for t in spoken}
        while spoken:
            for t in spoken.pop().children:
                if t.i not in beside and not any(t.idx in r for r in held):
                    beside[t.i] = t
                    spoken.append(t)
        return " ".join(beside[i].lower_ for i in sorted(beside))
