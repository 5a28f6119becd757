"""`dateline upgrade` shows what it would change, writes it when told to, and says what is new."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from dateline.cli import main, upgrade
from dateline.cli.news import is_newer, news_since

OLD = "title: The well\nlanguage: en\nlicence: CC-BY-4.0\nvocabulary: {}\n"
NEWS = "# Changelog\n\n## Unreleased\n\n- d\n\n## 1.10.0 (2027-01-01)\n\n- c\n\n## [1.9.2]\n\n- b\n\n## 1.9\n\n- a\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "chronology.yml").write_text(OLD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["upgrade", *arguments])


def test_it_shows_the_change_and_writes_nothing_unless_told_to(folder: Path) -> None:
    told = run()
    assert told.exit_code == 1
    assert "+format: 1" in told.output
    assert (folder / "content" / "chronology.yml").read_text(encoding="utf-8") == OLD


def test_told_to_it_writes_and_then_there_is_nothing_to_do(folder: Path) -> None:
    assert run("--yes").exit_code == 0
    assert "format: 1\n" in (folder / "content" / "chronology.yml").read_text(encoding="utf-8")
    again = run("--yes")
    assert (again.exit_code, again.output) == (0, "The records are of format 1, the newest.\n")


@pytest.mark.parametrize("line", ["dateline==1.9", "./wheels/dateline-1.9-py3-none-any.whl[intake,verify]"])
def test_what_is_new_since_the_version_of_requirements_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    (folder / "requirements.txt").write_text(f"# the site\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(upgrade, "__version__", "1.10.0")
    monkeypatch.setattr(upgrade, "news_since", lambda version: news_since(version, NEWS))
    told = run("--yes").output
    assert "Dateline is 1.10.0 now, and was 1.9." in told
    assert "- c" in told
    assert "- b" in told
    assert "- a" not in told
    assert "- d" not in told


@pytest.mark.parametrize(
    "one, other, newer",
    [("1.10.0", "1.9.2", True), ("1.9", "1.9.0", False), ("1.0.0", "1.0.0rc1", True), ("0.1.0", "1.0", False)],
)
def test_versions_are_compared_as_numbers(one: str, other: str, *, newer: bool) -> None:
    assert is_newer(one, other) is newer


def test_the_changelog_of_this_dateline_is_at_hand() -> None:
    assert news_since("0.0", "# Changelog\n") == ""
    assert news_since("99") == ""
