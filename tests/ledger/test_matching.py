"""Which reports tell of one happening, and which do not."""

from __future__ import annotations

import random

import pytest
from making import article, claim, event, party, put

from sayso.ledger import Ledger
from sayso.ledger.facts import facts, who_of
from sayso.ledger.matching import match
from sayso.model import Party

NORWAY, RUSSIA = party("NOR", "GOV", "Norway"), party("RUS", "GOV", "Russia")
USA, ENVOY = party("USA", "GOV", "United States"), party("USA", "GOV", "Zalmay Khalilzad", "United States")
TALIBAN, CROWD = party("AFG", "REB", "Taliban"), party("NGA", "CVL", "people")
ELN, FARC = party("COL", "REB", "National Liberation Army"), party("COL", "REB", "FARC")


def merged(ledger, *told):
    """The sets of articles that became events; each is told as (id, published, event fields)."""
    for id, published, kind, fields in told:
        put(ledger, article(id, published), event(id, kind, text=f"{id}{id}{id}{id}", **fields))
    return sorted(sorted(e.articles) for e in ledger.events())


def blast(date, **more):
    return {"date": date, "whom": [CROWD], "mode": ["explosives"], "place": "Kano", **more}


def test_two_blasts_in_a_week_stay_apart(ledger):
    found = merged(
        ledger,
        ("a", "2014-05-05", "ASSAULT", blast("2014-05-05")),
        ("b", "2014-05-06", "ASSAULT", blast("2014-05-05", dead=9)),
        ("c", "2014-05-09", "ASSAULT", blast("2014-05-09")),
    )
    assert found == [["a", "b"], ["c"]]


def test_two_blasts_of_a_day_in_two_cities_stay_apart(ledger):
    one, other = blast("2014-05-05"), blast("2014-05-05", place="Lagos")
    assert merged(ledger, ("a", "2014-05-05", "ASSAULT", one), ("b", "2014-05-05", "ASSAULT", other)) == [["a"], ["b"]]


def test_an_expulsion_and_its_answer_stay_apart(ledger):
    there = {"date": "2018-05-14", "who": [NORWAY], "whom": [RUSSIA], "mode": ["expel"]}
    back = {"date": "2018-05-14", "who": [RUSSIA], "whom": [NORWAY], "mode": ["expel"]}
    assert merged(ledger, ("a", "2018-05-15", "SANCTION", there), ("b", "2018-05-15", "SANCTION", back)) == [
        ["a"],
        ["b"],
    ]


def test_a_background_mention_of_last_months_talks_joins_last_months(ledger):
    march = {"date": "2019-03-11", "who": [USA, TALIBAN]}
    april = {"date": "2019-04-15", "who": [USA, TALIBAN]}
    then = {"date": "2019-03-01", "enddate": "2019-03-31", "who": [USA, TALIBAN]}
    found = merged(
        ledger,
        ("a", "2019-03-12", "CONSULT", march),
        ("b", "2019-04-16", "CONSULT", april),
        ("c", "2019-04-16", "CONSULT", then),
    )
    assert found == [["a", "c"], ["b"]]


def test_an_undated_report_joins_what_happened_just_before_it(ledger):
    undated = {"whom": [CROWD], "mode": ["explosives"], "place": "Kano"}
    found = merged(
        ledger,
        ("a", "2014-05-05", "ASSAULT", blast("2014-05-05")),
        ("b", "2014-05-12", "ASSAULT", blast("2014-05-12")),
        ("c", "2014-05-13", "ASSAULT", undated),
    )
    assert found == [["a"], ["b", "c"]]


def test_an_envoy_and_the_state_that_sent_him_are_one_party(ledger):
    state, envoy = {"date": "2018-10-12", "who": [USA, TALIBAN]}, {"date": "2018-10-12", "who": [ENVOY, TALIBAN]}
    assert merged(ledger, ("a", "2018-10-13", "CONSULT", state), ("b", "2018-10-14", "CONSULT", envoy)) == [["a", "b"]]


def test_two_rebel_groups_of_one_country_are_two_parties(ledger):
    one, other = {"date": "2016-03-01", "who": [ELN]}, {"date": "2016-03-01", "who": [FARC]}
    assert merged(ledger, ("a", "2016-03-02", "RETREAT", one), ("b", "2016-03-02", "RETREAT", other)) == [["a"], ["b"]]


def test_a_country_holds_its_town_and_gunmen_may_be_of_a_group(ledger):
    exact = {"date": "2014-05-05", "who": [party("NGA", "REB", "Boko Haram")], "whom": [CROWD], "place": "Kano"}
    vague = {"date": "2014-05-05", "who": [party("NGA", "UAF", "gunmen")], "whom": [CROWD], "place": "Nigeria"}
    found = merged(ledger, ("a", "2014-05-06", "ASSAULT", exact), ("b", "2014-05-06", "ASSAULT", vague))
    assert found == [["a", "b"]]
    e = next(ledger.events())
    assert e.event_loc.name == "Kano"
    assert [p.identifier_text for p in e.actor] == ["Boko Haram"]


def test_what_was_agreed_for_the_future_is_not_what_happened(ledger):
    plan, deed = (
        {"date": "2019-03-11", "who": [USA, TALIBAN], "auxiliary": ["hypothetical"]},
        {"date": "2019-03-11", "who": [USA, TALIBAN]},
    )
    assert merged(ledger, ("a", "2019-03-10", "CONSULT", plan), ("b", "2019-03-12", "CONSULT", deed)) == [["a"], ["b"]]


def test_the_same_accusation_in_other_words_days_apart_is_another(ledger):
    accuse = {"who": [NORWAY], "whom": [RUSSIA]}
    assert merged(ledger, ("a", "2018-05-14", "ACCUSE", accuse), ("b", "2018-05-20", "ACCUSE", accuse)) == [
        ["a"],
        ["b"],
    ]


def test_show_says_why_reports_were_joined_and_compare_why_not(ledger):
    merged(
        ledger,
        ("a", "2014-05-05", "ASSAULT", blast("2014-05-05")),
        ("b", "2014-05-06", "ASSAULT", blast("2014-05-05")),
        ("c", "2014-05-09", "ASSAULT", blast("2014-05-09")),
    )
    reasons = dict(ledger.show("b-0").reports[1][2].reasons)
    assert {"same_day", "place_same", "mode_same"} <= set(reasons)
    assert ledger.compare("a-0", "c-0").conflict == "the dates differ"


def test_a_denial_joins_what_it_denies(ledger):
    denial = [claim("b", "Norway", "Norway", "denies", "CT-")]
    deed = {"date": "2018-05-14", "who": [NORWAY], "whom": [RUSSIA], "mode": ["cyber"]}
    found = merged(
        ledger,
        ("a", "2018-05-15", "COERCE", deed),
        ("b", "2018-05-16", "COERCE", {"who": [NORWAY], "claims": denial}),
    )
    assert found == [["a", "b"]]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_arrival_never_matters(tmp_path, seed):
    """Reports drawn to be hard: overlapping spans, undated ones, parts and wholes of parties and places."""
    draw = random.Random(seed)
    told = []
    for n in range(40):
        day = draw.randint(1, 20)
        span = draw.choice([0, 0, 2, 6, None])
        fields = {
            "who": draw.sample([USA, ENVOY, TALIBAN, NORWAY, RUSSIA], draw.randint(0, 2)),
            "whom": draw.sample([CROWD, TALIBAN], draw.randint(0, 1)),
            "place": draw.choice([None, "Kano", "Nigeria", "Borno", "Lagos"]),
            "mode": draw.choice([[], ["explosives"], ["firearms"]]),
            "dead": draw.choice([None, 3, 5]),
        }
        if span is not None:
            fields |= {"date": f"2014-05-{day:02}", "enddate": f"2014-05-{day + span:02}"}
        told.append((f"a{n:02}", f"2014-05-{min(30, day + draw.randint(0, 9)):02}", "ASSAULT", fields))
    books = []
    for k in range(3):
        with Ledger(tmp_path / f"{k}.db") as ledger:
            merged(ledger, *told)
            books.append(list(ledger.events()))
            assert ledger.verify() == []
        draw.shuffle(told)
    assert books[0] == books[1] == books[2]
    assert 1 < len(books[0]) < 40


def test_a_state_is_not_part_of_the_rebels_that_bear_its_name(ledger):
    state, rebels = party("COL", "GOV", "Colombia"), party("COL", "REB", "National Liberation Army (Colombia)")
    merged(ledger, ("a", "2017-01-20", "CONSULT", {"date": "2017-01-17", "who": [state, rebels]}))
    assert [p.identifier_text for p in next(ledger.events()).actor] == [
        "Colombia",
        "National Liberation Army (Colombia)",
    ]


def test_a_sentence_told_in_two_papers_is_one_event_whatever_span_its_day_lies_in(ledger):
    text = "In January, during the coldest winter for decades, Norway gave its neighbour 300 tonnes of fuel oil for hospitals."
    fields = {"date": "2009-12-01", "enddate": "2010-02-28", "who": [NORWAY], "whom": [RUSSIA], "text": text}
    for id in ("a", "b"):
        put(ledger, article(id, "2010-05-17"), event(id, "AID", **fields))
    assert [e.articles for e in ledger.events()] == [["a", "b"]]


def test_a_state_stands_for_its_people_whom_another_state_strikes(ledger):
    kenya, somalia, somalis = (
        party("KEN", "MIL", "Kenyan jets", "Kenya"),
        party("SOM", "GOV", "Somalia"),
        party("SOM", "CVL", "people"),
    )
    raid = {"date": "2013-10-12", "who": [kenya], "mode": ["aerial"]}
    told = [
        ("a", "2013-10-13", "ASSAULT", {**raid, "whom": [somalis]}),
        ("b", "2013-10-15", "ASSAULT", {**raid, "whom": [somalia]}),
    ]
    assert merged(ledger, *told) == [["a", "b"]]


def test_a_state_does_not_stand_for_people_at_home(ledger):
    police, kenya, farmers = (
        party("KEN", "COP", "Kenyan police"),
        party("KEN", "GOV", "Kenya"),
        party("KEN", "AGR", "farmers"),
    )
    held = {"date": "2013-10-12", "who": [police], "mode": ["arrest"]}
    told = [
        ("a", "2013-10-13", "COERCE", {**held, "whom": [farmers]}),
        ("b", "2013-10-15", "COERCE", {**held, "whom": [kenya]}),
    ]
    assert merged(ledger, *told) == [["a"], ["b"]]


def test_fighters_are_of_the_group_whose_name_they_bear_and_no_group_of_their_own(ledger):
    fighters, some = party("COL", "REB", "FARC rebels"), party("COL", "REB", "Colombian insurgents")
    day = {"date": "2014-05-05", "whom": [party("COL", "COP", "policemen")], "place": "Bogota"}
    found = merged(
        ledger,
        ("a", "2014-05-06", "ASSAULT", {**day, "who": [FARC]}),
        ("b", "2014-05-06", "ASSAULT", {**day, "who": [fighters]}),
        ("c", "2014-05-07", "ASSAULT", {**day, "who": [some]}),
    )
    assert found == [["a", "b", "c"]]


def test_an_extradition_goes_one_way_and_joint_work_both(ledger):
    spain, morocco = party("ESP", "GOV", "Spain"), party("MAR", "GOV", "Morocco")
    sent = {"date": "2014-05-05", "who": [spain], "whom": [morocco]}
    drill = {"date": "2014-06-09", "who": [spain, morocco]}
    merged(
        ledger,
        ("a", "2014-05-06", "COOPERATE", sent),
        ("b", "2014-05-06", "COOPERATE", sent),
        ("c", "2014-06-09", "COOPERATE", drill),
    )
    found = [([p.code for p in e.actor], [p.code for p in e.recipient]) for e in ledger.events()]
    assert sorted(found) == [(["ESP"], ["MAR"]), (["ESP", "MAR"], [])]


POLICE = party("KEN", "COP", "police")


def two(ledger, kind, one, other):
    """How many events two reports of one day are."""
    same = {"date": "2014-05-05", "who": [POLICE], "mode": ["arrest"]}
    return len(merged(ledger, ("a", "2014-05-06", kind, same | one), ("b", "2014-05-07", kind, same | other)))


def test_a_town_where_no_party_is_from_may_be_a_namesake_far_away(ledger):
    taken = {"whom": [party("KEN", "JRN", "Juma Okot")]}
    assert two(ledger, "COERCE", taken | {"place": "Nairobi"}, taken | {"place": "Bali"}) == 1


def test_two_towns_of_two_parties_are_two_places(ledger):
    taken = {"whom": [party("NGA", "JRN", "Bola Ade")]}
    assert two(ledger, "COERCE", taken | {"place": "Nairobi"}, taken | {"place": "Kano"}) == 2


@pytest.mark.parametrize(
    ("people", "others", "events"),
    [
        (party("KEN", "CVL", "men"), party("UGA", "AGR", "Ugandan fishermen"), 1),
        (party("UGA", "CVL", "Ugandans"), party("UGA", "MIL", "Ugandan sailors"), 1),
        (party("KEN", "CVL", "people"), party("KEN", "REB", "rebels"), 1),
        (party("SOM", "CVL", "people"), party("KEN", "REB", "rebels"), 2),
        (party("KEN", "JRN", "Juma Okot"), party("UGA", "AGR", "Ugandan fishermen"), 2),
    ],
)
def test_people_of_whom_little_is_said_may_be_those_of_another_telling(ledger, people, others, events):
    assert two(ledger, "COERCE", {"whom": [people]}, {"whom": [others]}) == events


def test_undated_reports_of_the_same_things_in_one_town_are_of_one_happening():
    def told(published, text):
        e = event("a", "ASSAULT", text=text, mode=[], place="Kano")
        return facts(e, published, published)

    lead = told("2014-05-06", "A bomb tore through a wedding hall by the tannery in Kano.")
    again = told("2014-05-08", "Kano is burying those who were at the tannery for a wedding.")
    other = told("2014-05-08", "In Kano a grenade was thrown at a lorry with melons.")
    assert "things_same" in dict(match(lead, again).reasons)
    assert "things_same" not in dict(match(lead, other).reasons)


def test_a_party_without_any_name_is_nobody_and_no_error():
    assert not who_of(Party("NGA", "REB", "", " ")).proper
