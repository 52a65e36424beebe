"""Who goes on for the side that spoke, who belongs to fighters whatever town or rank stands beside him, and what a side does not answer."""

from __future__ import annotations

import pytest

RAID = "Omani jets bombed a camp of the Dhofar Front near Mirbat on Sunday, Oman's army said. {}"


def stances(found, event):
    """The last stance of each side on the first event of a type."""
    return {c.side: c.stance for c in next(e for e in found if event in e.event).claims if c.side}


@pytest.mark.parametrize(
    "said",
    [
        'Lesotho\'s interior ministry denied it. "There was no meeting," a statement said.',
        'Lesotho\'s interior ministry denied it. "There was no meeting," the Director of Public Information, Colonel Thabo Mokone, told reporters.',
        'A spokesman for Lesotho\'s government denied it. "There was no meeting," Sheikh Thabo Mokone told a radio station.',
    ],
)
def test_whoever_goes_on_for_a_side_that_denied_is_on_that_side(coded, said):
    found = coded("Ministers of Botswana and Lesotho met in Maseru on Monday, Botswana's government said. " + said)
    event = next(e for e in found if "CONSULT" in e.event)
    assert {c.side for c in event.claims if c.factuality == "CT-"} == {"Lesotho"}


def test_a_witness_behind_a_denial_speaks_for_himself(coded):
    said = 'Lesotho\'s interior ministry denied it. "There was no meeting," farmer Thabo Mokone told reporters.'
    found = coded("Ministers of Botswana and Lesotho met in Maseru on Monday, Botswana's government said. " + said)
    event = next(e for e in found if "CONSULT" in e.event)
    assert "Lesotho" not in {c.side for c in event.claims if c.source == "Thabo Mokone"}


@pytest.mark.parametrize(
    "said",
    [
        "The rebels' representative in Nairobi, Jon Garang Aru, said his side had freed the soldiers.",
        "Rebel commander Jon Garang Aru said his side had freed the soldiers.",
        "The rebels' northern command said it had freed the soldiers.",
    ],
)
def test_whose_office_a_side_owns_speaks_for_it_wherever_he_lives(coded, said):
    text = "The Sudan Liberation Movement freed nine soldiers of Sudan on Friday. " + said
    assert "Sudan Liberation Movement" in {c.side for e in coded(text) if "RETREAT" in e.event for c in e.claims}


def test_fighters_called_by_a_name_of_their_own_have_commanders_called_so(coded):
    text = "Maoist rebels in Peru freed nine soldiers on Friday. Maoist commander Abel Quispe said his men had set the soldiers free."
    sides = {c.side for e in coded(text) if "RETREAT" in e.event for c in e.claims}
    assert "Peru" not in sides
    assert len(sides - {None}) == 1


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kenya's police said they had seen no one cross.", None),
        ("Kenya's interior ministry said the men's departure had nothing to do with the election.", None),
        ('"He is not under arrest and never was," Kenya\'s interior minister said.', "denies"),
    ],
)
def test_who_saw_nothing_or_only_denies_a_reason_denies_no_deed(coded, said, stance):
    found = coded("Kenyan police arrested a Ugandan trader at Busia on Monday, Uganda's foreign ministry said. " + said)
    assert stances(found, "COERCE").get("Kenya") in (stance, "asserts" if stance is None else stance)


def test_what_a_denied_report_is_called_is_not_what_is_denied(coded):
    text = (
        "Malian troops opened fire on a Nigerien patrol on Tuesday, Niger's army said. "
        "Mali's defence ministry dismissed the report as another attempt by Niamey to deceive the mediators."
    )
    assert stances(coded(text), "ASSAULT") == {"Niger": "asserts", "Mali": "denies"}


def test_a_deed_of_last_week_is_still_news(coded):
    text = (
        "Ugandan agents arrested a Rwandan trader in Kampala last week, according to two people who asked not to be named. "
        '"We are holding no such person," Ugandan police spokesman Fred Okello said.'
    )
    arrests = [e for e in coded(text, published="2019-03-02") if "COERCE" in e.event and not e.auxiliary]
    assert [e.status for e in arrests] == ["denied"]


def test_what_a_party_is_quoted_for_in_a_clause_beside_is_no_answer(coded):
    text = (
        "Envoys of Ghana's government and the National Democratic Congress reportedly held secret talks in Lome on Tuesday. "
        "The two have been at odds since the election, which the National Democratic Congress says was stolen."
    )
    assert "National Democratic Congress" not in stances(coded(text), "CONSULT")


def test_what_somebody_was_asked_is_nobodys_claim(coded):
    text = (
        "Zambia on Thursday denied that its ministers had met their Malawian counterparts in Dodoma last weekend. "
        "Asked whether Lusaka favoured a dialogue with Lilongwe, the spokesman said that the border was long."
    )
    (event,) = [e for e in coded(text) if "CONSULT" in e.event]
    assert [c.side for c in event.claims] == ["Zambia"]


def test_who_takes_the_blame_for_a_deed_claims_it(coded):
    text = "A car bomb killed eleven people in Quetta on Tuesday. The Balochistan Liberation Army took the blame for the bombing on Thursday."
    (event,) = [e for e in coded(text) if "ASSAULT" in e.event]
    assert "claims responsibility" in {c.stance for c in event.claims}


def test_reports_of_something_else_are_denied_alone(coded):
    text = (
        "Kenya expelled Burundi's ambassador on Monday, the foreign ministry in Nairobi said. "
        "In Bujumbura the government dismissed reports of a cabinet crisis as gossip."
    )
    assert stances(coded(text), "SANCTION") == {"Kenya": "asserts"}


def test_a_bystander_who_had_no_part_in_a_deed_leaves_it_standing(coded):
    text = (
        "Gunmen kidnapped three Chadian engineers near Abeche on Monday, Chad's interior ministry said. "
        "Sudan said it had nothing to do with the kidnapping."
    )
    (event,) = [e for e in coded(text) if "ASSAULT" in e.event]
    assert event.status in ("reported", "confirmed_by_one")
