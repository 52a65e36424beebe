"""Calendar arithmetic of the times layer, and its grammar's consistency."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating import times
from sayso.annotating.times import calendar, grammar
from sayso.annotating.times.lexicon import data
from sayso.annotating.times.numbers import number_of, spoken_year
from sayso.annotating.times.readers import READERS


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-10-12", (2018, 10, 12), (2018, 10, 12)),
        ("2018-10-12T09:00", (2018, 10, 12), (2018, 10, 12)),
        ("2018-10-12TMO", (2018, 10, 12), (2018, 10, 12)),
        ("2018-07", (2018, 7, 1), (2018, 7, 31)),
        ("2018-12", (2018, 12, 1), (2018, 12, 31)),
        ("2018-W41", (2018, 10, 8), (2018, 10, 14)),
        ("2018-W41-WE", (2018, 10, 13), (2018, 10, 14)),
        ("2018-W41-5", (2018, 10, 12), (2018, 10, 12)),
        ("2018-SU", (2018, 6, 1), (2018, 8, 31)),
        ("2018-WI", (2018, 12, 1), (2019, 2, 28)),
        ("2018-Q3", (2018, 7, 1), (2018, 9, 30)),
        ("2018-H2", (2018, 7, 1), (2018, 12, 31)),
        ("2018", (2018, 1, 1), (2018, 12, 31)),
        ("199", (1990, 1, 1), (1999, 12, 31)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("19", (1900, 1, 1), (1999, 12, 31)),
    ],
)
def test_a_value_spans_its_days(value: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert times.span_of(value) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "value",
    [
        "PAST_REF",
        "PRESENT_REF",
        "FUTURE_REF",
        "P3D",
        "PT5H",
        "PXY",
        "XXXX-10-12",
        "XXXX-WXX-5",
        "XXXX",
        "",
        "2018-13",
        "2018-02-30",
        "2018-W60",
        "0000",
        "9999-WI",
        "soon",
    ],
)
def test_what_names_no_days_has_no_span(value: str) -> None:
    assert times.span_of(value) is None


@given(st.text(alphabet="0123456789-XWQHTPSU: ", max_size=14))
def test_no_value_is_an_error(value: str) -> None:
    span = times.span_of(value)
    assert span is None or span[0] <= span[1]


@given(
    st.dates(min_value=date(1000, 1, 1), max_value=date(3000, 1, 1)),
    st.sampled_from(["D", "W", "WE", "M", "Q", "Y", "DE", "CE"]),
)
def test_the_value_of_a_unit_spans_the_day_it_was_made_from(day: date, unit: str) -> None:
    span = times.span_of(calendar.value_at(day, unit))
    assert span is not None
    assert span[0] <= day <= span[1] or unit == "WE"


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2018, 4, 1), (2016, 3, 27), (2000, 4, 23), (2024, 3, 31), (1999, 4, 4)]
)
def test_easter_falls_on_its_sunday(year: int, month: int, day: int) -> None:
    assert calendar.easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2018, 4, 8), (2021, 5, 2), (2022, 4, 24), (2016, 5, 1), (2017, 4, 16)]
)
def test_orthodox_easter_falls_on_its_sunday(year: int, month: int, day: int) -> None:
    assert calendar.orthodox_easter(year) == date(year, month, day)


def test_every_holiday_of_another_calendar_has_its_years_in_order() -> None:
    for name, rule in data("holidays.toml").items():
        if rule.startswith("="):
            days = [first for first, _ in calendar.movable(name)]
            assert len(days) > 30, name
            assert days == sorted(set(days)), name


def test_two_values_span_the_days_between_them() -> None:
    assert times.span_of("2023-03-23/2023-04-20") == (date(2023, 3, 23), date(2023, 4, 20))
    assert times.span_of("2023-04-20/2023-03-23") is None
    assert times.span_of("2023-04-20/") is None


def test_every_holiday_has_a_day() -> None:
    assert [name for name in data("holidays.toml") if calendar.holiday(name, 2019) is None] == []


def test_a_month_later_than_the_31st_is_the_last_of_the_month() -> None:
    assert calendar.moved(date(2019, 1, 31), 1, "M") == date(2019, 2, 28)


def test_numbers_in_words_are_counted() -> None:
    assert number_of("twenty-four").number == 24
    assert number_of("two hundred").number == 200
    assert number_of("a few").digits is None
    assert spoken_year("nineteen ninety-six") == 1996
    assert spoken_year("two thousand") == 2000
    assert spoken_year("twelve ninety") == 1290


def test_every_rule_of_the_grammar_has_a_reader() -> None:
    assert {rule["kind"] for rule in data("grammar.toml")["rule"]} <= set(READERS)


def test_a_misspelt_class_in_the_grammar_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    source = {"fragments": {}, "rule": [{"kind": "nothing", "pattern": "(NOSUCHCLASS) {unit UNIT}"}]}
    monkeypatch.setattr(grammar, "data", lambda name: source)
    with pytest.raises(ValueError, match="NOSUCHCLASS"):
        grammar.Grammar()
