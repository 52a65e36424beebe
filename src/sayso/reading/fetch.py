"""Fetching pages and feeds: politely, within limits, and never from inside the user's own network.

In: addresses. Out: what the servers sent, as `Fetched`, or as Articles. A host is asked for its robots.txt first and
then one thing at a time with a pause between; only http and https are spoken; every address that a name resolves to,
also after each redirect, must be public unless private ones are allowed, and the connection goes to the very address
that was checked.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

import msgspec

from sayso.model import Article, Settings
from sayso.reading import addresses
from sayso.reading.problems import Problem, RefusedError, UnreadableError

AGENT = "sayso"


class FetchLimits(msgspec.Struct, frozen=True):
    """What a fetch may cost: ``bytes`` of a body unpacked, ``seconds`` in all, ``pause`` seconds between two requests
    to a host, the ``redirects`` followed, and for how long a robots.txt counts (``robots_retry``: one that failed).
    """

    bytes: int = 5_000_000
    seconds: float = 30.0
    pause: float = 1.0
    redirects: int = 5
    robots_bytes: int = 512_000
    longest_pause: float = 60.0
    robots_seconds: float = 86_400.0
    robots_retry: float = 600.0


class Validators(msgspec.Struct, frozen=True):
    """What a server gave to ask later whether a page has changed."""

    etag: str | None = None
    last_modified: str | None = None


class AnsweredError(UnreadableError):
    """A server answered with an error; ``retry_after`` is how many seconds it asks to be left alone."""

    def __init__(self, status: int, reason: str, retry_after: float | None) -> None:
        super().__init__(f"answered {status} {reason}".rstrip())
        self.status = status
        self.retry_after = retry_after


class Fetched(msgspec.Struct, frozen=True):
    """One answer; ``body`` is unpacked, ``raw`` as it was sent. A status of 304 has no body: nothing has changed."""

    url: str
    asked: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    body: bytes
    at: datetime

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def validators(self) -> Validators:
        return Validators(self.header("ETag"), self.header("Last-Modified"))


class Fetcher:
    """Fetches one address at a time; remembers each host's robots.txt and when it was last asked."""

    def __init__(
        self,
        limits: FetchLimits | None = None,
        *,
        allow_private: bool = False,
        agent: str = AGENT,
        keep: Callable[[Fetched], None] = lambda fetched: None,
        resolve: Callable[[str, int], list[str]] = addresses.resolved,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limits = limits or FetchLimits()
        self._allow_private = allow_private
        self._agent = agent
        self._keep = keep
        self._resolve = resolve
        self._sleep = sleep
        self._robots: dict[str, RobotFileParser | str] = {}
        self._robots_at: dict[str, float] = {}
        self._asked_at: dict[str, float] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()

    def get(self, url: str, validators: Validators | None = None) -> Fetched:
        """What stands at an address, after at most the allowed redirects.

        Raises UnreadableError for anything that may not be fetched or does not come in full within the limits.
        """
        at = url
        for _ in range(self._limits.redirects + 1):
            at = addresses.checked(at)
            self._refuse_forbidden(at)
            fetched = self._once(at, url, validators, self._limits.bytes)
            target = fetched.header("Location")
            if fetched.status not in (301, 302, 303, 307, 308) or target is None:
                break
            at = urljoin(at, target)
        else:
            raise UnreadableError(f"redirects more than {self._limits.redirects} times")
        if fetched.status != 304 and not 200 <= fetched.status < 300:
            raise AnsweredError(fetched.status, fetched.reason, seconds_of(fetched.header("Retry-After"), fetched.at))
        self._keep(fetched)
        return fetched

    def _refuse_forbidden(self, url: str) -> None:
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        rules = self._robots.get(host)
        lasts = self._limits.robots_retry if isinstance(rules, str) else self._limits.robots_seconds
        if rules is None or time.monotonic() - self._robots_at[host] >= lasts:
            rules = self._robots[host] = self._rules(host)
            self._robots_at[host] = time.monotonic()
        if isinstance(rules, str):
            raise UnreadableError(f"is left alone, as its robots.txt {rules}")
        if not rules.can_fetch(self._agent, url):
            raise RefusedError("may not be fetched: its robots.txt forbids it")

    def _rules(self, host: str) -> RobotFileParser | str:
        """A host's rules (RFC 9309): none when it has no such file, and what went wrong, which forbids all, if any."""
        rules = RobotFileParser()
        at = f"{host}/robots.txt"
        for _ in range(self._limits.redirects + 1):
            try:
                fetched = self._once(addresses.checked(at), at, None, self._limits.robots_bytes, cut=True)
            except addresses.PrivateAddressError:
                raise
            except UnreadableError as error:
                return error.what
            target = fetched.header("Location")
            if fetched.status not in (301, 302, 303, 307, 308) or target is None:
                break
            at = urljoin(at, target)
        if fetched.status >= 500 or fetched.status == 429:
            return f"answered {fetched.status}"
        said = fetched.body.decode("utf-8", "replace").splitlines() if fetched.status == 200 else []
        rules.parse(said)
        return rules

    def _once(self, url: str, asked: str, validators: Validators | None, most: int, cut: bool = False) -> Fetched:
        """One request and its answer, with the host's pause before it."""
        parts = urlsplit(url)
        host = parts.netloc.lower()
        with self._guard:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            self._wait(host, f"{parts.scheme}://{parts.netloc}")
            try:
                return self._exchange(url, asked, validators, most, cut)
            except (OSError, http.client.HTTPException, UnicodeError) as error:
                raise UnreadableError(_why(error)) from None
            finally:
                self._asked_at[host] = time.monotonic()

    def _wait(self, host: str, origin: str) -> None:
        last = self._asked_at.get(host)
        if last is None:
            return
        rules = self._robots.get(origin)
        wished = float(rules.crawl_delay(self._agent) or 0) if isinstance(rules, RobotFileParser) else 0.0
        pause = min(max(self._limits.pause, wished), self._limits.longest_pause)
        left = pause - (time.monotonic() - last)
        if left > 0:
            self._sleep(left)

    def _exchange(self, url: str, asked: str, validators: Validators | None, most: int, cut: bool) -> Fetched:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        deadline = time.monotonic() + self._limits.seconds
        address = addresses.public(self._resolve(parts.hostname or "", port), self._allow_private)
        connection = _connection(parts.scheme, parts.hostname or "", port, address, self._limits.seconds)
        watchdog = threading.Timer(self._limits.seconds, _hang_up, [connection])
        watchdog.daemon = True
        watchdog.start()
        try:
            path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
            connection.request("GET", path, headers=self._headers(parts.netloc, validators))
            answer = connection.getresponse()
            raw = _received(answer, most, deadline, cut)
            if time.monotonic() >= deadline:  # what was hung up on looks like an answer that has ended
                raise UnreadableError("takes too long")
            at = datetime.now(UTC)
        finally:
            watchdog.cancel()
            connection.close()
        headers = tuple((key, value) for key, value in answer.getheaders() if key.lower() != "transfer-encoding")
        body = unpacked(raw, answer.getheader("Content-Encoding"), most, cut)
        return Fetched(url, asked, answer.status, answer.reason or "", headers, raw, body, at)

    def _headers(self, host: str, validators: Validators | None) -> dict[str, str]:
        headers = {
            "Host": host,
            "User-Agent": self._agent,
            "Accept-Encoding": "gzip",
            "Connection": "close",
            "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9",
        }
        if validators is not None and validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators is not None and validators.last_modified:
            headers["If-Modified-Since"] = validators.last_modified
        return headers


def fetch(
    urls: Iterable[str],
    fetcher: Fetcher,
    *,
    on_problem: Callable[[Problem], None],
    known: Mapping[str, Validators] | None = None,
    on_fetched: Callable[[Fetched], None] = lambda fetched: None,
    max_characters: int = Settings().max_characters,
) -> Iterator[Article]:
    """The Articles at the addresses, pages and feeds' entries; an address that fails is told and the rest is fetched.

    ``known`` gives the validators of earlier fetches: what has not changed since gives nothing.
    """
    for url in urls:
        try:
            fetched = fetcher.get(url, (known or {}).get(url))
            on_fetched(fetched)
            if fetched.status != 304:
                yield from articles(fetched, on_problem, max_characters=max_characters)
        except UnreadableError as error:
            on_problem(error.problem(url))


def articles(
    fetched: Fetched,
    on_problem: Callable[[Problem], None],
    *,
    published: str | None = None,
    max_characters: int = Settings().max_characters,
) -> Iterator[Article]:
    """The Articles of one answer; ``published`` dates those that give no date. Raises UnreadableError as readers do."""
    from sayso.reading import formats
    from sayso.reading.articles import article
    from sayso.reading.dates import normal
    from sayso.reading.records import Input, Limits

    source = Input(
        name=fetched.url,
        place=fetched.asked,
        stream=io.BytesIO(fetched.body),
        limits=Limits(max_characters),
        on_problem=on_problem,
        url=fetched.url,
        charset=_charset(fetched.header("Content-Type")),
    )
    for record in formats.records(source):
        yield article(
            record.text,
            id=record.id,
            title=record.title,
            published=record.published,
            fallback=normal(published) if published else None,
            source=record.source,
            url=record.url or fetched.url,
            language=record.language,
            credits=record.credits,
        )


def seconds_of(retry_after: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for, given as such or as a date; None for neither (RFC 9110)."""
    value = (retry_after or "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(0.0, (parsedate_to_datetime(value) - now).total_seconds())
    except (TypeError, ValueError):
        return None


def unpacked(raw: bytes, encoding: str | None, most: int, cut: bool = False) -> bytes:
    """A body without its gzip or deflate encoding; raises UnreadableError when it outgrows ``most`` bytes."""
    if not encoding or encoding.lower() == "identity":
        return raw
    if encoding.lower() not in ("gzip", "x-gzip", "deflate"):
        raise UnreadableError(f"is sent in an encoding that was not asked for ({encoding[:20]})")
    inflate = zlib.decompressobj(47)
    try:
        body = inflate.decompress(raw, most + 1)
    except zlib.error:
        raise UnreadableError("is sent as damaged compressed data") from None
    if len(body) > most and not cut:
        raise UnreadableError(f"is larger than {most:,} bytes when unpacked")
    if not inflate.eof and not cut:
        raise UnreadableError("is cut off")
    return body[:most]


def _received(answer: http.client.HTTPResponse, most: int, deadline: float, cut: bool) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(65_536):
        size += len(piece)
        pieces.append(piece)
        if size > most:
            if cut:
                break
            raise UnreadableError(f"is larger than {most:,} bytes")
        if time.monotonic() > deadline:
            raise UnreadableError("takes too long")
    promised = answer.getheader("Content-Length")
    if promised and promised.isdigit() and size < int(promised) and not cut and answer.status != 304:
        raise UnreadableError("is cut off")
    return b"".join(pieces)[: most + 1]


def _connection(scheme: str, host: str, port: int, address: str, seconds: float) -> http.client.HTTPConnection:
    """A connection to the address that was checked, which calls itself by the host's name."""

    def connect(_: tuple[str, int], timeout: Any = None, source: Any = None) -> socket.socket:
        return socket.create_connection((address, port), timeout=seconds)

    if scheme == "https":
        secure = http.client.HTTPSConnection(host, port, timeout=seconds, context=ssl.create_default_context())
        secure._create_connection = connect  # type: ignore[attr-defined]
        return secure
    plain = http.client.HTTPConnection(host, port, timeout=seconds)
    plain._create_connection = connect  # type: ignore[attr-defined]
    return plain


def _hang_up(connection: http.client.HTTPConnection) -> None:
    """End a connection from outside, so that a server that sends a byte now and then holds nothing up."""
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return


def _charset(content_type: str | None) -> str | None:
    message = Message()
    message["Content-Type"] = content_type or "text/html"
    found = message.get_content_charset()
    return found if isinstance(found, str) else None


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "takes too long"
    if isinstance(error, socket.gaierror):
        return "has a host name that cannot be found"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"has a certificate that cannot be trusted ({error.verify_message})"
    return f"cannot be fetched ({str(error)[:80] or type(error).__name__})"
