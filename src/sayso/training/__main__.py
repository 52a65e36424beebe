"""``python -m sayso.training [ROWS.tsv …]``: train the relation model on the project's rows, and on a user's own beside them.

In: ``training/data/*.tsv`` and any files named. Out: the weights in ``coding/data/relation.npz``, or in the file after ``--output``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sayso.training.relations import train
from sayso.training.rows import packaged, read


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("rows", nargs="*", type=Path)
    options.add_argument(
        "--output", type=Path, default=Path(__file__).parent.parent / "coding" / "data" / "relation.npz"
    )
    chosen = options.parse_args()
    train(packaged() + [row for path in chosen.rows for row in read(path)], chosen.output)


if __name__ == "__main__":
    main()
