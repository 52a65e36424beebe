"""Watching feeds: what is new in them since the last round, and when to ask again.

In: addresses of feeds and OPML lists (also files), and the state that the last round left. Out: the Articles of new and
changed entries, one at a time; the state is written whole after each feed and each article, so that a watch goes on
where it stopped. A feed that fails is asked again later and later, or when its server says.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from sayso.model import Article
from sayso.reading import feeds
from sayso.reading.fetch import AnsweredError, Fetched, Fetcher, Validators, articles
from sayso.reading.problems import Problem, RefusedError, UnreadableError
from sayso.reading.records import Limits

_DAY = 86_400.0
_TRIES = 5
_REMEMBERED = 500  # entries that a feed no longer carries


class Seen(msgspec.Struct):
    """An entry that was read, or failed ``tries`` times: what marked it, and how to ask whether its page has changed."""

    mark: str
    url: str = ""
    validators: Validators = Validators()
    tries: int = 0


class Feed(msgspec.Struct):
    """What is remembered of a feed or list: ``listed`` are the feeds of a list, ``after`` (seconds since 1970) when it
    may be asked again after ``failures`` in a row."""

    validators: Validators = Validators()
    seen: dict[str, Seen] = {}
    listed: list[str] | None = None
    failures: int = 0
    after: float = 0.0


class State(msgspec.Struct):
    """Everything that a watch remembers, by address."""

    feeds: dict[str, Feed] = {}


class Watch:
    """Polls feeds round by round.

    ``every`` is the seconds between two rounds, from which the pause after a failure grows; ``stopped`` ends a round
    early, between two pages. Raises UnreadableError for a state file that is none.
    """

    def __init__(
        self,
        names: list[str],
        fetcher: Fetcher,
        state: Path,
        *,
        every: float,
        on_problem: Callable[[Problem], None],
        stopped: Callable[[], bool] = lambda: False,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._names = names
        self._fetcher = fetcher
        self._path = state
        self._every = every
        self._on_problem = on_problem
        self._stopped = stopped
        self._now = now
        self._held: dict[str, float] = {}
        self.state = _read(state)
        self._pages = {s.url for f in self.state.feeds.values() for s in f.seen.values() if not s.tries}
        self.polled = 0

    def round(self) -> Iterator[Article]:
        """One round over all feeds. An entry counts as read when the next article is asked for, so that none is lost."""
        self.polled = 0
        done: set[str] = set()
        left = list(reversed(self._names))
        while left and not self._stopped():
            name = left.pop()
            if name in done:
                continue
            done.add(name)
            try:
                if "://" not in name:
                    left.extend(reversed(_from_file(name)))
                    continue
                feed = self.state.feeds.setdefault(name, Feed())
                if feed.after > self._now():
                    continue
                self.polled += 1
                yield from self._polled(name, feed)
                left.extend(reversed(feed.listed or []))
            except UnreadableError as error:
                self._on_problem(error.problem(name))
            self._write()

    def _polled(self, name: str, feed: Feed) -> Iterator[Article]:
        try:
            fetched = self._fetcher.get(name, feed.validators)
            found = self._entries(fetched, feed) if fetched.status != 304 else []
        except UnreadableError as error:
            feed.failures += 1
            asked = error.retry_after if isinstance(error, AnsweredError) and error.retry_after else 0.0
            feed.after = self._now() + min(_DAY, max(asked, self._every * 2 ** min(feed.failures - 1, 8)))
            raise
        feed.failures, feed.after = 0, 0.0
        whole = True
        for item in found:
            if self._stopped():
                whole = False
                break
            before = feed.seen.get(item.id)
            if before is not None and before.mark == item.mark and (before.tries == 0 or before.tries >= _TRIES):
                continue
            if before is None and item.url in self._pages:
                feed.seen[item.id] = Seen(item.mark, item.url)  # another feed carries it too
                continue
            yield from self._page(item, feed)
            whole = whole and feed.seen.get(item.id, Seen("", tries=1)).tries in (0, _TRIES)
            self._write()
        if fetched.status != 304:
            # entries that still wait are found only in a feed that is sent whole again
            feed.validators = fetched.validators if whole else Validators()
            _forget(feed, {item.id for item in found})

    def _entries(self, fetched: Fetched, feed: Feed) -> list[feeds.Item]:
        if b"<opml" in fetched.body[:2_000].lower():
            feed.listed = feeds.listed(fetched.body)
            return []
        feed.listed = None
        return feeds.items(fetched.body, Limits())

    def _page(self, item: feeds.Item, feed: Feed) -> Iterator[Article]:
        """The article of an entry; a page that fails is tried again in later rounds, a busy host not before it allows."""
        host = urlsplit(item.url).netloc
        before = feed.seen.get(item.id) or Seen("")
        tries = before.tries if before.mark == item.mark else 0
        if self._held.get(host, 0.0) > self._now():
            return
        try:
            fetched = self._fetcher.get(item.url, before.validators)
            if fetched.status != 304:
                yield from articles(fetched, self._on_problem, published=item.published)
            latest = fetched.validators if fetched.status != 304 else before.validators
            feed.seen[item.id] = Seen(item.mark, item.url, latest)
            self._pages.add(item.url)
        except UnreadableError as error:
            self._on_problem(error.problem(item.url))
            if isinstance(error, AnsweredError) and error.status in (429, 503):
                self._held[host] = self._now() + min(_DAY, max(self._every, error.retry_after or 0.0))
                return
            given_up = isinstance(error, RefusedError)
            feed.seen[item.id] = Seen(item.mark, item.url, before.validators, _TRIES if given_up else tries + 1)

    def _write(self) -> None:
        handle, temporary = tempfile.mkstemp(dir=self._path.absolute().parent, prefix=f".{self._path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.encode(self.state))
            os.replace(temporary, self._path)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise


def _forget(feed: Feed, present: set[str]) -> None:
    """Drop the oldest entries that the feed no longer carries."""
    gone = [id for id in feed.seen if id not in present]
    for id in gone[: max(0, len(gone) - _REMEMBERED)]:
        del feed.seen[id]


def _read(path: Path) -> State:
    try:
        return msgspec.json.decode(path.read_bytes(), type=State)
    except FileNotFoundError:
        return State()
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        raise UnreadableError(f"is no state of a watch ({str(error)[:80]})", "name another --state") from None


def _from_file(name: str) -> list[str]:
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"is neither an address nor a list that can be read ({error.strerror})", "give http(s)://…"
        ) from None
    found = feeds.listed(data)
    if not found:
        raise UnreadableError("is an OPML list that names no feed")
    return found
