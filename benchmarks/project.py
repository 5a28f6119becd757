"""A project on disk: generated records with this project's templates and configuration."""

import shutil
from pathlib import Path
from typing import Final

from benchmarks.chronicle import Chronicle

ROOT: Final = Path(__file__).parent.parent


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
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return write_content(folder / "content", events, seed)
