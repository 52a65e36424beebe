"""Fine-tuning a transformer on labelled rows, for ``--weights`` beside or instead of the small model.

In: rows, and the local folder of any model that transformers can open for sequence classification. Out: a folder with the tokenizer, the
network and PLOVER's types as its labels. Uses a GPU where there is one; nothing is downloaded.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sayso.coding.learned import WeightsError
from sayso.coding.plugged import MOST_TOKENS, marked
from sayso.training.rows import Row

_AT_ONCE = 16
_RATE = 5e-5
_SEED = 1


def train(rows: list[Row], base: Path, target: Path, epochs: int, tell: Callable[[str], None]) -> None:
    """Train and write to ``target``; ``tell`` hears the loss after each epoch. Raises WeightsError for an unusable base."""
    try:
        import torch
        from transformers import AutoModelForSequenceClassification, AutoTokenizer
    except ImportError:
        raise WeightsError("training a transformer needs `pip install 'sayso[transformers]'`") from None
    types = sorted({row.event for row in rows})
    torch.manual_seed(_SEED)
    try:
        tokenizer = AutoTokenizer.from_pretrained(base, local_files_only=True)
        network = AutoModelForSequenceClassification.from_pretrained(
            base,
            local_files_only=True,
            num_labels=len(types),
            id2label=dict(enumerate(types)),
            label2id={t: n for n, t in enumerate(types)},
            ignore_mismatched_sizes=True,
        )
    except (OSError, ValueError, KeyError) as error:
        raise WeightsError(f"{base}: holds no model that can be trained ({str(error).splitlines()[0]})") from None
    device = "cuda" if torch.cuda.is_available() else "cpu"
    network.to(device).train()
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE)
    texts = [marked(row.text, row.actor, row.recipient) for row in rows]
    labels = [types.index(row.event) for row in rows]
    for epoch in range(1, epochs + 1):
        total = 0.0
        order = torch.randperm(len(rows)).tolist()
        for start in range(0, len(order), _AT_ONCE):
            batch = order[start : start + _AT_ONCE]
            read = tokenizer(
                [texts[n] for n in batch], padding=True, truncation=True, max_length=MOST_TOKENS, return_tensors="pt"
            ).to(device)
            loss = network(**read, labels=torch.tensor([labels[n] for n in batch], device=device)).loss
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            total += loss.item() * len(batch)
        tell(f"epoch {epoch} of {epochs}: loss {total / len(rows):.3f}")
    network.eval().save_pretrained(target)
    tokenizer.save_pretrained(target)
