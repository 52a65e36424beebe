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
        ("Bolivia's release of three Chilean soldiers drew praise.", "RETREAT", "BOL", "CHL"),
        ("On Monday Turkey detained four Greek fishermen.", "COERCE", "TUR", "GRC"),
        ("On Monday Turkey was attacked by Greece.", "ASSAULT", "GRC", "TUR"),
    ],
)
def test_both_sides_of_a_deed_are_found(text, event, actor, recipient):
    found = code(annotate(read_text(text, published="2015-06-10"), Settings()), Settings())
    sides = [([p.code for p in e.actor], [p.code for p in e.recipient]) for e in found if event in e.event]
    assert sides == [([actor], [recipient])]
