"""Verbs that the parser takes for something else: a present tense for a plural noun, a participle far from its auxiliary for an adjective,
what is said for a clause about the time of saying, and the subject of a second verb for an object of the first.

In: a sentence of a parsed spaCy Doc. Out: the same with the verb over its subject and object ("UNMISS *demands* that both parties …", "The
ministry *thanks* Turkey", "has in the past *accused* officers of burning huts", "admitted for the first time *that its guns had fired*",
"Mali freed two officers and *Niger freed* a trader"), the first of two clauses that a semicolon parts over the second, and a label
before a headline's colon that is no part of it ("Nigeria: bandits abduct girls").
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.apposed import bearer, of_body
from sayso.annotating.attribution.lexicon import cues
from sayso.annotating.mended_days import SUBJECTS
from sayso.annotating.mended_headlines import mend_headline

_OBJECTS = ("dobj", "npadvmod", "attr", "appos")


def restore(sent: Any) -> None:
    """Give a sentence the verb that it has."""
    _label(sent)
    mend_headline(sent)
    _present(sent)
    for token in sent:
        if token.dep_ in ("ROOT", "ccomp", "csubj", "advcl"):
            _reduced(token)
        if token.lemma_ in _HURT and token.dep_ in ("conj", "acl"):
            _and_hurt(token)
        if token.tag_ == "VBN" and token.dep_ == "amod":
            _perfect(token)
        elif token.dep_ == "appos" and token.head.dep_ in ("dobj", "dative"):
            _second_object(token)
        elif token.dep_ == "acl" and token.tag_ == "VB" and token.head.lemma_.lower() in _HALTS:
            _noun_before_noun(token)
        elif token.tag_ == "VBG" and token.dep_ in ("acl", "advcl") and token.lower_ in _OF_THINGS:
            _thing_in_a_list(token)
        elif token.lower_ in ("home", "back", "away") and token.dep_ == "advmod" and token.head.dep_ == "dobj":
            token.head = token.head.head  # "sent two envoys *home*"
        elif token.lower_ == "packing" and token.dep_ == "acl" and token.head.head.lemma_ == "send":
            token.head, token.dep_ = token.head.head, "xcomp"
        if token.dep_ in ("relcl", "acl") and token.head.dep_ == "pobj":
            _said_at_a_time(token)
        if token.dep_ == "acl" and token.tag_ in ("VBN", "VBD") and token.head.dep_ in ("nsubj", "nsubjpass"):
            _before_semicolon(token)
        if token.dep_ == "ccomp" and token.i < token.head.i:
            _clause_apart(token)
        if token.dep_ == "appos":
            bearer(token)
        elif token.dep_ in ("nmod", "compound") and token.head.i > token.i:
            of_body(token)
        if token.dep_ == "conj" and token.head.dep_ == "dobj":
            _second_doer(token)


def _reduced(first: Any) -> None:
    """ "Bombs *dropped* by Saudi planes *killed* four", "said hackers *linked* to it *were* behind": of two past tenses without a link
    the second is the clause's verb."""
    if first.tag_ not in ("VBD", "VBN") or any(
        c.dep_ in ("aux", "auxpass", "dobj", "ccomp", "prt") for c in first.children
    ):
        return
    subject = next((c for c in first.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    later = [*first.rights, *(c for c in first.head.rights if c.i > first.i and first.dep_ == "ccomp")]
    if first.dep_ == "advcl":  # "died when shells *fired* from there *hit* a bus"
        later += [first.head, *(c for a in first.ancestors for c in a.rights if c.dep_ in ("advcl", "conj"))]
    verb = next(
        (c for c in later if c.i > first.i and c.tag_ == "VBD" and c.dep_ in ("advcl", "conj", "ccomp", "dep")), None
    )
    if first.dep_ == "csubj" and first.lemma_ in _BOUND:
        verb = first.head
    behind = _BOUND.get(first.lemma_, ("by", "from"))
    if subject is None or verb is None or not any(c.lower_ in behind for c in first.children if c.i < verb.i):
        return
    linked = any(
        c.dep_ in ("mark", "nsubj", "nsubjpass", "expl", "cc", "aux") or c.tag_ == "WRB" for c in verb.children
    )
    if linked or any(t.text in (",", ";", ":", "and", "but", "or") for t in first.doc[first.i : verb.i]):
        return
    for c in list(first.children):
        if c.i > verb.i or (c.i < subject.left_edge.i):
            c.head = verb
    if first.dep_ != "csubj" and verb != first.head:
        verb.head, verb.dep_ = (verb if first.dep_ == "ROOT" else first.head), first.dep_
    subject.head, subject.dep_ = verb, "nsubj"
    first.head, first.dep_, first.tag_ = subject, "acl", "VBN"


def _and_hurt(verb: Any) -> None:
    """ "Were killed *and nine wounded* when …": the second of two passives shares the first's auxiliary, and its time and place."""
    noun = verb.head if verb.dep_ == "acl" else next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    first = verb.head.head if verb.dep_ == "acl" else verb.head
    if noun is None or (verb.dep_ == "acl" and noun.dep_ != "conj") or first.tag_ != "VBN":
        return
    if (
        verb.i != noun.i + 1
        or not any(c.dep_ == "auxpass" for c in first.lefts)
        or any(c.dep_ == "aux" for c in verb.lefts)
    ):
        return
    for c in list(verb.rights):
        if c.dep_ != "agent":
            c.head = first
    verb.head, verb.dep_, verb.tag_, verb.pos_ = first, "conj", "VBN", "VERB"
    noun.head, noun.dep_ = verb, "nsubjpass"


_HURT = frozenset({"wound", "injure", "hurt", "maim", "kill", "arrest", "detain", "abduct", "kidnap", "capture"})

# To whom somebody is bound, and what he carries or wears.
_BOUND = {
    **dict.fromkeys(("link", "tie", "affiliate", "connect"), ("to", "with")),
    **dict.fromkeys(("arm", "equip", "dress"), ("with", "in")),
}


def _label(sent: Any) -> None:
    """A name before a colon that the parser makes a second subject only says where the news is from."""
    first = sent[0]
    last = next((t for t in sent[1:6] if t.text == ":"), None)
    if last is None:
        return
    for t in sent[: last.i - sent.start]:
        if t.dep_ in SUBJECTS and t.left_edge == first and t.head.i > last.i:
            others = [c for c in t.head.lefts if c.dep_ in SUBJECTS and c.i > last.i]
            if others:
                t.dep_ = "dep"
    verb = next((c for c in sent.root.rights if c.i > last.i), None) if sent.root == first else None
    own = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i > last.i), None) if verb is not None else None
    if verb is not None and own is not None and verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD"):
        verb.head, verb.dep_, first.head, first.dep_ = verb, "ROOT", verb, "dep"
        first.tag_, first.pos_ = "NNP", "PROPN"
        if verb.tag_ == "VBN" and not any(c.dep_ == "dobj" for c in verb.children):
            own.dep_ = "nsubjpass"


def _before_semicolon(verb: Any) -> None:
    """ "A patrol boat *fired* at a launch; the tale comes from a fisherman": the first of two clauses has its own verb."""
    noun, other = verb.head, verb.head.head
    own = [c for c in other.children if c.dep_ in ("nsubj", "nsubjpass", "expl") and c.i > verb.i]
    between = [c for c in other.children if c.text in (";", "\u2014") and verb.i < c.i < other.i]
    if not own or not between or own[0].left_edge.i < between[0].i or verb.i > between[0].i:
        return
    if any(c.lower_ in ("by",) and c.dep_ in ("agent", "prep") for c in verb.children):
        return
    verb.head, verb.dep_, verb.tag_ = other, "ccomp", "VBD"
    noun.head, noun.dep_ = verb, "nsubj"


def _clause_apart(verb: Any) -> None:
    """ "Police *arrested* ten; two were charged": the first of two clauses, and no part of the second."""
    other = verb.head
    parting = next((c for c in other.lefts if c.text == ";" and c.i > verb.i), None)
    own = next((c for c in other.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if parting is None or own is None or own.left_edge.i < parting.i or other.dep_ not in ("ROOT", "ccomp"):
        return
    if _lemma(other) in cues("verb") and not any(c.dep_ in ("ccomp", "dobj", "xcomp") for c in other.rights):
        return  # "“We shot nobody; they lie,” he said"
    first = other.dep_ == "ROOT"
    verb.head, verb.dep_ = (verb if first else other.head), other.dep_
    other.head, other.dep_ = verb, "conj"
    for c in list(other.lefts):
        if c.i < parting.i and c != verb:
            c.head = verb


def _present(sent: Any) -> None:
    """ "The ministry thanks Turkey": a plural noun behind a whole name, which would be a verb of saying or judging."""
    root = sent.root
    if root.tag_ == "NNS" and any(c.dep_ == "nsubj" and c.i < root.i for c in root.children):
        noun = root
    else:
        noun = next(
            (c for c in root.children if c.tag_ == "NNS" and c.dep_ == "dobj" and root.pos_ not in ("VERB", "AUX")),
            None,
        )
    if noun is None or (_lemma(noun) not in cues("verb") and _lemma(noun) not in _JUDGING):
        return
    if noun == root:
        for c in list(noun.children):
            if c.i > noun.i and c.dep_ in _OBJECTS:
                c.dep_ = "dobj"
                break
    elif root.ent_type_ and root.right_edge.i >= noun.i and root.i == noun.i - 1:
        for c in list(root.children):
            if c.i > root.i and c != noun:
                c.head = noun
        noun.head, noun.dep_ = noun, "ROOT"
        root.head, root.dep_, root.pos_, root.tag_ = noun, "nsubj", "PROPN", "NNP"
    else:
        return
    for c in noun.children:
        if c.dep_ in ("acl", "relcl") and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.lefts):
            c.dep_ = "ccomp"
    noun.lemma_ = _lemma(noun)
    noun.tag_, noun.pos_ = "VBZ", "VERB"


_JUDGING = frozenset("thank demand urge welcome condemn blame praise threaten reject protest support back".split())


def _lemma(noun: Any) -> str:
    word = str(noun.lower_)
    return word[:-2] if word.endswith(("sses", "shes", "ches")) else word.removesuffix("s")


def _perfect(participle: Any) -> None:
    """ "Has in the past accused officers": a participle before a bare noun, with a phrase between it and its auxiliary."""
    noun = participle.head
    have = noun.head
    if noun.dep_ != "dobj" or have.lemma_ != "have" or have.pos_ not in ("AUX", "VERB"):
        return
    between = [c for c in have.children if have.i < c.i < participle.i and c.dep_ in ("prep", "npadvmod", "advmod")]
    if not between or noun.left_edge != participle or any(c.dep_ == "prt" for c in have.children):
        return
    if not any(c.dep_ == "prep" for c in between):
        return
    for c in list(have.children):
        if c != noun:
            c.head = participle
    for c in list(noun.children):
        if c.dep_ == "prep" and c.lower_ == "of" and any(o.tag_ == "VBG" for o in c.children):
            c.head = participle
    if have.head == have:
        participle.head, participle.dep_ = participle, "ROOT"
    else:
        participle.head, participle.dep_ = have.head, have.dep_
    noun.head, noun.dep_ = participle, "dobj"
    have.head, have.dep_, have.pos_ = participle, "aux", "AUX"
    participle.pos_ = "VERB"


def _second_object(noun: Any) -> None:
    """ "Showed the envoy *the door*", "gave him his papers": no comma between two objects, of which the first is given the second."""
    first = noun.head
    verb = first.head
    if verb.lemma_ not in _OF_TWO or noun.left_edge.i != max(t.i for t in _before(first, noun)) + 1:
        return
    if noun.left_edge.lower_ in _OWN:
        noun.head, noun.dep_, first.dep_ = verb, "dobj", "dative"


def _before(first: Any, noun: Any) -> list[Any]:
    """The words of the first object's phrase that stand before the second."""
    return [t for t in first.subtree if t.i < noun.left_edge.i and t.text != ","]


_OF_TWO = frozenset("show give hand send offer grant pay lend teach tell".split())
_OWN = frozenset("the a an his her its their".split())


def _noun_before_noun(verb: Any) -> None:
    """ "A halt *to fuel exports*": between "to" and a bare noun stands no infinitive."""
    to = next((c for c in verb.lefts if c.lower_ == "to" and c.i == verb.i - 1), None)
    noun = next((c for c in verb.rights if c.dep_ == "dobj" and c.i == verb.i + 1 and c.pos_ == "NOUN"), None)
    if to is None or noun is None:
        return
    to.head, to.dep_, to.pos_, to.tag_ = verb.head, "prep", "ADP", "IN"
    noun.head, noun.dep_ = to, "pobj"
    for c in list(verb.children):
        c.head = noun
    verb.head, verb.dep_, verb.pos_, verb.tag_ = noun, "compound", "NOUN", "NN"


_HALTS = frozenset("halt end stop stoppage curb brake block limit return".split())


def _said_at_a_time(verb: Any) -> None:
    """ "Admitted for the first time *that its guns had fired*": a whole clause behind a time or occasion is what was said then."""
    time, cue = verb.head, verb.head.head.head
    if time.lemma_.lower() not in _OCCASIONS or cue.pos_ != "VERB" or cue.lemma_.lower() not in cues("verb"):
        return
    if "clause" not in cues("verb")[cue.lemma_.lower()].takes or any(c.dep_ == "ccomp" for c in cue.children):
        return
    first = verb.left_edge
    if first.lower_ == "that" and any(c.dep_ in ("nsubj", "nsubjpass") and c.i > first.i for c in verb.children):
        first.dep_ = "mark"
        verb.head, verb.dep_ = cue, "ccomp"


_OCCASIONS = frozenset(
    "time day week month year night evening morning occasion conference ceremony radio television record".split()
)


def _second_doer(noun: Any) -> None:
    """ "Mali freed two officers and *Niger freed* a trader": a noun right before a verb that has an object but no subject does that."""
    verb = noun.doc[noun.i + 1] if noun.i + 1 < noun.sent.end else None
    if verb is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ != "conj" or verb.head != noun.head.head:
        return
    children = list(verb.children)
    if any(c.dep_ in ("nsubj", "nsubjpass", "cc") for c in children) or not any(c.dep_ == "dobj" for c in children):
        return
    for c in noun.head.children:
        if c.dep_ == "cc" and c.i < noun.i:
            c.head = verb.head
    noun.head, noun.dep_ = verb, "nsubj"


def _thing_in_a_list(gerund: Any) -> None:
    """ "Sent rice, *drinking* water and tents to Chad": in a list such a word says what the next thing is for, and nobody drinks."""
    doc, first = gerund.doc, gerund.i + 1
    thing = next((c for c in gerund.rights if c.dep_ == "dobj" and c.i >= first), None)
    listed = gerund.i > gerund.sent.start + 1 and doc[gerund.i - 1].text == "," and doc[gerund.i - 2].pos_ == "NOUN"
    if thing is None or not listed or doc[first].pos_ != "NOUN":
        return
    before, over = doc[gerund.i - 2], gerund.head
    while over.pos_ not in ("VERB", "AUX") and over.head != over:
        over = over.head
    for c in list(gerund.children):
        c.head = over if c.dep_ in ("prep", "npadvmod", "advmod") and c.i > thing.i else thing
    thing.head, thing.dep_ = before, "conj"
    gerund.head, gerund.dep_, gerund.pos_, gerund.tag_ = doc[first], "compound", "NOUN", "NN"


_OF_THINGS = frozenset("drinking cooking building roofing sleeping fishing farming washing heating".split())
