"""What an input is, told by its content first and its name second, and the reader for it.

In: an Input at its beginning. Out: the Records of the reader that fits. A new format is one more line in `READERS` and
a rule in `format_of`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from os.path import splitext
from typing import Final

import msgspec

from sayso.reading.plain import refuse_binary
from sayso.reading.problems import UnreadableError
from sayso.reading.records import Input, Reader, Record, with_head

READERS: Final[dict[str, str]] = {
    "json lines": "jsonl:records",
    "json": "newsroom:json_records",
    "text": "plain:records",
    "page": "pages:records",
    "feed": "feeds:records",
    "opml": "feeds:opml_records",
    "nitf": "newsroom:nitf_records",
    "newsml": "newsroom:newsml_records",
    "table": "tables:records",
    "parquet": "tables:parquet_records",
    "warc": "warc:records",
    "gzip": "archives:gzip_records",
    "zip": "archives:zip_records",
    "tar": "archives:tar_records",
}

_ROOT = re.compile(rb"<(?![?!])\s*([\w.:-]+)")
_XML_ROOTS = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "opml": "opml",
    "nitf": "nitf",
    "newsmessage": "newsml",
    "newsitem": "newsml",
    "packageitem": "newsml",
    "newsml": "newsml",
    "html": "page",
}
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|div|meta|script|p|h1|table|section|main)\b", re.IGNORECASE
)
_SUFFIXES = {
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".csv": "table",
    ".tsv": "table",
    ".tab": "table",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
}
_ENDINGS = tuple(_SUFFIXES)
_MARKED = {
    b"\x1f\x8b": "gzip",
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
    b"WARC/": "warc",
    b"PAR1": "parquet",
    b"\xff\xfe": "text",
    b"\xfe\xff": "text",
}
_MARKS = tuple(_MARKED)
_FEEDS = (".rss", ".atom", ".rdf", ".xml")


def records(source: Input) -> Iterator[Record]:
    """The articles of an input; raises UnreadableError where the whole of it cannot be read."""
    head, source.stream = with_head(source.stream)
    if not head:
        raise UnreadableError("is empty")
    yield from _reader(format_of(head, source))(source)


@cache
def _reader(kind: str) -> Reader:
    module, _, function = READERS[kind].partition(":")
    reader: Reader = getattr(import_module(f"sayso.reading.{module}"), function)
    return reader


def format_of(head: bytes, source: Input) -> str:
    """The name of an input's format; raises UnreadableError for binary formats that are none of these."""
    if head[257:262] == b"ustar":
        return "tar"
    if head.startswith(_MARKS):
        return next(kind for mark, kind in _MARKED.items() if head.startswith(mark))
    refuse_binary(head[:8192])
    return _text_format(head, source)


def _text_format(head: bytes, source: Input) -> str:
    name = source.name.lower()
    named = _SUFFIXES.get(splitext(name)[1]) if name.endswith(_ENDINGS) else None
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<"):
        if named is None and name.endswith(_FEEDS) and start[:5].lower() != b"<?xml":
            if _markup_format(start) == "page":
                raise UnreadableError(
                    "is a web page, not the feed that its name promises", "name it .html to read it as a page"
                )
        return _markup_format(start) or (named if named == "page" else "text")
    if named in ("json lines", "table"):
        return named
    if start.startswith((b"{", b"[")) and (kind := _json_format(start)) is not None:
        return kind
    if named is not None:
        return named
    return "table" if _is_table(start, source) else "text"


def _markup_format(start: bytes) -> str | None:
    comments_off = re.sub(rb"<!--.*?(?:-->|\Z)", b"", start[:20_000], flags=re.DOTALL)
    root = _ROOT.search(comments_off)
    if root is not None:
        name = root[1].decode("ascii", "replace").lower().rpartition(":")[2]
        if name in _XML_ROOTS:
            return _XML_ROOTS[name]
    if start[:5].lower() == b"<?xml" and _HTML.search(comments_off) is None:
        raise UnreadableError("is XML of a kind that is not known here", "NITF, NewsML-G2, RSS, Atom and OPML are read")
    return "page" if _HTML.search(comments_off) else None


def _json_format(start: bytes) -> str | None:
    first = start.split(b"\n", 1)[0]
    try:
        value = msgspec.json.decode(first)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        if re.match(rb"[\[{]\s*(?:\"|\{|$)", first) is None:
            return None
        return "json lines" if b'"text"' in first and first.startswith(b"{") else "json"
    if isinstance(value, dict) and "text" in value:
        return "json lines"
    return (
        "json"
        if isinstance(value, dict) or (isinstance(value, list) and any(isinstance(v, dict) for v in value))
        else None
    )


def _is_table(start: bytes, source: Input) -> bool:
    wanted = source.columns.get("text", "text")
    first = start.split(b"\n", 1)[0]
    if wanted.encode() not in first:
        return False
    header = first.decode("utf-8", "replace").strip()
    for delimiter in "\t,;|":
        cells = [cell.strip().strip('"') for cell in header.split(delimiter)]
        if len(cells) > 1 and wanted in cells and all(len(cell) < 60 for cell in cells):
            return True
    return False
