"""The sections of the site: what cannot ask the table of them is held against it."""

from pathlib import Path

import pytest
from dateline.ground.problems import Code
from dateline.pages.exports import EXPORT_PATHS
from dateline.pages.wording.sections import SECTIONS, Section
from dateline.records import loading


@pytest.mark.parametrize("section", SECTIONS.values(), ids=SECTIONS)
def test_no_hand_written_page_takes_the_address_of_a_section(section: Section, tmp_path: Path) -> None:
    page = tmp_path / "pages" / f"{section.folder}.md"
    page.parent.mkdir()
    page.write_text("---\ntitle: Mine\n---\n\nMine.\n", encoding="utf-8")
    corpus, problems = loading.load(tmp_path, tmp_path)
    assert section.folder not in corpus.pages
    assert Code.STRAY_FILE in {problem.code for problem in problems}


def test_each_export_stands_in_a_section() -> None:
    assert {path.partition("/")[0] for path in EXPORT_PATHS - {"llms.txt"}} <= SECTIONS.keys()
