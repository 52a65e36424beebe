"""Of which state a name sounds."""

from __future__ import annotations

import pytest

from sayso.knowledge.bearers import sounds_of


@pytest.mark.parametrize(
    ("name", "states", "meant"),
    [
        ("Park Sung-min", ("JPN", "KOR"), "KOR"),
        ("Hiroshi Tanabe", ("JPN", "KOR"), "JPN"),
        ("Goran Petrovski", ("GRC", "MKD"), "MKD"),
        ("Giorgos Stavridis", ("GRC", "MKD"), "GRC"),
        ("Mehmet Kaya", ("SOM", "TUR"), "TUR"),
        ("Abdirahman Warsame", ("SOM", "TUR"), "SOM"),
    ],
)
def test_a_name_is_most_like_those_of_its_state(name, states, meant):
    found = sounds_of(name, dict.fromkeys(states, 0.0))
    assert found is not None
    assert found[0] == meant
    assert found[1] > 1


def test_one_state_alone_is_not_chosen():
    assert sounds_of("Park Sung-min", {"KOR": 0.0}) is None
