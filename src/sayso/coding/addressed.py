"""To whom something is promised, told or granted, where the deed's own frame names nobody: the listener, those whom it lets do something,
those on whom the thing lies that is given up.

In: a mention of an event and the article's :class:`Roles`. Out: actors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sayso.coding.arguments import complements, objects, reach, subjects
from sayso.coding.phrases import below, contents
from sayso.model import Actor

if TYPE_CHECKING:
    from sayso.coding.extraction import Mention
    from sayso.coding.parties import Roles

_TELLING = frozenset(
    "promise assure tell pledge notify inform advise vow guarantee swear reassure write warn announce undertake offer".split()
)
_LETTING = frozenset({"let", "allow", "permit", "authorise", "authorize", "enable"})
# Before whom one speaks, and not to whom.
_HALLS = frozenset(
    "assembly council parliament congress senate court conference committee rally summit tribunal panel forum session audience".split()
)
_RETURNS = frozenset({"return", "exchange", "reward"})
_LYING = ("on", "against", "upon", "over")


def listeners(m: Mention, roles: Roles) -> Iterator[Actor]:
    """ "Promised *the United Nations* to pull back", "told *Britain* that it would disarm", "pledged to *Italy* that"."""
    verbs = [v for v in (m.head, m.head.head) if v.pos_ == "VERB" and v.lemma_ in _TELLING]
    if m.head not in verbs and not (m.head.dep_ in ("ccomp", "xcomp", "advcl") and verbs):
        return
    for verb in verbs:
        found = [c for c in verb.children if c.dep_ in ("dative", "iobj", "dobj") and c.pos_ in ("NOUN", "PROPN")]
        found += reach(verb, ("to",))
        for t in (x for f in found for x in contents(f)):
            if t.i > verb.i and t.lemma_.lower() not in _HALLS:
                yield from [a for a in roles.at(t) if a.sector != "JRN"]


def allowed(m: Mention, roles: Roles) -> Iterator[Actor]:
    """ "Agreed to let *American jets* fly", "will allow *Israel's* airliners to cross": those for whom it is."""
    clauses = [m.head, *complements(m.head, ())]
    for verb in (v for v in clauses if v.lemma_ in _LETTING):
        inner = [*complements(verb, ()), *(c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VB")]
        those = [s for v in inner for s in (*(c for c in v.children if c.dep_ == "nsubj"), *objects(verb, ()))]
        for t in those or objects(verb, ()):
            yield from [a for w in contents(t) for a in roles.at(w)]


def repaid(m: Mention, roles: Roles) -> Iterator[Actor]:
    """ "Agreed to stop the tests in return for *American* food": who gives something for it."""
    for t in below(m.head):
        if t.lower_ in _RETURNS and t.dep_ == "pobj" and t.head.lower_ == "in" and t.i > m.head.i:
            yield from [a for x in below(t) if x.i in roles.around.actors for a in roles.at(x)]


def burdened(m: Mention, roles: Roles) -> Iterator[Actor]:
    """ "Lifted the blockade *laid on Qatar*", "dropped its demand that *France* restore the visas"."""
    for thing in objects(m.head, ()):
        if thing.pos_ not in ("NOUN", "PROPN"):
            continue
        clauses = [c for c in thing.children if c.dep_ in ("relcl", "acl", "ccomp") and c.pos_ in ("VERB", "AUX")]
        for clause in clauses:
            on = [o for way in _LYING for o in reach(clause, (way,))]
            for t in on or (subjects(clause) if _is_told(clause) else []):
                yield from _within(t, roles)


def _is_told(clause: Any) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _within(token: Any, roles: Roles) -> list[Actor]:
    """The actors of a word, or of what is its own: "on *Pakistani* lorries"."""
    return [a for w in contents(token) for a in roles.at(w)] or [
        a for t in below(token) if t.i in roles.around.actors for a in roles.at(t)
    ]
