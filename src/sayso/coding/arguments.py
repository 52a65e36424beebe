"""Role paths over a dependency parse: the agent, the object, the complement or the preposition's object of a word.

In: a token and a path such as ``("subj",)`` or ``("for", "with")``. Out: the tokens that stand there, coordinated ones
included. Passives, control and raising, relative and reduced clauses, coordination and light verbs are seen through here,
so that a frame need not care about them.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.agents import APART, NATIONAL, agents_astray, agents_of_the_next, on_orders, opening
from sayso.coding.clauses import cut_off_after
from sayso.coding.frames import Path, classes
from sayso.coding.naming import called, judged
from sayso.coding.phrases import (
    CONTAINERS,
    INTRANSITIVE,
    PASSIVE,
    antecedent,
    in_statements,
    is_bare_passive,
    is_its_text,
    is_passive,
    is_told_by,
    with_conjuncts,
)
from sayso.coding.prepositions import prepositional
from sayso.coding.receivers import given

_CLAUSAL = ("ccomp", "xcomp")
_OBJECTS = ("dobj", "obj", "attr", "oprd")
_OBJECT_CONTROL = frozenset(
    (
        "urge ask tell order force compel persuade convince press pressure push invite allow permit request beg instruct direct "
        "encourage oblige require enable help lead prompt cause advise warn authorize get want expect command implore call see"
    ).split()
)
_OF_THE_OBJECT = frozenset({"for", "of", "from", "into", "with"})
# Whoever does these to a deed did not do the deed.
_JUDGING = frozenset(
    "condemn welcome denounce praise deplore blame criticize criticise slam hail regret mourn fear investigate probe describe report "
    "confirm deny discuss mention recall note see witness survive escape oppose protest reject support back film cover condone "
    "mark remember follow avenge respond answer suffer face attend know learn hear say call".split()
)
_SPEECH = frozenset(
    "accuse blame urge call demand warn condemn criticise criticize denounce deny reject say tell ask promise pledge vow threaten "
    "announce insist praise thank welcome claim dismiss".split()
)
# Verbs of two objects: what is given to whom, refused to whom.
_OF_TWO_OBJECTS = frozenset(
    "give grant refuse deny offer pay send show hand allow award promise owe lend forgive sell pass bring".split()
)
_REACTIONS = frozenset(
    "response retaliation reply reaction revenge answer reprisal retribution defiance violation breach contravention".split()
)
_MAX_STEPS = 12


def reach(token: Any, path: Path, extra: tuple[Any, ...] = ()) -> list[Any]:
    """The tokens at the end of the path; ``extra`` are the trigger's other words, whose prepositions count too."""
    at = [token]
    for n, step in enumerate(path):
        if n == 0 and step == "obj" and len(path) > 1 and extra:
            # The way may lead on from an object that is itself a word of the trigger: "condemned the Israeli *attack*".
            at = [*objects(token, ()), *(o for o in objects(token, extra) if o not in objects(token, ()))]
        else:
            at = [found for t in at for found in _step(t, step, extra if n == 0 else ())]
        if n == 0 and step == "in" and path[1:] in _OWNERS:
            # "Killed in an army raid", but not "in the rebel capital".
            at = [t for t in at if t.lemma_.lower() not in classes()["place"] and t.ent_type_ not in ("GPE", "LOC")]
        if not at:
            return []
    return at


_OWNERS = (("by",), ("poss",), ("mod",))


def _step(token: Any, step: str, extra: tuple[Any, ...]) -> list[Any]:
    verb = token.pos_ in ("VERB", "AUX")
    if step == "subj":
        return subjects(token) if verb else _over(token)
    if step == "obj":
        return objects(token, extra)
    if step == "iobj":
        own = [c for c in token.children if c.dep_ in ("dative", "iobj") and c.pos_ != "ADP"]
        if not own and token.lemma_ in _OF_TWO_OBJECTS and is_passive(token):
            own = [antecedent(c, token) for c in token.children if c.dep_ in PASSIVE]
        if not own and token.lemma_ in _OF_TWO_OBJECTS:
            two = [c for c in token.children if c.dep_ == "dobj"]  # "paid Greece the first tranche": both by one name
            own = (
                two[:1]
                if len(two) > 1 and two[1] not in two[0].conjuncts
                else [x for o in two for x in given(o, token)]
            )
        return with_conjuncts(own)
    if step == "comp":
        return complements(token, extra)
    if step == "poss":
        return with_conjuncts([c for t in (token, *extra) for c in t.children if c.dep_ == "poss"])
    if step == "mod":
        return [
            x
            for t in (token, *extra)
            for c in t.children
            if c.dep_ in ("compound", "amod", "nmod") and c.i < t.i
            for x in (
                c,
                *[k for k in c.conjuncts if k.i < t.i],
                *[k for k in c.children if c.lower_ == "led" and k.dep_ == "npadvmod"],
            )
        ]
    if step == "called":
        return called(token)
    if step == "judged":
        return judged(token)
    if step == "named":
        return [c for c in token.children if c.dep_ == "nsubj"]
    if step == "aux":
        return [c for c in token.children if c.dep_ in ("aux", "neg")]
    if step == "when":
        return [c for c in token.children if c.dep_ == "advcl"]
    return prepositional(token, step, extra)


def subjects(token: Any, steps: int = 0) -> list[Any]:
    """Who does what the verb says, whatever the form of its clause."""
    if steps > _MAX_STEPS:
        return []
    own = [c for c in token.children if c.dep_ in ("nsubj", "csubj", "expl")]
    if is_passive(token):
        held = [c for x in token.children if x.dep_ == "xcomp" for c in x.children]  # "were let go by the navy"
        agents = [
            o
            for c in (*token.children, *held)
            if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")
            for o in c.children
            if o.dep_ == "pobj" and o.ent_type_ not in ("DATE", "TIME")
        ]
        return with_conjuncts(agents or agents_of_the_next(token) or agents_astray(token) or on_orders(token))
    if own:
        return with_conjuncts([*_listed_before(own[0], token), *(antecedent(c, token) for c in own)])
    if first := opening(token):
        return first
    if (after := cut_off_after(token)) is not None:
        return with_conjuncts([o for o in after.children if o.dep_ == "pobj"])
    head = token.head
    if token.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        if _speaks_beside(token, head):
            return _shared(head.head, steps)
        return with_conjuncts(_cut_off(token)) or _shared(head, steps)
    if token.dep_ == "xcomp":
        # "urged X to leave": X leaves; "promised X to leave", "X agreed to leave": the subject does.
        controlled = [c for c in head.children if c.dep_ in ("dobj", "dative") and c.i < token.i]
        if controlled and head.lemma_ in _OBJECT_CONTROL:
            return with_conjuncts(controlled)
        return _shared(head, steps)
    if token.dep_ == "ccomp" and token.tag_ in ("VB", "VBG"):
        return _shared(head, steps)
    if token.dep_ == "pcomp" and head.lower_ in _OF_THE_OBJECT:
        # "Criticized X for shooting Y", "prevented X from leaving": X does it.
        held = [c for c in head.head.children if c.dep_ == "dobj" and c.i < head.i]
        if held and head.head.pos_ == "VERB":
            return with_conjuncts(held)
    if token.dep_ == "pcomp" and head.lower_ == "but" and head.head.dep_ == "dobj":
        # "Left *us* no choice but to arrest him", "*we* had no option but to close it".
        verb = head.head.head
        return with_conjuncts([c for c in verb.children if c.dep_ == "dative"]) or _shared(verb, steps)
    if token.dep_ == "advcl" or (token.dep_ == "pcomp" and head.head.pos_ in ("VERB", "AUX")):
        return _shared(head if token.dep_ == "advcl" else head.head, steps)
    if token.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
        if token.tag_ in ("VBG", "VBD") or token.lemma_ in INTRANSITIVE:
            return with_conjuncts([head])  # a finite verb on a noun is its predicate, cut off by a clause between them
        if token.tag_ == "VB":
            named = head.dep_ == "ROOT" and head.ent_type_ in NATIONAL  # "Obama to visit Cuba"
            return with_conjuncts([head]) if named else _holder(head, steps + 1)
    if token.dep_ == "relcl":
        if any(c.dep_ in _OBJECTS for c in token.children) or not any(c.dep_ == "nsubj" for c in token.children):
            return [head]
    if token.dep_ == "pcomp" and head.head.pos_ in ("NOUN", "PROPN"):
        return _holder(head.head, steps + 1)
    return []


def _listed_before(subject: Any, verb: Any) -> list[Any]:
    """The names that a headline sets before its subject with a comma for an "and": "Ethiopia, Tigray rebels agree"."""
    comma = subject.left_edge.i - 1
    if comma < 1 or verb.doc[comma].text != "," or not 0 < comma - verb.sent.start < _LISTED:
        return []
    found = [t for t in verb.doc[verb.sent.start : comma] if t.head == verb and t.dep_ in _ASTRAY]
    listed = (
        len(found) == 1
        and found[0].left_edge.i == verb.sent.start
        and found[0].ent_type_ in NATIONAL
        and found[0].tag_ != "JJ"
    )
    return found if listed else []


_LISTED = 8  # words at the most before the comma
_ASTRAY = frozenset({"dep", "advmod", "npadvmod", "nsubj", "intj"})


# Prepositions inside a noun phrase; others ("since", "after") open a clause of their own.
_INSIDE_NAMES = frozenset("of in on at for by with from to against between over near".split())


def _cut_off(verb: Any) -> list[Any]:
    """The subject that the parser cut off a verb it coordinated with one before: "since the collapse of a roof killed 15".

    A coordinated verb follows a conjunction or a comma; one that follows a noun directly has that noun phrase for its subject.
    """
    first = min(
        [verb, *[c for c in verb.children if c.dep_ in ("aux", "neg", "advmod") and c.i < verb.i]],
        key=lambda t: int(t.i),
    )
    before = first.nbor(-1) if first.i > verb.sent.start else None
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or before is None or before.pos_ not in ("NOUN", "PROPN"):
        return []
    if any(c.dep_ == "cc" for t in (verb, before, verb.head) for c in t.children if verb.head.i < c.i < verb.i):
        return []
    noun = before
    while True:
        above = noun.head
        if noun.dep_ == "compound":
            noun = above
        elif noun.dep_ == "pobj" and above.lower_ in _INSIDE_NAMES and above.head.pos_ in ("NOUN", "PROPN"):
            noun = above.head
        else:
            return [noun] if verb.head.i < noun.i < verb.i else []


def _speaks_beside(verb: Any, first: Any) -> bool:
    """Whether who says one thing does another: "denied that its soldiers had crossed and *accused* Indian troops", "told parliament that it
    was piracy and *demanded* an apology", whatever the parser joins it to."""
    return (
        verb.lemma_ in _SPEECH
        and verb.tag_ == "VBD"
        and first.dep_ == "ccomp"
        and first.lemma_ not in _SPEECH
        and first.head.tag_ == "VBD"
        and (first.lemma_ in ("be", "have") or any(c.dep_ in ("aux", "auxpass") for c in first.children))
        and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    )


def _shared(head: Any, steps: int) -> list[Any]:
    """The subject that a dependent clause takes over: of a passive matrix, whoever undergoes it."""
    if is_passive(head):
        return with_conjuncts([antecedent(c, head) for c in head.children if c.dep_ in PASSIVE]) or objects(head, ())
    if head.pos_ in ("VERB", "AUX"):
        return subjects(head, steps + 1)
    return [head] if head.pos_ in ("NOUN", "PROPN") else []


def _holder(noun: Any, steps: int) -> list[Any]:
    """Whose plan, decision or promise it is: its possessor, its modifier, or the subject of the verb over it."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners = owners or [o for p in noun.children if p.lower_ == "by" for o in p.children if o.dep_ == "pobj"]
    return (
        with_conjuncts(owners)
        or _over(noun, steps)
        or [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.ent_type_]
    )


def _over(noun: Any, steps: int = 0) -> list[Any]:
    """The subject of the verb that a noun is the object of ("X carried out an attack")."""
    t = noun
    violent = noun.lemma_.lower() in classes()["violence"] or noun.lemma_.lower() in classes()["explosive"]
    talks = noun.lemma_.lower() in classes()["meeting"] | classes()["visit"] or noun.lemma_ == "call"
    for _ in range(_MAX_STEPS):
        if t.dep_ in ("dobj", "attr", "oprd", "pobj", "conj", "prep", "pcomp", "appos"):
            before, t = t, t.head
            if talks and before.dep_ == "prep" and before.lower_ in _WHILE:
                return _talking(before)
            apart = t.dep_ == "prep" and t.lower_ in APART and not (talks and t.lower_ in _WHILE)
            if apart or t.lemma_ in _REACTIONS or (t.dep_ == "prep" and t.lower_ in _MATTERS and not talks):
                return []
            if t.pos_ in ("VERB", "AUX"):
                if t.lemma_ in _JUDGING or (violent and t.lemma_.lower() not in classes()["perpetrating"]):
                    return []
                return [s for s in subjects(t, steps + 1) if s.i != noun.i]
            if t.dep_ == "ROOT" or (violent and _is_another_thing(t, noun)):
                return []
        else:
            break
    if noun.dep_ in PASSIVE:
        return subjects(noun.head, steps + 1)
    for c in noun.children:
        if c.dep_ in ("acl", "relcl") and c.pos_ == "VERB":
            agents = subjects(c, steps + 1)
            if agents and agents[0].i != noun.i:
                return agents
    return []


_WHILE = frozenset({"in", "during", "at", "after"})
# "Protested to Uganda over the detention of a trader", "spoke out against the jailing of bishops".
_MATTERS = frozenset({"over", "about", "regarding", "concerning", "against"})


def _talking(prep: Any) -> list[Any]:
    """Who holds the talks that a phrase beside his deed names: "Kerry, in a call with Kiir, warned", "In talks with Wang he urged"."""
    over = prep.head
    if over.pos_ in ("NOUN", "PROPN"):
        return [over] if over.dep_ in ("nsubj", *PASSIVE) and prep.i and prep.nbor(-1).text == "," else []
    if over.pos_ not in ("VERB", "AUX"):
        return []
    opening = prep.i == over.sent.start or prep.nbor(-1).text == "," or prep.i > over.i
    return subjects(over) if opening else []


def _is_another_thing(above: Any, noun: Any) -> bool:
    """Whether a noun over a deed is not the deed told in other words: "the victims of the attacks", not "a wave of attacks"."""
    if above.pos_ not in ("NOUN", "PROPN") or above in noun.conjuncts:
        return False
    return above.lemma_.lower() not in (*CONTAINERS, *classes()["violence"])


def objects(token: Any, extra: tuple[Any, ...]) -> list[Any]:
    """Whom or what the verb is done to."""
    used = {t.i for t in extra}
    if is_passive(token):
        undergoing = (*PASSIVE, "nsubj") if is_bare_passive(token) else PASSIVE
        own = [antecedent(c, token) for c in token.children if c.dep_ in undergoing]
        if not own and token.dep_ in ("acl", "relcl") and not any(c.tag_ == "WRB" for c in token.children):
            own = [token.head]
        if not own and token.dep_ == "conj":
            own = [antecedent(c, token.head) for c in token.head.children if c.dep_ in PASSIVE]
            if not own and token.head.pos_ == "VERB":
                # "Women sat there and were removed", "drivers accused of spying and held since".
                own = objects(token.head, ()) if is_passive(token.head) else subjects(token.head)
        given = [c for c in token.children if c.dep_ == "dobj" and c.i not in used]
        if given and token.lemma_ in _OF_TWO_OBJECTS:
            return with_conjuncts(given)  # "was refused *a meeting*": whom it was refused is the indirect object
        if not own and token.dep_ in ("xcomp", "advcl"):
            own = _shared(token.head, 0)
        return with_conjuncts([t for t in own if t.i not in used])
    own = [c for c in token.children if c.dep_ in _OBJECTS and c.i not in used]
    own = [antecedent(c, token) for c in own]
    if (
        not own
        and token.dep_ == "relcl"
        and any(c.dep_ == "nsubj" and c.lower_ not in ("who", "which", "that") for c in token.children)
        and not any(c.tag_ == "WRB" for c in token.children)  # "on Tuesday, when nurses struck"
    ):
        own = [token.head]
    if not own and token.dep_ == "conj" and token.head.pos_ == "VERB" and token.i - token.head.i <= 3:
        # "attacked and killed X": one object for both; it hangs on either.
        own = [c for c in token.head.children if c.dep_ in _OBJECTS and c.i > token.i]
    if not own:
        # "Disperse thousands of people marching": the parser makes a clause of the object and its participle.
        own = [
            n
            for c in token.children
            if c.dep_ in ("advcl", "ccomp") and c.tag_ == "VBG"
            for n in c.children
            if n.dep_ == "nsubj" and n.left_edge.i == token.i + 1
        ]
    if not own:
        for c in token.conjuncts:
            if c.pos_ == "VERB" and 0 < c.i - token.i <= 3 and not is_passive(c):
                own = [x for x in c.children if x.dep_ in _OBJECTS]
                break
    if not own:
        own = [c for e in extra for c in e.children if c.dep_ in _OBJECTS and c.i not in used]
    return [t for t in with_conjuncts(own) if t.i not in used]


def complements(token: Any, extra: tuple[Any, ...]) -> list[Any]:
    """The clause that completes the verb, also as an infinitive on its object or inside its prepositional phrase."""
    own = [c for c in token.children if c.dep_ in _CLAUSAL]
    own += [c for c in token.children if c.dep_ in ("relcl", "acl") and is_told_by(c)]
    if token.pos_ == "NOUN":
        own += [c for c in token.children if c.dep_ == "acl" and c.tag_ == "VB" and c not in own]
    for t in (token, *extra):
        own += [c for p in t.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pcomp" and c not in own]
    if not own:
        own = [
            c
            for t in (*extra, *[o for o in token.children if o.dep_ in ("dobj", "attr")])
            for c in t.children
            if (c.dep_ in ("acl", "relcl", "ccomp", "xcomp") and c.tag_ == "VB") or is_its_text(c)
        ]
    own = own or in_statements(token)
    if not own:
        own = [c for c in token.children if c.dep_ == "advcl" and c.tag_ == "VB" and c.i > token.i]
    return with_conjuncts(own)
