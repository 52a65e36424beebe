"""The agencies and outlets that an article credits.

In: a text and its blocks. Out: their short names ("AFP") in the order in which the article gives them: from datelines,
bylines, credit lines and trailing marks, and from prose where a word beside the name shows that the report comes from
there ("reported AFP", "told the BBC"). Names stand in the outlets of knowledge, cues in ``data/credits.toml``.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.knowledge.outlets import Outlet
from sayso.model import Block
from sayso.reading.alternation import any_of
from sayso.reading.sighted import Sighted
from sayso.resources import table

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"[(\[]\s*([^()\[\]]{2,60}?)\s*[)\]]\s*$|[—–]\s*([A-Z][\w .&/-]{1,40})$")


Mention = tuple[int, int, Outlet]


def credited(text: str, blocks: list[Block], seen: Sighted) -> list[str]:
    """Short names of the credited agencies and outlets, each once, in order."""
    if not seen.names:
        return []
    found: dict[str, None] = {}
    at = 0
    mentions = named(text, seen)
    for start, end, outlet in mentions:
        while at < len(blocks) and blocks[at].end <= start:
            at += 1
        if at == len(blocks):
            break
        block = blocks[at]
        if outlet.name in found or block.start > start:
            continue
        if block.kind in ("byline", "credit", "date") or (
            block.kind == "body" and (_in_prose(text, start, end, block) or _is_mark(text, start, end, block))
        ):
            found[outlet.name] = None
    return [name for name in found if not _is_short_for_another(name, mentions)]


def _is_short_for_another(name: str, mentions: list[Mention]) -> bool:
    """Whether "The Times" is most likely the short name of another outlet that the text names (The New York Times)."""
    short = name.removeprefix("The ")
    return (
        short != name
        and " " not in short
        and any(o.name.endswith(f" {short}") and o.name != name for _, _, o in mentions)
    )


def named(text: str, seen: Sighted) -> list[Mention]:
    """Every agency or outlet named in a text: start, end, and which; the longest name counts."""
    hits = [hit for hit in seen.names if not _inside_word(text, hit[0], hit[1])]
    return _longest(hits) if len(hits) > 1 else hits


def _longest(hits: list[Mention]) -> list[Mention]:
    """Of names that overlap the longest, in the order of the text."""
    hits.sort(key=lambda hit: (hit[0] - hit[1], hit[0]))
    taken = bytearray(max(end for _, end, _ in hits))
    kept = []
    for hit in hits:
        start, end, _ = hit
        if not any(taken[start:end]):
            taken[start:end] = b"1" * (end - start)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit[0])


def _inside_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in ("-", "@", "#") or (after == "-" and text[end + 1 : end + 2].isalpha()):
        return True
    # pages run their parts together ("World NewsAgence France-PresseUpdated: ..."), which long names survive
    long = end - start >= 6
    left = before.isalnum() and not (long and before.islower() and text[start].isupper())
    right = after.isalnum() and not (long and after.isupper() and text[end - 1].islower())
    return left or right


def _in_prose(text: str, start: int, end: int, block: Block) -> bool:
    """Whether a word before or after the name shows that the report comes from there."""
    if _after().match(text, end, min(block.end, end + 60)) is not None:
        return True
    before = text[max(block.start, start - 60) : start]
    return _may_lead(before) and _before().search(before) is not None


def _may_lead(before: str) -> bool:
    """Whether the last word of a cue stands before a name, with nothing but what may stand between."""
    for word in reversed(_WORD.findall(before.lower())):
        if word in _before_ends():
            return True
        if word not in _between():
            return False
    return False


def _is_mark(text: str, start: int, end: int, block: Block) -> bool:
    """Whether the name stands in a mark that closes the paragraph: ``(AFP)``, ``(With inputs from PTI)``, ``—
    Reuters``.
    """
    if block.end - end > 60:
        return False
    match = _MARK.search(text, max(block.start, block.end - 80), block.end)
    if match is None or not match.start() <= start <= match.end():
        return False
    mark = match[1] or match[2]
    return end - start >= 0.5 * len(mark) or re.search(r"(?i)inputs?|agenc|\bwith\b|\band\b|[/,]", mark) is not None


@cache
def _data() -> dict[str, list[str]]:
    return table("sayso.reading", "credits.toml")


@cache
def _before_ends() -> frozenset[str]:
    """The last word of each cue that stands before a name."""
    return frozenset(_WORD.findall(cue.lower())[-1] for cue in _data()["before"])


@cache
def _between() -> frozenset[str]:
    """The words of what may stand between a cue and the name."""
    return frozenset(_WORD.findall(" ".join(["the", *_data()["determiners"]]).lower()))


@cache
def _before() -> re.Pattern[str]:
    data = _data()
    between = "|".join(re.escape(w) for w in data["determiners"])
    cues = any_of(w.lower() for w in data["before"])
    return re.compile(rf"\b(?i:{cues})(?:\s+(?:{between})){{0,3}}\s+(?:the\s+|The\s+)?[\"'“]?$")


@cache
def _after() -> re.Pattern[str]:
    cues = "|".join(re.escape(w) for w in sorted(_data()["after"], key=len, reverse=True))
    return re.compile(
        rf"(?:['’]s)?[\"'”]?,?\s+(?:news agency |newspaper |website |state television |television |TV )?(?:{cues})\b"
    )
