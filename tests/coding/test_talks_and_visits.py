"""Talks, calls and visits in the words that news has for them: who sat with whom, where who went, and what is neither."""

from __future__ import annotations

import pytest


def talks(found):
    return [({p.code for p in e.actor}, {p.code for p in e.recipient}) for e in found if e.event == ["CONSULT"]]


@pytest.mark.parametrize(
    "text",
    [
        "The Thai and Khmer army chiefs of Thailand and Cambodia saw each other in Singapore on Monday.",
        "The presidents of Thailand and Cambodia came together in Singapore on Monday.",
        "Thailand's premier spent an hour alone with Cambodia's foreign minister on Monday.",
        "Thai and Cambodian generals went over the map in Singapore on Monday.",
        "Thailand's foreign minister took up the temple with Cambodia's ambassador on Monday.",
        "The Thai premier had the Cambodian foreign minister to dinner on Monday.",
        "Thailand's foreign minister said that his two hours with the Cambodian ambassador had been useful.",
        "After two hours with the Cambodian ambassador on Monday, Thailand's foreign minister was content.",
        "Monday's session with Cambodia was cordial, the Thai army said.",
    ],
)
def test_those_who_are_together_hold_talks(coded, text):
    assert talks(coded(text)) == [({"THA", "KHM"}, set())]


@pytest.mark.parametrize(
    "text",
    [
        "Peru's foreign minister slipped into La Paz on Monday.",
        "Peru's foreign minister was the guest of Bolivia's president on Monday.",
        "Bolivia's president played host to Peru's foreign minister on Monday.",
        "Peru's prime minister chose La Paz for his first trip abroad.",
        "A Peruvian envoy was in La Paz on Monday to see Bolivian officials.",
        "Bolivia's president welcomed the Peruvian foreign minister on Monday.",
    ],
)
def test_who_goes_to_another_country_is_its_guest(coded, text):
    assert talks(coded(text)) == [({"PER"}, {"BOL"})]


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian President Ollanta Humala visited Arequipa on Monday.",
        "Peruvian and Bolivian fishermen talked about the weather.",
        "The Peruvian general spent two days in a Bolivian jail.",
        "The Peruvian and Bolivian leaders went through a difficult year.",
        "Peruvian soldiers went to Bolivia on Monday and were killed.",
        "The Peruvian minister called the Bolivian president a liar.",
    ],
)
def test_journeys_at_home_and_other_company_are_no_talks(coded, text):
    assert talks(coded(text)) == []


def test_an_of_said_again_names_a_second_side(coded):
    assert talks(coded("The foreign ministers of Laos and of Burma met in Manila on Monday.")) == [
        ({"LAO", "MMR"}, set())
    ]


def test_two_offices_of_one_state_are_not_both_sides(coded):
    text = (
        "Peru's deputy premier and foreign minister received a call from the Chilean foreign minister on Monday. "
        "The two sides discussed the fishing grounds."
    )
    assert talks(coded(text)) == [({"PER", "CHL"}, set())]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("There were no negotiations with the Bolivians in Lima, the Chilean foreign ministry said.", {"BOL", "CHL"}),
        ("No meeting between Chilean and Bolivian officials took place in Lima, Santiago said.", {"BOL", "CHL"}),
        (
            "Nobody from this ministry has met a Bolivian envoy, a Chilean foreign ministry spokesman said.",
            {"BOL", "CHL"},
        ),
    ],
)
def test_talks_that_did_not_take_place_are_denied(coded, text, whom):
    [event] = [e for e in coded(text) if e.event == ["CONSULT"]]
    assert ({p.code for p in event.actor}, event.claims[0].factuality) == (whom, "CT-")


@pytest.mark.parametrize(
    ("text", "guests", "hosts"),
    [
        ("Serbian envoy Goran Savic and Croatian General Ivo Babic saw each other in Vienna.", {"SRB", "HRV"}, set()),
        ("A meeting took place in Lima between the Chilean and Bolivian security chiefs.", {"CHL", "BOL"}, set()),
        ("Chile's foreign minister was our guest for a day, Bolivia's presidency said.", {"CHL"}, {"BOL"}),
        ("No Chilean official has set foot in our country, Bolivia's foreign ministry said.", {"CHL"}, {"BOL"}),
        ("Malta hosted talks between Libya and Chad in March.", {"LBY", "TCD"}, set()),
        ("Kenya arranged a meeting of Somali and Ethiopian officials.", {"SOM", "ETH"}, set()),
        ("Chile's president was in touch with Bolivia's president over a secure line.", {"CHL", "BOL"}, set()),
    ],
)
def test_names_beside_names_and_words_apart_belong_to_the_talks(coded, text, guests, hosts):
    assert talks(coded(text)) == [(guests, hosts)]


def test_a_state_where_talks_are_agreed_on_is_no_party_to_the_pact(coded):
    (told,) = coded("Nepal, Maoist rebels agree to resume peace talks in Geneva")
    assert "CHE" not in {p.code for p in (*told.actor, *told.recipient)}
