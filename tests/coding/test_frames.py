"""The packaged frame files: form and coverage."""

from __future__ import annotations

from sayso import ontology
from sayso.coding.frames import packaged


def test_every_packaged_frame_loads_and_covers_every_type_and_mode():
    found = packaged()
    assert len(found) >= 2500
    kinds = ontology.load().types
    assert {f.event for f in found} == set(kinds)
    without = {(t.name, m) for t in kinds.values() for m in t.modes} - {(f.event, f.mode) for f in found}
    assert not without


def test_no_sense_is_written_twice():
    found = packaged()
    seen = {}
    for f in found:
        assert f.sense not in seen, (f, seen.get(f.sense))
        seen[f.sense] = f.line
