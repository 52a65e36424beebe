"""The position that a cue gives its source: the cue's own, turned by negation, by refusing, and by what it is about.

In: the Page and a Found. Out: one of the model's stances. "Claimed the attack" claims responsibility, "neither side
confirmed" does not confirm, "rejected the allegation" denies while "rejected the plan" does not, "said the report was
false" denies, and "insisted that it withdraw" demands.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import words
from sayso.annotating.attribution.page import Found, Page, negated, subject
from sayso.model import Span, Stance

_TAKING = frozenset(("claim", "take", "assume", "accept", "admit"))
_FAR = 200  # words of a content that its nouns are looked for in
# "Did not say why", "could not confirm how many": a circumstance is kept back, that it happened is not in doubt.
_WHICH = frozenset("what why how when where who whom which".split())
_ACTS = frozenset(("promises", "offers", "threatens", "demands", "retracts"))


def stance(page: Page, found: Found) -> Stance:
    """The stance of one candidate."""
    lemma, plain = found.entry.cue, found.entry.stance
    first = lemma.split()[0]
    if found.entry.kind == "answer":
        return plain
    minus = found.negated or bool(found.governor)
    nouns = _nouns(page, found)
    if minus and _silencing(first, nouns) and (first != "say" or found.governor):
        return "declines to comment"
    if lemma in ("decline", "refuse") and _silent(page, found):
        return "declines to comment"
    if first == "say" and page.lower(found.content[0][0]) in ("nothing", "little") and not found.spoken:
        return "declines to comment"
    if minus and first in ("say", "utter", "breathe") and _not_a_word(page, found):
        return "declines to comment"
    if plain == "declines to comment" and first != "unavailable" and not nouns & {"question", "query", "inquiry"}:
        return "asserts"
    if first == "say" and _would_not(page, found):
        return "declines to comment"
    if minus and lemma == "plead guilty":
        return "denies"
    if minus and first in words("confirming") and page.lower(found.content[0][0]) in _WHICH:
        return "declines to comment"
    if minus and (plain == "confirms" or lemma in words("confirming")):
        return "does not confirm"
    if minus and (found.entry.kind == "knowledge" or lemma in words("knowing")):
        return "does not confirm"
    if minus and plain == "denies":
        return "does not confirm" if found.entry.kind != "rejection" or _clauses(page, found) else "asserts"
    if first in _TAKING and (nouns & words("responsibility") or (lemma == "claim" and _owned(page, found))):
        return "asserts" if minus else "claims responsibility"
    if lemma == "distance" and nouns & words("retractable") and _of_their_own(page, found):
        return "retracts"
    if plain == "retracts" and not nouns & words("retractable"):
        return "asserts"
    if plain == "denies" and found.entry.kind == "rejection" and not nouns & words("deniable"):
        return "denies" if _clauses(page, found) else "asserts"
    if minus and plain in _ACTS:
        return "asserts"
    last = max(end for _, end in found.content)
    if first == "ask" and "?" in (page.lower(last - 1), page.lower(last - 2)):
        return "asserts"
    if found.spoken and (position := _in_a_word(page, found)) is not None:
        return position
    if plain == "confirms" and first == "agree" and any(c.dep_ == "xcomp" for c in page.doc[found.head].children):
        return "promises"
    if lemma in ("tell", "advise") and page.lower(found.content[0][0]) in ("to", "not"):
        return "demands"
    if plain == "asserts":
        return _of_content(page, found) or _of_nobody(page, found) or plain
    return plain


def _silencing(first: str, nouns: set[str]) -> bool:
    """Whether a cue, denied, is silence: "did not comment", "no answer", "was not available for comment"."""
    return first in words("comment") or (first in ("available", "reach") and bool(nouns & words("comment")))


def _silent(page: Page, found: Found) -> bool:
    """ "Declined to comment", "refused to answer questions": the first verb of the content is one of speaking."""
    verbs = [page.doc[i] for r in found.content for i in range(*r) if page.doc[i].pos_ == "VERB"]
    return bool(verbs) and verbs[0].lemma_.lower() in words("comment")


def _not_a_word(page: Page, found: Found) -> bool:
    """Whether what is not said is anything at all: "has not said a word about it", "would not say more"."""
    start, end = found.content[0]
    opening = {page.lower(i) for i in range(start, min(end, start + 3))}
    return bool(opening & {"word", "thing", "anything", "much", "more"}) and not _clauses(page, found)


def _would_not(page: Page, found: Found) -> bool:
    """ "Would not say whether": a refusal, where "did not say" and "could not say" are not."""
    aux = {c.lower_ for c in page.doc[found.head].children if c.dep_ in ("aux", "neg")}
    return found.negated and "would" in aux


def _nouns(page: Page, found: Found) -> set[str]:
    doc = page.doc
    near = [i for start, end in found.content for i in range(start, min(end, start + _FAR))]
    inside = {doc[i].lemma_.lower() for i in near if doc[i].pos_ in ("NOUN", "PROPN")}
    return inside | {c.lemma_.lower() for c in doc[found.head].children if c.dep_ == "dobj"}


def _owned(page: Page, found: Found) -> bool:
    """Whether what is claimed is a deed and not a thing that is said: "claimed the attack"."""
    return bool(_nouns(page, found) & words("violence")) and not any(
        c.dep_ in ("ccomp", "xcomp") for c in page.doc[found.head].children
    )


def _clauses(page: Page, found: Found) -> list[Any]:
    """The verbs of the clauses that the cue governs, and those joined to them."""

    def inside(i: int) -> bool:
        return any(start <= i < end for start, end in found.content)

    if found.entry.pos == "prep":  # "according to the ministry, nothing of the kind took place"
        own = (page.doc[i] for r in found.content for i in range(*r) if page.doc[i].pos_ in ("VERB", "AUX"))
        return [t for t in own if t.dep_ == "ROOT" or (t.dep_ == "ccomp" and not inside(t.head.i))]
    heads = [c for c in page.doc[found.head].children if c.dep_ == "ccomp" and inside(c.i)]
    if not heads and page.doc[found.head].dep_ in ("ccomp", "parataxis"):
        heads = [page.doc[found.head].head] if inside(page.doc[found.head].head.i) else []
    return heads


def _of_their_own(page: Page, found: Found) -> bool:
    """Whether what somebody distances himself from is his own: "its earlier statement"."""
    return any(page.doc[i].tag_ == "PRP$" for r in found.content for i in range(*r))


def _in_a_word(page: Page, found: Found) -> Stance | None:
    """ "“No comment,” he said", "“That is a lie,” she said": a quotation of a few words that answers what was said before."""
    inside = [t for t in _first_sentence(page, found) if t.is_alpha]
    said = [t for t in inside if t.pos_ != "ADV" or t.lower_ == "never"]
    if not 0 < len(said) <= _A_FEW:
        return None
    lemmas = {t.lemma_.lower() for t in said}
    if [t.lower_ for t in said] == ["no", "comment"]:
        return "declines to comment"
    about = any(t.lower_ in _REFERRING or t.lemma_.lower() in words("deniable") for t in said) or len(said) <= 2
    minus = bool(lemmas & {"not", "never"})
    if about and lemmas & words("falsity"):
        return None if minus else "denies"
    return "denies" if about and minus and lemmas & words("truth") else None


def _first_sentence(page: Page, found: Found) -> list[Any]:
    """The words of a quotation up to its first full stop: "“Not true. Our team was at home,” he said"."""
    words_of_it: list[Any] = []
    for t in (page.doc[i] for r in found.content for i in range(*r)):
        if t.text in _STOPS and any(w.is_alpha for w in words_of_it):
            break
        words_of_it.append(t)
    return words_of_it


_STOPS = frozenset((".", "!", "?", ";"))
_A_FEW = 5


def _of_content(page: Page, found: Found) -> Stance | None:
    """The position that the words themselves take: on a claim's truth, on who did it, or on what others should do."""
    for verb in _clauses(page, found):
        if (position := _of_existence(verb)) is not None:
            return position
        whom = subject(verb)
        if whom is None:
            continue
        complements = [c for c in verb.children if c.dep_ in ("acomp", "attr", "prep", "oprd", "dobj", "advmod", "neg")]
        lies = verb.lemma_ == "lie" and any(
            c.dep_ in ("prep", "agent") for c in verb.children
        )  # "the blame lies with them"
        said = {c.lemma_.lower() for c in complements} | ({verb.lemma_.lower()} if not lies else set())
        minus = negated(verb) or any(
            g.dep_ in ("neg", "det") and g.lower_ == "no" for c in complements for g in c.children
        )
        if whom.lemma_.lower() in words("deniable") or (whom.lower_ in _REFERRING and not _announces(verb)):
            if said & words("falsity"):
                return None if minus else "denies"
            if said & words("truth"):
                return "denies" if minus else "confirms"
        elif said & words("in_error") and not minus and _is_somebody(page, whom):
            return None if _speaks_of_itself(page, found, whom) else "denies"
        if _of_the_kind(verb):
            return "denies"
        if whom.lower_ in _ITSELF and verb.lemma_ in ("comment", "discuss") and negated(verb):
            return None if verb.lemma_ == "discuss" and _was_not(verb) else "declines to comment"
        if _speaks_of_itself(page, found, whom):
            if said & words("doing") and verb.lemma_ == "be":
                return "denies" if minus else "claims responsibility"
            if minus and (verb.lemma_ == "involve" or (verb.lemma_ == "be" and said & _INVOLVED)):
                return "denies"
            left = _nothing_to(verb)
            if verb.lemma_ == "have" and left in _TELL:
                return "declines to comment"  # "had nothing to add"
            if (minus or left == "do") and verb.lemma_ in ("have", "play") and said & words("part"):
                return "denies"
            if found.entry.cue == "warn" and any(c.lower_ in ("will", "would", "'ll") for c in verb.children):
                return "threatens"
        if _mandative(verb, whom):
            return "demands"
    return "denies" if _called_false(page, found) else None


def _nothing_to(verb: Any) -> str:
    """What somebody has nothing to do: "had nothing to *add*"; nothing where he has no such thing."""
    thing = next((c for c in verb.children if c.lower_ == "nothing"), None)
    beside = [*thing.children, *verb.children] if thing is not None else []
    return next((c.lemma_ for c in beside if c.tag_ == "VB"), "")


def _was_not(verb: Any) -> bool:
    """Whether talks are said not to have been, rather than refused: "it had not discussed a truce"."""
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


_TELL = frozenset({"add", "say", "tell", "report", "announce", "share", "disclose"})
_REFERRING = frozenset(("that", "this", "it", "these", "they", "all"))
_ITSELF = frozenset(("it", "they", "he", "she", "we", "i"))


def _of_existence(verb: Any) -> Stance | None:
    """ "There was *no truth* in the report", "*nothing* had happened": that what was said is not so; "it did happen": that it is."""
    children = list(verb.children)
    if verb.lemma_ == "be" and any(c.dep_ == "expl" for c in children):
        for noun in (c for c in children if c.dep_ in ("attr", "nsubj") and c.lemma_.lower() in words("substance")):
            phrases = [p for p in (*noun.children, *children) if p.lower_ in ("in", "to", "for", "of")]
            about = [o for p in phrases for o in p.children]
            about = [
                o for a in about for o in (a, *(x for p in a.children for x in p.children))
            ]  # "no word of truth in it"
            claims = any(
                o.lower_ in _REFERRING or o.lemma_.lower() in words("deniable") | {"kind", "sort"} for o in about
            )
            if claims and (negated(verb) or any(c.lower_ in ("no", "not") for c in noun.lefts)):
                return "denies"
    if verb.lemma_ not in words("happening") or (
        verb.lemma_ == "take" and not any(c.lower_ == "place" for c in children)
    ):
        return None
    whom = subject(verb)
    if whom is None or any(c.dep_ in ("prep", "advcl") for c in children if c.i > verb.i):
        return None
    if whom.lower_ == "nothing":
        return "denies"
    if whom.lower_ not in ("it", "this", "that"):
        return None
    modal = any(c.tag_ == "MD" for c in children)
    return "denies" if negated(verb) and not modal else None if modal else "confirms"


def _announces(verb: Any) -> bool:
    """Whether "it" only announces what follows: "it was wrong to attack civilians"."""
    below = [g for c in verb.children for g in (c, *c.children)]
    return any(
        g.dep_ in ("xcomp", "ccomp", "advcl", "acl") and g.i > verb.i and any(x.tag_ == "TO" for x in g.children)
        for g in below
    )


def _is_somebody(page: Page, whom: Any) -> bool:
    """Whether a subject is a party that may have said something, or "they"."""
    near = page.actors_near(Span(whom.idx, whom.idx + 1))
    return whom.lower_ in ("they", "he", "she") or any(a.head == whom.i and a.kind != "pronoun" for a in near)


def _of_the_kind(verb: Any) -> bool:
    """ "Did *nothing of the kind*", "*no such thing* had happened": all that was said is denied."""
    for c in verb.children:
        after = [t.lower_ for t in c.subtree if t.i > c.i]
        if c.lower_ in ("nothing", "anything") and after[:3] in (
            ["of", "the", "kind"],
            ["of", "the", "sort"],
            ["like", "it"],
            ["like", "that"],
        ):
            return c.lower_ == "nothing" or negated(verb)
        if c.lemma_.lower() == "thing" and {"no", "such"} <= {d.lower_ for d in c.lefts}:
            return True
    return False


def _speaks_of_itself(page: Page, found: Found, whom: Any) -> bool:
    """Whether the clause's subject is the speaker, or somebody of theirs ("its fighters")."""
    meant = [whom, *(o for c in whom.children if c.lower_ == "of" and whom.lower_ in _SOME for o in c.children)]
    owned = any(c.dep_ == "poss" and c.tag_ == "PRP$" for w in meant for c in w.children)
    if found.source is None:
        return False
    return whom.lower_ in _ITSELF or owned or any(_is_their_side(page, found.source, w) for w in meant)


_INVOLVED = frozenset(("involved", "implicated", "complicit"))
_SOME = frozenset(("none", "one", "some", "neither", "any", "all"))  # "none of its units was responsible"


def _is_their_side(page: Page, source: tuple[int, int], whom: Any) -> bool:
    """Whether a word means the speaker or whom he speaks for: "a commander said the group was not involved"."""
    who = page.doc[source[0] : source[1]].root
    speaking = [a for a in page.actors_near(Span(who.idx, who.idx + len(who))) if a.head == who.i]
    mine = {name for a in speaking for name in (a.identifier_text, a.side) if name}
    for a in page.actors_near(Span(whom.idx, whom.idx + 1)):
        if a.head != whom.i:
            continue
        alike = any((a.code, a.sector) == (b.code, b.sector) and b.side for b in speaking)
        named_alike = a.side in mine and a.kind in (
            "generic",
            "organization",
        )  # "the Chadian minister … no Chadian unit"
        if (
            a.identifier_text in mine
            or named_alike
            or (alike and whom.tag_ == "NN" and any(c.lower_ == "the" for c in whom.children))
        ):
            return True
    return False


def _mandative(verb: Any, whom: Any) -> bool:
    """A bare verb with a third person for subject: "insisted that Syria withdraw"."""
    return bool(
        (
            verb.tag_ == "VB"
            or (verb.tag_ == "VBP" and verb.lemma_ != "be" and whom.tag_ in ("NN", "NNP") and _alone(whom))
        )
        and whom.dep_ in ("nsubj", "nsubjpass")
        and whom.lower_ not in ("i", "we", "you", "they")
        and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
        and not any(c.tag_ in ("MD", "TO") or c.lemma_ == "do" for c in verb.children)
        and not any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    )


def _alone(whom: Any) -> bool:
    """Whether a subject is one: without another joined to it, and no group that may take a plural."""
    return not any(c.dep_ == "conj" for c in whom.children) and whom.lemma_.lower() not in words("groups")


def _called_false(page: Page, found: Found) -> bool:
    """ "Called the report baseless", "described the allegations as a lie"."""
    if not found.entry.takes & {"objpred", "as"} and found.entry.cue not in words("calling"):
        return False
    inside = {page.doc[i].lemma_.lower() for r in found.content for i in range(*r)}
    inside |= {t.lemma_.lower() for t in _called_before(page.doc[found.head])}
    said = _nouns(page, found) & (words("deniable") | words("retractable"))
    first = page.lower(found.content[0][0]) in _REFERRING  # "called that impossible"
    return bool(inside & words("falsity") and said) or bool(first and inside & (words("falsity") | {"impossible"}))


def _called_before(verb: Any) -> list[Any]:
    """What something is called where that stands before it: "called *untrue* a report", "branded as *fake news* the posts"."""
    named = [c for c in verb.children if c.dep_ in ("dobj", "oprd", "acomp")]
    under = [t for p in verb.children if p.dep_ == "prep" and p.lower_ == "as" for t in p.subtree if t != p]
    return [*named, *under]


def _of_nobody(page: Page, found: Found) -> Stance | None:
    """Words that nobody in particular stands behind: "is believed to", "rumours that", "unconfirmed reports said"."""
    head = page.doc[found.head]
    if found.source is None:
        return "reports" if found.entry.pos in ("verb", "noun") and found.entry.kind in ("speech", "belief") else None
    source = page.doc[found.source[0] : found.source[1]].root
    if any(
        c.lower_ in words("unconfirmed") for t in (source, head) for c in t.children if t == source or t.pos_ == "NOUN"
    ):
        return "reports"
    there = [c for c in source.children if c.dep_ in ("compound", "amod", "nmod", "prep") and _is_open_to_all(c)]
    if there and source.lemma_.lower() in words("anybody_there") and not any(c.dep_ == "poss" for c in source.children):
        return "reports"
    owned = any(c.dep_ in ("poss", "prep", "compound", "relcl", "acl") and c not in there for c in source.children)
    loose = source.tag_ in ("NNS", "NN", "NNP") and not any(c.lower_ in _POINTING for c in source.children)
    return (
        "reports" if loose and source.lemma_.lower() in words("hearsay") and not owned and head.pos_ == "VERB" else None
    )


def _is_open_to_all(word: Any) -> bool:
    """Whether a word beside a source says that it stands where anybody may write: "*Telegram* channels", "posts *on social media*"."""
    inside = word.children if word.dep_ == "prep" else [word]
    return any(t.lemma_.lower() in words("open_to_all") for t in inside)


# Words before a noun that point at one document: "the report found" is no hearsay.
_POINTING = frozenset(("the", "a", "this", "that"))
