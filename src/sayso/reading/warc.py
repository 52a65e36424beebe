"""WARC files, also compressed, as web archives and Common Crawl's news crawl have them.

In: a stream of WARC records. Out: the Records of the pages among its responses, one at a time, and at the end those of the
feeds' entries whose page is not among them. The time at which a page was fetched is never its publication time.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from sayso.reading import feeds, pages
from sayso.reading.problems import Problem, UnreadableError
from sayso.reading.records import Input, Record

_PAGES = ("text/html", "application/xhtml+xml")
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml")


def records(source: Input) -> Iterator[Record]:
    """The articles of a WARC file; a record that cannot be read is told with its address and the rest is read."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource
    seen = 0
    entries = _Entries(source.limits.entries)
    stream: Any = _Forward(source.stream)
    try:
        for entry in ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="all"):
            seen += 1
            yield from _entry(entry, source, entries)
    except UnreadableError:
        raise
    except (OSError, EOFError, ValueError, RuntimeError) as error:
        yield from entries.left()
        raise UnreadableError(_damaged(seen, error)) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what the compiled reader raises is no Exception
            raise
        yield from entries.left()
        raise UnreadableError(_damaged(seen, error)) from None
    yield from entries.left()
    if not seen:
        raise UnreadableError("is a WARC file without responses that can be read")


class _Entries:
    """The entries of feeds, which wait for their pages: of the two only the page is an article.

    At most ``most`` wait; beyond that the one that has waited longest is taken for an article of its own.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._waiting: dict[str, Record] = {}
        self._pages: set[int] = set()

    def told(self, entry: Record) -> Iterator[Record]:
        """Let an entry wait; gives what need not or cannot wait."""
        if entry.url is None:
            yield entry
            return
        address = _address(entry.url)
        if hash(address) not in self._pages:
            self._waiting[address] = entry
        if len(self._waiting) > self._most:
            yield self._waiting.pop(next(iter(self._waiting)))

    def met(self, page: Record, url: str) -> Record:
        """A page, dated as its entry says where it has no date itself."""
        address = _address(url)
        self._pages.add(hash(address))
        entry = self._waiting.pop(address, None)
        if entry is not None and page.published is None:
            page.published = entry.published
        return page

    def left(self) -> Iterator[Record]:
        """The entries whose page did not come."""
        waiting, self._waiting = self._waiting, {}
        yield from waiting.values()


def _address(url: str) -> str:
    """A web address without what two addresses of one page may differ in."""
    return url.partition("://")[2].partition("#")[0].removeprefix("www.").rstrip("/") or url


class _Forward:
    """All that the WARC reader needs of a stream: to read on, and to know how far it is."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


def _damaged(seen: int, error: BaseException) -> str:
    return f"is damaged after {seen:,} records ({str(error)[:80]})"


def _entry(entry: Any, source: Input, entries: _Entries) -> Iterator[Record]:
    kind, charset = _content_type(entry)
    url = entry.headers.get("WARC-Target-URI") or source.name
    place = f"{source.place} ({url})"
    if entry.http_headers is not None and (entry.http_headers.status_code or 200) != 200:
        return
    if kind not in _PAGES and kind not in _FEEDS:
        return
    try:
        limit = source.limits.page_bytes
        data = entry.reader.read(limit + 1)
        if len(data) > limit:
            raise UnreadableError(f"is too large (over {limit:,} bytes)")
        if _is_cut_off(entry, data):
            raise UnreadableError("is cut off")
        if kind in _FEEDS:
            inside = msgspec.structs.replace(source, stream=io.BytesIO(data), place=place, name=url)
            for told in feeds.records(inside):
                yield from entries.told(told)
        else:
            yield entries.met(pages.record(data, url, source.limits, url=url, charset=charset), url)
    except UnreadableError as error:
        source.on_problem(Problem(place, error.what, remedy=error.remedy))


def _content_type(entry: Any) -> tuple[str, str | None]:
    declared = entry.http_content_type if entry.http_headers is not None else entry.headers.get("Content-Type")
    charset = entry.http_charset if entry.http_headers is not None else None
    return (declared or "").partition(";")[0].strip().lower(), charset


def _is_cut_off(entry: Any, data: bytes) -> bool:
    """Whether fewer bytes came than the HTTP response promised."""
    if entry.http_headers is None:
        return len(data) < int(entry.headers.get("Content-Length") or 0)
    if entry.http_headers.get("Content-Encoding") or entry.http_headers.get("Transfer-Encoding"):
        return False
    promised = entry.http_headers.get("Content-Length")
    return promised is not None and promised.isdigit() and len(data) < int(promised)
