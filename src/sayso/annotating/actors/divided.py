"""Divided countries: "the North" beside South Korea, "a Northern envoy", "the two Koreas".

In: a parse and the names found so far. Out: the states that share a name but for a point of the compass, added to them.
"""

from __future__ import annotations

from typing import Any

from sayso import knowledge
from sayso.annotating.actors.named import Named, put
from sayso.knowledge import Entry
from sayso.knowledge.names import state_names


def halves(doc: Any, day: str | None, by_token: dict[int, Named]) -> None:
    """ "The North" beside South Korea, and "the two Koreas": states that share a name but for a point of the compass."""
    for token in doc:
        if token.text in _OF_HALVES and _is_word_of_people(token):
            if entry := _half(token.text.removesuffix("ern"), by_token, day):
                put(by_token, Named(token.i, token.i, token.text, "adjective", entry))
        if token.is_lower or token.is_punct or token.pos_ != "PROPN" or token.i in by_token:
            continue
        if token.text in ("North", "South"):
            if _stands_alone(token) and (entry := _half(token.text, by_token, day)):
                put(by_token, Named(token.i, token.i, token.text, "state", entry))
        elif token.text[-1] == "s" and len(token) > 4:
            both = [e for d in ("North", "South") if (e := _state(f"{d} {token.text[:-1]}", day))]
            if len(both) == 2:
                put(by_token, Named(token.i, token.i, token.text, "state", both[0], others=(both[1],)))


_OF_HALVES = frozenset({"Northern", "Southern"})


def _is_word_of_people(token: Any) -> bool:
    """Whether "Northern" tells whose somebody is: "a Northern professor", but neither "northern" nor "Northern Command"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return (
        not token.is_sent_start and after is not None and after.is_lower and token.dep_ in ("amod", "compound", "nmod")
    )


def _stands_alone(token: Any) -> bool:
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    goes_on = after is not None and (after.text[0].isupper() or after.lower_ == "of")
    return token.i > 0 and token.nbor(-1).lower_ == "the" and not goes_on


def _half(side: str, by_token: dict[int, Named], day: str | None) -> Entry | None:
    """The state that is ``side`` ("North") of a divided country which the article names."""
    for named in sorted(by_token.values(), key=lambda n: n.first):
        code = named.entry.code if named.entry else None
        half, _, country = state_names().get(code or "", "").partition(" ")
        if half in ("North", "South"):
            halves = {d: _state(f"{d} {country}", day) for d in ("North", "South")}
            if all(halves.values()):
                return halves[side]
    return None


def _state(name: str, day: str | None) -> Entry | None:
    return next((e for e in knowledge.lookup(name, day) if e.kind == "state" and e.holds(day)), None)
