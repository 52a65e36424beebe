"""The words of time expressions and what each contributes to a value, read from the room's data files.

In: ``lexicon.toml``, ``holidays.toml`` and ``tense.toml``. Out: ``Lexicon``, which knows for every word the classes
that the grammar may ask for, and for every class the payload of a word or phrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.resources import table

CASED = frozenset({"MONTH", "MONTH_SHORT", "WEEKDAY", "WEEKDAY_SHORT", "WEEKDAYS", "OTHER_MONTH"})
"""Classes that a word has only where it is capitalized."""


@dataclass(frozen=True)
class Lexicon:
    """``classes`` maps a class to its entries (word or phrase -> payload), ``words`` a word to its classes."""

    classes: dict[str, dict[str, Any]]
    words: dict[str, frozenset[str]]
    not_tagged: dict[str, tuple[str, ...]]
    only_tagged: dict[str, tuple[str, ...]]

    def payload(self, name: str, phrase: str) -> Any:
        """What that class gives for the phrase; None when it does not have it."""
        return self.classes[name].get(phrase)


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon, loaded once."""
    tables = data("lexicon.toml")
    not_tagged = {w: tuple(t) for w, t in tables.pop("not_tagged").items()}
    only_tagged = {w: tuple(t) for w, t in tables.pop("only_tagged").items()}
    classes: dict[str, dict[str, Any]] = {**tables, "HOLIDAY": data("holidays.toml")}
    words: dict[str, set[str]] = {}
    for name, entries in classes.items():
        for phrase in entries:
            words.setdefault(phrase, set()).add(name)
    return Lexicon(classes, {w: frozenset(names) for w, names in words.items()}, not_tagged, only_tagged)


@cache
def data(name: str) -> dict[str, Any]:
    """One TOML file of this layer."""
    return table("sayso.annotating", f"times/{name}")
