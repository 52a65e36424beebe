"""Where local papers are at home.

In: ``data/local_outlets.csv`` (name, web domains, town), and the name or address of an article's source. Out: the entry of
the town; or, for a paper that is not on the list, the towns that its name may hold ("The Paris News").
"""

from __future__ import annotations

import re
from collections import Counter

from sayso.knowledge.gazetteer import Entry, fold, gazetteer
from sayso.knowledge.outlets import host_of
from sayso.knowledge.own import kept
from sayso.resources import rows

_PAPER = re.compile(
    r"^(?:the|daily|evening)?(.{4,}?)(?:daily|evening|morning|local|county)?"
    r"(?:news|times|herald|post|sun|star|journal|gazette|tribune|press|leader|record|chronicle|courier|observer|"
    r"advertiser|democrat|reporter|register|banner|messenger|review|independent|express|mail|echo|today|online|live|"
    r"paper|standard|argus|mercury|citizen|sentinel|telegraph|republican|dispatch|ledger|enterprise|argus|globe)+$"
)
_ENGLISH = frozenset({"USA", "CAN", "GBR", "IRL", "AUS", "NZL"})
_MOST = 12


def home_town(name: str | None, url: str | None) -> Entry | None:
    """The town of a local paper known by its web address or its name; None for one that is not on the list."""
    row = None
    host = host_of(url) if url else ""
    while host and row is None:
        row = _by_domain().get(host)
        host = host.partition(".")[2]
    if row is None and name:
        row = _by_name().get(_plain(name)) or _by_domain().get(host_of(name))
    return _town(*row) if row is not None else None


def towns_in_name(name: str | None, url: str | None) -> tuple[Entry, ...]:
    """The towns of English-speaking countries that the name or address of a paper begins with ("The Paris News")."""
    heads: list[str] = []
    if name and "." not in name:
        words = [w for w in re.findall(r"[\w.'’&-]+", name) if w.lower() not in ("the", "daily", "evening")]
        heads += [" ".join(words[:n]) for n in range(min(3, len(words) - 1), 0, -1)]
    if url and (match := _PAPER.match(host_of(url).rpartition(".")[0].rpartition(".")[2].replace("-", ""))):
        heads.append(match[1])
    for head in heads:
        found = [e for e in gazetteer().lookup(head) if e.feature.startswith("PPL") and e.country in _ENGLISH]
        same = [e for e in found if fold(e.name) == fold(head)]
        if same:
            return tuple(same[:_MOST])
    return ()


@kept
def _by_domain() -> dict[str, tuple[str, str, str]]:
    return {d: _place(r) for r in rows("sayso.knowledge", "local_outlets.csv") for d in r["domain"].split(";") if d}


@kept
def _by_name() -> dict[str, tuple[str, str, str]]:
    """Papers by their name, without the names that several towns' papers share ("The Gazette")."""
    found = rows("sayso.knowledge", "local_outlets.csv")
    often = Counter(_plain(r["name"]) for r in found)
    return {_plain(r["name"]): _place(r) for r in found if often[_plain(r["name"])] == 1}


def _place(row: dict[str, str]) -> tuple[str, str, str]:
    return row["place"], row["country"], row["admin1"]


def _town(name: str, country: str, admin1: str) -> Entry | None:
    found = (
        e
        for e in gazetteer().lookup(name)
        if (e.country, e.admin1) == (country, admin1) and e.feature.startswith("PPL")
    )
    return next(found, None)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split()).removeprefix("the ")
