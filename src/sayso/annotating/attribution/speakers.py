"""Who the "he" of "he said" is where coreference knows nobody: the one whose words these are, or who spoke before.

In: the article's attributions in the order of the text. Out: the same, a pronoun's speaker replaced by the speaker of the
attribution around it ("the company said it denied"), else by the last named one of its paragraph or the paragraph before; "the
statement" is whoever made one.
"""

from __future__ import annotations

from sayso.annotating.attribution.lexicon import words
from sayso.annotating.attribution.page import Page
from sayso.model import Attribution

_PERSONS = frozenset(("he", "she", "his", "her"))
_QUOTED = frozenset(("i", "we", "my", "our"))
_PRONOUNS = _PERSONS | _QUOTED | frozenset(("it", "its", "they", "their"))


def resolve(page: Page, made: list[Attribution]) -> None:
    """Give every pronoun among the speakers the name that it most likely stands for."""
    named: list[tuple[int, Attribution]] = []
    for n, a in enumerate(made):
        if not a.source:
            continue
        word = a.source[0].of(page.text).lower()
        if a.speaker_entity is None and (written := _written(word)) is not None:
            told = next((b for _, b in reversed(named[-_NEAR:]) if b.speaker_entity and written in _cue(page, b)), None)
            if told is not None:  # "said in a statement … the statement said"
                a.speaker, a.speaker_entity = told.speaker, told.speaker_entity
        if word not in _PRONOUNS:
            named.append((page.paragraph_at(a.source[0].start), a))
        elif a.speaker_entity is None:
            before = next(
                (b for p, b in reversed(named[-8:]) if 0 <= page.paragraph_at(a.source[0].start) - p <= 1), None
            )
            other = _around(page, a, made, n) or before
            if other is not None and other.speaker:
                a.speaker, a.speaker_entity = other.speaker, other.speaker_entity


_NEAR = 8  # attributions


def _written(source: str) -> str | None:
    """The noun of a source that is only the words spoken of before: "the statement"."""
    determiner, _, noun = source.partition(" ")
    return noun if determiner in ("the", "this", "that") and noun in words("medium") else None


def _cue(page: Page, a: Attribution) -> str:
    """The words of saying and of what was said in: "announced in a statement"."""
    return " ".join(s.of(page.text).lower() for s in (*a.cue, *a.source))


def _around(page: Page, a: Attribution, made: list[Attribution], n: int) -> Attribution | None:
    """The narrowest of the attributions nearby in whose content the source stands."""
    holding = [
        b
        for b in made[max(0, n - 6) : n + 6]
        if b is not a and b.speaker and any(s.contains(a.source[0]) for s in b.content) and _agree(page, a, b)
    ]
    return min(holding, key=lambda b: sum(s.end - s.start for s in b.content), default=None)


def _agree(page: Page, a: Attribution, b: Attribution) -> bool:
    """Whether two sources may be one: a pronoun is not another pronoun's."""
    one, other = (x.source[0].of(page.text).lower() for x in (a, b))
    return other not in _PRONOUNS or one[0] == other[0]
