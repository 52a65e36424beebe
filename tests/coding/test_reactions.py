"""What the parties of a deed make of it beside its telling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating import annotate
from sayso.coding import code, grouped
from sayso.coding.reaction_evidence import Evidence
from sayso.coding.reactions import KINDS, model
from sayso.coding.spoken import spoken
from sayso.model import Settings
from sayso.reading import read_text
from sayso.training.reactions import DATA, lines, seen


def coded(text):
    return code(annotate(read_text(text, published="2019-05-14"), Settings()), Settings())


def stances(text, event):
    """The stances of each side on the first event of a type."""
    found = next(e for e in coded(text) if event in e.event)
    return {c.side: c.stance for c in found.claims if c.side}


TALKS = """Zambia, Malawi hold border talks

Zambian and Malawian ministers met in Lilongwe on Monday to discuss the closed border.

{}"""


@pytest.mark.parametrize(
    "said",
    [
        '"It was a frank and useful exchange," Zambian Foreign Minister Joseph Malanji said.',
        '"We thank our hosts for the warm welcome they gave us," Zambian Foreign Minister Joseph Malanji said.',
    ],
)
def test_a_party_that_speaks_of_how_it_went_affirms_what_it_took_part_in(said):
    assert stances(TALKS.format(said), "CONSULT").get("Zambia") == "asserts"


def test_a_party_that_speaks_of_something_else_says_nothing_of_the_deed():
    said = "Zambia expects a good maize harvest next year, Agriculture Minister Michael Katambo said in Lusaka."
    assert "Zambia" not in stances(TALKS.format(said), "CONSULT")


def test_a_denial_of_another_deed_that_goes_on_denies_only_that_one():
    said = """Zambia's army denied that its soldiers had fired on the town. "Our guns have been silent for months," its spokesman said."""
    assert stances(TALKS.format(said), "CONSULT").get("Zambia") != "denies"


def test_a_party_that_denies_another_deed_says_nothing_of_the_one_told_beside_it():
    text = """Nurses march in Lima

About 300 nurses marched to the ministry in Lima on Monday to protest against the government's health budget.

The porters' union denied that porters in Cusco had gone on strike on Friday. "Not one porter stopped work," union secretary Jorge Luna said."""
    march = next(e for e in coded(text) if e.event == ["PROTEST"] and e.mode == ["demo"])
    assert "porter" not in " ".join(c.evidence.text for c in march.claims)


def test_who_is_only_spoken_of_says_nothing_himself():
    text = TALKS.format('"Zambia has always been a difficult neighbour," a Malawian trader said.')
    article = annotate(read_text(text, published="2019-05-14"), Settings())
    _, teller = grouped(article, Settings())
    last = len(article.sentences) - 1
    assert (last, "Zambia") not in spoken(article, teller.speakers)


def test_the_evidence_of_a_reaction_lies_in_its_article():
    text = TALKS.format('"It was a frank and useful exchange," Zambian Foreign Minister Joseph Malanji said.')
    for event in coded(text):
        for claim in event.claims:
            assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text


def test_the_model_knows_the_four_readings_and_gives_them_probabilities_that_add_up_to_one():
    assert sorted(model().types) == sorted(KINDS)
    assert sum(model().likely({}).values()) == pytest.approx(1)


@given(st.dictionaries(st.sampled_from(sorted(model().rows)), st.floats(0, 2), max_size=30))
def test_whatever_the_features_the_readings_add_up_to_one(named):
    assert sum(model().likely(named).values()) == pytest.approx(1, abs=1e-5)


def test_every_training_line_names_sentences_of_its_own_text():
    for item in lines():
        for words in (*item["deed"]["words"], *(row[1] for row in item["said"])):
            assert words in item["text"], item["id"]
        assert all(row[2] in KINDS for row in item["said"]), item["id"]
        assert sum(map(len, item["deed"]["sides"])) >= 2, item["id"]


def test_no_article_of_the_held_back_set_trains_the_model():
    held = DATA.parents[4] / "tests" / "coding" / "data" / "reactions.jsonl"
    assert not {x["text"] for x in lines()} & {x["text"] for x in lines(held)}


def test_a_labelled_article_gives_a_row_for_each_sentence_of_a_party():
    item = {
        "id": "x",
        "published": "2019-05-14",
        "text": TALKS.format('"It was a frank and useful exchange," Zambian Foreign Minister Joseph Malanji said.'),
        "deed": {
            "event": "CONSULT",
            "sides": [["ZMB"], ["MWI"]],
            "words": ["Zambian and Malawian ministers met in Lilongwe on Monday to discuss the closed border."],
        },
        "said": [
            ["ZMB", '"It was a frank and useful exchange," Zambian Foreign Minister Joseph Malanji said.', "affirms"]
        ],
    }
    rows = [(r.kind, r.text) for r in seen(item)]
    assert ("affirms", item["said"][0][1]) in rows


def test_features_do_not_depend_on_what_was_asked_before():
    text = TALKS.format('"It was a frank and useful exchange," Zambian Foreign Minister Joseph Malanji said.')
    article = annotate(read_text(text, published="2019-05-14"), Settings())
    groups, teller = grouped(article, Settings())
    said = spoken(article, teller.speakers)
    once = Evidence(article, groups, said)
    for key in said:
        for n in range(len(groups)):
            assert once.of(key, n) == Evidence(article, groups, said).of(key, n)


CLASH = """Zambia shells village in Malawi

Zambian soldiers shelled a village in Malawi on Monday.

{}"""


@pytest.mark.parametrize(
    "said",
    [
        '"No one was killed when our guns answered theirs," Zambian Defence Minister Davies Chama told reporters.',
        '"I make no apology for what our gunners did," Zambian Defence Minister Davies Chama told reporters.',
    ],
)
def test_a_no_that_leaves_the_deed_standing_is_no_denial(said):
    assert stances(CLASH.format(said), "ASSAULT").get("Zambia") != "denies"


def test_who_will_speak_later_has_said_nothing():
    said = "The Zambian defence ministry said it would speak once the facts were known."
    assert stances(CLASH.format(said), "ASSAULT").get("Zambia") != "asserts"


def test_a_deed_of_the_second_sentence_is_the_news_where_the_first_tells_none():
    text = TALKS.format('"It was a frank and useful exchange," Zambian Foreign Minister Joseph Malanji said.')
    text = text.replace("Zambia, Malawi hold border talks", "Lorries wait").replace(
        "Zambian and", "Lorries have been waiting at the border for weeks. Zambian and"
    )
    assert stances(text, "CONSULT").get("Zambia") == "asserts"


def test_a_side_that_has_the_struck_strike_denies_its_deed(coded):
    text = (
        "Turkish coastguard rams Greek fishing boat\n\n"
        "A Turkish coastguard vessel rammed a Greek fishing boat on Thursday, the Greek shipping ministry said.\n\n"
        "The Turkish coastguard said the fishing boat had hit its vessel while fleeing."
    )
    found = next(e for e in coded(text, "2017-03-03") if e.event == ["ASSAULT"])
    assert found.status == "disputed"


def test_who_still_holds_a_place_denies_its_loss(coded):
    text = (
        "Rebels say they have taken Bria\n\n"
        "The Popular Front rebels said on Monday that they had captured Bria, a town in the Central African Republic.\n\n"
        "The government's spokesman, Albert Mokpeme, said that the army still held the town's barracks."
    )
    found = next(e for e in coded(text, "2020-01-27") if e.event == ["ASSAULT"])
    assert found.status == "disputed"


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("The police put their number at 2,000.", "asserts"),
        ("A police commander put the turnout at 2,000 and called it orderly.", "asserts"),
        ("Police estimated the crowd at 2,000.", "asserts"),
        ("Police put the number of nurses at 2,000.", "asserts"),
        ("The health minister put the price of bread at 2 cedis.", None),
    ],
)
def test_who_counts_a_crowd_grants_that_it_was_there(words, stance):
    text = f"ACCRA - Nurses marched through Accra on Monday against the government. {words}"
    assert stances(text, "PROTEST").get("Ghana") == stance


def test_who_defends_one_deed_says_nothing_of_the_march_against_it():
    text = (
        "Thousands of Peruvians marched in Puno on Monday against an army raid that killed six farmers.\n\n"
        "President Dina Boluarte defended the raid."
    )
    assert "Peru" not in stances(text, "PROTEST")
