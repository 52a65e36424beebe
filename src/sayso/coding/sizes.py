"""How many people an event killed, injured or had arrested, as its clause and the clauses beside it count them.

In: a trigger's token. Out: a :class:`Size`, or None when nothing is counted. "At least" and "dozens" are not numbers; a toll is
taken once, the larger of two for one kind of harm.
"""

from __future__ import annotations

import re
from typing import Any

from sayso.coding.arguments import objects, subjects
from sayso.coding.frames import classes
from sayso.coding.phrases import below
from sayso.model import Size

_VERBS = {
    "dead": {"kill", "die", "slay", "assassinate", "murder", "massacre", "execute", "perish", "behead", "slaughter"},
    "injured": {"injure", "wound", "hurt", "maim"},
    "arrested": {"arrest", "detain", "apprehend", "round", "jail"},
}
_NOUNS = {
    "dead": {"death", "fatality", "dead"},
    "injured": {"injury", "injured", "wounded"},
    "arrested": {"arrest", "detention"},
}
_BRING = {"bring", "raise", "put", "take", "push", "lift", "rise", "climb", "stand", "reach", "increase", "revise"}
_TOLL = {"toll", "number", "total", "count"}
_LEAVE = {"leave", "claim", "take", "cost", "cause"}
_WORDS = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
_STEPS = 40  # from a verb up to the deed that it belongs to
_SINGULAR_PERSON = {"NN", "NNP"}


def size(trigger: Any, others: frozenset[int] = frozenset()) -> Size | None:
    """The tolls of the trigger's clause and of the clauses hanging on it.

    ``others`` are the indices of all words that tell violence: what hangs on another of them is that one's toll.
    """
    found: dict[str, int] = {}
    for verb in _verbs(trigger):
        if _is_of_another(verb, trigger, others):
            continue
        for kind, lemmas in _VERBS.items():
            if verb.lemma_.lower() in lemmas:
                people = subjects(verb) if verb.lemma_ in ("die", "perish") else objects(verb, ())
                so_far = max((ordinal(p) for p in people), default=0) if kind == "dead" else 0
                _keep(found, kind, so_far or sum(count(p) or 0 for p in people if not _is_part(p)))
        if verb.lemma_ in _LEAVE:
            for o in (c for c in verb.children if c.dep_ in ("dobj", "ccomp", "oprd", "nsubj", "xcomp")):
                _counted_noun(found, o)
                for below in o.children:
                    _counted_noun(found, below)
        if verb.lemma_ in _BRING:
            found.update(_tolls(verb))
    if trigger.pos_ in ("NOUN", "PROPN"):
        _counted_noun(found, trigger)
    if not found and not any(t.i in others and t != trigger for t in trigger.sent):
        for verb in trigger.sent:  # the only deed of a sentence that tells a toll
            if verb.lemma_ in _BRING:
                found.update(_tolls(verb))
    return Size(found.get("dead"), found.get("injured"), found.get("arrested")) if found else None


def total(sentence: Any) -> int | None:
    """How many have died by now, where a sentence tells it as such: "the dead now number three", "the toll has risen to nine", "a sixth
    victim died"."""
    for t in sentence:
        if t.lemma_ == "die" and (which := max((ordinal(s) for s in subjects(t)), default=0)):
            return which
        called = t.lower_ in ("toll", "fatalities") or (
            t.lower_ == "dead" and t.i and t.nbor(-1).lower_ in ("the", "of")
        )
        if not called:
            continue
        for n in sentence.doc[t.i + 1 : min(t.i + _NEAR, sentence.end)]:
            if n.pos_ == "NUM" and n.ent_type_ not in ("DATE", "TIME") and n.nbor(-1).lemma_.lower() in _COUNTING:
                return number(n)
            if n.pos_ in ("NOUN", "PROPN") and n.lemma_.lower() not in _COUNTING:
                break
    return None


_NEAR = 8  # words between a toll's noun and its number
_COUNTING = frozenset("to at be now number total reach hit stand exceed near".split())


def ordinal(noun: Any) -> int:
    """Which of several somebody is: "a *third* soldier"; 0 where nothing says so."""
    words = [c.lower_ for c in noun.lefts]
    return next((_ORDINALS.index(w) + 2 for w in words if w in _ORDINALS), 0)


_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth".split()


def _tolls(verb: Any) -> dict[str, int]:
    """The toll that is told as such: "bringing the death toll to six", "raised the number of dead to 40"."""
    found: dict[str, int] = {}
    for o in (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "nsubj") and c.lemma_ in _TOLL):
        words = {t.lemma_.lower() for t in o.subtree} | {t.lower_ for t in o.subtree}
        kind = next(
            (k for k, nouns in _NOUNS.items() if words & (nouns | _VERBS[k])), "dead" if o.lemma_ == "toll" else None
        )
        to = [
            n for p in (*verb.children, *o.children) if p.lower_ in ("to", "at") for n in p.children if n.dep_ == "pobj"
        ]
        if kind is not None and (n := next((count(t, explicit=True) for t in to), None)) is not None:
            found[kind] = n
    return found


def _is_of_another(verb: Any, trigger: Any, others: frozenset[int]) -> bool:
    """Whether another deed stands between a verb and the trigger, or is the verb's own subject."""
    if any(c.i in others and c != trigger for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")):
        return True
    if verb != trigger and any(s.lemma_.lower() in classes()["disaster"] for s in subjects(verb)):
        return True
    at = verb
    for _ in range(_STEPS):
        if at == trigger or at.left_edge.i <= trigger.i <= at.right_edge.i:
            return False
        if at.i in others:
            return True
        at = at.head
    return False


def _is_part(people: Any) -> bool:
    """ "Eight of them Americans": counted among those told before."""
    nouns = [people, *[c for c in people.children if c.dep_ == "nsubj"]]
    return any(p.lower_ == "of" and o.lower_ in ("them", "whom") for n in nouns for p in n.children for o in p.children)


def _keep(found: dict[str, int], kind: str, number: int) -> None:
    if number:
        found[kind] = max(number, found.get(kind, 0))


def _counted_noun(found: dict[str, int], noun: Any) -> None:
    for kind, lemmas in (*_NOUNS.items(), *_VERBS.items()):
        if noun.lemma_.lower() in lemmas or noun.lower_ in lemmas:
            number = count(noun, explicit=True) or next(
                (count(c, explicit=True) for c in noun.children if c.dep_ == "nsubj"), None
            )
            _keep(found, kind, number or 0)


def _verbs(trigger: Any) -> list[Any]:
    """The verbs whose counts belong to the event: its own, its governor's, and those beside and below them."""
    start = [trigger]
    if trigger.pos_ not in ("VERB", "AUX"):
        up = trigger
        while up.pos_ != "VERB" and up.head != up:
            up = up.head
        start.append(up)
    found = list(start)
    for t in start:
        found += [
            c
            for c in below(t)
            if c.pos_ == "VERB" and c.dep_ in ("advcl", "conj", "relcl", "acl", "xcomp") and c not in found
        ]
        if t.dep_ in ("conj", "advcl") and t.head.pos_ == "VERB" and t.head not in found:
            found.append(t.head)
    return found


def count(noun: Any, explicit: bool = False) -> int | None:
    """How many a noun phrase counts: its number; one for a single person unless an ``explicit`` number is wanted."""
    for c in noun.doc[noun.left_edge.i : noun.i]:
        if c.like_num and c.pos_ == "NUM" and c.ent_type_ not in ("DATE", "TIME", "ORDINAL"):
            return number(c)
    if noun.like_num:
        return number(noun)
    if noun.head.lower_ == "of" and noun.head.head.like_num:  # "531 of the demonstrators"
        return number(noun.head.head)
    if explicit:
        return None
    if noun.tag_ in _SINGULAR_PERSON and (
        noun.ent_type_ == "PERSON" or any(c.lower_ in ("a", "an") for c in noun.children)
    ):
        return 1
    return None


def number(token: Any) -> int | None:
    """The value of a numeral in digits or words; None when it is none or out of reach."""
    digits = token.text.replace(",", "")
    if re.fullmatch(r"\d{1,7}", digits):
        return int(digits)
    total = 0
    for word in token.lower_.split("-"):
        if word not in _WORDS:
            return None
        total += _WORDS[word]
    return total or None
