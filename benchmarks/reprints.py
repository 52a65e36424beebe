"""How well reprints are found: generated reprints of given articles, for each kind of change, and pairs that are none.

Usage: python benchmarks/reprints.py [PATH...]. Without a PATH, articles are made from sentence patterns. For each kind
of change, recall is the share of reprints that are grouped with their original; the false rate is the share of pairs of
different articles on the same story that are grouped. Last line: ``recall R false F``, the lowest recall of all kinds.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator

from sayso.model import Article
from sayso.reading import read, read_text
from sayso.reading.reprints import Reprints, reprints

SEED = 7
PLACES = [
    "Arden",
    "Belmora",
    "Castra",
    "Dorne",
    "Elvas",
    "Farsund",
    "Galt",
    "Harrow",
    "Isker",
    "Joruba",
    "Kestrel",
    "Lunde",
    "Morava",
    "Nivelle",
    "Ostrava",
]
NAMES = [
    "Adams",
    "Brandt",
    "Castillo",
    "Diallo",
    "Eriksen",
    "Farah",
    "Girma",
    "Haddad",
    "Ivanova",
    "Jensen",
    "Karimi",
    "Lopez",
    "Mensah",
    "Novak",
    "Osman",
]
ACTORS = [
    "the army",
    "the rebels",
    "the ministry",
    "the governor",
    "the opposition",
    "the union",
    "the police",
    "the mayor",
    "the envoys",
    "the refugees",
    "the court",
    "the parliament",
    "the guards",
    "the farmers",
    "the bank",
]
ACTS = [
    "said it would withdraw from",
    "attacked a post near",
    "opened talks in",
    "sent supplies to",
    "closed the road to",
    "accused its rivals of shelling",
    "promised an inquiry into the deaths in",
    "rejected the offer made in",
    "called for a truce in",
    "arrested dozens of men in",
    "released the captives held in",
    "banned marches in",
]
ENDS = [
    "after a week of fighting",
    "despite warnings from abroad",
    "before the harvest begins",
    "as the rains set in",
    "amid fears of a wider war",
    "under an accord signed last year",
    "in the first such step since the spring",
    "hours after a bomb killed {n} people",
    "where {n} families have lost their homes",
    "according to two officials",
    "while mediators met in {place}",
    "on the eve of a visit by {name}",
]
OWN = [
    "Our correspondents in {place} have followed the talks since they began and will report on what comes next.",
    "Readers in {place} told this newspaper that they had little hope that the accord would last beyond the summer.",
    "For years {place} has been a quiet town, better known for its market than for the war across the river.",
]
SWAPS = [
    ("color", "colour"),
    ("defense", "defence"),
    ("labor", "labour"),
    ("organization", "organisation"),
    ("center", "centre"),
    ("percent", "per cent"),
    ("United States", "U.S."),
    (" toward ", " towards "),
    ("program ", "programme "),
]


def sentence(random_: random.Random, place: str, name: str) -> str:
    actor, act, where = random_.choice(ACTORS).capitalize(), random_.choice(ACTS), random_.choice([place, *PLACES])
    parts = f"{actor} {act} {where} {random_.choice(ENDS)}"
    filled = parts.format(n=random_.randint(2, 90), place=random_.choice(PLACES), name=random_.choice(NAMES))
    return f"{filled}, {name} said." if random_.random() < 0.4 else f"{filled}."


def made(random_: random.Random, place: str, name: str, shared: list[str]) -> list[str]:
    """The paragraphs of one article on a story: its own, and a quotation or a background paragraph that all share."""
    own = [
        " ".join(sentence(random_, place, name) for _ in range(random_.randint(1, 3)))
        for _ in range(random_.randint(6, 12))
    ]
    for quote in random_.sample(shared, random_.randint(0, min(2, len(shared)))):
        own.insert(random_.randint(1, len(own)), quote)
    return own


def stories(random_: random.Random, count: int, tellings: int) -> Iterator[list[list[str]]]:
    for _ in range(count):
        place, name = random_.choice(PLACES), random_.choice(NAMES)
        shared = [f'"{sentence(random_, place, name)} {sentence(random_, place, name)}" {name} said.' for _ in range(2)]
        yield [made(random_, place, name, shared) for _ in range(tellings)]


def given(paths: list[str]) -> Iterator[list[list[str]]]:
    """The paragraphs of the articles of the paths, each a story of its own."""
    for article in read(paths, on_problem=lambda p: print(p, file=sys.stderr)):
        paragraphs = [article.text[b.start : b.end] for b in article.blocks if b.kind == "body"]
        if sum(len(p.split()) for p in paragraphs) > 80 and len(paragraphs) >= 4:
            yield [paragraphs]


def cut_short(random_: random.Random, paragraphs: list[str]) -> list[str]:
    return paragraphs[: max(2, random_.randint(len(paragraphs) // 3, len(paragraphs) - 1))]


def middle_left_out(random_: random.Random, paragraphs: list[str]) -> list[str]:
    kept = [p for i, p in enumerate(paragraphs) if i < 2 or random_.random() < 0.6]
    return kept


def other_headline(random_: random.Random, paragraphs: list[str]) -> list[str]:
    return [
        " ".join(random_.sample(paragraphs[0].title().replace(".", "").split(), min(7, len(paragraphs[0].split())))),
        *paragraphs,
    ]


def other_dateline(random_: random.Random, paragraphs: list[str]) -> list[str]:
    agency = random_.choice(["Reuters", "AFP", "AP", "Xinhua"])
    return [
        f"{random_.choice(PLACES).upper()}, May {random_.randint(1, 30)} ({agency}) - {paragraphs[0]}",
        *paragraphs[1:],
    ]


def other_spelling(random_: random.Random, paragraphs: list[str]) -> list[str]:
    changed = paragraphs
    for one, other in SWAPS:
        changed = [p.replace(one, other) for p in changed]
    return [p.replace("'", "’").replace(' "', " “").replace('" ', "” ") for p in changed]


def own_paragraphs(random_: random.Random, paragraphs: list[str]) -> list[str]:
    own = [p.format(place=random_.choice(PLACES)) for p in random_.sample(OWN, random_.randint(1, 3))]
    kept = cut_short(random_, paragraphs) if random_.random() < 0.5 else list(paragraphs)
    for p in own:
        kept.insert(random_.choice([0, len(kept)]), p)
    return kept


def light_edits(random_: random.Random, paragraphs: list[str]) -> list[str]:
    def edited(paragraph: str) -> str:
        words = paragraph.split()
        for _ in range(max(1, len(words) // 25)):
            at = random_.randrange(len(words))
            words[at : at + 1] = random_.choice([[], [words[at], "also"], ["reportedly", words[at]]])
        return " ".join(words)

    return [edited(p) for p in paragraphs]


KINDS: dict[str, Callable[[random.Random, list[str]], list[str]]] = {
    "cut short": cut_short,
    "middle left out": middle_left_out,
    "other headline": other_headline,
    "other dateline": other_dateline,
    "other spelling": other_spelling,
    "own paragraphs": own_paragraphs,
    "light edits": light_edits,
    "all of these": lambda r, p: own_paragraphs(r, other_dateline(r, other_spelling(r, light_edits(r, p)))),
}


def article(id: str, paragraphs: list[str]) -> Article:
    return read_text("\n\n".join(paragraphs), id=id)


def main() -> None:
    random_ = random.Random(SEED)
    told = list(given(sys.argv[1:]) if sys.argv[1:] else stories(random_, 150, 5))
    originals = {f"{s}/{t}": telling for s, story in enumerate(told) for t, telling in enumerate(story)}
    lowest = 1.0
    for kind, change in KINDS.items():
        index = Reprints()
        for id, paragraphs in originals.items():
            index.add(article(id, paragraphs))
        hits = [id in index.add(article(f"reprint of {id}", change(random_, p))) for id, p in originals.items()]
        recall = sum(hits) / len(hits)
        lowest = min(lowest, recall)
        print(f"{kind:18} recall {recall:.4f} of {len(hits):,}")
    started = time.perf_counter()
    joined = {
        frozenset((a, b))
        for g in reprints(article(i, p) for i, p in originals.items())
        for a in g.articles
        for b in g.articles
        if a != b
    }
    spent = (time.perf_counter() - started) / len(originals)
    if sys.argv[1:]:
        pairs, false = len(originals) * (len(originals) - 1) // 2, len(joined)
    else:
        pairs = sum(len(s) * (len(s) - 1) // 2 for s in told)
        false = sum(len({i.partition("/")[0] for i in pair}) == 1 for pair in joined)
    which = "different articles" if sys.argv[1:] else "different articles on the same story"
    print(f"{which} joined: {false:,} of {pairs:,} pairs; {spent * 1000:.2f} ms an article")
    print(f"recall {lowest:.4f} false {false / max(pairs, 1):.5f}")


if __name__ == "__main__":
    main()
