"""Whether an assault that is told again is one told before: "the gunman", "the explosion", "wounded in the attack", one victim by name.

In: a group of mentions and one more of type ASSAULT whose times and tolls allow one happening. Out: yes or no. Reports of an attack
come back to it in ever other words; what tells two attacks apart is a party, a victim, a day, a town or a weapon that is another.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.extraction import Mention
from sayso.coding.frames import classes
from sayso.coding.sides import is_counted
from sayso.knowledge.states import PEOPLE
from sayso.model import Actor

_ONE_SIDED = frozenset({"attack", "ambush", "bombing", "raid", "airstrike", "massacre", "shelling"})
_WITHIN = 700  # tokens
_UNNAMED = frozenset({"UAF", "CRM", "REB", "CVL", None})
_TOWARDS = {"firearms", "explosives", "suicide-attack", "targeted", "heavy-weapons", "aerial", "drone"}


def told_again(group: list[Mention], m: Mention) -> bool:
    """Whether ``m`` comes back to the assault of ``group``."""
    if not _weapons_fit(group, m):
        return False
    told = [x for x in group if not x.definite] or group
    who, whom = [a for x in told for a in x.actors], [a for x in told for a in x.recipients]
    if whom and not m.recipients and m.frame is not None and not m.frame.recipient and not group[0].title:
        return False  # two sides that fight are no deed done to somebody
    if not whom and m.recipients and m.lemmas & _ONE_SIDED and all(x.frame and not x.frame.recipient for x in told):
        return False  # nor is "the mine attack in which nine sailors died" the fight of two told before
    if not whom and not m.recipients and _one_fight(told, m):
        return True
    if _one_victim(whom, m.recipients):
        return _fit(who, m.actors) or not _both_named(who, m.actors)
    near = m.head.i - group[-1].head.i <= _WITHIN
    announced = all(x.title for x in group) and not m.title  # the headline's attack is the first that the story tells
    return near and (m.refers_back or announced) and _fit(who, m.actors) and _fit(whom, m.recipients, vague=announced)


def _one_fight(told: list[Mention], m: Mention) -> bool:
    """ "Youths of two villages fought on Sunday … Sunday's bloodletting between the neighbours": one fight of people of one country."""
    if m.time is None or m.time.first != m.time.last or not m.actors:
        return False
    day = any(x.time is not None and x.time.first == x.time.last == m.time.first for x in told)
    people = [a for x in (*told, m) for a in x.actors]
    return day and all(a.sector in PEOPLE or a.sector is None for a in people) and len({a.code for a in people}) == 1


def _one_victim(whom: list[Actor], more: list[Actor]) -> bool:
    """Whether both were done to somebody known by name."""
    return bool({a.entity for a in whom if a.kind == "person"} & {a.entity for a in more if a.kind == "person"})


def _both_named(who: list[Actor], more: list[Actor]) -> bool:
    return all(any(a.kind in ("group", "state", "organization") for a in side) for side in (who, more))


def _fit(before: list[Actor], now: list[Actor], vague: bool = True) -> bool:
    """Whether parties may be the same ones: nobody on one side, an entity in common, or people of one country and sector.

    A place's state may be its people; with ``vague``, "the gunman" may be a policeman.
    """
    if not before or not now or {a.entity for a in before} & {a.entity for a in now}:
        return True
    return any(_may_be(a, b, vague) for a in before for b in now)


def _may_be(a: Actor, b: Actor, vague: bool) -> bool:
    if a.code and b.code and a.code != b.code:
        return False
    if "generic" not in (a.kind, b.kind):
        return False
    if is_counted(a) or is_counted(b):
        return True
    return (
        "state" in (a.kind, b.kind)
        or a.sector == b.sector
        or (vague and (a.sector in _UNNAMED or b.sector in _UNNAMED))
    )


def _weapons_fit(group: list[Mention], m: Mention) -> bool:
    before, now = {y for x in group for y in x.mode}, set(m.mode)
    if not before or not now or before & now:
        return True
    return "targeted" in before | now and before | now <= _TOWARDS


# Words between two deeds of which one is the answer to the other.
ANSWERING = frozenset(
    """response retaliation reply answer reaction return revenge reprisal after following since before despite over
    protest""".split()
)


def is_cut_off(m: Mention) -> bool:
    """Whether its subject is a relative pronoun though the parser hangs its clause elsewhere."""
    return m.head.dep_ == "ccomp" and any(c.tag_ == "WDT" and c.dep_ == "nsubj" for c in m.head.children)


def over(m: Mention) -> Any:
    """The word over a mention's head; of "killed *in a clash*", past the preposition."""
    over = m.head.head
    return over.head if m.head.dep_ == "pobj" and over.lower_ in ("in", "during") else over


def complains_there(x: Mention, m: Mention) -> bool:
    """ "Summoned the envoy and lodged a protest": whoever is called in is who is told of it, and of no second complaint."""
    if x.event != "ACCUSE" or m.event != "ACCUSE" or x.sentence != m.sentence or "disapprove" not in x.mode:
        return False
    called = x.head.lemma_ in _CALLING_IN and x.recipients and m.head in x.head.conjuncts
    mine, theirs = {a.code for a in m.actors}, {a.code for a in m.recipients}
    return bool(called and "protest" in _words_of(m) and mine <= {a.code for a in x.actors}) and (
        theirs <= {a.code for a in x.recipients}
    )


def _words_of(m: Mention) -> set[str]:
    return {t.lemma_.lower() for t in m.head.subtree}


_CALLING_IN = frozenset({"summon", "call", "convoke"})


def is_meanwhile(x: Mention, m: Mention) -> bool:
    """ "Troops trade fire *as a Quetta blast kills nine*": a blow of its own in a clause that says what else happened."""
    if x.sentence != m.sentence or m.head.dep_ != "advcl":
        return False
    if not any(c.dep_ == "mark" and c.lower_ in ("as", "while") for c in m.head.children):
        return False
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in classes()["violence"] for c in m.head.children)


def is_purpose_of(m: Mention, x: Mention) -> bool:
    """ "Took to the streets to protest", "blocked a road in protest", "blamed China, saying": what was done is what it was for or by."""
    if m.head.lemma_ == "protest" and m.head.dep_ == "pobj" and m.head.head.lower_ == "in":
        return bool(m.head.head.head == x.head)
    if m.head.head != x.head or m.head.dep_ not in ("advcl", "xcomp"):
        return False
    return m.head.tag_ == "VB" or (m.head.tag_ == "VBG" and m.head.lemma_ in _WORDED)


_WORDED = frozenset(
    "say call describe accuse claim argue offer promise pledge vow demand urge ask refuse reject threaten warn condemn apologise".split()
)
