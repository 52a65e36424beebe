"""sayso reads the news and keeps the record: who did what to whom, when and where, and on whose say-so.

In: an article's path or text. Out: its events (:func:`code`), everything found in place (:func:`annotate`), or the event
between two mentions (:func:`relate`). Models and data load when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sayso.coding.relating import Relation
    from sayso.model import Article, Event

__all__ = ["annotate", "code", "relate"]


def code(
    path_or_text: str | Path,
    *,
    published: str | None = None,
    model: str | None = None,
    merge: bool = True,
    frames: str | Path | Sequence[str | Path] = (),
    knowledge: str | Path | None = None,
    explain: bool = False,
    gazetteer: str | Path | None = None,
) -> list[Event]:
    """The events of an article or of every article of a path.

    ``published`` (ISO 8601) dates what carries no date; ``model`` names an installed spaCy pipeline; without ``merge`` there is one
    event a mention; ``frames`` are files of your own frames and ``knowledge`` a directory of your own knowledge files, of which a row
    that cannot be used is left out with a warning; with ``explain`` the events carry their ``grounds``; ``gazetteer`` is
    a file that ``sayso gazetteer build`` made. Raises ValueError for an
    input, a frame file or a directory that cannot be read.
    """
    from sayso.pipeline import articles_of

    return [
        e
        for _, events in articles_of(
            path_or_text, _settings(published, model, frames, knowledge, gazetteer, merge=merge, explain=explain)
        )
        for e in events
    ]


def annotate(
    path_or_text: str | Path,
    *,
    published: str | None = None,
    model: str | None = None,
    frames: str | Path | Sequence[str | Path] = (),
    knowledge: str | Path | None = None,
    explain: bool = False,
    gazetteer: str | Path | None = None,
) -> list[Article]:
    """The article of a text, or every article of a path, with its layers; arguments and errors as in :func:`code`.

    With ``explain`` the places carry their ``candidates``.
    """
    from sayso.pipeline import articles_of

    settings = _settings(published, model, frames, knowledge, gazetteer, explain=explain)
    return [article for article, _ in articles_of(path_or_text, settings)]


def relate(
    text: str,
    actor: tuple[int, int],
    recipient: tuple[int, int],
    *,
    model: str | None = None,
    frames: str | Path | Sequence[str | Path] = (),
    knowledge: str | Path | None = None,
    weights: str | Path | None = None,
) -> Relation:
    """The event between two mentions of a text, given as (start, end) offsets; raises ValueError for spans outside of it.

    ``weights`` is a file that ``sayso train`` made, or the local folder of a transformer that tells PLOVER's types.
    """
    from sayso.annotating import annotate as layers
    from sayso.coding.relating import relate as between
    from sayso.knowledge.own import using
    from sayso.model import Span
    from sayso.reading import read_text

    for start, end in (actor, recipient):
        if not 0 <= start < end <= len(text):
            raise ValueError(f"the span [{start}, {end}] does not lie in the text of {len(text)} characters")
    settings = _settings(None, model, frames, knowledge, weights=None if weights is None else str(weights))
    with using(settings.knowledge):
        return between(layers(read_text(text), settings), Span(*actor), Span(*recipient), settings)


def _settings(
    published: str | None,
    model: str | None,
    frames: str | Path | Sequence[str | Path],
    knowledge: str | Path | None,
    gazetteer: str | Path | None = None,
    **chosen: Any,
) -> Settings:
    import warnings
    from pathlib import Path

    from sayso.model import DEFAULT_MODEL, Settings

    files = tuple(map(str, [frames] if isinstance(frames, (str, Path)) else frames))
    directory = None if knowledge is None else str(knowledge)
    if directory is not None:
        from sayso.knowledge.own import own

        for wrong in own(directory).problems:
            warnings.warn(str(wrong), stacklevel=3)
    if files:
        from sayso.coding.own_frames import laid

        for problem in laid(files).problems:
            warnings.warn(problem, stacklevel=3)
    return Settings(
        model=model or DEFAULT_MODEL,
        published=published,
        frames=files,
        knowledge=directory,
        gazetteer=None if gazetteer is None else str(gazetteer),
        **chosen,
    )


if TYPE_CHECKING:
    from sayso.model import Settings
