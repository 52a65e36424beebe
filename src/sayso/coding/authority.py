"""Who is in charge where nobody is said to have done it: "63 people were arrested", "two envoys were declared unwelcome".

In: an event whose tellings name those it was done to and no doer. Out: the body or state, among those that the article names, that arrests,
frees, judges or expels there. Captives whom others carried off are freed by no state, and a foreign ministry only speaks of its nationals.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.coding.enclosing import enclosing
from sayso.coding.extraction import Mention
from sayso.coding.parties import Roles
from sayso.knowledge import state_name
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor
from sayso.resources import table


def in_charge(group: list[Mention], lead: Mention, roles: Roles, told: list[Mention]) -> list[Actor]:
    """Who arrests, frees or expels where nobody is said to: the nearest body of the state where it is done."""
    kinds = table("sayso.coding", "concerned.toml")["authority"]
    sectors = next((kinds[k] for m in lead.mode if (k := f"{lead.event} {m}") in kinds), kinds.get(lead.event))
    if sectors is None or ("release" in lead.mode and _were_abducted(group, told)):
        return []
    abroad = bool({"expel", "access", "deport"} & {*lead.mode})
    country = lead.place.country if lead.place is not None else None
    codes = {a.code for m in group for a in m.recipients if a.code}
    code = (
        next(iter(codes)) if len(codes) == 1 and not (country and lead.mode in (["convict"], ["arrest"])) else country
    )
    if abroad:
        code = country if country not in codes else None
    if code is None and len(codes) > 1 and not abroad:
        code = next((a.code for a in _tell_of_it(group, roles) if a.code in codes), None)
    if code is None:
        return _who_owns_up(group, codes, roles) or _who_complained(lead, codes, told)
    if code in codes and any(_speaks_abroad(a) for a in _tell_of_it(group, roles)):
        return []
    known = [
        a
        for a in roles.article.actors
        if a.code == code
        and a.sector in sectors
        and a.kind not in ("pronoun", "collective", "person")
        and abs(a.head - lead.head.i) < _FAR
        and a.entity not in {r.entity for m in group for r in m.recipients}
        and not _only_tells_of_it(a, codes, roles)
    ]
    ranked = sorted(known, key=lambda a: (sectors.index(a.sector), abs(a.head - lead.head.i)))
    return ranked[:1] or _who_owns_up(group, codes, roles) or _host(lead, codes, roles)


def _were_abducted(group: list[Mention], told: list[Mention]) -> bool:
    """Whether those let go, from no prison, were carried off by others before."""
    codes = {a.code for m in group for a in m.recipients}
    prisons = frozenset(table("sayso.coding", "concerned.toml")["words"]["prison"])
    if any(t.lemma_.lower() in prisons for m in group for t in m.sentence):
        return False
    taken = (x for x in told if x.event == "ASSAULT" and "abduct" in x.mode)
    return any(x.sentence in [m.sentence for m in group] or codes & {a.code for a in x.recipients} for x in taken)


def _speaks_abroad(a: Actor) -> bool:
    """Whether who tells of people of his state is the state at large or its foreign ministry: "Greece said nine Greeks were held"."""
    return a.kind == "state" or "foreign" in a.text.lower().split()


def _only_tells_of_it(a: Actor, codes: set[str], roles: Roles) -> bool:
    """Whether somebody is one man or a source, or the foreign ministry of those who are held, which speaks of its nationals abroad."""
    abroad = a.code in codes and a.kind != "state" and _speaks_abroad(a)
    head = roles.article.parse[a.head]
    one = head.lower_ in _ONE or any(c.lower_ in ("a", "an", "one", "another") for c in head.lefts)
    return abroad or (one and a.kind == "generic") or bool(head.lemma_ == "source")


def _tell_of_it(group: list[Mention], roles: Roles) -> Iterator[Actor]:
    """The officials who tell of it."""
    for m in group:
        for saying in enclosing(roles.article, m.head.idx):
            yield from [a for a in roles.speakers([saying]) if a.sector in OF_STATE]


def _host(lead: Mention, whose: set[str], roles: Roles) -> list[Actor]:
    """The state in which another's people are held or from which they are put out, where the sentence says where that is."""
    place = lead.place
    if place is None or not whose or place.country is None or place.country in whose:
        return []
    if not {"arrest", "deport", "expel", "convict"} & {*lead.mode}:
        return []
    sent = lead.sentence
    if not sent.start_char <= place.start < sent.end_char:
        return []
    at = next((i for i, p in roles.around.places.items() if p is place), int(lead.head.i))
    return [roles.named_state(place.country, at) or roles.state_of(place, at)]


def _who_owns_up(group: list[Mention], whose: set[str], roles: Roles) -> list[Actor]:
    """The state whose official tells that another's people were expelled, deported or arrested."""
    if not whose or not {"expel", "deport", "arrest"} & {x for m in group for x in m.mode}:
        return []
    told = [a for a in _tell_of_it(group, roles) if a.code and a.code not in whose and state_name(a.code) != a.code]
    return [roles.named_state(told[0].code, group[0].head.i) or told[0]] if told else []


def _who_complained(lead: Mention, whose: set[str], told: list[Mention]) -> list[Actor]:
    """The state that right before summoned the envoy whose colleagues are put out: "Two staff were declared unwelcome"."""
    if "expel" not in lead.mode:
        return []
    for x in reversed(told):
        if 0 < lead.head.i - x.head.i < _SOON and whose & {a.code for a in x.recipients}:
            return [a for a in x.actors if a.sector in OF_STATE and a.code not in whose][:1]
    return []


_ONE = frozenset({"man", "woman", "officer", "policeman", "policewoman", "soldier", "guard", "colleague"})
_SOON = 60
_FAR = 400
