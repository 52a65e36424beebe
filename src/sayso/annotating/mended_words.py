"""Words that the parser takes for another part of speech, and what then hangs from them.

In: a token of a parsed spaCy Doc. Out: the same Doc with the verb of an emphatic "did" ("did *fire* shots at the boat"), with two peoples
before one noun ("*Georgian* and Abkhaz envoys") as that noun's, a plural that opens a sentence ("*Rockets* hit") as no name, the past tense
of what crowds do, a number before the noun that it counts, a clause behind "once more" as what is said, "claims" that are rejected as a
noun, and what somebody calls a thing in the place of his calling it so ("regretted what it called the unjustified *expulsion*").
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import cues, words
from sayso.knowledge.names import lookup


def mend_word(token: Any) -> None:
    """Give a word its part of speech back."""
    if token.lemma_ == "do" and token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ != "aux":
        _emphasized(token)
    elif token.tag_ == "VBN" and token.dep_ in ("ccomp", "ROOT") and token.lemma_ in words("done_by_crowds"):
        if {c.dep_ for c in token.children} & {"nsubj", "aux", "auxpass"} == {"nsubj"}:
            token.tag_ = "VBD"  # "300 people *protested*, police said"
    elif token.tag_ == "CD" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
        _counted(token)
    elif token.tag_ == "NNPS" and token.is_sent_start and not token.ent_type_ and token.dep_ in ("nsubj", "nsubjpass"):
        token.tag_, token.pos_, token.lemma_ = "NNS", "NOUN", token.lower_.removesuffix("s")  # "*Rockets* hit the town"
    elif token.tag_ in ("NNP", "NN") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
        _two_peoples(token)
    elif token.lower_ == "what" and token.dep_ == "dobj" and token.head.lemma_ in words("what_called"):
        _called_so(token.head)
    elif token.dep_ in ("ccomp", "advcl") and token.head.pos_ == "ADV":
        _said_again(token)
    elif token.tag_ == "VBZ" and token.dep_ in ("dobj", "dep") and token.lower_ in words("words_as_verbs"):
        _words_denied(token)


def _words_denied(noun: Any) -> None:
    """ "Rejected on Tuesday *claims* that troops had fired", taken for a verb."""
    verb = noun.head
    told = next((c for c in noun.rights if c.dep_ == "ccomp"), None)
    if verb.pos_ != "VERB" or verb.i > noun.i or told is None or any(c.dep_ in ("nsubj", "aux") for c in noun.children):
        return
    noun.tag_, noun.pos_, noun.lemma_, noun.dep_ = "NNS", "NOUN", noun.lower_.removesuffix("s"), "dobj"
    told.dep_ = "acl"


def _said_again(told: Any) -> None:
    """ "Denied once more *that soldiers had killed*", a clause that the parser hangs on the adverb."""
    said = told.head
    while said.pos_ == "ADV" and said.dep_ == "advmod" and said.head != said:
        said = said.head
    if said.pos_ == "VERB" and said.lemma_.lower() in cues("verb") and any(c.lower_ == "that" for c in told.lefts):
        told.head, told.dep_ = said, "ccomp"


def _emphasized(did: Any) -> None:
    """ "The guards *did fire* warning shots", of "fire shots" taken for what was done."""
    if did.i + 1 >= did.sent.end:
        return
    verb = did.nbor(1)
    if (
        verb.lower_ not in words("emphasized")
        or verb.tag_ not in ("NN", "VB", "VBP")
        or verb.head.head not in (did, verb)
    ):
        return
    over = verb.head
    own = [c for c in did.children if c != verb]
    taken = [c for c in over.children if c != verb] if over != did and over.i > verb.i else []
    if did.head == did:
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = did.head, did.dep_
    verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
    did.head, did.dep_, did.pos_ = verb, "aux", "AUX"
    for c in own:
        if c != over:
            c.head = verb
    if taken:  # "fire *warning* shots"
        shots = next((c for c in taken if c.dep_ == "dobj"), None)
        for c in taken:
            if c != shots:
                c.head = verb
        if shots is not None:
            shots.head = verb
            over.head, over.dep_, over.tag_, over.pos_ = shots, "compound", "NN", "NOUN"
        else:
            over.head = verb


def _counted(number: Any) -> None:
    """ "Detains *two* Greek tankers", of which the number alone is taken for the object."""
    noun = next((c for c in number.rights if c.tag_ in ("NNS", "NNPS") and c.dep_ in _ASTRAY), None)
    between = number.doc[number.i + 1 : noun.i] if noun is not None else ()
    if noun is None or len(between) > _WORDS_BETWEEN or any(t.pos_ not in ("ADJ", "NOUN", "PROPN") for t in between):
        return
    noun.head, noun.dep_ = number.head, number.dep_
    for c in list(number.children):
        c.head = noun
    number.head, number.dep_ = noun, "nummod"


_ASTRAY = ("preconj", "appos", "dep", "npadvmod", "nmod")
_WORDS_BETWEEN = 3


def _two_peoples(first: Any) -> None:
    """ "*Georgian* and Abkhaz envoys met", of which the first is taken for somebody."""
    noun = next((c for c in first.rights if c.dep_ == "conj"), None)
    joined = next((c for c in first.rights if c.dep_ == "cc"), None)
    if noun is None or joined is None or noun.tag_ != "NNS" or any(first.lefts) or joined.i != first.i + 1:
        return
    second = next(iter(noun.lefts), None)
    if second is None or second.i != joined.i + 1 or second.dep_ not in ("compound", "amod", "nmod"):
        return
    if not (_is_of_state(first) and _is_of_state(second)):
        return
    noun.head, noun.dep_ = first.head, first.dep_
    first.head, first.dep_, first.tag_, first.pos_ = noun, "amod", "JJ", "ADJ"
    second.head, second.dep_, second.tag_, second.pos_ = first, "conj", "JJ", "ADJ"


def _called_so(calling: Any) -> None:
    """ "After what he described as fruitful *talks* with them": the thing is what the clause is about, his word for it is beside it."""
    thing = next(
        (c for c in calling.rights if c.dep_ in ("oprd", "attr", "dobj") and c.pos_ in ("NOUN", "PROPN")), None
    )
    if thing is None:
        under = (o for c in calling.rights if c.lower_ == "as" for o in c.children if o.dep_ == "pobj")
        thing = next(under, None)
    if thing is None or calling.dep_ not in _CLAUSES:
        return
    over, dep = calling.head, calling.dep_
    thing.head, thing.dep_ = over, "pobj" if dep == "pcomp" or over.pos_ == "ADP" else _CLAUSES[dep]
    for c in list(calling.rights):
        if c.i > thing.i and c.dep_ == "prep":
            c.head = thing
    calling.head, calling.dep_ = thing, "relcl"


_CLAUSES = {
    "ccomp": "dobj",
    "dobj": "dobj",
    "pcomp": "pobj",
    "pobj": "pobj",
    "csubj": "nsubj",
    "nsubj": "nsubj",
    "csubjpass": "nsubjpass",
}


def _is_of_state(word: Any) -> bool:
    return any(e.kind == "adjective" for e in lookup(word.text))
