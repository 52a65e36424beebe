"""How far a content reaches: clauses with their complementizer, with what is joined to them, and without the next cue.

In: the Page, a cue verb and the head of the clause it governs. Out: a token range or its end.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import Cue, cues, lemma_of, words
from sayso.annotating.attribution.page import Page, Range, subject
from sayso.annotating.attribution.resumed import resumed

_TIMED = frozenset(("npadvmod", "compound", "amod", "nmod"))
_FAR = 300  # words that a clause's own end is looked for in


def clause_range(page: Page, head: Any, after: int, verb: Any = None) -> Range | None:
    """A clause that follows its cue, with its complementizer, to its last word."""
    start, end = max(head.left_edge.i, after), head.right_edge.i + 1
    doc = page.doc
    if head.left_edge.i < after:
        start = after
        while start < end and doc[start].head.i < after and doc[start].dep_ in ("dobj", "dative", "npadvmod", "punct"):
            start += 1
    if start == after and start > 0 and doc[start - 1].pos_ == "VERB":
        # "Said Tuesday rebels attacked": the day is that of the saying.
        while start < end - 1 and doc[start].ent_type_ in ("DATE", "TIME") and doc[start].dep_ in _TIMED:
            start += 1
    end = _own_words_end(page, head, start, end)
    if verb is not None:
        end = joined(page, verb, head, end)
    end = page.whole_quotes(start, end)[1]
    return page.trim(start, end)


def _own_words_end(page: Page, head: Any, start: int, end: int) -> int:
    """The end of a clause without ", adding that …", which is its speaker's next cue, and with the reason it gives."""
    for i in range(head.i + 1, min(end, head.i + _FAR)):
        word = page.doc[i]
        if word.tag_ == "VBG" and word.dep_ == "advcl" and word.lemma_ in cues("verb") and page.quote[i] < 0:
            entry = cues("verb")[word.lemma_]
            if (
                "clause" in entry.takes
                and page.doc[max(word.left_edge.i - 1, 0)].text == ","
                and word.left_edge.i > head.i
            ):
                return max(int(word.left_edge.i), start + 1)
        if word.dep_ == "conj" and (earlier := resumed(page, word)) is not None and earlier.i == head.head.i:
            return _before_joining(page, word.left_edge.i, start)
        if page.quote[i] < 0 and page.doc[i - 1].text == "," and i - 1 > start:
            if word.lower_ in words("setting_against") or (
                word.lower_ == "even" and page.lower(i + 1) in ("as", "though")
            ):
                return i - 1
            if word.dep_ == "cc" and _next_speaker(page, word, head):
                return i - 1
    stop = page.sentence_end(head.i)
    if end < stop and page.paragraph[end] == page.paragraph[head.i]:
        follows = page.doc[end]
        if follows.text == ":" or (
            not (follows.is_punct or follows.is_space)
            and follows.dep_ not in ("cc", "mark", "nsubj", "nsubjpass", "det")
        ):
            return stop
    for child in head.head.children:
        if child.dep_ == "advcl" and child.left_edge.i >= end and page.lower(child.left_edge.i) in words("reasons"):
            return max(end, int(child.right_edge.i) + 1)
    return end


def _before_joining(page: Page, index: int, start: int) -> int:
    """The end of what stands before a joined verb, without the conjunction and the adverbs that lead to it."""
    while index - 1 > start and page.doc[index - 1].dep_ in ("cc", "advmod", "punct"):
        index -= 1
    return index


def _next_speaker(page: Page, conjunction: Any, head: Any) -> bool:
    """Whether ", and" joins a clause in which somebody else, by name, says the next thing: "…, and rebels warned that …"."""
    joined_verb = next((c for c in conjunction.head.conjuncts if c.i > conjunction.i), None)
    if joined_verb is None or page.quote[joined_verb.i] >= 0:
        return False
    entry = cues("verb").get(lemma_of(joined_verb))
    own = subject(joined_verb)
    if entry is None or own is None or own.i < conjunction.i or joined_verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    return bool(entry.takes & {"clause", "quote"} and "that" not in (page.lower(conjunction.i + 1),))


def joined(page: Page, verb: Any, head: Any, end: int) -> int:
    """The end of a content with the clause that "and" or "but" joins to it and the parser to the cue verb.

    A joined verb belongs to the content when it has the form of the content's verb and not of the cue, stands under a
    modal, or has the subject of the content's clause; a verb that is a cue itself tells the source's next words.
    """
    for other in verb.children:
        if other.dep_ != "conj" or other.i < end or page.quote[other.i] != page.quote[verb.i]:
            continue
        start = other.left_edge.i
        between = [t for t in page.doc[end:start] if not t.is_punct and not t.is_space]
        if start < end or len(between) > 5 or not between or between[0].dep_ != "cc":
            continue
        if _alike(verb, head, other):
            return int(other.right_edge.i) + 1
    return end


def _alike(verb: Any, head: Any, other: Any) -> bool:
    modal = any(c.tag_ == "MD" for c in other.children)
    own, theirs = subject(other), subject(head)
    if own is None and any(c.dep_ == "expl" for c in other.children):
        return True
    if own is None:
        if modal:
            return theirs is not None and not any(c.tag_ == "MD" for c in verb.children)
        bare = not any(c.dep_ in ("aux", "auxpass") for c in other.children)
        return bool(bare and other.tag_ in ("VB", "VBG") and other.tag_ != verb.tag_)
    if theirs is None or (lemma_of(other) in cues("verb") and "quote" in cues("verb")[lemma_of(other)].takes):
        return False
    return bool(own.dep_ == "expl" or own.lower_ == theirs.lower_)


def without_aside(page: Page, start: int, end: int) -> int:
    """The end of a content without a last ", which …" that tells more about its last noun."""
    for i in range(end - 1, start, -1):
        if page.doc[i].dep_ == "relcl" and page.quote[i] < 0:
            first = page.doc[i].left_edge.i
            if first - 1 > start and page.doc[first - 1].text == "," and page.doc[i].right_edge.i + 1 >= end:
                return int(first) - 1
    return end


def ranges(page: Page, *found: Range) -> list[Range]:
    """Content ranges without loose marks at their edges and with whole quotations."""
    return [r for start, end in found if (r := page.trim(*page.whole_quotes(start, end)))]


def prepositions(entry: Cue) -> frozenset[str]:
    """The prepositions under which a cue takes its content."""
    found = entry.prepositions()
    return found | {"on", "over", "regarding"} if "about" in found else found


def under(page: Page, preposition: Any) -> list[Range]:
    """What stands under a preposition, unless that is a time."""
    if any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children):
        return []
    return ranges(page, (preposition.i + 1, preposition.right_edge.i + 1))
