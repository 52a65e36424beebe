"""From the reports of one story to its events: each report joins the event that it matches best, the most exact ones first.

In: reports, and what people decided about them. Out: lists of reports, each one event. The result depends on the set of reports
alone: they are taken by how exact their date is, then by publication and id.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from sayso.ledger.answering import compare
from sayso.ledger.matching import Match, copied
from sayso.ledger.reports import Report
from sayso.ledger.rules import rules

_COMPARED = 24  # different members of an event that a report is compared with
_SMALL = 3  # reports of a group that may still join another when all have been placed


class Constraints(msgspec.Struct):
    """Human decisions by report ids: pairs that are one event, pairs that are not."""

    joined: set[frozenset[str]] = msgspec.field(default_factory=set)
    apart: set[frozenset[str]] = msgspec.field(default_factory=set)

    def together(self, report: Report, members: Iterable[Report]) -> bool:
        return bool(self.joined) and any(frozenset((report.id, m.id)) in self.joined for m in members)

    def forbid(self, report: Report, members: Iterable[Report]) -> bool:
        return bool(self.apart) and any(frozenset((report.id, m.id)) in self.apart for m in members)


class Group:
    """An event in the making: its reports, and the first of each kind, which others are compared with."""

    def __init__(self, first: Report) -> None:
        self.reports = [first]
        self.compared = [first]
        self._seen = {_signature(first)}

    def add(self, report: Report) -> None:
        self.reports.append(report)
        signature = _signature(report)
        if signature not in self._seen and len(self.compared) < _COMPARED and not self._copies(report):
            self._seen.add(signature)
            self.compared.append(report)

    def _copies(self, report: Report) -> list[Report]:
        return [other for other in self.compared if copied(report.facts, other.facts)]

    def score(self, report: Report) -> float | None:
        """The best match with a member; None when none joins or one is in conflict. A copy goes where its original is."""
        if copies := self._copies(report):
            return max(_matched(report, other).score for other in copies)
        best: float | None = None
        for other in self.compared:
            found = _matched(report, other)
            if found.conflict is not None:
                return None
            if found.joins and (best is None or found.score > best):
                best = found.score
        return best

    def match(self, other: Group) -> Match | None:
        """The best match of any member with any of another group; None where some are in conflict."""
        found = [(r, o, _matched(r, o)) for r in self.compared for o in other.compared]
        if any(m.conflict is not None for _, _, m in found):
            return None
        dated = [m for r, o, m in found if r.facts.first is not None and o.facts.first is not None]
        # What both give a day must meet by that: an undated telling that fits either links no two days.
        return max(dated or [m for _, _, m in found], key=lambda m: m.score)


def grouped(reports: list[Report], constraints: Constraints) -> list[list[Report]]:
    """The events of a story's reports; answers stand behind what tells the event, those without one are left out."""
    groups: list[Group] = []
    for report in sorted((r for r in reports if not r.answers), key=_exact_first):
        home = _decided(report, groups, constraints) or _best(report, groups, constraints)
        if home is None:
            groups.append(Group(report))
        else:
            home.add(report)
    groups = _gathered(groups, constraints)
    answers: dict[int, list[Report]] = {}
    for report in sorted((r for r in reports if r.answers), key=lambda r: r.order):
        home = _decided(report, groups, constraints) or _answered(report, groups, constraints)
        if home is not None:
            answers.setdefault(id(home), []).append(report)
    return [[*sorted(g.reports, key=lambda r: r.order), *answers.get(id(g), [])] for g in groups]


def why(report: Report, members: list[Report]) -> Match:
    """The best match of a report with an event's other reports, or the conflict that keeps it out; of a copy, that with its original."""
    found = [compare(report.facts, m.facts) for m in members if not report.answers and copied(report.facts, m.facts)]
    deeds = [m for m in members if not m.answers] or members
    found = found or [compare(report.facts, m.facts) for m in deeds]
    best = max(found, key=lambda m: (m.conflict is None, m.score))
    return best if report.answers else next((m for m in found if m.conflict), best)


def _exact_first(r: Report) -> tuple[bool, int, tuple[str, str, int, int]]:
    f = r.facts
    length = rules().days["broadest"] * (2 if f.past else 1)
    if f.first is not None and f.last is not None:
        length = f.last - f.first
    return (f.denied, length, r.order)


def _decided(report: Report, groups: list[Group], constraints: Constraints) -> Group | None:
    return next((g for g in groups if constraints.together(report, g.reports)), None)


def _best(report: Report, groups: list[Group], constraints: Constraints) -> Group | None:
    best: tuple[float, Group] | None = None
    for g in groups:
        if constraints.forbid(report, g.reports):
            continue
        score = g.score(report)
        if score is not None and (best is None or score > best[0]):
            best = (score, g)
    return best[1] if best else None


def _gathered(groups: list[Group], constraints: Constraints) -> list[Group]:
    """The groups, each small one joined to the one that it fits now that all reports have come: later tellings may link the two.

    A telling that says too little to join, and no day, joins the only deed of the story that it can mean.
    """
    kept = list(groups)
    for g in reversed(groups):
        if len(g.reports) > _SMALL:
            continue
        near = ((g.match(h), h) for h in kept if h is not g and not _forbidden(g, h, constraints))
        found = sorted(((m, h) for m, h in near if m is not None and m.nearly), key=lambda x: x[0].score, reverse=True)
        undated = all(r.facts.first is None for r in g.reports)
        if found and (found[0][0].joins or (undated and len(found) == 1)):
            for report in g.reports:
                found[0][1].add(report)
            kept.remove(g)
    return kept


def _forbidden(g: Group, h: Group, constraints: Constraints) -> bool:
    return any(constraints.forbid(r, h.reports) for r in g.reports)


def _answered(report: Report, groups: list[Group], constraints: Constraints) -> Group | None:
    """The event that an answer means: the one that it fits best, of equals the latest."""
    best: tuple[float, int, Group] | None = None
    for g in groups:
        fits = [m for m in (_matched(report, other) for other in g.compared) if m.joins]
        if fits and not constraints.forbid(report, g.reports):
            last = max((other.facts.last or other.facts.told or 0 for other in g.compared), default=0)
            found = (max(m.score for m in fits), last, g)
            if best is None or found[:2] > best[:2]:
                best = found
    if best is not None and any(m.told.id == report.told.id for m in best[2].reports):
        # Who tells a deed says there who denies it; that a side stands by it may lie between the lines.
        return best[2] if report.facts.stance > 0 else None
    return best[2] if best else None


@lru_cache(maxsize=1 << 16)
def _matched(a: Report, b: Report) -> Match:
    """Reports never change, and a story's are compared again whenever one is added to it."""
    return compare(a.facts, b.facts)


def _signature(r: Report) -> tuple[object, ...]:
    f = r.facts
    told = f.told if f.first is None else None
    return (f.modes, f.who, f.whom, f.first, f.last, told, f.where, f.unreal, f.article if f.denied else "", f.words)
