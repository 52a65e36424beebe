"""From a text and what its metadata says to an Article: structure, publication time, credits and language.

In: a text, taken as it is, and any of id, title, publication time, source, address and language. Out: an Article whose
blocks cover the text. What metadata does not say is looked for in the text; what is not there stays None.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.knowledge.outlets import country_at, host_of, outlet_at, outlet_named
from sayso.model import Article, Block, Source
from sayso.reading import dates
from sayso.reading.blocks import blocks
from sayso.reading.credits import credited, named
from sayso.reading.datelines import Dateline
from sayso.reading.languages import language as language_of


def article(
    text: str,
    *,
    id: str,
    title: str | None = None,
    published: str | None = None,
    fallback: str | None = None,
    source: Source | None = None,
    url: str | None = None,
    language: str | None = None,
    credits: Sequence[str] = (),
) -> Article:
    """An Article over exactly ``text``.

    ``published`` is what the input's metadata gives, ``fallback`` a date that the user gives for inputs without one;
    the text is searched only where neither is a date; ``credits`` are names that metadata credits.
    """
    found, datelines = blocks(text, title)
    given = [outlet.name for _, _, outlet in named(" | ".join(credits))] if credits else []
    credits = list(dict.fromkeys([*given, *credited(text, found)]))
    source = source or _source_at(url)
    country = _country(source, url)
    when = (dates.normal(published, country) if published else None) or fallback
    if when is None:
        when = published_in(text, found, datelines, country or _country_of(credits))
    if title is None:
        title = next((text[b.start : b.end] for b in found[:6] if b.kind == "title"), None)
        title = " ".join(title.lstrip("# ").split()) if title else None
    return Article(
        id=id,
        text=text,
        title=title,
        published=when,
        source=source,
        url=url,
        language=language or language_of(text),
        credits=list(credits),
        blocks=found,
    )


def published_in(text: str, found: list[Block], datelines: list[Dateline], country: str | None = None) -> str | None:
    """The publication time that the text itself gives, in ISO 8601; None where it gives none.

    A date marked as published comes before one without a mark, and that before one marked as updated; of two that
    name the same day the more exact counts. Only lines at the head of the text count, marked ones also at its foot.
    """
    places = _places(datelines)
    candidates: list[tuple[int, str]] = []
    for stamp in _stamps(text, found):
        at = dates.moment(stamp, country, places)
        if at is not None and stamp.label != "other":
            candidates.append(({"published": 0, None: 1, "updated": 2}[stamp.label], at.value))
    for dateline in datelines:
        at = dates.moment(dateline.day, country, places) if dateline.day else None
        if at is not None:
            candidates.append((3, at.value))
    if not candidates:
        return None
    first = min(candidates, key=lambda c: c[0])
    same_day = [value for rank, value in candidates if value[:10] == first[1][:10] and rank <= max(first[0], 1)]
    if len(first[1]) == 10:
        return max(same_day, key=len, default=first[1])
    return first[1]


def _stamps(text: str, found: list[Block]) -> Iterator[dates.Stamp]:
    paragraphs = 0
    feet = {id(b) for b in found[-6:]}
    for block in found:
        if block.kind == "body":
            paragraphs += 1
            continue
        if block.kind not in ("date", "byline", "credit", "furniture"):
            continue
        if paragraphs <= 2 or id(block) in feet:
            for stamp in dates.stamps(text[block.start : block.end][:300]):
                if (block.kind == "date" and paragraphs <= 2) or stamp.label is not None:
                    yield stamp


def _places(datelines: list[Dateline]) -> frozenset[str]:
    named = [part.strip().casefold() for d in datelines if d.place for part in d.place.replace("/", ",").split(",")]
    return frozenset(named)


def _source_at(url: str | None) -> Source | None:
    if not url:
        return None
    host = host_of(url)
    outlet = outlet_at(host)
    return Source(outlet.name if outlet else host, f"https://{host}") if host else None


def _country(source: Source | None, url: str | None) -> str | None:
    for address in (url, source.url if source else None):
        if address and (country := country_at(address)) is not None:
            return country
    outlet = outlet_named(source.name) if source and source.name else None
    return outlet.code if outlet else None


def _country_of(credits: list[str]) -> str | None:
    """The one country that the credited outlets come from."""
    codes = {outlet.code for name in credits if (outlet := outlet_named(name)) is not None and outlet.kind != "agency"}
    return codes.pop() if len(codes) == 1 else None
