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
