"""What an article puts in quotation marks, for the layers before attribution.

In: an Article. Out: whether an offset stands in a quotation, and which mentions may be meant by a pronoun outside of all.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from sayso.annotating.actors.pronouns import HE
from sayso.annotating.attribution.quotes import pair
from sayso.model import Actor, Article


class Quoted:
    """What stands in quotation marks: whoever speaks is sooner somebody the article names than somebody in the quotation."""

    def __init__(self, article: Article) -> None:
        blocks = [(b.start, b.end) for b in article.blocks] or None
        self.spans = [(q.start, q.end) for q in pair(article.text, blocks) if not q.depth]
        self.starts = [start for start, _ in self.spans]

    def holds(self, at: int) -> bool:
        """Whether an offset stands in a quotation."""
        n = bisect_right(self.starts, at) - 1
        return n >= 0 and at < self.spans[n][1]

    def outside(self, pronoun: Any, earlier: list[Actor]) -> list[Actor]:
        """The mentions before a pronoun outside quotation marks that stand outside them too."""
        if not self.spans or pronoun.lower_ not in HE or self.holds(pronoun.idx):
            return earlier
        return [a for a in earlier if not self.holds(a.start)]
