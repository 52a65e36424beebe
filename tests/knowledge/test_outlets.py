"""The outlets and agencies that are known."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from sayso.knowledge.outlets import country_at, host_of, outlet_at, outlet_named, outlets


def test_at_least_150_outlets_are_known_with_country_and_kind() -> None:
    assert len(outlets()) >= 150
    for outlet in outlets():
        assert outlet.kind in {"agency", "newspaper", "broadcaster", "magazine", "site"}
        assert outlet.code is None or re.fullmatch(r"[A-Z]{3}", outlet.code)
        assert all(re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", domain) for domain in outlet.domains)
        assert all(year is None or re.fullmatch(r"\d{4}", year) for year in (outlet.since, outlet.until))


def test_no_name_or_domain_belongs_to_two_outlets() -> None:
    names = Counter(n.casefold() for o in outlets() for n in {o.name, *o.aliases})
    clashing = {n for n, count in names.items() if count > 1}
    assert all(
        len({o.name for o in outlets() if n in (x.casefold() for x in (o.name, *o.aliases))}) == 1 for n in clashing
    )
    assert max(Counter(d for o in outlets() for d in o.domains).values()) == 1


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Agence France-Presse", "AFP"),
        ("the associated press", "AP"),
        ("BBC News", "BBC"),
        ("Reuters", "Reuters"),
        ("Nobody's Post", None),
    ],
)
def test_an_outlet_is_found_by_any_of_its_names(name: str, short: str | None) -> None:
    found = outlet_named(name)
    assert (found.name if found else None) == short


@pytest.mark.parametrize(
    ("url", "short"),
    [
        ("https://www.bbc.co.uk/news/world-1", "BBC"),
        ("timesofindia.indiatimes.com", "The Times of India"),
        ("https://economictimes.indiatimes.com/x", "The Economic Times"),
        ("https://notbbc.co.uk/", None),
        ("not an address", None),
        ("http://[bad", None),
    ],
)
def test_an_outlet_is_found_by_its_domain(url: str, short: str | None) -> None:
    found = outlet_at(url)
    assert (found.name if found else None) == short


def test_a_country_domain_gives_the_country_of_an_unknown_outlet() -> None:
    assert country_at("https://paper.example.in/a") == "IND"
    assert country_at("https://paper.example.co.uk/a") == "GBR"
    assert country_at("https://paper.example.com/a") is None


def test_the_host_of_an_address_has_no_www() -> None:
    assert host_of("https://www.example.org:8080/a?b") == "example.org"
