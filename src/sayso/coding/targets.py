"""Which events a claim means that names none: "confirmed the meeting", "denied the report", "declined to comment".

In: an annotated Article, its events as groups of mentions, and an attribution whose content tells no event itself. Out: the indices
of the groups that it is about; none rather than a guess where what was said before is no event.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from sayso.coding.enclosing import enclosing
from sayso.coding.extraction import Mention
from sayso.coding.own_frames import laid
from sayso.coding.sides import side
from sayso.model import Actor, Article, Attribution
from sayso.resources import table


@cache
def references() -> dict[str, frozenset[str]]:
    """The types that a noun may refer back to, from ``data/references.toml``."""
    groups = table("sayso.coding", "references.toml").values()
    return {word: frozenset(group["types"]) for group in groups for word in group.get("words", ())}


@cache
def _happening() -> frozenset[str]:
    """The verbs by which a clause only says that something was."""
    return frozenset(table("sayso.coding", "references.toml")["happening"]["verbs"])


def reference(token: Any) -> frozenset[str] | None:
    """The types that a word may refer back to: by the list, or, for a deed's own noun ("the expulsion"), by the frames."""
    lemma = token.lemma_.lower()
    if lemma in references():
        return references()[lemma]
    return _nouns_of_deeds().get(lemma) if token.pos_ == "NOUN" else None


@cache
def _nouns_of_deeds() -> dict[str, frozenset[str]]:
    """The types of the frames whose trigger is one noun."""
    found: dict[str, set[str]] = {}
    for word, rows in laid().frames.items():
        for frame in rows:
            if frame.pos == "n" and len(frame.trigger) == 1:
                found.setdefault(word, set()).add(frame.event)
    return {word: frozenset(types) for word, types in found.items()}


def modes_of_noun(lemma: str) -> frozenset[str]:
    """The modes of the frames whose trigger is one noun; none where one of them has none."""
    rows = [f for f in laid().frames.get(lemma, ()) if f.pos == "n" and len(f.trigger) == 1]
    return frozenset(f.mode for f in rows if f.mode) if all(f.mode for f in rows) else frozenset()


_ACCUSATION = frozenset({"ACCUSE"})
# Words for what is asked of somebody who stays silent: no event is meant by them.
_ASKED = frozenset(("comment", "request", "question", "query", "inquiry", "enquiry", "call", "message", "answer"))


class Targets:
    """The events that one article's bare claims are about; ``speakers`` gives the actors of an attribution."""

    def __init__(self, article: Article, speakers: Callable[[Attribution], list[Actor | None]]) -> None:
        self.article = article
        self._speakers = speakers

    def of(self, a: Attribution, groups: list[list[Mention]], lo: int, hi: int) -> list[int]:
        """The events a reference means: those of its noun's types, the nearest before it; a statement's are what it said."""
        doc = self.article.parse
        words = [t for t in doc.char_span(lo, hi, alignment_mode="expand") or [] if reference(t) is not None]
        if a.stance == "declines to comment":
            words = [t for t in words if t.lemma_.lower() not in _ASKED]
        cue = min(s.start for s in a.cue)
        if not words:
            if a.stance in ("denies", "confirms") and a.cue_head >= 0 and doc[a.cue_head].dep_ == "relcl":
                return self._before_in_sentence(groups, cue)  # "…, which the ministry denied"
            if a.stance in ("declines to comment", "does not confirm"):
                return self._nearest(groups, frozenset(), cue)[:1]
            if a.stance == "claims responsibility":
                return self._nearest(groups, frozenset({"ASSAULT"}), cue)[:1]
            return []
        if a.stance == "denies" and _tells_another(words[0], lo):
            return []
        kinds = reference(words[0]) or frozenset()
        if kinds == _ACCUSATION:  # who denies one did not do what he is accused of; what others did is no part of it
            mine = {side(s) for s in self._speakers(a) if s is not None}
            return [
                n
                for n in self._said_by_others(a, groups, cue)
                if any(side(p) in mine for m in groups[n] for p in m.actors)
            ]
        if kinds:
            return self._nearest(groups, kinds, cue, own_sentence=doc.char_span(cue, cue + 1, alignment_mode="expand"))[
                :1
            ]
        return self._said_by_others(a, groups, cue)

    def _before_in_sentence(self, groups: list[list[Mention]], at: int) -> list[int]:
        """The event told last before a place in its own sentence."""
        told = [
            (m.head.idx, n)
            for n, g in enumerate(groups)
            for m in g
            if m.sentence.start_char <= m.head.idx < at < m.sentence.end_char
        ]
        return [n for _, n in sorted(told, reverse=True)[:1]]

    def _nearest(
        self, groups: list[list[Mention]], kinds: frozenset[str], at: int, own_sentence: Any = None
    ) -> list[int]:
        """The events of these types, the nearest told before first; one told after only where none was before."""
        ranked = []
        for n, g in enumerate(groups):
            if kinds and g[0].event not in kinds:
                continue
            told = [m.evidence.start for m in g if m.evidence.start < at or at < m.sentence.end_char < at + 400]
            if told:
                near = max(told)
                after = near > at and not any(m.sentence.start_char <= at < m.sentence.end_char for m in g)
                ranked.append((after, abs(at - near), n))
        return [n for _, _, n in sorted(ranked)]

    def _said_by_others(self, a: Attribution, groups: list[list[Mention]], at: int) -> list[int]:
        """What the last speaker before this one said: the events of his claims that concern this one's side."""
        mine = {side(s) for s in self._speakers(a) if s is not None}
        if a.stance == "denies" and (named := self._denied_beside(mine, groups, at)):
            return named
        hits: list[tuple[int, int, str]] = []
        for n, g in enumerate(groups):
            for m in g:
                if m.evidence.start < at:
                    for other in enclosing(self.article, m.head.idx)[:1]:
                        for s in self._speakers(other):
                            if s is not None and side(s) not in mine:
                                hits.append((m.evidence.start, n, side(s)))
        if not hits:
            return self._nearest(groups, frozenset(), at)[:1]
        last = max(hits)[2]
        told = [n for _, n, who in sorted(hits, reverse=True) if who == last]
        involved = [n for n in told if any(side(p) in mine for m in groups[n] for p in (*m.actors, *m.recipients))]
        return list(dict.fromkeys(involved or told[:1]))

    def _denied_beside(self, mine: set[str], groups: list[list[Mention]], at: int) -> list[int]:
        """ "Denied that its troops had fired, calling the report a fabrication": it is the firing that was reported."""
        return [
            n
            for n, g in enumerate(groups)
            for m in g
            if m.sentence.start_char <= at < m.sentence.end_char
            and any(
                x.stance == "denies" and any(s is not None and side(s) in mine for s in self._speakers(x))
                for x in enclosing(self.article, m.head.idx)[:1]
            )
        ][:1]


def _tells_another(noun: Any, lo: int) -> bool:
    """Whether a noun stands in a clause that says more than that it was: "denied that a ransom had been paid"."""
    verb = noun
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    return bool(verb.idx >= lo and verb.dep_ == "ccomp" and verb.lemma_ not in _happening())
