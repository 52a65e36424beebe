"""Places on the paragraphs written for the project: found, and put where their author meant them, on each half.

python benchmarks/places.py               figures of both halves
python benchmarks/places.py --errors      and what went wrong on the half for developing
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sayso.annotating import language, places
from sayso.model import Article, Block, Settings

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "annotating"))
from passages import Score, passages


def measured() -> dict[str, Score]:
    """The scores of the two halves."""
    halves = {"developed on": Score(), "held back": Score()}
    settings = Settings()
    for n, (text, meant) in enumerate(passages()):
        article = Article(str(n), text, blocks=[Block(0, len(text))])
        language.add(article, settings)
        places.add(article, settings)
        halves["held back" if n % 2 else "developed on"].add(text, meant, article.places)
    return halves


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    for name, s in measured().items():
        print(
            f"{name:13} detection {s.detection:.3f}  resolved {s.resolution:.3f}  both {s.f1:.3f}  of {s.meant} places"
        )
        if chosen.errors and name == "developed on":
            print(*(f"  {line}" for line in s.wrong), sep="\n")


if __name__ == "__main__":
    main()
