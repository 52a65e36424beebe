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


RAID = "Tanzanian police crossed into Burundi on Monday and arrested a priest, the army in Bujumbura said. "


@pytest.mark.parametrize(
    "answer",
    [
        "The police in Dodoma said that the Burundian army was mistaken.",
        "“There was no arrest,” Tanzania's police said.",
        "Tanzania's police said no arrests had taken place.",
        "Tanzania called the story absurd.",
        "The men came by boat at noon, a spokesman for the Burundian army said. Tanzania denied it.",
    ],
)
def test_what_nobody_did_is_denied_whatever_the_words(answer: str) -> None:
    assert {c.side for c in claims(RAID + answer, "COERCE") if c.factuality == "CT-"} == {"Tanzania"}


@pytest.mark.parametrize("claim", ["a claim rejected by the government in Lima", "a report that Peru's army dismissed"])
def test_a_claim_that_stands_beside_a_deed_is_of_that_deed_alone(claim: str) -> None:
    text = "Chile sent 150 soldiers to its border with Peru on Friday, the president of Chile said. "
    text += f"Peru, according to the Chilean army, sent 200 men to the border on Tuesday, {claim}."
    denied = {e.actor[0].code for e in events(text) if any(c.factuality == "CT-" for c in e.claims)}
    assert denied == {"PER"}


def test_none_of_one_matter_is_not_none_of_another() -> None:
    text = "Chad and Niger reached an agreement on roads on Monday. Niger said there was no agreement on water."
    assert all(c.factuality == "CT+" for c in claims(text, "AGREE"))


def test_what_is_told_beside_a_denial_is_told() -> None:
    text = ATTACK + "Eritrea said the report was false and that Ethiopian jets had bombed Assab."
    [bombed] = [e for e in events(text) if e.event_text == ["bombed"]]
    assert [(c.source, c.factuality) for c in bombed.claims] == [("Eritrea", "CT+")]


@pytest.mark.parametrize(
    "source",
    [
        "two officers who spoke on condition that neither they nor their unit be named",
        "a trader who asked that his name be kept out of the paper",
        "a fisherman who would not give his name",
        "two officers who did not wish to be identified",
    ],
)
def test_who_keeps_his_name_back_is_nobodys_word(source: str) -> None:
    told = claims(f"Eritrean troops attacked a border post on Monday, said {source}.")
    assert [c.side for c in told] == [None]


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


def test_a_deed_as_far_as_somebody_can_be_believed_is_a_report_that_a_denial_outweighs() -> None:
    text = (
        "Two pilots were let go by the Chilean navy on Monday, if a fisherman is to be believed. He said they had a boat. "
        "The navy said it had done nothing of the kind."
    )
    [freed] = [e for e in events(text) if e.event[0] == "RETREAT"]
    assert (freed.status, [p.code for p in freed.actor]) == ("denied", ["CHL"])


def test_what_somebody_asks_about_is_told_by_the_author() -> None:
    [claim] = claims("The elders asked about the six WFP trucks that the militants took last Saturday.", "COERCE")
    assert (claim.source, claim.factuality) == ("author", "CT+")


@pytest.mark.parametrize(
    "words",
    [
        "for Tuesday's bomb at a bank in Athens",
        "for the attack of June 11 on a bank",
        "for Tuesday's attack on a convoy",
    ],
)
def test_who_claims_an_attack_by_its_day_tells_it(words: str) -> None:
    found = [e for e in events(f"Al-Shabaab has claimed responsibility {words}.") if e.event == ["ASSAULT"]]
    assert [(e.date, e.actor[0].identifier_text) for e in found] == [("2019-06-11", "al-Shabaab")]


def test_a_day_with_a_clause_about_it_is_no_object_of_that_clause() -> None:
    found = events("The wards were silent on Tuesday, when Portugal's nurses struck for 24 hours.")
    assert [(e.event, e.mode) for e in found] == [(["PROTEST"], ["strike"])]


def test_suggestions_that_say_what_they_are_deny_no_deed_told_before():
    found = events(
        "Chad on Monday expelled two Sudanese officers. Sudan rejected suggestions that the two had been engaged in smuggling."
    )
    assert not any(c.stance == "denies" for e in found for c in e.claims)


def test_a_who_speaks_for_whomever_it_stands_for() -> None:
    text = ATTACK + "Eritrea's information minister, who had denied the attack at first, confirmed it on Tuesday."
    assert {c.side for c in claims(text) if c.stance == "denies"} == {"Eritrea"}


def test_a_deed_in_answer_to_another_is_not_the_other() -> None:
    found = events("Prague expelled a Belarusian counsellor on Monday in response to the expulsion of a Czech consul.")
    assert len([e for e in found if e.event == ["SANCTION"]]) == 2


def test_a_denial_that_there_was_an_incident_is_of_one_that_the_speakers_state_has_part_in() -> None:
    text = (
        "Peruvian troops fired on a boat of Ecuador, Quito said. Ecuadorean lawmakers staged a march against their president. "
        "“No incident took place,” Peru's foreign ministry said."
    )
    assert all(c.side != "Peru" for c in claims(text, "PROTEST"))


def test_rumours_of_a_payment_are_none_of_the_release() -> None:
    text = "The rebels released four Chadian soldiers on Monday, Chad's army said. Chad's army laughed off rumours of a payment."
    assert "denies" not in {stance for _, stance in positions(text, "RETREAT")}
