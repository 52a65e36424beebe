"""How far contents reach, and which lines and clauses make an attribution, over the real parse."""

from __future__ import annotations

import pytest

from sayso.annotating import attribution, language
from sayso.model import Article, Block, BlockKind, Settings, Span

SETTINGS = Settings()

Row = tuple[list[str], list[str], list[str]]


def rows(text: str, kind: BlockKind = "body") -> list[Row]:
    made = Article(id="t", text=text, blocks=[Block(0, len(text), kind)])
    language.add(made, SETTINGS)
    attribution.add(made, SETTINGS)

    def read(found: list[Span]) -> list[str]:
        return [s.of(text) for s in found]

    return [(read(a.source), read(a.cue), read(a.content)) for a in made.attributions]


def test_words_that_lead_up_to_a_quotation_are_no_part_of_it() -> None:
    assert rows('In a letter on Monday, Smith said: "The bridge is old."') == [
        (["Smith"], ["said:"], ['"The bridge is old."'])
    ]


def test_a_sentence_around_as_somebody_observed_is_the_content() -> None:
    assert rows("As the mayor observed on Monday, the bridge is old.") == [
        (["the mayor"], ["observed"], ["the bridge is old"])
    ]
    assert rows("The bridge is old, as the mayor has pointed out.") == [
        (["the mayor"], ["has pointed out"], ["The bridge is old"])
    ]


def test_a_day_under_a_preposition_is_not_what_is_spoken_about() -> None:
    assert all(content != ["Monday"] for _, _, content in rows("The mayor commented on Monday."))


def test_a_reason_after_the_speaker_belongs_to_what_is_said() -> None:
    ((source, cue, content),) = rows("The bridge must close, the mayor said, because the pillars are cracked.")
    assert (source, cue) == (["the mayor"], ["said"])
    assert content == ["The bridge must close", "because the pillars are cracked"]


def test_a_while_clause_after_the_speaker_does_not() -> None:
    ((_, _, content),) = rows("The army will leave, the spokesperson added, while talks go on in Doha.")
    assert content == ["The army will leave"]


def test_an_aside_about_the_last_noun_is_no_part_of_an_object() -> None:
    assert (["The mayor"], ["praised"], ["the engineers"]) in rows(
        "The mayor praised the engineers, who worked all night."
    )


def test_the_object_of_a_retraction_is_whole() -> None:
    found = rows("The ministry retracted its claim that the rebels had fled.")
    assert (["The ministry"], ["retracted"], ["its claim that the rebels had fled"]) in found


def test_an_infinitive_joined_by_and_belongs_to_the_content() -> None:
    ((_, _, content),) = rows("The minister promised to rebuild the bridge and to pay the workers.")
    assert content == ["to rebuild the bridge and to pay the workers"]


def test_a_link_to_another_article_has_no_source() -> None:
    assert rows("ALSO READ: Army leaves second town", "related") == []
    assert rows("PHOTOS: The army leaves a second town", "furniture") == []


def test_a_name_before_a_colon_is_a_source_only_in_titles_and_prose() -> None:
    line = "Police: Three men held after blast"
    assert rows(line)[0][:2] == (["Police"], [":"])
    assert rows(line, "title")[0][:2] == (["Police"], [":"])
    assert rows(line, "related") == []


@pytest.mark.parametrize("line", ["Limited tools to fight fire: The city has two pumps.", "Results: The pumps failed."])
def test_a_topic_before_a_colon_is_no_source(line: str) -> None:
    assert rows(line) == []


def test_a_speaker_in_a_transcript_may_stand_inside_the_quotation_mark() -> None:
    assert (["SMITH"], [":"]) in [(s, c) for s, c, _ in rows('"SMITH: The bridge is old and nobody has repaired it.')]


def test_a_verb_that_only_introduces_speech_needs_a_quotation() -> None:
    assert rows("The mayor began driving so fast that the guards fell behind.") == []


def test_an_unsourced_request_that_is_only_an_object_is_not_reported() -> None:
    assert all("request" not in cue[0] for _, cue, _ in rows("The court received a request to open the files."))
