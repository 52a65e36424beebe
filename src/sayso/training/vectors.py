"""``python -m sayso.training.vectors FOLDER``: the word vectors of ``coding/data/words.npz`` from a sentence encoder's local folder.

In: a folder of all-MiniLM-L6-v2 (Apache 2.0), and the words of its vocabulary, of the frames and of the training rows. Out: its mean answer
to each word alone, reduced to the dimensions that tell most apart, in whole numbers. Needs ``sayso[transformers]``.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from sayso.annotating.language import pipeline
from sayso.coding.frames import classes, packaged
from sayso.model import Settings
from sayso.training.rows import packaged as rows

WIDTH = 128
_AT_ONCE = 256
TARGET = Path(__file__).parent.parent / "coding" / "data" / "words.npz"


def ours() -> set[str]:
    """The words that the frames and the training rows use."""
    found = {w for frame in packaged() for slot in frame.trigger for w in slot}.union(*classes().values())
    for doc in pipeline(Settings().model).pipe(row.text for row in rows()):
        found |= {t.lemma_.lower() for t in doc}
    return {w for w in found if re.fullmatch(r"[a-z][a-z'-]+", w)}


def encoded(folder: Path, words: set[str]) -> tuple[list[str], Any]:
    """The words with those of the encoder's vocabulary, in order, and a row of its answer for each."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    network = AutoModel.from_pretrained(folder, local_files_only=True).eval()
    listed = sorted(words | {w for w in tokenizer.get_vocab() if re.fullmatch(r"[a-z]{2,}", w)})
    found = []
    with torch.no_grad():
        for start in range(0, len(listed), _AT_ONCE):
            read = tokenizer(listed[start : start + _AT_ONCE], padding=True, return_tensors="pt")
            mask = read["attention_mask"].unsqueeze(-1)
            found.append((network(**read).last_hidden_state * mask).sum(1) / mask.sum(1))
    return listed, torch.cat(found).numpy()


def main() -> None:
    import numpy as np

    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--output", type=Path, default=TARGET)
    chosen = options.parse_args()
    words, answers = encoded(chosen.folder, ours())
    answers = answers.astype("float64") - answers.mean(0)
    _, axes = np.linalg.eigh(answers.T @ answers)
    axes = axes[:, ::-1][:, :WIDTH]
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(WIDTH)])  # of the two directions of an axis always the same
    kept = answers @ axes
    kept *= 127 / np.abs(kept).max(1, keepdims=True)
    with chosen.output.open("wb") as out:
        np.savez_compressed(out, words=np.array("\n".join(words)), matrix=kept.round().astype("int8"))


if __name__ == "__main__":
    main()
