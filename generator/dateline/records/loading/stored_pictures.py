"""Pictures of events: the files of content/media/, each by its name, with the size that its head tells."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dateline.ground import caching
from dateline.ground.bare_images import DamagedImageError
from dateline.ground.caching.digests import FileDigests
from dateline.ground.problems import Code, Position, Problem
from dateline.ground.resized_images import size_of
from dateline.records.loading.findings import FileFindings
from dateline.records.loading.images import read_image
from dateline.records.loading.record_cache import RecordCache
from dateline.records.types.pictures import MEDIA, is_picture_name, proper_name


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A picture's file, with its size when it stands upright."""

    path: Path
    width: int
    height: int
    shown: str
    """How the file is named to editors."""
    digest: str
    """What it is known by from one version of the records to the next."""


class StoredPictures(NamedTuple):
    """The pictures, and the names of those that cannot be shown."""

    known: dict[str, StoredPicture]
    unread: frozenset[str]


def stored_pictures(findings: FileFindings, digests: FileDigests, cache: RecordCache) -> StoredPictures:
    """Return the pictures of content/media/, and tell which files there are none."""
    known: dict[str, StoredPicture] = {}
    unread: set[str] = set()
    for path in map(Path, findings.files_in(MEDIA)):
        found = _misnamed(path, findings) or _known(path, findings, digests, cache) or _read(path, findings, cache)
        if isinstance(found, Problem):
            findings.problems.append(found)
            unread.add(path.name)
        else:
            known[path.name] = found
    return StoredPictures(known, frozenset(unread))


def _misnamed(path: Path, findings: FileFindings) -> Problem | None:
    """Return why a file cannot be a picture by what it is called and where it lies."""
    here = Position(findings.shown(path))
    if path.is_symlink():
        return Problem(here, Code.UNREADABLE, f"'{path.name}' is a link", "put the file or folder itself here")
    if path.parent.name == MEDIA and is_picture_name(path.name):
        return None
    near = proper_name(path.name)
    hint = f"call it {MEDIA}/{near}" if near else f"{MEDIA}/ has JPEG, PNG and WebP only, and no folders"
    return Problem(here, Code.STRAY_FILE, f"'{path.name}' cannot be a picture", hint)


def _known(path: Path, findings: FileFindings, digests: FileDigests, cache: RecordCache) -> StoredPicture | None:
    """Return a picture's file that says what it said when it was kept."""
    shown, digest = findings.shown(path), digests.of(path)
    match cache.numbers_of(shown, digest):
        case (width, height):
            return StoredPicture(path, width, height, shown, digest)
        case _:
            return None


def _read(path: Path, findings: FileFindings, cache: RecordCache) -> StoredPicture | Problem:
    """Return a picture's file, or why a site cannot show it."""
    shown = findings.shown(path)
    content = read_image(path, shown)
    if isinstance(content, Problem):
        return content
    try:
        width, height = size_of(content)
    except DamagedImageError as error:
        hint = "save it again as JPEG, PNG or WebP"
        return Problem(Position(shown), Code.UNREADABLE, f"the picture cannot be shown: {error}", hint)
    digest = caching.digest(content)
    cache.keep_numbers(shown, digest, (width, height))
    return StoredPicture(path, width, height, shown, digest)
