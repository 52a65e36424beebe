"""How well pronouns, "the group", short names, acronyms and pairs are tied to whom they stand for.

In: ``tests/annotating/data/coreference.jsonl``, one short report a line; its ``mentions`` carry an ``entity``, "a+b" for two
together. Even lines (counted from 1) are for development, odd lines are held out. Out: for each half the share of mentions
after an entity's first that are tied to an earlier mention of the same one, and to no other.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from sayso.annotating import actors, coreference, language
from sayso.model import Actor, Settings
from sayso.reading import read_text

GOLD = Path(__file__).parent.parent / "tests" / "annotating" / "data" / "coreference.jsonl"
PRONOUNS = {"he", "she", "it", "they", "him", "her", "his", "its", "their", "them"}


def half(name: str) -> list[dict[str, Any]]:
    """The reports of a half, ``development`` or ``held out``."""
    with GOLD.open(encoding="utf8") as lines:
        return [json.loads(x) for n, x in enumerate(lines, 1) if (n % 2 == 0) == (name == "development")]


def links(record: dict[str, Any]) -> list[tuple[dict[str, Any], bool]]:
    """Every mention that refers back, and whether it is tied to whom it stands for."""
    article = read_text(record["text"], published=record["published"])
    for layer in (language, actors, coreference):
        layer.add(article, Settings())
    found: list[tuple[dict[str, Any], bool]] = []
    known: dict[str, set[str]] = {}
    for gold in record["mentions"]:
        answer = _answer(gold, article.actors)
        if set(gold["entity"].split("+")) <= known.keys():
            found.append((gold, answer is not None and _is_tied(gold, answer, known)))
        if answer is not None and answer.kind not in ("pronoun", "collective"):
            known.setdefault(gold["entity"], set()).add(answer.entity)
        elif "+" not in gold["entity"]:
            known.setdefault(gold["entity"], set())
    return found


def _answer(gold: dict[str, Any], answers: list[Actor]) -> Actor | None:
    """The answer that overlaps a gold mention most."""
    end = gold["start"] + len(gold["text"])
    overlap = [(min(end, a.end) - max(gold["start"], a.start), -(a.end - a.start), n) for n, a in enumerate(answers)]
    best = max(overlap, default=(0, 0, 0))
    return answers[best[2]] if best[0] > 0 else None


def _is_tied(gold: dict[str, Any], answer: Actor, known: dict[str, set[str]]) -> bool:
    wanted = gold["entity"].split("+")
    got = answer.members or [answer.entity]
    return len(got) == len(wanted) and all(any(e in known[w] for e in got) for w in wanted)


def figures(records: list[dict[str, Any]]) -> dict[str, float]:
    """Share of right links: all, pronouns alone, and names, roles and pairs."""
    pairs = [p for r in records for p in links(r)]
    pronouns = [right for gold, right in pairs if gold["text"].lower() in PRONOUNS]
    others = [right for gold, right in pairs if gold["text"].lower() not in PRONOUNS]
    return {
        "links": len(pairs),
        "all": sum(right for _, right in pairs) / len(pairs),
        "pronouns": sum(pronouns) / len(pronouns),
        "names and roles": sum(others) / len(others),
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--errors", action="store_true", help="list what is wrong in the development half")
    chosen = options.parse_args()
    for name in ("development", "held out"):
        records = half(name)
        print(name, "  ".join(f"{k} {v:.3f}" if k != "links" else f"{k} {v}" for k, v in figures(records).items()))
        if chosen.errors and name == "development":
            for record in records:
                for gold, right in links(record):
                    if not right:
                        print(f"    {gold['text']!r} at {gold['start']} is {gold['entity']}: {record['text']}")


if __name__ == "__main__":
    main()
