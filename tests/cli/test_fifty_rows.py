"""A sheet of fifty rows, as somebody has it who begins: every cell is in a draft or told, from CSV as from XLSX."""

import csv
from collections import Counter
from pathlib import Path
from typing import Final

import openpyxl
import pytest
import yaml
from click.testing import CliRunner
from dateline.cli import main
from dateline.ground.problems import Severity
from dateline.site import compiling
from dateline.site.settings import Settings
from PIL import Image

MASTHEAD: Final = """title: Wells
language: en
licence: CC-BY-4.0
timezone: Asia/Damascus
contact: The editors
feed_id: "tag:example.org,2026:wells"
vocabulary:
  event_kinds: {repair: {label: Repair}, strike: {label: Strike}}
  place_kinds: {town: {label: Town}}
  measures: {killed: {label: Killed}}
  tags: {water: {label: Water}, war: {label: War}}
"""
HEAD: Final = [
    *("No", "Date", "End", "Time", "Headline", "Kind", "Place", "Source", "Paragraph", "Tags", "Part of", "Related"),
    *("Image", "Alt text", "Credit", "Image licence", "Killed"),
]
SHOWN: Final = "well-1931.jpg"


def row(number: int) -> dict[str, str]:
    """Return a row of somebody's sheet: some years before the common era, some times, pictures and ties."""
    day = f"{number % 28 + 1} November {1960 + number}"
    cells = {
        "No": f"w{number}",
        "Headline": f"Well {number} is mended",
        "Kind": "Repair",
        "Place": f"Town {number % 7}",
    }
    cells |= {"Date": f"{500 - number} BC" if number < 10 else day}
    cells |= {"Date": "1960", "End": "2020"} if number == 49 else {}
    cells |= {"Time": f"{number % 24:02}:30"} if number % 2 and 10 <= number < 49 else {}
    cells |= {"Source": f"https://wells.example/{number}", "Paragraph": str(number)} if number % 3 else {}
    cells |= {"Tags": "Water; War"} if number % 4 == 0 else {}
    cells |= {"Part of": "Well 49 is mended"} if number in range(10, 15) else {}
    cells |= {"Related": f"caused by: Well {number - 1} is mended"} if number in {20, 30} else {}
    if number in {11, 12, 13}:
        cells |= {"Image": SHOWN, "Alt text": "A well.", "Credit": "Somebody", "Image licence": "CC-BY-4.0"}
    cells |= {"Image": f"https://wells.example/{number}.jpg", "Credit": "Else"} if number in {14, 15} else {}
    return cells | ODD.get(number, {})


ODD: Final[dict[int, dict[str, str]]] = {
    40: {"Date": "03/04/2000", "Time": ""},
    41: {"Tags": "Fire"},
    42: {"Image": "lost.png"},
    43: {"Killed": "dozens"},
    44: {"Related": "Well 45 is mended"},
    45: {"Part of": "A well that nobody names"},
}
"""What no draft can have as it stands."""
TOLD: Final = {(f"w{number}", column) for number, cells in ODD.items() for column, said in cells.items() if said}


@pytest.fixture
def wells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("pages", "media"):
        (tmp_path / "content" / folder).mkdir(parents=True)
    (tmp_path / "content" / "chronology.yml").write_text(MASTHEAD, encoding="utf-8")
    (tmp_path / "content" / "pages" / "index.md").write_text("---\ntitle: Wells\n---\n\nText.\n", encoding="utf-8")
    Image.new("RGB", (4, 3)).save(tmp_path / "content" / "media" / SHOWN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sheet(folder: Path, form: str) -> str:
    """Write the rows, and return the name of the file."""
    rows = [HEAD, *([row(number).get(column, "") for column in HEAD] for number in range(50))]
    name = f"wells.{form}"
    if form == "csv":
        with (folder / name).open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
    else:
        book = openpyxl.Workbook()
        for cells in rows:
            book.active.append([cell or None for cell in cells])
        book.save(folder / name)
    return name


def imported(folder: Path, form: str) -> str:
    """Import the rows, hold what is told against what has to be, and return what is said."""
    name = sheet(folder, form)
    words = ("import", form, name, "--name", "wells", "--told", f"{form}.told.csv", "--yes")
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    with (folder / f"{form}.told.csv").open(encoding="utf-8-sig", newline="") as file:
        told = {(f"w{int(one['row']) - 2}", one["column"]) for one in csv.DictReader(file)}
    assert told == TOLD
    return result.output


def test_every_cell_of_fifty_rows_is_in_a_draft_or_told(wells: Path) -> None:
    said = imported(wells, "csv")
    assert "events: 50 new" in said
    assert "Nothing to change." in imported(wells, "xlsx")
    events = [yaml.safe_load(path.read_text()) for path in (wells / "content" / "events").rglob("*.yml")]
    cells = Counter(column for number in range(50) for column, said in row(number).items() if said)
    placed = cells - Counter(column for _, column in TOLD)
    assert sum(str(event.get("date", "")).startswith("-04") for event in events) == 10
    assert sum("T" in str(event.get("date", "")) for event in events) == placed["Time"] > 10
    assert sum(len(event.get("tags", ())) for event in events) == 2 * placed["Tags"] > 10
    assert sum("part_of" in event for event in events) == placed["Part of"]
    assert sum("related" in event for event in events) == placed["Related"]
    assert sum("media" in event for event in events) == placed["Alt text"]
    site = compiling.compile_site(Settings.of(wells))
    assert {problem.severity for problem in site.problems} == {Severity.NOTE}
    assert site.pages
