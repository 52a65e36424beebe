"""Text and Markdown files: bytes to a text, unchanged but for a byte order mark.

In: the bytes of a file. Out: the decoded text, whose offsets are those of every later span. A byte order mark is no
part of the text, so offset 0 is its first character.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator

from sayso.reading.problems import UnreadableError
from sayso.reading.records import Input, Limits, Record

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_MARKED = tuple(mark for mark, _ in _MARKS)
_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "an RTF document"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
)
_MAGICS = tuple(magic for magic, _ in _MAGIC)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\x08\x1b\x1a"))
_LOOKED_AT = 1024


def records(source: Input) -> Iterator[Record]:
    """The one article of a text file, whose id is the file's name."""
    size = _size(source)
    if size > source.limits.text_bytes:
        raise UnreadableError(too_long(f"{size:,} bytes", source.limits), SPLIT)
    yield Record(source.name, decode(source.upto(source.limits.text_bytes + 4), source.limits))


def _size(source: Input) -> int:
    """The size of a large file that is read directly, else 0: then reading finds out."""
    if source.depth or isinstance(source.stream, io.BytesIO):
        return 0
    try:
        return os.fstat(source.stream.fileno()).st_size
    except (OSError, AttributeError):
        return 0


def decode(data: bytes, limits: Limits) -> str:
    """The text of a file's bytes.

    Raises UnreadableError when it is empty, not UTF-8 (or UTF-16 with its mark) or longer than the limit.
    """
    encoding = "utf-8"
    if data.startswith(_MARKED):
        mark, encoding = next((mark, name) for mark, name in _MARKS if data.startswith(mark))
        data = data[len(mark) :]
    return checked(_decoded(data, encoding), limits)


def refuse_binary(head: bytes) -> None:
    """Raise UnreadableError when the first bytes of a file are not those of a text."""
    if head.startswith(_MAGICS):
        name = next(name for magic, name in _MAGIC if head.startswith(magic))
        raise UnreadableError(f"is {name}, not text", "convert it to text first")
    some = head[:_LOOKED_AT]
    if b"\0" in head or len(some.translate(None, _CONTROL)) < 0.9 * len(some):
        raise UnreadableError("is binary, not text")


def checked(text: str, limits: Limits) -> str:
    """The text itself; raises UnreadableError when it is blank or too long."""
    if not text or text.isspace():
        raise UnreadableError("is empty")
    if len(text) > limits.characters:
        raise UnreadableError(too_long(f"{len(text):,} characters", limits), SPLIT)
    return text


SPLIT = "split it into articles, one a file or one a JSON line"


def too_long(size: str, limits: Limits) -> str:
    return f"is too long for one article ({size}; the limit is {limits.characters:,} characters)"


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper()[:6].rstrip("-")
        where = f"byte 0x{data[error.start]:02x} at offset {error.start:,}"
        raise UnreadableError(f"is not valid {name} ({where})", "save it as UTF-8") from None
