"""A report: one event as one version of an article tells it, with what deriving needs of the article.

In: rows of the store. Out: :class:`Report`. Reports never change, so they are decoded once and kept while there is room.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, select

from sayso.ledger import tables as t
from sayso.ledger.facts import Facts, codes, facts
from sayso.model import ANSWER, Event

_AT_ONCE = 500  # keys in one query
T = TypeVar("T")


def batches(items: Sequence[T], size: int = _AT_ONCE) -> Iterator[Sequence[T]]:
    """The items, so many at a time."""
    return (items[at : at + size] for at in range(0, len(items), size))


class Told(msgspec.Struct, frozen=True):
    """The version of an article that makes reports; ``moment`` is "" when its publication is unknown."""

    key: int
    id: str
    version: int
    published: str | None
    moment: str
    source: str | None
    prints: bytes


class Report:
    """One event as one coding of a version of an article has it; ``id`` is the event's, ``n`` its number in the article."""

    def __init__(self, key: int, n: int, coding: int, event: Event, told: Told, around: frozenset[str]) -> None:
        self.key = key
        self.n = n
        self.coding = coding
        self.id = event.id
        self.event = event
        self.told = told
        self.around = around

    @cached_property
    def facts(self) -> Facts:
        return facts(self.event, self.told.published, f"{self.told.id} {self.told.version}", self.around)

    @property
    def answers(self) -> bool:
        """Whether it is no telling of an event but a side's answer to one."""
        return self.event.event == [ANSWER]

    @property
    def order(self) -> tuple[str, str, int, int]:
        """By publication, unknown last; the same whatever the order of arrival."""
        return (self.told.moment or "~", self.told.id, self.told.version, self.n)


class Shelf:
    """Reports by key, read from the store and kept while there is room."""

    ROOM = 20_000

    def __init__(self) -> None:
        self._kept: OrderedDict[int, Report] = OrderedDict()
        self._decoder = msgspec.json.Decoder(Event)

    def get(self, connection: Connection, keys: Iterable[int]) -> list[Report]:
        """The reports of these keys, in their order."""
        wanted = list(keys)
        found = {k: self._kept[k] for k in wanted if k in self._kept}
        missing = [k for k in wanted if k not in found]
        for part in batches(missing):
            for r in self._read(connection, part):
                found[r.key] = self._kept[r.key] = r
        for k in wanted:
            if k in self._kept:
                self._kept.move_to_end(k)
        while len(self._kept) > self.ROOM:
            self._kept.popitem(last=False)
        return [found[k] for k in wanted]

    def forget(self) -> None:
        """Drop what is kept: after a transaction that was undone its keys may be given again."""
        self._kept.clear()

    def _read(self, connection: Connection, keys: Sequence[int]) -> list[Report]:
        a, r = t.article.c, t.report.c
        rows = connection.execute(
            select(
                r.key,
                r.n,
                r.coding,
                r.record,
                r.article,
                a.id.label("name"),
                a.version,
                a.published,
                a.moment,
                a.source,
                a.prints,
            )
            .join(t.article, a.key == r.article)
            .where(r.key.in_(keys))
        ).all()
        events = {row.key: self._decoder.decode(row.record) for row in rows}
        around = self._around(connection, sorted({row.coding for row in rows if not codes(events[row.key])}))
        none: frozenset[str] = frozenset()
        return [
            Report(
                row.key, row.n, row.coding, e := events[row.key], _told(row), none if codes(e) else around[row.coding]
            )
            for row in rows
        ]

    def _around(self, connection: Connection, codings: list[int]) -> dict[int, frozenset[str]]:
        """The codes of all events of these codings: an event for which an article names no country happened in one of its own."""
        r = t.report.c
        found: dict[int, frozenset[str]] = dict.fromkeys(codings, frozenset())
        for row in connection.execute(select(r.coding, r.record).where(r.coding.in_(codings))) if codings else ():
            found[row.coding] |= codes(self._decoder.decode(row.record))
        return found


def _told(row: Any) -> Told:
    return Told(row.article, row.name, row.version, row.published, row.moment, row.source, row.prints)
