"""Images of hand-written pages: small enough for a page, by what their heads say; no picture is decoded."""

import io
import warnings
from pathlib import Path
from typing import Final

from dateline.ground import plainfiles
from dateline.ground.bare_images import DamagedImageError, stripped
from dateline.ground.problems import Code, Position, Problem
from dateline.ground.resized_images import MAX_DRAWN

MAX_BYTES: Final = 10 * plainfiles.MEGABYTE
MAX_PIXELS: Final = 12_000
"""How many pixels an image may be wide, or high: three times what the largest screens show."""
_FORMATS: Final = ("PNG", "JPEG", "WEBP", "GIF")


def read_image(path: Path, shown: str) -> bytes | Problem:
    """Return an image's file, or why it cannot be an image of the site."""
    here = Position(shown)
    try:
        content = plainfiles.read(path, MAX_BYTES, follows=False)
    except plainfiles.TooLargeError as error:
        return Problem(here, Code.TOO_LARGE, f"the image is too large: {error.strerror}", "save it smaller")
    except plainfiles.NotPlainError as error:
        return Problem(here, Code.UNREADABLE, f"this is no image: {error.strerror}", "put the file itself here")
    except OSError as error:
        return Problem(here, Code.UNREADABLE, f"the image cannot be read: {error.strerror}")
    size = _size(content)
    if size is None:
        hint = "save it again as PNG, JPEG, WebP or GIF"
        return Problem(here, Code.UNREADABLE, "this is no image that a browser can show", hint)
    return _too_many_pixels(*size, here) or _damage(content, here) or content


def _too_many_pixels(width: int, height: int, here: Position) -> Problem | None:
    """Return why an image has too many pixels, also to be drawn anew, as one is that lies on its side."""
    if max(width, height) > MAX_PIXELS:
        found = f"{width:,} × {height:,} pixels; {MAX_PIXELS:,} at most are allowed either way"
    elif width * height > MAX_DRAWN:
        millions = round(width * height / 1_000_000)
        found = f"{millions} million pixels; {MAX_DRAWN // 1_000_000} million at most are allowed"
    else:
        return None
    return Problem(here, Code.TOO_LARGE, f"the image has {found}", "save it smaller")


def _damage(content: bytes, here: Position) -> Problem | None:
    """Return why what cameras write into an image cannot be taken out of it; None where it can."""
    try:
        stripped(content)
    except DamagedImageError as error:
        message = f"the image is damaged, and may say where it was taken: {error}"
        return Problem(here, Code.UNREADABLE, message, "save it again as PNG, JPEG, WebP or GIF")
    return None


def _size(content: bytes) -> tuple[int, int] | None:
    """Return how wide and how high an image is, as its head says; None where it is none."""
    from PIL import Image  # noqa: PLC0415 - only for projects that have images

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            # What is too many pixels is said here, not by Pillow, which decodes nothing yet.
            Image.MAX_IMAGE_PIXELS, most = None, Image.MAX_IMAGE_PIXELS
            try:
                with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
                    return image.size
            finally:
                Image.MAX_IMAGE_PIXELS = most
        except Exception:  # noqa: BLE001 - a damaged file may make Pillow raise anything
            return None
