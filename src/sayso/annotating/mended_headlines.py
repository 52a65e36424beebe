"""Headlines whose verb the parser takes for a noun, so that they are one long name: "Army *shells* rebel town", "Rebels *storm* army base".

In: a sentence of a parsed spaCy Doc that has no verb. Out: the same with the verb over those who do it and over what it is done to, where
a word that may be a verb stands between people, a force or a state and another noun, in the form that agrees with the former.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agents
from sayso.annotating.attribution.lexicon import words
from sayso.knowledge.names import lookup

_INSIDE = frozenset({"compound", "nmod", "amod", "nsubj", "npadvmod", "appos", "advmod", "nummod", "poss"})
_LONGEST = 16  # words of such a headline
_ALWAYS_MANY = frozenset({"police", "troops", "people", "cattle"})


def mend_headline(sent: Any) -> None:
    """Give a headline without a verb the one that it has."""
    root = sent.root
    if root.pos_ not in ("NOUN", "PROPN", "VERB") or len(sent) > _LONGEST or sent[-1].text in (".", "?", "!"):
        return
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ("compound", "amod") for t in sent):
        return
    verb = next((t for t in sent[1 : root.i - sent.start + 1] if _is_verb(t, root)), None)
    if verb is None:
        return
    thing = root if root != verb else next(c for c in verb.rights if c.dep_ in ("appos", "dobj", "npadvmod"))
    doer = _doer(verb)
    for t in list(sent):
        if t in (doer, verb, thing):
            continue
        if doer.i < t.i < verb.i:
            t.head, t.dep_ = verb, "compound"  # "police *tear* gas marchers"
        elif t.head == verb or (t.head == thing and t.i < verb.i) or (t.i < doer.i and not doer.is_ancestor(t)):
            t.head = doer if t.i < verb.i else thing if t.i < thing.i else verb
        elif t.head == thing and t.i > thing.i and t.dep_ in ("prep", "npadvmod", "acl", "advcl", "punct"):
            t.head = verb
            t.dep_ = "advcl" if t.dep_ == "acl" and t.tag_ == "VBG" else t.dep_
    verb.head, verb.dep_, verb.pos_, verb.lemma_ = verb, "ROOT", "VERB", _base(verb)
    verb.tag_ = "VBZ" if verb.lower_ != verb.lemma_ else "VBP"
    doer.head, doer.dep_ = verb, "nsubj"
    thing.head, thing.dep_ = verb, "dobj"


def _is_verb(word: Any, root: Any) -> bool:
    """Whether a noun of the chain is a verb that agrees with the doer right before it and has something behind it."""
    if (
        word.dep_ not in (*_INSIDE, "ROOT")
        or _base(word) not in words("of_headlines")
        or word.ent_type_ in ("GPE", "DATE")
    ):
        return False
    if word != root and not root.is_ancestor(word):
        return False
    if word == root and not any(c.dep_ in ("appos", "dobj", "npadvmod") and _follows(c, word) for c in word.rights):
        return False
    thing = root if word != root else next(c for c in word.rights if c.dep_ in ("appos", "dobj", "npadvmod"))
    if thing.lemma_.lower() in words("of_headlines_nouns") or thing.i == word.i:
        return False
    many = _many(_doer(word))
    return many is not None and many == (word.lower_ == _base(word))


def _doer(word: Any) -> Any:
    before = word.nbor(-1)
    return (
        before.nbor(-1) if word.lower_ == "gas" and before.lower_ == "tear" and before.i > word.sent.start else before
    )


def _follows(thing: Any, verb: Any) -> bool:
    return all(t.pos_ != "PUNCT" for t in verb.doc[verb.i + 1 : thing.i])


def _base(word: Any) -> str:
    """The verb's form without its ending: "shells", "crushes", "carries"."""
    text = word.lower_
    for end, other in (("ies", "y"), ("shes", "sh"), ("ches", "ch"), ("sses", "ss"), ("s", "")):
        if text.endswith(end) and text[: -len(end)] + other in words("of_headlines"):
            return str(text[: -len(end)] + other)
    return str(text)


def _many(doer: Any) -> bool | None:
    """Whether those before the verb are many, None where they are nobody who acts."""
    word = doer.lower_
    if word in _ALWAYS_MANY:
        return True
    one = word[:-3] + "man" if word.endswith("men") else word.removesuffix("s")
    if one != word and one in agents():
        return True
    before = doer.nbor(-1).lower_ + " " + word if doer.i > doer.sent.start else word
    if word in agents() or before in agents() or doer.ent_type_ == "GPE" or (doer.text.istitle() and lookup(doer.text)):
        return False
    return None
