"""Who speaks for whom: spokesmen named without their body, heads of bodies, people counted before, both countries, whose soldiers are freed."""

from __future__ import annotations

import pytest


def mention(article, phrase):
    return next(a for a in article.actors if a.text == phrase)


@pytest.mark.parametrize(
    ("text", "phrase", "side"),
    [
        (
            "The Peruvian Foreign Ministry denied it. Spokesman Jorge Luna said the pilots were at home.",
            "Spokesman Jorge Luna",
            "Peru",
        ),
        (
            "Chad freed a pilot, Niger's defence ministry said. The ministry had no details. Ministry spokesman Ali Sani spoke in Niamey.",
            "Ministry spokesman Ali Sani",
            "Niger",
        ),
        ("The Taliban denied the attack. Spokesman Karim Shah called it a lie.", "Spokesman Karim Shah", "Taliban"),
        (
            "LIMA - The State Commission on Refugees met. Jorge Luna of the commission told of progress.",
            "Jorge Luna",
            "Peru",
        ),
        (
            "LIMA - The head of the Committee for Floods said that Chile had sent tents.",
            "The head of the Committee",
            "Peru",
        ),
        (
            "Pakistan denied on Thursday that it had expelled an Indian. Foreign Office spokesman Tariq Mir told reporters so.",
            "Foreign Office spokesman Tariq Mir",
            "Pakistan",
        ),
        (
            "A spokesman for the Taliban denied it. He gave no details. The spokesman also said that the men had left.",
            "The spokesman",
            "Taliban",
        ),
        (
            "QUITO - Peru freed two pilots. Deputy Foreign Minister Jorge Luna said so.",
            "Deputy Foreign Minister Jorge Luna",
            "Ecuador",
        ),
    ],
)
def test_spokesmen_are_on_the_side_of_the_body_spoken_of(annotated, text, phrase, side):
    assert mention(annotated(text), phrase).side == side


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        (
            "Kenya freed four Tanzanian fishermen. The four men were never charged.",
            "The four men",
            "Tanzanian fishermen",
        ),
        ("Kenya freed nine Tanzanian fishermen on Monday. The men came home by bus.", "The men", "Tanzanian fishermen"),
        (
            "Chile freed two Peruvian pilots. Four others are held. The two pilots flew home.",
            "The two pilots",
            "Peruvian pilots",
        ),
    ],
)
def test_people_are_those_who_were_counted_before(annotated, text, phrase, name):
    assert mention(annotated(text), phrase).identifier_text == name


def test_a_body_is_they_only_where_no_people_are(annotated):
    text = "Peru freed nine Chilean pilots. The pilots were tired. The army in Lima said that they had been let go."
    assert mention(annotated(text), "they").code == "CHL"


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("Peru's army has denied that Chile released two of its sailors.", "its", "PER"),
        ("Kenya said that Uganda had freed its fishermen.", "its", "KEN"),
        ("Sudan expelled an envoy after Chad expelled two.", "an envoy", "TCD"),
        (
            "QUITO - The two soldiers were freed by the Peruvian side on Monday, Ecuador's army said.",
            "The two soldiers",
            "ECU",
        ),
    ],
)
def test_who_is_freed_or_expelled_is_not_of_whoever_does_it(annotated, text, phrase, code):
    assert mention(annotated(text), phrase).code == code


def test_a_state_named_only_for_a_thing_leaves_the_ministry_at_home(annotated):
    text = "LIMA - The Chilean flour has turned up. The Ministry of Health said that Chile had delivered it in May."
    assert mention(annotated(text), "The Ministry of Health").code == "PER"


def test_a_minister_to_be_is_not_meant_by_his_family_name(annotated):
    article = annotated("Azerbaijan said that Hasanov and Orujov had left.", published="2012-09-27")
    assert "Zakir Hasanov" not in {a.identifier_text for a in article.actors}


def test_an_official_answers_for_his_own_states_people(annotated):
    text = "Interior Secretary Ana Luna denied on Thursday that Peruvian police had met Bolivian envoys in Chile's capital, Santiago."
    assert mention(annotated(text), "Interior Secretary Ana Luna").code == "PER"


def test_whose_a_spokesman_is_is_told_outside_the_quotation(annotated):
    text = 'Peru\'s Foreign Ministry expressed regret. "We are sorry that Santiago has cancelled the visit," said its spokesman, Jorge Luna.'
    assert mention(annotated(text), "its spokesman, Jorge Luna").code == "PER"


@pytest.mark.parametrize(
    ("text", "phrase", "side"),
    [
        ("Turkey freed four Greek fishermen on Monday, the defence ministry said.", "the defence ministry", "Turkey"),
        ("Peru on Monday expelled two envoys, a foreign ministry spokesman said.", "a foreign ministry spokesman", "Peru"),
        ("ATHENS - Turkey held four Greek fishermen, the foreign ministry said.", "the foreign ministry", "Greece"),
        ("The foreign ministry said that Turkey had held four Greek fishermen.", "The foreign ministry", None),
    ],
)  # fmt: skip
def test_a_body_that_tells_a_states_deed_after_it_is_that_states(annotated, text, phrase, side):
    assert mention(annotated(text), phrase).side == side


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        (
            "Rebels fired on a convoy in Chad, the UN mission said. The trucks came from Abeche, said a spokeswoman for the mission, Claire Martin.",
            "Claire Martin",
            "United Nations",
        ),
        (
            "Naval headquarters in Manila said a Chinese ship had fired on a boat.",
            "Naval headquarters in Manila",
            "Philippines",
        ),
        (
            "Air Force Headquarters in New Delhi denied that jets had bombed a post.",
            "Air Force Headquarters in New Delhi",
            "India",
        ),
    ],
)
def test_headquarters_are_a_states_and_a_name_behind_a_body_is_its_spokesmans(annotated, text, name, side):
    article = annotated(text)
    assert {a.side for a in article.actors if a.identifier_text == name} == {side}


@pytest.mark.parametrize(
    ("text", "phrase", "side"),
    [
        ("Rockets fell on Haifa. Hassan Nasrallah said more would come.", "Hassan Nasrallah", "Hezbollah"),
        (
            "The FARC freed a nurse. Pastor Alape said that she was well.",
            "Pastor Alape",
            "Revolutionary Armed Forces of Colombia",
        ),
    ],
)
def test_known_leaders_and_fighters_are_on_their_group_s_side(annotated, text, phrase, side):
    assert mention(annotated(text, "2014-05-02"), phrase).side == side


def test_police_have_spokesmen(annotated):
    text = "Zagreb protested. Slovenia's police said that they had held nobody. The three are free, a spokeswoman, Mojca Novak, said."
    assert {a.side for a in annotated(text).actors if "Mojca Novak" in a.text} == {"Slovenia"}


def test_a_military_spokesman_is_no_spokesman_of_whoever_was_told_of_before(annotated):
    text = "They were handed to the Red Cross in Cusco, military spokesman Colonel Jorge Luna of Peru said."
    spokesman = mention(annotated(text), "military spokesman Colonel Jorge Luna")
    assert (spokesman.side, spokesman.sector) in {(None, "MIL"), ("Peru", "MIL")}
