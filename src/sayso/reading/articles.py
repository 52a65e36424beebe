"""From a text and what its metadata says to an Article: structure, publication time, credits and language.

In: a text, taken as it is, and any of id, title, publication time, source, address and language. Out: an Article whose
blocks cover the text. What metadata does not say is looked for in the text; what is not there stays None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from sayso.knowledge.outlets import country_at, host_of, outlet_at, outlet_named
from sayso.model import Article, Block, Dateline, Source, Span
from sayso.reading import dates
from sayso.reading.blocks import PARAGRAPH, blocks
from sayso.reading.credits import credited, named
from sayso.reading.date_shapes import Stamp
from sayso.reading.datelines import Opening
from sayso.reading.languages import language as language_of
from sayso.reading.sighted import sighted

_YEARED = re.compile(r"(?:19|20)\d\d|['’-]\d\d|\d[/.]\d\d?[/.]\d\d")  # only a date with a year is one of publication
_LABEL = re.compile(r"(?:title|headline|subject)\s*:\s*(?:(?:fwd?|re)\s*:\s*)*", re.IGNORECASE)
_EDITION = re.compile(r"\s*\([\w ,.]{2,40}\)$")
_HEAD = 8  # blocks among which a title is looked for
_PARAGRAPHS, _FOOT = 3, 6  # paragraphs down to which dates are looked for, and blocks at the foot
_DATED = frozenset(["date", "byline", "credit", "furniture"])
_FILED_BEFORE = 31  # days between a report's dateline and its publication


def article(
    text: str,
    *,
    id: str,
    title: str | None = None,
    published: str | None = None,
    fallback: dates.Moment | None = None,
    source: Source | None = None,
    url: str | None = None,
    language: str | None = None,
    credits: Sequence[str] = (),
) -> Article:
    """An Article over exactly ``text``.

    ``published`` is what the input's metadata gives, ``fallback`` a date that the user gives for inputs without one;
    the text is searched only where neither is a date; ``credits`` are names that metadata credits.
    """
    seen = sighted(text)
    found, openings = blocks(text, seen, title)
    credited_all = _credits(credits, credited(text, found, seen))
    titles = _titles(text, found)
    source = source or _source_at(url)
    masthead = _masthead(titles)
    if masthead is not None:
        source = source or Source(masthead[1])
        titles.pop(masthead[0])
    country = _country(source, url)
    when = (dates.normal(published, country) if published else None) or fallback
    if when is None:
        when = published_in(text, found, [o for _, o in openings], country or _country_of(credited_all))
    if title is None:
        title = _title(titles)
    return Article(
        id=id,
        text=text,
        title=title,
        published=when.value if when else None,
        precision=when.precision if when else None,
        offset_inferred=when.inferred if when else False,
        source=source,
        url=url,
        language=language or language_of(text),
        credits=credited_all,
        dateline=next(filter(None, (_dateline(text, at, o, when) for at, o in openings)), None),
        blocks=found,
    )


def _credits(given: Sequence[str], found: list[str]) -> list[str]:
    """The outlets that the names of metadata tell, then those that the text credits."""
    if not given:
        return found
    line = " | ".join(given)
    return list(dict.fromkeys([*(outlet.name for _, _, outlet in named(line, sighted(line))), *found]))


def _titles(text: str, found: list[Block]) -> list[str]:
    """The lines at the head that are titles, without their labels and marks."""
    titles = []
    for block in found[:_HEAD]:
        if block.kind == "title":
            title = text[block.start : block.end].lstrip("# ")
            label = _LABEL.match(title) if ":" in title else None
            title = " ".join(title[label.end() if label else 0 :].split())
            titles.append(title[1:-1] if title[:1] in '"*_' and title[:1] == title[-1:] else title)
        elif block.kind == "body" and block.end - block.start > PARAGRAPH:
            break
    return titles


def _title(titles: list[str]) -> str | None:
    """The first title of some words; a section's or paper's name only where there is none."""
    return next((title for title in titles if title.count(" ") >= 3), titles[0] if titles else None)


def _masthead(titles: list[str]) -> tuple[int, str] | None:
    """The outlet whose name stands alone over or under the title, and where: "The Guardian (London)" in press archives."""
    found = ((n, outlet_named(_EDITION.sub("", title))) for n, title in enumerate(titles) if len(titles) > 1)
    return next(((n, outlet.name) for n, outlet in found if outlet is not None), None)


def published_in(
    text: str, found: list[Block], openings: list[Opening], country: str | None = None
) -> dates.Moment | None:
    """The publication time that the text itself gives; None where it gives none.

    A date marked as published comes before one without a mark, and that before one marked as updated; of two that
    name the same day the more exact counts. Only lines at the head of the text count, marked ones also at its foot.
    """
    stamps = list(_stamps(text, found))
    days = [opening.day for opening in openings if opening.day and opening.day.days]
    if not stamps and not days:
        return None
    places = _places(openings)
    candidates: list[tuple[int, dates.Moment]] = []
    for stamp in stamps:
        at = dates.moment(stamp, country, places)
        if at is not None and stamp.label != "other":
            candidates.append(({"published": 0, None: 1, "updated": 2}[stamp.label], at))
    for day in days:
        at = dates.moment(day, country, places)
        if at is not None:
            candidates.append((3, at))
    if not candidates:
        return None
    rank, first = min(candidates, key=lambda c: c[0])
    if first.precision != "day":
        return first
    same_day = [at for r, at in candidates if at.value[:10] == first.value[:10] and r <= max(rank, 1)]
    return max(same_day, key=lambda at: len(at.value), default=first)


def _dateline(text: str, start: int, opening: Opening, published: dates.Moment | None) -> Dateline | None:
    """An opening as the article keeps it; None for one that names an agency alone."""
    if opening.place is None and opening.day is None:
        return None
    end = start + len(text[start : start + opening.end].rstrip())
    at = text.find(opening.place, start, end) if opening.place else -1
    place = Span(at, at + len(opening.place)) if opening.place and at >= 0 else None
    return Dateline(start, end, place, _filed(opening.day, published) if opening.day else None)


def _filed(day: Stamp, published: dates.Moment | None) -> str | None:
    """A dateline's day; where no year stands there, that of the latest such day up to a month before publication."""
    if day.days:
        return day.days[0].isoformat() if len(day.days) == 1 else None
    if day.of_year is None:
        return None
    if published is not None:
        told = date.fromisoformat(published.value[:10])
        for year in (told.year + 1, told.year, told.year - 1):
            with suppress(ValueError):
                if -1 <= (told - date(year, *day.of_year)).days <= _FILED_BEFORE:
                    return date(year, *day.of_year).isoformat()
    month, of_month = day.of_year
    return f"XXXX-{month:02}-{of_month:02}"


def _stamps(text: str, found: list[Block]) -> Iterator[Stamp]:
    """The dates down to the third paragraph, and in the last blocks those that a date line has with its year or a label."""
    head = _head(found)
    for at in (*range(head), *range(max(head, len(found) - _FOOT), len(found))):
        block = found[at]
        if block.kind in _DATED and _YEARED.search(text, block.start, block.end):
            for stamp in dates.stamps(text[block.start : block.end][:300]):
                alone = block.kind == "date" and (at < head or bool(stamp.days))
                if alone or stamp.label is not None:
                    yield stamp


def _head(found: list[Block]) -> int:
    """How many blocks there are down to the third paragraph."""
    paragraphs = 0
    for at, block in enumerate(found, 1):
        if block.kind == "body" and block.end - block.start > PARAGRAPH:
            paragraphs += 1
            if paragraphs == _PARAGRAPHS:
                return at
    return len(found)


def _places(openings: list[Opening]) -> frozenset[str]:
    named = [part.strip().casefold() for d in openings if d.place for part in d.place.replace("/", ",").split(",")]
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
