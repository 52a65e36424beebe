"""Who a verb's source is: its subject, the subject it shares with the verb above it, or the agent of a passive.

In: the Page, a verb and the verb that heads its chain. Out: a token range, or None where the source is not said.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.page import Page, Range, subject
from sayso.annotating.attribution.resumed import resumed

_DUMMY = frozenset(("it", "there"))


def source_of(page: Page, verb: Any, top: Any) -> Range | None:
    """The source of a cue verb; ``top`` is the highest verb of its chain."""
    if _is_passive(verb):
        return _agent(page, verb)
    earlier = resumed(page, verb)
    if earlier is not None:
        return source_of(page, earlier, earlier)
    own = subject(verb)
    if own is not None and own.i == verb.i - 1 and own.pos_ == "PRON" and own.dep_ == "nsubj":
        return page.noun_phrase(own)
    beside = _between_quote_and_verb(page, verb) or _interrupting(page, verb)
    if beside is not None:
        return beside
    behind = inverted_subject(page, verb)
    if behind is not None:
        return _with_comma(page, page.noun_phrase(behind), behind, verb)
    if top.lemma_ in ("seem", "appear") and top.i == verb.i:
        return None
    holder = _answering(page, verb) or _holder(top)
    if holder is None and top.i == verb.i:
        return _beside(page, verb)
    if holder is None or holder.i == verb.i:
        return None
    if page.quote[verb.i] < 0 <= page.quote[holder.i]:
        holder = _outside(page, verb) or holder
    return _with_comma(page, page.noun_phrase(holder), holder, verb)


def _answering(page: Page, verb: Any) -> Any | None:
    """The speaker after "“No surrender,” said", where the parser made the last quoted noun a subject too."""
    own = subject(verb)
    if own is None or own.i > verb.i or not page.quote[verb.i] < 0 <= page.quote[own.i]:
        return None
    return next((c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i), None)


def _outside(page: Page, verb: Any) -> Any | None:
    """The subject nearest before a verb that stands, like it, outside the quotation in which the parser found one."""
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - 60) - 1, -1):
        token = page.doc[i]
        if page.quote[i] < 0 and token.dep_ == "nsubj" and token.head.tag_ in ("VBD", "VBZ", "VBP"):
            return token
    return None


def _beside(page: Page, verb: Any) -> Range | None:
    """The words of a name or noun right before a sentence's finite verb that the parser gave no subject."""
    doc = page.doc
    end = verb.i
    while end > verb.sent.start and doc[end - 1].dep_ in ("aux", "neg", "advmod") and doc[end - 1].head.i == verb.i:
        end -= 1
    start = end
    while start > verb.sent.start and doc[start - 1].pos_ in ("PROPN", "NOUN", "DET", "ADJ", "NUM", "PRON"):
        start -= 1
        if doc[start].pos_ in ("DET", "PRON"):
            break
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBZ", "VBP") or start == end:
        return None
    return (start, int(end)) if doc[end - 1].pos_ in ("PROPN", "NOUN", "PRON") else None


def _is_passive(verb: Any) -> bool:
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    fronted = verb.dep_ == "advcl" and verb.i == verb.left_edge.i
    return bool(verb.tag_ == "VBN" and (verb.dep_ == "acl" or fronted))


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
            if (beside := claimant(verb)) is not None:
                return beside
            if verb.tag_ in ("VBG", "VBN"):
                return verb.head
            return _holder_of_noun(verb.head)
        above = verb.head
        if above.i == verb.i:
            return None
        if verb.dep_ == "pcomp" and above.lower_ == "as" and (quoted := _quoted(above.head)) is not None:
            return quoted
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


def claimant(verb: Any) -> Any | None:
    """Who stands before a past tense that the parser hangs on a noun: "an assertion Russia neither confirmed nor denied"."""
    before = verb.left_edge.i - 1
    if verb.dep_ != "acl" or verb.tag_ != "VBD" or before <= verb.head.i:
        return None
    who = verb.doc[before]
    return who if who.pos_ in ("PROPN", "NOUN", "PRON") and who.head.i == verb.head.i and who.dep_ == "appos" else None


def _quoted(verb: Any) -> Any | None:
    """Whom a verb quotes: the survivor of "AFP quoted a survivor as saying"."""
    if verb.lemma_ not in ("quote", "cite"):
        return None
    return next((c for c in verb.children if c.dep_ == "dobj"), None)


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


def _between_quote_and_verb(page: Page, verb: Any) -> Range | None:
    """The words of ``"…," Ann Lee, a lawyer, said`` that stand between the mark and the verb, if they name somebody."""
    doc = page.doc
    if page.quote[verb.i] >= 0 or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    i = verb.i - 1
    while i > max(0, verb.i - 30) and page.quote[i] < 0 and doc[i].text not in (".", ":", ";", "?", "!"):
        i -= 1
    if not page.closes(i) or doc[i - 1].text not in (",", ".", "?", "!", "-", "—"):
        return None
    if page.paragraph[i] != page.paragraph[verb.i]:
        return None
    start = i + 1
    end = verb.i
    while end > start and doc[end - 1].dep_ in ("aux", "advmod", "neg") and doc[end - 1].tag_ not in ("WRB",):
        end -= 1
    names = [t for t in doc[start:end] if t.pos_ in ("PROPN", "NOUN", "PRON")]
    first = doc[start]
    if (
        not names
        or first.pos_ in ("VERB", "AUX", "CCONJ", "SCONJ", "PUNCT", "ADP", "ADV")
        or first.tag_ in ("WP", "WDT")
    ):
        return None
    clauses = [t for t in doc[start:end] if t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP", "MD")]
    return None if len(clauses) > 1 else (start, end)


def _interrupting(page: Page, verb: Any) -> Range | None:
    """The speaker of "The law, Chief Justice Ann Lee said, is …" where the parser joins him to what precedes."""
    doc = page.doc
    if verb.dep_ not in ("parataxis", "ccomp", "dep") or verb.i + 1 >= len(doc) or doc[verb.i + 1].text != ",":
        return None
    start = verb.i
    while start > verb.sent.start and doc[start - 1].text != "," and verb.i - start < 10:
        start -= 1
    words = doc[start : verb.i]
    if start <= verb.sent.start or doc[start - 1].text != "," or not len(words):
        return None
    if any(t.pos_ in ("VERB", "AUX", "CCONJ", "SCONJ") for t in words) or words[-1].pos_ not in (
        "PROPN",
        "NOUN",
        "PRON",
    ):
        return None
    return start, int(verb.i)


def inverted_subject(page: Page, verb: Any) -> Any | None:
    """The speaker of "…, reported AFP", which the parser may take for an object."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or subject(verb) is not None or verb.i == 0:
        return None
    before = verb.i - 1
    opens = verb.is_sent_start and verb.i + 2 < len(page.doc)  # "Said Lee: …"
    if not (opens or page.doc[before].text == "," or page.closes(before)) or page.quote[verb.i] >= 0:
        return None
    if any(c.dep_ in ("aux", "mark", "ccomp", "cc") and c.i < verb.i and c.dep_ != "ccomp" for c in verb.children):
        return None
    follower = next((c for c in verb.children if c.i > verb.i), None)
    if follower is None or follower.dep_ not in ("dobj", "npadvmod", "attr", "oprd", "dep"):
        return None
    asks = verb.lemma_ == "ask" and not page.closes(before)
    if asks or verb.lemma_ in ("tell", "inform", "remind", "assure", "cite", "quote"):
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
    while start > verb.i and page.doc[end - 1].text in (",", ".", "-", "—", "–") and end - start > 1:
        end -= 1
    if end - start > 1:
        while doc[end - 1].text in _PAUSES and end - 1 > head.i and end - start > 1:
            end -= 1
        mark = doc[end].text if end < len(doc) else ""
        if mark in _PAUSES and any(doc[i].text == mark for i in range(head.i, end)):
            end += 1
    return start, end


# The marks that set an apposition off on both sides.
_PAUSES = frozenset((",", "-", "--", "—", "–", "―"))
