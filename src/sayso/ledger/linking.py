"""Stories: sets of reports that are linked by matches, the units in which events are computed again.

In: new reports. Out: which stories they change. A report is compared only with those whose anchors meet its own, so
its cost does not grow with the ledger but with what is told of the same parties in the same days. Stories are the connected
components of the matches, so that they do not depend on the order of arrival.
"""

from __future__ import annotations

from sqlalchemy import Connection, and_, insert, or_, select, update

from sayso.ledger import tables as t
from sayso.ledger.facts import Anchor, anchors
from sayso.ledger.matching import match
from sayso.ledger.reports import Report, Shelf
from sayso.ledger.rules import rules


def link(connection: Connection, shelf: Shelf, report: Report, decided: set[int]) -> int:
    """Store where a report is found and join the stories that it links; the key of its story.

    ``decided`` are the keys of reports that people joined it with.
    """
    found = anchors(report.facts)
    near = _near(connection, found) - {report.key}
    linked = [r.key for r in shelf.get(connection, sorted(near)) if match(report.facts, r.facts).joins]
    if found:
        connection.execute(
            insert(t.anchor),
            [
                {"report": report.key, "block": a.block, "broad": int(a.broad), "first": a.first, "last": a.last}
                for a in found
            ],
        )
    b = t.bearing.c
    keys = sorted({*linked, *decided})
    stories = sorted(connection.execute(select(b.story).where(b.report.in_(keys)).distinct()).scalars()) if keys else []
    story = stories[0] if stories else report.key
    if len(stories) > 1:
        connection.execute(update(t.bearing).where(b.story.in_(stories[1:])).values(story=story))
        connection.execute(update(t.happening).where(t.happening.c.story.in_(stories[1:])).values(story=story))
    connection.execute(insert(t.bearing).values(report=report.key, story=story))
    return story


def _near(connection: Connection, found: list[Anchor]) -> set[int]:
    """The reports whose anchors meet these, a day of tolerance on either side."""
    if not found:
        return set()
    a, days = t.anchor.c, rules().days
    first, last = found[0].first - 1, found[0].last + 1
    meets = or_(
        and_(a.broad == 0, a.first >= first - days["narrow"], a.first <= last),
        and_(a.broad == 1, a.first >= first - days["broadest"], a.first <= last),
    )
    blocks = [x.block for x in found]
    return set(connection.execute(select(a.report).where(a.block.in_(blocks), meets, a.last >= first)).scalars())
