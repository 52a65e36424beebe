"""What each layer costs beside the parse: seconds a layer over the same texts in one run, and its ratio to the parser's time.

    python benchmarks/layers.py                 print
    python benchmarks/layers.py --check         exit 1 when actors and coreference together take more than a fifth of the parser's time,
                                                places and times more than a quarter, or attribution and factuality more than a third

The texts are the examples, the passages written for the project, and the shared stories where they are at hand.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sayso.annotating import LAYERS, language
from sayso.coding import code
from sayso.model import Article, Settings
from sayso.reading import read_text

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "annotating"))
from passages import passages  # noqa: E402  (where the paragraphs are)

STORIES = ROOT.parent / "shared" / "stories"
ALLOWED = {
    ("actors", "coreference"): 0.2,
    ("places", "times"): 0.25,
    ("attribution", "factuality"): 0.334,
    ("coding",): 0.5,
}
ROUNDS = 3


def texts() -> list[str]:
    """The texts to time, each once."""
    found = [p.read_text(encoding="utf8") for p in sorted((ROOT / "examples").glob("*.txt"))]
    found += [text for text, _ in passages()]
    for path in sorted(STORIES.glob("*.json")) if STORIES.is_dir() else ():
        found += [a["text"] for a in json.loads(path.read_text(encoding="utf8"))["articles"]]
    return found


def seconds(add: Callable[[Article, Settings], object], articles: list[Article], settings: Settings) -> float:
    start = time.perf_counter()
    for article in articles:
        add(article, settings)
    return time.perf_counter() - start


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true")
    chosen = options.parse_args()
    settings = Settings()
    best: dict[str, float] = {}
    for turn in range(ROUNDS + 1):  # the first one only loads models and data
        articles = [read_text(t, id=str(n), published="2018-10-14") for n, t in enumerate(texts())]
        for add in LAYERS:
            name = add.__module__.removeprefix("sayso.annotating.")
            took = seconds(add, articles, settings)
            if turn:
                best[name] = min(best.get(name, took), took)
        took = seconds(code, articles, settings)
        if turn:
            best["coding"] = min(best.get("coding", took), took)
    parse = best[language.__name__.removeprefix("sayso.annotating.")]
    for name, took in best.items():
        print(f"{name:12} {took:8.3f} s   {took / parse:6.3f} of the parse")
    over = []
    for names, allowed in ALLOWED.items():
        ratio = sum(best[n] for n in names) / parse
        print(f"{' and '.join(names)} together: ratio {ratio:.3f}")
        if ratio > allowed:
            over.append(f"{' and '.join(names)} take {ratio:.3f} of the parser's time; {allowed} is allowed")
    if chosen.check and over:
        sys.exit("\n".join(over))


if __name__ == "__main__":
    main()
