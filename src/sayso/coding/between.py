"""What one deed's telling takes from another's: who did what came of an attack, who is condemned for it, whose offer is refused.

In: the event mentions of an article in the order of the text. Out: the same, with parties, times and places that only an earlier
mention names; a movement of forces that is part of an assault is dropped.
"""

from __future__ import annotations

from typing import Any

from sayso import ontology
from sayso.coding.arguments import objects, subjects
from sayso.coding.clauses import SUBJECTS
from sayso.coding.extraction import Mention
from sayso.coding.frames import classes
from sayso.coding.phrases import contents, is_passive
from sayso.coding.sides import HARMS, side
from sayso.coding.sizes import size, total
from sayso.coding.targets import modes_of_noun, reference
from sayso.coding.weapons import is_launch
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor, Size, Span


def completed(found: list[Mention]) -> list[Mention]:
    """The mentions with what they take from those told before them."""
    found = _with_holders(_with_answers(_with_proposals(_with_results(found))))
    return _with_later_tolls(_without_shadowed(_with_accused(_with_judged(found))))


def _with_holders(found: list[Mention]) -> list[Mention]:
    """ "Twelve policemen *held by the rebels* were set free": where nobody else is said to, those who held them freed them."""
    for m in found:
        if m.event != "RETREAT" or "release" not in m.mode or m.actors:
            continue
        freed = {a.entity for a in m.recipients}
        holders = (x for x in found if x.sentence == m.sentence and x.actors and {"arrest", "abduct"} & {*x.mode})
        holding = next((x for x in holders if freed & {a.entity for a in x.recipients}), None)
        if holding is not None and holding.head.dep_ in ("acl", "relcl"):
            m.actors = list(holding.actors)
    return found


_TOLL_WITHIN = 2  # sentences


def _with_later_tolls(found: list[Mention]) -> list[Mention]:
    """ "A bomb exploded. Six people were killed.": a toll that names no cause of its own is the last assault's told before it."""
    assaults = [m for m in found if m.event == "ASSAULT" and not m.definite]
    busy = {m.sentence.start for m in assaults}
    for m in assaults:
        if m.auxiliary:
            continue
        at = m.sentence
        for _ in range(_TOLL_WITHIN):
            if at.end >= len(at.doc):
                break
            at = at.doc[at.end].sent
            if at.start in busy:
                break
            if not any(t.lemma_.lower() in classes()["disaster"] for t in at):
                m.size = _filled(m.size, [size(t) for t in at if tells_a_toll_alone(t)])
                if (dead := total(at)) is not None and m.head.tag_ != "VBG":
                    known = m.size or Size()
                    m.size = Size(dead, known.injured, known.arrested)
    return found


def tells_a_toll_alone(verb: Any) -> bool:
    """Whether a verb says only who came to harm: "six people were killed", "two died"."""
    unsaid = verb.lemma_ in _HARM and is_passive(verb) and not subjects(verb)
    return verb.pos_ == "VERB" and (unsaid or verb.lemma_ == "die")


def _filled(known: Size | None, more: list[Size | None]) -> Size | None:
    """A toll with what it does not say yet."""
    for one in more:
        if one is not None:
            known = known or Size()
            known = Size(known.dead or one.dead, known.injured or one.injured, known.arrested)
    return known


_HARM = frozenset("kill injure wound maim destroy damage hurt".split())


def _with_results(found: list[Mention]) -> list[Mention]:
    """ "Fired at the boat, injuring three": whoever did the deed told last before it did what came of it.

    The parser hangs such participles on any verb of the sentence; no verb but one of violence injures anybody.
    """
    last: Mention | None = None
    for m in found:
        if m.event != "ASSAULT":
            continue
        host = m.head.head
        if (
            last is not None
            and last.sentence == m.sentence
            and m.head.tag_ == "VBG"
            and m.head.dep_ in ("advcl", "acl", "conj")
            and m.head.lemma_ in _HARM
            and host != last.head
            and host.i < last.head.i
        ):
            harmed = {a.entity for a in m.recipients}
            m.actors = [a for a in last.actors if a.entity not in harmed]
            m.host, m.evidence = last.head, Span(last.evidence.start, m.evidence.end)
            m.time, m.place = last.time, last.place
        last = m
    return found


def _with_accused(found: list[Mention]) -> list[Mention]:
    """ "Protested to Egypt over the arrest of two reporters": who is accused of a deed that names nobody did it."""
    for m in found:
        if m.actors or m.event not in HARMS:
            continue
        above = {t.i for t in m.head.ancestors if t.i >= m.sentence.start}
        accused = next((a for a in found if a.event == "ACCUSE" and a.head.i in above and a.head.i < m.head.i), None)
        if accused is None or not accused.recipients:
            continue
        accusing, struck = {side(a) for a in accused.actors}, {side(a) for a in m.recipients}
        blamed = [a for a in accused.recipients if a.code and side(a) not in accusing | struck]
        if blamed and not {a.entity for a in blamed} & {a.entity for a in m.recipients}:
            m.actors = blamed
    return found


def _with_judged(found: list[Mention]) -> list[Mention]:
    """ "Condemned the attack": the one who is condemned is whoever did the deed told last before it."""
    done: list[Mention] = []
    for m in found:
        if m.event == "ACCUSE" and not m.recipients and m.actors:
            words = [c for o in (m.head, *objects(m.head, ())) for c in (o, *contents(o))]
            kinds = frozenset[str]().union(*(reference(w) or () for w in words))
            if "investigate" in m.mode:
                kinds -= {"ACCUSE"}  # the inquiry's own noun
            ways = frozenset[str]().union(*(_ways(w) for w in words))
            deed = next(
                (
                    d
                    for d in reversed(done)
                    if m.head.i - d.head.i < (_NAMED_WITHIN if ways else _JUDGED_WITHIN)
                    and d.event in kinds
                    and (not d.mode or not ways or ways & {*d.mode})
                ),
                None,
            )
            if "investigate" in m.mode:
                m.recipients = _investigated(m, deed, done, bool(kinds))
            elif deed is not None and not _are_one(deed.actors, m.actors):
                m.recipients = list(deed.actors)
        if ontology.load().types[m.event].quad > 2:
            done.append(m)
    return found


def _investigated(m: Mention, deed: Mention | None, done: list[Mention], named: bool) -> list[Actor]:
    """ "Has opened an inquiry": into the deed told last before it, where its own words name none; into its doer or whoever is accused."""
    before = [d for d in done if m.head.i - d.head.i < _JUDGED_WITHIN and d.event in (*HARMS, "ACCUSE")]
    about = any(p.lower_ in _INTO for t in (m.head, *objects(m.head, ())) for p in t.children)
    deed = deed or (before[-1] if before and not named and not about else None)
    parties = [] if deed is None else deed.recipients if deed.event == "ACCUSE" else deed.actors
    mine = {a.entity for a in m.actors}
    return [a for a in parties if a.entity not in mine]


_INTO = frozenset({"into", "of", "over", "against", "for"})


def _are_one(doers: list[Actor], judges: list[Actor]) -> bool:
    """Whether who judges a deed is of its doer's side; inside a country, a party or a movement is not of the army's side."""
    if {a.entity for a in doers} & {a.entity for a in judges} or {side(a) for a in doers} & {side(a) for a in judges}:
        return True
    apart = all(a.sector is not None and a.sector not in OF_STATE for a in judges) or all(
        a.sector in _OUTSIDE_THE_LAW for a in doers
    )
    return bool({a.code for a in doers} & {a.code for a in judges} - {None}) and not apart


_OUTSIDE_THE_LAW = frozenset({"REB", "UAF", "CRM", "SEP"})
_JUDGED_WITHIN = 150  # tokens
_NAMED_WITHIN = 600  # where its noun names the very deed: "the arrests"


def _ways(noun: Any) -> frozenset[str]:
    """The modes of the deed that a noun names: a bombing was done with explosives, also by whoever died in it."""
    modes = modes_of_noun(noun.lemma_.lower())
    return modes | {"suicide-attack"} if "explosives" in modes else modes


_ANSWERS = frozenset({"return", "retaliate", "respond"})


def _with_answers(found: list[Mention]) -> list[Mention]:
    """ "Returned fire": an assault that answers one is on whoever made it."""
    last: Mention | None = None
    for m in found:
        if m.event == "ASSAULT":
            if m.head.lemma_ in _ANSWERS and not m.recipients and last is not None:
                mine = {a.code for a in m.actors}
                m.recipients = [a for a in last.actors if a.code not in mine]
                m.time, m.place = m.time or last.time, m.place or last.place
            elif m.actors:
                last = m
    return found


def _with_proposals(found: list[Mention]) -> list[Mention]:
    """ "Rejected the initiative": what is refused, and whose it was, is the last thing asked for or offered before it."""
    asked: Mention | None = None
    for m in found:
        if m.event == "REJECT" and asked is not None and m.head.pos_ == "VERB" and m.head.i - asked.head.i < 80:
            named = [
                o
                for o in objects(m.head, ())
                if o.lemma_.lower() in classes()["proposal"] and not any(c.dep_ == "prep" for c in o.children)
            ]
            if named:
                m.mode = asked.mode or m.mode
                if not m.recipients:
                    m.recipients = [a for a in asked.actors if a.entity not in {x.entity for x in m.actors}]
        if m.event == "REQUEST":
            asked = m
        if m.event == "REJECT" and not m.recipients and m.actors:
            m.recipients = _who_set(m, found)
    return found


_CONDITIONS = frozenset({"deadline", "ultimatum", "threat", "demand", "warning", "condition", "term", "terms"})


def _who_set(m: Mention, found: list[Mention]) -> list[Actor]:
    """ "Rejected the deadline": who last threatened, asked, or said what he would not do until it was met."""
    terms = [
        o
        for o in objects(m.head, ())
        if o.lemma_.lower() in _CONDITIONS and not any(c.dep_ == "prep" for c in o.children)
    ]
    before = [
        x for x in found if 0 < m.head.i - x.head.i < _JUDGED_WITHIN and x.event in ("REQUEST", "THREATEN", "REJECT")
    ]
    return next(
        (list(x.actors) for x in reversed(before) if terms and x.actors and not _are_one(x.actors, m.actors)), []
    )


def _without_shadowed(found: list[Mention]) -> list[Mention]:
    """PLOVER: forces moved beside an assault are part of it, a protest's demand of the protest, a charge of the conviction."""
    return [m for m in found if not any(_shadows(other, m) for other in found)]


def _shadows(other: Mention, m: Mention) -> bool:
    if other.event == "SANCTION" and "convict" in other.mode and m.event == "ACCUSE" and "allege" in m.mode:
        # What was alleged before the court that convicts has ended in the conviction.
        official = all(a.sector in ("JUD", "COP", "GOV") for a in m.actors)
        return official and bool({a.entity for a in m.recipients} & {a.entity for a in other.recipients})
    if _is_order_to_go(other, m) or _is_how_it_was_told(other, m):
        return True
    if other.sentence.start != m.sentence.start:
        return False
    if m.event == other.event == "ASSAULT" and is_launch(
        m.head
    ):  # "rockets *fired* from Gaza hit a farm": whose they are
        return bool(m.head.head.head == other.head and m.head.head.dep_ in SUBJECTS)
    if "release" in other.mode and {"abduct", "arrest"} & {*m.mode} and m.head.dep_ == "relcl":
        # "Freed three soldiers that it had been holding": the end of what was told, but where it says who took them when, or the day.
        first = m.time.first if m.time is not None and (m.actors or m.time.first == m.time.last) else None
        if first and (other.time is None or other.time.first != first):
            return False
        return bool(other.head.is_ancestor(m.head))
    if m.event == "REQUEST" and other.event == "SANCTION" and "expel" in other.mode and other.head.i < m.head.i:
        # "Declared two diplomats persona non grata and gave them 72 hours to leave": one expulsion.
        return bool({side(a) for a in m.actors} & {side(a) for a in other.actors})
    if m.event == "MOBILIZE":
        return other.event == "ASSAULT" and bool({a.entity for a in m.actors} & {a.entity for a in other.actors})
    if m.event == "COERCE" and m.head.head == other.head and "hypothetical" in m.auxiliary:
        return other.event == "ASSAULT"  # "fired tear gas to disperse protesters": one deed and its aim
    if m.event == "REJECT" and other.event == "COERCE" and "arrest" in other.mode and m.head.tag_ == "VBG":
        return bool(other.head.is_ancestor(m.head))  # "arrested for disobeying orders": the charge
    if other.event == "PROTEST" and m.event in _DEMANDS and m.head.dep_ == "conj" and m.head.i > other.head.i:
        # "A rally at which people marched and called for his departure".
        return m.head.head in (other.head, *other.head.children) and {a.entity for a in m.actors} <= {
            a.entity for a in other.actors
        }
    return (
        other.event == "PROTEST"
        and m.event in _DEMANDS
        and m.head.dep_ in ("advcl", "xcomp", "acl")
        and m.head.head in (other.head, other.head.head)
        and m.head.i > other.head.i
    )


def _is_how_it_was_told(other: Mention, m: Mention) -> bool:
    """ "Wrote to eight politicians *warning* them", "telephoned a radio station *to claim* it": words that say how the news was told."""
    if m.event != "CONSULT" or m.head.lemma_ not in _WRITING or other.event not in _WORDS:
        return False
    return (
        other.head.head == m.head and other.head.dep_ in ("advcl", "xcomp", "conj", "acl") and other.head.i > m.head.i
    )


_WRITING = frozenset({"write", "contact", "telephone", "phone", "call", "ring", "email", "text", "message", "cable"})
_WORDS = frozenset({"REQUEST", "THREATEN", "ACCUSE", "AGREE", "REJECT", "CONCEDE"})


def _is_order_to_go(other: Mention, m: Mention) -> bool:
    """ "Expelled the attache. He must be out by Friday, the ministry said": the terms of an expulsion told in the sentences before."""
    if m.event != "REQUEST" or other.event != "SANCTION" or "expel" not in other.mode:
        return False
    near = 0 < m.head.i - other.head.i < _TERMS_WITHIN
    return near and bool({a.entity for a in m.recipients} & {a.entity for a in other.recipients})


_TERMS_WITHIN = 80  # tokens
_DEMANDS = frozenset({"REQUEST", "ACCUSE", "REJECT"})
