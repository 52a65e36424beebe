"""Who holds whom is told once for the taking and the freeing of the same people."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Niger Delta militants freed two Dutch surveyors on Sunday. They were kidnapped in May from a barge.",
            ("ASSAULT", "abduct", "NGA", "NLD"),
        ),
        (
            "Tribesmen in Yemen kidnapped two Swedish consuls in May. The two Swedish consuls were released on Sunday.",
            ("RETREAT", "release", "YEM", "SWE"),
        ),
        (
            "Argentina released the Taiwanese squid boat on Monday. Its coast guard had seized the vessel in May.",
            ("COERCE", "seize", "ARG", "TWN"),
        ),
        (
            "Tajik police confirmed on Monday that they had arrested an Uzbek trader. Rustam Nazarov was arrested in Khujand.",
            ("COERCE", "arrest", "TJK", "UZB"),
        ),
    ],
)
def test_captives_are_those_of_the_other_deed_done_to_them(coded, text, event):
    assert event in told(coded(text))


def test_who_rescues_hostages_has_not_taken_them(coded):
    events = coded("Kenyan police freed three Italian nurses on Friday. The three nurses were kidnapped in April.")
    assert all(not e.actor for e in events if "abduct" in e.mode)


def test_an_exchange_of_prisoners_tells_nothing_of_who_took_whom(coded):
    events = coded("Chad and Libya exchanged 40 prisoners on Monday. Six herders were abducted near Bardai in March.")
    assert all(not {"TCD", "LBY"} & {p.code for p in e.actor} for e in events if "abduct" in e.mode)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Two Danish engineers kidnapped in Nigeria in May were freed on Tuesday, the Danish foreign ministry said.",
            ("RETREAT", "release", "", "DNK"),
        ),
        (
            "Six Omani drivers taken hostage in Aden were released on Sunday, Oman's government said.",
            ("RETREAT", "release", "", "OMN"),
        ),
        (
            "Three Danish tourists held in an Eritrean jail were freed on Friday, Denmark's foreign ministry said.",
            ("RETREAT", "release", "ERI", "DNK"),
        ),
        (
            "A security source in Lomé said that four Togolese prisoners had been released. Togo's government did not comment.",
            ("RETREAT", "release", "TGO", "TGO"),
        ),
        (
            "Twelve activists were released on Monday, Uganda's interior ministry said.",
            ("RETREAT", "release", "UGA", "UGA"),
        ),
    ],
)
def test_who_only_tells_that_captives_are_free_did_not_free_them(coded, text, event):
    events = coded(text)
    assert event in told(events)
    assert all("source" not in (p.entity_text or "") for e in events for p in e.actor)
