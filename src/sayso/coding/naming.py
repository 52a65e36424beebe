"""What something is called: "termed the arrests a provocation", "described the vote as illegal", "the ruling was a disgrace".

In: a verb. Out: the words for what is said of it, and those for what it is said of, whatever the parser makes of the two.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.phrases import PASSIVE, antecedent, is_passive, with_conjuncts

_SUBJECTS = ("nsubj", "csubj", *PASSIVE)


def called(verb: Any) -> list[Any]:
    """What the object of a verb, or the subject of "be", is said to be."""
    found = [c for c in verb.children if c.dep_ in ("oprd", "attr", "acomp")]
    found += _objects(verb)[1:]
    found += [c for o in _objects(verb)[:1] for c in o.children if _cut_short(c)]
    found += [c for c in verb.children if _small_clause(c)]
    for t in (verb, *_objects(verb)[:1]):
        found += [o for p in t.children if p.lower_ == "as" and p.dep_ == "prep" for o in p.children if not o.is_punct]
    found += [
        p for p in verb.children if p.dep_ == "advcl" and any(c.lower_ == "as" for c in p.children) and p.pos_ == "ADJ"
    ]
    return with_conjuncts([t for t in found if t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")])


def judged(verb: Any) -> list[Any]:
    """What a verb says this of."""
    if verb.lemma_ == "be" or is_passive(verb):
        own = [antecedent(c, verb) for c in verb.children if c.dep_ in _SUBJECTS]
        return with_conjuncts(own or ([verb.head] if verb.dep_ in ("acl", "relcl") else []))
    own = _objects(verb)[:1] or [
        k for c in verb.children if _small_clause(c) for k in c.children if k.dep_ in _SUBJECTS
    ]
    # "Called the verdict grotesque": the parser makes one phrase of the two.
    own = own or [k for c in verb.children if c.dep_ == "oprd" for k in c.lefts if k.dep_ == "nmod" and _is_phrase(k)]
    if not own and verb.dep_ == "relcl":
        own = [verb.head]
    return with_conjuncts([antecedent(c, verb) for c in own])


def _objects(verb: Any) -> list[Any]:
    return [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"]


def _is_phrase(noun: Any) -> bool:
    return any(c.dep_ in ("det", "poss") for c in noun.children)


def _cut_short(word: Any) -> bool:
    """Whether an apposition is what its noun is called: "called the visit *a provocation*" has no comma between the two."""
    indefinite = any(c.lower_ in ("a", "an") for c in word.lefts)
    return word.dep_ == "appos" and indefinite and word.doc[word.left_edge.i - 1].text != ","


def _small_clause(word: Any) -> bool:
    """Whether a clause is only a name or quality and its bearer: "called *the vote illegal*"."""
    return (
        word.dep_ in ("ccomp", "xcomp")
        and word.pos_ in ("NOUN", "PROPN", "ADJ")
        and any(c.dep_ in _SUBJECTS for c in word.children)
        and not any(c.dep_ in ("cop", "aux", "mark") for c in word.children)
    )
