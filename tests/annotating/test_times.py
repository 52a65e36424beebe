"""The times layer on whole sentences: what is found, with which span and value."""

import json
from pathlib import Path

import pytest

from sayso.annotating import language, times
from sayso.model import Article, Settings

DATA = Path(__file__).parent / "data" / "times.jsonl"
SETTINGS = Settings()


def found(text: str, published: str | None = "2018-10-14", parsed: bool = True) -> list[tuple[str, str, str]]:
    article = Article(id="a", text=text, published=published)
    if parsed:
        language.add(article, SETTINGS)
    times.add(article, SETTINGS)
    assert all(article.text[t.start : t.end] == t.text for t in article.times)
    return [(t.text, t.type, t.value) for t in article.times]


def values(text: str, published: str | None = "2018-10-14") -> dict[str, str]:
    return {text: value for text, _, value in found(text, published)}


def test_the_expressions_written_for_this_project_are_read_as_their_authors_mean_them() -> None:
    wrong = []
    for line in DATA.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        wanted = (row["expression"], row["type"], row["value"])
        got = found(row["sentence"], row["published"])
        if wanted not in got:
            wrong.append((row["sentence"], wanted, got))
    assert wrong == []


def test_a_weekday_takes_the_tense_of_its_verb() -> None:
    assert values("The envoys met on Friday.") == {"Friday": "2018-10-12"}
    assert values("The envoys will meet on Friday.") == {"Friday": "2018-10-19"}


def test_a_weekday_may_be_the_day_of_publication() -> None:
    assert values("The envoys met on Sunday.") == {"Sunday": "2018-10-14"}


def test_planning_in_the_past_looks_ahead() -> None:
    assert values("They planned to leave the city on Wednesday.") == {"Wednesday": "2018-10-17"}


def test_without_a_publication_date_nothing_relative_is_resolved() -> None:
    text = "They met on Friday, left yesterday, and return next month; it began three weeks ago, in July."
    assert all(value.startswith("XXXX") for _, _, value in found(text, published=None))


def test_a_time_told_after_an_unknown_day_is_not_put_on_an_older_day() -> None:
    got = found("He was born on 3 May 2016. They met on Friday. The next day he left.", published=None)
    assert got[-1] == ("The next day", "DATE", "XXXX-XX-XX")


def test_a_year_only_where_the_number_is_one() -> None:
    assert values("In 2012 some 2000 people fled; 1998 soldiers came; Resolution 1973 cost $2018.") == {"2012": "2012"}


def test_a_modal_and_a_person_are_no_months() -> None:
    assert found("Theresa May said she may march on.") == []


def test_ages_are_no_times() -> None:
    assert found("The 45-year-old farmer and his son, 12 years old, fled.") == []


def test_a_range_is_two_dates() -> None:
    assert values("They talked on Oct. 3-5.") == {"Oct. 3": "2018-10-03", "5": "2018-10-05"}


def test_an_amount_a_year_is_a_set() -> None:
    assert ("a year", "SET", "P1Y") in found("It pays 5 million a year.")


def test_an_ambiguous_numeric_date_keeps_its_year_only() -> None:
    assert values("Dated 03/04/2018 it was.") == {"03/04/2018": "2018"}


def test_a_paragraph_break_ends_an_expression() -> None:
    assert [t for t, _, _ in found("It was agreed in October\n\n2018 was a hard year.")] == ["October", "2018"]


@pytest.mark.parametrize(
    "published",
    [
        "",
        "yesterday",
        "2018",
        "2018-10",
        "2018-13-45",
        "0000-00-00",
        "14/10/18",
        "20181014T174200Z",
        "9999-12-31",
        "0001-01-01",
        "October 14 , 2018 , 17:42 IST",
        "Sun, 14 Oct 2018 12:12:00 GMT",
        "2018-10-14T25:99",
        "\x00",
    ],
)
def test_no_form_of_publication_date_is_an_error(published: str) -> None:
    text = "Last week, 300 years ago, next Friday, an hour ago, on Feb. 29, last winter, next century, at Easter, now."
    assert found(text, published)


@pytest.mark.parametrize(
    "published", ["October 14 , 2018 , 17:42 IST", "Sun, 14 Oct 2018 12:12:00 GMT", "20181014T174200Z"]
)
def test_a_publication_date_in_words_counts(published: str) -> None:
    assert values("It broke yesterday.", published) == {"yesterday": "2018-10-13"}


def test_an_article_without_a_parse_is_read_too() -> None:
    assert found("It broke on Friday.", parsed=False) == [("Friday", "DATE", "2018-10-12")]


def test_an_empty_text_has_no_times() -> None:
    assert found("", parsed=False) == []


def test_a_long_run_of_time_words_takes_linear_time() -> None:
    import time

    def seconds(count: int) -> float:
        article = Article(id="a", text="the last 3 days of the year early in " * count, published="2018-10-14")
        start = time.process_time()
        times.add(article, SETTINGS)
        return time.process_time() - start

    seconds(10)
    assert seconds(1600) < 40 * seconds(200)


@pytest.mark.parametrize(
    "text",
    [
        "It was signed on 12 Rajab 1442.",
        "The document is dated 4 Meskerem 2013 in the Ethiopian calendar.",
        "The decree of 22 Bahman 1357 is framed there.",
        "It was 2013 in the Ethiopian calendar.",
    ],
)
def test_a_year_of_another_calendar_is_not_taken_for_ours(text: str) -> None:
    assert found(text) == []


def test_a_day_that_no_month_has_gets_no_days() -> None:
    text = "The meeting of 31 June 2018 was moved to 30 February."
    assert values(text) == {"31 June 2018": "XXXX-XX-XX", "30 February": "XXXX-XX-XX"}


def test_a_holiday_of_the_moon_is_the_nearest_that_the_tense_allows() -> None:
    assert values("The truce held during Ramadan.", "2023-04-10") == {"Ramadan": "2023-03-23/2023-04-20"}
    assert values("They will meet after Eid al-Fitr.", "2019-01-10") == {"Eid al-Fitr": "2019-06-04"}
    assert values("They met after Eid al-Fitr.", "2019-01-10") == {"Eid al-Fitr": "2018-06-15"}
    assert values("They met after Eid al-Fitr 2000.", "2019-01-10") == {"Eid al-Fitr 2000": "XXXX-XX-XX"}, (
        "it fell twice"
    )


@pytest.mark.parametrize(
    ("published", "text", "first", "last"),
    [
        ("2006-01-15", "Rebels attacked the port last week.", "2006-01-02", "2006-01-15"),  # a Sunday
        ("2006-01-16", "Rebels attacked the port last week.", "2006-01-09", "2006-01-15"),
        ("2006-01-16", "Rebels attacked the port two weeks ago.", "2005-12-30", "2006-01-05"),
    ],
)
def test_weeks_that_are_over_are_counted_loosely(published: str, text: str, first: str, last: str) -> None:
    article = Article(id="a", text=text, published=published)
    times.add(article, SETTINGS)
    assert [(t.first, t.last) for t in article.times] == [(first, last)]
