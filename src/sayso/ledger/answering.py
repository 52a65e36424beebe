"""Whether a side's answer in one article means the deed that another tells: by who speaks, when, and the words that both have.

In: the facts of two reports. Out: a :class:`Match`; of two deeds the one that :mod:`sayso.ledger.matching` gives. An answer belongs to
one event at most, the one that it fits best, and two answers have nothing to do with each other.
"""

from __future__ import annotations

from sayso.ledger.facts import DEEDS, RECIPROCAL, Facts, Who, head_words, plain, root
from sayso.ledger.matching import Match, fit, match
from sayso.ledger.rules import rules
from sayso.model import ANSWER

_ALIKE = 0.8  # how well an armed group's name must fit a party's to be its own


def compare(a: Facts, b: Facts) -> Match:
    """Compare two reports, either of which may be an answer."""
    if a.kind == b.kind == ANSWER:
        return Match(0.0, rules().answers["bar"], (), "both only answer what others tell")
    if ANSWER in (a.kind, b.kind):
        return _answers(*((a, b) if a.kind == ANSWER else (b, a)))
    return match(a, b)


def _answers(answer: Facts, deed: Facts) -> Match:
    r = rules().answers
    conflict = _conflict(answer, deed)
    if conflict is not None:
        return Match(0.0, r["bar"], (), conflict)
    reasons = [("party", r["party"])]
    parties = [*deed.who, *deed.whom]
    others = [p for p in parties if not any(_is_for(w, p) for w in answer.who)]
    if any(_is_for(w, p) for w in answer.whom for p in others):
        reasons.append(("other", r["other"]))
    elif _names_a_stranger(answer, deed):
        reasons.append(("stranger", r["stranger"]))
    if deed.kind in answer.kinds:
        reasons.append(("kind", r["kind"]))
    if answer.outright:
        reasons.append(("said", r["said"]))
    if _days_after(answer, deed) <= rules().days["near"]:
        reasons.append(("near", r["near"]))
    shared = (answer.roots & deed.roots) - _named(parties)
    names = answer.proper & deed.proper
    reasons += [(f"“{w}”", _weight(w, names)) for w in sorted(shared)]
    kin = bool(shared) and deed.kind in answer.kinds
    itself = shared - answer.titled if answer.stance > 0 else shared  # a title is of all that an article says
    enough = r["plain"] if len(reasons) > 1 and reasons[1][0] == "other" else r["word"]
    if not kin and sum(_weight(w, names) for w in itself) < enough:
        return Match(0.0, r["bar"], tuple(reasons), "no word tells that this deed is meant")
    return Match(sum(p for _, p in reasons), r["bar"], tuple(reasons))


def _names_a_stranger(answer: Facts, deed: Facts) -> bool:
    """Whether an answer names a state that has no part in the deed, and none but the speaker's that has: it means another deed."""
    state = {w.code for w in answer.whom if w.sector == "GOV" and w.side == w.name and w.code}
    there = {w.code for w in (*deed.who, *deed.whom)} | ({deed.where.country} if deed.where else set())
    return bool(state - there) and not state & (there - {w.code for w in answer.who})


def _weight(word: str, names: frozenset[str]) -> float:
    """How much a word that both have tells: most where both have it as a name."""
    r = rules().answers
    return r["plain"] if word in plain() else r["name"] if word in names else r["word"]


def _conflict(answer: Facts, deed: Facts) -> str | None:
    if deed.kind not in DEEDS or deed.unreal:
        return "it is no deed"
    if answer.stance < 0 and answer.kinds and deed.kind not in answer.kinds:
        return "it answers another kind of deed"
    if answer.article == deed.article and deed.words <= answer.words:
        return "it is told in the same words"
    mutual = deed.kind in RECIPROCAL or not deed.who
    parties = deed.who if answer.own and not mutual else (*deed.who, *deed.whom)
    if not any(_is_for(w, p) for w in answer.who for p in parties) and not _hosts(answer, deed):
        return "it is no party's answer"
    days = _days_after(answer, deed)
    if not 0 <= days <= rules().answers["days"]:
        return "it was given at another time"
    return None


def _hosts(answer: Facts, deed: Facts) -> bool:
    """Whether a state speaks of a visit to one of its towns, or of what was brought there."""
    there = deed.kind == "AID" or (deed.kind == "CONSULT" and "visit" in deed.modes)
    at = deed.where.country if there and deed.where else ""
    return bool(at) and any(w.code == at and w.sector in rules().sectors["bodies"] for w in answer.who)


def _days_after(answer: Facts, deed: Facts) -> int:
    """How long after a deed, or else after its telling, it was answered."""
    since = deed.last if deed.last is not None else deed.told
    if answer.told is None or since is None:
        return 1 << 20
    return max(answer.told - since, 0) if deed.last is None and answer.told >= since - 7 else answer.told - since


def _is_for(speaker: Who, party: Who) -> bool:
    """Whether one speaks for a party: it is he or his side, another body of his state, or people for whom his state speaks."""
    if speaker.name == party.name or speaker.side in (party.side, party.name):
        return True
    s = rules().sectors
    if speaker.code and speaker.code == party.code and speaker.sector in s["bodies"]:
        return party.sector in s["bodies"] or (party.sector in s["people"] and not party.proper)
    return speaker.sector in s["armed"] and fit(speaker, party) >= _ALIKE


def _named(parties: list[Who]) -> frozenset[str]:
    """The roots of the parties' names; of "a hospital in Hodeidah" the town is no part."""
    return frozenset(root(w) for p in parties for w in (*head_words(p.name), *head_words(p.side)))
