"""Which mentions a trained coder would record: words and plans that no side of politics or conflict stands behind are left out.

In: the event mentions of an article. Out: those that deserve a record. `relate` asks about two given mentions and does not come here.
"""

from __future__ import annotations

from sayso.coding.arguments import objects, subjects
from sayso.coding.extraction import Mention
from sayso.coding.frames import classes
from sayso.coding.phrases import NOBODY
from sayso.coding.sides import side
from sayso.model import Actor

# Words and deeds of goodwill are somebody's; what nobody in the text asks, offers or threatens is no event.
_NEEDS_A_DOER = frozenset({"AGREE", "CONSULT", "COOPERATE", "MOBILIZE", "REQUEST", "SUPPORT", "THREATEN"})
_PRESS = frozenset(
    {"radio", "television", "tv", "newspaper", "channel", "news", "magazine", "weekly", "daily", "broadcaster"}
)
_OF_STATE = frozenset({"GOV", "MIL", "LEG"})
_FIGHTING = frozenset({"REB", "UAF", "PRM", "CRM", "SEP"})


def recorded(found: list[Mention]) -> list[Mention]:
    """The mentions worth a record; those that refer back ("the meeting") are kept for merging."""
    return [m for m in found if m.definite or not any(idle(m) for idle in _IDLE)]


def _is_denial(m: Mention) -> bool:
    """ "The army dismissed the claim": a charge of nobody named is denied, and nothing but words about a deed has happened."""
    if (
        m.recipients
        or m.event not in ("REJECT", "ACCUSE")
        or m.head.lemma_ not in ("reject", "dismiss", "refute", "rubbish")
    ):
        return False
    return any(o.lemma_.lower() in classes()["accusation"] | classes()["report"] for o in objects(m.head, ()))


def _is_disowned(m: Mention) -> bool:
    """ "Said that none of its units was responsible": who is not to blame is accused of nothing."""
    spoken = m.frame is not None and any(path == ("speaker",) for joint in m.frame.actor for path in joint)
    return m.event == "ACCUSE" and spoken and "negation" in m.auxiliary


def _is_plea(m: Mention) -> bool:
    """ "Pleaded not guilty" admits nothing."""
    return m.head.lemma_ == "plead" and any(t.dep_ == "neg" and t.head.dep_ == "acomp" for t in m.head.subtree)


def _is_failure(m: Mention) -> bool:
    """ "Failed to protect civilians": good that was not done."""
    return m.event in _GOOD and m.head.dep_ == "xcomp" and m.head.head.lemma_ in ("fail", "neglect")


def _is_of_somebody_else(m: Mention) -> bool:
    """ "Looking for a man accused of spying", "rebels backed by Iran", "residents flee": who somebody is, and no act of anybody's."""
    if m.event == "SUPPORT" and m.head.dep_ == "acl" and m.head.tag_ == "VBN":
        return any(a.head == m.head.head.i and a.sector in _FIGHTING for a in m.recipients)
    if m.actors:
        return False
    if m.event == "ACCUSE":
        return m.head.dep_ in ("acl", "amod", "advcl") and m.head.tag_ == "VBN"
    return bool(m.head.lemma_ == "flee")


def _is_reporting(m: Mention) -> bool:
    """ "A commander contacted by AFP": journalists at their work hold no consultations."""
    parties = (*m.actors, *m.recipients)
    return m.event == "CONSULT" and any(
        a.sector == "JRN" or (a.kind == "organization" and a.text.split()[-1].lower() in _PRESS) for a in parties
    )


def _is_at_home(m: Mention) -> bool:
    """ "The president visited Lyon": who travels in his own country is nobody's guest."""
    if m.event != "CONSULT" or "visit" not in m.mode or not m.recipients:
        return False
    return len({side(a) for a in (*m.actors, *m.recipients)}) == 1 and all(a.kind == "state" for a in m.recipients)


def _nobodys(m: Mention) -> bool:
    harmless = m.event == "ASSAULT" and m.answers == "denies"  # "denied that anybody had been hurt"
    return not m.actors and (m.event in _NEEDS_A_DOER or harmless)


def _only_meant(m: Mention) -> bool:
    """ "Worked to support students": what somebody means to do, by no condition or modal, where no two sides are concerned."""
    meant = "hypothetical" in m.auxiliary and not m.reasons & {"condition", "hedge"}
    return meant and len(_sides([*m.actors, *m.recipients])) < 2


def _sides(parties: list[Actor]) -> set[tuple[str, str]]:
    return {
        (a.code, a.sector) for a in parties if a.code and a.sector and (a.kind != "person" or a.sector in _OF_STATE)
    }


def _is_a_game(m: Mention) -> bool:
    """ "Chelsea shot down Arsenal with three goals": what players do to each other, where nothing of war, crime or state stands beside."""
    words = {t.lemma_.lower() for t in m.sentence}
    if words & classes()["bloodshed"]:
        return False
    played = any(t.lemma_.lower() in classes()["game"] and t.pos_ == "NOUN" for t in m.sentence)
    goals = any(t.lemma_ == "goal" and any(c.dep_ == "nummod" for c in t.children) for t in m.sentence)
    people = (a for a in (*m.actors, *m.recipients) if a.sector != "MIL")
    players = any(a.text.split()[-1].lower().rstrip("s") in classes()["sportsman"] for a in people)
    return played or goals or (players and m.event in _OF_CLUBS and not m.size)


def _is_a_manner_of_speaking(m: Mention) -> bool:
    """ "Waging war on malaria", "an attack on the cheap end of the market", "shot 300 elk", "drought drove them": nobody is fought."""
    doers = subjects(m.head) if m.head.pos_ == "VERB" else []
    if doers and all(s.lemma_.lower() in classes()["element"] for s in doers):
        return True
    if m.event not in ("ASSAULT", "THREATEN") or m.size:
        return False
    fought = [o for t in m.sentence if t.i in m.tokens for p in t.children if p.lower_ in _FOUGHT for o in p.children]
    beasts = objects(m.head, ()) if m.head.pos_ == "VERB" else []
    if any(o.lemma_.lower() in classes()["ill"] for o in fought) or (
        beasts and all(o.lemma_.lower() in classes()["beast"] for o in beasts)
    ):
        return True
    traders = bool(m.actors) and all(a.sector == "BUS" for a in m.actors)
    return traders and m.event == "ASSAULT" and all(a.kind == "state" for a in m.recipients)


def _is_business(m: Mention) -> bool:
    """ "The airline struck a deal with its lenders", "two brothers are suing each other": private people among themselves."""
    parties = (*m.actors, *m.recipients)
    if m.event == "SANCTION" and m.actors and all(a.sector == "BUS" for a in m.actors):
        return all(a.kind == "generic" for a in m.recipients)  # "the airline is to sack 200 pilots"
    if m.head.lemma_ == "sue":
        return all(a.sector == "CVL" and a.kind == "generic" for a in parties)
    firms = len(parties) > 1 and all(a.sector == "BUS" for a in parties)
    return firms and m.event in ("AGREE", "CONSULT", "COOPERATE", "SUPPORT") and len({a.code for a in parties}) == 1


def _is_guessed(m: Mention) -> bool:
    """ "Ask whether China could invade", "if Serbia attacked, NATO would respond": nobody says that it was done, or that he will."""
    helpers = {c.lower_ for c in m.head.children if c.dep_ == "aux"}
    if any(c.dep_ == "mark" and c.lower_ == "whether" for c in m.head.children):
        return bool(helpers & (_GUESSING | {"will"}))
    supposed = any(c.dep_ == "advcl" and any(k.lower_ == "if" for k in c.children) for c in m.head.children)
    return m.event == "THREATEN" and supposed and bool(helpers & _GUESSING) and not m.told_by_another


def _is_owned_by_nobody(m: Mention) -> bool:
    """ "No group owned up": nobody has conceded anything."""
    none = (c for s in subjects(m.head) for c in (s, *s.lefts)) if m.head.pos_ == "VERB" else ()
    return m.event == "CONCEDE" and any(c.lower_ == "no" or c.lower_ in NOBODY for c in none)


_OF_CLUBS = frozenset({"ASSAULT", "SANCTION", "COERCE", "RETREAT", "ACCUSE", "REJECT"})
_FOUGHT = frozenset({"against", "on", "with", "over"})
_GUESSING = frozenset({"could", "would", "might"})
_GOOD = frozenset({"AID", "COOPERATE", "SUPPORT", "CONCEDE"})
_IDLE = (
    _nobodys,
    _only_meant,
    _is_reporting,
    _is_denial,
    _is_disowned,
    _is_plea,
    _is_failure,
    _is_of_somebody_else,
    _is_at_home,
    _is_a_game,
    _is_a_manner_of_speaking,
    _is_business,
    _is_guessed,
    _is_owned_by_nobody,
)
