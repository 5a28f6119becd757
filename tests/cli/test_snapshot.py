"""`dateline snapshot`: whole, cited by CITATION.cff, a crate that rocrate opens, and never written over."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from dateline.cli import main
from dateline.pages.exports import EXPORTS
from dateline.pages.exports.kept_version import CITATION_PATH, CRATE_PATH, SUMS_PATH, Release, snapshot_of
from exported import NAMES, edition_named, exports_named, laid_out
from projects import CASES, files_of
from rocrate.rocrate import ROCrate  # type: ignore[import-untyped]

RELEASE = Release("1.2", "2026-11-29", ())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CASES / "small" / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def snapshot(*words: str) -> Result:
    return CliRunner().invoke(main, ["snapshot", *words])


def laid(name: str, folder: Path, release: Release = RELEASE) -> Path:
    made = snapshot_of(edition_named(name), release)
    return laid_out(folder / "out", {path: one if isinstance(one, bytes) else one.encode() for path, one in made})


def test_it_has_each_export_with_its_sum(folder: Path) -> None:
    done = snapshot("out", "--version", "1.2", "--date", "2026-11-29")
    assert done.exit_code == 0, done.output
    files = files_of(folder / "out")
    assert files.keys() == {*(export.path for export in EXPORTS), CITATION_PATH, CRATE_PATH, SUMS_PATH}
    sums = {line[66:]: line[:64] for line in files.pop(SUMS_PATH).decode().splitlines()}
    assert sums == {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}


@pytest.mark.parametrize("name", ["small", "hostile"])
def test_the_citation_is_valid_and_says_version_and_day(name: str, folder: Path) -> None:
    path = laid(name, folder) / CITATION_PATH
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    title = edition_named(name).chronology.masthead.title
    assert (told["title"], told["version"], str(told["date-released"])) == (title, "1.2", "2026-11-29")
    assert told["authors"] == [{"name": f"Editors of {title}"}]


def test_authors_that_are_given_are_named_instead(folder: Path) -> None:
    path = laid("small", folder, Release("2", "2026-11-29", ("A. Clerk", "B. Clerk"))) / CITATION_PATH
    assert [one["name"] for one in yaml.safe_load(path.read_text(encoding="utf-8"))["authors"]] == [
        "A. Clerk",
        "B. Clerk",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_rocrate_opens_it_and_finds_each_file_with_its_type_and_size(name: str, folder: Path) -> None:
    crate = ROCrate(laid(name, folder))
    assert (crate.root_dataset["version"], crate.root_dataset["name"]) == (
        "1.2",
        edition_named(name).chronology.masthead.title,
    )
    types = {one.id: (one["encodingFormat"], int(one["contentSize"])) for one in crate.data_entities}
    assert types == {one.path: (one.media_type, len(exports_named(name)[one.path])) for one in EXPORTS}


def test_the_day_is_that_of_the_last_change_where_none_is_given() -> None:
    updated = edition_named("small").updated
    assert updated is not None
    assert snapshot("out", "--version", "1").output == f"out: version 1 of {updated.isoformat()}.\n"


def test_a_version_is_not_written_over_and_a_day_must_be_one(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "kept.txt").write_text("kept", encoding="utf-8")
    assert "is not empty" in snapshot("out", "--version", "1").output
    assert "is no day such as" in snapshot("new", "--version", "1", "--date", "2026-02-30").output
    assert "is no day such as" in snapshot("new", "--version", "1", "--date", "today").output
    assert not (folder / "new").exists()
    assert [path.name for path in (folder / "out").iterdir()] == ["kept.txt"]


def test_broken_records_are_told_and_nothing_is_written(folder: Path) -> None:
    (folder / "content" / "places" / "wend.yml").write_text("name: [", encoding="utf-8")
    done = snapshot("out", "--version", "1")
    assert done.exit_code == 1
    assert "nothing was written" in done.output
    assert not (folder / "out").exists()
