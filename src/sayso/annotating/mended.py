"""Arcs that the parser gets wrong in news prose time and again, set right before anything is read from the parse.

In: a parsed spaCy Doc. Out: the same Doc with heads and dependencies changed inside sentences: the source after a comma at a sentence's
end ("kidnapped 317 students, police and officials said"), the label before a headline's colon ("Nigeria: bandits abduct girls"), and
a body joined with people ("the government and communist rebels").
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import cues

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def mend(doc: Any) -> None:
    """Set the known faults of a parse right."""
    for sent in doc.sents:
        _label(sent)
        _source(sent)
        for token in sent:
            if token.dep_ == "nmod" and token.lemma_ in _BODIES:
                _two_bodies(token)


def _label(sent: Any) -> None:
    """A name before a colon that the parser makes a second subject only says where the news is from."""
    first = sent[0]
    last = next((t for t in sent[1:6] if t.text == ":"), None)
    if last is None:
        return
    for t in sent[: last.i - sent.start]:
        if t.dep_ in _SUBJECTS and t.left_edge == first and t.head.i > last.i:
            others = [c for c in t.head.lefts if c.dep_ in _SUBJECTS and c.i > last.i]
            if others:
                t.dep_ = "dep"


def _two_bodies(first: Any) -> None:
    """ "The Philippine government and communist rebels": two, not rebels of two kinds."""
    second = first.head
    joined = any(c.dep_ == "cc" and c.i > first.i for c in first.children)
    if not joined or second.tag_ != "NNS" or not first.i < second.i <= first.i + 4:
        return
    for c in list(second.children):
        if c.i < first.i:
            c.head = first
    for c in list(first.children):
        if c.dep_ == "conj":
            c.head, c.dep_ = second, "amod" if c.pos_ == "ADJ" else "compound"
    first.head, first.dep_ = second.head, second.dep_
    second.head, second.dep_ = first, "conj"


_BODIES = frozenset("government army military police opposition parliament coalition navy".split())


def _source(sent: Any) -> None:
    """A verb of saying at the end without a subject takes the noun phrase between it and the comma before."""
    root = sent.root
    verb = root if root.lemma_.lower() in cues("verb") else max(root.conjuncts, key=lambda t: t.i, default=root)
    if verb.tag_ not in ("VBD", "VBZ") or verb.lemma_.lower() not in cues("verb") or verb.i - sent.start < _SHORTEST:
        return
    if any(c.dep_ in _SUBJECTS or c.dep_ == "cc" for c in verb.children):
        return
    if verb == root and not any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        return
    if any(
        t.pos_ in ("NOUN", "VERB", "PROPN") and t.dep_ not in ("npadvmod", "pobj")
        for t in sent.doc[verb.i + 1 : sent.end]
    ):
        return
    comma = next((t for t in reversed(sent.doc[sent.start : verb.i]) if t.text == ","), None)
    if comma is None or not 0 < verb.i - comma.i - 1 <= _LONGEST:
        return
    for t in sent.doc[comma.i + 1 : verb.i]:
        whole = t.left_edge.i == comma.i + 1 and t.right_edge.i == verb.i - 1
        if whole and t.dep_ in ("conj", "appos") and t.pos_ in ("NOUN", "PROPN") and t.head.i < comma.i:
            t.head, t.dep_ = verb, "nsubj"
            if verb != root:
                verb.head, verb.dep_ = verb, "ROOT"
                root.head, root.dep_ = verb, "ccomp"
            return


_SHORTEST = 5  # words before the verb
_LONGEST = 12  # words of a source
