"""Arcs that the parser gets wrong in news prose time and again, set right before anything is read from the parse.

In: a parsed spaCy Doc. Out: the same Doc with heads and dependencies changed inside sentences: the source after a comma at a sentence's
end ("kidnapped 317 students, police and officials said"), a body
joined with people ("the government and communist rebels"), names in a list ("the UK, the Netherlands and Estonia"), a past tense taken for
a participle ("Britain and 20 allies expelled 100 diplomats, and Moscow retaliated") and the other way round ("the nurses abducted last
week were freed"), the gerund that a verb governs ("ruled out resigning"), who it was that did something, a day of saying ("said on
Monday it would"), those set free, a subject behind a place ("in Juba the army denied it") or behind "after", and an adverb before the
source ("have held him since, officials said"), a day before a name ("on Monday Turkey freed") or behind a clause ("a ship seized last
month was freed"), who did a deed that a noun tells ("the arrest of reporters by the army"), and plurals of titles ("attorneys-general").
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agents
from sayso.annotating.attribution.lexicon import cues
from sayso.annotating.mended_days import SUBJECTS, day_before_noun, day_of_clause, day_of_deed, day_of_saying
from sayso.annotating.mended_objects import mend_objects
from sayso.annotating.mended_sources import mend_source, source_behind
from sayso.annotating.mended_words import mend_word
from sayso.annotating.restored import restore
from sayso.annotating.titles import plurals


def mend(doc: Any) -> None:
    """Set the known faults of a parse right."""
    for sent in doc.sents:
        _first_people(sent)
        restore(sent)
        source_behind(sent)
        for token in sent:
            if (one := plurals().get(token.lower_)) is not None:
                token.tag_, token.pos_, token.lemma_ = "NNS", "NOUN", one
            if token.text == "WHO" and token.pos_ == "PRON" and not sent.text.isupper():
                token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text  # the agency
            mend_objects(token)
            mend_source(token)
            mend_word(token)
            if token.tag_ in ("VBD", "VBN") and token.dep_ in ("amod", "compound"):
                _verb_of_name(token)
            if token.dep_ == "mark" and token.lower_ in ("since", "before"):
                _stranded(token)
            if token.dep_ == "relcl":
                _nearest_name(token)
            if (
                token.tag_ in ("VBD", "VBZ")
                and token.dep_ in ("ROOT", "advcl")
                and token.lemma_.lower() in cues("verb")
            ):
                day_of_deed(token)
            if token.dep_ in ("ccomp", "ROOT") and (token.pos_ == "ADJ" or token.tag_ == "VBN"):
                _cut_subject(token)
            if token.dep_ in ("compound", "nummod", "nmod"):
                day_before_noun(token)
            elif token.dep_ == "prep" and token.lower_ == "by":
                _doer_of_noun(token)
            if token.lower_ in ("persona", "personae"):
                _persona(token)
            elif token.lower_ == "free" and token.pos_ in ("VERB", "ADJ", "ADV"):
                _set_free(token)
            elif token.dep_ == "pobj" and (token.head.dep_ == "mark" or token.head.lower_ in _WHENS):
                _subject_after(token)
            if token.dep_ == "nmod" and (token.lemma_ in _BODIES or _are_people(token)):
                _two_bodies(token)
            elif token.dep_ == "appos" and token.ent_type_ == "GPE":
                _listed(token)
            elif token.dep_ == "acl" and token.tag_ in ("VBN", "VBD"):
                _participle(token)
                _past_tense(token)
            elif token.dep_ == "ccomp" and token.head.lemma_ == "be":
                _cleft(token)
            elif token.dep_ == "ccomp" and token.head.i < token.i and token.head.lemma_.lower() in cues("verb"):
                day_of_saying(token)
            elif token.dep_ == "advcl" and token.tag_ == "VBG":
                _gerund(token)
            elif token.dep_ == "prep" and token.head.pos_ in ("VERB", "AUX") and token.i < token.head.i:
                _second_of_a_place(token)
                day_of_clause(token)
            elif token.dep_ in ("npadvmod", "advmod") and token.i < token.head.i:
                day_of_clause(token)
            elif token.dep_ == "dobj" and token.ent_type_ in _NAMES and token.head.lemma_ in _HANDING:
                if any(c.dep_ == "dobj" and c.i > token.i for c in token.head.rights):
                    token.dep_ = "dative"  # "handed *Ukraine* 14 tanks": of two objects the first is given the second


def _first_people(sent: Any) -> None:
    """ "*Soldiers* drove", "NAIROBI - *Students* marched": people with a capital only from where they stand are no name."""
    for t in sent[:_DATELINE]:
        if t.tag_ != "NNP" or not (t.is_sent_start or t.nbor(-1).text in _DASHES) or not t.text.istitle():
            continue
        word = t.lower_
        one = word[:-3] + "man" if word.endswith("men") else word.removesuffix("s")
        goes_on = t.i + 1 < sent.end and t.nbor(1).pos_ == "PROPN"
        if one != word and one in agents() and not goes_on:
            t.tag_, t.pos_, t.lemma_ = "NNS", "NOUN", one


_DATELINE = 9  # words
_DASHES = frozenset({"-", "--", "\u2013", "\u2014", ":"})


def _verb_of_name(verb: Any) -> None:
    """ "Peru *extradited* rebel leader Ana Rios to Chile, an envoy said": a past tense with a subject is no word of a name."""
    first = verb.head
    while first.dep_ in ("compound", "amod", "nmod", "poss") and first.head.i > first.i:
        first = first.head
    over = first.head
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if doer is None or first.dep_ not in SUBJECTS or not verb.i < first.i < over.i:
        return
    if over.lemma_.lower() not in cues("verb"):
        return
    if any(c.dep_ in SUBJECTS and c.i > first.i for c in over.lefts):  # the name is what it was done to
        for c in list(first.children):
            if c.i < verb.i and c != verb:
                c.head = doer
            elif c.dep_ in ("prep", "npadvmod", "advmod", "advcl") and c.i > first.i:
                c.head = verb
        first.head, first.dep_ = verb, "dobj"
    elif not any(t.text == "," for t in verb.doc[verb.i : first.i]):  # ... or, behind a comma, the one who says it
        return
    verb.head, verb.dep_, verb.tag_, verb.pos_ = over, "ccomp", "VBD", "VERB"


def _two_bodies(first: Any) -> None:
    """ "The Philippine government and communist rebels", "protesters and Berkut officers": two, not rebels of two kinds."""
    second = first.head
    joined = any(c.dep_ == "cc" and c.i > first.i for c in first.children)
    if not joined or second.tag_ != "NNS" or not first.i < second.i <= first.i + 4:
        return
    for c in list(second.children):
        if c.i < first.i:
            c.head = first
    for c in list(first.children):
        if c.dep_ == "conj":
            c.head, c.dep_ = second, "amod" if c.pos_ == "ADJ" else "compound"
    first.head, first.dep_ = second.head, second.dep_
    second.head, second.dep_ = first, "conj"


def _are_people(token: Any) -> bool:
    noun = agents().get(token.lemma_.lower()) if token.tag_ == "NNS" else None
    return noun is not None and noun.kind == "person"


def _nearest_name(verb: Any) -> None:
    """ "A rebuke from *Beijing, which* lodged a protest": a clause behind a name and a comma is about the name."""
    pronoun = next((c for c in verb.lefts if c.tag_ in ("WDT", "WP") and c.dep_ in SUBJECTS), None)
    if pronoun is None or pronoun.i < 2 or pronoun.nbor(-1).text != ",":
        return
    name = pronoun.nbor(-2)
    while name.dep_ in ("compound", "flat") and name.head.i > name.i:
        name = name.head
    inside = name != verb.head and verb.head in name.ancestors and verb not in name.ancestors
    if inside and name.pos_ == "PROPN" and name.ent_type_ in _NAMES and name.dep_ in ("pobj", "dobj", "conj"):
        verb.head = name


_NAMES = frozenset({"GPE", "ORG", "PERSON", "NORP"})


def _cut_subject(adjective: Any) -> None:
    """ "Said *forces loyal to him were* responsible", "said *shells fired from there had* landed": the adjective or participle behind
    a subject is no predicate, the verb behind it is."""
    subject = next((c for c in adjective.children if c.dep_ == "nsubj" and c.i == adjective.i - 1), None)
    if subject is None or any(c.dep_ in ("aux", "auxpass") for c in adjective.children):
        return
    last = adjective.right_edge.i + 1
    verb = adjective.doc[last] if last < adjective.sent.end else None
    if verb is None or verb.tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return
    if verb.dep_ in ("aux", "auxpass"):
        verb = verb.head
    if verb.head != adjective.head or verb.dep_ != "ccomp" or verb.pos_ not in ("AUX", "VERB"):
        return
    if not any(c.dep_ in SUBJECTS for c in verb.children):
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        subject.head, subject.dep_ = verb, "nsubjpass" if passive else "nsubj"
        adjective.head, adjective.dep_ = subject, "acl" if adjective.tag_ == "VBN" else "amod"


def _persona(noun: Any) -> None:
    """ "Declared the envoy *persona non grata*": three foreign words of which the parser makes verbs and places."""
    words = noun.doc[noun.i + 1 : noun.i + 3]
    if len(words) < 2 or words[0].lower_ != "non" or not words[1].lower_.startswith("grata"):
        return
    verb = next((t for t in reversed(noun.doc[noun.sent.start : noun.i]) if t.lemma_ == "declare"), None)
    if verb is None:
        return
    loose: list[Any] = []
    for part in (noun, *words):
        for c in list(part.children):
            if c in (noun, *words):
                continue
            if c.dep_ in SUBJECTS:
                c.head, c.dep_ = verb, "dobj"
            elif c.dep_ == "compound" and noun.head != verb:
                c.head, c.dep_ = noun.head, noun.dep_
            elif c.dep_ in ("conj", "cc", "punct", "prep", "advcl", "acl", "relcl") or c.i > words[-1].i:
                c.head = verb
            else:
                loose.append(c)
    if loose:  # "declared the UN representative persona …": one phrase of the object and its name
        last = max(loose, key=lambda t: t.i)
        for c in loose:
            c.head = last
        last.head, last.dep_ = verb, "dobj"
    noun.head, noun.dep_, noun.pos_, noun.lemma_ = verb, "oprd", "NOUN", "persona"
    for word in words:
        word.head, word.dep_, word.pos_ = noun, "amod", "ADJ"


def _doer_of_noun(by: Any) -> None:
    """ "The arrest *of* three reporters *by* the army": whoever does it belongs to the deed's noun, not to those it is done to."""
    held = by.head
    if held.pos_ in ("NOUN", "PROPN") and held.dep_ == "pobj" and held.head.lower_ == "of":
        deed = held.head.head
        if deed.pos_ == "NOUN" and not any(c.lower_ == "by" for c in deed.children):
            by.head = deed


def _second_of_a_place(prep: Any) -> None:
    """ "In Juba *the army's spokesman*, Colonel Deng, denied it": of two objects of one preposition the second is the verb's subject."""
    verb = prep.head
    held = [c for c in prep.children if c.dep_ == "pobj" and prep.i < c.i < verb.i]
    if len(held) == 2 and not any(c.dep_ in SUBJECTS for c in verb.children):
        held[1].head = verb
        held[1].dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


def _set_free(free: Any) -> None:
    """ "Set the two men free an hour after", "set free ten men": whoever is freed is what is set, and what follows is about the setting."""
    over = free.head.head if free.dep_ == "amod" and free.head.dep_ == "dobj" else free.head
    if over.lemma_ != "set" or over.i > free.i or (over != free.head and free.i != over.i + 1):
        return
    for c in list(free.children):
        if c.dep_ == "nsubj" and over.i < c.i:
            c.dep_ = "dobj"
        c.head = over
    free.head, free.dep_, free.pos_, free.tag_ = over, "oprd", "ADJ", "JJ"


def _subject_after(noun: Any) -> None:
    """ "After *Azerbaijan freed* a soldier": behind a conjunction that the parser takes for a preposition stands the subject."""
    when, verb = noun.head, noun.head.head
    if when.dep_ == "prep":  # "sends troops after a raid *kills* 15"
        verb = next((c for c in verb.rights if c.dep_ == "advcl" and c.i == noun.right_edge.i + 1), noun)
    if verb.tag_ in ("VBD", "VBZ", "VBP") and when.i < noun.i < verb.i:
        if not any(c.dep_ in (*SUBJECTS, "mark") and c != when for c in verb.children):
            noun.head, noun.dep_ = verb, "nsubj"
            if when.dep_ == "prep":
                when.head, when.dep_ = verb, "mark"


_WHENS = frozenset({"after", "before", "as", "since", "until"})


def _gerund(verb: Any) -> None:
    """ "Ruled out resigning": what stands right behind such a verb is what is ruled out, and no clause beside it."""
    over = verb.head
    last = next((c for c in over.children if c.dep_ == "prt" and c.i == over.i + 1), over)
    if (
        over.lemma_ in _OF_GERUNDS
        and verb.left_edge.i == last.i + 1
        and not any(c.dep_ == "dobj" for c in over.children)
    ):
        verb.dep_ = "xcomp"


_OF_GERUNDS = frozenset(
    "rule stop start begin consider deny oppose suspend avoid risk favour favor recommend suggest cease quit resume halt resist".split()
)
_BODIES = frozenset("government army military police opposition parliament coalition navy".split())


def _cleft(verb: Any) -> None:
    """ "It was *Peru that* recalled its envoy": what follows is about the one that it was."""
    be = verb.head
    named = next((c for c in be.rights if c.dep_ == "attr" and c.i < verb.left_edge.i), None)
    about = any(c.dep_ in SUBJECTS and c.lower_ in ("that", "who", "which") for c in verb.lefts)
    if named is not None and about and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in be.lefts):
        verb.head, verb.dep_ = named, "relcl"


def _participle(verb: Any) -> None:
    """ "The nurses *abducted* last week were freed": without an object, behind a subject whose own verb follows, no past tense."""
    noun = verb.head
    if verb.tag_ != "VBD" or noun.dep_ not in SUBJECTS or not noun.i < verb.i < noun.head.i:
        return
    if not any(c.dep_ in (*SUBJECTS, "dobj") for c in verb.children):
        verb.tag_ = "VBN"


def _listed(name: Any) -> None:
    """ "The UK, the Netherlands and Estonia": the second of three countries is no other name of the first."""
    first = name.head
    after = next((t for t in name.subtree if t.dep_ == "conj" and t.i > name.i), None) or next(
        (t for t in first.children if t.dep_ == "conj" and t.i > name.i), None
    )
    if first.ent_type_ == "GPE" and after is not None and after.ent_type_ == "GPE" and _parted(first, name):
        name.dep_ = "conj"


def _parted(first: Any, name: Any) -> bool:
    """Whether nothing but a comma and an article stands between two names."""
    between = first.doc[first.i + 1 : name.i]
    return bool(between) and between[0].text == "," and all(t.lower_ in (",", "the") for t in between)


def _past_tense(verb: Any) -> None:
    """A participle with an object of its own is the verb of the noun before it, where what follows "and" has a verb of its own."""
    first = verb.head
    while first.dep_ == "conj":
        first = first.head
    main = first.head
    if first.dep_ not in ("nsubj", "nsubjpass") or main.i < verb.i or verb.lemma_ in _GIVING:
        return
    after = (*first.children, *main.lefts)
    second = next((c for c in after if c.dep_ in ("conj", "nsubj") and c.i > verb.right_edge.i), None)
    if second is None or not any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children):
        return
    verb.head, verb.dep_, verb.tag_ = main, "ccomp", "VBD"
    first.head = verb
    second.head, second.dep_ = main, "nsubj"
    if verb.head.dep_ == "ROOT" and main == verb.sent.root:
        main.head, main.dep_ = verb, "conj"
        verb.head, verb.dep_ = verb, "ROOT"


_GIVING = frozenset("give award grant offer send deny tell show pay name call elect appoint teach ask".split())


_HANDING = frozenset("give hand lend send sell offer grant pay ship supply donate".split())


def _stranded(mark: Any) -> None:
    """ "Have held him *since*, the aide said": before a comma such a word opens no clause, and what is said stands before it."""
    cue = mark.head
    if mark.i + 1 >= len(mark.doc) or mark.nbor(1).text != "," or cue.lemma_.lower() not in cues("verb"):
        return
    over = cue.head
    if cue.dep_ != "advcl" or over.i > mark.i or not any(c.dep_ == "nsubj" and c.i > mark.i for c in cue.lefts):
        return
    mark.head, mark.dep_ = over, "advmod"
    while over.dep_ == "conj" and over.head.pos_ in ("VERB", "AUX"):
        over = over.head
    cue.head, cue.dep_ = (cue, "ROOT") if over.dep_ == "ROOT" else (over.head, over.dep_)
    over.head, over.dep_ = cue, "ccomp"
