"""Whose official answers for a deed: "Peru's navy seized the boat, a government spokeswoman confirmed"; and whose soldiers did what
a state denies: "Chile denied that soldiers had crossed".

In: the head of an official or soldiers of whom the text does not say whose they are, and the actors with a country by their heads.
Out: the country whose own soldiers or police did what he confirms or admits, or that answers for what they did.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.dealings import subject_of
from sayso.annotating.actors.lexicon import back, word_list
from sayso.annotating.actors.pronouns import clause
from sayso.annotating.actors.reported import teller
from sayso.annotating.attribution.lexicon import cues
from sayso.knowledge.names import state_names
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor


def tells_of(head: Any, sector: str | None, by_head: dict[int, Actor]) -> str | None:
    """The country whose deed is told before the body that announces it: "Turkey freed two sailors, the foreign ministry said"."""
    verb = clause(head)
    head = head.head if head.dep_ == "poss" else head  # "*the army's* spokesman said"
    if sector not in OF_STATE or head.dep_ != "nsubj" or verb.lemma_.lower() not in cues("verb"):
        return None
    for deed in (c for c in verb.lefts if c.dep_ == "ccomp"):
        doers = [c for c in deed.lefts if c.dep_ == "nsubj" and c.i < head.i]
        doers += [o for c in deed.rights if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
        codes = {a.code for d in doers if (a := by_head.get(d.i)) is not None and a.sector in OF_STATE}
        if len(codes) == 1 and (code := codes.pop()) in state_names():
            return code
    return None


def answers_for(head: Any, sector: str | None, by_head: dict[int, Actor], verbs: str = "answering_for") -> str | None:
    """The country of whoever did the deed that an official owns to, or, by a wider list of verbs, denies."""
    verb = clause(head)
    if sector not in OF_STATE or verb.lemma_.lower() not in word_list(verbs):
        return None
    told = [c for c in verb.children if c.dep_ in ("ccomp", "parataxis")]
    if verb.dep_ in ("ccomp", "parataxis", "conj") and verb.head.i < verb.i:
        told.append(verb.head)
    for deed in told:
        for c in deed.children:
            doers = [c] if c.dep_ == "nsubj" else [o for o in c.children if c.dep_ == "agent"]
            for doer in doers:
                a = by_head.get(doer.i)
                if (
                    a is not None
                    and doer != head
                    and a.kind != "state"
                    and a.sector in OF_STATE
                    and a.code in state_names()
                ):
                    return a.code
    return None


def told_by_own(head: Any, sector: str | None, by_head: dict[int, Actor]) -> str | None:
    """The country of the one in office who tells what the army or police do: "*the army* was on the border, Ecuador's president said"."""
    deed = clause(head)
    if sector not in ("MIL", "COP") or head.dep_ not in ("nsubj", "nsubjpass"):
        return None
    said = (deed.head,) if deed.dep_ == "ccomp" else [c for c in deed.children if c.dep_ == "parataxis"]
    a = next((subject_of(v, by_head) for v in said if v.lemma_.lower() in cues("verb")), None)
    return a.code if a is not None and a.kind == "person" and a.sector in OF_STATE and a.code in state_names() else None


def owned_to(head: Any, sector: str | None, by_head: dict[int, Actor]) -> str | None:
    """The country that denies or admits what soldiers or police did: "Ankara rejected claims that *troops* had looted homes"."""
    if sector not in _FORCES or head.dep_ not in ("nsubj", "nsubjpass"):
        return None
    deed = head.head
    above = deed.head
    if deed.dep_ in ("acl", "ccomp") and above.lemma_.lower() in word_list("charges"):
        above = above.head.head if above.dep_ == "pobj" else above.head
    elif deed.dep_ != "ccomp":
        return None
    if above.lemma_.lower() not in word_list("answering") | word_list("rejecting"):
        return None
    a = next((by_head[c.i] for c in above.children if c.dep_ == "nsubj" and c.i in by_head), None)
    return a.code if a is not None and a.sector in OF_STATE and a.code in state_names() else None


_FORCES = frozenset({"MIL", "COP", "SPY"})
_STRUCK = frozenset({"CVL", "AGR", "LAB", "MED", "EDU", "REL"})


def own_dead(head: Any, sector: str | None, by_head: dict[int, Actor]) -> str | None:
    """The country of who tells that people were killed, where nothing else says whose: "Somali elders said *fishermen* had died"."""
    verb = head.head
    died = head.dep_ == "nsubjpass" and verb.lemma_.lower() in word_list("done_to_people")
    died = died or (head.dep_ == "nsubj" and verb.lemma_.lower() in ("die", "drown", "perish"))
    a = by_head.get(teller(verb)) if died else None
    if a is None or a.code not in state_names() or a.sector in ("JRN", "SOC"):
        return None
    own = sector in _STRUCK or (sector == "MIL" and a.sector in OF_STATE)
    return a.code if own and not any(c.dep_ == "agent" for c in verb.children) else None


def beside(head: Any, sector: str | None, by_head: dict[int, Actor]) -> str | None:
    """The country of the officials beside whose deed that of a parliament is told: "Iraqi officials protested, and *lawmakers* met",
    "the general will go when *parliament* votes"."""
    verb = head.head
    if sector not in ("LEG", "JUD") or head.dep_ != "nsubj" or verb.dep_ not in ("conj", "advcl"):
        return None
    a = subject_of(verb.head, by_head)
    return a.code if a is not None and a.sector in OF_STATE and a.code in state_names() else None


def same_force(head: Any, sector: str | None, found: list[Actor]) -> str | None:
    """The country of the soldiers or police told of last, for their "army": "Lebanese soldiers found rockets. *The army* said"."""
    before = [a for a in found if sector in _FORCES and a.sector == sector and a.head < head.i and a.code]
    last = max(before, key=lambda a: a.head, default=None)
    doing = last is not None and head.doc[last.head].dep_ == "nsubj" and last.code in state_names()
    return last.code if doing and last is not None else None


def who_acted(head: Any, sector: str | None, by_head: dict[int, Actor]) -> str | None:
    """The state that did what is told before its officials speak: "Benin sold rice to Togo. *The minister* said"."""
    verb = head.head
    if sector not in OF_STATE or head.dep_ != "nsubj" or verb.lemma_.lower() not in cues("verb"):
        return None
    start = back(head, head.i)
    if start == 0:
        return None
    root = head.doc[start - 1].sent.root
    a = next((by_head[c.i] for c in root.children if c.dep_ == "nsubj" and c.i in by_head), None)
    return a.code if a is not None and a.sector in OF_STATE and a.code in state_names() else None


def told_before(doc: Any, actor: Actor, found: list[Actor]) -> Actor | None:
    """Whom "the captain" means after "a Belarusian captain" and "the border guards" after "Belarusian border guards": the last of
    that noun, if his own words say where he is from; of many, if all of that noun are of one side.
    """
    head = doc[actor.head]
    the, *more = list(head.lefts) or [head]
    if head.tag_ not in ("NN", "NNS") or the.lower_ != "the":
        return None
    if any(t.dep_ not in ("compound", "amod") for t in more) or any(
        c.dep_ in ("prep", "relcl", "appos", "acl") for c in head.rights
    ):
        return None
    kind = {t.lower_ for t in more}
    same = [
        a
        for a in found
        if a.head < actor.head
        and doc[a.head].lemma_ == head.lemma_
        and doc[a.head].tag_ == head.tag_
        and kind <= {t.lower_ for t in doc[a.head].lefts}
    ]
    if not same or ((kind or head.tag_ == "NNS") and len({a.side for a in same}) > 1):
        return None
    last = max(same, key=lambda a: a.head)
    owned = last.kind in ("generic", "organization") and last.code in state_names() and last.side is not None
    return last if owned and last.side == state_names().get(last.code or "") else None
