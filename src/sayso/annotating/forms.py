"""What the form of a verb says: infinitives, tenses, questions, and whether a clause has its "that".

In: tokens of the parse. Out: answers that the factuality layer asks for.
"""

from __future__ import annotations

from typing import Any


def downwards(root: Any) -> list[Any]:
    """The tokens of a tree, each after its head; without recursion, for sentences of any depth."""
    order = [root]
    for token in order:
        order.extend(token.children)
    return order


def infinitive(verb: Any) -> bool:
    return any(c.tag_ == "TO" and c.dep_ in ("aux", "mark") for c in verb.children)


def headline_future(verb: Any) -> bool:
    """ "Obama to visit Cuba": an infinitive as the only predicate of a line without a full stop, right after who will do it."""
    if not infinitive(verb) or verb.sent[-1].text in (".", "?", "!"):
        return False
    who = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) if verb.dep_ == "ROOT" else None
    if verb.dep_ in ("acl", "relcl") and verb.head.dep_ == "ROOT" and verb.left_edge.i == verb.head.i + 1:
        who = verb.head
    if who is None or who.pos_ not in ("NOUN", "PROPN"):
        return False
    return bool(who.ent_type_) or who.tag_ in ("NNS", "NNPS")


def perfect(verb: Any) -> bool:
    """ "To have fled": an infinitive of what is past."""
    return verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)


def past(verb: Any) -> bool:
    return verb.tag_ == "VBD" or any(c.lower_ in ("had", "have", "has", "was", "were") for c in verb.children)


def that(verb: Any) -> bool:
    return any(c.dep_ == "mark" for c in verb.children) or any(
        c.lower_ == "that" and c.dep_ not in ("nsubj", "nsubjpass", "dobj") for c in verb.children
    )


def is_question(sent: Any) -> bool:
    last = next((t for t in reversed([*sent]) if not t.is_space and t.text not in ('"', "”", "'", ")")), None)
    return last is not None and last.text == "?"


def in_main_clause(token: Any) -> bool:
    return token.dep_ in ("ROOT", "conj", "ccomp", "xcomp")


def still_to_come(verb: Any) -> bool:
    """Whether a time clause tells of what has not come yet: "until the army withdraws", "would not talk until they were freed", but not
    "fought on until it withdrew"."""
    if verb.dep_ != "advcl":
        return False
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    over = {c.lower_ for c in verb.head.children if c.dep_ in ("aux", "neg")}
    if over & {"would", "'d"} and over & {"not", "n't", "never"}:
        return True
    return (verb.tag_ in ("VBZ", "VBP") and not auxiliaries) or any(
        a in ("is", "are", "has", "have") for a in auxiliaries
    )
