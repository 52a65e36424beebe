"""The whole road from an input to events: reading, annotating, coding, one article at a time.

In: paths or a text, and Settings. Out: annotated Articles with their Events; problems go to a callback and the rest goes on.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from sayso.knowledge.own import using, within
from sayso.model import Article, Event, Settings
from sayso.reading import Problem, read, read_text
from sayso.reading.doubts import doubt


def coded(
    paths: Iterable[str | Path],
    settings: Settings,
    on_problem: Callable[[Problem], None],
    stdin: BinaryIO | None = None,
    on_note: Callable[[str], None] = lambda note: None,
    columns: Mapping[str, str] | None = None,
    answers: bool = False,
) -> Iterator[tuple[Article, list[Event]]]:
    """Every article of the paths, annotated and coded, in their order; ``columns`` as :func:`sayso.reading.read` takes it.

    With ``answers``, which a ledger wants, an article's answers come behind its events.

    Raises ValueError when the settings cannot be met.
    """
    found = read(
        paths,
        published=settings.published,
        stdin=stdin,
        on_problem=on_problem,
        max_characters=settings.max_characters,
        columns=columns,
    )
    yield from coded_articles(found, settings, on_problem, on_note, answers)


def coded_articles(
    articles: Iterable[Article],
    settings: Settings,
    on_problem: Callable[[Problem], None],
    on_note: Callable[[str], None] = lambda note: None,
    answers: bool = False,
) -> Iterator[tuple[Article, list[Event]]]:
    """Articles as reading gives them, annotated and coded, in their order."""
    yield from within(settings.knowledge, _coded(articles, settings, on_problem, on_note, answers))


def _coded(
    articles: Iterable[Article],
    settings: Settings,
    on_problem: Callable[[Problem], None],
    on_note: Callable[[str], None],
    answers: bool,
) -> Iterator[tuple[Article, list[Event]]]:
    from sayso.annotating import annotate
    from sayso.coding import code, code_with_answers

    for article in articles:
        if not speaks(article, settings):
            on_problem(
                Problem(
                    article.id,
                    f"the text is in another language ({article.language})",
                    remedy="give a pipeline for it with --model; sayso's own reads English",
                )
            )
            continue
        if (wrong := doubt(article, date.today())) is not None:
            article.published = None
            on_note(f"{article.id}: {wrong}; it is left out, so relative dates stay unresolved")
        elif article.published is None:
            on_note(
                f"{article.id}: no publication date found, so relative dates stay unresolved; give one with --published"
            )
        try:
            annotate(article, settings)
            events = [*chain(*code_with_answers(article, settings))] if answers else code(article, settings)
        except Exception as error:  # a defect of ours: the other articles are still worth their records
            on_problem(_defect(article, error))
            continue
        yield article, events


def _defect(article: Article, error: Exception) -> Problem:
    """An article that our own code fails on, with what a maintainer needs to find out why."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    what = f"this article could not be coded: {type(error).__name__} in {Path(at.filename).name}, line {at.lineno}"
    return Problem(article.id, what, remedy="this is a defect in sayso; please report it with the article")


def speaks(article: Article, settings: Settings) -> bool:
    """Whether the pipeline reads the article's language; spaCy's names begin with theirs."""
    language = settings.model.split("_")[0]
    return article.language in (None, language) or len(language) != 2


def articles_of(path_or_text: str | Path, settings: Settings) -> Iterator[tuple[Article, list[Event]]]:
    """The articles of a path, or the one of a text; raises ValueError for what cannot be read."""

    def stop(problem: Problem) -> None:
        raise ValueError(str(problem))

    if isinstance(path_or_text, Path) or _is_path(path_or_text):
        yield from coded([path_or_text], settings, stop)
        return
    with using(settings.knowledge):
        found = _of_text(path_or_text, settings)
    yield found


def _of_text(text: str, settings: Settings) -> tuple[Article, list[Event]]:
    from sayso.annotating import annotate
    from sayso.coding import code

    article = annotate(read_text(text, published=settings.published), settings)
    return article, code(article, settings)


def _is_path(text: str) -> bool:
    try:
        return "\n" not in text and len(text) < 4096 and Path(text).exists()
    except (OSError, ValueError):
        return False
