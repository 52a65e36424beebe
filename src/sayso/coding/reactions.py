"""What the parties of a deed make of it in sentences that do not tell it: "We told them plainly what we expect", "No pilot of ours was
there", "Of that night the palace would not speak".

A linear model says of each sentence in which a party speaks or acts how likely it affirms the deed, denies it, keeps silent on it or is of
something else; it was trained on articles written for this project (:mod:`sayso.training.reactions`). In: an annotated Article, its events
as groups of mentions, and who speaks in its attributions. Out: one :class:`Reaction` at most for each event and party of which the rules
found no word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import as_file, files

import msgspec

from sayso.coding.extraction import Mention
from sayso.coding.learned import Linear, stored
from sayso.coding.lines import holding
from sayso.coding.reaction_evidence import Evidence, telling
from sayso.coding.reaction_rules import Case, counted, overruled
from sayso.coding.sides import has_a_side
from sayso.coding.spoken import Key, Spoken, spoken
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor, Article, Attribution, Span, Stance

KINDS = ("affirms", "denies", "silent", "none")
# How likely a reading must be to be taken, and how likely a denial may be beside an affirmation.
_AFFIRMS, _DENIES, _SILENT, _DOUBTED = 0.55, 0.55, 0.6, 0.4
_RECENT = 7  # days between a deed and the article whose news it is
_STANCES: dict[str, Stance] = {"affirms": "asserts", "denies": "denies", "silent": "declines to comment"}


class Reaction(msgspec.Struct, frozen=True):
    """A party's word on the event of group ``n``: who gives it, in which sentence, by which attribution if any."""

    n: int
    speaker: Actor
    stance: Stance
    words: Span
    attribution: Attribution | None


@cache
def model() -> Linear:
    """The model that comes with sayso."""
    with as_file(files("sayso.coding").joinpath("data", "reactions.npz")) as path:
        return stored(path)


def reactions(
    article: Article,
    groups: list[list[Mention]],
    speakers: Callable[[Attribution], list[Actor | None]],
    heard: Sequence[set[str | None]],
    denials: Sequence[tuple[int, str, int]] = (),
) -> Iterator[Reaction]:
    """The reactions that the article prints.

    ``heard`` holds for each event the sides whose word on it is known; ``denials`` which event a side denies, and the offset of its words.
    """
    lead = _lead(article, groups)
    news = [n for n, group in enumerate(groups) if _is_news(article, group, lead)]
    if not news:
        return
    said = {
        key: who
        for key, who in spoken(article, speakers).items()
        if has_a_side(who.speaker) or (who.speaker.sector in OF_STATE and counted(article, key[0]) is not None)
    }
    evidence = Evidence(article, groups, said)
    told = {(at, of): m for m, of, start in denials for at in holding(article, [start])}
    for n in news:
        deed = evidence.deed(n)
        for party in sorted(deed.sides - heard[n]):
            read = {}
            for key in said:
                who = said[key]
                if key[1] != party or not is_asked(who, key, deed.sentences) or who.speaker.entity in deed.struck:
                    continue
                likely = model().likely(evidence.of(key, n))
                denied, before = told.get(key, n), _denied_before(key, n, told)
                read[key] = overruled(Case(article, groups, n, deed, party, key[0], who, denied, before, likely))
            found = _likeliest(read)
            if found is not None:
                yield _reaction(article, n, found[0], said[found[0]], found[1])


def _lead(article: Article, groups: list[list[Mention]]) -> int:
    """The last sentence of which a deed can be the news: the first of the body, or the next one where that tells none."""
    first = next((n for n, s in enumerate(article.sentences) if s.body), 0)
    told = min((n for g in groups for n in telling(article, g) if n >= first), default=first)
    return told if told <= first + 1 else first


def _is_news(article: Article, group: list[Mention], lead: int) -> bool:
    """Whether an event is what the article is about: told in its title or ``lead``, and of these days."""
    if any("negation" in m.auxiliary or m.old for m in group):
        return False
    if not any(n <= lead for n in telling(article, group)):
        return False
    time = next((m.time for m in group if m.time is not None and m.time.first), None)
    if time is None or not article.published:
        return True
    told = date.fromisoformat(article.published[:10])
    days = [date.fromisoformat(day) for day in (time.first, time.last or time.first) if day]
    return days[0] <= told <= days[-1] or min(abs((told - day).days) for day in days) <= _RECENT


def is_asked(who: Spoken, key: Key, sentences: list[int]) -> bool:
    """Whether a sentence can be a reaction: it does not tell the deed, unless as somebody's words."""
    return key[0] not in sentences or bool(who.attributions)


def _denied_before(key: Key, n: int, denied: dict[Key, int]) -> int:
    """The deed on which a side that has just denied one may only go on: "denied that it fired. 'Our guns are silent'"; else ``n``."""
    at, own = key
    return denied.get((at - 1, own), denied.get((at, own), n))


def _likeliest(read: dict[Key, dict[str, float]]) -> tuple[Key, str] | None:
    """The sentence that counts, and how it is meant: a denial before an affirmation, and that before silence."""
    best: dict[str, tuple[float, Key | None]] = {
        kind: max(((p[kind], key) for key, p in read.items()), default=(0.0, None)) for kind in KINDS[:3]
    }
    for kind, least in (("denies", _DENIES), ("affirms", _AFFIRMS), ("silent", _SILENT)):
        likely, found = best[kind]
        if found is not None and likely >= least and (kind != "affirms" or best["denies"][0] < _DOUBTED):
            return found, kind
    return None


def _reaction(article: Article, n: int, key: Key, who: Spoken, kind: str) -> Reaction:
    s = article.sentences[key[0]]
    return Reaction(
        n, who.speaker, _STANCES[kind], Span(s.start, s.end), who.attributions[0] if who.attributions else None
    )
