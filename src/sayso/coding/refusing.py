"""What the text says will not be: "would not withdraw", "has no intention of leaving", "neither negotiate nor pay".

In: an annotated Article and a frame's match. Out: the predicates that are denied for the time to come, and whether a frame's own words
say already what the factuality layer would say once more.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.arguments import complements
from sayso.coding.frames import DENIED, REFUSED, Condition, Frame, classes
from sayso.model import Article

_PERFECT = frozenset({"have", "'ve"})


def negated(article: Article) -> frozenset[int]:
    """The indices of the predicates that are denied."""
    return frozenset(i for i, f in article.factuality.items() if "negation" in f.reasons)


def refused(article: Article) -> frozenset[int]:
    """The indices of the predicates that somebody says will not be; "would not" tells so without a verb of saying too."""
    doc = article.parse
    return frozenset(
        i
        for i in negated(article)
        if "condition" not in article.factuality[i].reasons
        and ("future" in article.factuality[i].reasons or _would_not(doc[i]))
    )


def _would_not(verb: Any) -> bool:
    """ "Would not return", also "unless the king gave up power", which is a condition set; "would not fight if they were paid" is none."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    conditional = any(
        c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ == "if" for m in c.children) for c in verb.children
    )
    return "would" in helpers and not helpers & _PERFECT and not conditional


def asks_denial(condition: Condition) -> bool:
    """Whether a condition of a frame is that its verb is denied, or refused."""
    return condition.paths in ((REFUSED,), (DENIED,))


def denial(condition: Condition, at: int, denied: frozenset[int], to_come: frozenset[int]) -> bool:
    """Whether such a condition is met."""
    return (at in (to_come if condition.paths == (REFUSED,) else denied)) == condition.present


def says_the_negation(frame: Frame, head: Any, words: tuple[Any, ...]) -> bool:
    """Whether a frame is of a deed denied: its sense holds the "not", and the event is no denied one."""
    if any(asks_denial(c) and c.present for c in frame.when):
        return True
    return any(w.head == head and (w.dep_ == "neg" or w.lower_ in _DENYING) for w in words)


_DENYING = frozenset({"not", "never", "no", "attempted", "failed", "botched"})


def promises_not_to(frame: Frame, head: Any, parts: tuple[Any, ...], used: list[Any], denied: frozenset[int]) -> bool:
    """Whether a promise of goodwill, or a vow to leave, is one not to: "vowed that he would neither negotiate nor resign".

    ``parts`` are its trigger's other words, ``used`` those that decided its sense.
    """
    if frame.event == "AGREE" and head.lemma_ != "agree":
        kinds: tuple[str, ...] = ("meet_verb", "help_verb", "cooperate_verb", "support_verb", "yield_verb", "stop_verb")
    elif frame.event == "THREATEN" and head.lemma_ in _VOWING:
        kinds = ("severing",)
    else:
        return False
    good = frozenset[str]().union(*(classes()[k] for k in kinds))
    return any(t.i in denied and (t in used or t.lemma_.lower() in good) for t in complements(head, parts))


_VOWING = frozenset({"vow", "swear", "pledge", "promise"})
