"""Names in longer names, bare family names, rows of owners, and where those without an owner belong."""

from __future__ import annotations

import pytest


def coded(article, phrase):
    """Name, country and sector of every mention with exactly these words."""
    return [(a.identifier_text, a.code, a.sector) for a in article.actors if a.text == phrase]


@pytest.mark.parametrize("place", ["South China Sea", "Latin America", "New Mexico"])
def test_a_state_inside_a_longer_places_name_is_no_actor(annotated, place):
    article = annotated(f"The frigate's crew trained in {place} for a week.", "2015-05-01")
    assert not [a for a in article.actors if a.code in ("CHN", "USA", "MEX")]


@pytest.mark.parametrize(
    ("day", "name", "code"), [("1992-03-01", "George H. W. Bush", "USA"), ("2005-03-01", "George W. Bush", "USA")]
)
def test_a_bare_family_name_is_the_office_holder_of_the_day(annotated, day, name, code):
    assert coded(annotated("Bush said that the talks had failed.", day), "Bush") == [(name, code, "GOV")]


def test_a_full_name_in_the_article_goes_before_the_office_holder(annotated):
    article = annotated("The farmer Otto Merkel lost his cows. Merkel said that he would sue.", "2010-03-01")
    assert {name for name, _, _ in coded(article, "Merkel")} == {"Otto Merkel"}


def test_a_row_of_owners_gives_each_its_mention(annotated):
    article = annotated("French and German troops guarded the bridge.", "1999-06-01")
    assert {code for _, code, _ in coded(article, "French and German troops")} == {"FRA", "DEU"}


def test_foreign_forces_are_not_the_countrys_own(annotated):
    article = annotated("The presence of foreign forces in Mali angered the imam.", "2015-05-01")
    assert all(a.code != "MLI" for a in article.actors if "forces" in a.text)


def test_a_town_gives_its_police_their_country(annotated):
    article = annotated("Recife police arrested two brothers.", "2015-05-01")
    assert coded(article, "Recife police") == [("Recife police", "BRA", "COP")]


def test_troops_that_somebody_sends_are_the_senders(annotated):
    article = annotated("Uganda sent troops to Somalia.", "2010-05-01")
    assert coded(article, "troops") == [("troops", "UGA", "MIL")]


def test_it_of_made_it_clear_is_no_mention(annotated):
    article = annotated("Norway made it clear that the vote would go ahead.", "2010-05-01")
    assert coded(article, "it") == []


def test_an_infinitives_possessive_is_who_was_told_to_act(annotated):
    article = annotated("The court ordered Peru to open its archives.", "2010-05-01")
    assert coded(article, "its") == [("Peru", "PER", "GOV")]


def test_a_ministers_side_is_the_state(annotated):
    article = annotated("Chilean defence ministry spokeswoman Rosa Lagos denied the report.", "2010-05-01")
    (person,) = [a for a in article.actors if a.kind == "person"]
    assert (person.code, person.side) == ("CHL", "Chile")


def test_an_acronym_may_be_written_as_a_word(annotated):
    article = annotated("Officials in Brussels said Nato would open an office.", "2010-05-01")
    assert [code for _, code, _ in coded(article, "Nato")] == ["IGO"]
