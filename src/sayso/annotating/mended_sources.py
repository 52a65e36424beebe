"""Sources behind what they say that the parser joins to it: as a second deed, or with its object for the one who speaks.

In: a sentence of a parsed spaCy Doc. Out: the same with the verb of saying over what was said ("Malta held a trawler, *a minister made
clear*", "The service has rounded up employees in Aden, *its head, Ali Saleh, said* on Monday"), and with what else its subject did
under it ("…, the ministry said, and *summoned* the envoy").
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import cues, words
from sayso.annotating.mended_days import SUBJECTS


def mend_source(verb: Any) -> None:
    """Put a verb of saying behind a comma over what stands before it, and what else the one who says it did beside it."""
    if verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ") and verb.lemma_.lower() in words("of_speakers"):
        _own_deed(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and verb.lemma_ == "make" and _says(verb):
        _loose(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT" and _says(verb):
        _raise(verb)
    if verb.tag_ not in ("VBD", "VBZ") or verb.head.dep_ != "ROOT" or verb.head.i > verb.i or not _says(verb):
        return
    told = verb.head
    if told.pos_ not in ("VERB", "AUX") or any(c.dep_ in ("cc", "mark") for c in verb.children):
        return
    source = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if source is None or any(c.dep_ == "cc" and told.i < c.i < verb.i for c in told.children):
        return
    if verb.dep_ in ("conj", "ccomp") and _behind_comma(source):
        _over(verb, told)
    elif verb.dep_ in ("ccomp", "conj") and source.left_edge.i == _first_of_object(told, verb):
        _role(verb, told, source)


def _raise(verb: Any) -> None:
    """ "The mission *repeated* on Monday that …": a sentence without a verb of its own says what its source said."""
    source = verb.head
    told = [c for t in (source, verb) for c in t.rights if c.i > verb.i and any(m.lower_ == "that" for m in c.lefts)]
    if source.pos_ in ("VERB", "AUX") or len(told) != 1 or told[0].pos_ not in ("VERB", "AUX"):
        return
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    source.head, source.dep_ = verb, "nsubj"
    told[0].head, told[0].dep_ = verb, "ccomp"
    for c in list(source.rights):
        if c.i > verb.i:
            c.head = verb


def _says(verb: Any) -> bool:
    if verb.lemma_ == "make":
        return any(c.lower_ in _CLEAR and c.i == verb.i + 1 for c in verb.rights)
    return verb.lemma_.lower() in cues("verb") and not any(c.dep_ in ("dobj", "ccomp") for c in verb.children)


_CLEAR = frozenset({"clear", "plain", "known", "public"})


def _behind_comma(source: Any) -> bool:
    first = source.left_edge
    return bool(first.i > first.sent.start and first.nbor(-1).text == ",")


def _first_of_object(told: Any, verb: Any) -> int:
    """Where an object of a verb that has none would begin."""
    if any(c.dep_ in ("dobj", "attr", "ccomp", "xcomp", "nsubjpass") and c != verb for c in told.children):
        return -1
    return int(max([told.i, *(c.i for c in told.children if c.dep_ == "prt")])) + 1


def _loose(verb: Any) -> None:
    """ "…, a *minister made* known": the noun between the comma and the verb is its subject."""
    source = verb.head
    if source.dep_ in ("npadvmod", "appos", "conj", "dep") and source.head.dep_ == "ROOT" and _behind_comma(source):
        verb.head, verb.dep_ = source.head, "conj"
        source.head, source.dep_ = verb, "nsubj"


def _over(verb: Any, told: Any) -> None:
    for c in verb.rights:
        if c.lower_ in _CLEAR and verb.lemma_ == "make":
            c.dep_ = "acomp"
    verb.head, verb.dep_ = verb, "ROOT"
    told.head, told.dep_ = verb, "ccomp"


def _role(verb: Any, told: Any, held: Any) -> None:
    """ "…, *its head, Ali Saleh,* said": what was taken for the subject is what the deed is done to."""
    doc = verb.doc
    commas = [t.i for t in doc[held.i : verb.i] if t.text == ","]
    if not commas:
        return
    first = commas[-3] if len(commas) >= 3 and commas[-1] == verb.i - 1 else commas[-1]
    role = next((t for t in doc[first + 1 : verb.i] if t.pos_ in ("NOUN", "PROPN") and t.head.i <= first), None)
    if role is None or role.left_edge.i != first + 1:
        return
    held.head, held.dep_ = told, "dobj"
    name = next(
        (t for t in doc[role.i + 1 : verb.i] if t.pos_ == "PROPN" and not role.i < t.head.i < verb.i and t != role),
        None,
    )
    role.head, role.dep_ = verb, "nsubj"
    if name is not None:
        name.head, name.dep_ = role, "appos"
    _over(verb, told)


def _own_deed(verb: Any) -> None:
    """ "…, Mali's *ministry said, and summoned* the envoy", "It *denied* that he was a spy *and called* it unjust"."""
    told = verb.head
    if any(c.dep_ in SUBJECTS for c in verb.children) or told.i > verb.i:
        return
    saying = next((c for c in told.children if c.dep_ == "parataxis" and told.i < c.i < verb.i and _says(c)), None)
    if saying is None and told.dep_ == "ccomp" and told.head.lemma_ in _DENYING and told.head.tag_ == verb.tag_:
        saying = told.head
    if saying is None:
        return
    for c in told.children:
        if c.dep_ == "cc" and saying.i < c.i < verb.i:
            c.head = saying
    verb.head = saying


_DENYING = frozenset({"deny", "reject", "dispute", "dismiss", "refute"})


def source_behind(sent: Any) -> None:
    """A verb of saying behind what is said takes the noun phrase between it and the comma before: "…, *an official* in Lima *confirmed*",
    "…, *the deputy minister for trade*, Ana Cruz, *said*", "… suspended Niger, *the union's chairman said* after a meeting"."""
    root = sent.root
    for verb in (t for t in sent if t.i - sent.start >= _SHORTEST and _is_plain_saying(t)):
        _whole_name(verb)
        told = next((c for c in verb.lefts if c.dep_ == "ccomp"), None) if verb == root else root
        if told is None or told.i > verb.i or told.pos_ not in ("VERB", "AUX"):
            continue
        source = _between_commas(verb)
        if source is None or source.left_edge.i < told.i or source.dep_ not in _LOOSE:
            continue
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if subject is not None:
            if subject != source.head or not _is_object(subject, told):
                continue
            subject.head, subject.dep_ = told, "dobj"
        source.head, source.dep_ = verb, "nsubj"
        if verb != root:
            verb.head, verb.dep_ = verb, "ROOT"
            told.head, told.dep_ = verb, "ccomp"
        return


_SHORTEST, _LONGEST = 5, 12  # words before the verb, words of a source
_LOOSE = ("conj", "appos", "npadvmod", "dep", "dobj")
_BESIDE = ("prep", "npadvmod", "advmod", "advcl", "punct", "dative", "prt", "agent")


def _is_plain_saying(verb: Any) -> bool:
    """Whether a verb says something and what follows it only tells to whom, when and where."""
    if verb.tag_ not in ("VBD", "VBZ") or verb.lemma_.lower() not in cues("verb") or verb.dep_ not in _MAIN:
        return False
    if verb.dep_ != "ROOT" and verb.head.dep_ != "ROOT":
        return False
    addressed = verb.lemma_ in words("addressing")
    return not any(c.dep_ == "cc" for c in verb.lefts) and all(
        c.dep_ in _BESIDE or (c.dep_ == "dobj" and addressed) for c in verb.rights
    )


_MAIN = ("ROOT", "conj", "advcl", "ccomp", "parataxis", "dep")


def _whole_name(verb: Any) -> None:
    """ "…, *ECOWAS* chairman Ouattara said": a name right before the one who speaks is a word of his phrase, and no object."""
    source = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    stray = next((c for c in verb.lefts if c.dep_ == "dobj"), None)
    if source is not None and stray is not None and stray.right_edge.i + 1 == source.left_edge.i:
        stray.head, stray.dep_ = source, "compound"


def _between_commas(verb: Any) -> Any | None:
    """The head of the noun phrase right before a verb and behind a comma, or of that before a name or clause in commas."""
    doc = verb.doc
    commas = [t.i for t in doc[verb.sent.start : verb.i] if t.text == ","]
    name = None
    if len(commas) >= 3 and commas[-1] == verb.i - 1:
        first, last = commas[-3] + 1, commas[-2]
        inside = doc[last + 1 : verb.i - 1]
        name = next((t for t in inside if t.pos_ == "PROPN" and not last < t.head.i < verb.i), None)
        if name is None and not (len(inside) and inside[0].tag_ in ("VBG", "WDT", "WP")):
            return None
    elif commas and 0 < verb.i - commas[-1] - 1 <= _LONGEST:
        first, last = commas[-1] + 1, verb.i
    else:
        return None
    for t in doc[first:last]:
        if t.left_edge.i == first and t.pos_ in ("NOUN", "PROPN") and t.head.i < first and t.right_edge.i < verb.i:
            if t.ent_type_ in ("DATE", "TIME"):
                return None
            if name is not None:
                name.head, name.dep_ = t, "appos"
            elif last < verb.i - 1 and doc[last + 1].tag_ == "VBG":
                doc[last + 1].head, doc[last + 1].dep_ = t, "acl"
            return t
    return None


def _is_object(noun: Any, told: Any) -> bool:
    """Whether what the parser takes for the one who speaks stands where a verb before it has its object."""
    between = noun.doc[told.i + 1 : noun.left_edge.i]
    return told.i < noun.i and not len(between) and not any(c.dep_ == "dobj" for c in told.children)
