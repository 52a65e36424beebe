"""Whoever is said to have done harm and says that others did it: "the minister said the killings were the work of jihadists", "blamed
the rebels for the raid", "it was soldiers who did it".

In: an annotated Article and its events as groups of mentions. Out: for each such statement a denial of the event that the text tells as
done by the speaker's own side. The words are in ``data/answers.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sayso.coding.extraction import Mention
from sayso.coding.granted import words_said
from sayso.coding.loose_days import one_time
from sayso.coding.reactions import Reaction
from sayso.coding.sides import has_a_side, side
from sayso.coding.targets import reference
from sayso.model import Actor, Article, Attribution, Claim, Span
from sayso.resources import table

_LAID = frozenset({"ASSAULT", "COERCE"})  # what one side does and may lay on another
_POINTING = frozenset("the this that these those it".split())


@cache
def _words(name: str) -> frozenset[str]:
    """A list of lemmas."""
    return frozenset(table("sayso.coding", "answers.toml")["others"][name])


def laid_on_others(
    article: Article, groups: list[list[Mention]], of: Any, made: Sequence[Sequence[Claim]]
) -> Iterator[Reaction]:
    """The denials by sides that lay their deed on others; ``of`` gives the speakers, ``made`` the claims known on each event."""
    deeds = [(n, g) for n, g in enumerate(groups) if g[0].event in _LAID and any(m.actors for m in g)]
    if not deeds:
        return
    by_head = {x.head: x for x in article.actors}
    owned = [{c.side for c in claims if c.stance in ("confirms", "claims responsibility")} for claims in made]
    said = ((a, s) for a in article.attributions if a.stance == "asserts" and a.content for s in of(a))
    for a, speaker in ((a, s) for a, s in said if s is not None and has_a_side(s)):
        mine = side(speaker)
        spans = (*a.content, *a.cue, *a.source)
        words = Span(min(s.start for s in spans), max(s.end for s in spans))
        done = {n: g for n, g in deeds if mine not in owned[n] and mine in _doers(g, a)}
        own = {m.event for g in groups for m in g if _inside(a, m) and mine in _doers([m])}
        kinds = {g[0].event for g in done.values()} - own
        told = words_said(article, a) if kinds else ()
        others = {kind for kind, doer in _blamed(told, by_head, kinds) if side(doer) != mine}
        for n, g in done.items():
            laid = g[0].event in others or (g[0].event in kinds and _is_others(groups, a, g, mine))
            if laid and g[0].head.idx < words.end:
                yield Reaction(n, speaker, "denies", words, a)


def _is_others(groups: list[list[Mention]], a: Attribution, deed: list[Mention], mine: str) -> bool:
    """Whether a source's words tell of the same victims, pointed at, that others did it: "*the* men had been killed by rebels"."""
    whom = {x.entity for m in deed for x in m.recipients}
    for m in (m for g in groups if g is not deed for m in g if m.event == deed[0].event and _inside(a, m)):
        doc = m.head.doc
        again = [x for x in m.recipients if x.entity in whom and (x.kind == "pronoun" or _is_pointed_at(doc[x.head]))]
        others = m.actors and mine not in _doers([m]) and not any(_is_first_person(doc[x.head]) for x in m.actors)
        if again and others and one_time(deed[0], m) and not m.auxiliary:
            return True
    return False


def _doers(deed: list[Mention], a: Attribution | None = None) -> set[str]:
    """The sides that are told to have done a deed, elsewhere than in a source's own words."""
    told = (m for m in deed if "negation" not in m.auxiliary and (a is None or not _inside(a, m)))
    return {side(x) for m in told for x in m.actors}


def _is_first_person(doer: Any) -> bool:
    """ "We", "our units": the speaker's own, whatever else is known of them."""
    return not {doer.lower_, *(c.lower_ for c in doer.lefts)}.isdisjoint({"we", "i", "our", "my"})


def _is_pointed_at(noun: Any) -> bool:
    return not {c.lower_ for c in noun.lefts}.isdisjoint(_POINTING)


def _inside(a: Attribution, m: Mention) -> bool:
    return any(s.start <= m.head.idx < s.end for s in a.content)


def _blamed(words: Iterable[Any], by_head: dict[int, Actor], kinds: set[str]) -> Iterator[tuple[str, Actor]]:
    """The deeds of some kinds that words lay on somebody, each with whom."""
    for t in words:
        meant = kinds & (reference(t) or frozenset()) if t.pos_ == "NOUN" and _is_pointed_at(t) else frozenset[str]()
        if meant:
            others = [i for i in _doers_of(t) if i in by_head and not _is_first_person(t.doc[i])]
            yield from ((kind, by_head[i]) for kind in meant for i in others)
        elif t.lemma_ == "be" and (doer := _by_cleft(t)) is not None and doer in by_head:
            yield from ((kind, by_head[doer]) for kind in kinds)


def _doers_of(deed: Any) -> list[int]:
    """The tokens of those by whom a deed, pointed at, is said to have been done."""
    verb = deed.head
    if deed.dep_ == "nsubjpass" and verb.lemma_.lower() in _words("done"):  # "the raid was carried out by gunmen"
        return [o.i for p in verb.children if p.dep_ == "agent" for o in p.children if o.dep_ == "pobj"]
    if deed.dep_ == "nsubj" and verb.lemma_ == "be":  # "the raid was the work of gunmen"
        works = [c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in _words("work")]
        return [o.i for w in works for p in w.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"]
    if deed.dep_ == "dobj" and verb.lemma_.lower() in _words("done"):  # "gunmen carried out the raid"
        return [c.i for c in verb.children if c.dep_ == "nsubj"]
    if deed.dep_ == "dobj" and verb.lemma_ == "blame":  # "blamed the raid on gunmen"
        return [o.i for p in verb.children if p.lower_ == "on" for o in p.children if o.dep_ == "pobj"]
    if deed.dep_ != "pobj":
        return []
    link = deed.head
    over = link.head
    if link.lower_ == "behind" and over.lemma_ == "be":  # "gunmen were behind the raid"
        return [c.i for c in over.children if c.dep_ == "nsubj"]
    if (
        link.lower_ == "for" and over.dep_ == "dobj" and over.head.lemma_ == "blame"
    ):  # whatever the parser hangs "for" on
        return [over.i]
    if link.lower_ == "for" and over.lemma_.lower() in ("responsible", "blame"):
        verb = over.head if over.pos_ == "ADJ" else over
        return [c.i for c in verb.children if c.dep_ == ("dobj" if over.lemma_ == "blame" else "nsubj")]
    return []


def _by_cleft(be: Any) -> int | None:
    """The token of who, "it was gunmen who did it", is said to have done something."""
    if not any(c.lower_ == "it" and c.dep_ in ("nsubj", "nsubjpass") for c in be.children):
        return None
    who = next((c for c in be.children if c.dep_ == "attr"), None)
    if who is None or any(c.dep_ == "neg" for c in be.children):
        return None
    clauses = [c for c in (*who.children, *be.children) if c.dep_ in ("relcl", "ccomp", "acl", "advcl")]
    done = any(w.dep_ == "nsubj" and w.lower_ in ("who", "that", "which") for c in clauses for w in c.children)
    return int(who.i) if done else None
