"""The claims that stand: of everything said about an event, what counts for its status at a given moment.

In: claims with the publication of the article that carries each. Out: the claims after reprints are folded, what an outlet took
back is gone, and a party's later stance has replaced its earlier one.
"""

from __future__ import annotations

from collections import defaultdict

import msgspec

from sayso.ledger.facts import folded
from sayso.model import Claim
from sayso.ontology.status import is_former, is_some_outlet, polarity

_SILENT = {"does not confirm", "declines to comment"}


class Voiced(msgspec.Struct, frozen=True):
    """A claim, when its article was published, by which outlet, and the text (reprints share one) that carries it."""

    claim: Claim
    moment: str
    outlet: str | None
    text: int

    @property
    def when(self) -> tuple[str, str, bool, int]:
        """By the day on which it was said; one without a day of its own comes before one of that day in its article."""
        c = self.claim
        return (c.said_on or self.moment[:10], self.moment, c.said_on is not None, c.evidence.start)


def standing(voices: list[Voiced], sides: set[str]) -> list[Claim]:
    """The claims that count, in the order in which they were said."""
    told = _latest(_after_retractions(_once_a_text(voices)), sides)
    return [v.claim for v in _heard_since(told)]


def _once_a_text(voices: list[Voiced]) -> list[Voiced]:
    """A text printed often makes a claim once."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for v in sorted(voices, key=lambda v: (v.moment, v.claim.evidence.article, v.claim.evidence.start)):
        c = v.claim
        key = (v.text, folded(c.side or c.source), c.stance, c.factuality)
        if key not in seen:
            seen.add(key)
            kept.append(v)
    return sorted(kept, key=lambda v: v.when)


def _after_retractions(voices: list[Voiced]) -> list[Voiced]:
    """What an outlet took back is gone where others still affirm it; where nobody does, the retraction is what counts."""
    back = [v for v in voices if v.claim.stance == "retracts"]
    if not back:
        return voices
    left = [v for v in voices if v not in back and not any(_takes_back(r, v) for r in back)]
    if any(polarity(v.claim) > 0 or v.claim.stance == "reports" for v in left):
        return left
    return voices


def _takes_back(retraction: Voiced, v: Voiced) -> bool:
    who = folded(retraction.claim.source)
    if v.moment > retraction.moment or polarity(v.claim) < 0:
        return False
    if is_some_outlet(v.claim):
        return True  # what others quoted from "a local newspaper"
    own, authors = retraction.outlet == v.outlet, v.claim.source == "author"
    if who == "author":
        return own and (authors or v.outlet is not None)
    named = v.outlet is not None and set(who.split()) <= set(
        folded(v.outlet).split()
    )  # "the Times" of "The Sanaa Times"
    # A paper that withdraws its report takes back whatever its source said there.
    return (named and (own or authors)) or who in (folded(v.claim.source), *map(folded, v.claim.chain))


def _latest(voices: list[Voiced], sides: set[str]) -> list[Voiced]:
    """Each one's last word, a later silence leaving it; in its own chain of claims, not in others' reports of it."""
    by: dict[str, list[Voiced]] = defaultdict(list)
    for v in voices:
        c = v.claim
        name = c.side if c.side in sides else c.source
        by[name if name not in ("author", "unnamed", "") else f"{name} {v.text}"].append(v)
    kept: list[Voiced] = []
    for said in by.values():
        # What a later text tells as said before ("had denied") is no new word of anybody who has spoken since.
        words = [v for v in said if polarity(v.claim)]
        news = [v for v in words if v.claim.said_on or not (is_former(v.claim) or _has_turned(v, words))]
        last = _last_word(news or words) if words else 0
        kept += [v for v in said if not last or polarity(v.claim) == last or v.claim.stance in ("retracts", "reports")]
    return sorted(kept, key=lambda v: v.when)


def _last_word(words: list[Voiced]) -> int:
    """The polarity of the last of a side's words; a text that prints its denial prints no affirmation beside it without saying so:
    "the claim was false, he said; they died in a clash"."""
    last = words[-1]
    plain = last.claim.stance == "asserts" and last.claim.said_on is None
    denied = any(v.text == last.text and v.claim.stance == "denies" for v in words)
    return -1 if plain and denied else polarity(last.claim)


def _has_turned(v: Voiced, words: list[Voiced]) -> bool:
    """Whether its own text tells an undated denial of one whom it quotes to the contrary: "admitted on Tuesday what he denied"."""
    return any(
        o.text == v.text
        and polarity(o.claim) == -polarity(v.claim)
        and (o.claim.said_on is not None or o.claim.stance == "confirms")
        for o in words
    )


def _heard_since(voices: list[Voiced]) -> list[Voiced]:
    """A silence, or what an author knows of no such deed, is over when another text tells the event flatly later."""
    flat = [v for v in voices if polarity(v.claim) > 0 and v.claim.factuality == "CT+" and v.claim.source != "unnamed"]
    return [
        v for v in voices if not _is_passing(v.claim) or not any(f.moment > v.moment and f.text != v.text for f in flat)
    ]


def _is_passing(c: Claim) -> bool:
    return c.stance in _SILENT or (c.source == "author" and polarity(c) < 0)
