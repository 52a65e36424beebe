"""Claims: who says of an event what, how firmly, when, and in whose words.

In: an annotated Article and its events as groups of mentions. Out: each event's claims: one a telling, by the innermost source
whose content it lies in or by the author; and one for each source that confirms, denies, declines to comment on or takes
back an event it only refers to ("the meeting", "the statement").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from sayso.coding.accounted import accounted
from sayso.coding.anchors import Anchors
from sayso.coding.continued import Continued
from sayso.coding.denied import denies_beside, denies_how, is_given, is_of_others, same_deed
from sayso.coding.enclosing import (
    enclosing,
    is_aside,
    is_asked_about,
    is_named_as,
    is_of_the_described,
    is_said_again,
    is_told_beside,
    on_trust,
)
from sayso.coding.extraction import Mention
from sayso.coding.laid_on_others import laid_on_others
from sayso.coding.own_men import leaders
from sayso.coding.own_words import owned
from sayso.coding.owned_voices import OwnedVoices
from sayso.coding.reactions import reactions
from sayso.coding.sides import side
from sayso.coding.taken_back import corrected, taken_back
from sayso.coding.targets import Targets, plain_verbs, references
from sayso.coding.voices import Voices
from sayso.coding.weighing import is_headline, on_hearsay, put, same_position, tells_more, with_shared_days
from sayso.coding.whose_word import WhoseWord
from sayso.knowledge.names import state_names
from sayso.knowledge.states import PEOPLE
from sayso.model import Actor, Article, Attribution, Claim, Evidence, Factuality, Span, Stance

_BARE = {"confirms", "denies", "declines to comment", "does not confirm", "claims responsibility", "retracts"}


def told(teller: Claims, groups: list[list[Mention]]) -> list[tuple[list[Claim], list[Actor]]]:
    """The claims of each event, and who claims responsibility for it."""
    made: list[tuple[list[Claim], list[Actor]]] = [(teller.of(g), []) for g in groups]
    for n, claim, speaker in teller.bare(groups):
        claims, owners = made[n]
        known = claim.stance in _SILENT and any(c.source == claim.source and c.stance in _TELLING for c in claims)
        known |= claim.stance == "asserts" and any(c.side == claim.side for c in claims)
        if not known and not any(same_position(c, claim) for c in claims):  # "he would not say more" of what he told
            claims.append(claim)
        if claim.stance == "claims responsibility":
            owners += [speaker] if speaker is not None else []
            if all("responsibility" in m.words for m in groups[n]):  # nobody else tells it
                claims[:] = [c for c in claims if c.source != "author"]
    for n, claim in teller.taken_back(groups):
        made[n][0].append(claim)
    for n, words in corrected(teller.article, groups):
        if not any(c.stance == "retracts" for c in made[n][0]):
            made[n][0][:] = [*(c for c in made[n][0] if c.side is not None), teller.disowning(words)]
    for n, claim in teller.owned(groups):
        if not any(c.side == claim.side and c.stance not in _SILENT for c in made[n][0]):
            made[n][0].append(claim)
    for n, claim in teller.reacted(groups, [claims for claims, _ in made]):
        made[n][0][:] = [*(c for c in made[n][0] if c.side != claim.side or c.stance in _SILENT), claim]
    return [(with_shared_days(claims), owners) for claims, owners in made]


_OPEN = frozenset({"denies", "demands", "does not confirm", "declines to comment"})
_SILENT = frozenset({"declines to comment", "does not confirm"})
_TELLING = frozenset({"asserts", "confirms"})
_SAID = frozenset({"ACCUSE"})  # what a noun for words may mean besides the words
_ELSE = frozenset({"something else"})


class Claims:
    """The claims of one article's events."""

    def __init__(self, article: Article, anchors: Anchors, states: tuple[str, str] | None = None) -> None:
        self.article = article
        self.anchors = anchors
        self.whose = WhoseWord(article, states) if states is not None else None
        self.continued, self.owned_voices = Continued(article, self.speakers), OwnedVoices(article)
        self.targets = Targets(article, self.speakers)
        self.voices = Voices(article)
        self.by_entity = {a.entity: a for a in reversed(article.actors) if a.kind != "pronoun"}
        quoted = {a.speaker for a in article.attributions}
        # An agency that the prose quotes beside others ("KCNA reported") tells that alone, not the article.
        self.root = [name for name in article.credits if name not in quoted][:1]

    def of(self, group: list[Mention]) -> list[Claim]:
        """The claims that an event's own tellings make."""
        found: list[Claim] = []
        group = [m for m in group if not is_asked_about(m.head)] or group
        taking = [m for m in group if "responsibility" in m.words]  # who takes it says so himself
        for m in group if len(taking) == len(group) else [m for m in group if m not in taking]:
            for claim in self._told(m):
                if claim not in found:
                    found.append(claim)
        lead = leaders(self.article, group)
        found = [msgspec.structs.replace(c, side=lead[c.source]) if c.source in lead else c for c in found]
        titles = [b for b in self.article.blocks if b.kind == "title"]
        found = [c for c in found if not (is_headline(c, titles) and on_hearsay(found, titles))]
        return [c for c in found if c.factuality != "Uu" or not any(tells_more(other, c) for other in found)]

    def _told(self, m: Mention) -> list[Claim]:
        holding = enclosing(self.article, m.head.idx, thoughts=True)
        holding = _without_repeated(self.article, holding)
        if holding and holding[0].stance in _OPEN and is_given(m.head, holding[0].cue_head):
            holding = holding[1:]  # "denied that the men kidnapped last week had been freed" denies no kidnapping
        if holding and holding[0].stance == "denies" and is_named_as(m.head, holding[0].cue_head):
            holding = [msgspec.structs.replace(holding[0], stance="asserts", factuality="CT+"), *holding[1:]]
        factual = self.article.factuality.get(m.head.i)
        own: Factuality = factual.value if factual else "CT+"
        certain = own not in ("PR+", "PS+", "PR-", "PS-") and "question" not in (factual.reasons if factual else ())
        if not m.auxiliary and certain:
            own = "CT+"
        evidence = self._evidence(m.evidence)
        if not holding:
            if on_trust(m.head):
                own = put(own, "PR+")
            stance: Stance = "reports" if on_trust(m.head) or (factual and "hedge" in factual.reasons) else "asserts"
            return [Claim(self.root or [], "author", None, stance, own, self._day(), None, False, evidence)]
        cue = self.article.parse[holding[0].cue_head] if holding[0].cue_head >= 0 else None
        said_again = own == "CT-" and cue is not None and is_said_again(m.head, cue)
        if (
            holding[0].stance == "denies"
            and cue is not None
            and (said_again or is_told_beside(m.head, cue, plain_verbs()) or denies_how(self.article, holding[0]))
        ):
            holding = [msgspec.structs.replace(holding[0], stance="asserts", factuality="CT+"), *holding[1:]]
        inner = holding[0]
        if factual is not None and own == "PR+" and factual.reasons == {"hedge"} and self._hearsay(m, inner):
            own = "CT+"
        made: list[Claim] = []
        if len(holding) > 1 and is_aside(self.article, inner):
            made = self._told_by(m, holding[1:], own, evidence)
            holding = [inner]
        elif _answers(self.article, holding):
            made, holding = self._told_by(m, holding[1:], own, evidence), [inner, *holding[2:]]
        return [*self._told_by(m, holding, own, evidence), *made]

    def _told_by(self, m: Mention, holding: list[Attribution], own: Factuality, evidence: Evidence) -> list[Claim]:
        """The claims of the innermost attribution's speakers, those around it being the chain that they come through."""
        inner = holding[0]
        outer = [self.name(a, s) for a in reversed(holding[1:]) for s in self.speakers(a)[:1]]
        made = []
        for speaker in self.speakers(inner):
            name = self.name(inner, speaker)
            chain = self._chain([*outer, name] if name != "author" else outer)
            stance = inner.stance
            quoted = inner.quoted and self._in_quotes(m, inner)
            made.append(
                Claim(
                    chain,
                    name,
                    self._side_of(inner, speaker, name),
                    stance,
                    put(own, inner.factuality),
                    self._said_on(inner),
                    self._cue(inner),
                    quoted,
                    evidence,
                )
            )
        return made

    def _chain(self, names: list[str]) -> list[str]:
        """The article's credit and the sources after it; "Fars" and "the Fars news agency" are one."""
        told = [n for n in self.root if not any(set(n.split()) <= set(other.split()) for other in names)]
        return list(dict.fromkeys([*told, *names]))

    def _hearsay(self, m: Mention, a: Attribution) -> bool:
        """Whether the hedge on an event is only the word for what its source says: "his claim that", "denied reports of"."""
        token = m.head
        while token.head != token and token.i != a.cue_head:
            token = token.head
            if token.pos_ == "NOUN" and references().get(token.lemma_.lower(), _ELSE) <= _SAID:
                return bool(a.source) or token.i != a.cue_head
        return False

    def _in_quotes(self, m: Mention, a: Attribution) -> bool:
        text = self.article.text
        lo, hi = min(s.start for s in a.content), max(s.end for s in a.content)
        quoted = [(q.start() + lo, q.end() + lo) for q in _QUOTED.finditer(text[lo:hi])]
        return any(s < m.evidence.end and m.evidence.start < e for s, e in quoted)

    def speakers(self, a: Attribution) -> list[Actor | None]:
        """Those who speak, the members of a collective each; None for one who is no actor of the text."""
        actor = self.by_entity.get(a.speaker_entity or "")
        if (own := self.continued.speaker(a, actor)) is not None:
            return [own]
        actor = self.owned_voices.of(a, actor)
        if actor is None:
            return [None]
        members = [self.by_entity[e] for e in actor.members or self._shared(actor) if e in self.by_entity]
        members = members or self._joined(a, actor)
        several = len({m.code for m in members}) > 1
        if members or self.whose is None:
            return [self._government(m) if several else m for m in members] or [actor]
        return [self.whose.of(actor)]

    def _government(self, member: Actor) -> Actor:
        """Who speaks among "both governments" for those whose people alone the text names; "residents and the UN" are no government."""
        people = member.sector in PEOPLE and self.article.parse[member.head].tag_.startswith("NNP")
        name = state_names().get(member.code or "")
        if not people or member.kind == "person" or name is None:
            return member
        return msgspec.structs.replace(member, identifier_text=name, sector="GOV", kind="state", side=None)

    def _joined(self, a: Attribution, first: Actor) -> list[Actor]:
        """All of several sources: "Ankara and Yerevan", "Turkish and Armenian officials"; none where there is one."""
        doc = self.article.parse
        inside = [x for s in a.source for x in self.article.actors if s.start <= x.start and x.end <= s.end]
        mine = next((x for x in inside if x.entity == first.entity), None)
        beside = {mine.head, *(t.i for t in doc[mine.head].conjuncts)} if mine is not None else set()
        joined = {x.entity: self.by_entity.get(x.entity, x) for x in inside if x.head in beside}
        return list(joined.values()) if len(joined) > 1 else []

    def _shared(self, actor: Actor) -> list[str]:
        """The members of a collective that people or bodies belong to: "the foreign ministries of both countries"."""
        if actor.kind != "generic":
            return []
        below = [o.i for p in self.article.parse[actor.head].children if p.lower_ in _OF_BOTH for o in p.children]
        named = [a for a in self.article.actors if a.head in below]
        each = [a.entity for a in named if a.kind == "generic"]  # "the two armies", one of each state
        return next((a.members for a in named if a.kind == "collective"), each if len(set(each)) > 1 else [])

    def name(self, a: Attribution, speaker: Actor | None) -> str:
        """What a claim calls its source: the one who speaks, "author" for the paper itself."""
        if self.voices.is_paper(a):
            return "author"
        if self.voices.is_outlet(a):
            return self.voices.outlet(a)
        if speaker is not None:
            return speaker.identifier_text or speaker.text
        if a.speaker:
            return a.speaker
        nobody = "author" if a.stance == "does not confirm" else "unnamed"
        return " ".join(s.of(self.article.text) for s in a.source) or nobody

    def _side_of(self, a: Attribution, speaker: Actor | None, name: str) -> str | None:
        """The side of a source: its own where nobody knows more of it; the author and those who are not named have none."""
        if name == "author" or self.voices.is_nameless(a):
            return None
        if self.voices.is_outlet(a) or (self.voices.is_private(a) and speaker is not None and speaker.kind != "person"):
            return name
        if speaker is not None:
            return side(speaker)
        return None if name == "unnamed" else name

    def _cue(self, a: Attribution) -> str:
        """The words of saying, with what puts them before the story's own time: "had denied", "denied at first"."""
        words = " ".join(s.of(self.article.text) for s in a.cue)
        if a.cue_head < 0:
            return words
        beside = {c.lower_ for c in self.article.parse[a.cue_head].children if c.dep_ in ("aux", "advmod")}
        first = any(
            p.lower_ == "at" and [o.lower_ for o in p.children] == ["first"]
            for p in self.article.parse[a.cue_head].children
        )
        before = ["had"] if beside & {"had", "'d"} and not words.startswith("had ") else []
        after = ["at first"] if first else sorted(beside & _FORMERLY)
        return " ".join([*before, words, *(w for w in after if w not in words)])

    def _said_on(self, a: Attribution) -> str | None:
        time = self.anchors.said(self.article.parse[a.cue_head]) if a.cue_head >= 0 else None
        if time is not None and is_of_the_described(self.article, a, time):
            return None
        return time.first if time is not None and time.first == time.last else None

    def _day(self) -> str | None:
        return self.article.published[:10] if self.article.published else None

    def _evidence(self, span: Span) -> Evidence:
        return Evidence(self.article.id, span.start, span.end, span.of(self.article.text))

    def owned(self, groups: list[list[Mention]]) -> Iterator[tuple[int, Claim]]:
        """Claims in a party's own words for what it did, with the index of each event's group."""
        ways = (owned(self.article, groups, self.speakers), accounted(self.article, groups, self.speakers))
        for n, a, speaker in (found for way in ways for found in way):
            lo, hi = min(s.start for s in a.content), max(s.end for s in a.content)
            claim = self._bare(n, a, speaker, lo, hi)[1]
            yield n, msgspec.structs.replace(claim, quoted=a.quoted, evidence=self._evidence(Span(lo, hi)))

    def reacted(self, groups: list[list[Mention]], made: list[list[Claim]]) -> Iterator[tuple[int, Claim]]:
        """Claims of parties of which the claims ``made`` on an event have no word, by what they say or do beside its telling."""
        laid = list(laid_on_others(self.article, groups, self.speakers, made))
        heard = [{c.side for c in claims} for claims in made]
        for r in laid:
            heard[r.n].add(side(r.speaker))
        denied = [[c for c in claims if c.side and (c.stance == "denies" or c.factuality == "CT-")] for claims in made]
        denials = [(n, c.side or "", c.evidence.start) for n, claims in enumerate(denied) for c in claims]
        for r in (*laid, *reactions(self.article, groups, self.speakers, heard, denials)):
            if r.attribution is not None:
                a = msgspec.structs.replace(r.attribution, stance=r.stance)
                claim = self.position(a, r.speaker, r.words)
                if claim.side is not None:  # "a person close to the premier" speaks for nobody
                    yield r.n, msgspec.structs.replace(claim, quoted=a.quoted)
            else:
                name = r.speaker.identifier_text or r.speaker.text
                value = factuality_of(r.stance)
                said = self._evidence(r.words)
                yield r.n, Claim(self._chain([name]), name, side(r.speaker), r.stance, value, None, None, False, said)

    def taken_back(self, groups: list[list[Mention]]) -> Iterator[tuple[int, Claim]]:
        """The claims by which a paper takes back its own report, with the index of each event's group."""
        for n, a, words in taken_back(self.article, groups):
            speaker = self.speakers(a)[0]
            name = self.name(a, speaker)
            said = self._evidence(words)
            chain, mine = self._chain([name] if name != "author" else []), self._side_of(a, speaker, name)
            yield n, Claim(chain, name, mine, "retracts", "Uu", self._day(), None, False, said)

    def disowning(self, words: Span) -> Claim:
        """The claim of a paper that says of its own report that it was wrong."""
        return Claim(self.root or [], "author", None, "retracts", "Uu", self._day(), None, False, self._evidence(words))

    def bare(self, groups: list[list[Mention]]) -> list[tuple[int, Claim, Actor | None]]:
        """Claims on events that are only referred to, with the index of each event's group and the one who speaks."""
        found: list[tuple[int, Claim, Actor | None]] = []
        for a in self.article.attributions:
            lo, hi = min(s.start for s in a.content), max(s.end for s in a.content)
            if a.stance not in _BARE:
                meant = self.targets.denied_by_noun(a, groups, lo, hi)
                if meant is None and (meant := self.targets.denied_by_ellipsis(a, groups, lo, hi)) is None:
                    meant = self.targets.granted(a, groups, lo, hi)
                else:
                    a = msgspec.structs.replace(a, stance="denies", factuality="CT-")
                found += [self._bare(n, a, speaker, lo, hi) for n in meant for speaker in self.speakers(a)]
                continue
            inside = [
                n
                for n, g in enumerate(groups)
                if any(lo <= m.head.idx < hi and not m.definite and not is_named_as(m.head, a.cue_head) for m in g)
            ]
            if inside and a.stance in ("confirms", "denies", "retracts"):  # its content tells the event itself
                disowned = self.targets.disowned(a, groups, lo, hi)
                found += [self._bare(n, a, speaker, lo, hi) for n in disowned for speaker in self.speakers(a)]
                continue
            either = re.search(r"\beither\b", " ".join(s.of(self.article.text) for s in a.source), re.I)
            if either and a.stance == "confirms":
                continue  # "the first time that either side confirmed": nobody in particular does
            for n in inside or same_deed(self.article, a, groups) or self.targets.of(a, groups, lo, hi):
                for speaker in self.speakers(a):
                    mine = side(speaker) if speaker else None
                    if not any(rule(self.article, a, groups[n], mine) for rule in (denies_beside, is_of_others)):
                        found.append(self._bare(n, a, speaker, lo, hi))
        return found

    def _bare(self, n: int, a: Attribution, speaker: Actor | None, lo: int, hi: int) -> tuple[int, Claim, Actor | None]:
        """The claim that an attribution makes on the event of a group by its stance alone."""
        end = max([hi, *[s.end for s in a.cue], *[s.end for s in a.source]])
        start = min([lo, *[s.start for s in a.cue], *[s.start for s in a.source]])
        return n, self.position(a, speaker, Span(start, end)), speaker

    def position(self, a: Attribution, speaker: Actor | None, words: Span) -> Claim:
        """The claim that somebody makes by the stance of his words alone."""
        name = self.name(a, speaker)
        mine, value = self._side_of(a, speaker, name), factuality_of(a.stance)
        said = self._evidence(words)
        return Claim(self._chain([name]), name, mine, a.stance, value, self._said_on(a), self._cue(a), False, said)


def factuality_of(stance: Stance) -> Factuality:
    """How firmly a stance by itself puts what it is taken on."""
    affirms = stance in ("confirms", "claims responsibility", "asserts")
    return "CT-" if stance == "denies" else "CT+" if affirms else "Uu"


_OF_BOTH = ("of", "from", "on")
_FORMERLY = frozenset({"earlier", "initially", "originally", "previously", "formerly"})
_QUOTED = re.compile(r"[\"“«][^\"”»]{2,2000}[\"”»]|``.{2,2000}?''", re.S)


def _without_repeated(article: Article, holding: list[Attribution]) -> list[Attribution]:
    """Without a noun for words that the verb over it takes a position on: "corrected its report that", "denied reports of"."""
    if len(holding) < 2 or holding[0].cue_head < 0 or holding[1].cue_head < 0:
        return holding
    noun, verb = article.parse[holding[0].cue_head], article.parse[holding[1].cue_head]
    weighty = holding[1].stance in ("denies", "retracts", "confirms", "does not confirm", "declines to comment")
    own = not holding[0].source or holding[0].source[0].of(article.text).lower() in ("its", "his", "her", "their")
    return holding[1:] if noun.pos_ == "NOUN" and verb.pos_ != "NOUN" and weighty and own else holding


def _answers(article: Article, holding: list[Attribution]) -> bool:
    """Whether the second attribution answers what the first, a noun with its owner, says: "rejected the rebels' claim that"."""
    if len(holding) < 2 or holding[0].cue_head < 0 or not holding[0].source:
        return False
    answered = holding[1].stance in ("denies", "confirms", "does not confirm")
    return answered and article.parse[holding[0].cue_head].pos_ == "NOUN"
