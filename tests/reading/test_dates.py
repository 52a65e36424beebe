"""Publication times from date lines as outlets write them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading import dates, read_text
from sayso.reading.articles import article

CASES = list(csv.DictReader((Path(__file__).parent / "data" / "datelines.csv").open(encoding="utf-8")))
BODY = (
    "The minister met the rebels' envoys in the capital to talk about a truce, officials said.\n\nNothing was agreed."
)


@pytest.mark.parametrize("case", CASES, ids=[f"{c['line']} {c['url']}".strip() for c in CASES])
def test_a_date_line_gives_the_publication_time(case: dict[str, str]) -> None:
    text = f"Minister Meets Rebels In Capital\n\n{case['line']}\n\n{BODY}"
    found = article(text, id="x", url=case["url"] or None)
    assert found.published == (case["published"] or None)
    line = next(b for b in found.blocks if b.start <= text.index(case["line"]) < b.end)
    assert line.kind != "body"


def test_there_are_enough_date_lines() -> None:
    assert len(CASES) >= 150


@pytest.mark.parametrize(
    "sentence",
    [
        "On April 21, 2017, the war began.",
        "He was born on April 21, 1957.",
        "The two sides last met in May 2015 in Doha.",
        "At 6:30 pm the shelling stopped.",
        "In 2017 Russia sent 300 men.",
        "March 3 was a quiet day in Kabul.",
    ],
)
def test_a_sentence_with_a_date_is_no_date_line(sentence: str) -> None:
    assert not dates.is_date_line(sentence)
    assert read_text(f"A Short Title\n\n{BODY} {sentence}").published is None


def test_the_dateline_of_a_report_tells_which_country_an_ambiguous_zone_is_from() -> None:
    text = "Cabinet Votes\n\nApr 21, 2017 6:30 PM IST\n\nJERUSALEM, April 21 - The cabinet voted on the plan on Friday."
    assert read_text(text).published == "2017-04-21T18:30:00+03:00"


def test_an_ambiguous_zone_is_marked_as_inferred_and_a_plain_one_is_not() -> None:
    (ambiguous,) = dates.stamps("21 April 2017 18:30 IST")
    (plain,) = dates.stamps("21 April 2017 18:30 GMT")
    assert dates.moment(ambiguous) == dates.Moment("2017-04-21T18:30:00+05:30", inferred=True)
    assert dates.moment(plain) == dates.Moment("2017-04-21T18:30:00+00:00", inferred=False)


def test_a_dateline_with_a_year_serves_where_no_date_line_stands() -> None:
    text = "Talks Resume\n\nKABUL, April 21, 2017 (Reuters) - Talks resumed on Friday.\n\nThey went on all day."
    assert read_text(text).published == "2017-04-21"


def test_a_dateline_without_a_year_gives_no_publication_time() -> None:
    assert read_text("Talks Resume\n\nKABUL, April 21 (Reuters) - Talks resumed on Friday.").published is None


def test_a_date_deep_in_the_text_is_no_publication_time() -> None:
    text = "Talks Resume\n\n" + "\n\n".join([BODY] * 4) + "\n\nApril 21, 2017\n\n" + "\n\n".join([BODY] * 6)
    assert read_text(text).published is None


def test_a_marked_date_at_the_foot_counts() -> None:
    text = "Talks Resume\n\n" + "\n\n".join([BODY] * 4) + "\n\nPublished: April 21, 2017"
    assert read_text(text).published == "2017-04-21"


@pytest.mark.parametrize(
    ("given_date", "iso"),
    [
        ("2018-10-14", "2018-10-14"),
        ("2018-10-14T17:42:00Z", "2018-10-14T17:42:00+00:00"),
        ("2018-10-14T17:42+0530", "2018-10-14T17:42:00+05:30"),
        ("Sun, 14 Oct 2018 17:42:00 GMT", "2018-10-14T17:42:00+00:00"),
        ("October 14, 2018", "2018-10-14"),
        ("7:58 AM ET", None),
        ("2018-13-14", None),
        ("2018-10", None),
        ("soon", None),
        ("", None),
    ],
)
def test_metadata_dates_become_iso(given_date: str, iso: str | None) -> None:
    assert dates.normal(given_date) == iso


@given(st.text(max_size=300))
def test_no_line_makes_date_reading_fail(line: str) -> None:
    dates.is_date_line(line)
    for stamp in dates.stamps(line):
        assert 0 <= stamp.start < stamp.end <= len(line)
        dates.moment(stamp, "USA")


@given(st.text(alphabet="0123456789:/-., APMapmGTIS+Octoberuy", max_size=80))
def test_no_string_of_digits_makes_date_reading_fail(line: str) -> None:
    for stamp in dates.stamps(line):
        dates.moment(stamp, "GBR")
