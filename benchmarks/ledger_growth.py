"""What adding an article to a ledger costs as the ledger grows, and how fast events are found there; no parsing is measured.

    python benchmarks/ledger_growth.py [EVENTS] [LEDGER]

Makes a ledger of EVENTS made-up happenings (default 1,000,000) in thirty years, the articles stored in bulk and everything else
derived by the ledger's own rebuild (half an hour for a million), unless LEDGER, a file or a database URL, holds them already.
Then adds the same new articles,
one by one, in turn to an empty ledger and to the full one. Prints milliseconds an article in both and milliseconds a query, the
slowest of five; the last line is `ratio R`, the cost in the full one over that in the empty one, both medians.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import insert

from sayso.ledger import Ledger, tables
from sayso.ledger.prints import prints
from sayso.ledger.storing import digest_of, kept
from sayso.model import Article, CiteInfo, Claim, Event, Evidence, Location, Party, Source, TextInfo

CODES = [f"{a}{b}{c}" for a in "ABCDEF" for b in "KLMNO" for c in "TUVWXY"]
RANK = [1 / (n + 3) for n in range(len(CODES))]  # few states make most of the news
KINDS = {
    "CONSULT": 25,
    "ASSAULT": 20,
    "ACCUSE": 10,
    "COERCE": 10,
    "PROTEST": 8,
    "SUPPORT": 8,
    "REQUEST": 6,
    "REJECT": 5,
    "AID": 4,
    "THREATEN": 4,
}
YEARS = 30
WORDS = [f"word{n}" for n in range(5000)]
SAMPLE = 300
ADDED = "2025-01-01T00:00:00.000000Z"
FULL = 1_000_000
Made = tuple[Article, list[Event]]


def happenings(count: int, seed: int) -> Iterator[list[Made]]:
    """Happenings, each with the articles that tell it: one in ten is told twice, one in twenty never gets a date."""
    draw = random.Random(seed)
    for n in range(count):
        day = date(1995, 1, 1) + timedelta(draw.randrange(365 * YEARS))
        who, whom = (Party(c, "GOV", c, c, side=c) for c in draw.choices(CODES, RANK, k=2))
        kind = draw.choices(list(KINDS), list(KINDS.values()))[0]
        town = draw.randrange(40)
        place = Location(
            f"Town {town} of {whom.code}",
            whom.code,
            10_000_000 + 40 * CODES.index(str(whom.code)) + town,
            0.5 * town,
            0.0,
        )
        when = None if draw.random() < 0.05 else day.isoformat()
        told = []
        for k in range(1 + (draw.random() < 0.1)):
            name, text = f"{seed}-{n}-{k}", " ".join(draw.choices(WORDS, k=20))
            published = (day + timedelta(k)).isoformat()
            event = Event(
                f"{name}-0", when, when, None, [kind], [], [], [], [who], [whom], place, None, 1, 1.0, ["did"], "reported", 3,
                [Claim([], "author", None, "asserts", "CT+", None, None, False, Evidence(name, 0, len(text), text))], [name], 1,
                text, TextInfo(name, 0, 0, len(text)), CiteInfo(None, None, None, "en", "made"),
            )  # fmt: skip
            source = Source(f"Paper {draw.randrange(200)}")
            told.append((Article(name, text, published=published, source=source), [event]))
        yield told


def seed(book: Ledger, count: int) -> None:
    """Store the articles of so many happenings in bulk and derive the rest."""
    rows: dict[str, list[dict[str, Any]]] = {"article": [], "coding": [], "report": []}
    key = 0

    def store() -> None:
        with book._writing() as connection:
            for name, given in rows.items():
                connection.execute(insert(getattr(tables, name)), given)
                given.clear()

    for told in happenings(count, 1):
        for article, events in told:
            key += 1
            record = kept(article)
            rows["article"].append({
                "key": key, "id": article.id, "version": 1, "digest": digest_of(record), "address": None, "published": article.published,
                "moment": article.published, "title": None, "source": article.source.name if article.source else None,
                "record": msgspec.json.encode(record), "prints": prints([(article.text.split(), 20.0)]), "added": ADDED,
            })  # fmt: skip
            rows["coding"].append({"key": key, "article": key, "coder": "made", "digest": "", "added": ADDED})
            rows["report"].append(
                {
                    "key": key,
                    "coding": key,
                    "article": key,
                    "n": 0,
                    "id": events[0].id,
                    "record": msgspec.json.encode(events[0]),
                }
            )
        if len(rows["article"]) >= 5000:
            store()
    store()
    book.rebuild()


def cost(book: Ledger, article: Article, events: list[Event]) -> float:
    """Milliseconds to add an article."""
    start = time.perf_counter()
    book.add(article, events, [(article.text.split(), 20.0)], "made")
    return 1000 * (time.perf_counter() - start)


def queries(book: Ledger) -> float:
    """Milliseconds of the slowest query, each a page of a hundred events."""
    hot, rare = CODES[0], CODES[-1]
    asked: list[dict[str, str]] = [
        {"party": hot}, {"party": rare}, {"party": hot, "since": "2010-01-01", "before": "2010-03-01"}, {"place": f"Town 7 of {hot}"},
        {"place": rare}, {"country": hot, "since": "2020-06-01"}, {"since": "2012-05-01", "before": "2012-05-03"},
        {"kind": "AID", "since": "2024-05-01"}, {"party": hot, "country": rare},
        {"party": hot, "kind": "THREATEN", "place": f"Town 7 of {rare}"},
        {"status": "reported"}, {}, {"party": "nobody"}, {"party": hot, "as_of": "2010-01-01"},
    ]  # fmt: skip
    slowest = 0.0
    list(book.events(party=rare, place=rare, limit=1))  # names and places are read once a process
    for query in asked:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            found = len(list(book.events(limit=100, **query)))
            times.append(1000 * (time.perf_counter() - start))
        print(f"{max(times):6.1f} ms for {found} events by {query}", flush=True)
        slowest = max(slowest, *times)
    return slowest


def compared(full: Ledger, empty: Ledger) -> tuple[float, float]:
    """Milliseconds an article in the empty and in the full ledger: medians over the same articles."""
    small, large = [], []
    told = (made for articles in happenings(10**6, random.randrange(2, 10**6)) for made in articles)
    for n, (article, events) in zip(range(SAMPLE + 50), told, strict=False):
        costs = cost(empty, article, events), cost(full, article, events)
        if n >= 50:  # the first ones warm up both
            small.append(costs[0])
            large.append(costs[1])
    return statistics.median(small), statistics.median(large)


def main(count: int, path: str) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger(path or Path(folder) / "full.db") as full:
        start = time.perf_counter()
        if not (held := full.status())["events"]:
            if held["articles"]:  # stored by a run that was stopped before it had derived the rest
                full.rebuild()
            else:
                seed(full, count)
            print(f"{time.perf_counter() - start:.0f} s to store and derive", flush=True)
        start = time.perf_counter()
        print(f"{full.status()} in {1000 * (time.perf_counter() - start):.0f} ms", flush=True)
        slowest = queries(full)
        with Ledger(Path(folder) / "empty.db") as empty:
            small, large = compared(full, empty)
    print(f"{slowest:.1f} ms for the slowest query")
    print(f"{small:.1f} ms an article in an empty ledger, {large:.1f} ms in the full one")
    print(f"ratio {large / small:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else FULL, sys.argv[2] if len(sys.argv) > 2 else "")
