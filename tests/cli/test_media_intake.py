"""`dateline source add` of images and recordings: what their files say of them, and nothing of where they were made."""

import shutil
import wave
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from dateline.cli import main
from dateline.ground.problems import Code
from dateline.site import checking
from dateline.site.settings import Settings
from PIL import Image
from projects import CASES

HEAD = ("--publisher", "Harrow Gazette", "--published", "2031-05-06", "--id", "seen", "--url", "https://x.example/seen")
READ = ("--accessed", "2031-05-07", "--reading", "original")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small project, in which commands are run."""
    shutil.copytree(CASES / "base" / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def add(file: str, *arguments: str, head: tuple[str, ...] = (*HEAD, *READ)) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(main, ["source", "add", file, *head, *arguments])


def written(folder: Path) -> str:
    return (folder / "content" / "sources" / "seen.yml").read_text(encoding="utf-8")


def record(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(written(folder))
    return found


def photo(path: Path, **said: Any) -> None:
    """Make a photo whose camera says when and where it stood."""
    exif = Image.Exif()
    exif[270] = said.get("title", "The old well,\nshut")
    exif.get_ifd(0x8769)[36867] = "2031:05:04 10:20:30"
    exif.get_ifd(0x8825).update({1: "N", 2: (34.0, 27.0, 8.25), 3: "E", 4: (40.0, 55.0, 7.5)})
    Image.new("RGB", (64, 48)).save(path, exif=exif)


def sound(path: Path, seconds: int) -> None:
    with wave.open(str(path), "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(1)
        made.setframerate(100)
        made.writeframes(bytes(100 * seconds))


def test_an_image_is_recorded_by_its_metadata_and_never_by_where_it_was_taken(folder: Path) -> None:
    photo(folder / "well.jpg")
    done = add("well.jpg", "--yes")
    assert done.exit_code == 0, done.output
    assert "well.jpg is an image of 64 × 48 pixels; taken 2031-05-04 10:20:30, by the clock" in done.output
    assert "It says where it was taken. That goes into no record" in done.output
    found = record(folder)
    assert (found["kind"], found["title"], found["locators"]) == ("image", "The old well, shut", "whole")
    assert found["passages"] == [{"at": "whole"}]
    assert "# taken 2031-05-04 10:20:30 by the camera's clock" in written(folder)
    assert not any(number in written(folder) for number in ("34", "27", "40.9", "55"))
    assert {one.code for one in checking.check(Settings.of(folder))} == {
        Code.PARAGRAPH_UNACCOUNTED,
        Code.UNUSED_SOURCE,
    }


def test_a_recording_is_recorded_with_its_length(folder: Path) -> None:
    sound(folder / "said.wav", 751)
    done = add("said.wav", "--title", "At the well")
    assert done.exit_code == 0, done.output
    assert "said.wav is a recording of sound of 00:12:31." in done.output
    assert "seen.yml: 1 passage." in done.output
    found = record(folder)
    assert (found["kind"], found["locators"]) == ("audio", "time")
    assert found["passages"] == [{"at": "00:00:00..00:12:31"}]


def test_a_film_of_which_nothing_can_be_read_says_so(folder: Path) -> None:
    (folder / "film.mkv").write_bytes(b"\x1aE\xdf\xa3" + bytes(200))
    assert add("film.mkv", "--title", "At the well").exit_code == 0
    assert record(folder)["kind"] == "video"
    assert "how long it is could not be read" in written(folder)


def test_what_tags_say_is_a_guess_that_somebody_confirms(folder: Path) -> None:
    photo(folder / "well.jpg", title="IMG_0042")
    done = add("well.jpg")
    assert done.exit_code == 1
    assert (
        "title is not certain, and nobody can be asked: IMG_0042 (its tags say so). Say it with --title" in done.output
    )
    assert not (folder / "content" / "sources" / "seen.yml").exists()


@pytest.mark.parametrize("option", [("--body", "1"), ("--join", "1+2"), ("--draft-claims",)])
def test_what_is_for_texts_is_refused(folder: Path, option: tuple[str, ...]) -> None:
    photo(folder / "well.jpg")
    done = add("well.jpg", "--yes", *option)
    assert done.exit_code == 2
    assert f"{option[0]} is for a text; of this file there is none" in done.output


def test_an_image_of_a_known_address_is_a_copy_or_is_said_to_be_none(folder: Path) -> None:
    photo(folder / "well.jpg")
    done = add("well.jpg", "--yes", "--url", "https://gazette.example/2031/well")
    assert done.exit_code == 0, done.output
    assert "Recorded as a copy of 'gazette-2031-03-04'" in done.output
    assert record(folder)["copy_of"]["source"] == "gazette-2031-03-04"


def test_what_cannot_be_read_is_answered_with_what_to_do(folder: Path) -> None:
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    done = add("broken.png", "--yes")
    assert done.exit_code == 1
    assert f"[{Code.NO_ARTICLE}] broken.png is an image. Type the words" in done.output
