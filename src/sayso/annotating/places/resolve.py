"""Decides which of its namesakes each place's name means, from the whole article.

In: the article and its mentions. Out: one resolution a mention, with the score of every candidate and its reasons: how
important the place is, whether the text itself says what it lies in ("Pandi, Bulacan"), which countries and areas
the article is about, what lies near it among the other places. A name keeps one sense in an article.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from sayso.annotating.places.detect import Mention
from sayso.annotating.places.ground import Ground, ground
from sayso.annotating.places.votes import Vote, Votes
from sayso.annotating.places.words import words
from sayso.knowledge.gazetteer import Entry, demonyms, distance, fold, gazetteer, importance
from sayso.model import Article

_CANDIDATES = 60
_ROUNDS = 3
_A_SEAT = 30_000
_FILED = 2  # mentions that a dateline's place counts for: a report is mostly about the country it was filed from
_NO_NAMESAKE = 5.0
_NEAR = 150.0
_SHARE = 0.6  # what a country adds that all the other places lie in
_A_TOWN = 20_000
_AT_HOME = 0.7  # what the country adds to a candidate where the article has another place of it
_NAMESAKE = 0.5
_OTHERS_AT_LEAST = 2  # other places in one country
_MOSTLY = 0.6
_MOSTLY_OF_TWO = 0.8  # in an article of two neighbours
_LOCAL = 0.35  # how much less a place's fame counts in a local report


@dataclass(slots=True)
class Candidate:
    """An entry that a mention may mean, with what each reason added to its score."""

    entry: Entry
    reasons: dict[str, float] = field(default_factory=dict)

    @property
    def score(self) -> float:
        return sum(self.reasons.values())


@dataclass(slots=True)
class Resolution:
    """A mention, its candidates, and the entry chosen; None when nothing fits, then perhaps the ``country`` it must lie in."""

    mention: Mention
    candidates: list[Candidate]
    entry: Entry | None = None
    country: str | None = None


def resolve(article: Article, found: list[Mention]) -> list[Resolution]:
    """Choose an entry for every mention."""
    groups: dict[str, list[Mention]] = {}
    for m in found:
        groups.setdefault(fold(m.name), []).append(m)
    stands = ground(article)
    ends = {m.last for m in found if article.parse[min(m.last + 1, len(article.parse) - 1)].text == ","}
    held = _containers(article.parse, found)
    senses = {
        key: [_candidate(e, ms[0], not i, stands) for i, e in enumerate(ms[0].entries[:_CANDIDATES])]
        for key, ms in groups.items()
    }
    for key, ms in groups.items():
        holders = [held[m.first] for m in ms if m.first in held]
        contained = [c for c in senses[key] if any(_inside(c.entry, h) for h in holders)]
        for c in contained:
            c.reasons["contained"] = 6.0
        if not contained and any(_excludes(h, senses[key]) for h in holders):
            senses[key] = []
        nation = {code for m in ms if (code := _nation(article.parse, m.first)) is not None}
        for c in senses[key]:
            if c.entry.country in nation:
                c.reasons["contained"] = 6.0
            if any(c.entry.feature.startswith(m.features) for m in ms if m.features):
                c.reasons["head word"] = 2.5
            if any(m.first - 2 in ends and c.entry.is_area for m in ms):
                c.reasons["container"] = 2.0
    weights = {key: len(ms) + _FILED * any(_is_filed(article, m) for m in ms) for key, ms in groups.items()}
    nations: Counter[str] = Counter(demonyms()[t.text] for t in article.parse if t.text in demonyms())
    votes = Votes({key: [c.entry for c in cs] for key, cs in senses.items()})
    chosen: dict[str, Entry | None] = dict.fromkeys(senses)
    for _ in range(_ROUNDS + 1):
        for key, cs in senses.items():
            others = [(e, weights[k]) for k, e in chosen.items() if k != key and e is not None]
            for c in cs:
                _weigh(c, others, nations, votes.of(key, c.entry))
            _prefer_natives(cs, groups[key][0].name)
        chosen = {key: _best(cs) for key, cs in senses.items()}
    for key, entry in dict(chosen).items():
        beside = [e for k, e in chosen.items() if k != key and e is not None]
        if entry is not None and _is_stranger(entry, groups[key], beside, nations):
            chosen[key], senses[key] = None, []
    by = held | _neighbours(article.parse, found)
    lies = {key: _country(ms, by, chosen) for key, ms in groups.items() if chosen[key] is None}
    return [Resolution(m, senses[fold(m.name)], chosen[fold(m.name)], lies.get(fold(m.name))) for m in found]


def _prefer_natives(candidates: list[Candidate], name: str) -> None:
    """A town that bears the very name in a country of the article comes before a greater one that only has it beside its own."""
    own = [c for c in candidates if fold(c.entry.name) == fold(name) and c.reasons["country"] >= _AT_HOME]
    for c in candidates:
        away = bool(own) and fold(c.entry.name) != fold(name) and c.reasons["country"] < _AT_HOME
        c.reasons["namesake"] = -_NAMESAKE if away and "usual sense" not in c.reasons else 0.0


def _is_stranger(entry: Entry, ms: list[Mention], others: list[Entry], nations: Counter[str]) -> bool:
    """Whether a small place, or a "village", would lie in a country that nothing else in the article is of, where all else lies in
    one or two: better no place than a namesake."""
    village = any(m.features == ("PPL",) for m in ms) and not entry.feature.startswith("PPLC")
    if not village and (importance(entry) >= _NO_NAMESAKE or not entry.feature.startswith("PPL")):
        return False
    countries = Counter(e.country for e in others if e.country)
    told = entry.country in countries or nations[entry.country or ""]
    first, second = (*sorted(countries.values(), reverse=True), 0, 0)[:2]
    enough = first >= _OTHERS_AT_LEAST and first >= _MOSTLY * countries.total()
    between = second >= _OTHERS_AT_LEAST and first + second >= _MOSTLY_OF_TWO * countries.total()
    return not told and (enough or between)


def _country(ms: list[Mention], by: dict[int, Mention], chosen: dict[str, Entry | None]) -> str | None:
    """The country of a place that the gazetteer lacks, where the text says what it lies in or by: "Solhan in northern Burkina Faso"."""
    holders = (chosen.get(fold(by[m.first].name)) for m in ms if m.first in by)
    return next((h.country for h in holders if h is not None and h.country), None)


def _is_filed(article: Article, mention: Mention) -> bool:
    place = article.dateline.place if article.dateline else None
    return place is not None and place.start <= mention.start and mention.end <= place.end


def _candidate(entry: Entry, mention: Mention, first: bool, stands: Ground) -> Candidate:
    reasons = {"importance": importance(entry) * (1 - _LOCAL * stands.local), **stands.reasons(entry)}
    same = fold(entry.name) == fold(mention.name)
    usual = gazetteer().usual(mention.name)
    if (
        usual is not None
        and entry == usual
        and not (entry.feature.startswith("PPL") and not same and _has_own_town(mention))
    ):
        reasons["usual sense"] = 2.0
    elif first:
        reasons["first"] = 0.5
    if usual is None and entry.feature.startswith("PPL") and entry.population >= _A_SEAT:
        areas = (importance(e) for e in mention.entries if _named_after(e, entry))
        reasons["seat"] = max(0.0, max(areas, default=0.0) + 0.8 - importance(entry))
    if not same and "usual sense" not in reasons and entry.population < (100_000 if first else 1_000_000):
        reasons["other name"] = -1.5
    return Candidate(entry, reasons)


def _has_own_town(mention: Mention) -> bool:
    """Whether a fair-sized town bears the name itself, which for another town is a former one ("Salisbury", once Harare)."""
    name = fold(mention.name)
    return any(
        e.feature.startswith("PPL") and e.population >= _A_TOWN and fold(e.name) == name for e in mention.entries
    )


def _named_after(area: Entry, town: Entry) -> bool:
    """Whether an area shares its name with the town, which is then the usual sense of the bare name ("Kandahar")."""
    return area.feature == "ADM1" and (area.country, area.admin1) == (town.country, town.admin1)


def _best(candidates: list[Candidate]) -> Entry | None:
    return max(candidates, key=lambda c: c.score).entry if candidates else None


def _weigh(c: Candidate, others: list[tuple[Entry, int]], nations: Counter[str], voted: Vote) -> None:
    e = c.entry
    same_country = sum(n for o, n in others if o.country == e.country and e.country)
    same_area = sum(n for o, n in others if e.admin1 and o.country == e.country and o.admin1 == e.admin1)
    near = sum(1 for o, _ in others if not o.is_wide and not e.is_wide and distance(o, e) < _NEAR)
    share = same_country / max(1, sum(n for _, n in others))
    told = 0.7 * math.log2(1 + same_country + 0.5 * nations[e.country or ""])
    c.reasons["country"] = min(2.0, told) + _SHARE * share
    c.reasons["area"] = min(4.0, 1.5 * math.log2(1 + max(same_area, voted.area)))
    c.reasons["near"] = min(2.0, 0.7 * max(near, voted.near))


def _nation(doc: Any, first: int) -> str | None:
    """The country that a nationality before "town", "province" or the like says a place is in: "the besieged *Syrian* town of Madaya"."""
    head = first - 2 if first >= 2 and doc[first - 1].lower_ == "of" else first - 1
    if head < 1 or doc[head].lower_ not in words().heads_before:
        return None
    before = [t.text for t in doc[max(doc[head].sent.start, head - _WORDS_OF_A_TOWN) : head]]
    return next((demonyms()[t] for t in reversed(before) if t in demonyms()), None)


_WORDS_OF_A_TOWN = 3  # between nationality and noun: "the Syrian border town of"


def _containers(doc: Any, found: list[Mention]) -> dict[int, Mention]:
    """What the text puts a mention in: the next mention behind a comma or "in" ("Paris, Texas", "Solhan in northern Burkina
    Faso"), by the first token's index."""
    held: dict[int, Mention] = {}
    for a, b in pairwise(found):
        between = [t.lower_ for t in doc[a.last + 1 : b.first]]
        if between == [","] or (
            "in" in between[:2] and set(between) <= words().between | {",", "in"} and between.count("in") == 1
        ):
            held[a.first] = b
    return held


def _neighbours(doc: Any, found: list[Mention]) -> dict[int, Mention]:
    """What the text puts a mention by ("Mahagi, 180 km north of Bunia", "Wiit, near Goma"), by the first token's index."""
    beside: dict[int, Mention] = {}
    for a, b in pairwise(found):
        between = doc[a.last + 1 : b.first]
        if len(between) and between[-1].lower_ in words().beside:
            if all(t.like_num or t.lower_ in words().apart or t.lower_ in words().between for t in between):
                beside[a.first] = b
    return beside


def _excludes(holder: Mention, senses: list[Candidate]) -> bool:
    """Whether what the text puts a small place in is known and holds none of its namesakes: better no place than one of them."""
    sure = bool(holder.entries) and (holder.entries[0].is_country or holder.entries[0].feature == "ADM1")
    return sure and all(importance(c.entry) < _NO_NAMESAKE for c in senses)


def _inside(entry: Entry, holder: Mention) -> bool:
    for h in holder.entries:
        if h == entry or h.country != entry.country:
            continue
        if h.is_country or (h.feature == "ADM1" and h.admin1 == entry.admin1 and entry.feature != "ADM1"):
            return True
        if h.feature == "ADM2" and (h.admin1, h.admin2) == (entry.admin1, entry.admin2):
            return True
    return False
