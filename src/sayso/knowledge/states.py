"""States by their PLOVER code.

In: ``data/states.csv``. Out: :func:`state_name`.
"""

from __future__ import annotations

from functools import cache

from sayso import resources


def state_name(code: str) -> str:
    """The common name of the state of a PLOVER code, or the code itself where no state has it."""
    return _by_code().get(code, code)


@cache
def _by_code() -> dict[str, str]:
    rows = resources.rows("sayso.knowledge", "states.csv")
    return {r["code"]: r["name"] for r in reversed(rows) if r["sector"] == "GOV" and not r["to"]}
