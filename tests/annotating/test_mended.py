"""Arcs of the parser that are set right: lists, past tenses and participles, days of saying, who it was that did something."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from sayso.annotating.mended import mend

WORDS = spacy.blank("en").vocab


def under(article, word):
    """The dependency of a word, the word over it, and its tag."""
    token = next(t for t in article.parse if t.text == word)
    return token.dep_, token.head.text, token.tag_


def parsed(rows):
    """A parse made by hand: word, its head's number, dependency, tag."""
    words, heads, deps, tags = zip(*rows, strict=True)
    return Doc(
        WORDS, list(words), heads=list(heads), deps=list(deps), tags=list(tags), lemmas=[w.lower() for w in words]
    )


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Zambia, the Bahamas and Oman have closed their borders.", "Bahamas"),
        ("The UK, the Gambia and Chile have closed their borders.", "Gambia"),
        ("Russia expelled diplomats from Sweden, the Netherlands and Chile on Monday.", "Netherlands"),
    ],
)
def test_the_second_of_three_countries_is_no_other_name_of_the_first(annotated, text, second):
    assert under(annotated(text), second)[0] == "conj"


def test_an_other_name_in_a_list_of_two_stays_one():
    rows = [
        ("Harare", 3, "nsubj", "NNP"),
        (",", 0, "punct", ","),
        ("Zimbabwe", 0, "appos", "NNP"),
        ("voted", 3, "ROOT", "VBD"),
    ]
    doc = parsed(rows)
    mend(doc)
    assert doc[2].dep_ == "appos"


def test_a_past_tense_with_an_object_is_no_participle():
    rows = [
        ("Peru", 6, "nsubj", "NNP"),
        ("expelled", 0, "acl", "VBN"),
        ("spies", 1, "dobj", "NNS"),
        (",", 0, "punct", ","),
        ("and", 0, "cc", "CC"),
        ("Quito", 0, "conj", "NNP"),
        ("protested", 6, "ROOT", "VBD"),
    ]
    doc = parsed(rows)
    mend(doc)
    assert [(t.text, t.dep_, t.head.text) for t in doc if t.i in (0, 1, 5, 6)] == [
        ("Peru", "nsubj", "expelled"),
        ("expelled", "ROOT", "expelled"),
        ("Quito", "nsubj", "protested"),
        ("protested", "conj", "expelled"),
    ]
    given = parsed([(w, h, d, t) if w != "expelled" else ("denied", h, d, t) for w, h, d, t in rows])
    given[1].lemma_ = "deny"
    mend(given)
    assert given[1].dep_ == "acl"  # "those denied entry"


def test_a_participle_behind_a_subject_with_a_verb_of_its_own_is_no_past_tense(annotated):
    article = annotated("Ugandan rebels denied on Monday that the nurses abducted last week had been freed.")
    assert under(article, "abducted") == ("acl", "nurses", "VBN")


@pytest.mark.parametrize(
    ("text", "day", "cue"),
    [
        ("Denmark said on Monday it would send tents to Nepal.", "on", "said"),
        ("Norway said on Friday its police had arrested a Serb.", "on", "said"),
        ("Uganda said last week it would close its embassy in Khartoum.", "week", "said"),
        ("Denmark said that on Monday it would send tents to Nepal.", "on", "send"),
    ],
)
def test_a_day_before_what_is_said_is_the_day_of_saying_unless_that_stands_before_it(annotated, text, day, cue):
    assert under(annotated(text), day)[1] == cue


@pytest.mark.parametrize(
    ("text", "day", "head"),
    [
        ("A trawler that was seized by the coast guard last month has been released.", "month", "seized"),
        ("The nurses whom the rebels took near the river on Friday were set free.", "on", "took"),
        ("The minister, who met the rebels in Doha, on Sunday announced a truce.", "on", "announced"),
    ],
)
def test_a_day_behind_a_clause_on_the_subject_is_the_clauses_unless_a_comma_parts_them(annotated, text, day, head):
    assert under(annotated(text), day)[1] == head


def test_titles_of_two_words_have_plurals(annotated):
    (met,) = [t for t in annotated("The attorneys-general of Kenya and Uganda met.").parse if "-" in t.text]
    assert (met.tag_, met.lemma_) == ("NNS", "attorney-general")


def test_who_it_was_that_did_something_did_it(annotated):
    article = annotated("On June 3 it was Peru that recalled its ambassador from Quito.")
    assert under(article, "recalled")[:2] == ("relcl", "Peru")


def test_a_subject_behind_a_place_is_no_second_object_of_its_preposition():
    rows = [
        ("In", 5, "prep", "IN"),
        ("Bangui", 0, "pobj", "NNP"),
        ("the", 4, "det", "DT"),
        ("rebel", 4, "compound", "NN"),
        ("spokesman", 0, "pobj", "NN"),
        ("denied", 5, "ROOT", "VBD"),
        ("it", 5, "dobj", "PRP"),
    ]
    doc = parsed(rows)
    doc[5].pos_ = "VERB"
    mend(doc)
    assert (doc[4].dep_, doc[4].head.text) == ("nsubj", "denied")


@pytest.mark.parametrize(
    "text",
    [
        "Chad's army acknowledged for the first time that its helicopters had bombed a village in Sudan.",
        "The ministry conceded for the second time in a week that a Peruvian patrol had fired on Ecuadorean soldiers.",
    ],
)
def test_what_is_said_for_the_first_time_is_no_clause_about_the_time(annotated, text):
    article = annotated(text)
    assert [a.stance for a in article.attributions] == ["confirms"]


def test_a_noun_before_a_second_verb_is_no_second_object_of_the_first(annotated):
    article = annotated("Mali freed two Nigerien officers and Niger freed a Malian trader on Friday.")
    assert under(article, "Niger")[:2] == ("nsubj", "freed")


def test_a_clause_before_a_semicolon_is_no_part_of_the_next(annotated):
    doc = annotated("Police arrested ten nurses; two others are wanted.").parse
    assert next(t for t in doc if t.text == "arrested").dep_ == "ROOT"


def test_a_country_before_a_colon_is_not_who_is_arrested(annotated):
    doc = annotated("Honduras: three police officers arrested over killing of activist").parse
    assert next(t for t in doc if t.text == "arrested").dep_ == "ROOT"
    assert next(t for t in doc if t.text == "officers").dep_ == "nsubjpass"


def test_a_number_of_things_is_what_is_done_to(annotated):
    doc = annotated("Chad's army said it shot down nine of eleven drones launched from Sarh.").parse
    assert next(t for t in doc if t.text == "nine").dep_ == "dobj"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("On 13 May armed groups shelled Saada.", "groups"),
        ("On 4 July 2016 rebels attacked Juba.", "rebels"),
        ("On May 13 armed groups shelled Saada.", "groups"),
        ("On 9 April 40 soldiers were killed in Chad.", "soldiers"),
    ],
)
def test_a_date_before_a_subject_is_no_word_of_it(annotated, text, subject):
    doc = annotated(text).parse
    noun = next(t for t in doc if t.text == subject)
    month = next(t for t in doc if t.text in ("May", "July", "April"))
    assert (noun.dep_[:5], month.dep_, month.head.text) == ("nsubj", "pobj", "On")
    assert "40" in text or not any(c.tag_ == "CD" for c in noun.children)


@pytest.mark.parametrize(
    ("text", "people", "over"),
    [
        ("Riot police broke up a sit-in by striking nurses in the city of Ndola on Monday.", "nurses", "by"),
        ("The village was emptied by fleeing herders.", "herders", "by"),
        ("Rebels answered by striking soldiers with clubs.", "soldiers", "striking"),
    ],
)
def test_what_people_in_number_do_is_not_done_to_them(annotated, text, people, over):
    assert under(annotated(text), people)[1] == over


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Three Danish tourists held hostage in Chad were freed on Friday, Denmark's foreign ministry said.", "held"),
        ("Six Omani drivers taken hostage in Aden were released on Sunday, Muscat said.", "taken"),
        ("The gunmen took hostage ten pupils and were arrested on Friday.", None),
    ],
)
def test_who_was_held_as_a_hostage_was_freed(annotated, text, held):
    doc = annotated(text).parse
    assert next((t.text for t in doc if t.dep_ == "acl"), None) == held


def test_those_linked_to_somebody_do_what_a_clause_says(annotated):
    doc = annotated("Niger said that gunmen linked to Boko Haram killed two teachers in Diffa.").parse
    assert next(t for t in doc if t.text == "gunmen").head.text == "killed"
    assert next(t for t in doc if t.text == "linked").dep_ == "acl"


def test_the_agency_in_capitals_is_no_question(annotated):
    doc = annotated("In Juba, WHO delivered medicines to two hospitals.").parse
    assert next(t for t in doc if t.text == "WHO").pos_ == "PROPN"


def test_a_source_before_a_participle_with_a_clause_of_its_own_says_it(annotated):
    article = annotated(
        "The UN mission repeated on Monday that it had been FNL men who fired on its lorries on Saturday."
    )
    assert under(article, "repeated") == ("ROOT", "repeated", "VBD")
    assert under(article, "mission")[:2] == ("nsubj", "repeated")


def test_a_report_that_blames_somebody_is_not_who_says_so(annotated):
    article = annotated("A report published on Monday that blamed the army for the shelling.")
    assert under(article, "report")[0] == "ROOT"


@pytest.mark.parametrize(
    ("text", "head", "verb"),
    [
        ("Tonga withdrew its envoy from Suva, a senior official in the king's office confirmed.", "official", "confirmed"),
        ("The Arab League on Monday suspended Yemen, AL chairman Amr Saleh said after a meeting in Tunis.", "Saleh", "said"),
        ("Laos closed its border with Burma on Friday, the country's deputy minister for trade, Khamla Sing, said.", "minister", "said"),
        ("Kuwait released 12 Iraqi divers on Monday, a coast guard officer, speaking on condition of anonymity, told AFP.", "officer", "told"),
        ("Serb forces shelled the village of Turija, Bosnia's defence ministry, which publishes daily reports, said.", "ministry", "said"),
    ],
)  # fmt: skip
def test_whoever_stands_between_a_comma_and_a_verb_of_saying_at_the_end_says_it(annotated, text, head, verb):
    article = annotated(text)
    assert under(article, head) == ("nsubj", verb, next(t.tag_ for t in article.parse if t.text == head))
    assert next(t for t in article.parse if t.text == verb).dep_ == "ROOT"


def test_what_somebody_did_besides_is_not_said_by_what_stands_before_it(annotated):
    article = annotated("Togo's president met Mali's in Accra, the first such visit in 20 years, and praised his host.")
    assert under(article, "visit")[0] != "nsubj"
