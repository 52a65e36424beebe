"""Speech that stands before its cue, around it, or in quotation marks after it.

In: the Page, a verb of speech, its source and cue ranges. Out: content ranges, read from the order of words and marks
more than from the parse, which quotations often break.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import lemma_of, words
from sayso.annotating.attribution.page import Page, Range

_CLOSING = frozenset(("”", '"', "''", "»"))
_BREAKS = frozenset((",", "—", "–", "--", "―", "-", "?", "!"))


def fronted(page: Page, verb: Any, source: Range | None, cue: Range) -> list[Range]:
    """What stands before "…, she said" and, when the sentence goes on after it, what follows."""
    doc = page.doc
    if source is None:
        return []
    start, end = min(source[0], cue[0]), max(source[1], cue[1])
    if (source[0] < cue[0] and cue[0] - source[1] > 1) or source[0] >= cue[1] + 4:
        return []
    before = start - 1
    while before >= 0 and doc[before].is_space:
        before -= 1
    while before > 0 and doc[before].text in _CLOSING and not page.closes(before) and page.quote[before] < 0:
        before -= 1  # a mark that closes nothing
    if before < 0 or page.paragraph[before] != page.paragraph[start]:
        return []
    quoted_before = page.closes(before) and page.quote[start] < 0
    if not quoted_before and doc[before].text not in _BREAKS:
        return []
    if page.quote[before] != page.quote[start] and not quoted_before:
        return []
    if quoted_before and doc[before - 1].text == "." and _goes_on(page, end):
        return []
    complement = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    stop = _clause_stop(page, verb, start, end)
    if complement is not None and not quoted_before and complement.left_edge.i <= stop:
        return []
    if any(c.dep_ == "mark" or c.tag_ in ("WDT", "WP", "WRB") for c in verb.children if c.i < verb.i):
        return []
    if not _stands_apart(page, verb, source, stop, quoted_before):
        return []
    anchor = page.ranges[page.quote[before]][0] if quoted_before else before
    opening = anchor if quoted_before and _after_stop(page, anchor) else page.sentence_start(anchor)
    left = page.trim(opening, before + 1)
    right = _rest(page, verb, stop)
    if left is not None and right is None and not quoted_before and page.lower(stop) == "," and _unfinished(page, left):
        right = page.trim(stop + 1, page.sentence_end(verb.i))
    if left is not None and right is None and not quoted_before and _unfinished(page, left):
        return []
    if left is None or not (right or _holds_clause(page, left, quoted_before)):
        return []
    if quoted_before:
        left = (min(left[0], anchor), before + 1)
    elif right is not None and page.opens(right[0]) and _introduces(page, left):
        return [] if page.lower(stop) == ":" else [right]
    if page.quote[left[0]] < 0:
        left = page.without_opener(left)
    ranges = [left]
    if right:
        ranges.append(right)
    return ranges


def _goes_on(page: Page, end: int) -> bool:
    """Whether words of the speaker's follow the cue: the quotation before it, ended by a full stop, was another's."""
    doc = page.doc
    return end < len(doc) and (
        page.opens(end) or doc[end].text == ":" or doc[end].pos_ not in ("PUNCT", "SPACE", "ADP")
    )


def _introduces(page: Page, left: Range) -> bool:
    """Whether words before the speaker of a quotation only lead up to it: "In one tweet, she said: …"."""
    first = page.doc[left[0]]
    return first.tag_ not in ("DT", "NN", "NNP", "NNS", "NNPS", "PRP", "PRP$", "JJ", "CD") or any(
        page.doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") for i in range(*left)
    )


def _unfinished(page: Page, left: Range) -> bool:
    """Whether the words before the speaker are only the opening of a sentence: a subordinate clause or a phrase."""
    first = page.doc[left[0]]
    if first.dep_ not in ("mark", "advmod", "prep") or (first.dep_ == "advmod" and first.tag_ != "WRB"):
        return False
    whole = first if first.dep_ == "prep" else first.head
    return bool(whole.right_edge.i >= left[1] - 2)


def _after_stop(page: Page, index: int) -> bool:
    """Whether the words before a quotation end their sentence."""
    before = index - 1
    while before >= 0 and page.doc[before].is_space:
        before -= 1
    return (
        before < 0 or page.paragraph[before] != page.paragraph[index] or page.doc[before].text in (".", "?", "!", ":")
    )


def _holds_clause(page: Page, left: Range, quoted: bool) -> bool:
    if quoted or any(page.quote[i] >= 0 for i in range(*left)):
        return True
    return any(page.doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD", "VB") for i in range(*left))


def _clause_stop(page: Page, verb: Any, start: int, end: int) -> int:
    """The end of the cue's own clause: addressees, times and places of speaking that follow the verb."""
    doc = page.doc
    last = verb.sent.end
    if page.quote[verb.i] < 0:
        i = end
        while i < last and page.quote[i] < 0 and doc[i].text not in (",", ".", ";", ":", "—", "–", "--"):
            i += 1
        return i
    i = end
    while i < last and doc[i].text not in (",", ".", ";", ":", "—", "–", "--", "”", '"'):
        i += 1
    return i


# Verbs whose object is whom somebody spoke to, and nouns that are what was told.
_ADDRESSING = frozenset({"tell", "inform", "assure", "remind", "warn", "brief"})
_TOLD = frozenset({"story", "tale", "truth", "lie", "joke", "difference", "secret"})


def _stands_apart(page: Page, verb: Any, source: Range, stop: int, quoted_before: bool) -> bool:
    """Whether nothing that the verb governs stands between it and the next break."""
    doc = page.doc
    for child in verb.children:
        if child.i > verb.i and child.i < stop and child.dep_ in ("xcomp", "ccomp", "acomp", "oprd", "attr"):
            return False
        if child.i > verb.i and child.i < stop and child.dep_ == "dobj" and not quoted_before:
            if doc[child.i].ent_type_ or child.pos_ in ("PROPN", "PRON") or verb.lemma_ in words("addressing"):
                continue
            addressed = lemma_of(verb) in _ADDRESSING and child.lemma_ not in _TOLD
            return bool(addressed or child.lemma_.lower() in words("addressed"))
    return bool(stop - max(verb.i, source[1]) <= (40 if quoted_before else 20))


def _rest(page: Page, verb: Any, stop: int) -> Range | None:
    """What the cue's clause interrupts: the sentence's rest, or the quotation that opens after it."""
    doc = page.doc
    at = stop
    if at < len(doc) and page.opens(at):
        return page.ranges[page.quote[at]]
    if at >= len(doc) or doc[at].text in (".", ";"):
        return None
    comma = doc[at].text == ","
    at += 1
    while at < len(doc) and doc[at].is_space:
        at += 1
    if at < len(doc) and page.opens(at) and page.paragraph[at] == page.paragraph[verb.i]:
        rest = page.ranges[page.quote[at]]
        return rest
    if at >= len(doc):
        return None
    if comma and doc[at].dep_ == "cc" and page.opens(at + 1) and page.paragraph[at] == page.paragraph[verb.i]:
        return page.ranges[page.quote[at + 1]]
    if at >= verb.sent.end or not comma or page.quote[verb.i] != page.quote[min(at, len(doc) - 1)]:
        return None
    if page.lower(at) in words("reasons"):
        return page.trim(at, page.sentence_end(at))
    if doc[at].dep_ in ("cc", "mark") or doc[at].tag_ in ("VBG", "WDT", "WP", "WRB", "RB", "IN"):
        return None
    above = verb.head
    if above.i > verb.i and (verb.dep_ in ("ccomp", "parataxis", "dep", "nsubj", "relcl", "appos", "advcl")):
        return page.trim(at, page.sentence_end(at))
    inside = next((c for c in verb.children if c.dep_ == "ccomp" and c.right_edge.i >= at), None)
    if inside is not None:
        return page.trim(at, min(inside.right_edge.i + 1, page.sentence_end(at)))
    starts_phrase = not any(
        page.doc[i].pos_ in ("VERB", "AUX") for i in range(page.sentence_start(verb.i), verb.left_edge.i)
    )
    return page.trim(at, page.sentence_end(at)) if starts_phrase else None


def parenthetical(page: Page, verb: Any, source: Range, end: int) -> list[Range]:
    """The sentence around "as the mayor observed", when that clause holds nothing of its own after the verb."""
    doc = page.doc
    opener = source[0] - 1
    if doc[source[0] : source[1]].root.lemma_.lower() in words("rules"):
        return []  # "treated them as the law commands"
    if page.lower(opener) != "as" or doc[opener].dep_ not in ("mark", "advmod", "prep") or source[1] > verb.i:
        return []
    while end < verb.sent.end:
        beside = doc[end].head.i == verb.i and doc[end].dep_ in ("advmod", "npadvmod", "prt", "prep")
        if not beside and doc[end].ent_type_ not in ("DATE", "TIME"):
            break
        end = int(doc[end].right_edge.i) + 1 if beside else end + 1
    if end < verb.sent.end and not doc[end].is_punct:
        return []
    over = verb.head
    inner = over.dep_ in ("advcl", "ccomp", "relcl", "pcomp") and over.i < opener
    left = page.trim(over.left_edge.i if inner else page.sentence_start(opener), opener)
    right = page.trim(end, page.sentence_end(verb.i))
    return [r for r in (left, right) if r is not None]


def _full_stop(page: Page, end: int) -> int:
    """The end of a paragraph quoted without marks, its full stop included."""
    return end + 1 if end < len(page.doc) and page.doc[end].text == "." else end


def following_quote(page: Page, verb: Any, source: Range | None, cue: Range) -> tuple[list[Range], int]:
    """A quotation right after the cue or its colon: ``She said: "…"``; the cue takes the colon in."""
    doc = page.doc
    at = cue[1]
    last = min(len(doc), at + 20)
    while at < last and page.quote[at] == page.quote[verb.i] and doc[at].text not in (":", ".", ";", ",", "?", "!"):
        if doc[at].pos_ in ("VERB", "AUX", "SCONJ") or doc[at].tag_ in ("WDT", "WP", "WRB"):
            return [], cue[1]
        at += 1
    if at >= last:
        return [], cue[1]
    end = cue[1]
    if doc[at].text in (":", ","):
        colon = doc[at].text == ":"
        if colon and at == end:
            end += 1
        at += 1
        while at < len(doc) and doc[at].is_space:
            at += 1
        if at < len(doc) and page.opens(at) and (page.paragraph[at] == page.paragraph[verb.i] or colon):
            return [page.ranges[page.quote[at]]], end
        next_paragraph = at < len(doc) and page.paragraph[at] == page.paragraph[verb.i] + 1
        if colon and next_paragraph and source is not None:
            last = at
            while last < len(doc) and page.paragraph[last] == page.paragraph[at]:
                last += 1
            content = page.trim(at, last)
            return ([(content[0], _full_stop(page, content[1]))], end) if content else ([], cue[1])
        if colon and at < verb.sent.end and page.paragraph[at] == page.paragraph[verb.i]:
            content = page.trim(at, page.sentence_end(verb.i))
            return ([content], end) if content else ([], cue[1])
        return [], cue[1]
    if page.opens(at) and at == cue[1]:
        stop = page.ranges[page.quote[at]][1]
        if doc[stop - 2].text in (",", ".", "?", "!") or stop - at > 8:
            return [(at, stop)], end
    return [], cue[1]
