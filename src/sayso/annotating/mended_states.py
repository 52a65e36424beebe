"""What somebody is held, found or called, which the parser takes for a subject, for an object or for a word of a name.

In: a word of a parsed spaCy Doc, called by :mod:`.mended_objects`. Out: the same Doc with the word as what the verb makes of its object:
"found an American *guilty* of spying", "two Danes held *hostage* were freed", "holds the leaders of Chad *responsible*", "called the move
*unfair*".
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import words


def judged(word: Any) -> None:
    """ "Holds the leaders of Chad fully *responsible*", "called the decision "*unfair*"": an adjective behind the object of such a verb."""
    noun = word.head
    while noun.dep_ in ("pobj", "prep", "compound", "appos", "conj") and noun.head != noun:
        noun = noun.head
    verb = noun.head
    if noun.dep_ not in ("dobj", "nsubjpass") or verb.lemma_ not in _JUDGING or verb.i > word.i:
        return
    quoted = word.nbor(-1).is_quote
    if word.lower_ not in _ANSWERABLE and not quoted:
        return
    word.head, word.dep_ = verb, "oprd"


_ANSWERABLE = frozenset({"responsible", "accountable", "liable", "guilty"})
_JUDGING = frozenset("hold find call brand term label deem declare consider describe pronounce judge".split())


def held_hostage(word: Any) -> None:
    """ "Two Danes held *hostage* in Chad were freed": what they were held as, and whoever was held is who was freed."""
    held = word.nbor(-1) if word.i > word.sent.start else word
    whom = next((c for c in held.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    verb = next((c for c in held.rights if c.tag_ == "VBN" and any(x.dep_ == "auxpass" for x in c.lefts)), None)
    joined = any(c.dep_ in ("cc", "aux", "auxpass") or c.text == "," for c in held.children if verb and c.i < verb.i)
    if held.lemma_ not in _HOLDING or verb is None or whom is None or joined:
        return
    over, as_what = held.head, held.dep_
    whom.head, whom.dep_ = verb, "nsubjpass"
    for c in [*word.children, *held.children]:
        if c.i > verb.i or c.dep_ == "punct":
            c.head = verb
        elif c != verb:
            c.head = held
    verb.head, verb.dep_ = (verb, "ROOT") if over == held else (over, as_what)
    held.head, held.dep_, held.tag_, held.pos_ = whom, "acl", "VBN", "VERB"
    word.head, word.dep_ = held, "oprd"


_HOLDING = frozenset({"hold", "take", "keep", "seize"})


def found_guilty(word: Any) -> None:
    """ "Found an American *guilty* of spying": what somebody is found, and no subject of his own."""
    verb = word.head
    who = next((c for c in word.children if c.dep_ == "nsubj" and verb.i < c.i < word.i), None)
    if who is not None and verb.lemma_ in ("find", "hold", "declare", "pronounce"):
        who.head, who.dep_, word.dep_ = verb, "dobj", "oprd"


def accused_of(of: Any) -> None:
    """What somebody is accused of hangs on the accusing: "accuses a rival clan, the Marehan, *of having staged it*", "accuses army
    intelligence *of cyber-attacks*"."""
    noun = of.head
    while noun.dep_ in ("appos", "conj") and noun.head != noun:
        noun = noun.head
    charge = any(
        c.dep_ == "pcomp" or (c.dep_ == "pobj" and c.lemma_.lower() in words("charged_with")) for c in of.children
    )
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in _ACCUSING and charge:
        of.head = noun.head


_ACCUSING = frozenset({"accuse", "suspect", "convict", "acquit", "clear", "absolve"})
