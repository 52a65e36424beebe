"""No input, however it is damaged, makes reading fail, hang or grow."""

from __future__ import annotations

import gzip
import os
import random
import resource
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples_of_formats import (
    ATOM,
    LD,
    LINES,
    NEWSML,
    NINJS,
    NITF,
    PAGES,
    RSS,
    csv_table,
    page,
    parquet_table,
    tarred,
    warc,
    zipped,
)

from sayso.reading import Problem, read, read_text

ROUNDS = int(os.environ.get("SAYSO_FUZZ_ROUNDS", "150"))  # for each sample; CI asks for 1500
SAMPLES: list[tuple[str, bytes]] = [
    (
        "a.txt",
        b"Army leaves town\n\n| March 3 , 2019 , 09:15 IST\n\nBy Jane Doe\n\nKABUL, March 3 (AFP) - The army left. (AFP)\n",
    ),
    ("a.jsonl", LINES),
    ("a.html", page(f'<script type="application/ld+json">{LD}</script>').encode()),
    ("a.rss", RSS.encode()),
    ("a.atom", ATOM.encode()),
    ("a.nitf", NITF.encode()),
    ("a.newsml", NEWSML.encode()),
    ("a.json", NINJS.encode()),
    ("a.csv", csv_table(",").encode()),
    ("a.parquet", parquet_table()),
    ("a.zip", zipped(**{"one.txt": "The army left.", "two.html": page()})),
    ("a.tar.gz", tarred("w:gz", **{"one.txt": b"The army left.", "two.jsonl": LINES})),
    ("a.jsonl.gz", gzip.compress(LINES)),
    ("a.warc", warc(*PAGES)),
    ("a.warc.gz", warc(*PAGES, gz=True)),
]


def mutated(random_: random.Random, data: bytes) -> bytes:
    """The bytes with a few of them changed, left out, doubled, moved in from another sample, or cut off."""
    changed = bytearray(data)
    for _ in range(random_.randint(1, 6)):
        if not changed:
            return b""
        at = random_.randrange(len(changed))
        length = random_.choice([1, 1, 2, 8, 64, 512])
        match random_.randrange(6):
            case 0:
                changed[at] = random_.randrange(256)
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = changed[at : at + length] * random_.choice([1, 2, 20])
            case 3:
                other = random_.choice(SAMPLES)[1]
                start = random_.randrange(len(other))
                changed[at:at] = other[start : start + length]
            case 4:
                changed[at : at + length] = random_.randbytes(length)
            case _:
                del changed[at + length :]
    return bytes(changed)


def harmless(path: Path) -> float:
    """Read a file; every block lies in its text and every problem is one line. The seconds that it took."""
    problems: list[Problem] = []
    started = time.process_time()
    for article in read([path], on_problem=problems.append, columns={}):
        assert all(0 <= b.start < b.end <= len(article.text) for b in article.blocks)
        article.text.encode()
    assert all("\n" not in str(problem) and "fault in the reader" not in str(problem) for problem in problems)
    return time.process_time() - started


@pytest.mark.slow
@pytest.mark.parametrize(("name", "data"), SAMPLES, ids=[name for name, _ in SAMPLES])
def test_mutated_inputs_do_no_harm(tmp_path: Path, name: str, data: bytes) -> None:
    random_ = random.Random(name)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    slowest = 0.0
    for _ in range(ROUNDS):
        (tmp_path / name).write_bytes(mutated(random_, data))
        slowest = max(slowest, harmless(tmp_path / name))
    assert slowest < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1_000_000


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sample=st.sampled_from(SAMPLES), seed=st.integers(0, 2**32))
def test_a_mutated_input_does_no_harm(tmp_path: Path, sample: tuple[str, bytes], seed: int) -> None:
    (tmp_path / sample[0]).write_bytes(mutated(random.Random(seed), sample[1]))
    assert harmless(tmp_path / sample[0]) < 5


HARD = {
    "one long line": "a" * 1_000_000,
    "one long line of words": "word " * 300_000,
    "many blank lines": "\n" * 1_000_000,
    "many spaces": "a" + " " * 1_000_000 + "b",
    "many short lines": "a\n" * 200_000,
    "many capitals": "A " * 60_000 + "\n" + "AB" * 100,
    "hyphens": "\n".join(["A-" * 150, "a-" * 150, "-" * 400, "By " + "Aa-" * 100, "(" + "A " * 100]),
    "digits": "\n".join(["1" * 180, "1 " * 90, "1:" * 90, "2018" * 45, "12.12.12." * 20, "Jan 1 " * 30]),
    "brackets": "\n".join(["(" * 400, "[" * 400, ")" * 400, "((((" * 100 + "))))" * 90]),
    "quotes": '"' * 100_000 + "\n" + "'" * 300 + "\n" + "” " * 200,
    "names": "AFP Reuters BBC reported said told " * 8_000,
    "cookies": "cookie accept " * 28 + "\n" + "all rights reserved " * 20,
    "shares": "\n".join(["facebook twitter " * 23, "share " * 70, "1 comments " * 30, "home > " * 55]),
    "credits": "\n".join(
        ["with inputs from " * 24, "contributed " * 34, "reporting by A " * 25, "photo by " * 44, "/AFP" * 100]
    ),
}


@pytest.mark.parametrize("kind", HARD)
def test_no_shape_of_text_takes_long(kind: str) -> None:
    read_text("Title Line Here\n\nA first sentence.")
    started = time.process_time()
    read_text(HARD[kind])
    assert time.process_time() - started < 5
