"""What a build remembers for the next: what each plan looked at, what it made, and how that stands on the disk.

What is remembered has a checksum (`caching`), and a valid shape or none: nothing in it is
run, and its names are only looked up among what is registered (`views.derivations`).
"""

import hashlib
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

from dateline.ground import caching, plainfiles, writing
from dateline.site import compiling
from dateline.site.building.fingerprints import Fingerprints
from dateline.site.building.tracing import Note, decoded, encoded

_NAME: Final = "build.json"
_MARK: Final = 3
"""How many numbers tell how the file system dates a file."""
_LARGEST: Final = 4_000_000_000
"""How large a file of a site may be."""
_PLAIN: Final = (
    "inputs", "shell", "shard", "problems", "told", "sizes", "fingerprints", "frame", "wholes", "pieces",
    "dated", "marks",
)  # fmt: skip

Told: TypeAlias = list[Any]
"""A problem as plain values: its place, code, message and hint."""


@dataclass(slots=True)
class PlanResult:
    """What one plan made: its files with their SHA-256, its Markdown pages, its pieces, and what it looked at."""

    files: dict[str, str]
    pages: dict[str, str]
    """The Markdown pages with a digest of each, in their order."""
    notes: list[int]
    """What it looked at, as places in the memory's list."""
    pieces: list[list[Any]] = field(default_factory=list)
    """The pieces that it added, in their order: to which whole, the piece's name, its length in bytes."""


@dataclass(slots=True)
class BuildState:
    """What one build remembers; `shell` is what every page depends on, `notes` what any looked at."""

    inputs: str = ""
    """A digest of every byte that the build depends on; empty where these changed while it ran."""
    shell: str = ""
    shard: str = ""
    """Which part of the site it is, as "2/8"; empty for the whole."""
    problems: list[Told] = field(default_factory=list)
    """The warnings of the records."""
    told: list[str] = field(default_factory=list)
    """What else the user was told: warnings of MkDocs, what the search lacks."""
    sizes: str = ""
    """What the page of data says of the sizes of the exports."""
    notes: list[Note] = field(default_factory=list)
    fingerprints: list[str] = field(default_factory=list)
    plans: dict[str, PlanResult] = field(default_factory=dict)
    frame: dict[str, str] = field(default_factory=dict)
    """The files that are no page, with their SHA-256."""
    wholes: dict[str, list[Any]] = field(default_factory=dict)
    """What was made of pieces: a digest of what it was made of, its files with their SHA-256, a note to the user."""
    pieces: dict[str, str] = field(default_factory=dict)
    """The digest of the pieces of each whole, which is the name of the file that has them."""
    dated: str = ""
    """The day by which the sitemap's file is dated."""
    marks: dict[str, list[int]] = field(default_factory=dict)
    """How the file system dates each file of the site."""

    @property
    def files(self) -> dict[str, str]:
        """Every file of the site with its SHA-256."""
        found = dict(self.frame)
        for _, files, _ in self.wholes.values():
            found.update(files)
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
        return {place for place, (note, before) in enumerate(known) if fingerprints.of(note) != before}

    def missing(self, folder: Path) -> set[str]:
        """Return which files of the site are not there as they were written."""
        return {path for path, hash_ in self.files.items() if not self.stands(folder, path, hash_)}

    def stands(self, folder: Path, path: str, hash_: str) -> bool:
        """Return whether a file of the site is there as it was written."""
        now = mark_of(f"{folder}/{path}")
        if now is not None and self.marks.get(path) == now:
            return True
        with suppress(OSError):
            if now is not None and sha256(folder / path) == hash_:
                self.marks[path] = now
                return True
        return False


def read(folder: Path) -> BuildState:
    """Return what the last build of this engine remembered in `folder`; nothing where that cannot be trusted."""
    kept = caching.read(folder / _NAME)
    with suppress(TypeError, ValueError, LookupError, AttributeError):
        plans = {path: PlanResult(*parts) for path, parts in kept["plans"].items()}
        notes = [decoded([name, key]) for name, keys in kept["notes"] for key in keys]
        rest = {name: kept[name] for name in _PLAIN}
        memory = BuildState(**rest, notes=notes, plans=plans)
        if _is_sound(memory):
            return memory
    return BuildState()


def write(folder: Path, memory: BuildState) -> None:
    """Remember a build; its notes stand in the order of their names."""
    plans = {path: [made.files, made.pages, made.notes, made.pieces] for path, made in memory.plans.items()}
    rest = {name: getattr(memory, name) for name in _PLAIN}
    notes: list[list[Any]] = []
    for note in memory.notes:
        name, key = encoded(note)
        if not notes or notes[-1][0] != name:
            notes.append([name, []])
        notes[-1][1].append(key)
    caching.write(folder / _NAME, {**rest, "notes": notes, "plans": plans})


def mark_of(path: Path | str) -> list[int] | None:
    """Return how the file system dates a plain file."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return [status.st_mtime_ns, status.st_size, status.st_ino] if stat.S_ISREG(status.st_mode) else None


def sha256(path: Path) -> str:
    """Return the SHA-256 of a plain file."""
    return hashlib.sha256(plainfiles.read(path, _LARGEST)).hexdigest()


def _is_sound(memory: BuildState) -> bool:
    return (
        _has_plain_parts(memory)
        and len(memory.fingerprints) == len(memory.notes)
        and all(_is_made(made, memory) for made in memory.plans.values())
        and all(_is_whole(whole) for whole in memory.wholes.values())
        and writing.are_inside(memory.files)
    )


def _has_plain_parts(memory: BuildState) -> bool:
    texts = (memory.inputs, memory.shell, memory.shard, memory.sizes, memory.dated)
    lists = (memory.told, memory.fingerprints)
    return (
        _are(str, texts)
        and all(type(one) is list and _are(str, one) for one in lists)
        and all(map(_are_texts, (memory.frame, memory.pieces)))
        and len(list(map(compiling.problem_of, memory.problems))) == len(memory.problems)
        and all(type(mark) is list and len(mark) == _MARK and _are(int, mark) for mark in memory.marks.values())
    )


def _is_made(made: PlanResult, memory: BuildState) -> bool:
    count = len(memory.notes)
    return (
        _are_texts(made.files)
        and _are_texts(made.pages)
        and _are(int, made.notes)
        and (not made.notes or (min(made.notes) >= 0 and max(made.notes) < count))
        and all(
            type(whole) is str and whole in memory.pieces and type(name) is str and type(length) is int and length >= 0
            for whole, name, length in made.pieces
        )
    )


def _is_whole(whole: Any) -> bool:
    key, files, note = whole
    return _are(str, (key, note)) and _are_texts(files)


def _are(kind: type, values: Iterable[Any]) -> bool:
    return {kind}.issuperset(map(type, values))


def _are_texts(texts: Any) -> bool:
    return type(texts) is dict and _are(str, texts) and _are(str, texts.values())


class Numbers:
    """Numbers for notes: the same note, the same number."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self._known: dict[Note, int] = {}

    def of(self, notes: Iterable[Note]) -> list[int]:
        """Return the numbers of notes."""
        return [self._number(note) for note in notes]

    def _number(self, note: Note) -> int:
        number = self._known.get(note)
        if number is None:
            number = self._known[note] = len(self.notes)
            self.notes.append(note)
        return number
