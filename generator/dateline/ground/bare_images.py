"""Images without what cameras and programs write into them: places, devices, names, former versions, thumbnails.

Of the parts of a file only those stay that make up the picture and its colours; no picture is decoded for that, and
none loses a pixel.  Only where a photo has to be turned, which its metadata said, is it drawn anew.
"""

import io
import struct
import warnings
from collections.abc import Iterator
from typing import Final

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_PARTS: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT".split()
)
_WEBP_PARTS: Final = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ICCP", b"ALPH", b"ANIM", b"ANMF"})
_EXIF_OR_XMP: Final = 0x08 | 0x04
_ICC: Final = b"ICC_PROFILE\0"
_ORIENTATION: Final = 0x0112
_UPRIGHT: Final = 1
_QUALITY: Final = 95
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers of JPEG that nothing belongs to."""
_EOI, _SOS, _APP0, _APP2, _APP14, _APP15, _COM = 0xD9, 0xDA, 0xE0, 0xE2, 0xEE, 0xEF, 0xFE
_MARK: Final = 0xFF
_EXTENSIONS: Final = frozenset({0xF9, 0x01})
"""Those of GIF that make up the picture."""


class DamagedImageError(ValueError):
    """Raised where the parts of an image do not fit together."""


def bare(content: bytes) -> bytes:
    """Return an image without its metadata, upright as they said; raises DamagedImageError."""
    plain = stripped(content)
    if plain == content or (turned := _upright(content)) is None:
        return plain
    return stripped(turned)


def stripped(content: bytes) -> bytes:
    """Return an image without its metadata, as it lies; raises DamagedImageError."""
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    if content.startswith(_PNG):
        return _png(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp(content)
    if content[:6] in {b"GIF87a", b"GIF89a"}:
        return _gif(content)
    raise DamagedImageError("it is none of the formats that a site shows")


# --- JPEG: segments, each with a marker; between a scan's head and the next marker is the picture ---


def _jpeg(content: bytes) -> bytes:
    return b"".join(_jpeg_parts(content))


def _jpeg_parts(content: bytes) -> Iterator[bytes]:
    yield content[:2]
    place = 2
    while True:
        marker, place = _marker(content, place)
        if marker == _EOI:
            yield b"\xff\xd9"
            return  # what stands behind it is another picture, or a film
        if marker in _ALONE:
            yield bytes((0xFF, marker))
            continue
        end = place + _number(">H", content, place)
        body = content[place + 2 : end]
        if end > len(content) or end < place + 2:
            raise DamagedImageError("a segment is longer than the file")
        yield from _kept(marker, body)
        place = end
        if marker == _SOS:
            end = _end_of_scan(content, place)
            yield content[place:end]
            place = end


def _marker(content: bytes, place: int) -> tuple[int, int]:
    """Return a marker and the place behind it; any number of bytes 255 may stand before it."""
    if content[place : place + 1] != b"\xff":
        raise DamagedImageError("no marker stands where one must")
    while content[place : place + 1] == b"\xff":
        place += 1
    if place >= len(content):
        raise DamagedImageError("it ends in the middle")
    return content[place], place + 1


def _kept(marker: int, body: bytes) -> Iterator[bytes]:
    """Yield a segment that makes up the picture; of the head that every JPEG has, without its thumbnail."""
    if marker == _APP0 and body.startswith(b"JFIF\0"):
        body = body[:12] + b"\0\0"
    elif marker == _COM or (_APP0 <= marker <= _APP15 and not _is_of_colour(marker, body)):
        return
    yield bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def _is_of_colour(marker: int, body: bytes) -> bool:
    return (marker == _APP2 and body.startswith(_ICC)) or (marker == _APP14 and body.startswith(b"Adobe"))


def _end_of_scan(content: bytes, place: int) -> int:
    """Return where the next marker stands: a byte 255 in the picture has a zero or a restart behind it."""
    while (place := content.find(b"\xff", place)) >= 0:
        after = content[place + 1 : place + 2]
        if not after:
            break
        if after[0] not in {0x00, 0xFF, *range(0xD0, 0xD8)}:
            return place
        place += 1 if after[0] == _MARK else 2
    raise DamagedImageError("it ends in the middle")


# --- PNG and WebP: chunks, each with its length ---


def _png(content: bytes) -> bytes:
    kept, place, name = [_PNG], len(_PNG), b""
    while name != b"IEND":
        length, name = _number(">I", content, place), content[place + 4 : place + 8]
        end = place + 12 + length
        if end > len(content):
            raise DamagedImageError("it ends in the middle")
        if name in _PNG_PARTS:
            kept.append(content[place:end])
        place = end
    return b"".join(kept)


def _webp(content: bytes) -> bytes:
    end = 8 + _number("<I", content, 4)
    if end > len(content) + 1:  # the last chunk may lack what fills it up
        raise DamagedImageError("it ends in the middle")
    kept, place = [b"WEBP"], 12
    while place + 8 <= end:
        name, length = content[place : place + 4], _number("<I", content, place + 4)
        after = place + 8 + length + length % 2
        if place + 8 + length > len(content):
            raise DamagedImageError("it ends in the middle")
        if name in _WEBP_PARTS:
            part = bytearray(content[place:after])
            if name == b"VP8X":
                part[8] &= ~_EXIF_OR_XMP
            kept.append(bytes(part))
        place = after
    body = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


# --- GIF: blocks, and extensions of them ---


def _gif(content: bytes) -> bytes:
    flags = _number("B", content, 10)
    place = 13 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
    kept = [content[:place]]
    while (kind := content[place : place + 1]) != b";":
        if kind == b"!":
            end = _end_of_blocks(content, place + 2)
            is_loop = content[place + 3 : place + 14] in {b"NETSCAPE2.0", b"ANIMEXTS1.0"}
            if content[place + 1] in _EXTENSIONS or (content[place + 1] == _MARK and is_loop):
                kept.append(content[place:end])
        elif kind == b",":
            own = _number("B", content, place + 9)
            end = _end_of_blocks(content, place + 11 + (3 << ((own & 7) + 1) if own & 0x80 else 0))
            kept.append(content[place:end])
        else:
            raise DamagedImageError("no block stands where one must")
        place = end
    return b"".join([*kept, b";"])


def _end_of_blocks(content: bytes, place: int) -> int:
    while (length := _number("B", content, place)) > 0:
        place += 1 + length
    return place + 1


def _number(form: str, content: bytes, place: int) -> int:
    try:
        number: int = struct.unpack_from(form, content, place)[0]
    except struct.error:
        raise DamagedImageError("it ends in the middle") from None
    return number


# --- turned as its metadata say ---


def _upright(content: bytes) -> bytes | None:
    """Return a photo that stands upright without being told; None where it does already, or cannot be drawn."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - only for images that have metadata

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(content)) as image:
                is_upright = image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
                if is_upright or getattr(image, "n_frames", 1) > 1:
                    return None
                drawn, out = ImageOps.exif_transpose(image), io.BytesIO()
                lossless = {"lossless": True} if image.format == "WEBP" and b"VP8L" in content[:64] else {}
                drawn.save(
                    out,
                    image.format,
                    quality=_QUALITY,
                    icc_profile=image.info.get("icc_profile"),
                    exif=b"",
                    **({"subsampling": 0} if image.format == "JPEG" else lossless),
                )
                return out.getvalue()
        except Exception:  # noqa: BLE001 - a damaged file may make Pillow raise anything; it stays as it lies
            return None
