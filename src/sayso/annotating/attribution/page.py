"""The parsed article as the attribution searches see it: tokens with their quotations and paragraphs, and the spans of
phrases, verb groups and clauses. All ranges inside the layer are token ranges, end-exclusive, until ``result`` turns
them into offsets.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

import msgspec

from sayso.annotating.attribution.lexicon import Cue, words
from sayso.annotating.attribution.quotes import Quotation, pair
from sayso.model import Actor, Article, Span

Range = tuple[int, int]

_OPEN_MARKS = frozenset(("“", "‘", '"', "``", "''", "'", "`", "«", "„", "‹", "「", "『"))
_LOOSE = frozenset((",", ";", ":", "-", "--", "—", "–", "―", "...", "…", "."))


class Found(msgspec.Struct):
    """An attribution in token ranges; ``head`` is its cue's head token, ``negated`` whether the cue is negated."""

    source: Range | None
    cue: Range
    content: list[Range]
    head: int
    entry: Cue
    negated: bool = False
    governor: str = ""
    spoken: bool = False
    top: int = -1


class Page:
    """One article's tokens with the quotation and the paragraph that each stands in."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.doc = article.parse
        self.text = article.text
        blocks = [(b.start, b.end) for b in article.blocks] or None
        self.quotations: list[Quotation] = [q for q in pair(article.text, blocks) if q.end - q.start > 2]
        size = len(self.doc)
        self.quote = [-1] * size
        self.paragraph = [0] * size
        self.ranges: list[Range] = [(0, 0)] * len(self.quotations)
        self._starts = [b.start for b in article.blocks]
        self._inner: dict[int, Range] = {}  # the ranges of nested quotations, by the tokens of their marks
        self._actors: dict[int, list[Actor]] = {}
        for actor in article.actors:
            self._actors.setdefault(self.paragraph_at(actor.start), []).append(actor)
        self._place_quotations()
        self._place_paragraphs([b.start for b in article.blocks])

    def _place_quotations(self) -> None:
        """Give every token its outermost quotation and every quotation its tokens."""
        starts = [t.idx for t in self.doc]
        at = 0
        for n, q in enumerate(self.quotations):
            while at and starts[at - 1] >= q.start:
                at -= 1
            while at < len(starts) and starts[at] + len(self.doc[at]) <= q.start:
                at += 1
            end = at
            while end < len(starts) and starts[end] < q.end:
                if q.depth == 0 and q.end - q.start > 2:
                    self.quote[end] = n
                end += 1
            self.ranges[n] = (at, end)
            if q.depth and at < end:
                self._inner[at] = self._inner[end - 1] = (at, end)

    def _place_paragraphs(self, starts: list[int]) -> None:
        at = 0
        for t in self.doc:
            while at + 1 < len(starts) and starts[at + 1] <= t.idx:
                at += 1
            self.paragraph[t.i] = at

    def actors_near(self, span: Span) -> list[Actor]:
        """The actor mentions that may overlap a span: those of the paragraph it begins in."""
        return self._actors.get(self.paragraph_at(span.start), [])

    def paragraph_at(self, offset: int) -> int:
        """The number of the block that an offset stands in."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def quote_range(self, index: int) -> Range | None:
        """The token range of the outermost quotation that a token stands in."""
        n = self.quote[index]
        return self.ranges[n] if n >= 0 else None

    def sentence_start(self, index: int) -> int:
        """Where the sentence of a token begins, inside its quotation if the token is inside one, else before the
        quotation that the sentence begins in."""
        start: int = self.doc[index].sent.start
        mine = self.quote[index]
        while start < index and self.doc[start].is_space:
            start += 1
        if mine >= 0 and self.ranges[mine][0] < index:
            return max(start, self.ranges[mine][0] + 1)
        first = self.quote_range(start)
        while first and first[0] < start:
            start = max(first[0], self._paragraph_start(index))
            before: int = self.doc[start].sent.start
            if before >= start:
                break
            start = before
            first = self.quote_range(start)
        return start

    def _paragraph_start(self, index: int) -> int:
        quote_or_sentence: int = index
        here = self.paragraph[index]
        while quote_or_sentence and self.paragraph[quote_or_sentence - 1] == here:
            before = self.doc[quote_or_sentence - 1]
            quote_or_sentence = max(before.sent.start, 0)
            if self.paragraph[quote_or_sentence] != here:
                return int(before.i)
        return quote_or_sentence

    def sentence_end(self, index: int) -> int:
        """The end of a token's sentence, without leaving its quotation."""
        end: int = self.doc[index].sent.end
        mine = self.quote_range(index)
        if mine:
            end = min(end, mine[1] - (1 if self.closed(index) else 0)) if mine[1] > index + 1 else end
        return end

    def closed(self, index: int) -> bool:
        return self.quotations[self.quote[index]].closed

    def opens(self, index: int) -> bool:
        """Whether an outermost quotation begins at this token."""
        return 0 <= index < len(self.doc) and self.quote[index] >= 0 and self.ranges[self.quote[index]][0] == index

    def closes(self, index: int) -> bool:
        """Whether an outermost quotation ends with this token."""
        return 0 <= index < len(self.doc) and self.quote[index] >= 0 and self.ranges[self.quote[index]][1] == index + 1

    def lower(self, index: int) -> str:
        return str(self.doc[index].lower_) if 0 <= index < len(self.doc) else ""

    def trim(self, start: int, end: int) -> Range | None:
        """A content range without loose punctuation at its edges; marks that pair inside it stay."""
        doc = self.doc
        while start < end and (doc[start].is_space or doc[start].text in _LOOSE or self._stray(start, start, end)):
            start += 1
        while start < end and (
            doc[end - 1].is_space
            or (doc[end - 1].text in _LOOSE and not self._inside_quote_end(end - 1))
            or self._stray(end - 1, start, end)
        ):
            end -= 1
        return (start, end) if start < end else None

    def without_opener(self, found: Range) -> Range:
        """A clause without the dateline, or the "but" or "however," that ties its sentence to the one before."""
        start, end = found
        line = self.article.dateline
        while line is not None and start < end and line.start <= self.doc[start].idx < line.end:
            start += 1
        first = self.lower(start)
        if first in words("connectives") and start + 1 < end:
            comma = self.doc[start + 1].text == ","
            if comma or self.doc[start].dep_ == "cc" or self.doc[start].pos_ == "CCONJ":
                start += 2 if comma else 1
        return (start, end) if start < end else found

    def _inside_quote_end(self, index: int) -> bool:
        """Whether a full stop or comma is the last word of a quotation that is left open."""
        mine = self.quote_range(index)
        return bool(mine and mine[1] == index + 1 and not self.closed(index))

    def _stray(self, index: int, start: int, end: int) -> bool:
        """Whether a quotation mark or bracket at a range's edge has its partner outside it."""
        text = self.doc[index].text
        if text in ("(", "["):
            return not any(self.doc[i].text in (")", "]") for i in range(index, end))
        if text in (")", "]"):
            return not any(self.doc[i].text in ("(", "[") for i in range(start, index))
        if text not in _OPEN_MARKS and text not in ("”", "’", "»", "›", "」", "』"):
            return False
        mine = self._inner.get(index) or self.quote_range(index)
        if mine is None:
            return text in ('"', "“", "”", "``")
        if mine[0] == index:
            return mine[1] > end
        if mine[1] == index + 1:
            return mine[0] < start
        return False

    def whole_quotes(self, start: int, end: int) -> Range:
        """A range widened so that a quotation that begins in it also ends in it."""
        if start < end:
            last = self.quote_range(end - 1)
            if last and last[0] >= start and last[1] > end:
                end = last[1]
        return start, end

    def noun_phrase(self, head: Any) -> Range:
        """The whole phrase of a head noun with appositions and modifiers, and the comma that closes an apposition."""
        start, end = head.left_edge.i, head.right_edge.i + 1
        for child in head.children:
            if child.dep_ in ("cc", "preconj") and child.i < head.i:
                start = max(start, child.i + 1)
        while start < head.i and (
            self.doc[start].is_punct
            or self.doc[start].is_space
            or self.doc[start].lower_ in ("even", "only")
            or (self.doc[start].lower_ == "both" and any(c.dep_ == "cc" for c in head.children))
        ):
            start += 1
        for i in range(start, min(head.i, start + 6)):
            if (
                self.doc[i].text in ("--", "-", "—", "–", "―")
                and self.doc[start].is_upper
                and self.doc[i - 1].whitespace_
            ):
                start = i + 1
        for child in reversed(list(head.lefts)):
            if child.i >= start and child.dep_ in _CLAUSAL:
                start = max(start, int(child.right_edge.i) + 1)
                break
        if head.pos_ == "PROPN":
            for child in head.rights:
                if child.lower_ == "in" and any(c.lemma_ in words("medium") for c in child.children):
                    end = min(end, max(head.i + 1, int(child.left_edge.i)))
                    break
                aside = child.dep_ == "prep" and child.lower_ not in ("of", "for", "from", "at", "in", "including")
                if (aside or (child.dep_ == "acl" and child.tag_ == "VBG")) and self.doc[
                    child.left_edge.i - 1
                ].text == ",":
                    end = max(head.i + 1, int(child.left_edge.i) - 1)
                    break
        if self.quote[head.i] < 0:
            # A quotation that opens after a comma is somebody's words, whatever the parser joins it to.
            end = next((i - 1 for i in range(head.i + 2, end) if self.opens(i) and self.doc[i - 1].text == ","), end)
        end = self._without_time(head, self._within_apposition(head, end))
        while end - 1 > head.i and self.doc[end - 1].is_space:
            end -= 1
        return start, max(end, head.i + 1)

    def _within_apposition(self, head: Any, end: int) -> int:
        """The end of a name with its apposition, without what is told in passing of a noun inside that apposition:
        "Ann Lee, mayor of York, a port on the coast"."""
        for child in head.rights:
            if child.dep_ != "appos" or head.pos_ != "PROPN" or child.i >= end:
                continue
            for token in child.subtree:
                first = token.left_edge.i
                aside = token.dep_ in ("appos", "relcl") and token.head.i != head.i and self.doc[first - 1].text == ","
                inner = self.lower(first) == "which" if token.dep_ == "relcl" else token.head.i != child.i
                inner = inner and self.doc[head.i + 1].text not in ("-", "--", "—", "–", "―")
                if aside and inner and child.i < first <= end and token.head.pos_ != "VERB":
                    return int(first) - 1
        return end

    def _without_time(self, head: Any, end: int) -> int:
        """The end of a phrase without a time that a preposition or nothing joins to it: "a panel in 2001", "Lee this week"."""
        for child in head.rights:
            last = child.right_edge.i + 1
            timed = child.dep_ in ("npadvmod", "prep", "nmod", "appos") and all(
                t.ent_type_ in ("DATE", "TIME") or t.dep_ == "prep" for t in child.subtree
            )
            if timed and last >= end and child.i > head.i and not child.is_digit and child.left_edge.i > head.i:
                return int(child.left_edge.i)
        return end


_CLAUSAL = frozenset(("ccomp", "advcl", "nsubj", "aux", "mark", "csubj", "parataxis", "cop", "dep", "prep", "relcl"))
_NEGATIVE = frozenset(("never", "hardly", "scarcely", "neither", "nor", "no", "nobody", "none"))


def negated(verb: Any, but: list[Range] | None = None) -> bool:
    """Whether a verb is negated: by itself, by its subject ("neither side"), or before "or" by the verb it goes on.

    What stands in the ranges of ``but`` does not count: "“Nobody,” he said".
    """
    for child in verb.children:
        if but and any(start <= child.i < end for start, end in but):
            continue
        if child.dep_ == "neg" or child.lower_ in _NEGATIVE:
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and any(c.lower_ in _NEGATIVE for c in child.children):
            return True
    return verb.dep_ == "conj" and any(c.lower_ in ("or", "nor") for c in verb.head.children) and negated(verb.head)


def verb_group(verb: Any) -> Range:
    """A verb with the auxiliaries, negation, adverbs and particles that stand right beside it."""
    doc = verb.doc
    start, end = verb.i, verb.i + 1
    while start > verb.sent.start:
        before = doc[start - 1]
        if (before.head.i == verb.i and before.dep_ in ("aux", "auxpass", "neg")) or _adverb_of(before, verb):
            start -= 1
        else:
            break
    while end < len(doc) and doc[end].head.i == verb.i and doc[end].dep_ in ("prt", "agent"):
        end += 1
    while start < verb.i and doc[start].dep_ == "advmod" and doc[start].lower_ in words("not_in_group"):
        start += 1
    return start, end


def _adverb_of(token: Any, verb: Any) -> bool:
    return token.dep_ == "advmod" and token.head.i == verb.i and token.tag_ in ("RB", "RBR", "RBS")


def subject(verb: Any) -> Any | None:
    """The token that heads a verb's own subject, active or passive, and not a dummy 'there'."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]
    before = [c for c in own if c.i < verb.i]
    return before[-1] if before else own[0] if own else None
