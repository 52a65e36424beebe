"""What an event's claims add up to: its status and credibility, by the rules of ``data/status.toml``.

In: the claims and the names of the sides that are parties. Out: one of the contract's statuses, and the Admiralty scale's
information digit. Each side's latest word counts; the order of the checks is the order of the contract's table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import msgspec

from sayso.model import Claim, Status
from sayso.resources import table


class Rules(msgspec.Struct, frozen=True):
    affirming: frozenset[str]
    denying: frozenset[str]
    hedged: frozenset[str]
    credibility: dict[str, int]
    seconded: dict[str, int]
    former: frozenset[str]
    articles: frozenset[str]
    outlet: frozenset[str]
    outlets: frozenset[str]
    disowning: list[str]


@cache
def rules() -> Rules:
    return msgspec.convert(table("sayso.ontology", "status.toml"), Rules)


def status(claims: list[Claim], sides: set[str]) -> Status:
    """The status of an event that these claims are made about and these sides are party to."""
    affirm = {c.side for c in claims if c.side in sides and _affirms(c)}
    deny = {c.side for c in claims if c.side in sides and _denies(c)}
    deny -= {side for side in affirm & deny if _day(claims, side, _affirms) > _day(claims, side, _denies)}
    flat = [c for c in claims if c.side not in sides and _affirms(c) and c.factuality == "CT+" and _named(c)]
    others_deny = [c for c in claims if c.side not in sides and _denies(c) and _named(c) and not _disowns(c)]
    told_by = {c.source for c in claims if _affirms(c)}
    if any(c.stance == "retracts" and (c.source in told_by or not affirm) for c in claims):
        return "retracted"
    if deny:
        return "disputed" if affirm - deny or any(not is_some_outlet(c) for c in flat) else "denied"
    if len(sides) >= 2 and sides <= affirm:
        return "confirmed_by_all"
    if others_deny and (affirm or flat):
        return "disputed"
    if affirm:
        return "confirmed_by_one"
    unheard = [c for c in claims if c.stance == "does not confirm"]
    if flat and not unheard:
        return "reported"
    return "unconfirmed" if unheard or claims else "reported"


def _disowns(c: Claim) -> bool:
    """Whether somebody denies no more than a part in a deed: whoever is no party to it leaves it standing so."""
    words = f"{c.cue or ''} {c.evidence.text}".lower()
    return any(phrase in words for phrase in rules().disowning)


def is_some_outlet(c: Claim) -> bool:
    """Whether a source is a paper or station without a name: "a local newspaper", "local media"."""
    words = _PLACED.split(c.source)[0].split()
    if not words:
        return False
    return words[-1] in rules().outlets or (words[0] in rules().articles and words[-1] in rules().outlet)


_PLACED = re.compile(r" (?:in|of|from|at|near|based) ")


def is_former(c: Claim) -> bool:
    """Whether its words put a claim before the time of the story that tells it: "had denied", "denied at first"."""
    return not rules().former.isdisjoint(c.cue.lower().split()) if c.cue else False


def _day(claims: list[Claim], side: str | None, spoken: Callable[[Claim], bool]) -> tuple[bool, str]:
    """When a side last spoke so; what has no day was said before what has one."""
    return max((not is_former(c), c.said_on or "") for c in claims if c.side == side and spoken(c))


def credibility(claims: list[Claim], sides: set[str], found: Status) -> int:
    """1 (confirmed by independent sources) to 6 (cannot be judged)."""
    r = rules()
    if all(c.factuality == "Uu" for c in claims):
        return r.credibility["unheard"]
    named = {c.source for c in claims if _affirms(c) and c.side not in sides and _named(c) and c.source != "author"}
    return r.seconded.get(found, r.credibility[found]) if len(named) >= 2 else r.credibility[found]


def _affirms(c: Claim) -> bool:
    return c.stance in rules().affirming and not c.factuality.endswith("-")


def _denies(c: Claim) -> bool:
    return c.stance in rules().denying or (c.stance in rules().affirming and c.factuality == "CT-")


def _named(c: Claim) -> bool:
    """Whether somebody stands for it by name: the author, or a source with a side; "an official who asked not to be named" has none."""
    if c.side is None and c.source != "author":
        return False
    return c.source not in ("unnamed", "") and c.stance not in rules().hedged


def polarity(c: Claim) -> int:
    """1 for a claim that affirms, -1 for one that denies, 0 for neither."""
    return -1 if _denies(c) else 1 if _affirms(c) else 0
