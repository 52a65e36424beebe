"""States by their PLOVER code, and the words that mean some of them: "the kingdom", "Brussels".

In: ``data/states.csv``, ``data/epithets.csv`` (a word, the codes of the states and the names of the organizations that it
may mean), ``data/seats.csv`` (a city that stands for an organization), ``data/borders.csv`` (whom a state borders on by land, from
GeoNames) and ``data/predecessors.csv`` (a state, another to which its land belonged, and the day until which it did; of several
the earliest that has not passed). Out: look-ups by code and word.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Protocol

import msgspec

from sayso import resources
from sayso.knowledge import tables
from sayso.knowledge.own import kept

# The sectors of a state's own bodies.
OF_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})

# The sectors of people without a part in what states and armed groups do.
PEOPLE = frozenset({"CVL", "REF", "EDU", "JRN", "MED", "REL", "SOC", "LAB", "BUS", "AGR"})


class Acting(Protocol):
    """An actor, or the party to an event, as to where it belongs."""

    code: str | None
    sector: str | None


def of_nationals(actors: Iterable[Acting], recipients: Iterable[Acting]) -> set[str]:
    """The states, by name, of people whom another state holds, frees or sends home: their own speaks for them."""
    acting = {a.code for a in actors if a.sector in OF_STATE}
    if not acting:
        return set()
    return {state_name(r.code) for r in recipients if r.code and is_private(r) and r.code not in acting}


def is_private(a: Acting) -> bool:
    """Whether somebody has no part in what states and armed groups do; of whom only his country is known, too."""
    return a.sector in PEOPLE or (a.sector is None and a.code in _by_code())


class Epithet(msgspec.Struct, frozen=True):
    """What "the kingdom" or "the bloc" may mean: states by code, organizations by name."""

    codes: frozenset[str]
    names: frozenset[str]


def state_name(code: str) -> str:
    """The common name of the state of a PLOVER code, or the code itself where no state has it."""
    return _by_code().get(code, code)


@kept
def _by_code() -> dict[str, str]:
    rows = tables.rows("states")
    return {r["code"]: r["name"] for r in reversed(rows) if r["sector"] in ("GOV", "") and not r["to"]}


def breakaway(code: str | None, word: str | None) -> str | None:
    """The name of the territory that a word names, or whose people it means, where it governs itself against the will of the state
    whose code it bears: "Abkhaz" of Georgia's. It is a side of its own.
    """
    return _breakaways().get((code, word)) if code and word else None


@kept
def _breakaways() -> dict[tuple[str | None, str | None], str]:
    rows = (r for r in tables.rows("states") if r["sector"] == "PRE")
    return {
        (r["code"], word): r["name"]
        for r in rows
        for column in ("name", "names", "adjectives", "people")
        for word in r[column].split("|")
        if word
    }


@cache
def epithets() -> dict[str, Epithet]:
    """By its word (lower case, singular), whom "the …" may mean."""
    return {
        r["word"]: Epithet(frozenset(r["codes"].split("|")) - {""}, frozenset(r["names"].split("|")) - {""})
        for r in resources.rows("sayso.knowledge", "epithets.csv")
    }


@cache
def seats() -> dict[str, str]:
    """Organizations by the city whose name stands for them when it acts."""
    return {r["city"]: r["organization"] for r in resources.rows("sayso.knowledge", "seats.csv")}


def state_then(code: str, day: str | None) -> str:
    """The code of the state to which a state's land belonged on a day: the Soviet Union's for Russia in 1990."""
    if day is None:
        return code
    return next((former for former, until in _predecessors().get(code, ()) if day < until[: len(day)]), code)


@cache
def _predecessors() -> dict[str, list[tuple[str, str]]]:
    """By a state's code those that had its land before, the earliest first, each with the day that ended it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in sorted(resources.rows("sayso.knowledge", "predecessors.csv"), key=lambda r: r["until"]):
        found.setdefault(row["code"], []).append((row["former"], row["until"]))
    return found


@cache
def borders() -> dict[str, frozenset[str]]:
    """By its code, the states that a state has a land border with."""
    return {r["code"]: frozenset(r["neighbours"].split("|")) for r in resources.rows("sayso.knowledge", "borders.csv")}
