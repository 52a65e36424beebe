"""Tellings that say little, joined when all have come: through a later telling, or as the only deed that they can mean."""

from __future__ import annotations

import random

import msgspec
import pytest
from making import PLACES, article, claim, event, party, put

from sayso.ledger import Ledger
from sayso.model import Evidence, Location

PERU, ECUADOR = party("PER", "GOV", "Peru"), party("ECU", "GOV", "Ecuador")
COASTGUARD, TRAWLER = party("PER", "MIL", "coastguard", "Peru"), party("ECU", "AGR", "Ecuadorean trawler", "Ecuador")
CREW, THEY = party("PER", "AGR", "the crew"), party("PER", "AGR", "men")


def seizure(id, date=None, *, n=0, **more):
    return event(id, "COERCE", date=date, mode=["seize"], text=f"{id}{id}{id} {id}{id}", n=n, **more)


def told(ledger, *reports):
    for id, published, made in reports:
        put(ledger, article(id, published), made)
    return sorted(sorted(e.articles) for e in ledger.events())


FIRST = ("a", "2015-03-04", seizure("a", "2015-03-03", who=[PERU], whom=[TRAWLER]))


@pytest.mark.parametrize("seed", range(4))
def test_a_telling_without_day_or_victim_joins_the_only_deed_that_it_can_mean(tmp_path, seed):
    reports = [FIRST, ("b", "2015-03-08", seizure("b", who=[PERU]))]
    random.Random(seed).shuffle(reports)
    assert told(Ledger(tmp_path / f"{seed}.db"), *reports) == [["a", "b"]]


def test_of_two_deeds_that_it_may_mean_it_joins_neither(ledger):
    other = ("c", "2015-03-06", seizure("c", "2015-03-05", who=[PERU], whom=[TRAWLER]))
    undated = seizure("b", whom=[TRAWLER])
    assert ["b"] in told(ledger, FIRST, other, ("b", "2015-03-09", undated))


def test_an_undated_telling_of_words_needs_more_than_being_the_only_one(ledger):
    def said(id, date):
        return event(id, "ACCUSE", date=date, who=[PERU], whom=[ECUADOR] if date else [], text=f"{id}{id}{id} {id}{id}")

    assert told(ledger, ("a", "2015-03-04", said("a", "2015-03-03")), ("b", "2015-03-08", said("b", None))) == [
        ["a"],
        ["b"],
    ]


def test_two_tellings_that_a_third_links_are_one(ledger):
    # the first has a victim that says little of itself, the second an actor that does; the third has both
    vague = ("b", "2015-03-04", seizure("b", who=[COASTGUARD], whom=[party("ECU", "BUS", "boat")]))
    dated = ("a", "2015-03-04", seizure("a", "2015-03-03", who=[PERU], whom=[TRAWLER], place="Kano"))
    full = ("c", "2015-03-05", seizure("c", who=[COASTGUARD], whom=[TRAWLER]))
    assert told(ledger, dated, vague, full) == [["a", "b", "c"]]


def test_an_undated_telling_that_fits_two_days_does_not_make_them_one(ledger):
    two = [FIRST, ("b", "2015-03-06", seizure("b", "2015-03-05", who=[PERU], whom=[TRAWLER]))]
    undated = ("c", "2015-03-07", seizure("c", who=[PERU], whom=[TRAWLER]))
    assert len(told(ledger, *two, undated)) == 2


@pytest.mark.parametrize(("whom", "events"), [(CREW, 1), (party("PER", "AGR", "three Peruvian sailors"), 2)])
def test_people_who_were_told_of_before_may_be_of_any_country(ledger, whom, events):
    again = seizure("b", "2015-03-03", who=[PERU], whom=[whom])
    assert len(told(ledger, FIRST, ("b", "2015-03-05", again))) == events


def test_they_are_no_party_beside_those_whom_they_are(ledger):
    told(ledger, FIRST, ("b", "2015-03-05", seizure("b", "2015-03-03", who=[PERU], whom=[CREW])))
    assert [p.code for p in next(ledger.events()).recipient] == ["ECU"]


@pytest.mark.parametrize(
    ("words", "events"),
    [
        ("the men whom the coastguard took off the trawler", 1),
        ("Those boats which it seized", 1),
        ("The coastguard took a trawler", 2),
        ("the minister said who took them", 2),
    ],
)
def test_an_aside_may_tell_of_a_deed_of_weeks_ago(ledger, words, events):
    aside = [msgspec.structs.replace(claim("b"), evidence=Evidence("b", 0, len(words), words))]
    again = seizure("b", who=[PERU], whom=[TRAWLER], claims=aside)
    assert len(told(ledger, FIRST, ("b", "2015-03-24", again))) == events


def test_a_retraction_takes_back_a_report_of_weeks_ago(ledger):
    back = seizure("b", who=[PERU], whom=[TRAWLER], claims=[claim("b"), claim("b", stance="retracts", factuality="Uu")])
    assert told(ledger, FIRST, ("b", "2015-03-21", back)) == [["a", "b"]]


def test_a_town_and_the_border_with_its_neighbour_are_no_two_places(ledger, monkeypatch):
    monkeypatch.setitem(PLACES, "Tumbes", Location("Tumbes", "PER", 3691146, -3.57, -80.45))
    monkeypatch.setitem(PLACES, "Ecuador", Location("Ecuador", "ECU", 3658394, -1.25, -78.25))
    monkeypatch.setitem(PLACES, "Colombia", Location("Colombia", "COL", 3686110, 4.0, -73.25))

    def moved(id, place):
        return event(id, "MOBILIZE", date="2015-03-03", who=[PERU], whom=[ECUADOR], place=place, text=f"{id}{id} {id}")

    reports = [(x, "2015-03-04", moved(x, at)) for x, at in (("a", "Tumbes"), ("b", "Ecuador"), ("c", "Colombia"))]
    assert told(ledger, *reports) == [["a", "b"], ["c"]]
