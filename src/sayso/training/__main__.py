"""``python -m sayso.training``: make the weights that come with sayso from the project's own rows.

Out: ``coding/data/relation.npz``, the same byte for byte each time, or the file after ``--output``. The word vectors below them are made by
``python -m sayso.training.vectors``; ``sayso train`` adds a user's rows.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sayso.training.relations import train
from sayso.training.rows import packaged

TARGET = Path(__file__).parent.parent / "coding" / "data" / "relation.npz"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--output", type=Path, default=TARGET)
    train(packaged(), options.parse_args().output)


if __name__ == "__main__":
    main()
