"""Days that say which thing is meant, days of saying and days of doing; who it was on a day."""

from __future__ import annotations

import pytest


def days(events):
    """The first day of every event, by type."""
    return {e.event[0]: e.date for e in events}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The traders robbed on June 2 met Ghana's president on Monday.", {"CONSULT": "2015-06-08"}),
        (
            "The four nurses abducted last Thursday in Kaya were freed on Monday by the army.",
            {"ASSAULT": "2015-06-04", "RETREAT": "2015-06-08"},
        ),
        (
            "The journalists who were arrested on June 1 were released by Kenyan police on Monday.",
            {"COERCE": "2015-06-01", "RETREAT": "2015-06-08"},
        ),
        (
            "The journalists who were arrested in May were released by Kenyan police on Monday.",
            {"RETREAT": "2015-06-08"},
        ),
        ("Chad answered in May by shutting Niger's consulate.", {"SANCTION": "2015-05-01"}),
        (
            "Niger's consul has until June 20 to leave Chad. Niger's minister Kalla Ankourao accused Chad of lying.",
            {"ACCUSE": None},
        ),
        (
            "Two reporters convicted of spying were freed in Chad on Monday.",
            {"SANCTION": None, "RETREAT": "2015-06-08"},
        ),
        ("Kenyan police shot a man who had robbed a bank on Friday.", {"ASSAULT": None}),
        ("Rebels shelled a clinic built in 2009 in Bria.", {"ASSAULT": None}),
        ("Ghana's president called off a visit to Togo that he was to pay on Thursday.", {"REJECT": None}),
    ],
)
def test_a_day_that_says_who_or_what_is_meant_is_not_that_of_the_deed(coded, text, wanted):
    assert days(coded(text, published="2015-06-10")) == wanted


def test_a_visit_planned_for_a_day_is_not_cancelled_on_it(coded):
    found = days(coded("Ghana cancelled a visit planned for Friday by the Togolese president.", published="2015-06-10"))
    assert found["REJECT"] is None


def test_a_day_behind_a_participle_that_closes_the_clause_is_that_of_the_deed(coded):
    found = coded("The army shot a man accused of theft on Friday.", published="2015-06-10")
    assert days(found) == {"ASSAULT": "2015-06-05"}


@pytest.mark.parametrize(
    "why",
    [
        "in response to the arrest of its consul",
        "in retaliation for Togo's arrest of its consul",
        "over the arrest of its consul",
    ],
)
def test_the_day_of_a_deed_is_not_that_of_what_it_was_done_for(coded, why):
    found = days(coded(f"Ghana on Monday expelled two Togolese diplomats {why}.", published="2015-06-10"))
    assert found == {"SANCTION": "2015-06-08", "COERCE": None}


def test_a_day_after_since_is_the_deeds_own_where_the_deed_stands_there(coded):
    text = "The talks were the first since the May 3 raid by Chadian jets on a village in Niger."
    [raid] = [e for e in coded(text, published="2015-06-10") if e.event == ["ASSAULT"]]
    assert (raid.date, raid.enddate) == ("2015-05-03", "2015-05-03")


def test_what_is_done_by_way_of_an_answer_is_done_on_its_day(coded):
    text = "Ghana recalled its envoy on May 19, and Togo responded two days later by expelling two Ghanaian diplomats."
    assert "2015-05-21" in [e.date for e in coded(text, published="2015-06-10") if "expel" in e.mode]


def test_a_clash_before_which_a_month_has_passed_is_nobodys_who_meets_after_it(coded):
    text = "The two presidents met in Accra on Monday, a month after a clash near the bridge killed six soldiers."
    [clash] = [e for e in coded(text, published="2015-06-10") if e.event == ["ASSAULT"]]
    assert (clash.actor, clash.size.dead, clash.date < "2015-05-20") == ([], 6, True)


def test_a_day_behind_what_somebody_was_doing_is_that_of_the_deed(coded):
    found = coded("A bomb exploded in a bus carrying pilgrims to Lomé on Friday, killing nine.", published="2015-06-10")
    assert days(found) == {"ASSAULT": "2015-06-05"}


@pytest.mark.parametrize(
    ("text", "event", "actor"),
    [
        ("On May 3 it was Croatia that cancelled a meeting with Serbia.", "REJECT", "HRV"),
        ("On May 3 it was Peru that recalled its ambassador from Quito.", "SANCTION", "PER"),
    ],
)
def test_on_a_day_it_was_somebody_who_acted(coded, text, event, actor):
    [deed] = coded(text, published="2015-06-10")
    assert (deed.event, deed.date, [p.code for p in deed.actor]) == ([event], "2015-05-03", [actor])


def test_words_said_before_are_not_of_the_day_of_their_report_and_words_said_then_are(coded):
    for verb in ("denied", "said"):
        found = coded(f"Norway {verb} on Friday that it had threatened Nepal with sanctions.", published="2015-06-10")
        assert days(found) == {"THREATEN": None}, verb
    found = coded("Norway said on Friday that it condemned the attack in Nepal.", published="2015-06-10")
    assert days(found) == {"ACCUSE": "2015-06-05"}
    assert days(coded("Denmark said on Monday it would send tents to Nepal.", published="2015-06-10")) == {
        "AGREE": "2015-06-08"
    }


def test_the_age_of_a_thing_is_not_the_day_of_a_deed(coded):
    events = coded(
        "Troops fired shells near a disputed 11th-century temple in Surin, killing nine people.", published="2011-02-06"
    )
    assert {e.date for e in events} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels released a video of the killing of a Kenyan nurse on Tuesday.",
        "On Tuesday the army opened an inquiry into the shelling of Lubero.",
    ],
)
def test_the_day_on_which_a_deed_was_shown_or_looked_into_is_not_its_own(coded, text):
    assert {e.date for e in coded(text, "2016-05-05") if e.event == ["ASSAULT"]} == {None}
