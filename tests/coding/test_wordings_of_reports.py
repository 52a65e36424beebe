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
