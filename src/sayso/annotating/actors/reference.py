"""Whether a definite noun phrase refers back to an earlier mention: "the group", "the envoy", "the rebels".

In: the head token of the phrase, its mention and an earlier one. Out: yes or no, by role, kind and number.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.fates import is_caught
from sayso.annotating.actors.lexicon import Agent, agent, called, word_list
from sayso.annotating.actors.pronouns import is_national, salience
from sayso.knowledge.names import state_names
from sayso.knowledge.states import OF_STATE, epithets
from sayso.model import Actor


def are_apart(one: Any, other: Any) -> bool:
    """Whether two nouns are different arguments of one verb, as "the president" is in "the army backed Rajoelina against the president"."""
    if _argument_of(one) is not None and _argument_of(one) == _argument_of(other):
        return True
    if one.dep_ in ("dobj", "dative") and any(t.dep_ == "ccomp" and t.head == one.head for t in other.ancestors):
        return True  # "told Radio Bentiu that the mission was mistaken"
    verb = _argument_of(other)  # "the UN *trucks that the group* seized": the group is not whose trucks they are
    return (
        verb is not None
        and verb.dep_ == "relcl"
        and (one == verb.head or (one.head == verb.head and one.i < verb.head.i))
    )


def _argument_of(token: Any) -> Any:
    """The verb whose subject, object or prepositional object a noun is."""
    if token.dep_ in ("nsubj", "nsubjpass", "dobj", "dative"):
        return token.head
    if token.dep_ == "pobj" and token.head.dep_ in ("prep", "agent") and token.head.head.pos_ == "VERB":
        return token.head.head if token.head.lower_ != "as" else None
    return None


def are_meant(doc: Any, token: Any, noun: Any, m: Actor, a: Actor) -> bool:
    """Whether "the rebels", "the militants" are the group named before, or the same people again."""
    if noun is None or m.side is not None or m.sector not in ("REB", "PRM", "UAF"):
        return False
    words = [c for c in token.lefts if c.dep_ in ("amod", "compound", "nmod")]
    if words:
        return False
    return a.kind == "group" or (a.kind == "generic" and a.sector == m.sector and doc[a.head].lemma_ == token.lemma_)


def counted_before(doc: Any, earlier: list[Actor], m: Actor, token: Any) -> Actor | None:
    """The mention of the people whom "the four men", "the men" mean."""
    if not any(c.lower_ in ("the", "these", "those", "both") for c in token.lefts):
        return None
    if m.side is not None and (m.sector != "MIL" or any(c.dep_ != "det" for c in token.children)):
        return None  # bare "the soldiers" have the side of the place, not one that their words give them
    if token.tag_ == "NNPS":
        return _countrymen_before(doc, earlier, m, token)
    if token.lower_ == "officers" and (servants := _servants_before(doc, earlier, token)) is not None:
        return servants
    if token.lemma_.lower() in word_list("the_caught"):
        return _caught_before(doc, earlier, m, token)
    for a in reversed(earlier):
        if a.entity == m.entity and a.kind == "generic" and number_of(doc[a.head]):
            return None  # "arrested 14 men … the men": no others, and not the police
        if _are_counted(doc, token, m, a):
            return a
    return None


def _servants_before(doc: Any, earlier: list[Actor], token: Any) -> Actor | None:
    """The soldiers whom "the officers" means where no police were told of: "members of the presidential guard"."""
    own = [a for a in earlier if a.head < token.i and a.sector in ("MIL", "COP") and a.kind == "generic"]
    several = [a for a in own if doc[a.head].tag_ == "NNS"]
    bare = [c.dep_ for c in token.children] == ["det"] and all(a.sector == "MIL" for a in own)
    return several[0] if bare and len({a.entity for a in several}) == 1 else None


def _countrymen_before(doc: Any, earlier: list[Actor], m: Actor, token: Any) -> Actor | None:
    """The soldiers or others whom "the Moroccans" means after "Moroccan gendarmes", where nobody else of that country was told of."""
    if m.kind != "generic" or [c.dep_ for c in token.children if c.dep_ != "relcl"] != ["det"]:
        return None
    own = [a for a in earlier if a.code == m.code and m.code is not None and a.head < token.i]
    whole = {a.entity for a in own}
    one = own[0] if len(whole) == 1 else None
    several = one is not None and one.kind == "generic" and doc[one.head].tag_ == "NNS" and one.sector != "GOV"
    return one if several and one is not None and not are_apart(doc[one.head], token) else None


def countryman_before(doc: Any, earlier: list[Actor], m: Actor, token: Any) -> Actor | None:
    """The person whom "the Venezuelan" means: of that country, told of by name or office, who did most."""
    if not is_national(token) or m.code is None or [c.dep_ for c in token.children if c.dep_ != "case"] != ["det"]:
        return None
    own = [a for a in earlier if a.code == m.code and a.head < token.i and not are_apart(doc[a.head], token)]
    own = [a for a in own if a.kind == "person" or (a.office and a.kind == "generic")]
    return max(own, key=lambda a: (salience(doc[a.head]), a.head), default=None)


def _caught_before(doc: Any, earlier: list[Actor], m: Actor, token: Any) -> Actor | None:
    """Those arrested or abducted before whom "the suspects", "the captive" mean, where no other words tell of whom."""
    if any(c.dep_ in ("amod", "compound", "nmod", "prep", "relcl", "acl", "poss") for c in token.children):
        return None
    several = token.tag_ == "NNS"
    for a in reversed(earlier):
        head = doc[a.head]
        if a.kind in ("generic", "person", "group", "state") and a.entity != m.entity and is_caught(head):
            if (head.tag_ in ("NNS", "NNPS")) == several and a.head < token.i and not are_apart(head, token):
                return a
    return None


def _are_counted(doc: Any, token: Any, m: Actor, a: Actor) -> bool:
    """Whether "the four men", "the men" are the people whom a mention before has counted or told of: "four fishermen"."""
    head, number = doc[a.head], number_of(token)
    if a.kind not in ("generic", "state") or head.tag_ not in ("NNS", "NNPS") or a.sector == "JRN":
        return False
    if a.entity == m.entity or (a.sector == "GOV" and not number_of(head)):
        return False
    anyone, same = token.lemma_.lower() in word_list("anyone"), head.lemma_ == token.lemma_
    if not anyone and not same and not (number and m.code and m.code == a.code):
        return False
    if number:
        return number_of(head) == number
    plain = not any(c.dep_ in ("amod", "compound", "nmod", "prep", "relcl", "acl") for c in token.children)
    if same and (not anyone or number_of(head)):
        return plain and not are_apart(head, token)
    return plain and head.lemma_.lower() not in word_list("anyone") and not are_apart(head, token)


_AGENCIES = frozenset({"agency", "body", "programme", "program", "fund"})
_NUMBERS = dict(zip("two three four five six seven eight nine ten eleven twelve".split(), range(2, 13), strict=True))


def number_of(token: Any) -> int:
    """How many a noun's own numeral says; 0 where it has none."""
    said = next((c.lower_ for c in token.lefts if c.dep_ == "nummod"), "")
    return (
        int(said) if said.isdecimal() else _NUMBERS.get(said, 2 if any(c.lower_ == "both" for c in token.lefts) else 0)
    )


def _is_qualified(token: Any) -> bool:
    """Whether a noun's own words tell it from others of its kind: "the Ugandan minister"."""
    return any(c.dep_ in ("amod", "compound", "nmod") for c in token.children)


def refers_to(doc: Any, token: Any, noun: Any, m: Actor, a: Actor) -> bool:
    """Whether "the …" can be the earlier mention: a person of that role, a group, or a country."""
    lemma = token.lemma_.lower()
    if {c.lower_ for c in token.lefts} & word_list("another") and a.kind == "person":
        return False
    same = doc[a.head].lemma_.lower() == lemma or (a.kind == "organization" and bears(lemma, a))
    owned = m.side is not None and not _is_based(token) and not _is_of_nation(lemma, token, m, a)
    of_state = noun is not None and noun.kind == "body" and noun.sector in OF_STATE
    if of_state and same and all(c.dep_ in ("det", "punct") for c in token.children):
        owned = False  # what only the dateline has given "the ministry" yields to the ministry told of before
    if owned and a.side != m.side and a.identifier_text != m.side and not (a.kind == "person" and a.code == m.code):
        return False
    if noun is not None and a.kind == "person" and _has_role(noun, m, a, owned):
        return True
    if noun is not None and noun.kind in ("person", "spokesperson") and a.kind == "person":
        role = agent((a.office or "").split() or [""], (a.office or "").split()[-1] if a.office else "")
        if role is not None and (
            role.noun == noun.noun
            or (role.kind == noun.kind == "spokesperson")
            or role.noun.endswith(" " + noun.noun)
            or noun.noun.endswith(" " + role.noun)
        ):
            return True
    if lemma in _AGENCIES and m.code == a.code == "UNO":  # "the UN agency" after one has been named
        return a.kind == "organization" and doc[a.head].tag_ == "NNP" and a.identifier_text != "United Nations"
    if noun is not None and noun.kind == "body" and not owned and a.code and same:
        told = any(c.dep_ in ("compound", "amod") and not _is_based(token) for c in token.lefts)
        told = told or any(c.dep_ == "prep" and c.lower_ == "of" for c in token.rights)  # "the Chamber of Mines"
        return a.kind in ("organization", "generic") and not told
    if (
        noun is not None
        and noun.kind == "person"
        and not owned
        and a.kind == "generic"
        and doc[a.head].lemma_.lower() == lemma
    ):
        return doc[a.head].tag_ == token.tag_ and m.code in (None, a.code) and not _is_qualified(token)
    if lemma in _SOMEBODY and not owned and a.kind == "generic" and _is_one(doc[a.head], token):
        kinds = _SOMEBODY[lemma]
        bare = not any(c.dep_ in ("relcl", "acl", "prep") for c in token.children) and not _is_qualified(token)
        return bare and (not kinds or a.sector in kinds)
    if (
        noun is not None
        and not owned
        and a.code
        and m.code in (None, a.code)
        and _is_his_rank(doc[a.head], token, noun, a)
    ):
        return True
    if lemma in word_list("bodies") and not owned and may_be_called(lemma, a):
        words = {c.lower_ for c in token.lefts}
        if any(
            c.dep_ == "compound" and c.pos_ == "PROPN" and c.text not in (a.identifier_text or "") for c in token.lefts
        ):
            return False  # "the opposition Tierra party" has a name of its own
        if lemma == "force" and (_is_qualified(token) or doc[a.head].pos_ != "PROPN"):
            return False  # "the air force", "the peacekeeping force"
        if lemma == "agency" and a.identifier_text == "United Nations":
            return False
        if a.kind == "group":
            return not words & {"ethnic", "other"}
        return (
            a.kind == "organization"
            and a.sector != "JRN"
            and not _is_where(doc[a.head], a)
            and not words & {"militant", "rebel", "armed", "insurgent", "terrorist"}
        )
    epithet = epithets().get(lemma)
    if epithet is not None and not owned and a.kind in ("state", "organization"):
        return a.code in epithet.codes if a.kind == "state" else a.identifier_text in epithet.names
    return lemma in word_list("countries") and not owned and a.kind == "state"


# Nouns by which the next sentences call one person of whom more was told, and the sectors of those so called.
_SOMEBODY: dict[str, frozenset[str]] = {
    "man": frozenset(),
    "woman": frozenset(),
    "officer": frozenset({"MIL", "COP", "GOV"}),
    "official": frozenset({"GOV"}),
    "diplomat": frozenset({"GOV"}),
    "envoy": frozenset({"GOV"}),
}


def _is_one(head: Any, token: Any) -> bool:
    """Whether a noun tells of one person by what he is: "a trade attache", whom "the man" of a later sentence means."""
    role = agent([t.lower_ for t in head.doc[max(0, head.i - 2) : head.i + 1]], head.lemma_)
    person = role is not None and role.kind == "person" and head.lemma_.lower() not in word_list("anyone")
    told = any(c.lower_ in ("a", "an", "one") for c in head.lefts) or len(list(head.subtree)) > _BARE
    return person and told and head.tag_ in ("NN", "NNP") and head.sent.start < token.sent.start


_BARE = 2  # words of "the officer"


def _is_his_rank(head: Any, token: Any, noun: Agent, a: Actor) -> bool:
    """Whether "the major", "the pilot" is the one officer or soldier told of before: "an officer of Lithuania's border guard"."""
    if noun.kind != "person" or noun.sector not in ("MIL", "COP") or a.kind != "generic" or _is_qualified(token):
        return False
    one = token.tag_ in ("NN", "JJ") and head.tag_ == "NN" and any(c.lower_ in ("a", "an", "one") for c in head.lefts)
    return one and head.lemma_.lower() in ("officer", "soldier", "serviceman", "guardsman", "airman") and head != token


def bears(noun: str, a: Actor) -> bool:
    """Whether a body's name has a noun in it: "the mission" of "the United Nations Stabilization Mission in Haiti"."""
    name = a.identifier_text or ""
    return noun in name.lower().split() and name != name.lower()


def _is_where(head: Any, a: Actor) -> bool:
    """Whether a name of which nothing else is known is that of a place: "captured near Sindian"."""
    if a.sector is not None or head.dep_ != "pobj":
        return False
    moved = head.head.head.lemma_.lower() in word_list("moving")  # "came from Rugazi"
    return head.head.lower_ in word_list("locative") or (moved and head.head.lower_ in word_list("goals") | {"from"})


def _is_of_nation(lemma: str, token: Any, m: Actor, a: Actor) -> bool:
    """ "The Lebanese group" after Hezbollah, "the German carmaker" after Volkswagen: a nation tells of them, and of no other."""
    if lemma not in word_list("bodies") | word_list("bands") or token.tag_ != "NN":
        return False
    if any(c.dep_ == "poss" for c in token.children) or a.kind not in ("group", "organization"):
        return False
    if lemma == "force" and not _is_qualified(token):
        return a.code in ("UNO", "IGO")  # "the force" after MINUSMA, which is placed where it serves
    known = a.kind == "group" or (called(lemma) is not None and may_be_called(lemma, a))
    return known and (a.code == m.code or (a.code == "MNC" and a.sector == "BUS"))


def _is_based(token: Any) -> bool:
    """ "The Vienna-based organization", "the Qatari-owned network": the word before says whose it is or where, not who."""
    before = token.doc[max(0, token.i - 2) : token.i]
    return any(t.lower_ in ("based", "owned", "led", "run") for t in before)


def may_be_called(noun: str, a: Actor) -> bool:
    """Whether a body may be called so: "the company" is a business, "the union" one of labour, or named Union."""
    kinds = called(noun)
    if kinds is None or noun in (a.identifier_text or "").lower().split():
        return True
    named = a.sector is None and (a.identifier_text or "")[:1].isupper() and (a.code is None or a.code in state_names())
    return named or a.sector in kinds or a.code in kinds


_LEADING = frozenset(
    ["leader", "president", "prime minister", "premier", "chancellor", "king", "ruler", "strongman", "dictator"]
)
_PREMIERS = frozenset({"premier", "prime minister"})
_LED = frozenset(
    ["president", "prime minister", "premier", "chancellor", "king", "supreme leader", "taoiseach", "emir", "sultan"]
)


def _has_role(noun: Agent, m: Actor, a: Actor, owned: bool) -> bool:
    """Whether a person is the leader, minister, general or former office-holder that a definite role speaks of."""
    office = a.office or ""
    if noun.noun.startswith("former ") or noun.sector == "ELI":
        return a.sector == "ELI"
    if noun.noun in _LEADING:
        called = {office, "leader", "ruler", "strongman", "dictator"}
        if office in _PREMIERS:
            called |= _PREMIERS
        return office in _LED and noun.noun in called
    if noun.noun.endswith(" leader"):
        return a.sector is not None and a.sector == noun.sector
    return bool(office) and office.split()[-1] == noun.noun.split()[-1] and (owned or noun.noun == office)
