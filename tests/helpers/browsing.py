"""A built site on a port of this machine, and a browser's page whose every complaint is kept."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Dialog, Page
from projects import SITE_URL

_BASE: Final = urlsplit(SITE_URL).path


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages would: below the site's path, packed, with its own page for what is missing."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not urlsplit(self.path).path.endswith("/"):
            super().do_GET()  # which leads on to the address with a slash
            return
        file = path / "index.html" if path.is_dir() else path
        missing = Path(self.directory) / "404.html"
        if file.is_file() or missing.is_file():
            self._send(*((200, file) if file.is_file() else (404, missing)))
        else:
            self.send_error(404)  # a folder that a test made has no page for it

    def _send(self, status: int, file: Path) -> None:
        kind = self.guess_type(str(file))
        is_packed = _is_packed(file) and "gzip" in self.headers.get("Accept-Encoding", "")
        content = _packed(file, file.stat().st_mtime_ns) if is_packed else file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(_BASE.rstrip("/")) if path.startswith(_BASE) else "/missing")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the library
        pass


def packed_size(file: Path) -> int:
    """Return how many bytes a browser gets for a file."""
    return len(_packed(file, file.stat().st_mtime_ns)) if _is_packed(file) else file.stat().st_size


def _is_packed(file: Path) -> bool:
    return file.suffix in {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}


@lru_cache(maxsize=512)
def _packed(file: Path, _: int) -> bytes:
    return gzip.compress(file.read_bytes(), compresslevel=6)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site, and yield its address with a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{_BASE}"
    finally:
        server.shutdown()
        server.server_close()


def complaints(page: Page, *addresses: str) -> list[str]:
    """Return a list that fills with dialogs, errors, messages on the console, and requests to other hosts."""
    seen: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        seen.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", dismissed)
    page.on("pageerror", lambda error: seen.append(f"error: {error}"))
    page.on("console", lambda said: seen.append(f"console: {said.text} ({said.location})"))
    page.on("request", lambda asked: None if asked.url.startswith((*addresses, "data:")) else seen.append(asked.url))
    page.on("response", lambda got: seen.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    return seen
