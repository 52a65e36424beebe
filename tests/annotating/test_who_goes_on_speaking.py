"""Whose words follow: "he said" behind what is told is whoever spoke before, not those of whom he tells, nor the dead."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.model import Settings
from sayso.reading import read_text


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ethiopia's deputy defence minister, Abiy Lemma, spoke on Monday. "
            "Eritrean troops had captured a captain of the Ethiopian army, he said.",
            "Abiy Lemma",
        ),
        (
            "Minister Ana Lopez of Peru said talks had failed. A Peruvian sergeant was killed by Ecuadorean troops on Friday, she said.",
            "Ana Lopez",
        ),
        (
            "The Chadian ministry of defence spoke first. “No vehicle of the Darfur Command was there,” it said.",
            "Chadian ministry of defence",
        ),
        (
            "A delegate of the movement, Joseph Deng, denied it. “We sat there and agreed on nothing,” he told a radio station.",
            "Joseph Deng",
        ),
        ("The army said a ranger had been hit. A third ranger died of his wounds on Monday, it said.", "army"),
    ],
)
def test_who_speaks_is_none_of_those_he_tells_of(text: str, speaker: str) -> None:
    found = annotate(read_text(text, published="2014-06-12"), Settings())
    assert found.attributions[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "A court in Minsk sentenced an officer of Lithuania's border guard on Thursday. The major had gone to a reunion.",
            "The major",
            "officer of Lithuania's border guard",
        ),
        (
            "Peru freed the Chilean pilot on Tuesday, the army said. A ministry spokesman spoke of maps. Chile confirmed that he had been set free.",
            "he",
            "Chilean pilot",
        ),
        (
            "Rebels denied that they had kidnapped three nurses. “Look among the bandits,” they said. Bangui insists that rebels abducted the women.",
            "the women",
            "nurses",
        ),
    ],
)
def test_who_is_told_of_again_is_whoever_was_told_of_before(text: str, words: str, who: str) -> None:
    found = annotate(read_text(text, published="2014-06-12"), Settings())
    assert {a.identifier_text for a in found.actors if a.text == words} == {who}
