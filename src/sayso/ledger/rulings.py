"""Decisions against the record as it stands now: what each is about, whether it was undone, and where a newer coding agrees or not.

In: a connection. Out: :class:`Ruling` per decision. What the machine said when somebody decided is computed from what the ledger had at
that moment, so nothing beside the decision needs to be stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection

from sayso.ledger import decisions, heirs, refreshing
from sayso.ledger.correcting import FIELDS
from sayso.ledger.deriving import derived
from sayso.ledger.editions import coded, editions, name_of
from sayso.ledger.grouping import Constraints, grouped
from sayso.ledger.moments import EVER, NOW, Then
from sayso.ledger.reports import Report, Shelf
from sayso.model import Event, Party


class Finding(msgspec.Struct, frozen=True):
    """Where the machine moved since a decision: what it said of a field then and says now, and whether that agrees with the person.

    ``field`` is None where the event itself, or its grouping, is meant; ``said`` is the whole in one line.
    """

    field: str | None
    was: Any
    now: Any
    decided: Any
    agrees: bool
    said: str


class Ruling(msgspec.Struct, frozen=True):
    """A decision with the events it is about now, what undid it, and what newer codings of its reports changed."""

    decision: decisions.Decision
    events: list[str]
    undone_by: int | None
    findings: list[Finding]


def rulings(connection: Connection, shelf: Shelf) -> Iterator[Ruling]:
    """Every decision, in the order in which they were made."""
    every = decisions.every(connection)
    undone = {d.undoes: d.key for d in every if d.kind == "undo" and d.undoes is not None}
    for d in every:
        found = _Now(connection, shelf, d)
        standing = d.kind not in ("undo", "note") and d.key not in undone
        yield Ruling(d, found.events, undone.get(d.key), found.findings() if standing else [])


def judged(connection: Connection, shelf: Shelf, d: decisions.Decision) -> tuple[str, Event | None, Event | None]:
    """The event that a decision is about now, by its id, and what the machine said of it when somebody decided, and says now."""
    found = _Now(connection, shelf, d)
    was, now = found.machine()
    return next(iter((*found.events, *found.renamed.reports))), was, now


class _Now:
    """A decision's reports then and now."""

    def __init__(self, connection: Connection, shelf: Shelf, d: decisions.Decision) -> None:
        self.d = d
        about = sorted(heirs.named([d]))
        stories = refreshing.stories_of(connection, refreshing.keys_of(connection, about))
        told = list(refreshing.told(connection, shelf, sorted(stories)))
        self.reports = [r for s in told for r in s.reports]
        self.known = editions(connection, self.reports)
        self.then = Then(EVER, d.made)
        self.names = heirs.heirs(self.reports, self.known, set(about))
        self.renamed = heirs.renamed(d, self.names)
        ids = set(self.renamed.reports)
        self.events = [name_of(m[0], s.editions) for s in told for m in s.events if any(r.id in ids for r in m)]

    def findings(self) -> list[Finding]:
        d = self.d
        before = self._coded(self.then, set(d.reports))
        after = self._coded(NOW, set(self.renamed.reports))
        lost = len({r.id for r in before}) - len({self.names.get(r.id, r.id) for r in before} & {r.id for r in after})
        if before and not after:
            agrees = d.kind == "dismiss"
            return [Finding(None, "reported", "not reported", d.kind, agrees, "the machine no longer reports it")]
        if d.kind in ("join", "split"):
            if lost > 0:
                said = f"{lost} of the reports it is about {'is' if lost == 1 else 'are'} no longer made"
                return [Finding(None, "reported", "not reported", d.kind, False, said)]
            return self._grouping()
        was, now = self.machine()
        if was is None or now is None:
            return []
        return [f for field in FIELDS if (f := self._field(field, was, now)) is not None]

    def machine(self) -> tuple[Event | None, Event | None]:
        """What the machine makes of the decision's reports, then and now."""
        before, after = self._coded(self.then, set(self.d.reports)), self._coded(NOW, set(self.renamed.reports))
        was = derived(before, self.known, self.then) if before else None
        return was, derived(after, self.known) if after else None

    def _coded(self, then: Then, ids: set[str]) -> list[Report]:
        return sorted((r for r in coded(self.reports, self.known, then) if r.id in ids), key=lambda r: r.order)

    def _field(self, field: str, was: Event, now: Event) -> Finding | None:
        """Of what a correction sets, or what somebody accepted or dismissed, one field that is coded otherwise now."""
        corrected = self.d.kind == "correct"
        if corrected and field not in self.d.value:
            return None
        old, new = plain(field, was), plain(field, now)
        if old == new:
            return None
        given = old
        if corrected:
            given = plain(field, _with(was, field, self.d.value[field]))
        agrees = corrected and new == given
        verb = {"correct": "corrected to", "accept": "accepted as", "dismiss": "dismissed as"}[self.d.kind]
        machine = "now agrees" if agrees else f"now says {shown(new)}" + (f", said {shown(old)}" if corrected else "")
        return Finding(field, old, new, given, agrees, f"{field} {verb} {shown(given)}; the machine {machine}")

    def _grouping(self) -> list[Finding]:
        """Whether the machine by itself now groups the reports as people did, and did not when they decided."""
        wanted = self.d.kind == "join"
        was = self._alone(self.then, self.d) == wanted
        now = self._alone(NOW, self.renamed) == wanted
        if was == now:
            return []
        words = {True: "together", False: "apart"}
        said = f"{'joined' if wanted else 'split'} by hand; the machine " + (
            f"now agrees and puts them {words[wanted]}" if now else f"now puts them {words[not wanted]}"
        )
        return [Finding(None, words[was == wanted], words[now == wanted], words[wanted], now, said)]

    def _alone(self, then: Then, d: decisions.Decision) -> bool:
        """Whether one event of the machine's own has all of a join's reports, or any of both sides of a split."""
        groups = [{r.id for r in g} for g in grouped(coded(self.reports, self.known, then), Constraints())]
        present = {i for g in groups for i in g}
        if d.kind == "join":
            wanted = set(d.reports) & present
            return any(wanted <= g for g in groups)
        return any(g & set(d.reports) and g & set(d.value) for g in groups)


def plain(field: str, e: Event) -> Any:
    """A field as it is compared and told: parties and places by name, lists as sorted sets."""
    value = getattr(e, field)
    if field in ("actor", "recipient"):
        return sorted({_party(p) for p in value})
    if field == "event_loc":
        return value.name if value is not None else None
    if field == "size":
        return {k: n for k, n in msgspec.structs.asdict(value).items() if n is not None} if value is not None else None
    return sorted(value) if isinstance(value, list) else value


def shown(value: Any) -> str:
    """A plain value in words."""
    if isinstance(value, dict):
        return ", ".join(f"{n} {k}" for k, n in value.items()) or "nothing"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "nothing"
    return "nothing" if value is None else str(value)


def written(value: dict[str, Any]) -> str:
    """A correction in words."""
    return "; ".join(f"{field} {shown(_told(field, given))}" for field, given in value.items())


def _told(field: str, given: Any) -> Any:
    if field in ("actor", "recipient"):
        return [p["identifier_text"] or p["entity_text"] for p in given]
    if field == "event_loc" and given:
        return given["name"]
    return {k: n for k, n in given.items() if n is not None} if field == "size" and given else given


def _party(p: Party) -> str:
    return p.identifier_text or p.entity_text


def _with(e: Event, field: str, value: Any) -> Event:
    kind = next(f.type for f in msgspec.structs.fields(Event) if f.name == field)
    return msgspec.structs.replace(e, **{field: msgspec.convert(value, kind)})
