"""Attributions in whole sentences, over the real parse."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.annotating import attribution, language
from sayso.model import Actor, Article, Attribution, Block, Settings, Span

SETTINGS = Settings()


def article(text: str, actors: list[Actor] | None = None) -> Article:
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(at, at + len(line)))
        at += len(line) + 1
    made = Article(id="t", text=text, blocks=blocks)
    language.add(made, SETTINGS)
    made.actors = actors or []
    attribution.add(made, SETTINGS)
    return made


def spans(made: Article, found: list[Span]) -> list[str]:
    return [s.of(made.text) for s in found]


def rows(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    made = article(text)
    return [(spans(made, a.source), spans(made, a.cue), spans(made, a.content)) for a in made.attributions]


def only(text: str) -> Attribution:
    (found,) = article(text).attributions
    return found


def test_an_indirect_quotation_keeps_its_complementizer_and_loses_its_full_stop() -> None:
    assert rows("The minister said that the bridge would reopen in May.") == [
        (["The minister"], ["said"], ["that the bridge would reopen in May"])
    ]


def test_speech_before_its_cue_is_the_content() -> None:
    assert rows("The bridge will reopen in May, the minister said.") == [
        (["the minister"], ["said"], ["The bridge will reopen in May"])
    ]


def test_a_quotation_that_goes_on_after_its_cue_is_one_content_of_two_parts() -> None:
    assert rows('"We are ready," said Ann Smith, the mayor. "Nobody will be left behind."') == [
        (["Ann Smith, the mayor"], ["said"], ['"We are ready,"', '"Nobody will be left behind."'])
    ]


def test_a_quotation_over_two_paragraphs_belongs_to_the_speaker_of_the_first() -> None:
    found = rows("“We are ready,” Ann Smith said. “The road was long.\n“Now it is over.”")
    assert len(found) == 1
    assert found[0][2] == ["“We are ready,”", "“The road was long.", "“Now it is over.”"] or found[0][2][-1].endswith(
        "Now it is over.”"
    )


def test_a_colon_before_a_quotation_belongs_to_the_cue() -> None:
    assert (["Smith"], ["added:"], ["“The road was long.”"]) in rows("Smith added: “The road was long.”")


def test_auxiliaries_and_negation_belong_to_the_cue() -> None:
    found = rows("The company has not said whether the plant will close.")
    assert found == [(["The company"], ["has not said"], ["whether the plant will close"])]


def test_according_to_has_its_source_after_it() -> None:
    assert (["the ministry"], ["according to"], ["Three bridges were closed"]) in rows(
        "Three bridges were closed, according to the ministry."
    )


def test_an_adverb_has_no_source() -> None:
    made = article("The army reportedly shelled the town.")
    found = made.attributions[0]
    assert (found.source, found.stance) == ([], "reports")


def test_a_headline_may_name_its_speaker_before_a_colon() -> None:
    assert rows("Smith: the bridge will stay open\nThe bridge is old.")[0] == (
        ["Smith"],
        [":"],
        ["the bridge will stay open"],
    )


@pytest.mark.parametrize("source", ["diplomats", "Pentagon", "Lao army"])
def test_a_headline_may_name_its_source_behind_a_colon(annotated: Any, source: str) -> None:
    article = annotated(f"Laos has freed 12 Thai soldiers: {source}\n\nVIENTIANE - Nobody spoke of it.")
    assert source in [s.of(article.text) for a in article.attributions for s in a.source]


@pytest.mark.parametrize(
    ("text", "stance", "content"),
    [
        ("Neither side confirmed the meeting.", "does not confirm", "the meeting"),
        ("The embassy declined to comment on the statement.", "declines to comment", "the statement"),
        ("The group claimed responsibility for the attack.", "claims responsibility", "responsibility for the attack"),
        ("The newspaper withdrew its report.", "retracts", "its report"),
        ("The police denied any involvement in the killing.", "denies", "any involvement in the killing"),
        ("The mayor confirmed the arrest.", "confirms", "the arrest"),
        ("The union demanded higher wages.", "demands", "higher wages"),
        ("The king threatened to close the border.", "threatens", "to close the border"),
        ("The president promised to release the prisoners.", "promises", "to release the prisoners"),
    ],
)
def test_the_stance_comes_from_the_cue_and_what_stands_with_it(text: str, stance: str, content: str) -> None:
    made = article(text)
    assert [(a.stance, spans(made, a.content)) for a in made.attributions] == [(stance, [content])]


def test_rejecting_a_plan_denies_nothing_and_rejecting_an_allegation_does() -> None:
    assert only("The minister rejected the plan.").stance == "asserts"
    assert only("The minister rejected the allegation.").stance == "denies"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor said that the dam had burst.", "CT+"),
        ("The mayor denied that the dam had burst.", "CT-"),
        ("The mayor did not deny that the dam had burst.", "Uu"),
        ("The mayor hopes that the dam will hold.", "Uu"),
        ("The mayor believes that the dam has burst.", "PR+"),
    ],
)
def test_a_cue_says_how_firmly_its_source_holds_the_content(text: str, value: str) -> None:
    made = article(text)
    assert [a.factuality for a in made.attributions] == [value]


def test_the_speaker_is_the_actor_on_the_head_of_the_source() -> None:
    text = "She said that the bridge would reopen."
    actor = Actor(0, 3, "She", identifier_text="Ann Smith", entity="e1", kind="pronoun", head=0)
    found = article(text, [actor]).attributions[0]
    assert (found.speaker, found.speaker_entity) == ("Ann Smith", "e1")


def test_without_actors_the_speaker_is_the_text_of_the_source() -> None:
    assert only("The minister said that the bridge would reopen.").speaker == "The minister"


def test_an_article_without_text_or_parse_has_no_attributions() -> None:
    assert article("").attributions == []
    bare = Article(id="t", text="He said no.")
    attribution.add(bare, SETTINGS)
    assert bare.attributions == []
