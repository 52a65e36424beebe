"""Fetching from a server that stands on this machine."""

from __future__ import annotations

import gzip
import ipaddress
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sayso.reading import Problem, read
from sayso.reading.addresses import checked, is_public
from sayso.reading.fetch import Fetched, Fetcher, FetchLimits, fetch, unpacked
from sayso.reading.problems import UnreadableError
from sayso.reading.warc_writing import WarcFile

PARAGRAPHS = "".join(
    f"<p>The army said on day {i} that its soldiers had left town number {i} after a week of talks with the elders.</p>"
    for i in range(5)
)
PAGE = f"<html><head><title>Army leaves town</title></head><body><article><h1>Army leaves town</h1>{PARAGRAPHS}</article></body></html>".encode()


class Site(ThreadingHTTPServer):
    daemon_threads = True
    robots: bytes | None = None
    robots_status = 200
    robots_to: str | None = None

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.base = f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: Site
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.asked.append((self.path, dict(self.headers)))
        if path == "/robots.txt":
            if self.server.robots is None and self.server.robots_status == 200:
                self.answer(404)
            else:
                to = {"Location": self.server.robots_to} if self.server.robots_to else {}
                self.answer(self.server.robots_status, self.server.robots or b"", **to)
        elif path == "/page":
            if self.headers.get("If-None-Match") == '"v1"':
                self.answer(304)
            else:
                self.answer(200, PAGE, Content_Type="text/html; charset=utf-8", ETag='"v1"')
        elif path == "/gzip":
            self.answer(200, gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip")
        elif path == "/bomb":
            self.answer(200, gzip.compress(b" " * 20_000_000), Content_Type="text/html", Content_Encoding="gzip")
        elif path == "/large":
            self.answer(200, b"x" * 6_000_000, Content_Type="text/html")
        elif path == "/short":
            self.answer(200, b"x" * 10, Content_Length="1000", Connection="close")
            self.close_connection = True
        elif path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(100):
                try:
                    self.wfile.write(b"x")
                    self.wfile.flush()
                except OSError:
                    return
                time.sleep(0.05)
        elif path == "/endless":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            piece = b"x" * 65_536
            try:
                for _ in range(1_000):
                    self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            except OSError:
                self.close_connection = True
        elif path == "/slow-headers":
            try:
                self.wfile.write(b"HTTP/1.1 200 OK\r\n")
                for i in range(100):
                    self.wfile.write(b"X-%d: y\r\n" % i)
                    time.sleep(0.05)
            except OSError:
                self.close_connection = True
        elif path.startswith("/hop"):
            left = int(path[4:])
            self.answer(302, Location=f"/hop{left - 1}" if left else "/page")
        elif path == "/away":
            self.answer(302, Location=self.path.partition("?")[2])
        else:
            self.answer(404)


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def fetcher(**options: object) -> Fetcher:
    limits = FetchLimits(pause=0.0, seconds=2.0)
    return Fetcher(**{"limits": limits, "allow_private": True, **options})  # type: ignore[arg-type]


def why(action: Callable[[], Fetched]) -> str:
    with pytest.raises(UnreadableError) as error:
        action()
    return error.value.what


def test_a_page_is_fetched_and_read(site: Site) -> None:
    problems: list[Problem] = []
    (article,) = fetch([f"{site.base}/nothing", f"{site.base}/page"], fetcher(), on_problem=problems.append)
    assert article.title == "Army leaves town"
    assert article.url == f"{site.base}/page"
    assert [str(p) for p in problems] == [f"{site.base}/nothing: answered 404 Not Found"]


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    get = fetcher()
    first = get.get(f"{site.base}/page")
    again = get.get(f"{site.base}/page", first.validators)
    assert (first.status, again.status, again.body) == (200, 304, b"")


def test_a_compressed_page_is_unpacked(site: Site) -> None:
    assert fetcher().get(f"{site.base}/gzip").body == PAGE


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/bomb", "when unpacked"),
        ("/large", "larger than"),
        ("/endless", "larger than"),
        ("/short", "cut off"),
        ("/hop9", "redirects more than 5"),
        ("/nothing", "404"),
    ],
)
def test_what_goes_beyond_the_limits_is_refused(site: Site, path: str, said: str) -> None:
    assert said in why(lambda: fetcher().get(site.base + path))


def test_a_server_that_drips_is_hung_up_on(site: Site) -> None:
    started = time.monotonic()
    assert why(lambda: fetcher(limits=FetchLimits(pause=0, seconds=0.5)).get(f"{site.base}/slow"))
    assert time.monotonic() - started < 3


def test_a_server_that_drips_headers_is_hung_up_on(site: Site) -> None:
    started = time.monotonic()
    assert why(lambda: fetcher(limits=FetchLimits(pause=0, seconds=0.5)).get(f"{site.base}/slow-headers"))
    assert time.monotonic() - started < 3


def test_a_bomb_is_refused_without_being_unpacked() -> None:
    import tracemalloc

    bomb = gzip.compress(b" " * 200_000_000, 9)
    tracemalloc.start()
    with pytest.raises(UnreadableError, match="when unpacked"):
        unpacked(bomb, "gzip", 5_000_000)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::ffff:127.0.0.1]", "localhost"])
def test_a_private_address_in_other_spellings_is_refused(site: Site, host: str) -> None:
    port = site.server_address[1]
    said = why(lambda: fetcher(allow_private=False).get(f"http://{host}:{port}/page"))
    assert "private address" in said or "cannot be found" in said
    assert not site.asked


def test_a_robots_txt_that_redirects_to_a_private_address_is_not_followed(site: Site) -> None:
    port = site.server_address[1]
    found = {"outside.example": "127.0.0.1", "inside.example": "10.0.0.1"}
    site.robots, site.robots_status = b"", 302
    site.robots_to = "http://inside.example/robots.txt"
    get = fetcher(resolve=lambda host, _: [found[host]])
    import sayso.reading.addresses as addresses

    real = addresses.is_public
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(addresses, "is_public", lambda a: str(a) == "127.0.0.1" or real(a))
        get._allow_private = False
        assert "10.0.0.1" in why(lambda: get.get(f"http://outside.example:{port}/page"))


def test_a_robots_txt_is_asked_for_again_after_a_while(site: Site) -> None:
    get = fetcher(limits=FetchLimits(pause=0.0, robots_retry=0.0))
    site.robots_status = 503
    assert "robots.txt" in why(lambda: get.get(f"{site.base}/page"))
    site.robots_status = 200
    assert get.get(f"{site.base}/page").status == 200


def test_a_fetch_that_keeps_what_it_got_goes_on_where_it_stopped(site: Site, tmp_path: Path) -> None:
    import json

    from typer.testing import CliRunner

    from sayso.cli import app

    command = ["fetch", "--warc", str(tmp_path / "kept.warc.gz"), "--allow-private", f"{site.base}/page"]
    first = CliRunner().invoke(app, command)
    assert (first.exit_code, json.loads(first.stdout)["title"]) == (0, "Army leaves town")
    again = CliRunner().invoke(app, [*command, f"{site.base}/gzip"])
    assert [json.loads(line)["id"] for line in again.stdout.splitlines()] == [f"{site.base}/gzip"]
    assert [path for path, _ in site.asked if path != "/robots.txt"] == ["/page", "/gzip"]
    read_again = CliRunner().invoke(app, ["read", str(tmp_path / "kept.warc.gz")])
    assert len(read_again.stdout.splitlines()) == 2


def test_five_redirects_are_followed(site: Site) -> None:
    assert fetcher().get(f"{site.base}/hop4").url == f"{site.base}/page"


@pytest.mark.parametrize("target", ["ftp://127.0.0.1/x", "file:///etc/passwd", "javascript:alert(1)"])
def test_a_redirect_to_another_scheme_is_refused(site: Site, target: str) -> None:
    assert "http" in why(lambda: fetcher().get(f"{site.base}/away?{target}"))


def test_robots_txt_is_kept_to(site: Site) -> None:
    site.robots = b"User-agent: *\nDisallow: /page\n"
    get = fetcher()
    assert "robots.txt forbids" in why(lambda: get.get(f"{site.base}/page"))
    assert get.get(f"{site.base}/gzip").status == 200
    assert [path for path, _ in site.asked] == ["/robots.txt", "/gzip"]


def test_rules_for_this_program_come_before_those_for_all(site: Site) -> None:
    site.robots = b"User-agent: *\nDisallow: /\n\nUser-agent: sayso\nDisallow: /private\n"
    assert fetcher().get(f"{site.base}/page").status == 200


def test_a_host_whose_robots_txt_fails_is_left_alone(site: Site) -> None:
    site.robots_status = 503
    assert "robots.txt" in why(lambda: fetcher().get(f"{site.base}/page"))


def test_requests_to_a_host_are_apart(site: Site) -> None:
    pauses: list[float] = []
    get = fetcher(limits=FetchLimits(pause=5.0), sleep=pauses.append)
    get.get(f"{site.base}/page")
    get.get(f"{site.base}/page")
    assert len(pauses) == 2
    assert all(4 < pause <= 5 for pause in pauses)


def test_a_private_address_is_refused_unless_allowed(site: Site) -> None:
    assert "private address" in why(lambda: fetcher(allow_private=False).get(f"{site.base}/page"))
    assert not site.asked


def test_a_name_is_checked_by_what_it_resolves_to(site: Site) -> None:
    get = fetcher(allow_private=False, resolve=lambda host, port: ["93.184.216.34", "127.0.0.1"])
    assert "127.0.0.1" in why(lambda: get.get("http://example.org/page"))


def test_a_redirect_to_a_private_address_is_refused(site: Site) -> None:
    port = site.server_address[1]
    found = {"outside.example": "127.0.0.1", "inside.example": "10.0.0.1"}
    get = fetcher(resolve=lambda host, _: [found[host]])
    # the server itself stands on a private address, so only the second host is checked
    import sayso.reading.addresses as addresses

    real = addresses.is_public
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(addresses, "is_public", lambda a: str(a) == "127.0.0.1" or real(a))
        get._allow_private = False
        assert "10.0.0.1" in why(lambda: get.get(f"http://outside.example:{port}/away?http://inside.example/page"))


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("8.8.8.8", True),
        ("2606:2800:220:1::1", True),
        ("64:ff9b::808:808", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("ff02::1", False),
    ],
)
def test_only_public_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://",
        "http://a:b@example.org/",
        "http://example.org:99999/",
        "http://exa\nmple.org/",
        "data:text/html,x",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(UnreadableError):
        checked(url)


def test_an_address_is_made_fit_to_send() -> None:
    assert checked("HTTP://Bücher.example/a b?q=ä#part") == "http://xn--bcher-kva.example/a%20b?q=%C3%A4"
    assert checked("http://[::1]:8080/") == "http://[::1]:8080/"


def test_what_is_fetched_is_kept_and_read_again(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "kept.warc.gz"
    with WarcFile(path) as kept:
        get = fetcher(keep=kept.add)
        get.get(f"{site.base}/page")
        get.get(f"{site.base}/gzip")
    problems: list[Problem] = []
    assert [a.id for a in read([path], on_problem=problems.append)] == [f"{site.base}/page", f"{site.base}/gzip"]
    assert not problems


def test_a_kept_file_that_is_cut_off_is_mended(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "kept.warc.gz"
    with WarcFile(path) as kept:
        get = fetcher(keep=kept.add)
        get.get(f"{site.base}/page")
        whole = path.stat().st_size
        get.get(f"{site.base}/gzip")
    path.write_bytes(path.read_bytes()[:-20])
    with WarcFile(path) as kept:
        assert kept.held == {f"{site.base}/page"}
        assert path.stat().st_size == whole
        fetcher(keep=kept.add).get(f"{site.base}/gzip")
    assert [a.id for a in read([path])] == [f"{site.base}/page", f"{site.base}/gzip"]
