"""What of a report matters for matching: who, whom, when, where, how and in which words, in a form that compares fast.

In: an event as coded in one article, and when that was published. Out: :class:`Facts`, and the anchors under which a
report is stored and looked for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

import msgspec

from sayso.ledger.moments import day
from sayso.ledger.rules import rules
from sayso.model import Event, Location, Party

RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_WORD = re.compile(r"\w+")
_ARTICLES = ("the ", "a ", "an ")


class Who(msgspec.Struct, frozen=True):
    """A party as matching sees it; ``proper`` when it has a name of its own."""

    name: str
    side: str
    code: str
    sector: str
    proper: bool
    words: frozenset[str]


class Where(msgspec.Struct, frozen=True):
    """A place: its country, first-order area and whether it is one of these itself."""

    name: str
    geonameid: int | None
    country: str
    admin1: str
    level: int  # 0 a country, 1 an area of it, 2 a point
    lat: float | None
    lon: float | None


A_SENTENCE = 8  # words that make a sentence one's own


class Facts(msgspec.Struct, frozen=True):
    """``first`` and ``last`` are ordinals of days, None when undated; ``told`` the day of publication."""

    kind: str
    modes: frozenset[str]
    unreal: frozenset[str]
    denied: bool
    past: bool
    who: tuple[Who, ...]
    whom: tuple[Who, ...]
    first: int | None
    last: int | None
    told: int | None
    where: Where | None
    toll: tuple[int | None, int | None, int | None]
    words: frozenset[str]
    article: str
    around: frozenset[str] = frozenset()  # codes of the article's other events, for a report that has none
    retold: bool = False  # in the past perfect: it was news before this report


_PAST_PERFECT = re.compile(r"\bhad (?!(?:a|an|the|to|no|any|its|his|her|their|our)\b)\w+", re.I)


class Anchor(msgspec.Struct, frozen=True):
    block: str
    broad: bool
    first: int
    last: int


def facts(event: Event, published: str | None, origin: str, around: frozenset[str] = frozenset()) -> Facts:
    """The facts of one report; ``origin`` names the version of the article that makes it, ``around`` what else is told there."""
    first, last = day(event.date), day(event.enddate)
    who = tuple(who_of(p) for p in event.actor)
    whom = tuple(who_of(p) for p in event.recipient if not is_where(p, event.event_loc))
    size = event.size
    return Facts(
        kind=event.event[0],
        modes=frozenset(event.mode),
        unreal=frozenset(event.auxiliary) - {"negation", "historical"},
        denied="negation" in event.auxiliary
        or (bool(event.claims) and all(c.stance in _DENYING or c.factuality.endswith("-") for c in event.claims)),
        past="historical" in event.auxiliary,
        who=who,
        whom=whom,
        first=first if last is not None else None,
        last=last if first is not None else None,
        told=day(published),
        where=where(event.event_loc) if event.event_loc else None,
        toll=(size.dead, size.injured, size.arrested) if size else (None, None, None),
        words=frozenset(w[:6] for w in _WORD.findall(event.text.casefold()) if len(w) > 3 or w.isdigit()),
        article=origin,
        around=around,
        retold=bool(event.claims) and all(_PAST_PERFECT.search(c.evidence.text) for c in event.claims),
    )


def is_where(p: Party, place: Location | None) -> bool:
    """Whether a party is only the town where it happened, which stands for its country: "exploded in Mogadishu"."""
    return place is not None and p.entity_text == place.name != p.identifier_text and p.sector == "GOV"


def codes(event: Event) -> frozenset[str]:
    """The codes of an event's parties and of the country where it happened."""
    found = {p.code for p in (*event.actor, *event.recipient)} | {event.event_loc.country if event.event_loc else None}
    return frozenset(c for c in found if c)


_DENYING = {"denies", "retracts", "does not confirm", "declines to comment"}


def span(f: Facts) -> tuple[int, int] | None:
    """The days in which a report looks for others: its date's, or for an undated one those before its publication."""
    days = rules().days
    if f.first is not None and f.last is not None:
        return f.first, f.last
    if f.told is None:
        return None
    if f.past:
        return f.told - days["broadest"], f.told
    return f.told - days["month" if f.retold else "week"], f.told


def anchors(f: Facts) -> list[Anchor]:
    """Where a report is stored: one anchor for each code of its parties and place, else of what its article tells beside it."""
    days = span(f)
    limit = rules().days
    if days is None or days[1] - days[0] > limit["broadest"]:
        return []
    own = {w.code for w in (*f.who, *f.whom)} | {f.where.country if f.where else ""}
    broad = days[1] - days[0] > limit["narrow"]
    blocks = [f"{f.kind} {code}".strip() for code in sorted(own - {""} or f.around) or [""]]
    if len(f.words) >= A_SENTENCE:  # a copy of the sentence is found whatever its parties were taken for
        blocks.append(f"{f.kind} ={crc32(' '.join(sorted(f.words)).encode()):08x}")
    return [Anchor(block, broad, *days) for block in blocks]


def folded(name: str) -> str:
    """A name for comparing: lower case, without an article."""
    low = " ".join(name.casefold().split())
    for article in _ARTICLES:
        low = low.removeprefix(article)
    return low


_PLACED = re.compile(r" (?:in|of|from|at|near|on|who|behind) ")


def is_described(name: str) -> bool:
    """Whether a name only says what somebody is: "Maoist rebels in Nepal"."""
    words = head_words(name)
    return bool(words) and words[-1].islower()


def head_words(name: str) -> list[str]:
    """The words of a name up to where somebody is or whose he is."""
    return _PLACED.split(name)[0].split()


def who_of(p: Party) -> Who:
    """A party as matching sees it."""
    name = p.identifier_text or p.entity_text
    first = name.split()[0] if name.strip() else ""
    described = p.sector in rules().sectors["armed"] and is_described(name)
    proper = bool(p.identifier_id) or (
        first != "" and not first.islower() and not described and p.sector not in rules().sectors["unnamed"]
    )
    return Who(folded(name), folded(p.side or name), p.code or "", p.sector or "", proper, stems(name.casefold()))


def stems(words: str) -> frozenset[str]:
    """The beginnings of words that say something, by which two tellings are alike."""
    return frozenset(w[:6] for w in _WORD.findall(words) if len(w) > 2)


@lru_cache(maxsize=8192)
def where(place: Location) -> Where:
    """A place with the areas that the gazetteer says hold it."""
    from sayso.knowledge.gazetteer import gazetteer

    point = (place.lat, place.lon)
    known = next(
        (
            e
            for e in gazetteer().lookup(place.name)
            if (e.geonameid == place.geonameid and e.geonameid is not None)
            or (e.geonameid is None and (e.lat, e.lon) == point)
        ),
        None,
    )
    level = 2
    if known is not None and known.is_area:
        level = 0 if known.is_country else 1
    return Where(
        place.name, place.geonameid, place.country or "", known.admin1 if known else "", level, place.lat, place.lon
    )


@lru_cache(maxsize=8192)
def areas(place: Location) -> tuple[str, ...]:
    """The names of the areas and the country that hold a place."""
    from sayso.knowledge.gazetteer import gazetteer
    from sayso.knowledge.states import state_name

    if not place.country:
        return ()
    known = next(
        (
            e
            for e in gazetteer().lookup(place.name)
            if (e.geonameid, e.lat, e.lon) == (place.geonameid, place.lat, place.lon)
            or e.geonameid == (place.geonameid or -1)
        ),
        None,
    )
    codes = [(known.admin1, admin2) for admin2 in {"", known.admin2}] if known and known.admin1 else []
    held = [gazetteer().area(place.country, *pair) for pair in codes]
    return (*(e.name for e in held if e is not None), state_name(place.country))
