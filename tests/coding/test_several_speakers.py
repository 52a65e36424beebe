"""Two who speak at once: each of them takes the position."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.coding import code
from sayso.model import Settings
from sayso.reading import read_text

MET = "Envoys of Turkey and Armenia met in Vienna on Tuesday"


@pytest.mark.parametrize(
    "text",
    [
        f"{MET}, Ankara and Yerevan said.",
        f"{MET}, Turkey and Armenia said.",
        f"{MET}, the Turkish and Armenian foreign ministries said.",
        f"{MET}, Turkey's foreign ministry and an Armenian spokesman said.",
        f"{MET}. Turkish and Armenian officials confirmed it.",
        f"{MET}, their foreign ministries said.",
        "Turkey and Armenia said their envoys had met.",
    ],
)
def test_each_of_two_speakers_says_it(text):
    met = [
        e
        for e in code(annotate(read_text(text, published="2015-06-10"), Settings()), Settings())
        if "CONSULT" in e.event
    ]
    assert [e.status for e in met] == ["confirmed_by_all"]


def test_one_speaker_speaks_for_himself():
    met = code(annotate(read_text(f"{MET}, a Turkish official said.", published="2015-06-10"), Settings()), Settings())
    assert {c.side for e in met for c in e.claims} == {"Turkey"}


def test_residents_who_speak_beside_a_body_are_no_government():
    text = "Kenyan soldiers shot two herders in Isiolo, residents and the United Nations said."
    events = code(annotate(read_text(text, published="2015-06-10"), Settings()), Settings())
    assert {c.source for e in events for c in e.claims} == {"residents", "United Nations"}
