"""Feeds, newsroom formats, tables and archives, each known by its content."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from samples_of_formats import (
    ATOM,
    BOMB,
    COLUMNS,
    FIRST,
    LINES,
    NEWSML,
    NINJS,
    NINJS2,
    NITF,
    PAGES,
    RSS,
    SECOND,
    body,
    csv_table,
    outcome,
    page,
    parquet_table,
    saved,
    tarred,
    warc,
    zipped,
)


def test_xml_nested_too_deeply_is_refused(tmp_path: Path) -> None:
    articles, problems = outcome(saved(tmp_path, "a.xml", "<newsItem>" * 5000 + "</newsItem>" * 5000))
    assert not articles
    assert len(problems) == 1
    assert "deeply" in problems[0]


def test_an_rss_feed_is_an_article_an_entry(tmp_path: Path) -> None:
    (first, second), problems = outcome(saved(tmp_path, "feed", RSS))
    assert not problems
    assert (first.id, first.title, first.published, first.url) == (
        "v1",
        "Army leaves town",
        "2018-03-05T09:30:00+04:30",
        "https://valley.example/1",
    )
    assert body(first) == [FIRST, SECOND]
    assert second.published == "2018-03-06T09:30:00+00:00"


def test_an_atom_feed_prefers_the_time_of_publication(tmp_path: Path) -> None:
    (article,), _ = outcome(saved(tmp_path, "feed.xml", ATOM))
    assert (article.id, article.published) == ("tag:v1", "2018-03-05T09:30:00+00:00")
    assert body(article) == [FIRST, SECOND]


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss"])
def test_a_feed_that_is_html_is_told(tmp_path: Path, name: str) -> None:
    articles, problems = outcome(saved(tmp_path, name, page()))
    assert not articles
    assert problems == [
        f"{tmp_path / name}: is a web page, not the feed that its name promises; name it .html to read it as a page"
    ]


def test_what_stands_before_the_cut_of_an_archive_is_read(tmp_path: Path) -> None:
    whole = tarred("w:gz", **{"one.txt": FIRST.encode(), "two.txt": SECOND.encode()})
    (tmp_path / "cut.tar.gz").write_bytes(whole[:-25])
    articles, problems = outcome(tmp_path / "cut.tar.gz")
    assert [a.text for a in articles] == [FIRST, SECOND]
    assert problems == [f"{tmp_path / 'cut.tar.gz'}: ends in the middle of its compressed data"]


def test_a_table_goes_on_after_a_line_that_is_too_long(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"id,text\n1,{FIRST}\n2,{'x' * 200_000}\n3,{SECOND}\n", encoding="utf-8")
    articles, problems = outcome(tmp_path / "t.csv", max_characters=1_000)
    assert [a.id for a in articles] == ["1", "3"]
    assert len(problems) == 1
    assert "line 3: is too long for one article" in problems[0]


def test_a_parquet_table_without_the_text_names_its_columns(tmp_path: Path) -> None:
    (tmp_path / "t.parquet").write_bytes(parquet_table())
    _, problems = outcome(tmp_path / "t.parquet", columns={"text": "story"})
    assert problems[0].startswith(f"{tmp_path / 't.parquet'}: is a table without a column 'story'")
    assert problems[0].endswith("name it: --column text=NAME")


def test_a_zip_file_whose_members_lie_before_its_beginning_is_told(tmp_path: Path) -> None:
    damaged = zipped(**{"one.txt": FIRST})[40:]
    (tmp_path / "a.zip").write_bytes(damaged)
    articles, problems = outcome(tmp_path / "a.zip")
    assert not articles
    assert len(problems) == 1
    assert "fault in the reader" not in problems[0]


def test_a_list_of_feeds_says_that_it_holds_no_articles(tmp_path: Path) -> None:
    opml = '<opml version="2.0"><body><outline text="a"><outline xmlUrl="https://a.example/rss"/></outline><outline xmlUrl="https://b.example/rss"/></body></opml>'
    articles, problems = outcome(saved(tmp_path, "list.opml", opml))
    assert not articles
    assert "2 feeds" in problems[0]


@pytest.mark.parametrize("root", ["rss", "nitf", "newsItem", "opml"])
def test_an_entity_bomb_is_refused(tmp_path: Path, root: str) -> None:
    articles, problems = outcome(saved(tmp_path, "bomb.xml", f"{BOMB}]><{root}><a>&j;</a></{root}>"))
    assert not articles
    assert len(problems) == 1
    assert "entities" in problems[0]


def test_an_external_entity_is_not_read(tmp_path: Path) -> None:
    secret = saved(tmp_path, "secret", "the secret")
    xml = f'<!DOCTYPE nitf [<!ENTITY s SYSTEM "file://{secret}">]><nitf><body><body.content><p>&s; and more</p></body.content></body></nitf>'
    articles, problems = outcome(saved(tmp_path, "x.xml", xml))
    assert not articles
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("name", "data", "id", "credit"),
    [
        ("a.xml", NITF, "n1", "AP"),
        ("a.xml", NEWSML, "g1", "AFP"),
        ("a.json", NINJS, "u1", "Reuters"),
        ("a.json", NINJS2, "u1", None),
    ],
    ids=["nitf", "newsml", "ninjs", "ninjs2"],
)
def test_the_newsroom_formats_are_read(tmp_path: Path, name: str, data: str, id: str, credit: str | None) -> None:
    (article,), problems = outcome(saved(tmp_path, name, data))
    assert not problems
    assert (article.id, article.title, article.published) == (id, "Army leaves town", "2018-03-05T09:30:00+00:00")
    assert body(article) == [FIRST, SECOND]
    assert article.credits == ([credit] if credit else [])


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.csv", lambda: csv_table(",")),
        ("a.tsv", lambda: csv_table("\t")),
        ("a.txt", lambda: csv_table(",")),
        ("a.bin", parquet_table),
    ],
)
def test_a_table_is_an_article_a_row(tmp_path: Path, name: str, make: Callable[[], str | bytes]) -> None:
    (first, second), problems = outcome(saved(tmp_path, name, make()), columns=COLUMNS)
    assert not problems
    assert (first.id, first.title, first.published, first.text) == (
        "1",
        "Army leaves town",
        "2018-03-05",
        f"{FIRST} {SECOND}",
    )
    assert (second.id, second.published) == ("2", None)


@pytest.mark.parametrize(("name", "make"), [("a.csv", lambda: csv_table(",")), ("a.parquet", parquet_table)])
def test_a_table_without_the_named_column_is_one_problem(
    tmp_path: Path, name: str, make: Callable[[], str | bytes]
) -> None:
    articles, problems = outcome(saved(tmp_path, name, make()), columns={"text": "story"})
    assert not articles
    assert len(problems) == 1
    assert "'story'" in problems[0]
    assert "body" in problems[0]


def test_a_table_row_without_text_is_told_and_the_rest_read(tmp_path: Path) -> None:
    articles, problems = outcome(saved(tmp_path, "a.csv", f"id,text\n1,\n2,{FIRST.replace(',', '')}\n3\n"))
    assert [a.id for a in articles] == ["2"]
    assert len(problems) == 2


@pytest.mark.parametrize(
    ("name", "data", "ids"),
    [
        ("a.jsonl.gz", gzip.compress(LINES), ["0", "1", "2"]),
        ("a.gz", gzip.compress(FIRST.encode()), ["a"]),
        (
            "a.zip",
            zipped(**{"one.txt": FIRST, "sub__two.html": page(), "lines.jsonl": LINES, ".DS_Store": b"x"}),
            ["one.txt", "two.html", "0", "1", "2"],
        ),
        ("a.tar", tarred("w", **{"one.txt": FIRST.encode(), "two.html": page().encode()}), ["one.txt", "two.html"]),
        ("a.tar.gz", tarred("w:gz", **{"one.txt": FIRST.encode(), "two.jsonl": LINES}), ["one.txt", "0", "1", "2"]),
        ("a.zip", zipped(**{"inner.zip": zipped(**{"one.txt": FIRST})}), ["one.txt"]),
        ("a.zip", zipped(**{"one.txt.gz": gzip.compress(FIRST.encode())}), ["one.txt"]),
    ],
    ids=["jsonl.gz", "txt.gz", "zip", "tar", "tar.gz", "zip in zip", "gz in zip"],
)
def test_archives_are_read_without_unpacking(tmp_path: Path, name: str, data: bytes, ids: list[str]) -> None:
    articles, problems = outcome(saved(tmp_path, name, data))
    assert not problems
    assert [a.id for a in articles] == ids


def test_a_zip_bomb_is_refused_and_the_other_members_read(tmp_path: Path) -> None:
    articles, problems = outcome(
        saved(tmp_path, "a.zip", zipped(**{"bomb.jsonl": b"0" * 150_000_000, "one.txt": FIRST}))
    )
    assert [a.id for a in articles] == ["one.txt"]
    assert len(problems) == 1
    assert "beyond reason" in problems[0]


def test_a_gzip_bomb_is_refused(tmp_path: Path) -> None:
    articles, problems = outcome(saved(tmp_path, "a.jsonl.gz", gzip.compress(b"0" * 150_000_000)))
    assert not articles
    assert len(problems) == 1
    assert "beyond reason" in problems[0]


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    data = zipped(**{"one.txt": FIRST})
    for _ in range(8):
        data = zipped(**{"a.zip": data})
    articles, problems = outcome(saved(tmp_path, "a.zip", data))
    assert not articles
    assert len(problems) == 1


def test_a_cut_off_gzip_file_gives_what_it_has_and_one_problem(tmp_path: Path) -> None:
    import random

    lines = "".join(
        json.dumps({"id": str(i), "text": f"{FIRST} {random.Random(i).random()}"}) + "\n" for i in range(5000)
    ).encode()
    packed = gzip.compress(lines)
    articles, problems = outcome(saved(tmp_path, "a.jsonl.gz", packed[: len(packed) // 2]))
    assert len(articles) > 100
    assert len(problems) == 1
    assert "middle" in problems[0]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.zip", b"PK\x03\x04" + b"x" * 100, "zip"),
        ("a.gz", b"\x1f\x8b" + b"x" * 100, "gzip"),
        ("a.docx", zipped(**{"[Content_Types].xml": "x", "word__document.xml": "y"}), "Office"),
        ("a.parquet", b"PAR1" + b"x" * 100, "Parquet"),
        ("a.xml", "<?xml version='1.0'?><unknown/>", "not known"),
        ("a.xml", "<rss><channel></channel></rss>", "without entries"),
        ("a.json", '{"a": 1}', "text"),
        ("a.json", '{"a": ', "JSON"),
        ("a.zip", zipped(), "without files"),
    ],
)
def test_a_damaged_or_unknown_file_is_one_problem(tmp_path: Path, name: str, data: str | bytes, said: str) -> None:
    articles, problems = outcome(saved(tmp_path, name, data))
    assert not articles
    assert len(problems) == 1
    assert said in problems[0]


@pytest.mark.parametrize("gz", [False, True])
def test_a_warc_file_gives_its_pages_and_the_entries_of_feeds_whose_page_it_has_not(tmp_path: Path, gz: bool) -> None:
    articles, problems = outcome(saved(tmp_path, "a.warc.gz" if gz else "a.warc", warc(*PAGES, gz=gz)))
    assert [a.id for a in articles] == [
        "https://valley.example/1",
        "https://www.bbc.co.uk/2",
        "https://valley.example/2",
    ]
    assert articles[1].source is not None
    assert articles[1].source.name == "BBC"
    assert articles[0].published is None
    assert len(problems) == 1
    assert "script" in problems[0]


def test_an_entry_is_its_page_whichever_of_the_two_a_warc_file_has_first(tmp_path: Path) -> None:
    feed, first = PAGES[3], PAGES[0]
    for number, parts in enumerate([(feed, first), (first, feed), (feed, first, feed)]):
        articles, problems = outcome(saved(tmp_path, f"{number}.warc", warc(*parts)))
        assert sorted(a.id for a in articles) == ["https://valley.example/1", "https://valley.example/2"]
        assert not problems
        assert articles[0].published == (None if parts[0] is first else "2018-03-05T09:30:00+04:30")
    articles, _ = outcome(saved(tmp_path, "cut.warc", warc(feed, first)[:-200]))
    assert [a.id for a in articles] == ["v1", "https://valley.example/2"]


def test_a_wacz_file_gives_the_pages_of_its_warc_files(tmp_path: Path) -> None:
    data = zipped(
        **{"datapackage.json": "{}", "pages__pages.jsonl": "{}", "archive__data.warc.gz": warc(PAGES[0], gz=True)}
    )
    articles, problems = outcome(saved(tmp_path, "a.wacz", data))
    assert [a.id for a in articles] == ["https://valley.example/1"]
    assert not problems


@pytest.mark.parametrize("gz", [False, True])
def test_a_cut_off_warc_file_gives_the_records_before_the_cut(tmp_path: Path, gz: bool) -> None:
    data = warc(PAGES[0], PAGES[4], gz=gz)
    articles, problems = outcome(saved(tmp_path, "a.warc", data[:-200]))
    assert [a.id for a in articles] == ["https://valley.example/1"]
    assert len(problems) == 1


def test_a_feed_of_empty_entries_is_one_problem(tmp_path: Path) -> None:
    articles, problems = outcome(
        saved(tmp_path, "feed", "<rss><channel><title>x</title>" + "<item></item>" * 300 + "</channel></rss>")
    )
    assert not articles
    assert len(problems) == 1
    assert "300 entries" in problems[0]


def test_a_feed_of_too_many_entries_is_refused(tmp_path: Path) -> None:
    articles, problems = outcome(saved(tmp_path, "feed", "<rss><channel>" + "<item>" * 50_000))
    assert not articles
    assert len(problems) == 1
    assert "entries" in problems[0]
