"""Keeping what was fetched: a WARC file to which answers are added, each compressed by itself.

In: `Fetched` answers. Out: WARC 1.1 response records. A file that ends in the middle of a record, as after a crash, is
first cut back to the last whole one; what it holds already can be asked, so that a run resumes.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import uuid
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from sayso.reading.fetch import Fetched


class WarcFile:
    """A WARC file open for adding; a context manager. ``held`` are the addresses whose answers it holds already."""

    def __init__(self, path: Path) -> None:
        self.held: set[str] = set()
        end = 0
        if path.exists():
            for stop, record in _members(path):
                end = stop
                head = record.partition(b"\r\n\r\n")[0].decode("utf-8", "replace")
                for line in head.splitlines():
                    name, _, value = line.partition(":")
                    if name.lower() == "warc-target-uri":
                        self.held.add(value.strip())
        self._file = path.open("r+b" if path.exists() else "wb")
        self._file.truncate(end)
        self._file.seek(end)

    def add(self, fetched: Fetched) -> None:
        """Write one answer and have it on disk; an answer without a body (304) is not kept."""
        if fetched.status == 304:
            return
        self._file.write(gzip.compress(_response(fetched), mtime=0))
        self._file.flush()
        os.fsync(self._file.fileno())
        self.held.add(fetched.url)

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> WarcFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _response(fetched: Fetched) -> bytes:
    sent = "".join(f"{name}: {value}\r\n" for name, value in fetched.headers if name.lower() != "content-length")
    http = f"HTTP/1.1 {fetched.status} {fetched.reason}\r\n{sent}Content-Length: {len(fetched.raw)}\r\n\r\n"
    block = http.encode("latin-1", "replace") + fetched.raw
    digest = hashlib.sha256(block).hexdigest()
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid4()}>\r\n"
        f"WARC-Date: {fetched.at:%Y-%m-%dT%H:%M:%SZ}\r\n"
        f"WARC-Target-URI: {fetched.url}\r\n"
        f"WARC-Block-Digest: sha256:{digest}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _members(path: Path) -> Iterator[tuple[int, bytes]]:
    """The whole records of a compressed WARC file: where each ends and what it holds; stops at one that is cut off."""
    end = 0
    with path.open("rb") as file:
        rest = b""
        while True:
            inflate = zlib.decompressobj(31)
            record = bytearray()
            used = 0
            while not inflate.eof:
                piece = rest or file.read(1 << 16)
                rest = b""
                if not piece:
                    return
                try:
                    record += inflate.decompress(piece)
                except zlib.error:
                    return
                used += len(piece)
            rest = inflate.unused_data
            end += used - len(rest)
            yield end, bytes(record)
