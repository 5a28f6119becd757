"""Figures as files: whole by themselves in both schemes, their data as a table that no sheet reckons with."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from dateline.ground.dates import Day
from dateline.ground.languages import ENGLISH
from dateline.pages.figures.alone import FigureFiles, alone
from dateline.pages.figures.sheets import Sheets
from dateline.pages.figures.tables import DrawnView
from dateline.pages.shared.maps import MapPoint, MapView
from dateline.pages.shared.strips import StripKey, StripMark, StripRow, StripView
from dateline.pages.shared.tolls import TollBar, TollRow, TollView
from dateline.pages.shared.views import CitationView, Link
from dateline.pages.wording.addresses import figure_address, page_of_figure, source_path
from projects import ROOT

SVG = "{http://www.w3.org/2000/svg}"
SHEETS = Sheets(ROOT / "templates")
MARK = StripMark(
    first=Day(2031, 3, 1),
    last=Day(2031, 3, 2),
    is_certain=True,
    holder=1,
    holder_name="The parish",
    extent="full",
    collides=False,
    label="The parish, all of it",
    address="days/x/#c",
)
STRIP = StripView(
    "Who held the well",
    "Well",
    (StripKey(1, "Parish", (Link("The parish", "actors/parish/"),)),),
    (StripRow("The clerk", 1, (MARK,), 1, Link("The clerk", "actors/clerk/")),),
)
PLACE = Link("Old well", "places/old-well/")
MAP = MapView(
    "Where it was",
    (MapPoint(PLACE, PLACE.address, 34.4, 40.9, "exact", "exact", "", "=GN()", 2, "2 events"),),
    (),
    0,
    (),
)
CITE = CitationView((PLACE,), Link("Gazette", "sources/g/"), Link("¶ 3", "sources/g/#p3"), "4 March 2031")
CLAIM = Link("c", "days/x/#c")
TOLL = TollView(
    title="Attended",
    range="at least 20",
    counts="1 count",
    summary="at least 20, 1 count",
    differ=False,
    bars=(TollBar("The clerk", 1, CLAIM, 20, None, "at least 20", "all day", "", "a score"),),
    rows=(TollRow("The clerk", CITE, CLAIM, 20, None, "at least 20", "a score", "all day"),),
    sides=((1, "Parish"),),
)


def files(figure: DrawnView) -> FigureFiles:
    return alone(figure, lambda to: f"https://example.org/{to}", "The well: https://example.org/", SHEETS, ENGLISH)


def rows(figure: DrawnView) -> list[dict[str, str]]:
    return list(csv.DictReader(files(figure).csv.splitlines()))


@pytest.mark.parametrize("figure", [STRIP, MAP, TOLL], ids=["strip", "map", "toll"])
def test_a_figure_alone_has_its_title_its_origin_and_a_colour_for_each_token_in_both_schemes(figure: DrawnView) -> None:
    svg = files(figure).svg
    root = ET.fromstring(svg)  # noqa: S314 - our own
    words = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert figure.title in words
    assert "https://example.org/" in words
    style = "".join(one.text or "" for one in root.iter(f"{SVG}style"))
    light, dark = style.split("@media(prefers-color-scheme:dark)")[:2]
    for token in set(re.findall(r"var\((--[\w-]+)\)", style)):
        assert f"{token}:" in light, token
        assert f"{token}:" in dark, token


@pytest.mark.parametrize("figure", [STRIP, MAP, TOLL], ids=["strip", "map", "toll"])
def test_every_class_that_a_figure_alone_is_coloured_by_has_its_rule(figure: DrawnView) -> None:
    svg = files(figure).svg
    used = {name for names in re.findall(r'class="([^"]*)"', svg) for name in names.split()}
    coloured = {
        name for name in used if re.search(r"__(holder\d|mark|label|tick|hollow|edge\d|stroke|land|name)$", name)
    }
    assert coloured
    style = svg.partition("<style>")[2].partition("</style>")[0]
    assert {name for name in coloured if f".{name}{{" not in style} == set()


def test_a_strip_alone_names_its_rows() -> None:
    root = ET.fromstring(files(STRIP).svg)  # noqa: S314 - our own
    assert "The clerk" in {text.text for text in root.iter(f"{SVG}text")}


def test_what_links_of_a_figure_alone_lead_to_is_told_in_full() -> None:
    root = ET.fromstring(files(STRIP).svg)  # noqa: S314 - our own
    assert [link.get("href") for link in root.iter(f"{SVG}a")] == ["https://example.org/days/x/#c"]


def test_the_data_of_a_strip_has_a_line_for_each_mark() -> None:
    wrong = replace(MARK, is_wrong=True, holder_name="The petitioners")
    (first, second) = rows(replace(STRIP, rows=(replace(STRIP.rows[0], marks=(MARK, wrong)),)))
    assert first["speaker"] == "The clerk"
    assert (first["holder"], first["settled_as_wrong"]) == ("The parish", "no")
    assert (first["from"], first["to"]) == ("2031-03-01", "2031-03-02")
    assert first["address"] == "https://example.org/days/x/#c"
    assert (second["holder"], second["settled_as_wrong"]) == ("The petitioners", "yes")


def test_the_data_of_a_toll_leaves_open_what_a_report_leaves_open() -> None:
    (row,) = rows(TOLL)
    assert (row["least"], row["most"], row["source"], row["paragraph"]) == ("20", "", "Gazette", "¶ 3")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\n=", "\uff1d", "\uff20"])
def test_no_cell_is_a_formula(sign: str) -> None:
    (row,) = csv.DictReader(
        io.StringIO(files(replace(MAP, points=(replace(MAP.points[0], located_by=f"{sign}GN()"),))).csv)
    )
    assert (row["latitude"], row["longitude"], row["events"]) == ("34.4", "40.9", "2")
    assert row["given_by"].replace("\n", "") == f"'{sign}GN()".replace("\n", "'")


def test_what_xml_cannot_hold_is_shown_as_lost() -> None:
    root = ET.fromstring(files(replace(STRIP, title="a\x02b\x07c &#2; d")).svg)  # noqa: S314 - our own
    assert "a\ufffdb\ufffdc &#2; d" in {text.text for text in root.iter(f"{SVG}title")}


@pytest.mark.parametrize(
    "page, file", [("", "index.md"), ("places/", "places/index.md"), ("places/old-well/", "places/old-well.md")]
)
def test_a_figure_s_address_tells_the_page_that_it_is_made_with(page: str, file: str) -> None:
    assert source_path(page_of_figure(figure_address(page, "map", "svg"))) == file


def test_without_the_theme_s_sheets_a_figure_is_still_whole(tmp_path: Path) -> None:
    ET.fromstring(alone(STRIP, str, "The well", Sheets(tmp_path), ENGLISH).svg)  # noqa: S314 - our own
