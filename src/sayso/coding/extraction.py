"""Event mentions: one trigger with its parties, auxiliary modes, time, place, size and words.

In: an annotated Article. Out: :class:`Mention` per happening told, in the order of the text, not yet merged and without claims.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from sayso import ontology
from sayso.coding.anchors import Anchors, is_historical
from sayso.coding.arguments import objects, subjects
from sayso.coding.claimed import claimed, told_elsewhere
from sayso.coding.clauses import BEFORE_NOUNS
from sayso.coding.countries import DOMESTIC, in_country, of_nobody_known, of_one_country, of_the_scene, speaking
from sayso.coding.enclosing import answer, enclosing, is_of_the_described, was_said_before
from sayso.coding.frames import Frame, classes
from sayso.coding.modality import OWN_MODALITY, settled
from sayso.coding.own_frames import Frames
from sayso.coding.parties import Roles
from sayso.coding.phrases import NOBODY, is_passive
from sayso.coding.refusing import says_the_negation
from sayso.coding.sides import side
from sayso.coding.sizes import size
from sayso.coding.topics import is_topic
from sayso.coding.triggers import Match, matches, surroundings
from sayso.knowledge.states import PEOPLE
from sayso.model import Actor, Article, Attribution, Place, Size, Span, Time

_OUTWARDS = 6  # sources in one another whose day of saying may be the deed's
# What is said is done by saying it: the speaker is the actor, the day of saying the day of the event.
_VERBAL = {"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "CONCEDE", "SUPPORT"}


class Mention(msgspec.Struct):
    """One telling of an event; ``definite`` when it refers back ("the meeting") and names no party of its own."""

    event: str
    mode: list[str]
    head: Any
    actors: list[Actor]
    recipients: list[Actor]
    auxiliary: list[str]
    time: Time | None
    place: Place | None
    size: Size | None
    words: str
    evidence: Span
    sentence: Any
    body: bool
    definite: bool = False
    frame: Frame | None = None
    told_by_another: bool = False
    refers_back: bool = False
    host: Any = None  # the deed's own word where the head tells only what came of it
    lemmas: frozenset[str] = frozenset()  # of the words that tell the deed
    title: bool = False
    answers: str = ""  # the stance of one who tells it to deny or confirm it
    reasons: frozenset[str] = frozenset()  # what lowers its factuality
    tokens: frozenset[int] = frozenset()  # the indices of its words
    old: bool = False  # weeks before the story
    of_two: int = 0  # which direction of what two did to each other
    claimed: bool = False  # told only by who takes responsibility for it


def mentions(article: Article, known: Frames, roles: Roles | None = None) -> list[Mention]:
    """Every event mention of the article that the ``known`` frames tell; ``roles`` are the article's, made where not at hand."""
    roles = roles or Roles(article, surroundings(article))
    around = roles.around
    saying = {a.cue_head for a in article.attributions if a.cue_head >= 0}
    anchors = Anchors(article, saying)
    body = {s.start: s.body or _is_title(article, s.start) for s in article.sentences}
    found = []
    every = matches(article, around, known)
    violent = frozenset(m.head.i for m in every if ontology.load().types[m.frame.event].quad == 4)
    for match in every:
        mention = _mention(article, match, roles, anchors, body, violent)
        if mention is not None:
            found.append(mention)
    of_the_scene(found)
    attacks = [m for m in found if m.event == "ASSAULT" and "responsibility" not in m.words and not m.definite]
    for m in found:
        if m.claimed:
            m.definite |= told_elsewhere(m.time, [(a.time, bool(a.actors)) for a in attacks])
    return found


# Whose words of what others will suffer are a forecast.
_COMMENTING = frozenset({"CVL", "EDU", "BUS", "MED", "SOC"})


def _mention(
    article: Article, match: Match, roles: Roles, anchors: Anchors, body: dict[int, bool], violent: frozenset[int]
) -> Mention | None:
    frame, head = match.frame, match.head
    if is_topic(head):
        return None
    entered = any(path == ("into",) for joint in frame.actor for path in joint)  # "is not allowed into Spain"
    actors = roles.fill(match, frame.actor, [], places=entered)
    sayings = enclosing(article, head.idx)
    by_telling = _SPEAKER in frame.actor or (frame.event in _VERBAL and not _is_anothers(head))
    if _SPEAKER in frame.actor and sayings and sayings[0].stance == "denies":
        return None  # "denied that its men were behind it" blames nobody
    if not actors and by_telling:
        actors = [a for a in roles.speakers(sayings) if frame.event != "THREATEN" or a.sector not in _COMMENTING]
    if ontology.load().types[frame.event].quad == 4:  # "told reporters: "They threw him out"": nobody at hand
        actors = [a for a in actors if a.kind != "pronoun" or a.sector != "JRN"]
    recipients = roles.fill(match, frame.recipient, actors, places=True) if frame.recipient else []
    if frame.event == "CONSULT" and frame.mode != "visit":
        actors, recipients = actors + recipients, []
    if (frame.event, frame.mode) == (
        "REJECT",
        "meet",
    ):  # "cancelled its minister's visit": the host is who is turned down
        recipients = [r for r in recipients if not r.code or r.code not in {a.code for a in actors}]
    if frame.event == "ASSAULT" and not frame.recipient and len(actors) == 1:
        actors += _who_tells_of_his_fight(frame, head, actors[0], roles.speakers(sayings))
    definite = not actors and not recipients
    told = frame
    if frame.event == "PROTEST" and actors and all(a.sector in _OFFICIAL and a.kind != "generic" for a in actors):
        # PLOVER keeps protests for the people; a state that protests to another complains of it.
        told = msgspec.structs.replace(frame, event="ACCUSE", mode="disapprove")
    elif frame.event == "ASSAULT" and _with_words(head, actors):
        told = msgspec.structs.replace(frame, event="ACCUSE", mode="disapprove")
    elif frame.event == "MOBILIZE" and _is_joint(match, actors):
        told = msgspec.structs.replace(frame, event="COOPERATE", mode=None)
    owned = definite and claimed(head, match.parts, _time(match, anchors))
    if (
        definite
        and not owned
        and not (
            head.pos_ == "NOUN"
            and any(
                c.lower_ in ("the", "this", "that", "such", "those", "these") or c.ent_type_ == "DATE"
                for c in head.lefts
            )
        )
    ):
        toll = size(head, violent)
        if toll is None or frame.event != "ASSAULT":
            return None
    factual = article.factuality.get(head.i)
    reasons = set(factual.reasons) if factual else set()
    if says_the_negation(frame, head, (*match.parts, *match.used)):
        reasons -= {"negation", "future", "hypothetical"}
    if sayings and sayings[0].cue_head >= 0 and _nobody_says(article.parse[sayings[0].cue_head]):
        return None  # "no group has said it carried out the attacks"
    asked = "question" in reasons or head.dep_ == "ccomp"
    if told.event in _VERBAL and asked and any(c.lower_ in _ASKING for c in head.lefts):
        return None  # "has not said whether he supports it", "would not say when talks would resume": nothing said yet
    if "negation" in reasons and any(p.lemma_ == "responsibility" for p in match.parts):
        return None  # "no group claimed responsibility" tells of no attack of its own
    if "condition" in reasons and told.event in OWN_MODALITY:
        return None  # "until the government withdraws": a condition that somebody sets, and no concession
    time = _time(match, anchors)
    if time is not None and sayings and _is_of_the_saying(article, time, sayings[0], anchors):
        time = None
    if time is None and sayings and sayings[0].cue_head >= 0:
        day = anchors.said(article.parse[sayings[0].cue_head])
        time = day if day is not None and is_of_the_described(article, sayings[0], day) else None
    later = bool(time is not None and time.first and article.published and time.first > article.published[:10])
    event, mode, auxiliary = settled(told.event, told.mode, reasons, later, _tells_it(actors, sayings, roles))
    if (
        "hypothetical" in reasons
        and head.pos_ == "NOUN"
        and (definite or frame.event in ("CONSULT", "SUPPORT", "AGREE", "AID", "COOPERATE"))
    ):
        return None
    if time is None and event in _VERBAL and not was_said_before(head, sayings):
        said = (anchors.said(article.parse[a.cue_head]) for a in sayings[:_OUTWARDS] if a.cue_head >= 0)
        time = next((t for t in said if t is not None), None)
    if is_historical(article, time):
        auxiliary = sorted({*auxiliary, "historical"})
    place = anchors.place(head, strikes=event == "ASSAULT")
    if "cyber" not in mode:  # "hackers crippled a bank in Tallinn" from wherever they are
        actors = [in_country(a, roles, place) for a in actors]
    recipients = [in_country(a, roles, place) for a in recipients]
    if event == "ASSAULT":
        recipients = [of_nobody_known(r, actors, roles) for r in recipients]
    if event in DOMESTIC and "cyber" not in mode:
        recipients = of_one_country(recipients, speaking(sayings, roles))
        recipients = of_one_country(recipients, actors)
        actors = of_one_country(actors, recipients) if event == "PROTEST" else actors
    if event == "MOBILIZE":  # "ordered police to the frontier at Lavumisa": nobody moves forces against his own state
        mine = {a.code for a in actors}
        recipients = [r for r in recipients if r.kind != "state" or r.code not in mine]
    if event == "COOPERATE":  # "Kenya extradited a smuggler": to whom, his country does not tell where it is the doer's
        mine = {a.code for a in actors}
        recipients = [r for r in recipients if r.sector not in PEOPLE or r.code not in mine]
    if event in ("AGREE", "COOPERATE") and len({a.code for a in actors if a.code}) >= 2:
        recipients = []  # PLOVER: what several do together is one reciprocal record
    tokens = [head, *match.parts, *match.used]
    others = violent - {
        t.i for t in tokens if t.pos_ == "NOUN"
    }  # "claimed responsibility for the *attack*, in which six died"
    toll = size(head, others) if ontology.load().types[event].quad == 4 else None
    if toll is not None and event == "ASSAULT":  # "four were arrested, while a fifth was killed in a gun battle"
        toll = Size(toll.dead, toll.injured, None) if toll.dead or toll.injured else None
    for a in (*actors, *recipients):
        if head.sent.start <= a.head < head.sent.end:
            tokens.append(article.parse[a.head])
    start = min(t.idx for t in tokens)
    end = max(t.idx + len(t) for t in tokens)
    beside: list[Actor | Time] = [a for a in (*actors, *recipients) if head.sent.start <= a.head < head.sent.end]
    own = (head.left_edge.idx, head.right_edge.idx + len(head.right_edge))
    timed = [time] if time and own[0] <= time.start and time.end <= own[1] else []
    for x in (*beside, *timed):
        if head.sent.start_char <= x.start and x.end <= head.sent.end_char:
            start, end = min(start, x.start), max(end, x.end)
    at = head.sent.start_char
    in_body = next((b for s, b in body.items() if at <= s < head.sent.end_char), True)
    return Mention(
        event,
        mode,
        head,
        actors,
        recipients,
        auxiliary,
        time,
        place,
        toll,
        " ".join(t.text for t in sorted({head, *match.parts}, key=lambda t: t.i)),
        Span(start, end),
        head.sent,
        in_body,
        definite and not owned,
        frame,
        bool(sayings),
        _refers_back(match, event),
        lemmas=frozenset(t.lemma_ for t in (head, *match.parts, *match.used) if t.pos_ in ("NOUN", "VERB")),
        title=_is_title(article, at),
        answers=answer(head, sayings),
        reasons=frozenset(reasons),
        tokens=frozenset(t.i for t in (head, *match.parts, *match.used)),
        old=_is_old(article, time),
        claimed=owned,
    )


def _who_tells_of_his_fight(frame: Frame, head: Any, foe: Actor, speakers: list[Actor]) -> list[Actor]:
    """ "The shootout with Armenian units, Baku said": of two who fought, the one is who tells of the fight with the other."""
    foes = any(p.lower_ == "with" and any(c.i == foe.head for c in p.subtree) for p in head.children)
    if not foes or head.pos_ != "NOUN" or (("with",) not in {path for joint in frame.actor for path in joint}):
        return []
    return [s for s in speakers if s.sector in _ARMED | _OFFICIAL and side(s) != side(foe)][:1]


def _nobody_says(cue: Any) -> bool:
    """Whether a verb of saying has nobody for its subject."""
    who = [c for c in cue.children if c.dep_ == "nsubj"]
    return any(c.lower_ in NOBODY or any(k.lower_ == "no" for k in c.lefts) for c in who)


_SPEAKER = (("speaker",),)
_ASKING = frozenset({"whether", "when", "where", "how"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def _refers_back(match: Match, event: str) -> bool:
    """Whether its words speak of a deed as known: "hosted the meeting", "wounded in the attack", "the gunman fired"."""
    nouns = [p for p in match.parts if p.pos_ == "NOUN"]
    if event == "ASSAULT":
        deeds = [match.head, *match.used, *subjects(match.head)] if match.head.pos_ == "VERB" else [match.head]
        known = classes()["violence"] | classes()["explosive"] | classes()["assailant"]
        nouns += [t for t in deeds if t.pos_ == "NOUN" and t.lemma_.lower() in known]
    return any(c.lower_ in _DEFINITE for p in nouns for c in p.lefts)


def _tells_it(actors: list[Actor], sayings: list[Attribution], roles: Roles) -> bool:
    """Whether those who do something are themselves, or by one who speaks for them, the innermost source of it."""
    speaker = roles.by_entity.get(sayings[0].speaker_entity or "") if sayings else None
    return speaker is not None and any(a.entity == speaker.entity or side(a) == side(speaker) for a in actors)


def _time(match: Match, anchors: Anchors) -> Time | None:
    """When a deed was done; one that is claimed was not done on the day of the claim."""
    if match.head.lemma_ == "toll":
        # "The toll of Tuesday's bombing rose on Friday": only the deed's own phrase says when.
        own = ((u, anchors.time(u)) for u in match.used if u.pos_ == "NOUN")
        return next((t for u, t in own if t and u.left_edge.idx <= t.start <= u.right_edge.idx), None)
    if all(p.lemma_ != "responsibility" for p in match.parts):
        time = anchors.time(match.head) or _time_of_the_deed(match, anchors)
        return None if time is not None and _is_deadline(match, time) else time
    done = next((t for u in match.used if (t := anchors.time(u)) is not None), None)
    said = anchors.time(match.head)
    behind = said is not None and any(said.start > u.idx for u in match.used if u.pos_ == "NOUN")
    return done or (said if behind else None)  # "for bombings in Izmir on May 4"


def _time_of_the_deed(match: Match, anchors: Anchors) -> Time | None:
    """The day that the deed's own noun has where a clause about it tells what came of it: "the attack *on Tuesday* in which nine died"."""
    if match.head.dep_ != "relcl":
        return None
    return next((t for u in match.used if u.pos_ == "NOUN" and u.i < match.head.i and (t := anchors.time(u))), None)


def _is_of_the_saying(article: Article, time: Time, a: Attribution, anchors: Anchors) -> bool:
    """Whether a day is only that on which somebody spoke of the deed in his own words: "'We took none,' he said on Monday"."""
    if not a.quoted or a.cue_head < 0 or any(s.start <= time.start < s.end for s in a.content):
        return False
    said = anchors.said(article.parse[a.cue_head])
    return said is not None and said.start == time.start


def _is_deadline(match: Match, time: Time) -> bool:
    """Whether a time is that by which somebody is ordered out, and not when he was: "told to leave *by Friday*"."""
    if (match.frame.event, match.frame.mode) != ("SANCTION", "expel"):
        return False
    day = match.head.doc.char_span(time.start, time.end, alignment_mode="expand").root
    while day.dep_ in BEFORE_NOUNS or day.dep_ == "pobj":
        day = day.head
        if day.lower_ in _TERMS:
            return bool(day.i > match.head.i)
    return False


_TERMS = frozenset({"by", "until", "till", "within", "before"})
_OFFICIAL = frozenset({"GOV", "MIL", "LEG"})
_POLITICAL = frozenset({"GOV", "LEG", "PTY", "OPP", "ELI", "JUD"})


def _with_words(verb: Any, actors: list[Actor]) -> bool:
    """Whether an attack is one in words: ministers who clash at a news conference, a senator who attacks a bill, saying why."""
    if verb.lemma_ not in classes()["fought_with_words"] or not actors:
        return False
    if any(c.dep_ == "advcl" and c.lower_ in _SAYING for c in verb.children):
        return not any(a.sector in _ARMED for a in actors)
    if any(o.lemma_.lower() in classes()["structure"] for o in objects(verb, ())):
        return False  # "the Thais attacked a trench"
    return all(a.sector in _POLITICAL and (a.kind == "person" or a.office or a.kind == "generic") for a in actors)


_ARMED = frozenset({"MIL", "REB", "PRM", "COP", "UAF"})
_SAYING = frozenset({"saying", "calling", "accusing", "claiming", "arguing", "branding", "denouncing", "describing"})


def _is_joint(match: Match, actors: list[Actor]) -> bool:
    """Whether two states drill or patrol together, which PLOVER counts as material cooperation."""
    words = {t.lemma_.lower() for t in (match.head, *match.parts, *match.used)}
    return len({a.code for a in actors if a.code}) > 1 and bool(
        words & (classes()["exercise"] - {"operation", "mission"})
    )


_FIRST_PERSON = frozenset({"i", "we", "it", "he", "she", "they"})


def _is_anothers(verb: Any) -> bool:
    """Whether a clause has a doer of its own, or hides him in a passive: whoever tells it has not done it."""
    if is_passive(verb):
        return True
    return verb.pos_ == "VERB" and any(c.dep_ == "nsubj" and c.lower_ not in _FIRST_PERSON for c in verb.children)


def _is_old(article: Article, time: Time | None) -> bool:
    """Whether a deed lies more than weeks before the story that tells it."""
    if time is None or not time.last or not article.published:
        return False
    return (date.fromisoformat(article.published[:10]) - date.fromisoformat(time.last)).days > _WEEKS


_WEEKS = 60  # days


def _is_title(article: Article, at: int) -> bool:
    return any(b.kind == "title" and b.start <= at < b.end for b in article.blocks)
