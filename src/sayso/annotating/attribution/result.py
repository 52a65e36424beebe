"""From token ranges to the model's Attribution: offsets, speaker, stance, and what the cue makes of the content.

In: the Page with the article's actors, and a Found. Out: an Attribution.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import words
from sayso.annotating.attribution.page import Found, Page, Range
from sayso.annotating.attribution.stance import stance
from sayso.model import Actor, Attribution, Factuality, Span, Stance


def attribution(page: Page, found: Found) -> Attribution:
    """The Attribution for one Found."""
    source = [_span(page, found.source)] if found.source is not None else []
    content = [_span(page, r) for r in sorted(found.content)]
    position = stance(page, found)
    made = Attribution(
        source=source,
        cue=[_span(page, found.cue)],
        content=content,
        stance=position,
        quoted=any(page.quote[i] >= 0 for r in found.content for i in range(*r)),
        cue_head=found.head,
        factuality=firmness(found, position),
    )
    if source and found.source is not None:
        actor = _speaker(page, found.source, source[0]) or _behind_words(page, found.source, source[0])
        actor = actor or _before_who(page, found.source)
        made.speaker = (actor.identifier_text or actor.text) if actor is not None else _own_name(page, found.source)
        made.speaker_entity = (actor.entity or None) if actor is not None else None
    return made


def _antecedent(head: Any) -> Any | None:
    """The noun that a "who" or "which" stands for."""
    if head.tag_ not in ("WP", "WDT"):
        return None
    clause = head.head
    while clause.dep_ not in ("relcl", "ROOT"):
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else None


def _before_who(page: Page, source: Range) -> Actor | None:
    """The actor whom a "who" stands for: "the minister, *who* had denied it"."""
    before = _antecedent(page.doc[source[0] : source[1]].root)
    if before is None:
        return None
    token = Span(before.idx, before.idx + len(before))
    known = [a for a in page.actors_near(token) if a.head == before.i or a.start <= before.idx < a.end]
    return max(known, key=lambda a: (a.head == before.i, a.end - a.start), default=None)


def _own_name(page: Page, source: Range) -> str:
    """What a source that is no known actor calls itself: its name without appositions, or what a "who" stands for."""
    head = page.doc[source[0] : source[1]].root
    if (before := _antecedent(head)) is not None:
        start, _ = page.noun_phrase(before)
        return _text(page, (start, before.i + 1))
    end = next((c.left_edge.i for c in head.children if c.dep_ in ("appos", "relcl") and c.i > head.i), source[1])
    inner = page.trim(source[0], max(end, head.i + 1))
    return _text(page, inner or source)


def _text(page: Page, found: Range) -> str:
    return _span(page, found).of(page.text)


def _span(page: Page, found: Range) -> Span:
    first, last = page.doc[found[0]], page.doc[found[1] - 1]
    return Span(first.idx, last.idx + len(last))


def _speaker(page: Page, found: Range, span: Span) -> Actor | None:
    """The actor mention on the source's head token, else the longest one inside the source."""
    head = page.doc[found[0] : found[1]].root
    inside = [a for a in page.actors_near(span) if a.start < span.end and span.start < a.end]
    on_head = [a for a in inside if a.head == head.i or a.start <= head.idx < a.end]
    pool = on_head or [a for a in inside if 0 <= a.head < len(page.doc) and _names(page.doc[a.head], head)]
    return max(pool, key=lambda a: (a.identifier_text is not None, a.end - a.start, -a.start)) if pool else None


def _behind_words(page: Page, found: Range, span: Span) -> Actor | None:
    """Whose words a written source is: "an email signed by publicity chief Ana Rios", "a letter from the union"."""
    head = page.doc[found[0] : found[1]].root
    if head.lemma_.lower() not in words("medium"):
        return None
    inside = [a for a in page.actors_near(span) if span.start <= a.start and a.end <= span.end and a.head >= 0]
    of = [a for a in inside if page.doc[a.head].dep_ in ("pobj", "poss", "compound") and a.sector != "JRN"]
    return of[0] if of else None


def _names(word: Any, head: Any) -> bool:
    """Whether a word inside a source names the one who speaks, not their owner or whom they speak for."""
    while word.i != head.i:
        if word.dep_ not in ("compound", "nmod", "flat", "appos") or (word.dep_ == "appos" and head.pos_ == "PROPN"):
            return False
        word = word.head
    return True


def firmness(found: Found, position: Stance) -> Factuality:
    """How firmly the source itself, by its cue and position, puts the content: FactBank's value.

    "denied" gives CT-, "did not deny" or "declined to confirm" Uu, "does not believe" PR-; what is only asked for,
    offered, promised, threatened or taken back is left open.
    """
    value = found.entry.factuality
    if position in _OPEN:
        return "Uu"
    if position == "claims responsibility":
        return "CT+"
    if position == "denies":
        return value if value.endswith("-") else "CT-"
    if found.entry.kind == "rejection":
        return "Uu"
    if found.negated or found.governor:
        return _NEGATED[value] if found.entry.kind == "belief" else "Uu"
    return "PR+" if position == "reports" and value == "CT+" else value


_OPEN = frozenset(("declines to comment", "does not confirm", "demands", "offers", "promises", "threatens", "retracts"))
_NEGATED: dict[Factuality, Factuality] = {
    "CT+": "Uu",
    "PR+": "PR-",
    "PS+": "PS-",
    "CT-": "Uu",
    "PR-": "PS+",
    "PS-": "PS+",
    "Uu": "Uu",
}
