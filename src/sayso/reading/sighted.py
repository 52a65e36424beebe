"""The words that reading looks for anywhere in a text, found in one pass: outlets' names and what furniture has inside.

In: a text. Out: `Sighted`, whose offsets are those of the text. The automaton is made anew for each set of a user's own files.
"""

from __future__ import annotations

import msgspec
from ahocorasick_rs import BytesAhoCorasick, Implementation

from sayso.knowledge.outlets import Outlet, outlets
from sayso.knowledge.own import kept
from sayso.resources import table

Hits = list[tuple[int, int, int]]


class Sighted(msgspec.Struct, frozen=True):
    """``names`` are the start and end of each name of an outlet and whose it is, overlapping ones too.

    ``furniture`` are the ends of the words that furniture has inside.
    """

    names: list[tuple[int, int, Outlet]] = []
    furniture: list[int] = []


_NOTHING = Sighted()


def sighted(text: str) -> Sighted:
    """What stands in a text."""
    sought = _sought()
    data = text.encode("utf-8", "surrogatepass")
    hits = sought.find(data, overlapping=True)
    if not hits:
        return _NOTHING
    if len(data) != len(text):
        hits = _in_characters(data, hits)
    owners, known = sought.outlets, len(sought.outlets)
    return Sighted(
        [(start, end, owners[number]) for number, start, end in hits if number < known],
        [end for number, _, end in hits if number >= known],
    )


class _Sought:
    """What is looked for: outlets by the number of their name, and above these the words of furniture."""

    def __init__(self, names: dict[str, Outlet], inside: list[str]) -> None:
        self.outlets = list(names.values())
        words = [word.encode() for word in (*names, *inside)]
        self.find = BytesAhoCorasick(words, implementation=Implementation.DFA).find_matches_as_indexes


def _in_characters(data: bytes, hits: Hits) -> Hits:
    """Hits in bytes, which come in the order of their ends, as hits in code points."""
    found: Hits = []
    at = count = 0
    for number, start, end in hits:
        count += _characters(data[at:end])
        at = end
        found.append((number, count - _characters(data[start:end]), count))
    return found


def _characters(data: bytes) -> int:
    return len(data.decode("utf-8", "surrogatepass"))


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
