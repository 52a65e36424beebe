"""The form of each knowledge file: its columns, what a row is about, and what its cells may hold.

In: a row as a dict of strings, from the package's files or a user's own. Out: what is wrong with it, in words, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

import msgspec

from sayso import ontology

Row = dict[str, str]


class Form(msgspec.Struct, frozen=True):
    """``about`` names what a row speaks of; ``lists`` hold several values; ``claims`` are names that only one may bear at a time."""

    columns: tuple[str, ...]
    about: tuple[str, ...] = ("name",)
    needed: tuple[str, ...] = ("name",)
    lists: tuple[str, ...] = ("aliases", "acronyms")
    claims: tuple[str, ...] = ("name",)
    separator: str = "|"

    def key(self, row: Row) -> tuple[str, ...]:
        """What the row is about, for comparing rows: a user's row stands in for the packaged ones of the same key."""
        return tuple(row.get(column, "").casefold() for column in self.about)

    def values(self, row: Row, column: str) -> list[str]:
        """The values of a cell: several in a list, else one at most."""
        cell = row.get(column, "")
        return [v for v in (cell.split(self.separator) if column in self.lists else [cell]) if v]


_NAMED = ("name", "aliases", "acronyms", "code", "sector", "from", "to")
FORMS = {
    "states": Form(
        ("code", "name", "names", "adjectives", "people", "capital", "metonyms", "sector", "from", "to"),
        needed=("name", "code"),
        lists=("names", "adjectives", "people", "capital", "metonyms"),
        claims=("name", "names"),
    ),
    "organizations": Form(_NAMED, claims=("name", "aliases")),
    "groups": Form(_NAMED),
    "officeholders": Form(
        ("person", "aliases", "code", "office", "sector", "from", "to"),
        about=("person", "office", "code"),
        needed=("person",),
        claims=(),
    ),
    "outlets": Form(
        ("name", "aliases", "code", "domain", "kind", "from", "to"), lists=("aliases", "domain"), separator=";"
    ),
    "agents": Form(
        ("noun", "sector", "kind", "stands_for"), about=("noun",), needed=("noun",), lists=(), claims=("noun",)
    ),
}
CHANGES = ("replace", "add", "remove")
_ONE_OF = {
    ("agents", "kind"): ("person", "spokesperson", "body"),
    ("agents", "stands_for"): ("self", "owner"),
    ("outlets", "kind"): ("agency", "newspaper", "broadcaster", "magazine", "site"),
}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def is_date(text: str) -> bool:
    """Whether it is a year, a month or a day of the calendar: 2001, 2001-05, 2001-05-31."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date(*([int(part) for part in text.split("-")] + [1, 1])[:3])
    except ValueError:
        return False
    return True


def comes_before(one: str, other: str) -> bool:
    """Whether the date ``one`` surely lies before ``other``, as far as both are known."""
    exact = min(len(one), len(other))
    return one[:exact] < other[:exact]


def apart(one: Row, other: Row) -> bool:
    """Whether one row's time ends before, or when, the other's begins."""
    return any(
        bool(early.get("to") and late.get("from")) and not comes_before(late["from"], early["to"])
        for early, late in ((one, other), (other, one))
    )


def faults(table: str, row: Row, codes: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each thing wrong with a row, and what to do about it; ``codes`` are the states' codes."""
    form, known = FORMS[table], ontology.load()
    for column in form.needed:
        if not row.get(column):
            yield f"{column} is empty", "fill it in, or take the line out"
    code, sector = row.get("code", ""), row.get("sector", "")
    if code and code not in known.codes and code not in codes:
        yield f"unknown code {code!r}", f"use a state's three letters or one of {', '.join(known.codes)}"
    sectors = [sector, *(body.rpartition(":")[2] for body in form.values(row, "metonyms") if ":" in body)]
    for given in filter(None, sectors):
        if given not in known.sectors:
            yield f"unknown sector {given!r}", f"use one of {', '.join(known.sectors)}"
    for (of, column), allowed in _ONE_OF.items():
        if of == table and row.get(column) and row[column] not in allowed:
            yield f"{column} is {row[column]!r}", f"write {' or '.join(allowed)}"
    since, until = row.get("from", ""), row.get("to", "")
    dated = [d for d in (since, until) if d]
    for day in dated:
        if not is_date(day):
            yield f"{day!r} is no date", "write a year, year-month or year-month-day, as 2001, 2001-05 or 2001-05-31"
    if len(dated) == 2 and all(map(is_date, dated)) and comes_before(until, since):
        yield f"ends ({until}) before it begins ({since})", "put the earlier date under from"
