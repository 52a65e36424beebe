"""Expulsions of envoys in the words that news has for them, what two states do to each other, and trade that is stopped."""

from __future__ import annotations

import pytest

from sayso.model import Settings
from sayso.pipeline import articles_of

PUBLISHED = "2014-06-12"  # a Thursday


def events(text: str):
    return [
        e for _, found in articles_of(f"{text}\n\nNothing else happened.", Settings(published=PUBLISHED)) for e in found
    ]


def told(text: str, kind: str = "SANCTION"):
    """Who did it, in what way and to whom."""
    return [
        ([p.code for p in e.actor], e.mode, [p.code for p in e.recipient])
        for e in events(text)
        if e.event == [kind] and not e.auxiliary
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian consul in Guayaquil was told on Monday to pack his bags, Ecuador's Foreign Ministry said.",
        "Ecuador showed Peru's military attache the door on Friday.",
        "Peru's ambassador was put out of Ecuador on Tuesday.",
        "Ecuador put the Peruvian envoy on a plane on Monday.",
        "The exequatur of the Peruvian consul in Quito has been withdrawn, Ecuador's Foreign Ministry said on Monday.",
        "Ecuador withdrew the accreditation of the Peruvian consul on Friday.",
        "Ecuador's removal of our first secretary was unfriendly, the Peruvian Foreign Ministry said on Monday.",
        "Ecuador sent two Peruvian trade officials packing on Thursday.",
        "Ecuador stripped a Peruvian attache of his diplomatic status on Tuesday.",
        "Ecuador gave the Peruvian ambassador his papers on Monday.",
        "The Peruvian consul must leave Quito by Sunday, Ecuador's Foreign Ministry said.",
        "Ecuador told two Peruvian diplomats to leave within a week.",
        "Ecuador told two Peruvian diplomats to be out of the country by Friday.",
    ],
)
def test_an_envoy_is_put_out_in_many_words(text):
    assert told(text) == [(["ECU"], ["expel"], ["PER"])]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Somalia expelled each other's ambassadors on Monday.",
        "Kenya and Somalia each declared two of the other's diplomats persona non grata on Monday.",
        "Kenya and Somalia have each expelled a diplomat of the other.",
        "Kenya and Somalia exchanged expulsions of consuls on Friday.",
    ],
)
def test_what_two_states_do_to_each_other_is_two_deeds(text):
    assert sorted(told(text)) == [(["KEN"], ["expel"], ["SOM"]), (["SOM"], ["expel"], ["KEN"])]


def test_two_states_that_expel_those_of_others_do_one_deed():
    assert told("Kenya and Somalia expelled the other Danish diplomats on Monday.") == [
        (["KEN", "SOM"], ["expel"], ["DNK"])
    ]


def test_the_day_by_which_an_envoy_must_go_is_not_that_of_his_expulsion():
    found = events("Two Danish consular officers were handed notes ordering them to leave Kenya by Monday evening.")
    assert [(e.date, e.auxiliary) for e in found if e.event == ["SANCTION"]] == [(None, [])]


@pytest.mark.parametrize(
    "terms",
    [
        "The woman must be out of the country by Friday, Kenya's Foreign Ministry said.",
        "She has until Friday to leave, its Foreign Ministry said.",
        "The diplomat had offered bribes, its Foreign Ministry said.",
    ],
)
def test_whoever_gives_the_terms_or_reasons_of_an_expulsion_affirms_it(terms):
    found = events(f"Kenya on Tuesday expelled a Somali diplomat. {terms}")
    assert [(e.status, [c.side for c in e.claims]) for e in found if e.event == ["SANCTION"]] == [
        ("confirmed_by_one", [None, "Kenya"])
    ]
    assert not [e for e in found if e.event == ["REQUEST"]]


@pytest.mark.parametrize(
    "text",
    [
        "Haiti's halt to flights from Miami angered travellers.",
        "The halt by Haiti to fuel exports to Miami angered drivers.",
        "Haiti's freeze on visas for Americans began on Monday.",
        "Haiti's suspension of rice imports from America hurts growers.",
        "Since Monday Haiti has stopped buying American rice.",
    ],
)
def test_what_is_no_longer_let_through_is_withheld_from_somebody(text):
    assert told(text) == [(["HTI"], ["discontinue"], ["USA"])]


def test_what_has_been_stopped_since_a_day_was_stopped_on_it():
    found = events("Since Monday Kenya has stopped buying Ugandan milk.")
    assert [(e.date, e.enddate) for e in found] == [("2014-06-09", "2014-06-09")]


def test_officials_from_a_country_are_not_where_they_talk():
    found = events("Officials from Kenya and Somalia held talks on Monday.")
    assert [(sorted(p.code for p in e.actor), e.mode, e.recipient, e.event_loc) for e in found] == [
        (["KEN", "SOM"], [], [], None)
    ]


def test_who_called_an_envoy_in_puts_his_staff_out():
    text = "Latvia's foreign ministry summoned the Belarusian envoy. Two employees of the embassy of Belarus were declared persona non grata."
    assert (["LVA"], ["expel"], ["BLR"]) in told(text)


def test_a_protest_lodged_where_an_envoy_is_called_in_is_one_complaint():
    one = events("Kenya's foreign ministry summoned Uganda's ambassador and lodged a protest over the shooting.")
    two = events("Kenya summoned Uganda's ambassador and protested to Somalia over fish.")
    assert [len(found) for found in (one, two)] == [1, 2]
