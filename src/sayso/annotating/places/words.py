"""The word lists of the places layer, from ``annotating/data/places/words.csv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.resources import rows


@dataclass(frozen=True, slots=True)
class Words:
    """What each list holds.

    joining: small words inside names ("of", "de"); locative: prepositions of place; before_of: words with which "of" is
    one ("outside of"); between: what may stand between such a preposition and the name; never: capitalized words that
    alone name no place; personal: names of persons that are towns too, and need better evidence than others; streets:
    what follows a street's name; media: what follows in the name of a newspaper, company or team; before_team: what
    stands before a place in one; offices: institutions and posts that are named for their place; compass: directions;
    opening: small words that open a sentence; inside: prepositions that hardly stand before anything but a place when a
    name follows; local_nouns: what a town's name stands before ("a Darlington man"), before_local: what then stands
    before that; beside: last words before what a place lies by, and apart: what stands before those ("180 km north
    *of*"); bound: what "for" follows on the way to a place; counties: last words of areas' names; saints and hallowed:
    the first word of a saint's name, and what is named for saints; waters: what follows in names of rivers and the
    like; people: who is "from" a place; kin: relatives before a name; common: words, companies and wares that
    are villages too; heads_behind and heads_before: head words beside a name with the GeoNames features they ask for.
    """

    joining: frozenset[str]
    locative: frozenset[str]
    before_of: frozenset[str]
    between: frozenset[str]
    never: frozenset[str]
    personal: frozenset[str]
    streets: frozenset[str]
    media: frozenset[str]
    before_team: frozenset[str]
    offices: frozenset[str]
    compass: frozenset[str]
    opening: frozenset[str]
    inside: frozenset[str]
    local_nouns: frozenset[str]
    before_local: frozenset[str]
    beside: frozenset[str]
    apart: frozenset[str]
    bound: frozenset[str]
    counties: frozenset[str]
    saints: frozenset[str]
    hallowed: frozenset[str]
    waters: frozenset[str]
    common: frozenset[str]
    people: frozenset[str]
    kin: frozenset[str]
    heads_behind: dict[str, tuple[str, ...]]
    heads_before: dict[str, tuple[str, ...]]


@cache
def words() -> Words:
    """The lists, read once."""
    lists: dict[str, set[str]] = {}
    for row in rows("sayso.annotating", "places/words.csv"):
        lists.setdefault(row["list"], set()).update(row["words"].split())
    heads: dict[str, dict[str, tuple[str, ...]]] = {"behind": {}, "before": {}}
    for row in rows("sayso.annotating", "places/heads.csv"):
        for side in row["side"].split("|"):
            heads[side][row["word"]] = tuple(row["features"].split("|"))
    plain = {name: frozenset(found) for name, found in lists.items()}
    return Words(
        joining=plain["joining"],
        locative=plain["locative"],
        before_of=plain["before_of"],
        between=plain["between"],
        never=plain["never"] | plain["compass"],
        personal=plain["personal"],
        streets=plain["streets"],
        media=plain["media"],
        before_team=plain["before_team"],
        offices=plain["offices"],
        compass=plain["compass"],
        opening=plain["opening"],
        inside=plain["inside"],
        local_nouns=plain["local_nouns"],
        before_local=plain["before_local"],
        beside=plain["beside"],
        apart=plain["apart"],
        bound=plain["bound"],
        counties=plain["counties"],
        saints=plain["saints"],
        hallowed=plain["hallowed"],
        waters=plain["waters"],
        common=plain["common"],
        people=plain["people"],
        kin=plain["kin"],
        heads_behind=heads["behind"],
        heads_before=heads["before"],
    )
