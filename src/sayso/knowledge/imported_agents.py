"""An agents dictionary's nouns as rows of ``agents``.

In: an :class:`~sayso.knowledge.petrarch.Agent`. Out: rows, none where sayso has the noun so already. What kind of noun it is, and
whether it stands for its owner, is taken from the same noun that sayso knows, else from the longest one that ends it.
"""

from __future__ import annotations

from functools import cache

from sayso.knowledge import tables
from sayso.knowledge.cameo import coded
from sayso.knowledge.forms import Row
from sayso.knowledge.petrarch import Agent

_REPLACE = "replace"


def agent_rows(entry: Agent) -> list[Row]:
    """Rows for the noun and its irregular plural. ValueError where the code is not known."""
    code = entry.code.strip("~").strip()
    meant = coded(code, tables.state_codes())
    if meant is None:
        return []
    if not meant.sector:
        whose = f", only the code {meant.code}" if meant.code else ""
        raise ValueError(f"{entry.code} says no sector{whose}")
    found = []
    for noun in filter(None, (entry.noun, entry.plural)):
        words = " ".join(noun.replace("_", " ").split()).casefold().replace(" - ", "-")
        known = _packaged().get(words)
        if known is not None and (known["sector"] == meant.sector or meant.opposed):
            continue
        like = known or _ending(words)
        row = {"noun": words, "sector": meant.sector, "kind": like["kind"], "stands_for": like["stands_for"]}
        found.append({**row, tables.OWN: _REPLACE})
    return found


def _ending(words: str) -> Row:
    """The longest known noun that ends a noun, else one for a person or a body by its ending."""
    parts = words.split()
    for start in range(1, len(parts)):
        known = _packaged().get(" ".join(parts[start:])) or _packaged().get(" ".join(parts[start:]).removesuffix("s"))
        if known is not None:
            return known
    person = parts[-1].removesuffix("s").endswith(_OF_PEOPLE)
    return {"kind": "person" if person else "body", "stands_for": "self"}


_OF_PEOPLE = (
    "man",
    "men",
    "woman",
    "women",
    "person",
    "people",
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "ent",
    "ee",
    "eer",
    "ite",
)


@cache
def _packaged() -> dict[str, Row]:
    return {r["noun"]: r for r in tables.packaged("agents")}
