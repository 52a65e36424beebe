"""One merged event from the reports of it: what is known of it, and its claims, status and sources as of a moment.

In: reports of one happening. Out: an :class:`Event`. When and where it happened and who took part is what all reports together
say; claims, status, numbers and sources are those of the reports published by the moment asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable

import msgspec

from sayso import ontology
from sayso.ledger.editions import Editions, live, name_of
from sayso.ledger.facts import where
from sayso.ledger.moments import NOW, Then, day
from sayso.ledger.parties import Speakers, parties, sides, struck
from sayso.ledger.prints import groups
from sayso.ledger.reports import Report
from sayso.ledger.standing import Voiced, standing
from sayso.model import Claim, Event, Location, Size
from sayso.ontology.status import credibility, polarity, status

_KINDS = ("dead", "injured", "arrested")


class Counted(msgspec.Struct, frozen=True):
    """What one report says of the people an event touched; ``source`` is who gives the number."""

    moment: str
    article: str
    source: str
    size: Size


def derived(reports: list[Report], known: Editions, then: Then = NOW) -> Event | None:
    """The event as its reports tell it by then; None when none had been published or all were edited away.

    ``reports`` are coded ones in canonical order, the first gives the event its id.
    """
    heard = live(reports, known, then)
    if all(r.answers for r in heard):
        return None
    told = [r for r in live(reports, known, Then(added=then.added)) or heard if not r.answers]
    text = _texts(reports)
    lead = max(told, key=_telling)
    date, enddate, date_text = _date(told, text)
    actors, recipients = parties([(r.event, text[r.key]) for r in told])
    place = _place(told, text)
    hit = struck(actors, recipients, place)
    named = _as_spoken(sides(lead.event.event[0], actors, hit), told)
    voices = _voices(heard, text, Speakers(actors, hit))
    claims = standing(voices, named)
    found = status(claims, named)
    mode = _modes(told, text)
    return msgspec.structs.replace(
        lead.event,
        id=name_of(reports[0], known),
        date=date,
        enddate=enddate,
        date_text=date_text,
        mode=mode,
        context=_union(told, lambda e: e.context),
        auxiliary=_auxiliary(told),
        actor=actors,
        recipient=recipients,
        event_loc=place,
        size=_size(tolls(heard)),
        event_scale=ontology.load().scale(lead.event.event[0], mode),
        event_text=_union(told, lambda e: e.event_text),
        status=found,
        credibility=credibility(claims, named, found),
        claims=_all_claims(voices),
        articles=list(dict.fromkeys(r.told.id for r in heard)),
        independent_sources=len({text[r.key] for r in heard}),
    )


def tolls(reports: list[Report]) -> list[Counted]:
    """The history of an event's numbers, in the order of publication."""
    return [
        Counted(r.told.moment, r.told.id, r.event.claims[0].source if r.event.claims else "author", r.event.size)
        for r in sorted(reports, key=lambda r: r.order)
        if r.event.size is not None
    ]


def _texts(reports: list[Report]) -> dict[int, int]:
    """The text that carries each report, the same for reprints and for versions of one article."""
    by_article = groups({r.told.key: r.told.prints for r in reports})
    first: dict[str, int] = {}
    root: dict[int, int] = {}
    for r in reports:
        text = by_article[r.told.key]
        root[text] = first.setdefault(r.told.id, root.get(text, text))
    return {r.key: root[by_article[r.told.key]] for r in reports}


def _telling(r: Report) -> tuple[bool, bool, int, int]:
    """How fully a report tells the event: really, with a date, parties and place; of equals the first."""
    e = r.event
    full = bool(e.actor) + bool(e.recipient) + bool(e.event_loc) + bool(e.size)
    exact = -((day(e.enddate) or 0) - (day(e.date) or 0)) if e.date else -10_000
    return (not r.facts.denied, bool(e.date), exact, full)


def _date(reports: list[Report], text: dict[int, int]) -> tuple[str | None, str | None, str | None]:
    """The narrowest span, told by most texts; spans that overlap it without holding it narrow it."""
    dated = [r for r in reports if r.event.date and r.event.enddate]
    if not dated:
        return None, None, next((r.event.date_text for r in reports if r.event.date_text), None)
    votes: dict[tuple[str, str], set[int]] = defaultdict(set)
    for r in dated:
        votes[(str(r.event.date), str(r.event.enddate))].add(text[r.key])

    def rank(span: tuple[str, str]) -> tuple[int, int, str]:
        return ((day(span[1]) or 0) - (day(span[0]) or 0), -len(votes[span]), span[0])

    first, last = min(votes, key=rank)
    words = next(r.event.date_text for r in dated if (r.event.date, r.event.enddate) == (first, last))
    for a, b in sorted(votes):
        if max(a, first) <= min(b, last):
            first, last = max(a, first), min(b, last)
    return first, last, words


def _place(reports: list[Report], text: dict[int, int]) -> Location | None:
    """The most exact place, told by most texts; of equals the one told first."""
    votes: dict[Location, set[int]] = {}
    for r in reports:
        if r.event.event_loc is not None:
            votes.setdefault(r.event.event_loc, set()).add(text[r.key])
    return max(votes, key=lambda p: (where(p).level, len(votes[p])), default=None)


def _modes(reports: list[Report], text: dict[int, int]) -> list[str]:
    votes: dict[str, set[int]] = {}
    for r in reports:
        for m in r.event.mode:
            votes.setdefault(m, set()).add(text[r.key])
    return sorted(votes, key=lambda m: -len(votes[m]))


def _auxiliary(reports: list[Report]) -> list[str]:
    """What all reports share, but "historical": one that tells it while it is news makes it none of history's."""
    return sorted(set.intersection(*(set(r.event.auxiliary) for r in reports)))


def _union(reports: list[Report], of: Callable[[Event], list[str]]) -> list[str]:
    return list(dict.fromkeys(x for r in reports for x in of(r.event)))


def _size(history: list[Counted]) -> Size | None:
    """Of each kind the latest number from the best source: a named one before reports without a name."""
    if not history:
        return None

    def latest(kind: str) -> int | None:
        given = [
            (c.source not in ("unnamed", ""), c.moment, n) for c in history if (n := getattr(c.size, kind)) is not None
        ]
        return max(given)[2] if given else None

    return Size(*(latest(kind) for kind in _KINDS))


def _voices(reports: list[Report], text: dict[int, int], speakers: Speakers) -> list[Voiced]:
    return [
        Voiced(speakers.placed(c), r.told.moment, r.told.source, text[r.key]) for r in reports for c in r.event.claims
    ]


def _as_spoken(named: set[str], reports: list[Report]) -> set[str]:
    """The sides as claims name them: a ministry's troops are on the side for which the ministry speaks."""
    speaks_for = {c.source: c.side for r in reports for c in r.event.claims if c.side}
    return {speaks_for.get(name, name) for name in named}


def _all_claims(voices: list[Voiced]) -> list[Claim]:
    """Every claim once a text, in the order in which they were made."""
    seen: dict[Hashable, Voiced] = {}
    for v in voices:
        c = v.claim
        seen.setdefault((v.text, c.source, c.stance, c.factuality, polarity(c)), v)
    return [
        v.claim
        for v in sorted(seen.values(), key=lambda v: (v.moment, v.claim.evidence.article, v.claim.evidence.start))
    ]
