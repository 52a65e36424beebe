"""Publication dates that lie."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.reading import read_text
from sayso.reading.doubts import doubt

TODAY = date(2021, 6, 1)
TEXT = "The ministers met on Friday in Doha, officials said.\n\nThey will meet again."


@pytest.mark.parametrize(
    ("published", "url", "text", "said"),
    [
        ("2022-05-30", None, TEXT, "lies in the future"),
        ("2021-05-30", None, TEXT, None),
        ("1021-05-30", None, TEXT, "before there were newspapers"),
        ("2021-06-02", None, TEXT, None),
        ("2021-05-14T10:00:00+02:00", "https://example.org/2020/05/14/ministers", TEXT, "in its address, 2020-05"),
        ("2021-05-14", "https://example.org/2021/05/14/ministers", TEXT, None),
        ("2021-05-14", "https://example.org/2021/05/ministers", TEXT, None),
        ("2021-05-14", "https://example.org/news/1998-2005-review", TEXT, None),
        ("2021-05-14", None, "Ministers Meet\n\nMay 14, 2020\n\n" + TEXT, "that its text gives, 2020-05-14"),
        ("2021-05-14", None, "Ministers Meet\n\nMay 15, 2021\n\n" + TEXT, None),
        ("2020-05-14", None, "Ministers Meet\n\nUpdated May 14, 2021\n\n" + TEXT, None),
        ("2021-05-14", None, TEXT + "\n\nThe war began on May 14, 2020, and goes on.", None),
        (None, "https://example.org/2020/05/14/ministers", TEXT, None),
    ],
)
def test_a_publication_date_is_doubted_for_a_reason(
    published: str | None, url: str | None, text: str, said: str | None
) -> None:
    article = read_text(text, published=published)
    article.published, article.url = published, url
    found = doubt(article, TODAY)
    assert found is None if said is None else said in str(found)


def test_a_date_in_doubt_is_named_once_and_dates_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "published": "2099-05-14"}) + "\n", encoding="utf8")
    run = CliRunner().invoke(app, ["annotate", str(path)])
    record = json.loads(run.stdout)
    assert run.exit_code == 0
    assert run.stderr.count("\n") == 1
    assert "a: the publication date 2099-05-14 lies in the future" in run.stderr
    assert record["published"] is None
    assert [t["value"] for t in record["times"]] == ["XXXX-WXX-5"]
    assert all(e["date"] is None for e in record["events"])


def test_a_date_that_no_calendar_has_dates_nothing_and_the_article_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "published": "2018-06-31"}) + "\n", encoding="utf8")
    run = CliRunner().invoke(app, ["annotate", str(path)])
    assert run.exit_code == 0
    assert "a: no publication date found" in run.stderr
    assert [t["value"] for t in json.loads(run.stdout)["times"]] == ["XXXX-WXX-5"]
