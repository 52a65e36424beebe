"""Answers: what a side says about a deed that its own article does not tell in words of a deed.

"The kingdom's action against the barracks was lawful", "the bomb was not its doing", "the army would not discuss the raid": one
article tells the deed, another prints the answer. In: an annotated Article with its events as groups of mentions and their claims.
Out: for each side that speaks so a record of the type ``ANSWER``, which the ledger joins to the event that it answers, if it has
one; it is no event itself. Its ``context`` holds the types that the answer can mean, none where its words leave that open; its
``auxiliary`` is "own" where a side denies what it would have done itself, "judges" where it only says what it thinks of a deed: who
did it affirms it so, others do not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from sayso.coding.answer_words import VERBAL, deeds, patterns
from sayso.coding.claims import Claims
from sayso.coding.clauses import MODALS, governor, is_said_beside
from sayso.coding.denied import OUTCOMES, denied_clause, presupposed
from sayso.coding.extraction import Mention
from sayso.coding.granted import only_judges, words_said
from sayso.coding.lines import touched
from sayso.coding.reaction_rules import without_other_causes
from sayso.coding.sides import has_a_side, party_of, side
from sayso.coding.targets import reference
from sayso.model import ANSWER, Actor, Article, Attribution, CiteInfo, Claim, Event, Span, Stance, TextInfo

_APART = 1  # sentences between two statements of one answer
_BARE = 60  # characters of a statement that says yes or no to what was just told


class _Said(msgspec.Struct):
    """A side's statement: who speaks, the attribution with the position that it takes, and the sentences that hold it.

    ``kinds`` are the types of deeds that its words point to, ``own`` says that it denies what its own side would have done, ``judges``
    that it says of a deed only what the side thinks of it.
    """

    speaker: Actor
    attribution: Attribution
    kinds: frozenset[str]
    own: bool
    judges: bool
    first: int
    last: int


def answers(teller: Claims, groups: list[list[Mention]], claimed: Sequence[Sequence[Claim]], by: str) -> list[Event]:
    """The answers of the teller's article, at most one a side and run of sentences."""
    runs: list[list[_Said]] = []
    for s in _statements(teller, _Told(groups, claimed)):
        last = runs[-1] if runs else None
        if last and side(last[-1].speaker) == side(s.speaker) and s.first - last[-1].last <= _APART:
            last.append(s)
        else:
            runs.append([s])
    return [_answer(teller, run, by) for run in runs]


class _Told:
    """Which stretches of an article its events with their claims account for."""

    def __init__(self, groups: list[list[Mention]], claimed: Sequence[Sequence[Claim]]) -> None:
        deeds = [(g, c) for g, c in zip(groups, claimed, strict=True) if g[0].event not in VERBAL]
        self._heads = [m.head.idx for g, _ in deeds for m in g]
        self._claims = [(c.source, c.evidence.start, c.evidence.end) for _, cs in deeds for c in cs]

    def tells(self, start: int, end: int) -> bool:
        """Whether a deed is told between two offsets."""
        return any(start <= h < end for h in self._heads)

    def has_claim(self, name: str, start: int, end: int) -> bool:
        """Whether a source's claim rests on a stretch already."""
        return any(name == source and lo < end and start < hi for source, lo, hi in self._claims)


def _statements(teller: Claims, told: _Told) -> Iterator[_Said]:
    article = teller.article
    for a in article.attributions:
        lo = min(s.start for s in (*a.content, *a.cue, *a.source))
        hi = max(s.end for s in (*a.content, *a.cue, *a.source))
        spans = touched(article, lo, hi)
        if not spans or told.tells(lo, hi):
            continue
        before = article.sentences[max(spans[0] - _APART, 0)].start
        if hi - lo < _BARE and a.stance != "asserts" and told.tells(before, lo):
            continue  # "The ministry denied it": what was told just before
        if a.stance == "asserts" and a.cue_head >= 0 and is_said_beside(article.parse[a.cue_head]):
            continue
        if teller.voices.is_nameless(a) or teller.voices.is_outlet(a) or teller.voices.is_paper(a):
            continue
        speakers = [s for s in teller.speakers(a) if s is not None and has_a_side(s)]
        speakers = [s for s in speakers if not told.has_claim(teller.name(a, s), lo, hi)]
        said = _read(article, a, lo, hi) if speakers else None
        if said is not None:
            for speaker in speakers:
                yield _Said(speaker, *said, spans[0], spans[-1])


def _read(article: Article, a: Attribution, lo: int, hi: int) -> tuple[Attribution, frozenset[str], bool, bool] | None:
    """An attribution with the position that it takes, the types that it points to, and whether it speaks of its own deed or judges one;
    None where it takes no position."""
    negated = list(_negations(article, a))
    clause = denied_clause(article, a) if a.stance == "denies" else []
    stance = _stance(a, without_other_causes(article, lo, hi), negated, clause)
    if stance is None:
        return None
    kinds: frozenset[str] = frozenset()
    if stance == "denies":
        kinds = kinds.union(*(kinds for kinds, _ in negated), *map(deeds, clause))
    nouns = [t for t in words_said(article, a) if t.pos_ == "NOUN" and reference(t)]
    kinds = kinds or kinds.union(*(reference(t) or () for t in nouns)) - VERBAL
    own = stance == "denies" and any(mine for kinds, mine in negated if kinds)
    return (
        msgspec.structs.replace(a, stance=stance),
        kinds,
        own,
        stance == "asserts" and only_judges(article, a, nouns),
    )


def _stance(a: Attribution, said: str, negated: list[tuple[frozenset[str], bool]], clause: list[Any]) -> Stance | None:
    """The position that a statement takes on whatever it answers; none for what is only wished, asked or to come."""
    if a.stance in ("confirms", "declines to comment", "does not confirm", "claims responsibility"):
        return a.stance
    if a.stance == "denies":
        if not clause or any(deeds(v) - presupposed(v) for v in clause):
            return "denies"
        return "asserts" if any(presupposed(v) for v in clause) else None
    if a.stance != "asserts":
        return None
    if patterns("silence").search(said) or patterns("unknowing").search(said):
        return "declines to comment"
    if patterns("denial").search(said) and not patterns("no_denial").search(said):
        return "denies"
    if negated:
        return "denies" if any(kinds for kinds, _ in negated) else None
    return None if a.factuality != "CT+" or patterns("open").search(said) else "asserts"


def _negations(article: Article, a: Attribution) -> Iterator[tuple[frozenset[str], bool]]:
    """The types of deeds that a statement says were not, by verb ("had rammed no one") or noun ("there were no talks"), each with
    whether the speaker's own side is said not to have done it; no types where what was not is no deed."""
    for t in words_said(article, a):
        no = t.lower_ in ("no", "any") and t.dep_ == "det"
        if t.dep_ != "neg" and not no and t.lower_ not in ("nobody", "none", "nothing", "never"):
            continue
        verb = t.head if t.dep_ == "neg" else governor(t)
        if verb.pos_ not in ("VERB", "AUX") or (t.lower_ == "nothing" and t.dep_ == "nsubjpass"):
            continue  # "seven shots, not thirty", "nothing was left out"
        if t.lower_ == "any" and not any(c.dep_ == "neg" for c in verb.children):
            continue
        if verb.dep_ in _BESIDE or {c.lower_ for c in verb.children if c.dep_ == "aux"} & MODALS:
            continue
        doers = [c for c in verb.children if c.dep_ == "nsubj"]
        own = any(c.lower_ in _OWN or {x.lower_ for x in c.lefts} & _OWNED for c in doers)
        kinds: frozenset[str] = (reference(t.head) or frozenset()) - VERBAL if no else frozenset()
        yield kinds or (deeds(verb) if verb.lemma_ not in OUTCOMES else frozenset()), own


_BESIDE = frozenset({"advcl", "relcl", "acl"})  # clauses that say no more than when, why or which
_OWN = frozenset("we i it they he she nobody none".split())
_OWNED = frozenset("our its their his her my".split())


def _answer(teller: Claims, run: list[_Said], by: str) -> Event:
    """The record of a side's run of statements; a denial or a confirmation among them is what counts."""
    article = teller.article
    lead = max(run, key=lambda s: _WEIGHT.get(s.attribution.stance, 0))
    start, end = article.sentences[run[0].first].start, article.sentences[run[-1].last].end
    end = max(end, _goes_on(article, run[-1].last + 1))
    text = article.text[start:end]
    claim = teller.position(lead.attribution, lead.speaker, Span(start, end))
    marks = ["own"] * any(s.own for s in run) + ["judges"] * all(s.judges for s in run)
    inside = [
        x for x in article.actors if start <= x.start < end and x.kind != "pronoun" and (x.code or x.kind == "group")
    ]
    others = {x.entity: x for x in inside if side(x) != side(lead.speaker)}
    said = f"{article.id}\n{ANSWER}\n{start}\n{claim.source}\n{text}"
    return Event(
        id=hashlib.blake2b(said.encode(), digest_size=8).hexdigest(), date=None, enddate=None, date_text=None, event=[ANSWER],
        mode=[], context=sorted(frozenset[str]().union(*(s.kinds for s in run))), auxiliary=marks,
        actor=[party_of(lead.speaker)], recipient=[party_of(x) for x in others.values()], event_loc=None, size=None, quad_code=0,
        event_scale=0.0, event_text=[], status="unconfirmed", credibility=6, claims=[claim], articles=[article.id],
        independent_sources=1, text=text, text_info=TextInfo(article.id, run[0].first, start, end),
        cite_info=CiteInfo(
            article.title, article.source.name if article.source else None, article.url, article.language, by
        ),
    )  # fmt: skip


def _goes_on(article: Article, n: int) -> int:
    """The end of a sentence that goes on with what was said before it, in nobody's words by itself; 0 where there is none."""
    if n >= len(article.sentences) or not article.sentences[n].body:
        return 0
    s = article.sentences[n]
    spoken = any(x.start < s.end and s.start < x.end for a in article.attributions for x in (*a.cue, *a.content))
    return 0 if spoken else s.end


_WEIGHT = {"denies": 3, "confirms": 2, "claims responsibility": 2, "asserts": 1}
