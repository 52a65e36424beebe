"""The codes of one dictionary entry as facts that follow one another: what holds when, without overlap.

In: codes with their restrictions of dates, in the order of the entry. Out: spans of a code each. Where two hold on a day the earlier
written one does, and a code without dates holds whenever no other does.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

_EVER, _NEVER = "", "9999"


class Span(msgspec.Struct, frozen=True):
    """A code from a day until a day; None is open."""

    code: object
    since: str | None
    until: str | None


def spans(codes: Sequence[tuple[object, str | None, str | None, bool]]) -> list[Span]:
    """The spans of (code, since, until, always) in the order of time, one code's that touch made one."""
    taken: list[tuple[str, str, object]] = []
    for always in (False, True):
        for code, since, until, undated in codes:
            if undated == always:
                taken += [(a, b, code) for a, b in _free(since or _EVER, until or _NEVER, taken)]
    taken.sort(key=lambda t: (t[0], t[1]))
    joined: list[tuple[str, str, object]] = []
    for start, end, code in taken:
        if joined and joined[-1][2] == code and joined[-1][1] >= start:
            joined[-1] = (joined[-1][0], end, code)
        else:
            joined.append((start, end, code))
    return [
        Span(code, start or None, None if end == _NEVER else end) for start, end, code in joined if code is not None
    ]


def _free(start: str, end: str, taken: list[tuple[str, str, object]]) -> list[tuple[str, str]]:
    """What is left of a stretch of time where others have taken theirs."""
    free = [(start, end)]
    for a, b, _ in taken:
        free = [
            part
            for s, e in free
            for part in ([(s, e)] if b <= s or e <= a else [(s, min(a, e)), (max(b, s), e)])
            if part[0] < part[1] or (part[0] == part[1] and start == end)
        ]
    return free
