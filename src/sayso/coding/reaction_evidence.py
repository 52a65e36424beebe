"""What tells how a side's sentence treats a deed that the article tells: the features of :mod:`sayso.coding.reactions`.

In: an annotated Article, its events as groups of mentions, and the sides that speak or act in its sentences. Out: named features, each with
its weight: the words of the sentence and of saying, tense, negation and doubt, what of the deed comes again in it, and how far it stands
from the telling.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from sayso.coding.answer_words import deeds, patterns
from sayso.coding.clauses import governor
from sayso.coding.extraction import Mention
from sayso.coding.lines import holding
from sayso.coding.sides import HARMS, is_party, side
from sayso.coding.spoken import Key, Spoken
from sayso.coding.targets import reference
from sayso.coding.vectors import vectors
from sayso.knowledge.states import of_nationals
from sayso.model import Actor, Article

Features = dict[str, float]

_POINTING = frozenset("the this that our its their his her these those".split())
_PRONOUNS = frozenset("it this that these those they them".split())
_FIRST = frozenset("we our us i my ours".split())
_NOT = frozenset("not n't no never nothing nobody none neither nor".split())
_OPEN = frozenset("if whether unless until would could should may might must will shall 'll can".split())
_IF = frozenset("if whether unless until".split())
_ONLY = frozenset("but only merely just simply".split())
_OWNED = _FIRST | {"its", "their", "his"}
_JOINED = frozenset("neg dobj nsubj nsubjpass acomp attr xcomp prt aux amod prep".split())
_BELOW = frozenset("dobj prt neg acomp attr xcomp ccomp prep aux".split())
_FULL = ("NOUN", "VERB", "ADJ")
_PATTERNS = ("denial", "silence", "no_denial", "open")
_HEADS, _WORDS = 12, 30  # words of a deed that are compared by meaning


class Sentence(msgspec.Struct):
    """What a sentence shows whatever deed it is held against."""

    named: Features
    lemmas: list[str]
    words: frozenset[str]
    names: frozenset[str]
    references: list[tuple[frozenset[str], bool, bool, bool]]  # a noun's types; pointed at; open; negated
    negations: list[tuple[frozenset[str], str]]  # the types of deeds that are negated, and the verb's lemma


class Deed(msgspec.Struct):
    """An event by what its tellings hold."""

    event: str
    lemmas: frozenset[str]
    heads: list[str]
    head_vectors: Any
    word_vectors: Any
    names: frozenset[str]
    sides: frozenset[str]
    acting: frozenset[str]
    struck: frozenset[str]  # people to whom harm was done: what they say is not their side's word
    sentences: list[int]
    day: str | None


def telling(article: Article, group: list[Mention]) -> list[int]:
    """The sentences that tell an event."""
    return holding(article, (m.head.idx for m in group))


class Evidence:
    """The features of an article's sentences against its deeds."""

    def __init__(self, article: Article, groups: list[list[Mention]], spoken: dict[Key, Spoken]) -> None:
        self.article = article
        self.groups = groups
        self.spoken = spoken
        self._sentences: dict[Key, Sentence] = {}
        self._deeds: dict[int, Deed] = {}
        self._told: dict[int, list[tuple[int, Mention]]] = {}
        for k, m in ((k, m) for k, g in enumerate(groups) for m in g):
            for n in holding(article, [m.head.idx]):
                self._told.setdefault(n, []).append((k, m))
        self._actors: dict[int, list[Actor]] = {}
        for x in article.actors:
            for n in holding(article, [x.start]):
                self._actors.setdefault(n, []).append(x)

    def of(self, key: Key, n: int) -> Features:
        """The features of a side's sentence against the event of group ``n``."""
        sentence, deed = self._sentence(key), self.deed(n)
        found = dict(sentence.named)
        for name, value in (*self._place(key, n, deed), *_shared(sentence, deed), *_answered(sentence, deed)):
            found[name] = max(value, found.get(name, 0.0))
        return found

    def deed(self, n: int) -> Deed:
        """The event of group ``n``."""
        if n not in self._deeds:
            self._deeds[n] = self._read_deed(self.groups[n])
        return self._deeds[n]

    def _read_deed(self, group: list[Mention]) -> Deed:
        actors, recipients = [a for m in group for a in m.actors], [a for m in group for a in m.recipients]
        parties = [(a, True) for a in actors] + [(a, False) for a in recipients]
        names = {w.lower() for a, _ in parties for w in f"{a.text} {a.identifier_text or ''}".split()}
        lemmas = {t.lemma_.lower() for m in group for t in _full(m.sentence)}
        heads = sorted({x for m in group for x in m.lemmas} | {m.head.lemma_.lower() for m in group})
        marks = {t.lower_ for m in group for t in m.sentence if t.pos_ in ("PROPN", "NUM")}
        return Deed(
            group[0].event,
            frozenset(lemmas - {"say", "tell"} - names),
            heads,
            _matrix(tuple(heads[:_HEADS])),
            _matrix(tuple(sorted(lemmas)[:_WORDS])),
            frozenset(marks - names),
            frozenset(side(a) for a, _ in parties if is_party(a)) | of_nationals(actors, recipients),
            frozenset(side(a) for a, acts in parties if acts),
            frozenset(
                a.entity
                for a, acts in parties
                if not acts and group[0].event in HARMS and a.kind in ("person", "generic")
            ),
            telling(self.article, group),
            next((m.time.first for m in group if m.time is not None and m.time.first), None),
        )

    def _sentence(self, key: Key) -> Sentence:
        if key not in self._sentences:
            self._sentences[key] = self._read_sentence(key)
        return self._sentences[key]

    def _read_sentence(self, key: Key) -> Sentence:
        s, who, doc = self.article.sentences[key[0]], self.spoken[key], self.article.parse
        tokens = [t for t in doc.char_span(s.start, s.end, alignment_mode="expand") or () if not t.is_space]
        cues = sorted({a.cue_head for a in who.attributions if a.cue_head >= 0})
        words = frozenset(t.lower_ for t in tokens)
        quoted = any(a.quoted for a in who.attributions)
        negations = list(_negations(tokens))
        named: Features = {}
        said = self.article.text[s.start : s.end]
        for name, value in (
            *_by_saying(who, [doc[i] for i in cues], s.start, s.end),
            *_by_words(tokens, set(cues)),
            *((f"pat={p}", 1.5) for p in _PATTERNS if patterns(p).search(said)),
            *((f"n={w}", 1.0) for w in words & _NOT),
            *(("neg " + x, 1.0) for neg in negations for x in (*neg[2], "in quote" if quoted else "not in quote")),
        ):
            named[name] = max(value, named.get(name, 0.0))
        named["negs"] = min(sum(t.lower_ in _NOT for t in tokens), 3) / 2
        flags = {
            "open": words & _OPEN,
            "cond": words & _IF,
            "first+neg": words & _FIRST and words & _NOT,
            "contrast": words & _ONLY,
            "title": key[0] == 0 or not s.body,
            "last": key[0] == len(self.article.sentences) - 1,
        }
        named.update({name: 1.0 for name, holds in flags.items() if holds})
        return Sentence(
            named,
            [t.lemma_.lower() for t in _full(tokens)],
            words,
            frozenset(t.lower_ for t in tokens if t.pos_ in ("PROPN", "NUM")),
            list(_references(tokens)),
            [(kinds, verb) for kinds, verb, _ in negations],
        )

    def _place(self, key: Key, n: int, deed: Deed) -> Iterator[tuple[str, float]]:
        """Where the sentence stands, who else is in it and what else it tells."""
        at, own = key
        acts = own in deed.acting
        yield f"e={deed.event}", 1.0
        yield "acts" if acts else "suffers", 1.0
        yield f"e={deed.event}_{'a' if acts else 's'}", 1.0
        far = min((at - d for d in deed.sentences), key=abs, default=9)
        yield "dist=" + (str(far) if -2 <= far <= 3 else "far" if far > 3 else "before"), 1.0
        for k, m in self._told.get(at, ()):
            if k == n:
                yield "tells it", 1.0
                continue
            yield "tells other", 1.0
            yield f"other={m.event}", 1.0
            if m.event == deed.event:
                yield "tells same type", 1.0
            if m.auxiliary:
                yield f"other aux={'_'.join(m.auxiliary)}", 1.0
        others = deed.sides - {own}
        beside = {(side(x), x.kind) for x in self._actors.get(at, ())}
        if any(s in others for s, _ in beside):
            yield "other party", 1.0
        if any(s not in others and s != own and kind in ("state", "group", "organization") for s, kind in beside):
            yield "third party", 1.0
        s, published = self.article.sentences[at], (self.article.published or "")[:10]
        for day in (x.first for x in self.article.times if s.start <= x.start < s.end and x.first):
            if deed.day and day == deed.day:
                yield "same day", 1.0
            elif published and day > published:
                yield "future day", 1.0
            else:
                yield "earlier day" if deed.day and day < deed.day else "other day", 1.0


def _full(tokens: Any) -> list[Any]:
    return [t for t in tokens if t.pos_ in _FULL and t.is_alpha and len(t) > 2]


def _by_saying(who: Spoken, cues: list[Any], start: int, end: int) -> Iterator[tuple[str, float]]:
    """Who speaks by what word, and what the side does or suffers in the sentence."""
    if any(a.quoted for a in who.attributions):
        yield "quoted", 1.0
    yield ("attributed" if who.attributions else "st=unattributed"), 1.0
    for a in who.attributions:
        yield f"st={a.stance}", 1.5
        yield f"fact={a.factuality}", 1.0
    for cue in cues:
        lemma = cue.lemma_.lower()
        yield f"q={lemma}", 1.5
        if not start <= cue.idx < end:
            yield "cue elsewhere", 1.0
        for c in cue.children:
            if c.dep_ == "neg":
                yield "negcue", 1.0
                yield f"negcue={lemma}", 1.0
            elif c.dep_ == "aux":
                yield f"auxcue={c.lemma_.lower()}", 1.0
    for role, verb in who.parts:
        lemma = verb.lemma_.lower()
        yield f"role={role}", 1.0
        yield f"sv={lemma}", 1.5
        yield f"sv dep={verb.dep_}", 1.0
        for c in verb.children:
            if c.dep_ in _BELOW:
                yield f"svc={lemma}_{c.lemma_.lower()}", 1.0
                yield f"svo={c.lemma_.lower()}", 1.0


def _by_words(tokens: list[Any], cues: set[int]) -> Iterator[tuple[str, float]]:
    """The sentence's own words beside those of saying and names."""
    for t in tokens:
        lemma = t.lemma_.lower()
        if t.i in cues or t.pos_ in ("PROPN", "PUNCT", "NUM", "DET"):
            if t.lower_ in ("no", "this", "that", "these", "those"):
                yield f"d={t.lower_}", 1.0
            continue
        yield f"w={lemma}", 1.0 if t.pos_ in _FULL else 0.6
        if t.dep_ == "neg":
            yield f"neg={t.head.lemma_.lower()}", 1.0
        if t.tag_ == "MD":
            yield f"md={lemma}", 1.0
            yield f"md={lemma}_{t.head.lemma_.lower()}", 0.7
        if t.lower_ in _PRONOUNS and t.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
            yield f"pron={t.lower_}", 1.0
            yield "pron", 1.0
        if t.lower_ in _FIRST:
            yield "first", 1.0
        if t.pos_ == "VERB":
            yield f"tag={t.tag_}", 1.0
        if t.pos_ in ("VERB", "NOUN", "AUX"):
            for c in t.children:
                if c.dep_ in _JOINED and c.pos_ not in ("PROPN", "NUM"):
                    yield f"c={lemma}_{c.lemma_.lower()}", 0.8


def _references(tokens: list[Any]) -> Iterator[tuple[frozenset[str], bool, bool, bool]]:
    for t in tokens:
        kinds = reference(t) if t.pos_ == "NOUN" else None
        if kinds:
            below = list(governor(t).children)
            yield (
                frozenset(kinds),
                any(c.lower_ in _POINTING for c in t.lefts),
                any(c.dep_ == "aux" and c.lower_ in _OPEN for c in below),
                any(c.dep_ == "neg" for c in below),
            )


def _negations(tokens: list[Any]) -> Iterator[tuple[frozenset[str], str, list[str]]]:
    """The types of the deeds that are negated, the verb's lemma, and what else the negation shows."""
    for t in tokens:
        no = (t.dep_ == "det" and t.lower_ in ("no", "any")) or t.lower_ in ("neither", "nor")
        if t.dep_ != "neg" and not no and t.lower_ not in ("nobody", "none", "nothing", "never"):
            continue
        verb = t.head if t.dep_ == "neg" else governor(t)
        shown = [f"tense={verb.tag_}"]
        if t.dep_ == "det":
            shown.append(f"no={t.head.lemma_.lower()}")
        doers = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if any(c.lower_ in _FIRST or {x.lower_ for x in c.lefts} & _OWNED for c in doers):
            shown.append("own")
        yield deeds(verb) | (reference(t.head) or frozenset()), verb.lemma_.lower(), shown


def _answered(sentence: Sentence, deed: Deed) -> Iterator[tuple[str, float]]:
    """Which of the sentence's nouns and negations are of the deed's own type."""
    for kinds, pointed, is_open, negated in sentence.references:
        if deed.event not in kinds:
            yield "ref other", 1.0
            continue
        yield "ref", 1.0
        for name, holds in (("pointing", pointed), ("open", is_open), ("negated", negated)):
            if holds:
                yield f"ref {name}", 1.0
    for kinds, verb in sentence.negations:
        yield "neg kind" if deed.event in kinds else "neg other kind" if kinds else "neg no kind", 1.0
        if verb in deed.heads:
            yield "neg head", 1.0


def _shared(sentence: Sentence, deed: Deed) -> Iterator[tuple[str, float]]:
    """What of the deed's words, names and meaning the sentence has too."""
    lemmas = set(sentence.lemmas)
    over = len(lemmas & deed.lemmas)
    negated = bool(sentence.words & _NOT)
    yield "over", min(over, 4) / 2
    yield from ((f"over>{s}", 1.0) for s in (0, 1, 2) if over > s)
    yield f"over{min(over, 2)} {'neg' if negated else 'pos'}", 1.0
    if lemmas & set(deed.heads):
        yield "head over", 1.0
        yield "head over neg" if negated else "head over plain", 1.0
    own = _matrix(tuple(sorted(lemmas)))
    nearest, _ = _alike(own, deed.head_vectors)
    yield from ((f"simh>{s}", 1.0) for s in (0.3, 0.45, 0.6, 0.75) if nearest > s)
    _, alike = _alike(own, deed.word_vectors)
    yield from ((f"sims>{s}", 1.0) for s in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9) if alike > s)
    yield "sims", alike
    if sentence.names & deed.names:
        yield "names shared", 1.0


@lru_cache(4096)
def _matrix(words: tuple[str, ...]) -> Any:
    """The vectors of words that have one, a row each; None where none has."""
    import numpy as np

    found = [v for v in map(_vector, words) if v is not None]
    return np.stack(found) if found else None


@lru_cache(20000)
def _vector(word: str) -> Any:
    return vectors().of(word)


def _alike(one: Any, other: Any) -> tuple[float, float]:
    """How near the nearest words are, and the mean of the three nearest."""
    if one is None or other is None:
        return 0.0, 0.0
    best = sorted((one @ other.T).max(1), reverse=True)
    return float(best[0]), float(sum(best[:3]) / len(best[:3]))
