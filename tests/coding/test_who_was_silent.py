"""What parties to talks and those near to them say of them in few words: silence, denial in a quotation's first sentence, no names."""

from __future__ import annotations

import pytest


def talks(found):
    [event] = [e for e in found if e.event == ["CONSULT"]]
    return event


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            'Peruvian and Chilean generals reportedly met in Quito on Monday. "Not true. Our generals were at home," '
            "a Peruvian foreign ministry spokesman said.",
            "denied",
        ),
        (
            'Peruvian and Chilean generals reportedly met in Quito on Monday. "There is no fact of that kind," '
            "a Peruvian foreign ministry spokesman said.",
            "denied",
        ),
        (
            "Peruvian and Chilean generals met in Quito on Monday, a person with knowledge of the talks said.",
            "unconfirmed",
        ),
        ("Peruvian and Chilean generals met in Quito on Monday, a man close to the matter said.", "unconfirmed"),
        (
            "Peruvian and Chilean generals met in Quito on Monday. Neither Lima nor Santiago has said a word about it.",
            "reported",
        ),
        ("The Sol Party denied that its leader, Ana Rios, had met Peruvian President Ollanta Humala.", "denied"),
    ],
)
def test_few_words_are_a_position(coded, text, status):
    assert talks(coded(text, "2014-06-04")).status == status


def test_the_day_of_what_is_described_is_not_that_of_describing_it(coded):
    text = "Peru's foreign minister described his talks with the Chilean envoy on May 5 as useful."
    event = talks(coded(text, "2014-06-04"))
    assert (event.date, event.claims[0].said_on) == ("2014-05-05", None)
