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

from sayso import ontology
from sayso.coding.answer_words import VERBAL, patterns
from sayso.coding.clauses import is_said_beside
from sayso.coding.extraction import Mention
from sayso.coding.granted import only_judges, words_said
from sayso.coding.learned import Linear, stored
from sayso.coding.lines import holding
from sayso.coding.reaction_evidence import Evidence, telling
from sayso.coding.sides import has_a_side
from sayso.coding.spoken import Key, Spoken, spoken
from sayso.coding.targets import reference
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor, Article, Attribution, Span, Stance

KINDS = ("affirms", "denies", "silent", "none")
# How likely a reading must be to be taken, and how likely a denial may be beside an affirmation.
_AFFIRMS, _DENIES, _SILENT, _DOUBTED = 0.55, 0.65, 0.6, 0.4
_ACTS = 0.75  # the same for an affirmation that no word of saying tells
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
        if has_a_side(who.speaker) or (who.speaker.sector in OF_STATE and _counts(article, key) is not None)
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
                read[key] = model().likely(evidence.of(key, n))
                judges = party not in deed.acting and deed.event not in VERBAL and _judges(article, who)
                if _is_of_another(groups[_denied_before(key, n, told)], groups[n]):
                    read[key] = {**read[key], "denies": 0.0}
                if _is_of_another(groups[told.get(key, n)], groups[n]):
                    read[key] = {**read[key], "affirms": 0.0, "denies": 0.0}
                if _is_of_other_deed(article, key, groups, deed.event):
                    read[key] = {**read[key], "affirms": 0.0, "denies": 0.0}
                if _only_seems_to_deny(article, key):
                    read[key] = {**read[key], "affirms": read[key]["affirms"] + read[key]["denies"], "denies": 0.0}
                if _turns_round(article, key, groups[n]) or _still_holds(article, key, groups[n]):
                    read[key] = {**read[key], "affirms": 0.0, "denies": 1.0}
                if _says_nothing(article, key):
                    read[key] = {**read[key], "affirms": 0.0, "denies": 0.0}
                judges |= _tells_otherwise(groups, n, article, key)
                if judges or _is_aside(article, who) or (not who.attributions and read[key]["affirms"] < _ACTS):
                    read[key]["affirms"] = 0.0
                if deed.event == "PROTEST" and _counts(article, key) in ("", *deed.lemmas):
                    read[key] = {**read[key], "affirms": 1.0, "denies": 0.0}
            found = _likeliest(read)
            if found is not None:
                yield _reaction(article, n, found[0], said[found[0]], found[1])


def _tells_otherwise(groups: list[list[Mention]], n: int, article: Article, key: Key) -> bool:
    """Whether a sentence tells of violence and the like, and the deed is one of goodwill or words."""
    at = article.sentences[key[0]].start
    there = {g[0].event for g in groups if any(m.sentence.start_char <= at < m.sentence.end_char for m in g)}
    quads = {ontology.load().types[e].quad for e in there}
    return bool(quads) and quads <= {4} and ontology.load().types[groups[n][0].event].quad < 3


def _is_of_other_deed(article: Article, key: Key, groups: list[list[Mention]], kind: str) -> bool:
    """Whether a sentence names a deed of another kind that the article tells too: "defended *the raid*", of the march against it."""
    s = article.sentences[key[0]]
    words = article.parse.char_span(s.start, s.end, alignment_mode="expand") or ()
    named = [t for t in words if t.pos_ == "NOUN" and any(c.lower_ in _POINTING for c in t.lefts)]
    meant = frozenset[str]().union(*(reference(t) or () for t in named)) - VERBAL
    return bool(meant) and kind not in meant and any(g[0].event in meant for g in groups)


_POINTING = frozenset({"the", "this", "that", "these", "those"})


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


def _is_of_another(denied: list[Mention], group: list[Mention]) -> bool:
    """Whether a side that denies the one deed says nothing of the other: "“Not one crew stopped work,” the secretary said" of a march."""
    if denied[0].event != group[0].event:
        return True
    modes, others = ({x for m in g for x in m.mode} for g in (denied, group))
    return bool(modes and others) and not modes & others


def _denied_before(key: Key, n: int, denied: dict[Key, int]) -> int:
    """The deed on which a side that has just denied one may only go on: "denied that it fired. 'Our guns are silent'"; else ``n``."""
    at, own = key
    return denied.get((at - 1, own), denied.get((at, own), n))


def _turns_round(article: Article, key: Key, group: list[Mention]) -> bool:
    """Whether in a sentence those strike who were struck: of "a vessel rammed a trawler", "the *trawler* had hit the *vessel*"."""
    s = article.sentences[key[0]]
    doc = article.parse
    acting = {doc[a.head].lemma_ for m in group for a in m.actors}
    struck = {doc[a.head].lemma_ for m in group for a in m.recipients} - acting
    for verb in doc.char_span(s.start, s.end, alignment_mode="expand") or ():
        own = list(verb.children)
        if verb.pos_ != "VERB" or any(c.dep_ == "neg" for c in own):
            continue
        doer = any(c.dep_ == "nsubj" and c.lemma_ in struck for c in own)
        if doer and any(c.dep_ == "dobj" and c.lemma_ in acting for c in own):
            return True
    return False


def _still_holds(article: Article, key: Key, group: list[Mention]) -> bool:
    """Whether who is said to have lost a place says that he has it: "the army *still held* the city"."""
    s = article.sentences[key[0]]
    taken = any(m.head.lemma_.lower() in _TAKING for m in group)
    return taken and patterns("holding").search(article.text, s.start, s.end) is not None


_TAKING = frozenset("capture take seize overrun conquer retake recapture fall occupy".split())


def _says_nothing(article: Article, key: Key) -> bool:
    """Whether a sentence says that somebody knows nothing, or will speak later."""
    s = article.sentences[key[0]]
    return any(patterns(name).search(article.text, s.start, s.end) for name in ("unknowing", "later"))


def _counts(article: Article, key: Key) -> str | None:
    """The lemma of those of whom a sentence says how many they were, "" where it does not say of whom: "put the turnout at 2,000"."""
    s = article.sentences[key[0]]
    found = patterns("counting").search(article.text, s.start, s.end)
    if found is None or found["whom"] is None:
        return None if found is None else ""
    of_whom = article.parse.char_span(*found.span("whom"), alignment_mode="expand")
    return str(of_whom.root.lemma_.lower()) if of_whom is not None else None


def _only_seems_to_deny(article: Article, key: Key) -> bool:
    """Whether every "no" and "not" of a sentence leaves the deed standing: "no one died", "for no reason", "makes no apology"."""
    s = article.sentences[key[0]]
    said = article.text[s.start : s.end]
    left = patterns("idle").sub(" ", without_other_causes(article, s.start, s.end))
    return left != said and patterns("negative").search(left) is None and patterns("denial").search(left) is None


def without_other_causes(article: Article, start: int, end: int) -> str:
    """A sentence without what it says that a deed has nothing to do with: "*the closure* had nothing to do with the vote"."""
    said = article.text[start:end]
    for t in article.parse.char_span(start, end, alignment_mode="expand") or ():
        subjects = [c for c in t.children if c.dep_ == "nsubj"]
        if t.lemma_ == "have" and any(c.lower_ == "nothing" for c in t.children):
            if any(c.pos_ == "NOUN" and reference(c) for c in subjects):
                said = said.replace(article.text[t.idx : min(end, t.idx + len("have nothing to do with"))], " ", 1)
    return said


def _is_aside(article: Article, who: Spoken) -> bool:
    """Whether a side is only quoted for what a clause says beside: "the vote, which the party *says* was stolen"."""
    cues = [article.parse[a.cue_head] for a in who.attributions if a.cue_head >= 0]
    return bool(cues) and len(cues) == len(who.attributions) and all(map(is_said_beside, cues))


def _judges(article: Article, who: Spoken) -> bool:
    """Whether a sentence says no more of a deed than what its victim thinks of it."""
    for a in who.attributions:
        nouns = [t for t in words_said(article, a) if t.pos_ == "NOUN" and reference(t)]
        if only_judges(article, a, nouns):
            return True
    return False


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
