"""Web pages: the article's text from the page's HTML, and what its metadata says.

In: the bytes of a page. Out: one Record whose text is the title and the body's paragraphs, each a paragraph of its own.
The body is trafilatura's; title, time, outlet and authors come from JSON-LD, OpenGraph and ``<time>``, and only where
none of these has a date, and no date line of the text, from htmldate's search. The page is parsed once for all of them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec

from sayso.knowledge.outlets import country_at
from sayso.model import Source
from sayso.reading import dates
from sayso.reading.plain import SPLIT, too_long
from sayso.reading.problems import UnreadableError
from sayso.reading.records import Input, Limits, Record

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]{2,30})")
# references to control characters, which no tree of XML may hold
_CONTROL = re.compile(
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])(?![0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01])(?!\d));?", re.IGNORECASE
)
_ARTICLE_TYPES = re.compile(r"Article|Report|Posting|NewsItem")


class Metadata(msgspec.Struct):
    """What a page says of itself, each field from the first place that has it."""

    title: str | None = None
    published: str | None = None
    modified: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    authors: list[str] = []


def records(source: Input) -> Iterator[Record]:
    """The one article of a page; raises UnreadableError when the page has none."""
    yield record(
        source.whole(source.limits.page_bytes), source.name, source.limits, url=source.url, charset=source.charset
    )


def record(data: bytes, name: str, limits: Limits, *, url: str | None = None, charset: str | None = None) -> Record:
    """The article of a page's bytes; ``charset`` is what the server said, ``url`` where the page was found."""
    from trafilatura import bare_extraction

    tree = _tree(decoded(data, charset))
    if tree is None:
        raise UnreadableError("is a page that cannot be parsed")
    if tree.xpath("count(//*)") > limits.elements:
        raise UnreadableError(f"is a page of more than {limits.elements:,} elements")
    found = metadata(tree, url)
    _lighten(tree)
    body = _body(bare_extraction, tree)
    if not body:
        raise UnreadableError("is a page without an article's text")
    title = found.title
    paragraphs = [line for line in (raw.strip() for raw in body.splitlines()) if line]
    if title and (not paragraphs or paragraphs[0].casefold() != title.casefold()):
        paragraphs.insert(0, title)
    text = "\n\n".join(paragraphs)
    if len(text) > limits.characters:
        raise UnreadableError(too_long(f"{len(text):,} characters", limits), SPLIT)
    address = url or found.url
    return Record(
        id=url or name,
        text=text,
        title=title,
        published=found.published or _date_of_last_resort(tree, paragraphs, address, found),
        source=Source(found.outlet, None) if found.outlet and not address else None,
        url=address,
        language=found.language,
        credits=found.authors,
    )


def decoded(data: bytes, charset: str | None = None) -> str:
    """The page's text: valid UTF-8 is UTF-8 whatever is declared, else the declared charset, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(data[:4096]) or _XML_CHARSET.match(data[:200])
    for name in (declared[1].decode("ascii", "replace") if declared else None, charset):
        if name and name.lower() not in ("utf-8", "utf8"):
            try:
                return data.decode(name, "replace")
            except LookupError:
                continue
    return data.decode("cp1252", "replace")


def text_of(markup: str) -> str:
    """The text of a fragment of HTML, with an empty line between its paragraphs."""
    from lxml import etree
    from lxml.html import fromstring

    if "<" not in markup:
        return "\n\n".join(
            " ".join(part.split()) for part in re.split(r"\n\s*\n", html.unescape(markup)) if part.strip()
        )
    try:
        tree = fromstring(f"<div>{markup}</div>")
    except (etree.LxmlError, ValueError):
        return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            if element.tag in _BLOCKS:
                pieces.append("\n\n")
            if element.tag not in ("script", "style", "template"):
                pieces.append(element.text or "")
        else:
            if event == "end" and element.tag in _BLOCKS:
                pieces.append("\n\n")
            pieces.append(element.tail or "")
    lines = (" ".join(part.split()) for part in re.split(r"\n\n+", "".join(pieces)))
    return "\n\n".join(line for line in lines if line)


_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "section",
        "article",
        "tr",
        "table",
        "figure",
        "figcaption",
        "header",
        "footer",
        "hl2",
    ]
)


def metadata(tree: Any, url: str | None = None) -> Metadata:
    """What a parsed page says of itself in JSON-LD, meta elements and ``<time>``; dates as they are written there."""
    said = _said(tree)
    found = Metadata(url=_address(tree, said))
    country = country_at(url or found.url or "")
    for item in _json_ld(tree):
        _add_json_ld(found, item, country)
    _add_meta(found, said, country)
    for element in tree.iter("time"):
        value = element.get("datetime") or element.text_content()
        if found.published is None and value and (when := _date(value, country)) is not None:
            found.published = when
            break
    heading = next((h for h in tree.iter("h1") if h.text_content().strip()), None)
    if found.title is None and heading is not None:
        found.title = heading.text_content()
    if found.title is None and (named := tree.find(".//head/title")) is not None:
        found.title = named.text_content()
    found.title = " ".join(html.unescape(found.title).split())[:500] or None if found.title else None
    language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip().lower()
    found.language = language[:2] if re.fullmatch(r"[a-z]{2}(?:[-_]\w+)*", language) else None
    return found


def _json_ld(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            value = msgspec.json.decode((script.text or "").strip().strip(";"), strict=False)
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            continue
        yield from _objects(value)


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for one in value[:50]:
            yield from _objects(one, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        named = " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)
        if _ARTICLE_TYPES.search(named):
            yield value
        yield from _objects(value.get("@graph"), depth + 1)


def _add_json_ld(found: Metadata, item: dict[str, Any], country: str | None) -> None:
    found.title = found.title or _text(item.get("headline"))
    found.published = found.published or _date(item.get("datePublished"), country)
    found.published = found.published or _date(item.get("dateCreated"), country)
    found.modified = found.modified or _date(item.get("dateModified"), country)
    found.outlet = found.outlet or next(_names(item.get("publisher")), None)
    found.authors.extend(name for name in _names(item.get("author")) if name not in found.authors)


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = _text(one.get("name")) if isinstance(one, dict) else _text(one)
        if name:
            yield name


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _date(value: Any, country: str | None) -> str | None:
    """The value as it stands, where it is a date; articles.py makes a time of it."""
    return value if isinstance(value, str) and dates.normal(value, country) is not None else None


_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date.issued",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publication_date",
    "pubdate",
    "article.published",
    "cxenseparse:recs:publishtime",
    "dc.date",
    "dcterms.date",
    "date",
    "rnews:datepublished",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified")


def _said(tree: Any) -> dict[str, str]:
    """The first content of each meta element, by its name in lower case."""
    said: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            said.setdefault(name.strip().lower(), content.strip())
    return said


def _address(tree: Any, said: dict[str, str]) -> str | None:
    canonical = (e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical")
    url = said.get("og:url") or next(canonical, None)
    return url if url and url.startswith(("http://", "https://")) else None


def _add_meta(found: Metadata, said: dict[str, str], country: str | None) -> None:
    found.title = said.get("og:title") or found.title or said.get("twitter:title")
    found.published = found.published or _first_date(said, _PUBLISHED, country)
    found.modified = found.modified or _first_date(said, _MODIFIED, country)
    found.outlet = said.get("og:site_name") or found.outlet
    if author := said.get("author") or said.get("byl"):
        found.authors.append(author)


def _first_date(said: dict[str, str], names: Iterable[str], country: str | None) -> str | None:
    return next((d for name in names if (d := _date(said.get(name), country)) is not None), None)


def _tree(text: str) -> Any:
    """The page's root element; None where it cannot be parsed."""
    from lxml import etree
    from lxml.html import fromstring
    from trafilatura.utils import repair_faulty_html

    head = text[:50].lower()
    if "&#" in text:
        text = _CONTROL.sub("", text)
    text = repair_faulty_html(text, head)
    try:
        try:
            tree = fromstring(text, parser=_parser())
        except ValueError:  # a text with an encoding declaration
            tree = fromstring(text.encode("utf-8", "surrogatepass"), parser=_parser())
    except (etree.LxmlError, ValueError, RecursionError):
        return None
    return tree if "html" in head or len(tree) > 1 else None


@cache
def _parser() -> Any:
    """A parser like trafilatura's, whose elements are all of one class, so that none is looked up in Python."""
    from lxml import etree
    from lxml.html import HtmlElement, HTMLParser

    parser = HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    return parser


_NO_TEXT = (
    "style",
    "noscript",
    "svg",
    "iframe",
    "nav",
    "footer",
    "select",
    "button",
    "template",
    "object",
    "canvas",
    "link",
)


def _lighten(tree: Any) -> None:
    """Take out what never holds an article's text, so that the many searches for it pass over fewer elements."""
    from lxml import etree

    etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
    for script in list(tree.iter("script")):
        if "json" not in (script.get("type") or ""):  # in some pages the text stands only there
            script.drop_tree()


def _body(extract: Any, tree: Any) -> str:
    try:
        found = extract(tree, include_comments=False, include_tables=False, with_metadata=False, as_dict=False)
    except Exception:  # whatever a page does to the extractor, the other inputs are read
        return ""
    return (found.text or "") if found is not None else ""


def _date_of_last_resort(tree: Any, paragraphs: list[str], url: str | None, found: Metadata) -> str | None:
    """A date from around the article or its address where no metadata has one; the modified date only after these.

    A date that the article's own sentences name is what they tell of, and no publication date; a guess at which number of
    05/06/2018 is the month is none either.
    """
    from htmldate import find_date

    for line in paragraphs[:6]:
        if dates.is_date_line(line):
            return None
    try:
        when = find_date(tree, extensive_search=False, original_date=True, url=url, outputformat="%Y-%m-%d")
    except Exception:  # as above
        when = None
    told = {day.isoformat() for line in paragraphs for stamp in dates.stamps(line) for day in stamp.days}
    written = (stamp for value in _said(tree).values() for stamp in dates.stamps(value[:120]))
    told |= {day.isoformat() for stamp in written if len(stamp.days) > 1 for day in stamp.days}
    return when if when and when not in told else found.modified
