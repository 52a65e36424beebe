"""Inputs of every kind, and what is said of those that cannot be read."""

from __future__ import annotations

import io
import json
import os
import time
from pathlib import Path

import pytest

from sayso.model import Article
from sayso.reading import Problem, read, read_text

TEXT = "The army said on Monday that its soldiers had left the town after a week of talks with the elders."


def outcome(*paths: str | Path, **options: object) -> tuple[list[Article], list[str]]:
    problems: list[Problem] = []
    articles = list(read(paths, on_problem=problems.append, **options))  # type: ignore[arg-type]
    said = [str(p) for p in problems]
    assert all("\n" not in line for line in said)
    return articles, said


def test_a_text_file_is_one_article_named_after_the_file(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(f"Army leaves town\n\n{TEXT}\n", encoding="utf-8")
    (article,), problems = outcome(tmp_path / "one.txt")
    assert (article.id, article.title, article.text, problems) == (
        "one.txt",
        "Army leaves town",
        f"Army leaves town\n\n{TEXT}\n",
        [],
    )


def test_the_sample_article_reads_as_meant() -> None:
    sample = Path(__file__).parents[2] / "examples" / "talks.txt"
    (article,), problems = outcome(sample)
    assert not problems
    assert article.published == "2016-03-09T14:05:00+00:00"
    assert article.credits == ["Reuters", "BBC"]
    assert {b.kind for b in article.blocks} == {"title", "date", "byline", "related", "credit", "body"}


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    articles, problems = outcome(tmp_path)
    assert [a.id for a in articles] == ["a.txt", "b.txt", "c.txt"]
    assert not problems


def test_standard_input_is_json_lines() -> None:
    lines = "\n".join(
        json.dumps({"id": str(i), "text": TEXT, "title": "T", "published": "2018-10-14", "extra": [1]})
        for i in range(3)
    )
    articles, problems = outcome("-", stdin=io.BytesIO(lines.encode()))
    assert [(a.id, a.published, a.title) for a in articles] == [(str(i), "2018-10-14", "T") for i in range(3)]
    assert not problems


def test_the_text_of_a_json_line_is_taken_as_it_is() -> None:
    text = f"  {TEXT}\r\n\n\U0001f600 {TEXT} "
    (article,), _ = outcome("-", stdin=io.BytesIO(json.dumps({"id": "x", "text": text}).encode()))
    assert article.text == text


@pytest.mark.parametrize(
    ("source", "url", "name"),
    [
        ("AFP", None, "AFP"),
        ({"name": "AFP", "url": "https://afp.com"}, None, "AFP"),
        (None, "https://www.bbc.co.uk/1", "BBC"),
        (None, "http://paper.example.org/1", "paper.example.org"),
        (None, None, None),
    ],
)
def test_the_source_is_the_given_one_or_the_one_of_the_address(
    source: object, url: str | None, name: str | None
) -> None:
    (article,), _ = outcome(
        "-", stdin=io.BytesIO(json.dumps({"id": "x", "text": TEXT, "source": source, "url": url}).encode())
    )
    assert (article.source.name if article.source else None) == name


def test_a_broken_line_is_told_by_its_number_and_the_rest_read() -> None:
    lines = [
        json.dumps({"id": "a", "text": TEXT}),
        '{"id": "b", "text": ',
        "",
        "[1]",
        '{"id": "c"}',
        '{"id": "d", "text": 5}',
        '{"id": "e", "text": " "}',
        json.dumps({"id": "a", "text": TEXT}),
    ]
    articles, problems = outcome("-", stdin=io.BytesIO("\n".join(lines).encode()))
    assert [a.id for a in articles] == ["a", "a"]
    assert [p.split(":")[0] for p in problems] == [f"standard input, line {n}" for n in (2, 4, 5, 6, 7)]
    assert "not valid JSON" in problems[0]
    assert "text" in problems[2]


def test_a_line_with_bad_utf8_is_one_problem() -> None:
    good = json.dumps({"id": "a", "text": TEXT}).encode()
    articles, problems = outcome("-", stdin=io.BytesIO(good + b'\n{"id":"b","text":"caf\xe9"}\n' + good))
    assert len(articles) == 2
    assert len(problems) == 1
    assert "line 2" in problems[0]


def test_text_that_is_no_json_on_standard_input_does_not_flood(tmp_path: Path) -> None:
    articles, problems = outcome("-", stdin=io.BytesIO(b"not json\n" * 5000))
    assert not articles
    assert len(problems) <= 21
    assert "5,000" in problems[-1]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n\t ", "is empty"),
        ("latin.txt", b"The caf\xe9 was closed on Monday, police said.", "not valid UTF-8"),
        ("program.txt", b"\x7fELF\x00\x01\x02" * 40, "not text"),
        ("zeros.txt", b"abc\x00\x00\x01\x02" * 40, "binary"),
        ("paper.pdf", b"%PDF-1.4 and so on", "PDF"),
        ("empty.jsonl", b"\n\n", "is empty"),
    ],
)
def test_a_file_that_is_no_text_is_one_problem(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    articles, problems = outcome(tmp_path / name, tmp_path / "good.txt")
    assert [a.id for a in articles] == ["good.txt"]
    assert len(problems) == 1
    assert said in problems[0]
    assert name in problems[0]


def test_an_empty_path_is_no_folder() -> None:
    assert outcome("") == ([], ["'': is not a path"])


def test_a_missing_path_is_one_problem(tmp_path: Path) -> None:
    articles, problems = outcome(tmp_path / "nothing.txt", tmp_path)
    assert not articles
    assert problems == [f"{tmp_path}/nothing.txt: does not exist", f"{tmp_path}: is a folder without files to read"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "secret.txt").chmod(0)
    assert "permission" in outcome(tmp_path / "secret.txt")[1][0]


def test_a_huge_text_is_refused_quickly(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        for _ in range(50):
            file.write((TEXT.encode() + b"\n") * 10_000)
    started = time.process_time()
    articles, problems = outcome(tmp_path / "huge.txt")
    assert time.process_time() - started < 1
    assert not articles
    assert len(problems) == 1
    assert "too long" in problems[0]


def test_a_huge_json_line_is_passed_over_and_the_next_one_read(tmp_path: Path) -> None:
    file = tmp_path / "long.jsonl"
    with file.open("wb") as out:
        out.write(b'{"id":"a","text":"' + b"x" * 20_000_000 + b'"}\n')
        out.write(json.dumps({"id": "b", "text": TEXT}).encode())
    articles, problems = outcome(file)
    assert [a.id for a in articles] == ["b"]
    assert len(problems) == 1
    assert "line 1" in problems[0]
    assert "too long" in problems[0]


def test_a_text_over_the_limit_of_characters_is_refused() -> None:
    line = json.dumps({"id": "a", "text": TEXT}).encode()
    articles, problems = outcome("-", stdin=io.BytesIO(line), max_characters=50)
    assert not articles
    assert "too long" in problems[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "marked.txt").write_text(TEXT, encoding=encoding)
    (article,), problems = outcome(tmp_path / "marked.txt")
    assert article.text == TEXT
    assert not problems


def test_the_given_date_serves_inputs_that_carry_none(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (article,), _ = outcome(tmp_path / "one.txt", published="2018-10-14")
    assert article.published == "2018-10-14"
    with_date = json.dumps({"id": "a", "text": TEXT, "published": "2017-01-02T03:04:05Z"}).encode()
    (article,), _ = outcome("-", stdin=io.BytesIO(with_date), published="2018-10-14")
    assert article.published == "2017-01-02T03:04:05+00:00"


def test_a_given_date_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="ISO 8601"):
        read(["-"], published="yesterday")


def test_nothing_dates_an_article_without_a_date(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    assert outcome(tmp_path / "one.txt")[0][0].published is None


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    articles = read([tmp_path / "one.txt", tmp_path / "two.txt"])
    assert next(articles).id == "one.txt"


def test_another_language_is_named() -> None:
    assert (
        read_text(
            "Die Armee teilte am Montag mit, dass ihre Soldaten die Stadt nach einer Woche verlassen haben."
        ).language
        == "de"
    )


def test_json_lines_are_known_by_what_they_hold(tmp_path: Path) -> None:
    (tmp_path / "articles.txt").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8")
    assert [a.id for a in outcome(tmp_path / "articles.txt")[0]] == ["a"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("21 April 2017 18:30 IST", "2017-04-21T18:30:00+05:30 (to the minute, offset inferred)"),
        ("21 April 2017 18:30", "2017-04-21T18:30:00 (to the minute, offset unknown)"),
        ("21 April 2017 18:30 GMT", "2017-04-21T18:30:00+00:00 (to the minute)"),
        ("21 April 2017", "2017-04-21 (to the day)"),
        ("World News", "unknown"),
    ],
)
def test_a_terminal_shows_when_and_where_an_article_was_published_and_whom_it_credits(line: str, told: str) -> None:
    from sayso.reading_cli import _told

    text = f"Talks Resume In Capital\n\n{line}\n\nKABUL, April 20 (Reuters) - {TEXT}"
    day = "XXXX-04-20" if told == "unknown" else "2017-04-20"
    assert dict(_told(read_text(text))) == {"published": told, "dateline": f"KABUL, {day}", "credits": "Reuters"}
