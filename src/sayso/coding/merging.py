"""Retellings inside an article become one event: same type, the same sides, no contradiction in time.

In: event mentions in the order of the text. Out: groups of mentions, each one happening. "The meeting" joins the last
event of its type that its date allows; a reference back to nothing is dropped.
"""

from __future__ import annotations

from sayso.coding.anchors import specificity
from sayso.coding.at_home import noun
from sayso.coding.between import tells_a_toll_alone
from sayso.coding.crowds import are_its_members, is_in_it, is_that_crowd, is_their_body
from sayso.coding.extraction import Mention
from sayso.coding.frames import classes
from sayso.coding.headlines import is_of_headline
from sayso.coding.loose_days import one_time
from sayso.coding.own_men import is_somebodys
from sayso.coding.phrases import below
from sayso.coding.retelling import ANSWERING, complains_there, is_cut_off, is_meanwhile, is_purpose_of, over, told_again
from sayso.coding.sides import AGAINST, is_counted, side
from sayso.coding.sizes import count
from sayso.coding.vouched import DONE_TO, codes_of, is_of_another, is_vouched_for, with_others
from sayso.knowledge import state_name
from sayso.knowledge.states import OF_STATE
from sayso.model import Actor

_NEAR = 120  # tokens
_TOWN = 3
_RECIPROCAL = {"CONSULT", "AGREE", "COOPERATE"}


def merge(found: list[Mention]) -> list[list[Mention]]:
    """Group the mentions that tell the same happening."""
    groups: list[list[Mention]] = []
    for m in found:
        homes = [g for g in reversed(groups) if _same(g, m)] if "responsibility" in m.words else []
        home = next((g for g in homes if _sides(m.actors) & _sides([a for x in g for a in x.actors])), None)
        home = home or next((g for g in homes or reversed(groups) if _same(g, m)), None)
        if home is not None:
            m.recipients = _but_such(m)
            home.append(m)
        else:
            groups.append([m])
    return _with_back_references(groups)


def _but_such(m: Mention) -> list[Actor]:
    """Those acted on, but nobody who is only "such a person"."""
    doc = m.sentence.doc
    return [a for a in m.recipients if all(c.lower_ != "such" for c in doc[a.head].lefts)]


def _with_back_references(groups: list[list[Mention]]) -> list[list[Mention]]:
    """Mentions without parties that come before their event's full telling join it; the rest is dropped."""
    kept = [g for g in groups if not all(m.definite for m in g) or any(m.size for m in g)]
    for g in groups:
        if g in kept:
            continue
        home = next((k for k in kept if all(_same(k, m) for m in g)), None)
        if home is not None:
            home += g
    return kept


def _same(group: list[Mention], m: Mention) -> bool:
    first = group[0]
    if first.event == m.event and any(is_purpose_of(m, x) or complains_there(x, m) for x in group):
        return True
    if any(_beside(x, m) or is_meanwhile(x, m) for x in group) or (m.event in DONE_TO and is_of_another(m)):
        return False
    # A source's "no soldiers were freed" is its denial of the freeing, not another happening; so is what the story says to a source's word.
    answered = m.told_by_another or any(x.told_by_another for x in group)
    ignored = {"historical", "negation"} if answered else {"historical"}
    if first.event != m.event or set(first.auxiliary) - ignored != set(m.auxiliary) - ignored:
        return False
    if first.body != m.body and not m.definite:
        return _sides(first.actors) == _sides(m.actors) and _times_fit(group, m) and _modes_fit(group, m)
    if not _times_fit(group, m) or not _tolls_fit(group, m):
        return False
    if m.old and not m.definite and first.body and all(x.time is None for x in group):
        return False  # what a story tells first without a day is news, and not what it recalls
    if "responsibility" in m.words:
        # Who claims an attack did it: the nearest one told before that nobody else by name is said to have done.
        told = set().union(*(_sides([a for a in x.actors if a.kind != "generic"]) for x in group))
        return m.head.i - group[-1].head.i < _NEAR and (not told or bool(told & _sides(m.actors)))
    if any(_linked(x, m) or _names_it(x, m) for x in group):
        return True
    if m.answers and _is_bare(m) and any(_fighters(x.actors) & _fighters(m.actors) for x in group):
        return True  # "denied that they had opened fire": what they are said to have done before
    if any(_is_claimed(x, m) for x in group) or (answered and _is_denied(group, m)):
        return True
    if m.event == "ASSAULT" and _places_fit(group, m) and (told_again(group, m) or _is_its_toll(group, m)):
        return True
    if not _modes_fit(group, m):
        return False
    if m.event == "ASSAULT" and _goes_on(group[-1], m):
        return True
    if m.event == "RETREAT" and not m.actors and m.recipients and all(is_counted(a) for a in m.recipients):
        return _places_fit(group, m)  # "the seven were freed at noon": those of whom the story tells that they were
    if m.event == "PROTEST" and _places_fit(group, m):
        crowd = is_that_crowd(group, m) or is_their_body(group, m) or is_in_it(group, m)
        if (m.time is None and crowd) or are_its_members(group, m):
            return True
    if m.definite or all(x.definite for x in group):
        return (
            m.definite
            and not m.actors
            and (m.sentence.start - first.sentence.start < 400)
            and (m.sentence == first.sentence or not any(c.lower_ in ("a", "an", "another") for c in m.head.lefts))
            and (m.head.lemma_ == first.head.lemma_ or m.event in ("CONSULT", "ASSAULT"))
        )
    if first.event in _RECIPROCAL:
        a = set().union(*(_sides(x.actors + x.recipients) for x in group if not x.definite))
        b = _sides(m.actors + m.recipients)
        if (
            m.refers_back
            and first.event == "CONSULT"
            and len(b) == 1
            and m.sentence.start - first.sentence.start < _NEAR
        ):
            return True  # "the bloc, which hosted the meeting": a party to the meeting told before
        if (first.title or m.title) and len(a & b) and _places_fit(group, m):
            # A headline names the parties in its own words; of two who offer something each makes his own offer.
            mine, who = (_sides([p for x in ms for p in x.actors]) for ms in ([m], group))
            return first.event != "AGREE" or not mine or not who or bool(mine & a and who & b)
        return (
            bool(a & b)
            and not with_others(group, m)
            and (a <= b or b <= a)
            and (first.event == "CONSULT" or _close(group, m))
        )
    who = set().union(*(_sides(x.actors) for x in group if not x.definite))
    whom = set().union(*(_sides(x.recipients) for x in group if not x.definite))
    their = _sides(m.recipients)
    if m.event == "ASSAULT" and {a.entity for a in m.recipients if a.kind == "person"} & {
        a.entity for x in group for a in x.recipients
    }:
        return not who or not _sides(m.actors) or bool(who & _sides(m.actors))
    mine = _sides([a for a in m.actors if not is_somebodys(m.sentence.doc, a)])
    if (first.title or m.title) and who & mine and (not whom or not their or whom & their) and _places_fit(group, m):
        # A headline tells what the story tells, in other words; of two charges of the story only one.
        return m.event != "ACCUSE" or m.title or all(x.title or _one_charge(x, m) for x in group)
    if is_of_headline(group, m) and _places_fit(group, m):
        return True
    if (not who or not mine or who & mine) and _is_named_later(group, m) and _close(group, m):
        return True
    if is_vouched_for(group, m) and _places_fit(group, m):
        return True
    fits = (not who or not mine or bool(who & mine)) and (not whom or not their or bool(whom & their))
    return fits and bool(who & mine or whom & their) and _close(group, m)


def _is_denied(group: list[Mention], m: Mention) -> bool:
    """ "No Honduran was taken": a deed without a day of its own that is said not to have been, of parties of the same countries."""
    if "negation" not in m.auxiliary or any("negation" in x.auxiliary for x in group) or not _modes_fit(group, m):
        return False
    others = {a.entity for x in group for a in x.recipients}
    doc = m.sentence.doc
    if any(a.kind == "person" and m.head.is_ancestor(doc[a.head]) and a.entity not in others for a in m.recipients):
        return False
    told = [(codes_of(x.actors), codes_of(x.recipients)) for x in group if not x.definite]
    who, whom = (set[str]().union(*codes) for codes in zip(*told, strict=True)) if told else (set(), set())
    mine, theirs = codes_of(m.actors), codes_of(_but_such(m))
    if not mine and m.recipients and not _but_such(m):
        return bool(m.sentence.start - group[-1].sentence.start < _NEAR)  # "no such person has been arrested"
    if m.event in _RECIPROCAL:
        return bool(mine | theirs) and mine | theirs <= who | whom
    return bool(mine & who or theirs & whom) and (not who or mine <= who) and (not whom or theirs <= whom)


def _is_named_later(group: list[Mention], m: Mention) -> bool:
    """ "Deported a reporter. Michael Tait said that he was deported.": one whom the story names after it said what he is."""
    if (
        len(m.recipients) != 1
        or m.recipients[0].kind not in ("person", "pronoun")
        or not m.recipients[0].identifier_text
    ):
        return False
    named = m.recipients[0]
    doc = m.sentence.doc
    for x in group:
        if len(x.recipients) == 1 and (a := x.recipients[0]).kind in ("generic", "state") and doc[a.head].tag_ == "NN":
            one = any(c.lower_ in ("a", "an") for c in doc[a.head].lefts) and a.sector not in OF_STATE
            # The country of somebody without an office is only guessed.
            if one and (a.code == named.code or not a.code or named.sector is None):
                return True
    return False


def _beside(x: Mention, m: Mention) -> bool:
    """ "Killed four and abducted 17 others": to kill some and take others are two deeds told side by side."""
    if m.event != "ASSAULT" or x.sentence != m.sentence or ("abduct" in x.mode) == ("abduct" in m.mode):
        return False
    apart = not {a.entity for a in x.recipients} & {a.entity for a in m.recipients}
    killed = (x if "abduct" in m.mode else m).head.lemma_ in _KILLING
    return bool(apart and killed and x.recipients and m.recipients and m.head in x.head.conjuncts)


_KILLING = frozenset("kill murder wound injure behead execute massacre slaughter shoot hack".split())


def _is_its_toll(group: list[Mention], m: Mention) -> bool:
    """ "They shelled the town. Two soldiers were wounded.": a toll without a doer, day or town of its own is the deed's before it."""
    if m.actors or m.answers or m.time is not None or not tells_a_toll_alone(m.head):
        return False
    last = group[-1]
    if m.place is not None and (last.place is None or last.place.geonameid != m.place.geonameid):
        return False
    gap = m.sentence.doc[last.sentence.end : max(m.sentence.start, last.sentence.end)]
    near = last.head.i < m.head.i and sum(1 for t in gap if t.is_sent_start) < _SENTENCES
    told = {a.code for a in last.recipients if a.code}
    return near and (not told or any(a.code is None or a.code in told for a in m.recipients))


_SENTENCES = 2


def _goes_on(last: Mention, m: Mention) -> bool:
    """ "Kenyan warplanes bombed a village. Two jets dropped four bombs at noon.": the same weapons on the same day, nobody's by name."""
    day = last.time is not None and m.time is not None and last.time.first == last.time.last == m.time.first
    if not day or not set(last.mode) & set(m.mode) or m.recipients or not last.actors or last.sentence == m.sentence:
        return False
    gap = m.sentence.doc[last.sentence.end : max(m.sentence.start, last.sentence.end)]
    doc = m.sentence.doc
    bare = [all(c.dep_ in ("det", "nummod") for c in doc[a.head].lefts) for a in m.actors]  # nobody's by its own words
    nameless = all(a.kind == "generic" and a.sector in _ARMED for a in m.actors) and all(bare)
    return nameless and sum(1 for t in gap if t.is_sent_start) < _SENTENCES


_ARMED = frozenset({"MIL", "UAF", "REB"})


def _fighters(actors: list[Actor]) -> set[str]:
    """The sides of actors, nameless fighters of one country as one: "separatist fighters", "the separatists"."""
    return {
        f"{a.code} {a.sector}" if a.kind in ("generic", "pronoun") and a.sector in AGAINST else s
        for a in actors
        for s in _sides([a])
    }


def _is_bare(m: Mention) -> bool:
    """Whether a telling says no more than who did it."""
    return bool(m.actors) and not m.recipients and m.place is None and m.size is None


def _is_claimed(x: Mention, m: Mention) -> bool:
    """ "Claimed responsibility for the bombing that killed nine": one deed."""
    claimed = "responsibility" in x.words and x.sentence == m.sentence and x.head.is_ancestor(m.head)
    return claimed and (not m.actors or bool(_sides(x.actors) & _sides(m.actors)))


def _linked(x: Mention, m: Mention) -> bool:
    """Two words of one sentence for one deed: "attacked a village, killing five", "a bombing killed nine"."""
    if m.host is not None and m.host == x.head:
        return True
    if (
        m.event == "ASSAULT"
        and x.sentence == m.sentence
        and (m.head.head.i in x.tokens or is_cut_off(m) or (x.head.dep_ == "acl" and x.head.head.i in m.tokens))
    ):
        victims = not x.actors and m.head.dep_ == "advcl"  # "ten were killed when Kenyan jets bombed the camp"
        return (
            victims or not m.actors or bool(_sides(x.actors) & _sides(m.actors))
        )  # "claimed the bombings that killed 44"
    if x.sentence != m.sentence or not (over(m) == x.head or over(x) == m.head):
        return False
    lower, upper = (m, x) if over(m) == x.head else (x, m)
    who, whose = _sides(lower.actors), _sides(upper.actors)
    return (
        m.event == "ASSAULT"
        and lower.head.dep_ in ("conj", "advcl", "xcomp", "nsubj", "agent", "dobj", "relcl", "acl", "pobj")
        and (not who or not whose or bool(who & whose))
    )


def _names_it(x: Mention, m: Mention) -> bool:
    """A verb and the noun inside its own phrase for one deed: "contributed 3 million in assistance", nobody else being named."""
    lower, upper = (m, x) if m.head.pos_ == "NOUN" else (x, m)
    if lower.head.pos_ != "NOUN" or x.sentence != m.sentence or not upper.head.is_ancestor(lower.head):
        return False
    t = lower.head
    while t != upper.head:
        if t.dep_ not in ("dobj", "pobj", "prep", "compound", "nmod", "attr", "conj") or t.lemma_.lower() in ANSWERING:
            return False  # "expelled a counsellor in response to the expulsion of a consul"
        t = t.head
    done_to, done_again = _sides(lower.recipients), _sides(upper.recipients)
    if done_to and done_again and not done_to & done_again:
        return False  # "in answer to the expulsion of two Dutch envoys a consul of Peru was sent home"
    who, whose = _sides(lower.actors), _sides(upper.actors)
    return not who or who == whose


def _close(group: list[Mention], m: Mention) -> bool:
    """Without a party to tell them apart, only like words count as the same deed."""
    return any(
        x.head.lemma_ == m.head.lemma_ or _deeds(x) & _deeds(m) or (x.mode == m.mode and x.mode and _one_charge(x, m))
        for x in group
    )


def _one_charge(x: Mention, m: Mention) -> bool:
    """Whether two accusations may be one: "both sides blamed each other" and "he blamed the army" are not, nor of two matters."""
    if m.event != "ACCUSE":
        return True
    before, now = _matter(x), _matter(m)
    return bool(x.recipients) == bool(m.recipients) and (not before or not now or bool(before & now))


def _matter(m: Mention) -> set[str]:
    """What somebody is accused of."""
    parties = {a.head for a in (*m.actors, *m.recipients)}
    return {t.lemma_ for t in below(m.head) if t.pos_ in ("NOUN", "VERB") and t.i not in parties and t != m.head}


def _deeds(m: Mention) -> frozenset[str]:
    return m.lemmas & classes()["violence"]


def _places_fit(group: list[Mention], m: Mention) -> bool:
    """Whether no telling puts the deed in another town."""
    here = m.place
    if here is None or specificity(here) < _TOWN:
        return True
    return all(x.place is None or x.place.geonameid == here.geonameid or specificity(x.place) < _TOWN for x in group)


_TOLLS_APART = 5


def _tolls_fit(group: list[Mention], m: Mention) -> bool:
    """Whether the dead, or those held, may be those of one deed: sources differ on a toll, but not many times over."""
    told = [x.size.dead for x in (*group, m) if x.size is not None and x.size.dead]
    if m.event == "COERCE":
        told = [n for x in (*group, m) for a in x.recipients if (n := count(x.sentence.doc[a.head]))]
    return not told or max(told) < _TOLLS_APART * min(told) or max(told) < _FEW


_FEW = 10


def _modes_fit(group: list[Mention], m: Mention) -> bool:
    modes = {y for x in group for y in x.mode}
    return not modes or not m.mode or bool(modes & set(m.mode))


def _times_fit(group: list[Mention], m: Mention) -> bool:
    return all(one_time(x, m) for x in group)


def _sides(actors: list[Actor]) -> set[str]:
    """The sides that actors are on: a spokesman's group, an official's state; people of no side by what they are."""
    return {f"{a.code} {noun(a)}" if _is_people(a) else side(a) for a in actors if not is_counted(a)}


def _is_people(a: Actor) -> bool:
    """Whether somebody stands for nobody else: "students in Kano" are not Nigeria."""
    mine = side(a)
    return a.kind in ("generic", "pronoun") and (
        mine == (a.identifier_text or a.text)
        or (a.sector not in OF_STATE and a.code is not None and mine == state_name(a.code))
    )
