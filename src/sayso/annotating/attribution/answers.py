"""Short answers whose words are a noun or an adverb: "made no comment", "did not return calls", "there was no word from", "calls to the
ministry went unanswered", "has remained silent", "issued a denial", "confirmation came from", "admitted as much".

In: the Page. Out: one Found for each, whose content is the noun or the adverb.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.annotating.attribution.lexicon import Cue, words
from sayso.annotating.attribution.page import Found, Page, Range, negated, subject, verb_group

_SILENT = Cue("silence", "verb", "answer", frozenset(), "declines to comment", "Uu")
_OPEN = Cue("confirmation", "verb", "answer", frozenset(), "does not confirm", "Uu")
_YES = Cue("confirmation", "verb", "answer", frozenset(), "confirms", "CT+")
_NO = Cue("denial", "verb", "answer", frozenset(), "denies", "CT-")
_PARTS = frozenset(("nsubj", "nsubjpass", "dobj"))
_BEING = frozenset(("be", "come", "emerge", "follow", "arrive", "issue", "make", "give", "release", "offer", "publish"))
_STAYING = frozenset(("be", "remain", "stay", "keep", "fall", "maintain"))


def find(page: Page) -> Iterator[Found]:
    """The answers told outside quotations."""
    silent_on, confirmation, denial = words("silent_on"), words("confirmation"), words("denial")
    for token in page.doc:
        if page.quote[token.i] >= 0:
            continue
        lemma = token.lemma_.lower()
        if token.pos_ in ("NOUN", "PROPN"):
            if lemma in silent_on or lemma in confirmation:
                yield from _none(page, token, _OPEN if lemma in confirmation else _SILENT)
            if lemma in confirmation or lemma in denial:
                yield from _given(page, token, _YES if lemma in confirmation else _NO)
        if token.lower_ == "much" and token.i and page.lower(token.i - 1) == "as" and token.head.lemma_ in _ADMITTING:
            yield from _as_much(page, token)
        if lemma in words("asked") and token.dep_ in _PARTS:  # "Calls to" may be taken for a verb
            yield from _unanswered(page, token)
        if token.lower_ in words("silent"):
            yield from _mute(page, token)


def _none(page: Page, noun: Any, entry: Cue) -> Iterator[Found]:
    """ "Made no comment", "did not give any answer"; "there was no word from", "no comment was available from"."""
    verb = noun.head
    lefts = {c.lower_ for c in noun.lefts}
    if verb.pos_ not in ("VERB", "AUX") or not ("no" in lefts or (negated(verb) and noun.dep_ in ("dobj", "attr"))):
        return
    content = (noun.left_edge.i, noun.i + 1)
    whom = _giver(noun, verb)
    if whom is not None:
        yield _found(page, page.noun_phrase(whom), verb, content, entry)


def _giver(noun: Any, verb: Any) -> Any | None:
    """Who makes a comment or gives an answer, or from whom it comes."""
    if noun.dep_ == "dobj" and verb.lemma_ in words("light"):
        return subject(verb) if not any(c.dep_ == "relcl" for c in noun.children) else None
    if noun.dep_ not in ("attr", "nsubj", "nsubjpass") or verb.lemma_ not in _BEING:
        return None
    above = [noun, verb, *(c for c in verb.children if c.dep_ in ("acomp", "oprd"))]
    phrases = (p for t in above for p in t.children if p.lower_ in ("from", "by") and p.i > noun.i)
    return next((o for p in phrases for o in p.children if o.dep_ == "pobj"), None)


def _given(page: Page, noun: Any, entry: Cue) -> Iterator[Found]:
    """ "Issued a denial", "confirmation came from Cairo": the answer alone, not what it is of ("a denial of entry")."""
    verb = noun.head
    if verb.pos_ != "VERB" or negated(verb) or any(c.lower_ in ("no", "any", "of", "to") for c in noun.children):
        return
    if any(c.dep_ in ("acl", "relcl", "ccomp") for c in noun.children):
        return
    whom = _giver(noun, verb)
    if whom is not None:
        yield _found(page, page.noun_phrase(whom), verb, (noun.left_edge.i, noun.i + 1), entry)


_ADMITTING = frozenset(("admit", "acknowledge", "concede", "confirm"))


def _as_much(page: Page, word: Any) -> Iterator[Found]:
    verb = word.head
    whom = subject(verb)
    if whom is not None and not negated(verb):
        yield _found(page, page.noun_phrase(whom), verb, (word.i - 1, word.i + 1), _YES)


def _unanswered(page: Page, noun: Any) -> Iterator[Found]:
    """ "Did not return calls", "took no questions"; "calls to the ministry went unanswered", "questions to him were not answered"."""
    verb = noun.head
    if verb.pos_ not in ("VERB", "AUX"):
        return
    minus = negated(verb) or any(c.lower_ == "no" for c in noun.lefts) or _fails(verb)
    content = (noun.left_edge.i, noun.i + 1)
    if noun.dep_ == "dobj" and verb.lemma_ in words("answering") and minus:
        top = verb.head if verb.dep_ == "xcomp" else verb
        whom = subject(top)
        if whom is not None and verb.dep_ not in ("relcl", "acl", "advcl"):
            yield _found(page, page.noun_phrase(whom), top, content, _SILENT)
        return
    unheard = any(c.lower_ in words("unanswered") for c in verb.children)
    if noun.dep_ in ("nsubj", "nsubjpass") and (unheard or (verb.lemma_ in words("answering") and negated(verb))):
        for whom in (o for p in noun.children if p.lower_ in ("to", "for") for o in p.children if o.dep_ == "pobj"):
            yield _found(page, page.noun_phrase(whom), verb, content, _SILENT)
            return


def _fails(verb: Any) -> bool:
    return bool(verb.dep_ == "xcomp" and verb.head.lemma_ in words("refusal"))


def _mute(page: Page, word: Any) -> Iterator[Found]:
    """ "Has remained silent", "is keeping mum": of somebody who could speak."""
    verb = word.head
    if verb.lemma_ not in _STAYING or word.dep_ not in ("acomp", "oprd", "dobj", "attr", "advmod") or negated(verb):
        return
    whom = subject(verb)
    if whom is None or not any(a.head == whom.i for a in page.article.actors):
        return
    yield _found(page, page.noun_phrase(whom), verb, (word.i, word.i + 1), _SILENT)


def _found(page: Page, source: Range, verb: Any, content: Range, entry: Cue) -> Found:
    return Found(source, (verb_group(verb)[0], verb.i + 1), [content], verb.i, entry)
