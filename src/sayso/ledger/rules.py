"""The rules of matching, read once from ``data/matching.toml``."""

from __future__ import annotations

from functools import cache

import msgspec

from sayso.resources import table


class Rules(msgspec.Struct, frozen=True):
    bar: float
    slack: float
    bars: dict[str, float]
    points: dict[str, float]
    answers: dict[str, float]
    words: dict[str, str]
    days: dict[str, int]
    kilometres: dict[str, int]
    kin: dict[str, list[frozenset[str]]]
    sectors: dict[str, frozenset[str]]
    speakers: dict[str, frozenset[str]]
    speakers_of: dict[str, str]


@cache
def rules() -> Rules:
    return msgspec.convert(table("sayso.ledger", "matching.toml"), Rules)
