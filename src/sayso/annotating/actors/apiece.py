"""Several spoken of together of whom each is one of its own: "both armies", "their generals", "the ministers", "the three presidents".

In: a plural noun's mention and those before it. Out: a mention of the same words for each state whose army, ministers or soldiers are
meant, or the persons of a role told of before as a collective's members.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import msgspec

from sayso.annotating.actors.lexicon import Agent, agent, word_list
from sayso.annotating.actors.pronouns import HE, REACH
from sayso.annotating.actors.reference import number_of
from sayso.annotating.actors.shortened import take
from sayso.knowledge.names import state_names
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor


def divided(doc: Any, m: Actor, token: Any, earlier: list[Actor]) -> list[Actor]:
    """Make of a collective of states the army, or the soldiers, of its first; those of the others, with the same words."""
    noun = agent([t.lower_ for t in doc[max(0, token.i - 2) : token.i + 1]], token.lemma_.lower())
    if m.kind != "collective" or noun is None or noun.owner or noun.sector not in OF_STATE:
        return []
    owners = [next((a for a in earlier if a.entity == e and a.kind != "pronoun"), None) for e in m.members]
    states = [a for a in owners if a is not None and a.code in state_names() and a.kind != "group"]
    if len({a.code for a in states}) < len(owners) or all(a.sector == noun.sector for a in states):
        return []
    found = [_of_state(m, a, noun, earlier) for a in states]
    take(m, found[0])
    m.kind, m.members = "generic", []
    return found[1:]


def _of_state(m: Actor, owner: Actor, noun: Agent, earlier: list[Actor]) -> Actor:
    """One state's own of those that a mention names of several; the army told of before, if it was."""
    state, code = state_names()[owner.code or ""], owner.code
    for a in earlier:
        same = a.code == code and a.sector == noun.sector and a.kind in ("organization", "generic")
        if same and (a.identifier_text or "").lower().endswith(noun.noun):
            return msgspec.structs.replace(a, start=m.start, end=m.end, text=m.text, head=m.head, kind="generic")
    name = f"{state}'s {noun.noun}"
    entity = f"{name.casefold()}|{code}|{noun.sector}"
    return Actor(m.start, m.end, m.text, name, code=code, sector=noun.sector, entity=entity, side=state, head=m.head)


def with_conjuncts(doc: Any, sentence: dict[int, int], m: Actor, earlier: list[Actor], *, quoted: bool = False) -> None:
    """ "They" after "Kenya and Uganda": all those coordinated with the antecedent; after one body or nobody, the two persons told of."""
    source = next((a for a in reversed(earlier) if a.entity == m.entity and a.kind != "pronoun"), None)
    entities: list[str] = []
    if source is not None:
        group = {t.i for t in doc[source.head].conjuncts} - {t.i for t in doc[m.head].ancestors}
        together = [a for a in earlier if a.head in group or a.head == source.head]
        if all(a.kind != "pronoun" or a.text.lower() in HE for a in together):
            entities = list(dict.fromkeys(a.entity for a in together))
    alone = len(entities) < 2 and m.kind == "pronoun" and not quoted
    if alone and (source is None or _is_one_body(doc[source.head], source)):
        entities = _two_persons(doc, sentence, earlier, m)
    if len(entities) > 1:
        _be_all(m, entities)


def of_both(doc: Any, sentence: dict[int, int], m: Actor, owner: Actor | None, earlier: list[Actor]) -> bool:
    """Make of officials or bodies those of all whom "their" means, where it means several."""
    if owner is not None and owner.kind == "collective" and owner.members:
        whole = owner  # "the two ministers … their armies"
    else:
        whole = Actor(m.start, m.end, m.text, entity=owner.entity if owner else "", kind="pronoun", head=m.head)
        with_conjuncts(doc, sentence, whole, earlier)
    if whole.kind == "collective":
        _be_all(m, whole.members)
    return whole.kind == "collective"


def _be_all(m: Actor, entities: list[str]) -> None:
    m.kind, m.members, m.entity = "collective", entities, "+".join(sorted(entities))
    m.identifier_text, m.code, m.sector, m.side = m.text, None, None, None


def _is_one_body(head: Any, a: Actor) -> bool:
    return a.kind in ("organization", "state") and head.tag_ in ("NN", "NNP")


def persons(doc: Any, sentence: dict[int, int], earlier: list[Actor], m: Actor, token: Any) -> bool:
    """Make of "the ministers", "the three candidates" those told of before by that role, or as many in a row; whether there are such."""
    if token.tag_ not in ("NNS", "NNPS"):
        return False
    noun = agent([t.lower_ for t in doc[max(0, token.i - 2) : token.i + 1]], token.lemma_.lower())
    number = number_of(token)
    nation = token.ent_type_ == "NORP" and number > 1 and m.code is not None  # "the three Americans"
    if not nation and (noun is None or noun.kind != "person" or not _is_bare(token, noun)):
        return False
    if not number and noun is not None and noun.sector in ("COP", "CVL", "REB", "UAF", None):
        return False  # "the officers", "the men": see counted_before
    near = [a for a in earlier if sentence[token.i] - sentence[a.head] <= REACH and a.head < token.i]
    near = [a for a in near if not nation or a.code == m.code]
    near = [a for a in near if a.kind == "person" or (a.kind == "generic" and doc[a.head].tag_ in ("NN", "NNP", "JJ"))]
    of_role = list(dict.fromkeys(a.entity for a in near if _has_role(doc, a, token)))
    if len(of_role) < 2 or len(of_role) != (number or len(of_role)):
        of_role = _as_many(sentence, near, sentence[token.i], number)
    if of_role:
        _be_all(m, of_role)
        codes = {a.code for a in near if a.entity in of_role}
        m.code = codes.pop() if len(codes) == 1 else None
    return bool(of_role)


def _as_many(sentence: dict[int, int], near: list[Actor], here: int, number: int) -> list[str]:
    """As many persons as a number says, where the last sentence that names any names no more."""
    named = [a for a in near if a.kind == "person" and a.code]
    last = max((sentence[a.head] for a in named if sentence[a.head] < here), default=-1)
    members = list(dict.fromkeys(a.entity for a in named if sentence[a.head] == last))
    return members if number > 1 and len(members) == number else []


def _is_bare(token: Any, noun: Agent) -> bool:
    """Whether nothing but a number and the words of the role stands with a definite noun: "the two foreign ministers"."""
    words = {c.lower_ for c in token.lefts if c.tag_ not in ("CD",)}
    if not words & {"the", "these", "those", "all"} or any(
        c.dep_ in ("prep", "relcl", "acl", "poss") for c in token.children
    ):
        return False
    return words - {"the", "these", "those", "all"} <= set(noun.noun.split())


def _has_role(doc: Any, a: Actor, token: Any) -> bool:
    """Whether somebody was told of as one of those that a plural names: a foreign minister, and her counterpart, as ministers."""
    role, lemma = (a.office or "").split()[-1:], token.lemma_.lower()
    head = doc[a.head].lemma_.lower()
    return lemma in (*role, head) or (a.kind == "generic" and head in word_list("peers") and a.sector == "GOV")


def _two_persons(doc: Any, sentence: dict[int, int], earlier: list[Actor], m: Actor) -> list[str]:
    """The two whom "they" means where nobody else of several was told of: "Rabin met Arafat. They shook hands."."""
    for distance in (0, 1):
        told = [a for a in earlier if sentence[m.head] - sentence[a.head] == distance and a.head < m.head]
        told = [a for a in told if a.code and (a.kind == "person" or _is_one_person(doc[a.head], a))]
        if told:
            apart = all(b.start - a.end > _BESIDE for a, b in pairwise(told))  # not a role and its bearer
            one = list(dict.fromkeys(a.entity for a in told))
            return one if len(one) == 2 and apart else []
    return []


_BESIDE = 2  # characters: a comma


def _is_one_person(head: Any, a: Actor) -> bool:
    noun = agent([head.lower_], head.lemma_.lower())
    return a.kind == "generic" and head.tag_ in ("NN", "NNP") and noun is not None and noun.kind == "person"
