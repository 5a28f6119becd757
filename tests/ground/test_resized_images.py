"""Pictures in several sizes: never larger, upright, bare, the same bytes each time."""

import io
import zlib

import pytest
from dateline.ground import resized_images
from dateline.ground.bare_images import DamagedImageError, stripped
from dateline.ground.resized_images import WIDTHS, resized, size_of, widths_of
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

SECRET = b"Lindwell 51.4321 N"


def image(form: str, size: tuple[int, int] = (640, 360), mode: str = "RGB", **options: object) -> bytes:
    drawn = Image.linear_gradient("L").resize(size).convert(mode)
    out = io.BytesIO()
    drawn.save(out, form, **options)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    found = Image.open(io.BytesIO(content))
    found.load()
    return found


@given(st.integers(1, 20_000))
def test_no_image_is_offered_wider_than_it_is_nor_in_two_sizes_that_are_nearly_one(width: int) -> None:
    widths = widths_of(width)
    assert list(widths) == sorted(set(widths))
    assert widths[-1] == min(width, WIDTHS[-1])
    assert all(one < widths[-1] * 0.8 for one in widths[:-1])


@pytest.mark.parametrize(
    "form, mode",
    [("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGB"), ("PNG", "P"), ("PNG", "RGBA"), ("PNG", "1"),
     ("PNG", "I;16"), ("WEBP", "RGB"), ("WEBP", "RGBA")],
)  # fmt: skip
def test_an_image_of_any_kind_becomes_as_wide_as_asked_and_stays_in_its_format(form: str, mode: str) -> None:
    content = image(form, mode=mode)
    smaller = resized(content, 320)
    assert (opened(smaller).format, opened(smaller).size) == (form, (320, 180))
    assert resized(content, 320) == smaller
    assert resized(content, 640) == stripped(content)


def test_what_a_camera_wrote_is_in_no_size_and_a_photo_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = SECRET.decode(), 6
    content = image("JPEG", (640, 320), exif=exif)
    assert SECRET in content
    assert size_of(content) == (320, 640)
    for width in (160, 320):
        found = resized(content, width)
        assert opened(found).size == (width, width * 2)
        assert SECRET not in found
        assert b"Exif" not in found


def test_a_png_says_behind_its_picture_how_it_lies_and_is_not_decoded_for_that() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    plain, told = image("PNG", (64, 32)), b"eXIf" + exif.tobytes().removeprefix(b"Exif\0\0")
    chunk = (len(told) - 4).to_bytes(4, "big") + told + zlib.crc32(told).to_bytes(4, "big")
    behind = plain[:-12] + chunk + plain[-12:]
    assert (size_of(plain), size_of(behind)) == ((64, 32), (32, 64))
    assert opened(resized(behind, 32)).size == (32, 64)
    empty = plain[: plain.index(b"IDAT") + 4] + bytes(len(plain))
    assert size_of(empty) == (64, 32)


def test_what_would_take_too_much_memory_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resized_images, "MAX_DRAWN", 640 * 360 - 1)
    content = image("PNG")
    assert resized(content, 320) == stripped(content)


def test_what_is_damaged_inside_stays_as_it_is_and_what_is_no_image_is_refused() -> None:
    content = image("JPEG")
    start = content.index(b"\xff\xda") + 14
    damaged = content[:start] + bytes(len(content) - start - 2) + b"\xff\xd9"
    assert size_of(resized(damaged, 320))[0] in {320, 640}
    with pytest.raises(DamagedImageError):
        size_of(b"<svg/>")
