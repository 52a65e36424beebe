"""Which group "the movement", "the militia", "the rebels" are: that named before, or that of whoever was spoken of last; which state "its
neighbour" is.

In: the mentions before a definite noun. Out: the group as a party, or None.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import word_list
from sayso.annotating.actors.pronouns import IT, REACH
from sayso.annotating.actors.reference import are_apart
from sayso.knowledge.states import state_name
from sayso.model import Actor


def band_meant(doc: Any, sentence: dict[int, int], earlier: list[Actor], m: Actor, noun: Any) -> Actor | None:
    """Which group "the movement" is: that named last, or that of whoever was spoken of last."""
    near = (a for a in reversed(earlier) if 0 <= sentence[noun.i] - sentence[a.head] <= REACH)
    named = next((a for a in near if a.kind == "group" and a.head < noun.i and not are_apart(doc[a.head], noun)), None)
    return named or band_spoken_for(sentence, earlier, m, noun)


def band_spoken_for(sentence: dict[int, int], earlier: list[Actor], m: Actor, token: Any) -> Actor | None:
    """ "The movement", "the rebels" after "Hamas spokesman Sami Abu Zuhri": the band of whoever of one was spoken of last."""
    fighters = m.sector in ("REB", "PRM", "UAF", "CRM") and token.tag_ in ("NNS", "NNPS")
    lemma, one = token.lemma_.lower(), token.tag_ in ("NN", "NNP")
    band = lemma in word_list("bands") and one
    body = lemma in word_list("bodies") | word_list("bodies_of_people") and one
    if not (fighters or band or body) or any(
        c.dep_ in ("amod", "compound", "nmod", "prep", "relcl") for c in token.children
    ):
        return None
    near = [a for a in reversed(earlier) if a.side and 0 <= sentence[token.i] - sentence[a.head] <= REACH]
    spoken = next((a for a in near if a.kind in ("person", "generic") and a.code), None)
    if body and (told := next((a for a in near if lemma in (a.side or "").lower().split()), None)) is not None:
        return as_side(told)  # "the mission" after "UNMISS spokesman Joe Contreras"
    if (
        spoken is None
        or not (fighters or band)
        or spoken.side == state_name(spoken.code or "")
        or spoken.sector in ("MIL", "LEG", "JRN", "COP")
    ):
        return None
    return as_side(spoken) if band or spoken.sector in ("REB", "PRM", "CRM") else None


def as_side(a: Actor) -> Actor:
    """The state, group or body on whose side somebody is, as a party of its own."""
    side, code = a.side or "", a.code or ""
    state = side == state_name(code)
    kind: Any = "state" if state else "group" if a.sector in ("REB", "PRM", "CRM") else "organization"
    sector, entity = "GOV" if state else a.sector, f"{side.casefold()}|{code}"
    return Actor(a.start, a.end, a.text, side, code=code, sector=sector, entity=entity, kind=kind, head=a.head)


def neighbour_of(owner: Actor, earlier: list[Actor]) -> str | None:
    """The code of the one other state that was told of: "Pakistan downgraded ties with *its neighbour*"."""
    if owner.kind not in ("state", "pronoun") and owner.side != state_name(owner.code or ""):
        return None
    named = {a.code for a in earlier if a.kind == "state" and a.code != owner.code}
    named = named or {a.code for a in earlier if a.code != owner.code and a.side and a.side == state_name(a.code or "")}
    return named.pop() if len(named) == 1 else None


def is_of_state(owner: Actor) -> bool:
    """Whether "its" is a state's."""
    return owner.sector == "GOV" and (owner.kind == "state" or (owner.kind == "pronoun" and owner.text.lower() in IT))
