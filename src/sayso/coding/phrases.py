"""What single words of a parse stand for: a passive, the noun behind a relative pronoun, the word that counts in "a series of attacks".

In: a token. Out: yes or no, or the tokens that are meant, coordinated ones included.
"""

from __future__ import annotations

from typing import Any

from sayso.coding.frames import classes

PASSIVE = ("nsubjpass", "csubjpass")
CONTAINERS = frozenset(
    (
        "round series number lot wave string spate group dozen hundred thousand score host kind sort type set couple act form "
        "campaign batch contingent hundreds team percent % package worth tonne ton share bulk most pair end part majority member "
        "flurry barrage volley kilo kilogram sack crate carton pallet truckload planeload shipload lorryload trainload boatload "
        "squad band gang handful busload bunch carload wagonload litre liter gallon metre load"
    ).split()
)
_SOME = frozenset("some most many several few others one both all none any each either".split())
_PROPOSALS = frozenset("offer proposal call request demand appeal plea bid plan invitation".split())
# Done to somebody whenever nobody else stands beside it: "at least 172 people arrested", "Karadzic found guilty".
_UNDERGONE = frozenset(
    "arrest detain convict sentence acquit indict jail imprison deport expel kidnap abduct kill wound injure hospitalize "
    "hospitalise displace evacuate rescue execute behead assassinate".split()
)


# Nobody can be done these to: as a participle the parser's word for a past tense ("300 women squatted in front of …").
INTRANSITIVE = frozenset(
    "squat march rally flee arrive die sit kneel protest parley confer converse chat huddle dine lunch talk travel journey".split()
)
NOBODY = frozenset({"nobody", "none", "no-one", "noone", "anybody", "anyone"})  # who is said not to have been there
_NEAR = 80


def below(token: Any) -> Any:
    """The words of a token's phrase that are not far from it, in their order: a sentence of any length costs the same a word."""
    first, last = max(token.left_edge.i, token.i - _NEAR), min(token.right_edge.i, token.i + _NEAR)
    return token.doc[first : last + 1]


def is_passive(token: Any) -> bool:
    if any(c.dep_ in ("auxpass", *PASSIVE) for c in token.children):
        return True
    if is_bare_passive(token):
        return True
    if token.tag_ == "VBD" and token.dep_ == "acl" and any(c.dep_ == "agent" for c in token.children):
        return True  # "a sailor *held* hostage by pirates"
    if token.tag_ == "VBD" and token.dep_ == "advcl" and token.is_sent_start:
        return not any(
            c.dep_ == "dobj" for c in token.children
        )  # "*Found* guilty of treason, the editor got eight years"
    if token.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children):
        return False
    if token.dep_ in ("acl", "amod"):
        return token.lemma_ not in INTRANSITIVE
    if (
        token.dep_ == "conj"
        and token.head.tag_ == "VBN"
        and not any(c.dep_ in ("nsubj", "aux") for c in token.children)
    ):
        return is_passive(token.head)
    return token.dep_ in ("advcl", "ROOT", "xcomp", "oprd") and not any(
        c.dep_ in ("aux", "nsubj", "dobj") for c in token.children
    )


def is_bare_passive(token: Any) -> bool:
    """A passive without its auxiliary that the parser takes for a past tense, in headlines and after "and"."""
    if token.tag_ not in ("VBD", "VBN") or token.dep_ not in ("ROOT", "conj", "ccomp", "parataxis"):
        return False
    kinds = {c.dep_ for c in token.children}
    if "nsubj" in kinds and not kinds & {"aux", "dobj", "ccomp", "xcomp"} and _is_felled(token):
        return True
    if "nsubj" not in kinds or kinds & {"aux", "dobj", "ccomp", "xcomp", "prt"}:
        return False
    if token.lemma_ == "find":
        return any(c.lower_ in ("guilty", "dead", "liable") for c in token.children)
    shared = any(c.pos_ == "VERB" and 0 < c.i - token.i <= 3 for c in token.conjuncts)
    return token.lemma_ in _UNDERGONE and not shared


def _is_felled(verb: Any) -> bool:
    """ "Reporter shot dead in camp", "Union leader gunned down": nobody shoots dead without a victim."""
    return any((verb.lemma_, c.lower_) in _FELLED for c in verb.children if c.i > verb.i)


_FELLED = frozenset(
    {("shoot", "dead"), ("find", "dead"), ("shoot", "down"), ("gun", "down"), ("mow", "down"), ("hack", "dead")}
)


def antecedent(token: Any, verb: Any) -> Any:
    """The noun that a relative pronoun stands for."""
    if token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.pos_ == "PRON"):
        clause = verb
        while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return _treaty(clause.head, verb) or clause.head
    return token


def whose(noun: Any) -> Any | None:
    """The noun to which a relative clause gives people: the movement of "a movement *whose men* stormed the post"."""
    if not any(c.tag_ == "WP$" for c in noun.lefts):
        return None
    clause = noun
    while clause.dep_ != "relcl" and clause.head != clause:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else None


def _treaty(noun: Any, verb: Any) -> Any | None:
    """The pact of "the pact on migration *that* the two concluded": nobody concludes migration."""
    if verb.lemma_ not in _CONCLUDING or noun.dep_ != "pobj":
        return None
    over = noun.head.head
    near = [over, *(c for c in over.children if c.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj") and c.i < noun.i)]
    return next((t for t in near if t.lemma_.lower() in classes()["agreement"]), None)


_CONCLUDING = frozenset("conclude sign reach strike seal ink initial clinch ratify make".split())


def with_conjuncts(tokens: list[Any]) -> list[Any]:
    found: list[Any] = []
    for t in tokens:
        name = next((c for c in t.children if c.dep_ == "appos" and c.left_edge.i == t.i + 1), None)
        # "Envoy Pedro Ruiz and Senator Juan Mora": the parser joins the second to the first's name.
        beside = [c for c in name.conjuncts if c.i > name.i and c.dep_ == "conj"] if name is not None else []
        for x in (t, *[c for c in t.conjuncts if c.i > t.i and c.dep_ == "conj"], *beside):
            if x not in found:
                found.append(x)
    return found


def contents(token: Any) -> list[Any]:
    """The word that counts in "a series of attacks", with those coordinated with it and those named of it: "who include two Swedes"."""
    found = [token]
    found += [
        o
        for p in token.children
        if p.lower_ in ("including", "like", "as")
        for o in p.children
        if o.dep_ in ("pobj", "dobj")
    ]
    others = [c for c in token.children if c.dep_ == "appos" and any(p.lower_ == "among" for p in c.lefts)]
    others += [
        o for c in token.children if c.dep_ == "relcl" and c.lemma_ == "include" for o in c.rights if o.dep_ == "dobj"
    ]
    # Of another nation: any others are among those already told of.
    found += [o for o in others if any(t.ent_type_ == "NORP" for t in (o, *o.lefts))]
    if token.lemma_ in CONTAINERS or token.lemma_ in _PROPOSALS or token.lower_ in _SOME or token.like_num:
        found += [
            o
            for p in token.children
            if p.dep_ == "prep" and p.lower_ in ("of", "to", "for")
            for o in p.children
            if o.dep_ == "pobj"
        ]
    return with_conjuncts(found)


def is_its_text(clause: Any) -> bool:
    """Whether a participle tells what the paper before it says: "approved a resolution *condemning* the raid"."""
    return bool(clause.dep_ == "acl" and clause.tag_ == "VBG" and clause.head.lemma_.lower() in classes()["medium"])


def is_told_by(clause: Any) -> bool:
    """Whether a clause with "that" and a subject tells what its noun says: "the allegation, made in May, *that troops fired*"."""
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts)
    return marked and any(c.dep_ in ("nsubj", *PASSIVE) for c in clause.lefts)


def in_statements(verb: Any) -> list[Any]:
    """The infinitive that the parser hangs on the paper it is said in: "threatened in a statement *to seal* the border"."""
    if verb.pos_ != "VERB":
        return []
    papers = [
        o
        for p in verb.children
        if p.dep_ == "prep" and p.lower_ in ("in", "on", "through") and p.i > verb.i
        for o in p.children
        if o.lemma_.lower() in classes()["medium"]
    ]
    return [c for o in papers for c in o.children if c.dep_ == "acl" and c.tag_ == "VB"]
