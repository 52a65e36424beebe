"""Events that a party's words take for granted: its own deed by a plain name, what was done to it; not what it only judges or doubts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Ghana suspended all military aid to Togo on Monday. Ghana's foreign minister said the suspension took effect at once.",
            {"Ghana"},
        ),
        ("Ghana expelled a Togolese diplomat. Togo's foreign ministry said the expulsion broke a treaty.", {"Togo"}),
        (
            "Envoys of Chad and Sudan met in Doha. Chad's foreign ministry said the meeting had lasted an hour.",
            {"Chad"},
        ),
        ("Ghana expelled a Togolese diplomat. Togo's foreign ministry called the expulsion groundless.", set()),
        ("Envoys of Chad and Sudan met in Doha. Chad's foreign ministry said the meeting would go on.", {"Chad"}),
        (
            "Rebels said the army attacked a village in Chad. An army spokesman said the attack was the work of bandits.",
            set(),
        ),
    ],
)
def test_whoever_takes_an_event_for_granted_affirms_it(coded, text, sides):
    event = coded(text)[0]
    assert {c.side for c in event.claims if c.cue == "said" and c.side and c.side != "Rebels"} == sides
