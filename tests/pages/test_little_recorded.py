"""A chronology of which little is recorded yet: every page is made, and none says what is not so."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from baseline import base_text
from dateline.ground.problems import has_errors
from dateline.site.compiling import compile_site
from dateline.site.settings import Settings
from projects import CASES, ROOT

SMALL = CASES / "small" / "content"
MASTHEAD = "chronology.yml"
SOURCE = """title: Rain
publisher: harrow-gazette
published: 2031-03-04
url: https://gazette.example/2031/rain
accessed: 2031-04-01
rights: quote
paragraphs:
  - {n: 1, begins: It rained all, ends: the whole night.}
"""
EVENT = """title: The Gazette says that it rained
date: 2031-03-04
kind: meeting
claims:
  - id: rain
    text: It rained.
    reports:
      - by: []
        cite: {source: rain, paragraph: 1}
"""
ONE = re.compile(r"\b1 (sources|days|reports|claims|events|disputes|voices|sides|publishers|places)\b")


def pages(content: Path, files: Mapping[str, str]) -> dict[str, str]:
    """Return the pages of a chronology with these files, by their paths, without markup."""
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    made = compile_site(Settings.of(content.parent, templates=ROOT / "templates"))
    assert not has_errors(made.problems), made.problems
    texts = [(page.path, page.content) for page in made.pages if page.path.endswith((".md", ".html"))]
    return {path: re.sub(r"<[^>]*>", "", text) for path, text in texts if isinstance(text, str)}


def test_nothing_recorded_makes_pages_that_say_so(tmp_path: Path) -> None:
    told = pages(tmp_path / "content", {MASTHEAD: base_text(MASTHEAD)})
    assert "There is nothing to compare yet" in told["compare/index.md"]
    assert "pairs below" not in told["compare/index.md"]
    assert "No event is recorded yet." in told["compare/silence.md"]
    assert "No dispute is recorded." in told["disputes/index.md"]


def test_one_event_that_nobody_by_name_tells_of_is_told_as_one(tmp_path: Path) -> None:
    gazette = "actors/harrow-gazette.md"
    files = {
        MASTHEAD: base_text(MASTHEAD),
        gazette: "---\nname: Gazette\nkind: media\n---\n",
        "sources/rain.yml": SOURCE,
    }
    told = pages(tmp_path / "content", {**files, "events/2031/2031-03-04-rain.yml": EVENT})
    assert "Nobody by name of whom sources were read is heard on an event yet." in told["compare/silence.md"]
    assert "No event is recorded yet." not in told["compare/silence.md"]
    assert "There is nothing to compare yet" in told["compare/index.md"]


@pytest.mark.parametrize("has_sides", [True, False])
def test_one_of_something_is_never_told_as_several(tmp_path: Path, *, has_sides: bool) -> None:
    content = shutil.copytree(SMALL, tmp_path / "content")
    changed = {}
    if not has_sides:
        for name in ("actors/herald.md", "actors/wend-dam.md"):
            changed[name] = re.sub(r"(?m)^sides: .*\n", "", (SMALL / name).read_text(encoding="utf-8"))
        masthead = (SMALL / MASTHEAD).read_text(encoding="utf-8")
        changed[MASTHEAD] = re.sub(r"(?ms)^  sides:.*?(?=^  place_kinds)", "", masthead)
    told = pages(content, changed)
    assert {path: found[0] for path, text in told.items() if (found := ONE.search(text))} == {}
    assert "1 report in 1 source." in told["compare/publisher--herald/publisher--wend-dam.md"]
