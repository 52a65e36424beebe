"""The frame files: form, coverage, and errors that name the row."""

from __future__ import annotations

import pytest

from sayso import ontology
from sayso.coding.frames import FrameError, frames, parse

ROW = {"trigger": "accuse", "pos": "v", "mode": "allege", "actor": "", "recipient": "", "when": "", "note": ""}


def test_every_packaged_frame_loads_and_covers_every_type_and_mode():
    found = {f for rows in frames().values() for f in rows}
    assert len(found) >= 2500
    kinds = ontology.load().types
    assert {f.event for f in found} == set(kinds)
    without = {(t.name, m) for t in kinds.values() for m in t.modes} - {(f.event, f.mode) for f in found}
    assert without == {("CONSULT", "third-party")}  # decided by the place


def test_no_sense_is_written_twice():
    found = {f for rows in frames().values() for f in rows}
    seen = {}
    for f in found:
        key = (f.trigger, f.pos, f.when, f.actor, f.recipient)
        assert key not in seen, (f.name, seen.get(key))
        seen[key] = f.name


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"mode": "shout"}, "no mode 'shout'"),
        ({"pos": "x"}, "write v or n"),
        ({"trigger": ""}, "no trigger"),
        ({"when": "obj=@nonsense"}, "no word class"),
    ],
)
def test_a_bad_row_is_named_with_its_line(change, said):
    with pytest.raises(FrameError, match=r"mine\.csv, line 3.*" + said):
        parse([ROW, {**ROW, **change}], "ACCUSE", "mine.csv")


def test_a_file_of_no_type_is_refused():
    with pytest.raises(FrameError, match="SHOUT is no PLOVER type"):
        parse([ROW], "SHOUT", "SHOUT.csv")
