"""Corrections as people write them: "mode=phone,visit", "actor=Taliban;United States", "dead=3", as the fields of an event.

In: words with an equals sign. Out: a dict of fields as :meth:`Ledger.decide` takes it, checked against the ontology; parties and places are
looked up by name. Raises LedgerError, which says what would do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, get_args

import msgspec

from sayso import ontology
from sayso.ledger.errors import LedgerError
from sayso.ledger.moments import day
from sayso.model import Event, Location, Party, Size, Status

FIELDS = (
    "date", "enddate", "event", "mode", "context", "auxiliary", "actor", "recipient", "event_loc", "size", "status",
)  # fmt: skip
SHORT = {"type": "event", "place": "event_loc", "end": "enddate"}
AUXILIARY = ("future", "historical", "hypothetical", "negation")
_SIZES = ("dead", "injured", "arrested")
_PARTY = re.compile(r"(?P<name>[^\[\]]+?)\s*(?:\[(?P<code>[A-Z]{3})?-?(?P<sector>[A-Z]{3})?\])?$")


def corrections(words: Iterable[str], event: Event) -> dict[str, Any]:
    """The fields that the words set; ``event`` gives what a part of a field leaves as it is ("dead=3" of its size)."""
    found: dict[str, Any] = {}
    for said in words:
        name, middle, value = said.partition("=")
        name, value = name.strip(), value.strip()
        field = SHORT.get(name, name)
        if not middle or field not in (*FIELDS, *_SIZES):
            raise LedgerError(
                f"{said!r} is no correction; write FIELD=VALUE with one of {', '.join((*FIELDS, *_SIZES))}"
            )
        if field in _SIZES:
            size = msgspec.convert(found["size"], Size) if found.get("size") else event.size or Size()
            found["size"] = msgspec.to_builtins(msgspec.structs.replace(size, **{field: _number(name, value)}))
        else:
            found[field] = _value(field, value)
    if "date" in found and "enddate" not in found and (event.date == event.enddate or not found["date"]):
        found["enddate"] = found["date"]
    check(found, event)
    return found


def check(value: Any, event: Event | None = None) -> None:
    """Refuse fields that there are none of, values of another shape, and what the ontology does not know."""
    if not isinstance(value, dict) or not value:
        raise LedgerError(f"cannot correct {value!r}; give fields and their values; fields are {', '.join(FIELDS)}")
    if unknown := set(value) - set(FIELDS):
        raise LedgerError(f"cannot correct {', '.join(sorted(unknown))}; fields are {', '.join(FIELDS)}")
    try:
        for name, given in value.items():
            msgspec.convert(given, next(f.type for f in msgspec.structs.fields(Event) if f.name == name))
    except msgspec.ValidationError as error:
        raise LedgerError(f"the correction does not fit: {error}") from None
    known = ontology.load()
    kinds = value.get("event", event.event if event else None)
    for kind in value.get("event", ()):
        _known("type", kind, known.types)
    if "event" in value and len(value["event"]) != 1:
        raise LedgerError("event takes one of PLOVER's types")
    if "mode" in value and kinds:
        for mode in value["mode"]:
            _known(f"mode of {kinds[0]}", mode, known.types[kinds[0]].modes)
    for context in value.get("context", ()):
        _known("context", context, known.contexts)
    for word in value.get("auxiliary", ()):
        _known("auxiliary", word, AUXILIARY)
    for name in ("date", "enddate"):
        if value.get(name) is not None and (day(value[name]) is None or len(value[name]) != 10):
            raise LedgerError(f"{name} takes a date as YYYY-MM-DD, not {value[name]!r}")
    first, last = (value.get(n, getattr(event, n) if event else None) for n in ("date", "enddate"))
    if ("date" in value or "enddate" in value) and first and last and first > last:
        raise LedgerError(
            f"the correction ends on {last}, before it begins on {first}; correct date and enddate together"
        )


def consistent(event: Event) -> Event:
    """An event whose quad code and scale are those of its type and modes; modes that its type has none of are left out."""
    known = ontology.load()
    kind = known.types[event.event[0]]
    mode = [m for m in event.mode if m in kind.modes]
    scale = known.scale(kind.name, mode)
    return msgspec.structs.replace(event, mode=mode, quad_code=kind.quad, event_scale=scale)


def _value(field: str, value: str) -> Any:
    if field in ("date", "enddate"):
        return value or None
    if field == "event":
        return [value.upper()]
    if field in ("mode", "context", "auxiliary"):
        return [x.strip() for x in re.split(r"[,;]", value) if x.strip()]
    if field in ("actor", "recipient"):
        return [_party(x.strip()) for x in value.split(";") if x.strip()]
    if field == "event_loc":
        return _place(value) if value else None
    if field == "status":
        _known("status", value, get_args(Status))
        return value
    if value:
        raise LedgerError("size takes its numbers one by one: dead=3, injured=, arrested=0; or size= for none")
    return None


def _known(what: str, given: str, among: Iterable[str]) -> None:
    names = list(among)
    if given not in names:
        raise LedgerError(f"{given!r} is no {what}; " + (f"one of {', '.join(names)}" if names else "it has none"))


def _number(name: str, value: str) -> int | None:
    if value and not value.isdecimal():
        raise LedgerError(f"{name} takes a number, or nothing where it is not said; not {value!r}")
    return int(value) if value else None


def _party(words: str) -> dict[str, Any]:
    """A party by its name, with the code and sector that are written behind it or known: "Taliban [AFG-REB]"."""
    from sayso.knowledge import lookup

    read = _PARTY.match(words)
    if read is None:
        raise LedgerError(f"{words!r} is no party; write a name, with code and sector if need be: Taliban [AFG-REB]")
    name, code, sector = read["name"].strip(), read["code"], read["sector"]
    entry = next((e for e in lookup(name) if e.kind not in ("place", "outlet")), None)
    if entry is not None:
        code, sector = code or entry.code, sector or entry.sector
    known = ontology.load()
    if sector is not None:
        _known("sector", sector, known.sectors)
    side = identified = entry.name if entry is not None else name
    return msgspec.to_builtins(Party(code, sector, name, identified, side=side))  # type: ignore[no-any-return]


def _place(words: str) -> dict[str, Any]:
    """A place by its name, "Doha" or "Doha, QAT" where several bear it; what the gazetteer does not know keeps its name alone."""
    from sayso.knowledge.gazetteer import gazetteer, importance

    name, _, country = (x.strip() for x in words.partition(","))
    found = [e for e in gazetteer().lookup(name) if not country or e.country == country.upper()]
    if country and not found:
        raise LedgerError(f"{words!r} is no place in the gazetteer; a country is given by its code: Doha, QAT")
    best = max(found, key=importance, default=None)
    if best is None:
        return msgspec.to_builtins(Location(name, None, None, None, None))  # type: ignore[no-any-return]
    return msgspec.to_builtins(Location(best.name, best.country, best.geonameid, best.lat, best.lon))  # type: ignore[no-any-return]
