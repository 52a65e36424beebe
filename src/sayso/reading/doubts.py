"""Publication dates that cannot be right: in the future, before newspapers, or far from what the text's date line or the address gives.

In: an Article as it was read, and today's date. Out: what speaks against its publication date, in words. A date in doubt is worse than
none, since every "on Friday" would be counted from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sayso.model import Article
from sayso.reading import dates

_AHEAD = timedelta(days=2)
"""No zone is further ahead of another, with a day for clocks that are wrong."""
_EARLIEST = date(1600, 1, 1)
"""There were no newspapers before."""
_APART = timedelta(days=60)
"""Pages are reprinted and corrected for weeks; more apart is another date."""
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12]\d|3[01]))?(?=[/.-]|$)")
_HEAD = 3


def doubt(article: Article, today: date) -> str | None:
    """What speaks against the article's publication date; None when nothing does or there is none."""
    given = _day(article.published)
    if given is None:
        return None
    if given > today + _AHEAD:
        return f"the publication date {given} lies in the future"
    if given < _EARLIEST:
        return f"the publication date {given} lies before there were newspapers"
    in_address = _in_address(article.url)
    if in_address is not None and abs(in_address - given) > _APART:
        return f"the publication date {given} is far from the date in its address, {in_address:%Y-%m}"
    in_text = list(_in_text(article))
    if in_text and all(abs(day - given) > _APART for day in in_text):
        return f"the publication date {given} is far from the date that its text gives, {in_text[0]}"
    return None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _in_address(url: str | None) -> date | None:
    found = _IN_ADDRESS.search(url or "")
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3] or 15))
    except ValueError:
        return None


def _in_text(article: Article) -> Iterator[date]:
    """The days of the date lines at the head of the text, other than those of updates."""
    body = 0
    for block in article.blocks:
        body += block.kind == "body"
        if body >= _HEAD:
            return
        if block.kind == "date":
            for stamp in dates.stamps(article.text[block.start : block.end][:300]):
                moment = dates.moment(stamp)
                if moment is not None and stamp.label in (None, "published") and (day := _day(moment.value)):
                    yield day
