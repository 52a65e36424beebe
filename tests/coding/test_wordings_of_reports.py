"""Wordings of whole reports: goods carried off, captives handed over, meetings put off, help in kind, threats by what is announced."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ugandan raiders drove off 80 camels from Kenyan herders.", ("COERCE", "seize", "UGA", "KEN")),
        ("Chadian soldiers made off with the money of Sudanese traders.", ("COERCE", "seize", "TCD", "SDN")),
        ("Burundi's rulers maintained the curfew in Bujumbura.", ("COERCE", "curfew", "BDI", "")),
        ("Togo's government kept the internet cut off for a week.", ("COERCE", "censor", "TGO", "")),
        ("A UNICEF lorry was held for two days at a Malian army checkpoint.", ("COERCE", "restrict", "MLI+MLI", "UNO")),
        ("The Kenyan Supreme Court halted the signing of the pact by Somalia.", ("COERCE", "restrict", "KEN", "SOM")),
        ("FARC turned over a French nurse to the Red Cross.", ("RETREAT", "release", "COL", "FRA")),
        (
            "France declared its determination to impose sanctions on Belarus.",
            ("THREATEN", "restrict", "FRA", "BLR"),
        ),
        ("Friday's talks between Israel and Syria would go ahead, a UN envoy said.", ("AGREE", "ISR+SYR", "")),
        ("Norway will speed up deliveries of tents to Pakistan.", ("AGREE", "NOR", "PAK")),
        ("The World Food Programme handed out 900 bags of maize in Malawi.", ("AID", "UNO", "MWI")),
        ("UN peacekeepers opened the gates of their base to Sudanese refugees.", ("AID", "UNO", "SDN")),
        ("Human Rights Watch cited the Malian army's involvement in killings.", ("ACCUSE", "allege", "NGO", "MLI")),
        ("Peru's president put off a meeting with the Chilean foreign minister.", ("REJECT", "meet", "PER", "CHL")),
        ("Angola's opposition left the talks with the government.", ("SANCTION", "discontinue", "AGO", "AGO")),
        ("The Sudanese protesters defied a ban by the army.", ("PROTEST", "demo", "SDN", "SDN")),
        ("Kenya's general had invited Somali elders to a barracks.", ("REQUEST", "meet", "KEN", "SOM")),
    ],
)
def test_reports_wordings(coded, text, event):
    assert event in told(coded(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "The Malian army has in recent weeks accused Tuareg villagers of hiding rebels.",
            ("ACCUSE", "allege", "MLI", "MLI"),
        ),
        ("UNIFIL demands that Israel withdraw its troops.", ("REQUEST", "yield", "UNO", "ISR")),
        ("The Danish ministry thanks Kenya for its help.", ("SUPPORT", "DNK", "KEN")),
        ("The Egyptian envoy was refused a meeting by the Sudanese president.", ("REJECT", "meet", "SDN", "EGY")),
        ("The Red Cross has been granted access to the jail by Yemen.", ("RETREAT", "access", "YEM", "NGO")),
        (
            "Chad's allegation, made on Monday, that Sudan had armed the rebels was heard in Addis Ababa.",
            ("ACCUSE", "allege", "TCD", "SDN"),
        ),
        ("Parliament in Malta adopted a declaration denouncing Libya.", ("ACCUSE", "disapprove", "MLT", "LBY")),
        ("Fiji would no longer sign the pact with France, its envoy said.", ("REJECT", "FJI", "FRA")),
        ("Forty-two were freed by Peru.", ("RETREAT", "release", "PER", "PER")),
    ],
)
def test_verbs_far_from_their_words(coded, text, event):
    assert event in told(coded(text))


def test_a_number_freed_is_of_those_freed_before(coded):
    events = coded("The Chadian rebels freed nine soldiers on Monday. The nine were released at a bridge.")
    assert [e.mode for e in events if e.event == ["RETREAT"]] == [["release"]]


def test_the_charge_of_an_arrest_is_no_deed(coded):
    assert {e[0] for e in told(coded("Nine men were arrested in Lusaka for disobeying police orders."))} == {"COERCE"}


def test_a_call_to_a_radio_station_is_no_talks(coded):
    assert all(e.event != ["CONSULT"] for e in coded("A Kenyan rebel phoned Kalima Radio to say that he was well."))
