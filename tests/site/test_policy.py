"""The page pages/policy.md: every page leads to it at its foot, where there is one."""

from pathlib import Path

import pytest
from html_reading import read
from projects import ADDRESSES, build, files_of, make_project
from rebuilding import built

POLICY = "---\ntitle: Who we are\n---\n\nWe edit.\n"


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in ADDRESSES.items():
        monkeypatch.setenv(name, value)
    return make_project(tmp_path / "town")


def ways_to_policy(site: Path, page: str) -> list[str | None]:
    html = read((site / page).read_text(encoding="utf-8"))
    return [link["href"] for foot in html.elements("div", "dl-policy") for link in foot.elements("a")]


def test_every_page_leads_to_the_policy_once_there_is_one_and_none_before(town: Path) -> None:
    built(town)
    pages = ("index.html", "method/index.html", "actors/mayor/index.html", "policy/index.html")
    assert not any(ways_to_policy(town / "site", page) for page in pages[:-1])
    (town / "content/pages/policy.md").write_text(POLICY, encoding="utf-8")
    built(town)
    ways = [ways_to_policy(town / "site", page) for page in pages]
    assert ways == [["policy/"], ["../policy/"], ["../../policy/"], ["./"]]
    made = {path: text for path, text in files_of(town / "site").items() if path.endswith("index.html")}
    assert build(town, **ADDRESSES).returncode == 0
    assert {path: text for path, text in files_of(town / "site").items() if path.endswith("index.html")} == made
