"""Who a verb's source is: its subject, the subject it shares with the verb above it, or the agent of a passive.

In: the Page, a verb and the verb that heads its chain. Out: a token range, or None where the source is not said.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.page import Page, Range, subject

_DUMMY = frozenset(("it", "there"))


def source_of(page: Page, verb: Any, top: Any) -> Range | None:
    """The source of a cue verb; ``top`` is the highest verb of its chain."""
    if _is_passive(verb):
        return _agent(page, verb)
    behind = inverted_subject(page, verb)
    if behind is not None:
        return page.noun_phrase(behind)
    holder = _holder(top)
    if holder is None or holder.i == verb.i:
        return None
    return _with_comma(page, page.noun_phrase(holder), holder, verb)


def _is_passive(verb: Any) -> bool:
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    return bool(verb.dep_ == "acl" and verb.tag_ == "VBN")


def _agent(page: Page, verb: Any) -> Range | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.lower_ == "by" and child.dep_ == "prep" and child.i > verb.i):
            for obj in child.children:
                if obj.dep_ == "pobj" and obj.pos_ in ("NOUN", "PROPN", "PRON"):
                    return page.noun_phrase(obj)
    return None


def _holder(verb: Any) -> Any | None:
    """The head token of the phrase that the verb predicates of."""
    for _ in range(12):
        own = subject(verb)
        if own is not None:
            if own.lower_ in _DUMMY and (own.dep_ == "nsubjpass" or verb.pos_ == "AUX"):
                return None
            return own
        if verb.dep_ == "acl":
            if verb.tag_ in ("VBG", "VBN"):
                return verb.head
            return _holder_of_noun(verb.head)
        above = verb.head
        if above is verb:
            return None
        if verb.dep_ in ("xcomp", "advcl", "pcomp", "conj", "ccomp", "prep", "dep"):
            if verb.dep_ == "xcomp":
                controller = next((c for c in above.children if c.dep_ == "dobj" and above.i < c.i < verb.i), None)
                if controller is not None:
                    return controller
            if verb.dep_ == "ccomp" and not _bare(verb):
                return None
            verb = above
            continue
        return None
    return None


def _bare(verb: Any) -> bool:
    return not any(c.tag_ in ("MD", "VBD", "VBZ", "VBP") for c in verb.children) and verb.tag_ in ("VB", "VBG")


def _holder_of_noun(noun: Any) -> Any | None:
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return owner
    above = noun.head
    if above.pos_ in ("VERB", "AUX") and noun.dep_ in ("dobj", "attr"):
        return subject(above)
    return None


def inverted_subject(page: Page, verb: Any) -> Any | None:
    """The speaker of "…, reported AFP", which the parser may take for an object."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or subject(verb) is not None or verb.i == 0:
        return None
    before = verb.i - 1
    if not (page.doc[before].text == "," or page.closes(before)):
        return None
    if any(c.dep_ in ("aux", "mark", "ccomp", "cc") and c.i < verb.i and c.dep_ != "ccomp" for c in verb.children):
        return None
    follower = next((c for c in verb.children if c.i > verb.i), None)
    if follower is None or follower.dep_ not in ("dobj", "npadvmod", "attr", "oprd", "dep"):
        return None
    if follower.left_edge.i != verb.i + 1 or follower.pos_ not in ("PROPN", "NOUN", "PRON"):
        return None
    end = follower.right_edge.i + 1
    return follower if end >= len(page.doc) or page.doc[end].text in _STOPS else None


_STOPS = frozenset((".", ",", ":", ";", "\n", "\n\n", '"', "“"))


def _with_comma(page: Page, found: Range, head: Any, verb: Any) -> Range:
    """The phrase with the comma that closes its apposition or relative clause before the verb."""
    start, end = found
    doc = page.doc
    if end <= verb.i and end - start > 1:
        while doc[end - 1].text in (",", "-", "—", "–") and end - 1 > head.i and end - start > 1:
            end -= 1
        has_comma = any(doc[i].text == "," for i in range(head.i, end))
        if has_comma and end < len(doc) and doc[end].text == "," and _closing(page, head, end):
            end += 1
    return start, end


def _closing(page: Page, head: Any, end: int) -> bool:
    """Whether a modifier after the head reaches up to the comma."""
    return any(c.dep_ in _MODIFIERS and c.i > head.i and c.right_edge.i < end for c in head.children)


_MODIFIERS = ("appos", "relcl", "acl", "npadvmod", "nummod", "prep")
