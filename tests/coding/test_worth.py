"""Records that nobody would write down by hand: deeds that are only named, plans that concern no side, doers that the parse suggests."""

from __future__ import annotations

import pytest


def of(events, kind):
    return [e for e in events if e.event == [kind]]


@pytest.mark.parametrize(
    "text",
    [
        "Police in Kilkenny found a car bomb in a garage on Sunday.",
        "The French health minister visited Nairobi to help victims of the bombings.",
        "The king paid tribute to bombing victims.",
        "Ghana's president was looking for an end to the cycle of attacks.",
    ],
)
def test_whoever_has_to_do_with_an_attack_did_not_make_it(coded, text):
    assert [e for e in of(coded(text), "ASSAULT") if e.actor] == []


def test_whoever_carried_an_attack_out_did_make_it(coded):
    [deed] = of(coded("Rebels launched a series of attacks on Bamako on Monday."), "ASSAULT")
    assert {p.sector for p in deed.actor} == {"REB"}


@pytest.mark.parametrize(
    "text",
    [
        "Ms Lee has worked to support students throughout her career.",
        "Passengers were told to contact their airline.",
        "The bill would guarantee the rights of children.",
    ],
)
def test_what_no_side_stands_behind_is_not_recorded(coded, text):
    assert coded(text) == []


def test_a_deed_and_the_noun_that_names_it_are_one_record(coded):
    [aid] = of(coded("Norway has contributed 30 million dollars in assistance to Malawi."), "AID")
    assert [p.code for p in aid.recipient] == ["MWI"]


def test_people_counted_among_others_are_not_added_to_them(coded):
    text = (
        "A bomb exploded in Quetta on Friday. Six people were killed, two of them children, and more than 40 injured."
    )
    sizes = [e.size for e in of(coded(text, published="2011-05-08"), "ASSAULT") if e.size]
    assert max(s.dead or 0 for s in sizes) == 6


def test_who_is_criticized_for_a_deed_did_it(coded):
    [deed] = of(coded("Norway criticized the police officer for shooting a man in Bergen."), "ASSAULT")
    assert {p.sector for p in deed.actor} == {"COP"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Kenyan army dismissed the claim.", id="a charge of nobody named turned down"),
        pytest.param("Kenya's army rejected the accusation as baseless.", id="an accusation turned down"),
        pytest.param("A Zambian general pleaded not guilty to murder on Monday.", id="a plea of innocence"),
        pytest.param("The Ugandan government failed to aid Congolese refugees.", id="aid that was not given"),
        pytest.param("The EU neglected to support Kosovo.", id="support that was not given"),
        pytest.param("Kenyan police are looking for a man accused of spying for Uganda.", id="who somebody is"),
        pytest.param("It is not known which side fired first.", id="a side that is not known"),
    ],
)
def test_words_about_deeds_are_none(coded, text):
    assert coded(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ghana rejected Togo's accusation as baseless.", "REJECT"),
        ("A Zambian general pleaded guilty to murder on Monday.", "CONCEDE"),
        ("The Ugandan government aided Congolese refugees.", "AID"),
        ("Zambia's president fired two ministers.", "SANCTION"),
        ("Kenyan police fired on a rally in Kisumu.", "ASSAULT"),
        ("Sudanese soldiers fired into a funeral procession in Omdurman.", "ASSAULT"),
        ("Militants fired on a bus in Mandera.", "ASSAULT"),
    ],
)
def test_what_looks_like_them_is_one(coded, text, event):
    assert [e.event for e in coded(text)] == [[event]]


@pytest.mark.parametrize(
    "text",
    [
        "Chad said none of its units was responsible for the shelling.",
        "The minister said the police were not responsible for the riot.",
        "The Lagos Post stood by its report.",
        "The general stuck by his account of the battle.",
    ],
)
def test_who_disowns_a_deed_accuses_nobody_and_who_stands_by_his_words_supports_nobody(coded, text):
    assert not {"ACCUSE", "SUPPORT"} & {x for e in coded(text) for x in e.event}


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers beat several market traders in Gitega on Sunday.",
        "Guards had beaten three Bangladeshi woodcutters, villagers said.",
        "Policemen clubbed a fruit vendor in Lima.",
    ],
)
def test_people_of_any_trade_can_be_beaten(coded, text):
    assert [e.mode for e in of(coded(text), "ASSAULT")] == [["beat"]]


def test_a_match_that_is_won_is_no_beating(coded):
    assert of(coded("The Nigerian champions beat the Ghanaian team on Sunday."), "ASSAULT") == []
