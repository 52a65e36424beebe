"""Coding: an annotated article's layers become PLOVER events with their claims and status.

In: an Article with every layer. Out: :class:`Event` records in the order of the text, retellings merged unless the settings
say otherwise.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from sayso import ontology
from sayso.coding.anchors import Anchors, location, specificity
from sayso.coding.answers import answers
from sayso.coding.at_home import by_themselves, placed
from sayso.coding.between import completed
from sayso.coding.captives import with_captors
from sayso.coding.claims import Claims, told
from sayso.coding.concerned import with_those_concerned
from sayso.coding.contexts import contexts
from sayso.coding.done_likewise import with_likewise
from sayso.coding.extraction import Mention, mentions
from sayso.coding.foreigners import with_foreigners, with_jailers
from sayso.coding.frames import classes
from sayso.coding.headlines import tellings
from sayso.coding.issues import issues
from sayso.coding.merging import merge
from sayso.coding.mutual import both_ways
from sayso.coding.own_frames import laid
from sayso.coding.parties import Roles
from sayso.coding.partners import with_partners
from sayso.coding.sides import is_counted, is_nobody, is_party, party_of, side
from sayso.coding.triggers import surroundings
from sayso.coding.whose_word import two_states
from sayso.coding.worth import recorded
from sayso.knowledge.own import using
from sayso.knowledge.states import is_private, of_nationals, state_name
from sayso.model import (
    Actor,
    Article,
    CiteInfo,
    Claim,
    Event,
    ExplainedEvent,
    FrameUse,
    Grounds,
    Issue,
    Place,
    Settings,
    Size,
    TextInfo,
)
from sayso.ontology.status import credibility, status


def code(article: Article, settings: Settings) -> list[Event]:
    """The events of an annotated article, explained where the settings ask for it.

    Raises FrameError for a frame file that cannot be read.
    """
    with using(settings.knowledge):
        return _coded(article, settings)[0]


def code_with_answers(article: Article, settings: Settings) -> tuple[list[Event], list[Event]]:
    """As :func:`code`, and the article's answers (:mod:`sayso.coding.answers`), which a ledger joins to what other articles tell."""
    with using(settings.knowledge):
        events, groups, teller = _coded(article, settings)
        claimed = [e.claims for e in events]
        return events, answers(teller, groups, claimed, coder(settings))


def grouped(article: Article, settings: Settings) -> tuple[list[list[Mention]], Claims]:
    """The mentions that each event of an annotated article is made of, and what gives their claims."""
    frames = laid(settings.frames)
    roles = Roles(article, surroundings(article))
    found = both_ways(recorded(completed(with_partners(mentions(article, frames.frames, roles), roles))))
    anchors = Anchors(article, {a.cue_head for a in article.attributions if a.cue_head >= 0})
    found = with_likewise(found, article, roles, anchors)
    groups = merge(found) if settings.merge else [[m] for m in found if not m.definite]
    groups = with_those_concerned(
        with_foreigners(with_captors(with_jailers(groups, roles), article.parse), roles), roles
    )
    return groups, Claims(article, anchors, two_states(groups))


def _coded(article: Article, settings: Settings) -> tuple[list[Event], list[list[Mention]], Claims]:
    """The events, the mentions that each is made of, and what gives their claims."""
    groups, teller = grouped(article, settings)
    by = coder(settings)
    events = []
    claimed = told(teller, groups)
    for group, (_, owners) in zip(groups, claimed, strict=True):
        if owners and _nobody_known(group):
            group[0].actors = [*group[0].actors, *owners[:1]]
    for group, (claims, _), about in zip(groups, claimed, issues(article, groups), strict=True):
        events.append(_event(article, group, claims, about, by, settings.explain))
    return events, groups, teller


def _nobody_known(group: list[Mention]) -> bool:
    """Whether nobody, or only "gunmen" or "a bomber", is said to have done it."""
    return all(a.kind == "generic" and a.sector in ("UAF", "CRM", "CVL", None) for m in group for a in m.actors)


def _event(
    article: Article, group: list[Mention], claims: list[Claim], about: list[Issue], by: str, explain: bool
) -> Event:
    lead = next((m for m in group if not m.definite), group[0])
    known = ontology.load().types[lead.event]
    actors, recipients = _parties(article, group)
    mode = list(dict.fromkeys(x for m in group for x in m.mode))
    place = _place(group)
    mode += _modes_of_place(lead.event, mode, actors, place)
    if lead.event == "CONSULT" and mode == ["visit"] and not recipients and place is not None:
        recipients = [a for a in actors if a.code == place.country]
        actors = [a for a in actors if a.code != place.country]
    talks = any(m.lemmas & classes()["meeting"] for m in group)
    if lead.event == "CONSULT" and mode == ["visit"] and talks and len({a.code for a in actors if a.code}) >= _MANY:
        # "The ministers of A, B and C are in D for a meeting": PLOVER's talks of many, whoever is the host.
        actors, recipients, mode = [*actors, *recipients], [], ["multilateral"]
    if lead.event == "CONSULT" and "visit" in mode:
        actors, recipients = _guests_and_hosts(group, actors, recipients)
    elif lead.event == "CONSULT":
        actors, recipients = [*actors, *recipients], []
    elif lead.event == "ASSAULT" and _fought(actors, recipients):
        recipients = []
    elif lead.event == "MOBILIZE":
        codes, towns = {a.code for a in actors}, {(p.start, p.end) for p in article.places}
        # "Guards were deployed in Dhaka": at home they face nobody.
        recipients = [r for r in recipients if r.code not in codes or (r.start, r.end) not in towns]
    time = next(
        (m.time for m in group if m.time is not None and m.time.first), next((m.time for m in group if m.time), None)
    )
    own = by_themselves(lead.event, actors, recipients)
    claims = placed(article, lead.event, actors, recipients, claims)
    sides = {own.get(a.entity) or side(a) for a in (*actors, *recipients) if is_party(a)}
    if lead.event == "PROTEST":  # whoever they are, those who march say that they did
        sides |= {own.get(a.entity) or side(a) for a in actors if is_nobody(a)}
    if lead.event not in ("CONSULT", "AGREE", "COOPERATE", "SUPPORT") and not actors:
        sides = {side(a) for a in recipients if not is_nobody(a)}
    abroad = of_nationals(actors, recipients) if lead.event not in ("CONSULT", "AGREE", "COOPERATE") else set()
    sides -= {side(a) for a in recipients if a.code and is_private(a) and state_name(a.code) in abroad}
    sides |= abroad
    found = status(claims, sides)
    start, end = lead.sentence.start_char, lead.sentence.end_char
    sequence = next((n for n, s in enumerate(article.sentences) if s.start >= start), 0)
    sentence = next((s for s in article.sentences if start <= s.start < end), None)
    if sentence is not None:
        start, end = sentence.start, sentence.end
    spoken_for = contexts(article, lead.sentence)
    event = Event(
        id=_id(article, lead),
        date=time.first if time else None,
        enddate=time.last if time else None,
        date_text=time.text if time else None,
        event=[lead.event],
        mode=mode,
        context=list(dict.fromkeys(u.context for u in spoken_for)),
        auxiliary=lead_auxiliary(group),
        actor=[party_of(a, own.get(a.entity)) for a in actors],
        recipient=[party_of(a, own.get(a.entity)) for a in recipients],
        event_loc=location(place) if place else None,
        size=_size(group),
        quad_code=known.quad,
        event_scale=ontology.load().scale(lead.event, mode),
        event_text=list(dict.fromkeys(m.words for m in group)),
        status=found,
        credibility=credibility(claims, sides, found),
        claims=claims,
        articles=[article.id],
        independent_sources=1,
        text=article.text[start:end],
        text_info=TextInfo(article.id, sequence, start, end),
        cite_info=CiteInfo(
            article.title, article.source.name if article.source else None, article.url, article.language, by
        ),
        issues=about,
    )
    if not explain:
        return event
    grounds = Grounds([_use(article, m) for m in group], spoken_for)
    return ExplainedEvent(**{f: getattr(event, f) for f in event.__struct_fields__}, grounds=grounds)


def _use(article: Article, m: Mention) -> FrameUse:
    """The frame behind a mention, and its trigger's words."""
    assert m.frame is not None
    start, end = m.head.idx, m.head.idx + len(m.head)
    return FrameUse(m.frame.file, m.frame.line, m.frame.words, m.words, start, end)


def coder(settings: Settings) -> str:
    """What made an event: the program's version, and a user's own frames and knowledge by name and hash, gazetteer by name and size."""
    own = [laid(settings.frames).stamp]
    if settings.knowledge is not None:
        with using(settings.knowledge) as knowledge:
            own.append(knowledge.stamp)
    if settings.gazetteer is not None:
        file = Path(settings.gazetteer)
        own.append(f"{file.name}:{file.stat().st_size}")
    given = " ".join(filter(None, own))
    return f"sayso {_version()}" + (f" with {given}" if given else "")


@cache
def _version() -> str:
    return version("sayso")


def lead_auxiliary(group: list[Mention]) -> list[str]:
    """The auxiliary modes that every telling shares, and "historical" if its date says so."""
    shared = set.intersection(*(set(m.auxiliary) for m in group))
    return sorted(shared | {x for m in group for x in m.auxiliary if x == "historical"})


def _parties(article: Article, group: list[Mention]) -> tuple[list[Actor], list[Actor]]:
    """Actors and recipients of all tellings: a person or office beside the side that it stands for.

    A town that was hit stands for its state only where no telling says who was.
    """
    actors = _told_apart(tellings(group, "actors"))
    mine = {a.entity for a in actors}
    recipients = [r for r in _told_apart(tellings(group, "recipients")) if r.entity not in mine]
    where = {(p.start, p.end): p for p in article.places}

    def is_where(r: Actor) -> bool:
        place = where.get((r.start, r.end))
        if place is None or not (place.feature or "").startswith("PCL"):
            return place is not None
        head = article.parse[r.head]
        return bool(head.dep_ == "pobj" and head.head.lower_ == "in")  # "an attack in Mali"

    hit = {r.code for r in recipients if not is_where(r)}
    if not all(is_counted(r) for r in recipients):
        recipients = [r for r in recipients if not is_counted(r)]
    return actors, [r for r in recipients if r.code not in hit or r.kind != "state" or not is_where(r)]


def _told_apart(tellings: list[list[Actor]]) -> list[Actor]:
    """Each party once; people known only by what they are, once a country and sector over the tellings.

    "The ministers" of a later sentence are "Sudan's ministers"; the herders and farmers of one sentence are two.
    """
    kept: dict[str, Actor] = {}
    seen: set[tuple[str, str | None]] = set()
    for parties in tellings:
        new = [a for a in parties if not (a.kind == "generic" and a.code and (a.code, a.sector) in seen)]
        for a in new:
            kept.setdefault(a.entity, a)
        seen |= {(a.code, a.sector) for a in new if a.kind == "generic" and a.code}
    return list(kept.values())


def _place(group: list[Mention]) -> Place | None:
    """The most specific place of the tellings: a town before its country."""
    places = [m.place for m in group if m.place is not None]
    return max(places, key=specificity, default=None)


_MANY = 3  # countries that make talks multilateral


def _modes_of_place(event: str, mode: list[str], actors: list[Actor], place: Place | None) -> list[str]:
    """PLOVER: a meeting at one party's is a visit, in nobody's country third-party, of three countries or more multilateral."""
    if event != "CONSULT" or mode:
        return []
    codes = {a.code for a in actors if a.code}
    countries = codes - set(ontology.load().codes)
    if place is not None and place.country and len({side(a) for a in actors}) >= 2:
        if place.country not in countries:
            return ["third-party"]
        if len(codes) == 2:
            return ["visit"]
    return ["multilateral"] if len(countries) >= _MANY else []


def _fought(actors: list[Actor], recipients: list[Actor]) -> bool:
    """PLOVER: where both sides fight, nobody is the recipient, also not those of them who fell."""
    fighting = {(a.code, a.sector) for a in actors if a.code}
    return len(fighting) > 1 and all((r.code, r.sector) in fighting for r in recipients)


def _guests_and_hosts(
    group: list[Mention], actors: list[Actor], recipients: list[Actor]
) -> tuple[list[Actor], list[Actor]]:
    """The parties of a visit that is also told as talks: who is visited is no visitor, though "the two ministers" talked."""
    visits = [m for m in group if "visit" in m.mode and m.recipients]
    guests, hosts = {a.code for m in visits for a in m.actors}, {a.code for m in visits for a in m.recipients}
    if not hosts or None in hosts or hosts & guests:
        return actors, recipients
    at_home = [a for a in actors if a.code in hosts]
    return [a for a in actors if a not in at_home], list({a.entity: a for a in (*recipients, *at_home)}.values())


def _size(group: list[Mention]) -> Size | None:
    sizes = [m.size for m in group if m.size is not None]
    if not sizes:
        return None

    def most(kind: str) -> int | None:
        return max((n for s in sizes if (n := getattr(s, kind)) is not None), default=None)

    return Size(most("dead"), most("injured"), most("arrested"))


def _id(article: Article, lead: Mention) -> str:
    said = f"{article.id}\n{lead.event}\n{lead.head.idx}\n{article.text[lead.evidence.start : lead.evidence.end]}"
    said += f"\n{lead.of_two}" if lead.of_two else ""
    return hashlib.blake2b(said.encode(), digest_size=8).hexdigest()
