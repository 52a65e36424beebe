"""Where a name begins and ends, and whether it is only part of another: of a person's, a place's, a longer body's.

In: a span of known words or an entity of the parser. Out: its bounds, or whether it is to be left alone.
"""

from __future__ import annotations

from typing import Any

from sayso.annotating.actors.lexicon import agents, word_list
from sayso.annotating.actors.named import Named


def is_of_firm(span: Any) -> bool:
    """Whether an acronym begins the name of a bank, airline or school: "PNC Bank"."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if not span.text.isupper() or after is None or after.pos_ != "PROPN" or not after.text.istitle():
        return False
    noun = agents().get(after.lower_)
    return (
        noun is not None and noun.kind != "person" and noun.sector in ("BUS", "EDU", "MED")
    ) or after.lower_ == "bank"


def goes_on(span: Any) -> bool:
    """Whether a name is only the beginning of a longer one: "National" of "the National Guard"."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if after is None or not after.text[0].isupper() or after.pos_ != "PROPN":
        return False
    return span[0].head.i >= after.i and span[0].dep_ in ("compound", "amod", "nmod")


def is_adjective(span: Any) -> bool:
    """Whether a one-word title is only an adjective of other people than reporters: "Hindu zealots"."""
    head = span[0].head
    noun = agents().get(head.lemma_.lower())
    return span[0].dep_ in ("amod", "compound") and head.pos_ == "NOUN" and (noun is None or noun.sector != "JRN")


def is_end_of_longer(span: Any, by_token: dict[int, Named], outlet: bool) -> bool:
    """Whether a known name is only the end of a longer one: "Civic Party" of "the United Civic Party"."""
    if span.start == 0:
        return False
    before = span.doc[span.start - 1]
    if before.pos_ != "PROPN" or before.dep_ != "compound" or before.head not in span or before.i in by_token:
        return False
    if not before.text[0].isupper() or before.ent_type_ not in ("ORG", "") or before.text.isupper():
        return False
    return before.lower_ not in word_list("titles") and (outlet or before.lower_ not in agents())


def is_given(span: Any) -> bool:
    """Whether a place's name is somebody's first name: "Georgia Stevens"."""
    if len(span) != 1 or span[0].lower_ not in word_list("given_names") or span.end >= len(span.doc):
        return False
    after = span.doc[span.end]
    family = after.pos_ == "PROPN" and after.text[0].isupper() and not after.text.isupper() and after.text.isalpha()
    if not family or span[0].dep_ != "compound" or after.lower_ in agents() or after.lemma_.lower() in agents():
        return False
    return after.ent_type_ in ("PERSON", "GPE", "") and after.lower_ not in word_list("titles")


def is_of_saint(span: Any) -> bool:
    """ "St. John's church": no capital's."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return span[0].lower_.startswith("st") and after is not None and after.lower_ in word_list("of_saints")


def is_ethnic(doc: Any, span: Any) -> bool:
    """ "Ethnic Russian", "pro-Russian", "anti-French": the word says nothing of the country that somebody belongs to."""
    before = doc[span.start - 1] if span.start else None
    if span.end + 1 < len(doc) and doc[span.end].text == "-" and doc[span.end + 1].lower_ in word_list("helped_by"):
        return True
    if before is not None and before.text == "-" and span.start > 1:
        return doc[span.start - 2].lower_ in word_list("for_or_against")
    return before is not None and before.lower_ == "ethnic"


def part_of_person(span: Any, person: Any) -> bool:
    """A country or capital inside a longer personal name: "Michael Jordan", but not "US envoy Jane Doe"."""
    first = person.start + (person[0].pos_ == "DET")
    inside = first <= span.start and span.end <= person.end and person.end - first > len(span)
    return inside and person.end == span.end and span[0].text[0].isupper() and not person[0].text.isupper()


def part_of_place(span: Any, place: Any) -> bool:
    """A state's name inside a longer place's that begins or goes on with a capital: "New Mexico", "Gulf of Mexico"."""
    first = place.start + (place[0].pos_ == "DET")
    last = place.end - (place[-1].tag_ == "POS")
    inside = first <= span.start and span.end <= last and last - first > len(span)
    return bool(
        inside
        and span.end == last
        and place.doc[first].text[0].isupper()
        and place.doc[first].tag_ != "POS"
        and not any(t.tag_ == "POS" or t.text == "," for t in place.doc[first:last])
    )


def is_regional(doc: Any, span: Any) -> bool:
    before = doc[span.start - 1] if span.start else None
    return before is not None and before.text[0].isupper() and before.lower_ in word_list("regional")


def is_fragment(doc: Any, first: int, last: int) -> bool:
    """An entity that begins or ends in the middle of a phrase: "of South"."""
    return doc[first].pos_ in ("ADP", "CCONJ", "SCONJ", "VERB", "AUX", "PRON") or doc[last].pos_ in (
        "ADP",
        "CCONJ",
        "DET",
    )


def from_first_name(doc: Any, first: int, by_token: dict[int, Named]) -> int:
    """The start of a person's name that the parser's entity cut off: "Anders" of "Anders Behring Breivik"."""
    while (
        first > doc[first].sent.start
        and doc[first - 1].pos_ == "PROPN"
        and doc[first - 1].dep_ == "compound"
        and doc[first - 1].text[0].isupper()
        and doc[first - 1].head.i >= first
        and first - 1 not in by_token
        and doc[first - 1].ent_type_ == ""
        and doc[first - 1].lower_ not in agents()
        and doc[first - 1].lower_ not in word_list("titles")
    ):
        first -= 1
    return first


def trimmed(doc: Any, ent: Any, by_token: dict[int, Named]) -> tuple[int, int]:
    """An entity's tokens without titles, determiners and the possessive ending."""
    first, last = ent.start, ent.end - 1
    known = agents()
    while first < last and (
        (doc[first].lower_ in known and not (ent.label_ == "ORG" and doc[first].lower_ in word_list("of_bodies")))
        or doc[first].pos_ in ("DET", "PUNCT")
        or doc[first].lower_ in word_list("titles")
        or (first in by_token and by_token[first].kind == "adjective")
    ):
        first += 1
    while last >= first and (doc[last].tag_ == "POS" or doc[last].pos_ in ("PUNCT", "SPACE")):
        last -= 1
    if last >= first and not doc[last].text[0].isupper() and not doc[first].text[0].isupper():
        return 1, 0
    return first, last


def end_of_place(doc: Any, first: int, last: int) -> int | None:
    """The last token of a street's or town's name that the parser takes for somebody's: "Avenue Foch", "Clichy" of "Clichy-sous-Bois"."""
    if first < last and not {doc[first].lower_, doc[last].lower_}.isdisjoint(word_list("streets")):
        return last
    end, parts = last, 1
    while end + 2 < len(doc) and doc[end + 1].text == "-" and not doc[end].whitespace_ and not doc[end + 1].whitespace_:
        end, parts = end + 2, parts + 1
    inner = parts > 2 and doc[end].text[0].isupper() and any(t.is_lower and t.is_alpha for t in doc[last + 1 : end])
    return end if inner else None


def is_body(token: Any) -> bool:
    """Whether a name's last word is that of a body: "Front", "Party", "Council"."""
    noun = agents().get(token.lower_)
    return token.lower_ in ("front", "league", "union", "forces", "centre", "center", "trust", "fund") or (
        noun is not None and noun.kind == "body"
    )


def is_described_as_person(root: Any) -> bool:
    """Whether an apposition says that a name is a person's: "Ana Pires, a nurse", "the mayor, Ana Pires"."""
    described = [c for c in root.children if c.dep_ == "appos" and c.pos_ == "NOUN"]
    if root.dep_ == "appos" and root.head.pos_ == "NOUN":
        described.append(root.head)
    for noun in described:
        known = agents().get(noun.lemma_.lower())
        if known is not None and known.kind in ("person", "spokesperson") and noun.tag_ == "NN":
            return True
    return False


def is_held(name: Any) -> bool:
    """Whether what is done to the bearer of a name is done to persons alone: "X was arrested", "deported X"."""
    while name.dep_ == "conj":
        name = name.head
    return name.dep_ in ("dobj", "nsubjpass") and name.head.lemma_.lower() in word_list("done_to_persons")
