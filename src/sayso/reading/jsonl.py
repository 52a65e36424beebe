"""JSON lines: one article a line, its text taken as it is.

In: a binary stream. Out: Records as they are read, so memory does not grow with the input; a line that cannot be read
is told with its number and the rest still read. Fields that are not known are ignored.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from sayso.model import Source
from sayso.reading.plain import SPLIT, checked, too_long
from sayso.reading.problems import UnreadableError
from sayso.reading.records import Input, Limits, Record

_MANY = 20
_SHAPE = 'each line must be {"id": …, "text": …}'


def records(source: Input) -> Iterator[Record]:
    """The articles of a stream of JSON lines; the place and the line's number serve where an id is missing."""
    place, limits = source.place, source.limits
    good = bad = 0
    number = 0
    for number, line in enumerate(lines(source.stream, limits.line_bytes), 1):
        if number == 1 and line is not None and line.startswith(b"\xef\xbb\xbf"):
            line = line[3:]
        if line is not None and not line.strip():
            continue
        try:
            record = _record(line, place, number, limits)
        except UnreadableError as error:
            bad += 1
            if good or bad <= _MANY:
                source.problem(error.what, error.remedy, number)
            continue
        good += 1
        yield record
    if not good and bad > _MANY:
        source.problem(f"no line of {number:,} is an article in JSON", _SHAPE)
    elif not good and not bad:
        source.problem("is empty")


def lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream; None stands for a line longer than ``limit`` bytes, which is passed over unread."""
    while line := stream.readline(limit):
        if len(line) == limit and not line.endswith(b"\n"):
            while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line


def _record(line: bytes | None, place: str, number: int, limits: Limits) -> Record:
    if line is None:
        raise UnreadableError(too_long(f"over {limits.line_bytes:,} bytes", limits), SPLIT)
    try:
        value = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableError(f"is not valid JSON ({_why(error)})") from None
    except RecursionError:
        raise UnreadableError("is nested too deeply") from None
    if not isinstance(value, dict):
        raise UnreadableError("is not a JSON object", _SHAPE)
    return from_fields(value, f"{place}:{number}", limits)


def from_fields(value: dict[str, Any], default_id: str, limits: Limits) -> Record:
    """The Record of a JSON object's fields; raises UnreadableError when it has no usable text."""
    if "text" not in value:
        raise UnreadableError('has no "text" field')
    text = value["text"]
    if not isinstance(text, str):
        raise UnreadableError('has a "text" field that is not a string')
    try:
        checked(text, limits)
    except UnreadableError as error:
        raise UnreadableError(f"the text {error.what}", error.remedy) from None
    given = value.get("id")
    return Record(
        id=str(given) if isinstance(given, str | int) and given != "" else default_id,
        text=text,
        title=_string(value, "title"),
        published=_string(value, "published"),
        source=_source(value.get("source")),
        url=_string(value, "url"),
        language=_string(value, "language"),
    )


def _string(value: dict[str, Any], field: str) -> str | None:
    given = value.get(field)
    return given.strip() or None if isinstance(given, str) else None


def _source(given: object) -> Source | None:
    if isinstance(given, str) and given.strip():
        return Source(given.strip())
    if isinstance(given, dict):
        name, url = _string(given, "name"), _string(given, "url")
        return Source(name, url) if name or url else None
    return None


def _why(error: Exception) -> str:
    said = str(error)
    return said.removeprefix("JSON is malformed: ")[:120]
