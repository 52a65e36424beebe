"""Whether a cue is denied, by itself, by the chain of verbs over it, or by what it governs.

In: the cue verb, the verb that heads its chain, and its line of the lexicon. Out: True for "did not confirm", "has yet to
confirm", "confirmed neither", "knew nothing of" and "pleaded not guilty".
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import Cue
from sayso.annotating.attribution.page import Range, negated


def denied(verb: Any, top: Any, entry: Cue, content: list[Range] | None = None) -> bool:
    """Whether one cue is denied; what stands in the content of speech before it denies nothing."""
    if negated(top, content) or (top.i != verb.i and negated(verb, content)) or _yet_to(verb, top):
        return True
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if entry.kind == "knowledge" and any(o.lower_ == "nothing" for o in objects):
        return True
    if entry.stance == "confirms" and any(c.lower_ == "neither" for o in objects for c in o.children):
        return True
    return entry.cue == "plead guilty" and any(c.dep_ == "neg" for a in verb.children for c in a.children)


def _yet_to(verb: Any, top: Any) -> bool:
    """Whether the chain above a cue says that it has not happened: "has yet to confirm", "are yet to reply"."""
    return top.i != verb.i and top.lemma_ in ("have", "be") and any(c.lower_ == "yet" for c in top.children)
