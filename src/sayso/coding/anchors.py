"""When and where: the time and the place that an event's own words, then its clause, tie to it.

In: a trigger's token with the article's times and places. Out: the dates that the time expression spans, and the most
specific place. A time that belongs to a verb of saying is when it was said, never when it happened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from sayso.coding.carried import Carried
from sayso.coding.clauses import (
    BEFORE_NOUNS,
    CLIMB,
    PLANNING,
    SUBJECTS,
    VERBAL,
    above,
    clauses,
    cut_off_after,
    governor,
    is_grounds,
    of_another_noun,
    only_compares,
    within,
)
from sayso.coding.days import earlier, is_bare_clock, with_ranges
from sayso.coding.named_before import named_before
from sayso.coding.scenes import names_a_blow
from sayso.coding.speaking import cue_dated, of_words
from sayso.model import Article, Location, Place, Time


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
        self.published = (article.published or "")[:10]
        self.saying = saying
        self.acting = {a.head for a in article.actors}
        self.carried = Carried(article)
        self.dating: set[int] = set()
        dated = with_ranges([t for t in article.times if t.type in ("DATE", "TIME")], article.text)
        self.times = self._by_sentence([t for t in dated if not is_bare_clock(t)])
        self.clocks = self._by_sentence([t for t in dated if is_bare_clock(t)])
        self._put_same_days()
        places = self._by_sentence([*article.places, *named_before(article)])
        self.lengths = self._by_sentence([t for t in article.times if t.type == "DURATION"])
        self.places = {n: [t for t in tied if self._is_where(t)] for n, tied in places.items()}
        self.struck = {n: [t for t in tied if _object_of(t.root) >= 0] for n, tied in places.items()}

    def _by_sentence(self, found: Sequence[Time | Place]) -> dict[int, list[_Tied]]:
        tied: dict[int, list[_Tied]] = {}
        for x in found:
            span = self.doc.char_span(x.start, x.end, alignment_mode="expand")
            if span is not None:
                start = self.carried.start[span.root.i]
                tied.setdefault(start, []).append(_Tied(x, span.root, self._verb_over(span.root).i, start))
        return tied

    def _put_same_days(self) -> None:
        """ "On the same day" is that of the deed dated last, whatever was said in between on other days."""
        last: Time | None = None
        for tied in (t for n in sorted(self.times) for t in self.times[n]):
            what: Time = tied.what
            if last is not None and _SAME_DAY.search(what.text):
                tied.what = msgspec.structs.replace(what, value=last.value, first=last.first, last=last.last)
            elif what.first and what.first == what.last and tied.verb not in self.saying and not of_words(tied.root):
                last = what

    def _verb_over(self, root: Any) -> Any:
        """The verb whose clause a word stands in; before "…, officials said" that is the verb of what they said."""
        if (cue := cue_dated(root, self.saying)) is not None:
            return self.doc[cue]
        verb = governor(root)
        if verb.i not in self.saying or root.i > verb.i:
            return verb
        told = [c for c in verb.lefts if c.dep_ in ("ccomp", "parataxis") and c.i < root.i]
        speaks_after = any(c.dep_ == "nsubj" and c.i > root.i for c in verb.lefts)
        return told[-1] if told and speaks_after else verb

    def _is_where(self, tied: _Tied) -> bool:
        """Whether the words put something in the place; "soldiers of Ukraine" does not."""
        if names_a_blow(tied.root, tied.what):
            return True
        if not _locative(tied.root):
            return False
        if tied.root.head.lower_ == "from" and tied.root.head.head.lemma_ in _TAKEN_FROM and not specificity(tied.what):
            return False  # "received flour from Kazakhstan"
        if tied.root.head.lower_ == "to" and tied.root.head.head.lemma_ in _BOUND_TO:
            return False  # "hackers linked to North Korea"
        over = tied.root.head
        if over.lower_ == "of" and over.head.lemma_.lower() in _BORN_IN:
            return False  # "extradited a native of Algeciras"
        for _ in range(CLIMB):
            if (over.dep_ != "conj" and over.pos_ != "PROPN") or over.head == over:
                break
            over = over.head
        of_a_party = over.lower_ == "between" or (over.lower_ in ("of", "from", "for") and over.head.i in self.acting)
        return not (of_a_party and specificity(tied.what) == 0)

    def time(self, trigger: Any) -> Time | None:
        """The time that the event's words carry, else its clause, else the story around its sentence."""
        found = self._told_with(trigger) or self._told_around(trigger) or self._told_with(trigger, self.clocks)
        return found or self._detailed(trigger)

    def _detailed(self, trigger: Any) -> Time | None:
        """The day of the sentences that say how what a lead has told was done."""
        for verb in self.carried.detailed(trigger):
            said = verb.i in self.saying and verb.tag_ != "VBN"  # "was told on Monday to leave" is done to him
            time = None if said else self._told_with(verb)
            if time is not None and _is_a_day_gone(time, self):
                return time
        return None

    def _told_around(self, trigger: Any, depth: int = 0) -> Time | None:
        """The day of a sentence around that tells of the same deed or of one in the same breath; only where its own names none."""
        if self.times.get(trigger.sent.start) or depth >= _CARRIED_FAR:
            return None
        if (again := self.carried.after(trigger)) is not None and (time := self._told_with(again)) is not None:
            return time
        last = self.carried.before(trigger, trigger.sent.start in self.clocks)
        if last is None:
            return None
        if last.i in self.saying:  # "rebels took the town on Monday, officials said"
            last = next((c for c in last.lefts if c.dep_ == "ccomp" and c.i not in self.saying), last)
        told = self._told_with(last) if last.i not in self.saying else None
        told = told or self._told_around(last, depth + 1)
        if told is None or not told.first or told.first != told.last:
            return None
        return None if self.published and _is_past(trigger) and told.first > self.published else told

    def _told_with(self, trigger: Any, known: dict[int, list[_Tied]] | None = None) -> Time | None:
        known = self.times if known is None else known
        times = [t for t in known.get(trigger.sent.start, []) if not only_compares(t.root)]
        times = [t for t in times if not (_CENTURY.fullmatch(t.what.value or "") and t.root.dep_ in BEFORE_NOUNS)]
        times = [t for t in times if cue_dated(t.root, self.saying) in (None, trigger.i)]
        if self.published and _is_past(trigger):  # "agreed in March to reopen the crossings in April"
            times = [t for t in times if not t.what.first or t.what.first <= self.published]
        own = [t for t in times if within(t.root, trigger)]
        if not own and trigger.dep_ == "relcl":
            own = [t for t in times if t.root == trigger.head]  # "in November 2020, when rebels attacked"
            be = trigger.head.head
            if not own and trigger.head.dep_ == "attr" and any(c.lower_ == "it" for c in be.lefts):
                own = [t for t in times if t.verb == be.i]  # "on May 3 it was Croatia that cancelled"
        if not own and (link := _comes_after(trigger)) is not None:
            return self._before(trigger, link)
        if not own and is_grounds(trigger):
            return None  # "expelled two envoys on Monday over the arrest of its consul"
        verbs = {v.i for v in clauses(trigger, self.saying)}
        if not own:
            own = [t for t in times if t.verb in verbs and not of_another_noun(t.root, trigger)]
        if not own and (joined := _joined(trigger)) is not None:
            over = governor(joined.head).i
            if over not in self.saying:
                verbs = {over}
                own = [t for t in times if t.verb == over]
        if not own and trigger.pos_ in VERBAL:
            own = [t for t in times if self._closes(t, verbs)]
        own = [t for t in own if t.what.first] or own  # "the soldiers now in charge imposed it on Tuesday"
        own = [
            t for t in own if not _SEASON.search(t.what.value or "")
        ] or own  # "in January, during the coldest winter"
        return self._until_now(min(own, key=lambda t: abs(t.root.i - trigger.i)), trigger) if own else None

    def _until_now(self, tied: _Tied, trigger: Any) -> Time:
        """A time; one that something has gone on *since* spans the days up to the article's own, where it does not only stop something."""
        t, what = above(tied.root, BEFORE_NOUNS), tied.what
        if t == trigger:  # "the first since the June 3 raid"
            return what  # type: ignore[no-any-return]
        since = t.dep_ == "pobj" and t.head.lower_ == "since" and trigger.lemma_ not in _AT_ONCE
        if not since or not what.first or not self.published or what.first > self.published:
            return what  # type: ignore[no-any-return]
        return msgspec.structs.replace(what, last=self.published)  # type: ignore[no-any-return]

    def _closes(self, tied: _Tied, verbs: set[int]) -> bool:
        """Whether a day that the parser hangs on a participle closes the clause: "drove a car packed with bombs there on Friday"."""
        part = self.doc[tied.verb]
        shut = part.dep_ == "acl" and part.tag_ in ("VBN", "VBG") and part.lemma_ not in PLANNING
        over = governor(part.head).i if shut else -1
        return over in verbs and over < part.i < tied.root.i and tied.what.first == tied.what.last is not None

    def _before(self, trigger: Any, link: Any) -> Time | None:
        """The time of a deed that another came "two weeks after": as exact as the words are."""
        lengths = [t.what for t in self.lengths.get(trigger.sent.start, []) if 0 < link.i - t.root.i <= 2]
        if not lengths or trigger.i in self.dating:
            return None
        self.dating.add(trigger.i)  # the other deed's day may be sought in sentences that lead back to this one
        later = self.time(governor(link.head.head if link.dep_ == "mark" or link.head == trigger else link.head))
        self.dating.discard(trigger.i)
        if later is None or not later.first or not later.last:
            return None
        return earlier(later, lengths[-1])

    def said(self, cue: Any) -> Time | None:
        """The time that the clause of a verb of saying carries itself, or that of the clause it dates ("in June when X said")."""
        times = self.times.get(cue.sent.start, [])
        own = [
            t.what
            for t in times
            if t.verb == cue.i and (not of_another_noun(t.root, cue) or cue_dated(t.root, self.saying) == cue.i)
        ]
        if not own:
            speaking = {c.i for c in cue.children if c.dep_ == "advcl" and c.lemma_ in _SPEAKING}
            own = [t.what for t in times if t.verb in speaking]
        if not own and cue.dep_ == "advcl" and any(c.lower_ in ("when", "as", "after") for c in cue.children):
            over = clauses(cue.head, self.saying) + [c for c in cue.head.children if c.dep_ == "xcomp"]
            verbs = {v.i for v in over}
            own = [t.what for t in times if t.verb in verbs]
        return own[0] if own else None

    def place(self, trigger: Any, strikes: bool = False) -> Place | None:
        """The most specific place of the event's clause; a place that only names a party is not where it happened.

        Where the event ``strikes``, a town or area that is its object is the place: "shelled Donetsk".
        """
        if strikes or trigger.lemma_ in _GOES_TO:
            hit: list[Place] = [
                t.what for t in self.struck.get(trigger.sent.start, []) if _object_of(t.root) == trigger.i
            ]
            if any(specificity(p) for p in hit):
                return max(hit, key=specificity)
        here = self.places.get(trigger.sent.start, [])
        verbs = {v.i for v in clauses(trigger, self.saying)} if here else set()
        near = (
            [t.what for t in here if within(t.root, trigger)]
            or [t.what for t in here if t.verb in verbs and not (is_grounds(trigger) and t.root.i < trigger.i)]
            or [t.what for t in here if self._is_beside(t, trigger)]
        )
        found: Place | None = max(near, key=specificity, default=None)
        if found is None or not specificity(found):
            return self._place_around(trigger, found) or found
        return found

    def _is_beside(self, tied: _Tied, trigger: Any) -> bool:
        """Whether a place that the trigger's sentence names apart may be its own; not one of a clause about another deed."""
        verb = self.doc[tied.verb]
        if tied.verb in self.saying or abs(tied.root.i - trigger.i) >= _REACH:
            return False
        elsewhere = verb.dep_ == "advcl" and any(c.dep_ in SUBJECTS for c in verb.children)
        return not elsewhere or verb.is_ancestor(trigger)

    def _place_around(self, trigger: Any, own: Place | None) -> Place | None:
        """The town of a sentence around that tells of the same deed, or of one in the same breath and on the same day."""
        again = self.carried.after(trigger)
        told = self._places_of(again) if again is not None else []
        if not told and own is None and not self.places.get(trigger.sent.start):
            last = self.carried.before(trigger, _says_there(trigger))
            if last is not None and (not self.times.get(trigger.sent.start) or _says_there(trigger)):
                told = self._places_of(last) or self._struck_by(last)
                if not told and (further := self._place_around(last, None)) is not None:
                    told = [further]
        within = [p for p in told if specificity(p) and (own is None or p.country == own.country)]
        return max(within, key=specificity, default=None)

    def _places_of(self, root: Any) -> list[Place]:
        if root.i in self.saying:
            return []
        verbs = {v.i for v in clauses(root, self.saying)}
        return [t.what for t in self.places.get(root.sent.start, []) if t.verb in verbs]

    def _struck_by(self, root: Any) -> list[Place]:
        return [
            t.what
            for t in self.struck.get(root.sent.start, [])
            if _object_of(t.root) == root.i and t.root.i not in self.acting  # "urged Beijing": who, not where
        ]


def is_historical(article: Article, time: Time | None) -> bool:
    """Whether an event is old against the story's own time."""
    if time is None or not article.published or not time.last:
        return False
    return int(article.published[:4]) - int(time.last[:4]) >= _HISTORICAL_YEARS


_HISTORICAL_YEARS = 5


def specificity(place: Place) -> int:
    """How narrow a place is by its GeoNames feature code: countries and regions lose to the town that lies in them."""
    if place.lat is None and not place.feature:
        return 2  # a village that the gazetteer has not
    feature = place.feature or ""
    if feature.startswith(("PCL", "CONT", "RGN", "SEA", "OCN", "TERR", "ZN")) or not feature:
        return 0
    if feature in _WATERS:
        return 1  # "talks on the Nile in Cairo"
    return 1 if feature == "ADM1" else 2 if feature.startswith("ADM") else 3


def _is_a_day_gone(time: Time, anchors: Anchors) -> bool:
    """Whether a time is one day, and none after the story's own."""
    return bool(time.first) and time.first == time.last and (time.first or "") <= (anchors.published or "9")


def _is_past(verb: Any) -> bool:
    """Whether a verb tells of what has been done: "agreed", "had agreed"."""
    helpers = {c.lemma_ if c.tag_ != "MD" else "will" for c in verb.lefts if c.dep_ == "aux"}
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and "have" in helpers and "will" not in helpers)


# What is done at one stroke, however long it has lasted since: "has stopped buying gas since Monday".
_AT_ONCE = frozenset("stop halt suspend cut sever shut close ban freeze bar cease break expel".split())
_CARRIED_FAR = 2  # sentences that a day is carried over
_GOES_TO = frozenset({"visit", "tour", "enter", "storm"})  # verbs whose object is where it happens
# Verbs of what comes from whoever stands behind "from".
_TAKEN_FROM = frozenset(
    """receive get obtain buy import purchase accept borrow hear demand ask seek want request raid incursion infiltration fire launch
    shoot lob shelling rocket missile mortar shell drone fly gunfire barrage salvo""".split()
)
_BOUND_TO = frozenset("link tie loyal connect belong affiliate".split())
_TOWNS = frozenset({"town", "city", "village", "port", "camp", "area"})
_WATERS = frozenset({"STM", "STMI", "LK", "LKS", "GULF", "STRT", "BAY", "CNL", "RSV"})
_REACH = 25  # tokens between an event and a place that its sentence names apart
_SPEAKING = frozenset(("speak", "talk", "address", "write", "appear", "ask", "question", "press"))
_LOCATIVE = frozenset(
    """into off over through toward towards beside below above between within opposite in at near inside outside around across
    on of from to throughout along""".split()
)


def _joined(trigger: Any) -> Any:
    """The clause without a day of its own that goes with another or says how: "answered in May *by* closing it and expelling him"."""
    if trigger.pos_ not in VERBAL:
        return None
    first = trigger
    while first.dep_ == "conj" and first.tag_ == "VBG":
        first = first.head
    how = first.dep_ == "pcomp" and first.head.lower_ == "by"
    which = trigger.dep_ == "acl" and trigger.tag_ == "VBN" and trigger.head.dep_ in SUBJECTS
    return first if how else trigger if trigger.dep_ in ("acl", "advcl") and not which else None


def _comes_after(trigger: Any) -> Any:
    """The "after" by which a deed is only what came before another: "freed him two weeks after his arrest"."""
    if trigger.pos_ in VERBAL:
        marks = (c for c in trigger.children if c.dep_ == "mark" and c.lower_ == "after")
        return next(marks, None) or cut_off_after(trigger)
    return trigger.head if trigger.dep_ == "pobj" and trigger.head.lower_ == "after" else None


_BORN_IN = frozenset({"native", "citizen", "national"})
_SAME_DAY = re.compile(r"\b(?:same|that) day$", re.I)
_CENTURY = re.compile(r"\d\d")  # "a 9th-century shrine"
_SEASON = re.compile(r"-(?:WI|SP|SU|FA)$")


def _locative(root: Any) -> bool:
    t = above(root, ("conj", "appos", "compound", "nmod"))
    return (
        (t.dep_ == "advmod" and t.lower_ == "here")
        or (t.dep_ == "pobj" and t.head.lower_ in _LOCATIVE)
        or t.dep_ == "ROOT"
    )


def _object_of(root: Any) -> int:
    """The index of the verb whose object or passive subject a word is; -1 when it is none's."""
    t = above(root, ("conj", "appos"))
    return int(t.head.i) if t.dep_ in ("dobj", "nsubjpass") else -1


def _says_there(trigger: Any) -> bool:
    """Whether the sentence points back to a place: "there", "retook *the town*"."""
    return any(
        (t.lower_ == "there" and t.dep_ == "advmod")
        or (
            t.lower_ in _TOWNS
            and any(c.lower_ in ("the", "that") for c in t.lefts)
            and not any(c.dep_ == "prep" for c in t.rights)
        )
        for t in trigger.sent
    )


def location(place: Place) -> Location:
    return Location(place.name or place.text, place.country, place.geonameid, place.lat, place.lon)
