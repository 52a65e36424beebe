"""Words that the pipeline's tokenizer takes apart: titles that end in a stop ("Capt.") and those of two words ("secretary-general"), and
deeds of two words ("sit-in", "build-up", "test-fired").

In: ``data/one_word.toml`` for the deeds. Out: :func:`one_word`, what is to stay one token, :func:`plurals` of the titles of two words, and
:func:`stems` of the deeds' forms.
"""

from __future__ import annotations

from functools import cache

from sayso.resources import table

# Titles before names that end in a stop and do not end a sentence, beside those that spaCy knows.
_STOPPED = "Capt. Cmdr. Sgt. Brig. Insp. Supt. Cpl. Pvt. Amb. Fr. Msgr. Maj. Sens. Reps. Det. Hon. Lts."

# Titles of two words, which the parser takes for a noun and what stands beside it: "the union's secretary-general, Mary Doe".
_HYPHENED = """secretary-general attorney-general director-general governor-general consul-general solicitor-general auditor-general
inspector-general procurator-general prosecutor-general commissioner-general surgeon-general under-secretary under-secretary-general
vice-president vice-chairman vice-chancellor vice-premier vice-minister vice-admiral vice-governor major-general lieutenant-general
brigadier-general lieutenant-colonel lieutenant-governor rear-admiral commander-in-chief editor-in-chief president-elect
minister-designate prime-minister"""

# Second words behind which it is the first that has the plural: "two attorneys-general", but "two vice-presidents".
_BEHIND = ("general", "in-chief", "elect", "designate")
_RANKS = frozenset({"major", "lieutenant", "brigadier"})  # "major-generals"


def one_word() -> list[str]:
    """The titles and deeds as texts write them, each of which is one token."""
    hyphened = (*_HYPHENED.split(), *plurals(), *stems())
    return [*_STOPPED.split(), *(spelt for t in hyphened for spelt in (t, t.title(), t.capitalize()))]


@cache
def stems() -> dict[str, tuple[str, str]]:
    """The part of speech and the stem of each form of a deed of two words."""
    words = table("sayso.annotating", "one_word.toml")
    forms = {form: ("VERB", many.split("/")[0]) for many in words["verbs"].split() for form in many.split("/")}
    nouns = {form: ("NOUN", noun) for noun in words["nouns"].split() for form in (noun, f"{noun}s")}
    return forms | nouns


@cache
def plurals() -> dict[str, str]:
    """The title of two words of which each is the plural."""
    found: dict[str, str] = {}
    for title in _HYPHENED.split():
        first, _, second = title.partition("-")
        behind = second not in _BEHIND or first in _RANKS
        found[_many(title) if behind else f"{_many(first)}-{second}"] = title
    return found


def _many(word: str) -> str:
    for end, ends in (("tary", "taries"), ("man", "men")):
        if word.endswith(end):
            return word.removesuffix(end) + ends
    return f"{word}s"
