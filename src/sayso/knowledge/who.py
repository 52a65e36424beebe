"""What is known of a name, and which fact a text of a given day is read by: the answer of ``sayso who``.

In: a name as a text writes it, and a day (ISO 8601, as exact as known) or None for now. Out: lines for a person to read:
the reading first, then every fact with its dates, whether it holds, and the file in which it can be corrected.
"""

from __future__ import annotations

import difflib

from sayso.knowledge import tables
from sayso.knowledge.names import Entry, best, by_family_name, known_names, lookup, state_names

_FILES = {
    "organization": "organizations",
    "group": "groups",
    "person": "officeholders",
    "outlet": "outlets",
    "place": "places/regions",
}
_MEANS = {
    "state": "a name of the state {name}",
    "adjective": "an adjective of {name}",
    "people": "the people of {name}",
    "capital": "the capital of {name}, and its government when it acts",
    "seat": "a seat of the government of {name}",
    "metonym": "{name}, a body of {state}",
    "organization": "the organization {name}",
    "group": "the group {name}",
    "outlet": "the outlet {name}",
    "place": "the region {name}, which does not act",
}


def who(name: str, on: str | None = None) -> list[str]:
    """Lines on what the name stands for; a single line when nothing is known of it."""
    entries = lookup(name, on)
    day = on or "today"
    if not entries:
        return _by_family(name, on) or [_unknown(name)]
    meant = best(entries, on)
    lines = [f"{name} on {day}: {_described(meant)}{'' if meant.holds(on) else _outside(meant, on)}"]
    for entry in sorted(entries, key=lambda e: (e != meant, not e.holds(on), e.since or "")):
        holds = "holds" if entry.holds(on) else "does not hold"
        lines.append(f"  {_described(entry)}, {_time(entry)}: {holds} [{_file(entry)}]")
    return lines


def _by_family(name: str, on: str | None) -> list[str]:
    entry = by_family_name(name, on)
    if entry is None:
        return []
    outside = "" if entry.holds(on) else _outside(entry, on)
    return [
        f"{name} on {on or 'today'}: {_described(entry)}{outside}",
        f"  a family name; of those in office then it means {entry.name}, {_time(entry)} [{_file(entry)}]",
    ]


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name.casefold(), known_names(), 3, 0.8)
    return f"nothing is known of {name!r}" + (f"; nearest: {', '.join(near)}" if near else "")


def _described(entry: Entry) -> str:
    coded = ", ".join(x for x in (entry.code, entry.sector) if x) or "no code"
    if entry.kind == "person":
        state = state_names().get(entry.code or "")
        office = f"{entry.office or 'no office'}{f' ({state})' if state else ''}"
        return f"{entry.name}, {office} ({coded})"
    state = state_names().get(entry.code or "", entry.code or "")
    return f"{_MEANS[entry.kind].format(name=entry.name, state=state)} ({coded})"


def _outside(entry: Entry, on: str | None) -> str:
    """What it means that no fact holds on the day."""
    ended = bool(entry.until) and (on is None or (entry.until is not None and on[: len(entry.until)] > entry.until))
    if not ended:
        return f", but only from {entry.since}"
    return (
        f", until {entry.until}; after that coded ELI" if entry.kind == "person" else f", but only until {entry.until}"
    )


def _time(entry: Entry) -> str:
    if not entry.since and not entry.until:
        return "at all times"
    return f"{entry.since or 'always'} to {entry.until or 'now'}"


def _file(entry: Entry) -> str:
    file = _FILES.get(entry.kind, "states")
    if file in ("states", "places/regions"):
        return f"{file}.csv"
    return (
        f"your {file}"
        if tables.is_own(file, entry.name)
        else f"{file}.csv"
        if file != "officeholders"
        else "officeholders/"
    )
