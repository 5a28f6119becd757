"""An actor with `index: false`: search engines are asked to leave its page out, however the site is made."""

import re
from pathlib import Path
from typing import Final

import pytest
from baseline import linked
from dateline.pages.shared.listed import is_listed
from dateline.site.building.engine import Engine
from dateline.site.preview.maker import Maker
from dateline.site.preview.state import Means
from projects import ADDRESSES, build, files_of, make_project
from rebuilding import built, reworded

NOINDEX: Final = "<meta name=robots content=noindex>"
MAYOR: Final = "actors/mayor/"


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in ADDRESSES.items():
        monkeypatch.setenv(name, value)
    return make_project(tmp_path / "town")


def unlist(project: Path) -> None:
    reworded(project / "content/actors/mayor.md", "kind: person\n", "kind: person\nindex: false\n")


def listed(sitemap: str) -> set[str]:
    return {address.partition(".example/")[2] for address in re.findall(r"<loc>(.*?)</loc>", sitemap)}


def of_site(site: Path) -> set[str]:
    return listed((site / "sitemap.xml").read_text(encoding="utf-8"))


def asks_to_be_left_out(site: Path, address: str) -> bool:
    return NOINDEX in (site / address / "index.html").read_text(encoding="utf-8")


def test_a_page_leaves_the_sitemap_and_comes_back_as_its_record_says(town: Path) -> None:
    built(town)
    before = of_site(town / "site")
    assert any(address.endswith(MAYOR) for address in before)
    assert not asks_to_be_left_out(town / "site", MAYOR)
    unlist(town)
    built(town)
    assert [address.endswith(MAYOR) for address in before - of_site(town / "site")] == [True]
    assert asks_to_be_left_out(town / "site", MAYOR)
    assert not asks_to_be_left_out(town / "site", "actors/council/")
    reworded(town / "content/actors/mayor.md", "index: false\n", "index: true\n")
    built(town)
    assert of_site(town / "site") == before
    assert not asks_to_be_left_out(town / "site", MAYOR)


def test_mkdocs_makes_the_same_of_it(town: Path) -> None:
    unlist(town)
    built(town)
    assert build(town.rename(town.with_name("again")), **ADDRESSES).returncode == 0
    project = town.with_name("again")
    assert not any(address.endswith(MAYOR) for address in of_site(project / "site"))
    assert asks_to_be_left_out(project / "site", MAYOR)


def test_the_preview_leaves_it_out_too(town: Path) -> None:
    unlist(town)

    def engine() -> Engine:
        return Engine(town / "mkdocs.yml", town.parent / "made", strict=False)

    maker = Maker(Means(engine, 1, lambda: None, lambda _: None), engine())
    assert not any(address.endswith(MAYOR) for address in listed(maker.answer("sitemap.xml").content.decode()))
    assert NOINDEX in maker.answer(MAYOR).content.decode()


def test_further_pages_of_an_actor_are_as_its_own_and_those_of_nobody_are_listed(tmp_path: Path) -> None:
    text = "---\nname: The clerk\nkind: person\npart_of: council\nindex: false\n---\n"
    graph = linked(tmp_path, {"actors/clerk.md": text})
    assert not is_listed(graph, "actors/clerk.md")
    assert not is_listed(graph, "actors/clerk/2031-03.md")
    assert is_listed(graph, "actors/council.md")
    assert is_listed(graph, "actors/index.md")
    assert is_listed(graph, "places/clerk.md")


def test_why_a_person_is_named_stands_on_its_page_as_text(town: Path) -> None:
    reworded(
        town / "content/actors/mayor.md", "kind: person\n", 'kind: person\nnamed_because: "She signed <b>it</b>."\n'
    )
    built(town)
    page = files_of(town / "site")[f"{MAYOR}index.html"].decode()
    assert "Why the name stands here" in page
    assert "She signed &lt;b&gt;it&lt;/b&gt;." in page
