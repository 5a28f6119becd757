"""Lighthouse on the pages of a built site.

As a command it tells every score: python tests/helpers/measuring.py [SITE].
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final, TypedDict

from browsing import served
from projects import ROOT

NPM: Final = ROOT / "tests" / "npm"
WANTED: Final = 95
MEASURED: Final = ("", "days/2017-11-17/", "actors/isis/", "disputes/control-10-to-13-november-2017/")
CHROMIUM: Final = ("chromium", "chromium-browser", "google-chrome")


class Scores(TypedDict):
    """The scores of a page by category, out of 100, the audits that cost points, and how fast the machine was."""

    scores: dict[str, int]
    lost: list[str]
    speed: int
    """Lighthouse's own measure of the machine, at its best while the page was looked at."""


def chromium() -> str | None:
    """Return where the browser of this machine is."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


def lighthouse(site: Path, pages: tuple[str, ...], *, tries: int, cpu: float) -> dict[str, Scores]:
    """Return the scores of pages, by address; `cpu` is how many times slower than this machine the phone is."""
    with served(site) as address:
        found = subprocess.run(
            [
                "node",
                "lighthouse.mjs",
                f"--chrome={chromium()}",
                f"--tries={tries}",
                f"--cpu={cpu}",
                f"--wanted={WANTED}",
                *(address + page for page in pages),
            ],
            cwd=NPM,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
            stdin=subprocess.DEVNULL,
        )
        if found.returncode:
            raise RuntimeError(found.stderr)
        scores: dict[str, Scores] = json.loads(found.stdout)
        return {page.removeprefix(address): score for page, score in scores.items()}


def _tell(site: Path) -> int:
    found = lighthouse(site, MEASURED, tries=5, cpu=4)
    for page, one in found.items():
        print(f"{'  '.join(f'{name} {score:3}' for name, score in one['scores'].items())}  /{page}")
        for lost in one["lost"]:
            print(f"    {lost}")
    return min(score for one in found.values() for score in one["scores"].values()) < WANTED


if __name__ == "__main__":
    sys.exit(_tell(Path(sys.argv[1] if len(sys.argv) > 1 else "site").resolve()))
