"""What a build remembers for the next: what each plan looked at, what it made, and how that stands on the disk.

What is remembered has a checksum (`caching`), and a valid shape or none: nothing in it is
run, and its names are only looked up among what is registered (`pages/shared/derivations.py`).
"""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from dateline.ground import plainfiles, writing
from dateline.ground.caching import typed
from dateline.ground.problems import Problem
from dateline.site.building.fingerprints import Fingerprints
from dateline.site.building.tracing import KeptNote, decoded

_NAME: Final = "build.json"
_LARGEST: Final = 4_000_000_000
"""How large a file of a site may be."""


class SiteFileMark(NamedTuple):
    """How the file system dates a file."""

    modified: int
    size: int
    inode: int


class KeptPiece(NamedTuple):
    """A piece that a plan added to a whole, with its length in bytes."""

    whole: str
    name: str
    length: int


class MadeWhole(NamedTuple):
    """What was made of pieces: a digest of what it was made of, and its files with their hashes."""

    key: str
    files: dict[str, str]


@dataclass(slots=True)
class PlanResult:
    """What one plan made: its files with their hashes, its Markdown pages, its pieces, and what it looked at."""

    files: dict[str, str]
    pages: dict[str, str]
    """The Markdown pages with a digest of each, in their order."""
    notes: list[int]
    """What it looked at, as places in the list of all notes."""
    pieces: list[KeptPiece] = field(default_factory=list)
    """The pieces that it added, in their order."""


@dataclass(slots=True)
class BuildState:
    """What one build remembers; `shell` is what every page depends on, `notes` what any looked at."""

    inputs: str = ""
    """A digest of every byte that the build depends on; empty where these changed while it ran."""
    shell: str = ""
    shard: str = ""
    """Which part of the site it is, as "2/8"; empty for the whole."""
    problems: list[Problem] = field(default_factory=list)
    """The warnings of the records."""
    told: list[str] = field(default_factory=list)
    """What else the user was told: warnings of MkDocs."""
    sizes: str = ""
    """What the page of data says of the sizes of the exports."""
    notes: list[KeptNote] = field(default_factory=list)
    fingerprints: list[str] = field(default_factory=list)
    plans: dict[str, PlanResult] = field(default_factory=dict)
    frame: dict[str, str] = field(default_factory=dict)
    """The files that are no page, with their hashes."""
    wholes: dict[str, MadeWhole] = field(default_factory=dict)
    """What was made of pieces."""
    pieces: dict[str, str] = field(default_factory=dict)
    """The digest of the pieces of each whole, which is the name of the file that has them."""
    listed: list[str] = field(default_factory=list)
    """The pages that the sitemap lists, in the order of the plans."""
    dated: str = ""
    """The day by which the sitemap's file is dated."""
    marks: dict[str, SiteFileMark] = field(default_factory=dict)
    """How the file system dates each file of the site."""

    @property
    def files(self) -> dict[str, str]:
        """Every file of the site with its hash."""
        found = dict(self.frame)
        for whole in self.wholes.values():
            found.update(whole.files)
        for made in self.plans.values():
            found.update(made.files)
        return found

    @property
    def pages(self) -> list[str]:
        """Every Markdown page, in the order of the plans."""
        return [page for made in self.plans.values() for page in made.pages]

    @property
    def count_of_pages(self) -> int:
        """How many pages there are."""
        return sum(len(made.pages) for made in self.plans.values())

    def changed_notes(self, fingerprints: Fingerprints) -> set[int]:
        """Return which notes no longer stand for what they did."""
        known = zip(self.notes, self.fingerprints, strict=True)
        return {place for place, (note, before) in enumerate(known) if fingerprints.of(decoded(note)) != before}

    def missing(self, folder: Path) -> set[str]:
        """Return which files of the site are not there as they were written."""
        return {path for path, hash_ in self.files.items() if not self.stands(folder, path, hash_)}

    def stands(self, folder: Path, path: str, hash_: str) -> bool:
        """Return whether a file of the site is there as it was written."""
        now = mark_of(f"{folder}/{path}")
        if now is not None and self.marks.get(path) == now:
            return True
        with suppress(OSError):
            if now is not None and hash_of(folder / path) == hash_:
                self.marks[path] = now
                return True
        return False


def read(folder: Path) -> BuildState:
    """Return what the last build of this engine remembered in `folder`; nothing where that cannot be trusted."""
    state = typed.read_as(folder / _NAME, BuildState)
    return state if state is not None and _is_sound(state) else BuildState()


def write(folder: Path, state: BuildState) -> None:
    """Remember a build."""
    typed.write(folder / _NAME, state)


def mark_of(path: Path | str) -> SiteFileMark | None:
    """Return how the file system dates a plain file."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return SiteFileMark(status.st_mtime_ns, status.st_size, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def hash_of(path: Path) -> str:
    """Return the hash of a plain file, as the list of the site's files has it."""
    return writing.hash_of(plainfiles.read(path, _LARGEST))


def _is_sound(state: BuildState) -> bool:
    """Return whether the parts of a state fit one another; their shapes fit already."""
    return (
        len(state.fingerprints) == len(state.notes)
        and all(_is_made(made, state) for made in state.plans.values())
        and all(_can_be_decoded(note) for note in state.notes)
        and writing.are_inside(state.files)
    )


def _is_made(made: PlanResult, state: BuildState) -> bool:
    count = len(state.notes)
    return (not made.notes or (min(made.notes) >= 0 and max(made.notes) < count)) and all(
        piece.whole in state.pieces and piece.length >= 0 for piece in made.pieces
    )


def _can_be_decoded(note: KeptNote) -> bool:
    try:
        decoded(note)
    except (ValueError, LookupError, RecursionError):
        return False
    return True


class Numbers:
    """Numbers for notes: the same note, the same number."""

    def __init__(self) -> None:
        self.notes: list[KeptNote] = []
        self._known: dict[KeptNote, int] = {}

    def of(self, notes: Iterable[KeptNote]) -> list[int]:
        """Return the numbers of notes."""
        return [self._number(note) for note in notes]

    def _number(self, note: KeptNote) -> int:
        number = self._known.get(note)
        if number is None:
            number = self._known[note] = len(self.notes)
            self.notes.append(note)
        return number
