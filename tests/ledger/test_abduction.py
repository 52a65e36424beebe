"""One abduction told by 58 articles, and two others: three events."""

from __future__ import annotations

import random

import pytest
from abduction import articles
from making import put

from sayso.ledger import Ledger


def book(path, told):
    made = Ledger(path)
    for art, e in told:
        put(made, art, e)
    return made


@pytest.fixture(scope="module")
def told():
    return list(articles())


@pytest.fixture(scope="module")
def abductions(told, tmp_path_factory):
    return list(book(tmp_path_factory.mktemp("a") / "l.db", told).events())


def test_sixty_articles_make_three_events(abductions):
    assert sorted(len(e.articles) for e in abductions) == [1, 1, 58]


def test_reprints_are_one_source_each(abductions):
    one = max(abductions, key=lambda e: len(e.articles))
    assert one.independent_sources == 2 + 14 + 14 + 6


def test_the_event_is_where_and_when_most_say_exactly(abductions):
    one = max(abductions, key=lambda e: len(e.articles))
    assert (one.date, one.enddate, one.event_loc.name) == ("2014-04-14", "2014-04-14", "Chibok")
    assert one.status == "confirmed_by_one"
    assert "historical" not in one.auxiliary


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_arrival_does_not_matter(told, abductions, tmp_path, seed):
    shuffled = list(told)
    random.Random(seed).shuffle(shuffled)
    assert list(book(tmp_path / "l.db", shuffled).events()) == abductions
