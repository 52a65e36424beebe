"""Speakers who go on for the side that has just spoken: "A spokesman for the front denied it. “No convoy was hit,” Ali Sheikh told a
radio station", "The premier's office denied it. “There was no such call,” a statement said".

In: an annotated Article and a function that gives an attribution's speakers. Out: for an attribution right behind another one, whose source
the text ties to no side, the actor of the one before, for whom he speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from sayso.coding.lines import holding
from sayso.coding.sides import has_a_side, side
from sayso.coding.voices import offices
from sayso.knowledge.states import PEOPLE
from sayso.model import Actor, Article, Attribution

_WRITTEN = re.compile(r"(?:an?|its|their|his|her)(?: \w+)? (?:statement|communiqu[eé]|release|note|message|notice)")
_HONOURS = frozenset({"sheikh", "sheik", "mullah", "imam", "emir"})  # no office that a state gives
_SOMEBODY = re.compile(r"(?:an?|another|one of (?:its|their|his|her|the)) .*", re.I | re.S)


class Continued:
    """Who goes on for whom in one article."""

    def __init__(self, article: Article, speakers: Callable[[Attribution], list[Actor | None]]) -> None:
        self.article = article
        self._speakers = speakers
        self._last = {
            n: a for a in article.attributions for n in holding(article, [max(s.start for s in a.cue or a.content)])
        }
        self._first: dict[str, int] = {}
        for x in sorted(article.actors, key=lambda x: x.start):
            self._first.setdefault(x.entity, x.start)

    def speaker(self, a: Attribution, actor: Actor | None) -> Actor | None:
        """Who speaks by an attribution of which the words themselves give ``actor``; None where nobody goes on."""
        source = " ".join(s.of(self.article.text) for s in a.source)
        if not a.quoted or not source or not (self._is_official(source) if actor is None else self._is_new(a, actor)):
            return None
        at = holding(self.article, [_start(a)])
        before = self._last.get(at[0] - 1) if at else None
        if before is None or (actor is not None and not self._tells_no_name(before)):
            return None
        told = self._speakers(before)
        if len(told) != 1 or told[0] is None or not has_a_side(told[0]):
            return None
        own = told[0]
        if _WRITTEN.fullmatch(source.lower()):
            return own
        if actor is None:
            name = a.speaker or source
            return msgspec.structs.replace(own, identifier_text=name, identifier_id=None, kind="person", side=side(own))
        return msgspec.structs.replace(actor, code=own.code, sector=own.sector, side=side(own))

    def _is_official(self, source: str) -> bool:
        """Whether words name an office of no country, or a text that somebody has written."""
        words = source.lower()
        return _WRITTEN.fullmatch(words) is not None or bool(offices() & set(re.findall(r"[\w-]+", words)))

    def _is_new(self, a: Attribution, actor: Actor) -> bool:
        """Whether a person is named here for the first time, by no more than the name and a title."""
        if actor.kind != "person" or actor.side or actor.sector in (*PEOPLE, "JRN"):
            return False
        if actor.office and actor.office not in _HONOURS:
            return False
        s = a.source[0]
        inside = [x for x in self.article.actors if s.start <= x.start < s.end]
        return s.start <= self._first.get(actor.entity, -1) < s.end and all(x.entity == actor.entity for x in inside)

    def _tells_no_name(self, before: Attribution) -> bool:
        """Whether somebody without a name has spoken: "a spokesman for the front"."""
        source = " ".join(s.of(self.article.text) for s in before.source)
        if _SOMEBODY.fullmatch(source) is None or not offices() & set(re.findall(r"[\w-]+", source.lower())):
            return False
        at = before.source[0]
        named = (x for x in self.article.actors if at.start <= x.start < at.end)
        return not any(x.kind == "person" for x in named)


def _start(a: Attribution) -> int:
    return min(s.start for s in (*a.cue, *a.content, *a.source))
