"""Pages fetched from a server on this machine: edits, dead links, redirects, robots, limits."""

import contextlib
import gzip
import ipaddress
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from dateline.editing.verification import Fetcher, Verification, verify_live
from dateline.editing.verification.live import USER_AGENT, FetchedPage, Unreadable
from dateline.editing.verification.public import is_public
from dateline.editing.verification.taking_apart import Reader, UnreadableError
from dateline.ground.problems import Code
from pdf_files import pdf_of
from readings import codes_of, context_of, source_of

PARAGRAPHS = [
    "The clerk of Lindwell said on Monday that the old well was shut until further notice.",
    "Petitioners answered that the decision was made behind closed doors, and in a hurry.",
    "At least twenty people met at the well, and nobody from the council came to speak to them.",
]


def page_of(paragraphs: list[str]) -> bytes:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<html><body><article><h1>The well</h1>{body}</article></body></html>".encode()


@dataclass(frozen=True)
class Reply:
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})


@dataclass
class Server:
    base: str
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def redirect(self, path: str, to: str, status: int = 301) -> None:
        self.replies[path] = Reply(status, b"", {"Location": to, "Set-Cookie": "seen=1"})


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers)))
            reply = server.replies.get(self.path, Reply(404))
            self.send_response(reply.status)
            for name, value in ({"Content-Length": str(len(reply.body))} | reply.headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
            pass

    return Handler


@contextmanager
def serving() -> Iterator[Server]:
    server = Server("")
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(server)) as listening:
        server.base = f"http://127.0.0.1:{listening.server_port}"
        thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        listening.shutdown()
        thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        server.replies["/well"] = Reply(200, page_of(PARAGRAPHS))
        yield server


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """What takes pages apart, begun once: that takes a second or two."""
    reader = Reader()
    yield reader
    reader.close()


@pytest.fixture
def fetcher(reader: Reader) -> Iterator[Fetcher]:
    with Fetcher(delay=0, allow_loopback=True, reader=reader) as fetcher:
        yield fetcher


def held(tmp_path: Path, fetcher: Fetcher, url: str) -> Verification:
    files = {"sources/gazette-1.yml": source_of(PARAGRAPHS, url=url)}
    return verify_live(context_of(tmp_path, files), fetcher)


def why_not(fetcher: Fetcher, url: str) -> str:
    answer = fetcher.fetch(url)
    assert isinstance(answer, Unreadable), answer
    return answer.reason


# --- what is told ----------------------------------------------------------------------------------------------------


def test_a_page_that_says_what_it_said_is_clean(tmp_path: Path, server: Server, fetcher: Fetcher) -> None:
    found = held(tmp_path, fetcher, f"{server.base}/well")
    assert (codes_of(found), found.paragraphs) == ([], 3)


def test_pages_of_a_pdf_and_times_of_subtitles_are_held_at_their_address(
    tmp_path: Path, server: Server, fetcher: Fetcher
) -> None:
    pdf = pdf_of(["The clerk shut the well."], ["Nobody was asked."])
    said = b"WEBVTT\n\n00:12:31.000 --> 00:12:34.000\nNobody was asked.\n"
    for path, kind, body, scheme, at in (
        ("/r.pdf", "application/pdf", pdf, "page", "at: iv, pdf_page: 1"),
        ("/s.vtt", "text/vtt", said, "time", 'at: "00:02:31"'),
    ):
        server.replies[path] = Reply(200, body, {"Content-Type": kind})
        head = f"title: T\npublisher: gazette\npublished: 2031-03-04\nurl: {server.base}{path}\nlocators: {scheme}\n"
        record = f"{head}passages: [{{{at}, begins: Nobody was asked}}]\n"
        found = verify_live(context_of(tmp_path / scheme, {"sources/gazette-1.yml": record}), fetcher)
        assert (codes_of(found), found.paragraphs) == ([Code.LOCATOR_MISMATCH], 1)
        assert f"in {server.base}{path}" in found.problems[0].message


def test_a_broken_pdf_is_told_as_broken(server: Server, fetcher: Fetcher) -> None:
    server.replies["/r.pdf"] = Reply(200, b"%PDF-1.4\n", {"Content-Type": "application/pdf"})
    assert why_not(fetcher, f"{server.base}/r.pdf").startswith("its inside is broken")


def test_a_silent_edit_is_told(tmp_path: Path, server: Server, fetcher: Fetcher) -> None:
    server.replies["/well"] = Reply(200, page_of([PARAGRAPHS[0].replace("Monday", "Sunday"), *PARAGRAPHS[1:]]))
    assert codes_of(held(tmp_path, fetcher, f"{server.base}/well")) == [Code.PARAGRAPH_CHANGED]


@pytest.mark.parametrize("status", [404, 410])
def test_a_dead_link_is_told(tmp_path: Path, server: Server, fetcher: Fetcher, status: int) -> None:
    server.replies["/well"] = Reply(status)
    found = held(tmp_path, fetcher, f"{server.base}/well")
    assert (codes_of(found), found.missing) == ([Code.LINK_DEAD], ("gazette-1",))


def test_a_server_that_is_not_there_is_a_dead_link(tmp_path: Path, fetcher: Fetcher) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert codes_of(held(tmp_path, fetcher, f"http://127.0.0.1:{port}/well")) == [Code.LINK_DEAD]


def test_a_moved_page_is_a_warning_and_is_still_read(tmp_path: Path, server: Server, fetcher: Fetcher) -> None:
    server.redirect("/old", "/well")
    found = held(tmp_path, fetcher, f"{server.base}/old")
    assert (codes_of(found), found.paragraphs) == ([Code.LINK_MOVED], 3)
    assert f"leads on to {server.base}/well" in found.problems[0].message


@pytest.mark.parametrize("status", [401, 403, 429, 451, 500, 503])
def test_a_page_that_is_not_given_is_unreadable(tmp_path: Path, server: Server, fetcher: Fetcher, status: int) -> None:
    server.replies["/well"] = Reply(status)
    assert codes_of(held(tmp_path, fetcher, f"{server.base}/well")) == [Code.LINK_UNREADABLE]


def test_another_text_at_the_address_is_told_once(tmp_path: Path, server: Server, fetcher: Fetcher) -> None:
    server.replies["/well"] = Reply(200, page_of(["Please prove that you are a human being before you go on reading."]))
    found = held(tmp_path, fetcher, f"{server.base}/well")
    assert codes_of(found) == [Code.LINK_UNREADABLE]


def test_a_source_without_an_address_is_missing(tmp_path: Path, fetcher: Fetcher) -> None:
    found = held(tmp_path, fetcher, "null")
    assert (codes_of(found), found.missing) == ([], ("gazette-1",))


def test_pages_of_plain_text_and_other_encodings_are_read(tmp_path: Path, server: Server, fetcher: Fetcher) -> None:
    text = "\n\n".join(PARAGRAPHS)
    server.replies["/well"] = Reply(200, text.encode(), {"Content-Type": "text/plain"})
    assert codes_of(held(tmp_path, fetcher, f"{server.base}/well")) == []


# --- politeness ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "contact,told",
    [
        ("https://forge.example/editors/chronology", " (+https://forge.example/editors/chronology)"),
        ("editors@chronology.example", " (+editors@chronology.example)"),
        ("Rédaction", ""),
        ("a\r\nX-Evil: b", ""),
        ("", ""),
    ],
)
def test_requests_say_where_to_ask_about_them_if_a_header_can(
    server: Server, reader: Reader, contact: str, told: str
) -> None:
    with Fetcher(delay=0, contact=contact, allow_loopback=True, reader=reader) as fetcher:
        fetcher.fetch(f"{server.base}/well")
    (agent,) = {headers["User-Agent"] for _, headers in server.asked}
    assert agent.removeprefix(USER_AGENT) == told
    assert all("X-Evil" not in headers for _, headers in server.asked)


def test_requests_bear_dateline_s_name_and_no_cookies(server: Server, fetcher: Fetcher) -> None:
    server.redirect("/old", "/well")
    fetcher.fetch(f"{server.base}/old")
    fetcher.fetch(f"{server.base}/well")
    assert server.paths == ["/robots.txt", "/old", "/well", "/well"]
    for _, headers in server.asked:
        assert headers["User-Agent"].startswith("Dateline/")
        assert headers["Host"] == server.base.removeprefix("http://")
        assert "Cookie" not in headers


def test_robots_are_obeyed(server: Server, fetcher: Fetcher) -> None:
    server.replies["/robots.txt"] = Reply(
        200, b"User-agent: Dateline\nDisallow: /well\n", {"Content-Type": "text/plain"}
    )
    assert "robots.txt" in why_not(fetcher, f"{server.base}/well")
    assert "/well" not in server.paths


def test_robots_that_cannot_be_read_for_now_forbid(server: Server, fetcher: Fetcher) -> None:
    server.replies["/robots.txt"] = Reply(503)
    assert "for now" in why_not(fetcher, f"{server.base}/well")
    assert server.paths == ["/robots.txt"]


def test_robots_are_asked_for_what_a_redirect_leads_to(server: Server, fetcher: Fetcher) -> None:
    server.replies["/robots.txt"] = Reply(200, b"User-agent: *\nDisallow: /well\n")
    server.redirect("/old", "/well")
    assert "robots.txt" in why_not(fetcher, f"{server.base}/old")
    assert "/well" not in server.paths


def test_a_host_is_asked_again_only_after_a_pause(server: Server, reader: Reader) -> None:
    pauses: list[float] = []
    with Fetcher(delay=7, allow_loopback=True, sleep=pauses.append, clock=lambda: 100.0, reader=reader) as fetcher:
        fetcher.fetch(f"{server.base}/well")
        fetcher.fetch(f"{server.base}/well")
    assert pauses == [7.0, 7.0]  # before the page, and before it again; robots.txt was the first


def test_a_longer_pause_that_robots_ask_for_is_kept(server: Server, reader: Reader) -> None:
    server.replies["/robots.txt"] = Reply(200, b"User-agent: *\nCrawl-delay: 9\n")
    pauses: list[float] = []
    with Fetcher(delay=1, allow_loopback=True, sleep=pauses.append, clock=lambda: 100.0, reader=reader) as fetcher:
        fetcher.fetch(f"{server.base}/well")
    assert pauses == [9.0]


# --- wariness --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        *[
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "169.254.169.254",
            "0.1.2.3",
            "100.64.0.1",
            "224.0.0.1",
            "255.255.255.255",
        ],
        *[
            "192.0.0.9",
            "192.0.0.170",
            "192.88.99.1",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.1",
            "240.0.0.1",
            "172.31.0.1",
        ],
        *[
            "::1",
            "::",
            "fd00::1",
            "fe80::1",
            "ff02::1",
            "100::1",
            "100:0:0:1::1",
            "2001:db8::1",
            "3fff::1",
            "2001:2::1",
        ],
        *["2001:10::1", "2001:20::1", "3ffe::1", "4000::1", "8000::1", "e000::1"],
    ],
)
@pytest.mark.parametrize("form", ["{}", "::ffff:{}"])
def test_addresses_that_are_not_public_are_refused(address: str, form: str) -> None:
    told = form.format(address) if "." in address else address
    with Fetcher(delay=0, resolve=lambda _: ["93.184.216.34", told]) as fetcher:
        assert "no public address" in why_not(fetcher, "http://gazette.example/well")


@pytest.mark.parametrize(
    "address",
    [
        "64:ff9b::10.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b:1::1",
        "64:ff9b:1::93.184.216.34",
        "2002:a00:1::1",  # 6to4 of 10.0.0.1
        "2002:7f00:1::1",
        "2002:c0a8:1::",
        "2001:0:4136:e378:8000:63bf:f5ff:fffe",  # Teredo of 10.0.0.1
        "::10.0.0.1",
        "::93.184.216.34",
        "::ffff:10.0.0.1",
        "fec0::1",
        "feff::1",
        "::ffff:0:10.0.0.1",  # SIIT
        "::ffff:0:93.184.216.34",
        "5f00::1",  # segment routing
        "2002:5db8:d822::1",  # 6to4 of 93.184.216.34
        "2001:0:4136:e378:8000:63bf:a247:27dd",  # Teredo of 93.184.216.34
        "2606:4700::5efe:10.0.0.1",  # ISATAP of 10.0.0.1
        "2606:4700::200:5efe:192.168.0.1",
    ],
)
@pytest.mark.parametrize("allow_loopback", [False, True])
def test_addresses_that_lead_on_to_one_that_is_not_public_are_refused(address: str, *, allow_loopback: bool) -> None:
    with Fetcher(delay=0, resolve=lambda _: [address], allow_loopback=allow_loopback) as fetcher:
        assert "no public address" in why_not(fetcher, "http://gazette.example/well")


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:4700::1111", "64:ff9b::93.184.216.34", "::ffff:93.184.216.34"]
)
def test_addresses_that_are_public_are_not_refused(address: str) -> None:
    with Fetcher(resolve=lambda _: [address]) as fetcher:
        assert fetcher._public_address("gazette.example") == address


@pytest.mark.parametrize("network", ["2000::/3", "0.0.0.0/0"])
def test_whatever_python_takes_for_local_is_never_public(network: str) -> None:
    """Our lists are stricter than any version of Python's, never laxer."""
    whole = ipaddress.ip_network(network)
    for step in range(4096):
        ip = whole[step * (whole.num_addresses // 4096)]
        assert ip.is_global or not is_public(ip), ip


def test_loopback_is_refused_unless_allowed(server: Server) -> None:
    with Fetcher(delay=0) as fetcher:
        assert "no public address" in why_not(fetcher, f"{server.base}/well")
    assert server.asked == []


def test_redirects_to_addresses_that_are_not_public_are_refused(server: Server, fetcher: Fetcher) -> None:
    server.redirect("/old", "http://10.0.0.1/secret")
    assert "no public address" in why_not(fetcher, f"{server.base}/old")


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://gazette.example/well"])
def test_redirects_to_other_schemes_are_refused(server: Server, fetcher: Fetcher, to: str) -> None:
    server.redirect("/old", to)
    assert "no http or https address" in why_not(fetcher, f"{server.base}/old")


def test_the_address_looked_up_is_the_one_connected_to(server: Server, reader: Reader) -> None:
    """A name that changes its address between look and leap gains nothing."""
    port = server.base.rpartition(":")[2]
    with Fetcher(delay=0, allow_loopback=True, resolve=lambda _: ["127.0.0.1"], reader=reader) as fetcher:
        assert isinstance(fetcher.fetch(f"http://gazette.example:{port}/well"), FetchedPage)
    assert server.asked[1][1]["Host"] == f"gazette.example:{port}"


def test_five_redirects_are_followed_and_no_more(server: Server, fetcher: Fetcher) -> None:
    for number in range(6):
        server.redirect(f"/{number}", f"/{number + 1}", 302)
    server.replies["/6"] = Reply(200, page_of(PARAGRAPHS))
    assert isinstance(fetcher.fetch(f"{server.base}/1"), FetchedPage)
    assert "more than 5 redirects" in why_not(fetcher, f"{server.base}/0")


@pytest.mark.parametrize(
    "headers", [{"Content-Type": "text/html"}, {"Content-Type": "text/html", "Content-Length": ""}]
)
def test_a_page_that_is_too_large_is_not_read_on(server: Server, headers: dict[str, str]) -> None:
    if not headers.pop("Content-Length", "-"):
        headers = headers | {"Content-Length": str(10**6), "Connection": "close"}
    server.replies["/well"] = Reply(200, b"x" * 10**6, headers)
    with Fetcher(delay=0, allow_loopback=True, largest=10**5) as fetcher:
        assert why_not(fetcher, f"{server.base}/well") == "larger than 100000 bytes"


def test_a_page_that_never_ends_is_given_up(server: Server) -> None:
    ticks = iter(range(0, 10**6, 45))
    with Fetcher(delay=0, allow_loopback=True, clock=lambda: float(next(ticks))) as fetcher:
        server.replies["/well"] = Reply(200, b"x" * 10**6)
        assert "still not complete" in why_not(fetcher, f"{server.base}/well")


@pytest.mark.parametrize("encoding", ["gzip", "gzip, gzip", "deflate", "br", "zstd", "x-gzip", "GZIP", "no-such"])
@pytest.mark.parametrize("path", ["/well", "/robots.txt"])
def test_an_answer_that_comes_compressed_is_refused_and_not_unpacked(
    server: Server, fetcher: Fetcher, encoding: str, path: str
) -> None:
    bomb = gzip.compress(gzip.compress(b"<p>x</p>" * 10**6))
    server.replies[path] = Reply(200, bomb, {"Content-Type": "text/html", "Content-Encoding": encoding})
    said = why_not(fetcher, f"{server.base}/well")
    assert said == f"it comes compressed ({encoding.lower()}), though it was asked for as it is"


def test_no_compression_is_asked_for_and_identity_is_taken(server: Server, fetcher: Fetcher) -> None:
    headers = {"Content-Type": "text/html", "Content-Encoding": "identity"}
    server.replies["/well"] = Reply(200, page_of(PARAGRAPHS), headers)
    assert isinstance(fetcher.fetch(f"{server.base}/well"), FetchedPage)
    assert {headers["Accept-Encoding"] for _, headers in server.asked} == {"identity"}


def test_a_page_whose_text_takes_too_long_to_take_out_is_given_up_in_time(server: Server) -> None:
    server.replies["/well"] = Reply(200, b"<html><body>" + b"<p>a<p>b<b>" * 300_000)
    own = Reader()
    own.read(page_of(PARAGRAPHS), ".html", 60)  # begun
    began = time.monotonic()
    with Fetcher(delay=0, allow_loopback=True, reader=own, deadline=2.0) as fetcher:
        said = why_not(fetcher, f"{server.base}/well")
    assert said.startswith("its text could not be taken out in ")
    assert time.monotonic() - began < 10
    assert own.read(page_of(PARAGRAPHS), ".html", 60), "another process takes the next page"
    own.close()


def test_a_page_of_more_blocks_than_any_article_has_is_none(reader: Reader) -> None:
    with pytest.raises(UnreadableError, match="more than 5000 blocks of text"):
        reader.read(b"<p>x</p>" * 6_000, ".html", 60)


def test_a_page_that_ends_the_process_is_told_and_the_next_one_is_read() -> None:
    own = Reader()
    own.read(page_of(PARAGRAPHS), ".html", 60)
    assert own._process is not None
    own._process.kill()
    own._process.join()
    with pytest.raises(UnreadableError, match="too much for any reader"):
        own.read(page_of(PARAGRAPHS), ".html", 60)
    assert own.read(page_of(PARAGRAPHS), ".html", 60)
    own.close()


def test_a_name_that_is_looked_up_for_ever_is_given_up_in_time() -> None:
    done = Event()

    def looked_up(_host: str) -> list[str]:
        done.wait(30)
        return ["93.184.216.34"]

    began = time.monotonic()
    with Fetcher(delay=0, resolve=looked_up, deadline=0.3) as fetcher:
        assert "still not complete" in why_not(fetcher, "http://gazette.example/well")
    done.set()
    assert time.monotonic() - began < 5


def test_a_redirect_s_password_goes_to_nobody(server: Server, fetcher: Fetcher) -> None:
    server.redirect("/old", server.base.replace("http://", "http://user:secret@") + "/well")
    assert isinstance(fetcher.fetch(f"{server.base}/old"), FetchedPage)
    assert all("Authorization" not in headers for _, headers in server.asked)


@contextmanager
def dripping(start: bytes, drop: bytes, *, after_robots: bool) -> Iterator[str]:
    """Serve an answer that begins with `start` and goes on with a `drop` ten times a second."""
    done = Event()

    def drip(listening: socket.socket) -> None:
        for is_robots in (True, False) if after_robots else (False,):
            connection, _ = listening.accept()
            with connection, contextlib.suppress(OSError):
                connection.recv(65536)
                if is_robots:
                    connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                    continue
                connection.sendall(start)
                while not done.wait(0.1):
                    connection.sendall(drop)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=drip, args=(listening,))
        thread.start()
        yield f"127.0.0.1:{listening.getsockname()[1]}"
        done.set()
        thread.join()


@pytest.mark.parametrize(
    "start, drop",
    [
        (b"HTTP/1.1 200 OK\r\n", b"X-Drop: 1\r\n"),
        (b"HTTP/1.1 200 OK\r\nX-Long: ", b"x"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"<p>x</p>"),  # ends with the connection
    ],
    ids=["headers", "header", "body", "body-without-length"],
)
@pytest.mark.parametrize("after_robots", [True, False], ids=["page", "robots"])
def test_an_answer_that_drips_is_given_up_in_time(start: bytes, drop: bytes, *, after_robots: bool) -> None:
    began = time.monotonic()
    with (
        dripping(start, drop, after_robots=after_robots) as address,
        Fetcher(delay=0, allow_loopback=True, deadline=0.6) as fetcher,
    ):
        assert "still not complete" in why_not(fetcher, f"http://{address}/well")
    assert time.monotonic() - began < 60


def test_a_tls_handshake_that_drips_is_given_up_in_time() -> None:
    began = time.monotonic()
    # A record of 16 kB that is announced, and comes byte by byte.
    with (
        dripping(b"\x16\x03\x03\x40\x00", b"\x02", after_robots=False) as address,
        Fetcher(delay=0, allow_loopback=True, deadline=0.6) as fetcher,
    ):
        assert "still not complete" in why_not(fetcher, f"https://{address}/well")
    assert time.monotonic() - began < 60


@pytest.mark.parametrize("kind, why", [("application/pdf", "called a PDF, and is none"), ("image/png", "image/png")])
def test_what_is_no_text_is_not_read(server: Server, fetcher: Fetcher, kind: str, why: str) -> None:
    server.replies["/well"] = Reply(200, b"%PDF", {"Content-Type": kind})
    assert why in why_not(fetcher, f"{server.base}/well")


def _no_such_host(_host: str) -> list[str]:
    raise socket.gaierror(socket.EAI_NONAME, "nothing")


@pytest.mark.parametrize("resolve", [_no_such_host, lambda _: []])
def test_a_host_that_is_not_there_is_a_dead_link(resolve: Callable[[str], list[str]]) -> None:
    with Fetcher(delay=0, resolve=resolve) as fetcher:
        answer = fetcher.fetch("https://gazette.example/well")
    assert isinstance(answer, Unreadable)
    assert answer.is_dead
