"""Begins a preview of the project in this folder, loads a page, saves a record, and waits for the page to follow.

Run by `workflows/check.yml` on every system: `python .github/try_preview.py`.  The record is
left as it was.
"""

import contextlib
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Final

PORT: Final = int(os.environ.get("PORT", "8321"))
ADDRESS: Final = f"http://127.0.0.1:{PORT}/"
PATIENCE: Final = 120
SAID: Final = "Saved by the trial of the preview"
_NAME: Final = re.compile(r"^name: \S.*", re.MULTILINE)


def main() -> None:
    """Try it, and tell what was seen."""
    record = min(path for path in Path("content/places").rglob("*.yml") if _NAME.search(path.read_text("utf-8")))
    before = record.read_bytes()
    command = [sys.executable, "-m", "dateline", "serve", "--dev-addr", f"127.0.0.1:{PORT}"]
    with subprocess.Popen(command) as preview:  # noqa: S603 - our own command
        try:
            _await("", lambda page: "</html>" in page)
            _await("places/", lambda page: SAID not in page)
            record.write_bytes(_NAME.sub(f"name: {SAID}", before.decode(), count=1).encode())
            _await("places/", lambda page: SAID in page)
        finally:
            record.write_bytes(before)
            preview.terminate()
    print(f"{record.as_posix()} was saved, and {ADDRESS}places/ followed.")  # noqa: T201 - a job's log


def _await(path: str, holds: Callable[[str], bool]) -> None:
    """Wait until a page is as wanted."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{ADDRESS}{path}", timeout=60) as answer:  # noqa: S310 - our own
            if holds(answer.read().decode()):
                return
        time.sleep(0.2)
    raise SystemExit(f"{ADDRESS}{path} never showed what it should")


if __name__ == "__main__":
    main()
