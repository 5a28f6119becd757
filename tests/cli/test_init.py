"""`dateline init`: a repository that builds at once, or nothing at all."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from dateline.cli import main
from dateline.site import checking
from dateline.site.settings import Settings
from projects import run


def init(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["init", str(folder), *words])


def test_what_is_begun_has_no_problem_and_its_schemas_are_current(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert init(tmp_path / "tea", "--title", "Tea").exit_code == 0
    assert checking.check(Settings.of(tmp_path / "tea")) == []
    monkeypatch.chdir(tmp_path / "tea")
    assert "The schemas are current." in CliRunner().invoke(main, ["schema", "--check"]).output


def test_what_is_begun_is_built_without_a_warning(tmp_path: Path) -> None:
    assert init(tmp_path / "tea", "--title", 'The "boom" of <tea> & more').exit_code == 0
    done = run("mkdocs", "build", "--strict", cwd=tmp_path / "tea")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "tea" / "site" / "index.html").read_text(encoding="utf-8")
    assert "assets/sheets.css" in page
    assert "<tea>" not in page
    assert "Records under CC BY 4.0." in page


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "tea").mkdir()
    (tmp_path / "tea" / "mine").write_text("mine", encoding="utf-8")
    done = init(tmp_path / "tea")
    assert done.exit_code == 1
    assert "is there and not empty" in done.output
    assert [path.name for path in (tmp_path / "tea").iterdir()] == ["mine"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "tea").mkdir()
    assert init(tmp_path / "tea").exit_code == 0


@pytest.mark.parametrize(
    "words, told",
    [
        (("--language", "no such"), "chronology.yml"),
        (("--timezone", "Damaskus"), "chronology.yml"),
        (("--engine", "somebody"), "OWNER/REPO@"),
        (("--engine", "o/n@main"), "40 signs"),
        (("--example", "peace"), "there is no example 'peace'"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_written(tmp_path: Path, words: tuple[str, str], told: str) -> None:
    done = init(tmp_path / "tea", *words)
    assert done.exit_code != 0
    assert told in done.output
    assert not (tmp_path / "tea").exists()


def test_a_folder_names_its_chronology_where_nobody_is_asked(tmp_path: Path) -> None:
    assert init(tmp_path / "tea-in_darjeeling").exit_code == 0
    assert "title: Tea in darjeeling\n" in (tmp_path / "tea-in_darjeeling/content/chronology.yml").read_text("utf-8")
