"""The pieces that plans add to what is made of all of them, kept on disk from one build to the next.

The pieces of a whole stand one behind the other in a file, in the order of their plans; the
state of the build has their lengths.  A file is named by what is in it and never written again, so that
a build that is killed leaves the pieces that the last one remembers.  Before anything is
taken from a file, all of it is held against its name.
"""

import contextlib
import hashlib
import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from dateline.ground import caching
from dateline.pages.rendering.plans import Contribution
from dateline.site.building.build_state import BuildState, KeptPiece, PlanResult

_FOLDER: Final = "pieces"
_SPOOL: Final = "spool-"


class PiecePlace(NamedTuple):
    """Where a piece is: in which file, from which byte on how many."""

    whole: str
    name: str
    file: str
    start: int
    length: int


class Spool:
    """Takes the pieces that one process makes, in a file of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, pieces: Iterable[Contribution]) -> list[PiecePlace]:
        """Write pieces, and return the place of each."""
        found: list[PiecePlace] = []
        contents: list[bytes] = []
        path = self._folder / f"{_SPOOL}{os.getpid()}"  # asked for each time: a process may be a copy of the last
        start = path.stat().st_size if path.exists() else 0
        for piece in pieces:
            content = piece.text.encode("utf-8", "surrogatepass")
            found.append(PiecePlace(piece.whole, piece.name, str(path), start, len(content)))
            contents.append(content)
            start += len(content)
        if contents:
            with path.open("ab") as file:
                file.writelines(contents)
        return found


@dataclass(frozen=True)
class KeptTexts(Mapping[str, str]):
    """The pieces of a whole: texts by names, in the order of the plans, read from one file."""

    file: Path
    spans: Mapping[str, tuple[int, int]]

    def __getitem__(self, name: str) -> str:
        start, end = self.spans[name]
        return self._content[start:end].decode("utf-8", "surrogatepass")

    @cached_property
    def _content(self) -> bytes:
        return self.file.read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self.spans)

    def __len__(self) -> int:
        return len(self.spans)


class ContributionStore:
    """The files with the pieces, in the folder of what a site's build remembers."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / _FOLDER

    def lost(self, state: BuildState) -> bool:
        """Return whether a file of pieces is not there as it was written."""
        lengths: defaultdict[str, int] = defaultdict(int)
        for made in state.plans.values():
            for whole, _, length in made.pieces:
                lengths[whole] += length
        return any(not self._stands(digest, lengths[whole]) for whole, digest in state.pieces.items())

    def _stands(self, digest: str, length: int) -> bool:
        path = self._path(digest)
        with contextlib.suppress(OSError):
            status = path.lstat()
            if stat.S_ISREG(status.st_mode) and status.st_size == length:
                with path.open("rb") as file:
                    return hashlib.file_digest(file, _hashed).hexdigest() == digest
        return False

    def _path(self, digest: str) -> Path:
        return self._folder / digest

    def places(self, state: BuildState) -> dict[str, list[PiecePlace]]:
        """Return where the pieces of each plan are that a state of a build knows."""
        ends: defaultdict[str, int] = defaultdict(int)
        found: dict[str, list[PiecePlace]] = {}
        for path, made in state.plans.items():
            places = found[path] = []
            for whole, name, length in made.pieces:
                file = str(self._path(state.pieces[whole]))
                places.append(PiecePlace(whole, name, file, ends[whole], length))
                ends[whole] += length
        return found

    def gathered(self, plans: Mapping[str, PlanResult], places: Mapping[str, list[PiecePlace]]) -> dict[str, KeptTexts]:
        """Put the pieces of all plans behind one another, note them with their plans, and return them by whole."""
        by_whole: defaultdict[str, list[PiecePlace]] = defaultdict(list)
        for path, made in plans.items():
            made.pieces = [KeptPiece(place.whole, place.name, place.length) for place in places[path]]
            for place in places[path]:
                by_whole[place.whole].append(place)
        return {whole: self._joined(found) for whole, found in by_whole.items()}

    def _joined(self, places: list[PiecePlace]) -> KeptTexts:
        spans: dict[str, tuple[int, int]] = {}
        end = 0
        for _, name, _, _, length in places:
            spans[name] = (end, end + length)
            end += length
        assert len(spans) == len(places)  # noqa: S101 - two pieces of one name would hide one another
        caching.make_folder(self._folder.parent)
        caching.make_folder(self._folder)
        known = Path(_as_one(places) or "")
        if known.parent == self._folder and known.stat().st_size == end:
            return KeptTexts(known, spans)
        return KeptTexts(self._written(places), spans)

    def _written(self, places: list[PiecePlace]) -> Path:
        new = self._folder / f".new-{os.getpid()}"
        hashed = _hashed()
        with new.open("wb") as file, contextlib.ExitStack() as stack:
            sources = {name: stack.enter_context(Path(name).open("rb")) for name in {place.file for place in places}}
            for _, _, source, start, length in places:
                part = os.pread(sources[source].fileno(), length, start)
                hashed.update(part)
                file.write(part)
        target = self._path(hashed.hexdigest())
        caching.make_way(target)
        new.replace(target)
        return target

    def forget_all_but(self, digests: Iterable[str]) -> None:
        """Remove the files that nothing remembered needs."""
        wanted = set(digests)
        with contextlib.suppress(OSError):
            for path in list(self._folder.iterdir()):
                if path.name not in wanted:
                    caching.make_way(path)
                    path.unlink(missing_ok=True)


def _hashed() -> "hashlib.blake2b":
    return hashlib.blake2b(digest_size=16)


def _as_one(places: list[PiecePlace]) -> str | None:
    """Return the file in which all these pieces stand one behind the other from its beginning, if they do."""
    source, end = places[0].file, 0
    for _, _, file, start, length in places:
        if file != source or start != end:
            return None
        end += length
    return source
