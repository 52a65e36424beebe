"""Stories from text to ledger; ``benchmarks/own_stories.py`` tells all of them, and the ones held back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from scoring import book, f1, read, score

pytestmark = pytest.mark.slow
STORIES = Path(__file__).parent / "data" / "stories"


def test_stories_make_the_events_they_tell_in_either_order(tmp_path):
    total = Counter()
    for path in sorted((STORIES / "develop").glob("*.json"))[::8]:
        story, told = read(path)
        once = book(tmp_path / f"{path.stem}.db", told)
        back = book(tmp_path / f"{path.stem}-back.db", told[::-1])
        assert list(once.events()) == list(back.events()), path.stem
        assert once.verify() == []
        total += score(story, once)
    assert f1(total) >= 0.75, total
    assert total["good"] >= 0.7 * total["checks"], total
