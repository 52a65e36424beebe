"""Quotations that no cue in their own sentence claims: they belong to whoever spoke last.

In: the Page and the attributions found so far, which this extends in place. A quotation that begins its sentence goes
to the attribution with quoted words before it in the paragraph, or to the one whose quotation the paragraph before left
open; one that is left open goes to the speaker whom the paragraph that closes it names.
"""

from __future__ import annotations

from sayso.annotating.attribution.page import Found, Page

_SHORTEST = 4


def extend(page: Page, found: list[Found]) -> None:
    """Add the unclaimed quotations to the contents of ``found``."""
    owner: list[Found | None] = [None] * len(page.quotations)
    claimed = [False] * len(page.quotations)
    speaking: list[tuple[int, Found]] = []
    for f in found:
        for start, end in f.content:
            quoted = False
            i = start
            while i < end:
                n = page.quote[i]
                if n >= 0:
                    quoted = True
                    if n != page.quote[f.head]:
                        claimed[n], owner[n] = True, owner[n] or f
                    i = max(i + 1, page.ranges[n][1])
                else:
                    i += 1
            if quoted and f.entry.takes & {"quote", "clause"} and page.quote[f.head] < 0:
                speaking.append((f.head, f))
    speaking.sort(key=lambda s: s[0])
    at = 0
    last: Found | None = None
    for n, q in enumerate(page.quotations):
        start, end = page.ranges[n]
        while at < len(speaking) and speaking[at][0] < start:
            last = speaking[at][1]
            at += 1
        if q.depth or claimed[n] or end - start < _SHORTEST or not _begins_sentence(page, start):
            continue
        if last is None:
            continue
        gap = page.paragraph[start] - page.paragraph[last.head]
        if gap == 0 or q.continues:
            _append(page, last, start, end)
            claimed[n], owner[n] = True, last
    _continued(page, claimed, owner)


def _continued(page: Page, claimed: list[bool], owner: list[Found | None]) -> None:
    """Give the paragraphs of a long quotation that stand before its speaker to that speaker, the last one first."""
    for n in range(len(page.quotations) - 2, -1, -1):
        q, follows = page.quotations[n], page.quotations[n + 1]
        speaker = owner[n + 1]
        if q.closed or q.depth or claimed[n] or not follows.continues or speaker is None:
            continue
        speaker.content.insert(0, page.ranges[n])
        claimed[n], owner[n] = True, speaker


def _begins_sentence(page: Page, start: int) -> bool:
    before = start - 1
    while before >= 0 and page.doc[before].is_space:
        before -= 1
    if before < 0 or page.paragraph[before] != page.paragraph[start]:
        return True
    return page.doc[before].text in (".", "?", "!", ":", "”", '"', "''") or page.closes(before)


def _append(page: Page, found: Found, start: int, end: int) -> None:
    last = found.content[-1]
    between = page.doc[last[1] : start]
    if last[1] <= start and all(t.is_space for t in between):
        found.content[-1] = (last[0], end)
    elif last[1] <= start:
        found.content.append((start, end))
