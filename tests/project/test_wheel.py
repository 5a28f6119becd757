"""The package as somebody else gets it: from the wheel, without our checkout, to a styled site."""

import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from projects import ROOT, environment, once


def ran(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=environment(PYTHONPATH=""),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def begun(shared: Path) -> Path:
    """A site that was begun and built by the wheel in an environment of its own, whose libraries are ours."""
    return once(shared, "from-the-wheel", _begin)


def _begin(folder: Path) -> None:
    folder.mkdir()
    ran(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "wheel", cwd=ROOT)
    ran(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    (packages,) = (folder / "venv").glob("lib/*/site-packages")
    (wheel,) = (folder / "wheel").glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(packages)
    # Not read for .pth files of its own, so that our checkout is not found by its editable install.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    python = folder / "venv" / "bin" / "python"
    where = ran(python, "-c", "import dateline; print(dateline.__file__)", cwd=folder)
    assert Path(where.strip()).is_relative_to(packages)
    ran(python, "-m", "dateline", "init", "town", "--title", "A town", cwd=folder)
    ran(python, "-m", "dateline", "build", cwd=folder / "town")


def test_the_site_of_the_wheel_has_its_styles_and_scripts(begun: Path) -> None:
    page = (begun / "town/site/index.html").read_text(encoding="utf-8")
    named = re.findall(r'(?:href|src)="?(assets/[\w./-]+\.(?:css|js))', page)
    assert "assets/sheets.css" in named
    assert [name for name in named if not (begun / "town/site" / name).is_file()] == []


def test_the_site_of_the_wheel_asks_nobody_else_for_anything(begun: Path) -> None:
    loaded = re.compile(r'<(?:link|script|img|iframe)\b[^>]*?\b(?:href|src)="?([^"\s>]+)')
    foreign = {
        address
        for page in sorted((begun / "town/site").rglob("*.html"))
        for address in loaded.findall(page.read_text(encoding="utf-8"))
        if urlsplit(address).netloc
    }
    assert foreign == set()


def test_no_link_of_the_site_of_the_wheel_leads_nowhere(begun: Path) -> None:
    site = begun / "town/site"
    dead = set()
    for page in sorted(site.rglob("*.html")):
        for address in re.findall(r'<a\b[^>]*?\bhref="?([^"\s>]+)', page.read_text(encoding="utf-8")):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            target = (
                site / parts.path.lstrip("/") if parts.path.startswith("/") else page.parent / parts.path
            ).resolve()
            if not (target.is_file() or (target / "index.html").is_file()):
                dead.add((page.relative_to(site).as_posix(), address))
    assert dead == set()


def test_the_wheel_holds_nothing_of_the_first_chronology(begun: Path) -> None:
    (wheel,) = (begun / "wheel").glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
    assert not [name for name in names if name.startswith(("content/", "tests/", "generator/"))]
    assert "dateline/templates/theme/mkdocs_theme.yml" in names
    assert "dateline/editing/beginning/called/.github/workflows/check.yml" in names
