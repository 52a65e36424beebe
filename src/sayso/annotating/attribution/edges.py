"""The edges of a source: what the parser draws into a name's phrase that does not name anybody, and what it leaves out.

In: the Page, a source's range and the cue verb. Out: the range without the conjunction that opens its sentence, without
another clause that runs into it and without news told of somebody known; with the first names of a list.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import cues, lemma_of
from sayso.annotating.attribution.page import Page, Range

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_OPENINGS = frozenset(("(", "[", "“", '"', "‘", "'", "``", "''", "«", "@", "#", "$", "€", "£"))
_LISTED = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT"))


def edged(page: Page, source: Range, cue: Range) -> Range | None:
    """The source with its edges set right; None if nothing of it is left."""
    start, end = source
    if start < cue[0] < end:
        end = cue[0]
    elif cue[0] <= start < cue[1] and page.lower(start) not in ("it", "he", "she", "they"):
        return None
    start = _after_clause(page, start, end)
    start = _after_opener(page, start, end)
    end = _before_clause(page, start, end)
    start = _with_list(page, start, end)
    end = _without_news(page, start, end)
    while end > start and (page.doc[end - 1].dep_ == "cc" or page.doc[end - 1].is_space or _stray(page, end - 1)):
        end -= 1
    if start < source[0] and page.lower(end) == "," and page.lower(source[0] - 1) == "," and end + 1 == cue[0]:
        end += 1
    return (start, end) if start < end else None


def _stray(page: Page, index: int) -> bool:
    """Whether a source ends with a quotation mark that closes nothing."""
    return page.doc[index].text in ('"', "“", "”", "''", "``") and not page.closes(index)


def _after_opener(page: Page, start: int, end: int) -> int:
    """The start of a source behind "But", a dash or a stray mark; behind "until the election, Ann Lee"."""
    doc = page.doc
    while start < end - 1:
        token = doc[start]
        loose = token.is_punct and token.text not in _OPENINGS
        joins = token.pos_ in ("CCONJ", "SCONJ") and token.lower_ not in ("both", "either", "neither")
        if not (loose or joins or token.is_space):
            break
        start += 1
    if start and doc[start - 1].pos_ == "ADP" and doc[start - 1].dep_ == "prep":
        comma = next((i for i in range(start, end - 1) if doc[i].text == ","), None)
        if comma is not None and comma + 1 < end and doc[comma + 1].ent_type_ == "PERSON" and not doc[start].ent_type_:
            return comma + 1
    return start


def _after_clause(page: Page, start: int, end: int) -> int:
    """The start of a source behind a clause that the parser ran into it: "the army won, though a review"."""
    doc = page.doc
    for i in range(end - 2, start, -1):
        if doc[i].text == "," and any(_tells(page, t, start) for t in doc[start:i]):
            return i + 1
    return start


def _before_clause(page: Page, start: int, end: int) -> int:
    """The end of a source before a verb that predicates of it: "the army denied it and"."""
    for token in page.doc[start + 1 : end]:
        if _tells(page, token, start):
            return int(token.i)
    return end


def _tells(page: Page, token: Any, start: int) -> bool:
    """Whether a finite verb belongs to no relative clause that began inside the range."""
    if token.tag_ not in _FINITE or token.pos_ not in ("VERB", "AUX"):
        return False
    at = token
    while at.i >= start:
        if at.dep_ in ("relcl", "acl", "ccomp", "advcl", "pcomp") or at.tag_ in ("WDT", "WP"):
            return False
        if at.head.i == at.i or any(c.tag_ in ("WDT", "WP", "WRB", "WP$") for c in at.children):
            break
        at = at.head
    return not any(t.tag_ in ("WDT", "WP", "WRB", "WP$") for t in page.doc[start : token.i])


def _with_list(page: Page, start: int, end: int) -> int:
    """The start of a list whose first members the parser joined to something else: "The family, friends and neighbours"."""
    doc = page.doc
    if start < 2 or doc[start - 1].text != "," or not any(t.lower_ in ("and", "or") for t in doc[start:end]):
        named = (
            start >= 2 and doc[start - 1].text == "," and doc[start - 2].pos_ == "PROPN" and doc[start - 2].ent_type_
        )
        return _subject_before(page, start) if named else start
    first = page.sentence_start(start)
    before = doc[first : start - 1]
    if not len(before) or len(before) > 8 or before[-1].pos_ not in ("NOUN", "PROPN"):
        return start
    timed = any(t.ent_type_ in ("DATE", "TIME") or t.dep_ in ("npadvmod", "prep", "advmod") for t in before)
    return first if not timed and all(t.pos_ in _LISTED for t in before) else start


def _subject_before(page: Page, start: int) -> int:
    """The start of a name before a comma that the parser made a second subject of the same verb: "Ban, the secretary, said"."""
    doc = page.doc
    name = doc[start - 2]
    own = next((t for t in doc[start : start + 12] if t.dep_ == "nsubj" and t.head.i == name.head.i), None)
    return int(name.left_edge.i) if name.dep_ == "nsubj" and own is not None else start


def _without_news(page: Page, start: int, end: int) -> int:
    """The end of a source without a clause that tells what somebody already known did or thought, which identifies nobody:
    "Mr. Lee, who feared the worst,"; without brackets that hold a remark."""
    doc = page.doc
    for i in range(start + 1, end):
        if doc[i].text == "(" and doc[end - 1].text == ")" and any(t.pos_ == "VERB" for t in doc[i + 2 : end - 2]):
            return i
        if doc[i - 1].text == "," and doc[i].tag_ == "WP" and i - 1 > start:
            clause = doc[i].head
            known = i - 1 - start <= 2 and doc[i - 2].ent_type_ == "PERSON" and _surname(page, start, i - 1)
            if known or (clause.dep_ == "relcl" and lemma_of(clause) in cues("verb") and clause.tag_ == "VBD"):
                return i - 1
    return end


def _surname(page: Page, start: int, end: int) -> bool:
    """Whether a name is a surname alone or behind a title."""
    words = page.doc[start:end]
    return len(words) == 1 or (len(words) == 2 and (words[0].text.endswith(".") or len(words[0].text) < 3))
