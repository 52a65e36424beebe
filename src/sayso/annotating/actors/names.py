"""The names in an article that may be actors: those known to the knowledge files and those the parser's entities add.

In: a parsed Article. Out: :class:`Named` token spans with what each name stands for on the day of publication; none
overlap. A person's name read as a place's, a state's inside a longer place's, and entity spans that swallow a title or a
nationality, are put right here; a leader's bare family name is known by who held office that day.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec

from sayso import knowledge
from sayso.annotating.actors.bounds import (
    end_of_place,
    from_first_name,
    goes_on,
    is_adjective,
    is_body,
    is_described_as_person,
    is_end_of_longer,
    is_ethnic,
    is_fragment,
    is_given,
    is_held,
    is_of_firm,
    is_of_saint,
    is_regional,
    part_of_person,
    part_of_place,
    trimmed,
)
from sayso.annotating.actors.divided import halves
from sayso.annotating.actors.ground import ground
from sayso.annotating.actors.lexicon import agents, word_list
from sayso.annotating.actors.named import Named, Names, country, put
from sayso.annotating.actors.ships import ships
from sayso.annotating.actors.standing import is_of_structure, is_of_town, is_ruled, is_site, is_where
from sayso.annotating.attribution.lexicon import cues
from sayso.knowledge import Entry
from sayso.knowledge.families import by_family_name
from sayso.knowledge.names import best, nation
from sayso.model import Article

_ACTING = {"PERSON", "ORG", "NORP"}
_PLACES = {"GPE", "LOC", "FAC"}
_WORKS = {"WORK_OF_ART", "PRODUCT", "EVENT", "LAW"}
_ARGUMENTS = frozenset(["nsubj", "nsubjpass", "poss", "dobj", "pobj", "dative", "conj", "agent", "appos", "ROOT"])
_OF_COUNTRIES = {"state", "adjective", "people", "capital", "person"}
_SHARED = ("organization", "group", "metonym", "person")
_UNDERGOING = frozenset({"dobj", "nsubjpass"})
_HONORIFICS = frozenset({"mr", "mrs", "ms", "dr"})
_GRACE = timedelta(days=3)  # a day's news tells of what somebody did while still in office


def names(article: Article) -> Names:
    """The names of the article by every token that they cover."""
    doc = article.parse
    day = (article.published or "")[:10] or None
    by_token = Names()
    ships(doc, by_token)
    _known(doc, day, by_token)
    by_token.near = ground(article, by_token)
    _entities(doc, day, by_token)
    _titled(doc, by_token)
    _misread(doc, by_token)
    _families(doc, day, by_token)
    halves(doc, day, by_token)
    _of_elsewhere(by_token)
    _natives(by_token)
    return by_token


def _of_elsewhere(by_token: dict[int, Named]) -> None:
    """Take out a state's body by a name that bodies of any state have, where only other states are named: "the Supreme Court"."""
    states = {n.entry.code for n in by_token.values() if n.entry and n.kind in _OF_COUNTRIES}
    for i, named in list(by_token.items()):
        if named.kind == "metonym" and named.entry and states and named.entry.code not in states:
            noun = agents().get(named.text.lower())
            if noun is not None and noun.kind == "body":
                del by_token[i]


def _natives(by_token: dict[int, Named]) -> None:
    """Take "Indians" for a country's own natives where only states of America are named."""
    states = {n.entry.code for n in by_token.values() if n.entry and n.kind in _OF_COUNTRIES and n.text not in _NATIVES}
    if not states or not states <= word_list("americas"):
        return
    for i, named in list(by_token.items()):
        if named.text in _NATIVES and named.entry is not None:
            own = Entry(named.text, "people", next(iter(states)) if len(states) == 1 else None, "CVL")
            by_token[i] = msgspec.structs.replace(named, kind="people", entry=own)


_NATIVES = frozenset({"Indians"})


def _known(doc: Any, day: str | None, by_token: dict[int, Named]) -> None:
    people = [e for e in doc.ents if e.label_ == "PERSON"]
    places = [e for e in doc.ents if e.label_ in _PLACES and len(e) > 1]
    shared: list[tuple[Named, list[Entry]]] = []
    whole = doc.text  # spaCy puts it together anew each time
    for found in knowledge.find(whole):
        span = doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is None or not any(t.pos_ in ("PROPN", "NOUN", "ADJ", "X", "NUM") for t in span):
            continue
        if span.start in by_token:
            continue
        entry = nation(found.entries, day) or best(found.entries, day)
        whole_people = entry.kind == "people" and span[-1].tag_ == "NNPS"  # "Kosovo Serbs"
        acronym = entry.kind in ("group", "organization") and span.text.isupper() and len(span.text) > 2
        if not (entry.kind == "person" or whole_people or acronym) and any(part_of_person(span, p) for p in people):
            continue
        if (entry.kind == "outlet" and len(span) == 1 and (goes_on(span) or is_adjective(span))) or is_given(span):
            continue
        if entry.kind in ("organization", "group") and (is_of_firm(span) or _is_of_press(span)):
            continue
        if entry.kind in ("organization", "outlet") and is_end_of_longer(span, by_token, entry.kind == "outlet"):
            continue
        if (
            entry.kind == "group" and entry.since == day
        ):  # on the day that rebels become a state's own they are still rebels
            entry = next((e for e in found.entries if e.name == entry.name and e.until == day), entry)
        if entry.kind == "group" and is_still_to_come(entry, day):
            continue
        if entry.kind == "state" and _is_of_people(span):
            entry = msgspec.structs.replace(entry, kind="adjective")
        if entry.kind in ("adjective", "people") and (town := _town(span)) is not None:
            put(by_token, town)
            continue
        if entry.kind in ("state", "adjective", "people", "capital") and (
            is_regional(doc, span)
            or is_ethnic(doc, span)
            or is_of_saint(span)
            or any(part_of_place(span, p) for p in places)
        ):
            ethnic = entry.kind in ("people", "adjective") and span[-1].text[-1] == "s" and span[-1].dep_ in _ARGUMENTS
            entry = Entry(span.text, "people" if ethnic else "place", None, "CVL" if ethnic else None)
        text = whole[found.start : found.end]
        own = _spelled_out(whole, text) if text.isupper() and len(text) > 2 else None
        if own is not None:
            known = knowledge.lookup(own, day)
            if not known:
                continue
            entry = best(known, day)
        named = Named(span.start, span.end - 1, text, entry.kind, entry, is_former(entry, day))
        put(by_token, named)
        if entry.kind in _SHARED:
            same = [e for e in found.entries if e.kind in _SHARED and e.holds(day)]
            if len({e.code for e in same}) > 1:
                shared.append((named, same))
    _tell_apart(by_token, shared)


def _is_of_press(span: Any) -> bool:
    """Whether a name is a paper's or station's by the word before it: "the daily *al-Wasat*", which is a party elsewhere."""
    return bool(span.start > span.sent.start and span[0].nbor(-1).lower_ in word_list("of_press"))


def _is_of_people(span: Any) -> bool:
    """Whether a country's name tells which of a people are meant: "Kosovo Serbs"."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if after is None or after.pos_ != "PROPN" or span[-1].dep_ != "compound" or span[-1].head != after:
        return False
    return any(e.kind == "people" for e in knowledge.lookup(after.text.rstrip("s")))


def _town(span: Any) -> Named | None:
    """The town that a nationality begins the name of: "Spanish Town"."""
    doc, last = span.doc, span.end
    if last >= len(doc) or doc[last].pos_ != "PROPN" or not doc[last].text.istitle():
        return None
    text = doc[span.start : last + 1].text
    code = country(text)
    return Named(span.start, last, text, "place", Entry(text, "place", code, None)) if code else None


def _tell_apart(by_token: dict[int, Named], shared: list[tuple[Named, list[Entry]]]) -> None:
    """Of bodies of several countries with one name ("Labour Party"), the one whose country is named nearest."""
    where = {i: n.entry.code for i, n in by_token.items() if n.entry and n.kind in _OF_COUNTRIES}
    for named, entries in shared:
        near = [(abs(i - named.first), e) for i, code in where.items() for e in entries if e.code == code]
        if near:
            entry = min(near, key=lambda x: x[0])[1]
            put(by_token, msgspec.structs.replace(named, kind=entry.kind, entry=entry))


def _spelled_out(whole: str, text: str) -> str | None:
    """The name that the article itself gives an acronym: "Popular Dawn Front" in "the Popular Dawn Front (PDF)"."""
    at = whole.find(f" ({text})")
    words = whole[max(0, at - 120) : at].split()[-len(text) - 3 :] if at > 0 else []
    capitals = [n for n, w in enumerate(words) if w[0].isupper()][-len(text) :]
    if "".join(words[n][0] for n in capitals) != text:
        return None
    return " ".join(words[capitals[0] :])


def _entities(doc: Any, day: str | None, by_token: Names) -> None:
    known = agents()
    for ent in doc.ents:
        if ent.label_ not in _ACTING:
            continue
        first, last = trimmed(doc, ent, by_token)
        if first > last or any(i in by_token for i in range(first, last + 1)):
            continue
        if first == last and (doc[last].lower_ in known or doc[last].lower_.removesuffix("s") in known):
            continue
        if ent.label_ == "NORP" and doc[last].pos_ == "ADJ":
            continue
        text = doc[first : last + 1].text
        if text.lower() in known:  # "the Supreme Court" of whichever state
            continue
        if ent.label_ == "ORG" and (is_fragment(doc, first, last) or _is_sum(doc, last)):
            continue
        end = end_of_place(doc, first, last)
        if end is not None:
            text = doc[first : end + 1].text
            put(by_token, Named(first, end, text, "place", Entry(text, "place", country(text, by_token.near), None)))
            continue
        if is_where(doc[last]):
            code = country(text, by_token.near, 3)
            if code is not None or doc[last].head.lower_ in ("of", "from", "near", "outside", "off"):
                put(by_token, Named(first, last, text, "place", Entry(doc[last].text, "place", code, None)))
                continue
        sited = is_site(doc[last]) or is_of_town(doc[last])
        code = country(text, by_token.near) if sited else None
        if code is not None or is_of_structure(doc[last]):
            put(by_token, Named(first, last, text, "place", Entry(text, "place", code, None)))
            continue
        before = known.get(doc[first - 1].lower_) if first > ent.sent.start else None
        titled = before is not None and before.kind == "person" and (first > ent.start or doc[first - 1].tag_ == "NN")
        if ent.label_ == "PERSON":
            first = from_first_name(doc, first, by_token)
        entry = _acronym(doc[last], day) if first == last and ent.label_ == "ORG" else None
        if entry is not None:
            put(by_token, Named(first, last, doc[last].text, entry.kind, entry))
            continue
        personal = ent.label_ == "PERSON" or titled or is_described_as_person(doc[last]) or is_held(doc[last])
        acronym = doc[last].text.isupper() and len(doc[last]) > 2 and any(c.lower_ == "the" for c in doc[last].lefts)
        kind = "person" if personal and not is_body(doc[last]) and not acronym else "organization"
        put(by_token, Named(first, last, doc[first : last + 1].text, kind, None))


def _is_sum(doc: Any, last: int) -> bool:
    """Whether a "name" is a sum of money written together: "demanded *N50m*"."""
    letters = doc[last].text.rstrip("0123456789.,")
    unit = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    return letters != doc[last].text and len(letters) <= 3 and unit in ("m", "bn", "million", "billion", "trillion")


def _titled(doc: Any, by_token: dict[int, Named]) -> None:
    """Names that the parser gives no entity, after a title or role: "the cleric Nimr al-Nimr"."""
    known = agents()
    titles = word_list("titles")
    for name in doc[1:]:
        if name.is_lower or name.is_punct or name.is_digit:
            continue
        token = name.nbor(-1)
        noun = known.get(token.lower_)
        point = token.text == "." and token.i > 0 and f"{token.nbor(-1).lower_}." in titles  # "Col" and its point apart
        titled = point or token.lower_ in titles or (noun is not None and noun.kind == "person" and token.tag_ == "NN")
        before = by_token.get(token.i)
        nation = before is not None and before.kind == "adjective"  # "freed Norwegian Kjartan Moe"
        if not (titled or nation) or (before is not None and not nation):
            continue
        last = token.i
        while last + 1 < token.sent.end and last + 1 not in by_token and _is_of_name(doc[last + 1]):
            last += 1
        while last > token.i and not doc[last].text[0].isupper():
            last -= 1
        if nation and not (doc[last].dep_ in _UNDERGOING and doc[last].head.lemma_ in word_list("done_to_people")):
            continue
        alone = token.lower_.rstrip(".") in _HONORIFICS and last == token.i + 1 and doc[last].dep_ in _ARGUMENTS
        if (last > token.i + 1 or alone) and doc[token.i + 1].text[0].isupper() and not is_body(doc[last]):
            put(by_token, Named(token.i + 1, last, doc[token.i + 1 : last + 1].text, "person", None))


def _is_of_name(token: Any) -> bool:
    """A capitalized proper noun, or a particle or hyphen within a name."""
    if token.text == "-" or token.lower_ in word_list("particles"):
        return True
    return bool(
        token.text[0].isupper()
        and token.pos_ == "PROPN"
        and token.ent_type_ in ("", "PERSON")
        and token.lower_ not in agents()
    )


def _misread(doc: Any, by_token: dict[int, Named]) -> None:
    """First and last names that the parser takes for something else, where somebody acts or speaks: a place that the gazetteer does
    not know, or, right behind a quotation, the title of a work."""
    for last in doc:
        if last.ent_type_ not in _PLACES | _WORKS or last.i in by_token or last.is_sent_start or last.pos_ != "PROPN":
            continue
        first = last.nbor(-1)
        whole = first.pos_ == "PROPN" and first.head == last and first.i not in by_token and first.text[0].isupper()
        beside = last.dep_ == "conj" and last.head.i in by_token and by_token[last.head.i].kind == "person"
        acts = last.dep_ in ("nsubj", "nsubjpass") or is_described_as_person(last)
        if last.ent_type_ in _WORKS:
            acts = acts and (last.head.lemma_ in cues("verb") or is_described_as_person(last))
        if whole and (acts or beside) and not is_body(last) and country(doc[first.i : last.i + 1].text) is None:
            while first.i > last.sent.start and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).head == last:
                first = first.nbor(-1)
            put(by_token, Named(first.i, last.i, doc[first.i : last.i + 1].text, "person", None))


def _families(doc: Any, day: str | None, by_token: dict[int, Named]) -> None:
    """Bare family names of leaders, where the article gives no full name that ends so, and first names of those named in full."""
    people = {n.first: n for n in by_token.values() if n.kind == "person" and n.first < n.last}.values()
    full = {doc[n.last].lower_ for n in people}
    full |= {doc[n.first].lower_ for n in people if not doc[n.first].is_upper} - word_list("titles")
    inner = {
        doc[n.first + 1].lower_  # "Flores" of "Roberto Flores Bermúdez"
        for n in by_token.values()
        if n.kind == "person" and n.last - n.first == 2 and len(doc[n.first + 1]) > 3
    }
    countries: frozenset[str] | None = None
    for token in doc:
        if not _may_be_family_name(doc, token, by_token, token.lower_ in full):
            continue
        if token.lower_ in full:
            by_token[token.i] = Named(token.i, token.i, token.text, "person", None)
            continue
        if countries is None:
            countries = frozenset(n.entry.code for n in by_token.values() if n.entry and n.entry.code)
        entry = by_family_name(token.text, day, countries)
        if entry is not None:
            by_token[token.i] = Named(token.i, token.i, token.text, "person", entry, is_former(entry, day))
        elif token.lower_ in inner or (
            token.i not in by_token
            and token.ent_type_ == ""
            and token.dep_ == "nsubj"
            and token.head.pos_ == "VERB"
            and not _is_common(token)
        ):
            by_token[token.i] = Named(token.i, token.i, token.text, "person", None)


def _is_common(token: Any) -> bool:
    """Whether a word has its capital from the beginning of the sentence: "Clashes", "Workers", "Negotiations"."""
    return token.is_sent_start and (token.tag_ in ("NNS", "NNPS", "NN") or token.lemma_.lower() != token.lower_)


def _may_be_family_name(doc: Any, token: Any, by_token: dict[int, Named], full: bool) -> bool:
    """Whether a capitalized word stands alone where a person would: not inside a longer name, not a date or a title."""
    named = by_token.get(token.i)
    if not token.text[0].isupper() or not agents().keys().isdisjoint({token.lower_, token.lower_.removesuffix("s")}):
        return False
    if len(token) < (2 if full else 3) or token.ent_type_ in ("DATE", "EVENT") or is_ruled(token):
        return False
    if named is not None and (named.entry is not None or named.first != named.last):
        return False
    speaks = full and token.head.lemma_ in cues("verb")  # "Meles said", of Meles Zenawi, is no plural
    rare = (len(token) > 5 or speaks) and token.pos_ in ("NOUN", "ADJ", "X") and token.dep_ == "nsubj"
    if token.pos_ != "PROPN" and token.ent_type_ != "PERSON" and named is None and not rare:
        return False
    if token.ent_type_ in _PLACES and token.dep_ not in ("nsubj", "poss", "dobj", "dative", "nsubjpass"):
        return False
    before = doc[token.i - 1] if not token.is_sent_start else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if (
        before is not None
        and before.pos_ == "PROPN"
        and before.i not in by_token
        and before.lower_ not in word_list("titles")
    ):
        return False
    if after is not None and after.pos_ == "PROPN" and after.text[0].isupper():
        return False
    return token.dep_ in _ARGUMENTS or token.ent_type_ == "PERSON" or token.head.lower_ in word_list("led_by")


def is_still_to_come(entry: Entry, day: str | None) -> bool:
    """Whether a group is only founded, or an office only taken, after the day."""
    return bool(day and entry.since and day[: len(entry.since)] < entry.since)


def is_former(entry: Entry, day: str | None) -> bool:
    """Whether a person's office had ended some days before the day."""
    if entry.kind != "person" or day is None or not entry.until or entry.holds(day):
        return False
    if len(day) == len(entry.until) == 10:
        return date.fromisoformat(day) - date.fromisoformat(entry.until) > _GRACE
    return entry.until <= day[: len(entry.until)]


def _acronym(token: Any, day: str | None) -> Entry | None:
    """A group or organization whose acronym is written as a word: "Nato", "Eta"."""
    if not (token.text.istitle() and 3 <= len(token) <= 6):
        return None
    known = [e for e in knowledge.lookup(token.text.upper(), day) if e.kind in ("group", "organization")]
    return best(known, day) if known else None
