"""Images lose all that cameras and programs write into them, and not one pixel."""

import io
import struct
from pathlib import Path
from typing import Final

import pytest
from dateline.ground.bare_images import DamagedImageError, bare, stripped
from dateline.ground.problems import Code, Problem
from dateline.records.loading.images import read_image
from dateline.site.compiling import compile_site
from dateline.site.configuration import read_settings
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin
from projects import make_project

_CANARY: Final = "Kanarienvogel"
_GPS: Final = 0x8825
_ORIENTATION: Final = 0x0112
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")
_PROFILE: Final = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
"""Made once: it has the time of its making in it."""
_XMP: Final = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{_CANARY}</x:xmpmeta>".encode()


def _picture() -> Image.Image:
    """Return a picture in whose corners different colours stand: red, green, blue and white."""
    picture = Image.new("RGB", (48, 32), (255, 255, 255))
    for corner, colour in (((0, 0), (255, 0, 0)), ((24, 0), (0, 255, 0)), ((0, 16), (0, 0, 255))):
        picture.paste(colour, (*corner, corner[0] + 24, corner[1] + 16))
    return picture


def _exif(orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    exif[0x010F] = f"{_CANARY} camera"
    exif.get_ifd(_GPS).update({1: "N", 2: (34.0, 27.0, 8.5), 3: "E", 4: (40.0, 56.0, 4.0), 29: "2017:11:17"})
    return exif.tobytes()


def _photo(form: str, orientation: int = 1) -> bytes:
    """Return a picture with a place, a device, a comment and XMP in it, as its format has them."""
    out, picture = io.BytesIO(), _picture()
    if form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", _CANARY)
        info.add_itxt("XML:com.adobe.xmp", _XMP.decode(), zip=True)
        picture.save(out, form, exif=_exif(orientation), pnginfo=info)
    elif form == "GIF":
        picture.save(out, form, comment=_CANARY.encode())
    else:
        more = {"comment": _CANARY.encode(), "quality": 90} if form == "JPEG" else {"lossless": True}
        picture.save(out, form, exif=_exif(orientation), xmp=_XMP, icc_profile=_PROFILE, **more)
    return out.getvalue()


def _opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("form", _FORMATS)
def test_no_metadata_are_left_and_every_pixel_is(form: str) -> None:
    photo = _photo(form)
    assert form == "GIF" or _opened(photo).getexif().get_ifd(_GPS)
    plain = bare(photo)
    assert len(plain) < len(photo)
    assert _CANARY.encode() not in plain
    left = _opened(plain)
    assert (left.format, len(left.getexif()), left.getexif().get_ifd(_GPS)) == (form, 0, {})
    assert set(left.info) & {"exif", "xmp", "comment", "Author", "XML:com.adobe.xmp"} == set()
    assert left.convert("RGB").tobytes() == _opened(photo).convert("RGB").tobytes()
    assert left.info.get("icc_profile") == _opened(photo).info.get("icc_profile")
    assert bare(plain) == plain == stripped(photo)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_photo_stands_upright_without_being_told(form: str, orientation: int) -> None:
    turned = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}[orientation]
    plain = bare(_photo(form, orientation))
    assert plain == bare(_photo(form, orientation))
    left, wanted = _opened(plain), _picture().transpose(Image.Transpose(turned))
    assert (left.size, len(left.getexif())) == (wanted.size, 0)
    for place in ((4, 4), (left.width - 5, 4), (4, left.height - 5), (left.width - 5, left.height - 5)):
        near = zip(left.convert("RGB").getpixel(place), wanted.getpixel(place), strict=True)  # type: ignore[arg-type]
        assert max(abs(one - other) for one, other in near) < 8
    assert _CANARY.encode() not in plain


@pytest.mark.parametrize("form", _FORMATS)
def test_what_stands_behind_a_picture_goes(form: str) -> None:
    photo = _photo(form)
    assert bare(photo + f"\0\0\0\x18ftypmp42 {_CANARY}".encode()) == bare(photo)


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF"])
def test_an_animation_keeps_its_frames(form: str) -> None:
    out = io.BytesIO()
    frames = [_picture().rotate(angle) for angle in (0, 90, 180)]
    frames[0].save(out, form, save_all=True, append_images=frames[1:], duration=100, loop=0)
    plain = _opened(bare(out.getvalue()))
    assert (getattr(plain, "n_frames", 1), plain.info.get("loop")) == (3, 0)


def test_a_thumbnail_of_the_head_and_what_programs_add_go() -> None:
    photo = _photo("JPEG")
    size = 3 * 2 * 2
    head = b"JFIF\0\x01\x01\0\0\x01\0\x01\x02\x02" + bytes(size)
    added = b"".join(
        bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body
        for marker, body in ((0xE0, head), (0xED, _CANARY.encode()), (0xE2, b"MPF\0" + _CANARY.encode()))
    )
    plain = bare(photo[:2] + added + photo[2:])
    assert _CANARY.encode() not in plain
    assert bytes(size) not in plain[:60]
    assert _opened(plain).size == (48, 32)


@pytest.mark.parametrize("form", _FORMATS)
def test_a_picture_that_ends_early_is_said_to_be_damaged(form: str) -> None:
    photo = bare(_photo(form))
    for end in (13, len(photo) // 2, len(photo) - 2):
        with pytest.raises(DamagedImageError):
            stripped(photo[:end])


def test_a_photo_that_cannot_be_drawn_stays_as_it_lies() -> None:
    photo = bytearray(_photo("PNG", 6))
    place = photo.index(b"IDAT") + 6
    photo[place : place + 8] = bytes(8)
    assert bare(bytes(photo)) == stripped(bytes(photo))


@pytest.mark.parametrize("content", [b"", b"II*\0", b"<svg/>", b"BM" + bytes(60)])
def test_another_format_is_refused(content: bytes) -> None:
    with pytest.raises(DamagedImageError):
        stripped(content)


@given(st.sampled_from(_FORMATS), st.integers(min_value=0), st.binary(min_size=1, max_size=6))
def test_whatever_is_damaged_nothing_else_is_raised(form: str, place: int, damage: bytes) -> None:
    photo = bytearray(_photos[form])
    place %= len(photo)
    photo[place : place + len(damage)] = damage
    try:
        stripped(bytes(photo))
    except DamagedImageError:
        return


def test_the_check_tells_where_an_image_is_damaged(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(_photo("JPEG", 6))
    assert read_image(photo, "content/images/photo.jpg") == _photo("JPEG", 6)
    photo.write_bytes(_photo("JPEG")[:-40])
    found = read_image(photo, "content/images/photo.jpg")
    assert isinstance(found, Problem)
    assert (found.code, found.position.path) == (Code.UNREADABLE, "content/images/photo.jpg")
    assert found.message == "the image is damaged, and may say where it was taken: it ends in the middle"


def test_a_site_has_the_image_without_its_place(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (project / "content" / "pages" / "photo.jpg").write_bytes(_photo("JPEG", 6))
    page = project / "content" / "pages" / "thanks.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n![a street](photo.jpg)\n", encoding="utf-8")
    made = {page.path: page.content for page in compile_site(read_settings(project / "mkdocs.yml")).pages}
    photos = {path: content for path, content in made.items() if path.endswith("photo.jpg")}
    assert list(photos.values()) == [bare(_photo("JPEG", 6))]


_photos: Final = {form: _photo(form) for form in _FORMATS}
