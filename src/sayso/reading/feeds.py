"""RSS and Atom feeds and OPML lists.

In: the bytes of a feed. Out: a Record for each entry, its text the title and what the feed carries of the article. An
OPML list names feeds and holds no articles; `listed` gives their addresses.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.model import Source
from sayso.reading.pages import text_of
from sayso.reading.problems import UnreadableError
from sayso.reading.records import Input, Limits, Record

_DEEPEST = 200


def records(source: Input) -> Iterator[Record]:
    """The entries of a feed; raises UnreadableError for a feed with entities of its own, or without entries."""
    feed = _parsed(source.whole(source.limits.feed_bytes), source.limits)
    if not feed.entries:
        raise UnreadableError("is a feed without entries")
    address = feed.feed.get("link")
    outlet = Source(feed.feed.get("title") or None, address) if feed.feed.get("title") or address else None
    empty = 0
    for number, entry in enumerate(feed.entries, 1):
        title = text_of(entry.get("title", "")).replace("\n\n", " ") or None
        body = _body(entry)
        if not body and not title:
            empty += 1
            continue
        parts = [title, body] if title and not body.startswith(title) else [body or title]
        text = "\n\n".join(part for part in parts if part)
        if len(text) > source.limits.characters:
            source.problem(f"entry {number} of the feed is too long")
            continue
        yield Record(
            id=entry.get("id") or entry.get("link") or f"{source.name}:{number}",
            text=text,
            title=title,
            published=entry.get("published") or dict.get(entry, "updated"),
            source=outlet,
            url=entry.get("link"),
            language=_language(feed.feed.get("language")),
            credits=[entry["author"]] if entry.get("author") else [],
        )
    if empty:
        source.problem(f"has {empty:,} entries without text")


class Item(msgspec.Struct, frozen=True):
    """An entry of a feed as one that is watched needs it: ``mark`` changes when the feed says that the entry has."""

    id: str
    url: str
    mark: str
    published: str | None


def items(data: bytes, limits: Limits) -> list[Item]:
    """The entries of a feed that lead to a page, the oldest first; raises UnreadableError for what is no feed."""
    found: dict[str, Item] = {}
    for entry in _parsed(data, limits).entries:
        url = entry.get("link")
        if not url:
            continue
        id = entry.get("id") or url
        said = [entry.get("title", ""), entry.get("published", ""), dict.get(entry, "updated") or "", _body(entry)]
        mark = hashlib.blake2b("\n".join(said).encode("utf8", "replace"), digest_size=8).hexdigest()
        found.setdefault(id, Item(id, url, mark, entry.get("published") or None))
    return list(found.values())[::-1]


def _parsed(data: bytes, limits: Limits) -> Any:
    import feedparser

    refuse_entities(data)
    if data.count(b"<item") + data.count(b"<entry") > limits.entries:
        raise UnreadableError(f"is a feed of more than {limits.entries:,} entries")
    try:
        feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # the parser lets through whatever a damaged feed makes its parts raise
        raise UnreadableError(f"is a feed that cannot be parsed ({type(error).__name__})") from None
    if not feed.entries and not feed.get("version"):
        page = re.search(rb"<(?:!doctype html|html|body)\b", data[:5_000], re.IGNORECASE)
        raise UnreadableError("is a web page, not a feed" if page else "is a feed that cannot be parsed")
    return feed


def opml_records(source: Input) -> Iterator[Record]:
    """An OPML list has no articles: always raises UnreadableError, which says how many feeds it names."""
    count = len(listed(source.whole(source.limits.feed_bytes)))
    raise UnreadableError(f"is a list of {count:,} feeds and holds no articles", "fetch the feeds it names first")
    yield


def listed(data: bytes) -> list[str]:
    """The addresses of the feeds that an OPML list names, in its order."""
    return [
        address.strip()
        for outline in xml(data).iter()
        if local(outline.tag) == "outline" and (address := outline.get("xmlUrl"))
    ]


def xml(data: bytes) -> Any:
    """The root of an XML document; raises UnreadableError for entities of its own and for what is not well-formed."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise UnreadableError("defines XML entities of its own, which are not read") from None
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise UnreadableError(f"is not well-formed XML ({str(error)[:80]})") from None
    _refuse_deep(root)
    return root


def _refuse_deep(root: Any) -> None:
    """Raise UnreadableError when elements lie in one another deeper than any real file's."""
    left = [(root, 1)]
    while left:
        element, depth = left.pop()
        if depth > _DEEPEST:
            raise UnreadableError("is XML nested too deeply")
        left.extend((child, depth + 1) for child in element)


def local(tag: object) -> str:
    """An element's name without its namespace."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def refuse_entities(data: bytes) -> None:
    """Raise UnreadableError when a document type defines entities."""
    if re.search(rb"<!ENTITY", data[:1_000_000], re.IGNORECASE):
        raise UnreadableError("defines XML entities of its own, which are not read")


def _body(entry: Any) -> str:
    carried = [c.get("value", "") for c in entry.get("content", ())] + [entry.get("summary", "")]
    return max((text_of(part) for part in carried if part), key=len, default="")


def _language(value: str | None) -> str | None:
    code = (value or "").strip().lower()[:2]
    return code if len(code) == 2 and code.isalpha() else None
