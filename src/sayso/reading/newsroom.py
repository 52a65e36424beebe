"""The newsroom's own formats: NITF, NewsML-G2 and IPTC ninjs (and JSON files that hold articles in other shapes).

In: one file. Out: a Record for each item: headline, byline, dateline and paragraphs as the text, and the item's own
time, source and credit. Entities that a file defines, and external ones, are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.model import Source
from sayso.reading.feeds import local, xml
from sayso.reading.jsonl import from_fields
from sayso.reading.pages import text_of
from sayso.reading.plain import SPLIT, too_long
from sayso.reading.problems import UnreadableError
from sayso.reading.records import Input, Record


def nitf_records(source: Input) -> Iterator[Record]:
    """The article of an NITF file."""
    yield _nitf(xml(source.whole(source.limits.page_bytes)), source)


def newsml_records(source: Input) -> Iterator[Record]:
    """The news items of a NewsML-G2 file, alone or in a message; items without text (pictures) are passed over."""
    root = xml(source.whole(source.limits.feed_bytes))
    items = [root] if local(root.tag) == "newsItem" else [e for e in root.iter() if local(e.tag) == "newsItem"]
    found = 0
    for number, item in enumerate(items, 1):
        record = _news_item(item, source, number)
        if record is not None:
            found += 1
            yield record
    if not found:
        raise UnreadableError("is NewsML without a text item")


def json_records(source: Input) -> Iterator[Record]:
    """The articles of a JSON file: ninjs, a JSON feed, or one object or a list of objects with a ``text``."""
    data = source.whole(max(source.limits.line_bytes, source.limits.feed_bytes))
    try:
        value = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(f"is not valid JSON ({str(error)[:80]})") from None
    listed = isinstance(value, list)
    if isinstance(value, dict) and isinstance(value.get("items"), list) and "text" not in value:
        value, listed = value["items"], True
    for number, item in enumerate(value if listed else [value], 1):
        try:
            yield _json_item(item, source, number if listed else None)
        except UnreadableError as error:
            source.problem(f"item {number} {error.what}" if listed else error.what, error.remedy)


def _json_item(item: Any, source: Input, number: int | None) -> Record:
    if not isinstance(item, dict):
        raise UnreadableError("is not a JSON object")
    name = source.name if number is None else f"{source.name}:{number}"
    if "text" in item:
        return from_fields(item, name, source.limits)
    body = _ninjs_body(item)
    headline = _one(item.get("headline")) or _ninjs_first(item.get("headlines")) or _one(item.get("title"))
    if not body:
        raise UnreadableError('has neither a "text" nor a ninjs body')
    byline = _one(item.get("byline"))
    return _record(
        source,
        id=_one(item.get("uri")) or _one(item.get("id")) or name,
        parts=[headline, _by(byline), body],
        title=headline,
        published=next(filter(None, (_one(item.get(f)) for f in _NINJS_DATES)), None),
        outlet=_one(item.get("source")) or _ninjs_source(item),
        url=_one(item.get("url")),
        language=_one(item.get("language")),
        credits=[c for c in (_one(item.get("creditline")), byline, _one(item.get("source"))) if c],
    )


_NINJS_DATES = (
    "firstpublished",
    "firstPublished",
    "datepublished",
    "date_published",
    "firstcreated",
    "firstCreated",
    "contentcreated",
    "contentCreated",
    "versioncreated",
    "versionCreated",
    "versionDate",
)


def _ninjs_body(item: dict[str, Any]) -> str:
    for field in ("body_text", "content_text"):
        if text := _one(item.get(field)):
            return text
    for field in ("body_xhtml", "body_html", "body", "content_html"):
        if markup := _one(item.get(field)):
            return text_of(markup)
    bodies = item.get("bodies")
    for body in bodies if isinstance(bodies, list) else []:
        value = _one(body.get("value")) if isinstance(body, dict) else None
        if value:
            return value if "plain" in str(body.get("contentType", body.get("contenttype", ""))) else text_of(value)
    return ""


def _ninjs_first(values: Any) -> str | None:
    for value in values if isinstance(values, list) else []:
        if isinstance(value, dict) and (text := _one(value.get("value"))):
            return text
    return None


def _ninjs_source(item: dict[str, Any]) -> str | None:
    sources = item.get("infosources") or item.get("infosource")
    for source in sources if isinstance(sources, list) else []:
        if isinstance(source, dict) and (name := _one(source.get("name"))):
            return name
    return None


def _one(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _nitf(root: Any, source: Input) -> Record:
    headline = _said(root, "hl1") or _said(root, "title")
    contents = [e for e in root.iter() if local(e.tag) == "body.content"]
    paragraphs = [p for content in contents for p in _paragraphs(content)]
    if not paragraphs:
        raise UnreadableError("is NITF without a text")
    identity = _first(root, "doc-id")
    issued = _first(root, "date.issue")
    publication = _first(root, "pubdata")
    distributor = _said(root, "distributor")
    outlet = (publication.get("name") if publication is not None else None) or distributor
    issue = issued.get("norm") if issued is not None else None
    printed = publication.get("date.publication") if publication is not None else None
    return _record(
        source,
        id=(identity.get("id-string") if identity is not None else None) or source.name,
        parts=[headline, _by(_said(root, "byline")), "\n\n".join(_after_dateline(_said(root, "dateline"), paragraphs))],
        title=headline,
        published=issue or printed,
        outlet=outlet,
        url=publication.get("ex-ref") if publication is not None else None,
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        credits=[c for c in (_said(root, "byline"), distributor, _said(root, "copyrite.holder")) if c],
    )


def _news_item(item: Any, source: Input, number: int) -> Record | None:
    content = _first(item, "contentSet")
    if content is None:
        return None
    paragraphs: list[str] = []
    for part in content:
        kind = local(part.tag)
        if kind == "inlineXML":
            bodies = [e for e in part.iter() if local(e.tag) in ("body.content", "body")] or [part]
            paragraphs.extend(_paragraphs(bodies[-1]))
        elif kind == "inlineData" and "html" in (part.get("contenttype") or ""):
            paragraphs.extend(text_of(part.text or "").split("\n\n"))
        elif kind == "inlineData" and (part.get("contenttype") or "text").startswith("text"):
            paragraphs.extend(p.strip() for p in (part.text or "").split("\n\n") if p.strip())
    if not paragraphs:
        return None
    headline = _said(item, "headline") or _said(item, "hl1")
    provider = _first(item, "provider")
    named = (_said(provider, "name") or provider.get("literal")) if provider is not None else None
    by = _said(item, "by")
    language = _first(item, "language")
    return _record(
        source,
        id=item.get("guid") or f"{source.name}:{number}",
        parts=[headline, _by(by), "\n\n".join(_after_dateline(_said(item, "dateline"), paragraphs))],
        title=headline,
        published=_said(item, "firstCreated") or _said(item, "contentCreated") or _said(item, "versionCreated"),
        outlet=named,
        url=None,
        language=language.get("tag") if language is not None else None,
        credits=[c for c in (_said(item, "creditline"), by, named) if c],
    )


def _record(
    source: Input,
    *,
    id: str,
    parts: list[str | None],
    title: str | None,
    published: str | None,
    outlet: str | None,
    url: str | None,
    language: str | None,
    credits: list[str],
) -> Record:
    text = "\n\n".join(part for part in parts if part)
    if len(text) > source.limits.characters:
        raise UnreadableError(too_long(f"{len(text):,} characters", source.limits), SPLIT)
    code = (language or "").lower()[:2]
    return Record(
        id=id,
        text=text,
        title=title,
        published=published,
        source=Source(outlet) if outlet else None,
        url=url,
        language=code if len(code) == 2 else None,
        credits=credits,
    )


def _by(byline: str | None) -> str | None:
    return byline if byline is None or byline.lower().startswith("by ") else f"By {byline}"


def _after_dateline(dateline: str | None, paragraphs: list[str]) -> list[str]:
    """The paragraphs with the dateline put before the first, unless it is there already."""
    if not dateline or paragraphs[0].startswith(dateline):
        return paragraphs
    joint = "" if dateline.rstrip().endswith(("-", "–", "—", ":")) else " -"
    return [f"{dateline}{joint} {paragraphs[0]}", *paragraphs[1:]]


def _paragraphs(element: Any) -> list[str]:
    found = [_text(e) for e in element.iter() if local(e.tag) in ("p", "hl2", "li")]
    return [p for p in found if p] or [p for p in [_text(element)] if p]


def _first(element: Any, name: str) -> Any:
    return next((e for e in element.iter() if local(e.tag) == name), None)


def _said(element: Any, name: str) -> str | None:
    found = _first(element, name)
    return (_text(found) or None) if found is not None else None


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
