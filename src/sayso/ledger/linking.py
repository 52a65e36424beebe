"""Stories: sets of reports that are linked by matches, the units in which events are computed again.

In: new reports. Out: which stories they change. A report is compared only with those whose anchors meet its own, so
its cost does not grow with the ledger but with what is told of the same parties in the same days. Stories are the connected
components of the matches, so that they do not depend on the order of arrival. A report whose coding was replaced stays in its
story, for those who ask what the ledger held then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Connection, Integer, Select, and_, bindparam, insert, or_, select, update

from sayso.ledger import tables as t
from sayso.ledger.answering import compare
from sayso.ledger.facts import Anchor, Facts, anchors, sought
from sayso.ledger.reports import Report, batches
from sayso.ledger.rules import rules

_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decode = msgspec.msgpack.Decoder(Facts).decode
_ANY = 1 << 62


def link(connection: Connection, report: Report, decided: set[int]) -> int:
    """Store where a report is found and join the stories that it links; the key of its story.

    ``decided`` are the keys of reports that people joined it with.
    """
    stories = {s for _, s, f in met(connection, report.facts) if compare(report.facts, f).nearly}
    if decided:
        b = t.bearing.c
        stories |= set(connection.execute(select(b.story).where(b.report.in_(decided))).scalars())
    story = min(stories, default=report.key)
    place(connection, [report], story)
    merge(connection, story, stories)
    return story


def link_all(connection: Connection, parts: Iterable[list[Report]]) -> None:
    """Link all reports at once: every pair that meets is compared once, then stories are told apart."""
    reports: list[int] = []
    for batch in parts:
        place(connection, batch)
        reports += [r.key for r in batch]
    b = t.bearing.c
    root = {key: key for key in reports}
    for keys in batches(reports):
        rows = connection.execute(select(b.report, b.facts).where(b.report.in_(keys)).order_by(b.report)).all()
        for row in rows:
            own = _decode(row.facts)
            for key, _, f in met(connection, own, before=row.report):
                one, other = sorted((_root(root, key), _root(root, row.report)))
                if one != other and compare(own, f).nearly:
                    root[other] = one
    moved = [{"key": k, "to": _root(root, k)} for k in reports if root[k] != k]
    for part in batches(moved):
        connection.execute(update(t.bearing).where(b.report == bindparam("key")).values(story=bindparam("to")), part)


def place(connection: Connection, reports: list[Report], story: int | None = None) -> None:
    """Store where reports are found, each as a story of its own unless told which."""
    found = [(r.key, a) for r in reports for a in anchors(r.facts)]
    if found:
        connection.execute(
            insert(t.anchor),
            [
                {"block": a.block, "broad": int(a.broad), "first": a.first, "report": k, "last": a.last}
                for k, a in found
            ],
        )
    rows = [{"report": r.key, "story": r.key if story is None else story, "facts": _encode(r.facts)} for r in reports]
    connection.execute(insert(t.bearing), rows)


def merge(connection: Connection, story: int, stories: set[int]) -> None:
    """Make several stories one."""
    others = sorted(stories - {story})
    if others:
        for table in (t.bearing, t.happening):
            connection.execute(update(table).where(table.c.story.in_(others)).values(story=story))


def met(connection: Connection, facts: Facts, before: int = _ANY) -> Iterator[tuple[int, int, Facts]]:
    """The reports that a report is compared with, with their stories and facts."""
    for found in sought(facts):
        yield from _near(connection, found, before)


def _near(connection: Connection, found: list[Anchor], before: int) -> Iterator[tuple[int, int, Facts]]:
    """The reports whose anchors meet these, a day of tolerance on either side."""
    if not found:
        return
    days = {"first": found[0].first - 1, "last": found[0].last + 1}
    for row in connection.execute(_meeting(), {"blocks": [x.block for x in found], "before": before, **days}).all():
        yield row.report, row.story, _decode(row.facts)


@cache
def _meeting() -> Select[Any]:
    """The query for what meets; made once, since making it costs more than running it."""
    a, b, days = t.anchor.c, t.bearing.c, rules().days
    first, last = bindparam("first", type_=Integer), bindparam("last", type_=Integer)
    meets = or_(
        *(
            and_(a.broad == n, a.first >= first - days[name], a.first <= last)
            for n, name in enumerate(("narrow", "broadest"))
        )
    )
    found = select(a.report).where(a.block.in_(bindparam("blocks", expanding=True)), meets, a.last >= first)
    found = found.where(a.report < bindparam("before", type_=BigInteger))
    return select(b.report, b.story, b.facts).where(b.report.in_(found))


def _root(root: dict[int, int], key: int) -> int:
    while root[key] != key:
        root[key] = root[root[key]]
        key = root[key]
    return key
