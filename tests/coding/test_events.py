"""Sentences to events: type, parties, auxiliary modes, dates, places, sizes, claims and status."""

from __future__ import annotations

import pytest


def names(parties):
    return {p.identifier_text for p in parties}


@pytest.mark.parametrize(
    ("text", "event", "mode", "actor", "recipient"),
    [
        ("Kenya accused Somalia of sheltering pirates.", "ACCUSE", None, "KEN", "SOM"),
        ("Somalia was accused by Kenya of sheltering pirates.", "ACCUSE", None, "KEN", "SOM"),
        ("Norway imposed sanctions on Belarus.", "COERCE", None, "NOR", "BLR"),
        ("Turkish jets bombed a Kurdish village in Iraq.", "ASSAULT", "aerial", "TUR", None),
        ("Japan gave food to Nepal after the earthquake.", "AID", None, "JPN", "NPL"),
        ("Peru recalled its troops from Bolivia.", "RETREAT", "withdraw", "PER", None),
        ("The ELN released two hostages on Monday.", "RETREAT", "release", "COL", None),
        ("Chad rejected the offer of talks from Libya.", "REJECT", "meet", "TCD", None),
        ("Spain agreed to meet Morocco next month.", "AGREE", None, "ESP", None),
        ("Thousands of teachers protested against the Bolivian government.", "PROTEST", None, None, "BOL"),
        ("India expelled two Pakistani diplomats.", "SANCTION", "expel", "IND", "PAK"),
        ("The Iranian navy threatened to attack American ships.", "THREATEN", "violence", "IRN", "USA"),
    ],
)
def test_a_sentence_gives_its_event(coded, text, event, mode, actor, recipient):
    found = [e for e in coded(text, "2015-06-01") if e.event == [event]]
    assert found, [e.event for e in coded(text, "2015-06-01")]
    e = found[0]
    if mode:
        assert mode in e.mode
    if actor:
        assert actor in {p.code for p in e.actor}
    if recipient:
        assert recipient in {p.code for p in e.recipient}


def test_a_meeting_lists_all_as_actors_and_has_no_recipient(coded):
    [e] = coded("Syrian officials met Turkish officials in Geneva on Tuesday.", "2015-06-04")
    assert e.event == ["CONSULT"]
    assert {p.code for p in e.actor} == {"SYR", "TUR"}
    assert e.recipient == []


def test_a_meeting_in_neither_country_is_third_party(coded):
    [e] = coded("Syrian officials met Turkish officials in Geneva on Tuesday.", "2015-06-04")
    assert e.mode == ["third-party"]
    assert (e.event_loc.name, e.event_loc.country) == ("Geneva", "CHE")
    assert (e.date, e.enddate) == ("2015-06-02", "2015-06-02")


def test_a_negated_event_says_so(coded):
    events = coded("Russia did not attack Georgia.")
    assert [e.auxiliary for e in events if e.event == ["ASSAULT"]] == [["negation"]]


def test_what_is_only_asked_for_has_not_happened(coded):
    events = coded("Mexico called for talks with Cuba.")
    assert [e.event for e in events] == [["REQUEST"]]


def test_a_meeting_to_come_is_an_agreement(coded):
    events = coded("Egypt will hold talks with Ethiopia next week.", "2015-06-01")
    assert [e.event for e in events] == [["AGREE"]]


def test_the_day_of_saying_is_not_the_day_of_the_event(coded):
    [e] = [
        e
        for e in coded("Chad said on Monday that its troops attacked rebels on Friday.", "2015-06-02")
        if e.event == ["ASSAULT"]
    ]
    assert e.date == "2015-05-29"
    assert e.claims[0].said_on == "2015-06-01"


def test_no_date_without_a_publication_day(coded):
    [e] = [e for e in coded("Rebels attacked a Malian army base on Friday.") if e.event == ["ASSAULT"]]
    assert (e.date, e.enddate, e.date_text) == (None, None, "Friday")


def test_what_was_agreed_has_not_the_day_of_what_is_still_to_come(coded):
    [e] = [
        e for e in coded("Chad and Niger agreed to open the border in August.", "2015-06-01") if e.event == ["AGREE"]
    ]
    assert e.date is None


def test_a_toll_is_counted(coded):
    [e] = [e for e in coded("Gunmen killed 12 people and wounded 30 in Kano.") if e.size]
    assert (e.size.dead, e.size.injured) == (12, 30)


def test_an_old_event_is_historical(coded):
    [e] = [e for e in coded("Iraq invaded Kuwait in 1990.", "2015-06-01") if e.event == ["ASSAULT"]]
    assert "historical" in e.auxiliary


def test_one_side_confirms_and_the_other_declines(coded):
    text = (
        "Iran's foreign ministry confirmed on Sunday that its envoys met Iraqi officials in Muscat. "
        "The Iraqi government declined to comment on the meeting."
    )
    [e] = [e for e in coded(text, "2016-05-02") if e.event == ["CONSULT"]]
    assert e.status == "confirmed_by_one"
    assert {(c.side, c.stance) for c in e.claims} >= {("Iran", "confirms"), ("Iraq", "declines to comment")}


def test_a_denial_makes_it_disputed(coded):
    text = "Ukraine said Russian troops attacked a village on Sunday. Russia denied the attack."
    [e] = [e for e in coded(text, "2016-05-02") if e.event == ["ASSAULT"]]
    assert e.status == "disputed"


def test_reportedly_leaves_it_unconfirmed(coded):
    [e] = [
        e for e in coded("Eritrea reportedly held talks with Djibouti in May.", "2016-06-02") if e.event == ["CONSULT"]
    ]
    assert e.status == "unconfirmed"
    assert e.claims[0].factuality == "PR+"


def test_told_twice_is_one_event(coded):
    text = "Angola and Zambia met in Luanda on Friday. The meeting lasted two hours."
    events = [e for e in coded(text, "2016-06-06") if e.event == ["CONSULT"]]
    assert len(events) == 1
    assert len([e for e in coded(text, "2016-06-06", merge=False) if e.event == ["CONSULT"]]) >= 1


def test_a_claim_of_responsibility_names_the_actor(coded):
    text = "A bombing killed nine people in Quetta on Monday. The Islamic State claimed responsibility for the attack."
    [e] = [e for e in coded(text, "2016-06-07") if e.event == ["ASSAULT"]]
    assert "Islamic State" in names(e.actor)
    assert "claims responsibility" in {c.stance for c in e.claims}
