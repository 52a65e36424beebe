"""Issues: what a demand, an offer, an acceptance or a refusal is about, as words of the text and as a name that others share.

In: the event mentions of an article, grouped. Out: for each group its :class:`Issue` list. The words are the object or the
complement of the stance word; "the initiative" and "it" mean the issue that another party named before. Names come from
head nouns by ``data/issues.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

import msgspec

from sayso.coding.extraction import Mention
from sayso.coding.frames import REFUSED
from sayso.model import Article, Issue, Position
from sayso.resources import table

_SENTENCES = 4  # how far back "the initiative" looks
_CLAUSES = ("ccomp", "xcomp", "acl", "pcomp")
_OBJECTS = ("dobj", "obj", "attr", "oprd")
_LINKS = ("for", "on", "to", "of", "against", "in", "about", "over")
_MEASURES = ("DATE", "TIME", "CARDINAL", "QUANTITY", "MONEY", "PERCENT")
_HELD_BACK = frozenset({"negation", "hypothetical"})


class Words(msgspec.Struct, frozen=True):
    """The word lists of ``data/issues.toml``; ``names`` gives the common name of a lemma."""

    positions: dict[str, Position]
    types: dict[str, Position]
    shells: frozenset[str]
    light: frozenset[str]
    manner: frozenset[str]
    endings: tuple[str, ...]
    standing: frozenset[str]
    names: dict[str, str]
    relational: frozenset[str]


@cache
def words() -> Words:
    """The word lists, read once."""
    found = table("sayso.coding", "issues.toml")
    positions = {w: p for p, ws in found["positions"].items() for w in ws}
    assert set(positions.values()) | set(found["types"].values()) <= set(get_args(Position))
    return Words(
        positions=positions,
        types=found["types"],
        shells=frozenset(found["shells"]["words"]),
        light=frozenset(found["light"]["words"]),
        manner=frozenset(found["manner"]["words"]),
        endings=tuple(found["manner"]["endings"]),
        standing=frozenset(found["standing"]["words"]),
        names={w: ws[0] for ws in found["names"]["words"] for w in ws},
        relational=frozenset(found["relational"]["words"]),
    )


def issues(article: Article, groups: list[list[Mention]]) -> list[list[Issue]]:
    """What each group's mentions take a position on, each issue once."""
    found: list[list[Issue]] = [[] for _ in groups]
    told: list[tuple[Mention, Issue]] = []
    heads = {m.head.i for g in groups for m in g}
    for _, n, k in sorted((m.head.i, n, k) for n, g in enumerate(groups) for k, m in enumerate(g)):
        m = groups[n][k]
        for issue in (_issue(article, m, told), *_beside(article, m, heads)):
            if issue is None:
                continue
            told.append((m, issue))
            if all((x.position, x.topic) != (issue.position, issue.topic) for x in found[n]):
                found[n].append(issue)
    return found


def _beside(article: Article, m: Mention, heads: set[int]) -> list[Issue]:
    """What a party takes up in the same breath: "rejected the demand, insisting that the withdrawal must be gradual"."""
    if not _is_told(article, m) or not _is_stance(m):
        return []
    found = []
    for c in m.head.children:
        position = words().positions.get(c.lemma_.casefold())
        own_subject = any(x.dep_ in ("nsubj", "nsubjpass") for x in c.children)
        if c.dep_ == "advcl" and c.tag_ == "VBG" and position and c.i not in heads and not own_subject:
            node = _named(_complement(c))
            issue = _made(article, c, position, node) if node is not None and not _is_shell(node) else None
            found += [issue] if issue is not None else []
    return found


def _issue(article: Article, m: Mention, told: list[tuple[Mention, Issue]]) -> Issue | None:
    position = _position(m)
    if position is None or not _is_told(article, m):
        return None
    node = _named(_complement(m.head) if _is_stance(m) else m.head)
    if node is None:
        return None
    return _named_before(m, position, told) if _is_shell(node) else _made(article, m.head, position, node)


def _is_told(article: Article, m: Mention) -> bool:
    """Whether the position is told as taken: neither denied nor asked about nor only possible."""
    factual = article.factuality.get(m.head.i)
    doubted = factual is not None and (
        "question" in factual.reasons or ("hedge" in factual.reasons and factual.value.startswith("PS"))
    )
    return not (m.definite or doubted or _HELD_BACK & set(m.auxiliary))


def _named(node: Any) -> Any:
    """The word that names the issue, under light verbs and words that hold another."""
    while node is not None and (inner := _inside(node)) is not None:
        node = inner
    return node


def _is_shell(node: Any) -> bool:
    return node.lemma_.casefold() in words().shells or node.pos_ == "PRON"


def _is_stance(m: Mention) -> bool:
    """Whether the trigger is a stance word ("reject"), not the deed itself that one will or will not do."""
    if m.frame is None or m.frame.event != m.event:
        return False
    return not any(REFUSED in c.paths for c in m.frame.when)  # "will not give up its weapons"


def _position(m: Mention) -> Position | None:
    w = words()
    found = w.types.get(m.event)
    if found is None or found == "rejects":
        return found
    if not _is_stance(m):
        return "offers"
    told = [m.head, *(c for c in m.head.children if c.dep_ == "acomp")]
    return next((w.positions[x] for t in told if (x := t.lemma_.casefold()) in w.positions), found)


def _complement(head: Any) -> Any:
    """What the stance word is about: its clause, else its object, else what a preposition leads to."""
    scope = [head, *(c for c in head.children if c.dep_ in ("acomp", "prt") and c.i > head.i)]
    children = [c for h in scope for c in h.children]
    clause = next((c for c in children if c.dep_ in _CLAUSES and c.i > head.i), None)
    if clause is not None and clause.pos_ in ("VERB", "AUX"):
        return clause
    found = next((c for c in children if c.dep_ in (*_OBJECTS, "nsubjpass") and not _is_party(c)), None)
    if found is not None:
        return found
    for p in (c for c in children if c.dep_ in ("prep", "dative") and c.lower_ in _LINKS):
        for o in p.children:
            if o.dep_ in ("pobj", "pcomp") and not _is_party(o):
                return o
    return clause


def _inside(node: Any) -> Any:
    """What a light verb does, a shell noun holds or a copula's subject is; None where the node names the issue itself."""
    lemma = node.lemma_.casefold()
    phrasal = any(c.dep_ == "prt" for c in node.children)
    if node.pos_ in ("VERB", "AUX") and not phrasal and (lemma in words().light or node.pos_ == "AUX"):
        inner = _complement(node)
        if inner is None:
            inner = next((c for c in node.children if c.dep_ in ("nsubj", "nsubjpass") and not _is_party(c)), None)
        return inner
    if node.pos_ == "VERB":
        passive = next((c for c in node.children if c.dep_ == "nsubjpass"), None)
        return passive if passive is not None and lemma not in words().names else None
    if lemma in words().shells and node.pos_ == "NOUN":
        found = _complement(node)
        return found if found is not None and found.i > node.i else None
    return None


def _is_party(token: Any) -> bool:
    return token.ent_type_ in ("GPE", "NORP", "PERSON", "ORG") and token.pos_ == "PROPN"


def _named_before(m: Mention, position: Position, told: list[tuple[Mention, Issue]]) -> Issue | None:
    """The issue that "the initiative" means: the last one that another party took a position on, not far before."""
    own = {a.entity for a in m.actors}
    for before, issue in reversed(told):
        if _sentences(before, m) > _SENTENCES:
            break
        if own.isdisjoint(a.entity for a in before.actors):
            return msgspec.structs.replace(issue, position=position, standing=_is_standing(m.head))
    return None


def _sentences(before: Mention, m: Mention) -> int:
    doc = m.head.doc
    return sum(1 for t in doc[before.head.i + 1 : m.head.i + 1] if t.is_sent_start)


def _made(article: Article, head: Any, position: Position, node: Any) -> Issue | None:
    topic = _topic(node)
    if topic is None:
        return None
    outer = node.head if node.dep_ in ("nsubj", "nsubjpass") and node.head.i > node.i else node
    first, last = outer.left_edge.i, outer.right_edge.i
    doc = node.doc
    last = max(last, _run_on(article, head, last))
    opening = ("mark", "aux", "punct", "det") if outer == node and node.pos_ == "NOUN" else ("mark", "aux", "punct")
    while (
        first < node.i
        and (doc[first].dep_ in opening or doc[first].is_space)
        and doc[first].head.i in (node.i, outer.i)
    ):
        first += 1
    last = _untimed(article, doc, node.i, last)
    while last > node.i and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return Issue(position, topic, " ".join(article.text[start:end].split()), start, end, _is_standing(head))


def _run_on(article: Article, head: Any, last: int) -> int:
    """The last word of the adverbs and phrases of the stance word that follow on its object: "talks | directly with the US"."""
    for c in sorted(head.children, key=lambda c: c.i):
        timed = any(t.start <= x.idx < t.end for x in c.subtree for t in article.times)
        if c.left_edge.i == last + 1 and c.dep_ in ("advmod", "prep") and not timed:
            last = c.right_edge.i
    return last


def _untimed(article: Article, doc: Any, head: int, last: int) -> int:
    """The last word before a time that ends the phrase: when it is to be is the event's date."""
    for t in article.times:
        if t.start > doc[head].idx and t.end >= doc[last].idx + len(doc[last]) and t.start <= doc[last].idx:
            while last > head and doc[last].idx >= t.start:
                last -= 1
            if last > head and doc[last].dep_ == "prep":
                last -= 1
    return last


def _topic(node: Any) -> str | None:
    """An issue's name: the head noun's common name, what kind it is, and of what it is where that matters."""
    w = words()
    lemma = node.lemma_.casefold()
    if node.pos_ in ("NOUN", "PROPN"):
        name = w.names.get(lemma, lemma)
        kinds = [x for x in (_kind(c) for c in node.lefts) if x]
        of = _of(node, ("of", "to", "on", "for") if name in w.relational else ("of",))
        if name in w.relational or of is not None:
            what = of.lemma_.casefold() if of is not None else " ".join(kinds)
            return f"{name} of {what}" if what else name
        return " ".join([*kinds, name])
    if node.pos_ not in ("VERB", "AUX"):
        return None
    what = next((c for c in node.children if c.dep_ in (*_OBJECTS, "nsubjpass") and c.pos_ != "PRON"), None)
    particle = "".join(f" {c.lower_}" for c in node.children if c.dep_ == "prt")
    noun = None if particle else w.names.get(lemma)
    if what is not None and _is_party(what):
        what = None
    if noun is not None and noun not in w.relational:
        return noun
    if noun is not None:
        return f"{noun} of {what.lemma_.casefold()}" if what is not None else noun
    return f"{lemma}{particle}" + (f" {what.lemma_.casefold()}" if what is not None else "")


def _kind(c: Any) -> str | None:
    """What a word before a noun adds to which thing it is; nothing for manner, measure, time and parties."""
    low = c.lemma_.casefold()
    if c.dep_ not in ("compound", "amod", "nmod") or c.ent_type_ or low in words().manner or c.lower_ in words().manner:
        return None
    if c.pos_ == "VERB" or low.endswith(words().endings) or any(x.lower_ == "-" for x in c.lefts):
        return None
    return str(low)


def _of(node: Any, links: tuple[str, ...]) -> Any:
    """The thing that a noun is of: no party, no time, no number."""
    for p in node.children:
        if p.dep_ == "prep" and p.lower_ in links:
            for o in p.children:
                if o.dep_ == "pobj" and not _is_party(o) and o.ent_type_ not in _MEASURES:
                    return o
    return None


def _is_standing(head: Any) -> bool:
    """Whether a position is told as one held before: "has long called for", "had rejected", and what hangs on such a word."""
    at = head
    for _ in range(3):
        marks = {c.lower_ for c in at.children if c.dep_ in ("advmod", "aux")}
        if marks & words().standing or "had" in marks:
            return True
        if at.dep_ not in ("advcl", "conj") or at.tag_ not in ("VBG", "VBN"):
            return False
        at = at.head
    return False
