"""Triggers: the words of a parse that a frame takes for an event, with the frame that accounts for most of the sentence.

In: a parsed Article with actors and places. Out: :class:`Match` per trigger, in the order of the text; words that are part of
another trigger, or the complement that decided its sense ("called for *talks*"), give no event of their own.
"""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.coding.arguments import complements, objects, reach, subjects
from sayso.coding.frames import Condition, Frame, classes
from sayso.coding.kinds_of_people import (
    anybody,
    armed,
    civil,
    is_first_person,
    law,
    outlaws,
    selves,
    several,
    statesmen,
)
from sayso.coding.named_before import named_before
from sayso.coding.own_frames import Frames
from sayso.coding.phrases import NOBODY, below, contents, is_passive
from sayso.coding.refusing import asks_denial, denial, negated, promises_not_to, refused
from sayso.model import Article, Place

_NOT_A_PART = {"nsubj", "conj", "punct", "cc", "det", "relcl", "ccomp", "advcl", "appos", "mark", "aux"}


class Match(msgspec.Struct):
    """A frame found on ``head``; ``parts`` are the trigger's other words, ``used`` the words that decided its sense."""

    frame: Frame
    head: Any
    parts: tuple[Any, ...]
    used: tuple[Any, ...]


class Surroundings(msgspec.Struct):
    """Where actors and places stand, by the index of a token; which predicates are denied, and which are to come
    and denied; the lemmas of whom a pronoun means; which words are names of groups, by the conditions on them people in number,
    fighters, outlaws, police, people of any trade, statesmen and two sides at once, by which pronouns speakers mean themselves, and
    which words are names of leagues of states: the African Union is no union."""

    actors: dict[int, list[int]]
    places: dict[int, Place]
    negated: frozenset[int] = frozenset()
    meant: dict[int, frozenset[str]] = {}
    refused: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()
    kinds: dict[str, frozenset[int]] = {}
    selves: frozenset[int] = frozenset()
    leagues: frozenset[int] = frozenset()


def surroundings(article: Article) -> Surroundings:
    doc = article.parse
    actors: dict[int, list[int]] = {}
    for n, a in enumerate(article.actors):
        actors.setdefault(a.head, []).append(n)
    for n, a in enumerate(article.actors):
        # "His counterpart Mirzoyan": the name is the actor's head, the title may be the parser's.
        span = doc.char_span(a.start, a.end, alignment_mode="expand") if a.kind != "collective" else None
        for t in span or ():
            if span and t.pos_ in ("NOUN", "PROPN") and t.i not in actors and not span.start <= t.head.i < span.end:
                actors[t.i] = [n]
    places: dict[int, Place] = {}
    for p in (*named_before(article), *article.places):
        span = doc.char_span(p.start, p.end, alignment_mode="expand")
        if span is not None:
            places.update((t.i, p) for t in span)
    groups = frozenset(a.head for a in article.actors if a.kind == "group")
    kinds = {"civil": civil(article), "armed": armed(article), "outlaw": outlaws(article), "law": law(article)}
    kinds |= {"anybody": anybody(article), "statesman": statesmen(article), "two_sides": several(article)}
    leagues = frozenset(a.head for a in article.actors if a.kind == "organization" and a.code in _LEAGUES)
    return Surroundings(
        actors, places, negated(article), _meant(article), refused(article), groups, kinds, selves(article), leagues
    )


_LEAGUES = frozenset({"IGO", "EUR", "UNO"})
_NAMED_ALIKE = frozenset({"union", "community", "league"})  # as workers and neighbours name theirs


def _meant(article: Article) -> dict[int, frozenset[str]]:
    """The nouns of whom each pronoun means: "freed *them*" of hostages."""
    nouns: dict[str, set[str]] = {}
    for a in article.actors:
        if a.kind not in ("pronoun", "collective") and a.head >= 0 and article.parse[a.head].pos_ == "NOUN":
            nouns.setdefault(a.entity, set()).add(article.parse[a.head].lemma_.lower())
    return {
        a.head: frozenset(nouns[a.entity])
        for a in article.actors
        if a.kind == "pronoun" and a.head >= 0 and a.entity in nouns
    }


def matches(article: Article, around: Surroundings, known: Frames) -> list[Match]:
    """The events' triggers of the article, each with its best of the ``known`` frames."""
    found: list[Match] = []
    for token in article.parse:
        if token.pos_ not in ("VERB", "NOUN", "AUX", "ADJ", "PROPN"):
            continue
        best: Match | None = None
        for frame in known.get(token.lemma_.lower(), ()) or known.get(token.lower_, ()):
            if best is not None and frame.weight <= best.frame.weight:
                break
            match = _match(frame, token, around)
            if match is not None:
                best = match
        if best is not None:
            found.append(best)
    return _without_consumed(found)


def _match(frame: Frame, token: Any, around: Surroundings) -> Match | None:
    if (frame.pos == "v") != (
        token.pos_ in ("VERB", "AUX") or (token.tag_.startswith("VB") and token.dep_ != "compound")
    ):
        return None
    if frame.pos == "n" and token.pos_ not in ("NOUN", "PROPN"):
        return None
    if frame.pos == "v" and (token.dep_ == "amod" or _names_a_kind(token)):
        return None
    if (
        frame.pos == "n"
        and token.dep_ in ("compound", "nmod", "npadvmod")
        and token.head.pos_ in ("NOUN", "PROPN")
        and token.head.i > token.i
    ):
        return None
    if frame.actor == BY_TELLING and any(t.i in around.selves for t in subjects(token)):
        return None  # "said that they were behind it": no charge against another
    parts: list[Any] = []
    for slot in frame.trigger[1:]:
        part = next(
            (c for t in (token, *parts) for c in _below(t) if c.i not in {p.i for p in parts} and _is(c, slot)), None
        )
        if part is None:
            return None
        parts.append(part)
    used: list[Any] = []
    for condition in frame.when:
        words = _satisfied(condition, token, tuple(parts), around, frame.event == "ASSAULT")
        if words is None:
            return None
        used += words
    if around.negated and promises_not_to(frame, token, tuple(parts), used, around.negated):
        return None
    return Match(frame, token, tuple(parts), tuple(used))


def _names_a_kind(token: Any) -> bool:
    """Whether a participle only says which ones the noun after it means: "bombing victims", "kidnapping suspects"."""
    if token.tag_ != "VBG" or token.i + 1 >= len(token.doc):
        return False
    after = token.nbor(1)
    return after.head == token and after.dep_ == "dobj" and after.lemma_.lower() in classes()["aftermath"]


def _below(token: Any) -> list[Any]:
    """The words that may belong to a phrase headed by the token; a participle's noun stands for its object."""
    found = [c for c in token.children if c.dep_ not in _NOT_A_PART]
    if token.dep_ in ("acl", "relcl") and token.pos_ == "VERB":
        found.append(token.head)
    return found


def _is(token: Any, words: frozenset[str]) -> bool:
    return token.lemma_.lower() in words or token.lower_ in words


def _satisfied(
    condition: Condition, token: Any, parts: tuple[Any, ...], around: Surroundings, struck: bool
) -> list[Any] | None:
    """The words that meet a condition, an empty list when it needs none, None when it is not met."""
    if asks_denial(condition):
        return [] if denial(condition, token.i, around.negated, around.refused) else None
    by_path = [(path, reach(token, path, parts)) for path in condition.paths]
    reached = [t for _, found in by_path for t in found]
    if not condition.words:
        if bool(reached) != condition.present:
            return None
        return [t for path, found in by_path if path[-1] == "comp" for t in found]
    hits = []

    def made_of(word: Any) -> bool:
        """A "film" maker is no film, but Minister Karanja is a minister."""
        return condition.present or word.i not in around.actors or word.pos_ == "PROPN"

    for t in reached:
        for word in contents(t):
            if (
                (_is(word, condition.words) and not (word.i in around.leagues and word.lower_ in _NAMED_ALIKE))
                or around.meant.get(word.i, _NOBODY) & condition.words
                or (word.i not in around.groups and made_of(word) and _is_made_of(word, condition.words))
            ):
                hits.append(word)
            elif _stands_for(word, condition.words, around) or (struck and condition.present and _is_nobody(word)):
                return [] if condition.present else None
    if not condition.present:
        return None if hits else []
    return hits or None


def _is_nobody(word: Any) -> bool:
    """Whether a word is the nobody to whom people say they did it: "had rammed *no one*"; that a shell hit nobody denies no shelling."""
    if (word.dep_ != "dobj" and not (word.dep_ == "pobj" and word.head.lower_ in ("at", "on", "upon", "into"))) or not (
        word.lower_ in NOBODY or (word.lower_ == "one" and any(c.lower_ in ("no", "any") for c in word.children))
    ):
        return False
    verb = word.head.head if word.dep_ == "pobj" else word.head
    things = frozenset[str]().union(
        *(classes()[k] for k in ("violence", "salvo", "blasting", "gun", "flown", "aircraft"))
    )
    doers = subjects(verb)
    return bool(doers) and not any(t.lemma_.lower() in things for t in doers)


def _stands_for(word: Any, words: frozenset[str], around: Surroundings) -> bool:
    """Whether one of the words is for anybody or any place of a kind, and this is one."""
    return (
        ("actor" in words and _acts(word, around))
        or ("place" in words and word.i in around.places)
        or any(kind in words and word.i in those for kind, those in around.kinds.items())
    )


def _is_made_of(word: Any, words: frozenset[str]) -> bool:
    """Whether a noun before another is one of the words: a "bus" crash; a group's name ("Tiger rebels") says no such thing."""
    return any(c.dep_ == "compound" and _is(c, words) for c in word.children)


_NOBODY: frozenset[str] = frozenset()


def _acts(word: Any, around: Surroundings) -> bool:
    if word.i in around.actors or is_first_person(word):
        return True
    if any(c.i in around.actors for c in word.children if c.dep_ in ("compound", "poss", "nmod", "amod")):
        return True
    whole = [o for p in word.children if p.lower_ == "of" for o in p.children] if word.lemma_ in _PARTS else []
    return any(o.i in around.actors for o in whole)


_PARTS = frozenset("branch wing arm unit faction office chapter section division bureau".split())


BY_TELLING = ((("speaker",),),)  # whoever tells it does it

# Types whose complement is only agreed to, asked for, refused, threatened or alleged.
_MEANT = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE"})


# What is regretted has been done.
_REGRETTING = frozenset({"regret", "rue", "mourn", "apologise", "apologize"})

# A crowd's demand is a protest, and what it demands has not come about.
_DEMANDING = frozenset({"demand", "call", "urge", "press"})

# What is said to have been done is told as done, on their say-so.
_TELLING = frozenset({"say", "claim", "find", "conclude", "establish", "determine", "reveal", "uncover"})


def _only_tells(m: Match) -> bool:
    """Whether an accusation is made by telling a deed as done; "said that they must leave" asks for it."""
    return m.head.lemma_ in _TELLING and m.frame.event == "ACCUSE"


def _is_nobodys_judgement(m: Match) -> bool:
    """ "Norway's pledge to train judges was welcomed": where nobody is said to judge it, the deed alone is told."""
    by_subject = any(path == ("subj",) for joint in m.frame.actor for path in joint)
    return by_subject and m.frame.event in ("SUPPORT", "ACCUSE") and is_passive(m.head) and not subjects(m.head)


def _only_meant(m: Match) -> list[Any]:
    """What an agreement, demand, refusal or threat is about: its complements, and their objects if they are nouns of deeds."""
    convicts = m.frame.event == "SANCTION" and m.frame.mode == "convict"
    demands = m.frame.event == "PROTEST" and m.head.lemma_ in _DEMANDING
    if (
        (m.frame.event not in _MEANT and not convicts and not demands)
        or (m.frame.event == "ACCUSE" and m.frame.mode == "disapprove")
        or m.head.lemma_ == "deny"
        or _only_tells(m)
    ):
        return []
    about = complements(m.head, m.parts)
    if m.frame.event == "ACCUSE":
        # "Accuse the agency of detaining critics", where the parser hangs the clause on the accused.
        about += [c for o in objects(m.head, ()) for c in complements(o, ()) if c.tag_ == "VBG" and c not in about]
    for verb in list(about):
        about += [
            v
            for v in below(verb)
            if v.pos_ == "VERB" and v.dep_ in ("xcomp", "advcl", "conj") and v not in about and v.head in about
        ]
    about += [v for v in below(m.head) if about and _is_aim(v) and v not in about]
    about += [
        v
        for t in (m.head, *about)
        for v in below(t)
        if v.dep_ == "advcl" and any(c.lower_ in ("if", "unless") for c in v.children)
    ]
    for t in (m.head, *m.parts, *about):
        if t != m.head or m.head.pos_ == "VERB":
            # "The attack, which Britain blames on them": the deed is told outside the blame.
            own = [o for o in objects(t, ()) if not (t.dep_ == "relcl" and o == t.head)]
            about += [x for o in own for x in contents(o) if x not in about]
        about += [
            o
            for p in t.children
            if p.dep_ == "prep" and p.lower_ in ("to", "for", "on", "of")
            for o in p.children
            if o.dep_ == "pobj"
        ]
    return [t for t in about if t.pos_ != "VERB" or t.dep_ != "relcl"]


def _is_aim(verb: Any) -> bool:
    """ "In order *to blackmail* them"."""
    return bool(verb.dep_ == "acl" and verb.tag_ == "VB" and verb.head.lower_ == "order" and verb.head.dep_ == "pobj")


def _without_consumed(found: list[Match]) -> list[Match]:
    """Only triggers that are no other trigger's words; the head of a light verb's phrase counts once."""
    taken: dict[int, int] = {}
    for m in found:
        used = () if _only_tells(m) or m.head.lemma_ in _REGRETTING or _is_nobodys_judgement(m) else m.used
        for t in (*m.parts, *used, *_only_meant(m)):
            if t.i != m.head.i:
                taken[t.i] = m.head.i
    kept = []
    for m in found:
        owner = taken.get(m.head.i)
        if owner is None or owner == m.head.i or taken.get(owner) == m.head.i:
            kept.append(m)
    return kept
