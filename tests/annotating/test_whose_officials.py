"""Whose officials are of whom the text gives no country: by the sound of their names, and by the other officials of the article."""

from __future__ import annotations

import pytest


def codes(article, phrase):
    return {a.code for a in article.actors if phrase in (a.text, a.identifier_text)}


@pytest.mark.parametrize(
    ("official", "state"),
    [
        ("Energy Minister Mehmet Kaya", "TUR"),
        ("Fisheries Minister Abdirahman Warsame", "SOM"),
        ("deputy minister Emine Yildirim", "TUR"),
    ],
)
def test_an_official_is_of_the_state_of_which_his_name_sounds(annotated, official, state):
    article = annotated(
        f"Somalia signed a treaty with Turkey on Monday. It was a good day, {official} said.", "2019-05-02"
    )
    assert codes(article, official) == {state}


def test_a_ministry_without_a_country_is_of_the_officials_without_one(annotated):
    text = (
        "Somalia signed a treaty with Turkey on Monday. It was a good day, Energy Minister Mehmet Kaya said. "
        "The foreign ministry thanked all friends."
    )
    assert codes(annotated(text, "2019-05-02"), "The foreign ministry") == {"TUR"}


def test_a_body_for_the_coast_or_the_sea_is_of_no_province_of_that_name(annotated):
    text = "Chile bought two boats on Monday. Pedro Rojas, who heads the Maritime Patrol Command, said so."
    assert "TGO" not in {a.code for a in annotated(text, "2019-05-02").actors}
