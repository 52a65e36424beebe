"""The rows of the knowledge files: the packaged ones, with a user's own laid over them where some are in use.

In: a table's name. Out: rows as dicts of strings, each with the file and line ``where`` it stands. A user's row stands in for the
packaged rows about the same thing (a state, group, organization, outlet or noun of that name; a person in that office of
that country), so a correction gives all the periods that it wants to keep; its ``change`` may say ``add`` to stand beside
them, or ``remove`` to take them away.
"""

from __future__ import annotations

from functools import cache

from sayso import resources
from sayso.knowledge.forms import FORMS, Row
from sayso.knowledge.own import current

OWN = "change"
"""The column that a user's rows have and packaged rows have not."""


def rows(table: str) -> list[Row]:
    """The rows of a table: those of the user that replace some, the packaged ones that they leave, then what the user adds."""
    mine = current().rows.get(table, [])
    key = FORMS[table].key
    gone = {key(r) for r in mine if r[OWN] != "add"}
    instead = [r for r in mine if r[OWN] not in ("remove", "add")]
    return [
        *instead,
        *(r for r in packaged(table) if key(r) not in gone),
        *(r for r in mine if r[OWN] == "add"),
    ]


@cache
def packaged(table: str) -> list[Row]:
    """The rows that come with the package."""
    files = resources.names("sayso.knowledge", table, ".csv") or [f"{table}.csv"]
    return [
        {**row, "where": f"{file}, line {n}"}
        for file in files
        for n, row in enumerate(resources.rows("sayso.knowledge", file), 2)
    ]


@cache
def state_codes() -> frozenset[str]:
    """The codes of the packaged states."""
    return frozenset(r["code"] for r in packaged("states"))
