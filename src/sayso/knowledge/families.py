"""Whom a bare family name means: office-holders by the last word of their names, or the first where families go first.

In: a family name and a day. Out: the office-holding that it means, or all that it may.
"""

from __future__ import annotations

from sayso.knowledge.names import Entry, index, lookup, plain
from sayso.knowledge.own import kept


def by_family_name(name: str, day: str | None, countries: frozenset[str] = frozenset()) -> Entry | None:
    """Whom a bare family name means: the one leader in office on the day, or the one that lately was.

    Heads of state and government come before ministers; of several the one whose country is among ``countries`` is meant,
    and None is returned when that does not decide. Without a day only a name that one leader alone has borne is known.
    """
    bearing = holders(name)
    if day is None:
        return bearing[0] if len({e.name for e in bearing}) == 1 else None
    holding = [e for e in bearing if e.holds(day)]
    heads = [e for e in holding if e.office in _HEADS]
    for pool in (heads, holding):
        for some in (pool, [e for e in pool if e.code in countries]):
            if some and len({e.name for e in some}) == 1:
                return max(some, key=lambda e: (e.office in _HEADS, e.dated, e.since or ""))
        if pool:
            return None
    near = [e for e in bearing if e.code in countries and abs(int(day[:4]) - int((e.since or day)[:4])) < 12]
    near = [e for e in near if e.office in _HEADS or (e.since or "") <= day]  # who is not minister yet is nobody yet
    if len({e.name for e in near}) == 1:
        return max(near, key=lambda e: (e.until or "9999") >= day)
    before = [
        e for e in bearing if e.office in _HEADS and e.until and e.until <= day and int(day[:4]) - int(e.until[:4]) < 15
    ]
    return max(before, key=lambda e: e.until or "") if len({e.name for e in before}) == 1 else None


def holders(name: str) -> tuple[Entry, ...]:
    """All office-holdings of those whose family name it is."""
    return _families().get(plain(name), ())


def family_names() -> list[str]:
    """The family names of office-holders, as they are commonly written."""
    return [name.title() for name in _families()]


def states_with(office: str, day: str | None) -> frozenset[str]:
    """The states that somebody holds an office of on the day: which have an emir, a king, a chancellor."""
    return frozenset(e.code for e in _by_office().get(office, ()) if e.code and e.holds(day))


def group_led(office: str) -> str | None:
    """The group or breakaway territory by whose name an office is called: of the "Hezbollah leader", the "Abkhaz separatist leader"."""
    words = office.split()
    named = (lookup(" ".join(words[:n])) for n in range(len(words) - 1, 0, -1))
    return next(
        (
            e.name
            for found in named
            for e in found
            if e.kind == "group" or (e.kind == "adjective" and e.sector == "PRE")
        ),
        None,
    )


@kept
def _by_office() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, dict[Entry, None]] = {}
    for entries in index().values():
        for entry in entries:
            if entry.kind == "person" and entry.office:
                found.setdefault(entry.office, {})[entry] = None
    return {office: tuple(entries) for office, entries in found.items()}


_HEADS = frozenset(
    [
        "president",
        "prime minister",
        "chancellor",
        "premier",
        "king",
        "queen",
        "supreme leader",
        "acting president",
        "emir",
    ]
) | {"sultan", "taoiseach", "pope", "secretary-general", "crown prince", "chief executive", "leader"}
_FAMILY_FIRST = frozenset(["CHN", "PRK", "KOR", "TWN", "VNM", "HKG", "KHM"])


@kept
def _families() -> dict[str, tuple[Entry, ...]]:
    """Office-holders by family name: the last word of the name and its aliases, or the first where families go first."""
    found: dict[str, dict[Entry, None]] = {}
    for run, entries in index().items():
        for entry in entries:
            if entry.kind == "person" and (entry.office or entry.own) and len(run) > 1:
                family = run[0] if entry.code in _FAMILY_FIRST else run[-1]
                found.setdefault(plain(family), {})[entry] = None
                if len(run) > 2 and run[-2] in _PARTICLES:
                    found.setdefault(plain(" ".join(run[-2:])), {})[entry] = None
    return {k: tuple(v) for k, v in found.items() if len(k) > 2 or not k.isascii()}


_PARTICLES = frozenset(["al", "el", "de", "van", "von", "bin", "ben", "le", "la", "da", "dos"])
