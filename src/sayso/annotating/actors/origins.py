"""Where people are from who go away: "refugees streaming from Gisenyi", "police ran away from Kiwanja", "families leaving Sukhumi".

In: the token of a noun and the names. Out: the country of the place that they leave, or None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.annotating.actors.lexicon import word_list
from sayso.annotating.actors.named import Named
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
