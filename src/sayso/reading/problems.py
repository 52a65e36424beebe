"""What went wrong with one input, said in one line."""

from __future__ import annotations

from sayso.model import Problem

__all__ = ["Problem", "RefusedError", "UnreadableError"]


class UnreadableError(ValueError):
    """Raised inside a reader for an input, or the rest of one, that cannot be read."""

    def __init__(self, what: str, remedy: str | None = None, line: int | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy
        self.line = line

    def problem(self, place: str) -> Problem:
        return Problem(place, self.what, self.line, self.remedy)


class RefusedError(UnreadableError):
    """An input that must not be asked for; asking again changes nothing."""
