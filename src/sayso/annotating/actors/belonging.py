"""Whose people are by what they are: the emir's state, the parliament's members, a ship's own sailors, peacekeepers.

In: an actor without a country, its head token and the actors found. Out: a code, or None.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import word_list
from sayso.annotating.actors.ships import is_ship_name
from sayso.knowledge.families import states_with
from sayso.knowledge.names import state_names
from sayso.model import Actor

_MEMBERS = frozenset({"LEG", "JUD", "COP", "SPY"})


def of_throne(head: Any, found: list[Actor], places: list[str], day: str | None) -> str | None:
    """The one state of the text that has an emir, a king, a chancellor; where none that acts has, the one of its places."""
    office = head.lemma_.lower()
    if office not in word_list("thrones"):
        return None
    have = states_with(office, day)
    codes = {a.code for a in found if a.code in state_names()} & have or set(places) & have
    return codes.pop() if len(codes) == 1 else None


def of_body(actor: Actor, head: Any, found: list[Actor]) -> str | None:
    """The country of the one parliament, court or police spoken of before, whose members people are: "Congress … Lawmakers"."""
    if actor.sector not in _MEMBERS or head.tag_ != "NNS":
        return None
    codes = {
        a.code for a in found if a.sector == actor.sector and a.kind == "organization" and a.head < head.i and a.code
    }
    return codes.pop() if len(codes) == 1 else None


def mandate(head: Any, found: list[Actor]) -> str | None:
    """The union of states for which peacekeepers without a nationality serve: the one spoken of last before."""
    before = [a for a in found if a.code in ("UNO", "IGO", "EUR") and a.head < head.i]
    return max(before, key=lambda a: a.head).code if before else None


def hunted(actor: Actor, head: Any, by_head: dict[int, Actor]) -> str | None:
    """The country of the soldiers or police who go after fighters of their own: "Angolan soldiers chased rebels into a village"."""
    verb = head.head
    if (
        actor.sector not in ("REB", "PRM", "CRM")
        or head.dep_ != "dobj"
        or any(c.dep_ == "relcl" for c in head.children)
    ):
        return None
    hunters = next((by_head[c.i] for c in verb.children if c.dep_ == "nsubj" and c.i in by_head), None)
    forces = hunters is not None and hunters.sector in ("MIL", "COP") and hunters.code in state_names()
    return hunters.code if forces and hunters is not None else None


def own_loss(actor: Actor, head: Any, by_head: dict[int, Actor]) -> str | None:
    """The country of a ship or plane that goes down with those aboard: "a Korean ship sank, killing 46 sailors"."""
    verb = head.head
    if head.lemma_.lower() in word_list("aboard") and (ship := _ship_before(head, by_head)) is not None:
        return ship.code
    if head.dep_ != "dobj" or verb.dep_ != "advcl" or verb.lemma_.lower() not in word_list("attacking"):
        return None
    if verb.head.lemma_.lower() not in word_list("going_down") or actor.sector not in ("MIL", "LAB"):
        return None
    lost = next((by_head[c.i] for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass") and c.i in by_head), None)
    return lost.code if lost is not None else None


def _ship_before(head: Any, by_head: dict[int, Actor]) -> Actor | None:
    """The one ship of a known flag that a sentence has told of before those aboard."""
    found = [a for i in range(head.sent.start, head.i) if (a := by_head.get(i)) is not None and _is_ship(a)]
    return found[0] if len(found) == 1 else None


def _is_ship(a: Actor) -> bool:
    words = a.text.split()
    return a.code in state_names() and (words[-1].lower() in word_list("flagged") or is_ship_name(words))


def of_owner(actor: Actor, head: Any, found: list[Actor]) -> str | None:
    """The country of the person whose body it is: "*Lighthizer's* office", after "US Trade Representative Robert Lighthizer"."""
    names = {c.text for c in head.children if c.dep_ == "poss" and c.pos_ == "PROPN"}
    if actor.kind != "organization" or not names:
        return None
    return next((a.code for a in found if a.kind == "person" and a.code and a.text.split()[-1] in names), None)


def not_victims(
    actor: Actor, head: Any, by_head: dict[int, Actor], at_home: str | None, focus: str | None
) -> str | None:
    """The country that the article tells of; who acts on its people is rather of where it was written: "tribesmen freed two Italians"."""
    if actor.sector not in _ROUGH or head.dep_ != "nsubj" or at_home is None:
        return focus
    acted_on = next((by_head[c.i].code for c in head.head.children if c.dep_ == "dobj" and c.i in by_head), None)
    return at_home if acted_on is not None and focus in (None, acted_on) else focus


_ROUGH = frozenset({"CVL", "UAF", "REB", "CRM", "PRM"})
