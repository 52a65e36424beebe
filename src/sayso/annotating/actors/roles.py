"""The agent noun of a noun phrase, and the span and words of the phrase: "the former vice-president of Peru".

In: a head token. Out: its agent noun as the sentence colours it (an officer of the army or the police, one who has left office),
and the phrase's tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from sayso.annotating.actors.lexicon import Agent, agent, spelled, word_list
from sayso.annotating.actors.named import Named

if TYPE_CHECKING:
    from sayso.annotating.actors.mentions import Reader

_PLACED_BODIES = {"in", "of", "for", "to"}
_OFFICES = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", None}


def noun_of(reader: Reader, head: Any) -> Agent | None:
    words = spelled(reader.doc[max(head.sent.start, head.i - 5) : head.i + 1])
    if head.i + 2 < len(reader.doc) and head.nbor(1).lower_ in ("of", "for"):
        after = [t.lower_ for t in reader.doc[head.i + 1 : head.i + 4]]
        for last in (head.lower_, head.lemma_.lower()):
            for joined in ([*words[:-1], last, *after[:2]], [*words[:-1], last, *after]):
                hit = agent(joined, joined[-1])
                if (hit and " of " in hit.noun) or (hit and " for " in hit.noun):
                    return hit
    hit = agent(words, words[-1].removesuffix(head.lower_) + head.lemma_.lower())
    if hit is None and "-" in words[-1]:
        hit = agent([*words[-1].split("-")], head.lemma_.lower())
    if hit is None or (" of " in hit.noun and head.dep_ == "pobj"):
        return None
    return _as_former(reader, head, _in_uniform(reader, head, hit))


def _in_uniform(reader: Reader, head: Any, noun: Agent) -> Agent:
    """Officers are the army's where the sentence speaks of soldiers, else the police's."""
    if noun.noun not in word_list("in_uniform"):
        return noun
    lemmas = {t.lemma_.lower() for t in head.sent}
    military = lemmas & word_list("military_setting") and not lemmas & word_list("police_setting")
    return msgspec.structs.replace(noun, sector="MIL") if military else noun


def _as_former(reader: Reader, head: Any, noun: Agent) -> Agent:
    """The noun with the sector of those who have left their office when its words say so: "former US soldiers"."""
    if (noun.kind != "person" and head.tag_ != "NNS") or noun.sector not in _OFFICES:
        return noun
    for t in reversed(reader.doc[max(head.sent.start, head.i - 5) : head.i]):
        if t.lower_ in word_list("former"):
            return msgspec.structs.replace(noun, sector="ELI", owner=False)
        if t.pos_ not in ("ADJ", "NOUN", "PROPN") and t.text != "-":
            break
    return noun


def extent(reader: Reader, head: Any, named: Named | None) -> tuple[int, int]:
    """Token span of a mention: its noun phrase, with the prepositional phrase that places a body or role."""
    first = min(hyphened(reader, head).left_edge.i, head.left_edge.i, named.first if named else head.i)
    while first < head.i and reader.doc[first].pos_ in (
        "PUNCT",
        "SPACE",
        "CCONJ",
        "ADV",
        "SCONJ",
        "ADP",
        "VERB",
        "AUX",
    ):
        first += 1
    if first < head.i and reader.doc[first].lower_ == "dead":  # "shot dead three men"
        first += 1
    last = max(named.last, head.i) if named else head.i
    if named is None:
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ in _PLACED_BODIES and prep.i == last + 1:
                obj = next((c for c in prep.children if c.dep_ == "pobj"), None)
                if obj is not None and obj.i - last <= 6:
                    last = max(obj.i, reader.names[obj.i].last if obj.i in reader.names else obj.i)
    return first, last


def hyphened(reader: Reader, head: Any) -> Any:
    """The first part of a head that the parser has cut at a hyphen: "vice" of "vice-president"."""
    apart = head.i > head.sent.start + 1 and head.nbor(-1).text == "-" and head.nbor(-2).head == head.head
    return head.nbor(-2) if apart and head.nbor(-2).dep_ == head.dep_ else head


def plain(reader: Reader, first: int, last: int) -> str:
    """A mention's words without its determiner."""
    while (
        first < last
        and (
            reader.doc[first].pos_ in ("DET", "NUM")
            or reader.doc[first].text == "-"  # "forty-two people"
            or reader.doc[first].tag_ in ("PRP$", "DT")
            or (
                reader.doc[first].lower_ in word_list("about_numbers")
                and any(t.pos_ == "NUM" for t in reader.doc[first:last])
            )
        )
    ):
        first += 1
    return str(reader.doc[first : last + 1].text)
