"""The medium of speech beside its cue: "said in a statement", "said in a video posted on Friday that".

In: the Page and a cue verb. Out: the end of the cue with its medium, or the clause that stands behind the medium.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.extent import clause_range
from sayso.annotating.attribution.lexicon import words
from sayso.annotating.attribution.page import Page, Range


def behind_medium(page: Page, verb: Any) -> list[Range]:
    """The clause that the parser hangs on what is told of the medium: "said in a video posted on Friday that …"."""
    for token in page.doc[verb.i + 1 : min(verb.i + 15, verb.sent.end)]:
        if token.lemma_ in words("medium") and token.head.head.i == verb.i and token.dep_ == "pobj":
            for told in (c for c in token.children if c.dep_ in ("acl", "relcl")):
                clause = next((c for c in told.children if c.dep_ == "ccomp" and c.i > told.i), None)
                if clause is not None and page.lower(clause.left_edge.i) == "that":
                    content = clause_range(page, clause, clause.left_edge.i)
                    return [content] if content else []
    return []


def with_medium(page: Page, verb: Any, end: int) -> int:
    """The end of a cue with the medium of speech: "said in a statement"."""
    doc = page.doc
    at = end
    if at < len(doc) and doc[at].lower_ in ("in", "during") and doc[at].head.i == verb.i:
        stop = min(at + 6, doc[at].sent.end)
        for i in range(at + 1, stop):
            if doc[i].pos_ == "NOUN":
                if doc[i].dep_ == "pobj":
                    return i + 1 if doc[i].lemma_ in words("medium") else end
            elif doc[i].pos_ not in ("DET", "ADJ", "PRON", "PROPN", "NUM", "VERB", "ADP", "PUNCT"):
                break
    return end
