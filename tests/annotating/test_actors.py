"""Who is who: names, roles, owners and references back."""

from __future__ import annotations

import pytest


def who(article, phrase):
    """The mention that covers a phrase's start."""
    at = article.text.index(phrase)
    hits = [a for a in article.actors if a.start < at + len(phrase) and at < a.end]
    return max(hits, key=lambda a: min(a.end, at + len(phrase)) - max(a.start, at) - 0.01 * (a.end - a.start))


@pytest.mark.parametrize(
    ("text", "phrase", "name", "code", "sector"),
    [
        ("French envoy Claire Dumas met the rebels.", "Claire Dumas", "Claire Dumas", "FRA", "GOV"),
        ("Taliban spokesman Hamid Noori said so.", "Hamid Noori", "Hamid Noori", "AFG", "REB"),
        ("Peter Vance, the Kenyan defence minister, resigned.", "Peter Vance", "Peter Vance", "KEN", "GOV"),
        ("German officials protested.", "German officials", "Germany", "DEU", "GOV"),
        ("The White House rejected the offer.", "White House", "United States", "USA", "GOV"),
        ("Moscow rejected the offer on Monday.", "Moscow", "Russia", "RUS", "GOV"),
        ("Ethiopian troops attacked the village.", "Ethiopian troops", "Ethiopian troops", "ETH", "MIL"),
        ("The Brazilian embassy in Lima was closed.", "Brazilian embassy", "Brazilian embassy in Lima", "BRA", "GOV"),
        ("Hezbollah fighters attacked the base.", "Hezbollah fighters", "Hezbollah", "LBN", "REB"),
        ("The United Nations urged restraint.", "United Nations", "United Nations", "UNO", None),
        ("Nigerian police arrested the editor.", "Nigerian police", "Nigerian police", "NGA", "COP"),
    ],
)
def test_a_mention_has_its_name_country_and_sector(annotated, text, phrase, name, code, sector):
    actor = who(annotated(text, "2015-06-01"), phrase)
    assert (actor.identifier_text, actor.code) == (name, code)
    if sector:
        assert actor.sector == sector


def test_a_short_name_is_the_full_name_before_it(annotated):
    article = annotated("Chilean minister Rosa Alvarez met miners. Later Alvarez left.")
    assert who(article, "Alvarez left").entity == who(article, "Rosa Alvarez").entity
    assert who(article, "Alvarez left").code == "CHL"


def test_a_pronoun_takes_the_last_speaker(annotated):
    article = annotated(
        "Houthi spokesman Ali Naser said on Friday that talks with Omani diplomats went well. He said more would follow."
    )
    assert who(article, "He said").identifier_text == "Ali Naser"


def test_its_delegation_is_the_group_that_sent_it(annotated):
    article = annotated("The Taliban said that its delegation met Chinese officials.")
    assert who(article, "its delegation").identifier_text == "Taliban"


def test_both_sides_are_the_two_parties_spoken_of(annotated):
    article = annotated("Sudan and Ethiopia held talks on the dam. Both sides agreed to meet again.")
    sides = who(article, "Both sides")
    assert {m.split("|")[0] for m in sides.members} == {"sudan", "ethiopia"}


def test_the_group_is_the_group_named_before(annotated):
    article = annotated("Boko Haram attacked a village. The group burned houses.")
    assert who(article, "The group").identifier_text == "Boko Haram"


def test_a_country_where_something_happened_is_not_an_actor(annotated):
    article = annotated("French officials met rebels in Qatar.")
    assert all(a.code != "QAT" for a in article.actors)


def test_an_office_is_former_after_its_term(annotated):
    before = annotated("Mike Pompeo visited Cairo.", "2019-01-10").actors[0]
    after = annotated("Mike Pompeo visited Cairo today.", "2023-01-10").actors[0]
    assert (before.sector, after.sector) == ("GOV", "ELI")
