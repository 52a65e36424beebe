"""When and where an event happened, in stories that name several times and places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.knowledge.gazetteer import fold

ROWS = [json.loads(line) for line in (Path(__file__).parent / "data" / "anchors.jsonl").read_text("utf8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[r["text"][:40] for r in ROWS])
def test_each_event_has_the_time_and_place_of_its_own_words(coded, row) -> None:
    events = coded(row["text"], row["published"])
    for wanted in row["events"]:
        found = [
            (e.date, e.enddate, e.event_loc and fold(e.event_loc.name)) for e in events if e.event[0] in wanted["types"]
        ]
        fits = [
            (first, last, place)
            for first, last, place in found
            if first == wanted["date"]
            and ("enddate" not in wanted or last == wanted["enddate"])
            and (wanted["place"] is None or place == fold(wanted["place"]))
        ]
        assert fits, (wanted, found)
