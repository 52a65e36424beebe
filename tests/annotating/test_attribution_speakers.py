"""Who goes on speaking, where a source ends, and what is only told inside another's words, over the real parse."""

from __future__ import annotations

import pytest
from test_attribution_extent import rows


def test_a_speaker_who_said_one_thing_and_warned_of_another_is_the_source_of_both() -> None:
    found = rows("The mayor said the bridge would close in May and warned that the ferry was full.")
    assert [(s, c) for s, _, c in found] == [
        (["The mayor"], ["the bridge would close in May"]),
        (["The mayor"], ["that the ferry was full"]),
    ]


def test_a_participle_after_a_comma_goes_on_with_the_outer_speaker() -> None:
    found = rows("The mayor said the engineers were right, arguing that the bridge had rusted.")
    assert found[1][0] == ["The mayor"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Ann Lee, a developer and spokeswoman for the Coalition, which is made up of dockers, said many of the bridges were old.",
            "Ann Lee, a developer and spokeswoman for the Coalition,",
        ),
        ("Ann Lee -- the mayor of York -- said the bridge was old.", "Ann Lee -- the mayor of York --"),
        ("A panel of engineers in 2001 found that the bridge was old.", "A panel of engineers"),
        ("Both the mayor and the baker said the bridge was old.", "the mayor and the baker"),
    ],
)
def test_a_source_is_a_whole_name_and_no_more(text: str, source: str) -> None:
    assert rows(text)[0][0] == [source]


def test_what_the_author_sets_against_the_words_is_no_part_of_them() -> None:
    assert rows("The mayor said the bridge was safe, although it had closed twice.")[0][2] == ["the bridge was safe"]


def test_the_word_that_ties_a_sentence_to_the_last_is_no_part_of_what_was_said() -> None:
    assert rows("But the bridge is safe, the mayor said.")[0][2] == ["the bridge is safe"]
    assert rows("However, the bridge is safe, according to the mayor.")[0][2] == ["the bridge is safe"]


def test_plans_and_opinions_inside_what_somebody_said_are_part_of_the_words() -> None:
    assert [cue for _, cue, _ in rows("The mayor said she had a plan to close the bridge.")] == [["said"]]


def test_a_chain_of_speakers_keeps_every_link() -> None:
    found = rows("The agency reported that the spokesman said the minister had told envoys the bridge was closed.")
    assert [s for s, _, _ in found] == [["The agency"], ["the spokesman"], ["the minister"]]


def test_a_bridge_that_was_seen_has_no_source() -> None:
    assert rows("The mayor saw the bridge and accepted an award.") == []


def test_footage_shows_what_a_person_does_not() -> None:
    assert rows("A poll showed a lead for the mayor.")[0][2] == ["a lead for the mayor"]
    assert rows("The mayor showed the bridge to the baker.") == []
