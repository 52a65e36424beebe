"""Whose a ship, lorry or band of people is by what marks it.

"A *Greek-flagged* ship", "tankers with *Kenyan* plates", "fishermen *from Rameswaram*".

In: the word for it. Out: the word that marks it, an actor's or a place's.
"""

from __future__ import annotations

from typing import Any

_MARKING = frozenset("flagged registered owned run operated crewed chartered managed licensed".split())
_MARKS = frozenset({"plate", "flag", "registration", "marking", "insignia", "number", "colour", "color"})
_OF = ("compound", "amod", "nmod", "poss", "npadvmod")


def marks(token: Any) -> list[Any]:
    """The words before or behind a noun under whose flag or number it goes."""
    found = [k for c in token.children if c.lower_ in _MARKING for k in c.children if k.dep_ in _OF]
    for p in {*token.children, *_right_behind(token)}:
        if p.dep_ == "prep" and p.lower_ in ("with", "under", "bearing"):
            found += [k for o in p.children if o.lemma_.lower() in _MARKS for k in o.children if k.dep_ in _OF]
    return found


def home(token: Any) -> Any | None:
    """The name right behind people, as theirs: the parser may hang "from Rameswaram" on what was done to them."""
    after = [p for p in _right_behind(token) if p.lower_ == "from"] if token.pos_ == "NOUN" else []
    return next((o for p in after for o in p.children if o.dep_ == "pobj" and o.pos_ == "PROPN"), None)


def _right_behind(token: Any) -> list[Any]:
    """The preposition that follows a word at once, whatever the parser hangs it on."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return [after] if after is not None and after.dep_ == "prep" else []
