"""The agent noun of a noun phrase, and the span and words of the phrase: "the former vice-president of Peru".

In: a head token. Out: its agent noun as the sentence colours it (an officer of the army or the police, one who has left office),
and the phrase's tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from sayso.annotating.actors.lexicon import Agent, agent, agents, back, colours, spelled, word_list
from sayso.annotating.actors.named import Named

if TYPE_CHECKING:
    from sayso.annotating.actors.mentions import Reader

_PLACED_BODIES = {"in", "of", "for", "to"}
_BEFORE = 25  # words before its sentence that say what kind of group is meant
_OFFICES = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", None}


def core(head: Any) -> Any:
    """The noun that says who somebody is: "guests" in "took guests hostage", "rioters" in "called the rioters scum"."""
    counted = head.dep_ == "pobj" and head.lower_ in _TAKEN  # "took dozens of guests hostage"
    if (head.dep_ not in ("dobj", "nsubjpass", "conj") and not counted) or head.is_sent_start:
        return head
    before = head.nbor(-1)
    if before.dep_ not in ("compound", "nmod") or before.head != head or before.pos_ not in ("NOUN", "PROPN"):
        return head
    if head.lower_ in _TAKEN:
        return before
    called = head.head.lemma_.lower() in word_list("calling") and before.tag_ in ("NNS", "NNPS") and head.pos_ == "NOUN"
    return before if called and agents().get(before.lemma_.lower()) is not None else head


_IN_FORCE = ("in", "into", "by")
_WITHIN = ("of", "for", "in", "on")
_TAKEN = frozenset({"hostage", "prisoner", "captive"})


def noun_of(reader: Reader, head: Any) -> Agent | None:
    head = core(head)
    words = spelled(reader.doc[back(head, 5) : head.i + 1])
    if head.i + 2 < len(reader.doc) and head.nbor(1).lower_ in _WITHIN:
        after = [t.lower_ for t in reader.doc[head.i + 1 : head.i + 4]]
        for last in (head.lower_, head.lemma_.lower()):
            for joined in ([*words[:-1], last, *after[:2]], [*words[:-1], last, *after]):
                hit = agent(joined, joined[-1])
                if hit and any(f" {w} " in hit.noun for w in _WITHIN):
                    return hit
    hit = agent(words, words[-1].removesuffix(head.lower_) + head.lemma_.lower())
    if hit is None and "-" in words[-1]:
        hit = agent([*words[-1].split("-")], head.lemma_.lower())
    hit = hit or _of_nation(reader, head)
    if hit is None or (" of " in hit.noun and head.dep_ == "pobj"):
        return None
    if not _is_actor(reader, head, hit):
        return None
    made = _made_of(head, hit) if hit.noun.split()[-1] in word_list("partitive") else hit
    if made is not hit:
        return _as_former(reader, head, made)
    hit = _of_kind(reader, head, hit)
    if hit.sector == "CVL" and any(c.lower_ in ("displaced", "uprooted") for c in head.lefts):
        hit = msgspec.structs.replace(hit, sector="REF")
    if hit.noun == "deputy" and _is_of_assembly(head):
        hit = msgspec.structs.replace(hit, sector="LEG")
    if hit.sector is None and hit.noun in _HEADS and _is_of_area(head):
        hit = msgspec.structs.replace(hit, sector="GOV")
    elif hit.sector is None and hit.noun in _HEADS and (body := _body_of(head, frozenset({"of"}))) is not None:
        hit = msgspec.structs.replace(hit, sector=body)  # "the director of customs"
    if hit.noun == "source" and (body := _body_of(head, _INSIDE)) is not None:
        hit = msgspec.structs.replace(hit, sector=body)
    return _as_former(reader, head, _of_force(reader, head, _coloured(reader, head, hit)))


_HEADS = frozenset(
    {
        "chief",
        "head",
        "administrator",
        "commissioner",
        "officer",
        "director",
        "director-general",
        "director general",
        "deputy director",
        "deputy head",
    }
)
_AREAS = frozenset(
    """district county province region governorate subdistrict municipality commune village town city prefecture canton borough ward
    administration directorate department""".split()
)


def _is_of_area(head: Any) -> bool:
    """Whether somebody is at the head of a district, an administration or a department: "the chief of Charkh district"."""
    return any(
        o.lemma_.lower() in _AREAS | word_list("portfolios")
        for p in head.children
        if p.lower_ == "of"
        for o in p.children
    )


def _body_of(head: Any, prepositions: frozenset[str]) -> str | None:
    """The sector of the body in which a source sits, or which somebody leads: "a defence ministry source", "a source at the ministry"."""
    nouns = [c for c in head.lefts if c.dep_ == "compound"]
    nouns += [o for p in head.rights if p.lower_ in prepositions for o in p.children if o.dep_ == "pobj"]
    nouns = [n for n in nouns if not any(c.dep_ == "poss" for c in n.lefts)]  # "the director of the minister's cabinet"
    known = (agent([n.lower_], n.lemma_.lower()) for n in nouns)
    return next((k.sector for k in known if k is not None and k.kind == "body"), None)


_INSIDE = frozenset({"at", "in", "from", "within", "inside"})


def _is_of_assembly(head: Any) -> bool:
    """Whether a deputy sits in a parliament and stands in for nobody: "opposition deputies", no "deputy to the envoy", "his deputy"."""
    if any(c.lower_ == "to" or c.dep_ == "poss" for c in head.children):
        return False
    if any(t.lower_ == "sheriff" for t in head.doc[max(0, head.i - _BEFORE) : head.i + _BEFORE]):
        return False
    return head.dep_ not in ("compound", "appos") and not (head.i + 1 < len(head.doc) and head.nbor(1).pos_ == "PROPN")


def _of_force(reader: Reader, head: Any, noun: Agent) -> Agent:
    """People of a trade who serve in an army or the police: "navy snipers", "army doctors"."""
    before = reader.doc[head.i - 1] if not head.is_sent_start else None
    if before is None or before.head != head or noun.noun.split()[-1] not in word_list("serving"):
        return noun
    force = agents().get(before.lower_)
    if force is None or force.kind != "body" or force.sector not in ("MIL", "COP", "SPY"):
        return noun
    return msgspec.structs.replace(noun, sector=force.sector)


def _is_actor(reader: Reader, head: Any, noun: Agent) -> bool:
    """Whether a noun with other meanings means somebody here: "the House", "the head of", a unit of soldiers, no tennis court."""
    before = reader.doc[head.i - 1].lower_ if not head.is_sent_start else ""
    if before in word_list("per") or (noun.noun == "court" and before in word_list("played_on")):
        return False
    if any(c.tag_ == "WDT" and c.dep_ == "det" for c in head.children):
        return False  # "it is not known which side fired"
    if noun.noun in word_list("lands"):
        bare = [c.lower_ for c in head.lefts] == ["the"] and not any(c.dep_ in ("prep", "relcl") for c in head.rights)
        acts = head.dep_ in ("nsubj", "poss", "dative") or (
            head.dep_ == "pobj" and head.head.lower_ in ("with", "against")
        )
        return bare and acts
    if noun.noun in word_list("stricken"):
        return is_stricken(head)
    if noun.noun in word_list("in_pairs") and not {c.lower_ for c in head.lefts} & word_list("pairing"):
        return False
    if noun.noun in word_list("areas") and head.dep_ not in ("nsubj", "nsubjpass", "appos", "conj"):
        return False
    if head.dep_ == "pobj" and head.head.lower_ == "by" and not any(head.lefts) and noun.noun in word_list("by_means"):
        return False
    if (
        noun.noun in ("force", "forces")
        and head.dep_ == "pobj"
        and not any(head.lefts)
        and head.head.lower_ in _IN_FORCE
    ):
        return False
    if not any(head.lefts) and _is_no_one(head, noun):
        return False
    if noun.sector == "SPY" and noun.noun.endswith(" security") and _is_safety(head):
        return False
    if noun.noun == "state" and head.tag_ == "NN" and _is_condition(reader, head):
        return False
    if noun.noun in ("bank", "side") and any(c.lower_ in word_list("banks_of_rivers") for c in head.children):
        return False
    if noun.noun in word_list("of_nations") and not _of_state(reader, head):
        return False
    if noun.noun in word_list("described"):
        return any(c.dep_ in ("compound", "amod", "nmod") for c in head.children)
    if noun.noun == "general" and head.dep_ in ("amod", "compound") and head.head.pos_ == "NOUN":
        return False
    if noun.noun in word_list("in_capitals"):
        return bool(head.text[0].isupper())
    if noun.noun in word_list("headed"):
        return (
            any(c.dep_ in ("compound", "poss", "appos") or c.lower_ == "of" for c in head.children)
            or head.dep_ == "appos"
        )
    if noun.noun in word_list("counted") and head.tag_ == "NN":
        return any(c.lower_ in ("a", "an", "the", "this") for c in head.children)
    if noun.noun in word_list("in_forces"):
        around = {t.lemma_.lower() for t in reader.doc[max(0, head.i - 2 * _BEFORE) : head.i + _BEFORE]}
        return bool(around & (word_list("military_setting") | word_list("police_setting") | word_list("armed_setting")))
    return True


def _is_no_one(head: Any, noun: Agent) -> bool:
    """Whether a bare noun means a deed or a condition: "used force", "taken hostage", "in court"."""
    if head.tag_ == "NN" and (noun.noun == "force" or (head.lower_ in _TAKEN and head.dep_ not in ("nsubj", "pobj"))):
        return True
    gone = head.dep_ == "pobj" and head.head.lower_ in word_list("going_there")
    return gone and head.tag_ == "NN" and noun.noun in word_list("gone_to")


def _is_condition(reader: Reader, head: Any) -> bool:
    """ "A state of emergency"."""
    below = (o for p in head.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj")
    return any(o.i not in reader.names and o.pos_ == "NOUN" and not any(o.lefts) for o in below)


def is_stricken(head: Any) -> bool:
    """Whether a word means people by what has happened to them: "counted *the wounded*"."""
    if head.lower_ not in word_list("stricken") or head.dep_ not in _OF_NOUNS or head.is_sent_start:
        return False
    return bool(head.nbor(-1).lower_ == "the")


_OF_NOUNS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "poss", "attr"})


def is_named_to_office(name: Any) -> bool:
    """Whether a person is made something, which the parser takes for one noun: "named *Ana Rios* president"."""
    office = name.head
    if name.i != office.i - 1 or office.tag_ != "NN" or office.head.lemma_.lower() not in word_list("naming"):
        return False
    noun = agent([office.lower_], office.lemma_.lower())
    return noun is not None and noun.kind == "person"


def _of_state(reader: Reader, head: Any) -> bool:
    """Whether a nationality before a noun makes a service of it, which does something: "Syrian intelligence", "Belgian radio"."""
    acts = head.dep_ in ("nsubj", "nsubjpass", "pobj", "dative") or head.head.lemma_.lower() in word_list(
        "addressed_as"
    )
    owned = (c for c in head.children if c.dep_ in ("amod", "compound", "poss", "nmod") and c.i < head.i)
    words = word_list("of_the_state")
    return acts and any(
        (c.i in reader.names and reader.names[c.i].kind != "person") or c.lower_ in words for c in owned
    )


def _is_safety(head: Any) -> bool:
    """Whether "state security" is what somebody endangers: "undermining state security", "crimes against state security"."""
    if head.dep_ == "pobj":
        return head.head.lower_ == "against" or head.head.head.lemma_.lower() in (
            "threat",
            "danger",
            "risk",
            "interest",
        )
    return head.dep_ == "dobj" and head.head.lemma_.lower() in word_list("endangering")


def _made_of(head: Any, noun: Agent) -> Agent:
    """A group with the sector of the people in it: "a group of parents", "the Tea Growers Association"."""
    for prep in head.children:
        people = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep.lower_ == "of" else None
        if people is None or people.tag_ not in ("NNS", "NNPS"):
            continue
        known = agents().get(people.lemma_.lower()) or agents().get(people.lower_.removesuffix("s"))
        if known is not None and known.sector is not None:
            return msgspec.structs.replace(noun, sector=known.sector)
    for t in reversed(head.doc[head.left_edge.i : head.i]) if noun.sector == "SOC" else ():
        known = agents().get(t.lower_.removesuffix("s")) if t.text.istitle() and t.lower_.endswith("s") else None
        if known is not None and known.sector in _TRADES:
            return msgspec.structs.replace(noun, sector="LAB" if known.sector == "EDU" else known.sector)
    return noun


_TRADES = frozenset({"BUS", "AGR", "MED", "JRN", "EDU", "LAB"})  # of an association's members


def _of_kind(reader: Reader, head: Any, noun: Agent) -> Agent:
    """Officials and representatives of people who are no state: "student representatives", "separatist officials"."""
    before = reader.doc[head.i - 1] if not head.is_sent_start else None
    body = (
        noun.kind == "body" and noun.sector == "GOV" and not noun.owner
    )  # "the rebel council", "the opposition council"
    if not (noun.owner or body) or " " in noun.noun or before is None or before.head != head:
        return noun
    if (before.pos_, before.dep_) not in (("NOUN", "compound"), ("ADJ", "amod")):
        return noun
    kind = agents().get(before.lemma_.lower())
    if kind is None or kind.sector in (None, "GOV") or (body and kind.sector not in ("REB", "PTY")):
        return noun
    return msgspec.structs.replace(noun, sector=kind.sector, owner=False)


def _of_nation(reader: Reader, head: Any) -> Agent | None:
    """People of a trade that the lexicon has not, known by a nationality and their noun's ending: "Norwegian divers"."""
    lemma = head.lemma_.lower()
    if head.pos_ != "NOUN" or len(lemma) < 6 or lemma in word_list("no_people"):
        return None
    if not lemma.endswith(tuple(word_list("of_people"))):
        return None
    before = reader.names.get(head.i - 1)
    return (
        Agent(lemma, "CVL", "person", False) if before is not None and before.kind in ("adjective", "people") else None
    )


def _coloured(reader: Reader, head: Any, noun: Agent) -> Agent:
    """The noun with the sector that its sentence gives it: officers among soldiers are the army's, bombers shot down aircraft."""
    rule = colours().get(noun.noun)
    if rule is None:
        return noun
    again = head.tag_ == "NNS" and [c.lower_ for c in head.lefts] == ["the"]  # "the officers" of the sentence before
    start = head.sent.start - _BEFORE if noun.kind == "body" or again else head.sent.start
    lemmas = {t.lemma_.lower() for t in reader.doc[max(0, start) : head.sent.end]}
    lemmas |= {f"{t.head.lemma_.lower()}_{t.lower_}" for t in head.sent if t.dep_ == "prt"}
    before = reader.names.get(head.i - 1)
    abroad = rule.nation and before is not None and before.kind == "adjective"
    coup = noun.noun == "officer" and _is_against_ruler(reader, head)
    meant = coup or ((lemmas & rule.by or abroad) and not lemmas & rule.unless)
    return msgspec.structs.replace(noun, sector=rule.sector) if meant else noun


def _is_against_ruler(reader: Reader, head: Any) -> bool:
    """Whether officers do something to those who rule: "officers arrested *the president*"."""
    if head.dep_ != "nsubj":
        return False
    for done_to in (c for c in head.head.children if c.dep_ == "dobj"):
        named = reader.names.get(done_to.i)
        office = named.entry.office if named is not None and named.entry is not None else None
        if {done_to.lemma_.lower(), office or ""} & word_list("rulers"):
            return True
    return False


def _as_former(reader: Reader, head: Any, noun: Agent) -> Agent:
    """The noun with the sector of those who have left their office when its words say so: "former US soldiers"."""
    if (noun.kind != "person" and head.tag_ != "NNS") or noun.sector not in _OFFICES:
        return noun
    for t in reversed(reader.doc[back(head, 5) : head.i]):
        deed = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in t.children)  # "had ousted the president"
        if t.lower_ in word_list("former") and not deed:
            return msgspec.structs.replace(noun, sector="ELI", owner=False)
        if t.pos_ not in ("ADJ", "NOUN", "PROPN") and t.text != "-":
            break
    return noun


def extent(reader: Reader, head: Any, named: Named | None) -> tuple[int, int]:
    """Token span of a mention: its noun phrase, with the prepositional phrase that places a body or role."""
    first = min(hyphened(reader, head).left_edge.i, head.left_edge.i, named.first if named else head.i)
    head = core(head) if named is None else head
    if reader.doc[first].lower_ == "at" and first + 1 < head.i and reader.doc[first + 1].lower_ == "least":
        first += 2
    while first < head.i and reader.doc[first].pos_ in (
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
    if first < head.i and reader.doc[first].lower_ == "dead":  # "shot dead three men"
        first += 1
    last = max(named.last, head.i) if named else head.i
    if named is None:
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ in _PLACED_BODIES and prep.i == last + 1:
                obj = next((c for c in prep.children if c.dep_ == "pobj"), None)
                if obj is not None and obj.i - last <= 6:
                    last = max(obj.i, reader.names[obj.i].last if obj.i in reader.names else obj.i)
    return first, last


def hyphened(reader: Reader, head: Any) -> Any:
    """The first part of a head that the parser has cut at a hyphen: "vice" of "vice-president"."""
    if head.i < 2 or head.nbor(-1).text != "-" or head.nbor(-1).is_sent_start or head.is_sent_start:
        return head
    apart = head.nbor(-2).head == head.head
    return head.nbor(-2) if apart and head.nbor(-2).dep_ == head.dep_ else head


def plain(reader: Reader, first: int, last: int) -> str:
    """A mention's words without its determiner."""
    while (
        first < last
        and (
            reader.doc[first].pos_ in ("DET", "NUM")
            or reader.doc[first].text == "-"  # "forty-two people"
            or reader.doc[first].tag_ in ("PRP$", "DT", "JJR")
            or (
                reader.doc[first].lower_ in word_list("about_numbers")
                and any(t.pos_ == "NUM" for t in reader.doc[first:last])
            )
        )
    ):
        first += 1
    return str(reader.doc[first : last + 1].text)
