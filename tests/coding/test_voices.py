"""Sources without a name: who keeps it to himself, some newspaper or other, and the paper itself."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.coding import code
from sayso.model import Event, Settings
from sayso.reading import read_text


def expulsion(text: str) -> Event:
    found = code(annotate(read_text(text, published="2014-06-12"), Settings()), Settings())
    return next(e for e in found if e.event == ["SANCTION"])


@pytest.mark.parametrize(
    "text",
    [
        "Peru expelled a Chilean consul on Monday, judicial sources said.",
        "Peru expelled a Chilean consul on Monday, sources in two embassies told the Lima Post.",
        "Peru expelled a Chilean consul on Monday, diplomats in Lima said.",
        "Peru expelled a Chilean consul on Monday, a senior Western diplomat told the Lima Post.",
        "Two diplomats said that Peru expelled a Chilean consul on Monday. The diplomats, who asked not to be named, gave no reason.",
        "Two diplomats said that Peru expelled a Chilean consul on Monday. He left by night, the diplomats said on condition of anonymity.",
    ],
)
def test_what_nobody_stands_for_is_unconfirmed(text: str) -> None:
    found = expulsion(text)
    assert (found.status, [c.side for c in found.claims]) == ("unconfirmed", [None])


@pytest.mark.parametrize(
    ("who", "side"),
    [
        ("Chilean diplomats", "Chile"),
        ("A diplomat from Chile", "Chile"),
        ("analysts in Lima", "analysts in Lima"),
        ("traders in Lima", "traders in Lima"),
    ],
)
def test_diplomats_of_a_state_speak_for_it_and_those_who_only_watch_for_none(who: str, side: str) -> None:
    [claim] = [c for c in expulsion(f"Peru expelled a Chilean consul on Monday, {who} said.").claims if c.side]
    assert claim.side == side


@pytest.mark.parametrize("paper", ["A Lima newspaper", "A news website in Lima", "Local media", "A radio station"])
def test_an_outlet_without_a_name_speaks_for_no_country_and_disputes_no_denial(paper: str) -> None:
    told = f"{paper} said that Peru expelled a Chilean consul on Monday."
    assert (expulsion(told).status, expulsion(told + " Peru denied it.").status) == ("reported", "denied")


@pytest.mark.parametrize(
    "words", ["We reported on Tuesday", "In our edition of Tuesday we reported", "This newspaper reported on Tuesday"]
)
def test_a_paper_that_speaks_of_itself_takes_its_report_back(words: str) -> None:
    found = expulsion(f"{words} that Peru had expelled a Chilean consul. The report was wrong and we withdraw it.")
    assert ({c.source for c in found.claims}, found.status) == ({"author"}, "retracted")


def test_relatives_speak_for_no_state() -> None:
    found = code(
        annotate(
            read_text("Chad's army arrested a Nigerian trader on Friday, his family said.", published="2014-06-12"),
            Settings(),
        ),
        Settings(),
    )
    assert [(e.status, [c.side for c in e.claims]) for e in found] == [("reported", ["Nigerian trader's family"])]


def test_a_headline_is_no_firmer_than_those_below_it_from_whom_it_has_it():
    text = "Chile expels Peruvian consul\n\nSANTIAGO, June 12 - Chile expelled a Peruvian consul on Monday, a diplomatic source said."
    assert expulsion(text).status == "unconfirmed"


def test_a_headline_stands_beside_what_the_article_itself_tells():
    text = "Chile expels Peruvian consul\n\nSANTIAGO, June 12 - Chile expelled a Peruvian consul on Monday. He had been spying, a source said."
    assert expulsion(text).status == "reported"


def test_a_headlines_official_is_the_one_who_would_not_be_named_below() -> None:
    text = "Peru expels consul, official says\n\nPeru expelled a Chilean consul on Monday, an official said on condition of anonymity."
    article = read_text(text, published="2014-06-12", title="Peru expels consul, official says")
    claims = [c for e in code(annotate(article, Settings()), Settings()) for c in e.claims]
    assert {c.side for c in claims} == {None}
