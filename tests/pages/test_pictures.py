"""Pictures of events: taken, refused, shown with whose they are, in several sizes without what cameras write."""

import io
import json
import os
import zlib
from pathlib import Path

import pytest
from baseline import WELL, Content, base_text, checked, linked, loaded, overlaid, told
from dateline.editing.comparison import compare, read_version
from dateline.ground.problems import Problem
from dateline.pages.exports.chronology_json import chronology_json, chronology_schema
from dateline.pages.kinds.day import day_view
from dateline.pages.linked_data.of_claims import of_events
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.records.chronology import link
from dateline.records.loading import load, other_files, stored_pictures
from dateline.records.loading.images import read_image
from dateline.records.loading.live_corpus import LiveCorpus
from dateline.records.types.pictures import is_picture_name, proper_name
from dateline.site.preview.page_store import PageStore
from dateline.site.recipe import recipe_of
from html_reading import read
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from PIL import Image
from projects import ROOT

PLACE = 0x8825
WHERE = "Lindwell Green"
SAID = (
    "media:\n"
    "  - image: well.jpg\n"
    '    alt: A <well> & "two" men.\n'
    "    caption: The day <i>before</i>.\n"
    "    credit: Harrow & Sons\n"
    "    licence: CC-BY-4.0\n"
    "    cite: {source: gazette-2031-03-04, paragraph: 1}\n"
)


def jpeg(size: tuple[int, int] = (2000, 1000), shade: int = 200) -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = WHERE
    exif.get_ifd(PLACE).update({1: "N", 2: (51.0, 27.0, 8.5)})
    Image.new("RGB", size, (shade, shade, 40)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def head_of(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that says it is so large."""
    out = io.BytesIO()
    Image.new("1", (8, 8)).save(out, "PNG")
    plain = out.getvalue()
    head = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + plain[24:29]
    return plain[:12] + head + zlib.crc32(head).to_bytes(4, "big") + plain[33:]


def with_media(said: str = SAID) -> str:
    """Return the closing of the well with pictures, from its sixth line on."""
    return base_text(WELL).replace("places: [{place: old-well}]\n", f"places: [{{place: old-well}}]\n{said}")


SHOWN: Content = {WELL: with_media(), "media/well.jpg": jpeg()}


def edition(folder: Path, files: Content) -> Edition:
    return Edition(linked(folder, files))


def media_made(found: Edition) -> dict[str, bytes]:
    to = Renderer(ROOT / "templates", found)
    plans = [plan for plan in recipe_of(found).plans() if plan.path.startswith("media/")]
    return {page.path: page.as_bytes() for plan in plans for page in plan.make(to)}


def test_a_picture_is_shown_in_its_sizes_with_whose_it_is_and_leads_to_its_paragraph(tmp_path: Path) -> None:
    assert checked(tmp_path, SHOWN) == []
    found = edition(tmp_path, SHOWN)
    page = read(str(Renderer(ROOT / "templates", found).page(day_view(found, "2031-03-03")).content))
    shown = page.element("img")
    assert shown["alt"] == 'A <well> & "two" men.'
    assert (shown["width"], shown["height"], shown["loading"]) == ("1600", "800", "lazy")
    assert shown["srcset"].split(", ") == [f"../../media/well-{width}.jpg {width}w" for width in (480, 960, 1600)]
    caption = page.element("figcaption")
    assert "The day <i>before</i>. Picture: Harrow & Sons, CC BY 4.0." in " ".join(caption.text.split())
    addresses = [one["href"] for one in caption.elements("a")]
    assert addresses[0] == "https://creativecommons.org/licenses/by/4.0/"
    assert "../../sources/gazette-2031-03-04/#p1" in addresses


def test_the_site_has_each_size_and_in_none_what_the_camera_wrote(tmp_path: Path) -> None:
    made = media_made(edition(tmp_path, SHOWN))
    assert [(path, Image.open(io.BytesIO(content)).size) for path, content in made.items()] == [
        ("media/well-480.jpg", (480, 240)),
        ("media/well-960.jpg", (960, 480)),
        ("media/well-1600.jpg", (1600, 800)),
    ]
    assert WHERE.encode() in SHOWN["media/well.jpg"]  # type: ignore[operator]
    assert not [path for path, content in made.items() if WHERE.encode() in content or b"Exif" in content]
    assert made == media_made(edition(tmp_path / "again", SHOWN))


def test_a_preview_finds_each_size_and_makes_no_other_picture(tmp_path: Path) -> None:
    second = SAID.replace("well.jpg", "a-well-480.jpg").replace("media:\n", "")
    files = {**SHOWN, WELL: with_media(SAID + second), "media/a-well-480.jpg": jpeg((300, 200))}
    found = edition(tmp_path, files)
    pages = PageStore(found, Renderer(ROOT / "templates", found))
    for path, content in media_made(found).items():
        page = pages.find(path)
        assert page is not None
        assert page.as_bytes() == content
    assert pages.find("media/well-481.jpg") is None
    assert pages.find("media/nothing.jpg") is None


def test_a_small_picture_is_taken_as_it_is(tmp_path: Path) -> None:
    made = media_made(edition(tmp_path, {**SHOWN, "media/well.jpg": jpeg((300, 200))}))
    assert list(made) == ["media/well-300.jpg"]


@pytest.mark.parametrize(
    "old, new, problem",
    [
        ("image: well.jpg", "image: wel.jpg", "7:12 unknown-image"),
        ("image: well.jpg", "image: ../well.jpg", "7:12 bad-value"),
        ("image: well.jpg", "image: https://x.example/well.jpg", "7:12 bad-value"),
        ("image: well.jpg", "image: Well.JPG", "7:12 bad-value"),
        ("image: well.jpg", "image: well.svg", "7:12 bad-value"),
        ('    alt: A <well> & "two" men.\n', "", "7:12 alt-missing"),
        ("    credit: Harrow & Sons\n", "", "7:12 credit-missing"),
        ("    licence: CC-BY-4.0\n", "", "7:12 licence-missing"),
        ("licence:", "license:", "11:5 unknown-key"),
        ("paragraph: 1", "paragraph: 7", "12:51 unknown-paragraph"),
    ],
)
def test_a_picture_that_cannot_be_is_refused_where_it_stands(tmp_path: Path, old: str, new: str, problem: str) -> None:
    files = {**SHOWN, WELL: with_media(SAID.replace(old, new))}
    assert f"content/{WELL}:{problem}" in told(tmp_path, files)


@pytest.mark.parametrize(
    "name, content, code",
    [
        ("media/unused.png", head_of(8, 8), "unused-image"),
        ("media/bomb.png", head_of(60_000, 60_000), "too-large"),
        ("media/heavy.png", head_of(9_000, 9_000), "too-large"),
        ("media/Well.JPG", jpeg((8, 8)), "stray-file"),
        ("media/well.gif", b"GIF89a", "stray-file"),
        ("media/deeper/well.jpg", jpeg((8, 8)), "stray-file"),
        ("media/text.jpg", b"no picture", "unreadable"),
        ("media/cut.jpg", jpeg((8, 8))[:-40], "unreadable"),
    ],
)
def test_a_file_that_is_no_picture_of_an_event_is_told(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    found = told(tmp_path, {**SHOWN, name: content})
    assert [one.rpartition(" ")[2] for one in found if one.startswith(f"content/{name}")] == [code]
    assert len(found) == 1


def test_a_picture_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    assert [one.partition(" ")[2] for one in told(tmp_path, {**SHOWN, "media/well.jpg": b"none"})] == ["unreadable"]


def test_a_link_is_no_picture(tmp_path: Path) -> None:
    content = overlaid(tmp_path, SHOWN)
    (content / "media" / "link.jpg").symlink_to(content / "media" / "well.jpg")
    corpus, problems = load(content, tmp_path)
    assert [problem.code.value for problem in problems] == ["unreadable"]
    assert set(corpus.media) == {"well.jpg"}


def test_what_nobody_is_shown_is_not_on_the_site(tmp_path: Path) -> None:
    withheld = "withheld: {until: never, reason: safety, on: 2031-04-01}\n"
    for state in ("state: draft\n", withheld):
        corpus, _ = loaded(tmp_path, {**SHOWN, WELL: with_media() + state, "disputes/who-closed-the-well.md": None})
        assert media_made(Edition(link(corpus, drafts=False))) == {}
    paper = "sources/gazette-2031-03-04.yml"
    found = edition(tmp_path, {**SHOWN, paper: base_text(paper) + withheld})
    assert media_made(found) == {}
    assert "Harrow & Sons" not in "".join(chronology_json(found))


def test_a_draft_may_lack_what_a_picture_says(tmp_path: Path) -> None:
    said = "media: [{image: well.jpg}]\nstate: draft\n"
    files = {**SHOWN, WELL: with_media(said), "disputes/who-closed-the-well.md": None}
    codes = [problem.code.value for problem in checked(tmp_path, files) if problem.position.line == 6]
    assert codes == ["draft-lacks"] * 3


def test_the_export_and_linked_data_have_pictures(tmp_path: Path) -> None:
    found = edition(tmp_path, SHOWN)
    data = json.loads("".join(chronology_json(found)))
    Draft202012Validator(json.loads(chronology_schema())).validate(data)
    [picture] = next(one["media"] for one in data["events"] if "media" in one)
    assert (picture["url"], picture["credit"]) == ("/media/well-1600.jpg", "Harrow & Sons")
    assert sum("media" in one for one in data["events"]) == 1
    [node, *_] = of_events(found, [found.chronology.events["2031-03-03-well-closed"]], lambda address: address)
    image = node["image"]
    assert isinstance(image, dict)
    assert image["contentUrl"] == "media/well-1600.jpg"
    assert image["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_a_comparison_tells_pictures_and_that_another_file_has_the_name(tmp_path: Path) -> None:
    texts: dict[str, Content] = {
        "none": {},
        "one": SHOWN,
        "other": {**SHOWN, "media/well.jpg": jpeg(shade=10)},
    }
    versions = {name: read_version(overlaid(tmp_path / name, files), tmp_path / name) for name, files in texts.items()}
    [added] = compare(versions["none"], versions["one"], None).differences
    assert (added.part, added.before) == ("pictures", "")
    assert added.after.startswith('well.jpg (alt: A <well> & "two" men.; caption:')
    [swapped] = compare(versions["one"], versions["other"], None).differences
    assert swapped.after == f"{added.after}, another file of that name"
    assert compare(versions["one"], versions["one"], None).differences == ()


@given(st.text(max_size=20), st.sampled_from([".jpg", ".JPEG", ".png", ".webp", ".gif", "", "/x.png"]))
def test_a_name_that_is_proposed_is_one(stem: str, ending: str) -> None:
    near = proper_name(stem + ending)
    assert not near or is_picture_name(near)
    assert not is_picture_name(f"../{near}")


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of images that are read from here on."""
    names: list[str] = []

    def counted(path: Path, shown: str) -> bytes | Problem:
        names.append(path.name)
        return read_image(path, shown)

    for module in (stored_pictures, other_files):
        monkeypatch.setattr(module, "read_image", counted)
    return names


def test_a_picture_that_was_judged_is_not_read_again_until_its_file_says_something_else(
    tmp_path: Path, read_again: list[str]
) -> None:
    content, kept = overlaid(tmp_path, {**SHOWN, "pages/map.jpg": jpeg((40, 20))}), tmp_path / "kept"
    first, again = (load(content, tmp_path, kept) for _ in range(2))
    assert again == first
    assert sorted(read_again) == ["map.jpg", "well.jpg"]
    for name in ("media/well.jpg", "pages/map.jpg"):
        path = content / name
        status = path.stat()
        path.write_bytes(b"x" * status.st_size)
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    corpus, problems = load(content, tmp_path, kept)
    assert {one.position.path for one in problems} == {"content/media/well.jpg", "content/pages/map.jpg"}
    assert (corpus.media, corpus.images) == ({}, {})


def test_a_live_look_at_the_records_reads_no_picture_again_that_says_the_same(
    tmp_path: Path, read_again: list[str]
) -> None:
    content = overlaid(tmp_path, {**SHOWN, "media/other.jpg": jpeg((40, 20))})
    live = LiveCorpus(content, tmp_path)
    before, _ = live.load()
    (content / "media" / "other.jpg").write_bytes(jpeg((60, 20)))
    del read_again[:]
    after, _ = live.load()
    assert read_again == ["other.jpg"]
    assert after.media["well.jpg"] == before.media["well.jpg"]
    assert (after.media["other.jpg"].width, before.media["other.jpg"].width) == (60, 40)
