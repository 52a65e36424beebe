"""Reading: any news input in, one clean, dated, credited Article out.

In: paths (files, folders, ``-`` for JSON lines on standard input) or a text. Out: Articles one at a time, and a
`Problem` for each input that cannot be read, while the rest is still read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from sayso.model import Article, Settings
from sayso.reading.problems import Problem

__all__ = ["Problem", "read", "read_text"]


def read(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    on_problem: Callable[[Problem], None] = lambda problem: None,
    max_characters: int = Settings().max_characters,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Article]:
    """Read every article of the paths, in their order, one at a time.

    ``published`` (ISO 8601) dates the articles whose input gives no date; ``columns`` says which column of a table
    holds which field (``{"text": "body"}``). Bad inputs are told to ``on_problem``, one Problem each, and never raise;
    only a ``published`` that is no date raises ValueError, before anything is read.
    """
    from sayso.reading import inputs, jsonl
    from sayso.reading.articles import article
    from sayso.reading.dates import normal
    from sayso.reading.records import Input, Limits

    fallback = normal(published) if published else None
    if published and fallback is None:
        raise ValueError(f"{published!r} is not an ISO 8601 date or time")
    limits = Limits(max_characters)

    def articles() -> Iterator[Article]:
        for path in paths:
            if str(path) == "-":
                place = "standard input"
                stream = stdin or sys.stdin.buffer
                records = jsonl.records(
                    Input(name=place, place=place, stream=stream, limits=limits, on_problem=on_problem)
                )
            elif str(path) == "":
                on_problem(Problem("''", "is not a path"))
                continue
            else:
                records = inputs.from_path(Path(path), limits, on_problem, columns or {})
            for record in records:
                yield article(
                    record.text,
                    id=record.id,
                    title=record.title,
                    published=record.published,
                    fallback=fallback,
                    source=record.source,
                    url=record.url,
                    language=record.language,
                    credits=record.credits,
                )

    return articles()


def read_text(text: str, *, id: str = "text", published: str | None = None, title: str | None = None) -> Article:
    """The Article of a text that is at hand; ``published`` is an ISO 8601 date or time."""
    from sayso.reading.articles import article

    return article(text, id=id, title=title, published=published)
