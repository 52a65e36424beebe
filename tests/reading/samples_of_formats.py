"""Samples of every format that is read, built in memory, and what the tests of reading do with them."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
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


RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Valley Post</title><link>https://valley.example/</link>
<language>en-gb</language><item><title>Army leaves town</title><link>https://valley.example/1</link><guid>v1</guid>
<pubDate>Mon, 05 Mar 2018 09:30:00 +0430</pubDate><description><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></description></item>
<item><title>Bridge opens</title><link>https://valley.example/2</link><pubDate>Tue, 06 Mar 2018 09:30:00 GMT</pubDate></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Valley Post</title><entry><id>tag:v1</id><title>Army leaves town</title>
<link href="https://valley.example/1"/><published>2018-03-05T09:30:00Z</published><updated>2018-03-06T09:30:00Z</updated>
<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</content></entry></feed>"""
BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
)
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
