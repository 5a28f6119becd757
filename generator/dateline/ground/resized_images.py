"""Pictures in the sizes that pages need: upright, without metadata, the same bytes each time."""

import io
import warnings
from typing import Any, Final

from dateline.ground.bare_images import DamagedImageError, bare, stripped

WIDTHS: Final = (480, 960, 1600)
"""The widths that pages are offered: a phone, a column of text, the same on a fine screen."""
MAX_DRAWN: Final = 50_000_000
"""How many pixels an image may have that is to be drawn: more take more memory than a machine may have."""
_NEARLY: Final = 0.8
"""A width that is so much of the whole is not worth a file."""
_QUALITY: Final = 82
_TURNED: Final = frozenset({5, 6, 7, 8})
"""The orientations by which a photo lies on its side."""
_ORIENTATION: Final = 0x0112
_FORMATS: Final = ("PNG", "JPEG", "WEBP")
_OPAQUE: Final = frozenset({"RGB", "L"})
_MIXED: Final = {"JPEG": "RGB"}
"""In what colours the pixels of another image are mixed, by its format: no palette, no colours of print."""


def size_of(content: bytes) -> tuple[int, int]:
    """Return how wide and high an image is when it stands upright, by its head; raises DamagedImageError."""
    from PIL import Image  # noqa: PLC0415 - only for projects that have pictures

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
                width, height = image.size
                exif = Image.Exif()  # not image.getexif(), which decodes the picture of a PNG
                exif.load(image.info.get("exif") or _exif_behind(content))
                is_turned = exif.get(_ORIENTATION) in _TURNED
        except Exception as error:  # a damaged file may make Pillow raise anything
            raise DamagedImageError("it is no image") from error
    return (height, width) if is_turned else (width, height)


def _exif_behind(content: bytes) -> bytes:
    """Return the metadata that a PNG may have behind its picture; nothing of any other image."""
    start = content.rfind(b"eXIf") if content.startswith(b"\x89PNG") else -1
    return content[start + 4 : start + 4 + int.from_bytes(content[start - 4 : start], "big")] if start > 0 else b""


def widths_of(width: int) -> tuple[int, ...]:
    """Return the widths in which an image so wide is offered, never wider than it is."""
    if width > WIDTHS[-1]:
        return WIDTHS
    return (*(one for one in WIDTHS if one < width * _NEARLY), width)


def resized(content: bytes, width: int) -> bytes:
    """Return an image so wide, in its own format; one that cannot be drawn, or is no wider, as it is, and bare."""
    plain = bare(content)
    try:
        return _drawn(plain, width)
    except Exception:  # noqa: BLE001 - a damaged file may make Pillow raise anything; browsers may show it all the same
        return plain


def _drawn(plain: bytes, width: int) -> bytes:
    from PIL import Image  # noqa: PLC0415 - only for projects that have pictures

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(plain), formats=_FORMATS) as image:
            whole_width, height = image.size
            if whole_width <= width or whole_width * height > MAX_DRAWN:
                return plain
            form, profile = image.format or "", image.info.get("icc_profile")
            is_lossless = form == "WEBP" and b"VP8L" in plain[:64]
            size = (width, max(1, round(height * width / whole_width)))
            image.draft("RGB", (size[0] * 2, size[1] * 2))  # a JPEG is decoded no larger than it has to be
            mixed = image.convert(image.mode if image.mode in _OPAQUE else _MIXED.get(form, "RGBA"))
            drawn = mixed.resize(size, Image.Resampling.LANCZOS)
            out = io.BytesIO()
            drawn.save(out, form, icc_profile=profile, **_options(form, is_lossless=is_lossless))
    return stripped(out.getvalue())


def _options(form: str, *, is_lossless: bool) -> dict[str, Any]:
    if form == "JPEG":
        return {"quality": _QUALITY, "optimize": True, "progressive": True}
    if form == "WEBP":
        return {"quality": _QUALITY, "method": 4, "lossless": is_lossless}
    return {"optimize": True}
