"""What a reader is given and what it hands on: an Input with its limits, and a Record for each article found in it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from sayso.model import Source
from sayso.reading.problems import Problem, UnreadableError

HEAD = 65_536


class Record(msgspec.Struct):
    """One article as an input gives it; ``text`` is taken as it is, ``published`` as written there.

    ``credits`` are names that metadata credits: authors, credit lines, providers.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    source: Source | None = None
    url: str | None = None
    language: str | None = None
    credits: list[str] = []


class Limits(msgspec.Struct, frozen=True):
    """How much of an input is read.

    ``characters`` of one text; ``page_bytes`` of one page or newsroom file and ``elements`` of a page; ``feed_bytes`` and
    ``entries`` of a feed; ``member_bytes`` of an archive inside an archive; ``depth`` of archives in archives; a
    compressed stream may grow to ``grown_bytes`` at any ratio, and beyond only while it is at most ``ratio`` times its
    compressed size.
    """

    characters: int = 2_000_000
    page_bytes: int = 5_000_000
    elements: int = 60_000
    member_bytes: int = 64_000_000
    feed_bytes: int = 20_000_000
    entries: int = 15_000
    depth: int = 3
    grown_bytes: int = 100_000_000
    ratio: int = 100

    @property
    def text_bytes(self) -> int:
        """The most bytes a text of that many characters has in UTF-8."""
        return 4 * self.characters

    @property
    def line_bytes(self) -> int:
        """The most bytes of a JSON line with such a text: six for an escaped character, and room for other fields."""
        return 6 * self.characters + 65_536


class Input(msgspec.Struct, kw_only=True):
    """One stream to read.

    ``name`` is the file's own name, which serves as an id; ``place`` is what problems call it; ``stream`` stands at its
    beginning; ``columns`` says which column of a table holds which field; ``depth`` counts the archives it lies in.
    """

    name: str
    place: str
    stream: BinaryIO
    limits: Limits
    on_problem: Callable[[Problem], None]
    columns: Mapping[str, str] = {}
    depth: int = 0
    url: str | None = None
    charset: str | None = None

    def problem(self, what: str, remedy: str | None = None, line: int | None = None) -> None:
        self.on_problem(Problem(self.place, what, line, remedy))

    def upto(self, limit: int) -> bytes:
        """What is in the stream, at most ``limit`` bytes: in pieces, since a limit is far more room than most files need."""
        if isinstance(self.stream, io.BytesIO):
            return self.stream.read(limit)
        pieces = []
        while limit > 0 and (piece := self.stream.read(min(limit, HEAD))):
            pieces.append(piece)
            limit -= len(piece)
        return b"".join(pieces)

    def whole(self, limit: int) -> bytes:
        """Everything in the stream; raises UnreadableError when it is more than ``limit`` bytes."""
        data = self.upto(limit + 1)
        if len(data) > limit:
            raise UnreadableError(f"is too large (over {limit:,} bytes)")
        return data


Reader = Callable[[Input], Iterator[Record]]


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes have been taken already, put together again."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        piece = self._head[: len(buffer)] if self._head else some(self._stream, len(buffer))
        self._head = self._head[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


def some(stream: Any, most: int) -> bytes:
    """What a stream has at hand, at most so many bytes: none that came before an error in it is lost."""
    found: bytes = stream.read1(most) if hasattr(stream, "read1") else stream.read(most)
    return found


def _head(stream: BinaryIO) -> tuple[bytes, bool]:
    """The first bytes of a stream, and whether they are all of it; an error that comes after some is met again later."""
    pieces: list[bytes] = []
    left = HEAD
    while left > 0:
        try:
            piece = some(stream, left)
        except (EOFError, zlib.error, OSError):
            if not pieces:
                raise
            return b"".join(pieces), False
        if not piece:
            return b"".join(pieces), True
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces), False


class Stepwise:
    """A stream that is read in what steps it comes, for readers that ask for much at once."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        return self._stream.read() if size < 0 else some(self._stream, size)


def with_head(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and a stream that still begins with them."""
    if type(stream) is io.BytesIO and stream.tell() == 0 and len(head := stream.getvalue()) <= HEAD:
        return head, stream
    head, whole = _head(stream)
    if whole:
        return head, io.BytesIO(head)
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        return head, stream
    return head, io.BufferedReader(_Rejoined(head, stream), HEAD)
