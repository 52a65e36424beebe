"""Which candidates are attributions: a cue hands something to a source only where its own clause is put forward.

In: the Page and a Found. Out: whether to keep it. "Urged her to say that", "the right to ask for", "in order to
announce" name acts of speech that nobody reports; words inside a direct quotation are left to the one who is quoted.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import words
from sayso.annotating.attribution.page import Found, Page
from sayso.annotating.attribution.stance import stance

_TOLD_OF_THING = ("ROOT", "advcl", "parataxis", "punct", "dep")
_TOLD_OF_ACT = (*_TOLD_OF_THING, "conj")
# Positions that later layers need whatever is said to stand under them.
_WEIGHTY = frozenset(
    (
        "confirms",
        "denies",
        "retracts",
        "demands",
        "threatens",
        "promises",
        "offers",
        "claims responsibility",
        "declines to comment",
        "does not confirm",
    )
)
_ANSWERS = frozenset(("confirms", "denies", "retracts"))
_SILENCES = frozenset(("declines to comment", "does not confirm"))


def kept(page: Page, found: Found) -> bool:
    """Whether a candidate is an attribution of the article's own telling."""
    head = page.doc[found.top if found.top >= 0 else found.head]
    shape = construction(page, found)
    kind = source_kind(page, found)
    if _silent(page, found):
        return False
    if found.entry.pos == "punct":
        return True
    if _in_speech(page, found):
        if kind == "speaker" and _answers_for_oneself(page, found):
            return head.tag_ in FINITE or modal(head) or head.pos_ == "ADJ"
        return shape == "clause" and found.entry.kind == "speech" and kind == "name" and head.tag_ in FINITE
    if found.entry.pos in ("prep", "adv", "modifier"):
        return True
    if found.entry.pos == "noun":
        if head.dep_ == "pobj" and shape == "inf":
            return False
        if head.dep_ == "dobj" and found.source is None:
            return False
        return found.source is not None or (shape == "clause" and head.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"))
    dep = _position(head)
    if shape == "passive" and any(quoted_as(c) for p in head.children for c in p.children):
        return False  # "was quoted as saying": the saying is the cue
    if found.entry.cue == "reach" and stance(page, found) not in _SILENCES:
        return False
    position = stance(page, found)
    if position in _SILENCES and (
        (kind in ("name", "none") and dep in (*_TOLD_OF_ACT, "relcl"))
        or (kind == "pronoun" and dep == "ccomp" and position == "does not confirm")
    ):
        verb = head.head if head.pos_ == "ADJ" else head
        return verb.tag_ in FINITE or modal(verb)
    if shape == "clause":
        if kind == "none" and not found.spoken and found.entry.kind != "appearance" and not _passive(head):
            return False
        if dep == "ccomp" and (found.entry.kind != "speech" or (kind == "pronoun" and not found.spoken)):
            return False
        if found.entry.kind == "show" and head.tag_ == "VB" and not modal(head):
            return False
        return head.tag_ != "VB" or found.source is not None or found.spoken
    if found.entry.kind == "appearance":
        return dep in _TOLD_OF_ACT and (len(found.content) > 1 or shape != "thing")
    if shape == "thing" and head.lemma_ in ("show", "find") and not _document(page, found):
        return False
    if kind == "none" and shape != "passive":
        return dep == "ROOT" and len(found.content) > 1 and _passive(head)
    if shape == "thing" and _only_pronoun(page, found) and stance(page, found) not in _WEIGHTY:
        return False
    weighty = position in _WEIGHTY
    finite = head.tag_ in FINITE or modal(head)
    if kind == "speaker" and shape != "passive":
        return dep == "ROOT" and finite
    if shape == "inf":
        if dep == "relcl":
            return finite and kind == "relative" and (found.entry.kind == "intention" or position in _ANSWERS)
        return dep in _TOLD_OF_ACT and kind != "relative" and (head.tag_ != "VB" or weighty)
    if shape == "passive":
        return dep in _TOLD_OF_ACT and (found.source is not None or len(found.content) > 1)
    if dep in _TOLD_OF_THING:
        return head.tag_ != "VB" or weighty or modal(head)
    who = kind == "relative" and found.source is not None and page.lower(found.source[0]) != "that"
    if dep == "conj" or (dep == "relcl" and who and found.entry.kind == "speech"):
        return finite
    if dep == "relcl":
        return weighty and finite
    return weighty and dep in ("acl", "ccomp") and head.tag_ != "VB" and kind == "name"


def _silent(page: Page, found: Found) -> bool:
    """Whether nobody speaks and nothing is quoted, as in "Also read: …"."""
    return found.source is None and page.lower(found.cue[1] - 1) == ":" and not page.opens(found.content[0][0])


def _answers_for_oneself(page: Page, found: Found) -> bool:
    """Whether somebody quoted denies or leaves open: "we deny that …", "I do not know whether they met"."""
    assert found.source is not None
    if page.lower(found.source[0]) not in ("i", "we"):
        return False
    position = stance(page, found)
    open_question = page.lower(found.content[0][0]) in ("whether", "if") or found.entry.cue in ("confirm", "aware")
    return position == "denies" or (position == "does not confirm" and open_question)


def quoted_as(verb: Any) -> bool:
    """Whether a participle tells what somebody is quoted for: "quoted a survivor as saying that"."""
    over = verb.head
    return bool(verb.dep_ == "pcomp" and over.lower_ == "as" and over.head.lemma_ in ("quote", "cite"))


def _document(page: Page, found: Found) -> bool:
    """Whether the source is a thing that speaks: a poll, a report, footage."""
    if found.source is None:
        return False
    return bool(page.doc[found.source[0] : found.source[1]].root.lemma_.lower() in words("documents"))


def _only_pronoun(page: Page, found: Found) -> bool:
    """Whether the content names nothing: "thanked him", "know it"."""
    start, end = found.content[0]
    return len(found.content) == 1 and end - start == 1 and page.doc[start].tag_ == "PRP"


FINITE = ("VBD", "VBZ", "VBP")


def _passive(verb: Any) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def modal(verb: Any) -> bool:
    return any(c.dep_ in ("aux", "neg") and c.lower_ != "to" for c in verb.children)


def _position(head: Any) -> str:
    """The function of the clause that a cue heads; a chained infinitive or an adjective has that of its verb."""
    while head.dep_ in ("acomp", "oprd", "xcomp") and head.head.i != head.i and head.head.lemma_ in _CHAINED:
        head = head.head
    return str(head.dep_)


_CHAINED = frozenset(
    ("be", "seem", "appear", "continue", "go", "begin", "start", "decline", "refuse", "try", "have", "fail")
)


def _in_speech(page: Page, found: Found) -> bool:
    """Whether a cue stands in a quotation long enough to be somebody's own sentence."""
    mine = page.quote_range(found.head)
    return mine is not None and mine[1] - mine[0] > 6


def construction(page: Page, found: Found) -> str:
    """How the cue holds its content: clause, inf, passive, thing (an object or a phrase), or quote."""
    head = page.doc[found.head]
    first = found.content[0]
    if found.spoken or any(page.opens(i) for i, _ in found.content):
        return "clause"
    top = next(
        (page.doc[i] for i in range(*first) if page.doc[i].head.i == found.head and page.doc[i].dep_ != "punct"), None
    )
    if top is None:
        inside = page.doc[first[0] : first[1]].root
        return "clause" if inside.pos_ in ("VERB", "AUX") and first[0] < found.cue[0] else "thing"
    if top.dep_ in ("nsubjpass",):
        return "passive"
    if top.dep_ == "xcomp" or (top.dep_ in ("acl", "advcl") and page.lower(first[0]) in ("to", "not")):
        return "inf"
    if top.dep_ in ("ccomp", "advcl", "acl", "relcl", "parataxis", "csubj") or (
        head.dep_ in ("ccomp", "parataxis") and top.pos_ in ("VERB", "AUX")
    ):
        return "clause"
    return "inf" if len(found.content) == 1 and any(c.dep_ == "xcomp" for c in head.children) else "thing"


def source_kind(page: Page, found: Found) -> str:
    """name, pronoun, relative, speaker (I, we, you) or none."""
    if found.source is None:
        return "none"
    head = page.doc[found.source[0] : found.source[1]].root
    if head.lower_ in _SPEAKERS:
        return "speaker"
    if head.tag_ in ("WDT", "WP") or (head.lower_ == "that" and head.pos_ == "PRON"):
        return "relative"
    return "pronoun" if head.pos_ == "PRON" else "name"


_SPEAKERS = frozenset(["i", "we", "you", "me", "us", "one"])
