"""Images and recordings: what their files say of them, of which no word is an article's.

Where a camera says that it stood is never handed on: only that the file says so, for whoever publishes it.
"""

import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

MediaForm = Literal["image", "audio", "video"]
HEAD: Final = 65_536
"""By how many bytes at its beginning a file is known."""

_OF_FILM: Final = frozenset({".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi", ".ogv", ".3gp"})
_FILMED: Final = re.compile(rb"\x1aE\xdf\xa3|RIFF.{4}AVI |.{4}ftyp(?!M4A|M4B)", re.DOTALL)
_LONGEST: Final = 300
_GPS, _EXIF, _TAKEN, _OFFSET, _DESCRIPTION = 0x8825, 0x8769, 36867, 36881, 270
_MOMENT: Final = re.compile(r"([0-9]{4}):([0-9]{2}):([0-9]{2}) ([0-9]{2}:[0-9]{2}:[0-9]{2})")
_DAY: Final = re.compile(r"(?!0{4})[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """What a file says of its picture or sound; None where it says nothing."""

    form: MediaForm
    title: str | None = None
    by: str | None = None
    """Whom its tags name as the artist."""
    day: str | None = None
    """The year or day that its tags give, of whatever."""
    taken: str | None = None
    """When it was taken, by the clock of the camera."""
    seconds: float | None = None
    pixels: tuple[int, int] | None = None
    has_place: bool = False
    """Whether it says where it was taken."""


def media_in(path: Path, head: bytes, name: str) -> MediaFile | None:
    """Return what a file says of itself that begins so, and is `name` ("an image"); None where it cannot be read."""
    return _image(path) if name == "an image" else _recording(path, head)


def _image(path: Path) -> MediaFile | None:
    from PIL import Image  # noqa: PLC0415 - only this needs it

    try:
        with warnings.catch_warnings(), Image.open(path) as image:
            warnings.simplefilter("ignore")
            exif = image.getexif()
            said = exif.get_ifd(_EXIF)
            return MediaFile(
                form="image",
                title=_line(exif.get(_DESCRIPTION) or image.info.get("Title")),
                taken=_moment(said.get(_TAKEN), said.get(_OFFSET)),
                pixels=image.size,
                has_place=bool(exif.get_ifd(_GPS)) or b"GPSLatitude" in _packet(image.info.get("xmp")),
            )
    except Exception:  # noqa: BLE001 - a broken file breaks the reader in any way there is
        return None


def _packet(said: object) -> bytes:
    return said.encode() if isinstance(said, str) else said if isinstance(said, bytes) else b""


def _moment(said: object, offset: object) -> str | None:
    found = _MOMENT.fullmatch(said.strip()) if isinstance(said, str) else None
    if found is None:
        return None
    zone = f" {offset.strip()}" if isinstance(offset, str) and offset.strip() else ""
    return f"{found[1]}-{found[2]}-{found[3]} {found[4]}{zone}"


def _recording(path: Path, head: bytes) -> MediaFile:
    from tinytag import TinyTag  # noqa: PLC0415 - only this needs it

    form: MediaForm = "video" if path.suffix.lower() in _OF_FILM or _FILMED.match(head) else "audio"
    try:
        tags = TinyTag.get(path)
    except Exception:  # noqa: BLE001 - as above; and of some kinds of recording it reads nothing
        return MediaFile(form=form)
    day = _DAY.match(tags.year or "")
    has_length = tags.duration is not None and 0 < tags.duration < float("inf")
    return MediaFile(
        form=form,
        title=_line(tags.title),
        by=_line(tags.artist),
        day=day[0] if day else None,
        seconds=tags.duration if has_length else None,
    )


def _line(said: object) -> str | None:
    """Return what a tag says on one line, of signs that can be seen."""
    if not isinstance(said, str):
        return None
    shown = "".join(char if char.isprintable() else " " for char in said)
    return " ".join(shown.split())[:_LONGEST].strip() or None
