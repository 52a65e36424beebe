"""Claims that name no event: what "it", a figure, silence and a claim of responsibility are about, and when they were made."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.coding import code
from sayso.model import Claim, Event, Settings
from sayso.reading import read_text


def events(text: str) -> list[Event]:
    return code(annotate(read_text(text, published="2019-06-12"), Settings()), Settings())


def claims(text: str, kind: str = "ASSAULT") -> list[Claim]:
    return [c for e in events(text) if e.event[0] == kind for c in e.claims]


def positions(text: str, kind: str = "ASSAULT") -> set[tuple[str, str]]:
    return {(c.source, c.stance) for c in claims(text, kind)}


ATTACK = "Ethiopia said that Eritrean troops had attacked a border post on Monday. "


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("Eritrea rejected the claim as fiction.", "denies"),
        ("Eritrea called the allegation baseless.", "denies"),
        ("Eritrea said it had nothing to do with the attack.", "denies"),
        ("Eritrea would not confirm the report.", "does not confirm"),
        ("Eritrea admitted involvement in the attack.", "confirms"),
    ],
)
def test_an_answer_is_tied_to_the_deed_that_was_told(answer: str, stance: str) -> None:
    assert ("Eritrea", stance) in positions(ATTACK + answer)


def test_what_was_said_in_between_is_what_somebody_confirms_not_the_deed_before_it() -> None:
    text = ATTACK + "A spokesman told reporters that the weather was fine. The police later confirmed this."
    assert not {c.source for c in claims(text)} & {"police", "The police"}


def test_a_figure_that_cannot_be_confirmed_casts_no_doubt_on_an_event_without_one() -> None:
    text = "Putin accused Georgia of genocide. A rebel said many had died, but the figure could not be confirmed."
    assert all(c.stance != "does not confirm" for c in claims(text, "ACCUSE"))


def test_responsibility_is_taken_for_the_deed_of_ones_own_side() -> None:
    text = (
        "Iran fired missiles at two bases in Iraq on Monday in retaliation for the killing of a general. "
        "Iran's Revolutionary Guard Corps claimed responsibility for the attack."
    )
    taken = [e for e in events(text) if any(c.stance == "claims responsibility" for c in e.claims)]
    assert [any(a.code == "IRQ" for a in e.recipient) for e in taken] == [True]


def test_who_claims_an_attack_that_nobody_else_tells_is_its_only_source() -> None:
    assert positions("Al-Shabaab claimed responsibility for an attack on a base.") == {
        ("al-Shabaab", "claims responsibility")
    }


def test_a_claim_that_turned_out_to_be_false_is_denied_by_who_says_so() -> None:
    (made,) = claims("The report that rebels had shelled the hospital in Aleppo turned out to be false.")
    assert (made.source, made.factuality) == ("author", "CT-")


def test_a_speaker_is_nobody_from_inside_his_own_quotation() -> None:
    text = (
        "Kenyan spokesman David Obonyo said rebels had attacked a convoy. "
        "“No Kenyan soldier was killed. Two were wounded,” he said."
    )
    assert {c.source for c in claims(text)} == {"David Obonyo"}


@pytest.mark.parametrize(
    "text",
    [
        "The army said Tuesday rebels attacked the town.",
        "In a statement released on Tuesday, the army said rebels had attacked the town.",
        "The army said in a video posted on Tuesday that rebels had attacked the town.",
        "Asked on Tuesday about the raid, the army said rebels had attacked the town.",
    ],
)
def test_the_day_of_a_statement_is_not_the_day_of_the_deed(text: str) -> None:
    (event,) = [e for e in events(text) if e.event[0] == "ASSAULT"]
    assert (event.date, [c.said_on for c in event.claims]) == (None, ["2019-06-11"])


@pytest.mark.parametrize(
    "text",
    [
        "A doctor who asked not to be named spoke in Aleppo.",
        "A Kenyan commander contacted by AFP spoke in Garissa.",
        "Iran's minister said that his country would not retaliate.",
        "Russia's foreign ministry distanced itself from its earlier statement.",
    ],
)
def test_words_about_speaking_make_no_record(text: str) -> None:
    assert events(text) == []
