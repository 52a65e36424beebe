"""What a new article costs when many are stored: the time to look it up among them and to store it, and what is found.

Usage: python benchmarks/reprints_stored.py [STORED...], by default 1000 and 1000000. Articles have nine paragraphs of words drawn as often
as a language's are (by Zipf's law). Those that only have to be there are stored by their sketches, which is quick; then 2,000 further
ones are added one by one as any article is, every tenth of them the half of one stored first, and their processor time counts. Last line:
``ratio R``, the cost at the last size over that at the first.
"""

from __future__ import annotations

import random
import sys
import time

import numpy as np

from sayso.model import Article, Block
from sayso.reading.reprints import Reprints
from sayso.reading.sketches import HASHES

PARAGRAPHS, WORDS, VOCABULARY = 9, 30, 50_000
ADDED, ORIGINALS = 2_000, 1_000
AT_ONCE = 4_096


def told(number: int, paragraphs: int = PARAGRAPHS) -> Article:
    """An article of that many first paragraphs, always the same for a number."""
    random_ = random.Random(number)
    text, blocks = "", []
    for _ in range(paragraphs):
        words = " ".join(f"w{int(VOCABULARY ** random_.random())}" for _ in range(WORDS + random_.randint(-15, 15)))
        blocks.append(Block(len(text), len(text) + len(words)))
        text += words + "\n"
    return Article(id=str(number), text=text, blocks=blocks)


def fill(index: Reprints, articles: int, drawn: np.random.Generator) -> None:
    """Store the paragraphs of that many articles by their sketches alone, whose hashes are as good as drawn."""
    left = articles * PARAGRAPHS
    while left > 0:
        count = min(left, AT_ONCE)
        index.paragraphs.store(drawn.integers(0, 1 << 16, (count, HASHES), dtype=np.uint16))
        left -= count


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 1_000_000]
    drawn = np.random.default_rng(5)
    index = Reprints()
    for number in range(ORIGINALS):
        index.add(told(number))
    stored, costs = ORIGINALS, []
    for size in sizes:
        started = time.process_time()
        fill(index, size - stored, drawn)
        filled = time.process_time() - started
        stored = max(stored, size)
        spent, found, reprinted = 0.0, 0, 0
        for i in range(ADDED):
            reprint = i % 10 == 0
            article = told(i // 10, PARAGRAPHS // 2) if reprint else told(stored + i)
            started = time.process_time()
            same = index.add(article)
            spent += time.process_time() - started
            reprinted += reprint
            found += reprint and str(i // 10) in same
        stored += ADDED
        costs.append(spent / ADDED * 1000)
        print(
            f"{size:,} stored (in {filled:.0f} s): {costs[-1]:.2f} ms an article, {found} of {reprinted} reprints found"
        )
    print(f"ratio {costs[-1] / costs[0]:.2f}")


if __name__ == "__main__":
    main()
