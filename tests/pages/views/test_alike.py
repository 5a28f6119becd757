"""Places of one name are told apart wherever they are named."""

import shutil
from pathlib import Path

import pytest
from dateline.pages.shared.edition import Edition
from dateline.records import loading
from dateline.records.chronology import link
from dateline.site import compiling
from dateline.site.settings import Settings
from projects import CASES

SOUTH, NORTH = "lat: 52.5\nlon: -3.25\nlocated_by: x\n", "lat: 53.1\nlon: -3.5\nlocated_by: x\n"


def project(tmp_path: Path, **places: str) -> Path:
    shutil.copytree(CASES / "base" / "content", tmp_path / "content")
    for id_, keys in places.items():
        (tmp_path / "content" / "places" / f"{id_}.yml").write_text(f"name: Mill\n{keys}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "first,second,names",
    [
        (
            "kind: well\nwithin: lindwell\n",
            "kind: well\nwithin: old-well\n",
            ["Mill, in Lindwell", "Mill, in The old well"],
        ),
        ("kind: well\n", "kind: village\n", ["Mill (Well)", "Mill (Village)"]),
        (
            f"kind: well\n{SOUTH}",
            f"kind: well\n{NORTH}",
            ["Mill (52.5000° N, 3.2500° W)", "Mill (53.1000° N, 3.5000° W)"],
        ),
        ("kind: well\n", "kind: well\nwithin: lindwell\n", ["Mill (a)", "Mill, in Lindwell"]),
        ("kind: well\nwithin: lindwell\n", "kind: well\nwithin: lindwell\n", ["Mill (a)", "Mill (b)"]),
    ],
    ids=["what they lie in", "kind", "coordinates", "what one lies in", "ids"],
)
def test_places_of_one_name_are_told_apart(tmp_path: Path, first: str, second: str, names: list[str]) -> None:
    folder = project(tmp_path, a=first, b=second)
    edition = Edition(link(loading.load(folder / "content", folder)[0], drafts=False))
    assert [edition.place(id_).text for id_ in "ab"] == names
    assert edition.place("lindwell").text == "Lindwell"


def test_the_index_the_day_and_the_places_own_pages_tell_them_apart(tmp_path: Path) -> None:
    folder = project(tmp_path, a="kind: well\nwithin: lindwell\n", b="kind: well\nwithin: old-well\n")
    event = next((folder / "content" / "events").rglob("*meeting.yml"))
    text = event.read_text(encoding="utf-8")
    assert "places:" in text
    head, _, tail = text.partition("places:")
    event.write_text(f"{head}places: [{{place: a}}, {{place: b}}]{tail[tail.index(chr(10)) :]}", encoding="utf-8")
    pages = {page.path: str(page.content) for page in compiling.compile_site(Settings.of(folder)).pages}
    for path in ("places/index.md", "days/2031-03.md", "places/old-well.md"):
        assert "Mill, in The old well" in pages[path], path
    assert "# Mill, in Lindwell" in pages["places/a.md"]
