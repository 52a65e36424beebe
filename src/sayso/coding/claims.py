"""Claims: who says of an event what, how firmly, when, and in whose words.

In: an annotated Article and its events as groups of mentions. Out: each event's claims: one a telling, by the innermost source
whose content it lies in or by the author; and one for each source that confirms, denies, declines to comment on or takes
back an event it only refers to ("the meeting", "the statement").
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

from sayso.coding.anchors import Anchors
from sayso.coding.extraction import Mention, enclosing
from sayso.coding.merging import side
from sayso.model import Actor, Article, Attribution, Claim, Evidence, Factuality, Span, Stance
from sayso.resources import table

_BARE = {"confirms", "denies", "declines to comment", "does not confirm", "claims responsibility", "retracts"}


@cache
def _references() -> dict[str, frozenset[str]]:
    """The types that a noun may refer back to, from ``data/references.toml``."""
    groups = table("sayso.coding", "references.toml").values()
    return {word: frozenset(group["types"]) for group in groups for word in group["words"]}


_NEGATED: dict[Factuality, Factuality] = {
    "CT+": "CT-",
    "PR+": "PR-",
    "PS+": "PS-",
    "CT-": "CT+",
    "PR-": "PR+",
    "PS-": "PS+",
    "Uu": "Uu",
}
_RANK = ("CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu")


def told(article: Article, groups: list[list[Mention]], anchors: Anchors) -> list[tuple[list[Claim], list[Actor]]]:
    """The claims of each event, and who claims responsibility for it."""
    teller = Claims(article, anchors)
    made: list[tuple[list[Claim], list[Actor]]] = [(teller.of(g), []) for g in groups]
    for n, claim, speaker in teller.bare(groups):
        claims, owners = made[n]
        if claim not in claims:
            claims.append(claim)
        if claim.stance == "claims responsibility" and speaker is not None:
            owners.append(speaker)
    return [(with_shared_days(claims), owners) for claims, owners in made]


class Claims:
    """The claims of one article's events."""

    def __init__(self, article: Article, anchors: Anchors) -> None:
        self.article = article
        self.anchors = anchors
        self.by_entity = {a.entity: a for a in reversed(article.actors) if a.kind != "pronoun"}
        self.root = list(article.credits[:1])

    def of(self, group: list[Mention]) -> list[Claim]:
        """The claims that an event's own tellings make."""
        found: list[Claim] = []
        for m in group:
            for claim in self._told(m):
                if claim not in found:
                    found.append(claim)
        return found

    def _told(self, m: Mention) -> list[Claim]:
        holding = enclosing(self.article, m.head.idx)
        factual = self.article.factuality.get(m.head.i)
        own: Factuality = factual.value if factual else "CT+"
        if set(m.auxiliary) == set() and own not in ("PR+", "PS+", "PR-", "PS-"):
            own = "CT+"
        evidence = self._evidence(m.evidence)
        if not holding:
            stance: Stance = "reports" if factual and "hedge" in factual.reasons else "asserts"
            return [Claim(self.root or [], "author", None, stance, own, self._day(), None, False, evidence)]
        inner = holding[0]
        outer = [self._name(a, s) for a in reversed(holding[1:]) for s in self._speakers(a)[:1]]
        made = []
        for speaker in self._speakers(inner):
            name = self._name(inner, speaker)
            chain = list(dict.fromkeys([*self.root, *outer, name]))
            stance = inner.stance
            quoted = inner.quoted and self._in_quotes(m, inner)
            made.append(
                Claim(
                    chain,
                    name,
                    side(speaker) if speaker else None,
                    stance,
                    _put(own, inner.factuality),
                    self._said_on(inner),
                    self._cue(inner),
                    quoted,
                    evidence,
                )
            )
        return made

    def _in_quotes(self, m: Mention, a: Attribution) -> bool:
        text = self.article.text
        lo, hi = min(s.start for s in a.content), max(s.end for s in a.content)
        quoted = [(q.start() + lo, q.end() + lo) for q in _QUOTED.finditer(text[lo:hi])]
        return any(s < m.evidence.end and m.evidence.start < e for s, e in quoted)

    def _speakers(self, a: Attribution) -> list[Actor | None]:
        actor = self.by_entity.get(a.speaker_entity or "")
        if actor is None:
            return [None]
        members = [self.by_entity[e] for e in actor.members if e in self.by_entity]
        return [*members] or [actor]

    def _name(self, a: Attribution, speaker: Actor | None) -> str:
        if speaker is not None:
            return speaker.identifier_text or speaker.text
        if a.speaker:
            return a.speaker
        return " ".join(s.of(self.article.text) for s in a.source) or "unnamed"

    def _cue(self, a: Attribution) -> str:
        return " ".join(s.of(self.article.text) for s in a.cue)

    def _said_on(self, a: Attribution) -> str | None:
        time = self.anchors.said(self.article.parse[a.cue_head]) if a.cue_head >= 0 else None
        return time.first if time is not None and time.first == time.last else None

    def _day(self) -> str | None:
        return self.article.published[:10] if self.article.published else None

    def _evidence(self, span: Span) -> Evidence:
        return Evidence(self.article.id, span.start, span.end, span.of(self.article.text))

    def bare(self, groups: list[list[Mention]]) -> list[tuple[int, Claim, Actor | None]]:
        """Claims on events that are only referred to, with the index of each event's group and the one who speaks."""
        found: list[tuple[int, Claim, Actor | None]] = []
        for a in self.article.attributions:
            if a.stance not in _BARE:
                continue
            lo, hi = min(s.start for s in a.content), max(s.end for s in a.content)
            inside = [n for n, g in enumerate(groups) if any(lo <= m.head.idx < hi and not m.definite for m in g)]
            if inside and a.stance in ("confirms", "denies", "retracts"):
                continue  # its content tells the event itself
            either = re.search(r"\beither\b", " ".join(s.of(self.article.text) for s in a.source), re.I)
            if either and a.stance == "confirms":
                continue  # "the first time that either side confirmed": nobody in particular does
            for n in inside or self._targets(a, groups, lo, hi):
                for speaker in self._speakers(a):
                    name = self._name(a, speaker)
                    end = max([hi, *[s.end for s in a.cue], *[s.end for s in a.source]])
                    start = min([lo, *[s.start for s in a.cue], *[s.start for s in a.source]])
                    found.append(
                        (
                            n,
                            Claim(
                                list(dict.fromkeys([*self.root, name])),
                                name,
                                side(speaker) if speaker else None,
                                a.stance,
                                "CT-"
                                if a.stance in ("denies", "retracts")
                                else "CT+"
                                if a.stance in ("confirms", "claims responsibility")
                                else "Uu",
                                self._said_on(a),
                                self._cue(a),
                                False,
                                self._evidence(Span(start, end)),
                            ),
                            speaker,
                        )
                    )
        return found

    def _targets(self, a: Attribution, groups: list[list[Mention]], lo: int, hi: int) -> list[int]:
        """The events a reference means: those of its noun's types, the nearest before it; a statement's are what it said."""
        doc = self.article.parse
        words = [t for t in doc.char_span(lo, hi, alignment_mode="expand") or [] if t.lemma_.lower() in _references()]
        cue = min(s.start for s in a.cue)
        if not words:
            if a.stance in ("declines to comment", "does not confirm"):
                return self._nearest(groups, frozenset(), cue)[:1]
            if a.stance == "claims responsibility":
                return self._nearest(groups, frozenset({"ASSAULT"}), cue)[:1]
            return []
        kinds = _references()[words[0].lemma_.lower()]
        if kinds:
            return self._nearest(groups, kinds, cue, own_sentence=doc.char_span(cue, cue + 1, alignment_mode="expand"))[
                :1
            ]
        return self._said_by_others(a, groups, cue)

    def _nearest(
        self, groups: list[list[Mention]], kinds: frozenset[str], at: int, own_sentence: Any = None
    ) -> list[int]:
        ranked = []
        for n, g in enumerate(groups):
            if kinds and g[0].event not in kinds:
                continue
            before = [m.evidence.start for m in g if m.evidence.start < at + 200]
            if before:
                ranked.append((abs(at - max(before)), n))
        return [n for _, n in sorted(ranked)]

    def _said_by_others(self, a: Attribution, groups: list[list[Mention]], at: int) -> list[int]:
        """What the last speaker before this one said: the events of his claims that concern this one's side."""
        mine = {side(s) for s in self._speakers(a) if s is not None}
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


_QUOTED = re.compile(r"[\"“«][^\"”»]{2,2000}[\"”»]|``.{2,2000}?''", re.S)


def _put(own: Factuality, cue: Factuality) -> Factuality:
    """A predicate's own factuality under its source's: the less certain of the two, negated by a denial."""
    if cue.endswith("-"):
        own = _NEGATED[own]
        cue = _NEGATED[cue]
    if own == "Uu" or cue == "Uu":
        return "Uu"
    level = max((own[:2], cue[:2]), key=lambda x: ("CT", "PR", "PS").index(x))
    value: Factuality = msgspec.convert(level + own[2], Factuality)
    return value


def with_shared_days(claims: list[Claim]) -> list[Claim]:
    """A side that speaks twice of one event said it when it said it: an undated claim takes its side's day."""
    days = {c.side: c.said_on for c in claims if c.side and c.said_on}
    return [
        msgspec.structs.replace(c, said_on=days[c.side]) if c.said_on is None and c.side in days else c for c in claims
    ]
