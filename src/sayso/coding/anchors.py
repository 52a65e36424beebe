"""When and where: the time and the place that an event's own words, then its clause, tie to it.

In: a trigger's token with the article's times and places. Out: the dates that the time expression spans, and the most
specific place. A time that belongs to a verb of saying is when it was said, never when it happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from sayso.model import Article, Location, Place, Time

_VERBAL = ("VERB", "AUX")


class _Tied(msgspec.Struct):
    """A time or place with the root of its words, the clause's verb over it, and its sentence's first token."""

    what: Any
    root: Any
    verb: int
    sentence: int


class Anchors:
    """The times and places of one article by the sentence and clause that each stands in."""

    def __init__(self, article: Article, saying: set[int]) -> None:
        self.doc = article.parse
        self.saying = saying
        self.times = self._by_sentence([t for t in article.times if t.type in ("DATE", "TIME")])
        places = self._by_sentence([p for p in article.places if p.lat is not None])
        self.places = {n: [t for t in tied if _locative(t.root)] for n, tied in places.items()}

    def _by_sentence(self, found: Sequence[Time | Place]) -> dict[int, list[_Tied]]:
        tied: dict[int, list[_Tied]] = {}
        for x in found:
            span = self.doc.char_span(x.start, x.end, alignment_mode="expand")
            if span is not None:
                start = span.root.sent.start
                tied.setdefault(start, []).append(_Tied(x, span.root, _governor(span.root).i, start))
        return tied

    def time(self, trigger: Any) -> Time | None:
        """The time that the event's words carry, else its clause."""
        times = self.times.get(trigger.sent.start, [])
        own = [t for t in times if _within(t.root, trigger)]
        if not own:
            verbs = {v.i for v in _clauses(trigger, self.saying)}
            own = [t for t in times if t.verb in verbs and not _of_another_noun(t.root, trigger)]
        if not own and trigger.dep_ in ("acl", "advcl") and trigger.pos_ in _VERBAL:
            over = _governor(trigger.head).i
            if over not in self.saying:
                own = [t for t in times if t.verb == over]
        return min(own, key=lambda t: abs(t.root.i - trigger.i)).what if own else None

    def said(self, cue: Any) -> Time | None:
        """The time that the clause of a verb of saying carries itself, or that of the clause it dates ("in June when X said")."""
        times = self.times.get(cue.sent.start, [])
        own = [t.what for t in times if t.verb == cue.i and not _of_another_noun(t.root, cue)]
        if not own:
            speaking = {c.i for c in cue.children if c.dep_ == "advcl" and c.lemma_ in _SPEAKING}
            own = [t.what for t in times if t.verb in speaking]
        if not own and cue.dep_ == "advcl" and any(c.lower_ in ("when", "as", "after") for c in cue.children):
            over = _clauses(cue.head, self.saying) + [c for c in cue.head.children if c.dep_ == "xcomp"]
            verbs = {v.i for v in over}
            own = [t.what for t in times if t.verb in verbs]
        return own[0] if own else None

    def place(self, trigger: Any) -> Place | None:
        """The most specific place of the event's clause; a place that only names a party is not where it happened."""
        here = self.places.get(trigger.sent.start, [])
        verbs = {v.i for v in _clauses(trigger, self.saying)} if here else set()
        near = (
            [t.what for t in here if _within(t.root, trigger)]
            or [t.what for t in here if t.verb in verbs]
            or [t.what for t in here if t.verb not in self.saying and abs(t.root.i - trigger.i) < _REACH]
        )
        return max(near, key=specificity, default=None)


def specificity(place: Place) -> int:
    """How narrow a place is by its GeoNames feature code: countries and regions lose to the town that lies in them."""
    feature = place.feature or ""
    if feature.startswith(("PCL", "CONT", "RGN", "SEA", "OCN", "TERR", "ZN")) or not feature:
        return 0
    return 1 if feature == "ADM1" else 2 if feature.startswith("ADM") else 3


_REACH = 25  # tokens between an event and a place that its sentence names apart
_SPEAKING = frozenset(("speak", "talk", "address", "write", "appear"))
_LOCATIVE = {
    "in",
    "at",
    "near",
    "inside",
    "outside",
    "around",
    "across",
    "on",
    "of",
    "from",
    "to",
    "throughout",
    "along",
}


def _locative(root: Any) -> bool:
    t = root
    while t.dep_ in ("conj", "appos", "compound", "nmod") and t.head != t:
        t = t.head
    return (t.dep_ == "pobj" and t.head.lower_ in _LOCATIVE) or t.dep_ == "ROOT"


def _within(root: Any, trigger: Any) -> bool:
    """Whether the words stand in the trigger's own phrase."""
    t = root
    for _ in range(12):
        if t == trigger:
            return True
        if t.head == t or (t.pos_ in _VERBAL and t.dep_ in ("relcl", "ccomp", "advcl", "ROOT")):
            return False
        t = t.head
    return False


def _governor(token: Any) -> Any:
    """The verb whose clause a word stands in, or the root of its sentence."""
    t = token
    while t.pos_ not in _VERBAL and t.head != t:
        t = t.head
    return t


def _clauses(trigger: Any, saying: set[int]) -> list[Any]:
    """The verbs that share the trigger's time and place: its own, those it completes, and those over a noun."""
    verb = trigger if trigger.pos_ in _VERBAL else _governor(trigger)
    if verb.i in saying and verb != trigger:
        return []
    found = [verb]
    while verb.dep_ in ("xcomp", "conj", "auxpass", "pcomp") and verb.head != verb:
        verb = verb.head
        if verb.pos_ in _VERBAL:
            if verb.i in saying:
                break
            found.append(verb)
    found += [c for c in found[0].children if c.dep_ == "xcomp"]
    return found


def _of_another_noun(root: Any, trigger: Any) -> bool:
    """Whether a time only says which thing is meant: "the *July* meeting", "*Friday's* attack"."""
    t = root
    while t.dep_ in ("compound", "nummod", "amod", "nmod", "npadvmod", "poss") and t.head != t:
        t = t.head
        if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ not in ("DATE", "TIME"):
            return bool(t != trigger)
    return False


def location(place: Place) -> Location:
    return Location(place.name or place.text, place.country, place.geonameid, place.lat, place.lon)
