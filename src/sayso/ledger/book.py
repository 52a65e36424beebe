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
from sqlalchemy import Connection, func, select

from sayso.ledger import (
    archive,
    asking,
    checking,
    coders,
    correcting,
    edits,
    opening,
    positions,
    refreshing,
    reviewing,
    rulings,
)
from sayso.ledger import decisions as deciding
from sayso.ledger import tables as t
from sayso.ledger.agreement import Unit
from sayso.ledger.asking import Change, Neighbour
from sayso.ledger.deriving import Counted, derived, tolls
from sayso.ledger.editions import live
from sayso.ledger.edits import Edit
from sayso.ledger.errors import LedgerError, told
from sayso.ledger.grouping import why
from sayso.ledger.matching import Match
from sayso.ledger.moments import EVER, NOW, Then, then, until
from sayso.ledger.prints import prints
from sayso.ledger.reports import Report, Shelf
from sayso.ledger.searching import Wanted
from sayso.ledger.storing import Kept, Outcome, kept, store
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
    """An event with why each of its reports belongs to it, its numbers over time, what people decided, which other events
    were looked at and why they stayed apart, and what edits of its articles changed."""

    event: Event
    reports: list[tuple[str, str, Match | None]]
    sizes: list[Counted]
    decisions: list[deciding.Decision]
    apart: list[Neighbour]
    edits: list[Edit]


class Listed(msgspec.Struct, frozen=True):
    """A version of an article in the ledger."""

    id: str
    version: int
    published: str | None
    source: str | None
    title: str | None
    added: str
    events: int
    edit: Edit | None = None  # what it changed in the version before it


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
        self, *, as_of: str | None = None, known: str | None = None, party: str | None = None, place: str | None = None,
        country: str | None = None, kind: str | None = None, status: str | None = None, since: str | None = None,
        before: str | None = None, limit: int | None = None,
    ) -> Iterator[Event]:  # fmt: skip
        """Merged events by date, undated ones first.

        ``party`` and ``place`` are codes or names, a place's name being its own or that of an area that holds it; ``since`` and
        ``before`` bound the events' dates. ``as_of`` counts what had been published by then, ``known`` what was in the ledger.
        """
        wanted = Wanted(party, place, country, kind, status, since, before)
        with self._reading() as connection:
            yield from islice(asking.events(connection, self._shelf, wanted, then(as_of, known), limit), limit)

    def event(self, name: str, *, as_of: str | None = None, known: str | None = None) -> Event:
        """One event by its id or the id of a report of it."""
        with self._reading() as connection:
            story, members = self._find(connection, name, then(as_of, known))
            found = story.event(members)
        if found is None:
            raise LedgerError(f"{self.name}: event {name} is not known" + (f" by {as_of}" if as_of else " any more"))
        return found

    def show(self, name: str, *, as_of: str | None = None, known: str | None = None) -> Shown:
        """An event and why it is what it is; one that is gone by then as its first report tells it."""
        when = then(as_of, known)
        with self._reading() as connection:
            story, members = self._find(connection, name, when)
            around = asking.neighbours(connection, self._shelf, members)
            changed = edits.edits(connection, sorted({r.told.id for r in members}))
        heard = live(members, story.editions, when)
        reasons = [
            (r.id, r.told.id, why(r, [m for m in members if m is not r]) if len(members) > 1 else None) for r in members
        ]
        event = story.event(members) or members[0].event
        return Shown(event, reasons, tolls(heard), story.about(members), around, changed)

    def compare(self, one: str, other: str) -> Match:
        """Why two events, or reports, are one or not: the best match among their reports, or the conflict between them."""
        with self._reading() as connection:
            (_, a), (_, b) = (self._find(connection, name, NOW) for name in (one, other))
        found = [why(r, b) for r in a]
        return next((m for m in found if m.conflict), max(found, key=lambda m: m.score))

    def history(self, name: str, *, as_of: str | None = None, known: str | None = None) -> list[Step]:
        """How an event's status moved, one step a moment of publication."""
        when = then(as_of, known)
        with self._reading() as connection:
            story, members = self._find(connection, name, when)
        steps: list[Step] = []
        for at in sorted({r.told.moment or EVER for r in members}):
            event = derived(members, story.editions, Then(at, when.added)) if at <= when.published else None
            if event is not None:
                articles = list(dict.fromkeys(r.told.id for r in members if (r.told.moment or EVER) == at))
                was = steps[-1].status if steps else None
                sources = event.independent_sources
                steps.append(Step(None if at == EVER else at, event.status, was, event.credibility, sources, articles))
        return steps

    def changes(self, since: str, *, as_of: str | None = None, known: str | None = None) -> Iterator[Change]:
        """Events whose status is another than it was at a moment, and those whose articles were edited since."""
        with self._reading() as connection:
            yield from asking.changes(connection, self._shelf, until(since), then(as_of, known))

    def articles(self) -> Iterator[Listed]:
        """Every version of every article, in the order of publication."""
        a, c, r = t.article.c, t.coding.c, t.report.c
        latest = select(func.max(c.key)).where(c.article == a.key).correlate(t.article).scalar_subquery()
        events = select(func.count()).select_from(t.report).where(r.coding == latest, r.n >= 0)  # no answers
        count = events.correlate(t.article).scalar_subquery()
        query = select(a.id, a.version, a.published, a.source, a.title, a.added, count).order_by(
            a.moment, a.id, a.version
        )
        with self._reading() as connection:
            changed = {(e.article, e.version): e for e in edits.edits(connection, edits.edited(connection))}
            for row in connection.execute(query, execution_options={"yield_per": 500}):
                yield Listed(*row, changed.get((row.id, row.version)))

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

    def status(self, *, as_of: str | None = None, known: str | None = None) -> dict[str, Any]:
        """How much there is, and the events by status."""
        with self._reading() as connection:
            return asking.counts(connection, self._shelf, then(as_of, known))

    def rebuild(self) -> None:
        """Compute everything that is derived again, in one transaction."""
        with self._writing() as connection:
            refreshing.rebuilt(connection, self._shelf)

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

        join: all become one event. split: the first name's reports that are named, or that articles named make, are taken out of
        their event. correct: ``value`` holds the fields, or words such as "mode=phone". accept, dismiss, note (its text is
        ``value``): about one event. Raises LedgerError for what cannot be done.
        """
        with self._writing() as connection:
            if kind == "split":
                members = self._find(connection, names[0], NOW)[1]
                ids, value = self._taken_out(members, names)
            elif kind == "correct":
                story, members = self._find(connection, names[0], NOW)
                event = story.event(members) or members[0].event
                if isinstance(value, list):
                    value = correcting.corrections(value, event)
                correcting.check(value, event)
                ids = [r.id for r in members]
            elif kind == "join" and len(names) < 2:
                raise LedgerError(f"{self.name}: a join takes two events or more")
            else:
                ids = [r.id for n in names for r in self._find(connection, n, NOW)[1]]
            key = deciding.record(connection, user, kind, ids, value, reason)
            refreshing.decided(connection, self._shelf, [*ids, *(value if kind == "split" else [])], kind == "join")
        return key

    def _taken_out(self, members: list[Report], names: list[str]) -> tuple[list[str], list[str]]:
        """The reports of an event that are named by themselves or by their articles, and those that are left."""
        own = [n for n in names if any(n in (r.id, r.told.id) for r in members)]
        if unknown := [n for n in names[1:] if n not in own]:
            raise LedgerError(
                f"{self.name}: {unknown[0]} tells nothing of event {names[0]}; `sayso show` lists its reports"
            )
        if len(own) > 1 and own[0] == members[0].id and own[0] == names[0]:
            own = own[1:]  # the event goes by its first report's id
        ids = list(dict.fromkeys(r.id for r in members if {r.id, r.told.id} & set(own)))
        rest = list(dict.fromkeys(r.id for r in members if r.id not in ids))
        if not rest or not ids:
            raise LedgerError(
                f"{self.name}: a split must name some of an event's reports or articles, and leave others in it"
            )
        return ids, rest

    def undo(self, user: str, key: int, reason: str | None = None) -> int:
        """Take a decision back; the record of both stays."""
        with self._writing() as connection:
            every = deciding.every(connection)
            found = next((d for d in every if d.key == key), None)
            if found is None or found.kind == "undo":
                raise LedgerError(f"{self.name}: there is no decision {key} to undo; `sayso decisions` lists them")
            if any(d.undoes == key for d in every):
                raise LedgerError(f"{self.name}: decision {key} is undone already")
            ids = [*found.reports, *(found.value if found.kind == "split" else [])]
            made = deciding.record(connection, user, "undo", ids, None, reason, key)
            refreshing.decided(connection, self._shelf, ids)
        return made

    def decisions(self) -> list[deciding.Decision]:
        """Everything that people decided, in order."""
        with self._reading() as connection:
            return deciding.every(connection)

    def rulings(self) -> list[rulings.Ruling]:
        """Every decision with what it is about now, what undid it, and where a newer coding agrees with it or contradicts it."""
        with self._reading() as connection:
            return list(rulings.rulings(connection, self._shelf))

    def coders(self, a: str, b: str) -> tuple[list[Unit], list[Unit]]:
        """What two people, or one and "machine", make of the events that both judged; for :mod:`sayso.ledger.agreement`."""
        with self._reading() as connection:
            return coders.of_ledger(connection, self._shelf, a, b, self.name)

    def positions(
        self,
        *,
        between: tuple[str, ...] = (),
        issue: str | None = None,
        as_of: str | None = None,
        known: str | None = None,
    ) -> list[positions.Stand]:
        """What each side demands, offers, accepts, rejects or insists on, issue by issue; of one side or between two, by name."""
        with self._reading() as connection:
            return positions.positions(connection, self._shelf, then(as_of, known), between, issue)

    def looks(
        self, *, party: str | None = None, status: str | None = None, since: str | None = None
    ) -> Iterator[reviewing.Look]:
        """The events that need a person's look, by date; each as it is when it comes up, so that deciding between them is safe."""
        with self._reading() as connection:
            names = reviewing.names(connection, Wanted(party=party, status=status, since=since))
        for name in names:
            with self._reading() as connection:
                found = reviewing.look(connection, self._shelf, name)
            if found is not None:
                yield found

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
            about = [*d.reports, *(d.value if d.kind == "split" else [])]
            refreshing.decided(connection, self._shelf, about, d.kind == "join")
        return True

    def _add(self, article: Kept, events: list[Event], marks: bytes, coder: str, added: str | None = None) -> Outcome:
        with self._writing() as connection:
            stored = store(connection, article, events, marks, coder, added)
            if stored.outcome != "known":
                stories = refreshing.came(connection, self._shelf, stored.reports)
                if stored.outcome != "new":
                    stories |= refreshing.edited(connection, stored.article)
                refreshing.refresh(connection, self._shelf, stories)
        return stored.outcome

    def _find(self, connection: Connection, name: str, when: Then) -> tuple[refreshing.Story, list[Report]]:
        return asking.find(connection, self._shelf, name, when, self.name)

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
