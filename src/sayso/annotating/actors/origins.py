"""Where people are from who go away: "refugees streaming from Gisenyi", "police ran away from Kiwanja", "families leaving Sukhumi";
and who stay where others come or go: "troops withdrew from Baidoa, and *residents* cheered".

In: the token of a noun and the names. Out: the country of the place that they leave or are at, or None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.annotating.actors.lexicon import word_list
from sayso.annotating.actors.named import Named
from sayso.annotating.actors.reported import teller
from sayso.annotating.actors.where import country_at


def origin(head: Any, sector: str | None, names: dict[int, Named]) -> str | None:
    """The country of the place that people leave who are from there, if the text says that they leave one."""
    if sector in _SENT:
        return None
    for verb in _going(head):
        if verb.lemma_.lower() not in word_list("fleeing"):
            continue
        for t in verb.subtree:
            leaves = t.dep_ == "dobj" and t.head == verb
            comes = t.dep_ == "pobj" and t.head.lower_ == "from"
            if (leaves or comes) and (code := country_at(names, t)):
                return code
    return None


_SENT = frozenset({"GOV", "MIL", "BUS", "JRN", "LEG", "SPY", "IGO", None})


def _going(head: Any) -> Iterator[Any]:
    """The verbs of what somebody does."""
    if head.dep_ == "nsubj":
        yield head.head
    after = [head.nbor(1)] if head.i + 1 < len(head.doc) else []  # an "acl" that the parser may hang on the noun before
    for c in (*head.children, *after):
        if c.dep_ in ("acl", "relcl") and c.i > head.i:
            yield c


def left_behind(head: Any, names: dict[int, Named]) -> str | None:
    """The country of the one place before to which others come, or from which they go, for the people who live there."""
    if head.lemma_.lower() not in word_list("locals"):
        return None
    codes: set[str] = set()
    for t in head.doc[head.sent.start : head.i]:
        at = t.dep_ == "pobj" and t.head.lower_ in _WAYS and t.head.head.pos_ in ("VERB", "ADV", "ADP")
        if at and t.pos_ == "PROPN" and (code := country_at(names, t)):
            codes.add(code)
    return codes.pop() if len(codes) == 1 else None


_WAYS = frozenset({"from", "of", "to", "into", "towards", "toward", "on"})


def told_of_home(head: Any, names: dict[int, Named], by_head: dict[int, Any]) -> str | None:
    """The country of refugees who tell what befell their own there: "refugees in Chad said *soldiers* had burned their village"."""
    verb = head.head
    if head.dep_ not in ("nsubj", "nsubjpass") or not _is_of_home(verb):
        return None
    teller_of = by_head.get(teller(verb))
    if teller_of is None or teller_of.sector not in ("REF", "CVL", "AGR"):
        return None
    return None if any(country_at(names, t) for t in verb.subtree if t.dep_ == "pobj") else teller_of.code


def _is_of_home(verb: Any) -> bool:
    """Whether what is told was done to what refugees had at home: "burned *their houses*", "killed *their parents*"."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    things += [o for p in verb.children if p.dep_ == "prep" for o in p.children if o.dep_ == "pobj"]
    things += [o for c in verb.children if c.dep_ == "conj" for o in c.children if o.dep_ == "dobj"]
    theirs = (t for t in things if any(c.lower_ == "their" for c in t.children))
    return any(t.lemma_.lower() in word_list("of_home") for t in theirs)
