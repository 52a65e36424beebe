"""Relating: the event that a sentence tells between two given mentions.

In: an annotated Article and two spans of its text. Out: a :class:`Relation`. The frames' readings are weighed by how well each joins the
two; a learned model, which has seen how far such readings are right, decides among them and where there is none.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from sayso import ontology
from sayso.coding.between import completed
from sayso.coding.extraction import Mention, mentions
from sayso.coding.learned import model
from sayso.coding.own_frames import laid
from sayso.model import Actor, Article, Settings, Span

Told = Mapping[str, tuple[float, Mention]]


class Relation(msgspec.Struct):
    """The event between two mentions; ``score`` is from 0 to 1."""

    id: str
    event: str | None
    mode: list[str]
    auxiliary: list[str]
    quad_code: int | None
    score: float


def with_mentions(article: Article, actor: Span, recipient: Span) -> None:
    """See to it that both given spans are mentions of actors of their own."""
    for n, span in enumerate((actor, recipient)):
        root = article.parse.char_span(span.start, span.end, alignment_mode="expand").root
        article.actors = [a for a in article.actors if a.head != root.i]
        text = span.of(article.text)
        article.actors.append(
            Actor(
                span.start, span.end, text, text, None, None, "UNK", [], None, f"given {n}", "generic", [], None, root.i
            )
        )
    article.actors.sort(key=lambda a: a.start)


def readings(article: Article, settings: Settings) -> list[Mention]:
    """Every event that the frames read in the article."""
    return completed(mentions(article, laid(settings.frames).frames))


def votes(found: list[Mention], actor: Span, recipient: Span) -> dict[str, tuple[float, Mention]]:
    """By type, the reading that best joins the two spans, and how well it does."""
    told: dict[str, tuple[float, Mention]] = {}
    for m in found:
        fit = _fit(m, actor, recipient)
        if m.event not in told or fit > told[m.event][0]:
            told[m.event] = fit, m
    return told


def relate(article: Article, actor: Span, recipient: Span, settings: Settings) -> Relation:
    """The event of the sentence that best joins the two spans, by the frames' readings and the learned model together.

    Raises WeightsError for weights that cannot be used, FrameError for frames that cannot be read.
    """
    learned = model(settings.weights)
    with_mentions(article, actor, recipient)
    told = votes(readings(article, settings), actor, recipient)
    likely = learned.probabilities(article.parse, actor, recipient, {t: fit for t, (fit, _) in told.items()})
    kinds = ontology.load().types
    scores = {t: likely.get(t, 0.0) + FRAMES * (told[t][0] if t in told else 0.0) for t in kinds}
    event = max(scores, key=lambda t: scores[t])
    mention = told[event][1] if event in told else None
    return Relation(
        article.id,
        event,
        mention.mode if mention else [],
        mention.auxiliary if mention else [],
        kinds[event].quad,
        round(scores[event] / (1 + FRAMES), 3),
    )


# What a frame that joins the two counts for against the model's probability.
FRAMES = 1.0


def _fit(m: Mention, actor: Span, recipient: Span) -> float:
    """How well an event joins the two: both in their roles, one of them, or at least near."""
    who = any(_touch(a, actor) for a in m.actors)
    whom = any(_touch(a, recipient) for a in m.recipients) or (
        not m.recipients and any(_touch(a, recipient) for a in m.actors)
    )
    swapped = any(_touch(a, actor) for a in m.recipients) or any(_touch(a, recipient) for a in m.actors)
    at = m.head.idx
    inside = actor.start <= at < actor.end or recipient.start <= at < recipient.end
    far = min(abs(at - actor.end), abs(at - recipient.start)) / 400
    return float(
        max(0.05, 0.4 * who + 0.4 * whom + 0.1 * (swapped and not (who and whom)) + 0.15 - 0.2 * inside - min(0.1, far))
    )


def _touch(a: Actor, span: Span) -> bool:
    return a.start < span.end and span.start < a.end
