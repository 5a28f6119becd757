"""What stands at an address that a reader cuts short gives way to a page that somebody called so."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from baseline import BASE, linked
from dateline.pages.rendering.pages import Renderer
from dateline.pages.rendering.plans import plans
from dateline.pages.shared.edition import Edition

ROOT = Path(__file__).parents[2]
CLAIMS = "---\ntitle: Our claims\n---\n\nWhat we claim.\n"


def called(id_: str, instead: str) -> dict[str, str | None]:
    """Return files over the base by which an actor has another id."""
    texts = {path.relative_to(BASE).as_posix(): path.read_text("utf-8") for path in BASE.rglob("*") if path.is_file()}
    renamed = {name.replace(f"/{id_}.md", f"/{instead}.md"): text.replace(id_, instead) for name, text in texts.items()}
    return {f"actors/{id_}.md": None, **renamed}


def standing(folder: Path, files: Mapping[str, str | None]) -> Counter[str]:
    """Return where the files of a site stand, with how many are made for each place."""
    edition = Edition(linked(folder, files))
    renderer = Renderer(ROOT / "templates", edition)
    paths = (page.path for plan in plans(edition) for page in plan.make(renderer))
    return Counter(f"{path.removesuffix('.md')}/index.html" if path.endswith(".md") else path for path in paths)


@pytest.mark.parametrize(
    "files, place",
    [
        ({}, "claims/index.html"),
        ({}, "compare/petitioners/index.html"),
        ({"pages/claims.md": CLAIMS}, "claims/index.html"),
        (called("petitioners", "silence"), "compare/silence/index.html"),
        (called("petitioners", "parties"), "compare/parties/index.html"),
    ],
)
def test_an_address_has_one_page_whatever_pages_and_actors_are_called(
    tmp_path: Path, files: dict[str, str | None], place: str
) -> None:
    made = standing(tmp_path, files)
    assert made[place] == 1
    assert [path for path, count in made.items() if count > 1] == []


def test_a_page_of_the_editors_stands_in_the_place_of_what_leads_on(tmp_path: Path) -> None:
    edition = Edition(linked(tmp_path, {"pages/claims.md": CLAIMS}))
    renderer = Renderer(ROOT / "templates", edition)
    made = [page for plan in plans(edition) for page in plan.make(renderer) if page.path.startswith("claims")]
    assert [(page.path, "What we claim." in str(page.content)) for page in made] == [("claims.md", True)]
