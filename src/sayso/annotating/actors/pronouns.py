"""Pronouns: which stand for somebody, and for whom of those named before.

In: a pronoun's token and the earlier mentions. Out: the antecedent by agreement, nearness and grammatical role: the subject
of the nearest clause or sentence that agrees wins.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.fates import is_caught, is_dead, is_freed, is_hurt, is_tried
from sayso.annotating.actors.genders import gender, of_pronoun
from sayso.annotating.actors.lexicon import agent, word_list
from sayso.annotating.actors.reported import accused, robbed, speaker, told_of
from sayso.annotating.attribution.lexicon import cues
from sayso.model import Actor

HE = {"he", "she", "him", "her", "his", "hers", "himself", "herself"}
IT = {"it", "its", "itself"}
THEY = {"they", "them", "their", "theirs", "themselves"}
REACH = 3  # sentences back in which a pronoun's antecedent is looked for


def is_expletive(token: Any) -> bool:
    """ "It is likely that …", "made it clear that …": a pronoun that stands for nobody."""
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "expl", "nsubjpass", "dobj"):
        return False
    verb = token.head
    if token.dep_ == "expl" or verb.lemma_ in ("rain", "snow") or verb.pos_ == "ADJ":
        return True
    a_clause = any(
        c.dep_ in ("ccomp", "csubj", "xcomp", "advcl", "oprd", "acomp") and c.i > token.i for c in verb.children
    )
    if verb.lemma_ in ("call", "describe", "regard", "see") and token.dep_ in ("dobj", "nsubj") and token.i > verb.i:
        return True
    if verb.lemma_ in ("make", "find", "consider", "think") and token.i > verb.i:
        return a_clause
    if verb.lemma_ in ("be", "seem", "appear", "remain", "become"):
        said = next((c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")), None)
        return _says_nothing_of(verb) if said is None else said.lemma_.lower() in word_list("impersonal")
    if verb.lemma_ == "take" and token.i < verb.i:
        return a_clause and any(c.ent_type_ in _SPANS for c in verb.children)
    return token.dep_ == "nsubjpass" and verb.lemma_ in word_list("thought")


def _says_nothing_of(verb: Any) -> bool:
    """Whether "it is", "it seems" has nothing beside it but what the rest of the sentence tells: "it was in Geneva that they met"."""
    after = [c for c in verb.children if c.i > verb.i and c.pos_ != "PUNCT"]
    if verb.lemma_ in ("seem", "appear"):
        return not any(c.dep_ == "xcomp" for c in after)  # "it appeared to have been hit"
    if any(c.dep_ in ("ccomp", "csubj", "xcomp", "advcl", "relcl") for c in after):
        return True
    where = next((c for c in after if c.dep_ in ("prep", "advmod")), None)
    return where is None or any(t.ent_type_ in _SPANS for t in where.subtree)


_SPANS = frozenset({"DATE", "TIME"})
_BOUND = frozenset({"pronoun", "person", "group", "organization", "state"})  # who is one wherever named


_STRICKEN = word_list("stricken") - {"accused", "condemned"}


def _agrees(pronoun: Any, a: Actor, head: Any) -> bool:
    word = pronoun.lower_
    singular = head.tag_ not in ("NNS", "NNPS") and head.lower_ not in _STRICKEN
    if word in HE:
        return (
            a.kind == "person"
            or (a.kind == "pronoun" and a.sector is not None and (a.text.lower() in HE or _is_one_of(head)))
            or (a.kind == "generic" and singular and (_is_person(head) or is_national(head)))
        )
    if word in IT:
        return (
            a.kind in ("group", "organization", "state")
            or (a.kind == "generic" and singular and not _is_person(head))
            or (a.kind == "pronoun" and a.text.lower() in IT)
        )
    return (
        a.kind in ("group", "collective")
        or not singular
        or bool(head.conjuncts and a.kind in ("state", "person", "organization"))
        or (a.kind == "pronoun" and a.text.lower() in THEY)
        or (a.kind == "organization" and singular and head.lemma_.lower() not in word_list("weapons"))
    )


def _is_people(head: Any) -> bool:
    noun = agent([head.lemma_.lower()], head.lemma_.lower())
    return noun is not None and noun.kind == "person"


def _is_one_of(head: Any) -> bool:
    """ "One of them"."""
    return bool(head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ == "one")


def _is_person(head: Any) -> bool:
    noun = agent([head.lower_], head.lemma_)
    return noun is not None and noun.kind in ("person", "spokesperson")


def root_of(doc: Any, a: Actor) -> Any:
    """The word of a name by which it stands in its sentence: "*Committee* of the Red Cross"."""
    head = doc[a.head]
    while head.dep_ == "pobj" and head.head.head.idx >= a.start and head.head.head.pos_ == "PROPN":
        head = head.head.head
    return head


def is_national(head: Any) -> bool:
    """ "The American", "a Dane": somebody of whom only the nation is told."""
    told = head.ent_type_ == "NORP" and head.tag_ in ("NN", "NNP", "JJ") and head.dep_ not in ("amod", "compound")
    return told and any(c.lower_ in ("the", "a", "an") for c in head.lefts)


def antecedent(doc: Any, sentence: dict[int, int], earlier: list[Actor], pronoun: Any) -> Actor | None:
    """The best earlier mention that agrees: subjects before others, the nearest sentence first."""
    here = sentence[pronoun.i]
    if pronoun.tag_ == "PRP$":  # "patrols of *their* armies" are not whose they are
        around = _around(pronoun)
        earlier = [a for a in earlier if a.head not in around]
    if pronoun.lower_.endswith(("self", "selves")):
        own = {c.i for c in clause(pronoun).children if c.dep_ in ("nsubj", "nsubjpass") and c.i < pronoun.i}
        subject = next((a for a in reversed(earlier) if a.head in own), None)
        if subject is not None:
            return subject
    best: tuple[float, Actor] | None = None
    near = [a for a in earlier if sentence[a.head] == here]
    robbed_one, other_than = robbed(pronoun, near)
    if robbed_one < 0:
        other_than = max(_asker(pronoun), told_of(pronoun, near))
    controller = robbed_one
    if robbed_one < 0 and other_than < 0:
        controller = max(_judged(pronoun), _driven(pronoun), accused(pronoun))
    controller = controller if controller >= 0 or other_than >= 0 else _controller(pronoun)
    (says_so, trust), sex = speaker(pronoun), of_pronoun(pronoun.lower_)
    freed = pronoun.tag_ == "PRP$" and pronoun.head.lemma_.lower() in word_list("of_captives")
    let_go = _is_let_go(pronoun)
    some = _those(pronoun)
    held = is_caught(some) or is_freed(some)
    bound = {a.entity for a in near if pronoun.dep_ == "dobj" and a.head < pronoun.i and _binds(pronoun, doc[a.head])}
    force = _force_at_work(pronoun, near)
    done = "giving" if pronoun.dep_ == "dative" else "moving_people" if pronoun.dep_ == "dobj" else "harming"
    moved = pronoun.lower_ == "them" and pronoun.head.lemma_.lower() in word_list(done)
    tried = pronoun.tag_ == "PRP$" and pronoun.head.lemma_.lower() in word_list("of_the_accused")
    says = is_said_by(pronoun)
    content = told_before(pronoun) if says else frozenset()
    for a in earlier:
        head = root_of(doc, a)
        distance = here - sentence[a.head]
        if distance > REACH or a.head >= pronoun.i or not _agrees(pronoun, a, head):
            continue
        if _reports(a, head) and (distance > 0 or pronoun.lower_ in THEY):
            continue
        if (distance == 0 and _binds(pronoun, head)) or (a.kind in _BOUND and a.entity in bound):
            continue
        score = -1.6 * distance + salience(head) - 0.002 * (pronoun.i - a.head)
        if distance == 0 and pronoun.tag_ != "PRP$" and head.i > pronoun.sent.start and _same_clause(head, pronoun):
            score -= 1.5
        if pronoun.lower_ in THEY and a.kind in ("organization", "state") and head.tag_ in ("NN", "NNP"):
            score -= 0.0 if head.conjuncts else 3.0  # one body is "they" only where no people are
        if sex is not None and (known := gender(a, head)) is not None:
            score += (0.0 if a.kind == "pronoun" else 1.0) if known == sex else -5.0
        if distance == 0 and head.i == controller:
            score += 2.5
        if distance == 0 and head.i == says_so:
            score += trust
        if distance == 0 and other_than in (head.i, head.head.i if head.dep_ == "appos" else head.i):
            score -= 3.0
        if force is not None and a.sector == force:
            score -= 1.0
        if moved and a.sector in ("REF", "CVL", "AGR", "LAB", "MIL", "COP"):
            score -= 0.8 if a.sector in ("MIL", "COP") else -1.0
        if freed and distance <= 1 and is_caught(head):
            score += 2.0
        if held and head.tag_ != "NNP" and (is_caught(head) or is_freed(head)):
            score += 2.0  # "Gunmen released two engineers. They were abducted in June."
        elif held and is_hurt(head):
            score += 1.5  # "Police beat marchers. Many of them were later freed."
        if tried and is_tried(head):
            score += 2.5
        if let_go and is_caught(head):
            score += 3.0
        if a.kind == "pronoun" and a.text.lower()[0] == pronoun.lower_[0]:
            score += 0.8
        if says:
            score += 1.2 if is_said_by(head) and a.kind != "pronoun" else 0.0
            score -= 3.0 if head.i in content or is_dead(head) else 0.0  # who speaks is none of those he tells of
        if best is None or score >= best[0]:
            best = score, a
    return best[1] if best else None


def _around(pronoun: Any) -> set[int]:
    """The nouns of whose phrases a possessive is part, no further than "who"; "the premier and *his* minister" are two."""
    found: set[int] = set()
    token = pronoun
    while token.head != token and token.dep_ != "relcl":
        if token.dep_ == "conj":
            while token.dep_ == "conj" and token.head != token:
                token = token.head
            continue
        token = token.head
        if token.pos_ in ("NOUN", "PROPN"):
            found.add(token.i)
    return found


def _force_at_work(pronoun: Any, near: list[Actor]) -> str | None:
    """The sector of the police or soldiers who do something with others: "a warder told them to go home"."""
    if pronoun.lower_ != "them":
        return None
    doer = _doer(clause(pronoun))
    return next((a.sector for a in near if a.head == doer and a.sector in ("COP", "MIL")), None)


def _reports(a: Actor, head: Any) -> bool:
    """Whether an outlet is only who says so: "Reuters", "state television said"."""
    if a.sector != "JRN" or a.kind == "person":
        return False
    says = head.dep_ == "nsubj" and head.head.lemma_.lower() in cues("verb")
    return says or head.dep_ == "pobj" or (a.identifier_text or "")[:1].isupper()


def _judged(pronoun: Any) -> int:
    """The token of who is praised or blamed for his own: "Blair congratulated Putin on his victory"; -1 if none."""
    preposition = pronoun.head.head
    if pronoun.tag_ != "PRP$" or pronoun.head.dep_ != "pobj" or preposition.lower_ not in ("on", "for", "of", "over"):
        return -1
    verb = preposition.head
    if verb.dep_ in ("pobj", "dobj"):
        verb = verb.head
    if verb.lemma_.lower() not in word_list("judging"):
        return -1
    return next((int(c.i) for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i < pronoun.i), -1)


def _driven(pronoun: Any) -> int:
    """The token of who is driven off, or robbed of, his own: "chased farmers from *their* land"; -1 if none."""
    if pronoun.tag_ != "PRP$" or pronoun.head.dep_ != "pobj":
        return -1
    preposition = pronoun.head.head
    verb = preposition.head
    if preposition.lower_ == "of" and verb.dep_ in ("prep", "prt", "advmod"):  # "out of their homes"
        verb = verb.head
    if preposition.lower_ not in ("from", "of", "off") or verb.lemma_.lower() not in word_list("driving_out"):
        return -1
    return next((int(c.i) for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i < pronoun.i), -1)


def is_said_by(head: Any) -> bool:
    """Whether a verb of saying is somebody's: "the minister said", "it denied", "a delegate, *Ana Rios*, said"."""
    while head.dep_ in ("appos", "conj"):
        head = head.head
    return bool(head.dep_ == "nsubj" and head.head.lemma_.lower() in cues("verb") and head.head.pos_ == "VERB")


def told_before(pronoun: Any) -> frozenset[int]:
    """The tokens of what is told before its verb of saying: "*Soldiers had shot a sergeant*, he said"."""
    verb = pronoun.head
    clauses = [c for c in verb.lefts if c.dep_ == "ccomp"]
    clauses += [verb.head] if verb.dep_ == "parataxis" else []
    return frozenset(t.i for c in clauses for t in c.subtree if t.i < pronoun.i)


def _is_let_go(pronoun: Any) -> bool:
    """Whether somebody is told to have been freed: "*he* had been set free", "freed *him*"."""
    verb = pronoun.head
    free = verb.lemma_ in ("release", "free", "liberate") or any(c.lower_ == "free" for c in verb.children)
    return free and (pronoun.dep_ == "nsubjpass" or (pronoun.dep_ == "dobj" and pronoun.lower_ != "it"))


def _those(pronoun: Any) -> Any:
    """The number or the like of which a pronoun says of whom: "*many* of them were freed"."""
    some = pronoun.head.head if pronoun.dep_ == "pobj" and pronoun.head.lower_ == "of" else pronoun
    return some if some.pos_ in ("NUM", "ADJ", "DET", "PRON", "NOUN") else pronoun


def _controller(pronoun: Any) -> int:
    """The token that does what a possessive's infinitive says: "the bloc asked Hungary to withdraw its law"; -1 if none."""
    if pronoun.tag_ != "PRP$":
        return _asked(pronoun)
    verb = clause(pronoun)
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if own is not None and own.i < pronoun.i:
        of_who = own.tag_ in ("WP", "WDT") and verb.dep_ == "relcl"  # "herders who had lost their goats"
        return int(verb.head.i if of_who else own.i)
    if verb.dep_ in ("acl", "ccomp") and verb.head.pos_ == "NOUN":  # "Kenya's admission that its jets …"
        return next((int(c.i) for c in verb.head.children if c.dep_ == "poss" and c.i < pronoun.i), -1)
    if verb.dep_ in ("xcomp", "ccomp") and verb.head.pos_ == "VERB":
        told = next((c for c in verb.head.children if c.dep_ in ("dobj", "dative") and c.i < verb.i), None)
        if told is not None and verb.lemma_.lower() in word_list("doing_for"):
            if pronoun.head.dep_ == "dobj" and pronoun.head.lemma_.lower() not in word_list("own_foes"):
                told = next((c for c in verb.head.children if c.dep_ == "nsubj"), told)
        return int(told.i) if told is not None else -1
    return -1


def _asked(pronoun: Any) -> int:
    """The token of who is asked why "it" did something, or told what it may do: "Chile asked Bolivia to explain why it had shelled a
    village", "told drivers that they could go"; -1 if none."""
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or pronoun.head.dep_ not in ("ccomp", "advcl"):
        return -1
    told = pronoun.head.head
    if told.lemma_.lower() in word_list("instructing") and any(c.lower_ in _MUST for c in pronoun.head.children):
        heard = next((c for c in told.children if c.dep_ in ("dobj", "dative") and c.i < pronoun.i), None)
        return -1 if heard is None or heard.lemma_.lower() in word_list("listeners") else int(heard.i)
    if told.dep_ != "xcomp" or told.head.pos_ != "VERB":
        return -1
    return next((int(c.i) for c in told.head.children if c.dep_ in ("dobj", "dative") and c.i < told.i), -1)


_MUST = frozenset({"could", "must", "should", "may", "can", "need", "might"})


def _asker(pronoun: Any) -> int:
    """The token that asks for, or brings about, what befalls another: "the envoy called for his release"; -1 if none."""
    befallen = pronoun.head
    if pronoun.tag_ != "PRP$":
        return -1
    verb = clause(pronoun)
    whole = (
        befallen.head.head if befallen.dep_ == "pobj" and befallen.head.lower_ == "of" else befallen
    )  # "four of its men"
    harmed = verb.lemma_.lower() in word_list("harming")
    harmed = harmed or (verb.lemma_.lower() in word_list("freeing") and _is_people(befallen))
    if harmed and whole.dep_ == "dobj" and whole.head == verb:
        if befallen.lemma_.lower() in word_list("own_foes"):
            return -1
        return next((int(c.i) for c in verb.children if c.dep_ == "nsubj" and c.i < pronoun.i), -1)
    if befallen.lemma_.lower() not in word_list("befalling"):
        return -1
    told = verb.lemma_.lower() in word_list("telling") and befallen.lemma_.lower() in word_list("mourned")
    if not told and verb.lemma_.lower() not in word_list("bringing_about"):
        return -1
    return next((int(c.i) for c in verb.children if c.dep_ == "nsubj" and c.i < pronoun.i), -1)


def _binds(pronoun: Any, head: Any) -> bool:
    """An object pronoun does not stand for the subject of its own clause."""
    object_of = pronoun.dep_ in ("dobj", "pobj", "dative") or pronoun.lower_ in ("him", "them")  # "called *him* a liar"
    if not object_of or pronoun.lower_.endswith("self"):
        return False
    while head.dep_ == "conj":
        head = head.head
    while head.dep_ == "appos":
        head = head.head
    return bool((head.dep_ == "nsubj" and clause(pronoun) == clause(head)) or head.i == _doer(clause(pronoun)))


def _doer(verb: Any) -> int:
    """The token that does what a verb says, also where it is only implied: "accused the state of failing her"; -1 if none."""
    for _ in range(5):
        own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if own is not None:
            return int(own.i)
        above = verb.head
        if verb.dep_ == "pcomp":
            above = above.head
        if verb.dep_ in ("xcomp", "pcomp"):
            told = next((c for c in above.children if c.dep_ in ("dobj", "dative") and c.i < verb.i), None)
            if told is not None:
                return int(told.i)
        if verb.dep_ not in ("xcomp", "pcomp", "advcl", "conj"):
            return -1
        verb = clause(above)
    return -1


def clause(token: Any) -> Any:
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _same_clause(a: Any, b: Any) -> bool:
    return bool(clause(a) == clause(b))


def salience(head: Any) -> float:
    token = head
    while token.dep_ in ("conj", "appos"):
        token = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "agent"):
        return 1.5 if clause(token).dep_ in ("ROOT", "ccomp", "conj") else 1.1
    if token.dep_ in ("dobj", "attr"):
        return 0.7
    if token.dep_ == "poss":
        return 0.4
    return 0.3
