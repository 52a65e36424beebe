"""How well the ledger tells the project's own stories: those for development, those held back, and harder ones written later.

    python benchmarks/own_stories.py [develop] [held] [later]

Prints for each half the F1 of events, the share of all checks (articles merged, independent sources, status now and as of earlier
days, numbers, place) that hold, and the share of statuses alone: ``held_events_f1 0.95`` and so on.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).parent.parent / "tests" / "ledger"
sys.path.insert(0, str(TESTS))

from scoring import book, f1, read, score  # noqa: E402


def figures(half: str) -> dict[str, float]:
    """The figures of one half of the stories, by name."""
    total: Counter[str] = Counter()
    for path in sorted((TESTS / "data" / "stories" / half).glob("*.json")):
        story, told = read(path)
        with tempfile.TemporaryDirectory() as folder:
            total += score(story, book(Path(folder) / "ledger.db", told))
    return {
        f"{half}_events_f1": f1(total),
        f"{half}_checks": total["good"] / total["checks"],
        f"{half}_statuses": total["status good"] / total["status"],
    }


if __name__ == "__main__":
    for half in sys.argv[1:] or ["develop", "held", "later"]:
        for name, value in figures(half).items():
            print(f"{name} {value:.3f}")
