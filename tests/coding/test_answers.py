"""What a side says about a deed that its own article does not tell."""

import pytest

from sayso.annotating import annotate
from sayso.coding import code_with_answers
from sayso.model import Settings
from sayso.reading import read_text


def answers(text):
    article = annotate(read_text(text, published="2015-06-10"), Settings())
    return code_with_answers(article, Settings())[1]


@pytest.mark.parametrize(
    ("text", "side", "stance"),
    [
        ("Morocco's action against the depot in Smara was lawful, the army in Rabat said.", "Morocco", "asserts"),
        ("Niger's army said that the fire in Arlit was not its doing.", "Niger", "denies"),
        ("Peru's interior ministry called the account from Quito a fairy tale.", "Peru", "denies"),
        ("“None of our gunners was near Tine,” a spokesman for the Chadian army said.", "Chad", "denies"),
        ("Asked about the depot in Smara, a Moroccan army spokesman would not comment.", "Morocco", "declines to comment"),
    ],
)  # fmt: skip
def test_a_side_affirms_denies_or_is_silent_without_telling_the_deed(text, side, stance):
    [found] = answers(text)
    [claim] = found.claims
    assert (claim.side, claim.stance) == (side, stance)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's foreign ministry said it hoped that the road would be open soon.",
        "Chad's army denied that the depot in Tine had been old.",
        "An official who asked not to be named said the depot in Smara was empty.",
        "Villagers said that the depot in Smara was empty.",
    ],
)
def test_wishes_judgements_and_nobodys_words_answer_nothing(text):
    assert answers(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The two parties have been at odds since the vote in March, which the army of Chad says was stolen.",
        "The bridge, which Peru's ministry says was old, was to be closed.",
    ],
)
def test_what_is_only_said_beside_of_a_thing_answers_nothing(text):
    assert answers(text) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Chad's army said that the earlier denial had been the work of a clerk.", "asserts"),
        ("Peru's foreign ministry said that it had nothing to add.", "declines to comment"),
        ("Chad's government has not mentioned the depot in Tine, its spokesman said.", "declines to comment"),
        ("Chad's government has not been informed of any closure in Tine, its spokesman said.", "declines to comment"),
        (
            "Chad has received no official notification about the depot in Tine, its spokesman said.",
            "declines to comment",
        ),
    ],
)
def test_a_denial_told_of_is_none_and_nothing_to_add_is_silence(text, stance):
    [found] = answers(text)
    assert found.claims[0].stance == stance


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Peru's interior ministry said that the departure of the men had nothing to do with the quarrel.", False),
        ("Peru's interior ministry said that the fire in Tacna was a lie.", True),
    ],
)
def test_a_deed_that_has_another_cause_is_not_denied(text, denied):
    assert ("denies" in {c.stance for a in answers(text) for c in a.claims}) is denied


def test_what_only_judges_a_deed_says_so():
    [found] = answers("Peru's foreign ministry said that the sanctions were unjust.")
    assert found.auxiliary == ["judges"]


def test_statements_of_one_side_in_a_row_are_one_answer():
    text = "Niger's army called the story an invention. Its trucks had stayed in Agadez, it said."
    [found] = answers(text)
    assert found.claims[0].stance == "denies"
    assert found.text == text


def test_what_an_article_tells_is_an_event_and_no_answer():
    assert answers("Nigerien soldiers shot dead two smugglers near Arlit on Monday, the army said.") == []


def test_an_answer_is_of_the_types_that_its_denial_names():
    [found] = answers("Chad's defence minister said that there had been no talks in Tine.")
    assert "CONSULT" in found.context
    assert "ASSAULT" not in found.context
