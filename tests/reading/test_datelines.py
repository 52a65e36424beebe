"""Datelines that name more than a town, a day and an agency."""

from __future__ import annotations

import pytest

from sayso.reading.datelines import dateline


@pytest.mark.parametrize(
    ("text", "place", "credit"),
    [
        ("La Paz (Bolivia), 3 June (EFE) - The army moved.", "La Paz", "EFE"),
        ("Choluteca (Honduras), 16 Mar (ACAN-EFE) - Police moved.", "Choluteca", "ACAN-EFE"),
        ("Nairobi (Kenya), March 3 (Xinhua) -- Police moved.", "Nairobi", "Xinhua"),
    ],
)
def test_a_town_may_have_its_country_in_brackets(text, place, credit):
    found = dateline(text)
    assert found is not None
    assert (found.place, found.credit) == (place, credit)


@pytest.mark.parametrize(
    "text", ["JOS, June 2 - Troops moved.", "QOM, 2 June (IRNA) - Clerics met.", "Wau, 2 June (SSNA) – Talks."]
)
def test_a_town_of_three_letters_opens_a_report_that_is_dated(text):
    found = dateline(text)
    assert found is not None
    assert found.place in ("JOS", "QOM", "Wau")


@pytest.mark.parametrize(
    "text", ["FBI, June 2 - The bureau said so.", "EU, 2 June - Leaders met.", "US, June 2 - Troops moved."]
)
def test_an_acronym_is_no_town_even_before_a_day(text):
    assert dateline(text) is None


def test_a_country_before_a_colon_and_a_title_is_a_label():
    assert dateline("YEMEN: Flash Update No. 4 - Displacement from western Taiz\n\nHighlights") is None
    assert dateline("KHARTOUM: The army said that it had retaken a town.\nMore follows.") is not None
