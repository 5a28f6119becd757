"""The sections of the site: what cannot ask the table of them is held against it."""

import re
from pathlib import Path

import pytest
import yaml
from dateline.ground.problems import Code
from dateline.pages.exports import EXPORT_PATHS
from dateline.pages.wording import sections
from dateline.pages.wording.sections import SECTIONS, Section
from dateline.records import loading
from projects import ROOT


def test_the_navigation_lists_each_section_by_its_name() -> None:
    text = re.sub(r"!ENV \[.*\]", "''", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = {name: path for entry in yaml.safe_load(text)["nav"] for name, path in entry.items()}
    expected = {section.name: section.path for section in SECTIONS.values()}
    assert listed == {sections.HOME: "index.md", **expected, sections.METHOD: "method.md"}


@pytest.mark.parametrize("section", SECTIONS.values(), ids=SECTIONS)
def test_no_hand_written_page_takes_the_address_of_a_section(section: Section, tmp_path: Path) -> None:
    page = tmp_path / "pages" / f"{section.folder}.md"
    page.parent.mkdir()
    page.write_text("---\ntitle: Mine\n---\n\nMine.\n", encoding="utf-8")
    corpus, problems = loading.load(tmp_path, tmp_path)
    assert section.folder not in corpus.pages
    assert Code.STRAY_FILE in {problem.code for problem in problems}


def test_each_export_stands_in_a_section() -> None:
    assert {path.partition("/")[0] for path in EXPORT_PATHS} <= SECTIONS.keys()
