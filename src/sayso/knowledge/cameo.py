"""CAMEO's actor codes as PLOVER's: the country or international code, and the sector.

In: a code such as USAGOVMIL, IGOUNOHLH, PSEREBHMS or ~COP, three letters at a time. Out: :class:`Coded`; ValueError, in words, where
the letters are not known. ``data/cameo_actors.csv`` says what each three letters are: a state (beside those of ``states.csv``), an
international code, a region, a role, a belief or a quality. What follows a known role is the identifier of one group or
body ("HMS" for Hamas) and says nothing of country or sector.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import msgspec

from sayso import ontology, resources
from sayso.knowledge.forms import Row

NULL = "---"
_FIGHTING = {"REB", "UAF", "PRM", "CRM"}
_OVER_GOV = {"LEG", "SPY"}


class Coded(msgspec.Struct, frozen=True):
    """PLOVER's code and sector; ``opposed`` where the sector is only that CAMEO's OPP has none of its own in PLOVER."""

    code: str
    sector: str
    opposed: bool = False


def coded(cameo: str, states: Collection[str]) -> Coded | None:
    """What a code says in PLOVER's terms; None for CAMEO's null code. ValueError for what is not known."""
    letters = cameo.strip().upper()
    if not letters.strip("-"):
        return None
    parts = [letters[i : i + 3] for i in range(0, len(letters), 3)]
    code, rest, region = _whose(parts, states)
    known = [_table()[p] for p in rest if p in _table()]
    if not code and not region and parts[0] not in _table():
        raise ValueError(f"unknown code {parts[0]!r}" + (f" in {letters}" if len(parts) > 1 else ""))
    roles = [r["sector"] for r in known if r["kind"] == "role"]
    beliefs = [r["sector"] for r in known if r["kind"] == "belief"]
    opposed = any(r["cameo"] == "OPP" for r in known)
    sector = _sector(roles, opposed) or next(iter(beliefs), "")
    if code in ontology.load().codes and sector == "SOC":
        sector = ""
    if code == "MNC" and not sector:
        sector = "BUS"
    if region and sector in _FIGHTING:
        code = "IMG"
    if not code and not sector:
        raise ValueError(f"{letters} says neither country nor sector in PLOVER's terms")
    return Coded(code, sector, opposed and roles == ["PTY"])


def _whose(parts: list[str], states: Collection[str]) -> tuple[str, list[str], bool]:
    """The country or international code that a code begins with, what follows, and whether a region stands in its place."""
    first = parts[0]
    row = _table().get(first)
    if first in states and (row is None or row["kind"] != "belief"):
        return first, parts[1:], False
    if row is None or row["kind"] in ("role", "belief", "quality"):
        return "", parts, False
    if row["kind"] == "region":
        return "", parts[1:], True
    code, rest = row["code"], parts[1:]
    while code == "IGO" and rest and _table().get(rest[0], {}).get("code") in ("UNO", "EUR"):
        code, rest = _table()[rest[0]]["code"], rest[1:]
    return code, rest, False


def _sector(roles: list[str], opposed: bool) -> str:
    """The first role's sector, but parliament and spies of a government, and the trade of opponents, say more."""
    if not roles:
        return ""
    if roles[0] == "GOV":
        return next((s for s in roles if s in _OVER_GOV), "GOV")
    return next((s for s in roles if s != "PTY"), "PTY") if opposed else roles[0]


@cache
def _table() -> dict[str, Row]:
    return {r["cameo"]: r for r in resources.rows("sayso.knowledge", "cameo_actors.csv")}
