"""What is known of states."""

from __future__ import annotations

from sayso.knowledge.states import borders


def test_a_border_is_one_from_both_sides():
    assert all(a in borders()[b] for a, others in borders().items() for b in others)
