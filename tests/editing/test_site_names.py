"""The site's name in mkdocs.yml, brought in line with the title, and nothing else touched."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from dateline.cli import main
from dateline.editing.mending import named_as
from hypothesis import given
from hypothesis import strategies as st
from projects import make_project

TITLES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")), min_size=1).filter(str.strip)


@given(title=TITLES, old=st.sampled_from(["Old", "'Old one'", '"Old"', "Old  # why", "", "5", "a: b"]))
def test_the_name_becomes_the_title_and_the_rest_stays(title: str, old: str) -> None:
    text = f"# head\nsite_name: {old}\ndocs_dir: content # here\n"
    named = named_as(text, title)
    if old in {"", "5", "a: b"}:  # nothing that can be told from a slip of another kind
        assert named == text
        return
    assert yaml.safe_load(named)["site_name"] == title
    assert named.splitlines()[0] == "# head"
    assert named.splitlines()[-1] == "docs_dir: content # here"
    assert ("# why" in named) == ("# why" in old)


@pytest.mark.parametrize(
    "text",
    [
        "site_name: !ENV [NAME, x]\n",
        "site_name: |\n  x\n",
        "site_name: >-\n  x\n",
        "site_name: &a x\n",
        "extra:\n  site_name: x\n",
        "docs_dir: content\n",
    ],
)
def test_a_name_that_is_not_plain_text_on_its_line_is_left_alone(text: str) -> None:
    assert named_as(text, "Title") == text


def test_a_name_that_says_the_same_in_other_quotes_is_left_alone() -> None:
    assert named_as("site_name: 'Tea'\n", "Tea") == "site_name: 'Tea'\n"


def test_fix_shows_and_mends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_project(tmp_path / "town")
    file = project / "mkdocs.yml"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("site_name: ", "site_name: Not "), encoding="utf-8")
    monkeypatch.chdir(project)
    assert CliRunner().invoke(main, ["fix", "--check"]).exit_code == 1
    done = CliRunner().invoke(main, ["fix", "--write"])
    assert "-site_name: Not " in done.output
    assert file.read_text(encoding="utf-8") == good
    assert CliRunner().invoke(main, ["fix", "--check"]).exit_code == 0
