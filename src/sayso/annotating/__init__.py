"""Annotating: the layers of an article, each a function that reads only the layers before it.

In: an Article as reading gives it. Out: the same Article with parse, sentences, actors, times, places, attributions and
factuality filled in.
"""

from __future__ import annotations

from sayso.annotating import actors, attribution, coreference, factuality, language, places, times
from sayso.knowledge.gazetteer import use
from sayso.knowledge.own import using
from sayso.model import Article, Settings

LAYERS = (language.add, actors.add, coreference.add, times.add, places.add, factuality.add, attribution.add)


def annotate(article: Article, settings: Settings) -> Article:
    """Run every layer over the article, in their order; raises ValueError for a gazetteer file that cannot be used."""
    if settings.gazetteer is not None:
        use(settings.gazetteer)
    with using(settings.knowledge):
        for add in LAYERS:
            add(article, settings)
    return article
