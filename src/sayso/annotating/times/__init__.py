"""The times layer: TIMEX3 expressions, found by a grammar of words and resolved by publication date, tense and context.

In: an Article with its text, publication date and, where there is one, its parse. Out: ``article.times``. The flow is
tokens (tokens.py, lexicon.py) -> matches (grammar.py) -> meanings (readers.py, numbers.py) -> values (resolve.py with
tense.py and calendar.py); what a domain expert might correct is in ``data/times``. Spans and values follow TimeML as
TempEval-3 annotates it: no leading preposition, the article of "the third quarter", modifiers ("nearly two years").
"""

from __future__ import annotations

from datetime import date, timedelta

from sayso.annotating.times.calendar import span_of
from sayso.annotating.times.grammar import shipped_grammar
from sayso.annotating.times.meaning import Meaning
from sayso.annotating.times.readers import read
from sayso.annotating.times.resolve import Context
from sayso.annotating.times.tense import Tenses
from sayso.annotating.times.tokens import tags_of, tokenize
from sayso.model import Article, Settings, Time

__all__ = ["add", "span_of"]


def add(article: Article, settings: Settings) -> None:
    """Fill ``article.times``, in the order of the text."""
    tokens = list(tokenize(article.text, tags_of(article.parse)))
    tenses = Tenses(article.parse)
    context = Context(article.published)
    article.times = []
    for meanings in shipped_grammar().search(tokens, read):
        for meaning in meanings:
            start, end = tokens[meaning.first].start, tokens[meaning.last - 1].end
            value = context.value(meaning, tenses.direction(start, end), start)
            days = _loosely(meaning, article.text[start:end], span_of(value), context)
            first, last = (days[0].isoformat(), days[1].isoformat()) if days else (None, None)
            article.times.append(Time(start, end, article.text[start:end], meaning.type, value, first, last))


def _loosely(meaning: Meaning, text: str, days: Days | None, context: Context) -> Days | None:
    """The days that an expression may mean: "last week" in a paper of a Sunday also the week that ends that day, "two weeks ago"
    those around the day so long ago."""
    told = context.published
    weeks = (meaning.unit, meaning.base, meaning.weekday) == ("W", "now", None) and (meaning.shift or 0) < 0
    if days is None or told is None or not weeks or (days[1] - days[0]).days != _WEEK - 1:
        return days
    if text.lower().startswith("last"):
        return (days[0], told) if told.isoweekday() == _SUNDAY and (told - days[1]).days == _WEEK else days
    if text.lower().endswith("ago"):
        then = told + timedelta(weeks=meaning.shift or 0)
        return then - timedelta(days=_WEEK // 2), then + timedelta(days=_WEEK // 2)
    return days


Days = tuple[date, date]
_SUNDAY = 7
_WEEK = 7
