"""How well short cases come out: one deed, one to three articles, who of its parties stands by it.

    python benchmarks/short_cases.py [develop] [held]

Prints for each half the share of the deeds that are found with both their parties, the share whose status is right too, and how many
events there are beside them: ``held_found 0.7``, ``held_statuses 0.3``, ``held_extra 39``.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parent.parent / "tests" / "ledger"
sys.path.insert(0, str(TESTS))

from scoring import book, fits, told  # noqa: E402

# Types of which a reader may take either for a deed.
KIN = ({"AGREE", "SUPPORT"}, {"CONCEDE", "RETREAT"})


def figures(half: str) -> dict[str, float]:
    """The figures of one half of the cases, by name."""
    n: Counter[str] = Counter()
    for path in sorted((TESTS / "data" / "short" / half).glob("*.json")):
        for case in json.loads(path.read_text("utf8")):
            n += _score(case)
    return {
        f"{half}_found": n["found"] / n["cases"],
        f"{half}_statuses": n["status"] / n["cases"],
        f"{half}_extra": n["extra"],
    }


def _score(case: dict[str, Any]) -> Counter[str]:
    kinds = {case["event"]}.union(*(kin for kin in KIN if case["event"] in kin))
    wanted = dict(
        zip(("actors", "recipients"), case["sides"], strict=True),
        event=kinds,
        either_side=case.get("either_side", False),
    )
    with tempfile.TemporaryDirectory() as folder:
        found = [e for e in book(Path(folder) / "ledger.db", told(case)).events() if kinds & set(e.event)]
    best = max((e for e in found if fits(wanted, e)), key=lambda e: len(e.articles), default=None)
    right = best is not None and best.status == case["status"]
    return Counter(cases=1, found=int(best is not None), status=int(right), extra=len(found) - (best is not None))


if __name__ == "__main__":
    for half in sys.argv[1:] or ["develop", "held"]:
        for name, value in figures(half).items():
            print(f"{name} {value:.3f}" if value < 1 else f"{name} {value}")
