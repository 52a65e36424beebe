"""Claims against one another: how firm one is under its source, which say the same, and on which day a side spoke.

In: factualities and claims. Out: the same, put together.
"""

from __future__ import annotations

import msgspec

from sayso.model import Block, Claim, Factuality

_NEGATED: dict[Factuality, Factuality] = {
    "CT+": "CT-",
    "PR+": "PR-",
    "PS+": "PS-",
    "CT-": "CT+",
    "PR-": "PR+",
    "PS-": "PS+",
    "Uu": "Uu",
}


def put(own: Factuality, cue: Factuality) -> Factuality:
    """A predicate's own factuality under its source's: the less certain of the two, negated by a denial."""
    if cue.endswith("-"):
        own = "CT-" if own == "PS+" else _NEGATED[own]  # what is denied to be possible is denied
        cue = _NEGATED[cue]
    if own == "Uu" or cue == "Uu":
        return "Uu"
    level = max((own[:2], cue[:2]), key=lambda x: ("CT", "PR", "PS").index(x))
    value: Factuality = msgspec.convert(level + own[2], Factuality)
    return value


def tells_more(other: Claim, c: Claim) -> bool:
    """Whether the same words say flatly what a claim leaves open: "met to discuss" is a meeting that was."""
    same = (other.source, other.stance, other.evidence.start) == (c.source, c.stance, c.evidence.start)
    return same and other.factuality != "Uu"


def is_headline(c: Claim, titles: list[Block]) -> bool:
    """Whether it is the paper's headline alone that says it."""
    return c.source == "author" and any(b.start <= c.evidence.start < b.end for b in titles)


def on_hearsay(claims: list[Claim], titles: list[Block]) -> bool:
    """Whether the article below its headline has an event from nobody who is named: the headline, which leaves sources out for
    want of room, is then no firmer than they."""
    below = [c for c in claims if not any(b.start <= c.evidence.start < b.end for b in titles)]
    return any(c.factuality.endswith("+") for c in below) and all(
        c.side is None and (c.source != "author" or c.stance == "reports") for c in below if not _denies(c)
    )


def same_position(one: Claim, other: Claim) -> bool:
    """Whether two claims are one: the same words of the same source, or its taking of responsibility told twice."""
    same = (one.source, one.stance) == (other.source, other.stance)
    return same and (one.cue == other.cue or one.stance == "claims responsibility")


def with_shared_days(claims: list[Claim]) -> list[Claim]:
    """A side that speaks twice of one event said it when it said it: an undated claim takes its side's day.

    What it says to the contrary, it said on another day.
    """
    days: dict[tuple[str | None, bool], str] = {(c.side, _denies(c)): c.said_on for c in claims if c.side and c.said_on}
    return [
        msgspec.structs.replace(c, said_on=day) if c.said_on is None and (day := days.get((c.side, _denies(c)))) else c
        for c in claims
    ]


def _denies(c: Claim) -> bool:
    return c.factuality.endswith("-")
