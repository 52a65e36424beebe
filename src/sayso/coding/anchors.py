"""When and where: the time and the place that an event's own words, then its clause, tie to it.

In: a trigger's token with the article's times and places. Out: the dates that the time expression spans, and the most
specific place. A time that belongs to a verb of saying is when it was said, never when it happened.
"""

from __future__ import annotations

from typing import Any

from sayso.model import Article, Location, Place, Time

_VERBAL = ("VERB", "AUX")


class Anchors:
    """The times and places of one article by the clause that each stands in."""

    def __init__(self, article: Article, saying: set[int]) -> None:
        self.doc = article.parse
        self.saying = saying
        self.times = [(t, self._root(t.start, t.end)) for t in article.times if t.type in ("DATE", "TIME")]
        self.places = [(p, self._root(p.start, p.end)) for p in article.places if p.lat is not None]

    def _root(self, start: int, end: int) -> Any:
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return span.root if span is not None else None

    def time(self, trigger: Any) -> Time | None:
        """The time that the event's words carry."""
        return _nearest([(t, r) for t, r in self.times if r is not None], trigger, self.saying)

    def said(self, cue: Any) -> Time | None:
        """The time that the clause of a verb of saying carries itself, or that of the clause it dates ("in June when X said")."""
        own = [t for t, r in self.times if r is not None and _governor(r) == cue and not _of_another_noun(r, cue)]
        if not own and cue.dep_ == "advcl" and any(c.lower_ in ("when", "as", "after") for c in cue.children):
            over = _clauses(cue.head, self.saying) + [c for c in cue.head.children if c.dep_ == "xcomp"]
            own = [t for t, r in self.times if r is not None and r.sent == cue.sent and _governor(r) in over]
        return own[0] if own else None

    def place(self, trigger: Any) -> Place | None:
        """The most specific place of the event's clause; a place that only names a party is not where it happened."""
        here = [(p, r) for p, r in self.places if r is not None and _locative(r)]
        near = [p for p, r in here if _within(r, trigger)] or [p for p, r in here if self._same_clause(r, trigger)]
        if not near:
            inside = [
                p
                for p, r in here
                if r.sent == trigger.sent and _governor(r).i not in self.saying and _linked(r, trigger)
            ]
            near = inside
        return max(near, key=specificity, default=None) if near else None

    def _same_clause(self, root: Any, trigger: Any) -> bool:
        if root.sent != trigger.sent:
            return False
        governor = _governor(root)
        return governor in _clauses(trigger, self.saying)


def specificity(place: Place) -> int:
    """How narrow a place is by its GeoNames feature code: countries and regions lose to the town that lies in them."""
    feature = place.feature or ""
    if feature.startswith(("PCL", "CONT", "RGN", "SEA", "OCN", "TERR", "ZN")) or not feature:
        return 0
    return 1 if feature == "ADM1" else 2 if feature.startswith("ADM") else 3


_REACH = 25  # tokens between an event and a place that its sentence names apart
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


def _linked(root: Any, trigger: Any) -> bool:
    return bool(abs(root.i - trigger.i) < _REACH)


def _nearest(times: list[tuple[Time, Any]], trigger: Any, saying: set[int]) -> Time | None:
    own = [(t, r) for t, r in times if _within(r, trigger)]
    if not own:
        verbs = _clauses(trigger, saying)
        own = [
            (t, r)
            for t, r in times
            if r.sent == trigger.sent and _governor(r) in verbs and not _of_another_noun(r, trigger)
        ]
    if not own and trigger.dep_ in ("relcl", "acl", "advcl") and trigger.pos_ in _VERBAL and trigger.dep_ != "relcl":
        over = _governor(trigger.head)
        if over.i not in saying:
            own = [(t, r) for t, r in times if r.sent == trigger.sent and _governor(r) == over]
    return min(own, key=lambda x: abs(x[1].i - trigger.i))[0] if own else None


def location(place: Place) -> Location:
    return Location(place.name or place.text, place.country, place.geonameid, place.lat, place.lon)
