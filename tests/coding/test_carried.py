"""Days and towns that a story carries from sentence to sentence."""

from __future__ import annotations

import pytest

import sayso


def dated(text: str) -> dict[str, tuple[str | None, str | None]]:
    """The first day and the place of each event, by its words."""
    events = sayso.code(text, published="2018-10-14")
    return {" ".join(e.event_text): (e.date, e.event_loc.name if e.event_loc else None) for e in events}


@pytest.mark.parametrize(
    ("text", "words", "day", "town"),
    [
        (
            "Thousands of people protested in Minsk on Saturday. Riot police arrested 200 of them.",
            "arrested",
            "2018-10-13",
            "Minsk",
        ),
        (
            "Ukraine's president travelled to Berlin on Friday. He asked Germany for weapons.",
            "asked",
            "2018-10-12",
            "Berlin",
        ),
        (
            "An attack on a convoy in Somalia killed six people. The attack took place near Baidoa on Tuesday.",
            "attack",
            "2018-10-09",
            "Baidoa",
        ),
        (
            "Militants ambushed a patrol in Gao before dawn on Tuesday. The army retook the town on Thursday.",
            "retook",
            "2018-10-11",
            "Gao",
        ),
    ],
)
def test_a_deed_told_in_the_same_breath_is_of_the_same_day_and_town(text: str, words: str, day: str, town: str) -> None:
    assert [v for k, v in dated(text).items() if words in k] == [(day, town)]


def test_a_deed_that_came_before_is_not_put_on_the_day_of_the_sentence_before() -> None:
    text = "The president met the ambassador of France in Bamako on Friday. He had expelled two French officers."
    assert [day for words, (day, _) in dated(text).items() if "expelled" in words] == [None]


def test_the_day_of_a_report_is_not_carried_over_to_what_it_reports() -> None:
    text = "The government condemned the raid. The army said on Friday that it had bombed a camp near Diffa."
    assert all(day is None for words, (day, _) in dated(text).items() if "bombed" in words)


def test_two_deeds_each_dated_by_the_other_end_without_a_day(coded):
    text = (
        "Norway's envoy met the rebels' leader in Kilinochchi on November 11.\n\n"
        "Two days after it the Tigers freed four soldiers. Two days after it the Tigers freed four soldiers."
    )
    assert all(e.event for e in coded(text, published="2003-11-18"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Poland has expelled two Russian diplomats, radio said. The two were told on Tuesday to pack.", "expelled"),
        ("Chad has freed nine Sudanese soldiers. The men crossed the border on Tuesday.", "freed"),
        ("Peru has moved 300 soldiers to its border with Chile, Lima said. The troops arrived on Tuesday.", "moved"),
        (
            "Kenya has arrested four Somali traders, police said. The traders were taken from a hotel on Tuesday.",
            "arrested",
        ),
    ],
)
def test_a_lead_in_the_perfect_has_the_day_of_the_sentence_that_says_how(text: str, words: str) -> None:
    assert dated(text)[words][0] == "2018-10-09"


def test_talks_of_two_states_date_no_deed_before_them() -> None:
    assert dated("Peru has recalled its envoy to Chile. The two presidents met on Monday.")["recalled"][0] is None
