"""How fast reading is: plain text in MB a second, and web pages against trafilatura alone on the same pages.

    python benchmarks/reading.py [--rounds N]

Articles and pages are made from sentence patterns, articles also with the lines that many carry beside their prose, which take
longer. Each is read by both sides in turn, and of several rounds the fastest time of each counts, so that another program on
the machine disturbs both alike. Text is compared with a loop that only
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
    """A title, a dateline with its paragraph, and the paragraphs of an article of some three to eight thousand characters."""
    place, name = random_.choice(PLACES), random_.choice(NAMES)

    def prose() -> str:
        return " ".join(sentence(random_, place, name) for _ in range(random_.randint(1, 4)))

    title = sentence(random_, place, name).rstrip(".")
    first = f"{place.upper()}, March {random_.randint(1, 28)} (Reuters) - {prose()}"
    own = random_.choice(OWN).format(place=place)
    return [title, first, *(prose() for _ in range(random_.randint(14, 34))), own]


def dressed(random_: random.Random, told: Sequence[str]) -> list[str]:
    """An article with what many have beside plain prose: a caption, byline and date line, quotations, a link, and who wrote it."""

    def some(share: float, line: str) -> list[str]:
        return [line] if random_.random() < share else []

    place, day, hour = random_.choice(PLACES), random_.randint(1, 28), random_.randint(10, 12)
    reporter, editor, speaker = (random_.choice(NAMES) for _ in range(3))
    title, first, *body = told
    for i in range(2, len(body), 3):
        body[i] = f"“{body[i][:-1]},” {speaker} told reporters at {hour} a.m. “{sentence(random_, place, editor)}”"
    return [
        title,
        *some(0.3, f"Soldiers on a road near {place}, March {day}, 2018. REUTERS/{reporter} {editor}"),
        *some(0.4, f"By Jane {reporter} and John {editor}"),
        *some(0.4, f"Published March {day}, 2018 {hour}:30 GMT"),
        first,
        *body[:6],
        *some(0.3, f"Read more: {sentence(random_, place, speaker)[:-1]}"),
        *body[6:],
        *some(0.6, f"(Reporting by Jane {reporter} in {place}; Editing by John {editor})"),
    ]


def folders(parent: Path, articles: Sequence[Sequence[str]]) -> tuple[list[Path], int]:
    """Folders with the articles as text files, and how many bytes these have."""
    found, size = [], 0
    for i, article in enumerate(articles):
        if i % ARTICLES == 0:
            found.append(parent / str(i))
            found[-1].mkdir(parents=True)
        size += (found[-1] / f"{i}.txt").write_bytes("\n\n".join(article).encode())
    return found, size


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
        articles = [paragraphs(random_) for _ in range(FOLDERS * ARTICLES)]
        pages = [Path(folder, f"{i}.html") for i in range(PAGES)]
        for path in pages:
            path.write_bytes(page(random_, paragraphs(random_)))
        texts, size = folders(Path(folder, "plain"), articles)
        ours, words = fastest(rounds, texts, read_all, split)
        print(f"plain text: {size / ours / 1e6:.1f} MB/s, articles of {size // len(articles):,} bytes")
        print(f"words only: {size / words / 1e6:.1f} MB/s")
        texts, size = folders(Path(folder, "dressed"), [dressed(random_, article) for article in articles])
        (slowest,) = fastest(rounds, texts, read_all)
        print(f"with captions, bylines, date lines, quotations and links: {size / slowest / 1e6:.1f} MB/s")
        read_pages, extracted = fastest(rounds, pages, read_all, lambda path: trafilatura.extract(path.read_bytes()))
        print(f"pages: {PAGES / read_pages:.0f} a second; trafilatura alone {PAGES / extracted:.0f}")
    print(f"text {words / ours:.3f} html {extracted / read_pages:.3f}")


if __name__ == "__main__":
    main()
