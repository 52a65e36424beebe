"""Words that the parser takes for another part of speech are set right."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Zambian guards did fire warning shots at a Malawian boat.", "fire"),
        ("The army said that its troops did shell the village.", "shell"),
        ("Our men did raid the camp, the minister said.", "raid"),
        ("Peru said it did strike the convoy.", "strike"),
    ],
)
def test_an_emphatic_did_has_a_verb(annotated, text, verb):
    token = next(t for t in annotated(text).parse if t.text == verb)
    assert (token.pos_, [c.text for c in token.children if c.dep_ == "aux"]) == ("VERB", ["did"])


@pytest.mark.parametrize(
    "text", ["The two did battle for years.", "The storm did damage to the port.", "He did time in Oslo."]
)
def test_what_somebody_did_stays_a_noun(annotated, text):
    did = next(t for t in annotated(text).parse if t.text == "did")
    assert did.dep_ == "ROOT"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Georgian and Abkhaz envoys met secretly in Moscow on Saturday.", {"Georgia", "Abkhazia"}),
        ("Moldovan and Transnistrian envoys met in Odessa on Friday.", {"Moldova", "Transnistria"}),
    ],
)
def test_envoys_of_two_peoples_are_nobody_else(annotated, text, names):
    assert {a.identifier_text for a in annotated(text).actors} == names


@pytest.mark.parametrize(
    ("text", "thing", "over"),
    [
        ("Chad protested against what it called the unjust expulsion of its consul.", "expulsion", "against"),
        ("The minister left after what he described as frank talks with his Malian counterpart.", "talks", "after"),
        ("Peru regretted what it termed a raid on its port.", "raid", "regretted"),
    ],
)
def test_what_somebody_calls_a_thing_is_the_thing(annotated, text, thing, over):
    token = next(t for t in annotated(text).parse if t.text == thing)
    assert token.head.text == over


@pytest.mark.parametrize(
    ("text", "doer", "verb", "thing"),
    [
        ("Army shells rebel town in Sudan", "Army", "shells", "town"),
        ("Rebels storm army base in Niger", "Rebels", "storm", "base"),
        ("Coast guard fires water cannon at Vietnamese boats", "guard", "fires", "cannon"),
        ("Malian army abandons base near Kidal", "army", "abandons", "base"),
        ("Zambia police raid opposition office", "police", "raid", "office"),
        ("Police tear gas marchers in Togo", "Police", "gas", "marchers"),
    ],
)
def test_a_headline_that_seems_one_long_name_has_a_verb(annotated, text, doer, verb, thing):
    token = next(t for t in annotated(text).parse if t.text == verb)
    assert (token.pos_, token.dep_) == ("VERB", "ROOT")
    assert [c.text for c in token.children if c.dep_ in ("nsubj", "dobj")] == [doer, thing]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied once more that soldiers had burned houses.",
        "The ministry denied yet again that soldiers had burned houses.",
        "Peru denied again that its soldiers had burned houses.",
    ],
)
def test_what_is_denied_once_more_is_denied(annotated, text):
    assert [a.stance for a in annotated(text).attributions] == ["denies"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru rejected on Tuesday claims that its troops had shelled a village.",
        "The minister dismissed on Monday suggestions that Chad had killed a scientist.",
        "The navy denied on Thursday Chilean accusations that it had rammed a boat.",
        "Delhi rubbished claims that its guards had killed a trader.",
        "Ankara waved away accusations that its soldiers had shot a farmer.",
        "Nairobi scoffed at reports that its police had beaten traders.",
    ],
)
def test_claims_that_are_rejected_behind_a_day_are_denied(annotated, text):
    assert [a.stance for a in annotated(text, "2018-08-07").attributions] == ["denies"]


@pytest.mark.parametrize(
    ("text", "noun", "over"),
    [
        ("Rebels attacked on Tuesday villages in Ituri.", "villages", "attacked"),
        ("He was freed on Monday night.", "night", "on"),
    ],
)
def test_a_day_is_no_word_of_what_is_done_to(annotated, text, noun, over):
    assert next(t for t in annotated(text, "2018-08-07").parse if t.text == noun).head.text == over


@pytest.mark.parametrize(
    "text",
    ["Police raid victims in Peru", "Navy test site in Norway", "Army fire crew in Malawi", "Police strike force"],
)
def test_a_headline_may_be_a_name(annotated, text):
    assert all(t.pos_ != "VERB" for t in annotated(text).parse)


@pytest.mark.parametrize(
    "text",
    [
        "About 300 people protested in Lome on Saturday over power cuts, the army said.",
        "People protested in Lome, the army said.",
    ],
)
def test_what_crowds_do_is_no_passive(annotated, text):
    (said,) = annotated(text).attributions
    assert [s.of(text) for s in said.source] == ["the army"]
