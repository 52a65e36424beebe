"""Who each noun phrase of a parse is: its name, country, sector and office, from names, roles and their owners.

In: a parsed Article. Out: one :class:`Identity` a head token. An *owner* is the state or group that a role belongs to:
"US" in "US envoy", "the Taliban" in "a spokesman for the Taliban", "its" in "its delegation" (left to coreference).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from sayso.annotating.actors.identity import ActorKind, Identity, placed
from sayso.annotating.actors.lexicon import Agent, agent, is_facing, word_list
from sayso.annotating.actors.named import Named, country
from sayso.annotating.actors.names import is_still_to_come, names
from sayso.annotating.actors.owners import (
    OWNING,
    as_owner,
    belongs_to,
    nation_before,
    owner_of,
    owners_of,
    pronoun_owner,
    state_of_place,
)
from sayso.annotating.actors.roles import core, extent, is_named_to_office, is_stricken, noun_of, plain
from sayso.annotating.actors.ships import is_ship
from sayso.annotating.actors.where import country_at, spoken_of, where_it_lies
from sayso.knowledge import Entry, lookup
from sayso.knowledge.names import state_names
from sayso.knowledge.states import seats
from sayso.model import Article

# Bodies named for a virtue ("Independence Party", "Union Movement") that is a town's name too.
_VIRTUES = frozenset({"PTY", "OPP", "REB"})
_UNIONS = frozenset({"IGO", "UNO", "EUR"})
# The importance of a town in another country for whose a body's name is rather taken: "Fana" is no town of Mali.
_IN_BODIES = 5.5
_CABINETS = frozenset({"government", "cabinet", "administration"})  # of a party's: "the Labour government"
_NOMINAL = ("ADP", "DET", "NOUN", "PROPN", "ADJ", "PART")
_DEEPEST = 40  # owners of owners


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
            if head.i in self._busy or len(self._busy) >= _DEEPEST:
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
                return [self.person(named, head) if named.kind == "person" else self._unknown_organization(named, head)]
            noun = noun_of(self, head) if named.last == head.i and named.first != named.last else None
            if noun and named.kind in ("adjective", "people"):
                return self._role(head, noun)
            if named.kind == "adjective" and head.dep_ in ("amod", "compound", "nmod"):
                return []
            return [self.from_name(n, head) for n in self.each(named)]
        if head.pos_ not in ("NOUN", "PROPN", "ADJ") and not is_stricken(head):
            return []
        noun = noun_of(self, head)
        return self._role(head, noun) if noun else []

    def each(self, named: Named) -> list[Named]:
        """A plural name once for each state that it means."""
        return [named, *(msgspec.structs.replace(named, entry=e, others=()) for e in named.others)]

    def from_name(self, named: Named, head: Any) -> Identity:
        entry = named.entry
        assert entry is not None
        body = self._seated(named, entry) if named.kind == "capital" else None
        if body is not None:
            return Identity(body.name, body.code, body.sector, "organization", *extent(self, head, named))
        kind: ActorKind = "state"
        sector = entry.sector
        if entry.kind in ("organization", "outlet") or entry.kind == "metonym":
            kind = "organization"
        elif entry.kind == "group":
            kind = "group"
        elif entry.kind in ("people", "adjective"):
            kind = "generic"
            definite = any(c.lower_ == "the" for c in head.lefts)
            counted = any(c.dep_ == "nummod" or c.lower_ in ("a", "an") for c in head.children)
            rules = definite and not counted and head.tag_ in ("NNPS", "NNS", "NNP") and entry.sector != "CVL"
            sector = "GOV" if rules else "CVL"
            code = self._home(head) or (entry.code if entry.code else self._placed_by(head))
            return Identity(named.text, code, sector, kind, *extent(self, head, named), noun="people", plural=True)
        home = None
        if kind == "organization" and entry.code in state_names():  # "South Korea's *Joint Chiefs* of Staff"
            words = self.doc[named.first : named.last + 1]
            home = next((code for t in (head, *words) if (code := self._home(t)) is not None), None)
        return Identity(entry.name, home or entry.code, sector, kind, *extent(self, head, named))

    def _home(self, head: Any) -> str | None:
        """The country of the state or union that possesses a name: "Norway's Labour Party", or of its people: "Ecuadorean Indians"."""
        own = ("poss", "amod", "compound") if head.tag_ == "NNPS" else ("poss",)
        owner = next((self.names.get(c.i) for c in head.children if c.dep_ in own and c.i < head.i), None)
        beside = [c for c in head.children if c.dep_ == "amod" and c.i < head.i]  # "the Israeli Southern Command"
        beside += [t for c in head.children if c.dep_ == "poss" for t in c.lefts]  # "the Indian army's Central Command"
        nation = next((n for t in beside if (n := self.names.get(t.i)) is not None and n.kind == "adjective"), None)
        owner = owner or nation
        if owner and owner.entry and owner.kind == "adjective":
            return owner.entry.code
        union = (
            owner is not None and owner.entry is not None and owner.entry.code in _UNIONS
        )  # "NATO's Southern Command"
        return owner.entry.code if owner and owner.entry and (owner.kind == "state" or union) else None

    def _placed_by(self, head: Any) -> str | None:
        """The country of the place that people of no country are from: "ethnic Albanians from Pristina"."""
        preps = (c for c in head.children if c.dep_ == "prep" and c.lower_ in ("in", "from", "of"))
        codes = (country_at(self.names, o) for p in preps for o in p.children if o.dep_ == "pobj")
        return next((c for c in codes if c), None)

    def _seated(self, named: Named, capital: Entry) -> Entry | None:
        """The body that a city stands for when it acts ("Brussels"), unless the article names the city's own state."""
        body = seats().get(named.text)
        if body is None or any(
            n.kind != "capital" and n.entry and n.entry.code == capital.code for n in self.names.values()
        ):
            return None
        return next((e for e in lookup(body, self.day) if e.kind == "organization"), None)

    def _unknown_organization(self, named: Named, head: Any) -> Identity:
        noun = next((n for n in (noun_of(self, h) for h in self._whole(named, head)) if n is not None), None)
        owner = owner_of(self, head, named)
        code = (
            owner.code
            if owner
            else self._country_in(named)
            if noun and noun.kind == "body" and noun.sector not in _VIRTUES
            else None
        )
        return Identity(
            named.text, code, noun.sector if noun else None, "organization", *extent(self, head, named), owner=owner
        )

    def _whole(self, named: Named, head: Any) -> list[Any]:
        """The words that may say what a body is: "Alliance" in "Alliance of Democratic Forces", else its last."""
        of = next((t.i for t in self.doc[named.first : named.last + 1] if t.lower_ in ("of", "for")), named.first)
        return [self.doc[of - 1], head] if of > named.first else [head]

    def _country_in(self, named: Named) -> str | None:
        """The country of the place that a body's name begins with: "Wyoming Redevelopment Authority"."""
        if (there := where_it_lies(self.names, self.doc[named.first])) is not None:
            return there  # "Victoria College in Lahore"
        for last in (min(named.first + 1, named.last - 1), named.first):
            text = self.doc[named.first : last + 1].text
            if text and (code := country(text, spoken_of(self.names), known_from=_IN_BODIES)):
                return code
        return None

    def person(self, named: Named, head: Any) -> Identity:
        entry = named.entry
        first, last = extent(self, head, named)
        role = self._title(named, head)
        identity = Identity(entry.name if entry else named.text, None, None, "person", first, last)
        if role:
            identity.noun, identity.spokesperson = role[0].noun, role[0].kind == "spokesperson"
            identity.owner, identity.owned_by = role[1], role[2]
            identity.code, identity.sector = placed(role[0], role[1])
            identity.office = role[0].noun
            if identity.spokesperson and identity.sector is None and identity.owner is None:
                identity.sector = self._spoken_for(named)
        elif (own := belongs_to(self, head, named)) is not None:
            identity.owner, identity.code, identity.sector = own, own.code, own.sector
        else:
            identity.code = nation_before(self, named)
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
            if not is_still_to_come(entry, self.day) and not anew:
                told = role is not None and role[0].sector is not None
                said = (
                    identity.sector if entry.office is None and told else None
                )  # of who holds none, the text knows best
                ousted = role is not None and role[0].sector == "ELI" and entry.office is not None
                identity.sector = "ELI" if named.former or ousted else said or entry.sector or identity.sector
                identity.office = None if named.former else entry.office or identity.office
        return identity

    def _spoken_for(self, named: Named) -> str | None:
        """The sector of the body of no state for which a name speaks: "*Interior Ministry* spokesman Shota Utiashvili"."""
        before = self.doc[max(named.first - 4, self.doc[named.first].sent.start) : named.first]
        said = next((t.i for t in before if t.lemma_.lower() in word_list("speaking_for")), None)
        return _of_body([self.doc[said - 1]]) if said is not None and said > before.start else None

    def _in_office(self, entry: Entry, role: Agent) -> Entry:
        """Of the offices that a person holds on the day, the one that the text names."""
        held = [
            e for e in lookup(entry.name, self.day) if e.kind == "person" and e.name == entry.name and e.holds(self.day)
        ]
        return next((e for e in held if e.office in (role.noun, entry.office) and e.office == role.noun), entry)

    def _title(self, named: Named, head: Any) -> tuple[Agent, Identity | None, int | None] | None:
        """A person's role: the nouns before the name, or an apposition on either side of it."""
        before = [t for t in head.subtree if t.i < named.first and (t.i >= head.left_edge.i)]
        if (
            not before
            and named.first
            and not self.doc[named.first].is_sent_start
            and self.doc[named.first - 1].pos_ in ("NOUN", "PROPN")
        ):
            before = [t for t in self.doc[named.first - 1].subtree if t.i < named.first]
        for t in reversed(before):
            named_by = t.pos_ in ("NOUN", "PROPN") and not named.first <= t.i <= named.last
            if named_by and (noun := noun_of(self, t)):
                return noun, *self._owner_of_title(t, before)
        candidates = [c for c in head.children if c.dep_ == "appos"]
        if head.dep_ == "appos" or is_named_to_office(head):
            candidates.append(head.head)
        for t in candidates:
            noun = noun_of(self, t)
            if noun:
                owner = owner_of(self, t, named)  # nobody is the owner of his own title
                return noun, owner, pronoun_owner(self, t)
        return None

    def _owner_of_title(self, title: Any, before: list[Any]) -> tuple[Identity | None, int | None]:
        owner = owner_of(self, title, None)
        if owner is None:
            for t in before:
                named = self.names.get(t.i)
                if named and named.kind in OWNING and named.entry:
                    owner = as_owner(self, named)
                    break
                if named is None and t.pos_ == "PROPN" and t.ent_type_ == "GPE" and (owner := state_of_place(self, t)):
                    break
        return owner, pronoun_owner(self, title)

    def _namesake(self, head: Any, plural: bool, noun: Agent) -> Named | None:
        """The person whose role a noun gives: "the cleric Ali Noor", "the minister, Jane Doe"."""
        if plural:
            return None
        after = head.i + 1
        if after < len(self.doc) and self.doc[after].text == "," and any(c.dep_ == "appos" for c in head.children):
            after += 1
        ends = self._after_phrase(head, noun)
        if ends is not None:
            return ends
        named = self.names.get(after) if after < head.sent.end else None
        joined = after == head.i + 2 or (named is not None and self.doc[named.last].dep_ not in ("nsubj", "nsubjpass"))
        return named if named is not None and named.kind == "person" and joined else None

    def _after_phrase(self, head: Any, noun: Agent) -> Named | None:
        """The person named between commas after a role's phrase: "the governor of the Bank of Uganda, Jane Doe,"."""
        i = head.i + 1
        if i >= len(self.doc) or self.doc[i].dep_ != "prep":
            return None
        loose = any(c.lower_ == "the" for c in head.lefts)  # "the member of parliament for Lakeside, Jane Doe,"
        while i < min(head.i + 9, head.sent.end) and self.doc[i].text != ",":
            if head not in self.doc[i].ancestors and not (loose and self.doc[i].pos_ in _NOMINAL):
                return None
            i += 1
        named = None
        if i + 1 < head.sent.end and self.doc[i].text == ",":
            force = noun.noun.split()[0] in word_list("of_forces")
            titled = force and self.doc[i + 1].lower_ in word_list("titles")
            first = i + 1 + titled  # "the chief of staff, General Jane Doe,"
            named = self.names.get(first) if first < head.sent.end else None
        if named is None or named.kind != "person" or named.last + 1 >= len(self.doc):
            return None
        return named if self.doc[named.last + 1].text in (",", ".") else None

    def _role(self, head: Any, noun: Agent) -> list[Identity]:
        owners = owners_of(self, head)
        if is_facing(noun.noun):
            owners = [o for o in owners if o.kind != "state" or (o.first < head.i and self.doc[o.last].dep_ != "poss")]
        if noun.sector == "JUD" and owners and self.doc[owners[0].first].lower_ in word_list("seats_of_justice"):
            owners = [Identity("", "IGO", "JUD", "organization", owners[0].first, owners[0].last)]
        pronoun = pronoun_owner(self, head)
        plural = core(head).tag_ in ("NNS", "NNPS")
        first, last = extent(self, head, None)
        ship = self.names.get(head.i + 1)
        if ship is not None and is_ship(ship):  # "the destroyer USS Cole"
            known = self.from_name(ship, self.doc[ship.last])
            known.first = first
            self._known[ship.last] = [known]
            return [known]
        person = self._namesake(head, plural, noun) if noun.kind != "body" else None
        if person is not None:
            known = self.person(person, self.doc[person.last])
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
            sector = "LEG" if noun.sector == "LEG" and owner.sector == "PTY" else sector  # a party's deputies
            if self._means_owner(head, noun, owner, plural):
                governs = owner.sector == "PTY" and noun.noun in _CABINETS
                if (owner.kind == "person" or governs) and owner.code in state_names():
                    owner = Identity(state_names()[owner.code], owner.code, "GOV", "state", first, last)
                found.append(
                    msgspec.structs.replace(
                        owner, first=first, last=last, noun=noun.noun, plural=plural, stands_for_owner=True, owner=owner
                    )
                )
            else:
                found.append(
                    Identity(
                        self._one_of(head, owner) if len(owners) > 1 else plain(self, first, last),
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
        # "Commanders of the Thai and Lao armies": the owners share their words, not their names.
        words = owner.name if owner.noun and owner.owner else self.doc[owner.first : owner.last + 1].text
        role = self.doc[first : head.i + 1].text
        return f"{words} {role}" if owner.first < head.i else f"{role} of {words}"

    def _generic(self, head: Any, noun: Agent, first: int, last: int, plural: bool) -> Identity:
        sector = noun.sector
        if noun.kind == "spokesperson" and sector is None:  # "a ministry spokesman"
            sector = _of_body(c for c in head.children if c.dep_ == "compound")
        return Identity(
            plain(self, first, last),
            None,
            sector,
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
            return owner is None or owner.noun is None or owner.kind not in ("organization", "generic")
        if owner is not None and owner.kind == "organization" and owner.sector == "MIL":
            return noun.noun.split()[-1] in word_list("weapons")
        if owner is None or owner.kind != "group":
            return False
        return noun.sector in ("REB", "MIL", "UAF", "PRM", "PTY", None) and (plural or noun.kind == "body")


def _of_body(nouns: Iterable[Any]) -> str | None:
    """The sector of a body that stands before a spokesman."""
    body = next((agent([c.lower_], c.lemma_.lower()) for c in nouns), None)
    return body.sector if body is not None and body.kind == "body" else None
