"""Pages fetched from the web, politely and warily.

Polite: one request at a time, a pause between two to one host, robots.txt obeyed, and a
name in every request.  Wary: http(s) only, never to an address that is not public (the
address that was looked up is the one connected to), nothing that comes compressed (a few
bytes may be gigabytes), a limit on redirects, size and the time of all together, the text
taken out in a process that can be ended, no cookies, and nothing of the environment
(proxies, .netrc).
"""

import contextlib
import ipaddress
import math
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from http.cookiejar import CookieJar, DefaultCookiePolicy
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Final, Self, TypeAlias
from urllib.robotparser import RobotFileParser

import httpx

from dateline import __version__
from dateline.editing.verification.copy_texts import CopyText
from dateline.editing.verification.public import is_loopback, is_public
from dateline.editing.verification.taking_apart import Reader, UnreadableError
from dateline.ground.extraction import LARGEST, decoded

AGENT: Final = "Dateline"
USER_AGENT: Final = f"{AGENT}/{__version__} (checks that the sources of a chronology still say what was cited)"
_TIMEOUT: Final = httpx.Timeout(15.0, pool=None)
_REDIRECTS: Final = 5
_SHOWN: Final = 60
_LONGEST_PAUSE: Final = 60.0
_ROBOTS_SIZE: Final = 512 * 1024
_SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-subrip": ".srt",
    "text/vtt": ".vtt",
}
_DEAD: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What an address gave: where it was found after redirects, and its text as blocks."""

    url: str
    copies: tuple[CopyText, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why an address gave no text; dead where there is nothing any more."""

    reason: str
    is_dead: bool = False


@dataclass(frozen=True, slots=True)
class Download:
    """What an address gave, as it is: where it was found after redirects, and the ending of files of its kind."""

    url: str
    data: bytes
    suffix: str


@dataclass(frozen=True, slots=True)
class _Answer:
    url: httpx.URL
    status: int
    kind: str
    body: bytes


class _RefusedError(Exception):
    """A request that was not made or not followed; the message says why."""


class _Watchdog:
    """Ends the connection of one request when its time is over, whatever drips in on it.

    Timeouts alone do not: each byte that arrives begins a new one.
    """

    def __init__(self, seconds: float) -> None:
        self.has_bitten = False
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(max(seconds, 0.0), self._bite)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        if self._socket is not None:
            self._socket.close()

    def trace(self, event: str, told: dict[str, Any]) -> None:
        """Take note of the connection as soon as there is one (httpcore's extension `trace`)."""
        if event != "connection.connect_tcp.complete":
            return
        with self._lock:
            # A second handle, which stays what it is when TLS takes the first one over.
            self._socket = told["return_value"].get_extra_info("socket").dup()
            if self.has_bitten:
                self._end()

    def _bite(self) -> None:
        with self._lock:
            self.has_bitten = True
            self._end()

    def _end(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


Resolve: TypeAlias = Callable[[str], list[str]]


def addresses_of(host: str) -> list[str]:
    """Return the IP addresses of a host."""
    return sorted({str(entry[4][0]) for entry in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)})


@dataclass
class Fetcher:
    """Fetches pages, one after the other."""

    delay: float = 5.0
    """Seconds between two requests to one host; more where its robots.txt asks for more."""
    contact: str = ""
    """Where a server's owner may ask about the requests: an address that every request names."""
    allow_loopback: bool = False
    """Whether this machine may be asked, as tests do."""
    largest: int = LARGEST
    """The most bytes that are read of a page."""
    deadline: float = 60.0
    """The most seconds that a page may take with its redirects and robots.txt, pauses left aside."""
    reader: Reader | None = None
    """What takes pages apart; one of its own, if none is given."""
    resolve: Resolve = addresses_of
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _client: httpx.Client = field(init=False, repr=False)
    _own_reader: Reader = field(default_factory=Reader, init=False, repr=False)
    _left: float = field(default=0.0, init=False, repr=False)
    _last: dict[str, float] = field(default_factory=dict, init=False, repr=False)
    _robots: dict[str, RobotFileParser | str] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        """Open a client that takes nothing from the environment and keeps no cookies."""
        self._client = httpx.Client(
            headers={
                "User-Agent": self._agent(),
                "Accept": "text/html, text/plain;q=0.8, application/pdf;q=0.8, text/vtt;q=0.8",
                "Accept-Encoding": "identity",
            },
            timeout=_TIMEOUT,
            trust_env=False,
            limits=httpx.Limits(max_keepalive_connections=0),  # a watchdog watches a connection of its own
            cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
        )

    def _agent(self) -> str:
        """Return what the requests call themselves, with the contact where a header can carry it."""
        is_fit = self.contact.isascii() and self.contact.isprintable() and "(" not in self.contact
        return f"{USER_AGENT} (+{self.contact})" if self.contact and is_fit else USER_AGENT

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()
        self._own_reader.close()

    def fetch(self, url: str) -> FetchedPage | Unreadable:
        """Return the page at `url`, or why there is none."""
        found = self.download(url)
        return found if isinstance(found, Unreadable) else self._page(found)

    def download(self, url: str) -> Download | Unreadable:
        """Return what `url` gives as it is, or why it gives no text."""
        self._left = self.deadline
        try:
            return _as_download(self._get(httpx.URL(url), self.largest, mind_robots=True))
        except _RefusedError as error:
            return Unreadable(str(error))
        except httpx.ConnectError as error:
            return Unreadable(f"no connection: {error}", is_dead=True)
        except socket.gaierror:
            return Unreadable("there is no such host", is_dead=True)
        except httpx.TimeoutException:
            return Unreadable("no answer in time")
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError) as error:
            return Unreadable(f"no proper answer: {error}")

    def _page(self, found: Download) -> FetchedPage | Unreadable:
        try:
            readings = (self.reader or self._own_reader).read(found.data, found.suffix, self._left)
        except UnreadableError as error:
            return Unreadable(str(error))
        copies = tuple(replace(copy, name=found.url) for copy in readings if copy.blocks)
        return FetchedPage(found.url, copies) if copies else Unreadable("there is no text on the page")

    def _get(self, url: httpx.URL, largest: int, *, mind_robots: bool) -> _Answer:
        """Get `url`, following redirects; every hop is looked at as if it were the first."""
        for _ in range(_REDIRECTS + 1):
            if url.scheme not in {"http", "https"} or not url.host:
                raise _RefusedError(f"{url} is no http or https address")
            if mind_robots:
                self._ask_robots(url)
            answer = self._get_once(url, largest)
            if isinstance(answer, _Answer):
                return answer
            url = answer
        raise _RefusedError(f"more than {_REDIRECTS} redirects")

    def _get_once(self, url: httpx.URL, largest: int) -> _Answer | httpx.URL:
        """Get `url` from the address that was looked up and found fit, or return where it redirects to."""
        address = self._public_address(url.host)
        self._pause(url)
        began = self.clock()
        with _Watchdog(self._left) as watchdog:
            try:
                return self._answer(url, address, largest, began + self._left, watchdog)
            except (httpx.HTTPError, httpx.StreamError, OSError) as error:
                if watchdog.has_bitten:
                    raise self._too_slow() from error
                raise
            finally:
                self._left -= self.clock() - began

    def _answer(
        self, url: httpx.URL, address: str, largest: int, deadline: float, watchdog: _Watchdog
    ) -> _Answer | httpx.URL:
        request = self._client.build_request(
            "GET",
            url.copy_with(host=address, fragment=None, userinfo=b""),
            headers={"Host": url.netloc.decode("ascii")},
            extensions={"sni_hostname": url.host, "trace": watchdog.trace},
        )
        response = self._client.send(request, stream=True)
        try:
            if response.has_redirect_location:
                return url.join(response.headers["Location"])
            encoding = response.headers.get("Content-Encoding", "").strip().lower()
            if encoding not in {"", "identity"}:
                raise _RefusedError(f"it comes compressed ({encoding[:_SHOWN]}), though it was asked for as it is")
            body = self._read(response, largest, deadline)
        finally:
            response.close()
        if watchdog.has_bitten:  # where no length was told, the end that it made looks like the page's own
            raise self._too_slow()
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return _Answer(url, response.status_code, kind, body)

    def _too_slow(self) -> _RefusedError:
        return _RefusedError(f"still not complete after {self.deadline:.0f} seconds")

    def _read(self, response: httpx.Response, largest: int, deadline: float) -> bytes:
        body = bytearray()
        for part in response.iter_raw():  # what is told of its encoding is not believed
            body += part
            if len(body) > largest:
                raise _RefusedError(f"larger than {largest} bytes")
            if self.clock() > deadline:
                raise self._too_slow()
        return bytes(body)

    def _public_address(self, host: str) -> str:
        """Look `host` up, and refuse it if any of its addresses is not public."""
        found = self._looked_up(host.strip("[]"))
        for address in found:
            ip = ipaddress.ip_address(address.partition("%")[0])
            if not (self.allow_loopback and is_loopback(ip)) and not is_public(ip):
                raise _RefusedError(f"{host} is at {address}, which is no public address")
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, host)
        # IPv4 first: many a machine has an IPv6 address and no way out with it.
        return min(found, key=lambda address: (":" in address, address))

    def _looked_up(self, host: str) -> list[str]:
        """Look `host` up in what is left of the time, which a server of names may hold up as well as any other."""
        answers: SimpleQueue[list[str] | Exception] = SimpleQueue()

        def look_up() -> None:
            try:
                answers.put(self.resolve(host))
            except Exception as error:  # noqa: BLE001 - handed over, and raised where it is waited for
                answers.put(error)

        began = self.clock()
        threading.Thread(target=look_up, daemon=True).start()
        try:
            answer = answers.get(timeout=max(self._left, 0.0))
        except Empty:
            raise self._too_slow() from None
        finally:
            self._left -= self.clock() - began
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _pause(self, url: httpx.URL) -> None:
        robots = self._robots.get(_origin(url))
        asked = robots.crawl_delay(AGENT) if isinstance(robots, RobotFileParser) else None
        pause = max(self.delay, min(float(asked or 0), _LONGEST_PAUSE))
        wait = self._last.get(url.host, -math.inf) + pause - self.clock()
        if wait > 0:
            self.sleep(wait)
        self._last[url.host] = self.clock()

    def _ask_robots(self, url: httpx.URL) -> None:
        """Refuse `url` if the robots.txt of its host does, or cannot be read for now (RFC 9309)."""
        origin = _origin(url)
        if origin not in self._robots:
            self._robots[origin] = self._robots_at(url)
        robots = self._robots[origin]
        if isinstance(robots, str):
            raise _RefusedError(robots)
        if not robots.can_fetch(AGENT, str(url)):
            raise _RefusedError(f"the robots.txt of {url.host} asks not to fetch it")

    def _robots_at(self, url: httpx.URL) -> RobotFileParser | str:
        answer = self._get(url.copy_with(raw_path=b"/robots.txt", fragment=None), _ROBOTS_SIZE, mind_robots=False)
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR or answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            return f"the robots.txt of {url.host} cannot be read for now (status {answer.status})"
        robots = RobotFileParser()
        robots.parse(decoded(answer.body).splitlines() if answer.status == HTTPStatus.OK else [])
        return robots


def _as_download(answer: _Answer) -> Download | Unreadable:
    """Return what a server answered, if that is a text that it gives."""
    if answer.status in _DEAD:
        return Unreadable(f"there is nothing any more (status {answer.status})", is_dead=True)
    if answer.status != HTTPStatus.OK:
        return Unreadable(f"the server does not give it (status {answer.status})")
    suffix = _SUFFIXES.get(answer.kind or "text/html")
    if suffix is None:
        return Unreadable(f"it is no text but {answer.kind}")
    return Download(str(answer.url), answer.body, suffix)


def _origin(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
