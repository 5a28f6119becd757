"""A preview as its user has it: a process that serves a project on a port of this machine."""

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from projects import begun_anew, environment

PATIENCE: Final = 40


@dataclass(frozen=True, slots=True)
class Preview:
    """A running preview: its address, its process, and the file with what it says."""

    address: str
    process: "subprocess.Popen[bytes]"
    log: Path

    def said(self) -> str:
        """Return what it has said so far."""
        return self.log.read_text(encoding="utf-8")

    def interrupted(self) -> int:
        """Press Ctrl-C, and return the status with which it ends."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def previewed(project: Path, command: tuple[str, str] = ("dateline", "serve")) -> Iterator[Preview]:
    """Serve a project; however the preview is left, it said no traceback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = project.parent / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            begun_anew(*command, "-a", f"127.0.0.1:{port}"),
            cwd=project,
            env=environment(),
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        try:
            yield Preview(f"http://127.0.0.1:{port}/", process, log)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    assert "Traceback" not in log.read_text(encoding="utf-8")


def eventually(address: str, holds: Callable[[str], bool]) -> str:
    """Return the page as soon as it is as wanted, or as it last was."""
    page = ""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own
            page = answer.read().decode()
            if holds(page):
                break
        time.sleep(0.1)
    return page
