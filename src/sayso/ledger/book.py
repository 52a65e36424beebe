"""The ledger: articles in, merged events with their claims, statuses and history out.

In: annotated Articles with their Events, and people's decisions. Out: Events as of any moment, and how they came to be. One
transaction an article: what was added stays, whatever happens after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, delete, distinct, func, select

from sayso.ledger import archive, checking, opening, refreshing
from sayso.ledger import decisions as deciding
from sayso.ledger import tables as t
from sayso.ledger.deriving import Counted, derived, live, tolls
from sayso.ledger.errors import LedgerError, told
from sayso.ledger.grouping import why
from sayso.ledger.matching import Match
from sayso.ledger.moments import until
from sayso.ledger.prints import prints
from sayso.ledger.reports import Report, Shelf
from sayso.ledger.searching import Wanted
from sayso.ledger.storing import Kept, Outcome, current, kept, store
from sayso.model import Article, Event, Status

Paragraphs = Sequence[tuple[list[str], float]]


class Step(msgspec.Struct, frozen=True):
    """One publication in an event's history: the status after it, and the articles that brought it."""

    at: str | None
    status: Status
    was: Status | None
    credibility: int
    independent_sources: int
    articles: list[str]


class Shown(msgspec.Struct, frozen=True):
    """An event with why each of its reports belongs to it, its numbers over time, and what people decided."""

    event: Event
    reports: list[tuple[str, str, Match | None]]
    sizes: list[Counted]
    decisions: list[deciding.Decision]


class Listed(msgspec.Struct, frozen=True):
    """A version of an article in the ledger."""

    id: str
    version: int
    published: str | None
    source: str | None
    title: str | None
    added: str
    events: int


class Ledger:
    """An open ledger; every method raises LedgerError, in one line, for what the database refuses."""

    def __init__(self, ledger: str | Path, *, create: bool = True) -> None:
        """Open a SQLite file or a database by its URL; with ``create`` one that is not there is made."""
        self.name = opening.shown(str(ledger))
        with told(self.name):
            self._engine = opening.engine(ledger, create=create)
        self._shelf = Shelf()

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, article: Article, events: list[Event], paragraphs: Paragraphs, coder: str) -> Outcome:
        """Add an article with its events; ``paragraphs`` are the words of its own prose, by which reprints are known."""
        return self._add(kept(article), events, prints(paragraphs), coder)

    def events(
        self, *, as_of: str | None = None, party: str | None = None, country: str | None = None, kind: str | None = None,
        since: str | None = None, before: str | None = None, limit: int | None = None,
    ) -> Iterator[Event]:  # fmt: skip
        """Merged events by date, undated ones first; ``party`` is a code or a name; ``since`` and ``before`` bound their dates."""
        wanted = Wanted(party, country, kind, since, before)
        with self._reading() as connection:
            found = (
                self._by_now(connection, wanted) if as_of is None else self._by_then(connection, wanted, until(as_of))
            )
            yield from islice(found, limit)

    def event(self, name: str, *, as_of: str | None = None) -> Event:
        """One event by its id or the id of a report of it."""
        with self._reading() as connection:
            members, decided = self._members(connection, name)
            found = refreshing.current(connection, members, decided, until(as_of) if as_of else "~")
        if found is None:
            raise LedgerError(f"{self.name}: event {name} is not known" + (f" by {as_of}" if as_of else " any more"))
        return found

    def show(self, name: str) -> Shown:
        """An event and why it is what it is."""
        with self._reading() as connection:
            members, decided = self._members(connection, name)
            event = refreshing.current(connection, members, decided) or members[0].event
            known = live(members, refreshing.versions(connection, members))
        reasons = [
            (r.id, r.told.id, why(r, [m for m in members if m is not r]) if len(members) > 1 else None) for r in members
        ]
        return Shown(event, reasons, tolls(known), decided)

    def compare(self, one: str, other: str) -> Match:
        """Why two events, or reports, are one or not: the best match among their reports, or the conflict between them."""
        with self._reading() as connection:
            (a, _), (b, _) = self._members(connection, one), self._members(connection, other)
        found = [why(r, b) for r in a]
        return next((m for m in found if m.conflict), max(found, key=lambda m: m.score))

    def history(self, name: str) -> list[Step]:
        """How an event's status moved, one step a moment of publication."""
        with self._reading() as connection:
            members, _ = self._members(connection, name)
            versions = refreshing.versions(connection, members)
        steps: list[Step] = []
        for at in sorted({r.told.moment or "~" for r in members}):
            event = derived(members, versions, at)
            if event is not None:
                articles = list(dict.fromkeys(r.told.id for r in members if (r.told.moment or "~") == at))
                was = steps[-1].status if steps else None
                sources = event.independent_sources
                steps.append(Step(None if at == "~" else at, event.status, was, event.credibility, sources, articles))
        return steps

    def changes(self, since: str) -> Iterator[tuple[Status | None, Event]]:
        """Events whose status is another than it was at a moment, with that status; None for those not known then."""
        then = until(since)
        a, r, b = t.article.c, t.report.c, t.bearing.c
        told_since = select(b.event).join(t.report, r.key == b.report).join(t.article, a.key == r.article)
        with self._reading() as connection:
            for name in connection.execute(told_since.where(a.moment > then).distinct().order_by(b.event)).scalars():
                members, decided = self._members(connection, name)
                now = refreshing.current(connection, members, decided)
                before = refreshing.current(connection, members, decided, then)
                if now is not None and (before is None or before.status != now.status):
                    yield (before.status if before else None), now

    def articles(self) -> Iterator[Listed]:
        """Every version of every article, in the order of publication."""
        a, c, r = t.article.c, t.coding.c, t.report.c
        latest = select(func.max(c.key)).where(c.article == a.key).scalar_subquery()
        count = select(func.count()).select_from(t.report).where(r.coding == latest).scalar_subquery()
        query = select(a.id, a.version, a.published, a.source, a.title, a.added, count).order_by(
            a.moment, a.id, a.version
        )
        with self._reading() as connection:
            for row in connection.execute(query, execution_options={"yield_per": 500}):
                yield Listed(*row)

    def article(self, id: str, version: int | None = None) -> Kept:
        """An article as it was added, its latest version by default."""
        a = t.article.c
        query = select(a.record).where(a.id == id).order_by(a.moment.desc(), a.version.desc())
        if version is not None:
            query = query.where(a.version == version)
        with self._reading() as connection:
            record = connection.execute(query.limit(1)).scalar()
        if record is None:
            raise LedgerError(f"{self.name}: there is no article {id}" + (f", version {version}" if version else ""))
        return msgspec.json.decode(record, type=Kept)

    def status(self) -> dict[str, Any]:
        """How much there is, and the events by status."""
        a, h = t.article.c, t.happening.c
        with self._reading() as connection:

            def count(query: Select[Any]) -> int:
                return int(connection.execute(query).scalar_one())

            by = connection.execute(select(h.status, func.count()).group_by(h.status).order_by(h.status)).all()
            return {
                "articles": count(select(func.count(distinct(a.id)))),
                "versions": count(select(func.count()).select_from(t.article)),
                "reports": count(select(func.count()).select_from(t.bearing)),
                "events": count(select(func.count()).select_from(t.happening)),
                "decisions": count(select(func.count()).select_from(t.decision)),
                "by_status": {row[0]: row[1] for row in by},
            }

    def rebuild(self) -> None:
        """Compute everything that is derived again, in one transaction."""
        with self._writing() as connection:
            for table in t.DERIVED:
                connection.execute(delete(table))
            stories = refreshing.came(connection, self._shelf, [])
            keys = current(connection)
            for at in range(0, len(keys), 500):
                stories |= refreshing.came(connection, self._shelf, keys[at : at + 500])
            stories = set(connection.execute(select(t.bearing.c.story).distinct()).scalars())
            refreshing.refresh(connection, self._shelf, stories)

    def verify(self) -> list[str]:
        """What is wrong with the ledger; nothing when it is whole."""
        with self._reading() as connection:
            return list(checking.problems(connection, Shelf()))

    def backup(self, output: str | Path) -> None:
        """Copy a SQLite ledger to a new file, while others may go on writing to it."""
        if self._engine.dialect.name != "sqlite":
            raise LedgerError(f"{self.name}: the server has its own backup (pg_dump); or use export")
        if Path(output).exists():
            raise LedgerError(f"{output}: is there already; name a new file")
        with told(self.name), opening.bare(self._engine) as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(output),))

    def decide(
        self, user: str, kind: deciding.Kind, names: list[str], value: Any = None, reason: str | None = None
    ) -> int:
        """Record what somebody decided about events or reports, by id; the decision's key, by which it is undone.

        join: all become one event. split: the reports named are taken out of their event. correct: ``value`` holds the
        fields. accept, dismiss, note: about one event.
        """
        with self._writing() as connection:
            if kind == "split":
                members, _ = self._members(connection, names[0])
                ids, value = names, [r.id for r in members if r.id not in names]
                if not value:
                    raise LedgerError(f"{self.name}: a split must leave a report in the event")
            else:
                ids = [r.id for n in names for r in self._members(connection, n)[0]]
            key = deciding.record(connection, user, kind, ids, value, reason)
            refreshing.restory(connection, self._shelf, [*ids, *(value if kind == "split" else [])])
        return key

    def undo(self, user: str, key: int, reason: str | None = None) -> int:
        """Take a decision back; the record of both stays."""
        with self._writing() as connection:
            found = next((d for d in deciding.every(connection) if d.key == key), None)
            if found is None or found.kind == "undo":
                raise LedgerError(f"{self.name}: there is no decision {key} to undo")
            ids = [*found.reports, *(found.value if found.kind == "split" else [])]
            made = deciding.record(connection, user, "undo", ids, None, reason, key)
            refreshing.restory(connection, self._shelf, ids)
        return made

    def decisions(self) -> list[deciding.Decision]:
        """Everything that people decided, in order."""
        with self._reading() as connection:
            return deciding.every(connection)

    def export(self) -> Iterator[str]:
        """Everything that is kept, as JSON lines that :meth:`load` reads."""
        with self._reading() as connection:
            yield from archive.lines(connection)

    def load(self, lines: Iterable[str]) -> int:
        """Add what another ledger exported, one transaction a line; the number of lines that were new here."""
        new = 0
        keys: dict[int, int] = {}
        for number, line in enumerate(lines, 1):
            found = archive.read(line, number) if line.strip() else None
            if isinstance(found, archive.Line):
                article = msgspec.structs.replace(found.article, id=found.name)
                new += self._add(article, found.events, found.prints, found.coder, found.added) != "known"
            elif found is not None:
                new += self._load_decision(found, keys)
        return new

    def _load_decision(self, d: deciding.Decision, keys: dict[int, int]) -> bool:
        with self._writing() as connection:
            same = [x for x in deciding.every(connection) if (x.made, x.user, x.kind) == (d.made, d.user, d.kind)]
            if same:
                keys[d.key] = same[0].key
                return False
            undoes = keys.get(d.undoes) if d.undoes is not None else None
            keys[d.key] = deciding.record(connection, d.user, d.kind, d.reports, d.value, d.reason, undoes, d.made)
            refreshing.restory(connection, self._shelf, [*d.reports, *(d.value if d.kind == "split" else [])])
        return True

    def _add(self, article: Kept, events: list[Event], marks: bytes, coder: str, added: str | None = None) -> Outcome:
        with self._writing() as connection:
            stored = store(connection, article, events, marks, coder, added)
            if stored.replaced:
                refreshing.went(connection, self._shelf, stored.replaced)
            if stored.outcome != "known":
                stories = refreshing.came(connection, self._shelf, stored.reports)
                if stored.outcome == "version":
                    stories |= refreshing.edited(connection, stored.article)
                refreshing.refresh(connection, self._shelf, stories)
        return stored.outcome

    def _by_now(self, connection: Connection, wanted: Wanted) -> Iterator[Event]:
        for row in connection.execute(wanted.query(), execution_options={"yield_per": 500}):
            yield msgspec.json.decode(row.record, type=Event)

    def _by_then(self, connection: Connection, wanted: Wanted, then: str) -> Iterator[Event]:
        """Also events that have gone since: those whose reports were all edited away."""
        b, h = t.bearing.c, t.happening.c
        gone = select(b.event).outerjoin(t.happening, h.event == b.event).where(h.event.is_(None)).distinct()
        names = [row.event for row in connection.execute(wanted.query())]
        names += connection.execute(gone).scalars()
        found = (refreshing.current(connection, *self._members(connection, name), then) for name in names)
        yield from sorted((e for e in found if e is not None and wanted.fits(e)), key=lambda e: (e.date or "", e.id))

    def _members(self, connection: Connection, name: str) -> tuple[list[Report], list[deciding.Decision]]:
        """The reports of the event of that id, or of the one that a report of that id tells."""
        b, r = t.bearing.c, t.report.c
        keys = list(connection.execute(select(b.report).where(b.event == name)).scalars())
        if not keys:
            event = connection.execute(select(b.event).join(t.report, r.key == b.report).where(r.id == name)).scalar()
            keys = list(connection.execute(select(b.report).where(b.event == event)).scalars()) if event else []
        if not keys:
            raise LedgerError(f"{self.name}: there is no event {name}; `sayso events --ledger {self.name}` lists them")
        members = sorted(self._shelf.get(connection, sorted(keys)), key=lambda r: r.order)
        return members, deciding.standing(connection, members)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with told(self.name), opening.writing(self._engine) as connection:
                yield connection
        except BaseException:
            self._shelf.forget()
            raise

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.name), opening.reading(self._engine) as connection:
            yield connection
