"""Where a sentence and an article play: the countries of the places that they name, and the country they are about.

In: a parse, its names and the actors found. Out: country codes; places to which somebody only goes, or where only the speaker is, do
not count.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from sayso.annotating.actors.lexicon import agents, back, word_list
from sayso.annotating.actors.named import Named, country
from sayso.annotating.actors.where import country_at, spoken_of
from sayso.annotating.attribution.lexicon import cues
from sayso.knowledge.names import state_names
from sayso.model import Actor


class Spot(msgspec.Struct, frozen=True):
    """A place's country, and the verbs to whose subjects it means otherwise.

    ``speaking``: the subject alone is there ("refugees in Chad said"); ``taking``: its troops come from elsewhere ("shelled Mekelle").
    ``at`` is its token.
    """

    code: str
    speaking: int | None
    taking: int | None
    at: int


def spots(sent: Any, names: dict[int, Named]) -> list[Spot]:
    """The places of a sentence where something is or happens."""
    found: list[Spot] = []
    for token in sent:
        if token.is_lower or token.is_punct:
            continue
        if _is_site(token, names) and not is_goal(token) and (code := country_at(names, token)):
            taking = token.head.i if token.dep_ in ("dobj", "nsubjpass") else None
            found.append(Spot(code, _speaking(token, names), taking, token.i))
    return found


def where(here: list[Spot], head: Any, sector: str | None) -> str | None:
    """The one country in which a sentence's places lie as far as they are the noun's, if it is one."""
    taking = head.head.i if sector == "MIL" and head.dep_ == "nsubj" else -1
    mine = (s for s in here if s.taking != taking and not _are_parted(head, s.at))
    codes = {s.code for s in mine if s.speaking is None or _is_in(head, head.doc[s.speaking])}
    return codes.pop() if len(codes) == 1 else None


def _are_parted(head: Any, place: int) -> bool:
    """Whether a semicolon stands between somebody and a place: what is told behind it may be elsewhere."""
    first, last = sorted((head.i, place))
    return any(t.text == ";" for t in head.doc[first:last])


def _is_site(token: Any, names: dict[int, Named]) -> bool:
    """Whether a token may be the place of what its sentence tells: "in Lima", "shelled Mekelle", "the airport of Tripoli"."""
    if token.dep_ == "pobj":
        preposition = token.head
        if preposition.lower_ == "of":
            return preposition.head.lemma_.lower() in word_list("settlements") | word_list("sites") | word_list(
                "beside"
            )
        return preposition.lower_ in word_list("locative") and not _is_only_by(token, names)
    named = names.get(token.i)
    if token.dep_ == "poss":  # "in Pakistan's tribal areas"
        whole = token.head
        return bool(whole.dep_ == "pobj" and whole.pos_ == "NOUN" and whole.head.lower_ in word_list("locative"))
    if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in word_list("taking"):
        return named is None or named.kind in ("capital", "place") or token.head.lemma_.lower() in word_list("leaving")
    if named is not None and named.kind == "adjective":  # "in the Kenyan capital"
        whole = token.head
        locative = whole.dep_ == "pobj" and whole.head.lower_ in word_list("locative")
        return bool(locative and whole.lemma_.lower() in word_list("settlements") | word_list("of_countries"))
    if token.dep_ != "compound" or token.head.pos_ != "NOUN" or token.ent_type_ not in ("GPE", "LOC", "FAC", ""):
        return False
    return token.head.lemma_.lower() in word_list("sites") | word_list("happenings")


def _is_only_by(token: Any, names: dict[int, Named]) -> bool:
    """Whether a place tells only what is not far, or where a man's envoy is: "near *Brazil*", "Maskhadov's envoy in *London*"."""
    named, preposition = names.get(token.i), token.head
    beside = preposition.lower_ in ("near", "outside") and named is not None and named.kind == "state"
    whose = next((c.i for c in preposition.head.lefts if c.dep_ == "poss"), None)
    post = whose is not None and preposition.head.lemma_.lower() in word_list("envoys")
    return beside or (post and (whose not in names or names[whose].kind not in ("state", "capital")))


def _speaking(token: Any, names: dict[int, Named]) -> int | None:
    """The verb of saying whose subject, somebody far from what he tells, a place belongs to; None of other places."""
    noun = token.head.head if token.dep_ == "pobj" else token.head
    if (seat := _spoken_at_seat(token, names)) is not None:
        return seat
    if noun.lemma_.lower() not in word_list("far_away"):
        return None
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() in cues("verb") and token.head.i > noun.i:
        return int(noun.head.i)
    return None


def _spoken_at_seat(token: Any, names: dict[int, Named]) -> int | None:
    """The verb of saying of a union's or the UN's speaker, who is at its seat: "the *NATO* chief said in Brussels that troops …"."""
    verb = token.head
    while verb.dep_ in ("prep", "pobj") and verb.head != verb:
        verb = verb.head
    if token.dep_ != "pobj" or verb.lemma_.lower() not in cues("verb") or not any(_tells(c) for c in verb.children):
        return None
    speakers = (t for c in verb.children if c.dep_ == "nsubj" for t in c.subtree if t.i in names)
    unions = (names[t.i].entry for t in speakers)
    return int(verb.i) if any(e is not None and e.code in _OF_MANY for e in unions) else None


def _tells(clause: Any) -> bool:
    return bool(clause.dep_ == "ccomp")


_OF_MANY = frozenset({"UNO", "IGO", "EUR", "NGO"})


def _is_in(head: Any, verb: Any) -> bool:
    """Whether a noun is the verb's own, and not in what is said."""
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    return bool(head == verb)


def is_goal(name: Any) -> bool:
    """Whether a name is only where somebody goes, comes from or stays: "flew him to Costa Rica", "while in New York"."""
    if name.dep_ != "pobj":
        return False
    preposition = name.head
    above = preposition.head
    if preposition.lower_ == "from" and above.lemma_.lower() in word_list("fired_from"):
        return True
    if preposition.lower_ == "by" and above.lower_ in word_list("helped_by"):
        return True
    while above.dep_ in ("pobj", "prep") and preposition.lower_ in word_list("goals") and above.head != above:
        above = above.head  # "escaped by road to Saudi Arabia"
    if preposition.lower_ == "into" and any(_is_soldier(c) for c in above.children):
        return False
    if preposition.lower_ in word_list("goals"):
        return bool(above.lemma_.lower() in word_list("moving"))
    if preposition.lower_ not in ("in", "at"):
        return False
    while_there = any(c.dep_ == "mark" and c.lower_ == "while" for c in above.children) or (
        preposition.i > 0 and preposition.nbor(-1).lower_ == "while"
    )
    return bool(while_there or (above.lemma_ == "be" and any(c.dep_ == "nsubj" for c in above.children)))


def is_seat(name: Any) -> bool:
    """Whether a name only tells where a body has its seat: "the *Vienna*-based agency"."""
    return bool(name.i + 2 < len(name.doc) and name.nbor(1).text == "-" and name.nbor(2).lower_ in _SEATED)


_SEATED = frozenset({"based", "registered", "headquartered"})


def field(names: dict[int, Named], doc: Any) -> str | None:
    """The one country to which an article tells that soldiers were sent, where the fighters are whom they face."""
    codes: set[str] = set()
    for i, named in names.items():
        token = doc[i]
        if named.kind not in ("state", "capital", "place") or token.dep_ != "pobj" or i != named.last:
            continue
        verb = token.head.head if token.head.head.dep_ != "dobj" else token.head.head.head
        if token.head.lower_ not in ("to", "into", "in") or verb.lemma_.lower() not in word_list("sending"):
            continue
        sent = (agents().get(c.lemma_.lower()) for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
        if any(a is not None and a.sector == "MIL" for a in sent) and (code := country_at(names, token)):
            codes.add(code)
    return codes.pop() if len(codes) == 1 else None


def _is_soldier(token: Any) -> bool:
    noun = agents().get(token.lemma_.lower()) if token.dep_ == "nsubj" else None
    return noun is not None and noun.sector == "MIL"


def is_abroad(a: Actor) -> bool:
    """Whether somebody is named for a country because he is not in it: an embassy, an ambassador, peacekeepers, "a Swiss nurse"."""
    if a.sector == "REF" or _is_foreigner(a):
        return True
    if "-based" in a.text:
        return True
    return a.kind != "state" and not word_list("abroad").isdisjoint(a.text.lower().split())


def _is_foreigner(a: Actor) -> bool:
    """Whether people of no state's are told by their nationality: "an Italian priest", "two Malian students"."""
    return a.sector in _PRIVATE and _is_lone(a)


def _is_lone(a: Actor) -> bool:
    """Whether one or a few people without a name are told by their nationality: "a French diplomat", "two Chadian majors"."""
    words = a.text.split()
    return (
        (a.kind == "generic" or words[-1] in _TEAMS)
        and len(words) > 2
        and words[0].lower() in word_list("few")
        and any(w[0].isupper() for w in words[1:-1])
    )


def is_done_to(a: Actor, doer: Any) -> bool:
    """Whether somebody does something to people or things by nationality: "charged *a British banker*", "burned an *American* flag"."""
    token = doer.doc[a.head]
    if token.dep_ in ("amod", "compound", "nmod") and a.kind == "state":
        token = token.head
    elif not (is_abroad(a) or is_taken_away(a, token) or (a.kind == "organization" and a.sector == "BUS")):
        return False
    while token.dep_ in ("conj", "prep", "pobj", "poss") and token.head != token and token.head != doer.head:
        token = token.head
    return bool(doer.dep_ == "nsubj" and token.dep_ == "dobj" and token.head == doer.head)


def is_taken_away(a: Actor, head: Any) -> bool:
    """Whether people of whom only their nationality is told are held, freed or sent off: "deported *forty Nigerians*"."""
    while head.dep_ == "conj":
        head = head.head
    counted = a.kind == "generic" and a.sector == "CVL" and len(a.text.split()) > 1 and a.text.split()[-1][0].isupper()
    deeds = word_list("catching") | word_list("freeing") | word_list("parting")
    return counted and head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_.lower() in deeds


_TEAMS = frozenset({"team", "mission", "contingent", "crew"})
_STRANGER = 0.3
_PRIVATE = frozenset({"CVL", "MED", "REL", "BUS", "EDU", "JRN", "SOC", "LAB", "AGR"})


def weights(
    doc: Any, places: list[str], scenes: dict[int, str], found: list[Actor], filed: str | None, soldier: float
) -> dict[str, float]:
    """How much an article tells of each country: how often it is named, as actor or place, the first rather.

    ``filed`` is the country from where it was filed; ``soldier`` the weight of soldiers, who may be anywhere; ``places`` are those of
    :func:`places_of`, ``scenes`` the countries of sentences by their first tokens.
    """
    count: dict[str, float] = {filed: 1.0} if filed else {}
    for a in found:
        if a.code in state_names() and a.sector not in ("JRN", "BUS"):
            stranger = a.code not in places and bool(places) and _is_lone(a)
            once = _STRANGER if stranger else _weight(a, doc[a.head], scenes, soldier)
            count[a.code or ""] = count.get(a.code or "", 0.5 * once if not count else 0.0) + once
    for code in places:
        count[code] = count.get(code, 0.5 if not count else 0.0) + PLACE
    if len(count) == 1 and any(_is_of_home(a, doc[a.head]) for a in found):
        return {code: max(n, 0.5) for code, n in count.items()}
    return count


def _is_of_home(a: Actor, head: Any) -> bool:
    """Whether the one whose nationality is all that tells of a country rather lives there: "A Swedish farmer found a mine"."""
    return a.code in state_names() and a.sector in _AT_HOME and head.dep_ == "nsubj"


_AT_HOME = frozenset({"CVL", "AGR", "EDU", "LAB"})


def is_told_of_another(told_of: dict[str, float], filed: str) -> bool:
    """Whether an article is of another country than the one it was filed in, by how much it tells of each (:func:`weights`)."""
    return max(told_of.values(), default=0.0) > _OF_ANOTHER * max(told_of.get(filed, 0.0), 1.0)


_OF_ANOTHER = 2.4  # how much more must be told of it


def _weight(a: Actor, head: Any, scenes: dict[int, str], soldier: float) -> float:
    """Less for those who are not at home: where they go, what stands for them, and people in another country."""
    if is_goal(head) or is_abroad(a) or is_taken_away(a, head) or is_seat(head):
        return _STRANGER
    elsewhere = a.kind == "generic" and bool(scenes) and scenes.get(back(head, head.i), a.code) != a.code
    if elsewhere and not (a.sector == "MIL" and soldier == 1.0):
        return 0.5
    if head.dep_ in ("amod", "compound") or (head.dep_ == "pobj" and head.head.lower_ == "against"):
        return 0.5
    return soldier if a.sector == "MIL" and a.kind == "generic" else 1.0


PLACE = 0.7


def focus(count: dict[str, float], without: frozenset[str] = frozenset()) -> str | None:
    """The country that the article tells of half as often again as of the next."""
    ranked = sorted(((c, n) for c, n in count.items() if c not in without), key=lambda x: -x[1])
    if not ranked or ranked[0][1] < 0.5 or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
        return None
    return ranked[0][0]


def places_of(doc: Any, names: dict[int, Named], there: Iterable[Spot]) -> list[str]:
    """The countries of the article's places, once for each that it names: capitals, states, and towns of the gazetteer.

    ``there`` are the places of its sentences. Those to which people of their own flee or go count where it names no others.
    """
    near = spoken_of(names)
    named = {n.first: n.entry.code for n in names.values() if n.kind in ("capital", "state", "place") and n.entry}
    towns = {
        e.start: country(e.text, near)
        for e in doc.ents
        if e.label_ in _PLACES and not any(i in names for i in range(e.start, e.end))
    }
    covered = {i for e in doc.ents if e.start in towns for i in range(e.start, e.end)}
    towns |= {s.at: s.code for s in there if s.at not in covered and s.at not in names}
    acting = {i for i in named if doc[i].dep_ in ("nsubj", "nsubjpass", "dobj", "poss") and not _is_site(doc[i], names)}
    passed = {i for i in (*named, *towns) if is_goal(doc[i]) or is_seat(doc[i])}
    listed = [(i, c) for i, c in sorted({**named, **towns}.items()) if c in state_names() and i not in acting]
    reached = (i for i in passed if (i in towns or names[i].kind == "place") and not _is_visited(doc[i]))
    return [c for i, c in listed if i not in passed] or [c for i, c in listed if i in set(reached)]


def _is_visited(name: Any) -> bool:
    """Whether officials go to a place, who may be from anywhere: "the delegation travelled to Palermo"."""
    verb = name
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    visitors = (agents().get(c.lemma_.lower()) for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    return any(v is None or v.sector in ("GOV", None) for v in visitors)


_PLACES = frozenset({"GPE", "LOC", "FAC"})
