"""Objects of verbs that the parser loses: in a word behind them, in a particle that it takes for a preposition, in the noun behind them.

In: a token of a parsed spaCy Doc. Out: the same Doc with whom or what a verb is done to under the verb ("sent the *envoy* home", "switched
off the *internet*", "closed the Kerem Shalom *crossing* to Gaza", "jailed an *engineer* pending trial", "gave them *48 hours* to leave"),
under the deed's noun ("the arrest by police *of ten men*"), or under a participle as what
undergoes it ("had *their phones* seized"), those who do it themselves under their preposition
("by striking *teachers*"), and the verb under which a name in capitals stands that is taken for one ("ECOWAS *barred* them").
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agents
from sayso.annotating.mended_states import accused_of, found_guilty, held_hostage, judged


def mend_objects(token: Any) -> None:
    """Give a verb the object that it has."""
    word = token.lower_
    if word == "home" and token.dep_ == "dobj":
        _sent_home(token)
    elif word == "home" and token.dep_ == "pobj":
        _home_from(token)
    elif word in _PARTICLES and token.dep_ == "prep":
        _particle(token)
    elif word == "shot" and token.pos_ == "NOUN" and token.i + 1 < token.sent.end and token.nbor(1).lower_ == "dead":
        _shot_dead(token)
    elif word == "crossing" and token.tag_ == "VBG":
        _crossing(token)
    elif word == "of" and token.head.dep_ == "pobj" and token.head.head.lower_ == "by":
        _done_to(token)
    elif word == "of" and token.head.pos_ in ("NOUN", "PROPN"):
        accused_of(token)
    elif token.tag_ == "VBN" and token.dep_ == "ccomp" and token.head.lemma_ == "have":
        _suffered(token)
    elif token.dep_ == "npadvmod" and token.head.lemma_ == "give" and token.i > token.head.i:
        _given_time(token)
    elif word == "let" and token.dep_ in ("conj", "aux"):
        _let_go(token)
    elif token.dep_ == "prt" and token.head.i < token.i:
        _behind_particle(token)
    elif word == "among" and token.dep_ == "prep" and token.head.dep_ == "npadvmod":
        _some_of_them(token)
    elif token.tag_ == "VBG" and token.dep_ in ("pcomp", "advcl"):
        _doing(token)
        if word in _OF_CROWDS:
            _in_motion(token)
    elif token.dep_ == "npadvmod" and token.tag_ == "CD" and token.head.pos_ == "VERB":
        _some_of(token)
    elif word == "pending" and token.tag_ == "VBG" and token.dep_ == "amod":
        _pending(token)
    elif word in ("hostage", "captive") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "acomp"):
        held_hostage(token)
    elif word in ("guilty", "liable") and token.dep_ == "dobj":
        found_guilty(token)
    elif token.pos_ == "ADJ" and token.dep_ == "amod" and token.i > token.head.i:
        judged(token)
    elif token.dep_ == "oprd" and token.tag_ == "NN":
        _whole_noun(token)
    elif token.dep_ == "amod" and token.tag_ == "VBD" and token.head.dep_ == "ROOT":
        _fired(token)
    elif token.tag_ in ("VB", "VBP") and token.i > token.sent.start and token.nbor(-1).tag_ == "NNS":
        _behind_plural(token)
    elif token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ == "ROOT":
        _dismissed_as(token)
    elif token.dep_ == "ROOT" and token.is_sent_start and token.tag_ in ("VB", "VBP", "VBD", "VBN"):
        _capitals(token)


def _done_to(of: Any) -> None:
    """ "The detention by police *of 30 volunteers*": people in number behind who does a deed are those it is done to."""
    deed = of.head.head.head
    held = next((o for o in of.children if o.dep_ == "pobj"), None)
    if deed.pos_ != "NOUN" or held is None or any(c.lower_ == "of" for c in deed.children):
        return
    if any(c.dep_ == "nummod" or c.lower_ in ("a", "an", "several", "dozens", "hundreds") for c in held.lefts):
        of.head = deed


def _suffered(verb: Any) -> None:
    """ "Two of them had *their cameras* seized": who has something of his own done to has not done it."""
    thing = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if thing is None or any(c.dep_ in ("aux", "auxpass") for c in verb.lefts):
        return
    if any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in thing.lefts):
        thing.dep_ = "nsubjpass"


def _given_time(length: Any) -> None:
    """ "Gave the squatters *48 hours* to leave": of two objects the second is no length of the giving."""
    beside = {c.dep_ for c in length.head.children}
    if "dative" in beside and "dobj" not in beside:
        length.dep_ = "dobj"


def _let_go(let: Any) -> None:
    """ "Were held for a day and *let* go": behind a passive without a subject of its own it is one too."""
    verb = let.head if let.dep_ == "aux" else let
    held = verb.head
    if verb.dep_ != "conj" or held.tag_ != "VBN" or not any(c.dep_ in ("auxpass", "nsubjpass") for c in held.children):
        return
    if any(c.dep_ in ("nsubj", "dobj", "aux") and c != let for c in (*let.children, *verb.children)):
        return
    if verb != let:
        let.head, let.dep_, let.pos_ = held, "conj", "VERB"
        verb.head, verb.dep_ = let, "ccomp"
    let.tag_ = "VBN"


def _behind_particle(particle: Any) -> None:
    """ "Laughed off *the claim*": what stands behind a particle is the verb's object."""
    verb = particle.head
    if verb.pos_ == "VERB" and not any(c.dep_ == "dobj" for c in verb.children):
        for c in [c for c in particle.children if c.dep_ == "pobj"]:
            c.head, c.dep_ = verb, "dobj"


def _some_of_them(among: Any) -> None:
    """ "Held 40 people, *among them six Danes*": they are of those named before the comma."""
    some = among.head
    first = some.left_edge
    if first != among or first.i < some.sent.start + 2 or first.nbor(-1).text != ",":
        return
    before = first.nbor(-2)
    if before.pos_ in ("NOUN", "PROPN") and any(c.lower_ in ("them", "whom") for c in among.children):
        some.head, some.dep_ = before, "appos"


def _whole_noun(noun: Any) -> None:
    """ "Shot a fisheries *official*": one object of two words, for a verb that makes nobody anything."""
    verb, first = noun.head, noun.nbor(-1)
    if first.head != verb or first.dep_ != "dobj" or first.tag_ not in ("NN", "NNS") or noun.left_edge != noun:
        return
    if verb.lemma_.lower() in _MAKING:
        return
    for c in list(first.children):
        c.head = noun
    first.head, first.dep_ = noun, "compound"
    noun.dep_ = "dobj"


_MAKING = frozenset(
    "call name elect appoint make declare brand label vote proclaim crown dub deem consider find leave hold render".split()
)


def _shot_dead(shot: Any) -> None:
    """ "Two gunmen on a motorcycle *shot* dead a councillor": the verb, which the parser takes for the noun of the phrase before it."""
    dead, before = shot.nbor(1), shot.nbor(-1) if shot.i > shot.sent.start else None
    preposition = shot.head
    if dead.is_ancestor(shot) and shot.dep_ == "pobj" and before is not None and before.head == shot:
        for c in list(shot.lefts):
            if c != before:
                c.head = before
        before.head, before.dep_ = preposition, "pobj"
        shot.head, shot.dep_ = (shot if dead.head == dead else dead.head), dead.dep_
        for c in list(dead.children):
            if c != shot:
                c.head = shot
        dead.head, dead.dep_ = shot, "oprd"
        shot.tag_, shot.pos_, shot.lemma_ = "VBD", "VERB", "shoot"


def _fired(verb: Any) -> None:
    """ "Al-Shabaab *fired* mortars at the palace": a name, its verb and its object, of which the parser makes one noun."""
    noun, name = verb.head, verb.nbor(-1) if verb.i > verb.sent.start else None
    if name is None or name.head != noun or name.pos_ != "PROPN" or name.dep_ != "compound" or noun.i <= verb.i:
        return
    if any(c.dep_ in ("nsubj", "aux", "cop") for c in noun.children):
        return
    for c in list(noun.children):
        if c.i < verb.i and c != name:
            c.head = name
        elif c.dep_ in ("prep", "punct", "npadvmod") and c.i > noun.i:
            c.head = verb
    verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"
    name.head, name.dep_ = verb, "nsubj"
    noun.head, noun.dep_ = verb, "dobj"


def _sent_home(home: Any) -> None:
    """ "Sent the Mexican *ambassador home*": where to, and no thing called after him."""
    verb, who = home.head, home.nbor(-1)
    if verb.lemma_ not in _SENDING or who.head != home or who.dep_ != "compound" or who.pos_ != "NOUN":
        return
    for c in list(home.children):
        c.head = who if c.i < who.i else (verb if c != who else home)
    who.head, who.dep_ = verb, "dobj"
    home.head, home.dep_, home.pos_, home.tag_ = verb, "advmod", "ADV", "RB"


def _home_from(home: Any) -> None:
    """ "Called its ambassador in *Santiago home*": where he was, and where he is called to."""
    town, prep = home.nbor(-1), home.head
    who = prep.head
    if town.head != home or town.pos_ != "PROPN" or who.head.lemma_ not in _SENDING or prep.dep_ != "prep":
        return
    for c in list(home.children):
        c.head = prep if c == town else (town if c.i < town.i else who.head)
    town.head, town.dep_ = prep, "pobj"
    home.head, home.dep_, home.pos_, home.tag_ = who.head, "advmod", "ADV", "RB"


_SENDING = frozenset("send call bring order fetch fly take escort drive ship bus summon".split())


def _particle(word: Any) -> None:
    """ "Switched *off* the internet": with such a verb the word is a part of it, and what follows what it is done to."""
    verb = word.head
    held = next((c for c in word.children if c.dep_ == "pobj"), None)
    if verb.lemma_ not in _PARTICLES[word.lower_] or word.i != verb.i + 1 or held is None or verb.pos_ != "VERB":
        return
    if any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        return
    for c in list(word.children):
        c.head = verb
    word.dep_, word.tag_, held.dep_ = "prt", "RP", "dobj"


_PARTICLES = {
    "off": frozenset("switch turn shut cut call break seal cordon fence knock".split()),
    "up": frozenset("lock round tear seal".split()),
    "down": frozenset("shut close lock pull tear".split()),
    "out": frozenset("throw kick boot turf".split()),
    "over": frozenset("take".split()),
}


def _crossing(gerund: Any) -> None:
    """ "Closed the Kerem Shalom *crossing* to Gaza": behind a name with its article stands a place, and nobody crosses."""
    name = gerund.nbor(-1) if gerund.i > gerund.sent.start else None
    if name is None or name.pos_ != "PROPN" or gerund.head not in (name, name.head):
        return
    if name.left_edge.lower_ not in _OWNED or name.dep_ == "compound":
        return
    over, role = name.head, name.dep_
    for c in list(name.children):
        if c.dep_ in ("det", "poss", "amod", "prep", "punct", "compound") and c != gerund:
            c.head = gerund
    gerund.head, gerund.dep_, gerund.pos_, gerund.tag_, gerund.lemma_ = over, role, "NOUN", "NN", "crossing"
    name.head, name.dep_ = gerund, "compound"


_OWNED = frozenset("the its their a an his".split())


def _doing(gerund: Any) -> None:
    """ "Killed by *shelling* of a camp", "by Iraqi *shelling*": what did it, where the gerund has nothing that it is done to."""
    with_more = ("dobj", "xcomp", "ccomp", "prt", "nsubj", "aux", "acomp", "attr", "oprd", "mark", "advmod")
    if any(c.dep_ in with_more for c in gerund.children):
        return
    whose = gerund.nbor(-1) if gerund.i > gerund.sent.start else gerund
    by = whose.head if gerund.dep_ == "advcl" else gerund.head
    if by.dep_ != "agent" or (gerund.dep_ == "advcl" and (whose.dep_ != "pobj" or by.head != gerund.head)):
        return
    if gerund.dep_ == "advcl":
        gerund.head, whose.head, whose.dep_ = by, gerund, "compound"
    gerund.dep_, gerund.pos_, gerund.tag_, gerund.lemma_ = "pobj", "NOUN", "NN", gerund.lower_


def _in_motion(gerund: Any) -> None:
    """ "A sit-in by *striking* teachers", "the killing of *fleeing* villagers": what people in number do, not what is done to them."""
    people = next((c for c in gerund.children if c.dep_ == "dobj" and c.tag_ in ("NNS", "NNPS")), None)
    by = gerund.head
    if people is None or by.pos_ != "ADP" or by.i != gerund.i - 1 or people.left_edge.i != gerund.i + 1:
        return
    before = by.nbor(-1)
    if before.pos_ not in ("NOUN", "PROPN") and not any(c.dep_ == "auxpass" for c in before.children):
        return  # "accused of striking reporters"
    if people.lemma_.lower() not in agents() and people.ent_type_ != "NORP":
        return
    people.head, people.dep_ = by, "pobj"
    for c in list(gerund.children):
        c.head = people if c.i < people.i else by.head
    gerund.head, gerund.dep_, gerund.pos_, gerund.tag_ = people, "amod", "ADJ", "JJ"


_OF_CROWDS = frozenset(
    "striking protesting demonstrating marching rioting fleeing retreating advancing warring".split()
)


def _some_of(number: Any) -> None:
    """ "Shot down *nine* of eleven drones": how many of them it was done to."""
    verb = number.head
    counted = number.i > verb.i and any(c.dep_ == "prep" and c.lower_ == "of" for c in number.children)
    if counted and not any(c.dep_ in ("dobj", "nsubjpass", "attr") for c in verb.children):
        number.dep_ = "dobj"


def _pending(word: Any) -> None:
    """ "Jailed an engineer *pending* trial": until when, and no trial that is pending."""
    until, who = word.head, word.nbor(-1)
    if who.head != until or who.dep_ not in ("nmod", "compound") or until.dep_ not in ("dobj", "nsubjpass", "pobj"):
        return
    for c in list(until.children):
        if c.i < word.i and c != who:
            c.head = who
    who.head, who.dep_ = until.head, until.dep_
    verb = who.head
    word.head, word.dep_, word.pos_, word.tag_ = verb, "prep", "ADP", "IN"
    until.head, until.dep_ = word, "pobj"


def _behind_plural(word: Any) -> None:
    """ "Officers of a fisheries *patrol*": a plural with "a" before it says of what kind the next word is, which is no verb."""
    kind = word.nbor(-1)
    if not any(c.lower_ in ("a", "an") and c.dep_ == "det" for c in kind.children):
        return
    thing = next((c for c in word.children if c.dep_ == "dobj" and c.i == word.i + 1), word)
    if kind.head == word or (thing.dep_ == "dobj" and kind.head == thing):
        over, role = (word.head if word.dep_ != "ROOT" else None), "dobj"
        if word.dep_ == "compound":
            over, role = thing.head, thing.dep_
    else:
        over, role = kind.head, kind.dep_
        held = next((c for c in word.children if c.dep_ == "nsubj" and c.is_ancestor(kind)), None)
        if held is not None and word.head.i < held.i and word.head.pos_ == "VERB":
            held.head, held.dep_ = word.head, "dobj"
    if over is None or over in (word, kind, thing) or any(x.is_ancestor(over) for x in (word, kind, thing)):
        return
    verb = over
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    for c in list(word.children):
        if c not in (thing, kind):
            c.head = verb if verb != word else over
    for c in list(kind.children):
        c.head = thing
    thing.head, thing.dep_ = over, role
    kind.head, kind.dep_ = thing, "compound"
    if thing != word:
        word.head, word.dep_ = thing, "compound"
    word.pos_, word.tag_, word.lemma_ = "NOUN", "NN", word.lower_


def _dismissed_as(verb: Any) -> None:
    """ "The chief *dismissed as hearsay that* his guards had shut it": a verb, and what it says was called hearsay."""
    source = verb.head
    prep = next((c for c in verb.rights if c.lower_ == "as" and c.i == verb.i + 1), None)
    name = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    if name is None or verb.lemma_ not in ("dismiss", "reject", "ridicule", "denounce", "deny"):
        return
    said = next((c for c in name.children if c.dep_ in ("acl", "relcl") and c.left_edge.lower_ == "that"), None)
    for c in list(source.children):
        if c.i > verb.i and c != verb:
            c.head = verb
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBD", "VERB"
    source.head, source.dep_ = verb, "nsubj"
    if said is not None:
        said.head, said.dep_ = verb, "ccomp"


def _capitals(name: Any) -> None:
    """ "*ECOWAS* barred its members": a word in capitals right before a past tense is a name that does it."""
    if not name.text.isupper() or len(name) < _SHORTEST or name.i + 1 >= name.sent.end:
        return
    verb = name.nbor(1)
    if verb.tag_ not in ("VBD", "VBN") or name not in verb.ancestors:
        return
    noun = verb.head
    if noun != name:
        if noun.dep_ != "dobj" or verb.dep_ != "amod" or noun.left_edge.i < verb.i:
            return
        noun.head = verb
    verb.head, verb.dep_, verb.pos_, verb.tag_ = verb, "ROOT", "VERB", "VBD"
    for c in list(name.children):
        if c != verb:
            c.head = verb
    name.head, name.dep_, name.pos_, name.tag_, name.lemma_ = verb, "nsubj", "PROPN", "NNP", name.text


_SHORTEST = 3  # letters
