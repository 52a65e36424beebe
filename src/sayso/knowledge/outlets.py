"""News agencies and outlets as dated facts: name, aliases, country, web domain, kind and years.

In: ``data/outlets.csv``, where several aliases or domains are separated by ``;``. Out: `outlets`, and the look-ups by
name and by web address that reading uses for credits, sources and the country of a zone name.
"""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

import msgspec

from sayso.knowledge import tables
from sayso.knowledge.own import kept
from sayso.resources import rows


class Outlet(msgspec.Struct, frozen=True):
    """One agency or outlet; ``code`` is its country's ISO 3166 alpha-3 code, ``since`` and ``until`` years if known."""

    name: str
    aliases: tuple[str, ...]
    code: str | None
    domains: tuple[str, ...]
    kind: str
    since: str | None
    until: str | None


@kept
def outlets() -> tuple[Outlet, ...]:
    """Every known outlet, in the order of the file."""
    return tuple(
        Outlet(
            name=row["name"],
            aliases=_listed(row["aliases"]),
            code=row["code"] or None,
            domains=_listed(row["domain"]),
            kind=row["kind"],
            since=row["from"] or None,
            until=row["to"] or None,
        )
        for row in tables.rows("outlets")
    )


def outlet_named(name: str) -> Outlet | None:
    """The outlet of that name or alias, whatever its case and with or without "The"; None when none is known."""
    return _by_name().get(_plain(name))


def outlet_at(url: str) -> Outlet | None:
    """The outlet whose domain the web address or host name lies under; None when none is known."""
    host = host_of(url)
    known = _by_domain()
    while host:
        if host in known:
            return known[host]
        host = host.partition(".")[2]
    return None


def country_at(url: str) -> str | None:
    """The country (alpha-3) of the outlet at a web address, or of the address's country domain."""
    outlet = outlet_at(url)
    if outlet is not None:
        return outlet.code
    return _country_domains().get(host_of(url).rpartition(".")[2])


def host_of(url: str) -> str:
    """The host name of a web address, without ``www.``; empty when it has none."""
    try:
        host = urlsplit(url if "//" in url else "//" + url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


@kept
def _by_name() -> dict[str, Outlet]:
    known: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            known.setdefault(_plain(name), outlet)
    return known


@kept
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


@cache
def _country_domains() -> dict[str, str]:
    return {row["domain"]: row["code"] for row in rows("sayso.knowledge", "country_domains.csv")}
