"""What a story carries from one sentence to the next: the day and town of a deed told on, or told of again.

In: the trigger's token, and questions to :class:`~sayso.coding.anchors.Anchors`. Out: the sentences whose main clause may date and
place it. A simple past that goes on about the same people goes on in their time ("He met the president and *pledged* aid");
"the attack took place near Baidoa on Tuesday" dates the attack of the sentence before.
"""

from __future__ import annotations

from typing import Any

from sayso.model import Article

_PRONOUNS = frozenset({"he", "she", "they", "it", "them", "him", "her", "his", "their", "its"})
_HAPPENING = frozenset({"take", "occur", "happen", "come"})
_DEEDS = frozenset(
    """attack assault ambush bombing explosion blast killing shooting raid strike airstrike meeting talk clash incident protest
    demonstration arrest abduction kidnapping fighting battle massacre visit""".split()
)


class Carried:
    """Links between the sentences of one article."""

    def __init__(self, article: Article) -> None:
        self.doc = article.parse
        self.sentences = [s for s in self.doc.sents if s.text.strip()]
        # A token's own way to its sentence costs the sentence's length each time.
        self.start = [s.start for s in self.doc.sents for _ in s]
        self.at = {s.start: n for n, s in enumerate(self.sentences)}
        body = {s.start for s in article.sentences if s.body}
        self.body = {s.start for s in self.sentences if any(s.start_char <= b < s.end_char for b in body)}
        self.entities: dict[int, set[str]] = {}
        self.subjects: dict[int, set[str]] = {}
        for a in article.actors:
            if a.head < 0:
                continue
            head = self.doc[a.head]
            named = {a.entity, *a.members}
            self.entities.setdefault(self.start[a.head], set()).update(named)
            if head.dep_ in ("nsubj", "nsubjpass", "conj", "dobj"):
                self.subjects.setdefault(self.start[a.head], set()).update(named)

    def before(self, trigger: Any, points_back: bool = False) -> Any | None:
        """The root of the sentence before, where the trigger's simple past goes on about its people or points back."""
        verb = _finite(trigger)
        number = self.at.get(trigger.sent.start, 0)
        if verb is None or not number or trigger.sent.start not in self.body:
            return None
        last = self.sentences[number - 1]
        if last.start not in self.body or not (points_back or self._goes_on(verb, last.start)):
            return None
        return last.root

    def after(self, trigger: Any) -> Any | None:
        """The root of a sentence right behind that says when or where the deed took place."""
        number = self.at.get(trigger.sent.start, len(self.sentences))
        for s in self.sentences[number + 1 : number + 3]:
            subjects = [c for c in s.root.children if c.dep_ == "nsubj"]
            told_again = any(
                c.lemma_.lower() in _DEEDS and any(d.lower_ in ("the", "this", "that") for d in c.lefts)
                for c in subjects
            )
            if s.root.lemma_ in _HAPPENING and told_again and s.start in self.body:
                return s.root
        return None

    def _goes_on(self, verb: Any, last: int) -> bool:
        here = verb.sent
        if any(t.lower_ in _PRONOUNS or (t.lower_ == "there" and t.dep_ == "advmod") for t in here):
            return True
        return bool(self.subjects.get(here.start, set()) & self.entities.get(last, set()))


def _finite(trigger: Any) -> Any | None:
    """The verb in the simple past that the trigger is or is joined to; None for any other tense."""
    verb = trigger
    for _ in range(4):
        helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
        if verb.pos_ in ("VERB", "AUX") and not helpers & {
            "had",
            "has",
            "have",
            "will",
            "would",
            "could",
            "may",
            "might",
        }:
            if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and helpers & {"was", "were"}):
                return verb
        if verb.dep_ not in ("conj", "xcomp", "dobj") or verb.head == verb:
            return None
        verb = verb.head
    return None
