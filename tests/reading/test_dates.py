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
    assert len(CASES) >= 250


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
    assert dates.moment(ambiguous) == dates.Moment("2017-04-21T18:30:00+05:30", inferred=True, precision="minute")
    assert dates.moment(plain) == dates.Moment("2017-04-21T18:30:00+00:00", inferred=False, precision="minute")


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
    found = dates.normal(given_date)
    assert (found.value if found else None) == iso


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


@pytest.mark.parametrize(
    ("line", "precision", "inferred"),
    [
        ("April 21, 2017", "day", False),
        ("April 21, 2017 5 pm", "hour", False),
        ("April 21, 2017, noon GMT", "hour", False),
        ("21 April 2017 18:30", "minute", False),
        ("21 April 2017 1830 GMT", "minute", False),
        ("2017-04-21 18:30:05", "second", False),
        ("2017-04-21T18:30Z", "minute", False),
        ("21 April 2017 18:30 IST", "minute", True),
        ("21 April 2017 18:30 +0530", "minute", False),
        ("21 April 2017 18:30 AST", "minute", False),
    ],
)
def test_a_publication_time_says_how_exactly_it_was_stated_and_whether_its_offset_is_inferred(
    line: str, precision: str, inferred: bool
) -> None:
    found = read_text(f"Minister Meets Rebels In Capital\n\n{line}\n\n{BODY}")
    assert (found.precision, found.offset_inferred) == (precision, inferred)


@pytest.mark.parametrize(
    ("given_date", "precision"),
    [
        ("2018-10-14", "day"),
        ("20181014", "day"),
        ("20181014T1742Z", "minute"),
        ("20181014T174203Z", "second"),
        ("2018-10-14T17:42+05:30", "minute"),
        ("2018-10-14 17:42:00.5+05:30", "second"),
        ("Sun, 14 Oct 2018 17:42:00 GMT", "second"),
        ("October 14, 2018 5 PM ET", "hour"),
    ],
)
def test_metadata_dates_say_how_exactly_they_were_stated(given_date: str, precision: str) -> None:
    assert article(BODY, id="x", published=given_date).precision == precision


def test_a_date_that_the_user_gives_is_as_exact_as_it_was_given() -> None:
    found = read_text(BODY, published="2018-10-14T17:42+05:30")
    assert (found.published, found.precision) == ("2018-10-14T17:42:00+05:30", "minute")


def test_an_article_without_a_date_has_no_precision() -> None:
    found = read_text(BODY)
    assert (found.published, found.precision, found.offset_inferred) == (None, None, False)


@pytest.mark.parametrize(
    ("published", "opening", "place", "day"),
    [
        ("2018-10-15", "KABUL, Oct 14 (Reuters) - ", "KABUL", "2018-10-14"),
        ("2019-01-02", "KABUL, Dec. 31 (Reuters) - ", "KABUL", "2018-12-31"),
        ("2018-12-31T20:00:00-05:00", "SYDNEY, Jan 1 (Reuters) - ", "SYDNEY", "2019-01-01"),
        ("2018-10-15", "KABUL, March 1 (Reuters) - ", "KABUL", "XXXX-03-01"),
        (None, "KABUL, Oct 14 (Reuters) - ", "KABUL", "XXXX-10-14"),
        (None, "KABUL, October 14, 2018 (Reuters) - ", "KABUL", "2018-10-14"),
        ("2020-03-02", "KABUL, Feb 29 (Xinhua) -- ", "KABUL", "2020-02-29"),
        ("2018-10-15", "Bogota, Oct 14 (IANS/EFE) ", "Bogota", "2018-10-14"),
        ("2018-10-15", "Bogota, Oct. 14 (IANS/EFE) ", "Bogota", "2018-10-14"),
        ("2018-10-15", "Port of Spain, Oct. 14 (IANS) ", "Port of Spain", "2018-10-14"),
        ("2018-10-15", "PORT-AU-PRINCE, Haiti (AP) -- ", "PORT-AU-PRINCE, Haiti", None),
    ],
)
def test_an_article_keeps_its_datelines_place_and_day(
    published: str | None, opening: str, place: str, day: str | None
) -> None:
    found = read_text(f"Talks Resume In Capital\n\n{opening}{BODY}", published=published)
    line = found.dateline
    assert line is not None
    assert found.text[line.start : line.end] == opening.strip()
    assert line.place is not None
    assert (line.place.of(found.text), line.day) == (place, day)


def test_an_opening_that_names_an_agency_alone_is_no_dateline_to_keep() -> None:
    assert read_text(f"(Reuters) - {BODY}").dateline is None
    assert read_text(BODY).dateline is None


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("Local news | Radio Luz, Cusco | Wednesday, 13 May 2015, 9:40 p.m.", True),
        ("World news | 13 May 2015", True),
        ("He came on 13 May 2015 | and left again", False),
        ("The vote of 13 May 2015 was fair, said the monitors who had been there | Radio Luz", False),
    ],
)
def test_a_date_between_bars_makes_a_date_line(line, dated):
    assert dates.is_date_line(line) is dated
