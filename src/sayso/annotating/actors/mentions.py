"""Who each noun phrase of a parse is: its name, country, sector and office, from names, roles and their owners.

In: a parsed Article. Out: one :class:`Identity` a head token. An *owner* is the state or group that a role belongs to:
"US" in "US envoy", "the Taliban" in "a spokesman for the Taliban", "its" in "its delegation" (left to coreference).
"""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.annotating.actors.identity import ActorKind, Identity, placed
from sayso.annotating.actors.lexicon import Agent, agent, spelled, word_list
from sayso.annotating.actors.names import Named, country, names
from sayso.annotating.actors.placing import country_at, is_from_elsewhere
from sayso.knowledge import Entry, lookup
from sayso.knowledge.names import state_names
from sayso.knowledge.states import seats
from sayso.model import Article

_OWNING = {"state", "adjective", "people", "capital", "seat", "metonym", "organization", "group", "outlet"}
_MODIFIERS = {"compound", "amod", "nmod", "poss", "det", "nummod"}
_OWNER_PREPOSITIONS = {"of", "for", "from", "in", "at", "to", "with"}
_PLACED_BODIES = {"in", "of", "for", "to"}
_OFFICES = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", None}


class Reader:
    """Identities of one article's noun phrases, each worked out once."""

    def __init__(self, article: Article) -> None:
        self.doc = article.parse
        self.day = (article.published or "")[:10] or None
        self.names: dict[int, Named] = names(article)
        self._known: dict[int, list[Identity]] = {}
        self._busy: set[int] = set()

    def at(self, head: Any) -> list[Identity]:
        """Whom the noun phrase of this head token stands for: none, one, or several coordinated owners."""
        if head.i not in self._known:
            if head.i in self._busy:
                return []
            self._busy.add(head.i)
            self._known[head.i] = self._identify(head)
            self._busy.discard(head.i)
        return self._known[head.i]

    def _identify(self, head: Any) -> list[Identity]:
        named = self.names.get(head.i)
        if named and named.kind == "place":
            return []
        if named and named.last >= head.i:
            if named.kind == "person" or (named.kind == "organization" and named.entry is None):
                return [
                    self._person(named, head) if named.kind == "person" else self._unknown_organization(named, head)
                ]
            noun = self._agent(head) if named.last == head.i and named.first != named.last else None
            if noun and named.kind in ("adjective", "people"):
                return self._role(head, noun)
            if named.kind == "adjective" and head.dep_ in ("amod", "compound", "nmod"):
                return []
            return [self._from_name(n, head) for n in self._each(named)]
        if head.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return []
        noun = self._agent(head)
        return self._role(head, noun) if noun else []

    def _each(self, named: Named) -> list[Named]:
        """A plural name once for each state that it means."""
        return [named, *(msgspec.structs.replace(named, entry=e, others=()) for e in named.others)]

    def _from_name(self, named: Named, head: Any) -> Identity:
        entry = named.entry
        assert entry is not None
        body = self._seated(named, entry) if named.kind == "capital" else None
        if body is not None:
            return Identity(body.name, body.code, body.sector, "organization", *self._extent(head, named))
        kind: ActorKind = "state"
        sector = entry.sector
        if entry.kind in ("organization", "outlet") or entry.kind == "metonym":
            kind = "organization"
        elif entry.kind == "group":
            kind = "group"
        elif entry.kind in ("people", "adjective"):
            kind = "generic"
            definite = any(c.lower_ == "the" for c in head.lefts)
            rules = definite and head.tag_ in ("NNPS", "NNS", "NNP") and entry.sector != "CVL"
            sector = "GOV" if rules else "CVL"
            code = self._home(head) or entry.code
            return Identity(named.text, code, sector, kind, *self._extent(head, named), noun="people", plural=True)
        home = self._home(head) if kind == "organization" and entry.code in state_names() else None
        return Identity(entry.name, home or entry.code, sector, kind, *self._extent(head, named))

    def _home(self, head: Any) -> str | None:
        """The country of the state that possesses a name: "Norway's Labour Party"."""
        owner = next((self.names.get(c.i) for c in head.children if c.dep_ == "poss"), None)
        return owner.entry.code if owner and owner.entry and owner.kind == "state" else None

    def _seated(self, named: Named, capital: Entry) -> Entry | None:
        """The body that a city stands for when it acts ("Brussels"), unless the article names the city's own state."""
        body = seats().get(named.text)
        if body is None or any(
            n.kind != "capital" and n.entry and n.entry.code == capital.code for n in self.names.values()
        ):
            return None
        return next((e for e in lookup(body, self.day) if e.kind == "organization"), None)

    def _unknown_organization(self, named: Named, head: Any) -> Identity:
        noun = self._agent(head)
        owner = self._owner(head, named)
        code = owner.code if owner else self._country_in(named) if noun and noun.kind == "body" else None
        return Identity(
            named.text, code, noun.sector if noun else None, "organization", *self._extent(head, named), owner=owner
        )

    def _country_in(self, named: Named) -> str | None:
        """The country of the place that a body's name begins with: "Wyoming Redevelopment Authority"."""
        for last in (min(named.first + 1, named.last - 1), named.first):
            if last >= named.first:
                code = country(self.doc[named.first : last + 1].text)
                if code:
                    return code
        return None

    def _person(self, named: Named, head: Any) -> Identity:
        entry = named.entry
        first, last = self._extent(head, named)
        role = self._title(named, head)
        identity = Identity(entry.name if entry else named.text, None, None, "person", first, last)
        if role:
            identity.noun, identity.spokesperson = role[0].noun, role[0].kind == "spokesperson"
            identity.owner, identity.owned_by = role[1], role[2]
            identity.code, identity.sector = placed(role[0], role[1])
            identity.office = role[0].noun
        if entry and role:
            entry = self._in_office(entry, role[0])
        if entry:
            identity.code = entry.code
            anew = (
                named.former
                and role is not None
                and role[0].sector not in (None, "ELI")
                and role[0].noun != entry.office
            )
            if not self._is_still_to_come(entry) and not anew:
                identity.sector = "ELI" if named.former else entry.sector
                identity.office = None if named.former else entry.office
        return identity

    def _in_office(self, entry: Entry, role: Agent) -> Entry:
        """Of the offices that a person holds on the day, the one that the text names."""
        held = [
            e for e in lookup(entry.name, self.day) if e.kind == "person" and e.name == entry.name and e.holds(self.day)
        ]
        return next((e for e in held if e.office in (role.noun, entry.office) and e.office == role.noun), entry)

    def _is_still_to_come(self, entry: Entry) -> bool:
        """Whether a person's office begins only after the article: until then it tells no more than the country."""
        return bool(self.day and entry.since and self.day[: len(entry.since)] < entry.since)

    def _title(self, named: Named, head: Any) -> tuple[Agent, Identity | None, int | None] | None:
        """A person's role: the nouns before the name, or an apposition on either side of it."""
        before = [t for t in head.subtree if t.i < named.first and (t.i >= head.left_edge.i)]
        if not before and named.first > head.sent.start and self.doc[named.first - 1].pos_ in ("NOUN", "PROPN"):
            before = [t for t in self.doc[named.first - 1].subtree if t.i < named.first]
        for t in reversed(before):
            if t.pos_ in ("NOUN", "PROPN") and t.i not in self._covered(named):
                noun = self._agent(t)
                if noun:
                    return noun, *self._owner_of_title(t, before)
        candidates = [c for c in head.children if c.dep_ == "appos"]
        if head.dep_ == "appos":
            candidates.append(head.head)
        for t in candidates:
            noun = self._agent(t)
            if noun:
                owner = self._owner(t, None)
                return noun, owner, self._pronoun_owner(t)
        return None

    def _owner_of_title(self, title: Any, before: list[Any]) -> tuple[Identity | None, int | None]:
        owner = self._owner(title, None)
        if owner is None:
            for t in before:
                named = self.names.get(t.i)
                if named and named.kind in _OWNING and named.entry:
                    owner = self._as_owner(named)
                    break
                if named is None and t.pos_ == "PROPN" and t.ent_type_ == "GPE" and (owner := self._place(t)):
                    break
        return owner, self._pronoun_owner(title)

    def _covered(self, named: Named) -> range:
        return range(named.first, named.last + 1)

    def _agent(self, head: Any) -> Agent | None:
        words = spelled(self.doc[max(head.sent.start, head.i - 5) : head.i + 1])
        if head.i + 2 < len(self.doc) and head.nbor(1).lower_ in ("of", "for"):
            after = [t.lower_ for t in self.doc[head.i + 1 : head.i + 4]]
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
        return self._as_former(head, self._in_uniform(head, hit))

    def _in_uniform(self, head: Any, noun: Agent) -> Agent:
        """Officers are the army's where the sentence speaks of soldiers, else the police's."""
        if noun.noun not in word_list("in_uniform"):
            return noun
        lemmas = {t.lemma_.lower() for t in head.sent}
        military = lemmas & word_list("military_setting") and not lemmas & word_list("police_setting")
        return msgspec.structs.replace(noun, sector="MIL") if military else noun

    def _as_former(self, head: Any, noun: Agent) -> Agent:
        """The noun with the sector of those who have left their office when its words say so: "former US soldiers"."""
        if (noun.kind != "person" and head.tag_ != "NNS") or noun.sector not in _OFFICES:
            return noun
        for t in reversed(self.doc[max(head.sent.start, head.i - 5) : head.i]):
            if t.lower_ in word_list("former"):
                return msgspec.structs.replace(noun, sector="ELI", owner=False)
            if t.pos_ not in ("ADJ", "NOUN", "PROPN") and t.text != "-":
                break
        return noun

    def _namesake(self, head: Any, plural: bool) -> Named | None:
        """The person whose role a noun gives: "the cleric Ali Noor", "the minister, Jane Doe"."""
        if plural:
            return None
        after = head.i + 1
        if after < len(self.doc) and self.doc[after].text == "," and any(c.dep_ == "appos" for c in head.children):
            after += 1
        named = self.names.get(after) if after < head.sent.end else None
        joined = after == head.i + 2 or (named is not None and self.doc[named.last].dep_ not in ("nsubj", "nsubjpass"))
        return named if named is not None and named.kind == "person" and joined else None

    def _role(self, head: Any, noun: Agent) -> list[Identity]:
        owners = self._owners(head)
        pronoun = self._pronoun_owner(head)
        plural = head.tag_ in ("NNS", "NNPS")
        first, last = self._extent(head, None)
        person = self._namesake(head, plural) if noun.kind != "body" else None
        if person is not None:
            known = self._person(person, self.doc[person.last])
            self._known[person.last] = [known]
            if known.code is None and owners:
                known.code, known.sector = placed(noun, owners[0])
                known.owner = owners[0]
            known.sector = known.sector or noun.sector
            known.office = known.office or noun.noun
            known.first = min(first, known.first)
            return [known]
        if not owners:
            identity = self._generic(head, noun, first, last, plural)
            identity.owned_by = pronoun
            identity.stands_for_owner = pronoun is not None and self._means_owner(head, noun, None, plural)
            return [identity]
        found = []
        for owner in owners:
            code, sector = placed(noun, owner)
            if self._means_owner(head, noun, owner, plural):
                if owner.kind == "person" and owner.code in state_names():
                    owner = Identity(state_names()[owner.code], owner.code, "GOV", "state", first, last)
                found.append(
                    msgspec.structs.replace(
                        owner, first=first, last=last, noun=noun.noun, plural=plural, stands_for_owner=True, owner=owner
                    )
                )
            else:
                found.append(
                    Identity(
                        self._one_of(head, owner) if len(owners) > 1 else self._plain(first, last),
                        code,
                        sector,
                        "generic" if plural or noun.kind != "body" else "organization",
                        first,
                        last,
                        owner=owner,
                        noun=noun.noun,
                        plural=plural,
                        spokesperson=noun.kind == "spokesperson",
                        office=noun.noun if noun.kind != "body" and not plural else None,
                    )
                )
        return found

    def _one_of(self, head: Any, owner: Identity) -> str:
        """The name of one of several whom a phrase names together: "UN forces" in "French and UN forces"."""
        first = head.i
        while (
            first > head.sent.start
            and first - 1 not in self.names
            and self.doc[first - 1].pos_ in ("ADJ", "NOUN", "PROPN")
        ):
            first -= 1
        role, words = self.doc[first : head.i + 1].text, self.doc[owner.first : owner.last + 1].text
        return f"{words} {role}" if owner.first < head.i else f"{role} of {words}"

    def _generic(self, head: Any, noun: Agent, first: int, last: int, plural: bool) -> Identity:
        return Identity(
            self._plain(first, last),
            None,
            noun.sector,
            "generic",
            first,
            last,
            noun=noun.noun,
            plural=plural,
            spokesperson=noun.kind == "spokesperson",
            office=noun.noun if noun.kind == "person" and not plural and noun.sector == "GOV" else None,
        )

    def _means_owner(self, head: Any, noun: Agent, owner: Identity | None, plural: bool) -> bool:
        """Whether the words mean the state or group itself: "US officials", "Taliban fighters", "the militant group"."""
        if noun.owner:
            return True
        if owner is None or owner.kind != "group":
            return False
        return noun.sector in ("REB", "MIL", "UAF", "PRM", "PTY", None) and (plural or noun.kind == "body")

    def _owners(self, head: Any) -> list[Identity]:
        first = self._owner(head, None)
        if first is None:
            return []
        owners = [first]
        self._plural(head, owners)
        self._coordinated(head, owners)
        for child in head.children:
            if child.dep_ in _MODIFIERS and child.i < head.i:
                for other in child.conjuncts:
                    named = self.names.get(other.i)
                    if named and named.entry and named.kind in _OWNING and other.i < head.i:
                        owner = self._as_owner(named)
                        if all(owner.name != o.name for o in owners):
                            owners.append(owner)
            if child.dep_ == "prep" and child.lower_ in ("of", "from", "for"):
                for obj in (c for c in child.children if c.dep_ == "pobj"):
                    for other in obj.conjuncts:
                        named = self.names.get(other.i)
                        if named and named.entry and named.kind in _OWNING and other.i > obj.i:
                            owner = self._as_owner(named)
                            if all(owner.name != o.name for o in owners):
                                owners.append(owner)
        return owners

    def _plural(self, head: Any, owners: list[Identity]) -> None:
        """Add the further states of a plural owner: "the leaders of the two Koreas"."""
        for t in head.subtree:
            named = self.names.get(t.i)
            if named is not None and named.others and named.entry and named.entry.name == owners[0].name:
                owners += [self._as_owner(n) for n in self._each(named)[1:]]

    def _coordinated(self, head: Any, owners: list[Identity]) -> None:
        """Add the owners that stand in a row before a noun: "French, German and UN forces"."""
        found: list[Identity] = []
        joined = False
        i = head.i - 1
        while i >= head.sent.start:
            token, named = self.doc[i], self.names.get(i)
            if named is not None and named.entry is not None and named.kind in _OWNING:
                found.append(self._as_owner(named))
                i = named.first
            elif token.pos_ == "CCONJ" or token.text == ",":
                joined = True
            elif token.pos_ not in ("ADJ", "NOUN", "PROPN") or found:
                break
            i -= 1
        if joined and len(found) > 1:
            owners += [o for o in reversed(found) if all(o.name != x.name for x in owners)]

    def _owner(self, head: Any, within: Named | None) -> Identity | None:
        """The state, group or body that a role's modifiers, possessor or prepositional phrase name."""
        anchor = self._hyphened(head)
        left = [t for t in anchor.subtree if t.i < head.i and t.i >= anchor.left_edge.i]
        possessors = [t for t in (*head.children, *(anchor.children if anchor != head else ())) if t.dep_ == "poss"]
        for t in [*possessors, *reversed([x for x in left if x not in possessors])]:
            named = self.names.get(t.i)
            if named is within and within is not None:
                continue
            if named and named.kind in _OWNING and named.entry:
                return self._as_owner(named)
            if named and named.kind == "person" and named.entry and t.dep_ in ("compound", "nmod"):
                return self._person(named, t)
            if t in possessors:
                got = self.at(t)
                if got:
                    return got[0]
            if t.pos_ == "PROPN" and t.dep_ in ("compound", "nmod") and t.i not in self.names:
                place = self._place(t)
                if place:
                    return place
        elsewhere = is_from_elsewhere(head)
        for prep in (c for c in head.children if c.dep_ == "prep" and c.lower_ in _OWNER_PREPOSITIONS):
            if elsewhere and prep.lower_ in ("in", "at"):
                continue
            for obj in (c for c in prep.children if c.dep_ == "pobj"):
                named = self.names.get(obj.i)
                if named is None and prep.lower_ in ("in", "at", "from", "of") and obj.pos_ == "PROPN":
                    place = self._place(obj)
                    if place:
                        return place
                if named and named.kind in _OWNING and named.entry and obj.i <= named.last:
                    return self._as_owner(named)
                got = self.at(obj)
                if got and (got[0].code or got[0].owned_by is not None):
                    return got[0]
        return None

    def _place(self, token: Any) -> Identity | None:
        """The state in which a town or region lies."""
        code = country_at(self.names, token)
        name = state_names().get(code or "")
        return Identity(name, code, "GOV", "state", token.i, token.i) if name else None

    def _as_owner(self, named: Named) -> Identity:
        entry = named.entry
        assert entry is not None
        if entry.kind in ("adjective", "people", "capital", "seat", "state"):
            if entry.sector == "CVL":
                return Identity(entry.name, entry.code, "CVL", "generic", named.first, named.last)
            return Identity(entry.name, entry.code, entry.sector, "state", named.first, named.last)
        return self._from_name(named, self.doc[named.last])

    def _pronoun_owner(self, head: Any) -> int | None:
        for c in head.children:
            if c.dep_ == "poss" and c.tag_ == "PRP$":
                return int(c.i)
        return None

    def _extent(self, head: Any, named: Named | None) -> tuple[int, int]:
        """Token span of a mention: its noun phrase, with the prepositional phrase that places a body or role."""
        first = min(self._hyphened(head).left_edge.i, head.left_edge.i, named.first if named else head.i)
        while first < head.i and self.doc[first].pos_ in (
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
        if first < head.i and self.doc[first].lower_ == "dead":  # "shot dead three men"
            first += 1
        last = max(named.last, head.i) if named else head.i
        if named is None:
            for prep in head.children:
                if prep.dep_ == "prep" and prep.lower_ in _PLACED_BODIES and prep.i == last + 1:
                    obj = next((c for c in prep.children if c.dep_ == "pobj"), None)
                    if obj is not None and obj.i - last <= 6:
                        last = max(obj.i, self.names[obj.i].last if obj.i in self.names else obj.i)
        return first, last

    def _hyphened(self, head: Any) -> Any:
        """The first part of a head that the parser has cut at a hyphen: "vice" of "vice-president"."""
        apart = head.i > head.sent.start + 1 and head.nbor(-1).text == "-" and head.nbor(-2).head == head.head
        return head.nbor(-2) if apart and head.nbor(-2).dep_ == head.dep_ else head

    def _plain(self, first: int, last: int) -> str:
        """A mention's words without its determiner."""
        while first < last and (self.doc[first].pos_ in ("DET", "NUM") or self.doc[first].tag_ in ("PRP$", "DT")):
            first += 1
        return str(self.doc[first : last + 1].text)
