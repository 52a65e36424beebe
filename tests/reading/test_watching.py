"""Watching feeds that stand on a server of this machine and change from round to round."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sayso.reading import Problem
from sayso.reading.fetch import Fetcher, FetchLimits, seconds_of
from sayso.reading.problems import UnreadableError
from sayso.reading.watching import Watch

Answer = tuple[int, bytes, dict[str, str]]


class Site(ThreadingHTTPServer):
    """Answers each path with what a test put there; an ETag that is asked with gives 304."""

    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.pages: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.base = f"http://127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def put(self, path: str, body: str, status: int = 200, **headers: str) -> None:
        etag = {"ETag": f'"{abs(hash(body))}"'} if status == 200 else {}
        etag["Content-Type"] = "text/html" if body.startswith("<html") else "application/rss+xml"
        self.pages[path] = (status, body.encode(), {**etag, **{k.replace("_", "-"): v for k, v in headers.items()}})

    def end(self) -> None:
        self.shutdown()
        self.server_close()

    def took(self) -> list[str]:
        """The paths asked for since the last call, without robots.txt."""
        asked, self.asked = self.asked, []
        return [a for a in asked if not a.endswith("/robots.txt")]


class Handler(BaseHTTPRequestHandler):
    server: Site

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        status, body, headers = self.server.pages.get(self.path, (404, b"", {}))
        if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
            status, body = 304, b""
        self.server.asked.append(f"{status} {self.path}")
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.end()


def page(n: object, more: str = "") -> str:
    said = "".join(
        f"<p>The army said on day {i} that its soldiers had left town {n} after talks.</p>" for i in range(5)
    )
    return f"<html><head><title>Army leaves town {n}</title></head><body><article><h1>Army leaves town {n}</h1>{said}<p>{more}</p></article></body></html>"


def feed(base: str, *numbers: int, edited: dict[int, str] | None = None) -> str:
    items = "".join(
        f"<item><title>Army leaves town {n}</title><guid>id-{n}</guid><link>{base}/page{n}</link>"
        f"<pubDate>Fri, 21 Apr 2017 18:3{n}:00 GMT</pubDate><description>{(edited or {}).get(n, '')}</description></item>"
        for n in numbers
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title>{items}</channel></rss>'


class Watching:
    """A watch with a clock that the test sets; ``round`` gives the titles read and the problems told."""

    def __init__(self, tmp_path: Path, *names: str) -> None:
        self.clock = 1_000_000.0
        self.problems: list[Problem] = []
        self.names, self.path = list(names), tmp_path / "state.json"
        self.stop = False
        self.start()

    def start(self) -> None:
        limits = FetchLimits(pause=0.0, seconds=2.0, robots_retry=0.0)
        self.watch = Watch(
            self.names,
            Fetcher(limits, allow_private=True),
            self.path,
            every=60.0,
            on_problem=self.problems.append,
            stopped=lambda: self.stop,
            now=lambda: self.clock,
        )

    def round(self, most: int = 100) -> list[str]:
        self.problems.clear()
        found = []
        for article in self.watch.round():
            found.append(article.title or "")
            if len(found) == most:
                self.stop = True
        self.clock += 60
        return found


@pytest.fixture
def watching(tmp_path: Path, site: Site) -> Callable[..., Watching]:
    return lambda *paths: Watching(
        tmp_path, *(p if p.startswith(("http", "/tmp", str(tmp_path))) else site.base + p for p in paths)
    )


def towns(*numbers: object) -> list[str]:
    return [f"Army leaves town {n}" for n in numbers]


def test_the_second_round_takes_what_is_new_and_a_feed_that_stands_still_is_not_sent(site, watching):
    for n in range(1, 4):
        site.put(f"/page{n}", page(n))
    site.put("/feed", feed(site.base, 2, 1))
    watch = watching("/feed")
    assert watch.round() == towns(1, 2)
    assert site.took() == ["200 /feed", "200 /page1", "200 /page2"]
    assert watch.round() == []
    assert site.took() == ["304 /feed"]
    site.put("/feed", feed(site.base, 3, 2, 1))
    assert watch.round() == towns(3)
    assert site.took() == ["200 /feed", "200 /page3"]
    assert not watch.problems


def test_an_entry_that_its_feed_marks_as_changed_is_fetched_again(site, watching):
    site.put("/page1", page(1))
    site.put("/page2", page(2))
    site.put("/feed", feed(site.base, 1, 2))
    watch = watching("/feed")
    watch.round()
    site.took()
    site.put("/page1", page(1, "Corrected: it was another town."))
    site.put("/feed", feed(site.base, 1, 2, edited={1: "corrected", 2: "touched"}))
    assert watch.round() == towns(1)
    assert site.took() == ["200 /feed", "304 /page2", "200 /page1"]
    assert watch.round() == []


def test_a_watch_that_is_stopped_in_the_middle_goes_on_where_it_was(site, watching):
    for n in range(1, 5):
        site.put(f"/page{n}", page(n))
    site.put("/feed", feed(site.base, 4, 3, 2, 1))
    watch = watching("/feed")
    assert watch.round(most=2) == towns(1, 2)
    watch.stop = False
    watch.start()
    assert watch.round() == towns(3, 4)
    watch.start()
    assert watch.round() == []
    assert site.took()[-1] == "304 /feed"


def test_an_article_that_was_not_taken_in_is_given_again(site, watching):
    site.put("/page1", page(1))
    site.put("/feed", feed(site.base, 1))
    watch = watching("/feed")
    given = watch.watch.round()
    assert next(given).title == towns(1)[0]
    del given  # as when the program is killed while the article is being coded
    watch.start()
    assert watch.round() == towns(1)


def test_an_article_that_two_feeds_carry_is_fetched_once(site, watching):
    site.put("/page1", page(1))
    site.put("/feed1", feed(site.base, 1))
    site.put("/feed2", feed(site.base, 1))
    watch = watching("/feed1", "/feed2")
    assert watch.round() == towns(1)
    watch.start()
    assert watch.round() == []
    assert [a for a in site.took() if "page" in a] == ["200 /page1"]


def test_a_feed_that_fails_is_one_line_and_the_rest_go_on_and_it_is_asked_later_and_later(site, watching):
    site.put("/page1", page(1))
    site.put("/good", feed(site.base, 1))
    site.put("/bad", "", 500)
    watch = watching("/bad", "/good")
    assert watch.round() == towns(1)
    assert [str(p) for p in watch.problems] == [f"{site.base}/bad: answered 500 Internal Server Error"]
    asked = []
    site.took()
    for n in range(8):
        watch.round()
        asked += [n for a in site.took() if a == "500 /bad"]
    assert asked == [0, 2, 6]
    site.put("/bad", feed(site.base, 1))
    watch.clock += 10_000
    assert watch.round() == []
    assert watch.watch.state.feeds[f"{site.base}/bad"].failures == 0


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_a_feed_is_left_alone_for_as_long_as_it_asks(site, watching, form):
    watch = watching("/feed")
    until = format_datetime(datetime.fromtimestamp(datetime.now(UTC).timestamp() + 600, UTC), usegmt=True)
    site.put("/feed", "", 429, Retry_After="600" if form == "seconds" else until)
    watch.round()
    for _ in range(9):
        assert watch.round() == []
    assert site.took() == ["429 /feed"]
    watch.clock += 120
    watch.round()
    assert site.took() == ["429 /feed"]


def test_a_page_that_fails_is_tried_again_and_given_up_in_the_end(site, watching):
    site.put("/feed", feed(site.base, 1))
    watch = watching("/feed")
    for _ in range(5):
        assert watch.round() == []
        assert [p.what for p in watch.problems] == ["answered 404 Not Found"]
    assert watch.round() == []
    assert not watch.problems
    site.took()
    watch.round()
    assert site.took() == ["304 /feed"]


def test_a_page_that_robots_txt_forbids_is_told_once_and_its_feed_is_asked_for_changes(site, watching):
    site.put("/robots.txt", "User-agent: *\nDisallow: /page1")
    site.put("/feed", feed(site.base, 1))
    watch = watching("/feed")
    assert watch.round() == []
    assert [p.what for p in watch.problems] == ["may not be fetched: its robots.txt forbids it"]
    site.took()
    assert watch.round() == []
    assert not watch.problems
    assert site.took() == ["304 /feed"]


def test_a_page_that_comes_late_is_read(site, watching):
    site.put("/feed", feed(site.base, 1))
    watch = watching("/feed")
    assert watch.round() == []
    site.put("/page1", page(1))
    assert watch.round() == towns(1)


def test_a_busy_host_is_left_alone_until_it_allows_more(site, watching):
    site.put("/page1", "", 429, Retry_After="600")
    site.put("/page2", page(2))
    site.put("/feed", feed(site.base, 2, 1))
    watch = watching("/feed")
    assert watch.round() == []
    assert site.took() == ["200 /feed", "429 /page1"]
    assert watch.round() == []
    assert site.took() == ["200 /feed"]
    site.put("/page1", page(1))
    watch.clock += 600
    assert watch.round() == towns(1, 2)


def test_a_server_that_dies_is_told_and_asked_again_when_it_is_back(site, watching):
    other = Site()
    port = other.server_address[1]
    other.put("/feed", feed(other.base, 1))
    other.put("/page1", page(1))
    site.put("/page2", page(2))
    site.put("/feed", feed(site.base, 2))
    watch = watching(f"{other.base}/feed", "/feed")
    other.end()
    assert watch.round() == towns(2)
    assert len(watch.problems) == 1
    assert "\n" not in str(watch.problems[0])
    again = Site(port)
    again.pages = other.pages
    watch.clock += 120
    assert watch.round() == towns(1)
    again.end()


def test_redirects_of_feeds_and_pages_are_followed(site, watching):
    site.put("/old", "", 301, Location="/feed")
    site.put("/feed", feed(site.base, 1))
    site.put("/page1", "", 302, Location="/story")
    site.put("/story", page(1))
    watch = watching("/old")
    assert watch.round() == towns(1)
    assert watch.round() == []
    assert not watch.problems


def test_lists_name_the_feeds_from_files_and_addresses_and_each_feed_is_asked_once(site, watching, tmp_path):
    for n in (1, 2):
        site.put(f"/page{n}", page(n))
        site.put(f"/feed{n}", feed(site.base, n))
    outlines = "".join(f'<outline type="rss" xmlUrl="{site.base}/feed{n}"/>' for n in (1, 2))
    opml = f'<?xml version="1.0"?><opml version="2.0"><head/><body>{outlines}</body></opml>'
    (tmp_path / "feeds.opml").write_text(opml, encoding="utf8")
    site.put("/list", opml)
    watch = watching(str(tmp_path / "feeds.opml"), "/list", "/feed1")
    assert watch.round() == towns(1, 2)
    assert [a for a in site.took() if "feed" in a] == ["200 /feed1", "200 /feed2"]
    assert watch.round() == []
    assert site.took() == ["304 /feed1", "304 /feed2", "304 /list"]


def test_what_is_no_feed_is_one_line(site, watching, tmp_path):
    site.put("/page", page(1))
    (tmp_path / "no.opml").write_text("not a list", encoding="utf8")
    watch = watching(str(tmp_path / "no.opml"), str(tmp_path / "none.opml"), "ftp://127.0.0.1/feed", "/page")
    watch.names[2] = "ftp://127.0.0.1/feed"
    assert watch.round() == []
    assert len(watch.problems) >= 3
    assert all("\n" not in str(p) for p in watch.problems)


def test_a_feeds_date_serves_where_the_page_has_none(site, watching):
    site.put("/page1", page(1))
    site.put("/feed", feed(site.base, 1))
    (article,) = watching("/feed").watch.round()
    assert (article.published, article.precision) == ("2017-04-21T18:31:00+00:00", "second")
    assert article.id == f"{site.base}/page1"


def test_a_state_file_that_is_none_is_said(tmp_path):
    (tmp_path / "state.json").write_text("[]", encoding="utf8")
    with pytest.raises(UnreadableError, match="no state"):
        Watch([], Fetcher(), tmp_path / "state.json", every=1.0, on_problem=print)


def test_a_retry_after_is_seconds_or_a_date():
    now = datetime(2017, 4, 21, 18, 30, tzinfo=UTC)
    assert seconds_of("120", now) == 120
    assert seconds_of("Fri, 21 Apr 2017 18:32:00 GMT", now) == 120
    assert seconds_of("Fri, 21 Apr 2017 18:00:00 GMT", now) == 0
    assert seconds_of("soon", now) is None
    assert seconds_of(None, now) is None
