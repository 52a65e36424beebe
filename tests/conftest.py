"""Fixtures: texts annotated and coded once, and small helpers to look into the result."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.annotating import annotate
from sayso.coding import code
from sayso.model import Article, Event, Settings
from sayso.reading import read_text


@cache
def _annotated(text: str, published: str | None, title: str | None) -> Article:
    return annotate(read_text(text, published=published, title=title), Settings())


@pytest.fixture(scope="session")
def annotated():
    """A function that annotates a text, once a text."""

    def made(text: str, published: str | None = None, title: str | None = None) -> Article:
        return _annotated(text, published, title)

    return made


@pytest.fixture(scope="session")
def coded():
    """A function that codes a text into events."""

    def made(text: str, published: str | None = None, merge: bool = True) -> list[Event]:
        return code(_annotated(text, published, None), Settings(merge=merge))

    return made
