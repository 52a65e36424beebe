"""sayso reads the news and keeps the record: who did what to whom, when and where, and on whose say-so.

In: an article's path or text. Out: its events (:func:`code`), everything found in place (:func:`annotate`), or the event
between two mentions (:func:`relate`). Models and data load when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.coding.relating import Relation
    from sayso.model import Article, Event

__all__ = ["annotate", "code", "relate"]


def code(
    path_or_text: str | Path, *, published: str | None = None, model: str | None = None, merge: bool = True
) -> list[Event]:
    """The events of an article or of every article of a path.

    ``published`` (ISO 8601) dates what carries no date; ``model`` names an installed spaCy pipeline; without ``merge`` there is one
    event a mention. Raises ValueError for an input that cannot be read.
    """
    from sayso.pipeline import articles_of

    return [e for _, events in articles_of(path_or_text, _settings(published, model, merge)) for e in events]


def annotate(path_or_text: str | Path, *, published: str | None = None, model: str | None = None) -> list[Article]:
    """The article of a text, or every article of a path, with its layers; arguments and errors as in :func:`code`."""
    from sayso.pipeline import articles_of

    return [article for article, _ in articles_of(path_or_text, _settings(published, model, True))]


def relate(text: str, actor: tuple[int, int], recipient: tuple[int, int], *, model: str | None = None) -> Relation:
    """The event between two mentions of a text, given as (start, end) offsets; raises ValueError for spans outside of it."""
    from sayso.annotating import annotate as layers
    from sayso.coding.relating import relate as between
    from sayso.model import Span
    from sayso.reading import read_text

    for start, end in (actor, recipient):
        if not 0 <= start < end <= len(text):
            raise ValueError(f"the span [{start}, {end}] does not lie in the text of {len(text)} characters")
    return between(layers(read_text(text), _settings(None, model, True)), Span(*actor), Span(*recipient))


def _settings(published: str | None, model: str | None, merge: bool) -> Settings:
    from sayso.model import Settings

    return (
        Settings(published=published, merge=merge)
        if model is None
        else Settings(model=model, published=published, merge=merge)
    )


if TYPE_CHECKING:
    from sayso.model import Settings
