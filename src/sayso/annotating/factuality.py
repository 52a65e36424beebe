"""How firmly an article's own words put each predicate: the factuality layer.

In: the parse. Out: ``article.factuality``, from a predicate's token index to its value on FactBank's scale and the reasons for it; a
predicate that is missing is CT+. What a source's cue adds is not counted here (``Attribution.factuality``). Each predicate takes what
stands on it (modal, negation, adverb, question) and what the word that governs it hands down ("hopes that", "failed to").
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from sayso.annotating.attribution.lexicon import cues
from sayso.annotating.decided import is_carried_out
from sayso.annotating.falsified import found_false
from sayso.annotating.forms import (
    downwards,
    headline_future,
    in_main_clause,
    infinitive,
    is_question,
    past,
    perfect,
    still_to_come,
    that,
)
from sayso.annotating.negatives import at_none, negative_phrase, not_that_one
from sayso.model import Article, Factual, Factuality, Settings
from sayso.resources import table

_NOTHING = Factual()
_FINITE = ("VBD", "VBZ", "VBP", "MD")


class _Lexicon(msgspec.Struct, frozen=True):
    modals: dict[str, Factual]
    adverbs: dict[str, Factual]
    adjectives: dict[str, Factual]
    verbs: dict[str, Factual]
    nouns: dict[str, Factual]
    looking_back: dict[str, Factual]
    words: dict[str, frozenset[str]]


@cache
def _lexicon() -> _Lexicon:
    raw = table("sayso.annotating", "factuality.toml")
    tables = {
        name: {
            word: Factual(msgspec.convert(value, Factuality), frozenset((reason,) if reason else ()))
            for word, (value, reason) in raw[name].items()
        }
        for name in ("modals", "adverbs", "adjectives", "verbs", "nouns", "looking_back")
    }
    return _Lexicon(**tables, words={name: frozenset(listed) for name, listed in raw["words"].items()})


def add(article: Article, settings: Settings) -> None:
    """Fill ``article.factuality`` with every verb and noun that is put as less than certain."""
    article.factuality = {}
    if article.parse is None:
        return
    words = _lexicon()
    known: dict[int, Factual] = {}
    for sent in article.parse.sents:
        question = is_question(sent)
        for token in downwards(sent.root):
            above = known.get(token.head.i, _NOTHING) if token.head.i != token.i else _NOTHING
            if token.pos_ not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADP", "ADV", "SCONJ"):
                known[token.i] = _NOTHING
                continue
            value = combine(_inherited(token, above, words), _own(token, words))
            if question and in_main_clause(token):
                value = combine(value, Factual("Uu", frozenset(("question",))))
            known[token.i] = value
            if value != _NOTHING and token.pos_ in ("VERB", "AUX", "NOUN", "PROPN"):
                article.factuality[token.i] = value


def combine(first: Factual, second: Factual) -> Factual:
    """Two contexts over one predicate: the weaker certainty, and polarity turned for each negation."""
    if second == _NOTHING:
        return first
    if first == _NOTHING:
        return second
    reasons = first.reasons | second.reasons
    if "Uu" in (first.value, second.value):
        return Factual("Uu", reasons)
    rank = min(_RANK[first.value[:2]], _RANK[second.value[:2]])
    minus = (first.value[2] == "-") != (second.value[2] == "-")
    if first.value[2] == "-" and second.value[2] == "-":
        reasons -= {"negation"}
    return Factual(_VALUES[rank, minus], reasons)


_RANK = {"CT": 2, "PR": 1, "PS": 0}
_VALUES: dict[tuple[int, bool], Factuality] = {
    (2, False): "CT+",
    (1, False): "PR+",
    (0, False): "PS+",
    (2, True): "CT-",
    (1, True): "PR-",
    (0, True): "PS-",
}


def _own(token: Any, words: _Lexicon) -> Factual:
    """What stands on the predicate itself."""
    value = _NOTHING
    if token.pos_ in ("VERB", "AUX", "ADJ"):
        value = _on_verb(token, words)
    elif token.pos_ in ("NOUN", "PROPN"):
        for child in token.children:
            lower = child.lower_
            if child.dep_ in ("amod", "compound", "nmod") and lower in words.adjectives:
                value = combine(value, words.adjectives[lower])
            elif child.dep_ in ("det", "neg", "preconj") and lower in ("no", "neither") and not _told_above(token):
                value = combine(value, _negation())
    return value


def _is_to(verb: Any) -> bool:
    """ "Is to visit", "were to meet": what is arranged."""
    be = verb.head
    arranged = verb.dep_ == "xcomp" and be.lemma_ == "be" and be.lower_ in ("is", "are", "'s", "'re", "was", "were")
    subject = next((c for c in be.children if c.dep_ == "nsubj"), None)
    named = subject is not None and (subject.pos_ == "PROPN" or subject.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"))
    beside = any(c.dep_ in ("acomp", "attr", "prep") and c.i < verb.i for c in be.children)
    return bool(arranged and named and infinitive(verb) and not beside)


def _told_above(noun: Any) -> bool:
    """Whether a noun's "no" has denied its verb already, which hands that down: "has no intention of leaving", "no talks took
    place", "there were no talks"."""
    handed = noun.dep_ in ("dobj", "attr", "nsubjpass") or (noun.dep_ == "nsubj" and noun.head.lemma_ in _HAPPENING)
    handed &= noun.head.pos_ in ("VERB", "AUX")
    return handed and noun.head.lemma_.lower() not in cues("verb")


def _negation() -> Factual:
    return Factual("CT-", frozenset(("negation",)))


def _on_verb(token: Any, words: _Lexicon) -> Factual:
    value = _NOTHING
    negative = not_that_one(token) or any(
        at_none(p, words.words) for c in token.children if c.dep_ == "aux" for p in c.children if p.dep_ == "prep"
    )
    going = token.dep_ == "xcomp" and token.head.lower_ in words.words["near_future"] and infinitive(token)
    if going or headline_future(token) or _is_to(token):
        value = Factual("CT+", frozenset(("future",)))
    for child in token.children:
        lower = child.lower_
        if child.dep_ in ("aux", "auxpass") and lower in words.modals:
            modal = _future_in_the_past(token, lower, words) or words.modals[lower]
            if lower == "'d" and token.tag_ == "VBN":
                continue
            if modal.reasons == {"hypothetical"} and lower in words.looking_back and perfect(token):
                # "Must have fired" concludes, "should have fired" regrets that nobody did.
                modal = words.looking_back[lower]
            if "hedge" in modal.reasons and token.tag_ == "VB" and token.dep_ != "advcl":
                # "May meet" is still to come, "may have met" is not.
                modal = Factual(modal.value, modal.reasons | {"hypothetical"})
            value = combine(value, modal)
        elif (
            child.dep_ == "neg"
            or (child.dep_ == "advmod" and lower in words.words["negation"])
            or (child.dep_ == "preconj" and lower == "neither")
            or (lower == "longer" and child.i and child.nbor(-1).lower_ == "no")
        ) or (
            lower == "yet" and child.dep_ == "advmod" and token.dep_ == "xcomp" and token.head.lemma_ in ("have", "be")
        ):
            negative = True
        elif child.dep_ == "advmod" and lower in words.adverbs:
            value = combine(value, words.adverbs[lower])
        elif child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
            if negative_phrase(child, words.words):
                negative = True
        elif child.dep_ == "prep" and at_none(child, words.words):
            negative = True
        elif child.dep_ == "mark" and lower in words.words["conditional"]:
            reasons = ("question",) if lower == "whether" else ("hypothetical", "condition")
            value = combine(value, Factual("Uu", frozenset(reasons)))
        elif child.dep_ in ("mark", "advmod") and lower in words.words["awaited"] and still_to_come(token):
            value = combine(value, Factual("Uu", frozenset(("hypothetical", "condition"))))
        elif (
            child.dep_ == "advcl"
            and any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in child.children)
            and "future" not in value.reasons
            and (token.tag_ in ("VB", "MD") or any(c.tag_ == "MD" for c in token.children))
        ):
            value = combine(value, Factual("Uu", frozenset(("hypothetical",))))
    if _inverted_condition(token):
        value = combine(value, Factual("Uu", frozenset(("hypothetical",))))
    if negative and any(c.lower_ in words.words["ability"] for c in token.children if c.dep_ in ("aux", "auxpass")):
        return _negation()  # what cannot be is not
    return combine(value, _negation()) if negative else value


def _future_in_the_past(token: Any, modal: str, words: _Lexicon) -> Factual | None:
    """The "would" of "said that it would", which is the "will" of what was said; under a condition it stays open."""
    if modal not in ("would", "'d") or token.dep_ not in ("ccomp", "conj") or token.tag_ != "VB":
        return None
    over = token.head if token.dep_ == "ccomp" else token.head.head
    if over.tag_ not in ("VBD", "VBN") or over.lemma_.lower() not in cues("verb"):
        return None
    if any(c.dep_ == "advcl" and _conditional(c, words) for verb in (token, over) for c in verb.children):
        return None
    return words.modals["will"]


def _conditional(clause: Any, words: _Lexicon) -> bool:
    marked = any(c.dep_ == "mark" and c.lower_ in words.words["conditional"] for c in clause.children)
    return marked or _inverted_condition(clause)


def _inverted_condition(verb: Any) -> bool:
    """ "Had the army fired", "should it attack": an auxiliary before the subject of a subordinate clause."""
    if verb.dep_ not in ("advcl", "ccomp", "csubj"):
        return False
    lefts = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass")]
    return (
        len(lefts) > 1
        and lefts[0].dep_ == "aux"
        and lefts[0].lower_ in ("had", "should", "were")
        and verb.left_edge.i == lefts[0].i
        and any(c.dep_ in ("nsubj", "nsubjpass") for c in lefts[1:])
        and verb.head.i > verb.i
    )


def _inherited(token: Any, above: Factual, words: _Lexicon) -> Factual:
    """What the word above hands down: its governing force, and its uncertainty where the predicate is part of it."""
    head = token.head
    if head.i == token.i:
        return _NOTHING
    dep = token.dep_
    if token.pos_ == "ADP":
        return _through_preposition(token, above, words)
    if head.pos_ == "ADP" or head.dep_ == "prep":
        return above if dep in ("pobj", "pcomp") else _NOTHING
    if dep == "conj":
        return _shared(token, above, words)
    if dep in ("advcl", "ccomp", "relcl") and any(c.lower_ == "that" and _is_now(c) for c in token.children):
        return _NOTHING  # "travellers should hurry now that the ban is lifted"
    if _is_to(token):
        return above
    if dep == "xcomp" and head.lemma_ in ("have", "be") and any(c.lower_ == "yet" for c in head.children):
        return combine(_negation(), above)
    if dep in ("acl", "relcl", "ccomp", "appos") and head.pos_ == "NOUN" and that(token) and found_false(head):
        return _negation()
    if dep in ("xcomp", "ccomp", "dobj", "acl", "nsubjpass", "oprd", "attr", "csubj", "relcl", "appos", "dative"):
        governed = _governed(token, head, words)
        if governed is not None and _left_open(head, words):
            return governed
        if governed is not None:
            return combine(governed, _carried(above, dep))
    if (
        dep in ("advcl", "acl", "xcomp", "relcl")
        and infinitive(token)
        and not headline_future(token)
        and not _happened(head, words)
        and not perfect(token)
    ):
        return combine(Factual("Uu", frozenset(("hypothetical",))), _carried(above, dep))
    if dep in ("xcomp", "oprd", "dobj") or (dep == "nsubjpass" and token.pos_ == "NOUN"):
        said = "negation" in above.reasons and head.lemma_.lower() in cues("verb")
        return _NOTHING if said else above
    if dep == "attr" and any(c.dep_ == "expl" for c in head.children):
        return above  # "there were no negotiations"
    if dep == "nsubj" and token.pos_ == "NOUN" and head.pos_ in ("VERB", "AUX"):
        held = next((c for c in head.children if c.dep_ == "acomp" and c.lower_ in words.adjectives), None)
        if head.lemma_ in ("be", "seem", "remain", "look") and held is not None:
            return combine(words.adjectives[held.lower_], above)
        imagined = "hypothetical" in above.reasons and any(c.lower_ in ("a", "an", "any") for c in token.children)
        return above if head.lemma_ in _HAPPENING or imagined else _NOTHING  # "an attack would trigger the treaty"
    return _NOTHING


_HAPPENING = frozenset(
    ("occur", "happen", "take", "begin", "start", "resume", "continue", "follow", "materialize", "be")
)


def _carried(above: Factual, dep: str) -> Factual:
    """The governor's own uncertainty as it reaches a complement; a negated governor leaves its complement open."""
    if above == _NOTHING or dep in ("relcl", "appos"):
        return _NOTHING
    return above


def _governed(token: Any, head: Any, words: _Lexicon) -> Factual | None:
    """The force of a verb, noun or adjective over its complement; None if it has none."""
    dep = token.dep_
    if head.pos_ in ("VERB", "AUX"):
        particle = next((c.lower_ for c in head.children if c.dep_ == "prt"), "")
        lemma = f"{head.lemma_.lower()} {particle}" if particle else head.lemma_.lower()
        force = words.verbs.get(lemma)
        if dep in ("ccomp", "csubj", "advcl") and head.lemma_ == "be":
            held = next((c for c in head.children if c.dep_ == "acomp" and c.lower_ in words.adjectives), None)
            return words.adjectives[held.lower_] if held is not None else None
        if _left_open(head, words):
            return Factual("Uu", frozenset(("hypothetical",)))
        if force is None:
            return None
        if dep in ("dobj", "nsubjpass"):
            said = words.nouns.get(token.lemma_.lower(), _NOTHING).reasons == {"hedge"}
            if (
                (said and lemma in ("call", "reject"))
                or any(c.dep_ in ("xcomp", "ccomp") and c.i > token.i for c in head.children)
                or token.pos_ == "PROPN"
            ):
                return None
            return force
        if dep == "ccomp" and lemma in words.words["infinitive_only"]:
            return None
        if dep == "ccomp" and force.reasons == frozenset(("future",)) and past(token):
            return None
        return force if dep in ("xcomp", "ccomp", "oprd", "csubj") else None
    if head.pos_ in ("NOUN", "PROPN") and dep in ("acl", "relcl", "ccomp", "xcomp"):
        force = Factual("CT+") if is_carried_out(head, words.words) else words.nouns.get(head.lemma_.lower())
        return force if force is not None and (infinitive(token) or that(token)) else None
    if head.pos_ == "ADJ" and dep in ("xcomp", "ccomp"):
        force = words.adjectives.get(head.lower_)
        return force if force is None or dep == "xcomp" or force.reasons != {"future"} else None
    return None


def _left_open(verb: Any, words: _Lexicon) -> bool:
    """Whether a verb of denying is denied itself: "has not ruled out that"."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    lemma = f"{verb.lemma_.lower()} {particle}".strip()
    negated = any(c.dep_ == "neg" or c.lower_ in words.words["negation"] for c in verb.children)
    return negated and lemma in words.words["left_open"]


def _through_preposition(token: Any, above: Factual, words: _Lexicon) -> Factual:
    """What a preposition passes on to its object: "calls for talks", "hopes of peace", "without a fight"."""
    lower = token.lower_
    led = {c.lower_ for c in token.children if c.dep_ == "advmod" and c.i < token.i}
    if (lower == "of" and "instead" in led) or (lower == "from" and "far" in led):
        return combine(_negation(), above)
    if lower == "from" and token.head.lower_ == "far":
        return combine(_negation(), above)
    if lower == "of" and token.head.lower_ == "event" and token.head.head.lower_ == "in":
        return Factual("Uu", frozenset(("hypothetical", "condition")))
    if lower == "to" and token.head.lower_ == "close":
        return combine(Factual("Uu", frozenset(("hypothetical",))), above)
    if lower == "of" and token.head.lower_ in ("instead", "short"):
        return combine(_negation(), above)
    if lower in words.words["without"]:
        return combine(_negation(), above) if lower != "pending" else Factual("Uu", frozenset(("future",)))
    head = token.head
    lemma = head.lemma_.lower()
    if head.pos_ in ("VERB", "AUX"):
        force = words.verbs.get(f"{lemma} {lower}")
        if force is not None:
            return combine(force, above)
        if lemma in words.verbs and lower == "from" and words.verbs[lemma].value == "CT-":
            return combine(words.verbs[lemma], above)
    if head.pos_ == "NOUN" and lower in ("for", "of", "at", "against", "on", "to", "toward", "towards", "in"):
        force = words.nouns.get(lemma)
        if force is not None and (lower in ("for", "of") or force.reasons != frozenset(("future",))):
            return combine(force, above)
    return _NOTHING


def _shared(token: Any, above: Factual, words: _Lexicon) -> Factual:
    """What a conjunct takes over from the first of its row: modals it does not say itself, and governing words."""
    head = token.head
    if token.pos_ not in ("VERB", "AUX"):
        return above
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
        return _inherited_of(head, words)
    if any(c.lower_ == "nor" for c in head.children) and "negation" in above.reasons:
        return above
    if token.tag_ in ("VB", "VBN", "VBG") and not any(c.dep_ == "aux" for c in token.children):
        if any(c.lower_ == "but" for c in head.children) and "negation" in above.reasons:
            return Factual("CT+", above.reasons - {"negation"}) if above.reasons - {"negation"} else _NOTHING
        return above
    return _inherited_of(head, words)


def _is_now(that_: Any) -> bool:
    return bool(that_.i > that_.sent.start and that_.nbor(-1).lower_ == "now")


def _inherited_of(head: Any, words: _Lexicon) -> Factual:
    """What governs the first of a row governs the others: one step up, which is as far as a row needs."""
    if head.dep_ == "conj" or head.head.i == head.i or head.pos_ == "ADP":
        return _NOTHING
    governed = _governed(head, head.head, words) if head.dep_ in ("xcomp", "ccomp", "acl") else None
    return governed or _NOTHING


def _happened(head: Any, words: _Lexicon) -> bool:
    """Whether a governing verb says that its infinitive came about: "managed to", "began to"."""
    return head.pos_ == "VERB" and head.lemma_.lower() in words.words["implicative"]
