"""Where a report is at home, and what its bodies are that bear no country's name."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.annotating import annotate
from sayso.annotating.actors.home import home
from sayso.model import Settings, Source
from sayso.reading import read_text


@cache
def read(text, source=None, credit=None):
    article = read_text(text, published="2015-06-10")
    if source:
        article.source = Source(source)
    if credit:
        article.credits = [credit]
    return annotate(article, Settings())


def coded(article, phrase):
    """Country and sector of the mention with these words."""
    [found] = [(a.code, a.sector) for a in article.actors if a.text == phrase]
    return found


ARREST = "Police arrested four smugglers on Monday."


@pytest.mark.parametrize(
    ("text", "source", "credit", "country"),
    [
        pytest.param("LUSAKA, June 9 (Reuters) - The clinic closed.", None, None, "ZMB", id="the dateline's town"),
        pytest.param("LUSAKA, Zambia — The clinic closed.", None, None, "ZMB", id="the dateline's country"),
        pytest.param(
            "LUSAKA — The clinic closed.", "The Malawi Post", None, "ZMB", id="the dateline before the outlet"
        ),
        pytest.param(ARREST, "The Malawi Post", None, "MWI", id="a paper named for a state"),
        pytest.param(ARREST, "Bolivian Times", None, "BOL", id="a paper named for a people"),
        pytest.param(ARREST, "Nuku'alofa Weekly", None, "TON", id="a paper named for a capital"),
        pytest.param(ARREST, "Arusha Daily Mirror", None, "TZA", id="a paper named for a town"),
        pytest.param(ARREST, "Dawn", None, "PAK", id="a paper that is listed"),
        pytest.param(ARREST, "The Malawi Post", "Reuters", None, id="an agency's report is at home nowhere"),
        pytest.param(ARREST, "Reuters", None, None, id="nor is an agency's own page"),
        pytest.param(ARREST, "Evening Lantern", None, None, id="a paper whose name says nothing"),
    ],
)
def test_a_report_is_at_home_where_it_was_filed_or_printed(text, source, credit, country):
    assert home(read(text, source, credit)) == country


def test_police_without_a_country_are_those_at_home():
    assert coded(read(ARREST, "The Malawi Post"), "Police") == ("MWI", "COP")
    assert coded(read(ARREST), "Police") == (None, "COP")


def test_the_dateline_is_nobody():
    article = read("LUSAKA, June 9 (Reuters) - The ministry said that two clinics had closed.")
    assert [(a.text, a.code, a.side) for a in article.actors] == [("The ministry", "ZMB", "Zambia")]


@pytest.mark.parametrize(
    ("text", "phrase", "sector"),
    [
        ("The Foreign Ministry rejected the note. Swiss and French diplomats left.", "The Foreign Ministry", "GOV"),
        ("A ministry spokesman said the Swiss and French diplomats had left.", "A ministry spokesman", "GOV"),
        ("An army spokesman said Swiss and French tourists were safe.", "An army spokesman", "MIL"),
        ("The finance minister said the loan from Norway and Denmark was signed.", "The finance minister", "GOV"),
        ("The ministry said that its envoys had met in New York.", "The ministry", "GOV"),
    ],
)
def test_a_body_named_by_what_it_is_is_of_the_home_country_and_on_its_side(text, phrase, sector):
    [body] = [a for a in read(text, "The Malawi Post").actors if a.text == phrase]
    assert (body.code, body.sector, body.side) == ("MWI", sector, "Malawi")


def test_after_another_states_body_the_ministry_is_that_states():
    article = read("Norway's security service arrested two men. The ministry thanked Denmark.", "The Malawi Post")
    assert coded(article, "The ministry") == ("NOR", "GOV")


def test_a_place_in_the_same_clause_says_whose_the_police_are():
    assert coded(read("In Harare, police shot two traders.", "The Malawi Post"), "police") == ("ZWE", "COP")


@pytest.mark.parametrize("deed", ["Tribesmen freed", "Gunmen kidnapped"])
def test_whoever_acts_on_foreigners_is_of_where_the_report_was_written(deed):
    article = read(f"{deed} two Italian engineers on Monday.", "Yemen Times")
    assert coded(article, deed.split()[0])[0] == "YEM"
    assert coded(article, "two Italian engineers")[0] == "ITA"


def test_what_is_told_of_one_country_is_not_at_home_where_it_was_filed():
    article = read(
        """Aid workers killed in Chad

NEW YORK, June 9, 2015 - Six workers were killed on the road from N'Djamena to Mongo in Chad, Chad's government said.

Peacekeepers were turned back by soldiers, they said. The Chadian Red Cross thanked Washington for its help."""
    )
    assert coded(article, "soldiers") == ("TCD", "MIL")
