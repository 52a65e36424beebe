"""What adding an article to a ledger costs as the ledger grows, and how fast events are found there; no parsing is measured.

    python benchmarks/ledger_growth.py [EVENTS] [LEDGER]

Fills a ledger with made-up events up to EVENTS (default 20000) and prints milliseconds an article at the start and at the end,
milliseconds a query, and as its last line `ratio R`: the cost at the end over the cost at the start, both medians.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from sayso.ledger import Ledger
from sayso.model import Article, CiteInfo, Claim, Event, Evidence, Party, TextInfo

CODES = [f"{a}{b}{c}" for a in "ABCDEF" for b in "KLMNO" for c in "TUVWXY"]
KINDS = ("CONSULT", "ASSAULT", "COERCE", "PROTEST", "SUPPORT", "REJECT", "AID", "THREATEN")
SAMPLE = 200


def made(n: int, draw: random.Random) -> tuple[Article, Event]:
    """An article that tells one event: any two states, any type, any day of thirty years."""
    day = date(1995, 1, 1) + timedelta(draw.randrange(365 * 30))
    one, other = (Party(c, "GOV", c, c, side=c) for c in draw.sample(CODES, 2))
    text = " ".join(f"word{draw.randrange(5000)}" for _ in range(20))
    when, name = day.isoformat(), f"article-{n}"
    event = Event(
        f"{name}-0", when, when, None, [draw.choice(KINDS)], [], [], [], [one], [other], None, None, 1, 1.0, ["did"], "reported", 3,
        [Claim([], "author", None, "asserts", "CT+", None, None, False, Evidence(name, 0, len(text), text))], [name], 1,
        text, TextInfo(name, 0, 0, len(text)), CiteInfo(None, None, None, "en", "made"),
    )  # fmt: skip
    return Article(name, text, published=when), event


def main(events: int, path: str) -> None:
    draw = random.Random(1)
    with Ledger(path) as book:
        costs = []
        for n in range(events):
            article, event = made(n, draw)
            start = time.perf_counter()
            book.add(article, [event], [(article.text.split(), 20.0)], "made")
            costs.append(time.perf_counter() - start)
        first, last = (1000 * statistics.median(c) for c in (costs[:SAMPLE], costs[-SAMPLE:]))
        asked: list[dict[str, str]] = [
            {"party": CODES[0], "since": "2010-01-01", "before": "2010-03-01"},
            {"since": "2012-05-01", "before": "2012-05-03"},
            {"kind": "AID", "since": "2012-05-01", "before": "2012-06-01"},
        ]
        for query in asked:
            start = time.perf_counter()
            found = len(list(book.events(limit=100, **query)))
            print(f"{1000 * (time.perf_counter() - start):.1f} ms for {found} events by {', '.join(query)}")
    print(f"{first:.1f} ms an article at the start, {last:.1f} ms at {events}")
    print(f"ratio {last / first:.2f}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        size = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
        main(size, sys.argv[2] if len(sys.argv) > 2 else str(Path(folder) / "l.db"))
