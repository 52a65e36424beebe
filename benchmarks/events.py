"""Events of single sentences: how well type, parties, mode and auxiliary modes come out, and what is found where there is nothing.

    python benchmarks/events.py                 every figure, on the development half and on the half held back
    python benchmarks/events.py --errors 40     also the errors of the development half, worst cause first
    python benchmarks/events.py --mentions      one record a mention instead of one a happening

In: the sentences of ``tests/coding/data``, written for this project with all their events; even lines are for development,
odd lines are only ever counted. Out: ``half name value`` a line. Several parties on a side count as several records, and a
meeting as one record in each direction, as benchmarks of dyads have it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.annotating import annotate
from sayso.coding import code
from sayso.model import Article, Event, Settings
from sayso.reading import read_text

DATA = Path(__file__).parent.parent / "tests" / "coding" / "data"
Record = tuple[str, str, str]
HALVES = {0: "development", 1: "held_back"}


def rows(name: str) -> list[dict[str, Any]]:
    """The sentences of a set, in the order of their lines, which decides their half."""
    with (DATA / f"{name}.jsonl").open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def records(event: Event) -> list[Record]:
    """An event as (actor, recipient, type), one for each pair of parties, "" for nobody or somebody not placed."""
    actors = [a.code or "" for a in event.actor]
    recipients = [r.code or "" for r in event.recipient]
    if recipients or len(actors) < 2:
        pairs = {(a, r) for a in actors or [""] for r in recipients or [""]}
    else:
        pairs = {(a, b) for i, a in enumerate(actors) for j, b in enumerate(actors) if i != j}
    return [(a, r, event.event[0]) for a, r in sorted(pairs)]


class Score:
    """The counts of one half."""

    def __init__(self) -> None:
        self.types: Counter[str] = Counter()
        self.dyads: Counter[str] = Counter()
        self.by_type: dict[str, Counter[str]] = defaultdict(Counter)
        self.matched = self.modes = self.auxiliaries = 0
        self.sentences = self.false = self.with_false = 0
        self.errors: list[str] = []

    def add(self, row: dict[str, Any], found: list[Event]) -> None:
        gold = Counter((e["actor"], e["recipient"], e["event"]) for e in row["events"])
        told = Counter(r for e in found for r in records(e))
        types, told_types = _of_types(gold), _of_types(told)
        _count(self.types, types, told_types)
        _count(self.dyads, gold, told)
        for kind in types | told_types:
            _count(self.by_type[kind], _only(types, kind), _only(told_types, kind))
        wrong = self._qualities(row, found)
        if gold != told or wrong:
            self.errors.append(
                f"{row['text']}\n    gold  {_shown(gold)}{wrong}\n    found {_shown(told)}"
                + "".join(f"\n          {e.event[0]} by {', '.join(e.event_text)}" for e in found)
            )

    def _qualities(self, row: dict[str, Any], found: list[Event]) -> str:
        """Mode and auxiliary of each gold event whose type was found, against the found event nearest in its parties."""
        wrong = ""
        free = list(found)
        seen: set[str] = set()
        for g in row["events"]:
            key = json.dumps([g["event"], g["mode"], sorted({g["actor"], g["recipient"]}), g["auxiliary"]])
            if key in seen:
                continue
            seen.add(key)
            dyad = (g["actor"], g["recipient"], g["event"])
            same = [e for e in free if e.event[0] == g["event"]]
            if not same:
                continue
            best = max(same, key=lambda e: (dyad in records(e), g["mode"] in e.mode))
            free.remove(best)
            mode = g["mode"] in best.mode if g["mode"] else not best.mode
            auxiliary = sorted(best.auxiliary) == sorted(g["auxiliary"])
            self.matched += 1
            self.modes += mode
            self.auxiliaries += auxiliary
            if not mode:
                wrong += f"  mode {g['mode'] or 'none'} found as {best.mode}"
            if not auxiliary:
                wrong += f"  auxiliary {g['auxiliary']} found as {best.auxiliary}"
        return wrong

    def add_eventless(self, row: dict[str, Any], found: list[Event]) -> None:
        self.sentences += 1
        self.false += len(found)
        self.with_false += bool(found)
        if found:
            told = "".join(f"\n          {e.event[0]} by {', '.join(e.event_text)}" for e in found)
            self.errors.append(f"{row['text']}\n    gold  nothing{told}")

    def figures(self) -> Iterator[tuple[str, float]]:
        yield "type_f1", _f1(self.types)
        yield "dyad_and_type_f1", _f1(self.dyads)
        yield "mode_accuracy", self.modes / max(1, self.matched)
        yield "auxiliary_accuracy", self.auxiliaries / max(1, self.matched)
        yield "false_per_100_eventless", 100 * self.false / max(1, self.sentences)
        yield "sentences_with_false", self.with_false / max(1, self.sentences)


def _count(into: Counter[str], gold: Counter[Any], told: Counter[Any]) -> None:
    into["both"] += sum((gold & told).values())
    into["gold"] += sum(gold.values())
    into["told"] += sum(told.values())


def _of_types(found: Counter[Record]) -> Counter[str]:
    types: Counter[str] = Counter()
    for (_, _, kind), n in found.items():
        types[kind] += n
    return types


def _only(found: Counter[str], kind: str) -> Counter[str]:
    return Counter({kind: found[kind]})


def _f1(c: Counter[str]) -> float:
    return 2 * c["both"] / max(1, c["gold"] + c["told"])


def _shown(found: Counter[Record]) -> str:
    return "; ".join(f"{kind} {a or '-'}>{r or '-'}" for a, r, kind in sorted(found.elements(), key=str)) or "nothing"


def annotated(row: dict[str, Any]) -> Article:
    return annotate(read_text(row["text"], published=row["published"]), Settings())


def scores(merge: bool = True) -> dict[str, Score]:
    """Both sets read by sayso and counted, a half each."""
    found = {half: Score() for half in HALVES.values()}
    for name in ("events", "eventless"):
        for number, row in enumerate(rows(name), 1):
            score = found[HALVES[number % 2]]
            events = code(annotated(row), Settings(merge=merge))
            if name == "events":
                score.add(row, events)
            else:
                score.add_eventless(row, events)
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--errors", type=int, default=0, metavar="N")
    options.add_argument("--mentions", action="store_true")
    chosen = options.parse_args()
    found = scores(not chosen.mentions)
    for error in found["development"].errors[: chosen.errors]:
        print(error, file=sys.stderr)
    for half, score in found.items():
        for kind, c in sorted(score.by_type.items()):
            print(
                f"{half:12} {kind:10} P {c['both'] / max(1, c['told']):.3f}  R {c['both'] / max(1, c['gold']):.3f}"
                f"  ({c['both']} of {c['told']} found, {c['gold']} in gold)"
            )
        for name, value in score.figures():
            print(f"{half:12} {name} {value:.3f}")


if __name__ == "__main__":
    main()
