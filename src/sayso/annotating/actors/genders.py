"""Whether a mention is a woman or a man, as far as names and nouns tell.

In: a mention and its head token. Out: "she", "he" or None. The words are in ``data/genders.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sayso.model import Actor
from sayso.resources import table

_PRONOUNS = {
    w: sort for sort, words in (("she", "she her hers herself"), ("he", "he him his himself")) for w in words.split()
}


def gender(a: Actor, head: Any) -> str | None:
    """Of a person by first name, of others by their noun, of pronouns by themselves."""
    if a.kind == "pronoun":
        return _PRONOUNS.get(a.text.lower())
    if a.kind == "person" and a.identifier_text:
        known = _people().get(a.identifier_text)
        first = a.identifier_text.split()[0].casefold() if " " in a.identifier_text else ""
        return known or _words("names").get(first)
    return _words("nouns").get(head.lemma_.lower())


def of_pronoun(word: str) -> str | None:
    return _PRONOUNS.get(word)


@cache
def _words(what: str) -> dict[str, str]:
    """Gender by word; a word of both lists tells nothing."""
    lists = table("sayso.annotating", "genders.toml")[what]
    found: dict[str, str] = {}
    for sort in ("she", "he"):
        for word in lists[sort].split():
            found[word] = "" if word in found else sort
    return {word: sort for word, sort in found.items() if sort}


@cache
def _people() -> dict[str, str]:
    return {name: sort for sort, names in table("sayso.annotating", "genders.toml")["people"].items() for name in names}
