"""What went wrong with one input, said in one line."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """An input that could not be read: where, on which line if any, what is wrong and what to do about it."""

    place: str
    what: str
    line: int | None = None
    remedy: str | None = None

    def __str__(self) -> str:
        where = self.place if self.line is None else f"{self.place}, line {self.line}"
        said = f"{where}: {self.what}" + (f"; {self.remedy}" if self.remedy else "")
        return " ".join(said.split())


class UnreadableError(ValueError):
    """Raised inside a reader for an input, or the rest of one, that cannot be read."""

    def __init__(self, what: str, remedy: str | None = None, line: int | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy
        self.line = line

    def problem(self, place: str) -> Problem:
        return Problem(place, self.what, self.line, self.remedy)
