"""Whole passages: whose words a quotation is across paragraphs, and chains of sources inside one sentence."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.coding import code
from sayso.model import Attribution, Settings
from sayso.reading import read_text


def attributions(text: str) -> list[tuple[str | None, list[str]]]:
    article = annotate(read_text(text, published="2020-03-10"), Settings())
    return [(a.speaker, _words(article.text, a)) for a in article.attributions]


def _words(text: str, a: Attribution) -> list[str]:
    return [s.of(text) for s in a.content]


def test_paragraphs_left_open_belong_to_the_speaker_whom_the_last_names() -> None:
    text = (
        'The harbour was full.\n\n"We waited for weeks.\n\n"Nobody came.\n\n'
        '"Then the ice broke," Captain Ann Holt said.\n'
    )
    assert attributions(text) == [
        ("Ann Holt", ['"We waited for weeks.', '"Nobody came.', '"Then the ice broke,"']),
    ]


def test_words_go_on_after_a_speaker_with_a_relative_clause() -> None:
    text = '"It was," said Ann Holt, who led the crew, "an accident."'
    assert attributions(text) == [("Ann Holt", ['"It was,"', '"an accident."'])]


def test_a_clause_with_as_stands_inside_what_is_said() -> None:
    text = "The lake, as one of the mayor's advisers pointed out, normally does not freeze."
    assert attributions(text)[0][1] == ["The lake", "normally does not freeze"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Reuters reported that a spokesman for Sudan's army said its troops had shelled rebels in Darfur.",
            ["Reuters", "spokesman"],
        ),
        ("The president said his adviser told him that Kenya had attacked Somalia.", ["president", "adviser"]),
        ("Kenya had attacked Somalia, the minister said, according to the BBC.", ["BBC", "minister"]),
    ],
)
def test_a_chain_runs_from_the_outer_source_to_the_one_who_speaks(text: str, chain: list[str]) -> None:
    article = annotate(read_text(text, published="2020-03-10"), Settings())
    chains = [" > ".join(c.chain) for e in code(article, Settings()) for c in e.claims]
    assert any(
        all(word in found for word in chain) and found.index(chain[0]) < found.index(chain[1]) for found in chains
    ), chains


def test_nobody_who_claims_responsibility_makes_no_attack_of_their_own() -> None:
    text = "A bomb killed four soldiers in northern Mali on Monday. No group has claimed responsibility for the attack."
    article = annotate(read_text(text, published="2020-03-10"), Settings())
    events = code(article, Settings())
    assert len(events) == 1
    assert {c.stance for c in events[0].claims} == {"asserts"}


def test_a_claim_of_responsibility_joins_the_attack_by_men_without_a_name() -> None:
    text = "Gunmen attacked a hotel in Kabul. The Taliban claimed responsibility for the attack."
    article = annotate(read_text(text, published="2020-03-10"), Settings())
    [event] = code(article, Settings())
    assert {c.stance for c in event.claims} == {"asserts", "claims responsibility"}
