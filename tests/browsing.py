"""A built site on a port of this machine, and a browser's page whose every complaint is kept."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Dialog, Page
from projects import SITE_URL

_BASE: Final = urlsplit(SITE_URL).path


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below the path that the published site has."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(_BASE.rstrip("/")) if path.startswith(_BASE) else "/missing")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the library
        pass


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


def complaints(page: Page, address: str) -> list[str]:
    """Return a list that fills with dialogs, errors, messages on the console, and requests to another host."""
    seen: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        seen.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", dismissed)
    page.on("pageerror", lambda error: seen.append(f"error: {error}"))
    page.on("console", lambda said: seen.append(f"console: {said.text} ({said.location})"))
    page.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else seen.append(asked.url))
    page.on("response", lambda got: seen.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    return seen
