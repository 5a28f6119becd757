"""A project on disk: generated records with this project's templates and configuration."""

import re
import shutil
from pathlib import Path
from typing import Final

from benchmarks.chronicle import Chronicle

ROOT: Final = Path(__file__).parent.parent
_OPTIONS: Final = re.compile(r"- dateline: \{.*\}")
"""What this chronology's site has besides: what is measured is a site as it is by default."""


def write_content(folder: Path, events: int, seed: int = 1) -> dict[str, int]:
    """Write a chronology's content/ into `folder`, file by file, and return how many files of each kind there are."""
    counts: dict[str, int] = {}
    made: set[Path] = set()
    for name, text in Chronicle(events, seed).files():
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_text(text, encoding="utf-8")
        kind = name.partition("/")[0]
        counts[kind] = counts.get(kind, 0) + 1
    return counts


def make_project(folder: Path, events: int, seed: int = 1) -> dict[str, int]:
    """Lay out a project in the new folder `folder`, and return how many files of each kind its content/ has."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "templates", folder / "templates")
    own = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_OPTIONS.sub("- dateline", own), encoding="utf-8")
    return write_content(folder / "content", events, seed)
