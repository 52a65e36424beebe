"""The learned part beside the frames: how likely each PLOVER type is between two mentions of a sentence.

In: a parse, two spans, and how well the frames' readings join them. Out: a probability for each type. A :class:`Model` is the small
linear one that comes with sayso, one that ``sayso train`` made, or a transformer in a local folder: :func:`model` opens any of them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Protocol

import msgspec

from sayso import ontology
from sayso.coding.evidence import features, meanings
from sayso.model import Span

Votes = Mapping[str, float]


class Model(Protocol):
    """What tells the type between two mentions."""

    def probabilities(self, doc: Any, actor: Span, recipient: Span, votes: Votes) -> dict[str, float]:
        """How likely each type is; ``votes`` says by type how well a frame's reading joins the two, from 0 to 1."""
        ...  # pragma: no cover


class WeightsError(ValueError):
    """Weights that cannot be used; the message says why and what to give."""


class Linear(msgspec.Struct, frozen=True):
    """A linear model: ``matrix`` has a row a named feature and a column a type, ``meaning`` a row a dimension
    of the word vectors' blocks.
    """

    types: tuple[str, ...]
    rows: dict[str, int]
    matrix: Any
    meaning: Any
    bias: Any

    def probabilities(self, doc: Any, actor: Span, recipient: Span, votes: Votes) -> dict[str, float]:
        named = features(doc, actor, recipient)
        return self.likely(named | voted(votes), meanings(named) @ self.meaning)

    def likely(self, named: Mapping[str, float], besides: Any = 0.0) -> dict[str, float]:
        """How likely each type is by named features; ``besides`` is added to the types' scores."""
        import numpy as np

        score = self.bias + besides
        for name, value in named.items():
            row = self.rows.get(name)
            if row is not None:
                score = score + value * self.matrix[row]
        score = np.exp(score - score.max())
        return {t: float(p) for t, p in zip(self.types, score / score.sum(), strict=True)}


_VOTE = 2.0


def voted(votes: Votes) -> dict[str, float]:
    """The frames' readings as features: how well each joins the two, and which of them does best."""
    best = max(votes.values(), default=0.0)
    found = {f"v={t}": _VOTE * fit for t, fit in votes.items()}
    return found | {f"best={t}": _VOTE for t, fit in votes.items() if fit == best}


def model(weights: str | None) -> Model:
    """The model of a file or folder, the packaged one for None.

    Raises WeightsError for what holds no model.
    """
    if weights is None:
        return _packaged()
    path = Path(weights)
    try:
        stamp = path.stat().st_mtime_ns
    except OSError as error:
        raise WeightsError(
            f"{weights}: {error.strerror}; give a file that `sayso train` made, or a transformer's local folder"
        ) from None
    return _opened(weights, stamp)


@cache
def _opened(weights: str, stamp: int) -> Model:
    if Path(weights).is_dir():
        from sayso.coding.plugged import Transformer

        return Transformer.opened(weights)
    return read(Path(weights))


@cache
def _packaged() -> Linear:
    with as_file(files("sayso.coding").joinpath("data", "relation.npz")) as path:
        return read(path)


def read(path: Path) -> Linear:
    """The linear model of events in a file; raises WeightsError."""
    found = stored(path)
    if not set(found.types) <= set(ontology.load().types):
        raise WeightsError(f"{path}: these weights do not fit this version; make them again with `sayso train`")
    return found


def stored(path: Path) -> Linear:
    """The linear model of a file, whatever it tells apart; raises WeightsError."""
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as held:
            names = str(held["features"]).split("\n")
            found = Linear(
                tuple(str(held["types"]).split("\n")),
                {n: i for i, n in enumerate(names)},
                held["matrix"].astype("float32"),
                held["meaning"].astype("float32"),
                held["bias"].astype("float32"),
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, AttributeError, TypeError):
        raise WeightsError(f"{path}: holds no weights; give a file that `sayso train` made") from None
    width = len(found.types)
    shapes = [found.matrix.shape, found.meaning.shape[1:], found.bias.shape]
    if shapes != [(len(names), width), (width,), (width,)]:
        raise WeightsError(f"{path}: these weights do not fit this version; make them again with `sayso train`")
    return found
