"""How well it is told what a party's sentence says of a deed told beside it, on articles by a writer whose others trained nothing.

    python benchmarks/reactions.py

In: ``tests/coding/data/reactions.jsonl``, in the form of :mod:`sayso.training.reactions`; only ever counted. Out: ``name value`` a line:
``accuracy`` over the sentences in which a party is found to speak or act, precision and recall of those that affirm and deny by the
likeliest reading, and ``reached``, the share of the labelled sentences that are tied to their party at all.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from sayso.coding.reactions import model
from sayso.training.reactions import lines, seen

GOLD = Path(__file__).parent.parent / "tests" / "coding" / "data" / "reactions.jsonl"


def figures() -> dict[str, float]:
    """Every figure of the set."""
    n: Counter[str] = Counter()
    for item in lines(GOLD):
        n["labelled"] += sum(kind != "none" for _, _, kind in item["said"])
        for row in seen(item):
            read = model().likely(row.features)
            told = max(read, key=lambda kind: read[kind])
            n["rows"] += 1
            n["right"] += told == row.kind
            n["tied"] += row.kind != "none"
            n.update((f"told {told}", f"is {row.kind}"))
            n[f"right {told}"] += told == row.kind
    found = {"accuracy": n["right"] / n["rows"], "reached": n["tied"] / n["labelled"]}
    for kind in ("affirms", "denies"):
        found[f"{kind}_precision"] = n[f"right {kind}"] / max(n[f"told {kind}"], 1)
        found[f"{kind}_recall"] = n[f"right {kind}"] / max(n[f"is {kind}"], 1)
    return found


if __name__ == "__main__":
    for name, value in figures().items():
        print(name, f"{value:.3f}")
