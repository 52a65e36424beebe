"""Where a source begins and ends, and cues of more than one word, over the real parse."""

from __future__ import annotations

import pytest

from sayso.annotating import attribution, language
from sayso.model import Article, Block, Settings, Span

SETTINGS = Settings()


def rows(text: str) -> list[tuple[str, str, str]]:
    made = Article(id="t", text=text, blocks=[Block(0, len(text))])
    language.add(made, SETTINGS)
    attribution.add(made, SETTINGS)

    def read(found: list[Span]) -> str:
        return " … ".join(s.of(text) for s in found)

    return [(read(a.source), read(a.cue), read(a.content)) for a in made.attributions]


def sources(text: str) -> list[str]:
    return [source for source, _, _ in rows(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Mr. Omar, who feared a new attack, said the road was closed.", "Mr. Omar"),
        ("Ali Omar, who leads the union, said the road was closed.", "Ali Omar, who leads the union,"),
        (
            "The widow, neighbours and local clerics have demanded that the army leave.",
            "The widow, neighbours and local clerics",
        ),
        ("“The road is safe. Safe for everybody,” said Ali Omar, a driver.", "Ali Omar, a driver"),
    ],
)
def test_a_source_is_the_whole_name_and_nothing_that_is_only_told_of_it(text: str, source: str) -> None:
    assert sources(text)[:1] == [source]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("In a poll on Monday, most voters were against the war.", "a poll"),
        ("By one estimate, two thousand people have fled.", "one estimate"),
    ],
)
def test_a_poll_and_an_estimate_are_sources_behind_their_preposition(text: str, row: str) -> None:
    assert sources(text) == [row]


def test_as_somebody_put_it_is_a_cue_for_the_clause_beside_it() -> None:
    assert rows("The truce, as one diplomat put it, is a piece of paper.")[0][:2] == ("one diplomat", "put it")


def test_words_between_a_cue_and_its_clause_do_not_hide_the_clause() -> None:
    assert ("Omar", "said", "he would not sign the plan") in rows(
        "Omar said after the talks he would not sign the plan."
    )


def test_what_somebody_calls_something_is_the_content_of_another_cue() -> None:
    assert ("Omar", "condemned", "what he called a “massacre” of farmers") in rows(
        "Omar condemned what he called a “massacre” of farmers."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Two men were admitted to the hospital in Aden.",
        "The holiday is observed in many countries.",
        "The man committed suicide in his cell.",
        "The ministry withdrew its troops from the border.",
    ],
)
def test_a_verb_of_speech_in_another_sense_is_no_cue(text: str) -> None:
    assert rows(text) == []
