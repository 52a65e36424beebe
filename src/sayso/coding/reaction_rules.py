"""What overrules the model of :mod:`sayso.coding.reactions`: one row of ``TABLE`` a rule, each with what it does to a reading.

In: a :class:`Case`, one sentence of a party held against one deed, and the model's reading of it. Out: the reading as the rules leave it;
they are asked from the first row to the last, and a later one has the last word.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from sayso import ontology
from sayso.coding.answer_words import VERBAL, patterns
from sayso.coding.clauses import is_said_beside
from sayso.coding.denied import denies_beside
from sayso.coding.extraction import Mention
from sayso.coding.granted import only_judges, words_said
from sayso.coding.reaction_evidence import Deed
from sayso.coding.sides import HARMS
from sayso.coding.spoken import Spoken
from sayso.coding.targets import reference
from sayso.model import Article

Reading = dict[str, float]

_ACTS = {"affirms": 0.75, "denies": 0.65}  # how likely a reading must be that no word of saying tells


class Case(msgspec.Struct):
    """A party's sentence against the deed of group ``n``; ``denied`` is the deed that a side denies in it, ``before`` in the one before
    it or else here: ``n`` where there is none. ``read`` is what is thought so far."""

    article: Article
    groups: list[list[Mention]]
    n: int
    deed: Deed
    party: str
    at: int
    who: Spoken
    denied: int
    before: int
    read: Reading

    @property
    def group(self) -> list[Mention]:
        return self.groups[self.n]

    @property
    def acts(self) -> bool:
        return self.party in self.deed.acting

    @property
    def span(self) -> tuple[int, int]:
        s = self.article.sentences[self.at]
        return s.start, s.end

    def has(self, name: str) -> bool:
        return patterns(name).search(self.article.text, *self.span) is not None


def goes_on_denying_another(c: Case) -> bool:
    """A side that has just denied another deed may only go on: "denied that it fired. 'Our guns are silent'"."""
    return _is_of_another(c.groups[c.before], c.group)


def denies_another(c: Case) -> bool:
    """ "“Not one crew stopped work,” the secretary said" says nothing of a march."""
    return _is_of_another(c.groups[c.denied], c.group)


def _is_of_another(denied: list[Mention], group: list[Mention]) -> bool:
    if denied[0].event in _MOVES and group[0].event in HARMS:
        return False  # whose soldiers "had not left their barracks" did not burn the village
    if denied[0].event != group[0].event:
        return True
    modes, others = ({x for m in g for x in m.mode} for g in (denied, group))
    return bool(modes and others) and not modes & others


_MOVES = frozenset({"RETREAT", "MOBILIZE"})


def names_another(c: Case) -> bool:
    """It names a deed of another kind that the article tells too: "defended *the raid*", of the march against it."""
    words = c.article.parse.char_span(*c.span, alignment_mode="expand") or ()
    named = [t for t in words if t.pos_ == "NOUN" and any(w.lower_ in _POINTING for w in t.lefts)]
    meant = frozenset[str]().union(*(reference(t) or () for t in named)) - VERBAL
    return bool(meant) and c.deed.event not in meant and any(g[0].event in meant for g in c.groups)


_POINTING = frozenset({"the", "this", "that", "these", "those"})


def only_seems_to_deny(c: Case) -> bool:
    """Every "no" and "not" leaves the deed standing: "no one died", "for no reason", "makes no apology"."""
    start, end = c.span
    left = patterns("idle").sub(" ", without_other_causes(c.article, start, end))
    if left == c.article.text[start:end]:
        return False
    return patterns("negative").search(left) is None and patterns("denial").search(left) is None


def without_other_causes(article: Article, start: int, end: int) -> str:
    """A sentence without what it says that a deed has nothing to do with: "*the closure* had nothing to do with the vote"."""
    said = article.text[start:end]
    for t in article.parse.char_span(start, end, alignment_mode="expand") or ():
        subjects = [c for c in t.children if c.dep_ == "nsubj"]
        if t.lemma_ == "have" and any(c.lower_ == "nothing" for c in t.children):
            if any(c.pos_ == "NOUN" and (reference(c) or _is_no_actor(article, c)) for c in subjects):
                said = said.replace(article.text[t.idx : min(end, t.idx + len("have nothing to do with"))], " ", 1)
    return said


def _is_no_actor(article: Article, noun: Any) -> bool:
    """Whether a noun means nobody, and nobody's: "*politics* had nothing to do with the seizure"."""
    return all(x.head != noun.i for x in article.actors) and not any(c.dep_ == "poss" for c in noun.lefts)


def turns_round(c: Case) -> bool:
    """Those strike who were struck: of "a vessel rammed a trawler", "the *trawler* had hit the *vessel*"."""
    doc = c.article.parse
    acting = {doc[a.head].lemma_ for m in c.group for a in m.actors}
    struck = {doc[a.head].lemma_ for m in c.group for a in m.recipients} - acting
    for verb in doc.char_span(*c.span, alignment_mode="expand") or ():
        own = list(verb.children)
        if verb.pos_ != "VERB" or any(x.dep_ == "neg" for x in own):
            continue
        doer = any(x.dep_ == "nsubj" and x.lemma_ in struck for x in own)
        if doer and any(x.dep_ == "dobj" and x.lemma_ in acting for x in own):
            return True
    return False


def still_holds(c: Case) -> bool:
    """Who is said to have lost something says that he has it: "the army *still held* the city", "all our jets *returned*"."""
    return any(m.head.lemma_.lower() in _TAKING for m in c.group) and c.has("holding")


_TAKING = frozenset(
    "capture take seize overrun conquer retake recapture fall occupy shoot down sink destroy close shut".split()
)


def says_nothing(c: Case) -> bool:
    """It knows nothing, or will speak later."""
    return c.has("unknowing") or c.has("later")


def denies_something_beside(c: Case) -> bool:
    """It denies what only goes with the deed: "denied that a ransom had been paid"."""
    return any(denies_beside(c.article, a, c.group, c.party) for a in c.who.attributions)


def makes_amends(c: Case) -> bool:
    """Who did it is sorry, pays for it, shows it or punishes those who did it: "apologised for the raid"."""
    return c.acts and c.deed.event in HARMS and c.has("amends") and not c.has("no_amends")


def tells_an_accident(c: Case) -> bool:
    """Something else did it: "the boat *capsized in a storm*", "the man came *of his own free will*"."""
    if not c.acts or c.deed.event not in HARMS or c.has("negative"):
        return False
    said = (x for a in c.who.attributions if a.stance == "asserts" for x in a.content)
    return any(patterns("accident").search(c.article.text, x.start, x.end) for x in said)


def denies_being_there(c: Case) -> bool:
    """Its men were elsewhere: "denied that its jets *were in the area*"."""
    here = (x for a in c.who.attributions if a.stance == "denies" for x in a.content)
    return c.acts and any(patterns("there").search(c.article.text, x.start, x.end) for x in here)


def tells_otherwise(c: Case) -> bool:
    """The sentence tells of violence and the like, and the deed is one of goodwill or words."""
    start, _ = c.span
    types = ontology.load().types
    there = {g[0].event for g in c.groups if any(m.sentence.start_char <= start < m.sentence.end_char for m in g)}
    quads = {types[e].quad for e in there}
    return bool(quads) and quads <= {4} and types[c.deed.event].quad < 3


def judges(c: Case) -> bool:
    """It says no more of the deed than what its victim thinks of it."""
    if c.acts or c.deed.event in VERBAL:
        return False
    for a in c.who.attributions:
        nouns = [t for t in words_said(c.article, a) if t.pos_ == "NOUN" and reference(t)]
        if only_judges(c.article, a, nouns):
            return True
    return False


def is_aside(c: Case) -> bool:
    """A side is only quoted for what a clause says beside: "the vote, which the party *says* was stolen"."""
    cues = [c.article.parse[a.cue_head] for a in c.who.attributions if a.cue_head >= 0]
    return bool(cues) and len(cues) == len(c.who.attributions) and all(map(is_said_beside, cues))


def only_acts(c: Case) -> bool:
    """No word of saying stands there."""
    return not c.who.attributions


def counts_its_own(c: Case) -> bool:
    """ "Put the turnout at 2,000" grants a march."""
    return c.deed.event == "PROTEST" and counted(c.article, c.at) in ("", *c.deed.lemmas)


def counted(article: Article, at: int) -> str | None:
    """The lemma of those of whom a sentence says how many they were, "" where it does not say of whom: "put the turnout at 2,000"."""
    s = article.sentences[at]
    found = patterns("counting").search(article.text, s.start, s.end)
    if found is None or found["whom"] is None:
        return None if found is None else ""
    of_whom = article.parse.char_span(*found.span("whom"), alignment_mode="expand")
    return str(of_whom.root.lemma_.lower()) if of_whom is not None else None


def _no_denial(r: Reading) -> Reading:
    return {**r, "denies": 0.0}


def _no_affirmation(r: Reading) -> Reading:
    return {**r, "affirms": 0.0}


def _if_plain(r: Reading) -> Reading:
    return {kind: likely if likely >= _ACTS.get(kind, 0.0) else 0.0 for kind, likely in r.items()}


def _nothing(r: Reading) -> Reading:
    return {**r, "affirms": 0.0, "denies": 0.0}


def _granted(r: Reading) -> Reading:
    return {**r, "affirms": r["affirms"] + r["denies"], "denies": 0.0}


def _affirmed(r: Reading) -> Reading:
    return {**r, "affirms": 1.0, "denies": 0.0}


def _denied(r: Reading) -> Reading:
    return {**r, "affirms": 0.0, "denies": 1.0}


TABLE: tuple[tuple[Callable[[Case], bool], Callable[[Reading], Reading]], ...] = (
    (goes_on_denying_another, _no_denial),
    (denies_another, _nothing),
    (names_another, _nothing),
    (only_seems_to_deny, _granted),
    (turns_round, _denied),
    (still_holds, _denied),
    (says_nothing, _nothing),
    (tells_otherwise, _no_affirmation),
    (judges, _no_affirmation),
    (is_aside, _no_affirmation),
    (only_acts, _if_plain),
    (makes_amends, _affirmed),
    (denies_being_there, _denied),
    (tells_an_accident, _denied),
    (denies_something_beside, _affirmed),
    (counts_its_own, _affirmed),
)


def overruled(c: Case) -> Reading:
    """The case's reading as the rules leave it."""
    for holds, change in TABLE:
        if holds(c):
            c.read = change(c.read)
    return c.read
