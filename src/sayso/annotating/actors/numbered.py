"""People spoken of by their number or order alone: "the four", "all seven", "the three of them", "the latter".

In: a parse and the mentions with those before them. Out: new mentions for such numbers, and the people of that number told of before.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.reference import are_apart
from sayso.model import Actor

_DEFINITE = frozenset({"the", "all", "those", "these"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
_WORDS = {
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
}
_TEENS = {"eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "twenty": "20"}


def numbers(doc: Any, known: list[Actor]) -> list[Actor]:
    """A mention for every number that stands for people and has none yet, and for "the latter"."""
    heads = {a.head for a in known if not is_one_of_two(doc[a.head])}
    found: list[Actor] = []
    for t in doc:
        if t.i not in heads and is_number(t):
            first = t.nbor(-1) if is_one_of_two(t) else t.left_edge
            found.append(
                Actor(first.idx, t.idx + len(t), doc.text[first.idx : t.idx + len(t)], kind="pronoun", head=t.i)
            )
    return found


def is_number(token: Any) -> bool:
    """Whether a word is a definite number with no noun of its own: "the four", "all six"; or "the former", "the latter"."""
    tag = token.tag_
    if tag != "CD":
        return tag in _TAGS and is_one_of_two(token)
    if token.dep_ not in _ROLES or token.ent_type_ != "CARDINAL":
        return False
    before = {c.lower_ for c in token.lefts}
    return bool(before & _DEFINITE) and before <= _DEFINITE and not any(c.lower_ == "of" for c in token.rights)


def is_one_of_two(token: Any) -> bool:
    """ "The former", "the latter", where no noun follows but that to which a verb turns them: "took the latter hostage"."""
    if token.lower_ not in _ORDER or token.is_sent_start or token.nbor(-1).lower_ != "the":
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is None or after.pos_ not in _NOUNS or after.lower_ in ("hostage", "prisoner", "captive")


_TAGS = frozenset({"JJ", "JJR", "NN"})
_ORDER = frozenset({"former", "latter"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_NEAR = 60  # tokens


def those(doc: Any, earlier: list[Actor], number: Any) -> Actor | None:
    """The people of that number whom the article told of first: they are whom it is about; else those of that number in a row."""
    if is_one_of_two(number):
        return _one_of_two(doc, earlier, number)
    for a in earlier:
        counted = [c for c in doc[a.head].children if c.dep_ == "nummod"]
        if a.kind == "generic" and any(_value(c) == _value(number) for c in counted):
            return a
    for a in reversed(earlier):
        row = {t.i for t in (doc[a.head], *doc[a.head].conjuncts)}
        if str(len(row)) != _value(number):
            continue
        members = list(dict.fromkeys(b.entity for b in earlier if b.head in row and b.code))
        if len(members) == len(row):
            text = doc[number.left_edge.i : number.i + 1].text
            return Actor(0, 0, text, text, entity="+".join(sorted(members)), kind="collective", members=members)
    return None


def _one_of_two(doc: Any, earlier: list[Actor], token: Any) -> Actor | None:
    """Whom "the former" or "the latter" means: of the last two that one verb has for arguments or that are joined."""
    near = [a for a in earlier if a.kind not in ("pronoun", "collective") and token.i - _NEAR < a.head < token.i]
    near = [a for a in near if not doc[a.head].is_ancestor(token)]
    for b in reversed(near):
        for a in near:
            if a.head < b.head and a.entity != b.entity:
                if doc[b.head] in doc[a.head].conjuncts or are_apart(doc[a.head], doc[b.head]):
                    return a if token.lower_ == "former" else b
    return None


def _value(number: Any) -> str:
    low = str(number.lower_)
    return _WORDS.get(low) or _TEENS.get(low) or low
