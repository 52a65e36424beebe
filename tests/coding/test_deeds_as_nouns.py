"""Who did what to whom where a noun tells the deed, or a day stands before the name."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.coding import code
from sayso.model import Settings
from sayso.reading import read_text


@pytest.mark.parametrize(
    ("text", "event", "actor", "recipient"),
    [
        ("The arrest of three Chilean reporters by Bolivia drew criticism.", "COERCE", "BOL", "CHL"),
        ("The expulsion of two Libyan diplomats by Egypt drew protests.", "SANCTION", "EGY", "LBY"),
        ("Togo regrets the suspension of Dutch aid to Togo.", "SANCTION", "NLD", "TGO"),
        ("Bolivia's release of three Chilean soldiers drew praise.", "RETREAT", "BOL", "CHL"),
        ("On Monday Turkey detained four Greek fishermen.", "COERCE", "TUR", "GRC"),
        ("On Monday Turkey was attacked by Greece.", "ASSAULT", "GRC", "TUR"),
    ],
)
def test_both_sides_of_a_deed_are_found(text, event, actor, recipient):
    found = code(annotate(read_text(text, published="2015-06-10"), Settings()), Settings())
    sides = [([p.code for p in e.actor], [p.code for p in e.recipient]) for e in found if event in e.event]
    assert sides == [([actor], [recipient])]


@pytest.mark.parametrize(
    ("text", "event", "actor", "recipient"),
    [
        ("Libya protested to Egypt over the arrest of two Libyan reporters.", "COERCE", "EGY", "LBY"),
        ("Vietnam complained to Indonesia about the seizure of two trawlers.", "ACCUSE", "VNM", "IDN"),
        ("Croatia summoned Serbia's ambassador over the killing of two shepherds.", "ASSAULT", "SRB", None),
        ("Chile asked Bolivia to explain why it had shelled a Chilean village.", "ASSAULT", "BOL", "CHL"),
        ("The soldiers freed by Bolivia on Monday came home, Chile said.", "RETREAT", "BOL", "CHL"),
    ],
)
def test_who_is_asked_or_accused_of_a_deed_did_it(text, event, actor, recipient):
    found = code(annotate(read_text(text, published="2015-06-10"), Settings()), Settings())
    sides = [([p.code for p in e.actor], [p.code for p in e.recipient]) for e in found if event in e.event]
    assert [who for who, _ in sides] == [[actor]]
    assert recipient is None or [whom for _, whom in sides] == [[recipient]]


@pytest.mark.parametrize(
    "text",
    [
        "Serbia and Croatia said their envoys had met in Vienna.",
        "Switzerland brought Serbian and Croatian envoys together in Vienna.",
        "Serbia quarrels with Croatia. On Monday envoys of both countries met in Vienna.",
    ],
)
def test_both_states_meet_whoever_is_told_to_meet(text):
    found = code(annotate(read_text(text, published="2015-06-10"), Settings()), Settings())
    met = [e for e in found if "CONSULT" in e.event]
    assert len(met) == 1
    assert {"SRB", "HRV"} <= {p.code for p in (*met[0].actor, *met[0].recipient)}
