"""Datelines: the place, day and agency that open a report ("KABUL, Oct 14 (Reuters) - ...").

In: the first words of a paragraph. Out: an `Opening` with its extent, or None. A dateline's day is no publication time
unless it gives a year.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from sayso.knowledge.outlets import outlet_named
from sayso.reading import dates
from sayso.reading.date_shapes import Stamp, first_day

_CUT = re.compile(r"[-–—―_:](?:(?<=[–—―])\s*|(?<=-)-+\s*|(?<=_)\s+|(?<=\s-)(?:\s+|(?=[A-Z\"“]))|(?<=:)\s+)")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]$")
_CREDIT = re.compile(r"[:,/|–—―-]\s*([A-Z][\w /&.-]{1,30})$")
_WEEKDAY = re.compile(r"[\s,]+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_YEAR_AFTER = re.compile(r"[\s,.]*(?:19|20)\d\d[\s,.]*")
_CLOSED = re.compile(r"(?:[^.!?\n]|\.(?=\s[\d(]|[A-Z]\.)){0,80}?\(([A-Z][\w /&.-]{1,40})\)(?=[\s.]|$)")
_PLACE = re.compile(r"[A-Z][\w.'’-]*(?:[ /][\w.'’-]+){0,4}(?:,\s*[A-Z][\w.'’-]*(?:[ ][\w.'’-]+){0,3}){0,3}")
_COUNTRY_AFTER = re.compile(r"\s*\(([A-Z][\w .'’-]+)\)$")  # "La Paz (Bolivia), 3 June (EFE)"
_SHOUTED = re.compile(
    r"([A-Z][A-Z'’-]{3,}(?:[ /][A-Z][A-Z'’-]{2,}){0,3}(?:, [A-Z][a-z]+)?) ([A-Z](?:[a-z]+|\.S\.)?)(?= )"
)
_MARKED = re.compile(r"(\*{1,3}|_{1,2})([^*_\n]{2,80})\1")
_SLASHED = re.compile(
    r"([A-Z][^/.!?\n]{2,50}?(?:[A-Z][a-z]{2,4}\. \d{1,2})?)[.,]? ?/([A-Z][\w -]{1,20})/[.:]?(?:\s*[-–—])*\s+"
)
_ABBREVIATED = re.compile(r"\w\.\w+\.$")
_AND = re.compile(r"[/,&|]| and |(?<=[A-Z])-(?=[A-Z])")
_BARE = frozenset({":", "-", "–", "—", "―", "--"})
_LONGEST = 120
_LINE = 60  # the narrowest column that texts are wrapped to
_SEEN = 200
_TOWN = 100_000
_LONGEST_PLACE = 40


class Opening(msgspec.Struct, frozen=True):
    """What a paragraph opens with; ``end`` is the offset in it where the report itself begins."""

    end: int
    place: str | None
    day: Stamp | None
    credit: str | None


@cache
def _openers() -> frozenset[str]:
    return frozenset(dates.settings()["dateline"]["openers"])


def _is_bare(found: Opening, opening: str) -> bool:
    """Whether nothing but a town's name in small letters, or a label's colon, says that this is a dateline ("Khartoum - ", "SYRIA: ")."""
    label = opening[: found.end].rstrip().endswith(":")
    return found.credit is None and found.day is None and (label or not opening[: found.end].isupper())


def _runs_on(rest: str) -> bool:
    """Whether a sentence follows, and no headline's few words or an aside."""
    line, _, below = rest.partition("\n")
    after = below.partition("\n")[0].rstrip()
    if len(line) < _LINE and line.rstrip()[-1:].isalnum() and len(after) < _LINE and after[-1:] != ".":
        return False
    opens = rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in "\"“‘'"
    return opens and (len(rest) > _LONGEST or re.search(r"[.!?]", rest) is not None)


def _is_town(name: str, country: bool = True, small: bool = False) -> bool:
    """Whether a name is a capital's or a town's of some size or ``small`` too, or a ``country``'s."""
    from sayso.knowledge.gazetteer import gazetteer

    known = gazetteer().lookup(name)
    if not known or (known[0].is_country and not country):
        return False
    return known[0].is_country or known[0].feature == "PPLC" or known[0].population >= (1 if small else _TOWN)


@cache
def _not_places() -> frozenset[str]:
    return frozenset(dates.settings()["dateline"]["not_places"])


def place_alone(line: str) -> str | None:
    """The place that a line names, when it names a town of some size and nothing else ("Kabul, Afghanistan")."""
    place = line.rstrip(" ,")
    named = len(place) <= _LONGEST_PLACE and _PLACE.fullmatch(place) is not None
    return place if named and _is_town(place.partition(",")[0], country=False) else None


def dateline_at(text: str, start: int) -> Opening | None:
    """The dateline with which a paragraph of a text opens; what stands far behind it makes no difference."""
    return _remembered(text[start : start + _SEEN])


def dateline(paragraph: str) -> Opening | None:
    """The dateline that a paragraph opens with."""
    opening = paragraph[:_LONGEST]
    first = opening[:1]
    if first in ("*", "_") and (marked := _MARKED.match(opening)) is not None:
        return _without_marks(paragraph, marked)
    if not (first.isupper() or first == "("):
        return None
    cut = _CUT.search(opening)
    while cut is not None:
        found = _read(opening[: cut.start()], cut.end(), cut[0].strip())
        if found is not None and _is_bare(found, opening) and not _runs_on(paragraph[found.end :]):
            return None
        if found is not None:
            return found if found.credit else _with_agency(found, opening)
        if cut.start() > 100 or ". " in opening[: cut.start()].replace("St. ", "").replace("U.S. ", ""):
            break
        cut = _CUT.search(opening, cut.end())
    shouted = _SHOUTED.match(opening) if opening[1:2].isupper() else None
    if shouted is not None and shouted[2] in _openers() and _is_town(shouted[1]):
        return Opening(shouted.end(1), shouted[1], None, None)
    slashed = _SLASHED.match(opening) if "/" in opening else None
    if slashed is not None:
        return _read(f"{slashed[1]} ({slashed[2]})", slashed.end(), "")
    closed = _CLOSED.match(opening) if "(" in opening else None
    if closed is not None:
        return _read(closed[0], len(closed[0]), "")
    return None


# a paragraph is asked about once for the lead over it and once for itself
_remembered = lru_cache(maxsize=4)(dateline)


def _without_marks(paragraph: str, marked: re.Match[str]) -> Opening | None:
    """The dateline of a paragraph whose first words are emphasized, as Markdown does it ("**KABUL** (AFP) -")."""
    marks, words = marked[1], marked[2]
    found = dateline(words + paragraph[marked.end() :])
    if found is None:
        return None
    return msgspec.structs.replace(found, end=found.end + len(marks) * (2 if found.end >= len(words) else 1))


_AGENCY = re.compile(r"([A-Z][\w ]{1,24}?)\s*(?:[:–—―]|--?)\s+")


def _with_agency(found: Opening, opening: str) -> Opening:
    """The dateline together with an agency that follows its dash or colon ("KABUL: AFP: ...")."""
    after = _AGENCY.match(opening, found.end)
    if after is None or not _is_agency(after[1]):
        return found
    return msgspec.structs.replace(found, end=after.end(), credit=after[1])


def _read(head: str, end: int, cut: str) -> Opening | None:
    """The parts of what stands before the dash, or None when it is no dateline."""
    credit = None
    head = head.rstrip()
    bracketed = head.endswith((")", "]"))
    credited = (_BRACKETED if bracketed else _CREDIT).search(head)
    if credited is not None and (bracketed or _is_agency(credited[1])):
        credit = credited[1]
        head = head[: credited.start()]
    elif _is_agency(head):
        return Opening(end, None, None, head.strip()) if cut != ":" else None
    day = first_day(head)
    if day is not None:
        if head[day.end :].strip(" ,.") and not _YEAR_AFTER.fullmatch(head[day.end :]):
            return None
        head = head[: day.start]
    else:
        head = _WEEKDAY.sub("", head.rstrip())
    place = head.strip(" ,\t")
    place = place if place[-1:] != "." or _ABBREVIATED.search(place) else place.rstrip(" ,.")
    if not place:
        known = credit is not None and _is_agency(credit)
        return Opening(end, None, day, credit) if known else None
    place = _COUNTRY_AFTER.sub("", place)
    if not _PLACE.fullmatch(place) or place.upper() in _not_places():
        return None
    capitals = place.partition(",")[0].replace("'", "").replace("’", "")
    letters = sum(map(str.isalpha, capitals))
    # as few letters may be an acronym's: they name a place where a day follows and the gazetteer knows one
    shouted = capitals.isupper() and (letters >= 4 or (day is not None and _is_town(capitals, False, letters == 3)))
    brief = shouted or "," in place or len(place.split()) <= 2 or day is not None
    known = credit is not None and ((bracketed and shouted) or (brief and _is_agency(credit)))
    if known or (shouted and cut) or (day is not None and cut and cut != "-" and len(place.split()) <= 5):
        return Opening(end, place, day, credit)
    brief = credit is None and day is None and len(place.split()) <= 3
    if brief and cut in _BARE and _is_town(place, country=cut == ":"):
        return Opening(end, place, None, None)
    return None


def _is_agency(name: str) -> bool:
    return outlet_named(name) is not None or any(outlet_named(part) for part in _AND.split(name))
