"""Where a paragraph is set by its first words: "In Jakarta, the foreign minister thanked …. Her ministry …".

In: the head token of officials or of a state's body, and the names. Out: the country whose capital or town opens the paragraph, or None.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import word_list
from sayso.annotating.actors.named import Named
from sayso.annotating.actors.where import country_at

_BACK = 150  # tokens


def opened_in(head: Any, names: dict[int, Named]) -> str | None:
    """The country of the place with which the paragraph opens; none where its officials met others, who are guests there."""
    sent = head.sent
    if any(t.lemma_ in word_list("meeting") for t in sent):
        return None
    if head.i + 1 < len(head.doc) and head.nbor(1).lower_ in ("in", "of", "from"):
        return None  # "the government in Manila"
    for _ in range(_BACK):
        code = _first_place(sent, names)
        if code is not None or sent.start == 0 or _starts_paragraph(sent):
            return code
        sent = sent.doc[sent.start - 1].sent
        if head.i - sent.start > _BACK:
            return None
    return None


def _starts_paragraph(sent: Any) -> bool:
    """Whether a line ends before a sentence or with its first words."""
    doc = sent.doc
    return "\n" in doc[sent.start - 1].text_with_ws or "\n" in doc[sent.start].text_with_ws


def _first_place(sent: Any, names: dict[int, Named]) -> str | None:
    """The country of "*In Jakarta*, …"."""
    words = [t for t in sent if not t.is_space][:_OPENING]
    if not words or words[0].text not in ("In", "At") or words[0].dep_ != "prep":
        return None
    places = [o for o in words[0].children if o.dep_ == "pobj" and o.i < words[-1].i]
    if not any(t.text == "," for t in words):
        return None
    return next((code for o in places if (code := country_at(names, o))), None)


_OPENING = 7  # words in which the place and its comma stand
