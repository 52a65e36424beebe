"""Stance and factuality: what each source says of each event, and how firmly, on passages written for this project.

    python benchmarks/stances.py                every figure, on the development half and on the half held back
    python benchmarks/stances.py --errors 40    also the errors of the development half

In: ``tests/coding/data/stances.jsonl``: passages with their events and, for each source, the stances and the values of
factuality that a careful reader would give it (several where the theory leaves it open). Even lines (counted from 1) are for
development, odd lines are only ever counted. Events are given, as in FactBank: where the coder finds none at the marked words,
one is put there. Out: ``half name value`` a line. A claim that is not found is wrong in every respect; ``precision`` is the share
of the claims made on these events whose source the gold has.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from sayso.annotating import annotate
from sayso.coding.anchors import Anchors
from sayso.coding.claims import Claims, told
from sayso.coding.extraction import Mention, mentions
from sayso.coding.merging import merge
from sayso.coding.own_frames import laid
from sayso.model import Article, Claim, Settings, Span
from sayso.reading import read_text

GOLD = Path(__file__).parent.parent / "tests" / "coding" / "data" / "stances.jsonl"
HALVES = {0: "development", 1: "held_back"}


def claims(record: dict[str, Any]) -> tuple[list[list[Claim]], int, dict[str, list[str]]]:
    """The claims made on each of a passage's events, how many of these the coder found, and the names of who is named."""
    article = annotate(read_text(record["text"], published=record["published"]), Settings())
    groups = merge(mentions(article, laid().frames))
    found, at = 0, []
    for event in record["events"]:
        # A "meeting" that refers back may lead a group of its own: the telling counts before the reference.
        hits = [n for n, g in enumerate(groups) if any(event["start"] <= m.head.idx < event["end"] for m in g)]
        found += bool(hits)
        for m in groups[hits[0]] if hits else []:
            if event["start"] <= m.head.idx < event["end"] and m.event not in event["types"][:1]:
                # "Refused to meet" is coded as a rejection: what is judged here is the meeting.
                m.event, m.auxiliary = event["types"][0], _auxiliary(article, m.head)
        if not hits:
            groups.append([_given(article, event)])
        at.append(hits[0] if hits else len(groups) - 1)
    saying = {a.cue_head for a in article.attributions if a.cue_head >= 0}
    made = [c for c, _ in told(Claims(article, Anchors(article, saying)), groups)]
    also: dict[str, list[str]] = {}
    for a in article.actors:
        if a.identifier_text and a.kind in ("state", "organization", "group", "person"):
            also.setdefault(a.identifier_text, []).append(a.text)
    return [made[n] for n in at], found, also


def _given(article: Article, event: dict[str, Any]) -> Mention:
    """An event at the words that the gold marks."""
    span = article.parse.char_span(event["start"], event["end"], alignment_mode="expand")
    words = Span(event["start"], event["end"])
    return Mention(
        event=event["types"][0],
        mode=[],
        head=span.root,
        actors=[],
        recipients=[],
        auxiliary=_auxiliary(article, span.root),
        time=None,
        place=None,
        size=None,
        words=span.text,
        evidence=words,
        sentence=span.root.sent,
        body=True,
    )


def _auxiliary(article: Article, head: Any) -> list[str]:
    factual = article.factuality.get(head.i)
    return sorted(factual.reasons & {"negation", "future", "hypothetical"}) if factual else []


def same_source(gold: list[str], claim: Claim, also: dict[str, list[str]]) -> bool:
    """Whether a claim's source, its side, or another name of either in the passage is one of those that the gold gives."""
    names = [_words(n) for s in (claim.source, claim.side or "") for n in (s, *also.get(s, ()))]
    return any(set(_words(g)) <= set(n) or (n and set(n) <= set(_words(g))) for g in gold for n in names if n)


def _words(name: str) -> list[str]:
    return [w.removesuffix("s") for w in re.findall(r"\w+", name.lower()) if w not in ("the", "a", "an", "of", "its")]


def judged(record: dict[str, Any], count: Counter[str], errors: list[str] | None) -> None:
    """Add a passage to the counts, and its errors to the list."""
    made, found, also = claims(record)
    count["events"] += len(record["events"])
    count["found"] += found
    for n, of_event in enumerate(made):
        gold = [g for g in record["claims"] if g["event"] == n]
        count["made"] += len(of_event)
        extra = [c for c in of_event if not any(same_source(g["source"], c, also) for g in gold)]
        count["backed"] += len(of_event) - len(extra)
        for g in gold:
            right = _right(g, of_event, also)
            count["claims"] += 1
            count.update(k for k in ("source", "stance", "factuality") if right[k])
            count["dated"] += "said_on" in g
            count["said_on"] += "said_on" in g and right["said_on"]
            if errors is not None and not (right["stance"] and right["factuality"] and right["said_on"]):
                errors.append(f"{record['text']}\n    gold {g}\n    made {[_short(c) for c in of_event]}")
        if errors is not None and extra:
            errors.append(f"{record['text']}\n    EXTRA {[_short(c) for c in extra]}")


def _right(gold: dict[str, Any], made: list[Claim], also: dict[str, list[str]]) -> dict[str, bool]:
    """What the best of the claims of the right source gets right."""
    of_source = [c for c in made if same_source(gold["source"], c, also)]
    best = max(
        of_source, key=lambda c: (c.stance in gold["stance"]) + (c.factuality in gold["factuality"]), default=None
    )
    return {
        "source": best is not None,
        "stance": best is not None and best.stance in gold["stance"],
        "factuality": best is not None and best.factuality in gold["factuality"],
        "said_on": "said_on" not in gold or (best is not None and best.said_on == gold["said_on"]),
    }


def _short(c: Claim) -> str:
    return f"{c.source}:{c.stance}:{c.factuality}:{c.said_on}"


def figures(half: int, errors: list[str] | None = None) -> dict[str, float]:
    """The figures of one half (0 development, 1 held back)."""
    count: Counter[str] = Counter()
    with GOLD.open(encoding="utf8") as lines:
        for n, line in enumerate(lines, 1):
            if n % 2 == half:
                judged(json.loads(line), count, errors)
    total = count["claims"]
    return {
        "stance": count["stance"] / total,
        "factuality": count["factuality"] / total,
        "source": count["source"] / total,
        "precision": count["backed"] / max(1, count["made"]),
        "said_on": count["said_on"] / max(1, count["dated"]),
        "found": count["found"] / count["events"],
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--errors", type=int, default=0, help="print so many errors of the development half")
    chosen = options.parse_args()
    for half, name in HALVES.items():
        errors: list[str] | None = [] if chosen.errors and half == 0 else None
        for figure, value in figures(half, errors).items():
            print(name, figure, f"{value:.3f}")
        for error in (errors or [])[: chosen.errors]:
            print(error, file=sys.stderr)


if __name__ == "__main__":
    main()
