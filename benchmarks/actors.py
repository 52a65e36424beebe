"""How well the actors and coreference layers find who is named, on sentences written for this project.

In: ``tests/annotating/data/mentions.jsonl``, one text a line with its mentions; even lines (counted from 1) are for
development, odd lines are held out for the figure; ``mentions_more.jsonl`` beside it is for development too. Out: for each
part the share of mentions found, with the right code and sector, and with the right name; precision; the layers' cost
against the parser's, and the time of a lookup.

A sector of null in the gold is one that PLOVER leaves open and is not scored. A collective answers for each of its members.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from pathlib import Path
from typing import Any

from sayso.annotating import actors, coreference, language
from sayso.knowledge import find, lookup
from sayso.model import Actor, Article, Settings
from sayso.reading import read_text

DATA = Path(__file__).parent.parent / "tests" / "annotating" / "data"
_DETERMINER = re.compile(r"^(?:the|a|an|its|his|her|their|two|three|four|\d[\d,]*) ", re.IGNORECASE)


def half(name: str) -> list[dict[str, Any]]:
    """The texts of a half, ``development`` or ``held out``, or the ``further`` ones for development."""
    with (DATA / ("mentions_more.jsonl" if name == "further" else "mentions.jsonl")).open(encoding="utf8") as lines:
        if name == "further":
            return [json.loads(x) for x in lines]
        return [json.loads(x) for n, x in enumerate(lines, 1) if (n % 2 == 0) == (name == "development")]


def annotated(record: dict[str, Any]) -> Article:
    """The record's text, parsed, with its actors."""
    article = read_text(record["text"], published=record.get("published"))
    for layer in (language, actors, coreference):
        layer.add(article, Settings())
    return article


def answers(article: Article) -> list[Actor]:
    """The mentions of an article, a collective as one for each member."""
    named = {a.entity: a for a in reversed(article.actors) if a.kind != "collective"}
    found: list[Actor] = []
    for a in article.actors:
        found += [_as_member(a, named[m]) for m in a.members if m in named] or [a]
    return found


def _as_member(a: Actor, member: Actor) -> Actor:
    return Actor(a.start, a.end, a.text, member.identifier_text, None, member.code, member.sector)


def compare(record: dict[str, Any], article: Article) -> list[tuple[dict[str, Any], Actor | None]]:
    """Each gold mention with the answer that overlaps it best, one to one; agreeing country first among equals."""
    gold, got = record["mentions"], answers(article)
    pairs = sorted(
        (-_overlap(g, a), -(g["code"] == a.code), n, k)
        for n, g in enumerate(gold)
        for k, a in enumerate(got)
        if _overlap(g, a) > 0
    )
    taken: dict[int, int] = {}
    for _, _, n, k in pairs:
        if n not in taken and k not in taken.values():
            taken[n] = k
    return [(g, got[taken[n]] if n in taken else None) for n, g in enumerate(gold)]


def _overlap(g: dict[str, Any], a: Actor) -> float:
    start, end = g["start"], g["start"] + len(g["text"])
    shared = min(end, a.end) - max(start, a.start)
    return round(shared / (max(end, a.end) - min(start, a.start)), 3) if shared > 0 else 0.0


def is_coded(g: dict[str, Any], a: Actor | None) -> bool:
    return a is not None and a.code == g["code"] and g["sector"] in (None, a.sector)


def is_named(g: dict[str, Any], a: Actor | None) -> bool:
    """The same name but for accents, hyphens and determiner, in a fuller or a shorter form.

    So "police" and "police in Lima" are one name, "UN forces" is one of "French and UN forces",
    and "Revolutionary Guards" and "Iran's Revolutionary Guards".
    """
    one, other = _plain(g["name"]), _plain((a.identifier_text if a else None) or "")
    short, long = sorted((one, other), key=len)
    together = " and " in one and set(other.split()) <= set(one.split())
    return one == other or together or long.startswith(short + " in ") or (" " in short and f" {short} " in f" {long} ")


def _plain(name: str) -> str:
    letters = unicodedata.normalize(
        "NFD", name.casefold().replace("ı", "i").replace("’", "'").replace("-", " ").replace(".", "")
    )
    return _DETERMINER.sub("", "".join(c for c in letters if not unicodedata.combining(c)))


def figures(records: list[dict[str, Any]], articles: list[Article]) -> dict[str, float]:
    """Shares of the gold mentions found, coded and named right, and of the answers that meet a gold mention."""
    pairs = [p for r, a in zip(records, articles, strict=True) for p in compare(r, a)]
    n, answered = len(pairs), sum(len(answers(a)) for a in articles)
    return {
        "mentions": n,
        "found": sum(a is not None for _, a in pairs) / n,
        "country": sum(a is not None and a.code == g["code"] for g, a in pairs) / n,
        "code and sector": sum(is_coded(g, a) for g, a in pairs) / n,
        "name": sum(is_named(g, a) for g, a in pairs) / n,
        "precision": sum(a is not None for _, a in pairs) / max(1, answered),
    }


def cost(records: list[dict[str, Any]]) -> tuple[float, float]:
    """Seconds of the actor layers over seconds of the parser, and microseconds of a lookup."""
    articles = [read_text(" ".join(r["text"] for r in records[i : i + 10])) for i in range(0, len(records), 10)]
    spent = [0.0, 0.0]
    for article in articles:
        for layer in (language, actors, coreference):
            start = time.process_time()
            layer.add(article, Settings())
            spent[layer is not language] += time.process_time() - start
    names = [m["name"] for r in records for m in r["mentions"]]
    start = time.process_time()
    for name in names:
        lookup(name, "2015-06-01")
    each = 1e6 * (time.process_time() - start) / len(names)
    return spent[1] / spent[0], each


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("--errors", action="store_true", help="list what is wrong outside the held-out half")
    wanted = arguments.parse_args()
    find("Kabul")
    for name in ("development", "further", "held out"):
        records = half(name)
        articles = [annotated(r) for r in records]
        print(
            name,
            "  ".join(f"{k} {v:.3f}" if k != "mentions" else f"{k} {v}" for k, v in figures(records, articles).items()),
        )
        if wanted.errors and name != "held out":
            errors(records, articles)
    ratio, each = cost(half("development"))
    print(f"actor layers over parser {ratio:.3f}  lookup {each:.1f} microseconds")


def errors(records: list[dict[str, Any]], articles: list[Article]) -> None:
    """Each wrong mention of the half under its text, on standard error."""
    for record, article in zip(records, articles, strict=True):
        wrong = [(g, a) for g, a in compare(record, article) if not (is_coded(g, a) and is_named(g, a))]
        if wrong:
            print(f"\n{record['published'][:4]} {record['text']}", file=sys.stderr)
        for g, a in wrong:
            got = f"{a.text!r} {a.identifier_text!r} {a.code} {a.sector} {a.kind}" if a else "nothing"
            print(f"    {g['text']!r} {g['name']!r} {g['code']} {g['sector']}  <-  {got}", file=sys.stderr)


if __name__ == "__main__":
    main()
