"""Corrections that a paper prints of itself: "The report was wrong, and we withdraw it."

In: an annotated Article and its events as groups of mentions. Out: the events that its own report told and its own words take back,
and those that it tells only in a correction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso.coding.enclosing import enclosing
from sayso.coding.extraction import Mention
from sayso.coding.voices import Voices
from sayso.model import Article, Attribution, Span

_REPORTS = frozenset("report story article account item dispatch piece information headline text".split())
_WRONG = frozenset(
    """wrong incorrect false untrue mistaken inaccurate erroneous unfounded baseless fabricated error mistake fabrication invention
    untruth bogus fictitious hoax invented made-up unsupported groundless fake""".split()
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


def corrected(article: Article, groups: list[list[Mention]]) -> Iterator[tuple[int, Span]]:
    """The events that a paper tells only in a correction of its own: "We were wrong to report that …", "An earlier article said that ….
    We regret the error", "Our story about the shelling was untrue"."""
    sentences, own = [*article.parse.sents], _own_report(article)
    for k, sent in enumerate(sentences):
        if not own.search(sent.text) or not _REPORTING.search(sent.text):
            continue
        near = [sent, *(s for s in sentences[k + 1 : k + _FAR] if len(s) <= _SHORT)]
        undone = next((s for s in near if _says_wrong(article, s)), None)
        if undone is None:
            continue
        end = max(undone.end_char, sentences[min(k + 1, len(sentences) - 1)].end_char)
        for n, g in enumerate(groups):
            inside = any(sent.start_char <= m.head.idx < sent.end_char for m in g)
            if inside and all(sent.start_char <= m.head.idx < end for m in g):
                yield n, Span(sent.start_char, undone.end_char)


def _says_wrong(article: Article, sent: Any) -> bool:
    """Whether a sentence calls a report wrong or takes it back in nobody else's words."""
    found = _UNDOING.search(sent.text)
    if found is None:
        return False
    return all(_is_own(article, a) for a in enclosing(article, sent.start_char + found.start()))


def _own_report(article: Article) -> re.Pattern[str]:
    """What a paper calls itself, or what it has printed."""
    name = article.source.name if article.source is not None and article.source.name else ""
    own = rf"|\b{re.escape(name)}\b" if name else ""
    return re.compile(_OURS + own, re.I)


_OURS = (
    r"\b(?:we|our|this (?:newspaper|paper|website|agency|magazine|site|station)|"
    r"(?:an|the) (?:earlier|previous) (?:article|report|version|story|dispatch|item))\b"
)
_REPORTING = re.compile(
    r"\b(?:report(?:s|ed|ing)?|stor(?:y|ies)|articles?|items?|said|published|wrote|dispatch|version|account)\b", re.I
)
_UNDOING = re.compile(
    r"\b(?:retract\w*|withdr(?:aw|ew)\w*|t(?:ake|akes|ook) back|apologi[sz]e\w*|no longer stands? by|contrary to (?:what we|our)|"
    r"(?:delet|remov)\w+ (?:its|our|the) (?:report|story|article|item)|regrets? the (?:error|mistake)|"
    r"(?:has|have) been (?:deleted|removed|withdrawn|retracted|scrapped)|(?:was|were|is) (?:an? )?(?:wrong|mistaken?|incorrect|inaccurate|"
    r"false|untrue|erroneous|in error|based on a mistake|not true|not correct|invention|hoax|fabrication|unfounded|baseless|bogus|fake|"
    r"invented|fabricated|made up))\b",
    re.I,
)
_SHORT = 25  # tokens of a sentence that only says so


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
