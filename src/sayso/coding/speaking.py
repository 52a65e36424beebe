"""Times that date the saying and not what is said: "said Tuesday rebels attacked", "in a statement issued on Monday".

In: the head of a time's words and the cues of the article. Out: the cue that the time belongs to, if it is plain.
"""

from __future__ import annotations

from typing import Any

_ISSUING = frozenset(
    "release issue publish post date air broadcast send carry print give deliver circulate upload".split()
)
_MEDIA = frozenset(
    """statement report video letter interview message tweet post audio recording communique speech address article document
    release testimony call email briefing conference filing memo note declaration""".split()
)


def cue_dated(root: Any, saying: set[int]) -> int | None:
    """The cue that a time belongs to."""
    first = root.left_edge.i
    if root.dep_ in ("npadvmod", "compound") and first and first - 1 in saying:
        return int(first - 1)  # "said Tuesday rebels attacked", whatever the parser joins Tuesday to
    over = root.head.head if root.dep_ == "pobj" else root.head
    if root.dep_ in ("pobj", "npadvmod") and over.dep_ == "acl" and over.lemma_ in _ISSUING:
        medium = over.head
    elif root.dep_ in ("poss", "compound", "nmod"):
        medium = root.head
    else:
        return None
    return _cue_over(medium, saying) if medium.lemma_.lower() in _MEDIA else None


def of_words(root: Any) -> bool:
    """Whether a time is that of a statement or report that the sentence only speaks of: "its statement of last Thursday"."""
    over = root.head.head if root.dep_ == "pobj" else root.head
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.i:
        over = root.head.nbor(-1)  # whatever the parser hangs it on
    spoken = over.pos_ == "NOUN" and over.lemma_.lower() in _MEDIA
    return bool(spoken and root.dep_ in ("pobj", "poss", "compound", "nmod"))


def _cue_over(medium: Any, saying: set[int]) -> int | None:
    """The cue that a statement speaks by, is where somebody spoke, or follows "according to"."""
    at = medium
    for _ in range(6):
        if at.i in saying:
            return int(at.i)
        if at.head == at or at.dep_ not in ("pobj", "prep", "nsubj", "appos", "pcomp", "dep", "agent"):
            return None
        at = at.head
    return None
