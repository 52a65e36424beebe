"""The words that reading looks for anywhere in a text, found in one pass: outlets' names and what furniture has inside.

In: a text. Out: `Sighted`, whose offsets are those of the text. The automaton is made anew for each set of a user's own files.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec
from ahocorasick_rs import BytesAhoCorasick, Implementation

from sayso.knowledge.outlets import Outlet, outlets
from sayso.knowledge.own import kept
from sayso.resources import table


class Sighted(msgspec.Struct, frozen=True):
    """``names`` are the start and end of each name of an outlet and whose it is, overlapping ones too.

    ``furniture`` says whether any words stand there that furniture has inside.
    """

    names: tuple[tuple[int, int, Outlet], ...]
    furniture: bool


def sighted(text: str) -> Sighted:
    """What stands in a text; the same text's is at hand when it is asked for again at once."""
    return _sighted(text, _sought())


class _Sought:
    """What is looked for: outlets by the number of their name, and above these the words of furniture."""

    def __init__(self, names: dict[str, Outlet], inside: list[str]) -> None:
        self.outlets = list(names.values())
        words = [word.encode() for word in (*names, *inside)]
        self.find = BytesAhoCorasick(words, implementation=Implementation.DFA).find_matches_as_indexes


@lru_cache(maxsize=1)
def _sighted(text: str, sought: _Sought) -> Sighted:
    data = text.encode("utf-8", "surrogatepass")
    known = len(sought.outlets)
    names, furniture = [], False
    for number, start, end in sought.find(data, overlapping=True):
        if number >= known:
            furniture = True
        else:
            names.append((start, end, sought.outlets[number]))
    if names and len(data) != len(text):
        names = [(_at(data, start), _at(data, end), outlet) for start, end, outlet in names]
    return Sighted(tuple(names), furniture)


def _at(data: bytes, offset: int) -> int:
    """A byte's offset as one in code points."""
    return len(data[:offset].decode("utf-8", "surrogatepass"))


@kept
def _sought() -> _Sought:
    """The names and aliases of outlets; an article ("the") is left off but for names of one common word."""
    found: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in sorted({outlet.name, *outlet.aliases}):
            short = name.removeprefix("The ").partition(" (")[0]
            bare = short == name or " " in short
            for spelled in (short,) if bare else (f"The {short}", f"the {short}"):
                found.setdefault(spelled, outlet)
    return _Sought(found, table("sayso.reading", "furniture.toml")["sentence"]["inside"])
