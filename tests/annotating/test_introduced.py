"""Quotations behind a colon that a sentence about their speaker, or a bare post and name, introduces."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.model import Settings
from sayso.reading import read_text


def speakers(text: str):
    article = annotate(read_text(text, published="2022-06-16"), Settings())
    return [a.speaker for a in article.attributions if a.quoted]


@pytest.mark.parametrize(
    "text",
    [
        'Kenyan spokesman Isaac Mwangi was clear: "We freed the two herders because a court ordered it."',
        'Kenyan spokesman Isaac Mwangi set the record straight: "We freed the two herders on Monday."',
        'Kenya\'s deputy trade minister Isaac Mwangi: "We freed the two herders on Monday."',
    ],
)
def test_whoever_the_sentence_before_a_colon_is_about_speaks(text):
    assert speakers(text) == ["Isaac Mwangi"]


def test_a_name_in_quotation_marks_is_said_by_nobody():
    assert not speakers('The villagers have a name for the raid: "the night of dust".')


def test_the_law_commands_without_speaking():
    article = annotate(read_text("The army treated them as the law commands.", published="2022-06-16"), Settings())
    assert not article.attributions


def test_now_that_tells_a_fact():
    text = "Travellers who want to cross should hurry now that Kenya has lifted the ban."
    article = annotate(read_text(text, published="2022-06-16"), Settings())
    assert all(article.parse[i].lemma_ != "lift" for i in article.factuality)
