"""Which events a claim means that names none: "confirmed the meeting", "denied the report", "declined to comment".

In: an annotated Article, its events as groups of mentions, and an attribution whose content tells no event itself. Out: the indices
of the groups that it is about; none rather than a guess where what was said before is no event.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from sayso.coding.clauses import governor
from sayso.coding.enclosing import enclosing, is_named_as
from sayso.coding.extraction import Mention
from sayso.coding.granted import Sides, concerns, explains, nouns, sides_of, spoken_of
from sayso.coding.nouns_for_words import has_text, is_beside, is_none, is_what, of_something_new, pointing_back
from sayso.coding.own_frames import laid
from sayso.coding.sides import side
from sayso.model import Actor, Article, Attribution
from sayso.resources import table


@cache
def references() -> dict[str, frozenset[str]]:
    """The types that a noun may refer back to, from ``data/references.toml``."""
    groups = table("sayso.coding", "references.toml").values()
    return {word: frozenset(group["types"]) for group in groups for word in group.get("words", ())}


@cache
def _happening() -> frozenset[str]:
    """The verbs by which a clause only says that something was."""
    return frozenset(table("sayso.coding", "references.toml")["happening"]["verbs"])


@cache
def _tolls() -> frozenset[str]:
    return frozenset(table("sayso.coding", "references.toml")["tolls"]["words"])


@cache
def plain_verbs() -> frozenset[str]:
    """The verbs of saying that deny nothing by themselves."""
    return frozenset(table("sayso.coding", "references.toml")["plain"]["verbs"])


def reference(token: Any) -> frozenset[str] | None:
    """The types that a word may refer back to: by the list, or, for a deed's own noun ("the expulsion"), by the frames."""
    lemma = token.lemma_.lower()
    if lemma in references() and not (token.pos_ == "PROPN" and lemma == "march"):  # the month
        return references()[lemma]
    return _nouns_of_deeds().get(lemma) if token.pos_ == "NOUN" else None


@cache
def _nouns_of_deeds() -> dict[str, frozenset[str]]:
    """The types of the frames whose trigger is one noun."""
    found: dict[str, set[str]] = {}
    for word, rows in laid().frames.items():
        for frame in rows:
            if frame.pos == "n" and len(frame.trigger) == 1:
                found.setdefault(word, set()).add(frame.event)
    return {word: frozenset(types) for word, types in found.items()}


def modes_of_noun(lemma: str) -> frozenset[str]:
    """The modes of the frames whose trigger is one noun; none where one of them has none."""
    rows = [f for f in laid().frames.get(lemma, ()) if f.pos == "n" and len(f.trigger) == 1]
    return frozenset(f.mode for f in rows if f.mode) if all(f.mode for f in rows) else frozenset()


_ACCUSATION = frozenset({"ACCUSE"})
# Words for what is asked of somebody who stays silent: no event is meant by them.
_ASKED = frozenset(
    "comment request question query inquiry enquiry call message answer letter email phone telephone".split()
)
_ANSWERS = frozenset(("denial", "disclaimer", "confirmation"))
# What denies or confirms a whole account without naming it: "any such thing", "everything", "as much".
_ALL = frozenset(
    """any such thing of the kind sort like everything all anything it this that as much so a its official formal swift flat immediate
    denial disclaimer confirmation""".split()
)


_ABOUT = frozenset(("on", "about", "over", "for", "to", "regarding", "concerning"))
_POINTING = frozenset(("it", "this", "that"))
_HARMS = frozenset(("ASSAULT", "COERCE", "SANCTION"))
_WORDS = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT"))  # nobody gives reasons for these
_UTTERED = frozenset(("REQUEST", "REJECT", "THREATEN"))
_VIOLENT = frozenset(("ASSAULT", "COERCE"))
_DISOWNING = frozenset(("nothing", "no", "not", "never"))
_PART = frozenset(
    "behind responsible responsibility involved involve involvement role part hand connection link do".split()
)
_SHORT_CLAUSE = 8  # words of a clause that only says no
_HELPING = frozenset(("be", "have", "do", "will", "would", "can", "could"))
_BARE_CLAUSE = frozenset(("nsubj", "nsubjpass", "mark", "neg", "punct", "aux", "cc", "expl"))
_FAR = 3  # sentences that "it" looks back over
_LONG = 300  # words of a statement that are looked at

Told = list[tuple[int, list[Mention]]]  # events by their index


class Targets:
    """The events that one article's bare claims are about; ``speakers`` gives the actors of an attribution."""

    def __init__(self, article: Article, speakers: Callable[[Attribution], list[Actor | None]]) -> None:
        self.article = article
        self._speakers = speakers
        self._sides: list[Sides] = []

    def of(self, a: Attribution, groups: list[list[Mention]], lo: int, hi: int) -> list[int]:
        """The events a reference means: those of its noun's types, the nearest before it; a statement's are what it said."""
        doc = self.article.parse
        inside = doc.char_span(lo, hi, alignment_mode="expand") or ()
        words = [
            t for t in inside if t.dep_ != "mark" and t.lemma_.lower() not in _ANSWERS and reference(t) is not None
        ]
        words = pointing_back(words, self.article.actors) if a.stance == "denies" else words
        if a.stance == "declines to comment":
            words = [
                t for t in words if t.lemma_.lower() not in _ASKED and not {"no", "any"} & {c.lower_ for c in t.lefts}
            ]
        cue = min(s.start for s in a.cue)
        claiming = a.stance == "claims responsibility"
        meant = [any(m.head.i != a.cue_head and not is_named_as(m.head, a.cue_head) for m in g) for g in groups]
        told = [(n, g) for n, g in enumerate(groups) if claiming or meant[n]]
        if not words:
            return self._of_no_word(a, told, cue, lo, hi)
        word = words[0]
        they = a.stance == "confirms" and word.lower_ == "they"  # "conceded that they had not been present"
        if they or (a.stance in ("denies", "confirms") and _tells_another(word, lo)):
            return []
        kinds = reference(word) or frozenset()
        if a.stance == "denies" and not kinds and (has_text(word) or _of_another(word, told)):
            return []
        if a.stance == "denies" and self._disowns(lo, hi):
            if of_something_new(inside):
                return []
            kinds = _VIOLENT if word.lower_ in _POINTING else kinds  # "had nothing to do with it"
        if a.stance == "retracts" and not kinds:
            return self._said_by_self(a, told, cue)
        if not kinds and is_beside(word, a.cue_head) and (just := self._before_in_sentence(told, word.idx)):
            return just
        if word.lemma_.lower() in _tolls():
            told = [(n, g) for n, g in self._just_told(told, cue) if any(m.size for m in g)]
        elif word.lower_ in _POINTING:
            told = self._just_told(told, cue, a if a.stance == "denies" else None)
        if claiming:
            return self._claimed(a, told, kinds, cue)
        if kinds == _ACCUSATION:
            return self._accused_of(a, told, cue)
        return self._nearest(told, kinds, cue)[:1] if kinds else self._said_by_others(a, told, cue)

    def _of_no_word(self, a: Attribution, told: Told, cue: int, lo: int, hi: int) -> list[int]:
        """What a claim without a word that refers back is about: the deed of its clause, or whatever was told last."""
        doc = self.article.parse
        if a.stance == "claims responsibility":
            return self._claimed(a, told, frozenset({"ASSAULT"}), cue)
        if a.stance in ("denies", "confirms") and a.cue_head >= 0 and doc[a.cue_head].dep_ == "relcl":
            return self._before_in_sentence(told, cue)  # "…, which the ministry denied"
        plain = a.cue_head >= 0 and (doc[a.cue_head].lemma_ in plain_verbs() or doc[a.cue_head].dep_ == "prep")
        if a.stance == "denies" and plain:
            # "“A lie,” said the general", "said that it had done nothing of the kind", "said that the mission was mistaken"
            return self._said_by_others(a, self._of_party(a, told, lo, hi) or self._just_told(told, cue, a), cue)
        if a.stance in ("declines to comment", "does not confirm"):
            inside = doc.char_span(lo, hi, alignment_mode="expand") or ()
            subjects = (t for t in inside if t.dep_ in ("nsubj", "nsubjpass"))
            clause = any(t.head.pos_ in ("VERB", "AUX") and lo <= t.head.idx < hi for t in subjects)
            return [] if clause else self._nearest(told, frozenset(), cue)[:1]
        inside = [t for t in doc.char_span(lo, hi, alignment_mode="expand") or () if t.is_alpha]
        if not inside or any(t.lower_ not in _ALL for t in inside):
            return []
        return self._said_by_others(a, self._just_told(told, cue, a if a.stance == "denies" else None), cue)

    def _of_party(self, a: Attribution, told: Told, lo: int, hi: int) -> Told:
        """What somebody said before whom a denial calls mistaken, or a liar."""
        named = {side(x) for x in self.article.actors if lo <= x.start < hi and x.kind != "pronoun"}
        named -= {side(s) for s in self._speakers(a) if s is not None}
        return [(n, g) for n, g in told if self._tellers(g, lo) & named]

    def _tellers(self, group: list[Mention], before: int) -> set[str]:
        """The sides of those who have told an event before a place in the text."""
        said = [x for m in group if m.evidence.start < before for x in enclosing(self.article, m.head.idx)[:1]]
        return {side(s) for x in said for s in self._speakers(x) if s is not None}

    def denied_by_noun(self, a: Attribution, groups: list[list[Mention]], lo: int, hi: int) -> list[int] | None:
        """The event of which somebody says that there was none: "said there had been no withdrawal", "“No meeting took place,” he
        said"; None where the words say nothing of the kind. What he told himself, and what nobody told, is not denied."""
        inside = (self.article.parse.char_span(lo, hi, alignment_mode="expand") or ())[:_LONG]
        noun = next((t for t in inside if is_none(t) and reference(t)), None)
        if noun is None or a.stance != "asserts" or _tells_another(noun, -1, anywhere=True):
            return None
        if any(p.dep_ == "prep" and p.lower_ in _ABOUT for p in noun.children):
            return None  # "no agreement on water" is not none on roads
        mine = {side(s) for s in self._speakers(a) if s is not None}
        told = [(n, g) for n, g in enumerate(groups) if any(m.evidence.start < lo for m in g)]
        told = [(n, g) for n, g in told if not self._tellers(g, lo) & mine]
        home = {s.code for s in self._speakers(a) if s is not None and s.code}
        own = [(n, g) for n, g in told if any(p.code in home for m in g for p in (*m.actors, *m.recipients))]
        return self._nearest(own or told, reference(noun) or frozenset(), lo)[:1]

    def denied_by_ellipsis(self, a: Attribution, groups: list[list[Mention]], lo: int, hi: int) -> list[int] | None:
        """The event told right before a clause that only says no to it: "… while the ministry says that he *was not*"."""
        inside = [t for t in self.article.parse.char_span(lo, hi, alignment_mode="expand") or () if not t.is_punct]
        if a.stance != "asserts" or not 2 <= len(inside) <= _SHORT_CLAUSE or inside[-1].dep_ != "neg":
            return None
        verb = inside[-1].head
        if verb.lemma_ not in _HELPING or any(c.dep_ not in _BARE_CLAUSE for c in verb.children):
            return None
        told = [(n, g) for n, g in enumerate(groups) if any(m.evidence.start < lo for m in g)]
        return self._before_in_sentence(told, lo) or self._nearest(self._just_told(told, lo), frozenset(), lo)[:1]

    def granted(self, a: Attribution, groups: list[list[Mention]], lo: int, hi: int) -> list[int]:
        """The events that a party's words take for granted without telling them: "the expulsion was regrettable"."""
        inside = (self.article.parse.char_span(lo, hi, alignment_mode="expand") or ())[:_LONG]
        mine = {side(s) for s in self._speakers(a) if s is not None}
        found: list[int] = []
        for noun in nouns(a, inside) if mine else ():
            kinds = (reference(noun) or frozenset()) - _ACCUSATION
            if not kinds:
                continue
            if not self._sides:
                self._sides = [sides_of(g) for g in groups]
            own = [n for n, e in enumerate(self._sides) if e.event in kinds and concerns(noun, e, mine)]
            found += self._nearest(_told_before(a, groups, own, lo), kinds, noun.idx)[:1]
        if mine and a.stance == "asserts":
            about = spoken_of(a, self.article.parse)
            self._sides = self._sides or [sides_of(g) for g in groups]
            found += [
                n
                for n, g in enumerate(groups)
                for m in g
                if m.head in about and mine & (self._sides[n].acting | self._sides[n].struck)
            ]
        if not found and mine and explains(a, inside):
            self._sides = self._sides or [sides_of(g) for g in groups]
            own = [n for n, e in enumerate(self._sides) if e.event not in _WORDS and mine & e.acting]
            just = self._just_told(_told_before(a, groups, own, lo), lo)
            found += self._nearest(just, frozenset(), lo)[:1]
        return list(dict.fromkeys(found))

    def _claimed(self, a: Attribution, told: Told, kinds: frozenset[str], at: int) -> list[int]:
        """The deed that somebody takes on: the nearest that is said to be his side's, else the nearest that is nobody's."""
        mine = {side(s) for s in self._speakers(a) if s is not None}
        groups = dict(told)
        near = self._nearest(told, kinds, at)
        own = [n for n in near if any(side(p) in mine for m in groups[n] for p in m.actors)]
        nobodys = [n for n in near if not any(m.actors for m in groups[n])]
        return (own or (nobodys if kinds <= _VIOLENT else []) or near)[:1]

    def _accused_of(self, a: Attribution, told: Told, at: int) -> list[int]:
        """What somebody is accused of who denies it: his side's deed, or else what the accuser said that others did."""
        mine = {side(s) for s in self._speakers(a) if s is not None}
        groups = dict(told)
        said = self._said_by_others(a, told, at)
        own = [n for n in said if any(side(p) in mine for m in groups[n] for p in m.actors)]
        speaking = {side(s) for x in self.article.attributions for s in self._speakers(x) if s is not None}
        others = [
            n
            for n in said
            if groups[n][0].event in _HARMS and not any(side(p) in speaking for m in groups[n] for p in m.actors)
        ]
        return own or others

    def disowned(self, a: Attribution, groups: list[list[Mention]], lo: int, hi: int) -> list[int]:
        """The events in which a denial that tells them denies a part: "had nothing to do with the raid in which six died"."""
        cue = self.article.parse[a.cue_head] if a.cue_head >= 0 else None
        if a.stance != "denies" or cue is None or not (self._disowns(lo, hi) or self._denies_a_part(cue)):
            return []
        told = [(n, m) for n, g in enumerate(groups) for m in g if lo <= m.head.idx < hi and not m.definite]
        return list(dict.fromkeys(n for n, m in told if m.event in _VIOLENT and is_what(m.head, cue)))[:1]

    def _denies_a_part(self, cue: Any) -> bool:
        """ "Denied *involvement* in", "denied any *role* in"."""
        return any(c.dep_ == "dobj" and c.lemma_.lower() in _PART for c in cue.children)

    def _disowns(self, lo: int, hi: int) -> bool:
        """Whether words deny a part in something rather than that it happened."""
        inside = self.article.parse.char_span(lo, hi, alignment_mode="expand") or ()
        part = any(t.lemma_.lower() in _PART and t.dep_ != "aux" for t in inside)
        part = part and not any(
            t.lower_ in ("kind", "sort") for t in inside
        )  # "nothing of the kind": whatever was said
        return part and any(t.lower_ in _DISOWNING for t in inside)

    def _said_by_self(self, a: Attribution, told: Told, at: int) -> list[int]:
        """What one who takes his words back said before."""
        known = [s for s in self._speakers(a) if s is not None and s.kind != "generic"]
        mine = {side(s) for s in known} | {a.speaker}
        said = [
            n
            for n, g in reversed(told)
            for m in g
            if m.evidence.start < at
            and any(
                (side(s) if s is not None else x.speaker) in mine
                for x in enclosing(self.article, m.head.idx)[:1]
                for s in self._speakers(x)
            )
        ]
        return said[:1] if known or said else self._said_by_others(a, told, at)  # "the agency" is whoever reported it

    def _just_told(self, told: Told, at: int, denied_by: Attribution | None = None) -> Told:
        """What "it", "this" and "that" may mean: events told in the sentence itself, or in the last one that told or quoted
        anything. Who denies it answers a whole account: behind others' words, what his own side is said to have had a part in."""
        doc = self.article.parse
        here = doc.char_span(at, at + 1, alignment_mode="expand").sent
        mine = {side(s) for s in self._speakers(denied_by) if s is not None} if denied_by is not None else set()
        first, quoted = here.start_char, False
        for _ in range(_FAR):
            start = doc.char_span(first, first + 1, alignment_mode="expand").start
            first = doc[max(start - 1, 0)].sent.start_char
            if any(first <= m.head.idx < at for _, g in told for m in g):
                break
            quoted = any(first <= s.start < here.start_char for x in self.article.attributions for s in x.cue)
            if quoted and not mine:
                break
        found = [(n, g) for n, g in told if any(first <= m.head.idx < here.end_char for m in g)]
        if not quoted or not mine:
            return found
        return [(n, g) for n, g in found if any(side(p) in mine for m in g for p in (*m.actors, *m.recipients))]

    def _before_in_sentence(self, told: Told, at: int) -> list[int]:
        """The event told last before a place in its own sentence."""
        found = [
            (m.head.idx, n)
            for n, g in told
            for m in g
            if m.sentence.start_char <= m.head.idx < at < m.sentence.end_char
        ]
        return [n for _, n in sorted(found, reverse=True)[:1]]

    def _nearest(self, told: Told, kinds: frozenset[str], at: int) -> list[int]:
        """The events of these types, the nearest told before first; one told after only where none was before."""
        ranked = []
        for n, g in (x for x in told if not kinds or x[1][0].event in kinds):
            near = [m.evidence.start for m in g if m.evidence.start < at or at < m.sentence.end_char < at + 400]
            if near:
                last = max(near)
                after = last > at and not any(m.sentence.start_char <= at < m.sentence.end_char for m in g)
                ranked.append((after, abs(at - last), n))
        return [n for _, _, n in sorted(ranked)]

    def _said_by_others(self, a: Attribution, told: Told, at: int) -> list[int]:
        """What the last speaker before this one said: the events of his claims that concern this one's side."""
        mine = {side(s) for s in self._speakers(a) if s is not None}
        if a.stance == "denies" and (named := self._denied_beside(mine, told, at)):
            return named
        groups = dict(told)
        hits: list[tuple[int, int, str]] = []
        for n, g in told:
            for m in g:
                if m.evidence.start < at:
                    for other in enclosing(self.article, m.head.idx)[:1]:
                        for s in self._speakers(other):
                            if s is not None and side(s) not in mine:
                                hits.append((m.evidence.start, n, side(s)))
        if not hits:
            before = [(n, g) for n, g in told if any(min(m.evidence.start, m.sentence.start_char) < at for m in g)]
            return self._nearest(before, frozenset(), at)[:1]
        last = max(hits)[2]
        said = [n for _, n, who in sorted(hits, reverse=True) if who == last]
        said = [n for n in said if groups[n][0].event not in _UTTERED] or said  # nobody denies that words were said
        involved = [n for n in said if any(side(p) in mine for m in groups[n] for p in (*m.actors, *m.recipients))]
        return list(dict.fromkeys(involved or said[:1]))

    def _denied_beside(self, mine: set[str], told: Told, at: int) -> list[int]:
        """ "Denied that its troops had fired, calling the report a fabrication": it is the firing that was reported."""
        return [
            n
            for n, g in told
            for m in g
            if m.sentence.start_char <= at < m.sentence.end_char
            and any(
                x.stance == "denies" and any(s is not None and side(s) in mine for s in self._speakers(x))
                for x in enclosing(self.article, m.head.idx)[:1]
            )
        ][:1]


def _told_before(a: Attribution, groups: list[list[Mention]], some: list[int], at: int) -> Told:
    """Those of some events that the text has told before a place, other than by the cue's own word ("defended the step")."""
    return [(n, groups[n]) for n in some if any(m.evidence.start < at and m.head.i != a.cue_head for m in groups[n])]


def _tells_another(noun: Any, lo: int, anywhere: bool = False) -> bool:
    """Whether a noun stands in a clause that says more than that it was: "denied that a ransom had been paid"."""
    verb = governor(noun)
    return bool(verb.idx >= lo and (anywhere or verb.dep_ == "ccomp") and verb.lemma_ not in _happening())


def _of_another(noun: Any, told: Told) -> bool:
    """Whether a noun for words says that they are of a thing that no deed told is: "dismissed reports *of a cabinet crisis*"."""
    things = [o for p in noun.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"]
    kinds, words = {g[0].event for _, g in told}, {t.lemma_ for _, g in told for m in g for t in m.sentence}
    return bool(things) and not any(
        o.pos_ == "PRON" or o.lemma_ in words or kinds & (reference(o) or frozenset()) for o in things
    )
