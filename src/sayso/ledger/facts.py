"""What of a report matters for matching: who, whom, when, where, how and in which words, in a form that compares fast.

In: an event as coded in one article, and when that was published. Out: :class:`Facts`, and the anchors under which a
report is stored and looked for.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from zlib import crc32

import msgspec

from sayso.ledger.moments import day
from sayso.ledger.rules import rules
from sayso.model import ANSWER, Event, Location, Party
from sayso.ontology.status import polarity

RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
# What a side's word can be the answer to.
DEEDS = (
    "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION", "SUPPORT",
)  # fmt: skip
_WORD = re.compile(r"\w+")
_ARTICLES = ("the ", "a ", "an ")


class Who(msgspec.Struct, frozen=True):
    """A party as matching sees it; ``proper`` when it has a name of its own, ``loose`` when it only points back at people."""

    name: str
    side: str
    code: str
    sector: str
    proper: bool
    words: frozenset[str]
    loose: bool = False


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
    retold: bool = False  # in the past perfect or an aside: it was news before this report
    roots: frozenset[str] = frozenset()  # of the words around it that can tell which deed is meant
    kinds: frozenset[str] = frozenset()  # of an answer: the types that it can mean
    stance: int = 0  # of an answer: 1 affirms, -1 denies
    outright: bool = False  # of an answer: it denies, confirms or keeps silent in so many words
    titled: frozenset[str] = frozenset()  # of an answer: those roots that only its article's title has
    proper: frozenset[str] = frozenset()  # those roots that are of names in its sentence
    own: bool = False  # of an answer: it speaks for who would have done it, and for nobody else


# What was news before: "had fired", "the men whom it took".
_PAST_PERFECT = re.compile(r"\bhad (?!(?:a|an|the|to|no|any|its|his|her|their|our)\b)\w+", re.I)
_MEANT = re.compile(
    r"^(?:the|those) (?:(?!sa(?:id|ys)|asked|told|kn[eo]w)[\w'’-]+ ){1,6}(?:that|which|who|whom) \w",
    re.I,
)


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
    size, answers = event.size, event.event[0] == ANSWER
    return Facts(
        kind=event.event[0],
        modes=frozenset(event.mode),
        unreal=frozenset(event.auxiliary) - {"negation", "historical", "own", "judges"},
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
        retold=any(c.stance == "retracts" or _PAST_PERFECT.search(c.evidence.text) for c in event.claims)
        or (bool(event.claims) and all(_MEANT.search(c.evidence.text) for c in event.claims)),
        roots=_roots(" ".join([event.cite_info.title or "", event.text, *(c.evidence.text for c in event.claims)]))
        - _roots(" ".join(c.source for c in event.claims)),
        kinds=frozenset(event.context) if answers else frozenset(),
        stance=polarity(event.claims[0]) if answers else 0,
        outright=answers and (polarity(event.claims[0]) < 0 or event.claims[0].stance != "asserts"),
        titled=_roots(event.cite_info.title or "") - _roots(event.text) if answers else frozenset(),
        proper=_roots(" ".join(_NAMES.findall(event.text))),
        own=answers and bool({"own", "judges"} & {*event.auxiliary}),
    )


def _roots(said: str) -> frozenset[str]:
    """The roots of words that can tell which event is meant: none that are everywhere in the news, none that name a state."""
    words = {w for w in _WORD.findall(said) if len(w) > 2 and not (w[:1].isupper() and _is_state(w))}
    return frozenset(root(w) for w in words) - _empty()


_NAMES = re.compile(r"(?<=[^\s.?!\"“”] )[A-ZÀ-Þ][\w-]+")
_ENDING = re.compile(r"(?<=\w{4})(?:ations?|ings?|edly|ed|ers?|es|s|ly)$")


def root(word: str) -> str:
    """A word without its ending, so far as it tells one from another: "shelling" and "shells" are "shell"."""
    return _ENDING.sub("", word.casefold())[:6]


@cache
def _empty() -> frozenset[str]:
    return frozenset(rules().words["empty"].split())


@cache
def plain() -> frozenset[str]:
    """The roots that many deeds share, those of capitals among them: they stand for their states."""
    from sayso.knowledge.names import index

    capitals = {
        root(w) for words, entries in index().items() if any(e.kind == "capital" for e in entries) for w in words
    }
    return frozenset(rules().words["plain"].split()) | capitals


@lru_cache(maxsize=8192)
def _is_state(word: str) -> bool:
    """Whether a word names a state or its people, which many deeds share."""
    from sayso.knowledge.names import lookup

    return any(e.kind in ("state", "adjective", "people") for e in lookup(word))


@lru_cache(maxsize=8192)
def is_demonym(name: str) -> bool:
    """Whether a folded name says only of which country people are: "filipinos"."""
    from sayso.knowledge.names import lookup

    return " " not in name and any(e.kind in ("adjective", "people") for e in lookup(name.capitalize()))


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
    return f.told - days["month" if f.retold or f.denied else "fortnight"], f.told


def anchors(f: Facts) -> list[Anchor]:
    """Where a report is stored: one anchor for each code of its parties and place, else of what its article tells beside it."""
    if f.kind == ANSWER:
        return [Anchor(f"{ANSWER} {w.code}", False, f.told, f.told) for w in f.who if w.code] if f.told else []
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


def sought(f: Facts) -> list[list[Anchor]]:
    """Where to look for reports that may be of the same happening, by the days that they lie in."""
    if f.told is None and f.first is None:
        return [anchors(f)] if f.kind != ANSWER else []
    after = int(rules().answers["days"])
    if f.kind == ANSWER:
        kinds = sorted(f.kinds) if f.kinds and f.stance < 0 else DEEDS
        codes = sorted({w.code for w in f.who} - {""})
        return [[Anchor(f"{k} {c}", True, f.told - after, f.told) for k in kinds for c in codes]] if f.told else []
    found = anchors(f)
    if f.unreal or not found:
        return [found]
    codes = sorted({w.code for w in (*f.who, *f.whom)} - {""})
    last = found[0].last if f.first is not None or f.told is None else f.told
    return [found, [Anchor(f"{ANSWER} {c}", False, found[0].first, last + after) for c in codes]]


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
    side, sector = folded(p.side or name), p.sector or ""
    loose = (
        not proper
        and sector not in rules().sectors["armed"]
        and side == folded(name)
        and bool(_BACK.match(p.entity_text))
    )
    return Who(folded(name), side, p.code or "", sector, proper, stems(name.casefold()), loose)


# "the trader", "they": whose country nothing but the place beside them tells.
_BACK = re.compile(r"(?:the|they|them|he|him|she|her|both|all|those)\b", re.I)


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
