"""How fast reading is: plain text in MB a second, and web pages against trafilatura alone on the same pages.

    python benchmarks/reading.py [--rounds N]

Articles and pages are made from sentence patterns. Each is read by both sides in turn, and of several rounds the fastest
time of each counts, so that another program on the machine disturbs both alike. Text is compared with a loop that only
splits the same texts into words, since MB a second say as much about the machine as about the program. Last line:
``text T html H``: T reading's speed over that loop's, H reading's over ``trafilatura.extract``'s.
"""

from __future__ import annotations

import argparse
import html
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import trafilatura
from reprints import NAMES, OWN, PLACES, sentence

from sayso.reading import read

SEED = 11
FOLDERS, ARTICLES = 10, 20
PAGES = 40


def paragraphs(random_: random.Random) -> list[str]:
    """An article of some three to eight thousand characters, with the lines that such have beside their prose.

    A title, in some a caption, byline and date line, the paragraph with the dateline, prose with a quotation in every third
    paragraph, in some a link to another story, and at the foot the outlet's own paragraph and in most who wrote and edited.
    """
    place, name = random_.choice(PLACES), random_.choice(NAMES)

    def told() -> str:
        return sentence(random_, place, name)

    def prose() -> str:
        said = f"“{told()[:-1]},” {random_.choice(NAMES)} told reporters at {random_.randint(1, 11)} p.m. “{told()}”"
        sentences = [told() for _ in range(random_.randint(1, 4))]
        return " ".join([said, *sentences[1:]] if random_.random() < 0.33 else sentences)

    def some(share: float, line: str) -> list[str]:
        return [line] if random_.random() < share else []

    day, reporter, editor = random_.randint(1, 28), random_.choice(NAMES), random_.choice(NAMES)
    body = [prose() for _ in range(random_.randint(14, 34))]
    body[5:5] = some(0.3, f"Read more: {told()[:-1]}")
    return [
        told().rstrip("."),
        *some(0.3, f"Soldiers on a road near {place}, March {day}, 2018. REUTERS/{reporter} {editor}"),
        *some(0.4, f"By Jane {reporter} and John {editor}"),
        *some(0.4, f"Published March {day}, 2018 {random_.randint(10, 12)}:30 GMT"),
        f"{place.upper()}, March {day} (Reuters) - {' '.join(told() for _ in range(2))}",
        *body,
        random_.choice(OWN).format(place=place),
        *some(0.6, f"(Reporting by Jane {reporter} in {place}; Editing by John {editor})"),
    ]


def page(random_: random.Random, told: Sequence[str]) -> bytes:
    """A news page: navigation, metadata, the article with advertisements, other headlines, a footer, style and script."""
    links = "".join(
        f'<li class="item"><a href="/section/{i}">{random_.choice(PLACES)} news</a></li>' for i in range(40)
    )
    teasers = "".join(
        f'<div class="teaser"><a href="/{i}"><h4>{html.escape(sentence(random_, PLACES[0], NAMES[0]))}</h4></a></div>'
        for i in range(25)
    )
    style = "<style>" + "".join(f".c{i}{{margin:{i}px;padding:0}}" for i in range(200)) + "</style>"
    script = "<script>" + "var a=1;function f(){return a+1};" * 100 + "</script>"
    meta = (
        f'<meta property="og:title" content="{html.escape(told[0])}"><meta property="og:site_name" content="Valley Post">'
        '<meta property="article:published_time" content="2018-03-05T09:30:00Z">'
    )
    body = "".join(f'<p>{html.escape(p)}</p><div class="ad-slot"></div>' for p in told[1:])
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(told[0])}</title>{meta}{style}'
        f"</head><body><header><nav><ul>{links}</ul></nav></header><main><article><h1>{html.escape(told[0])}</h1>"
        f'<time datetime="2018-03-05T09:30:00Z">5 March 2018</time><div class="story-body">{body}</div></article>'
        f"<aside>{teasers}</aside></main><footer><ul>{links}</ul><p>© 2018 Valley Post</p></footer>{script}</body></html>"
    ).encode()


def fastest(rounds: int, items: Sequence[Path], *sides: Callable[[Path], object]) -> list[float]:
    """For each side the seconds that all items take, each at its fastest; the sides take turns at every item."""
    best = [[float("inf")] * len(items) for _ in sides]
    for _ in range(rounds):
        for i, item in enumerate(items):
            for times, side in zip(best, sides, strict=True):
                started = time.process_time()
                side(item)
                times[i] = min(times[i], time.process_time() - started)
    return [sum(times) for times in best]


def read_all(path: Path) -> int:
    """How many articles a file or folder has."""
    return sum(1 for _ in read([path]))


def split(folder: Path) -> int:
    """How many words the files of a folder have."""
    return sum(len(path.read_text(encoding="utf-8").split()) for path in folder.iterdir())


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    rounds = options.parse_args().rounds
    random_ = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        texts, pages, size = [], [], 0
        for i in range(FOLDERS):
            texts.append(Path(folder, f"texts{i}"))
            texts[-1].mkdir()
            for j in range(ARTICLES):
                text = "\n\n".join(paragraphs(random_))
                size += (texts[-1] / f"{j}.txt").write_text(text, encoding="utf-8")
        for i in range(PAGES):
            pages.append(Path(folder, f"{i}.html"))
            pages[-1].write_bytes(page(random_, paragraphs(random_)))
        ours, words = fastest(rounds, texts, read_all, split)
        print(f"plain text: {size / ours / 1e6:.1f} MB/s, articles of {size // (FOLDERS * ARTICLES):,} bytes")
        print(f"words only: {size / words / 1e6:.1f} MB/s")
        read_pages, extracted = fastest(rounds, pages, read_all, lambda path: trafilatura.extract(path.read_bytes()))
        print(f"pages: {PAGES / read_pages:.0f} a second; trafilatura alone {PAGES / extracted:.0f}")
    print(f"text {words / ours:.3f} html {extracted / read_pages:.3f}")


if __name__ == "__main__":
    main()
