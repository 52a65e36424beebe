"""Web pages, feeds, newsroom formats, tables and archives, each known by its content."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.model import Article
from sayso.reading import Problem, read

FIRST = (
    "The army said on Monday that its soldiers had left the town after a week of talks with the elders of the valley."
)
SECOND = "Residents said that shops had opened again and that children were going back to school in the morning."
THIRD = "The governor, who had asked for the talks, said that the road to the capital would be open from Wednesday."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"

LD = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Army leaves town",
        "datePublished": "2018-03-05T09:30:00+04:30",
        "dateModified": "2018-03-06T10:00:00+04:30",
        "author": {"@type": "Organization", "name": "AFP"},
        "publisher": {"name": "Valley Post"},
    }
)


def page(head: str = "", body: str = BODY, lang: str = "en") -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>Army leaves town - Valley Post</title>{head}</head><body>'
        f'<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Army leaves town</h1>{body}</article>'
        '<aside><a href="/x">Another story that is not this one</a></aside><footer>© 2018 Valley Post</footer></body></html>'
    )


def outcome(path: Path, **options: object) -> tuple[list[Article], list[str]]:
    problems: list[Problem] = []
    articles = list(read([path], on_problem=problems.append, **options))  # type: ignore[arg-type]
    return articles, [str(p) for p in problems]


def saved(folder: Path, name: str, data: str | bytes) -> Path:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder / name


def body(article: Article) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == "body"]


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page"])
def test_a_page_gives_its_body_title_time_and_credit(tmp_path: Path, name: str) -> None:
    html = page(f'<script type="application/ld+json">{LD}</script><meta property="og:site_name" content="Valley Post">')
    (article,), problems = outcome(saved(tmp_path, name, html))
    assert not problems
    assert body(article) == [FIRST, SECOND, THIRD]
    assert (article.title, article.published, article.language) == (
        "Army leaves town",
        "2018-03-05T09:30:00+04:30",
        "en",
    )
    assert article.credits == ["AFP"]
    assert article.source is not None
    assert article.source.name == "Valley Post"
    assert "Another story" not in article.text


@pytest.mark.parametrize(
    ("head", "body_html", "published"),
    [
        ('<meta property="article:published_time" content="2018-03-05T09:30:00Z">', BODY, "2018-03-05T09:30:00+00:00"),
        ('<meta itemprop="datePublished" content="2018-03-05">', BODY, "2018-03-05"),
        ("", f'<time datetime="2018-03-05T09:30:00+01:00">5 March</time>{BODY}', "2018-03-05T09:30:00+01:00"),
        (f'<script type="application/ld+json">{{"@graph":[{LD}]}}</script>', BODY, "2018-03-05T09:30:00+04:30"),
        (
            '<meta property="article:modified_time" content="2018-03-06"><meta name="date" content="2018-03-05">',
            BODY,
            "2018-03-05",
        ),
        ('<script type="application/ld+json">{broken</script>', BODY, None),
        ("", BODY, None),
        ("", BODY + "<p>The war began on 3 March 2011 and ended on 2015-05-06.</p>", None),
        ("", "<p>March 5, 2018, 09:30 IST</p>" + BODY, "2018-03-05T09:30:00+05:30"),
        ('<link rel="canonical" href="https://valley.example/2018/03/05/army">', BODY, "2018-03-05"),
    ],
)
def test_the_time_of_a_page_comes_from_its_metadata(
    tmp_path: Path, head: str, body_html: str, published: str | None
) -> None:
    html = page(head, body_html).replace("© 2018 ", "")
    assert outcome(saved(tmp_path, "page.html", html))[0][0].published == published


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("windows-1252", "cp1252"),
        ("utf-8", "cp1252"),
        ("nonsense", "cp1252"),
    ],
)
def test_a_wrong_charset_declaration_does_no_harm(tmp_path: Path, declared: str, encoding: str) -> None:
    html = (
        page(body=f"<p>{FIRST} It happened in Málaga.</p><p>{SECOND}</p><p>{THIRD}</p>")
        .replace("utf-8", declared)
        .replace("© ", "")
    )
    (article,), _ = outcome(saved(tmp_path, "page.html", html.encode(encoding)))
    assert "Málaga" in article.text


def test_an_ambiguous_date_in_a_pages_metadata_is_read_as_its_country_writes_it(tmp_path: Path) -> None:
    told = {}
    for host in ("paper.example.ie", "paper.example.ph", "paper.example"):
        head = f'<link rel="canonical" href="https://{host}/army">'
        for date in ("05/06/2018 18:30", "5 June 2018 18:30 IST"):
            html = page(f'{head}<meta name="date" content="{date}">').replace("© 2018 ", "")
            article = outcome(saved(tmp_path, "page.html", html))[0][0]
            told[host, date] = (article.published, article.offset_inferred)
    assert told == {
        ("paper.example.ie", "05/06/2018 18:30"): ("2018-06-05T18:30:00", False),
        ("paper.example.ph", "05/06/2018 18:30"): ("2018-05-06T18:30:00", False),
        ("paper.example", "05/06/2018 18:30"): (None, False),
        ("paper.example.ie", "5 June 2018 18:30 IST"): ("2018-06-05T18:30:00+01:00", True),
        ("paper.example.ph", "5 June 2018 18:30 IST"): ("2018-06-05T18:30:00+05:30", True),
        ("paper.example", "5 June 2018 18:30 IST"): ("2018-06-05T18:30:00+05:30", True),
    }


SIDE = "".join(f'<li><a href="/{i}">Another headline about something else, number {i}</a></li>' for i in range(12))
SHAPES = {
    "divs without an article": f'<div id="wrap"><div class="top-nav"><ul>{SIDE}</ul></div><div class="story-body"><h1>Army leaves town</h1>{BODY}</div></div>',
    "lines broken with br": f"<article><h1>Army leaves town</h1><div>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div></article>",
    "related links between paragraphs": f"<main><article><h1>Army leaves town</h1><p>{FIRST}</p><aside><h3>Related</h3><ul>{SIDE}</ul></aside><p>{SECOND}</p><p>{THIRD}</p></article></main>",
    "figure with a caption": f'<article><h1>Army leaves town</h1><figure><img src="a.jpg"><figcaption>Soldiers at the gate. Jane Doe/AFP</figcaption></figure>{BODY}</article>',
    "cookie notice and sign-up box": f'<div class="cookie-banner"><p>We use cookies to make this site work. Accept all cookies</p></div><article><h1>Army leaves town</h1><p>{FIRST}</p><div class="newsletter-signup"><p>Sign up for our newsletter</p></div><p>{SECOND}</p><p>{THIRD}</p></article>',
    "comments below": f'<article><h1>Army leaves town</h1>{BODY}</article><section id="comments"><h2>12 comments</h2><div class="comment"><p>I do not believe a word of this story.</p></div></section>',
    "unclosed paragraphs": f"<article><h1>Army leaves town</h1><p>{FIRST}<p>{SECOND}<p>{THIRD}</article>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_body_is_found_in_pages_of_many_shapes(tmp_path: Path, shape: str) -> None:
    html = f"<html><head><title>Army leaves town</title></head><body><header>Valley Post</header>{SHAPES[shape]}<footer><ul>{SIDE}</ul></footer></body></html>"
    (article,), problems = outcome(saved(tmp_path, "page.html", html))
    assert not problems
    assert [p for p in body(article) if p in (FIRST, SECOND, THIRD)] == [FIRST, SECOND, THIRD]
    prose = " ".join(body(article))
    assert "Another headline" not in prose
    assert "not believe" not in prose
    assert "ookies" not in prose
    assert "Sign up" not in prose


def test_a_page_of_only_script_is_one_problem(tmp_path: Path) -> None:
    articles, problems = outcome(
        saved(
            tmp_path, "page.html", "<html><head><script>" + "var a = 1;" * 500 + "</script></head><body></body></html>"
        )
    )
    assert not articles
    assert len(problems) == 1
    assert "without an article" in problems[0]


def test_a_page_nested_too_deeply_is_one_problem(tmp_path: Path) -> None:
    articles, problems = outcome(saved(tmp_path, "page.html", "<html><body>" + "<div>" * 200_000 + "x"))
    assert len(articles) + len(problems) == 1


def test_a_page_of_too_many_elements_is_refused_before_it_takes_long(tmp_path: Path) -> None:
    articles, problems = outcome(saved(tmp_path, "page.html", "<html><body>" + "<p>x" * 200_000))
    assert not articles
    assert len(problems) == 1
    assert "elements" in problems[0]


def test_xml_nested_too_deeply_is_refused(tmp_path: Path) -> None:
    articles, problems = outcome(saved(tmp_path, "a.xml", "<newsItem>" * 5000 + "</newsItem>" * 5000))
    assert not articles
    assert len(problems) == 1
    assert "deeply" in problems[0]


RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Valley Post</title><link>https://valley.example/</link>
<language>en-gb</language><item><title>Army leaves town</title><link>https://valley.example/1</link><guid>v1</guid>
<pubDate>Mon, 05 Mar 2018 09:30:00 +0430</pubDate><description><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></description></item>
<item><title>Bridge opens</title><link>https://valley.example/2</link><pubDate>Tue, 06 Mar 2018 09:30:00 GMT</pubDate></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Valley Post</title><entry><id>tag:v1</id><title>Army leaves town</title>
<link href="https://valley.example/1"/><published>2018-03-05T09:30:00Z</published><updated>2018-03-06T09:30:00Z</updated>
<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</content></entry></feed>"""


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


def test_xhtml_is_read_as_a_page_whatever_its_name(tmp_path: Path) -> None:
    page_ = '<?xml version="1.0"?>\n' + page().replace("<html", '<html xmlns="http://www.w3.org/1999/xhtml"')
    (article,), problems = outcome(saved(tmp_path, "page.xml", page_))
    assert body(article) == [FIRST, SECOND, THIRD]
    assert not problems


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


BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
)


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


NITF = f"""<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><head><title>x</title><docdata><doc-id id-string="n1"/>
<date.issue norm="20180305T093000Z"/></docdata></head><body><body.head><hedline><hl1>Army leaves town</hl1></hedline><byline>Jane Doe</byline>
<distributor>The Associated Press</distributor><dateline><location>KABUL</location> (AP)</dateline></body.head>
<body.content><p>{FIRST}</p><p>{SECOND}</p></body.content></body></nitf>"""
NEWSML = f"""<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="g1" version="1"><itemMeta>
<provider literal="AFP"/><versionCreated>2018-03-06T09:30:00Z</versionCreated><firstCreated>2018-03-05T09:30:00Z</firstCreated></itemMeta>
<contentMeta><headline>Army leaves town</headline><by>Jane Doe</by><language tag="en"/></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>{FIRST}</p><p>{SECOND}</p></body></html></inlineXML>
</contentSet></newsItem><newsItem guid="pic"><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem></itemSet></newsMessage>"""
NINJS = json.dumps(
    {
        "uri": "u1",
        "type": "text",
        "versioncreated": "2018-03-05T09:30:00Z",
        "byline": "Jane Doe",
        "headline": "Army leaves town",
        "language": "en",
        "source": "Reuters",
        "body_html": f"<p>{FIRST}</p><p>{SECOND}</p>",
    },
    indent=1,
)
NINJS2 = json.dumps(
    {
        "uri": "u1",
        "firstCreated": "2018-03-05T09:30:00Z",
        "headlines": [{"role": "main", "value": "Army leaves town"}],
        "by": "Jane Doe",
        "bodies": [{"contentType": "text/html", "value": f"<p>{FIRST}</p><p>{SECOND}</p>"}],
        "infosources": [{"name": "Reuters"}],
    }
)


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


ROWS = [
    {"key": "1", "body": f"{FIRST} {SECOND}", "headline": "Army leaves town", "date": "2018-03-05"},
    {"key": "2", "body": THIRD, "headline": "Road", "date": ""},
]
COLUMNS = {"text": "body", "id": "key", "title": "headline", "published": "date"}


def csv_table(delimiter: str) -> str:
    head = delimiter.join(ROWS[0])
    return "\n".join([head, *(delimiter.join(f'"{v}"' for v in row.values()) for row in ROWS)]) + "\n"


def parquet_table() -> bytes:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(ROWS), out)
    return out.getvalue()


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


def zipped(**members: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def tarred(mode: str, **members: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


LINES = "".join(json.dumps({"id": str(i), "text": FIRST}) + "\n" for i in range(3)).encode()


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


def warc(*pages: tuple[str, str, str | bytes], gz: bool = False) -> bytes:
    out = io.BytesIO()
    for url, kind, content in pages:
        payload = content.encode() if isinstance(content, str) else content
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(payload)}\r\n\r\n".encode() + payload
        record = (
            (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(url):012d}>\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
                f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            ).encode()
            + http
            + b"\r\n\r\n"
        )
        out.write(gzip.compress(record) if gz else record)
    return out.getvalue()


PAGES = (
    ("https://valley.example/1", "text/html; charset=utf-8", page()),
    ("https://valley.example/img", "image/png", b"\x89PNG"),
    ("https://valley.example/script", "text/html", "<html><script>1</script></html>"),
    ("https://valley.example/feed", "application/rss+xml", RSS),
    ("https://www.bbc.co.uk/2", "text/html", page(f'<script type="application/ld+json">{LD}</script>')),
)


@pytest.mark.parametrize("gz", [False, True])
def test_a_warc_file_gives_its_pages_and_feeds(tmp_path: Path, gz: bool) -> None:
    articles, problems = outcome(saved(tmp_path, "a.warc.gz" if gz else "a.warc", warc(*PAGES, gz=gz)))
    assert [a.id for a in articles] == [
        "https://valley.example/1",
        "v1",
        "https://valley.example/2",
        "https://www.bbc.co.uk/2",
    ]
    assert articles[3].source is not None
    assert articles[3].source.name == "BBC"
    assert articles[0].published is None
    assert len(problems) == 1
    assert "script" in problems[0]


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


@pytest.mark.parametrize("reference", ["&#2;", "&#x1F;", "&#x0b", "&#011;"])
def test_a_reference_to_a_control_character_does_not_lose_the_page(tmp_path: Path, reference: str) -> None:
    html = page().replace("<h1>Army", f"<h1>{reference} Army").replace("soldiers", f"soldiers{reference}")
    (article,), problems = outcome(saved(tmp_path, "page.html", html))
    assert not problems
    assert body(article) == [FIRST, SECOND, THIRD]
