"""Which of two states that are party to a deed somebody speaks for whose own words do not say: "Foreign Minister Lejone Mpotjoane said",
"the embassy in Manila", "the ministry".

In: an annotated Article, the two states, and a speaker. Out: the speaker, on the side of the likelier of the two by the sound of his name,
offices that only one of them has, where he spoke, what he says of whom, and the paper's own country. The weights of
``data/whose_word.toml`` were fitted to the articles of :mod:`sayso.training.reactions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from sayso.coding.extraction import Mention
from sayso.coding.sides import is_party
from sayso.knowledge import lookup
from sayso.knowledge.bearers import sounds_of
from sayso.knowledge.families import states_with
from sayso.knowledge.gazetteer import gazetteer, importance
from sayso.knowledge.local_outlets import home_town
from sayso.knowledge.names import state_names
from sayso.knowledge.outlets import outlet_at, outlet_named
from sayso.knowledge.states import OF_STATE, PEOPLE, state_name
from sayso.model import Actor, Article, Attribution
from sayso.resources import table

_ENVOY = re.compile(
    r"\b(?:embass(?:y|ies)|consulates?|consuls?|ambassadors?|high commission(?:er)?s?|envoys?|charg[ée]|attach[ée]s?)\b",
    re.I,
)
_A_TOWN = 4.5  # importance, about that of a provincial capital
_NAMING = frozenset({"state", "adjective", "people", "capital", "metonym"})


_LEAST, _TURNS = 0.2, 0.8  # how much likelier one state must be, and where he was taken for the other's
_CLEAR = 2.0  # by how much a name need only be likelier


def two_states(groups: list[list[Mention]]) -> tuple[str, str] | None:
    """The two states that are party to what the article tells first, by their codes; None where it tells no deed of just two."""
    for group in sorted(groups, key=lambda g: min(m.head.i for m in g)):
        parties = [a for m in group for a in (*m.actors, *m.recipients) if is_party(a)]
        codes = dict.fromkeys(a.code for a in parties if a.code in state_names() and a.sector in (*OF_STATE, *PEOPLE))
        if len(codes) == 2:
            one, other = codes
            return str(one), str(other)
    return None


class WhoseWord:
    """For which of two states the speakers of one article speak."""

    def __init__(self, article: Article, states: tuple[str, str]) -> None:
        self.article = article
        self.states = states
        self._day = (article.published or "")[:10] or None
        self._said: dict[str, str] = {}
        self._placed: dict[str, str | None] = {}
        self._owned: set[str] = set()
        for x in article.actors:
            self._said[x.entity] = f"{self._said.get(x.entity, '')} {x.text}"
            head = article.parse[x.head]
            if any(
                c.dep_ == "poss"
                for role in (
                    head,
                    *(c for c in head.children if c.dep_ == "appos"),
                    *([head.head] if head.dep_ == "appos" else []),
                )
                for c in role.lefts
            ):
                self._owned.add(x.entity)  # "the committee's spokesman": his owner tells

    def of(self, speaker: Actor) -> Actor:
        """The speaker, of the likelier state where neither his words nor what is known of him tell which."""
        if speaker.entity not in self._placed:
            known = speaker.code if self._is_figure(speaker) else None
            self._placed[speaker.entity] = known or (self._state(speaker) if self._is_open(speaker) else None)
        code = self._placed[speaker.entity]
        if code is None:
            return speaker
        return msgspec.structs.replace(speaker, code=code, sector=speaker.sector or "GOV", side=state_name(code))

    def _state(self, speaker: Actor) -> str | None:
        """The likelier state by all that he says; None where it is not likely enough."""
        said = [a for a in self.article.attributions if a.speaker_entity == speaker.entity]
        words, filed = self._said.get(speaker.entity, speaker.text), _filed_in(self.article) & {*self.states}
        if _ENVOY.search(words) and len(filed) == 1 and not named_in(words, self._day):
            return next(s for s in self.states if s not in filed)
        weights, found = _weights(), 0.0
        for a in said:
            found += sum(weights.get(name, 0.0) * v for name, v in evidence(self.article, a, speaker, *self.states))
        found /= max(len(said), 1)
        code = self.states[0] if found > 0 else self.states[1]
        return code if abs(found) >= (_LEAST if speaker.code in (None, code) else _TURNS) else None

    def _is_figure(self, x: Actor) -> bool:
        """Whether somebody is known in public, without an office that the article tells: he speaks for his state."""
        return (
            x.kind == "person" and x.sector is None and x.code in self.states and x.side is None and self._is_known(x)
        )

    def _is_known(self, x: Actor) -> bool:
        return any(e.kind == "person" and e.code for e in lookup(x.identifier_text or x.text, self._day))

    def _is_open(self, x: Actor) -> bool:
        if (
            x.entity in self._owned
            or x.code not in (None, *self.states)
            or x.kind not in ("person", "organization", "generic")
        ):
            return False
        words = self._said.get(x.entity, x.text)
        titled = x.kind == "person" and x.sector is None and len(words.strip()) > len(x.identifier_text or x.text)
        if not (x.sector in OF_STATE or titled) or x.side not in (None, *map(state_name, self.states)):
            return False
        if x.kind == "person" and self._is_known(x):
            return False
        return _ENVOY.search(words) is not None or not named_in(words, self._day) & {*self.states}


@cache
def _weights() -> dict[str, float]:
    return {name: float(value) for name, value in table("sayso.coding", "whose_word.toml")["weights"].items()}


@cache
def _own_words() -> dict[str, frozenset[str]]:
    """What only some states call an office or a body, with their codes."""
    return {
        words: frozenset(codes.split()) for words, codes in table("sayso.coding", "whose_word.toml")["called"].items()
    }


def named_in(words: str, day: str | None = None) -> set[str]:
    """The states that words name by their name, people or capital."""
    found: set[str] = set()
    for w in re.findall(r"[^\W\d_][\w-]*(?:'s)?", words):
        if w[:1].isupper():
            found |= {
                e.code for e in lookup(w.removesuffix("'s"), day) if e.kind in _NAMING and e.code in state_names()
            }
    return found


def home(article: Article) -> set[str]:
    """The country of the paper that prints an article, or of the town or state in its name."""
    name, url = (article.source.name, article.source.url) if article.source is not None else (None, None)
    listed = (outlet_named(name) if name else None) or (outlet_at(url) if url else None)
    if listed is not None:
        return {listed.code} if listed.code and listed.kind != "agency" else set()
    town = home_town(name, url)
    if town is not None:
        return {town.country} if town.country else set()
    first = (name or "").removeprefix("The ").split(" ")[0]
    towns = [e for e in gazetteer().lookup(first) if e.feature.startswith("PPL") and importance(e) >= _A_TOWN]
    return named_in(name or "") or ({str(towns[0].country)} if towns else set())


def _filed_in(article: Article) -> set[str]:
    """The states that a dateline names, by name or capital: whoever has an embassy there is another."""
    place = article.dateline.place if article.dateline is not None else None
    if place is None:
        return set()
    words = place.of(article.text).title()
    return {e.code for part in (words, *words.split(", ")) for e in lookup(part) if e.kind in _NAMING and e.code}


def evidence(article: Article, a: Attribution, speaker: Actor, one: str, other: str) -> Iterator[tuple[str, float]]:
    """What speaks for the first of two states (or, below 0, for the other one), by name."""
    day = (article.published or "")[:10] or None

    def tells(name: str, codes: set[str] | frozenset[str], value: float = 1.0) -> Iterator[tuple[str, float]]:
        if (one in codes) != (other in codes):
            yield name, value if one in codes else -value

    yield from tells("now", {speaker.code or ""})
    source = " ".join(s.of(article.text) for s in a.source)
    own = f"{source} {speaker.text}"
    envoy = _ENVOY.search(own) is not None
    yield from tells("its envoy" if envoy else "its body", {speaker.code or ""})
    if speaker.kind == "person" and (name := speaker.identifier_text or speaker.text):
        found = sounds_of(name, {one: 0.0, other: 0.0})
        if found is not None:
            yield "sound", min(found[1], _CLEAR) * (1 if found[0] == one else -1)
    if speaker.office:
        yield from tells("office", states_with(speaker.office, day))
    for words, codes in _own_words().items():
        if words in own.lower():
            yield from tells("called", codes)
    yield from tells("home of envoy" if envoy else "home", home(article))
    n = next((n for n, s in enumerate(article.sentences) if a.cue and s.start <= a.cue[0].start < s.end), None)
    if n is None:
        return
    s = article.sentences[n]
    said = [range(x.start, x.end) for x in a.content]
    here = {
        p.country or "" for p in article.places if s.start <= p.start < s.end and not any(p.start in r for r in said)
    }
    around = article.text[s.start : s.end].lower()
    seats = (codes for words, codes in _own_words().items() if f"at the {words}" in around)
    yield from tells("place of envoy" if envoy else "place", here.union(*seats))
    states = [x for x in article.actors if x.kind == "state" and x.code and any(x.start in r for r in said)]
    subjects = [x for x in states if article.parse[x.head].dep_ in ("nsubj", "nsubjpass")]
    yield from tells("subject", {x.code or "" for x in subjects})
    yield from tells("object", {x.code or "" for x in states if x not in subjects})
    if n:
        b = article.sentences[n - 1]
        before = {
            x.code
            for x in article.actors
            if x.code and b.start <= x.start < b.end and article.parse[x.head].dep_ in ("nsubj", "poss")
        }
        yield from tells("before", before)
