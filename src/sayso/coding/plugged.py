"""A transformer in place of the small linear model: any local folder of a sequence classifier whose labels are PLOVER types.

In: a folder as ``sayso train --base`` or any other training with HuggingFace's transformers leaves it. Out: the same probabilities as the
linear model's. Nothing is ever downloaded; ``sayso[transformers]`` brings torch and transformers.
"""

from __future__ import annotations

from typing import Any

import msgspec

from sayso import ontology
from sayso.coding.learned import Votes, WeightsError
from sayso.model import Span

MOST_TOKENS = 256


class Transformer(msgspec.Struct):
    """A classifier of marked sentences; ``types`` are its labels in their order, "" for what is no type."""

    types: list[str]
    tokenizer: Any
    network: Any

    @classmethod
    def opened(cls, folder: str) -> Transformer:
        """The classifier of a folder; raises WeightsError where there is none, or where the extra is missing."""
        try:
            import torch
            from transformers import AutoModelForSequenceClassification, AutoTokenizer
            from transformers.utils import logging
        except ImportError:
            raise WeightsError(f"{folder}: a transformer needs `pip install 'sayso[transformers]'`") from None
        logging.set_verbosity_error()
        logging.disable_progress_bar()
        try:
            tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
            network = AutoModelForSequenceClassification.from_pretrained(folder, local_files_only=True)
        except (OSError, ValueError, KeyError) as error:
            said = str(error).splitlines()[0]
            raise WeightsError(f"{folder}: holds no sequence classifier that transformers can open ({said})") from None
        known = ontology.load().types
        labels = network.config.id2label
        types = [labels[n] if labels[n] in known else "" for n in range(len(labels))]
        if not any(types):
            raise WeightsError(
                f"{folder}: its labels are {', '.join(sorted(labels.values())[:3])}…, no PLOVER types; "
                "train it with `sayso train ROWS --base FOLDER --output OTHER`"
            )
        device = "cuda" if torch.cuda.is_available() else "cpu"
        return cls(types, tokenizer, network.to(device).eval())

    def probabilities(self, doc: Any, actor: Span, recipient: Span, votes: Votes) -> dict[str, float]:
        import torch

        read = self.tokenizer(
            marked(doc.text, actor, recipient), truncation=True, max_length=MOST_TOKENS, return_tensors="pt"
        ).to(self.network.device)
        with torch.no_grad():
            likely = torch.softmax(self.network(**read).logits[0].float(), -1).tolist()
        found = {t: p for t, p in zip(self.types, likely, strict=True) if t}
        total = sum(found.values()) or 1.0
        return {t: p / total for t, p in found.items()}


def marked(text: str, actor: Span, recipient: Span) -> str:
    """The text with the two mentions marked: ``[A] Kenya [/A] accused [R] Somalia [/R]``."""
    for mark, span in sorted((("A", actor), ("R", recipient)), key=lambda m: m[1], reverse=True):
        text = f"{text[: span.start]}[{mark}] {span.of(text)} [/{mark}]{text[span.end :]}"
    return text
