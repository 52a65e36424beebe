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
