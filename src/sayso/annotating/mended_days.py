"""Days that the parser hangs on the wrong word: "on Monday *Turkey* freed", "in 2009 *soldiers* shot", "said *on Monday* it would",
"*on Tuesday*, the ministry said", "a ship that was seized *last month* has been released", "denied on Monday *reports* that".

In: a token of a parsed spaCy Doc, called by :mod:`.mended`. Out: the same Doc, with the day under the verb that it is of.
"""

from __future__ import annotations

import re
from typing import Any

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def day_before_noun(token: Any) -> None:
    """A day or year taken for a word of the noun behind it."""
    if token.dep_ == "nummod":
        _year_before_noun(token)
    if token.ent_type_ == "DATE" and not _day_before_object(token):
        _day_before_name(token)


def _day_before_object(day: Any) -> bool:
    """ "Denied on *Monday reports* that": a day is no word of what the verb before it is done to; whether it was so."""
    on = day.nbor(-1) if day.i > day.sent.start else day
    noun = day.head
    while noun.dep_ in ("compound", "amod", "nmod") and noun.head.i > noun.i:
        noun = noun.head
    verb = on.head
    if on.lower_ != "on" or noun.dep_ != "pobj" or noun.head != on or verb.pos_ != "VERB" or verb.i > on.i:
        return False
    if (
        noun.ent_type_ in _WHEN
        or noun.lower_ in _HOURS
        or any(c.dep_ in ("dobj", "ccomp", "auxpass") for c in verb.children)
    ):
        return False
    if day.i + 1 < len(day.doc) and day.nbor(1).ent_type_ == "DATE":
        return False
    for t in [*day.children]:
        t.head = noun
    day.head, day.dep_ = on, "pobj"
    noun.head, noun.dep_ = verb, "dobj"
    return True


_HOURS = frozenset("morning afternoon evening night dawn noon midnight midday week month weekend".split())


def _day_before_name(word: Any) -> None:
    """ "On *Monday Turkey* freed two men", "On *13 May rebels* met": a day is no word of the noun behind, which is the verb's subject."""
    on, first = word, word.i
    while on.i > on.sent.start and (on == word or on.ent_type_ == "DATE" or on.tag_ == "CD"):
        first, on = on.i, on.nbor(-1)
    noun = word.head
    while noun.ent_type_ == "DATE" and noun.head != noun:
        noun = noun.head
    if on.lower_ != "on" or noun.i < word.i or noun.ent_type_ in _WHEN:
        return
    date = [t for t in word.doc[first : noun.i] if t.ent_type_ == "DATE" or (t.tag_ == "CD" and t.i <= word.i)]
    if date[2:] and not _YEAR.fullmatch(date[2].text):  # "on 9 April *40 soldiers*"
        date = date[:2]
    own = word.doc[date[-1].i + 1 : noun.i]
    if date[-1].i - first + 1 != len(date) or not all(t.tag_ == "CD" or noun.is_ancestor(t) for t in own):
        return
    verb = on.head if noun.dep_ == "pobj" and noun.head == on else noun.head
    if verb.pos_ not in ("VERB", "AUX") or verb.i < noun.i or not (noun.head == on or noun.dep_ in SUBJECTS):
        return
    if any(c.dep_ in SUBJECTS and c != noun for c in verb.children):
        return
    day = next((t for t in date if t.tag_ != "CD"), date[0])
    for t in (t for t in own if t.head in date):
        t.head = noun
    for t in date:
        t.head, t.dep_ = (on, "pobj") if t == day else (day, "nummod")
    noun.head = verb
    noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


def _year_before_noun(year: Any) -> None:
    """ "In *2009 soldiers* shot the president": a year is no number of those behind it, who are the verb's subject."""
    noun = year.head
    verb, on = noun.head.head, noun.head
    if (
        not _YEAR.fullmatch(year.text)
        or on.lower_ != "in"
        or noun.dep_ != "pobj"
        or year.i != on.i + 1
        or noun.i != year.i + 1
        or verb.i < noun.i
    ):
        return
    if verb.pos_ in ("VERB", "AUX") and not any(c.dep_ in SUBJECTS for c in verb.children):
        year.head, year.dep_, year.ent_type_ = on, "pobj", "DATE"
        noun.head = verb
        noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


_YEAR = re.compile(r"(?:18|19|20)\d\d")
_WHEN = frozenset({"DATE", "TIME"})


def day_of_saying(verb: Any) -> None:
    """ "Said on Monday it would": a day between the verb of saying and the subject of what is said is the day of saying."""
    cue = verb.head
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or any(c.dep_ == "mark" and c.i < subject.i for c in verb.children):
        return
    for c in list(verb.children):
        if cue.i < c.i and c.right_edge.i == subject.left_edge.i - 1 and c.dep_ in ("prep", "npadvmod"):
            day = c if c.dep_ == "npadvmod" else next((o for o in c.children if o.dep_ == "pobj"), c)
            if day.ent_type_ in ("DATE", "TIME"):
                c.head = cue


def day_of_deed(cue: Any) -> None:
    """ "Sent troops into the town, *on Tuesday*, the ministry said": a day before the speaker is that of what is said."""
    source = next((c for c in cue.lefts if c.dep_ == "nsubj"), None)
    told = cue.head if cue.dep_ == "advcl" else next((c for c in cue.lefts if c.dep_ == "ccomp"), None)
    if source is None or told is None or told.i > source.i:
        return
    for c in list(cue.lefts):
        if c.dep_ in ("prep", "npadvmod") and told.i < c.i < source.left_edge.i:
            day = c if c.dep_ == "npadvmod" else next((o for o in c.children if o.dep_ == "pobj"), c)
            if day.ent_type_ in ("DATE", "TIME"):
                c.head = told


def day_of_clause(day: Any) -> None:
    """ "A ship that was seized *last month* has been released": a day behind the clause on the subject is that of the clause."""
    verb = day.head
    when = day if day.dep_ in ("npadvmod", "advmod") else next((o for o in day.children if o.dep_ == "pobj"), day)
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or when.ent_type_ not in _WHEN or day.left_edge.i != subject.right_edge.i + 1:
        return
    clause = next((c for c in reversed(list(subject.rights)) if c.dep_ in ("relcl", "acl")), None)
    if clause is not None and clause.right_edge.i == subject.right_edge.i:
        day.head = clause
