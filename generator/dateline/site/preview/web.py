"""The preview's web server: it hands requests to the process that makes pages, and holds what it was given."""

import ipaddress
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final, TypeAlias
from urllib.parse import quote

from dateline.ground.languages import ENGLISH, Language
from dateline.site.preview.reloading import ADDRESS, following
from dateline.site.preview.replies import HTML, Answer, file_asked_for, plain_page

_PATIENCE: Final = 25.0
"""How many seconds a browser waits for a change before it asks again."""
_LARGEST: Final = 64_000_000
"""How many bytes of answers are held until the next change."""
_AT_ONCE: Final = 500
"""How many connections are served at once, each by a thread of its own; some wait for a change all the while."""
_GLANCE: Final = 0.05
"""How many seconds are spent on one that is too many."""
_REQUEST: Final = 65_536
_BUSY: Final = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


Request: TypeAlias = socket.socket | tuple[bytes, socket.socket]


class PreviewSite:
    """What browsers are told: the edition that pages are made from, and the answers already made from it."""

    def __init__(self, mount: str, ask: Callable[[str], Answer]) -> None:
        self.mount = mount
        self.language = ENGLISH
        self._ask = ask
        self._edition = ""
        self._changed = threading.Condition()
        self._answers: dict[str, Answer] = {}
        self._size = 0

    def show(self, edition: str, language: Language = ENGLISH) -> None:
        """Have every browser that waits load its page again; the server's own pages speak the language from now on."""
        with self._changed:
            self._edition = edition
            self.language = language
            self._answers.clear()
            self._size = 0
            self._changed.notify_all()

    def edition_after(self, edition: str) -> str:
        """Return another edition than this as soon as there is one, or after a while this one."""
        with self._changed:
            self._changed.wait_for(lambda: self._edition != edition, _PATIENCE)
            return self._edition

    def answer(self, path: str) -> Answer:
        """Return the answer for a file of the site, made once for an edition."""
        with self._changed:
            known = self._answers.get(path)
        if known is not None:
            return known
        answer = self._ask(path)
        with self._changed:
            size = len(answer.content)
            if answer.edition == self._edition and self._size + size <= _LARGEST and answer.status == HTTPStatus.OK:
                self._answers[path] = answer
                self._size += size
        return answer


class Server(ThreadingHTTPServer):
    """The server, listening from the start."""

    daemon_threads = True
    request_queue_size = 512
    """How many connections may wait to be taken; Python's own 5 are too few for a page with its files."""
    allow_reuse_address = sys.platform != "win32"
    """There it would let two programs listen on one port."""

    def __init__(self, host: str, port: int, site: PreviewSite) -> None:
        self._room = threading.BoundedSemaphore(_AT_ONCE)
        if ":" in host:
            self.address_family = socket.AF_INET6
        self.is_local = _is_loopback(host)
        self.site = site
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{port}{site.mount}"
        super().__init__((host, port), partial(_BrowserHandler, site))

    def process_request(self, request: Request, client_address: object) -> None:
        """Serve a connection in a thread; where there are too many already, say so instead of taking on more."""
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
            return
        with suppress(OSError):
            assert isinstance(request, socket.socket)  # noqa: S101 - this server takes connections only
            request.settimeout(_GLANCE)
            request.recv(_REQUEST)  # what was asked; a connection closed with it unread would tell nothing
            request.sendall(_BUSY)
        self.shutdown_request(request)

    def process_request_thread(self, request: Request, client_address: object) -> None:
        """Serve a connection to its end."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Request, client_address: object) -> None:
        """Say nothing of browsers that went away."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _BrowserHandler(BaseHTTPRequestHandler):
    """Answers one browser."""

    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 60

    def __init__(self, site: PreviewSite, request: Request, client_address: object, server: Server) -> None:
        self._site = site
        super().__init__(request, client_address, server)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the content."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer with a file of the site, or with the edition once it is another."""
        if not self._is_for_us():
            self._send(self._refused())
        elif self.path.startswith(ADDRESS):
            edition = self._site.edition_after(self.path.removeprefix(ADDRESS))
            self._send(Answer(HTTPStatus.OK, edition.encode(), "text/plain; charset=utf-8"))
        else:
            self._send(self._answer())

    def _answer(self) -> Answer:
        path = file_asked_for(self.path, self._site.mount)
        if path is not None:
            return self._site.answer(path)
        if self.path in {"/", self._site.mount.rstrip("/")}:
            return Answer(HTTPStatus.FOUND, b"", location=self._site.mount)
        language = self._site.language
        title, text = language.gettext("Not found"), language.gettext("There is no such page.")
        return Answer(HTTPStatus.NOT_FOUND, plain_page(title, text, language))

    def _refused(self) -> Answer:
        language = self._site.language
        title, text = language.gettext("Not here"), language.gettext("Ask for this preview by its IP address.")
        return Answer(HTTPStatus.FORBIDDEN, plain_page(title, text, language))

    def _is_for_us(self) -> bool:
        """Tell whether a browser asked for this machine, and not for a name that somebody let point here."""
        name = self.headers.get("Host", "").rpartition(":")
        host = (name[0] if name[1] and name[2].isdigit() else "".join(name)).strip("[]").lower()
        return not self.server.is_local or host in {"", "localhost"} or host.endswith(".localhost") or _is_address(host)

    def _send(self, answer: Answer) -> None:
        content = answer.content
        if answer.media_type == HTML and answer.status != HTTPStatus.FOUND:
            content = following(content, answer.edition)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store" if answer.media_type == HTML else "no-cache")
        if answer.location:
            self.send_header("Location", quote(answer.location, safe="/"))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the standard library
        """Say nothing of requests."""


def _is_loopback(host: str) -> bool:
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
