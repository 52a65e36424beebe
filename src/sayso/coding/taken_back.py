"""Corrections that a paper prints of itself: "The report was wrong, and we withdraw it."

In: an annotated Article and its events as groups of mentions. Out: the events that its own report told and its own words take back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.coding.enclosing import enclosing
from sayso.coding.extraction import Mention
from sayso.coding.voices import Voices
from sayso.model import Article, Attribution, Span

_REPORTS = frozenset("report story article account item dispatch piece information headline text".split())
_WRONG = frozenset(
    """wrong incorrect false untrue mistaken inaccurate erroneous unfounded baseless fabricated error mistake fabrication invention
    untruth""".split()
)
_TAKING = frozenset("withdraw retract regret recant correct apologise apologize".split())
_TAKEN = _REPORTS | frozenset("error mistake it inaccuracy confusion".split())
_FAR = 3  # sentences behind the report


def taken_back(article: Article, groups: list[list[Mention]]) -> Iterator[tuple[int, Attribution, Span]]:
    """The events that a paper's own report told and the text takes back: their index, the report's attribution and the words."""
    doc = article.parse
    told = [(n, m, a) for n, g in enumerate(groups) for m in g for a in enclosing(article, m.head.idx)[:1]]
    told = [(n, m, a) for n, m, a in told if _is_own(article, a)]
    if not told:
        return
    seen: set[int] = set()
    for sent in doc.sents:
        if enclosing(article, sent.root.idx) or not any(_takes_back(t) for t in sent):
            continue
        before = [(m.head.idx, n, a) for n, m, a in told if m.sentence.end <= sent.start]
        if not before:
            continue
        last, n, a = max(before, key=lambda b: b[:2])
        between = sum(1 for s in article.sentences if last < s.start < sent.start_char)
        if between <= _FAR and n not in seen:
            seen.add(n)
            yield n, a, Span(sent.start_char, sent.end_char)


def _is_own(article: Article, a: Attribution) -> bool:
    """Whether an attribution is the paper's own report: "we reported", "El Tiempo reported yesterday"."""
    if Voices(article).is_paper(a):
        return True
    words = {w for s in a.source for w in s.of(article.text).lower().split()}
    name = article.source.name.lower().split() if article.source is not None and article.source.name else []
    return bool(words - {"the"}) and words - {"the"} <= set(name)


def _takes_back(token: Any) -> bool:
    """Whether a predicate calls a report wrong, or is a paper's own withdrawal."""
    if any(c.dep_ == "neg" for c in token.children):
        return False
    if token.lemma_ == "be":
        about = next((c for c in token.children if c.dep_ == "nsubj"), None)
        said = {c.lemma_.lower() for c in token.children if c.dep_ in ("acomp", "attr")}
        said |= {o.lemma_.lower() for p in token.children if p.lower_ in ("in", "an") for o in p.children}
        return (
            about is not None
            and (about.lemma_.lower() in _REPORTS or about.lower_ in ("that", "this"))
            and bool(said & _WRONG)
        )
    if token.lemma_.lower() in _TAKING and token.pos_ == "VERB":
        ours = any(c.dep_ == "nsubj" and c.lower_ == "we" for c in (*token.children, *token.head.children))
        after = {o.lemma_.lower() for c in token.children for o in (c, *c.children) if c.i > token.i}
        return ours and (bool(after & _TAKEN) or token.lemma_.lower().startswith("apologi"))
    return False
