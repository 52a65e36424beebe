"""What a story carries from one sentence to the next: the day and town of a deed told on, or told of again.

In: the trigger's token, and questions to :class:`~sayso.coding.anchors.Anchors`. Out: the sentences whose main clause may date and
place it. A simple past that goes on about the same people goes on in their time ("He met the president and *pledged* aid");
"the attack took place near Baidoa on Tuesday" dates the attack of the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterator
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
        self.by_head: dict[int, set[str]] = {}
        for a in article.actors:
            if a.head < 0:
                continue
            head = self.doc[a.head]
            named = {a.entity, *a.members}
            if a.kind in ("generic", "person", "pronoun"):
                self.by_head.setdefault(a.head, set()).add(a.entity)
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

    def detailed(self, trigger: Any) -> Iterator[Any]:
        """The verbs in the past by which the sentences behind a lead in the present perfect say when: "Poland *has* expelled two
        diplomats. … The two *were declared* persona non grata on Tuesday", "The men arrived in lorries on Thursday"."""
        number = self.at.get(trigger.sent.start, len(self.sentences))
        if number > _LEAD or not any(
            c.dep_ in ("aux", "auxpass") and c.lower_ in ("has", "have") for c in trigger.children
        ):
            return
        told = self.entities.get(trigger.sent.start, set())
        nouns = {t.lemma_.lower() for t in trigger.subtree if t.pos_ in ("NOUN", "PROPN")}
        for s in self.sentences[number + 1 : number + 3]:
            for verb in (t for t in s if t.tag_ in ("VBD", "VBN") and t.pos_ == "VERB" and _past(t)):
                subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
                if subject is not None and (self._is_of(subject, told) or _means_them(subject, nouns)):
                    yield verb

    def _is_of(self, subject: Any, told: set[str]) -> bool:
        """Whether a subject is somebody of whom a sentence told."""
        return bool(self.by_head.get(subject.i, set()) & told)

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


_LEAD = 2  # sentences in which a story tells its news
_THOSE = frozenset(
    """two three four five six seven eight nine ten pair trio men women man woman troops soldiers group officer official diplomat
    diplomats envoy consul attache suspect suspects prisoners captives""".split()
)


def _past(verb: Any) -> bool:
    """Whether a verb tells something done in the past, not what has or had been done or will be."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    return (not helpers if verb.tag_ == "VBD" else bool(helpers)) and helpers <= {"was", "were", "had", "been"}


def _means_them(subject: Any, nouns: set[str]) -> bool:
    """Whether a subject points to those just told of: "the two", "the men", "the officer" of an officer's expulsion."""
    if not any(c.lower_ in ("the", "these", "those", "both") for c in subject.lefts):
        return subject.lower_ in ("both",)
    return subject.lower_ in _THOSE or subject.lemma_.lower() in nouns
