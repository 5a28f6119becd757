"""Files without an end, images without measure and texts without a break are refused at no cost."""

import io
import os
import resource
import socket
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from baseline import base_text, overlaid, told
from dateline.ground import plainfiles
from dateline.ground.caching.digests import FileDigests
from dateline.ground.problems import Code, Problem
from dateline.records.loading import images, load
from dateline.records.loading.images import read_image
from dateline.records.types.fields import MAX_LINE, MAX_TEXT
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from projects import make_project, run

WELL = "places/old-well.yml"
PLACES = [
    "chronology.yml",
    "tombstones.yml",
    "places/odd.yml",
    "actors/odd.md",
    "disputes/odd.md",
    "events/2031/odd.yml",
    "sources/odd.yml",
    "pages/odd.md",
    "pages/odd.png",
    "geodata/odd.geojson",
]


def image_of(width: int, height: int) -> bytes:
    """Return a PNG that says how large it is, and has nothing more."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(b"\0"))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + data + chunk(b"IEND", b"")


def odd(path: Path, kind: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        here = Path.cwd()
        os.chdir(path.parent)
        try:
            with socket.socket(socket.AF_UNIX) as one:
                one.bind(path.name)
        finally:
            os.chdir(here)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    else:
        with path.open("wb") as file:
            file.truncate(1 << 40)


@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "huge"])
@pytest.mark.parametrize("name", PLACES)
def test_a_pipe_a_socket_a_device_and_a_terabyte_are_refused_wherever_they_lie(
    tmp_path: Path, name: str, kind: str
) -> None:
    started = time.process_time()
    content = overlaid(tmp_path, {})
    odd(content / name, kind)
    _, problems = load(content, tmp_path)
    code = Code.TOO_LARGE if kind == "huge" else Code.UNREADABLE
    known = [(problem.position.path, problem.code) for problem in problems]
    assert (f"content/{name}", code) in known or (name, kind) == ("chronology.yml", "pipe"), problems
    assert problems
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "name, kind",
    [
        ("pages/odd.md.j2", "pipe"),
        ("pages/source.md.j2", "huge"),
        ("theme/odd.css", "huge"),
        ("theme/assets/odd.bin", "pipe"),
    ],
)
def test_what_is_no_file_in_templates_is_refused_before_anything_is_built(tmp_path: Path, name: str, kind: str) -> None:
    project = make_project(tmp_path / "project")
    odd(project / "templates" / name, kind)
    for command in (["build"], ["build", "--fresh"], ["render", "--out", "pages"]):
        done = run("dateline", *command, cwd=project, timeout=60)
        assert done.returncode == 1
        told_of_it = done.stdout + done.stderr
        assert f"templates/{name}" in told_of_it
        assert "named pipe" in told_of_it or "100.0 MB at most" in told_of_it
        assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


@pytest.mark.parametrize("kind", ["pipe", "huge", "folder"])
def test_a_configuration_that_is_no_file_or_too_large_is_refused(tmp_path: Path, kind: str) -> None:
    project = make_project(tmp_path / "project")
    for name, inherits in (("mkdocs.yml", ""), ("base.yml", "INHERIT: base.yml\n")):
        (project / "mkdocs.yml").write_text(inherits, encoding="utf-8")
        odd(project / name, kind)
        done = run("dateline", "build", cwd=project, timeout=60)
        assert done.returncode == 1
        assert f"{name} cannot be read as a configuration" in done.stderr
        (project / name).rmdir() if kind == "folder" else (project / name).unlink()


def test_a_configuration_that_inherits_from_itself_is_refused(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (project / "mkdocs.yml").write_text('INHERIT: "./base.yml" # first\n', encoding="utf-8")
    (project / "base.yml").write_text("site_name: x\nINHERIT: mkdocs.yml\n", encoding="utf-8")
    done = run("dateline", "build", cwd=project)
    assert done.returncode == 1
    assert "inherits from itself, by way of mkdocs.yml and base.yml" in done.stderr


@pytest.mark.parametrize("kind", ["pipe", "huge"])
def test_a_text_that_a_user_names_is_read_with_the_same_care(tmp_path: Path, kind: str) -> None:
    project = make_project(tmp_path / "project")
    for command in (["source", "add"], ["new", "suggested"]):
        odd(tmp_path / "text.html", kind)
        done = run("dateline", *command, str(tmp_path / "text.html"), cwd=project, timeout=60)
        assert done.returncode in {1, 2}
        assert "Traceback" not in done.stderr


# --- images ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "width, height, told",
    [
        (12_000, 4_166, ""),
        (12_000, 4_167, "50 million pixels; 50 million at most"),
        (12_000, 12_000, "144 million pixels; 50 million at most"),
        (12_001, 1, "12,001 × 1 pixels; 12,000 at most"),
        (1, 12_001, "1 × 12,001 pixels; 12,000 at most"),
        (60_000, 60_000, "60,000 × 60,000 pixels; 12,000 at most"),
        (2**31 - 1, 2**31 - 1, f"{2**31 - 1:,} × {2**31 - 1:,} pixels; 12,000 at most"),
    ],
)
def test_an_image_may_have_so_many_pixels_and_is_not_decoded_to_count_them(
    tmp_path: Path, width: int, height: int, told: str
) -> None:
    path = tmp_path / "map.png"
    path.write_bytes(image_of(width, height))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    problem = read_image(path, "content/pages/map.png")
    assert isinstance(problem, Problem) == bool(told)
    if isinstance(problem, Problem):
        assert problem.code is Code.TOO_LARGE
        assert told in problem.message
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_an_image_of_two_hundred_megabytes_is_refused_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "map.jpg"
    path.write_bytes(image_of(10, 10))
    with path.open("r+b") as file:
        file.truncate(200_000_000)
    problem = read_image(path, "content/pages/map.jpg")
    assert isinstance(problem, Problem)
    assert problem.code is Code.TOO_LARGE
    assert problem.message == "the image is too large: it has 200.0 MB; 10.0 MB at most are read"


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_images_that_browsers_show_are_taken(tmp_path: Path, form: str) -> None:
    content = io.BytesIO()
    Image.new("RGB", (30, 20)).save(content, form)
    path = tmp_path / "map.png"
    path.write_bytes(content.getvalue())
    assert read_image(path, "map.png") == content.getvalue()


@given(st.binary(max_size=300), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", b"GIF89a"]))
def test_no_image_makes_a_traceback(tmp_path_factory: pytest.TempPathFactory, content: bytes, head: bytes) -> None:
    path = tmp_path_factory.mktemp("images") / "map.png"
    path.write_bytes(head + content)
    problem = read_image(path, "map.png")
    assert problem == head + content or (
        isinstance(problem, Problem) and problem.code in {Code.UNREADABLE, Code.TOO_LARGE}
    )
    assert images.MAX_PIXELS


# --- texts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name, key",
    [
        (WELL, "name: "),
        ("chronology.yml", "title: "),
        ("events/2031/2031-03-03-well-closed.yml", "title: "),
        ("pages/method.md", "title: "),
        ("sources/crier-2031-03-06.yml", "title: "),
    ],
)
def test_a_title_or_name_has_a_length(tmp_path: Path, name: str, key: str) -> None:
    lines = base_text(name).splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith(key))
    for length in (MAX_LINE, MAX_LINE + 1, 500_000):
        lines[at] = f"{key}{'x' * length}\n"
        problems = told(tmp_path, {name: "".join(lines)})
        expected = [f"content/{name}:{at + 1}:{len(key) + 1} text-too-long"] if length > MAX_LINE else []
        assert problems == expected


def test_any_other_text_has_a_length_too(tmp_path: Path) -> None:
    text = base_text(WELL)
    assert told(tmp_path, {WELL: f"{text}note: {'x' * MAX_TEXT}\n"}) == []
    problems = told(tmp_path, {WELL: f"{text}note: {'x' * (MAX_TEXT + 1)}\n"})
    assert problems == [f"content/{WELL}:{len(text.splitlines()) + 1}:7 text-too-long"]


def test_wide_records_take_time_that_grows_with_them_and_no_faster(tmp_path: Path) -> None:
    text = base_text(WELL)

    def seconds(count: int) -> float:
        wide = f"{text}aliases: [{', '.join(f'Well {number}' for number in range(count))}]\n"
        started = time.process_time()
        assert told(tmp_path, {WELL: wide}) == []
        return time.process_time() - started

    seconds(10)
    assert seconds(16_000) < 20 * max(seconds(2_000), 0.05)


# --- reading ---------------------------------------------------------------------------------------------------------


def test_a_file_is_read_as_far_as_its_limit_and_no_further(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 100)
    assert plainfiles.read(path, 100) == b"x" * 100
    with pytest.raises(plainfiles.TooLargeError, match="it has 100 bytes; 99 bytes at most"):
        plainfiles.read(path, 99)
    (tmp_path / "link").symlink_to(path)
    assert plainfiles.read(tmp_path / "link", 100) == b"x" * 100
    with pytest.raises(OSError, match="a link"):
        plainfiles.read(tmp_path / "link", 100, follows=False)


def test_what_says_that_it_is_empty_and_is_not_is_read_as_well() -> None:
    assert plainfiles.read("/proc/self/status", 1_000_000).startswith(b"Name:")
    with pytest.raises(plainfiles.TooLargeError):
        plainfiles.read("/proc/self/status", 10)


def test_a_digest_of_a_large_file_takes_no_memory_for_it(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as file:
        file.truncate(300_000_000)
    code = f"""
import resource
from pathlib import Path
from dateline.ground.caching.digests import FileDigests
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert FileDigests(Path("/"), None).of({str(tmp_path / "large")!r})
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 50_000
    with (tmp_path / "larger").open("wb") as file:
        file.truncate(1 << 40)
    assert FileDigests(tmp_path, None).of(tmp_path / "larger").startswith("dated")
