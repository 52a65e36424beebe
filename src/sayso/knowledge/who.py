"""What is known of a name, and which fact a text of a given day is read by: the answer of ``sayso who``.

In: a name as a text writes it, and a day (ISO 8601, as exact as known) or None for now. Out: lines for a person to read: the
reading first, then every fact with its dates, whether it holds, and the file and line in which it can be corrected.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from datetime import date

from sayso.knowledge import tables
from sayso.knowledge.families import by_family_name, family_names, holders
from sayso.knowledge.forms import Row, is_date
from sayso.knowledge.names import (
    Entry,
    best,
    key,
    known_names,
    lookup,
    nation,
    state_names,
    written,
)

_MEANS = {
    "state": "the state {name}",
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
_NEAR = 4


def who(name: str, on: str | None = None) -> list[str]:
    """Lines on what the name stands for; a single line when nothing is known of it. ValueError when ``on`` is no date."""
    if on is not None and not is_date(on):
        raise ValueError(f"{on!r} is no date; write a year, year-month or year-month-day, as 2001-05-31")
    name = " ".join(name.split())
    return (
        _known(name, on) or _by_family(name, on) or _by_pattern(name, on) or _in_capitals(name, on) or [_unknown(name)]
    )


def _known(name: str, on: str | None) -> list[str]:
    found = lookup(name, on)
    if not found:
        return []
    # One line a fact: a state's name that is also its adjective says the same twice.
    entries = list({_told(e): e for e in reversed(found)}.values())
    meant = nation(found, on) or best(found, on)
    lines = [f"{name} {_day(on)}: {_described(meant)}{'' if meant.holds(on) else _outside(meant, on)}"]
    if sum(e.holds(on) for e in entries) > 1:
        lines[0] += f"; the likeliest of {sum(e.holds(on) for e in entries)}"
    for e in sorted(entries, key=lambda e: (_told(e) != _told(meant), not e.holds(on), e.since or "")):
        lines.append(f"  {_line(e, on)}")
    return lines


def _by_pattern(name: str, on: str | None) -> list[str]:
    """A role or body of a state or organization: "the Afghan defence ministry", "President of France"."""
    words = name.removeprefix("the ").removeprefix("The ").split(" ")
    nouns = {r["noun"]: r for r in tables.rows("agents")}
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            row = nouns.get(" ".join(words[start:end]).lower())
            after = words[end:]
            if row is None or (after and after[0].lower() not in ("of", "for", "in")) or (start and after):
                continue
            owner = " ".join(words[:start] or after[1:])
            if not owner:
                return _role(name, on, row, None)
            owners = lookup(owner, on)
            if owners:
                return _role(name, on, row, nation(owners, on) or best(owners, on))
    return []


def _role(name: str, on: str | None, row: Row, owner: Entry | None) -> list[str]:
    sector = row["sector"] or (owner.sector if owner else None) or ""
    coded = ", ".join(x for x in (owner.code if owner else "the country from the text", sector) if x)
    of = f" of {owner.name}" if owner else ""
    lines = [f"{name} {_day(on)}: {row['noun']!r}{of}, a {row['kind']} known by its noun ({coded})"]
    own = "your " if tables.OWN in row else ""
    lines.append(f"  {row['noun']}: {row['kind']}, {row['sector'] or 'the sector of its owner'} [{own}{row['where']}]")
    return lines + ([f"  {_line(owner, on)}"] if owner else [])


def _in_capitals(name: str, on: str | None) -> list[str]:
    """What a short name stands for that texts write in capitals: "isis" is no name in a text, ISIS is."""
    found = _known(name.upper(), on) if " " not in name else []
    return [f"{name!r} is read as a name only in capitals", *found] if found else []


def _told(entry: Entry) -> tuple[str, str | None, str | None]:
    return _described(entry), entry.since, entry.until


def _day(on: str | None) -> str:
    return f"on {on}" if on and len(on) == 10 else f"in {on}" if on else "today"


def _line(entry: Entry, on: str | None) -> str:
    holds = "holds" if entry.holds(on) else "does not hold"
    return f"{_described(entry)}, {_time(entry)}: {holds} [{'your ' if entry.own else ''}{entry.where}]"


def _by_family(name: str, on: str | None) -> list[str]:
    """Whom a bare family name means, and the others who bear it."""
    bearing = holders(name) if name[:1].isupper() else ()
    if not bearing:
        return []
    day = on or date.today().isoformat()
    meant = by_family_name(name, day)
    if meant is not None:
        head = (
            f"{name} {_day(on)}: {_described(meant)}{'' if meant.holds(day) else _outside(meant, day)}; a family name"
        )
    else:
        people = len({e.name for e in bearing})
        borne = (
            f"of {people} people, none or several of them in office then"
            if people > 1
            else "of somebody not in office then"
        )
        head = f"{name} {_day(on)}: a family name {borne}; the text must give the full name"
    ranked = sorted(bearing, key=lambda e: (e != meant, not e.holds(day), -int((e.since or "0")[:4])))
    return [head, *(f"  {_line(e, day)}" for e in ranked)]


def _unknown(name: str) -> str:
    if not key(name):
        return "no name was given; write one, as in sayso who Hamas"
    near = nearest(name)
    return f"nothing is known of {name!r}" + (f"; nearest: {', '.join(near)}" if near else "")


def nearest(name: str) -> list[str]:
    """The few known names that are written most like a name, the nearest first."""
    plain: dict[str, str] = {}
    for known in [*(written(words) for words in known_names()), *family_names()]:
        plain.setdefault(_bare(known), known)
    close = difflib.get_close_matches(_bare(name), plain, _NEAR, 0.75)
    return list(dict.fromkeys(plain[c] for c in close))


def _bare(name: str) -> str:
    """A name without case, accents and marks."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return re.sub(r"[\W_]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).strip()


def _described(entry: Entry) -> str:
    coded = ", ".join(x for x in (entry.code, entry.sector) if x) or "no code"
    state = state_names().get(entry.code or "", entry.code or "")
    if entry.kind == "person":
        where = f" ({state})" if state and entry.code in state_names() else ""
        return f"{entry.name}, {entry.office or 'no office given'}{where} ({coded})"
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
