"""The cue lexicon: words and phrases that hand something to a source, and how much of it they take for true.

In: ``data/cues.csv`` and ``data/attribution_words.toml``. Out: cues by part of speech and lemma, and named word lists.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

import msgspec

from sayso.model import Factuality, Stance
from sayso.resources import rows, table


class Cue(msgspec.Struct, frozen=True):
    """One line of cues.csv.

    ``takes`` names the constructions that hold the content: clause, quote, inf (to-infinitive), objinf (object and
    infinitive), addrinf (infinitive after an addressee), np (object), words (an object that is itself something said), as and
    objpred (object and what it is called), raise (subject and infinitive), or a preposition. ``active`` keeps an object
    from being read as the subject of a passive ("was admitted to hospital").
    """

    cue: str
    pos: str
    kind: str
    takes: frozenset[str]
    stance: Stance
    factuality: Factuality

    def prepositions(self) -> frozenset[str]:
        return self.takes - _CONSTRUCTIONS


_CONSTRUCTIONS = frozenset(
    ("clause", "quote", "inf", "objinf", "addrinf", "np", "words", "as", "objpred", "raise", "active", "source")
)


@cache
def cues(pos: str) -> dict[str, Cue]:
    """The cues of one part of speech by lemma or phrase; ValueError for an unknown stance or factuality."""
    found: dict[str, Cue] = {}
    for row in rows("sayso.annotating", "cues.csv"):
        if row["stance"] not in get_args(Stance) or row["factuality"] not in get_args(Factuality):
            raise ValueError(f"cues.csv: {row['cue']}: stance or factuality is not one of the model's")
        if row["pos"] == pos:
            found[row["cue"]] = msgspec.convert(
                {**row, "kind": row["class"], "takes": frozenset(row["takes"].split())}, Cue, strict=False
            )
    return found


def lemma_of(token: Any) -> str:
    """A token's lemma in lower case, set right where the parser's is known to be wrong."""
    lower = str(token.lower_)
    return _forms().get(lower) or str(token.lemma_).lower()


@cache
def _forms() -> dict[str, str]:
    return {
        form: lemma
        for lemma, forms in table("sayso.annotating", "attribution_words.toml")["forms"].items()
        for form in forms
    }


@cache
def words(name: str) -> frozenset[str]:
    """One named list of ``data/attribution_words.toml``; KeyError if there is none."""
    return frozenset(table("sayso.annotating", "attribution_words.toml")[name])
