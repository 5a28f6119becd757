"""A small valid chronology, cases/base, to be broken by tests: copied with some files changed, checked or linked."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from dateline.ground.problems import Problem
from dateline.records.chronology import Chronology, link
from dateline.records.loading import Corpus, load
from dateline.records.rules import check

CASES: Final = Path(__file__).parents[1] / "cases"
BASE: Final = CASES / "base" / "content"
WELL: Final = "events/2031/2031-03-03-well-closed.yml"
MEETING: Final = "events/2031/2031-03-02-meeting.yml"
COUNCIL: Final = "actors/council.md"
OLD_WELL: Final = "places/old-well.yml"

Content = Mapping[str, str | bytes | None]
"""Files of content/ by path: their text, or None for a file that is taken away."""


def base_text(name: str) -> str:
    """Return a file of the base."""
    return (BASE / name).read_text(encoding="utf-8")


def overlaid(folder: Path, files: Content) -> Path:
    """Copy the base into `folder` with some files changed, and return its content."""
    content = folder / "content"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(BASE, content)
    for name, text in files.items():
        path = content / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
    return content


def loaded(folder: Path, files: Content) -> tuple[Corpus, list[Problem]]:
    """Load the base with some files changed."""
    return load(overlaid(folder, files), folder)


def checked(folder: Path, files: Content) -> list[Problem]:
    """Return every problem of the base with some files changed."""
    corpus, problems = loaded(folder, files)
    return sorted({*problems, *check(corpus)})


def told(folder: Path, files: Content) -> list[str]:
    """Return the same as position and code."""
    return [f"{problem.position} {problem.code}" for problem in checked(folder, files)]


def linked(folder: Path, files: Content) -> Chronology:
    """Link the published records of the base with some files changed, which must have no problem in loading."""
    corpus, problems = loaded(folder, files)
    assert not problems, "\n".join(map(str, problems))
    return link(corpus, drafts=False)
