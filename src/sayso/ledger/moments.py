"""Points in time as the ledger compares them: ISO 8601 in UTC, as text that sorts.

In: ISO 8601 dates and times with or without a zone. Out: "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM:SSZ", and ordinals of days.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec

from sayso.ledger.errors import LedgerError

EVER = "~"  # after every moment


class Then(msgspec.Struct, frozen=True):
    """Two moments that bound what counts: published by the one, and in the ledger by the other."""

    published: str = EVER
    added: str = EVER

    @property
    def now(self) -> bool:
        return self.published == self.added == EVER


NOW = Then()


def then(as_of: str | None = None, known: str | None = None) -> Then:
    """What had been published by ``as_of`` and added by ``known``, each the end of what it names. Raises LedgerError."""
    return Then(until(as_of) if as_of else EVER, _end(known) if known else EVER)


def _end(known: str) -> str:
    """Additions are timed to the microsecond: the last one of the second that ``known`` ends with."""
    return until(known).removesuffix("Z") + ".999999Z"


def moment(published: str | None) -> str:
    """The time in UTC; a date stays a date; "" for None or what is no time."""
    if not published:
        return ""
    try:
        if len(published) <= 10:
            return date.fromisoformat(published).isoformat()
        when = datetime.fromisoformat(published)
    except ValueError:
        return ""
    when = when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def until(as_of: str) -> str:
    """The last moment that an ``as_of`` includes: of a date, its end in UTC. Raises LedgerError for what is no time."""
    found = moment(as_of)
    if not found:
        raise LedgerError(f"{as_of!r} is not an ISO 8601 date or time")
    return f"{found}T23:59:59Z" if len(found) == 10 else found


def now() -> str:
    """This moment, to the microsecond."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def day(value: str | None) -> int | None:
    """The ordinal of the day of a date or time; None for none."""
    if not value:
        return None
    try:
        return date.fromisoformat(value[:10]).toordinal()
    except ValueError:
        return None
