"""The times layer: TIMEX3 expressions, found by a grammar of words and resolved by publication date, tense and context.

In: an Article with its text, publication date and, where there is one, its parse. Out: ``article.times``. The flow is
tokens (tokens.py, lexicon.py) -> matches (grammar.py) -> meanings (readers.py, numbers.py) -> values (resolve.py with
tense.py and calendar.py); what a domain expert might correct is in ``data/times``. Spans and values follow TimeML as
TempEval-3 annotates it: no leading preposition, the article of "the third quarter", modifiers ("nearly two years").
"""

from __future__ import annotations

from sayso.annotating.times.calendar import span_of
from sayso.annotating.times.grammar import shipped_grammar
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
            days = span_of(value)
            first, last = (days[0].isoformat(), days[1].isoformat()) if days else (None, None)
            article.times.append(Time(start, end, article.text[start:end], meaning.type, value, first, last))
