"""Warships by the prefix of their names: "USS Cole", "HMS Cornwall".

In: a parse. Out: their names, added to those found so far; the prefixes with their states are in ``data/actor_words.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sayso.annotating.actors.named import Named, put
from sayso.knowledge import Entry
from sayso.resources import table


@cache
def _prefixes() -> dict[str, str]:
    return dict(table("sayso.annotating", "actor_words.toml")["ship_prefixes"])


def ships(doc: Any, by_token: dict[int, Named]) -> None:
    prefixes = _prefixes()
    for token in doc:
        code = prefixes.get(token.text)
        if code is None:
            continue
        last = token.i
        while last + 1 < token.sent.end and last - token.i < 3 and _is_of_name(doc[last + 1]):
            last += 1
        if last > token.i:
            text = doc[token.i : last + 1].text
            put(by_token, Named(token.i, last, text, "organization", Entry(text, "organization", code, "MIL")))


def is_ship(named: Named) -> bool:
    return named.text.split(" ")[0] in _prefixes()


def is_ship_name(words: list[str]) -> bool:
    """Whether the words of a mention are a warship's name: "the USS Cole"."""
    return any(w in _prefixes() for w in words[:2])


def _is_of_name(token: Any) -> bool:
    return bool(token.pos_ == "PROPN" and token.text[0].isupper())
