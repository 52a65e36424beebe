"""From token ranges to the model's Attribution: offsets, speaker, stance, and what the cue makes of the content.

In: the Page with the article's actors, and a Found. Out: an Attribution.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.attribution.lexicon import Cue, cues, words
from sayso.annotating.attribution.page import Found, Page, Range
from sayso.model import Actor, Article, Attribution, Factuality, Span, Stance

_MARKS = frozenset("\"“”«»")


def attribution(page: Page, found: Found) -> Attribution:
    """The Attribution for one Found."""
    source = [_span(page, found.source)] if found.source is not None else []
    content = [_span(page, r) for r in sorted(found.content)]
    made = Attribution(
        source=source,
        cue=[_span(page, found.cue)],
        content=content,
        stance=_stance(page, found),
        quoted=any(page.quote[i] >= 0 for r in found.content for i in range(*r)),
        cue_head=found.head,
    )
    if source and found.source is not None:
        actor = _speaker(page, found.source, source[0])
        made.speaker = (actor.identifier_text or actor.text) if actor is not None else source[0].of(page.text)
        made.speaker_entity = (actor.entity or None) if actor is not None else None
    return made


def _span(page: Page, found: Range) -> Span:
    first, last = page.doc[found[0]], page.doc[found[1] - 1]
    return Span(first.idx, last.idx + len(last))


def _speaker(page: Page, found: Range, span: Span) -> Actor | None:
    """The actor mention on the source's head token, else the longest one inside the source."""
    head = page.doc[found[0] : found[1]].root
    inside = [a for a in page.actors_near(span) if a.start < span.end and span.start < a.end]
    on_head = [a for a in inside if a.head == head.i or a.start <= head.idx < a.end]
    pool = on_head or inside
    return max(pool, key=lambda a: (a.identifier_text is not None, a.end - a.start, -a.start)) if pool else None


def _stance(page: Page, found: Found) -> Stance:
    lemma = found.entry.cue
    stance = found.entry.stance
    minus = found.negated or bool(found.governor)
    target = _target_lemmas(page, found)
    if minus and lemma in words("comment"):
        return "declines to comment"
    if minus and (stance == "confirms" or lemma in words("confirming")):
        return "does not confirm"
    if minus and stance == "denies":
        return "does not confirm"
    if lemma in ("claim", "take", "assume", "accept", "admit") and target & words("responsibility"):
        return "claims responsibility"
    if lemma == "claim" and target & words("violence") and not _is_clause(page, found):
        return "claims responsibility"
    if stance == "retracts" and not target & words("retractable"):
        return "asserts"
    if minus and stance in ("promises", "offers", "threatens", "demands", "retracts"):
        return "asserts"
    return stance


def _is_clause(page: Page, found: Found) -> bool:
    return any(c.dep_ in ("ccomp", "xcomp") for c in page.doc[found.head].children)


def _target_lemmas(page: Page, found: Found) -> set[str]:
    """The nouns of a content that is a phrase; a claim of responsibility names its deed in one."""
    return {page.doc[i].lemma_.lower() for r in found.content for i in range(*r) if page.doc[i].pos_ in ("NOUN", "PROPN")}


def _entry(article: Article, made: Attribution) -> tuple[Cue | None, Any]:
    if made.cue_head < 0 or article.parse is None:
        return None, None
    token = article.parse[made.cue_head]
    kind = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv"}.get(token.pos_, "prep")
    lemma = token.lemma_.lower()
    phrases = [f"{lemma} {c.lower_}" for c in token.children if c.dep_ in ("prt", "prep")]
    for table in (kind, "modifier", "prep"):
        for key in (*phrases, lemma, token.lower_):
            if key in cues(table):
                return cues(table)[key], token
    return None, token


def cue_factuality(article: Article, made: Attribution) -> Factuality:
    """How firmly the source itself, by its cue, puts the content: FactBank's value from cues.csv, turned by negation.

    "denied" gives CT-, "did not deny" or "declined to confirm" Uu, "does not believe" PR-.
    """
    if made.stance in ("declines to comment", "does not confirm"):
        return "Uu"
    entry, token = _entry(article, made)
    if entry is None:
        return "CT+"
    if not any(c.dep_ == "neg" for c in token.children):
        return entry.factuality
    return _NEGATED[entry.factuality] if entry.kind == "belief" else "Uu"


_NEGATED: dict[Factuality, Factuality] = {
    "CT+": "Uu", "PR+": "PR-", "PS+": "PS-", "CT-": "Uu", "PR-": "PS+", "PS-": "PS+", "Uu": "Uu",
}
