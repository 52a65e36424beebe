"""What each part brings: the same figures with one part at a time left out.

    python benchmarks/ablation.py               events of the development half, and the relation set where it is at hand
    python benchmarks/ablation.py --events      the former only

Out: a line a setting. "Model alone" hides the frames' readings from the learned model; "frames alone" takes the best joined reading and
leaves a line unanswered where there is none.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from unittest.mock import patch

import msgspec
from events import HALVES, Score, rows

from sayso import annotating, coding
from sayso.annotating import annotate, coreference
from sayso.coding.frames import index, packaged
from sayso.coding.learned import model
from sayso.coding.own_frames import Laid
from sayso.coding.relating import FRAMES, readings, votes, with_mentions
from sayso.model import Article, Settings, Span
from sayso.reading import read_text

SHARED = Path(__file__).parent.parent.parent / "shared" / "data"
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
SETTINGS = Settings()


def without_coreference(text: str, published: str) -> Article:
    article = read_text(text, published=published)
    for add in annotating.LAYERS:
        if add is not coreference.add:
            add(article, SETTINGS)
    return article


def without_conditions(files: tuple[str, ...] = ()) -> Laid:
    return Laid(index(msgspec.structs.replace(f, when=()) for f in packaged()))


def events() -> None:
    found = {name: Score() for name in ("all", "no coreference", "no merging", "no conditions")}
    for name in ("events", "eventless"):
        for number, row in enumerate(rows(name), 1):
            if HALVES[number % 2] != "development":
                continue
            text, published = row["text"], row["published"]
            article = annotate(read_text(text, published=published), SETTINGS)
            told = {
                "all": coding.code(article, SETTINGS),
                "no merging": coding.code(article, Settings(merge=False)),
                "no coreference": coding.code(without_coreference(text, published), SETTINGS),
            }
            with patch("sayso.coding.laid", without_conditions):
                told["no conditions"] = coding.code(article, SETTINGS)
            for setting, records in told.items():
                score = found[setting]
                score.add(row, records) if name == "events" else score.add_eventless(row, records)
    for setting, score in found.items():
        print(f"{setting:16}", "  ".join(f"{name} {value:.3f}" for name, value in score.figures()))


def macro(gold: list[str], told: list[str | None]) -> str:
    gold, told = [YIELD.get(g, g) for g in gold], [YIELD.get(t or "", t) for t in told]
    f1 = []
    for kind in sorted(set(gold)):
        both = sum(g == t == kind for g, t in zip(gold, told, strict=True))
        f1.append(2 * both / max(1, gold.count(kind) + told.count(kind)))
    right = sum(g == t for g, t in zip(gold, told, strict=True)) / len(gold)
    answered = sum(t is not None for t in told) / len(told)
    return f"macro_f1 {sum(f1) / len(f1):.3f}  accuracy {right:.3f}  answered {answered:.3f}"


def relations() -> None:
    learned = model(None)
    gold = [json.loads(line)["event"] for line in (SHARED / "relations.gold.jsonl").open(encoding="utf8")]
    told: dict[str, list[str | None]] = {"frames alone": [], "model alone": [], "both": []}
    for line in (SHARED / "relations.articles.jsonl").open(encoding="utf8"):
        row = json.loads(line)
        spans = Span(*row["actor"]), Span(*row["recipient"])
        article = annotate(read_text(row["text"]), SETTINGS)
        with_mentions(article, *spans)
        fits = {t: fit for t, (fit, _) in votes(readings(article, SETTINGS), *spans).items()}
        alone = learned.probabilities(article.parse, *spans, {})
        both = learned.probabilities(article.parse, *spans, fits)
        told["frames alone"].append(_best(fits))
        told["model alone"].append(_best(alone))
        told["both"].append(_best({t: p + FRAMES * fits.get(t, 0.0) for t, p in both.items()}))
    for setting, answers in told.items():
        print(f"{setting:16}", macro(gold, answers))


def _best(scores: dict[str, float]) -> str | None:
    return max(scores, key=lambda t: scores[t], default=None)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--events", action="store_true")
    chosen = options.parse_args()
    events()
    if not chosen.events and SHARED.is_dir():
        relations()


if __name__ == "__main__":
    main()
