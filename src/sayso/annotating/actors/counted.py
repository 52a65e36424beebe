"""People known only by their number: "thousands rallied", "at least 40 were killed".

In: a token of the parse. Out: an :class:`Identity`, or None where the number counts no people that something is done by or to.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.identity import Identity
from sayso.annotating.actors.lexicon import word_list

_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_IN_WORDS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
    thirty forty fifty sixty seventy eighty ninety hundred""".split()
)
_DONE_TO = frozenset({"dobj", "nsubjpass", "nsubj"})


def counted(token: Any) -> Identity | None:
    """Who a bare number stands for, by the verb that it is the subject or object of."""
    if not _is_number(token) or token.ent_type_ in _MEASURES:
        return None
    if any(c.dep_ in ("prep", "nmod", "compound") and c.i > token.i for c in token.children):
        return None  # "thousands of people": the noun says who
    first = token
    while first.dep_ == "conj":
        first = first.head
    verb = first.head.lemma_.lower()
    undergoes = first.dep_ in _DONE_TO and verb in word_list("done_to_people")
    does = first.dep_ == "nsubj" and verb in word_list("done_by_people")
    if not undergoes and not does:
        return None
    return Identity("people", None, "CVL", "generic", token.i, token.i, noun="people", plural=True)


def _is_number(token: Any) -> bool:
    if not (token.like_num or token.lower_ == "others" or token.dep_ in _DONE_TO or token.dep_ == "conj"):
        return False
    if token.lower_ == "others" or token.lemma_.lower() in word_list("crowd_numbers"):
        return token.pos_ in ("NOUN", "NUM", "ADJ", "PRON")
    return token.pos_ == "NUM" and bool(token.like_num or all(w in _IN_WORDS for w in token.lower_.split("-")))
