"""The words of answers: what types of deeds a verb may tell, and the patterns of ``data/answers.toml`` for denials and silence."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sayso.coding.own_frames import laid
from sayso.resources import table

# Deeds of words: a statement that tells one may answer another deed with it.
VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})
_LIGHT = frozenset("be have do take make give hold get go come find know see say tell want need bring put".split())


@cache
def patterns(name: str) -> re.Pattern[str]:
    """What a sentence shows by one of the file's lists of patterns."""
    return re.compile("|".join(table("sayso.coding", "answers.toml")[name]["patterns"]), re.I)


def deeds(verb: Any) -> frozenset[str]:
    """The types of deeds that a verb may tell by itself."""
    if verb.lemma_ in _LIGHT:
        return frozenset()
    rows = laid().frames.get(verb.lemma_.lower(), ())
    return frozenset(f.event for f in rows if f.pos == "v" and len(f.trigger) == 1) - VERBAL
