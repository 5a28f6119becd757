"""Pictures of events: the files of content/media/, each by its name, with the size that its head tells."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dateline.ground import caching, plainfiles
from dateline.ground.bare_images import DamagedImageError
from dateline.ground.problems import Code, Position, Problem
from dateline.ground.resized_images import MAX_DRAWN, size_of
from dateline.records.loading.findings import FileFindings
from dateline.records.loading.images import MAX_BYTES, problem_of_image
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


def stored_pictures(findings: FileFindings) -> StoredPictures:
    """Return the pictures of content/media/, and tell which files there are none."""
    known: dict[str, StoredPicture] = {}
    unread: set[str] = set()
    for path in map(Path, findings.files_in(MEDIA)):
        problems = list(_problems(path, findings))
        findings.problems.extend(problems)
        if problems:
            unread.add(path.name)
            continue
        content = plainfiles.read(path, MAX_BYTES)
        width, height = size_of(content)
        known[path.name] = StoredPicture(path, width, height, findings.shown(path), caching.digest(content))
    return StoredPictures(known, frozenset(unread))


def _problems(path: Path, findings: FileFindings) -> Iterator[Problem]:
    """Yield why a file cannot be a picture."""
    here = Position(findings.shown(path))
    if path.is_symlink():
        yield Problem(here, Code.UNREADABLE, f"'{path.name}' is a link", "put the file or folder itself here")
    elif path.parent.name != MEDIA or not is_picture_name(path.name):
        near = proper_name(path.name)
        hint = f"call it {MEDIA}/{near}" if near else f"{MEDIA}/ has JPEG, PNG and WebP only, and no folders"
        yield Problem(here, Code.STRAY_FILE, f"'{path.name}' cannot be a picture", hint)
    elif (problem := problem_of_image(path, findings.shown(path))) is not None:
        yield problem
    else:
        yield from _too_large(path, here)


def _too_large(path: Path, here: Position) -> Iterator[Problem]:
    try:
        width, height = size_of(plainfiles.read(path, MAX_BYTES))
    except DamagedImageError as error:
        yield Problem(
            here, Code.UNREADABLE, f"the picture cannot be shown: {error}", "save it again as JPEG, PNG or WebP"
        )
        return
    if width * height > MAX_DRAWN:
        message = (
            f"the picture has {width * height / 1_000_000:.0f} million pixels; {MAX_DRAWN // 1_000_000} are allowed"
        )
        yield Problem(here, Code.TOO_LARGE, message, "save it smaller")
