"""What an article puts in quotation marks, for the layers before attribution.

In: an Article. Out: whether an offset stands in a quotation, and which mentions may be meant by a pronoun outside of all.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from sayso.annotating.actors.pronouns import HE, IT, is_said_by
from sayso.annotating.attribution.lexicon import cues
from sayso.annotating.attribution.quotes import pair
from sayso.model import Actor, Article


class Quoted:
    """What stands in quotation marks: whoever speaks is sooner somebody the article names than somebody in the quotation."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        blocks = [(b.start, b.end) for b in article.blocks] or None
        self.spans = [(q.start, q.end) for q in pair(article.text, blocks) if not q.depth]
        self.starts = [start for start, _ in self.spans]

    def holds(self, at: int) -> bool:
        """Whether an offset stands in a quotation."""
        n = bisect_right(self.starts, at) - 1
        return n >= 0 and at < self.spans[n][1]

    def outside(self, pronoun: Any, earlier: list[Actor]) -> list[Actor]:
        """The mentions that a pronoun may mean: outside quotation marks those outside too, inside them not the one who speaks."""
        if not self.spans or not (pronoun.lower_ in HE or (pronoun.lower_ in IT and is_said_by(pronoun))):
            return earlier
        if self.holds(pronoun.idx):
            speaker = self._speaker(pronoun, earlier)
            return [a for a in earlier if a.entity != speaker] if speaker else earlier
        return [a for a in earlier if not self.holds(a.start)]

    def unquoted(self, token: Any, earlier: list[Actor]) -> list[Actor]:
        """The mentions that who stands outside quotation marks may belong to: those outside too, where there are any."""
        if not self.spans or self.holds(token.idx):
            return earlier
        return [a for a in earlier if not self.holds(a.start)] or earlier

    def _speaker(self, pronoun: Any, earlier: list[Actor]) -> str | None:
        """The entity of whoever speaks before the quotation in its paragraph: "He denied it. 'No one has arrested *him*.'"."""
        doc, opened = pronoun.doc, self.spans[bisect_right(self.starts, pronoun.idx) - 1][0]
        colon = self.text[:opened].rstrip().endswith(":")  # "The prosecutor was clear: '*He* is in prison.'"
        for a in reversed(earlier):
            if a.start >= opened or self.holds(a.start):
                continue
            if "\n" in self.text[a.end : opened].strip(" "):
                return None
            head = doc[a.head]
            if head.dep_ == "nsubj" and (colon or head.head.lemma_.lower() in cues("verb")):
                return a.entity
        return None
