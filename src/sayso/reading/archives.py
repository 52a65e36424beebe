"""Compressed files and archives, read member by member without unpacking to disk.

In: gzip, zip (WACZ too) and tar, also one inside another. Out: the Records of what they hold. What grows beyond reason
while it is unpacked is refused, and what is cut off is told.
"""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from sayso.reading import formats
from sayso.reading.problems import UnreadableError
from sayso.reading.records import HEAD, Input, Limits, Record, Stepwise, some, with_head

_CUT_OFF = "ends in the middle of its compressed data"
_BOMB = "grows beyond reason when unpacked"


def gzip_records(source: Input) -> Iterator[Record]:
    """What a gzip file holds; a compressed WARC file goes to its reader as it is."""
    head, source.stream = with_head(source.stream)
    try:
        opening = zlib.decompressobj(31).decompress(head, 600)
    except zlib.error:
        raise UnreadableError("is not readable as gzip") from None
    if opening.startswith(b"WARC/"):
        from sayso.reading import warc

        yield from warc.records(source)
        return
    name = source.name[: -len(".gz")] if source.name.lower().endswith(".gz") else source.name
    name = name[: -len(".tgz")] + ".tar" if name.lower().endswith(".tgz") else name
    counted = _Counted(source.stream)
    packed: Any = counted
    inside = Inflated(gzip.GzipFile(fileobj=packed, mode="rb"), counted, source.limits)
    yield from _member(source, name, source.place, io.BufferedReader(inside, 1 << 16))


def zip_records(source: Input) -> Iterator[Record]:
    """What the members of a zip file hold, in its order."""
    stream = source.stream if source.stream.seekable() else io.BytesIO(source.whole(source.limits.member_bytes))
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableError(f"is not readable as a zip file ({str(error)[:80]})") from None
    with archive:
        members = [m for m in archive.infolist() if not m.is_dir() and not _passed_over(m.filename)]
        if any(m.filename == "[Content_Types].xml" for m in members):
            raise UnreadableError("is an Office document", "save it as text or HTML")
        wacz = any(m.filename == "datapackage.json" for m in members)
        if wacz:
            members = [m for m in members if m.filename.startswith("archive/")]
        if not members:
            raise UnreadableError("is an archive without files to read")
        for member in members:
            place = f"{source.place}/{member.filename}"
            if member.flag_bits & 1:
                _tell(source, place, "is encrypted")
            elif _bomb(member.file_size, member.compress_size, source.limits):
                _tell(source, place, _BOMB)
            else:
                yield from _zip_member(source, archive, member, place)


def _zip_member(source: Input, archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str) -> Iterator[Record]:
    try:
        with archive.open(member) as raw:
            counted = _Counted(raw, at_least=member.compress_size)
            stream = io.BufferedReader(Inflated(raw, counted, source.limits), 1 << 16)
            yield from _member(source, member.filename.rpartition("/")[2], place, stream)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError) as error:
        _tell(source, place, f"cannot be unpacked ({str(error)[:80]})")


def tar_records(source: Input) -> Iterator[Record]:
    """What the files in a tar archive hold, in its order."""
    try:
        stream: Any = Stepwise(source.stream)
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for member in archive:
                if not member.isreg() or _passed_over(member.name):
                    continue
                raw = archive.extractfile(member)
                if raw is not None:
                    inside = io.BufferedReader(_Forward(raw), 1 << 16)
                    yield from _member(source, member.name.rpartition("/")[2], f"{source.place}/{member.name}", inside)
            while stream.read(HEAD):  # where it is cut off, that shows only at its end
                pass
    except tarfile.TarError as error:
        raise UnreadableError(f"is not readable as a tar archive ({str(error)[:80]})") from None


def _member(source: Input, name: str, place: str, stream: Any) -> Iterator[Record]:
    """The Records of one member; whatever is wrong with it is told and the next one read."""
    if source.depth >= source.limits.depth:
        _tell(source, place, "is an archive in too many archives")
        return
    inside = msgspec.structs.replace(source, name=name, place=place, stream=stream, depth=source.depth + 1)
    try:
        yield from formats.records(inside)
    except UnreadableError as error:
        source.on_problem(error.problem(place))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        what = _CUT_OFF if isinstance(error, EOFError) else f"is damaged ({str(error)[:80]})"
        _tell(source, place, what)


def _tell(source: Input, place: str, what: str) -> None:
    source.on_problem(UnreadableError(what).problem(place))


def _passed_over(name: str) -> bool:
    """Whether an archive's member is one of the hidden files that systems add."""
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _bomb(size: int, packed: int, limits: Limits) -> bool:
    return size > limits.grown_bytes and size > limits.ratio * max(packed, 1)


class _Counted:
    """A stream that counts what is read from it."""

    def __init__(self, stream: Any, at_least: int = 0) -> None:
        self._stream = stream
        self.count = at_least

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._stream.read(size)
        self.count += len(data)
        return data


class Inflated(io.RawIOBase):
    """Unpacked bytes; raises UnreadableError when they outgrow the packed ones beyond the limits."""

    def __init__(self, stream: Any, packed: _Counted, limits: Limits) -> None:
        self._stream = stream
        self._packed = packed
        self._limits = limits
        self._grown = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        data = some(self._stream, len(buffer))
        self._grown += len(data)
        if _bomb(self._grown, self._packed.count, self._limits):
            raise UnreadableError(_BOMB)
        buffer[: len(data)] = data
        return len(data)


class _Forward(io.RawIOBase):
    """A member of a tar archive that is read once, from front to back."""

    def __init__(self, stream: BinaryIO | Any) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
