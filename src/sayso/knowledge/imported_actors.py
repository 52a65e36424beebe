"""An actors dictionary's entries as rows of ``states``, ``organizations``, ``groups`` and ``officeholders``.

In: the names of an entry and its codes in time. Out: rows, each with the table that it belongs to. Which table that is follows from whom
sayso already knows by one of the names, from the code, and from whether the name is a person's.
"""

from __future__ import annotations

from functools import cache

from sayso import ontology
from sayso.knowledge import names, tables
from sayso.knowledge.cameo import Coded
from sayso.knowledge.forms import Row
from sayso.knowledge.gazetteer import gazetteer
from sayso.knowledge.names import Entry
from sayso.knowledge.spelling import initials, spelled
from sayso.knowledge.times_of_codes import Span

_FIGHTING = {"REB", "UAF", "PRM", "CRM"}
_ADD = "add"


class _Names:
    """An entry's names in running-text case, with what sayso knows by them."""

    def __init__(self, written: list[str]) -> None:
        letters = {initials(w) for w in written}
        both = [(w.strip("_ "), []) if w.strip("_ ") in letters else spelled(w) for w in written]
        self.full = list(dict.fromkeys(n for n, _ in both if n))
        self.acronyms = list(dict.fromkeys(a for _, found in both for a in found))

    def known(self, codes: set[str]) -> dict[str, list[Entry]]:
        """What the package knows by each name in one of the countries."""
        found = {n: [e for e in names.lookup(n) if not e.own and (e.code or "") in codes] for n in self.full}
        return {n: entries for n, entries in found.items() if entries}


def rows_of(written: list[str], spans: list[Span]) -> tuple[list[tuple[str, Row]], int]:
    """The rows of an entry and the number of its names that are places, which the gazetteer knows."""
    given = _Names(written)
    codes = [s.code for s in spans if isinstance(s.code, Coded)]
    if not given.full or not codes:
        return [], 0
    if all(c.code in tables.state_codes() and c.sector in ("", "PRE") for c in codes):
        return _state(given, spans)
    known = given.known({c.code for c in codes})
    table = _table_of(given, known, codes)
    entries = [e for found in known.values() for e in found if _KIND.get(e.kind) == table]
    name = entries[0].name if entries else given.full[0]
    found: list[tuple[str, Row]] = []
    for span in spans:
        assert isinstance(span.code, Coded)
        times = {"from": span.since or "", "to": span.until or "", tables.OWN: _ADD}
        row = {"code": span.code.code, "sector": span.code.sector, **times}
        if table == "officeholders":
            office, sector = _office(entries, span)
            row |= {"person": name, "office": office, "sector": sector, "aliases": "|".join(_others(given, name))}
        else:
            short = [n for n in given.full if _is_short(n)]
            long = [n for n in _others(given, name) if n not in short]
            row |= {
                "name": name,
                "aliases": "|".join(long),
                "acronyms": "|".join(_unlike(name, short + given.acronyms)),
            }
        found.append((table, row))
    return ([] if _says_nothing_new(given, entries, found) else found), 0


_KIND = {"person": "officeholders", "group": "groups", "organization": "organizations"}


def _others(given: _Names, name: str) -> list[str]:
    return _unlike(name, given.full)


def _unlike(name: str, others: list[str]) -> list[str]:
    return list(dict.fromkeys(n for n in others if n.casefold() != name.casefold()))


def _is_short(name: str) -> bool:
    """Whether a name is an acronym, which texts write in capitals."""
    return " " not in name and name == name.upper() and len(name) <= 8


def _says_nothing_new(given: _Names, entries: list[Entry], found: list[tuple[str, Row]]) -> bool:
    """Whether the package has the same fact, at all times, by every one of the names."""
    if len(found) != 1 or found[0][1]["from"] or found[0][1]["to"] or not entries:
        return False
    row = found[0][1]
    return all(
        any(
            e.code == (row["code"] or None) and row["sector"] in ("", e.sector) and not e.until for e in names.lookup(n)
        )
        for n in given.full
    )


def _state(given: _Names, spans: list[Span]) -> tuple[list[tuple[str, Row]], int]:
    """A state's new names; the towns and regions in it are known to the gazetteer."""
    codes = {s.code.code for s in spans if isinstance(s.code, Coded)}
    known = given.known(codes)
    states = [e for found in known.values() for e in found if e.kind == "state"]
    fresh = [n for n in given.full if n not in known]
    places = [n for n in fresh if any(p.country in codes for p in gazetteer().lookup(n))]
    fresh = [n for n in fresh if n not in places]
    if states and not fresh:
        return [], len(places)
    if not fresh and not states:
        return [], len(places)
    name = states[0].name if states else fresh[0]
    rows = []
    for span in spans:
        assert isinstance(span.code, Coded)
        times = {"from": span.since or "", "to": span.until or "", tables.OWN: _ADD}
        names_of = "|".join(_unlike(name, fresh + given.acronyms))
        sector = span.code.sector or "GOV"
        rows.append(("states", {"code": span.code.code, "name": name, "names": names_of, "sector": sector, **times}))
    return rows, len(places)


def _table_of(given: _Names, known: dict[str, list[Entry]], codes: list[Coded]) -> str:
    for found in known.values():
        for entry in found:
            if entry.kind in _KIND:
                return _KIND[entry.kind]
    if _is_person(given, codes):
        return "officeholders"
    fighting = any(c.sector in _FIGHTING for c in codes) or any(c.code == "IMG" for c in codes)
    return "groups" if fighting else "organizations"


def _is_person(given: _Names, codes: list[Coded]) -> bool:
    """Whether the names are a person's: somebody who leaves an office, or who bears a first name and no body's noun."""
    if any(c.sector == "ELI" for c in codes):
        return True
    bodies, first_names = _body_words(), _first_names()
    for name in given.full:
        words = [w.casefold() for w in name.split()]
        if not 2 <= len(words) <= 6 or any(w in bodies or any(c.isdigit() for c in w) for w in words):
            continue
        if _after_title(words)[0] in first_names:
            return True
    international = any(c.code in ontology.load().codes for c in codes)
    offices = len(codes) > 1 and all(c.sector in ("GOV", "LEG", "JUD", "MIL") for c in codes)
    return offices and not international and not any(w.casefold() in bodies for n in given.full for w in n.split())


def _after_title(words: list[str]) -> list[str]:
    """A name's words after the title before it: "Foreign Minister"."""
    nouns = _person_nouns()
    for end in range(min(3, len(words) - 1), 0, -1):
        if " ".join(words[:end]) in nouns:
            return words[end:]
    return words


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(r["noun"] for r in tables.packaged("agents") if r["kind"] != "body")


@cache
def _first_names() -> frozenset[str]:
    return frozenset(r["person"].split()[0].casefold() for r in tables.packaged("officeholders") if " " in r["person"])


@cache
def _body_words() -> frozenset[str]:
    """Words of bodies: their nouns, and what at least three known organizations or groups have in their names."""
    count: dict[str, int] = {}
    for table in ("organizations", "groups"):
        for name in {r["name"] for r in tables.packaged(table)}:
            for word in set(name.casefold().split()):
                count[word] = count.get(word, 0) + 1
    nouns = {w for r in tables.packaged("agents") if r["kind"] == "body" for w in r["noun"].split()}
    common = {w for w, n in count.items() if n >= 3}
    return frozenset((nouns | common) - _first_names() - {"al", "el", "bin", "van", "de", "abu", "jose"})


def _office(entries: list[Entry], span: Span) -> tuple[str, str]:
    """The office that the package gives a person in that time, and the sector, unless the dictionary has another one."""
    assert isinstance(span.code, Coded)
    for e in entries:
        begins = not span.until or not e.since or e.since <= span.until
        ends = not span.since or not e.until or e.until >= span.since
        if e.office and e.code == span.code.code and span.code.sector in ("", e.sector) and begins and ends:
            return e.office, e.sector or ""
    return "", span.code.sector
