"""Where a deed was: "here" and the ministry of a dateline's town, and the town whose name a blow bears."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.coding import code
from sayso.model import Settings
from sayso.reading import read_text


def events(text, kind):
    made = code(annotate(read_text(text, published="2014-06-12"), Settings()), Settings())
    return [e for e in made if e.event == [kind]]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("LIMA, June 12 - Ministers of Peru and Chile held talks here on Tuesday.", "CONSULT", "Lima"),
        ("ACCRA - The foreign ministers of Ghana and Togo met at the Foreign Ministry on Tuesday.", "CONSULT", "Accra"),
        ("DAKAR - Hundreds of fishermen demonstrated outside the Spanish embassy on Tuesday.", "PROTEST", "Dakar"),
        ("LUSAKA - Soldiers shot two men in Kitwe on Tuesday, the ministry said here.", "ASSAULT", "Kitwe"),
        (
            "LUSAKA - The ministers of Zambia and Angola met in Luanda on Tuesday at the ministry of fisheries.",
            "CONSULT",
            "Luanda",
        ),
    ],
)
def test_here_and_a_states_house_are_in_the_town_of_the_dateline(text, kind, place):
    assert [e.event_loc.name for e in events(text, kind)] == [place]


def test_nobody_is_quoted_for_the_town_of_the_dateline():
    text = 'LUSAKA - "Police beat nine miners here on Tuesday," a nurse said by telephone.'
    assert all(e.event_loc is None or e.event_loc.name != "Lusaka" for e in events(text, "ASSAULT"))


@pytest.mark.parametrize(
    ("text", "place", "actors"),
    [
        ("The Quetta blast killed nine people on Tuesday, police said.", "Quetta", []),
        (
            "Boko Haram claimed responsibility for the Maiduguri bombing, which killed six soldiers.",
            "Maiduguri",
            ["NGA"],
        ),
        ("The US bombing of Basra killed nine people on Tuesday.", "Basrah", ["USA"]),
    ],
)
def test_a_town_whose_name_a_blow_bears_is_where_it_fell_and_nobody_who_struck(text, place, actors):
    [event] = events(text, "ASSAULT")
    assert event.event_loc.name == place
    assert [p.code for p in event.actor] == actors


def test_a_blow_that_falls_meanwhile_is_a_deed_of_its_own():
    text = "Indian and Pakistani troops traded fire on Monday as a bombing killed nine people in Quetta."
    assert sorted(len(e.actor) for e in events(text, "ASSAULT")) == [0, 2]
