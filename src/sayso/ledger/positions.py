"""Positions: what each side demands, offers, accepts, rejects or insists on, on which issue, since when and until when.

In: a connection, and whom and what is asked for. Out: :class:`Stand`, one row of the matrix that a mediator keeps. A position
lasts until the same side takes the contrary one on that issue; what an article tells as held before ("has long rejected")
comes before the contrary that the same article dates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Connection, and_, select

from sayso.knowledge import lookup
from sayso.ledger import tables as t
from sayso.ledger.editions import live
from sayso.ledger.facts import folded
from sayso.ledger.moments import Then, day
from sayso.ledger.refreshing import Story, told
from sayso.ledger.reports import Report, Shelf, batches
from sayso.ledger.searching import GONE
from sayso.model import Event, Issue, Party, Position

_BY_TYPE: dict[str, Position] = {"REQUEST": "demands", "REJECT": "rejects", "AGREE": "accepts", "CONCEDE": "accepts"}
_SIGN = {"rejects": -1, "insists on": 0}  # against the issue, or neither; others are for it
_AT_ONCE = 200  # stories computed together
_WORD = re.compile(r"\w+")


class Said(msgspec.Struct, frozen=True):
    """Where a position is told: by whom, and in which words of which article."""

    article: str
    published: str | None
    source: str
    start: int
    end: int
    text: str


class Stand(msgspec.Struct):
    """One side's position on an issue.

    ``issue`` is its name, ``words`` the phrase it is put in, ``toward`` the sides it is addressed to. ``since`` and ``until`` are ISO 8601
    dates, months, years or intervals, as exact as the articles are; ``since`` is None when no article dates it: it was held
    by ``told``, the first publication. ``until`` is None while nothing contrary is told.
    """

    issue: str
    actor: str
    position: Position
    words: str
    toward: list[str]
    since: str | None
    until: str | None
    told: str | None
    said: list[Said]


class _Taken(msgspec.Struct, frozen=True):
    """One report of a position, before the reports of one position are put together."""

    side: str
    issue: Issue
    position: Position
    toward: tuple[str, ...]
    first: str | None  # the days in which it was taken; None when no article dates it
    last: str | None
    published: str | None
    standing: bool
    said: Said

    @property
    def sign(self) -> int:
        return _SIGN.get(self.position, 1)

    @property
    def when(self) -> str:
        return self.first or (self.published or "~")[:10]


def positions(
    connection: Connection, shelf: Shelf, then: Then, between: tuple[str, ...] = (), issue: str | None = None
) -> list[Stand]:
    """The matrix, by issue and side in the order of time. ``between`` names one side or two; ``issue`` is words of its name or phrases."""
    asked = [_names(name) for name in between]
    by_side: dict[str, list[_Taken]] = defaultdict(list)
    sides = set().union(*asked)
    for taken in _taken(connection, shelf, then, sides):
        by_side[folded(taken.side)].append(taken)
    wanted = sides or set(by_side)
    stands = [s for side in sorted(wanted & set(by_side)) for s in _stands(by_side[side])]
    if len(asked) == 2:
        stands = _between(stands, asked)
    if issue is not None:
        named = {s.issue for s in stands if _says(s, issue)}
        stands = [s for s in stands if s.issue in named]
    return sorted(
        stands, key=lambda s: (s.issue, folded(s.actor), s.until is None, s.since or s.told or "~", s.position)
    )


def _taken(connection: Connection, shelf: Shelf, then: Then, sides: set[str]) -> Iterator[_Taken]:
    """Every report of a position that counts by then, people's corrections applied; ``sides`` narrows where to look."""
    h, g, who = t.happening.c, t.heading.c, t.heading.alias()
    found = select(h.story).join(t.heading, g.event == h.event)
    query = found.where(g.name.in_([f"type {k}" for k in _BY_TYPE]))
    if sides:
        same = and_(who.c.event == g.event, who.c.reach == g.reach, who.c.first == g.first)
        query = query.join(who, same).where(who.c.name.in_([f"who {n}" for n in sorted(sides)]))
    gone = [] if then.now else connection.execute(found.where(g.name == GONE)).scalars().all()
    keys = sorted({*connection.execute(query).scalars(), *gone})
    for stories in batches(keys, _AT_ONCE):
        for story in told(connection, shelf, stories, then):
            for members in story.events:
                event = story.event(members)
                if event is None:
                    continue
                fixed = _corrected(story, members)
                for r in live(members, story.editions, then):
                    yield from _of_report(r, event, fixed)


def _corrected(story: Story, members: list[Report]) -> set[str]:
    ids = {r.id for r in members}
    return {k for d in story.decided if d.kind == "correct" and d.reports[0] in ids for k in d.value}


def _of_report(r: Report, event: Event, fixed: set[str]) -> Iterator[_Taken]:
    e = r.event
    if r.facts.denied or not e.claims:
        return
    kind, actors, recipients = (
        getattr(event if k in fixed else e, k) for k in ("event", "actor", "recipient")
    )  # fmt: skip
    if kind[0] not in _BY_TYPE:
        return
    first, last = (event.date, event.enddate) if "date" in fixed else (e.date, e.enddate)
    if first and r.told.moment and first > r.told.moment[:10]:
        first = last = None  # the day of what is agreed on, not of the agreement
    for issue in e.issues:
        position = _BY_TYPE[kind[0]] if "event" in fixed else issue.position
        c = e.claims[0]
        said = Said(r.told.id, r.told.published, c.source, c.evidence.start, c.evidence.end, c.evidence.text)
        toward = _sides(recipients)
        for side in _sides(actors):
            others = tuple(n for n in toward if folded(n) != folded(side))
            yield _Taken(side, issue, position, others, first, last, r.told.moment or None, issue.standing, said)


def _sides(parties: Iterable[Party]) -> list[str]:
    """The sides of parties, each once, by the name that events have them under."""
    found: dict[str, str] = {}
    for p in parties:
        name = p.side or p.identifier_text or p.entity_text
        found.setdefault(folded(name), name)
    return list(found.values())


def _stands(taken: list[_Taken]) -> list[Stand]:
    """One side's positions: reports of one put together, each until the contrary of it is told."""
    made: list[tuple[Stand, str]] = []  # with the topic in lemmas
    sign: dict[str, int] = {}
    for x in sorted(taken, key=lambda x: (*_order(x, taken), x.said.article, x.said.start)):
        topic = x.issue.topic
        if any(x.sign * held < 0 and _related(name, topic) for name, held in sign.items()):
            for stand, name in made:
                if stand.until is None and _related(name, topic) and _SIGN.get(stand.position, 1) != x.sign:
                    stand.until = _span(x)
            sign = {name: 0 if _related(name, topic) else held for name, held in sign.items()}
        if x.sign:
            sign[topic] = x.sign
        home = next((s for s, name in made if name == topic and s.until is None and _one(s, x)), None)
        if home is None:
            dated = _span(x) if x.first else None
            published = (x.published or "")[:10] or None
            made.append(
                (
                    Stand(topic, x.side, x.position, x.issue.words, list(x.toward), dated, None, published, [x.said]),
                    topic,
                )
            )
        else:
            home.said.append(x.said)
            home.toward += [n for n in x.toward if n not in home.toward]
            home.words = max(home.words, x.issue.words, key=len)
            if x.first and (
                (home.since is None and not home.said[0].published) or (home.since and x.first < home.since)
            ):
                home.since = _span(x)
            home.told = min(filter(None, (home.told, (x.published or "")[:10])), default=None)
    return [s for s, _ in made]


def _order(x: _Taken, taken: list[_Taken]) -> tuple[str, int]:
    """When it was taken: what was held before the news stands before the contrary that the same article dates."""
    if x.first is None and x.standing:
        later = [
            y.first
            for y in taken
            if y.first
            and y.said.article == x.said.article
            and y.sign * (x.sign or -1) < 0
            and _related(y.issue.topic, x.issue.topic)
        ]
        if later:
            return min(later), 0
    return x.when, 1


def _one(s: Stand, x: _Taken) -> bool:
    """Whether a report tells that same position; what somebody insists on is one only in like words."""
    if s.position != x.position:
        return False
    return (
        s.position != "insists on"
        or _stems(s.words) <= _stems(x.issue.words)
        or _stems(x.issue.words) <= _stems(s.words)
    )


def _related(one: str, other: str) -> bool:
    """Whether two names may mean one issue: "talks" and "peace talks", "withdrawal" and "withdrawal of troop"."""
    short, long = sorted((one, other), key=len)
    return short == long or long.endswith(f" {short}") or long.startswith(f"{short} of ")


def _span(x: _Taken) -> str | None:
    """The days of a position as one ISO 8601 value: a day, a month, a year or an interval."""
    first, last = x.first, x.last or x.first
    if first is None or last is None:
        return (x.published or "")[:10] or None
    if first == last:
        return first
    days = (day(last) or 0) - (day(first) or 0) + 1
    if first.endswith("-01-01") and last.endswith("-12-31") and first[:4] == last[:4]:
        return first[:4]
    if first.endswith("-01") and first[:7] == last[:7] and days >= 28:
        return first[:7]
    return f"{first}/{last}"


def _names(name: str) -> set[str]:
    """What a side may be called: as given, and the names that are known for it."""
    return {folded(name), *(folded(e.name) for e in lookup(name) if e.kind not in ("place", "outlet"))}


def _between(stands: list[Stand], asked: list[set[str]]) -> list[Stand]:
    """The positions of two sides on issues that lie between them: addressed to one another, or taken by both."""

    def toward_other(s: Stand) -> bool:
        other = asked[1] if folded(s.actor) in asked[0] else asked[0]
        return any(folded(n) in other for n in s.toward)

    shared = {s.issue for s in stands if toward_other(s)}
    for issue in {s.issue for s in stands}:
        if all(any(folded(s.actor) in names for s in stands if s.issue == issue) for names in asked):
            shared.add(issue)
    return [s for s in stands if s.issue in shared and (not s.toward or toward_other(s))]


def _says(s: Stand, words: str) -> bool:
    return _stems(words) <= _stems(f"{s.issue} {s.words}")


def _stems(words: str) -> set[str]:
    """Words for comparing, by their beginnings: "directly" is "direct"."""
    return {w[:6].rstrip("s") for w in _WORD.findall(words.casefold()) if len(w) > 2}
