"""The relation model's weights: logistic regression over the features of ``coding.learned``.

In: labelled rows. Out: one ``.npz`` file of features, types, weights and bias, the same byte for byte from the same rows.
"""

from __future__ import annotations

from pathlib import Path

from sayso.annotating.language import pipeline
from sayso.coding.learned import features
from sayso.model import Settings
from sayso.training.rows import Row

_AT_LEAST = 2  # rows that a feature must occur in
_STRENGTH = 1.0


def train(rows: list[Row], target: Path) -> None:
    """Fit the model on the rows and write its weights to ``target``."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    nlp = pipeline(Settings().model)
    parses = nlp.pipe([r.text for r in rows])
    found = [features(doc, r.actor, r.recipient) for doc, r in zip(parses, rows, strict=True)]
    count: dict[str, int] = {}
    for f in found:
        for name in f:
            count[name] = count.get(name, 0) + 1
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{n: v for n, v in f.items() if count[n] >= _AT_LEAST} for f in found])
    model = LogisticRegression(C=_STRENGTH, max_iter=1000).fit(matrix, [r.event for r in rows])
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as out:
        np.savez_compressed(
            out,
            features=np.array("\n".join(vectorizer.get_feature_names_out())),
            types=np.array("\n".join(model.classes_)),
            matrix=model.coef_.T.astype("float16"),
            bias=model.intercept_.astype("float32"),
        )
