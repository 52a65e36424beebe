"""The weights of :mod:`sayso.coding.reactions`, from articles written for this project.

    python -m sayso.training.reactions

In: ``data/reactions.jsonl``, an article a line: ``text`` and ``published``, the ``deed`` that it tells (type, the codes of its two
``sides``, the sentences that tell it as ``words``), and ``said``, rows of a party's code, a sentence and how it treats the deed: affirms,
denies, silent or none. The code is CODE.SECTOR where both sides are of one country. Sentences of a party that no row names count as
none. Out: ``coding/data/reactions.npz``, the same byte for byte from the same lines.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from sayso.annotating import annotate
from sayso.coding import grouped
from sayso.coding.extraction import Mention
from sayso.coding.reaction_evidence import Evidence, Features
from sayso.coding.reactions import is_asked
from sayso.coding.sides import is_party, side
from sayso.coding.spoken import spoken
from sayso.knowledge.states import of_nationals, state_name
from sayso.model import Actor, Article, Settings
from sayso.reading import read_text
from sayso.training.relations import fitted, write

DATA = Path(__file__).parent / "data" / "reactions.jsonl"
TARGET = Path(__file__).parent.parent / "coding" / "data" / "reactions.npz"
_STRENGTH = 0.1
# Types that a coder may give the same deed.
_KIN: tuple[frozenset[str], ...] = tuple(
    map(
        frozenset,
        (
            ("CONSULT", "AGREE", "COOPERATE"),
            ("COERCE", "SANCTION", "ASSAULT"),
            ("AID", "COOPERATE", "SUPPORT"),
            ("CONCEDE", "RETREAT", "AGREE", "AID"),
        ),
    )
)
# Sectors of those who do not speak for the state whose code they bear.
_OTHERS = frozenset("REB SEP UAF OPP PRM CRM CVL PTY LAB SOC REL EDU BUS JRN REF".split())


class Seen(msgspec.Struct):
    """A side's sentence against its article's deed, and how a careful reader takes it."""

    item: str
    kind: str
    features: Features
    text: str


def lines(path: Path = DATA) -> Iterator[dict[str, Any]]:
    """The labelled articles."""
    with path.open(encoding="utf8") as found:
        yield from map(json.loads, found)


def seen(item: dict[str, Any]) -> list[Seen]:
    """What the model sees of an article: nothing where the coder does not find its deed."""
    article = annotate(read_text(item["text"], published=item["published"]), Settings())
    groups, teller = grouped(article, Settings())
    telling = [(at, at + len(w)) for w in item["deed"]["words"] if (at := article.text.find(w)) >= 0]
    n = _deed(item["deed"]["event"], telling, groups)
    if n is None:
        return []
    said = spoken(article, teller.speakers)
    evidence = Evidence(article, groups, said)
    kinds = _labels(item, article, groups[n])
    found = []
    for key, who in said.items():
        s = article.sentences[key[0]]
        told = any(s.start < hi and lo < s.end for lo, hi in telling)
        if key[1] not in evidence.deed(n).sides or not is_asked(who, key, evidence.deed(n).sentences):
            continue
        if key in kinds or not told:
            kind = kinds.get(key, "none")
            found.append(Seen(item["id"], kind, evidence.of(key, n), article.text[s.start : s.end]))
    return found


def _deed(event: str, telling: list[tuple[int, int]], groups: list[list[Mention]]) -> int | None:
    """The group that tells the deed where the labels say, of its type or one akin; else the first of its type."""
    kin = {event}.union(*(k for k in _KIN if event in k))
    for kinds in ({event}, kin):
        for n, g in enumerate(groups):
            if g[0].event in kinds and any(lo <= m.head.idx < hi for m in g for lo, hi in telling):
                return n
    return next((n for n, g in enumerate(groups) if g[0].event == event), None)


def _labels(item: dict[str, Any], article: Article, group: list[Mention]) -> dict[tuple[int, str], str]:
    """The labels by sentence and side."""
    parties = {side(a): a for m in group for a in (*m.actors, *m.recipients) if is_party(a)}
    abroad = of_nationals([a for m in group for a in m.actors], [a for m in group for a in m.recipients])
    for a in (a for m in group for a in m.recipients if state_name(a.code or "") in abroad):
        parties.setdefault(state_name(a.code or ""), a)  # people whose state speaks for them
    codes = [c.split(".")[0] for of in item["deed"]["sides"] for c in of]
    one_country = len(set(codes)) < len(codes)
    found: dict[tuple[int, str], str] = {}
    for code, words, kind in item["said"]:
        at = article.text.find(words)
        for n, s in enumerate(article.sentences):
            if s.start < at + len(words) and at < s.end:
                for name, a in parties.items():
                    if _is(a, code, one_country):
                        found.setdefault((n, name), kind)
    return found


def _is(a: Actor, code: str, one_country: bool) -> bool:
    """Whether a party is the one that a label's code means."""
    country, _, sector = code.partition(".")
    if country == "ISM":
        return a.kind == "group"
    return a.code == country and (not one_country or (a.sector in _OTHERS) == (sector in _OTHERS))


def train(items: Iterator[dict[str, Any]], target: Path) -> None:
    """Fit the model and write its weights."""
    import numpy as np

    rows = [row for item in items for row in seen(item)]
    nothing = np.zeros(0, "float32")
    write(target, *fitted([(r.features, nothing) for r in rows], [r.kind for r in rows], _STRENGTH))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--output", type=Path, default=TARGET)
    train(lines(), options.parse_args().output)


if __name__ == "__main__":
    main()
