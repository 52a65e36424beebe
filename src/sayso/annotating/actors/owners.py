"""The owners of a role: the states, groups and bodies that its modifiers, possessor or prepositional phrases name.

In: the head token of a role. Out: one :class:`Identity` an owner; possessive pronouns are left to coreference by their token.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.annotating.actors.elsewhere import is_from_elsewhere
from sayso.annotating.actors.identity import Identity
from sayso.annotating.actors.lexicon import agents, back, word_list
from sayso.annotating.actors.named import Named
from sayso.annotating.actors.roles import hyphened
from sayso.annotating.actors.where import country_at, is_only_a_name
from sayso.knowledge.names import state_names

if TYPE_CHECKING:
    from sayso.annotating.actors.mentions import Reader

OWNING = {"state", "adjective", "people", "capital", "seat", "metonym", "organization", "group", "outlet"}
_MODIFIERS = {"compound", "amod", "nmod", "poss", "det", "nummod"}
_OWNER_PREPOSITIONS = {"of", "for", "from", "in", "at", "to", "with"}


def owners_of(reader: Reader, head: Any) -> list[Identity]:
    first = owner_of(reader, head, None)
    if first is None:
        return []
    owners = [first]
    _add_plural(reader, head, owners)
    _add_coordinated(reader, head, owners)
    for child in head.children:
        if child.dep_ in _MODIFIERS and child.i < head.i:
            for other in child.conjuncts:
                named = reader.names.get(other.i)
                if named and named.entry and named.kind in OWNING and other.i < head.i:
                    owner = as_owner(reader, named)
                    if all(owner.name != o.name for o in owners):
                        owners.append(owner)
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "for"):
            owners += [o for o in _of_repeated(reader, child) if all(o.name != x.name for x in owners)]
            for obj in (c for c in child.children if c.dep_ == "pobj"):
                held = [] if obj.i in reader.names else reader.at(obj)
                if len(held) > 1 and any(o.name == owners[0].name for o in held):
                    owners += [o for o in held if all(o.name != x.name for x in owners)]  # "of the Thai and Lao armies"
                for other in obj.conjuncts:
                    named = reader.names.get(other.i)
                    if named and named.entry and named.kind in OWNING and other.i > obj.i:
                        owner = as_owner(reader, named)
                        if all(owner.name != o.name for o in owners):
                            owners.append(owner)
    return owners


def _of_repeated(reader: Reader, preposition: Any) -> list[Identity]:
    """The owners behind a preposition that is said again: "the ministers of Peru *and of Chile*"."""
    joined = any(c.dep_ == "cc" for t in (preposition, preposition.head) for c in t.children)
    again = (*preposition.children, *preposition.head.children) if joined else ()
    objects = [
        o
        for p in again
        if p.lower_ == preposition.lower_ and p.i > preposition.i and p.dep_ in ("prep", "conj")
        for o in p.children
        if o.dep_ == "pobj"
    ]
    found: list[Identity] = []
    for o in objects:
        named = reader.names.get(o.i)
        if named is not None:
            found += [as_owner(reader, named)] if named.entry is not None and named.kind in OWNING else []
        elif (owner := owner_of(reader, o, None)) is not None:
            found.append(owner)  # "of the Houthi *movement*"
    return found


def _add_plural(reader: Reader, head: Any, owners: list[Identity]) -> None:
    """Add the further states of a plural owner: "the leaders of the two Koreas"."""
    for t in head.subtree:
        named = reader.names.get(t.i)
        if named is not None and named.others and named.entry and named.entry.name == owners[0].name:
            owners += [as_owner(reader, n) for n in reader.each(named)[1:]]


def _add_coordinated(reader: Reader, head: Any, owners: list[Identity]) -> None:
    """Add the owners that stand in a row before a noun: "French, German and UN forces"."""
    found: list[Identity] = []
    joined = linked = False
    i, start = head.i - 1, back(head, head.i)
    while i >= start:
        token, named = reader.doc[i], reader.names.get(i)
        if named is not None and named.entry is not None and named.kind in OWNING:
            if found and not linked and not head.is_ancestor(token):
                break  # "had travelled to *Yemen*, Belgian prosecutors said"
            found.append(as_owner(reader, named))
            i = named.first
        elif token.pos_ == "CCONJ" or token.text == ",":
            joined, linked = True, linked or token.pos_ == "CCONJ"
        elif token.pos_ not in ("ADJ", "NOUN", "PROPN") or found:
            break
        i -= 1
    if joined and len(found) > 1:
        owners += [o for o in reversed(found) if all(o.name != x.name for x in owners)]


def _nation_beside(reader: Reader, head: Any) -> Named | None:
    """The nationality that the parser joins to the thing of a body and not to the body: "a *Cameroonian* army post"."""
    named = reader.names.get(head.i - 1) if head.dep_ in ("compound", "nmod") and head.i > head.sent.start else None
    if named is None or named.entry is None or named.kind not in ("state", "adjective", "people"):
        return None
    return named if reader.doc[named.last].head == head.head else None


def owner_of(reader: Reader, head: Any, within: Named | None) -> Identity | None:
    """The state, group or body that a role's modifiers, possessor or prepositional phrase name."""
    anchor = hyphened(reader, head)
    left = [t for t in anchor.subtree if t.i < head.i and t.i >= anchor.left_edge.i]
    possessors = [t for t in (*head.children, *(anchor.children if anchor != head else ())) if t.dep_ == "poss"]
    if not left and (beside := _nation_beside(reader, head)) is not None:
        return as_owner(reader, beside)
    for t in reversed(left):  # "Senegal's MFDC separatists": the state only says where the group is
        named = reader.names.get(t.i)
        if named and named.kind == "group" and named is not within and t.dep_ in ("compound", "nmod", "amod"):
            return as_owner(reader, named)
    for t in [*possessors, *reversed([x for x in left if x not in possessors])]:
        named = reader.names.get(t.i)
        if (named is within and within is not None) or is_only_a_name(reader.names, t):
            continue
        if named and named.kind in OWNING and named.entry:
            whose = reader.names.get(named.first - 1)
            if named.kind in ("adjective", "people") and whose is not None and whose.kind in ("state", "adjective"):
                if whose.entry and whose.entry.code != named.entry.code:  # "Kosovo Serb leaders"
                    both = f"{whose.text} {named.text}"
                    return Identity(both, whose.entry.code, "CVL", "generic", whose.first, named.last)
            if named.kind == "capital" and t not in possessors and pronoun_owner(reader, head) is not None:
                continue
            return as_owner(reader, named)
        if named and named.kind == "person" and named.entry and t.dep_ in ("compound", "nmod"):
            return reader.person(named, t)
        if t in possessors:
            got = reader.at(t)
            if got:
                return got[0]
            if t.pos_ == "PROPN" and (town := state_of_place(reader, t)):
                return town
        apart = pronoun_owner(reader, head) is not None  # "its London embassy"
        free = t.i not in reader.names or reader.names[t.i].kind == "place"
        of_place = t.pos_ == "PROPN" and t.dep_ in ("compound", "nmod") and free and not _are_several(head)
        if of_place and not apart and not _is_title(t, head):
            place = state_of_place(reader, t)
            if place:
                return place
    if pronoun_owner(reader, head) is not None:  # "its embassy in Kyiv"
        return None
    elsewhere = is_from_elsewhere(head) or head.lemma_.lower() in _POSTED
    for prep in (c for c in head.children if c.dep_ == "prep" and c.lower_ in _OWNER_PREPOSITIONS):
        if elsewhere and prep.lower_ in ("in", "at"):
            continue
        for obj in (c for c in prep.children if c.dep_ == "pobj"):
            named = reader.names.get(obj.i)
            free = named is None or named.kind == "place"
            if free and prep.lower_ in ("in", "at", "from", "of") and obj.pos_ == "PROPN":
                place = state_of_place(reader, obj)
                if place:
                    return place
            if named and named.kind in OWNING and named.entry and obj.i <= named.last:
                return as_owner(reader, named)
            got = reader.at(obj)
            if got and (got[0].code or got[0].owned_by is not None or _is_band(got[0]) or _is_led(prep, got[0])):
                return got[0]
            if not got and prep.lower_ == "of" and obj.lemma_.lower() in word_list("flagged"):
                flag = owner_of(reader, obj, within)  # "the crew of a *Turkish* ferry"
                if flag is not None:
                    return flag
    return None


_POSTED = frozenset({"embassy", "consulate", "ambassador", "consul"})  # who is of another country than where he is


def _is_led(prep: Any, owner: Identity) -> bool:
    """Whether somebody heads or serves a body that only its name is known of: "president of the Federation of Bus Drivers"."""
    return prep.lower_ in ("of", "for") and owner.kind == "organization" and owner.noun is None


def _are_several(head: Any) -> bool:
    """Whether states are called by a region or a meeting: "the Gulf monarchies", "the Visegrad countries"."""
    return head.tag_ in ("NNS", "NNPS") and head.lemma_.lower() in word_list("states_of_a_region")


def _is_title(word: Any, head: Any) -> bool:
    """Whether a word that is some town's name too belongs to the office: "Deputy Finance Minister", "Home Minister"."""
    words = [t.lower_ for t in word.doc[word.i : head.i + 1]]
    return words[0] in agents() or " ".join(words) in agents()


def belongs_to(reader: Reader, head: Any, named: Named) -> Identity | None:
    """The group or body that a person is said to be of right behind his name: "Cyril Ramaphosa of the ANC"."""
    prep = reader.doc[named.last + 1] if named.last + 1 < len(reader.doc) else None
    if prep is None or prep.lower_ not in ("of", "from") or prep.dep_ != "prep":
        return None
    whose = next((reader.names.get(c.i) for c in prep.children if c.dep_ == "pobj"), None)
    if whose is None or whose.entry is None or whose.kind not in ("group", "organization", "metonym", "outlet"):
        return None
    return as_owner(reader, whose)


def nation_before(reader: Reader, named: Named) -> str | None:
    """The country of the nationality right before a name: "freed *Norwegian* Kjartan Moe"."""
    before = reader.names.get(named.first - 1) if not reader.doc[named.first].is_sent_start else None
    return before.entry.code if before is not None and before.kind == "adjective" and before.entry else None


def _is_band(owner: Identity) -> bool:
    """Whether those who lead a body are what it is, wherever that may be: "leaders of the ruling party"."""
    return owner.noun is not None and owner.sector in (
        "PTY",
        "REB",
        "PRM",
        "LAB",
        "CRM",
        "MIL",
        "COP",
        "LEG",
        "JUD",
        "SPY",
    )


@cache
def _in_titles() -> frozenset[str]:
    """The words of the nouns for those who hold an office."""
    return frozenset(w for n in agents().values() if n.kind == "person" and n.sector for w in n.noun.split())


def state_of_place(reader: Reader, token: Any) -> Identity | None:
    """The state in which a town or region lies; a word of a title is none, nor are "the *Gulf* states": both are some town's name."""
    if token.lower_ in _in_titles():
        return None
    if token.lower_ in word_list("regions") and token.head.lemma_.lower() in word_list("states_of_a_region"):
        return None
    code = country_at(reader.names, token)
    name = state_names().get(code or "")
    return Identity(name, code, "GOV", "state", token.i, token.i) if name else None


def as_owner(reader: Reader, named: Named) -> Identity:
    entry = named.entry
    assert entry is not None
    if entry.kind in ("adjective", "people", "capital", "seat", "state"):
        if entry.sector == "CVL":
            return Identity(entry.name, entry.code, "CVL", "generic", named.first, named.last)
        return Identity(entry.name, entry.code, entry.sector, "state", named.first, named.last)
    return reader.from_name(named, reader.doc[named.last])


def pronoun_owner(reader: Reader, head: Any) -> int | None:
    for c in head.children:
        if c.dep_ == "poss" and c.tag_ == "PRP$":
            return int(c.i)
    return None
