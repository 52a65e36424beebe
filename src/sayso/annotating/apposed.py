"""Names that the parser hangs on the body and not on the one who has them: "a spokeswoman for the mission, *Claire Dubois*",
"*General Musa Ali* of Defence Headquarters said".

In: a token of a parsed spaCy Doc. Out: the same Doc, the name another name of the spokeswoman, or over the body that it is of.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agent, agents

_OF = ("for", "of", "at", "in", "with", "from")
_PEOPLE = ("person", "spokesperson")


def bearer(name: Any) -> None:
    """Put a person's name behind a body's on the person of that body."""
    body = name.head
    if not _is_name(name) or body.dep_ != "pobj" or body.head.lower_ not in _OF or body.i > name.i:
        return
    role, known = body.head.head, agents().get(body.lemma_.lower())
    if body.pos_ != "NOUN" or known is None or known.kind != "body" or role.tag_ != "NN":
        return
    person = agents().get(role.lemma_.lower())
    if person is not None and person.kind in _PEOPLE and not any(c.dep_ == "appos" for c in role.children):
        name.head = role


def _is_name(token: Any) -> bool:
    """Whether a word ends a person's name, known or not."""
    if token.ent_type_ == "PERSON":
        return True
    first = any(c.pos_ == "PROPN" and c.i == token.i - 1 for c in token.lefts)
    return bool(first and token.tag_ == "NNP" and not token.ent_type_ and token.lower_ not in agents())


def of_body(name: Any) -> None:
    """Put a person's name, with what stands before it, over the body behind its "of" that the parser puts over the name."""
    body = name.head
    of = next((c for c in name.rights if c.dep_ == "prep" and c.lower_ in ("of", "for")), None)
    inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    known = agent([inner.lower_, body.lower_], body.lower_) if inner is not None else None
    if inner is None or not _is_name(name) or known is None or known.kind != "body" or inner.i + 1 != body.i:
        return
    for c in list(body.children):
        if c.i < name.i:
            c.head = name
    name.head, name.dep_ = (name, "ROOT") if body.head == body else (body.head, body.dep_)
    inner.head, inner.dep_ = body, "compound"
    body.head, body.dep_ = of, "pobj"
