"""Who is said to have said what: the attribution layer.

In: an Article with its parse, sentences, blocks and actors. Out: ``article.attributions``, each with source, cue and
content spans as PARC 3 and PolNeAR draw them, the speaker, and the stance that the cue gives that speaker.
"""

from __future__ import annotations

from sayso.annotating.attribution import answers, direct, heading, introduced, nominal, prepositional, speakers, verbal
from sayso.annotating.attribution.kept import kept
from sayso.annotating.attribution.nested import outermost
from sayso.annotating.attribution.page import Found, Page
from sayso.annotating.attribution.result import attribution
from sayso.model import Article, Settings

__all__ = ["add"]


def add(article: Article, settings: Settings) -> None:
    """Fill ``article.attributions``, sorted by position, from the parse; without a parse there are none."""
    if article.parse is None:
        article.attributions = []
        return
    page = Page(article)
    found: list[Found] = []
    for search in (verbal.find, nominal.find, prepositional.find, heading.find):
        found.extend(f for f in search(page) if kept(page, f))
    short = {f.head: f for f in answers.find(page)}
    found = [f for f in found if f.head not in short or f.source is not None]
    heads = {f.head for f in found}
    found.extend(f for head, f in short.items() if head not in heads)
    found.extend(f for f in list(introduced.find(page, found)) if kept(page, f))
    direct.extend(page, found)
    found = outermost(page, found)
    made = [attribution(page, f) for f in found]
    made = [a for a in made if a.content and a.cue]
    made.sort(key=lambda a: (min(a.content[0], *a.cue, *a.source), a.cue))
    speakers.resolve(page, made)
    article.attributions = made
