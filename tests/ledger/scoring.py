"""Scores a ledger against a story: which events it should hold, told by which articles, with what status when."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from sayso.coding import coder
from sayso.knowledge.gazetteer import fold
from sayso.ledger import Ledger
from sayso.ledger_cli import paragraphs
from sayso.model import Article, Event, Settings
from sayso.pipeline import coded

Story: TypeAlias = dict[str, Any]  # as in the files under data/stories
Told: TypeAlias = list[tuple[Article, list[Event]]]


def read(path: Path) -> tuple[Story, Told]:
    """A story, and its articles with their events."""
    story = json.loads(path.read_text("utf8"))
    return story, told(story)


def told(story: Story) -> Told:
    """A story's articles with their events and answers."""
    lines = io.BytesIO("".join(json.dumps(a) + "\n" for a in story["articles"]).encode())
    return list(coded(["-"], Settings(), print, lines, answers=True))


def book(path: Path | str, told: Told) -> Ledger:
    """A new ledger of these articles."""
    made = Ledger(path)
    for article, events in told:
        made.add(article, events, paragraphs(article), coder(Settings()))
    return made


def score(story: Story, ledger: Ledger) -> Counter[str]:
    """Counts of wanted, found and extra events, and of checks made and passed, in all and by what is checked."""
    n: Counter[str] = Counter(wanted=len(story["events"]))
    free = [e for e in ledger.events() if set(e.event) & set(story["focus"])]
    for w in story["events"]:
        like = [e for e in free if fits(w, e)]
        if not like:
            continue
        e = max(like, key=lambda e: len(set(e.articles) & set(w["articles"])))
        free.remove(e)
        n["found"] += 1
        for name, right in _checks(w, e, ledger):
            n.update({"checks": 1, "good": int(right), name: 1, f"{name} good": int(right)})
    n["extra"] = len(free)
    return n


def f1(n: Counter[str]) -> float:
    """Of the events, from the counts."""
    return 2 * n["found"] / (n["wanted"] + n["found"] + n["extra"])


def fits(w: Story, e: Event) -> bool:
    who, whom = ({p.code for p in side} for side in (e.actor, e.recipient))
    if w.get("either_side"):
        right = {*w["actors"], *w["recipients"]} <= who | whom
    else:
        right = set(w["actors"]) <= who and set(w["recipients"]) <= whom
    dated = "date" not in w or (e.date, e.enddate) == (w["date"], w["date"])
    return right and bool(set(w["event"]) & set(e.event)) and dated


def _checks(w: Story, e: Event, ledger: Ledger) -> Iterator[tuple[str, bool]]:
    yield "merge", set(e.articles) == set(w["articles"])
    yield "sources", e.independent_sources == w["independent_sources"]
    yield "status", e.status == w["status"]
    if "dead" in w:
        yield "size", e.size is not None and e.size.dead == w["dead"]
    if "place" in w:
        yield "place", e.event_loc is not None and fold(e.event_loc.name) == fold(w["place"])  # "Kŭlob" is Kulob
    for day, status in w.get("as_of", {}).items():
        then = [x for x in ledger.events(as_of=day) if x.id == e.id]
        yield "status", [x.status for x in then] == [status]
