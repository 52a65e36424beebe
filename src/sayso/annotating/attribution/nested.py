"""Which attributions stand inside another's content: a source's own words tell of many acts of speech, and few of them
hand on something that the article vouches for through it.

In: the Page and the candidates kept so far. Out: those that stand on their own, and of the rest the ones that a chain of
sources needs: somebody named who speaks, confirms, denies or keeps silent. "He has the best plan to" and "her support of the
raid", inside what somebody said, are part of the words.
"""

from __future__ import annotations

from itertools import accumulate

from sayso.annotating.attribution.kept import FINITE, construction, modal, quoted_as, source_kind
from sayso.annotating.attribution.lexicon import words
from sayso.annotating.attribution.page import Found, Page
from sayso.annotating.attribution.stance import stance

_ANSWERING = frozenset(
    ("confirms", "denies", "does not confirm", "declines to comment", "claims responsibility", "threatens", "retracts")
)
# What a noun with its giver hands on by itself: "China's offer to mediate".
_GIVEN = frozenset(("denies", "claims responsibility", "offers", "promises", "threatens"))


def outermost(page: Page, found: list[Found]) -> list[Found]:
    """The candidates without those that only belong to the words of another."""
    opened = [0] * (len(page.doc) + 1)
    for f in found:
        for start, end in f.content:
            opened[start] += 1
            opened[end] -= 1
    depth = list(accumulate(opened))
    return [f for f in found if depth[f.head] <= _own(f) or _links(page, f)]


def _own(found: Found) -> int:
    """Whether a candidate's own content holds its head, as one does that runs around its cue."""
    return int(any(start <= found.head < end for start, end in found.content))


def _links(page: Page, found: Found) -> bool:
    """Whether a candidate inside another's content is a link of a chain of sources."""
    entry = found.entry
    if entry.pos in ("punct", "prep", "adv"):
        return True
    if entry.kind == "emotion" and entry.pos == "noun":
        return found.cue[0] < found.head and page.doc[found.cue[0]].pos_ in ("VERB", "AUX")
    if entry.pos == "noun":
        if entry.kind == "knowledge":
            return found.negated
        named = source_kind(page, found) == "name"
        disputed = found.entry.cue in words("deniable") and construction(page, found) == "clause"
        return named and (disputed or stance(page, found) in _GIVEN)
    top = page.doc[found.top if found.top >= 0 else found.head]
    kind = source_kind(page, found)
    if stance(page, found) in _ANSWERING and kind != "none":
        return True
    if kind not in ("name", "pronoun", "relative"):
        return False
    if not (top.tag_ in FINITE or modal(top) or quoted_as(top)):
        return False
    if entry.kind not in ("speech", "social") or construction(page, found) != "clause":
        return False
    quoted = page.quote[found.head] >= 0
    return top.tag_ in ("VBD", "VBN") and kind != "relative" if quoted else True
