"""Whether two reports tell of one happening: a score that adds up from named reasons, and conflicts that forbid it.

In: the facts of two reports. Out: a :class:`Match`. The same two give the same match in either order.
"""

from __future__ import annotations

import math

import msgspec

from sayso.ledger.facts import A_SENTENCE, RECIPROCAL, Facts, Where, Who, is_demonym, plain, root
from sayso.ledger.rules import rules

Reason = tuple[str, float]


class Match(msgspec.Struct, frozen=True):
    """``score`` is the sum of the reasons' points; ``conflict`` what forbids the join, if anything; ``bar`` the score it takes.

    ``slack`` is how far below the bar a report may lie that can mean no other deed of its story.
    """

    score: float
    bar: float
    reasons: tuple[Reason, ...]
    conflict: str | None = None
    slack: float = 0.0

    @property
    def joins(self) -> bool:
        return self.conflict is None and self.score >= self.bar

    @property
    def nearly(self) -> bool:
        """Whether the two would be one if nothing else could be meant."""
        return self.conflict is None and self.score >= self.bar - self.slack


class _Conflict(Exception):  # noqa: N818 - not an error: it ends the comparison
    pass


def match(a: Facts, b: Facts) -> Match:
    """Compare two reports."""
    r = rules()
    reasons: list[Reason] = []
    bar = r.bars.get(a.kind, r.bar)

    def add(name: str, times: float = 1.0) -> None:
        reasons.append((name, r.points[name] * times))

    conflict = None
    try:
        if a.kind != b.kind:
            raise _Conflict("types differ")
        if a.unreal != b.unreal:
            raise _Conflict("one is not said to have happened")
        for name in (*_modes(a, b), *_times(a, b)):
            add(name)
        if copied(a, b):  # whose parties and places are the same, whatever they were taken for
            add("copied")
        else:
            for name in (*_places(a, b), *_parties(a, b)):
                add(name)
    except _Conflict as found:
        conflict = str(found)
    if conflict is None:
        for name in (*_words(a, b), *_tolls(a, b), *_things(a, b)):
            add(name)
        if a.article == b.article and not (a.denied or b.denied):
            add("same_article")
        if a.denied != b.denied:
            add("denial")
    vague = (a.first is None or b.first is None) and a.kind not in r.bars and a.article != b.article
    return Match(sum(p for _, p in reasons), bar, tuple(reasons), conflict, r.slack if vague else 0.0)


def copied(a: Facts, b: Facts) -> bool:
    """Whether two articles tell it in one and the same sentence, whatever their parties were taken for: a reprint without its dateline."""
    same = a.words == b.words and len(a.words) >= A_SENTENCE and a.article != b.article
    return same and (a.modes, a.toll, a.first, a.last) == (b.modes, b.toll, b.first, b.last)


def _modes(a: Facts, b: Facts) -> list[str]:
    if not a.modes or not b.modes:
        return []
    if a.modes & b.modes:
        return ["mode_same"]
    if any(kin & a.modes and kin & b.modes for kin in rules().kin.get(a.kind, [])):
        return ["mode_kin"]
    if a.denied != b.denied and a.kind in rules().kin:
        return ["mode_kin"]  # who denies a deed need not call it what it was called: "nobody restricts his movements"
    raise _Conflict(f"modes differ: {', '.join(sorted(a.modes))} / {', '.join(sorted(b.modes))}")


def _times(a: Facts, b: Facts) -> list[str]:
    if a.first is not None and a.last is not None and b.first is not None and b.last is not None:
        return [_dated((a.first, a.last), (b.first, b.last))]
    if a.first is None and b.first is None:
        if a.told is None or b.told is None or a.past != b.past:
            return ["undated_far"]
        return [_gap(abs(a.told - b.told), 0)]
    dated, other = (a, b) if a.first is not None else (b, a)
    if other.told is None or dated.first is None or dated.last is None:
        return ["undated_far"]
    if dated.first > other.told + 1 and not dated.unreal and dated.kind not in ("AGREE", "THREATEN", "CONCEDE"):
        raise _Conflict("it happened after the other report was published")
    return [_gap(other.told - min(dated.last, other.told), rules().days["month"] if other.past or other.retold else 0)]


def _gap(days: int, allowed: int) -> str:
    limit = rules().days
    if allowed and days > limit["week"]:
        return "undated_week" if days <= limit["broadest"] else "undated_far"
    if days <= limit["near"]:
        return "undated_near"
    if days <= limit["week"]:
        return "undated_week"
    return "undated_month" if days <= limit["month"] else "undated_far"


def _dated(a: tuple[int, int], b: tuple[int, int]) -> str:
    gap = max(a[0], b[0]) - min(a[1], b[1])
    if gap > 1:
        raise _Conflict("the dates differ")
    if gap == 1:
        return "next_day"
    longest = max(a[1] - a[0], b[1] - b[0])
    if longest == 0:
        return "same_day"
    limit = rules().days
    if longest < limit["narrow"]:
        return "within_week"
    return "within_month" if longest <= limit["month"] else "within_longer"


def _parties(a: Facts, b: Facts) -> list[str]:
    mutual = a.kind in RECIPROCAL and not (a.whom and b.whom)
    if not mutual and a.kind not in RECIPROCAL:  # "the two sides clashed" tells no direction
        mutual = (not a.whom and len(a.who) > 1) or (not b.whom and len(b.who) > 1)
    if mutual:
        found = _fitting(a.who + a.whom, b.who + b.whom, "parties")
        return found * 2 if len(found) == 1 else found
    abroad = frozenset(w.code for w in (*a.who, *b.who) if w.code)
    hit = _fitting(a.whom, b.whom, "recipients", abroad)
    if {"party_same", "party_alike"} & set(hit) and _rivals(a, b):
        return ["rivals", *hit]
    return _fitting(a.who, b.who, "actors") + hit


def _rivals(a: Facts, b: Facts) -> bool:
    """Whether two groups are said to have done one deed: the same victim in the same town on the same day."""
    if not (a.who and b.who and a.where and b.where and a.first is not None):
        return False
    armed = rules().sectors["armed"]
    groups = [{w.name for w in f.who if w.proper and w.sector in armed} for f in (a, b)]
    if len(groups[0]) != len(a.who) or len(groups[1]) != len(b.who) or groups[0] & groups[1]:
        return False
    return a.where == b.where and a.where.level == 2 and a.first == a.last == b.first == b.last


def _fitting(a: tuple[Who, ...], b: tuple[Who, ...], what: str, strangers: frozenset[str] = frozenset()) -> list[str]:
    """The reasons of two lists of parties: at most the two best of the shorter list, and one for any that fits nobody.

    A state stands for its people that ``strangers`` act on: "bombed a village in Somalia", "killed six Somalis".
    """
    if not a or not b:
        return ["party_unknown"]

    def how(p: Who, q: Who) -> float:
        if found := fit(p, q):
            stand_in = found < _FOR_ITS_PEOPLE and (_stands_for(p, q, strangers) or _stands_for(q, p, strangers))
            return _FOR_ITS_PEOPLE if stand_in else found
        if _stands_for(p, q, strangers) or _stands_for(q, p, strangers) or _are_nationals(p, q) or _are_nationals(q, p):
            return _FOR_ITS_PEOPLE
        return _HARDLY if _is_some_crowd(p, q) or _is_some_crowd(q, p) else 0.0

    fewer, more = sorted((a, b), key=len)
    fits = sorted((max(how(p, q) for q in more) for p in fewer), reverse=True)
    if len(a) == len(b):  # either may hold the one that fits nobody
        fits = min(fits, sorted((max(how(q, p) for p in fewer) for q in more), reverse=True))
    if not fits[0]:
        raise _Conflict(f"{what} differ")
    grades = [_grade(f) for f in fits]
    unlike = ["party_unlike"] if "party_unlike" in grades else []
    return [g for g in grades if g != "party_unlike"][:2] + unlike


_FOR_ITS_PEOPLE = 0.4
_HARDLY = 0.1


def _are_nationals(people: Who, others: Who) -> bool:
    """Whether people known only by their country may be others of it: "Filipinos" and "Filipino sailors"."""
    return people.code == others.code != "" and others.sector not in ("GOV", "") and is_demonym(people.name)


def _is_some_crowd(crowd: Who, other: Who) -> bool:
    """Whether people of whom the words tell nothing may be the others: "men", "people" of another telling's rebels or Sudanese."""
    if crowd.proper or crowd.sector not in rules().sectors["people"] or len(crowd.name.split()) > 2:
        return False
    sectors = rules().sectors
    return other.sector in sectors["people"] or (other.sector in sectors["armed"] and crowd.code == other.code)


def _stands_for(state: Who, people: Who, strangers: frozenset[str]) -> bool:
    """Whether a state, named itself, is put for its people or servants on whom somebody of another country acts."""
    itself = state.proper and state.sector == "GOV" and state.name == state.side
    other = people.sector in rules().sectors["people"] or people.sector in rules().sectors["bodies"]
    return itself and other and bool(state.code) and state.code == people.code and bool(strangers - {state.code})


def _grade(found: float) -> str:
    for least, name in ((0.9, "party_same"), (0.6, "party_alike"), (0.3, "party_may_be")):
        if found >= least:
            return name
    return "party_unlike"


def fit(p: Who, q: Who) -> float:
    """How well two parties are one, 0 to 1: the same name, one of the other's side, or of the same kind."""
    if p.name == q.name:
        return 1.0
    if (unnamed_armed(p) and q.sector in rules().sectors["armed"]) or (
        unnamed_armed(q) and p.sector in rules().sectors["armed"]
    ):
        return 0.5  # gunmen carry the code of where they act, a group that of its own country
    if p.code != q.code and p.code and q.code:
        return _FOR_ITS_PEOPLE if p.loose or q.loose else 0.0
    if p.side == q.name or q.side == p.name:
        return 0.9
    s = rules().sectors
    if p.sector and q.sector and any(x in s["armed"] and y in s["state"] for x, y in _both_ways(p.sector, q.sector)):
        return 0.0  # whoever fights a state may bear its name: "National Liberation Army (Colombia)"
    if p.proper and q.proper and p.words and q.words and (p.words <= q.words or q.words <= p.words):
        return 0.8
    if _is_described(p, q) or _is_described(q, p):
        return 0.8
    if not p.code or not q.code:
        if p.words & q.words:
            return 0.6
        return 0.0 if (p.sector in s["state"]) != (q.sector in s["state"]) and p.sector and q.sector else 0.3
    if p.sector in s["state"] and q.sector in s["state"]:
        if p.side == q.side or p.sector == q.sector or "" in (p.sector, q.sector):
            return 0.7
        return 0.7 if {p.sector, q.sector} & {"GOV"} else 0.2
    if p.sector in s["armed"] and q.sector in s["armed"]:
        if p.side == q.side:
            return 0.7  # "the head of the Houthi team" and "officers of the Houthi movement"
        return 0.0 if p.proper and q.proper and p.sector == q.sector == "REB" else 0.5
    if (p.words | q.words) & s["held"] and not (p.proper and q.proper):
        return 0.5
    if p.sector in s["people"] and q.sector in s["people"]:
        return 0.7 if p.words & q.words else 0.4
    return 0.1 if p.words & q.words else 0.0


def _is_described(p: Who, q: Who) -> bool:
    """Whether fighters are those of a group by its name: "FNL rebels" and "the FNL"."""
    fighters = not p.proper and p.sector in rules().sectors["armed"]
    return fighters and q.proper and bool(q.words) and q.words <= p.words


def _both_ways(a: str, b: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (a, b), (b, a)


def unnamed_armed(w: Who) -> bool:
    """Whether a party is armed and not said to be of any group."""
    return not w.proper and w.sector in rules().sectors["unnamed"]


def _places(one: Facts, other: Facts) -> list[str]:
    a, b = one.where, other.where
    if a is None or b is None:
        return []
    if (a.geonameid is not None and a.geonameid == b.geonameid) or (a.name == b.name and a.country == b.country):
        return ["place_same"]
    if a.name == b.name and a.level == b.level == 2:
        return ["place_named"]  # a village's name, which one of the two reports has taken for a namesake
    far = _kilometres(a, b)
    limit = rules().kilometres
    if a.country and b.country and a.country != b.country:
        if a.level == b.level == 2 and far is not None and far <= limit["near"]:
            return ["place_near"]
        if far is not None and far > limit["abroad"] and _is_astray(one, other):
            return ["place_apart"]
        if 0 in (a.level, b.level) and _is_between(one, other):
            return []
        raise _Conflict(f"places differ: {a.name} / {b.name}")
    larger, smaller = sorted((a, b), key=lambda w: w.level)
    if larger.level == 0 or (larger.level == 1 and larger.admin1 and larger.admin1 == smaller.admin1):
        return ["place_within"]
    if far is None:  # one is a village on no map
        return ["place_apart"] if larger.level == smaller.level else []
    if far <= limit["near"]:
        return ["place_near"]
    if a.level == b.level == 2 and far > limit["apart"]:
        raise _Conflict(f"places differ: {a.name} / {b.name}")
    return ["place_apart"]


def _is_between(one: Facts, other: Facts) -> bool:
    """Whether both tell of what the two countries of their places did to each other: a town on one side, "the border with Honduras"."""
    at = {f.where.country for f in (one, other) if f.where}
    return all(at <= {w.code for w in (*f.who, *f.whom)} for f in (one, other))


def _is_astray(a: Facts, b: Facts) -> bool:
    """Whether one place lies where no party is from and the other where one is: a village taken for a namesake far away."""
    codes = {w.code for f in (a, b) for w in (*f.who, *f.whom) if w.code and not (f.where and w.name == f.where.name)}
    at = {f.where.country for f in (a, b) if f.where}
    return a.kind not in RECIPROCAL and len(at & codes) == 1


def _kilometres(a: Where, b: Where) -> float | None:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


def _words(a: Facts, b: Facts) -> list[str]:
    if not a.words or not b.words:
        return []
    alike = 2 * len(a.words & b.words) / (len(a.words) + len(b.words))
    for least, name in ((0.7, "words_same"), (0.45, "words_alike"), (0.3, "words_some")):
        if alike >= least:
            return [name]
    return []


def _tolls(a: Facts, b: Facts) -> list[str]:
    return ["toll_same"] if any(x is not None and x == y and x > 1 for x, y in zip(a.toll, b.toll, strict=True)) else []


def _things(a: Facts, b: Facts) -> list[str]:
    """Whether both name the same things beside the parties and the place: a bus, a bridge, a recall."""
    if a.first is not None and b.first is not None:
        return []
    named = {root(w) for f in (a, b) for p in (*f.who, *f.whom) for w in (*p.name.split(), *p.side.split())}
    named |= {root(w) for f in (a, b) if f.where for w in f.where.name.split()}
    return ["things_same"] if len((a.roots & b.roots) - named - plain()) >= 2 else []
