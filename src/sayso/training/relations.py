"""The linear model's weights: logistic regression over the features of ``coding.evidence`` and the frames' readings.

In: labelled rows. Out: one ``.npz`` file of features, types, weights and bias, the same byte for byte from the same rows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sayso.annotating import annotate
from sayso.coding.evidence import features, meanings
from sayso.coding.learned import voted
from sayso.coding.relating import readings, votes, with_mentions
from sayso.model import Settings
from sayso.reading import read_text
from sayso.training.rows import Row

_AT_LEAST = 2  # rows that a feature must occur in
_STRENGTH = 1.0


def evidence(row: Row) -> tuple[dict[str, float], Any]:
    """What the model sees of a row: its named features, and the meaning of their words."""
    settings = Settings()
    article = annotate(read_text(row.text), settings)
    named = features(article.parse, row.actor, row.recipient)
    with_mentions(article, row.actor, row.recipient)
    told = votes(readings(article, settings), row.actor, row.recipient)
    return named | voted({t: fit for t, (fit, _) in told.items()}), meanings(named)


def train(rows: list[Row], target: Path) -> None:
    """Fit the model on the rows and write its weights to ``target``; raises ImportError without scikit-learn."""
    write(target, *fitted([evidence(row) for row in rows], [row.event for row in rows]))


def write(target: Path, types: list[str], names: list[str], weights: Any, meaning: Any, bias: Any) -> None:
    """Write what :func:`fitted` gave to a file."""
    import numpy as np

    with target.open("wb") as out:
        np.savez_compressed(
            out,
            features=np.array("\n".join(names)),
            types=np.array("\n".join(types)),
            matrix=weights.astype("float16"),
            meaning=meaning.astype("float16"),
            bias=bias.astype("float32"),
        )


def fitted(
    seen: list[tuple[dict[str, float], Any]], events: list[str], strength: float = _STRENGTH
) -> tuple[list[str], list[str], Any, Any, Any]:
    """Types, feature names, a row of weights a feature, a row of weights a dimension of meaning, and a bias a type.

    ``strength`` is the inverse of the regularization's.
    """
    import numpy as np
    from scipy.sparse import csr_matrix, hstack
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    count: dict[str, int] = {}
    for named, _ in seen:
        for name in named:
            count[name] = count.get(name, 0) + 1
    vectorizer = DictVectorizer(dtype=np.float32)
    sparse = vectorizer.fit_transform([{n: v for n, v in named.items() if count[n] >= _AT_LEAST} for named, _ in seen])
    names = [str(n) for n in vectorizer.get_feature_names_out()]
    matrix = hstack([sparse, csr_matrix(np.stack([meaning for _, meaning in seen]))]).tocsr()
    model = LogisticRegression(C=strength, max_iter=1000).fit(matrix, events)
    weights = model.coef_.T if len(model.classes_) > 2 else np.hstack([-model.coef_.T, model.coef_.T]) / 2
    bias = model.intercept_ if len(model.classes_) > 2 else np.array([-1, 1]) * model.intercept_[0] / 2
    return [str(c) for c in model.classes_], names, weights[: len(names)], weights[len(names) :], bias
