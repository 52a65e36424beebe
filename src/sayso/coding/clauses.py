"""The clause that a word stands in: its verb, the verbs that share its time and place, and what only says which thing is meant.

In: tokens of a parse. Out: tokens over them, or yes and no. :mod:`.anchors` ties times and places to events by these.
"""

from __future__ import annotations

from typing import Any

VERBAL = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass")
# As the parser cuts them: "wo" and "ca" are those of "won't" and "can't".
MODALS = frozenset("will would could should may might can must shall 'll 'd wo ca".split())


def above(token: Any, deps: tuple[str, ...]) -> Any:
    """The word over those of these dependencies; a list of any length costs the same a word."""
    for _ in range(CLIMB):
        if token.dep_ not in deps or token.head == token:
            break
        token = token.head
    return token


CLIMB = 60  # words


def within(root: Any, trigger: Any) -> bool:
    """Whether the words stand in the trigger's own phrase."""
    t = root
    for _ in range(12):
        if t == trigger:
            return True
        if t.head == t or (t.pos_ in VERBAL and t.dep_ in ("relcl", "ccomp", "advcl", "ROOT")):
            return False
        if t != root and t.dep_ == "acl" and t.head != trigger and _says_which(t):
            return False
        t = t.head
    return False


def _says_which(verb: Any) -> bool:
    """Whether a clause says which are meant: "the men *kidnapped* last week were freed", "the visit *planned* for Friday"."""
    return verb.tag_ in ("VBD", "VBN", "VBZ", "VBP") or verb.lemma_ in PLANNING


def is_presupposed(token: Any, cue: int) -> bool:
    """Whether a deed only says which people or things are meant: "the men *kidnapped* last week", "the envoy who was *expelled*"."""
    while token.head != token and token.i != cue:
        modifies = token.dep_ == "relcl" or (token.dep_ == "acl" and token.tag_ in ("VBN", "VBG"))
        if token.head.lemma_.lower() in _WORDS and any(c.lower_ == "that" for c in token.lefts):
            return False  # "the story that soldiers had fired on people", whatever the parser makes of "that"
        if modifies and not any(c.dep_ == "mark" for c in token.children):
            return bool(token.head.i != cue)
        token = token.head
    return False


_WORDS = frozenset(
    "story claim report allegation rumor rumour account suggestion accusation charge assertion news idea".split()
)
PLANNING = frozenset("plan schedule set slate expect due book fix".split())


def governor(token: Any) -> Any:
    """The verb whose clause a word stands in, or the root of its sentence."""
    t = token
    for _ in range(CLIMB):
        if t.pos_ in VERBAL or t.head == t:
            break
        t = t.head
    return t


def clauses(trigger: Any, saying: set[int]) -> list[Any]:
    """The verbs that share the trigger's time and place: its own, those it completes, and those over a noun."""
    verb = trigger if trigger.pos_ in VERBAL else governor(trigger)
    if verb.i in saying and verb != trigger:
        return []
    found = [verb]
    while verb.dep_ in ("xcomp", "conj", "auxpass", "pcomp") and verb.head != verb:
        means = verb.dep_ == "pcomp" and verb.head.lower_ == "by" and verb.head.dep_ == "prep"
        verb = verb.head.head if means else verb.head  # "responded three days later *by* expelling two envoys"
        if verb.pos_ in VERBAL:
            if verb.i in saying and not means:
                break
            found.append(verb)
    found += [c for c in found[0].children if c.dep_ == "xcomp"]
    return found


def cut_off_after(verb: Any) -> Any:
    """The "after" of a clause whose subject the parser hangs on it: "met a month *after* a clash near the bridge killed five"."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBD" or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    for link in (*verb.lefts, *verb.head.rights):
        if (
            link.i < verb.i
            and link.lower_ == "after"
            and link.dep_ == "prep"
            and any(o.dep_ == "pobj" for o in link.children)
        ):
            return link if link.right_edge.i + 1 == verb.i else None
    return None


def is_grounds(noun: Any) -> bool:
    """Whether a deed is only what another was done for, or what something shows: "in reply to the *raid*", "over the *arrest*",
    "rallied against the *killing*", "released a video of the *killing*"."""
    if noun.dep_ != "pobj" or noun.pos_ in VERBAL:
        return False
    link, over = noun.head, noun.head.head
    if link.lower_ in ("to", "for"):
        return over.lemma_.lower() in _ANSWERS
    if link.lower_ in ("of", "into", "about", "from", "showing"):
        shown = (over, *(c for c in over.children if c.dep_ == "dobj")) if over.pos_ in VERBAL else (over,)
        return any(t.lemma_.lower() in _SHOWS for t in shown)  # "opened an inquiry on Monday into the shelling"
    if link.lower_ == "against":
        return over.lemma_.lower() in _PROTESTS
    return link.lower_ in ("over", "following", "despite", "since") and over.pos_ in VERBAL


_ANSWERS = frozenset(
    "response retaliation reply answer reaction reprisal revenge return apology compensation responsibility".split()
)
_SHOWS = frozenset(
    """video footage film clip recording tape picture photograph photo image anniversary evidence proof detail account inquiry enquiry
    investigation probe map list record""".split()
)
_PROTESTS = frozenset("protest protester demonstration demonstrate rally march complain complaint".split())


BEFORE_NOUNS = ("compound", "nummod", "amod", "nmod", "npadvmod", "poss")


def only_compares(root: Any) -> bool:
    """Whether a time says since when nothing was like it: "the first clash since 1975"."""
    over = root.head
    if over.lower_ != "since" or over.dep_ != "prep":
        return False
    return any(t.tag_ in ("JJS", "RBS") or t.lower_ in _RANKED for t in over.head.lefts)


_RANKED = frozenset("first second third only".split())


def of_another_noun(root: Any, trigger: Any) -> bool:
    """Whether a time only says which thing is meant: "the *July* meeting", "*Friday's* attack"."""
    t = root
    while t.dep_ in BEFORE_NOUNS and t.head != t:
        t = t.head
        if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ not in ("DATE", "TIME"):
            return bool(t != trigger)
    return False


def is_said_beside(cue: Any) -> bool:
    """Whether a verb of saying stands in a clause about a thing that is said of it and does not speak: "the vote, which the party
    *says* was stolen"."""
    if not any(v.dep_ == "relcl" for v in (cue, cue.head)):
        return False
    subject = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    return subject is not None and subject.tag_ not in ("WDT", "WP")
