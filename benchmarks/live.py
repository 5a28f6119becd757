"""The live preview: from a saved record to the page that a browser would load again."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final

from benchmarks.rows import Row

_TITLE: Final = re.compile(r"^title: .*$", re.MULTILINE)
_STARTS_WITHIN: Final = 3600.0
_EDIT_WITHIN: Final = 600.0


def row(project: Path, code: Path) -> "Row":
    """Serve a project, edit an event, and return how long it takes until its page has the new title."""
    seconds = _edit_to_page(project, code)
    return Row("live preview, edit to page", "≤ 2 s", f"{seconds:.1f} s", seconds <= 2)  # the target


def some_event(project: Path, number: int = 0) -> Path:
    """Return the record of an event in the middle of the chronology, or one that stands so many records later."""
    events = sorted((project / "content" / "events").rglob("*.yml"))
    return events[(len(events) // 2 + number) % len(events)]


def reworded(text: str, word: str) -> str:
    """Return a record with another title."""
    return _TITLE.sub(lambda line: f"{line[0]}, {word}", text, count=1)


def _edit_to_page(project: Path, code: Path) -> float:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "dateline", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    env = {**os.environ, "PYTHONPATH": str(code), "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=project, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        record = some_event(project)
        address = f"http://127.0.0.1:{port}/days/{record.name[:10]}/"
        _until(address, "</html>", _STARTS_WITHIN)
        time.sleep(1)  # the watcher begins after the first page
        word = f"seen-live-{time.time_ns()}"  # another in each run
        record.write_text(reworded(record.read_text(encoding="utf-8"), word), encoding="utf-8")
        started = time.monotonic()
        _until(address, word, _EDIT_WITHIN)
        return time.monotonic() - started
    finally:
        os.killpg(server.pid, signal.SIGINT)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _until(address: str, text: str, limit: float) -> None:
    end = time.monotonic() + limit
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own server
                if text in answer.read().decode():
                    return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.05)
    raise TimeoutError(f"{address} did not show '{text}' within {limit:.0f} s")
