"""States by their PLOVER code.

In: ``data/states.csv``. Out: :func:`state_name`.
"""

from __future__ import annotations

from sayso.knowledge import tables
from sayso.knowledge.own import kept


def state_name(code: str) -> str:
    """The common name of the state of a PLOVER code, or the code itself where no state has it."""
    return _by_code().get(code, code)


@kept
def _by_code() -> dict[str, str]:
    rows = tables.rows("states")
    return {r["code"]: r["name"] for r in reversed(rows) if r["sector"] in ("GOV", "") and not r["to"]}
