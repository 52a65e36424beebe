"""Whose people somebody unplaced are: of the place in their own words, of where it happened, or of whoever speaks or acts.

In: an Actor without a country. Out: the same with one, where the text lets a reader say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sayso import ontology
from sayso.coding.frames import classes
from sayso.model import Actor, Attribution, Place

if TYPE_CHECKING:
    from sayso.coding.extraction import Mention
    from sayso.coding.parties import Roles

# People whom no word places are taken to be of the country where it happened.
_OF_THE_PLACE = frozenset("CVL UAF REB COP MIL JUD MED EDU LAB REL BUS SOC PTY CRM REF AGR".split())


def in_country(a: Actor, roles: Roles, place: Place | None) -> Actor:
    """Somebody unplaced is of the place in their own words ("a village in Chad"), else of the event's."""
    if a.code is not None or a.kind not in ("generic", "pronoun") or a.sector not in _OF_THE_PLACE:
        return a
    if roles.article.parse[a.head].lemma_.lower() in _VISITORS:
        place = None
    own = next(
        (p for t in roles.article.parse[a.head].subtree if (p := roles.around.places.get(t.i)) and p.country), place
    )
    return msgspec.structs.replace(a, code=own.country) if own is not None and own.country else a


_VISITORS = frozenset({"tourist", "visitor", "expatriate", "foreigner", "holidaymaker"})


def of_the_scene(found: list[Mention]) -> None:
    """Gives people whom no word places the country of the deed told right before: "Police fired on them. *Ten people* were held."."""
    last: Mention | None = None
    for m in found:
        if m.event not in _SCENES:
            continue
        parties = (*m.actors, *m.recipients)
        if any(a.code for a in parties):
            last = m
        elif parties and last is not None and m.place is None and 0 < m.head.i - last.head.i < _NEAR:
            codes = {a.code for a in (*last.actors, *last.recipients)}
            if len(codes) == 1 and not m.time:
                m.actors = of_one_country(m.actors, [*last.actors, *last.recipients])
                m.recipients = of_one_country(m.recipients, [*last.actors, *last.recipients])


_SCENES = frozenset({"PROTEST", "ASSAULT", "COERCE"})
_NEAR = 40  # tokens


def of_nobody_known(a: Actor, doers: list[Actor], roles: Roles) -> Actor:
    """ "Denied that its soldiers had shot at *any farmer*": whoever he might be, he is not for that of the soldiers' country."""
    if a.kind != "generic" or a.code is None or a.side or a.code not in {d.code for d in doers}:
        return a
    any_one = any(c.lower_ == "any" for c in roles.article.parse[a.head].lefts)
    return msgspec.structs.replace(a, code=None) if any_one else a


def speaking(sayings: list[Attribution], roles: Roles) -> list[Actor]:
    """The official who tells it: "the finance ministry" of which a country's security service speaks is that country's."""
    speaker = roles.by_entity.get(sayings[0].speaker_entity or "") if sayings else None
    return [speaker] if speaker is not None and speaker.sector in _GOVERNING else []


_GOVERNING = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})


# What authorities do to people, they do to their own unless the text says otherwise; so do protesters to a government.
DOMESTIC = frozenset({"COERCE", "SANCTION", "ACCUSE", "CONCEDE", "PROTEST"})


def of_one_country(unplaced: list[Actor], placed: list[Actor]) -> list[Actor]:
    codes = {a.code for a in placed if a.code and a.code not in ontology.load().codes}
    if len(codes) != 1:
        return unplaced
    code = codes.pop()
    return [
        msgspec.structs.replace(a, code=code) if a.code is None and a.kind == "generic" and not _crosses(a) else a
        for a in unplaced
    ]


def _crosses(a: Actor) -> bool:
    """Whether somebody is a ship or the like, which may be anybody's, or from abroad by his own words: "foreign powers"."""
    words = a.text.lower().split()
    return bool({w.removesuffix("s") for w in words} & classes()["vessel"]) or not _ABROAD.isdisjoint(words)


_ABROAD = frozenset({"foreign", "international", "western", "outside"})
